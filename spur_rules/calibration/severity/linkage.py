"""Which raters the design links at all: those that rated the same things, and theirs in turn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..agreement.ratings import Ratings


@dataclass(frozen=True, eq=False)
class Meetings:
    """How much each pair of raters met in each case.

    `first` and `second` number the raters of every pair that met, the lower first. `weight` has a
    row for each case and a column for each pair: the sum of 1/n over what both rated, n being how
    many rated it. `excess` has for each case and rater the sum of what the rater was above the mean
    of all who rated the same. Both are what least squares are made of.
    """

    raters: int
    first: NDArray[np.intp]
    second: NDArray[np.intp]
    weight: NDArray[np.float64]
    excess: NDArray[np.float64]
    shared: NDArray[np.float64]

    @property
    def cases(self) -> int:
        """How many cases there are."""
        return len(self.weight)


def meetings(ratings: Ratings) -> Meetings:
    """Who met whom, case by case.

    Args:
        ratings: Who put what where.
    """
    n = ratings.raters
    excess, shared = np.zeros((2, ratings.cases, n))
    codes: list[NDArray[np.intp]] = []
    cases: list[NDArray[np.intp]] = []
    weights: list[NDArray[np.float64]] = []
    for case, rows in enumerate(_rows_of_cases(ratings)):
        raters, rater = np.unique(ratings.rater[rows], return_inverse=True)
        units, unit = np.unique(ratings.unit[rows], return_inverse=True)
        rated = np.zeros((len(units), len(raters)))
        values = np.zeros_like(rated)
        rated[unit, rater], values[unit, rater] = 1, ratings.value[rows]
        shares = rated / np.maximum(rated.sum(axis=1, keepdims=True), 1)
        excess[case, raters] = (values - rated * (shares * values).sum(1, keepdims=True)).sum(0)
        shared[case, raters] = rated[rated.sum(axis=1) > 1].sum(axis=0)
        together = rated.T @ shares
        i, j = np.nonzero(np.triu(together, 1))
        codes.append(raters[i] * n + raters[j])
        cases.append(np.full(len(i), case))
        weights.append(together[i, j])
    code = np.concatenate([*codes, np.empty(0, np.intp)])
    pairs, pair = np.unique(code, return_inverse=True)
    weight = np.zeros((ratings.cases, len(pairs)))
    weight[np.concatenate([*cases, np.empty(0, np.intp)]), pair] = np.concatenate([*weights, []])
    return Meetings(n, pairs // max(n, 1), pairs % max(n, 1), weight, excess, shared)


def _rows_of_cases(ratings: Ratings) -> list[NDArray[np.intp]]:
    case = ratings.case_of[ratings.unit]
    order = np.argsort(case, kind="stable")
    parts = np.split(order, np.searchsorted(case[order], np.arange(1, ratings.cases)))
    return parts[: ratings.cases]


def linked_groups(met: Meetings) -> tuple[tuple[int, ...], ...]:
    """The raters in groups: within one, everybody can be reached over raters that met.

    Between groups nothing can be compared: a difference between them may lie in their cases as well
    as in themselves. A rater that met nobody is a group of their own.

    Args:
        met: Who met whom.

    Source: Weeks & Williams, "A note on the determination of connectedness in an N-way cross
    classification", Technometrics 6 (1964); for raters Linacre, Many-Facet Rasch Measurement
    (1989).
    """
    return _parts(_adjacent(met, np.ones((1, met.cases))), range(met.raters))


def _adjacent(met: Meetings, weights: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Which raters met, for each row of weights of the cases."""
    has_met = weights @ met.weight > 0
    adjacent = np.zeros((len(weights), met.raters, met.raters), bool)
    adjacent[:, met.first, met.second] = adjacent[:, met.second, met.first] = has_met
    return adjacent


def reached(adjacent: NDArray[np.bool_], start: int | NDArray[np.intp]) -> NDArray[np.bool_]:
    """Whom one rater can be held against, over others too; a row for each design.

    Args:
        adjacent: Which raters met: design × rater × rater.
        start: The rater, the same for all designs or one each.
    """
    found = np.zeros(adjacent.shape[:2], bool)
    found[np.arange(len(found)), start] = True
    while True:
        more = found | np.any(adjacent & found[:, np.newaxis, :], axis=2)
        if np.array_equal(more, found):
            return found
        found = more


@dataclass(frozen=True)
class WeakLink:
    """A case without which a group falls into parts: all that is compared between them hangs on it.

    `parts` number the raters; the largest part first.
    """

    case: int
    parts: tuple[tuple[int, ...], ...]


def weak_links(met: Meetings, group: tuple[int, ...]) -> tuple[WeakLink, ...]:
    """The cases that alone hold a group together.

    Args:
        met: Who met whom.
        group: Raters that are linked.
    """
    found = []
    for case in range(met.cases) if len(group) > 1 else ():
        weights = np.ones((1, met.cases))
        weights[0, case] = 0
        adjacent = _adjacent(met, weights)
        if reached(adjacent, group[0])[0, list(group)].all():
            continue
        parts = sorted(_parts(adjacent, group), key=lambda part: (-len(part), part))
        found.append(WeakLink(case, tuple(parts)))
    return tuple(found)


def _parts(adjacent: NDArray[np.bool_], raters: Iterable[int]) -> tuple[tuple[int, ...], ...]:
    """Raters in parts that hang together, each with the lowest number first."""
    left: set[int] = set(raters)
    parts: list[tuple[int, ...]] = []
    while left:
        part = np.nonzero(reached(adjacent, min(left))[0])[0]
        parts.append(tuple(int(rater) for rater in part))
        left -= set(parts[-1])
    return tuple(parts)
