"""A document as plain text for a terminal: what is not folded, pictures as lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .blocks import Block, Document, HeatMap, Listing, Paragraph, Section, Table, Whisker, Whiskers
from .picture_tables import figure, per_cent, table_of, told
from .wrapping import wrapped

#: Columns that a figure's line takes; beside it a name has at most so many.
_PLOT, _NAME = 25, 26
#: A longer table is not read on a terminal.
_MOST_ROWS = 30


def as_text(document: Document, width: int = 80) -> str:
    """A document as text in lines of a width. What is folded or too wide is left out.

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
    <BLANKLINE>
    Fig.
      A  ├───────────●───────────┤   0,50  0,00 till 1,00
      B  ett fall
         0                       1
    """
    return _Text(document, width).render()


@dataclass(frozen=True)
class _Text:
    document: Document
    width: int

    def render(self) -> str:
        parts = [_headed(self.document.title, "="), *map(self._wrap, self.document.lead)]
        for section in self.document.sections:
            parts += self._section(section)
        parts += map(self._wrap, self.document.footer)
        return "\n\n".join(part for part in parts if part) + "\n"

    def _wrap(self, text: str, start: str = "", indent: int = 0) -> str:
        return wrapped(text, self.width, start, indent)

    def _section(self, section: Section) -> list[str]:
        blocks = [text for block in section.blocks if (text := self._block(block))]
        return [_headed(section.title, "-"), *blocks] if blocks else []

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self._wrap(block.text)
        if isinstance(block, Listing):
            return "\n".join(self._items(block))
        if isinstance(block, Whiskers):
            return self._whiskers(block)
        if isinstance(block, HeatMap):
            return self._table(table_of(block, self.document.language))
        return "" if block.is_folded else self._table(block)

    def _items(self, listing: Listing) -> Iterator[str]:
        quotes = listing.quotes or ("",) * len(listing.items)
        for number, (item, quote) in enumerate(zip(listing.items, quotes, strict=True), 1):
            start = f"{number}. " if listing.is_numbered else "- "
            yield self._wrap(item, start, len(start))
            if quote:
                yield self._wrap(quote, " " * (len(start) + 2), len(start) + 2)

    def _table(self, table: Table) -> str:
        """In columns where they fit and the rows are few, else not at all."""
        if len(table.rows) > _MOST_ROWS:
            return ""
        text = self._columns(table)
        return text if _broadest(text) <= self.width else ""

    def _columns(self, table: Table) -> str:
        rows = [table.head, *table.rows]
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        lines = [self._wrap(table.caption)]
        for row in rows:
            cells = zip(row, widths, strict=True)
            aligned = [
                f"{cell:>{size}}" if at in table.numeric else f"{cell:<{size}}"
                for at, (cell, size) in enumerate(cells)
            ]
            lines.append(("  " + "  ".join(aligned)).rstrip())
        return "\n".join(lines)

    def _whiskers(self, picture: Whiskers) -> str:
        """Names that are too long for the column have a line of their own."""
        names = [row.name for row in picture.rows]
        column = max((len(name) for name in names if len(name) <= _NAME), default=2)
        lines = [self._wrap(picture.caption)]
        for name, row in zip(names, picture.rows, strict=True):
            own = name if len(name) <= column else ""
            lines += [] if own else [self._wrap(name, "  ", 4)]
            lines.append(f"  {own:<{column}}  {self._line(row, picture)}".rstrip())
        low, high = (self._end(end, picture) for end in picture.limits)
        axis = low + high.rjust(_PLOT - len(low))
        return "\n".join([*lines, " " * (column + 4) + axis])

    def _end(self, end: float, picture: Whiskers) -> str:
        language = self.document.language
        if picture.is_share:
            return per_cent(figure(end * 100, language, 0), language)
        return figure(end, language, 0)

    def _line(self, row: Whisker, picture: Whiskers) -> str:
        if row.value is None:
            return row.note
        marks = [" "] * _PLOT
        if row.low is not None and row.high is not None:
            first, last = (_place(end, picture.limits) for end in (row.low, row.high))
            marks[first : last + 1] = "─" * (last + 1 - first)
            marks[first], marks[last] = "├", "┤"
        marks[_place(row.value, picture.limits)] = "●"
        value, ends = told(row, picture, self.document.language)
        return f"{''.join(marks)} {value:>6}  {ends}"


def _headed(text: str, mark: str) -> str:
    return f"{text}\n{mark * len(text)}"


def _broadest(text: str) -> int:
    return max(map(len, text.split("\n")))


def _place(value: float, limits: tuple[float, float]) -> int:
    low, high = limits
    share = (min(max(value, low), high) - low) / (high - low)
    return round(share * (_PLOT - 1))
