"""What the rules make of every rater's own ticks."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..explaining.what_if import WhatIf
from ..in_force import rules_in_force
from ..policy import Policy
from .panels.panel import GRADE_NUMBERS, NO_GRADE, Panel


class Suggested(NamedTuple):
    """The worst and the best grade of ticks, as numbers.

    Of every review and domain of a panel, or of some rows of ticks of one domain.
    """

    worst: NDArray[np.int8]
    best: NDArray[np.int8]

    @property
    def grade(self) -> NDArray[np.int8]:
        """The grade where both ends are the same, NO_GRADE where a range is left."""
        return np.where(self.worst == self.best, self.worst, np.int8(NO_GRADE)).astype(np.int8)


def suggest_panel(panel: Panel, policy: Policy) -> Suggested:
    """Grade every review of a panel by its own ticks.

    Args:
        panel: The reviews.
        policy: How vague words are read.

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> from spur_rules.api import read_policy
    >>> from spur_rules.calibration.panels.panel import Rated, gather
    >>> rulebook = load_rulebook()
    >>> every = Checklist.of("st-spur", dict.fromkeys(rulebook.indicators, Status.MET))
    >>> panel = gather(rulebook, [Rated("fall 1", "R1", every)])
    >>> suggest_panel(panel, read_policy(rulebook)).grade.tolist()
    [[0, 0, 0, 0, 0, 0, 0, 0]]
    """
    shape = (panel.size, len(panel.letters))
    worst, best = np.empty(shape, np.int8), np.empty(shape, np.int8)
    for at, domain in enumerate(rules_in_force(panel.rulebook, policy).domains):
        ranges = grade_ticks(WhatIf(domain), panel.ticks(at))
        worst[:, at], best[:, at] = ranges[:, 0], ranges[:, 1]
    return Suggested(worst, best)


def grade_ticks(domain: WhatIf, ticks: NDArray[np.uint8]) -> NDArray[np.int8]:
    """The worst and the best grade of every row of ticks; equal rows are graded once.

    Args:
        domain: One domain under one policy.
        ticks: Its status codes, a row for each review.
    """
    known: dict[bytes, tuple[int, int]] = {}
    found = np.empty((len(ticks), 2), np.int8)
    for row, own in enumerate(map(bytes, ticks)):
        if own not in known:
            worst, best = domain.ends(own)
            known[own] = GRADE_NUMBERS[worst], GRADE_NUMBERS[best]
        found[row] = known[own]
    return found
