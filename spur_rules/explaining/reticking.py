"""The fewest ticks that would have to be other for a domain to have a certain grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import combinations_with_replacement
from typing import NamedTuple

from ..explanation import Choice, Step, Way
from ..vocabulary import Code, Grade, Status
from .what_if import Tallies, WhatIf, as_answered, moved

#: With more ways to try in one part than this, it is left open whether there is one.
LIMIT_TRIED = 20_000

_NEW = (Code.MET, Code.PARTLY, Code.NOT_MET)
_OLD = tuple(code for code in Code if code is not Code.NOT_IN_USE)
_ALL_MET = frozenset((Code.MET, Code.MET_OTHERWISE, Code.NOT_ASSESSED))

#: Which alike indicators, from which status to which.
Move = tuple[int, Code, Code]
IsWanted = Callable[[Grade], bool]


class Reticks(NamedTuple):
    """The shortest sets of steps to a grade; none there is, or none was found among too many."""

    changes: tuple[tuple[Step, ...], ...]
    is_complete: bool = True


class _TooMany(Exception):  # noqa: N818 (a signal, not an error)
    """More ways than are tried."""


class Reticking:
    """What would have to be ticked differently in one domain; the unknown counts as met.

    Args:
        what_if: What every answer would give.
        own: The statuses of the domain's indicators, in the rulebook's order.
    """

    def __init__(self, what_if: WhatIf, own: bytes) -> None:
        self._what_if, self._own = what_if, own
        parts = range(len(what_if.parts))
        self._known = [what_if.tallies(part, own) for part in parts]

    def find(self, grade: Grade) -> Reticks:
        """Every shortest set of steps after which the grade is this one.

        No part may have a lower ceiling, and one of them must have just this one.

        Args:
            grade: A grade on the domain's scale.
        """
        try:
            return Reticks(tuple(self._shortest(grade)))
        except _TooMany:
            return Reticks((), is_complete=False)

    def _shortest(self, grade: Grade) -> Iterator[tuple[Step, ...]]:
        at_least = [self._step(part, grade.__ge__) for part in self._parts]
        if None in at_least:
            return
        if grade is self._what_if.domain.best_grade:
            yield _without_empty(at_least)
            return
        found: dict[tuple[Step, ...], int] = {}
        for part in self._parts:
            exactly = self._step(part, grade.__eq__)
            if exactly is not None:
                steps = _without_empty([*at_least[:part], exactly, *at_least[part + 1 :]])
                found[steps] = sum(step.fewest for step in steps)
        fewest = min(found.values(), default=0)
        yield from (steps for steps, number in found.items() if number == fewest)

    @property
    def _parts(self) -> range:
        return range(len(self._known))

    def _step(self, part: int, is_wanted: IsWanted) -> Step | None:
        """Every way with the fewest ticks; None where there is none."""
        moves, tried = list(self._moves(part)), 0
        for number in range(sum(map(sum, self._known[part])) + 1):
            ways = []
            for chosen in combinations_with_replacement(moves, number):
                tried += 1
                if tried > LIMIT_TRIED:
                    raise _TooMany
                tallies = self._after(part, chosen)
                if tallies is not None and is_wanted(self._what_if.ceiling(part, tallies)):
                    ways.append(self._way(part, chosen))
            if ways:
                return Step(tuple(ways))
        return None

    def _moves(self, part: int) -> Iterator[Move]:
        for at, tally in enumerate(self._known[part]):
            for old in _OLD:
                yield from ((at, old, new) for new in _NEW if tally[old] and not _is_same(old, new))

    def _after(self, part: int, chosen: tuple[Move, ...]) -> Tallies | None:
        """The tallies after the moves; None where there are not so many to move."""
        tallies = list(self._known[part])
        for (at, old), number in Counter(move[:2] for move in chosen).items():
            if number > tallies[at][old]:
                return None
        for at, old, new in chosen:
            tallies[at] = moved(tallies[at], old, new)
        return as_answered(tuple(tallies), Code.MET)

    def _way(self, part: int, chosen: tuple[Move, ...]) -> Way:
        alike = self._what_if.parts[part].alike
        return tuple(
            Choice(number, self._what_if.ids(alike[at], self._own, old), Status[new.name])
            for (at, old, new), number in Counter(chosen).items()
        )


def _is_same(old: Code, new: Code) -> bool:
    return old is new or {old, new} <= _ALL_MET


def _without_empty(steps: list[Step | None]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step is not None and step.fewest)
