"""Grades and ticks as steps: how far from the best of their own scale."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...vocabulary import Code
from ..agreement.ratings import Ratings
from ..panels.panel import GRADE_NUMBERS, GRADES, NO_GRADE, Panel

#: Stands where there is no step: nothing given, or a grade that the domain's scale does not have.
NO_STEP = -1
#: A tick's step by its status code: met (in whichever way), partly met, not met; the others have
#: none. What does not apply or was not assessed is not strict or mild.
_TICK_STEPS = {Code.MET: 0, Code.MET_OTHERWISE: 0, Code.PARTLY: 1, Code.NOT_MET: 2}
_TICK_WORDS = ("met", "partly met", "not met")


def grade_steps(panel: Panel, grades: NDArray[np.int8]) -> NDArray[np.int8]:
    """Grades as steps on each domain's own scale: A B D has the steps 0, 1 and 2.

    Args:
        panel: Whose domains they are.
        grades: Grades as numbers, a row for each review and a column for each domain.

    Returns:
        The steps, NO_STEP where there is no grade or the scale does not have it.
    """
    steps = np.full(grades.shape, NO_STEP, np.int8)
    for at, domain in enumerate(panel.rulebook.domains):
        for step, grade in enumerate(domain.domain.grades):
            steps[grades[:, at] == GRADE_NUMBERS[grade], at] = step
    return steps


def off_scale(panel: Panel) -> NDArray[np.bool_]:
    """Where a grade is given that the domain's scale does not have.

    Args:
        panel: The reviews.
    """
    return np.asarray((panel.given != NO_GRADE) & ~panel.on_scale, np.bool_)


def given_ratings(panel: Panel) -> Ratings:
    """The given grades as ratings; what is rated is a domain of a case.

    Args:
        panel: The reviews.
    """
    return _ratings(panel, grade_steps(panel, panel.given), tuple(map(str, range(len(GRADES)))))


def tick_ratings(panel: Panel) -> Ratings:
    """The ticks as ratings; what is rated is an indicator of a case.

    Args:
        panel: The reviews.
    """
    step_of = np.array([_TICK_STEPS.get(code, NO_STEP) for code in Code], np.int8)
    return _ratings(panel, step_of[panel.statuses], _TICK_WORDS)


def _ratings(panel: Panel, steps: NDArray[np.int8], categories: tuple[str, ...]) -> Ratings:
    row, column = np.nonzero(steps != NO_STEP)
    width = steps.shape[1]
    return Ratings(
        unit=panel.case_of[row] * width + column,
        rater=panel.rater_of[row],
        value=steps[row, column].astype(np.intp),
        case_of=np.repeat(np.arange(len(panel.cases)), width),
        cases=len(panel.cases),
        raters=len(panel.raters),
        categories=categories,
    )
