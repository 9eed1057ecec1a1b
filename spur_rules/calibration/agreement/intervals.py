"""A figure with its two intervals: by leaving out each case, and by drawing other cases."""

from __future__ import annotations

from math import sqrt

import numpy as np
from numpy.typing import NDArray

from .case_sums import Floats
from .estimates import ConfidenceInterval, Estimate
from .student import t_quantile

#: Figures are rounded to this many decimals: what is beyond them differs between machines.
_DECIMALS = 12
#: What an interval leaves out at each end.
_TAIL = 0.025
#: Undefined samples could all belong at one end. As long as they are no more than the interval
#: leaves out at both ends together, its own ends are still of this sample's making.
MOST_UNDEFINED = 2 * _TAIL


def estimate(
    value: float,
    without_each: Floats,
    samples: Floats,
    informing: int,
    least: float = -1,
    most: float = 1,
) -> Estimate:
    """A figure and its intervals; see `tells_of_others` for where there are none.

    Args:
        value: The figure.
        without_each: What it would be without each case that has any rating.
        samples: What it is in each bootstrap sample; not a number where it is undefined.
        informing: How many cases at least two raters rated; one less are the degrees of freedom.
        least: The lowest value it can take. The jackknife's ends stay within.
        most: The highest.
    """
    if not tells_of_others(without_each, informing):
        return Estimate(_rounded(value))
    is_known = bool(np.isfinite(without_each).all())
    return Estimate(
        _rounded(value),
        None,
        jackknife(value, without_each, informing - 1, least, most) if is_known else None,
        percentile(samples),
        int(np.isnan(samples).sum()),
    )


def tells_of_others(without_each: Floats, informing: int) -> bool:
    """Whether the cases tell how much others would vary.

    A single case does not, nor do cases of which any can be left out and nothing changes: all of
    them say the same.

    Args:
        without_each: What the figure would be without each case; not a number where undefined.
        informing: How many cases at least two raters rated.
    """
    is_known = bool(np.isfinite(without_each).all())
    return informing > 1 and not (is_known and np.ptp(without_each) < 10.0**-_DECIMALS)


def jackknife(
    value: float, without_each: Floats, degrees: int, least: float = -1, most: float = 1
) -> ConfidenceInterval:
    """The figure, and Student's t times the jackknife's standard error to each side.

    se = √((n−1)/n · Σ (θ_(i) − θ_(·))²), where θ_(i) is the figure without case i.

    Args:
        value: The figure.
        without_each: What it would be without each case.
        degrees: Degrees of freedom.
        least: An end below it is moved there: no such figure can be.
        most: An end above it likewise.

    Source: Tukey, Bias and confidence in not-quite large samples, Annals of Mathematical
        Statistics 29 (1958) 614; Efron & Tibshirani (1993), ch. 11.
    """
    cases = len(without_each)
    spread = float(((without_each - without_each.mean()) ** 2).sum())
    reach = t_quantile(degrees) * sqrt((cases - 1) / cases * spread)
    return ConfidenceInterval(
        _rounded(max(value - reach, least)), _rounded(min(value + reach, most))
    )


def ratio(part: NDArray[np.generic], whole: NDArray[np.generic]) -> Floats:
    """One sum by another, sample by sample; not a number where there is nothing to divide by.

    Args:
        part: What is counted, in each sample.
        whole: What it is a part of.
    """
    found = np.full(whole.shape, np.nan)
    np.divide(part, whole, out=found, where=whole > 0)  # type: ignore[operator]
    return found


def percentile(samples: Floats) -> ConfidenceInterval | None:
    """Between which values the middle 95 % of the bootstrap samples lie.

    Both ends are values that some sample has: of B samples in order the k:th from each end, where
    k = ⌊(B+1)·0.025⌋. Nothing is interpolated.

    Args:
        samples: A value for each sample; not a number where it is undefined.

    Returns:
        The interval; None where more than a twentieth of the samples are undefined: left out, they
        could hide as much as both tails hold.

    Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), §13.3; k by §12.5.
    """
    defined = np.sort(samples[np.isfinite(samples)])
    place = int((len(defined) + 1) * _TAIL)
    if place < 1 or len(samples) - len(defined) > MOST_UNDEFINED * len(samples):
        return None
    return ConfidenceInterval(_rounded(defined[place - 1]), _rounded(defined[-place]))


def _rounded(value: float) -> float:
    """Never −0.0, which would be another byte for the same figure."""
    return round(float(value), _DECIMALS) + 0.0
