"""An explanation as plain data: the stable JSON of `spur-rules explain`."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from ..conditions import All, FactTest, Not, ParameterName, StatusTest
from ..explaining.explain import DomainExplanation, Explanation
from ..explanation import (
    Derivation,
    Interval,
    Repair,
    RuleTrace,
    Sensitivity,
    Step,
    Trace,
    UnderProfile,
    UnderValue,
    Worsening,
)
from ..rulebook import Rulebook
from ..texts import LANGUAGES
from ..vocabulary import Grade, Status
from .data import as_data, number
from .sentences import Sentences

SCHEMA = "spur-rules/explanation/1"


def explanation_data(
    explanation: Explanation,
    rulebook: Rulebook,
    letters: Sequence[str],
    derivations: Sequence[Derivation] = (),
    sensitivities: Sequence[Sensitivity] = (),
) -> dict[str, Any]:
    """The explanation as mappings, lists and texts, in a fixed order.

    Args:
        explanation: What `explain` returned.
        rulebook: What it was made with.
        letters: Which domains are wanted.
        derivations: The full derivations wanted with it.
        sensitivities: How far the grades hang on the reading, where that is wanted.
    """
    whole = as_data(explanation.suggestion, rulebook)
    by_letter = {row["domain"]: row for row in whole["domains"]}
    derived = {row.domain: derivation_data(row) for row in derivations}
    hanging = {row.domain: sensitivity_data(row) for row in sensitivities}
    domains = []
    for letter in letters:
        domain = explanation[letter]
        row = by_letter[letter] | _domain(domain, rulebook)
        row |= {"derivation": derived[letter]} if letter in derived else {}
        row |= {"sensitivity": hanging[letter]} if letter in hanging else {}
        domains.append(row)
    return whole | {"schema": SCHEMA, "domains": domains}


def _domain(domain: DomainExplanation, rulebook: Rulebook) -> dict[str, Any]:
    words = {language: Sentences(rulebook, language) for language in LANGUAGES}
    return {
        "sentence": {at: s.summary(domain.suggestion) for at, s in words.items()},
        "repairs": [repair_data(repair) for repair in domain.repairs],
        "worsenings": [_worsening(worsening) for worsening in domain.worsenings],
    }


def repair_data(repair: Repair) -> dict[str, Any]:
    """What must be mended for one better grade."""
    return {
        "grade": repair.grade.value,
        "fewest": repair.fewest,
        "possible": repair.is_possible,
        "complete": repair.is_complete,
        "steps": steps_data(repair.steps),
    }


def steps_data(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """Steps that must all be taken, each by one of its ways."""
    return [
        {
            "ways": [
                [{"number": c.number, "of": list(c.of), "status": c.status.value} for c in way]
                for way in step.ways
            ]
        }
        for step in steps
    ]


def _worsening(worsening: Worsening) -> dict[str, Any]:
    return {
        "grade": worsening.grade.value,
        "indicators": list(worsening.indicators),
        "statuses": [status.value for status in worsening.statuses],
    }


def sensitivity_data(found: Sensitivity) -> dict[str, Any]:
    """How far one domain's grade hangs on the reading."""
    return {
        "domain": found.domain,
        "stands_fast": found.stands_fast,
        "stands_fast_when_named": found.stands_fast_when_named,
        "profiles": [under_data(row) for row in found.profiles],
        "parameters": [under_data(row) for row in found.parameters],
    }


def under_data(row: UnderProfile | UnderValue) -> dict[str, Any]:
    """What another reading gives."""
    ends = {"worst": row.worst.value, "best": row.best.value}
    if isinstance(row, UnderProfile):
        return {"profile": row.profile, **ends}
    values = {"values": interval_data(row.values), "profiles": list(row.profiles)}
    return {"parameter": row.parameter, **values, **ends}


def interval_data(values: Interval) -> dict[str, Any]:
    """Values of a parameter that all give the same."""
    return {
        "low": number(values.low),
        "has_low": values.has_low,
        "high": number(values.high),
        "has_high": values.has_high,
    }


def derivation_data(derivation: Derivation) -> dict[str, Any]:
    """Each fact, each condition with its values, each rule."""
    return {
        "domain": derivation.domain,
        "statuses": {id: status.value for id, status in derivation.statuses},
        "facts": [
            {"fact": fact.fact, "worst": _value(fact.worst), "best": _value(fact.best)}
            for fact in derivation.facts
        ],
        "rules": [_rule(rule) for rule in derivation.rules],
    }


def _rule(rule: RuleTrace) -> dict[str, Any]:
    fired = {"fired_at_worst": rule.worst, "fired_at_best": rule.best}
    ceiling: Grade = rule.ceiling
    condition = _trace(rule.condition)
    return {"rule": rule.rule, "ceiling": ceiling.value, **fired, "condition": condition}


def _trace(trace: Trace) -> dict[str, Any]:
    holds = {"holds_at_worst": trace.worst, "holds_at_best": trace.best}
    condition = trace.condition
    if isinstance(condition, FactTest):
        named = condition.threshold
        parameter = named.name if isinstance(named, ParameterName) else None
        test = {"fact": condition.fact, "op": condition.op.value}
        threshold = {"threshold": _value(trace.threshold), "parameter": parameter}
        return test | threshold | {"values": list(map(_value, trace.values))} | holds
    if isinstance(condition, StatusTest):
        wanted = [status.value for status in condition.statuses]
        named_row: dict[str, Any] = {"indicator": condition.indicator, "is": wanted}
        return named_row | {"values": list(map(_value, trace.values))} | holds
    kind = "not" if isinstance(condition, Not) else "any"
    kind = "all" if isinstance(condition, All) else kind
    return {kind: [_trace(part) for part in trace.parts]} | holds


def _value(value: Fraction | Status | None) -> int | str | None:
    if value is None:
        return None
    return value.value if isinstance(value, Status) else number(value)
