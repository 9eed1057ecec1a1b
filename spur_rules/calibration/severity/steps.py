"""Grades and ticks as steps: how far from the best of their own scale."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..agreement.ratings import UNRATED, Places, Ratings, ratings_of
from ..agreement.scopes import TICK_STEP_NAMES, TICK_STEPS, placed
from ..panels.panel import GRADE_NUMBERS, GRADES, NO_GRADE, Panel


def grade_steps(panel: Panel, grades: NDArray[np.int8]) -> Places:
    """Grades as steps on each domain's own scale: A B D has the steps 0, 1 and 2.

    Args:
        panel: Whose domains they are.
        grades: Grades as numbers, a row for each review and a column for each domain.

    Returns:
        The steps, UNRATED where there is no grade or the scale does not have it.
    """
    steps = np.full(grades.shape, UNRATED, np.intp)
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
    return ratings_of(panel, grade_steps(panel, panel.given), tuple(map(str, range(len(GRADES)))))


def tick_ratings(panel: Panel) -> Ratings:
    """The ticks as ratings; what is rated is an indicator of a case.

    What does not apply or was not assessed is no step: it is neither strict nor mild.

    Args:
        panel: The reviews.
    """
    return ratings_of(panel, placed(panel.statuses, TICK_STEPS), TICK_STEP_NAMES)
