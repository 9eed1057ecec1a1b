"""Same ticks, other grades: under which reading of the printed words each grade follows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...explaining.sensitivity import readings
from ...explaining.what_if import WhatIf
from ...explanation import Interval
from ...policy import Policy
from ...rulebook import Rulebook
from ...vocabulary import Code
from ..panels.panel import GRADES, NO_GRADE, Panel
from .gaps import NO_GAP, Gaps
from .pairing import Groups, Pairs
from .split import Judgement, ReadingOfGrade, Stands
from .ticks_graded import TicksGraded


class TriedValue(NamedTuple):
    """One domain when a parameter has these values."""

    values: Interval
    domain: WhatIf


class DomainReadings(NamedTuple):
    """One domain under every profile, and every value of every parameter."""

    profiles: Mapping[str, WhatIf]
    parameters: Mapping[str, tuple[TriedValue, ...]]


@lru_cache(maxsize=32)
def domain_readings(rulebook: Rulebook, policy: Policy, domain: int) -> DomainReadings:
    """Every reading of one domain that is one step from the policy, made once.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The reading to start from.
        domain: The domain's number, in catalog order.
    """
    found = readings(rulebook, policy)
    profiles = {name: WhatIf(r.rules.domains[domain]) for name, r in found.profiles.items()}
    parameters = {
        name: tuple(TriedValue(t.values, WhatIf(t.reading.rules.domains[domain])) for t in tried)
        for name, tried in found.parameters.items()
    }
    return DomainReadings(profiles, parameters)


def nothing_tried(rulebook: Rulebook) -> DomainReadings:
    """The parameters, with no value tried."""
    return DomainReadings({}, {p.name: () for p in rulebook.ruleset.parameters})


class GradesByReading:
    """What every reading of one domain makes of some ticks, -1 where a range is left.

    Args:
        found: The readings.
        graded: The ticks.
    """

    def __init__(self, found: DomainReadings, graded: TicksGraded) -> None:
        self.profiles = {name: graded.under(d).grade for name, d in found.profiles.items()}
        self.values = {name: [t.values for t in tried] for name, tried in found.parameters.items()}
        self.parameters = {name: _each(graded, tried) for name, tried in found.parameters.items()}

    def follows_by(self, parameter: str, given: NDArray[np.int8]) -> NDArray[np.bool_]:
        """Whether each grade follows under some value of a parameter."""
        found: NDArray[np.bool_] = (self.parameters[parameter] == given).any(axis=0)
        return found

    def follows(self, given: NDArray[np.int8]) -> NDArray[np.bool_]:
        """Whether each grade follows under some profile, or some value of some parameter."""
        found = np.zeros(len(given), np.bool_)
        for grades in self.profiles.values():
            found |= grades == given
        for name in self.parameters:
            found |= self.follows_by(name, given)
        return found

    def of(self, row: int, grade: int) -> tuple[ReadingOfGrade, ...]:
        """The readings under which one row of ticks has a grade: profiles, then parameters."""
        return tuple(self._of(row, grade))

    def _of(self, row: int, grade: int) -> Iterator[ReadingOfGrade]:
        for name, grades in self.profiles.items():
            if grades[row] == grade:
                yield ReadingOfGrade(name, None, None)
        for name, rows in self.parameters.items():
            gives = [bool(found == grade) for found in rows[:, row]]
            if len(set(rows[:, row].tolist())) == 1:
                continue  # whatever value it has: nothing hangs on it here
            for is_given, run in groupby(zip(self.values[name], gives, strict=True), _second):
                if is_given:
                    joined = Interval.joined([values for values, _ in run])
                    yield ReadingOfGrade(None, name, joined)


def _each(graded: TicksGraded, tried: tuple[TriedValue, ...]) -> NDArray[np.int8]:
    """The grades under every value: a row for each, none where none is tried."""
    rows = [graded.under(value.domain).grade for value in tried]
    return np.array(rows, np.int8).reshape(len(rows), graded.size)


def _second(pair: tuple[Interval, bool]) -> bool:
    return pair[1]


class JudgementCounts:
    """How many pairs with the same ticks and other grades each parameter explains.

    `settled_by` are the parameters that settle one and the same pair, for every pair there is.

    Args:
        groups: The groups of one domain.
        grades: What every reading makes of their ticks.
        found: Where no printed criterion fits.
        cases: How many cases the panel has.
    """

    def __init__(self, groups: Groups, grades: GradesByReading, found: Gaps, cases: int) -> None:
        self._groups, self._gaps = groups, found
        self._by = {name: grades.follows_by(name, groups.given) for name in grades.parameters}
        self._follows = grades.follows(groups.given) | groups.follows
        self.settled = {name: np.zeros(cases, np.int64) for name in self._by}
        self.settled_by: set[frozenset[str]] = set()
        self.none_but_same_by_rules = np.zeros(cases, np.int64)
        self.no_criterion = np.zeros((len(found.rules), cases), np.int64)
        self.judgements = self.by_one_parameter = self.by_readings = 0

    def _named(self, bits: int) -> frozenset[str]:
        return frozenset(name for number, name in enumerate(self._by) if bits >> number & 1)

    @property
    def no_criterion_by_rule(self) -> dict[str, NDArray[np.int64]]:
        """Of each rule with such a caveat how many pairs, by case."""
        return dict(zip(self._gaps.rules, self.no_criterion, strict=True))

    def add(self, pairs: Pairs) -> None:
        """Pairs with the same ticks and other grades."""
        one, other, times = pairs
        case = self._groups.case[one]
        by_one = np.zeros(len(one), np.bool_)
        which = np.zeros(len(one), np.int64)
        for number, (name, follows) in enumerate(self._by.items()):
            both = follows[one] & follows[other]
            np.add.at(self.settled[name], case[both], times[both])
            by_one |= both
            which |= both.astype(np.int64) << number
        self.settled_by |= {self._named(bits) for bits in np.unique(which[by_one]).tolist()}
        each = self._follows[one] & self._follows[other]
        self.judgements += int(times.sum())
        self.by_one_parameter += int(times[by_one].sum())
        self.by_readings += int(times[each & ~by_one].sum())
        fit = self._gaps.fits[one] & self._gaps.fits[other] & ~each & ~by_one
        np.add.at(self.no_criterion, (self._gaps.rule[one[fit]], case[fit]), times[fit])
        by_none = ~each & ~by_one & ~fit & (self._groups.by_rules[one] != NO_GRADE)
        np.add.at(self.none_but_same_by_rules, case[by_none], times[by_none])


def judgements(
    panel: Panel, groups: Groups, grades: GradesByReading, found: Gaps
) -> Iterator[Judgement]:
    """Where raters of one case have the same ticks in a domain and gave other grades.

    Not where they ticked nothing: that says nothing of them.

    Args:
        panel: The reviews.
        groups: The groups of the domain.
        grades: What every reading makes of the groups' ticks.
        found: Where no printed criterion fits.
    """
    order = panel.rulebook.domains[groups.domain].order
    names = _raters(panel, groups)
    alike: dict[tuple[int, int], list[int]] = {}
    for at, key in enumerate(zip(groups.case.tolist(), groups.same_ticks.tolist(), strict=True)):
        alike.setdefault(key, []).append(at)
    read = lru_cache(maxsize=None)(grades.of)  # the same ticks in another case: read once
    row_of: dict[int, int] = {}
    for (case, ticks), own in alike.items():
        if len(own) > 1 and groups.ticked[own[0]]:
            first = row_of.setdefault(ticks, own[0])
            unknown = np.flatnonzero(groups.ticks[first] == int(Code.NOT_ASSESSED)).tolist()
            yield Judgement(
                panel.cases[case],
                panel.letters[groups.domain],
                tuple(names[at] for at in own),
                tuple(GRADES[groups.given[at]].value for at in own),
                (GRADES[groups.worst[first]].value, GRADES[groups.best[first]].value),
                tuple(read(first, int(groups.given[at])) for at in own),
                tuple(_stands(groups, found, at) for at in own),
                tuple(order[row] for row in unknown),
                found.id(first),
            )


def _stands(groups: Groups, found: Gaps, at: int) -> Stands:
    if found.rule[at] != NO_GAP and found.fits[at]:
        return Stands.NO_CRITERION
    if groups.departs[at]:
        return Stands.DEPARTS
    return Stands.FOLLOWS if groups.follows[at] else Stands.MAY_FOLLOW


def _raters(panel: Panel, groups: Groups) -> list[tuple[str, ...]]:
    """Who is in each group."""
    found: list[list[str]] = [[] for _ in range(groups.number)]
    for at, rater in zip(groups.group_of.tolist(), panel.rater_of.tolist(), strict=True):
        if at >= 0:
            found[at].append(panel.raters[rater])
    return [tuple(names) for names in found]
