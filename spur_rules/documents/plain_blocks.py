"""Sections of a document as text for a terminal; pictures are the tables that say the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..texts import Language
from .blocks import Block, Listing, Paragraph, Section, Table
from .picture_tables import table_of
from .wrapping import wrapped

_GAP = 2


def as_plain(sections: Iterable[Section], language: Language, width: int) -> str:
    """Sections as text.

    Args:
        sections: What is shown.
        language: The language of pictures' tables.
        width: Columns to stay within.

    >>> table = Table("", ("Fall", "Svar"), (("fall-01", "A: R1, B: R2"),))
    >>> print(as_plain([Section("s", "Läget", (Paragraph("Kort."), table))], "sv", 20))
    Läget
    =====
    Kort.
    <BLANKLINE>
    Fall     Svar
    fall-01  A: R1, B:
             R2
    <BLANKLINE>
    """
    parts = []
    for section in sections:
        shown = [_block(block, language, width) for block in section.blocks]
        title = wrapped(section.title, width, "", 0)
        parts.append(f"{title}\n{'=' * min(len(section.title), width)}\n" + "\n\n".join(shown))
    return "\n\n".join(parts) + "\n"


def _block(block: Block, language: Language, width: int) -> str:
    if isinstance(block, Paragraph):
        return wrapped(block.text, width, "", 0)
    if isinstance(block, Listing):
        starts = (f"{n}. " if block.is_numbered else "- " for n in range(1, len(block.items) + 1))
        rows = zip(starts, block.items, strict=True)
        return "\n".join(wrapped(item, width, start, len(start)) for start, item in rows)
    table = block if isinstance(block, Table) else table_of(block, language)
    caption = [wrapped(table.caption, width, "", 0)] if table.caption else []
    return "\n".join([*caption, *_table(table, width)])


def _table(table: Table, width: int) -> list[str]:
    """Every column as wide as its widest cell, but the last, which is wrapped."""
    rows = (table.head, *table.rows)
    widths = [max(len(row[at]) for row in rows) for at in range(len(table.head) - 1)]
    return [line for row in rows for line in _row(row, widths, table.numeric, width)]


def _row(row: Sequence[str], widths: list[int], numeric: Sequence[int], width: int) -> list[str]:
    cells = [
        cell.rjust(wide) if at in numeric else cell.ljust(wide)
        for at, (cell, wide) in enumerate(zip(row, widths, strict=False))
    ]
    start = "".join(cell + " " * _GAP for cell in cells)
    text = wrapped(row[-1], max(width, len(start) + 16), "\x00" * len(start), len(start))
    return [line.rstrip() for line in (start + text.lstrip("\x00")).splitlines()]
