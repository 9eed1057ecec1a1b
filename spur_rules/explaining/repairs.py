"""Why not better: the smallest repairs that reach a grade; and which single worsening lowers it.

What is still unknown is taken as met, as it is in the best grade of the range.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import comb, prod

from ..explanation import Choice, Repair, Step, Way, Worsening
from ..vocabulary import Code, Grade, Status
from .what_if import Tallies, WhatIf, as_answered, moved

#: With more ways to mend than this, one smallest repair is given instead of all.
LIMIT_WAYS = 5_000

_SHORT = (Code.PARTLY, Code.NOT_MET)
_MET = (Code.MET, Code.MET_OTHERWISE, Code.NOT_ASSESSED)
#: What can be found worse than it is, those together that count alike here.
_BETTER = {
    Code.PARTLY: (_MET, (Code.NOT_APPLICABLE,)),
    Code.NOT_MET: (_MET, (Code.NOT_APPLICABLE,), (Code.PARTLY,)),
}

#: How many of each kind (some alike indicators with one status) are mended.
Mended = tuple[int, ...]


class Repairs:
    """What would change one domain's grade.

    Args:
        what_if: What every answer would give.
        own: The statuses of the domain's indicators, in the rulebook's order.
    """

    def __init__(self, what_if: WhatIf, own: bytes) -> None:
        self._what_if, self._own = what_if, own
        parts = range(len(what_if.parts))
        self._tallies = [as_answered(what_if.tallies(part, own), Code.MET) for part in parts]
        self._ceilings = [what_if.ceiling(part, self._tallies[part]) for part in parts]
        self._grade = max(self._ceilings, default=what_if.domain.best_grade)

    def find(self) -> tuple[Repair, ...]:
        """The smallest repairs for every better grade on the scale, the nearest grade first."""
        better = [
            grade for grade in self._what_if.domain.linked.domain.grades if grade < self._grade
        ]
        return tuple(self.reaching(grade) for grade in reversed(better))

    def reaching(self, grade: Grade) -> Repair:
        """The smallest repairs that reach one grade or better.

        Args:
            grade: A grade on the domain's scale, better than what it has.
        """
        steps, is_complete = [], True
        for part, ceiling in enumerate(self._ceilings):
            if ceiling > grade:
                ways, all_found = self._ways(part, grade)
                steps.append(Step(ways))
                is_complete &= all_found
        return Repair(grade, tuple(steps), is_complete)

    def _ways(self, part: int, grade: Grade) -> tuple[tuple[Way, ...], bool]:
        kinds = list(_kinds(self._tallies[part], _SHORT))
        needed = self._needed(part, grade, kinds)
        if needed is None:
            return (), True
        tried = [
            range(least, count + 1) for least, (_, _, count) in zip(needed, kinds, strict=True)
        ]
        is_complete = prod(map(len, tried)) <= LIMIT_WAYS
        find = self._smallest if is_complete else self._one_smallest
        found = sorted(
            find(part, grade, kinds, tried), key=lambda mended: (sum(mended), mended[::-1])
        )
        ways = tuple(self._way(part, kinds, mended) for mended in found)
        return (self._as_one_choice(ways) if is_complete else ways), is_complete

    def _as_one_choice(self, ways: tuple[Way, ...]) -> tuple[Way, ...]:
        """Ways that together are any so many of some indicators, as that one choice."""
        ids = {id for way in ways for choice in way for id in choice.of}
        numbers = {sum(choice.number for choice in way) for way in ways}
        repairs = sum(prod(comb(len(c.of), c.number) for c in way) for way in ways)
        if len(numbers) != 1 or repairs != comb(len(ids), number := numbers.pop()):
            return ways
        in_order = tuple(id for id in self._what_if.domain.linked.indicators if id in ids)
        return ((Choice(number, in_order, Status.MET),),)

    def _way(self, part: int, kinds: list[tuple[int, Code, int]], mended: Mended) -> Way:
        choices = []
        for (at, code, _), count in zip(kinds, mended, strict=True):
            if count:
                ids = self._what_if.ids(self._what_if.parts[part].alike[at], self._own, code)
                choices.append(Choice(count, ids, Status.MET))
        return tuple(choices)

    def _is_enough(
        self, part: int, grade: Grade, kinds: list[tuple[int, Code, int]], mended: Mended
    ) -> bool:
        tallies = list(self._tallies[part])
        for (at, code, _), count in zip(kinds, mended, strict=True):
            tallies[at] = moved(tallies[at], code, Code.MET, count)
        return self._what_if.ceiling(part, tuple(tallies)) <= grade

    def _needed(self, part: int, grade: Grade, kinds: list[tuple[int, Code, int]]) -> Mended | None:
        """How many of each kind every repair must mend; None where mending is not enough."""
        everything = tuple(count for _, _, count in kinds)
        if not self._is_enough(part, grade, kinds, everything):
            return None
        return tuple(
            next(
                least
                for least in range(count + 1)
                if self._is_enough(
                    part, grade, kinds, (*everything[:kind], least, *everything[kind + 1 :])
                )
            )
            for kind, count in enumerate(everything)
        )

    def _smallest(
        self, part: int, grade: Grade, kinds: list[tuple[int, Code, int]], tried: list[range]
    ) -> Iterator[Mended]:
        """Every way from which nothing can be left out.

        Mending more never lowers a grade, so what holds one that is enough is enough.
        """
        enough: set[Mended] = set()
        for mended in product(*tried):
            if any(less in enough for less in _one_less(mended)):
                enough.add(mended)
            elif self._is_enough(part, grade, kinds, mended):
                enough.add(mended)
                yield mended

    def _one_smallest(
        self, part: int, grade: Grade, kinds: list[tuple[int, Code, int]], tried: list[range]
    ) -> Iterator[Mended]:
        """One such way: everything mended, and then as much left out as can be."""
        mended = [count for _, _, count in kinds]
        for kind, numbers in enumerate(tried):
            for left in numbers:
                fewer = (*mended[:kind], left, *mended[kind + 1 :])
                if self._is_enough(part, grade, kinds, fewer):
                    mended[kind] = left
                    break
        yield tuple(mended)

    def worsenings(self) -> tuple[Worsening, ...]:
        """Every single answer that, found delvis or ej uppfyllt, would lower the grade.

        Also of what is not assessed, which is taken as met here, and of what does not apply.
        """
        found: dict[tuple[Grade, tuple[str, ...]], list[Status]] = {}
        for part, tallies in enumerate(self._tallies):
            for at, tally in enumerate(tallies):
                for new in _SHORT:
                    for grade, ids in self._lowered(part, at, tally, new):
                        found.setdefault((grade, ids), []).append(Status[new.name])
        order = list(self._what_if.domain.linked.indicators)
        rows = [Worsening(grade, ids, tuple(new)) for (grade, ids), new in found.items()]
        return tuple(
            sorted(rows, key=lambda row: (-ord(row.grade), order.index(row.indicators[0])))
        )

    def _lowered(
        self, part: int, at: int, tally: tuple[int, ...], new: Code
    ) -> Iterator[tuple[Grade, tuple[str, ...]]]:
        for old in _BETTER[new]:
            ids = self._what_if.ids(self._what_if.parts[part].alike[at], self._own, *old)
            if not ids:
                continue
            tallies = list(self._tallies[part])
            present = next(code for code in old if tally[code])
            tallies[at] = moved(tally, present, new)
            grade = self._what_if.ceiling(part, tuple(tallies))
            if grade > self._grade:
                yield grade, ids


def _kinds(tallies: Tallies, codes: tuple[Code, ...]) -> Iterator[tuple[int, Code, int]]:
    """Which alike indicators have which of the statuses, and how many."""
    for at, tally in enumerate(tallies):
        for code in codes:
            if tally[code]:
                yield at, code, tally[code]


def _one_less(mended: Mended) -> Iterator[Mended]:
    for kind, count in enumerate(mended):
        if count:
            yield (*mended[:kind], count - 1, *mended[kind + 1 :])
