"""What an explanation holds: what would raise a grade, what would lower it, what it hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from .conditions import Condition
from .vocabulary import Grade, Status


class Choice(NamedTuple):
    """So many of these indicators, any of them, get another status."""

    number: int
    of: tuple[str, ...]
    status: Status

    @property
    def is_all(self) -> bool:
        """Whether it is every one of them."""
        return self.number == len(self.of)


#: Choices that must all be made.
Way = tuple[Choice, ...]


class Step(NamedTuple):
    """Ways to the same end; one of them is enough, and none of it can be left out."""

    ways: tuple[Way, ...]

    @property
    def fewest(self) -> int:
        """How many indicators the shortest way changes."""
        return min(sum(choice.number for choice in way) for way in self.ways)


class Repair(NamedTuple):
    """What must be mended for a better grade: every step, by one of its ways.

    Together the steps and their ways are exactly the smallest repairs: each is enough, and of none
    can anything be left out. Where there are too many to list, one of them is given and
    `is_complete` is false.
    """

    grade: Grade
    steps: tuple[Step, ...]
    is_complete: bool = True

    @property
    def is_possible(self) -> bool:
        """Whether mending reaches the grade: not where a rule fires on what does not apply."""
        return all(step.ways for step in self.steps)

    @property
    def fewest(self) -> int | None:
        """How many indicators must be mended at least; None where mending does not reach it."""
        return sum(step.fewest for step in self.steps) if self.is_possible else None


class Worsening(NamedTuple):
    """A single answer that would lower the grade: any one of these indicators, found so."""

    grade: Grade
    indicators: tuple[str, ...]
    statuses: tuple[Status, ...]


class Interval(NamedTuple):
    """Values of one parameter that all give the same; an end may itself be left out."""

    low: Fraction
    high: Fraction
    has_low: bool = True
    has_high: bool = True

    def __contains__(self, value: object) -> bool:
        """Whether a value lies in it."""
        if not isinstance(value, Fraction | int):
            return False
        above = value > self.low or (self.has_low and value == self.low)
        return above and (value < self.high or (self.has_high and value == self.high))

    @classmethod
    def joined(cls, neighbours: Sequence[Interval]) -> Interval:
        """Neighbours, from the lowest to the highest, as one."""
        first, last = neighbours[0], neighbours[-1]
        return cls(first.low, last.high, first.has_low, last.has_high)


class UnderProfile(NamedTuple):
    """One domain's range under a profile."""

    profile: str
    worst: Grade
    best: Grade


class UnderValue(NamedTuple):
    """One domain's range when one parameter has another value, all else as it is.

    `profiles` are those that give the parameter such a value; where there are none, the values lie
    outside every named reading.
    """

    parameter: str
    values: Interval
    worst: Grade
    best: Grade
    profiles: tuple[str, ...]


class Sensitivity(NamedTuple):
    """How far one domain's grade hangs on the reading: only what would move it is listed."""

    domain: str
    worst: Grade
    best: Grade
    profiles: tuple[UnderProfile, ...]
    parameters: tuple[UnderValue, ...]

    @property
    def stands_fast(self) -> bool:
        """Whether no profile, and no single change of one parameter, moves the grade."""
        return not self.profiles and not self.parameters

    @property
    def stands_fast_when_named(self) -> bool:
        """Whether no profile moves the grade, and no value that a profile gives a parameter."""
        return not self.profiles and not any(row.profiles for row in self.parameters)


class FactValue(NamedTuple):
    """A fact, at worst and at best; None for the share of nothing."""

    fact: str
    worst: Fraction | None
    best: Fraction | None


class Trace(NamedTuple):
    """A condition with its values and whether it holds, at worst and at best; None where void.

    `condition` is as the rule has it; `threshold` is its parameter's value, `values` the fact's or
    the status's; both are empty for `all`, `any` and `not`, whose parts follow.
    """

    condition: Condition
    threshold: Fraction | None
    values: tuple[Fraction | Status | None, ...]
    worst: bool | None
    best: bool | None
    parts: tuple[Trace, ...]


class RuleTrace(NamedTuple):
    """A rule of a domain, whether it fired at worst and at best, and why."""

    rule: str
    ceiling: Grade
    worst: bool
    best: bool
    condition: Trace


class Derivation(NamedTuple):
    """Everything a domain's grade follows from: each fact, each condition, each rule."""

    domain: str
    statuses: tuple[tuple[str, Status], ...]
    facts: tuple[FactValue, ...]
    rules: tuple[RuleTrace, ...]
