"""Cases run against the rules, as plain data: the stable JSON of `spur-rules test`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..rulebook import Rulebook
from ..testing.coverage import Coverage, Example, Goal, Kind
from ..testing.differing import deciding_rules
from ..testing.running import Outcome
from .data import content_data, number, overlays_data

SCHEMA = "spur-rules/test/1"


def cases_data(
    outcomes: Sequence[Outcome], coverage: Coverage | None, rulebook: Rulebook
) -> dict[str, Any]:
    """Cases, and what of the rules they show, as mappings, lists and texts, in a fixed order.

    Args:
        outcomes: What `run_cases` returned.
        coverage: What `coverage` returned, where it was asked for.
        rulebook: What the cases were run against.
    """
    return {
        "schema": SCHEMA,
        "catalog": content_data(rulebook.catalog_id),
        **overlays_data(rulebook.catalog.overlaid),
        "rules": content_data(rulebook.rules_id),
        "passed": sum(outcome.passed for outcome in outcomes),
        "failed": sum(not outcome.passed for outcome in outcomes),
        "cases": [_case(outcome, rulebook) for outcome in outcomes],
        "coverage": None if coverage is None else _coverage(coverage),
    }


def _case(outcome: Outcome, rulebook: Rulebook) -> dict[str, Any]:
    rules = deciding_rules(rulebook, outcome) if outcome.differences else ()
    return {
        "id": outcome.case.id,
        "domain": outcome.case.domain,
        "file": outcome.place.file,
        "line": outcome.place.line,
        "passed": outcome.passed,
        "differences": [
            {"what": row.what.value, "expected": list(row.expected), "found": list(row.found)}
            for row in outcome.differences
        ],
        "decided_by": [
            {"rule": rule.rule, "ceiling": rule.ceiling.value, "fired": rule.best} for rule in rules
        ],
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    shares = {}
    for kind in Kind:
        possible = [goal for goal in coverage.of(kind) if goal.is_possible]
        shown = sum(goal.is_shown for goal in possible)
        shares[f"{kind}s"] = {"shown": shown, "possible": len(possible)}
    return {
        **shares,
        "goals": [_goal(goal) for goal in coverage.goals],
        "by_domain": [_goal(goal) for goal in coverage.by_domain],
    }


def _goal(goal: Goal) -> dict[str, Any]:
    return {
        "kind": goal.kind.value,
        "rule": goal.rule,
        "comparison": goal.comparison,
        "domain": goal.domain,
        "profiles": list(goal.profiles),
        "wanted": goal.wanted,
        "threshold": None if goal.threshold is None else number(goal.threshold),
        "value": None if goal.value is None else number(goal.value),
        "shown": goal.is_shown,
        "possible": goal.is_possible,
        "tried": goal.tried,
        "cases": list(goal.cases),
        "examples": [] if goal.is_shown else [_example(example) for example in goal.examples],
    }


def _example(example: Example) -> dict[str, Any]:
    answers = {id: status.value for id, status in example.answers.items()}
    return {"domain": example.domain, "profile": example.profile, "answers": answers}
