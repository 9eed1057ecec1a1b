"""Ratings on one scale: who put which unit where. What every coefficient is counted from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..panels.panel import Panel

Places = NDArray[np.intp]
#: Stands in a table of places where there is no rating.
UNRATED = -1


@dataclass(frozen=True, eq=False)
class Ratings:
    """One row for each rating; a unit that a rater left out has no row.

    `unit`, `rater` and `value` are numbers from 0; `value` is the category's place on the scale,
    best first. `case_of` has the case of every unit: units of one case are resampled together, so
    that an interval is about other cases. `categories` are all that the scale has, used or not.
    """

    unit: NDArray[np.intp]
    rater: NDArray[np.intp]
    value: NDArray[np.intp]
    case_of: NDArray[np.intp]
    cases: int
    raters: int
    categories: tuple[str, ...]
    is_ordered: bool = True

    def counts(self) -> NDArray[np.int64]:
        """How many raters put each unit in each category: a row for each unit."""
        units, size = len(self.case_of), len(self.categories)
        cells = np.bincount(self.unit * size + self.value, minlength=units * size)
        return cells.reshape(units, size).astype(np.int64)


def ratings_of(
    panel: Panel, places: Places, categories: tuple[str, ...], is_ordered: bool = True
) -> Ratings:
    """A table of places on a scale as ratings.

    Args:
        panel: Whose reviews the rows are.
        places: A row for each review, a column for each thing rated in a case; UNRATED where
            nothing is rated.
        categories: What the places are called, best first.
        is_ordered: Whether the places are steps.
    """
    review, column = np.nonzero(places != UNRATED)
    cases, columns = len(panel.cases), places.shape[1]
    return Ratings(
        unit=panel.case_of[review] * columns + column,
        rater=panel.rater_of[review],
        value=places[review, column],
        case_of=np.repeat(np.arange(cases), columns),
        cases=cases,
        raters=len(panel.raters),
        categories=categories,
        is_ordered=is_ordered,
    )
