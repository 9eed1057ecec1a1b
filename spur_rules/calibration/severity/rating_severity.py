"""How strict each rater is: every figure with its intervals, or why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

from ..agreement.estimates import Estimate, NoFigure
from ..agreement.intervals import estimate, ratio
from ..agreement.ratings import UNRATED, Ratings
from ..agreement.resampling import Resampling
from ..panels.panel import Panel
from ..suggested import Suggested
from .linkage import Meetings, linked_groups, meetings, weak_links
from .peer_effects import peer_effects
from .severity import CaseThatLinks, RaterSeverity, Severity
from .steps import given_ratings, grade_steps, off_scale, tick_ratings


def rate_severity(
    panel: Panel,
    suggested: Suggested,
    resampling: Resampling,
    least_grades: int = 10,
    least_raters: int = 3,
) -> Severity:
    """How strict each rater is, against the rules and against peers.

    Against the rules: the mean of the steps from the grade that the rules give the rater's own
    ticks to the grade that the rater gave. Where the rules leave a range the grade is left out and
    counted, as is one that the domain's scale does not have. Against peers: `peer_effects`, of the
    grades and of the ticks, among the raters of a linked group who have grades enough.

    Who has too few grades gets no figure, nor does anybody in a group with too few such raters;
    against the rules all raters of the panel are one group. A figure beside a name reads as a
    judgement of a person, and so little bears none. It hides no grade: whoever has the grades can
    count it. Zero is the mean of those who get one: were somebody without a figure a step stricter
    throughout, the severity of the others would be the same.

    Args:
        panel: The reviews.
        suggested: What the rules make of each.
        resampling: Which cases the bootstrap draws.
        least_grades: How many grades (or ticks) must be comparable for a figure.
        least_raters: How many raters with so many a group must have; against the rules, the panel.

    >>> from spur_rules import Checklist, load_rulebook
    >>> from spur_rules.api import read_policy
    >>> from spur_rules.calibration.panels.panel import Rated, gather
    >>> from spur_rules.calibration.suggested import suggest_panel
    >>> rulebook = load_rulebook()
    >>> panel = gather(rulebook, [Rated("fall 1", "R1", Checklist.of("st-spur", {}))])
    >>> suggested = suggest_panel(panel, read_policy(rulebook))
    >>> rate_severity(panel, suggested, Resampling(cases=1)).raters[0].against_rules.why_not
    <NoFigure.NOTHING_RATED: 'nothing_rated'>
    """
    rules = _against_rules(panel, suggested, resampling, (least_grades, least_raters))
    grades = _Peers(given_ratings(panel), resampling, least_grades, least_raters)
    ticks = _Peers(tick_ratings(panel), resampling, least_grades, least_raters)
    return Severity(
        _raters(panel, rules, grades, ticks),
        _named(panel, grades.groups),
        least_grades,
        least_raters,
        _named(panel, ticks.groups),
        _weak(panel, grades),
        len(resampling.weights),
        resampling.seed,
    )


def _raters(
    panel: Panel, rules: _AgainstRules, grades: _Peers, ticks: _Peers
) -> tuple[RaterSeverity, ...]:
    by_grades, by_ticks = grades.estimates(), ticks.estimates()
    reviews = np.bincount(panel.rater_of, minlength=len(panel.raters))
    off = _by_rater(panel, off_scale(panel).sum(axis=1))
    return tuple(
        RaterSeverity(
            rater=rater,
            cases=int(reviews[at]),
            grades=rules.given[at],
            group=grades.group_of(at),
            against_rules=rules.estimates[at],
            against_peers=by_grades[at],
            off_scale=off[at],
            with_rules=rules.compared[at],
            ranges=rules.given[at] - rules.compared[at],
            with_peers=grades.compared[at],
            ticks=ticks.compared[at],
            tick_group=ticks.group_of(at),
            ticks_against_peers=by_ticks[at],
        )
        for at, rater in enumerate(panel.raters)
    )


def _named(panel: Panel, groups: tuple[tuple[int, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(panel.raters[rater] for rater in group) for group in groups)


def _by_rater(panel: Panel, numbers: NDArray[np.intp]) -> list[int]:
    counted = np.bincount(panel.rater_of, numbers, minlength=len(panel.raters))
    return [int(number) for number in counted]


@dataclass(frozen=True)
class _AgainstRules:
    """By rater: how many grades are on their scale, how many are compared, and the figure."""

    given: list[int]
    compared: list[int]
    estimates: list[Estimate]


def _against_rules(
    panel: Panel, suggested: Suggested, resampling: Resampling, least: tuple[int, int]
) -> _AgainstRules:
    given, own = grade_steps(panel, panel.given), grade_steps(panel, suggested.grade)
    is_compared = (given != UNRATED) & (own != UNRATED)
    differences = np.where(is_compared, given - own, 0).sum(axis=1)
    shape = (len(panel.cases), len(panel.raters))
    total, number = np.zeros(shape), np.zeros(shape)
    place = (panel.case_of, panel.rater_of)  # at most one review for each
    total[place], number[place] = differences, is_compared.sum(axis=1)
    figures = _Ratios(total, number)
    sampled = figures.weighted(resampling.weights)
    counts = _by_rater(panel, (given != UNRATED).sum(axis=1))
    compared = [int(n) for n in number.sum(axis=0)]
    least_grades, least_raters = least
    found = [
        figures.estimate(rater, sampled[:, rater], counts[rater], least_grades)
        for rater in range(len(panel.raters))
    ]
    return _AgainstRules(counts, compared, _of_enough(found, least_raters))


def _of_enough(found: list[Estimate], least_raters: int) -> list[Estimate]:
    """The figures, or none where they would be of one rater or two: of persons, by name."""
    if sum(each.value is not None for each in found) >= least_raters:
        return found
    silent = Estimate.missing(NoFigure.SMALL_GROUP)
    return [silent if each.value is not None else each for each in found]


@dataclass(frozen=True, eq=False)
class _Ratios:
    """Sums and numbers by case and rater: a mean is a sum by a number."""

    total: NDArray[np.float64]
    number: NDArray[np.float64]

    def weighted(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        """Every rater's mean in every sample, NaN where nothing of theirs was drawn."""
        return ratio(weights @ self.total, weights @ self.number)

    def estimate(
        self, rater: int, sampled: NDArray[np.float64], given: int, least: int
    ) -> Estimate:
        own = self.number[:, rater] > 0
        total, number = self.total[own, rater], self.number[own, rater]
        if why := _why_not(given, int(number.sum()), len(number), least):
            return Estimate.missing(why)
        left_out = ratio(total.sum() - total, number.sum() - number)
        return _estimate(float(total.sum() / number.sum()), left_out, sampled)


