"""The fewest ticks that would have to be other for a domain to have a certain grade."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import chain, product
from typing import NamedTuple

from ..explanation import Choice, Step, Way
from ..vocabulary import Code, Grade, Status
from .what_if import Tallies, Tally, WhatIf, as_answered

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


class _Retick(NamedTuple):
    """Of some alike indicators: how many keep each status, and how many are ticked anew as each."""

    kept: Tallies
    ticked: Tallies

    @property
    def after(self) -> Tallies:
        rows = zip(self.kept, self.ticked, strict=True)
        both = tuple(tuple(a + b for a, b in zip(*row, strict=True)) for row in rows)
        return as_answered(both, Code.MET)


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
        before = self._known[part]
        level = {_Retick(before, tuple((0,) * len(Code) for _ in before))}
        tried = 0
        while level:
            tried += len(level)
            if tried > LIMIT_TRIED:
                raise _TooMany
            wanted = [r for r in level if is_wanted(self._what_if.ceiling(part, r.after))]
            if wanted:
                moves = sorted(chosen for r in wanted for chosen in _moves(before, r))
                return Step(tuple(self._way(part, chosen) for chosen in moves))
            level = {further for r in level for further in _one_more(r)}
        return None

    def _way(self, part: int, chosen: tuple[Move, ...]) -> Way:
        alike = self._what_if.parts[part].alike
        return tuple(
            Choice(number, self._what_if.ids(alike[at], self._own, old), Status[new.name])
            for (at, old, new), number in Counter(chosen).items()
        )


def _one_more(retick: _Retick) -> Iterator[_Retick]:
    """Each way to tick one more indicator differently."""
    for at, kept in enumerate(retick.kept):
        for old, new in product(_OLD, _NEW):
            if kept[old] and not _is_same(old, new):
                fewer = _replaced(retick.kept, at, _plus(kept, old, -1))
                yield _Retick(fewer, _replaced(retick.ticked, at, _plus(retick.ticked[at], new, 1)))


def _moves(before: Tallies, retick: _Retick) -> Iterator[tuple[Move, ...]]:
    """Each way to pair what was with what is."""
    rows = enumerate(zip(before, retick.kept, retick.ticked, strict=True))
    options = [
        [[(at, old, new) for old, new in pairs] for pairs in _pairings(_minus(was, kept), ticked)]
        for at, (was, kept, ticked) in rows
    ]
    yield from (tuple(chain.from_iterable(chosen)) for chosen in product(*options))


def _pairings(olds: Tally, news: Tally) -> list[list[tuple[Code, Code]]]:
    """Each way to give some old statuses new ones, in order, none twice."""
    old = next((code for code in _OLD if olds[code]), None)
    if old is None:
        return [[]]
    found = []
    for new in (new for new in _NEW if news[new] and not _is_same(old, new)):
        for rest in _pairings(_plus(olds, old, -1), _plus(news, new, -1)):
            if not rest or (old, new) <= rest[0]:
                found.append([(old, new), *rest])
    return found


def _plus(tally: Tally, code: Code, number: int) -> Tally:
    return (*tally[:code], tally[code] + number, *tally[code + 1 :])


def _minus(one: Tally, other: Tally) -> Tally:
    return tuple(a - b for a, b in zip(one, other, strict=True))


def _replaced(tallies: Tallies, at: int, tally: Tally) -> Tallies:
    return (*tallies[:at], tally, *tallies[at + 1 :])


def _is_same(old: Code, new: Code) -> bool:
    return old is new or {old, new} <= _ALL_MET


def _without_empty(steps: list[Step | None]) -> tuple[Step, ...]:
    return tuple(step for step in steps if step is not None and step.fewest)
