"""One rater over several workshops: how strict, and whether that has changed."""

from __future__ import annotations

from collections.abc import Sequence
from math import hypot
from typing import NamedTuple

from ..calibration.agreement.estimates import ConfidenceInterval, Estimate
from ..calibration.agreement.labels import shown_interval
from ..vocabulary import Grade
from .figures import severity
from .readings import policy_of
from .rules_kept import rulebook_of
from .scores import Pairs, Scores
from .workshop import Workshop

_NUMBER = {grade: number for number, grade in enumerate(Grade)}


class Point(NamedTuple):
    """A rater in one workshop; positive is stricter, in steps on the scale.

    `same_as_median` are the grades that are what the others' median is, of those that have one.
    Below `least_grades` grades or `least_raters` raters nothing is told.
    """

    title: str
    begun: str
    round: int
    grades: int
    against_rules: Estimate
    against_peers: Estimate
    same_as_median: Pairs | None
    least_grades: int


class Change(NamedTuple):
    """The last figure less the first, with its interval; `is_beyond` where 0 is outside it."""

    value: float
    interval: ConfidenceInterval

    @property
    def is_beyond(self) -> bool:
        """Whether it is more than the two intervals carry."""
        return not self.interval.low <= 0 <= self.interval.high


class Drift(NamedTuple):
    """A rater over time; a point is None where the rater was not in a workshop's round."""

    rater: str
    titles: tuple[str, ...]
    points: tuple[Point | None, ...]
    is_one_rulebook: bool


def drift(workshops: Sequence[Workshop], rater: str, is_last_round: bool = False) -> Drift:
    """How strict a rater was in each workshop, in the order in which they began.

    Args:
        workshops: Workshops with at least one revealed round.
        rater: Who, under the same name in all of them.
        is_last_round: Take the last revealed round; the first, scored alone, when left out.
    """
    in_order = sorted(workshops, key=lambda workshop: workshop.begun)
    points = tuple(_point(workshop, rater, is_last_round) for workshop in in_order)
    used = {(w.opened.catalog.sha256, w.opened.rules.sha256) for w in in_order}
    return Drift(rater, tuple(w.opened.title for w in in_order), points, len(used) == 1)


def _point(workshop: Workshop, rater: str, is_last_round: bool) -> Point | None:
    round = workshop.revealed[-1 if is_last_round else 0]
    if rater not in round.raters:
        return None
    rulebook = rulebook_of(workshop.opened)
    scores = Scores(round, rulebook)
    found = severity(scores, policy_of(workshop, rulebook, round.number))
    own = next(row for row in found.raters if row.rater == rater)
    same = as_median(scores, rater)
    is_small = same.pairs < found.least_grades or len(round.raters) < found.least_raters
    return Point(
        workshop.opened.title,
        workshop.begun,
        round.number,
        own.grades,
        own.against_rules,
        own.against_peers,
        None if is_small else same,
        found.least_grades,
    )


def as_median(scores: Scores, rater: str) -> Pairs:
    """How many of a rater's grades have others to compare with, and are what their median is.

    Where the median lies between two grades, either of them is.

    Args:
        scores: The round.
        rater: Whose grades.
    """
    compared = same = 0
    for domain in scores.letters:
        for _, grades in scores.grades(domain):
            own = grades.pop(rater, None)
            if own is None or not grades:
                continue
            others = sorted(_NUMBER[grade] for grade in grades.values())
            middle = others[(len(others) - 1) // 2 : len(others) // 2 + 1]
            compared += 1
            same += _NUMBER[own] in (middle[0], middle[-1])
    return Pairs(compared, same)


def change(first: Estimate, last: Estimate) -> Change | None:
    """The difference of two figures from other cases, with its interval; None without intervals.

    Args:
        first: The earlier figure.
        last: The later one.

    Source: Zou & Donner, Construction of confidence limits about effect measures: a general
        approach, Statistics in Medicine 27 (2008), section 2.

    >>> steady = Estimate(0.0, bootstrap=ConfidenceInterval(-0.3, 0.3))
    >>> strict = Estimate(1.0, bootstrap=ConfidenceInterval(0.6, 1.4))
    >>> change(steady, strict).is_beyond, change(steady, steady).is_beyond
    (True, False)
    """
    spans = [shown_interval(estimate) for estimate in (first, last)]
    if first.value is None or last.value is None or spans[0] is None or spans[1] is None:
        return None
    (low_1, high_1), (low_2, high_2) = spans[0], spans[1]
    if low_1 == high_1 or low_2 == high_2:
        return None  # it never varied, so nothing is known of how much it could
    value = last.value - first.value
    down = hypot(last.value - low_2, high_1 - first.value)
    up = hypot(high_2 - last.value, first.value - low_1)
    return Change(value, ConfidenceInterval(value - down, value + up))
