"""When a rule fires: a small closed tree of comparisons. No expressions in strings, no code."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Any

from .errors import quoted, suggestion_for
from .frozen import listed
from .vocabulary import STATUSES, Norm, Status, fold


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
    def opposite(self) -> Op:
        """The operator that holds exactly where this one does not."""
        return _OPPOSITES[self]


_SIGNS = {Op.AT_LEAST: ">=", Op.MORE_THAN: ">", Op.AT_MOST: "<=", Op.LESS_THAN: "<"}
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


class ConditionError(ValueError):
    """What is wrong in a condition as written: (path inside it, code, message), one or more."""

    def __init__(self, found: list[tuple[tuple[str | int, ...], str, str]]) -> None:
        super().__init__(f"{len(found)} mistakes")
        self.found = found


def parse(raw: Any) -> Condition:
    """Read a condition from what YAML holds.

    Args:
        raw: A mapping such as `{"fact": "föreskrift.brister", "at_least": 1}`.

    Raises:
        ConditionError: Every mistake in it.

    >>> parse({"indicator": "D2", "is": "ej uppfyllt"}).statuses
    (<Status.NOT_MET: 'ej uppfyllt'>,)
    """
    found: list[tuple[tuple[str | int, ...], str, str]] = []
    condition = _parse(raw, (), found)
    if condition is None or found:
        raise ConditionError(found)
    return condition


_FORMS = "`all`, `any`, `not`, `fact` with a comparison, or `indicator` with `is`"
_Path = tuple[str | int, ...]
_Found = list[tuple[_Path, str, str]]


def _parse(raw: Any, path: _Path, found: _Found) -> Condition | None:
    keys = tuple(raw) if isinstance(raw, Mapping) else ()
    if keys in (("all",), ("any",)):
        return _parse_parts(keys[0], raw[keys[0]], path, found)
    if keys == ("not",):
        part = _parse(raw["not"], (*path, "not"), found)
        return None if part is None else Not(part)
    if set(keys) == {"indicator", "is"}:
        return _parse_status_test(raw, path, found)
    if "fact" in keys and len(keys) == 2 and set(keys) - {"fact"} <= set(Op):
        return _parse_fact_test(raw, path, found)
    found.append((path, "SR312", f"a condition is {_FORMS}; found {quoted(_shown(raw))}"))
    return None


def _shown(raw: Any) -> str:
    return ", ".join(map(str, raw)) if isinstance(raw, Mapping) else str(raw)


def _parse_parts(kind: str, raw: Any, path: _Path, found: _Found) -> Condition | None:
    if not isinstance(raw, (list, tuple)) or not raw:
        found.append(((*path, kind), "SR312", f"`{kind}` needs a list of at least one condition"))
        return None
    parts = [_parse(item, (*path, kind, i), found) for i, item in enumerate(raw)]
    known = tuple(part for part in parts if part is not None)
    if len(known) < len(parts):
        return None
    return All(known) if kind == "all" else AnyOf(known)


def _parse_status_test(raw: Mapping[str, Any], path: _Path, found: _Found) -> Condition | None:
    before = len(found)
    words = raw["is"] if isinstance(raw["is"], (list, tuple)) else (raw["is"],)
    statuses = [STATUSES.get(fold(str(word))) for word in words]
    for word, status in zip(words, statuses, strict=True):
        if status is None:
            hint = suggestion_for(str(word), STATUSES) or f"; use one of {listed(STATUSES)}"
            found.append(((*path, "is"), "SR402", f"unknown status {quoted(word)}{hint}"))
        elif status is Status.NOT_ASSESSED:
            message = "a rule cannot ask for `ej bedömt`: unknown is never met and never not met"
            found.append(((*path, "is"), "SR312", message))
    if not words or not isinstance(raw["indicator"], str):
        found.append((path, "SR312", "`indicator` needs an id and `is` at least one status"))
    if len(found) > before:
        return None
    return StatusTest(raw["indicator"], tuple(s for s in SETTLED if s in statuses))


def _parse_fact_test(raw: Mapping[str, Any], path: _Path, found: _Found) -> Condition | None:
    name, op = raw["fact"], next(Op(key) for key in raw if key != "fact")
    threshold = _parse_threshold(raw[op.value], (*path, op.value), found)
    if name not in FACTS:
        hint = suggestion_for(str(name), FACTS) or f"; use one of {listed(FACTS)}"
        found.append(((*path, "fact"), "SR302", f"unknown fact {quoted(name)}{hint}"))
        return None
    return None if threshold is None else FactTest(*FACTS[name], op, threshold)


def _parse_threshold(raw: Any, path: _Path, found: _Found) -> Threshold | None:
    if isinstance(raw, Mapping) and tuple(raw) == ("parameter",):
        if isinstance(raw["parameter"], str):
            return ParameterName(raw["parameter"])
    elif (number := to_number(raw)) is not None:
        return number
    message = f"{quoted(raw)} is not a threshold; write a number, `1/2` or `{{parameter: name}}`"
    found.append((path, "SR312", message))
    return None


def to_number(raw: Any) -> Fraction | None:
    """A number as files write it (1, 0.5, "1/2"), exact; None where it is not one.

    >>> to_number("2/3"), to_number("1e9"), to_number(True)
    (Fraction(2, 3), None, None)
    """
    if isinstance(raw, bool) or not isinstance(raw, (int, str, float)):
        return None
    text = str(raw)
    plain = text.replace("/", "", 1).replace(".", "", 1)
    if len(text) > 12 or not plain.isascii() or not plain.isdigit():
        return None
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None
