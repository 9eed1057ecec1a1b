"""How raters are taken to grade, where a workshop is tried out before it is held."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise
from math import erf, sqrt
from statistics import NormalDist

import numpy as np
from numpy.random import PCG64, Generator
from numpy.typing import NDArray

from ..agreement.ratings import Ratings

#: Closer to what chance gives, or to 1, nothing can be drawn that says something.
MARGIN = 0.005
#: Where the standard normal is cut into pieces: beyond 8 nothing is left.
_NODES = np.linspace(-8, 8, 801)
_HALVINGS = 40


@dataclass(frozen=True)
class RatingModel:
    """Raters look at something that is better or worse by degrees, and cut it into grades.

    What is there, a rater's own severity and what a rater sees this time add up; where the scale
    is cut follows from how common each grade is. All three are normal.

    Args:
        prevalence: The share of each grade, best first, in all that raters give.
        likeness: The correlation of what two raters make of the same: 1 nothing parts them.
        severity: The share of what parts raters that is always the same in a rater.
        case_effect: The correlation of what is there between two domains of a case.
        missing: The share of grades that raters leave out.
        domains: How many domains of a case are graded.
    """

    prevalence: tuple[float, ...]
    likeness: float
    severity: float = 0.2
    case_effect: float = 0.2
    missing: float = 0.0
    domains: int = 8

    @property
    def agreement(self) -> float:
        """The share of pairs of raters that are expected to give the same grade."""
        return agreement_at(self.prevalence, self.likeness)


def likeness_of(prevalence: tuple[float, ...], agreement: float) -> float:
    """How alike raters must be for two of them to give the same grade so often.

    Args:
        prevalence: The share of each grade, best first.
        agreement: The share of pairs of raters with the same grade.

    Returns:
        0 where chance alone gives as much, 1 where they always agree.

    >>> round(likeness_of((0.5, 0.25, 0.15, 0.1), 0.7), 3)
    0.901
    """
    low, high = 0.0, 1.0
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (
            (middle, high) if agreement_at(prevalence, middle) < agreement else (low, middle)
        )
    return low if low == 0 else high


@lru_cache(maxsize=256)
def agreement_at(prevalence: tuple[float, ...], likeness: float) -> float:
    """How often two raters give the same grade: what is there being x, they are independent.

    Args:
        prevalence: The share of each grade, best first.
        likeness: The correlation of what they make of the same.
    """
    if likeness >= 1:
        return 1.0
    spread = sqrt(1 - likeness)
    total = 0.0
    for x in _NODES:
        inner = [_normal((cut - sqrt(likeness) * x) / spread) for cut in cuts(prevalence)]
        ends = [0.0, *inner, 1.0]
        total += float(np.exp(-x * x / 2)) * sum((b - a) ** 2 for a, b in pairwise(ends))
    return total * float(_NODES[1] - _NODES[0]) / sqrt(2 * np.pi)


def _normal(x: float) -> float:
    return (1 + erf(x / sqrt(2))) / 2


def cuts(prevalence: tuple[float, ...]) -> list[float]:
    """Where the scale is cut so that each grade has its share of a standard normal.

    Args:
        prevalence: The share of each grade, best first.
    """
    shares = list(accumulate(prevalence))[:-1]
    within = (min(max(share, 1e-9), 1 - 1e-9) for share in shares)
    return [NormalDist().inv_cdf(share) for share in within]


def drawn(model: RatingModel, cases: int, raters: int, seed: int, trials: range) -> Ratings:
    """Workshops drawn by the model, one after the other: their cases stand in one row.

    A workshop with more cases has the same first ones: what it adds is seen, not what another draw
    would have been.

    Args:
        model: How raters grade.
        cases: How many cases each workshop has.
        raters: How many raters each has; all of them grade all cases.
        seed: The same seed, the same workshops.
        trials: Which workshops of the seed.

    Returns:
        All of them as one: `cases` in a row are one workshop.
    """
    found = [_one(model, cases, raters, seed, trial) for trial in trials]
    values = np.stack(found)
    all_cases = cases * len(trials)
    unit, rater = np.nonzero(values.reshape(-1, raters) >= 0)
    return Ratings(
        unit=unit,
        rater=rater,
        value=values.reshape(-1, raters)[unit, rater].astype(np.intp),
        case_of=np.repeat(np.arange(all_cases), model.domains),
        cases=all_cases,
        raters=raters,
        categories=tuple(str(step) for step in range(len(model.prevalence))),
    )


def _one(model: RatingModel, cases: int, raters: int, seed: int, trial: int) -> NDArray[np.int8]:
    """The grades of one workshop as steps: case × domain × rater, −1 where one is left out."""
    numbers = Generator(PCG64([seed, trial, raters]))
    severity = numbers.standard_normal(raters)
    # Case by case in one row, so that what is drawn for a case hangs on no later one.
    row = numbers.standard_normal((cases, 1 + model.domains * (1 + raters)))
    of_case, rest = row[:, :1], row[:, 1:].reshape(cases, model.domains, 1 + raters)
    there = sqrt(model.case_effect) * of_case + sqrt(1 - model.case_effect) * rest[:, :, 0]
    parting = sqrt(model.severity) * severity + sqrt(1 - model.severity) * rest[:, :, 1:]
    seen = sqrt(model.likeness) * there[:, :, np.newaxis] + sqrt(1 - model.likeness) * parting
    grades = np.searchsorted(cuts(model.prevalence), seen).astype(np.int8)
    if model.missing:
        left_out = Generator(PCG64([seed, trial, raters, 1])).random(grades.shape)
        grades[left_out < model.missing] = -1
    return grades
