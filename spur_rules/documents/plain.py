"""Blocks as text for a terminal: tables in columns, figures with intervals as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ..texts import Language
from .blocks import (
    Block,
    Document,
    HeatMap,
    Listing,
    Paragraph,
    Points,
    Section,
    Table,
    Whisker,
    Whiskers,
)
from .picture_tables import figure, per_cent, table_of, told
from .wrapping import wrapped

#: Columns that a figure's line takes, and what stands around it: two gaps, value and interval.
_PLOT, _AROUND = 25, 29
#: Beside a figure's line, a name has at most so many columns.
_NAME = 26
#: Between columns, and the least that a column of words is wrapped to.
_GAP, _NARROW = 2, 8
#: The last column of a table is the first to be wrapped, until it is no wider than this.
_LAST = 16
#: A longer table is not read on a terminal.
_MOST_ROWS = 30


def as_text(document: Document, width: int = 80) -> str:
    """A document as text in lines of a width. What is folded, long or too broad is left out.

    Args:
        document: Title, lead, sections and footer.
        width: How many columns there are.

    >>> rows = (Whisker("A", 0.5, 0.0, 1.0), Whisker("B", None, None, None, "ett fall"))
    >>> picture = Whiskers("Fig.", "", "alfa", (0, 1), rows)
    >>> print(as_text(Document("Rapport", "sv", (), (Section("s", "Läget", (picture,)),))), end="")
    Rapport
    =======
    <BLANKLINE>
    Läget
    -----
    Fig.
      A  ├───────────●───────────┤   0,50  0,00 till 1,00
      B  ett fall
         0                       1
    """
    text = _Text(document.language, width, is_whole=False)
    parts = [text.headed(document.title, "="), *map(text.wrap, document.lead)]
    parts += [text.section(section, "-") for section in document.sections]
    parts += map(text.wrap, document.footer)
    return "\n\n".join(filter(None, parts)) + "\n"


def as_plain(sections: Iterable[Section], language: Language, width: int) -> str:
    """Sections as text, with everything that stands in them.

    Args:
        sections: What is shown.
        language: The language of figures.
        width: Columns to stay within.

    >>> table = Table("", ("Fall", "Svar"), (("fall-01", "A: R1, R2, B: R3"),))
    >>> print(as_plain([Section("s", "Läget", (Paragraph("Kort."), table))], "sv", 25))
    Läget
    =====
    Kort.
    <BLANKLINE>
    Fall     Svar
    fall-01  A: R1, R2, B: R3
    <BLANKLINE>
    """
    text = _Text(language, width, is_whole=True)
    return "\n\n".join(text.section(section, "=") for section in sections) + "\n"


@dataclass(frozen=True)
class _Text:
    """Blocks in lines of a width; what is not `is_whole` leaves out what a terminal cannot show."""

    language: Language
    width: int
    is_whole: bool

    def wrap(self, text: str, start: str = "", indent: int = 0) -> str:
        return wrapped(text, self.width, start, indent)

    def headed(self, title: str, mark: str) -> str:
        return f"{self.wrap(title)}\n{mark * min(len(title), self.width)}"

    def section(self, section: Section, mark: str) -> str:
        """A heading with its blocks; nothing where no block has anything to show."""
        blocks = [text for block in section.blocks if (text := self._block(block))]
        return self.headed(section.title, mark) + "\n" + "\n\n".join(blocks) if blocks else ""

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self.wrap(block.text)
        if isinstance(block, Listing):
            return "\n".join(self._items(block))
        if isinstance(block, Points):
            return "\n\n".join("\n".join(lines) for lines in self._points(block))
        if isinstance(block, Whiskers):
            return self._whiskers(block)
        if isinstance(block, HeatMap):
            return self._table(table_of(block, self.language))
        return self._table(block) if self.is_whole or not block.is_folded else ""

    def _items(self, listing: Listing) -> Iterator[str]:
        quotes = listing.quotes or ("",) * len(listing.items)
        for number, (item, quote) in enumerate(zip(listing.items, quotes, strict=True), 1):
            start = f"{number}. " if listing.is_numbered else "- "
            yield self.wrap(item, start, len(start))
            if quote:
                yield self.wrap(quote, " " * (len(start) + 2), len(start) + 2)

    def _points(self, block: Points) -> Iterator[list[str]]:
        for number, point in enumerate(block.points, 1):
            start = f"{number}. "
            indent = len(start)
            quote = [self.wrap(point.quote, " " * (indent + 2), indent + 2)] if point.quote else []
            lines = [self.wrap(line, " " * indent, indent) for line in point.lines]
            yield [self.wrap(point.title, start, indent), *quote, *lines]

    def _table(self, table: Table) -> str:
        """In columns that are wrapped where they do not fit; what is not read so is left out."""
        rows = (table.head, *table.rows)
        widths = _fitted(rows, table.numeric, self.width)
        if not self.is_whole and (len(rows) > _MOST_ROWS + 1 or self._is_squeezed(rows, widths)):
            return ""
        caption = [self.wrap(table.caption)] if table.caption else []
        return "\n".join(
            [*caption, *(line for row in rows for line in _row(row, widths, table.numeric))]
        )

    def _is_squeezed(self, rows: Sequence[Sequence[str]], widths: Sequence[int]) -> bool:
        """Whether a table is too broad, or more than its last column had to be wrapped."""
        wanted = [max(map(len, column)) for column in zip(*rows, strict=True)]
        return _breadth(widths) > self.width or list(widths[:-1]) != wanted[:-1]

    def _whiskers(self, picture: Whiskers) -> str:
        """Names that are too long for the column have a line of their own."""
        names = [row.name for row in picture.rows]
        room = min(_NAME, self.width - _PLOT - _AROUND)
        column = max((len(name) for name in names if len(name) <= room), default=2)
        heads = (picture.caption, picture.about)
        lines = [self.wrap(text) for text in heads if text]
        for name, row in zip(names, picture.rows, strict=True):
            own = name if len(name) <= column else ""
            lines += [] if own else [self.wrap(name, "  ", 4)]
            lines.append(self._figure(f"  {own:<{column}}  ", row, picture))
        low, high = (self._end(end, picture) for end in picture.limits)
        axis = low + high.rjust(_PLOT - len(low))
        return "\n".join([*lines, " " * (column + 4) + axis])

    def _figure(self, start: str, row: Whisker, picture: Whiskers) -> str:
        """A figure's line; where there is none, why."""
        if row.value is None:
            return self.wrap(row.note, start, len(start)) if row.note else start.rstrip()
        marks = [" "] * _PLOT
        if row.low is not None and row.high is not None:
            first, last = (_place(end, picture.limits) for end in (row.low, row.high))
            marks[first : last + 1] = "─" * (last + 1 - first)
            marks[first], marks[last] = "├", "┤"
        marks[_place(row.value, picture.limits)] = "●"
        value, ends = told(row, picture, self.language)
        return f"{start}{''.join(marks)} {value:>6}  {ends or row.note}".rstrip()

    def _end(self, end: float, picture: Whiskers) -> str:
        if picture.is_share:
            return per_cent(figure(end * 100, self.language, 0), self.language)
        return figure(end, self.language, 0)


