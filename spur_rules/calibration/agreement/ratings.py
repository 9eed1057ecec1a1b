"""Ratings on one scale: who put which unit where. What every coefficient is counted from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


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
