"""How many cases and raters a workshop needs, as plain data and as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from ...calibration.sizing.size_request import Sized
from ...calibration.sizing.sizing import MOST_CASES, Bound, SizeRow, Width
from ..tables import csv_text

SCHEMA = "spur-rules/size/1"
#: More decimals are chance, and differ between machines.
_DECIMALS = 6


class Asked(NamedTuple):
    """What was sized: the answers, of which grades, and the panel that it was estimated from."""

    answers: Sequence[Sized]
    scale: tuple[str, ...]
    panel: str | None


def size_data(asked: Asked) -> dict[str, Any]:
    """The answers as mappings, lists and texts, in a fixed order.

    Args:
        asked: What was sized.
    """
    first = asked.answers[0].size
    return {
        "schema": SCHEMA,
        "width": first.width,
        "coefficient": first.coefficient.value,
        "interval": "jackknife",
        "simulations": first.trials,
        "seed": first.seed,
        "most_cases": MOST_CASES,
        "panel": asked.panel,
        "answers": [_answer(sized, asked.scale) for sized in asked.answers],
    }


def _answer(sized: Sized, scale: tuple[str, ...]) -> dict[str, Any]:
    model = sized.size.model
    return {
        "domain": sized.domain,
        "domains": model.domains,
        "assumed": {
            "prevalence": {
                grade: round(share, _DECIMALS)
                for grade, share in zip(scale, model.prevalence, strict=True)
            },
            "agreement": round(model.agreement, _DECIMALS),
            "likeness": round(model.likeness, _DECIMALS),
            "severity": round(model.severity, _DECIMALS),
            "case_effect": round(model.case_effect, _DECIMALS),
            "missing": round(model.missing, _DECIMALS),
        },
        "raters": [_row(row) for row in sized.size.rows],
    }


def _row(row: SizeRow) -> dict[str, Any]:
    return {
        "raters": row.raters,
        "on_average": _answered(row.in_mean, row.in_mean_bound, row.in_mean_error),
        "four_of_five": _answered(row.assured, row.assured_bound, row.assured_error),
        "widths": [_width(width) for width in row.widths],
    }


def _answered(width: Width | None, bound: Bound | None, error: int | None) -> dict[str, Any] | None:
    if width is None:
        return None
    return {**_width(width), "bound_by": bound and bound.value, "cases_error": error}


def _width(width: Width) -> dict[str, Any]:
    return {
        "cases": width.cases,
        "mean_width": _rounded(width.mean),
        "width_of_four_in_five": _rounded(width.assured),
        "mean_coefficient": _rounded(width.coefficient),
        "without_interval": width.without,
    }


def _rounded(number: float | None) -> float | None:
    return None if number is None else round(number, _DECIMALS)


def size_csv(asked: Asked) -> str:
    """A line for each number of raters and of cases; `answer` says which of them is one.

    Args:
        asked: What was sized.
    """
    head = ["domain", "domains", "raters", "cases", "answer", "mean_width", "width_of_four_in_five"]
    return csv_text([head, *(row for sized in asked.answers for row in _lines(sized))])


def _lines(sized: Sized) -> Iterator[list[object]]:
    for row in sized.size.rows:
        start = [sized.domain, sized.size.model.domains, row.raters]
        answers = (("on_average", row.in_mean), ("four_of_five", row.assured))
        told = [*answers, *((None, width) for width in row.widths)]
        for name, width in told:
            cases = width.cases if width else None
            ends = (_rounded(width.mean), _rounded(width.assured)) if width else (None, None)
            yield [*start, cases, name, *ends]