def _fitted(rows: Sequence[Sequence[str]], numeric: Sequence[int], width: int) -> list[int]:
    """How wide each column is: the last gives way first, then the broadest of the others.

    Figures are never wrapped and words never broken, so a table may remain too broad.
    """
    columns = list(zip(*rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    least = [
        wide if at in numeric else min(wide, max(_NARROW, _longest_word(column)))
        for at, (wide, column) in enumerate(zip(widths, columns, strict=True))
    ]
    over = _breadth(widths) - width
    comfortable = max(least[-1], min(_LAST, widths[-1]))
    given = max(0, min(over, widths[-1] - comfortable))
    widths[-1] -= given
    for _ in range(over - given):
        at = max(range(len(widths)), key=lambda at: (widths[at] > least[at], widths[at]))
        widths[at] = max(widths[at] - 1, least[at])
    return widths


def _breadth(widths: Sequence[int]) -> int:
    return sum(widths) + _GAP * (len(widths) - 1)


def _longest_word(cells: Iterable[str]) -> int:
    return max((len(word) for cell in cells for word in cell.split()), default=0)


def _row(row: Sequence[str], widths: Sequence[int], numeric: Sequence[int]) -> list[str]:
    """One row as lines: as many as its longest cell needs."""
    cells = [_cell(cell, wide) for cell, wide in zip(row, widths, strict=True)]
    lines = []
    for number in range(max(map(len, cells))):
        parts = [cell[number] if number < len(cell) else "" for cell in cells]
        aligned = [
            part.rjust(wide) if at in numeric else part.ljust(wide)
            for at, (part, wide) in enumerate(zip(parts, widths, strict=True))
        ]
        lines.append((" " * _GAP).join(aligned).rstrip())
    return lines


def _cell(text: str, width: int) -> list[str]:
    return [text] if len(text) <= width else wrapped(text, width, "", 0).split("\n")


def _place(value: float, limits: tuple[float, float]) -> int:
    low, high = limits
    share = (min(max(value, low), high) - low) / (high - low)
    return round(share * (_PLOT - 1))
