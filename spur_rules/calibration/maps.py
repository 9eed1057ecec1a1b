"""Who differs from the others where: by case, and by indicator."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from ..vocabulary import Code
from .panels.panel import GRADES, NO_GRADE, Panel

#: What somebody has said of a row.
_ASSESSED = tuple(int(code) for code in Code if code < Code.NOT_ASSESSED)


Numbers: TypeAlias = list[list[int]]


@dataclass(frozen=True)
class DifferenceMap:
    """Which share of what the others said a rater said otherwise, by rater and column.

    Each rater is held against every other one of the same case, never against a middle: of two
    raters there is none, nor of three who say one thing and three who say another. None where
    nobody else said anything. `compared` is in how many places (domains of the case, or
    cases of the row) somebody else did, and `differing` in how many of them somebody said
    otherwise.
    """

    shares: tuple[tuple[float | None, ...], ...]
    compared: tuple[tuple[int, ...], ...]
    differing: tuple[tuple[int, ...], ...]


def case_map(panel: Panel) -> DifferenceMap:
    """Which share of the others' grades in a case is another than the rater's: all domains as one.

    Grades that the domain's scale does not have are left out, the rater's and the others'.

    Args:
        panel: The reviews.
    """
    apart, met = _apart(panel, panel.given, panel.on_scale, range(len(GRADES)))

    def by_case(numbers: NDArray[Any]) -> Numbers:
        sums = np.zeros((len(panel.raters), len(panel.cases)), np.intp)
        sums[panel.rater_of, panel.case_of] = numbers.sum(axis=1)
        found: Numbers = sums.tolist()
        return found

    return _summed(apart, met, by_case)


def indicator_map(panel: Panel) -> DifferenceMap:
    """Which share of the others' ticks of an indicator is another than the rater's, in all cases.

    Args:
        panel: The reviews.
    """
    is_said = panel.statuses < Code.NOT_ASSESSED
    apart, met = _apart(panel, panel.statuses, is_said, _ASSESSED)
    return _summed(apart, met, lambda numbers: _by_rater(panel, numbers))


def _apart(
    panel: Panel, said: NDArray[Any], is_said: NDArray[np.bool_], answers: Iterable[int]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """For each review and column how many others of the case said otherwise, and said anything."""
    apart, met = np.zeros((2, *said.shape), np.intp)
    for rows in _by_case(panel):
        number = is_said[rows].sum(axis=0)
        met[rows] = np.where(is_said[rows], number - 1, 0)
        for answer in answers:
            is_answer = is_said[rows] & (said[rows] == answer)
            apart[rows] += np.where(is_answer, number - is_answer.sum(axis=0), 0)
    return apart, met


def _by_case(panel: Panel) -> list[slice]:
    """The rows of each case: they stand together."""
    ends = np.searchsorted(panel.case_of, np.arange(len(panel.cases) + 1)).tolist()
    return [slice(start, stop) for start, stop in pairwise(ends)]


def _by_rater(panel: Panel, numbers: NDArray[Any]) -> Numbers:
    """The sum over each rater's reviews, by rater and indicator, in catalog order."""
    sums = np.zeros((len(panel.raters), numbers.shape[1]), np.intp)
    np.add.at(sums, panel.rater_of, numbers)
    place = {id: at for at, id in enumerate(panel.rulebook.order)}
    order = [place[id] for id in panel.rulebook.indicators]
    found: Numbers = sums[:, order].tolist()
    return found


def _summed(
    apart: NDArray[np.intp], met: NDArray[np.intp], sums: Callable[[NDArray[Any]], Numbers]
) -> DifferenceMap:
    shares = tuple(
        tuple(number / of if of else None for number, of in zip(*row, strict=True))
        for row in zip(sums(apart), sums(met), strict=True)
    )
    compared, differing = (tuple(map(tuple, sums(numbers > 0))) for numbers in (met, apart))
    return DifferenceMap(shares, compared, differing)


def letters(panel: Panel, domain: int) -> tuple[tuple[str, ...], ...]:
    """The given grades of one domain by case and rater; empty where there is none.

    Args:
        panel: The reviews.
        domain: The domain's number, in catalog order.
    """
    found = [[""] * len(panel.raters) for _ in panel.cases]
    columns = (panel.case_of, panel.rater_of, panel.given[:, domain])
    for case, rater, grade in zip(*(column.tolist() for column in columns), strict=True):
        if grade != NO_GRADE:
            found[case][rater] = GRADES[grade].value
    return tuple(map(tuple, found))


def missing_reviews(panel: Panel) -> int:
    """How many pairs of case and rater have no review.

    Args:
        panel: The reviews.
    """
    return len(panel.cases) * len(panel.raters) - panel.size
