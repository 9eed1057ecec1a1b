"""Steps from every class of answers to a worse one, and where something gets better by it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from operator import gt

from ..explaining.what_if import moved
from ..vocabulary import Code
from .alike import AlikeRows
from .enumeration import Classes
from .smallest import Step

#: From better to worse, one answer at a time.
WORSE = ((Code.MET, Code.PARTLY), (Code.MET_OTHERWISE, Code.PARTLY), (Code.PARTLY, Code.NOT_MET))
#: What an unknown answer that turns out not to apply is held against.
BETWEEN = ((Code.MET, Code.NOT_APPLICABLE), (Code.NOT_APPLICABLE, Code.NOT_MET))
#: By law both are met.
OTHER_WAY = ((Code.MET, Code.MET_OTHERWISE), (Code.MET_OTHERWISE, Code.MET))

Moves = Sequence[tuple[Code, Code]]


def number_of_steps(classes: Classes, moves: Moves) -> int:
    """How many pairs of classes are one step from each other.

    Args:
        classes: The classes.
        moves: The statuses before and after a step.
    """
    pairs = ((row, len(list(_pairs(row, moves)))) for row in classes.alike)
    return sum(number * classes.count // row.count for row, number in pairs)


def falling(classes: Classes, values: bytes, moves: Moves) -> Iterator[Step]:
    """Every step after which a class's value is smaller than before.

    Args:
        classes: The classes.
        values: A number for each class: its grade, or whether a rule fires.
        moves: The statuses before and after a step.
    """
    for alike, row in enumerate(classes.alike):
        for at, to, old, new in _pairs(row, moves):
            lines = zip(_lines(classes, alike, at), _lines(classes, alike, to), strict=True)
            for before, after in lines:
                if values[before] != values[after]:
                    numbers = range(classes.count)[before]
                    falls = map(gt, values[before], values[after])
                    yield from (Step(n, alike, old, new) for n in compress(numbers, falls))


def _pairs(row: AlikeRows, moves: Moves) -> Iterator[tuple[int, int, Code, Code]]:
    """The numbers of a group's tallies before and after each step."""
    number = {tally: at for at, tally in enumerate(row.tallies)}
    for old, new in moves:
        if old in row.codes and new in row.codes:
            for tally, at in number.items():
                if tally[old]:
                    yield at, number[moved(tally, old, new)], old, new


def _lines(classes: Classes, alike: int, tally: int) -> list[slice]:
    """The classes in which a group has one tally, as few slices as can be."""
    stride, count = classes.strides[alike], classes.count
    block = stride * classes.alike[alike].count
    start = tally * stride
    if stride * block <= count:
        return [slice(start + offset, count, block) for offset in range(stride)]
    return [slice(start + base, start + base + stride) for base in range(0, count, block)]
