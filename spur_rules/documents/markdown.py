"""A document as Markdown: minutes that are edited further, and text for a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from .blocks import Block, Document, HeatMap, Listing, Paragraph, Points, Section, Table, Whiskers
from .picture_tables import table_of

#: What Markdown would read as its own wherever it stands. An underscore inside a word is not.
_ANYWHERE = re.compile(r"[\\`*\[\]<>|~]|(?<![^\W_])_|_(?![^\W_])|&(?=[#\w])")
#: What it would read as its own at the start of a line.
_AT_START = re.compile(r"^( *)(#{1,6}(?= |$)|[-+=](?= |$|[-+=])|\d+(?=[.)](?: |$)))", re.MULTILINE)


def as_markdown(document: Document) -> str:
    r"""A document as Markdown (CommonMark with tables). Pictures are the tables that say the same.

    Args:
        document: Title, lead, sections and footer. Its texts are plain: whatever in them Markdown
            would take for its own is escaped.

    >>> table = Table("Antal", ("Fall", "n"), (("a|b", "2"),), numeric=(1,))
    >>> sections = (Section("s", "Läget", (Paragraph("*Alla*"), Listing(("ett",)), table)),)
    >>> print(as_markdown(Document("Rapport", "sv", ("Kort.",), sections)), end="")
    # Rapport
    <BLANKLINE>
    Kort.
    <BLANKLINE>
    ## Läget
    <BLANKLINE>
    \*Alla\*
    <BLANKLINE>
    - ett
    <BLANKLINE>
    **Antal**
    <BLANKLINE>
    | Fall | n |
    | --- | ---: |
    | a\|b | 2 |
    """
    parts = [f"# {_line(document.title)}", *map(_text, document.lead)]
    for section in document.sections:
        parts += _section(section, document)
    if document.footer:
        parts += ["---", *map(_text, document.footer)]
    return "\n\n".join(part for part in parts if part) + "\n"


def _section(section: Section, document: Document) -> list[str]:
    parts = [f"## {_line(section.title)}"]
    for block in section.blocks:
        parts += _block(block, document)
    return parts


def _block(block: Block, document: Document) -> Iterable[str]:
    if isinstance(block, Paragraph):
        return [_text(block.text)]
    if isinstance(block, Listing):
        return [_listing(block)]
    if isinstance(block, Points):
        return ["\n".join(_points(block))]
    if isinstance(block, HeatMap | Whiskers):
        caption, *table = _table(table_of(block, document.language))
        return [caption, _text(block.about), *table]
    return _table(block)


def _listing(listing: Listing) -> str:
    marks = [f"{n}." if listing.is_numbered else "-" for n in range(1, len(listing.items) + 1)]
    quotes = listing.quotes or ("",) * len(marks)
    lines = []
    for mark, item, quote in zip(marks, listing.items, quotes, strict=True):
        lines.append(f"{mark} {_line(item)}")
        lines += [f"{' ' * len(mark)} > {_line(quote)}"] if quote else []
    return "\n".join(lines)


def _points(block: Points) -> Iterator[str]:
    """Each line of a point is a paragraph of its own: one after the other they would run on."""
    for number, point in enumerate(block.points, 1):
        indent = " " * len(f"{number}. ")
        yield f"{number}. **{_line(point.title)}**"
        if point.quote:
            yield from ("", f"{indent}> {_line(point.quote)}")
        for line in point.lines:
            yield from ("", f"{indent}{_line(line)}")
        if number < len(block.points):
            yield ""


def _table(table: Table) -> list[str]:
    ends = ["---:" if at in table.numeric else "---" for at in range(len(table.head))]
    rows = [_row(table.head), f"| {' | '.join(ends)} |", *map(_row, table.rows)]
    return [f"**{_line(table.caption)}**" if table.caption else "", "\n".join(rows)]


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_line, cells))} |"


def _line(text: str) -> str:
    return _text(" ".join(text.split()))


def _text(text: str) -> str:
    escaped = _ANYWHERE.sub(lambda found: "\\" + found[0], text)
    return _AT_START.sub(_escaped_start, escaped)


def _escaped_start(found: re.Match[str]) -> str:
    """`1.` is kept a number of the text by its point, `# ` and `- ` by themselves."""
    blank, mark = found.groups()
    return f"{blank}{mark}\\" if mark.isdigit() else f"{blank}\\{mark}"
