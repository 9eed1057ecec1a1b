"""Who differs from the others where: by case, and by indicator."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from ..vocabulary import Code
from .panels.panel import GRADES, NO_GRADE, Panel

#: What somebody has said of a row.
_ASSESSED = tuple(int(code) for code in Code if code < Code.NOT_ASSESSED)


@dataclass(frozen=True)
class CaseMap:
    """In how many domains a rater's grade differs from the middle of the case, by rater and case.

    The middle is the median of all grades given to the domain of the case; where it lies between
    two letters, either is the middle. None where the rater gave no grade that another gave one
    beside. `compared` is how many domains could be compared.
    """

    differing: tuple[tuple[int | None, ...], ...]
    compared: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class IndicatorMap:
    """In which share of the cases each rater's tick differs from the most common, by indicator.

    Only cases in which two or more assessed the indicator and one status is the most common; None
    where the rater has no such case. `cases` is how many there are.
    """

    shares: tuple[tuple[float | None, ...], ...]
    cases: tuple[tuple[int, ...], ...]


def case_map(panel: Panel) -> CaseMap:
    """Where each rater's grades lie apart from the middle of the case.

    Args:
        panel: The reviews.
    """
    differs, counted = _from_the_middle(panel)
    shape = (len(panel.raters), len(panel.cases))
    numbers, compared = np.zeros(shape, np.intp), np.zeros(shape, np.intp)
    numbers[panel.rater_of, panel.case_of] = differs.sum(axis=1)
    compared[panel.rater_of, panel.case_of] = counted.sum(axis=1)
    rows = zip(numbers.tolist(), compared.tolist(), strict=True)
    found = tuple(
        tuple(number if out_of else None for number, out_of in zip(*row, strict=True))
        for row in rows
    )
    return CaseMap(found, tuple(map(tuple, compared.tolist())))


def _from_the_middle(panel: Panel) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """For each review and domain whether the grade differs from the middle, and is compared."""
    differs = np.zeros(panel.given.shape, np.bool_)
    counted = np.zeros(panel.given.shape, np.bool_)
    for rows in _by_case(panel):
        given = panel.given[rows]
        is_given = given != NO_GRADE
        number = is_given.sum(axis=0)
        ordered = np.sort(np.where(is_given, given, len(GRADES)), axis=0)
        columns = np.arange(given.shape[1])
        low = ordered[np.maximum(number - 1, 0) // 2, columns]
        high = ordered[np.minimum(number // 2, len(given) - 1), columns]
        counted[rows] = is_given & (number > 1)
        differs[rows] = counted[rows] & ((given < low) | (given > high))
    return differs, counted


def _by_case(panel: Panel) -> list[slice]:
    """The rows of each case: they stand together."""
    ends = np.searchsorted(panel.case_of, np.arange(len(panel.cases) + 1)).tolist()
    return [slice(start, stop) for start, stop in pairwise(ends)]


def indicator_map(panel: Panel) -> IndicatorMap:
    """How often each rater's tick is another than the most common of the case.

    Args:
        panel: The reviews.
    """
    differs = np.zeros(panel.statuses.shape, np.bool_)
    counted = np.zeros(panel.statuses.shape, np.bool_)
    for rows in _by_case(panel):
        ticks = panel.statuses[rows]
        found = np.stack([(ticks == code).sum(axis=0) for code in _ASSESSED])
        most = found.max(axis=0)
        is_settled = (found.sum(axis=0) > 1) & ((found == most).sum(axis=0) == 1)
        common = np.asarray(_ASSESSED, np.uint8)[found.argmax(axis=0)]
        counted[rows] = is_settled & (ticks < Code.NOT_ASSESSED)
        differs[rows] = counted[rows] & (ticks != common)
    numbers, cases = (_by_rater(panel, marks) for marks in (differs, counted))
    shares = tuple(
        tuple(number / of if of else None for number, of in zip(*row, strict=True))
        for row in zip(numbers, cases, strict=True)
    )
    return IndicatorMap(shares, tuple(map(tuple, cases)))


def _by_rater(panel: Panel, marks: NDArray[np.bool_]) -> list[list[int]]:
    """How many of each rater's reviews are marked, by rater and indicator, in catalog order."""
    counts = np.zeros((len(panel.raters), marks.shape[1]), np.intp)
    np.add.at(counts, panel.rater_of, marks)
    place = {id: at for at, id in enumerate(panel.rulebook.order)}
    order = [place[id] for id in panel.rulebook.indicators]
    found: list[list[int]] = counts[:, order].tolist()
    return found


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
