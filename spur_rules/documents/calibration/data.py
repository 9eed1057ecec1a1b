"""A calibration as plain data and as CSV: the stable formats that other tools read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...calibration.agreement.estimates import Estimate
from ...calibration.calibrating import Calibration
from ...calibration.maps import case_map, indicator_map, letters
from ...calibration.panels.panel import Panel
from ...calibration.severity.severity import RaterSeverity, Severity
from ...calibration.split.split import SplitKind, SplitRow
from ..data import calibrated_from
from ..tables import csv_text
from .agreements_data import (
    COLUMNS,
    agreements_data,
    agreements_rows,
    estimate_cells,
    estimate_data,
)
from .split_data import split_data

SCHEMA = "spur-rules/calibration/1"
#: How a CSV of ours begins.
CSV_HEAD = ",".join(COLUMNS)


def calibration_data(found: Calibration) -> dict[str, Any]:
    """The calibration as mappings, lists and texts, in a fixed order.

    Args:
        found: What `calibrate` returned.
    """
    return {
        "schema": SCHEMA,
        "panel": _panel_data(found.panel),
        "agreement": agreements_data(found.agreements),
        "split": split_data(found.split),
        "severity": severity_data(found.severity),
        "cases": _cases_data(found.panel),
        "ticks": _ticks_data(found.panel),
        "provenance": calibrated_from(found.panel.rulebook, found.policy),
    }


def _panel_data(panel: Panel) -> dict[str, Any]:
    return {"cases": list(panel.cases), "raters": list(panel.raters), "reviews": panel.size}


def severity_data(severity: Severity) -> dict[str, Any]:
    """How strict each rater is, and what links them.

    Args:
        severity: What `rate_severity` returned.
    """
    return {
        "raters": [_rater(rater) for rater in severity.raters],
        "groups": [list(group) for group in severity.groups],
        "tick_groups": [list(group) for group in severity.tick_groups],
        "weak_links": [
            {"case": link.case, "group": link.group, "parts": [list(part) for part in link.parts]}
            for link in severity.weak_links
        ],
        "least_grades": severity.least_grades,
        "least_raters": severity.least_raters,
    }


def _rater(rater: RaterSeverity) -> dict[str, Any]:
    data = rater._asdict()
    return {
        key: estimate_data(value) if isinstance(value, Estimate) else value
        for key, value in data.items()
    }


def _cases_data(panel: Panel) -> list[dict[str, Any]]:
    """Every review: the given grades, and how they lie beside the others' of the case."""
    found = case_map(panel)
    given = {letter: letters(panel, at) for at, letter in enumerate(panel.letters)}
    return [
        {
            "case": panel.cases[case],
            "rater": panel.raters[rater],
            "given": {at: grades[case][rater] or None for at, grades in given.items()},
            "compared": found.compared[rater][case],
            "differing": found.differing[rater][case] if found.compared[rater][case] else None,
            "share_differing": found.shares[rater][case],
        }
        for case, rater in zip(panel.case_of.tolist(), panel.rater_of.tolist(), strict=True)
    ]


def _ticks_data(panel: Panel) -> list[dict[str, Any]]:
    """Every rater and indicator: which share of the others' ticks is another."""
    found = indicator_map(panel)
    return [
        {"rater": rater, "indicator": id, "cases": cases, "share_differing": share}
        for at, rater in enumerate(panel.raters)
        for id, cases, share in zip(
            panel.rulebook.indicators, found.compared[at], found.shares[at], strict=True
        )
    ]


def calibration_csv(found: Calibration) -> str:
    """One long table: a line for each figure, and for each of its intervals.

    Args:
        found: What `calibrate` returned.
    """
    split = (found.split.overall, *found.split.domains)
    rows = [
        *agreements_rows(found.agreements),
        *(row for of in split for row in _split_rows(of)),
        *(row for rater in found.severity.raters for row in _severity_rows(rater)),
    ]
    return csv_text([COLUMNS, *rows])


def _line(start: list[object], cells: list[object], **counts: int) -> list[object]:
    """A line of the long table: what is not told of is empty."""
    named = dict(zip(COLUMNS, [*start, *cells], strict=False))
    return [{**named, **counts}.get(column) for column in COLUMNS]


def _split_rows(row: SplitRow) -> Iterator[list[object]]:
    scope = ["split", "domain" if row.domain else "overall", row.domain or "all", None]
    for kind in SplitKind:
        for cells in estimate_cells(row.shares[kind]):
            yield _line([*scope, f"share:{kind.value}"], cells, pairs=row.pairs)
        yield _line([*scope, f"count:{kind.value}"], [row.numbers[kind]], pairs=row.pairs)
    for cells in estimate_cells(row.by_rules):
        yield _line([*scope, "share:same_by_rules"], cells, pairs=row.pairs)


def _severity_rows(rater: RaterSeverity) -> Iterator[list[object]]:
    scope = ["severity", "rater", rater.rater, None]
    figures = {
        "against_rules": (rater.against_rules, rater.with_rules),
        "against_peers": (rater.against_peers, rater.with_peers),
        "ticks_against_peers": (rater.ticks_against_peers, rater.ticks),
    }
    for name, (figure, rated) in figures.items():
        for cells in estimate_cells(figure):
            yield _line([*scope, name], cells, cases=rater.cases, rated=rated)
