"""Where no single row settles a difference: which two rows do together."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from ..panels.panel import NO_GRADE
from .pairing import Groups, Pairs
from .ticks_graded import Places, TicksGraded

Same = NDArray[np.bool_]


class TwoRowCounts:
    """For every two rows of a domain how many pairs they settle that neither settles alone.

    Args:
        groups: The groups of the domain.
        graded: Their ticks.
    """

    def __init__(self, groups: Groups, graded: TicksGraded) -> None:
        self._groups, self._graded = groups, graded
        self.settled: dict[tuple[int, int], int] = {}
        self.by_two_rows = 0

    def add(self, pairs: Pairs) -> None:
        """Pairs whose grades differ and follow from the ticks, and that no single row settles."""
        one, other, times = self._once(pairs)
        differ = self._groups.ticks[one] != self._groups.ticks[other]
        is_settled = np.zeros(len(one), np.bool_)
        for rows in combinations(range(differ.shape[1]), 2):
            asked = np.flatnonzero(differ[:, rows[0]] & differ[:, rows[1]])
            if len(asked):
                found = asked[self._are_settled(one[asked], other[asked], rows)]
                is_settled[found] = True
                self._count(rows, int(times[found].sum()))
        self.by_two_rows += int(times[is_settled].sum())

    def _count(self, rows: tuple[int, int], pairs: int) -> None:
        if pairs:
            self.settled[rows] = self.settled.get(rows, 0) + pairs

    def _once(self, pairs: Pairs) -> Pairs:
        """Pairs with the same two ticks as one, whichever case they are of: their grades follow."""
        same = self._groups.same_ticks
        keys = np.column_stack([same[pairs.first], same[pairs.second]])
        _, at, place = np.unique(keys, axis=0, return_index=True, return_inverse=True)
        times = np.zeros(len(at), np.int64)
        np.add.at(times, place.reshape(-1), pairs.times)
        return Pairs(pairs.first[at], pairs.second[at], times)

    def _are_settled(self, one: Places, other: Places, rows: tuple[int, int]) -> Same:
        """Whether both have the same grade, whichever of the two ticks is taken for each row."""
        left, right = rows
        settled = self._is_same(one, other, (), rows)
        settled &= self._is_same(one, other, rows, ())
        settled &= self._is_same(one, other, (left,), (right,))
        settled &= self._is_same(one, other, (right,), (left,))
        return settled

    def _is_same(
        self, one: Places, other: Places, from_other: tuple[int, ...], from_one: tuple[int, ...]
    ) -> Same:
        """Whether the grades are the same when some rows are as the other has them, some as one."""
        first = self._with(one, other, from_other)
        found: Same = (first == self._with(other, one, from_one)) & (first != NO_GRADE)
        return found

    def _with(self, who: Places, as_: Places, rows: tuple[int, ...]) -> NDArray[np.int8]:
        """The grades of some groups with rows as others have them."""
        ticks = self._groups.ticks
        places = [np.full(len(who), row, np.intp) for row in rows]
        taken = [ticks[as_, row].astype(np.intp) for row in rows]
        return self._graded.changed(who, *zip(places, taken, strict=True)).grade
