"""How a picture is laid out, in inches, before anything is drawn."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import ceil
from typing import NamedTuple

from .blocks import HeatMap, Whisker, Whiskers

#: From the lightest to the darkest: told apart also on a grey printer.
SHADES = ("#f1f6fb", "#cfe1f2", "#a3cce3", "#62a5d2", "#2468a8", "#08306b")
#: From this one on, what stands in a cell is white.
DARK = 4
#: A shade's number where nothing is there.
NOTHING = -1

_WIDEST = 12.0
_LETTER = 0.0078  # the width of a letter in inches for each point of its size, on the safe side
_MOST_WORDS = 1000


class Run(NamedTuple):
    """Cells side by side of one shade: from the column `start` to before `stop`."""

    row: int
    start: int
    stop: int


def shade_number(shade: float | None) -> int:
    """Which of `SHADES` a cell has: the lightest is kept for exactly nought.

    >>> shade_number(0), shade_number(0.01), shade_number(1), shade_number(None)
    (0, 1, 5, -1)
    """
    if shade is None:
        return NOTHING
    return min(len(SHADES) - 1, max(0, ceil(shade * (len(SHADES) - 1))))


def runs(picture: HeatMap) -> dict[int, list[Run]]:
    """The cells by shade, neighbours drawn together: a large picture stays a small file.

    Args:
        picture: The heat map.
    """
    found: dict[int, list[Run]] = {}
    for row, shades in enumerate(picture.shades):
        at = 0
        for number, same in groupby(map(shade_number, shades)):
            stop = at + len(list(same))
            found.setdefault(number, []).append(Run(row, at, stop))
            at = stop
    return dict(sorted(found.items()))


@dataclass(frozen=True)
class HeatMapLayout:
    """Sizes of a heat map."""

    picture: HeatMap

    @property
    def cell_height(self) -> float:
        """Many rows are low."""
        count = len(self.picture.rows)
        return 0.34 if count <= 20 else 0.22 if count <= 40 else 0.16

    @property
    def cell_width(self) -> float:
        """What the page leaves, and no wider than looks well."""
        room = _WIDEST - self.left - self.right
        return min(0.9, room / max(1, len(self.picture.columns)))

    @property
    def row_size(self) -> float:
        """The size of the rows' names, in points."""
        return 10.5 if self.cell_height > 0.3 else 9 if self.cell_height > 0.2 else 8

    @property
    def column_size(self) -> float:
        """The size of the columns' names, in points."""
        return 10.5 if self.cell_width > 0.3 else 8

    @property
    def left(self) -> float:
        """Room for the rows' names."""
        longest = max((len(name) for name in self.row_names), default=0)
        return 0.2 + longest * self.row_size * _LETTER

    right = 0.15

    @property
    def is_upright(self) -> bool:
        """Whether the columns' names stand on end, as they would not fit beside each other."""
        longest = max((len(name) for name in self.column_names), default=0)
        return longest * self.column_size * _LETTER > self.cell_width - 0.05

    @property
    def top(self) -> float:
        """Room for the columns' names, and for their groups."""
        longest = max((len(name) for name in self.column_names), default=0)
        names = longest * self.column_size * _LETTER + 0.1 if self.is_upright else 0.25
        return names + (0.28 if self.picture.groups else 0.0) + 0.05

    @property
    def width(self) -> float:
        """Of the whole picture: never narrower than its legend."""
        return max(7.0, self.left + self.cell_width * len(self.picture.columns) + self.right)

    @property
    def height(self) -> float:
        """Of the whole picture, with its legend."""
        return self.top + self.cell_height * len(self.picture.rows) + self.bottom

    bottom = 0.75

    @property
    def row_names(self) -> tuple[str, ...]:
        """The rows' names, cut where they are too long to be drawn; the table has all of them."""
        return tuple(_cut(name, 28) for name in self.picture.rows)

    @property
    def column_names(self) -> tuple[str, ...]:
        """The columns' names, cut in the same way."""
        return tuple(_cut(name, 22) for name in self.picture.columns)

    @property
    def every(self) -> int:
        """Every how many columns have their names shown."""
        needed = self.column_size / 72 * 1.15 if self.is_upright else 0.0
        return max(1, ceil(needed / self.cell_width))

    @property
    def shows_words(self) -> bool:
        """Whether what stands in the cells can be read there."""
        picture = self.picture
        longest = max((len(word) for row in picture.words for word in row), default=0)
        is_few = len(picture.rows) * len(picture.columns) <= _MOST_WORDS
        return (
            is_few and longest * 9.5 * _LETTER + 0.08 <= self.cell_width and self.cell_height > 0.2
        )

    def groups(self) -> Iterator[tuple[str, int, int]]:
        """The groups of columns: the name, and from where to before where."""
        at = 0
        for name, same in groupby(self.picture.groups):
            stop = at + len(list(same))
            yield name, at, stop
            at = stop


@dataclass(frozen=True)
class WhiskersLayout:
    """Sizes of figures with intervals."""

    picture: Whiskers

    width = 11.0
    left = 3.7
    right = 2.6
    top = 0.1
    bottom = 0.65
    line = 0.19

    @property
    def names(self) -> tuple[str, ...]:
        """The rows' names in lines."""
        return tuple(_folded(row.name, 44) for row in self.picture.rows)

    def row_height(self, name: str) -> float:
        """By how many lines the name has."""
        return self.line * (name.count("\n") + 1) + 0.13

    @property
    def middles(self) -> tuple[float, ...]:
        """Where each row stands, from the top of the plot."""
        found, at = [], 0.0
        for name in self.names:
            height = self.row_height(name)
            found.append(at + height / 2)
            at += height
        return tuple(found)

    @property
    def plot_height(self) -> float:
        """Of all rows."""
        return max(0.3, sum(map(self.row_height, self.names)))

    @property
    def height(self) -> float:
        """Of the whole picture."""
        return self.top + self.plot_height + self.bottom


def note_of(row: Whisker) -> str:
    """What stands in the place of a figure that there is none of."""
    return _folded(row.note, 60).split("\n")[0]


def _folded(text: str, width: int) -> str:
    return "\n".join(textwrap.wrap(text, width, break_on_hyphens=False)) or text


def _cut(name: str, most: int) -> str:
    return name if len(name) <= most else f"{name[: most - 1]}…"


def corners(found: Sequence[Run]) -> Iterator[tuple[float, float, float, float]]:
    """Left, top, right and bottom of each run, in cells."""
    for run in found:
        yield float(run.start), float(run.row), float(run.stop), float(run.row + 1)
