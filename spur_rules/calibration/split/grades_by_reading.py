"""What every reading of the printed words makes of ticks: by profile, and by parameter."""

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
from .split import ReadingOfGrade
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
