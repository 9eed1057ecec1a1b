"""Same ticks, other grades: under which reading of the printed words each grade follows."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from ...vocabulary import Code
from ..panels.panel import GRADES, NO_GRADE, Panel
from .gaps import NO_GAP, Gaps
from .grades_by_reading import GradesByReading
from .pairing import Groups, Pairs
from .split import Judgement, Stands


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
