"""How far raters agree as plain data and as CSV: every count, figure and interval."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from ...calibration.agreement.agreement import Agreements, ScopeAgreement
from ...calibration.agreement.coefficients import NEED_ORDER
from ...calibration.agreement.estimates import Coefficient, ConfidenceInterval, Estimate
from ...calibration.agreement.labels import label
from ..tables import csv_text

#: The columns of the CSV, in their order. Columns may be added at the end.
COLUMNS = (
    "about",
    "scope",
    "name",
    "categories",
    "statistic",
    "value",
    "low",
    "high",
    "interval",
    "undefined_samples",
    "why_not",
    "cases",
    "raters",
    "units",
    "rated",
    "missing",
    "off_scale",
    "not_in_use",
    "pairs",
)


class _About(NamedTuple):
    """What a scope's ratings are: given grades, D against the others, or ticks."""

    name: str
    scopes: tuple[ScopeAgreement, ...]


def agreements_data(agreements: Agreements) -> dict[str, Any]:
    """Every scope as mappings, lists and texts, in a fixed order.

    Args:
        agreements: What `agree` returned.
    """
    return {
        "samples": agreements.samples,
        "seed": agreements.seed,
        "overall": scope_data(agreements.overall),
        "domains": [scope_data(scope) for scope in agreements.domains],
        "binding": [scope_data(scope) for scope in agreements.binding],
        "norms": [scope_data(scope) for scope in agreements.norms],
        "indicators": [scope_data(scope) for scope in agreements.indicators],
    }


def scope_data(scope: ScopeAgreement) -> dict[str, Any]:
    """One scope.

    Args:
        scope: The agreement of it.
    """
    return {
        "scope": scope.kind.value,
        "name": scope.name,
        "categories": list(scope.categories),
        "steps": list(scope.steps),
        "cases": scope.cases,
        "raters": scope.raters,
        "units": scope.units,
        "rated": scope.rated,
        "missing": scope.missing,
        "off_scale": scope.off_scale,
        "not_in_use": scope.not_in_use,
        "not_on_steps": scope.not_on_steps,
        "pairs": scope.pairs,
        "pairs_on_steps": scope.pairs_on_steps,
        "median": list(scope.median),
        "distribution": list(scope.distribution),
        "confusion": [list(row) for row in scope.confusion],
        "exact": estimate_data(scope.exact),
        "within_one": estimate_data(scope.within_one),
        "coefficients": {
            each.value: {**estimate_data(found), "label": _label_data(scope, each)}
            for each, found in scope.coefficients.items()
        },
    }


def estimate_data(estimate: Estimate) -> dict[str, Any]:
    """A figure with its intervals, or why there is none.

    Args:
        estimate: The figure.
    """
    return {
        "value": estimate.value,
        "jackknife": _interval_data(estimate.jackknife),
        "bootstrap": _interval_data(estimate.bootstrap),
        "undefined_samples": estimate.undefined,
        "why_not": estimate.why_not.value if estimate.why_not else None,
    }


def _interval_data(interval: ConfidenceInterval | None) -> dict[str, float] | None:
    return {"low": interval.low, "high": interval.high} if interval else None


def _label_data(scope: ScopeAgreement, coefficient: Coefficient) -> dict[str, Any] | None:
    """The word, and the interval that it is read from."""
    found = label(scope, coefficient)
    return {"at_least": found.at_least.value, **found.interval._asdict()} if found else None


def agreements_csv(agreements: Agreements) -> str:
    """One long table: a line for each statistic of each scope, and for each of its intervals.

    Args:
        agreements: What `agree` returned.
    """
    return csv_text([COLUMNS, *agreements_rows(agreements)])


def agreements_rows(agreements: Agreements) -> Iterator[list[object]]:
    """The lines of the table, without its head.

    Args:
        agreements: What `agree` returned.
    """
    grades = (agreements.overall, *agreements.domains)
    ticks = (*agreements.norms, *agreements.indicators)
    binding = agreements.binding
    for about in (_About("given", grades), _About("binding", binding), _About("ticks", ticks)):
        for scope in about.scopes:
            yield from _scope_rows(about.name, scope)


def _scope_rows(about: str, scope: ScopeAgreement) -> Iterator[list[object]]:
    start: list[object] = [about, scope.kind.value, scope.name]
    end: list[object] = [scope.cases, scope.raters, scope.units, scope.rated, scope.missing]
    end += [scope.off_scale, scope.not_in_use]
    for categories, statistic, cells in _statistics(scope):
        pairs = scope.pairs_on_steps if categories == "steps" else scope.pairs
        yield [*start, categories, statistic, *cells, *end, pairs]


def _statistics(scope: ScopeAgreement) -> Iterator[tuple[str, str, list[object]]]:
    """The categories that a statistic is of, its name, and its value, ends, method and reason."""
    yield "steps", "median", ["/".join(scope.median) or None, *[None] * 5]
    for category, number in zip(scope.categories, scope.distribution, strict=True):
        yield "answers", f"count:{category}", [number, *[None] * 5]
    for one, row in zip(scope.categories, scope.confusion, strict=True):
        for other, number in zip(scope.categories, row, strict=True):
            yield "answers", f"confusion:{one}:{other}", [number, *[None] * 5]
    for cells in estimate_cells(scope.exact):
        yield "answers", "exact", cells
    for cells in estimate_cells(scope.within_one):
        yield "steps", "within_one", cells
    for each, found in scope.coefficients.items():
        for cells in estimate_cells(found):
            yield "steps" if each in NEED_ORDER else "answers", each.value, cells


def estimate_cells(estimate: Estimate) -> Iterator[list[object]]:
    """Value, ends, method, undefined samples and reason: a line for each interval, at least one.

    Args:
        estimate: The figure.
    """
    why_not = estimate.why_not.value if estimate.why_not else None
    found = [("jackknife", estimate.jackknife), ("bootstrap", estimate.bootstrap)]
    intervals = [(method, interval) for method, interval in found if interval]
    for method, interval in intervals:
        yield [estimate.value, *interval, method, estimate.undefined, why_not]
    if not intervals:
        yield [estimate.value, None, None, None, estimate.undefined, why_not]
