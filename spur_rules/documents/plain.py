"""A document as plain text for a terminal: what is not folded, pictures as lines."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .blocks import Block, Document, HeatMap, Listing, Paragraph, Section, Table, Whisker, Whiskers
from .picture_tables import figure, interval, table_of
from .wrapping import wrapped

#: Columns that a figure's line takes; its name has at most so many.
_PLOT, _NAME = 25, 30


def as_text(document: Document, width: int = 80) -> str:
    """A document as text in lines of a width. Folded tables are left out.

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
         0                     1,0
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
            text = self._columns(table_of(block, self.document.language))
            return text if _broadest(text) <= self.width else ""
        return "" if block.is_folded else self._table(block)

    def _items(self, listing: Listing) -> Iterator[str]:
        quotes = listing.quotes or ("",) * len(listing.items)
        for number, (item, quote) in enumerate(zip(listing.items, quotes, strict=True), 1):
            start = f"{number}. " if listing.is_numbered else "- "
            yield self._wrap(item, start, len(start))
            if quote:
                yield self._wrap(quote, " " * (len(start) + 2), len(start) + 2)

    def _table(self, table: Table) -> str:
        """In columns where they fit, else a heading and its lines for each row."""
        text = self._columns(table)
        if _broadest(text) <= self.width:
            return text
        lines = [self._wrap(table.caption)]
        for name, *cells in table.rows:
            lines.append(self._wrap(name, "  ", 2))
            named = zip(table.head[1:], cells, strict=True)
            lines += [self._wrap(f"{head}: {cell}", "    ", 6) for head, cell in named if cell]
        return "\n".join(lines)

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
        names = [_cut(row.name) for row in picture.rows]
        column = max(map(len, names), default=0)
        lines = [self._wrap(picture.caption)]
        for name, row in zip(names, picture.rows, strict=True):
            lines.append(f"  {name:<{column}}  {self._line(row, picture.limits)}".rstrip())
        low, high = (figure(end, self.document.language, 1) for end in picture.limits)
        low = "0" if picture.limits[0] == 0 else low
        axis = low + high.rjust(_PLOT - len(low))
        return "\n".join([*lines, " " * (column + 4) + axis])

    def _line(self, row: Whisker, limits: tuple[float, float]) -> str:
        if row.value is None:
            return row.note
        marks = [" "] * _PLOT
        if row.low is not None and row.high is not None:
            first, last = (_place(end, limits) for end in (row.low, row.high))
            marks[first : last + 1] = "─" * (last + 1 - first)
            marks[first], marks[last] = "├", "┤"
        marks[_place(row.value, limits)] = "●"
        told = figure(row.value, self.document.language).rjust(6)
        ends = interval(row.low, row.high, self.document.language)
        return f"{''.join(marks)} {told}  {ends}"


def _headed(text: str, mark: str) -> str:
    return f"{text}\n{mark * len(text)}"


def _cut(name: str) -> str:
    return name if len(name) <= _NAME else f"{name[: _NAME - 1]}…"


def _broadest(text: str) -> int:
    return max(map(len, text.split("\n")))


def _place(value: float, limits: tuple[float, float]) -> int:
    low, high = limits
    share = (min(max(value, low), high) - low) / (high - low)
    return round(share * (_PLOT - 1))
