"""Many ticks of one domain, graded at once.

A part of a domain's rules sees only how many of its alike indicators have which status. That is
written as one whole number, and each number is graded once: exact, and fast for many raters.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from math import prod
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...explaining.what_if import Tallies, WhatIf
from ...vocabulary import Code
from ..panels.panel import GRADE_NUMBERS
from ..suggested import Suggested

#: What a tally counts; whatever else there is, is met.
_COUNTED = (
    Code.MET_OTHERWISE,
    Code.PARTLY,
    Code.NOT_MET,
    Code.NOT_APPLICABLE,
    Code.NOT_IN_USE,
)
_MOST = 1 << 62
#: Whole numbers: of 64 bits, or Python's own where a domain is too large for them.
Numbers = NDArray[Any]
Places = NDArray[np.intp]
#: Which row gets which status, for each of some ticks.
Change = tuple[Places, Places]


class TickNumbers:
    """What number stands for which ticks, part by part of a domain.

    Args:
        domain: One domain; under another policy the numbers are the same.
    """

    def __init__(self, domain: WhatIf) -> None:
        self.domain = domain
        self.rows = len(domain.domain.linked.order)

    @cached_property
    def weights(self) -> tuple[Numbers, ...]:
        """For each part what every row adds for every status."""
        return tuple(self._weights(part) for part in range(len(self.domain.parts)))

    def _weights(self, part: int) -> Numbers:
        alike = [self.domain.alike[at] for at in self.domain.parts[part].alike]
        sizes = [len(row.offsets) + 1 for row in alike]
        is_small = prod(size ** len(_COUNTED) for size in sizes) < _MOST
        weights: Numbers = np.zeros((self.rows, len(Code)), np.int64 if is_small else object)
        weight = 1
        for row, size in zip(alike, sizes, strict=True):
            for code in _COUNTED:
                weights[list(row.offsets), code] = weight
                weight *= size
        return weights

    def tallies(self, part: int, number: int) -> Tallies:
        """The tallies that a number stands for."""
        found = []
        for at in self.domain.parts[part].alike:
            size = len(self.domain.alike[at].offsets)
            tally = [0] * len(Code)
            for code in _COUNTED:
                number, tally[code] = divmod(number, size + 1)
            tally[Code.MET] = size - sum(tally)
            found.append(tuple(tally))
        return tuple(found)


class TicksGraded:
    """Some ticks of one domain, ready to be graded under any policy.

    Args:
        numbers: The domain's numbers.
        ticks: Status codes, a row for each review.
    """

    def __init__(self, numbers: TickNumbers, ticks: NDArray[np.uint8]) -> None:
        self._numbers, self._ticks = numbers, ticks
        self._ends = [_answered(numbers, code) for code in (Code.NOT_MET, Code.MET)]
        self._own = [[_summed(weights, ticks) for weights in parts] for parts in self._ends]
        self._distinct = [[_Distinct(own) for own in parts] for parts in self._own]

    @property
    def domain(self) -> WhatIf:
        """The domain, under the numbers' own policy."""
        return self._numbers.domain

    @property
    def size(self) -> int:
        """How many rows of ticks there are."""
        return len(self._ticks)

    def under(self, domain: WhatIf) -> Suggested:
        """The grades of all rows.

        Args:
            domain: The same domain, under any policy.
        """
        worst, best = (self._grades(domain, parts, self.size) for parts in self._distinct)
        return Suggested(worst, best)

    def by_rule(self, id: str) -> Suggested:
        """The grades of all rows if the domain had one rule only, under the numbers' own policy.

        Args:
            id: The rule.
        """
        domain = self.domain.domain
        alone = WhatIf(replace(domain, rules=tuple(r for r in domain.rules if r.id == id)))
        return TicksGraded(TickNumbers(alone), self._ticks).under(alone)

    def changed(self, at: Places, *changes: Change) -> Suggested:
        """The grades of rows in which some statuses are others, under the numbers' own policy.

        Args:
            at: Which rows of the ticks.
            changes: For each of them, which indicators get which status; all different.
        """
        worst, best = (
            self._grades(
                self._numbers.domain,
                [_Distinct(then) for then in self._then(end, at, changes)],
                len(at),
            )
            for end in range(len(self._ends))
        )
        return Suggested(worst, best)

    def _then(self, end: int, at: Places, changes: tuple[Change, ...]) -> Iterator[Numbers]:
        """The numbers of each part after the changes."""
        for weights, own in zip(self._ends[end], self._own[end], strict=True):
            then = own[at]
            for row, to in changes:
                then = then - weights[row, self._ticks[at, row]] + weights[row, to]
            yield then

    def _grades(self, domain: WhatIf, parts: list[_Distinct], number: int) -> NDArray[np.int8]:
        """The worst ceiling of the parts: a domain that no rule is about has none."""
        worst = np.full(number, GRADE_NUMBERS[domain.domain.best_grade], np.int8)
        for part, numbers in enumerate(parts):
            np.maximum(worst, self._ceilings(domain, part, numbers), out=worst)
        return worst

    def _ceilings(self, domain: WhatIf, part: int, found: _Distinct) -> NDArray[np.int8]:
        known = [self._numbers.tallies(part, int(number)) for number in found.values]
        grades = [GRADE_NUMBERS[domain.ceiling(part, tallies)] for tallies in known]
        return np.array(grades, np.int8)[found.place]


class _Distinct:
    """Each number once, and where it stands."""

    def __init__(self, numbers: Numbers) -> None:
        self.values, self.place = np.unique(numbers, return_inverse=True)


def _answered(numbers: TickNumbers, unknown_as: Code) -> list[Numbers]:
    """The weights, with ej bedömt as it is answered."""
    found = []
    for weights in numbers.weights:
        answered = weights.copy()
        answered[:, Code.NOT_ASSESSED] = weights[:, unknown_as]
        found.append(answered)
    return found


def _summed(weights: Numbers, ticks: NDArray[np.uint8]) -> Numbers:
    total: Numbers = np.zeros(len(ticks), weights.dtype)
    for row, own in enumerate(ticks.T):
        total += weights[row][own]
    return total
