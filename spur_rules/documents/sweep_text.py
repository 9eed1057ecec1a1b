"""A sweep as text, CSV and plain data: how many grades each reading moves."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from ..explaining.sweeping import Sweep, SweepRow
from .data import content_data, number, policy_data
from .explanation_data import interval_data
from .overlay_text import examples
from .phrasing import Phrasing
from .readings_text import policy_text, values_text
from .tables import csv_text

SCHEMA = "spur-rules/sweep/1"


def sweep_text(sweep: Sweep, words: Phrasing) -> str:
    """A table: a row for each reading, how many grades it moves, up and down, and where.

    Args:
        sweep: What `sweep` returned.
        words: The language.
    """
    title = words.say("sweep.title", count=sweep.reviews, policy=policy_text(words, sweep.policy))
    rows = list(_cells(sweep, words))
    widths = [max(len(row[at]) for row in rows if at < len(row)) for at in range(len(rows[0]))]
    lines = []
    for name, *cells in rows:
        numbers = [f"{cell:>{width}}" for cell, width in zip(cells, widths[1:], strict=False)]
        lines.append("  ".join([f"{name:<{widths[0]}}", *numbers]).rstrip())
    told = [textwrap.fill(text, 80) for text in examples(words, sweep.overlays)]
    return "\n".join([title, "", *lines, *(["", *told] if told else [])]) + "\n"


def _cells(sweep: Sweep, words: Phrasing) -> Iterator[list[str]]:
    """A parameter's name has a line of its own, above its values."""
    heads = [words.say(f"sweep.{key}") for key in ("reading", "moved", "raised", "lowered")]
    yield ["", "", "", words.say("check.domain"), *("" for _ in sweep.domains)]
    yield [*heads, *sweep.domains]
    above = None
    for row in sweep.rows:
        if row.parameter != above:
            above = row.parameter
            yield [f"{above}"]
        name = row.profile or ""
        if row.parameter is not None and row.values is not None:
            name = f"  {values_text(words, row.values, row.parameter)}"
        counts = (sum(row.moved), row.raised, row.lowered, *row.moved)
        yield [name, *(str(count or "·") for count in counts)]


def sweep_csv(sweep: Sweep) -> str:
    """The same as CSV, a column for each domain.

    Args:
        sweep: What `sweep` returned.
    """
    ends = ["low", "has_low", "high", "has_high"]
    head = [
        "profile",
        "parameter",
        *ends,
        "moved",
        "raised",
        "lowered",
        *(f"moved_{at}" for at in sweep.domains),
    ]
    return csv_text([head, *map(_csv_row, sweep.rows)])


def _csv_row(row: SweepRow) -> list[object]:
    ends: list[object] = [None] * 4
    if row.values is not None:
        low, high = number(row.values.low), number(row.values.high)
        ends = [low, str(row.values.has_low).lower(), high, str(row.values.has_high).lower()]
    names = [row.profile, row.parameter]
    return [*names, *ends, sum(row.moved), row.raised, row.lowered, *row.moved]


def sweep_data(sweep: Sweep) -> dict[str, Any]:
    """The same as mappings, lists and texts, in a fixed order.

    Args:
        sweep: What `sweep` returned.
    """
    overlays = [
        {**content_data(used.content), "example": used.is_example} for used in sweep.overlays
    ]
    return {
        "schema": SCHEMA,
        "reviews": sweep.reviews,
        "policy": policy_data(sweep.policy),
        **({"overlays": overlays} if overlays else {}),
        "readings": [
            {
                "profile": row.profile,
                "parameter": row.parameter,
                "values": None if row.values is None else interval_data(row.values),
                "moved": dict(zip(sweep.domains, row.moved, strict=True)),
                "raised": row.raised,
                "lowered": row.lowered,
            }
            for row in sweep.rows
        ],
    }
