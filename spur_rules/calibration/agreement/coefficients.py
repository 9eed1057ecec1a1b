"""Agreement beyond chance, by every coefficient, each with its intervals or why there is none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Generic, NamedTuple, TypeVar

import numpy as np
from numpy.typing import NDArray

from . import formulas
from .case_sums import TwoRaterSums, UnitSums, two_rater_sums, unit_sums
from .estimates import Coefficient, Estimate, NoFigure
from .formulas import Disagreement
from .intervals import estimate
from .ratings import Ratings
from .resampling import Resampling

Sums = TypeVar("Sums", UnitSums, TwoRaterSums)

#: Those of any number of raters.
OF_UNITS: dict[Coefficient, Callable[[UnitSums], Disagreement]] = {
    Coefficient.AC1: partial(formulas.gwet, is_ordinal=False),
    Coefficient.AC2: partial(formulas.gwet, is_ordinal=True),
    Coefficient.ALPHA_NOMINAL: formulas.alpha_nominal,
    Coefficient.ALPHA_ORDINAL: formulas.alpha_ordinal,
    Coefficient.BRENNAN_PREDIGER: partial(formulas.brennan_prediger, is_ordinal=False),
    Coefficient.BRENNAN_PREDIGER_ORDINAL: partial(formulas.brennan_prediger, is_ordinal=True),
}
OF_TWO_RATERS: dict[Coefficient, Callable[[TwoRaterSums], Disagreement]] = {
    Coefficient.KAPPA_LINEAR: partial(formulas.kappa, is_squared=False),
    Coefficient.KAPPA_QUADRATIC: partial(formulas.kappa, is_squared=True),
}
#: Those that ask how far apart two answers are, so that the categories need an order.
NEED_ORDER = frozenset(
    {
        Coefficient.AC2,
        Coefficient.ALPHA_ORDINAL,
        Coefficient.BRENNAN_PREDIGER_ORDINAL,
        Coefficient.KAPPA_LINEAR,
        Coefficient.KAPPA_QUADRATIC,
    }
)
#: Whose lowest value hangs on the weights, and whether these are ordinal; of the others it is −1.
_LEAST_BY_WEIGHTS = {
    Coefficient.AC1: False,
    Coefficient.BRENNAN_PREDIGER: False,
    Coefficient.AC2: True,
    Coefficient.BRENNAN_PREDIGER_ORDINAL: True,
}


def coefficients(ratings: Ratings, resampling: Resampling) -> dict[Coefficient, Estimate]:
    """Every coefficient, in the order of `Coefficient`.

    Any number of raters, with whatever they left out. Each counts with all the categories that the
    scale has, used or not (q), since chance could have struck them; Krippendorff's alpha and kappa
    come out the same either way. Two categories need no order: there is one distance only.

    Args:
        ratings: Who put which unit where.
        resampling: The samples of cases, of the whole panel.

    Returns:
        An estimate each, or why there is none. Where every rating of the units that several
        rated is the same answer there is none for any, even though some formulas would say 1:
        nothing shows that raters can tell cases apart.

    Source: The papers named in `formulas`; several raters and missing ratings as in Gwet, Handbook
        of Inter-Rater Reliability, 4th ed. (2014).

    >>> case, rater, grade = np.array([[0, 1, 2, 0, 1, 2], [0, 0, 0, 1, 1, 1], [0, 1, 2, 0, 1, 1]])
    >>> ratings = Ratings(case, rater, grade, np.arange(3), 3, 2, ("A", "B", "D"))
    >>> found = coefficients(ratings, Resampling(cases=3))
    >>> found[Coefficient.AC1].value, found[Coefficient.KAPPA_LINEAR].value
    (0.52, 0.571428571429)
    """
    sums = unit_sums(ratings)
    missing = _why_not(ratings, sums)
    if missing:
        return dict.fromkeys(Coefficient, Estimate.missing(missing))
    informing, rated = int((sums.shared > 0).sum()), sums.rated > 0
    units = _replicated(sums, resampling, rated)
    pair = _two_raters(ratings, resampling, rated)
    return {each: _coefficient(each, ratings, informing, units, pair) for each in Coefficient}


def shares(ratings: Ratings, resampling: Resampling) -> tuple[Estimate, Estimate]:
    """Which share of the pairs of raters agree exactly, and which at least within one step.

    A pair is two ratings of the same unit; every pair counts the same. A share is what was seen and
    needs no model of chance, so it is given for a single case too, and where all is one answer;
    then without intervals.

    Args:
        ratings: Who put which unit where.
        resampling: The samples of cases, of the whole panel.

    Returns:
        Exact, and within one step; the second is missing where no step is longer than one.

    >>> case, rater, grade = np.array([[0, 1, 0, 1], [0, 0, 1, 1], [0, 1, 0, 2]])
    >>> ratings = Ratings(case, rater, grade, np.arange(2), 2, 2, ("A", "B", "D"))
    >>> [share.value for share in shares(ratings, Resampling(cases=2))]
    [0.5, 1.0]
    """
    sums = unit_sums(ratings)
    missing = _too_little(ratings, sums)
    if missing:
        return Estimate.missing(missing), Estimate.missing(missing)
    informing = int((sums.shared > 0).sum())
    units = _replicated(sums, resampling, sums.rated > 0)
    exact, within_one = (
        _estimated(partial(formulas.share, is_within_one=near), units, informing, 0.0)
        for near in (False, True)
    )
    has_steps = ratings.is_ordered and len(ratings.categories) > 2
    return exact, within_one if has_steps else Estimate.missing(NoFigure.UNORDERED)


class _Replicated(NamedTuple, Generic[Sums]):
    """The same sums of all cases, of all but one, and of every sample: made once for a scope."""

    total: Sums
    without_each: Sums
    samples: Sums


def _replicated(sums: Sums, resampling: Resampling, rated: NDArray[np.bool_]) -> _Replicated[Sums]:
    """Leaving out a case that nobody rated tells nothing."""
    without_each = sums.without_each(rated)
    return _Replicated(sums.total(), without_each, sums.resampled(resampling.weights))


def _two_raters(
    ratings: Ratings, resampling: Resampling, rated: NDArray[np.bool_]
) -> _Replicated[TwoRaterSums] | None:
    sums = two_rater_sums(ratings)
    return _replicated(sums, resampling, rated) if sums else None


def _coefficient(
    which: Coefficient,
    ratings: Ratings,
    informing: int,
    units: _Replicated[UnitSums],
    pair: _Replicated[TwoRaterSums] | None,
) -> Estimate:
    size = len(ratings.categories)
    if which in NEED_ORDER and size > 2 and not ratings.is_ordered:
        return Estimate.missing(NoFigure.UNORDERED)
    if which in OF_UNITS:
        return _estimated(OF_UNITS[which], units, informing, least_value(which, size))
    if pair is None:
        return Estimate.missing(NoFigure.NOT_TWO_RATERS)
    return _estimated(OF_TWO_RATERS[which], pair, informing, least_value(which, size))


def least_value(which: Coefficient, categories: int) -> float:
    """The lowest value that a coefficient can take.

    Args:
        which: The coefficient.
        categories: How many the scale has, at least two.
    """
    if which in _LEAST_BY_WEIGHTS:
        return formulas.least_of_weights(categories, _LEAST_BY_WEIGHTS[which])
    return -1.0


def _estimated(
    formula: Callable[[Sums], Disagreement], sums: _Replicated[Sums], informing: int, least: float
) -> Estimate:
    """One formula on all cases, on all but one, and on every sample.

    A sample that drew one answer only has the value that the formula gives it: to leave it out
    would draw from the cases that differ.
    """
    value, without_each, samples = (formula(each).agreement() for each in sums)
    if np.isnan(value[0]):
        # A formula that divides by nothing looks at a single answer, whatever was rated alone.
        return Estimate.missing(NoFigure.ONE_ANSWER)
    return estimate(float(value[0]), without_each, samples, informing, least)


def _why_not(ratings: Ratings, sums: UnitSums) -> NoFigure | None:
    """Why there is no coefficient of any kind: what nobody shared shows no agreement."""
    too_little = _too_little(ratings, sums)
    if too_little:
        return too_little
    if (sums.shared > 0).sum() == 1:
        return NoFigure.ONE_CASE
    answers = sums.pairable.sum(axis=0) > 0
    return NoFigure.ONE_ANSWER if answers.sum() == 1 else None


def _too_little(ratings: Ratings, sums: UnitSums) -> NoFigure | None:
    """Why not even a share of pairs can be counted."""
    if not len(ratings.value):
        return NoFigure.NOTHING_RATED
    if np.ptp(ratings.rater) == 0:
        return NoFigure.ONE_RATER
    return None if sums.shared.any() else NoFigure.NO_OVERLAP
