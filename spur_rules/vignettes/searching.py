"""Every boundary that a domain has, and the situations one step from it.

A situation is looked at by how many alike rows have which status, so a domain has few of them. Only
those with at most `MOST_ROWS` rows that are not plainly met are tried: a unit with more is near
nothing. What counts as one step is in `_Search`, hinge by hinge.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations_with_replacement
from math import comb

from ..policy import Policy
from ..rulebook import Rulebook
from ..vocabulary import Code, Grade, Status
from .boundary import Boundary, Deviation, Hinge, HingeKind, Near, Situation
from .plausible import Plausible
from .situation_grades import Graded, GradersByReading

MOST_ROWS = 4
#: With more situations than this, fewer rows are tried together.
LIMIT_SITUATIONS = 50_000

_NOT_MET, _UNKNOWN = Code.NOT_MET, Code.NOT_ASSESSED
#: How a row with such a status could as well have been ticked.
_OTHERWISE = {
    Code.PARTLY: (Code.MET, Code.NOT_MET),
    Code.MET_OTHERWISE: (Code.NOT_MET, Code.PARTLY),
    Code.NOT_APPLICABLE: (Code.MET, Code.NOT_MET),
}
_DEVIATING = (Code.NOT_MET, Code.PARTLY, Code.MET_OTHERWISE, Code.NOT_APPLICABLE, _UNKNOWN)


def near_boundaries(
    rulebook: Rulebook, policy: Policy, index: int, plausible: Plausible
) -> dict[Boundary, tuple[Near, ...]]:
    """Every boundary of a domain with the situations one step from it, in a fixed order.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The reading to start from.
        index: The domain's number, in catalog order.
        plausible: Which rows may deviate, and as what.
    """
    found: dict[Boundary, dict[Near, None]] = {}
    search = _Search(GradersByReading(rulebook, policy, index), plausible)
    for situation in search.situations():
        for near in search.near(situation):
            found.setdefault(near.boundary, {})[near] = None
    order = _Order(rulebook)
    return {of: tuple(found[of]) for of in sorted(found, key=order)}


class _Order:
    """Boundaries in order: the best grades first, then rules, parameters and statuses."""

    def __init__(self, rulebook: Rulebook) -> None:
        names = [rule.id for rule in rulebook.ruleset.rules]
        names += [parameter.name for parameter in rulebook.ruleset.parameters]
        self._rank = {name: at for at, name in enumerate([*names, *Status])}

    def __call__(self, of: Boundary) -> tuple[object, ...]:
        kind = tuple(HingeKind).index(of.hinge.kind)
        return of.better, of.worse, of.is_gap, kind, self._rank[of.hinge.name]


class _Search:
    def __init__(self, graders: GradersByReading, plausible: Plausible) -> None:
        self._graders, self._grader = graders, graders.base
        self._letter = graders.linked.letter
        self._grades = graders.linked.domain.grades
        self._room = {
            (number, code): len(plausible.rows(graders.linked, alike, code))
            for number, alike in enumerate(graders.alike)
            for code in _DEVIATING
        }

    def situations(self) -> Iterator[Situation]:
        """Every one that rows can be found for, at most one of them unknown."""
        kinds = [Deviation(*kind) for kind, room in self._room.items() if room]
        most = MOST_ROWS
        while most > 1 and comb(len(kinds) + most, most) > LIMIT_SITUATIONS:
            most -= 1
        for rows in range(most + 1):
            yield from filter(self._has_room, combinations_with_replacement(kinds, rows))

    def _has_room(self, situation: Situation) -> bool:
        numbers = Counter(situation)
        together = Counter(row.alike for row in situation)
        return (
            all(number <= self._room[kind] for kind, number in numbers.items())
            and all(number <= self._room[alike, _NOT_MET] for alike, number in together.items())
            and sum(row.code is _UNKNOWN for row in situation) <= 1
        )

    def near(self, situation: Situation) -> Iterator[Near]:
        """The boundaries that a situation is one step from."""
        here = self._grader.graded(situation)
        unknown = next((row for row in situation if row.code is _UNKNOWN), None)
        if unknown is not None:
            if here.worst is not here.best:
                hinge = Hinge(HingeKind.STATUS, Status.NOT_ASSESSED.value)
                between = Boundary(self._letter, here.best, here.worst, hinge)
                yield Near(between, situation, unknown, _NOT_MET)
            return
        yield from self._other_status(situation, here)
        yield from self._one_less(situation, here)
        yield from self._one_more(situation, here)
        yield from self._other_reading(situation, here)

    def _other_status(self, situation: Situation, here: Graded) -> Iterator[Near]:
        """A row that is neither met nor not met, ticked as something near."""
        for row in dict.fromkeys(situation):
            for to in _OTHERWISE.get(row.code, ()):
                there = self._grader.graded(_replaced(situation, row, to))
                if there.best is not here.best:
                    hinge = Hinge(HingeKind.STATUS, Status[row.code.name].value)
                    yield Near(self._between(here, there, hinge), situation, row, to)

    def _one_less(self, situation: Situation, here: Graded) -> Iterator[Near]:
        """One row that is ej uppfyllt mended: every rule that binds lets go."""
        for row in dict.fromkeys(row for row in situation if row.code is _NOT_MET):
            mended = _replaced(situation, row, Code.MET)
            there = self._grader.graded(mended)
            for hinge, is_gap in self._let_go(situation, here, there):
                yield Near(self._between(here, there, hinge, is_gap), situation, row, Code.MET)

    def _one_more(self, situation: Situation, here: Graded) -> Iterator[Near]:
        """One row more that is ej uppfyllt among rows of which some are: a threshold is passed."""
        for alike in dict.fromkeys(row.alike for row in situation if row.code in _OTHERWISE_SHORT):
            worse = tuple(sorted((*situation, Deviation(alike, _NOT_MET))))
            if self._has_room(worse):
                there = self._grader.graded(worse)
                for hinge, is_gap in self._let_go(worse, there, here):
                    between = self._between(here, there, hinge, is_gap)
                    yield Near(between, situation, Deviation(alike, Code.MET), _NOT_MET)

    def _let_go(
        self, worse: Situation, below: Graded, above: Graded
    ) -> Iterator[tuple[Hinge, bool]]:
        """The rule that holds the worse of two grades, the first where several do, or its gaps."""
        if below.best is not above.best:
            yield Hinge(HingeKind.RULE, self._grader.binding(worse)[0]), False
        else:
            for rule in sorted(below.gaps - above.gaps):
                yield Hinge(HingeKind.RULE, rule), True

    def _other_reading(self, situation: Situation, here: Graded) -> Iterator[Near]:
        for name, value, grader in self._graders.readings:
            there, hinge = grader.graded(situation), Hinge(HingeKind.PARAMETER, name)
            if there.best is not here.best:
                yield Near(self._between(here, there, hinge), situation, value=value)
            elif there.gaps != here.gaps:
                yield Near(self._between(here, there, hinge, True), situation, value=value)

    def _between(self, here: Graded, there: Graded, hinge: Hinge, is_gap: bool = False) -> Boundary:
        better, worse = sorted((here.best, there.best))
        if is_gap:
            worse = next((grade for grade in self._grades if grade > better), better)
        return Boundary(self._letter, better, worse, hinge, is_gap)


_OTHERWISE_SHORT = (Code.PARTLY, Code.NOT_MET)


def _replaced(situation: Situation, row: Deviation, code: Code) -> Situation:
    left = list(situation)
    left.remove(row)
    if code is not Code.MET:
        left.append(Deviation(row.alike, code))
    return tuple(sorted(left))


def are_neighbours(grades: tuple[Grade, ...], better: Grade, worse: Grade) -> bool:
    """Whether two grades stand beside each other on a scale.

    >>> are_neighbours((Grade.A, Grade.B, Grade.D), Grade.B, Grade.D)
    True
    """
    return better in grades and worse in grades and grades.index(worse) == grades.index(better) + 1
