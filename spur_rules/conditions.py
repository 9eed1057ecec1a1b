"""When a rule fires: a small closed tree of comparisons. No expressions in strings, no code."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from .vocabulary import Norm, Status


class Measure(StrEnum):
    """What can be counted for the indicators of one norm in one domain.

    APPLICABLE: how many apply. SHORTCOMINGS: how many are delvis or ej uppfyllt. NOT_MET: how many
    are ej uppfyllt. EXCEPTIONS: ej uppfyllt counts 1, delvis the part that the policy leaves unmet.
    SHARE_MET: the part of those that apply that is met.
    """

    APPLICABLE = "tillämpliga"
    SHORTCOMINGS = "brister"
    NOT_MET = "ej_uppfyllda"
    EXCEPTIONS = "undantag"
    SHARE_MET = "andel_uppfyllda"


class Op(StrEnum):
    """How a fact is held against its threshold."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"

    @property
    def sign(self) -> str:
        """The operator as Python writes it."""
        return _SIGNS[self]

    @property
    def mirrored(self) -> Op:
        """The operator that says the same with both sides negated."""
        return _MIRRORED[self]

    @property
    def opposite(self) -> Op:
        """The operator that holds exactly where this one does not."""
        return _OPPOSITES[self]


_SIGNS = {Op.AT_LEAST: ">=", Op.MORE_THAN: ">", Op.AT_MOST: "<=", Op.LESS_THAN: "<"}
_MIRRORED = {
    Op.AT_LEAST: Op.AT_MOST,
    Op.MORE_THAN: Op.LESS_THAN,
    Op.AT_MOST: Op.AT_LEAST,
    Op.LESS_THAN: Op.MORE_THAN,
}
_OPPOSITES = {
    Op.AT_LEAST: Op.LESS_THAN,
    Op.LESS_THAN: Op.AT_LEAST,
    Op.MORE_THAN: Op.AT_MOST,
    Op.AT_MOST: Op.MORE_THAN,
}


@dataclass(frozen=True, slots=True)
class ParameterName:
    """A threshold that the policy sets."""

    name: str


Threshold = Fraction | ParameterName


@dataclass(frozen=True, slots=True)
class FactTest:
    """One count or share of one norm, held against a threshold."""

    norm: Norm
    measure: Measure
    op: Op
    threshold: Threshold

    @property
    def fact(self) -> str:
        """The fact's name, as rules write it."""
        return fact_name(self.norm, self.measure)


@dataclass(frozen=True, slots=True)
class StatusTest:
    """Whether one named indicator has one of the named statuses."""

    indicator: str
    statuses: tuple[Status, ...]


@dataclass(frozen=True, slots=True)
class All:
    """True when every part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when its part is not."""

    part: Condition


Leaf = FactTest | StatusTest
Condition = FactTest | StatusTest | All | AnyOf | Not

#: The statuses an indicator can have once nothing is unknown.
SETTLED = tuple(status for status in Status if status is not Status.NOT_ASSESSED)


def fact_name(norm: Norm, measure: Measure) -> str:
    """How rules name a fact.

    >>> fact_name(Norm.ALLMANT_RAD, Measure.SHARE_MET)
    'allmänt_råd.andel_uppfyllda'
    """
    return f"{norm.value.replace(' ', '_')}.{measure.value}"


FACTS = {fact_name(norm, measure): (norm, measure) for norm in Norm for measure in Measure}


def leaves(condition: Condition) -> Iterator[Leaf]:
    """Every comparison in a condition, in the order it is written."""
    match condition:
        case All(parts) | AnyOf(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)
        case _:
            yield condition


def rewrite(condition: Condition, leaf: Callable[[Leaf], Leaf]) -> Condition:
    """The same condition with every comparison replaced."""
    match condition:
        case All(parts):
            return All(tuple(rewrite(part, leaf) for part in parts))
        case AnyOf(parts):
            return AnyOf(tuple(rewrite(part, leaf) for part in parts))
        case Not(part):
            return Not(rewrite(part, leaf))
        case _:
            return leaf(condition)


def without_not(condition: Condition, negate: bool = False) -> Condition:
    """The same condition with every `not` carried down into the comparisons.

    >>> without_not(Not(FactTest(Norm.FORESKRIFT, Measure.NOT_MET, Op.AT_MOST, Fraction(0)))).op
    <Op.MORE_THAN: 'more_than'>
    """
    match condition:
        case Not(part):
            return without_not(part, not negate)
        case All(parts) | AnyOf(parts):
            kind = AnyOf if isinstance(condition, All) == negate else All
            return kind(tuple(without_not(part, negate) for part in parts))
        case FactTest(norm, measure, op, threshold) if negate:
            return FactTest(norm, measure, op.opposite, threshold)
        case StatusTest(indicator, statuses) if negate:
            return StatusTest(indicator, tuple(s for s in SETTLED if s not in statuses))
        case _:
            return condition
