"""One pair of raters as plain data for programs."""

from __future__ import annotations

from typing import Any

from ...calibration.split.split import OwnGrade, PairExplained, TickDifference
from ...policy import Policy
from ...rulebook import Rulebook
from ..data import calibrated_from
from .split_data import reading_data

SCHEMA = "spur-rules/pair/1"


def pair_data(pair: PairExplained, rulebook: Rulebook, policy: Policy) -> dict[str, Any]:
    """Two raters as mappings, lists and texts, in a fixed order.

    Args:
        pair: What `explain_pair` returned.
        rulebook: What the checklists answer.
        policy: How vague words were read.
    """
    return {
        "schema": SCHEMA,
        "case": pair.case,
        "domain": pair.domain,
        "kind": pair.kind.value,
        "first": _own(pair.first),
        "second": _own(pair.second),
        "ticks": [_tick(tick) for tick in pair.ticks],
        "nothing_ticked": pair.nothing_ticked,
        "provenance": calibrated_from(rulebook, policy),
    }


def _own(own: OwnGrade) -> dict[str, Any]:
    return {
        "rater": own.rater,
        "given": own.given.value,
        "worst": own.worst.value,
        "best": own.best.value,
        "follows_from": [reading_data(reading) for reading in own.readings],
        "no_criterion": own.no_criterion,
    }


def _tick(tick: TickDifference) -> dict[str, Any]:
    return {
        "indicator": tick.indicator,
        "first": tick.first,
        "second": tick.second,
        "settled_by_first": tick.with_first,
        "settled_by_second": tick.with_second,
    }
