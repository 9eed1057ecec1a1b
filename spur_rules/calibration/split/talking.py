"""What to talk about: the rows and words that would bring most pairs of raters together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .split import TalkingPoint, TopicKind

#: A list that is longer is not talked through in one workshop.
MOST_POINTS = 10
#: No more than these of a kind, so that the list is of several things: words that are read apart
#: and grades that do not follow from the ticks can otherwise crowd out the rows.
MOST_OF_A_KIND = {TopicKind.ROW: MOST_POINTS, TopicKind.PARAMETER: 3, TopicKind.GRADE: 3}


class Topic(NamedTuple):
    """Something to talk about, and how many pairs it would bring together.

    `pairs` has a row for each of the domains and a column for each case. `also` and
    `no_criterion` as in TalkingPoint.
    """

    kind: TopicKind
    topic: str | None
    domains: tuple[str, ...]
    pairs: NDArray[np.int64]
    also: tuple[str, ...] = ()
    no_criterion: str | None = None


def talking_points(topics: Iterable[Topic], cases: Sequence[str]) -> tuple[TalkingPoint, ...]:
    """The topics that bring most pairs together, each once, at the case where it shows best.

    Where several cases show it equally well, the one is taken that fewest topics before it took.

    Args:
        topics: All there is to talk about, in catalog order.
        cases: The cases' names.
    """
    found = [topic for topic in topics if topic.pairs.any()]
    found.sort(key=lambda topic: -int(topic.pairs.sum()))
    taken: Counter[int] = Counter()
    return tuple(_at_its_best(topic, cases, taken) for topic in _chosen(found))


def _chosen(found: Sequence[Topic]) -> list[Topic]:
    """The first of each kind, and then whatever comes first: in the order they came."""
    ranks = [
        sum(other.kind is topic.kind for other in found[:at]) for at, topic in enumerate(found)
    ]
    allowed = [at for at, topic in enumerate(found) if ranks[at] < MOST_OF_A_KIND[topic.kind]]
    chosen = sorted(allowed, key=lambda at: ranks[at] > 0)[:MOST_POINTS]
    return [found[at] for at in sorted(chosen)]


def _at_its_best(topic: Topic, cases: Sequence[str], taken: Counter[int]) -> TalkingPoint:
    pairs = topic.pairs
    best = np.argwhere(pairs == pairs.max()).tolist()
    domain, case = min(best, key=lambda place: (taken[place[1]], place[1]))
    taken[case] += 1
    letter, here = topic.domains[domain], int(pairs[domain, case])
    in_all = int(pairs.sum())
    point = TalkingPoint(topic.kind, topic.topic, letter, cases[case], here, in_all)
    return point._replace(also=topic.also, no_criterion=topic.no_criterion)
