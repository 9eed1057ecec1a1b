"""The split of a calibration as plain data and as rows."""

from __future__ import annotations

from typing import Any

from ...calibration.split.split import (
    Judgement,
    ReadingOfGrade,
    Split,
    SplitKind,
    SplitRow,
    TalkingPoint,
)
from ..explanation_data import interval_data
from .agreements_data import estimate_data


def split_data(split: Split) -> dict[str, Any]:
    """Evidence and judgement as mappings, lists and texts, in a fixed order.

    Args:
        split: What `split` returned.
    """
    return {
        "overall": _row(split.overall),
        "domains": [_row(row) for row in split.domains],
        "rows": [row._asdict() for row in split.rows],
        "rows_together": [
            {**row._asdict(), "indicators": list(row.indicators)} for row in split.rows_together
        ],
        "settling": split.settling._asdict(),
        "parameters": [row._asdict() for row in split.parameters],
        "judging": split.judging._asdict(),
        "judgements": [_judgement(judgement) for judgement in split.judgements],
        "talk_about": [_point(point) for point in split.talk_about],
    }


def _row(row: SplitRow) -> dict[str, Any]:
    return {
        "domain": row.domain,
        "pairs": row.pairs,
        "kinds": [
            {
                "kind": kind.value,
                "pairs": row.numbers[kind],
                "share": estimate_data(row.shares[kind]),
            }
            for kind in SplitKind
        ],
        "off_scale": row.off_scale,
        "one_departs": row.one_departs,
        "both_depart": row.both_depart,
        "despite_ticks": row.despite_ticks,
        "same_by_rules": row.same_by_rules,
        "other_by_rules": row.other_by_rules,
        "by_rules": estimate_data(row.by_rules),
        "nothing_ticked": row.nothing_ticked,
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    worst, best = judgement.suggested
    columns = zip(
        judgement.grades, judgement.raters, judgement.readings, judgement.stands, strict=True
    )
    return {
        "case": judgement.case,
        "domain": judgement.domain,
        "worst": worst,
        "best": best,
        "grades": [
            {
                "grade": grade,
                "raters": list(raters),
                "follows_from": [reading_data(reading) for reading in readings],
                "stands": stands.value,
            }
            for grade, raters, readings, stands in columns
        ],
        "unknown": list(judgement.unknown),
        "no_criterion": judgement.no_criterion,
    }


def reading_data(reading: ReadingOfGrade) -> dict[str, Any]:
    """A reading under which a grade follows, as plain data.

    Args:
        reading: A profile, or values of a parameter.
    """
    return {
        "profile": reading.profile,
        "parameter": reading.parameter,
        "values": interval_data(reading.values) if reading.values else None,
    }


def _point(point: TalkingPoint) -> dict[str, Any]:
    return {
        "kind": point.kind.value,
        "topic": point.topic,
        "domain": point.domain,
        "case": point.case,
        "pairs_in_case": point.here,
        "pairs": point.in_all,
        "sides": [{"answer": s.answer, "raters": list(s.raters)} for s in point.sides],
        "also": list(point.also),
        "no_criterion": point.no_criterion,
    }
