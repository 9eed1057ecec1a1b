"""Which rows would bring grades together if raters agreed on their ticks."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...vocabulary import Code
from ..panels.panel import GRADES
from .pairing import Groups, Pairs
from .settling_two import TwoRowCounts
from .ticks_graded import TicksGraded


class RowCounts:
    """For every row of a domain how many pairs differ in it, and how many it settles, by case.

    Args:
        groups: The groups of the domain.
        graded: The groups' ticks.
        cases: How many cases the panel has.
    """

    def __init__(self, groups: Groups, graded: TicksGraded, cases: int) -> None:
        self._groups = groups
        self.two_rows = TwoRowCounts(groups, graded)
        self._after = _after_changes(groups, graded)
        rows = groups.ticks.shape[1]
        self.differing = np.zeros(rows, np.int64)
        self.settled = np.zeros((cases, rows), np.int64)
        self.possibly = np.zeros((cases, rows), np.int64)
        self.explained = self.by_one_row = self.by_one_tick = 0

    def add(self, pairs: Pairs) -> None:
        """Pairs of any kind: where their ticks differ."""
        one, other, times = pairs
        differ = self._groups.ticks[one] != self._groups.ticks[other]
        self.differing += times @ differ

    def add_explained(self, pairs: Pairs) -> None:
        """Pairs whose grades differ and follow from the ticks: what would settle them."""
        one, other, times = pairs
        with_first, with_second = self._same_grade(other, one), self._same_grade(one, other)
        settled, possibly = with_first & with_second, with_first ^ with_second
        case = self._groups.case[one]
        for row in range(settled.shape[1]):
            np.add.at(self.settled[:, row], case[settled[:, row]], times[settled[:, row]])
            np.add.at(self.possibly[:, row], case[possibly[:, row]], times[possibly[:, row]])
        by_row, by_tick = settled.any(axis=1), possibly.any(axis=1)
        self.explained += int(times.sum())
        self.by_one_row += int(times[by_row].sum())
        self.by_one_tick += int(times[~by_row & by_tick].sum())
        self.two_rows.add(Pairs(one[~by_row], other[~by_row], times[~by_row]))

    def _same_grade(self, who: NDArray[np.intp], as_: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Whether each takes the other's grade by taking the other's tick, row by row.

        Where the ticks are the same nothing changes: the grade is still another.
        """
        ticks, given = self._groups.ticks, self._groups.given
        found = np.empty((len(who), ticks.shape[1]), np.bool_)
        for row in range(ticks.shape[1]):
            taken = self._after[who, row, ticks[as_, row]]
            found[:, row] = taken == given[as_]
        return found


def _after_changes(groups: Groups, graded: TicksGraded) -> NDArray[np.int8]:
    """The grade of each group if one row had another status that somebody gave it in that case.

    By group, row and status; -1 where a range is left, and where nobody asks.
    """
    shape = (groups.number, groups.ticks.shape[1], len(Code))
    after = np.full(shape, -1, np.int8)
    given_here = np.zeros((int(groups.case.max(initial=-1)) + 1, *shape[1:]), np.bool_)
    for number, own in enumerate(groups.ticks.T):
        given_here[groups.case, number, own] = True
    asked = _differing_explained(groups)
    at, row, to = np.nonzero(given_here[groups.case[asked]])
    after[asked[at], row, to] = graded.changed(asked[at], (row, to)).grade
    return after


def _differing_explained(groups: Groups) -> NDArray[np.intp]:
    """The groups whose grade follows, in cases where another grade follows for somebody else."""
    followed = np.zeros((int(groups.case.max(initial=-1)) + 1, len(GRADES)), np.bool_)
    followed[groups.case[groups.follows], groups.given[groups.follows]] = True
    several = followed.sum(axis=1) > 1
    return np.flatnonzero(groups.follows & several[groups.case])
