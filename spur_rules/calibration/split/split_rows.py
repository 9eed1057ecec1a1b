"""Counts of pairs, case by case, to shares with intervals."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..agreement.estimates import Estimate, NoFigure
from ..agreement.intervals import estimate, ratio
from ..agreement.resampling import Resampling
from ..panels.panel import Panel
from .kinds import KINDS, KindCounts
from .pairing import Groups
from .split import SplitRow

Counts = NDArray[np.int64]


class RatedOnScale:
    """Which cases have a grade on the scale, and how many raters gave one.

    Args:
        panel: The reviews.
    """

    def __init__(self, panel: Panel) -> None:
        self._panel = panel
        self.cases = np.zeros(len(panel.cases), np.bool_)
        self.raters = np.zeros(len(panel.raters), np.bool_)
        self.off_scale = 0

    def add(self, groups: Groups) -> None:
        """The reviews that are in a group."""
        rows = groups.group_of >= 0
        self.cases[self._panel.case_of[rows]] = True
        self.raters[self._panel.rater_of[rows]] = True
        self.off_scale += groups.off_scale

    def __iadd__(self, other: RatedOnScale) -> RatedOnScale:
        self.cases |= other.cases
        self.raters |= other.raters
        self.off_scale += other.off_scale
        return self

    @property
    def why_not(self) -> NoFigure:
        """Why there is no pair."""
        if not self.cases.any():
            return NoFigure.NOTHING_RATED
        return NoFigure.ONE_RATER if self.raters.sum() == 1 else NoFigure.NO_OVERLAP


def split_row(
    domain: str | None, counts: KindCounts, rated: RatedOnScale, resampling: Resampling
) -> SplitRow:
    """One domain's pairs, or all.

    Args:
        domain: The domain's letter; None for all.
        counts: How many pairs of each kind there are in every case.
        rated: Where there is anything to pair.
        resampling: The samples of cases.
    """
    pairs = counts.by_case.sum(axis=0)
    known = counts.same_by_rules + counts.other_by_rules
    return SplitRow(
        domain,
        int(pairs.sum()),
        {kind: int(row.sum()) for kind, row in zip(KINDS, counts.by_case, strict=True)},
        {
            kind: share(row, pairs, rated, resampling)
            for kind, row in zip(KINDS, counts.by_case, strict=True)
        },
        rated.off_scale,
        counts.one_departs,
        counts.both_depart,
        counts.despite_ticks,
        int(counts.same_by_rules.sum()),
        int(counts.other_by_rules.sum()),
        share(counts.same_by_rules, known, rated, resampling),
        int(counts.nothing_ticked.sum()),
    )


def share(part: Counts, whole: Counts, rated: RatedOnScale, resampling: Resampling) -> Estimate:
    """Which share of the pairs are of a kind: a ratio of two sums over cases.

    A case with many raters weighs more, as it has more pairs. Cases are what is drawn anew, not
    pairs: the pairs of one case hang together.

    Args:
        part: How many pairs of the kind each case has.
        whole: How many pairs each case has.
        rated: Where there is anything to pair.
        resampling: The samples of cases.

    Source: Cochran, Sampling Techniques (1977), ch. 6, on ratio estimates.
    """
    if not whole.any():
        return Estimate.missing(rated.why_not)
    cases = rated.cases | (whole > 0)
    without = ratio(part.sum() - part[cases], whole.sum() - whole[cases])
    drawn = ratio(resampling.weights @ part, resampling.weights @ whole)
    value = float(part.sum() / whole.sum())
    return estimate(value, without, drawn, int((whole > 0).sum()), least=0.0)
