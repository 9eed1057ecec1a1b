"""Ratings for tests, written as tables."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from spur_rules.calibration.agreement.ratings import Ratings


def ratings(
    *raters: str, scale: str = "ABCD", cases: Sequence[int] = (), is_ordered: bool = True
) -> Ratings:
    """A line for each rater, a letter for each unit; a dot where there is no rating.

    Each unit is a case of its own, unless `cases` says of which it is.
    """
    cells = [
        (unit, rater, scale.index(letter))
        for rater, line in enumerate(raters)
        for unit, letter in enumerate(line.replace(" ", ""))
        if letter != "."
    ]
    units = len(raters[0].replace(" ", "")) if raters else 0
    numbers = np.array(cells, np.intp).reshape(-1, 3).T
    case_of = np.array(cases or range(units), np.intp)
    return Ratings(
        *numbers, case_of, len(set(case_of.tolist())), len(raters), tuple(scale), is_ordered
    )


def two_raters(*table: Sequence[int]) -> Ratings:
    """A square table of counts: the first rater's categories down, the second's across."""
    letters = "ABCDEFGH"[: len(table)]
    pairs = [
        (one, other) * count
        for one, row in zip(letters, table, strict=True)
        for other, count in zip(letters, row, strict=True)
    ]
    line = "".join("".join(pair) for pair in pairs)
    return ratings(line[0::2], line[1::2], scale=letters)


def distributed(*counts: Sequence[int]) -> Ratings:
    """A row for each unit: how many raters chose each category. Who chose what is not told."""
    letters = "ABCDEFGH"[: len(counts[0])]
    rows = ["".join(letter * n for letter, n in zip(letters, row, strict=True)) for row in counts]
    return ratings(*map("".join, zip(*rows, strict=True)), scale=letters)
