"""The full derivation of one domain's grade, by the definition itself."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import partial
from typing import TypeVar

from ..conditions import All, AnyOf, Condition, FactTest, Measure, Not, StatusTest, fact_name
from ..evaluation import Statuses, judged, measured
from ..explanation import Derivation, FactValue, RuleTrace, Trace
from ..facts import statuses
from ..in_force import DomainInForce
from ..vocabulary import Status

Value = TypeVar("Value")


def derive(domain: DomainInForce, codes: bytes) -> Derivation:
    """Each fact, each condition with its values, each rule fired or not.

    Args:
        domain: The rules in force.
        codes: The statuses of the whole checklist. What is unknown is not met at worst, and met at
            best.
    """
    answered = statuses(domain.linked, codes)
    in_order = {id: answered[id] for id in domain.linked.indicators if id in answered}
    ends = _ends(in_order)
    facts = tuple(
        FactValue(
            fact_name(group.norm, measure),
            *_at_ends(ends, partial(measured, group.norm, measure, domain)),
        )
        for group in domain.groups
        for measure in Measure
    )
    rules = []
    for linked, in_force in zip(domain.linked.rules, domain.rules, strict=True):
        trace = _trace(linked.rule.condition, in_force.written, domain, ends)
        fired = (trace.worst is True, trace.best is True)
        rules.append(RuleTrace(in_force.id, in_force.ceiling, *fired, trace))
    return Derivation(domain.linked.letter, tuple(in_order.items()), facts, tuple(rules))


def _ends(answered: Statuses) -> tuple[Statuses, Statuses]:
    unknown = [id for id, status in answered.items() if status is Status.NOT_ASSESSED]
    worst = dict.fromkeys(unknown, Status.NOT_MET)
    best = dict.fromkeys(unknown, Status.MET)
    return {**answered, **worst}, {**answered, **best}


def _at_ends(ends: tuple[Statuses, Statuses], found: Callable[[Statuses], Value]) -> list[Value]:
    """What is found at worst and at best; once where nothing is unknown."""
    worst = found(ends[0])
    return [worst, worst if ends[0] == ends[1] else found(ends[1])]


def _trace(
    written: Condition,
    in_force: Condition,
    domain: DomainInForce,
    ends: tuple[Statuses, Statuses],
) -> Trace:
    """Both are the same tree: one names its parameters, the other has their values."""
    worst, best = _at_ends(ends, partial(judged, in_force, domain))
    pairs = zip(_parts(written), _parts(in_force), strict=True)
    parts = tuple(_trace(part, number, domain, ends) for part, number in pairs)
    threshold: Fraction | None = None
    values: tuple[Fraction | Status | None, ...] = ()
    if isinstance(in_force, FactTest):
        assert isinstance(in_force.threshold, Fraction), "rules_in_force sets every threshold"
        threshold = in_force.threshold
        fact = partial(measured, in_force.norm, in_force.measure, domain)
        values = tuple(_at_ends(ends, fact))
    elif isinstance(in_force, StatusTest):
        values = tuple(end.get(in_force.indicator) for end in ends)
    return Trace(written, threshold, values, worst, best, parts)


def _parts(condition: Condition) -> tuple[Condition, ...]:
    match condition:
        case All(parts) | AnyOf(parts):
            return parts
        case Not(part):
            return (part,)
        case _:
            return ()
