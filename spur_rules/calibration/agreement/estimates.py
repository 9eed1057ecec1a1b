"""A figure with the intervals around it, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Coefficient(StrEnum):
    """How far raters agree beyond chance, by whose definition. The names stand in JSON and CSV."""

    AC1 = "gwet_ac1"
    AC2 = "gwet_ac2"
    ALPHA_NOMINAL = "krippendorff_alpha_nominal"
    ALPHA_ORDINAL = "krippendorff_alpha_ordinal"
    BRENNAN_PREDIGER = "brennan_prediger"
    BRENNAN_PREDIGER_ORDINAL = "brennan_prediger_ordinal"
    KAPPA_LINEAR = "cohen_kappa_linear"
    KAPPA_QUADRATIC = "cohen_kappa_quadratic"


class NoFigure(StrEnum):
    """Why there is no figure. What is not known is not invented.

    `UNORDERED` is of figures that ask how far apart two answers lie, on a scale where no answer
    lies between two others.
    """

    NOTHING_RATED = "nothing_rated"
    ONE_RATER = "one_rater"
    NO_OVERLAP = "no_overlap"
    ONE_CASE = "one_case"
    ONE_ANSWER = "one_answer"
    NOT_TWO_RATERS = "not_two_raters"
    UNORDERED = "unordered"
    SMALL_GROUP = "small_group"
    NOT_LINKED = "not_linked"


class ConfidenceInterval(NamedTuple):
    """Where the figure lies, at 95 %."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure, or why there is none.

    `jackknife` and `bootstrap` are None where they cannot be had: the figure rests on a single
    case; every case says the same; the figure has no value without one of the cases, or in more
    than a twentieth of the samples. `undefined` is how many bootstrap samples had no value and were
    left out.
    """

    value: float | None
    why_not: NoFigure | None = None
    jackknife: ConfidenceInterval | None = None
    bootstrap: ConfidenceInterval | None = None
    undefined: int = 0

    @classmethod
    def missing(cls, why_not: NoFigure) -> Estimate:
        """No figure, and why."""
        return cls(None, why_not)
