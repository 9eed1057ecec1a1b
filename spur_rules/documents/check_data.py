"""A check as plain data: the stable JSON of `spur-rules check`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..checking.agreement import Agreement
from ..checking.sanity import Check, CheckedDomain
from ..rulebook import Rulebook
from .data import as_data
from .explanation_data import steps_data, under_data

SCHEMA = "spur-rules/check/1"
AGREEMENT_SCHEMA = "spur-rules/agreement/1"


def check_data(check: Check, rulebook: Rulebook) -> dict[str, Any]:
    """The check of one review as mappings, lists and texts, in a fixed order.

    Args:
        check: What `check` returned.
        rulebook: What it was made with.
    """
    return {
        "schema": SCHEMA,
        "domains": [_domain(row) for row in check.domains],
        "not_given": list(check.not_given),
        "corrected": check.is_corrected,
        "disagrees": check.disagrees,
        "provenance": as_data(check.suggestion, rulebook)["provenance"],
    }


def _domain(row: CheckedDomain) -> dict[str, Any]:
    grade = row.suggestion.grade
    return {
        "domain": row.domain,
        "given": row.given.value,
        "reason": row.reason,
        "grade": grade.value if grade else None,
        "worst": row.suggestion.worst.value,
        "best": row.suggestion.best.value,
        "verdict": row.verdict.value,
        "direction": row.direction.value if row.direction else None,
        "after_plan": row.after_plan,
        "disagrees": row.disagrees,
        "readings": [under_data(reading) for reading in row.readings],
        "indicators": list(row.indicators),
        "without": row.without.value if row.without else None,
        "changes": [steps_data(steps) for steps in row.changes],
        "changes_complete": row.changes_complete,
    }


def agreement_data(
    agreement: Agreement, checks: Mapping[str, Check], rulebooks: Mapping[str, Rulebook]
) -> dict[str, Any]:
    """The checks of many reviews: the counts, then each check.

    Args:
        agreement: What `agreement` returned.
        checks: The checks by the review's name.
        rulebooks: What each was made with, by the review's name.
    """
    return {
        "schema": AGREEMENT_SCHEMA,
        "reviews": agreement.reviews,
        "rows": [
            {
                "domain": row.domain,
                "verdict": row.verdict.value,
                "direction": row.direction.value if row.direction else None,
                "reading": row.reading,
                "has_reason": row.has_reason,
                "number": row.number,
            }
            for row in agreement.rows
        ],
        "checks": {name: check_data(check, rulebooks[name]) for name, check in checks.items()},
    }
