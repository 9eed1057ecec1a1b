"""The coefficients, each as one minus observed over expected disagreement.

All of them are that, however differently the papers write them, and so written a coefficient is 1
exactly where nobody disagrees. They differ in what they expect of chance.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from .case_sums import Floats, TwoRaterSums, UnitSums, step_weights, steps_between


class Disagreement(NamedTuple):
    """How much there is, and how much chance would give; both in the same measure."""

    observed: Floats
    expected: Floats

    def agreement(self) -> Floats:
        """One minus observed over expected; not a number where nothing is expected.

        >>> Disagreement(np.array([1.0, 0.0]), np.array([4.0, 0.0])).agreement()
        array([0.75,  nan])
        """
        nothing = np.full_like(self.expected, np.nan)
        return 1 - np.divide(self.observed, self.expected, nothing, where=self.expected > 0)


def gwet(sums: UnitSums, is_ordinal: bool) -> Disagreement:
    """Gwet's AC1, and AC2 with ordinal weights.

    Chance is taken to strike only in cases that are hard to place, and how many those are is read
    from how evenly the categories are used: p_e = T_w / (q(q−1)) · Σ π_k(1−π_k), where π_k also
    counts what only one rater rated, and T_w is the sum of all weights.

    Args:
        sums: A row for each set of cases.
        is_ordinal: AC2 rather than AC1.

    Source: Gwet, Computing inter-rater reliability and its variance in the presence of high
        agreement, British Journal of Mathematical and Statistical Psychology 61 (2008) 29–48
        (AC1); Handbook of Inter-Rater Reliability, 4th ed. (2014) (AC2, missing ratings).
    """
    size = sums.size
    used = sums.portions / np.maximum(sums.rated, 1)[:, None]
    spread = (used * (1 - used)).sum(axis=1) / max(size * (size - 1), 1)
    by_chance = _weights_in_all(size, is_ordinal) * spread
    observed = sums.steps_apart if is_ordinal else sums.apart
    return Disagreement(observed, sums.shared * (1 - by_chance))


def brennan_prediger(sums: UnitSums, is_ordinal: bool) -> Disagreement:
    """Brennan and Prediger's: by chance, every category is as likely: p_e = T_w / q².

    Args:
        sums: A row for each set of cases.
        is_ordinal: With Gwet's ordinal weights.

    Source: Brennan & Prediger, Coefficient kappa: some uses, misuses, and alternatives,
        Educational and Psychological Measurement 41 (1981) 687–699; with weights, several raters
        and missing ratings: Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014).
    """
    by_chance = _weights_in_all(sums.size, is_ordinal) / sums.size**2
    observed = sums.steps_apart if is_ordinal else sums.apart
    return Disagreement(observed, sums.shared * (1 - by_chance))


def alpha_nominal(sums: UnitSums) -> Disagreement:
    """Krippendorff's alpha, nominal metric: two categories are the same, or they are not.

    By chance, the ratings at hand are dealt out anew: α = 1 − (n−1) Σ o_ck / Σ n_c n_k, c ≠ k.

    Args:
        sums: A row for each set of cases.

    Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); Content Analysis, 4th
        ed. (2019), ch. 12.
    """
    return _alpha(sums, np.broadcast_to(1 - np.eye(sums.size), sums.coincidences.shape))


def alpha_ordinal(sums: UnitSums) -> Disagreement:
    """Krippendorff's alpha, his ordinal metric: how many ratings lie between, squared.

    δ²_ck = (Σ_{g=c…k} n_g − (n_c + n_k)/2)²: the distance between the middles of the two
    categories when all ratings stand in one line. It is not Gwet's ordinal weight.

    Args:
        sums: A row for each set of cases.

    Source: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011); Hayes & Krippendorff,
        Answering the call for a standard reliability measure for coding data, Communication
        Methods and Measures 1 (2007) 77–89.
    """
    middles = np.cumsum(sums.pairable, axis=1) - sums.pairable / 2
    return _alpha(sums, (middles[:, :, None] - middles[:, None, :]) ** 2)


def kappa(sums: TwoRaterSums, is_squared: bool) -> Disagreement:
    """Cohen's weighted kappa of two raters, by steps apart or by their squares.

    By chance, each rater keeps the share of every category, regardless of the unit. A unit that
    one of the two left out does not count.

    Args:
        sums: A row for each set of cases.
        is_squared: Quadratic rather than linear weights.

    Source: Cohen, Weighted kappa, Psychological Bulletin 70 (1968) 213–220; unweighted: A
        coefficient of agreement for nominal scales, Educational and Psychological Measurement 20
        (1960) 37–46.
    """
    steps = steps_between(sums.size) ** (2 if is_squared else 1)
    expected = ((sums.first @ steps) * sums.second).sum(axis=1)
    observed = sums.squares if is_squared else sums.steps
    return Disagreement(observed * sums.units, expected)


def share(sums: UnitSums, is_within_one: bool) -> Disagreement:
    """The share of pairs of raters that agree, of all pairs of ratings of the same unit.

    Args:
        sums: A row for each set of cases.
        is_within_one: One step apart counts as agreeing.
    """
    return Disagreement(sums.pairs_far_apart if is_within_one else sums.pairs_apart, sums.pairs)


def least_of_weights(size: int, is_ordinal: bool) -> float:
    """The least that AC1, AC2 and Brennan–Prediger can be: all apart, and chance at its highest.

    With ordinal weights it is below −1: one step apart counts as nearly the same, so chance alone
    agrees a lot.

    Args:
        size: How many categories the scale has, at least two.
        is_ordinal: With Gwet's ordinal weights.

    >>> least_of_weights(2, False), least_of_weights(4, True)
    (-1.0, -2.2)
    """
    in_all = _weights_in_all(size, is_ordinal)
    return -in_all / (size**2 - in_all)


def _weights_in_all(size: int, is_ordinal: bool) -> float:
    """Gwet's T_w: the sum of the weights of agreement."""
    return float(size**2 - step_weights(size).sum()) if is_ordinal else float(size)


def _alpha(sums: UnitSums, metric: Floats) -> Disagreement:
    used = sums.pairable
    observed = (sums.coincidences * metric).sum(axis=(1, 2))
    expected = (used[:, :, None] * used[:, None, :] * metric).sum(axis=(1, 2))
    return Disagreement(observed * (used.sum(axis=1) - 1), expected)
