"""One rater over several workshops as plain data for programs."""

from __future__ import annotations

from typing import Any

from ...calibration.agreement.estimates import Estimate
from ...workshops.drift import Drift, Point, change
from ..calibration.agreements_data import estimate_data

SCHEMA = "spur-rules/drift/1"


def drift_data(found: Drift, is_last_round: bool) -> dict[str, Any]:
    """A rater over time as mappings, lists and texts, in a fixed order.

    Args:
        found: The rater.
        is_last_round: Whether the last round was taken of each workshop.
    """
    there = [point for point in found.points if point is not None]
    return {
        "schema": SCHEMA,
        "rater": found.rater,
        "round": "last" if is_last_round else "first",
        "is_one_rulebook": found.is_one_rulebook,
        "workshops": [
            {"title": title, "figures": point and _point(point)}
            for title, point in zip(found.titles, found.points, strict=True)
        ],
        "change": {
            "against_rules": _change([point.against_rules for point in there]),
            "against_peers": _change([point.against_peers for point in there]),
        },
    }


def _point(point: Point) -> dict[str, Any]:
    same = point.same_as_median
    return {
        "begun": point.begun,
        "round": point.round,
        "grades": point.grades,
        "against_rules": estimate_data(point.against_rules),
        "against_peers": estimate_data(point.against_peers),
        "same_as_median": same and {"compared": same.pairs, "same": same.same},
    }


def _change(estimates: list[Estimate]) -> dict[str, Any] | None:
    """The last figure less the first, as the text tells it; None where it cannot be told."""
    known = [estimate for estimate in estimates if estimate.value is not None]
    moved = change(known[0], known[-1]) if len(known) > 1 else None
    if moved is None:
        return None
    return {
        "value": moved.value,
        "interval": moved.interval._asdict(),
        "is_beyond": moved.is_beyond,
    }
