"""Which kind each pair of raters is of, counted case by case."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..panels.panel import NO_GRADE
from .pairing import Groups, Pairs
from .split import SplitKind

KINDS = tuple(SplitKind)
_NUMBER = {kind: number for number, kind in enumerate(KINDS)}


class KindCounts:
    """How many pairs of each kind there are in every case; `add` more.

    Args:
        cases: How many cases the panel has.
    """

    def __init__(self, cases: int) -> None:
        self.by_case = np.zeros((len(KINDS), cases), np.int64)
        self.same_by_rules = np.zeros(cases, np.int64)
        self.other_by_rules = np.zeros(cases, np.int64)
        self.unexplained_same_by_rules = np.zeros(cases, np.int64)
        self.nothing_ticked = np.zeros(cases, np.int64)
        self.may_follow = np.zeros(cases, np.int64)
        self.one_departs = self.both_depart = self.despite_ticks = 0

    def add_alike(self, groups: Groups) -> None:
        """The pairs within each group: same ticks and same grade."""
        times = groups.size * (groups.size - 1) // 2
        self._put(SplitKind.SAME_TICKS_SAME_GRADE, groups.case, times)
        unticked = ~groups.ticked
        np.add.at(self.nothing_ticked, groups.case[unticked], times[unticked])
        known = groups.by_rules != NO_GRADE
        np.add.at(self.same_by_rules, groups.case[known], times[known])

    def add(
        self, groups: Groups, pairs: Pairs, kinds: NDArray[np.int8], fits: NDArray[np.bool_]
    ) -> None:
        """Pairs of two groups, of which kind they are, and whether each group's grade may stand."""
        one, other, times = pairs
        case = groups.case[one]
        for number, kind in enumerate(KINDS):
            self._put(kind, case[kinds == number], times[kinds == number])
        departing = groups.departs[one].astype(int) + groups.departs[other]
        unexplained = kinds == _NUMBER[SplitKind.UNEXPLAINED]
        self.one_departs += int(times[unexplained & (departing == 1)].sum())
        self.both_depart += int(times[unexplained & (departing == 2)].sum())
        alike = groups.same_ticks[one] == groups.same_ticks[other]
        is_open = alike & (kinds == _NUMBER[SplitKind.OPEN])
        np.add.at(self.may_follow, case[is_open], times[is_open])
        unticked = ~groups.ticked[one] & ~groups.ticked[other]
        np.add.at(self.nothing_ticked, case[unticked], times[unticked])
        self._add_by_rules(groups, pairs, kinds, fits[one] & fits[other])

    def _add_by_rules(
        self, groups: Groups, pairs: Pairs, kinds: NDArray[np.int8], fit: NDArray[np.bool_]
    ) -> None:
        one, other, times = pairs
        case, own = groups.case[one], groups.by_rules
        known = (own[one] != NO_GRADE) & (own[other] != NO_GRADE)
        same = known & (own[one] == own[other])
        np.add.at(self.same_by_rules, case[same], times[same])
        np.add.at(self.other_by_rules, case[known & ~same], times[known & ~same])
        alike = kinds == _NUMBER[SplitKind.OTHER_TICKS_SAME_GRADE]
        self.despite_ticks += int(times[alike & known & ~same].sum())
        unexplained = same & ~fit & (kinds == _NUMBER[SplitKind.UNEXPLAINED])
        np.add.at(self.unexplained_same_by_rules, case[unexplained], times[unexplained])

    def _put(self, kind: SplitKind, case: NDArray[np.intp], times: NDArray[np.int64]) -> None:
        np.add.at(self.by_case[_NUMBER[kind]], case, times)

    def __iadd__(self, other: KindCounts) -> KindCounts:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self


def kinds_of(groups: Groups, pairs: Pairs) -> NDArray[np.int8]:
    """The number of each pair's kind.

    The same ticks can follow to one grade only, so that two that differ and both may follow are in
    a range: what was not assessed may part the raters as well as judgement.

    Args:
        groups: The groups of one domain.
        pairs: Pairs of two of them.
    """
    one, other, _ = pairs
    departs = groups.departs[one] | groups.departs[other]
    follow = groups.follows[one] & groups.follows[other]
    otherwise = np.select(
        [departs, follow],
        [_NUMBER[SplitKind.UNEXPLAINED], _NUMBER[SplitKind.EXPLAINED]],
        _NUMBER[SplitKind.OPEN],
    )
    same_grade = groups.given[one] == groups.given[other]
    found = np.where(same_grade, _NUMBER[SplitKind.OTHER_TICKS_SAME_GRADE], otherwise)
    same_ticks = groups.same_ticks[one] == groups.same_ticks[other]
    alike = np.where(departs, _NUMBER[SplitKind.JUDGEMENT], _NUMBER[SplitKind.OPEN])
    return np.where(same_ticks, alike, found).astype(np.int8)


def of_kind(pairs: Pairs, kinds: NDArray[np.int8], kind: SplitKind) -> Pairs:
    """The pairs of one kind."""
    chosen = kinds == _NUMBER[kind]
    return Pairs(pairs.first[chosen], pairs.second[chosen], pairs.times[chosen])
