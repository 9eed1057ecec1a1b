"""Who stands where on a topic: the raters of a case by what they ticked, or by their grade."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...vocabulary import Status
from ..panels.panel import GRADES, Panel
from .split import Side, TalkingPoint, TopicKind


def with_sides(panel: Panel, point: TalkingPoint) -> TalkingPoint:
    """A point with the raters of its case, by tick for a row and by given grade for the rest.

    Args:
        panel: The reviews.
        point: What to talk about, and at which case.
    """
    return point._replace(sides=tuple(_sides(panel, point)))


def _sides(panel: Panel, point: TalkingPoint) -> Iterator[Side]:
    """Only those who gave a grade on the scale: they are in the pairs."""
    at, case = panel.letters.index(point.domain), panel.cases.index(point.case)
    given = panel.given[:, at]
    rows = np.flatnonzero((panel.case_of == case) & panel.on_scale[:, at])
    if point.kind is TopicKind.ROW and point.topic is not None:
        own = panel.statuses[rows, panel.rulebook.position[point.topic]]
        words = {int(status.code): status.value for status in Status}
    else:
        own, words = given[rows], {number: grade.value for number, grade in enumerate(GRADES)}
    for number, word in words.items():
        raters = panel.rater_of[rows[own == number]].tolist()
        if raters:
            yield Side(word, tuple(panel.raters[rater] for rater in raters))