def _why_not(rated: int, compared: int, cases: int, least: int) -> NoFigure | None:
    if not rated:
        return NoFigure.NOTHING_RATED
    if compared < least:
        return NoFigure.SMALL_GROUP
    return NoFigure.ONE_CASE if cases < 2 else None


class _Peers:
    """One kind of ratings, held against those of others."""

    def __init__(
        self, ratings: Ratings, resampling: Resampling, least_grades: int, least_raters: int
    ) -> None:
        self.met: Meetings = meetings(ratings)
        self.groups = linked_groups(self.met)
        self._weights = resampling.weights
        self._least = (least_grades, max(least_raters, 2))
        self._rated = np.bincount(ratings.rater, minlength=ratings.raters)
        self.compared = [int(number) for number in self.met.shared.sum(axis=0)]

    def group_of(self, rater: int) -> int:
        return next(at for at, group in enumerate(self.groups) if rater in group)

    def estimates(self) -> list[Estimate]:
        """Every rater's figure."""
        found: dict[int, Estimate] = {}
        for group in self.groups:
            missing = {rater: why for rater in group if (why := self._why_not(rater, len(group)))}
            compared = tuple(rater for rater in group if rater not in missing)
            if len(compared) < self._least[1]:
                missing |= dict.fromkeys(compared, NoFigure.SMALL_GROUP)
            else:
                found |= self._compared(group, compared)
            found |= {rater: Estimate.missing(why) for rater, why in missing.items()}
        return [found[rater] for rater in range(self.met.raters)]

    def _why_not(self, rater: int, raters: int) -> NoFigure | None:
        rated = int(self._rated[rater])
        if rated and raters == 1:
            return NoFigure.NOT_LINKED
        cases = int((self.met.shared[:, rater] > 0).sum())
        return _why_not(rated, self.compared[rater], cases, self._least[0])

    def _compared(self, group: tuple[int, ...], compared: tuple[int, ...]) -> dict[int, Estimate]:
        cases = np.nonzero(self.met.shared[:, list(group)].any(axis=1))[0]
        without_one = np.ones((len(cases) + 1, self.met.cases))
        without_one[np.arange(len(cases)), cases] = 0  # the last row is all of them
        exact = peer_effects(self.met, group, compared, without_one)
        sampled = peer_effects(self.met, group, compared, self._weights)
        return {
            rater: _estimate(float(exact[-1, at]), exact[:-1, at], sampled[:, at])
            for at, rater in enumerate(compared)
        }


def _estimate(
    value: float, left_out: NDArray[np.float64], sampled: NDArray[np.float64]
) -> Estimate:
    """Of the value without each case, and in each sample; a mean of steps has no bounds."""
    return estimate(value, left_out, sampled, len(left_out), -inf, inf)


def _weak(panel: Panel, peers: _Peers) -> tuple[CaseThatLinks, ...]:
    return tuple(
        CaseThatLinks(panel.cases[link.case], at, _named(panel, link.parts))
        for at, group in enumerate(peers.groups)
        for link in weak_links(peers.met, group)
    )
