"""What every coefficient is counted from: a few sums over the units of each case.

A coefficient is a function of sums over units, so a sample that draws a case twice has twice its
sums, and leaving a case out takes its sums away. No rating is looked at again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from .ratings import Ratings

Floats = NDArray[np.float64]


def step_weights(size: int) -> Floats:
    """How far apart two categories count as lying: 0 the same, 1 from end to end.

    Of all pairs of categories, the share that fits between the two, both included: one minus
    Gwet's ordinal weight.

    Args:
        size: How many categories the scale has.

    Source: Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), ch. 3, ordinal weights.

    >>> step_weights(4)[0]
    array([0.        , 0.16666667, 0.5       , 1.        ])
    """
    steps = steps_between(size)
    return steps * (steps + 1) / max(size * (size - 1), 1)


def steps_between(size: int) -> Floats:
    """How many steps lie between two categories.

    Args:
        size: How many categories the scale has.
    """
    places = np.arange(float(size))
    return np.abs(places[:, None] - places)


@dataclass(frozen=True, eq=False)
class _Sums:
    """A row for each case, or for each sample of cases; `columns` are the sums, `size` is q."""

    columns: Floats
    size: int

    def total(self) -> Self:
        """All cases together, as one row."""
        return type(self)(self.columns.sum(axis=0, keepdims=True), self.size)

    def without_each(self, which: NDArray[np.bool_]) -> Self:
        """All cases but one, a row for each case left out.

        Args:
            which: The cases to leave out, one at a time.
        """
        return type(self)(self.columns.sum(axis=0) - self.columns[which], self.size)

    def resampled(self, weights: Floats) -> Self:
        """Each case as often as a sample drew it, a row for each sample.

        Args:
            weights: How often, a row for each sample.
        """
        return type(self)(weights @ self.columns, self.size)


class UnitSums(_Sums):
    """Sums over units, however many raters each has. `r` is a unit's ratings, `r_k` those in k."""

    @property
    def rated(self) -> Floats:
        """Units with at least one rating."""
        return self.columns[:, 0]

    @property
    def shared(self) -> Floats:
        """Units with at least two."""
        return self.columns[:, 1]

    @property
    def pairs(self) -> Floats:
        """Ordered pairs of ratings of the same unit: Σ r(r−1)."""
        return self.columns[:, 2]

    @property
    def pairs_apart(self) -> Floats:
        """Of these, how many are of two categories."""
        return self.columns[:, 3]

    @property
    def pairs_far_apart(self) -> Floats:
        """Of these, how many are more than one step apart."""
        return self.columns[:, 4]

    @property
    def apart(self) -> Floats:
        """Each unit's share of pairs that disagree: Σ Σ_kl r_k(r_l−δ_kl)/(r(r−1)), k ≠ l."""
        return self.columns[:, 5]

    @property
    def steps_apart(self) -> Floats:
        """The same, each pair by how far apart it lies (`step_weights`)."""
        return self.columns[:, 6]

    @property
    def portions(self) -> Floats:
        """What portion of each unit's ratings a category has: Σ r_k/r, a column for each."""
        return self.columns[:, 7 : 7 + self.size]

    @property
    def pairable(self) -> Floats:
        """Ratings of shared units, a column for each category: Krippendorff's n_c."""
        return self.columns[:, 7 + self.size : 7 + 2 * self.size]

    @property
    def coincidences(self) -> Floats:
        """Krippendorff's o_ck = Σ r_c(r_k−δ_ck)/(r−1), a matrix for each row."""
        return self.columns[:, 7 + 2 * self.size :].reshape(-1, self.size, self.size)


class TwoRaterSums(_Sums):
    """Sums over the units that both of two raters rated."""

    @property
    def units(self) -> Floats:
        """How many there are."""
        return self.columns[:, 0]

    @property
    def steps(self) -> Floats:
        """Steps between the two ratings."""
        return self.columns[:, 1]

    @property
    def squares(self) -> Floats:
        """Squares of these."""
        return self.columns[:, 2]

    @property
    def first(self) -> Floats:
        """How often the first rater used each category."""
        return self.columns[:, 3 : 3 + self.size]

    @property
    def second(self) -> Floats:
        """How often the second did."""
        return self.columns[:, 3 + self.size :]


def unit_sums(ratings: Ratings) -> UnitSums:
    """The sums of every case, over all raters.

    Args:
        ratings: Who put which unit where.

    Raises:
        ValueError: A rating lies outside the scale, or a rater rated a unit twice.
    """
    _check(ratings)
    size, counts = len(ratings.categories), ratings.counts().astype(np.float64)
    own = counts.sum(axis=1)
    is_shared = own > 1
    # Ordered pairs of two raters' ratings of a unit, by the categories of both: r_k(r_l − δ_kl).
    pairs = counts[:, :, None] * (counts[:, None, :] - np.eye(size))
    in_all, steps = np.maximum(pairs.sum(axis=(1, 2)), 1), steps_between(size)
    apart, far, by_steps = (
        (pairs * cost).sum(axis=(1, 2)) for cost in (steps > 0, steps > 1, step_weights(size))
    )
    single = (own > 0, is_shared, is_shared * in_all, apart, far, apart / in_all, by_steps / in_all)
    columns = [
        np.stack(single, axis=1),
        counts / np.maximum(own, 1)[:, None],
        counts * is_shared[:, None],
        pairs.reshape(len(counts), size**2) / np.maximum(own - 1, 1)[:, None],
    ]
    return UnitSums(_by_case(ratings, np.hstack(columns)), size)


def _check(ratings: Ratings) -> None:
    """Either mistake of a caller would be counted as ratings of the unit beside, unnoticed."""
    units, size = len(ratings.case_of), len(ratings.categories)
    if ((ratings.value < 0) | (ratings.value >= size)).any():
        raise ValueError("a rating lies outside the scale")
    if np.bincount(ratings.rater * units + ratings.unit, minlength=1).max() > 1:
        raise ValueError("a rater rated a unit twice")


def two_rater_sums(ratings: Ratings) -> TwoRaterSums | None:
    """The sums of every case over units that both raters rated; None unless just two rated any.

    Args:
        ratings: Who put which unit where.
    """
    raters, size = np.unique(ratings.rater), len(ratings.categories)
    if len(raters) != 2:
        return None
    first, second = (_values_of(ratings, int(rater)) for rater in raters)
    both = ((first >= 0) & (second >= 0)).astype(np.float64)
    steps = np.abs(first - second) * both
    used = [(values[:, None] == np.arange(size)) * both[:, None] for values in (first, second)]
    columns = np.hstack([np.stack([both, steps, steps**2], axis=1), *used])
    return TwoRaterSums(_by_case(ratings, columns), size)


def _values_of(ratings: Ratings, rater: int) -> NDArray[np.intp]:
    """A rater's category for each unit, −1 where there is none."""
    values = np.full(len(ratings.case_of), -1, np.intp)
    own = ratings.rater == rater
    values[ratings.unit[own]] = ratings.value[own]
    return values


def _by_case(ratings: Ratings, by_unit: Floats) -> Floats:
    cases = [np.bincount(ratings.case_of, column, ratings.cases) for column in by_unit.T]
    return np.stack(cases, axis=1)
