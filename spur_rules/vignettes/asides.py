"""Rare statuses in rows that decide nothing: so that none of them tells what a case is about.

Were a status drawn only where a case hangs on it, whoever has seen a few cases would look for it.
So rows that are met get one too, where the domain's answer provably stays the same: the grade or
range, the gaps and the rule that binds; in a domain that is near a boundary also across the step
and under every other reading.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..policy import Policy
from ..rulebook import LinkedDomain, Rulebook
from ..vocabulary import Code, Status
from .boundary import Deviation, Situation
from .drawing import Draw
from .plausible import Plausible
from .situation_grades import GradersByReading

#: How often a row that is met is tried as what instead. Made up, as the base rates are: so often
#: that at most about a third of each of them are what a case hangs on.
SHARES: tuple[tuple[Status, float], ...] = (
    (Status.NOT_APPLICABLE, 0.17),
    (Status.MET_OTHERWISE, 0.08),
    (Status.NOT_ASSESSED, 0.45),
)
#: So many of one status at most in a domain: a visit leaves some rows open, not most.
MOST_ALIKE = 2


class Nearness(NamedTuple):
    """Whether a domain is near a boundary, and the row that moves its grade, where one does."""

    is_near: bool
    indicator: str | None = None
    to: Status | None = None


class Asides:
    """Puts rare statuses where they decide nothing.

    Args:
        rulebook: What is asked.
        policy: The reading of the answer key.
        plausible: What may be ticked where.
    """

    def __init__(self, rulebook: Rulebook, policy: Policy, plausible: Plausible) -> None:
        self._plausible = plausible
        self._graders = {
            domain.letter: GradersByReading(rulebook, policy, at)
            for at, domain in enumerate(rulebook.domains)
        }

    def added(
        self,
        domain: LinkedDomain,
        statuses: Mapping[str, Status],
        near: Nearness,
        draw: Draw,
    ) -> dict[str, Status]:
        """The domain's rows, some of those that are met ticked as something rare.

        Args:
            domain: The domain.
            statuses: Its rows as they are so far.
            near: What must not move.
            draw: What decides which rows.
        """
        found, unknown_as_short = dict(statuses), dict(statuses)
        answers = self._answers(domain, found, near)
        met = [id for id, is_ in found.items() if is_ is Status.MET and id != near.indicator]
        for id in draw.shuffled(met):
            status = self._drawn(id, draw)
            if status is not None and _has_room(found, status):
                tried = found | {id: status}
                low = Status.NOT_MET if status is Status.NOT_ASSESSED else status
                settled = unknown_as_short | {id: low}
                if all(self._answers(domain, row, near) == answers for row in (tried, settled)):
                    found, unknown_as_short = tried, settled
        return found

    def _drawn(self, id: str, draw: Draw) -> Status | None:
        """The first rare status that happens to the row and that it may have."""
        for status, share in SHARES:
            if draw.happens(share) and self._plausible.may_be(id, status.code):
                return status
        return None

    def _answers(
        self, domain: LinkedDomain, statuses: Mapping[str, Status], near: Nearness
    ) -> list[object]:
        """What the answer key tells of the domain, here and across the step."""
        graders = self._graders[domain.letter]
        sides = [self._situation(domain, statuses)]
        if near.indicator is not None and near.to is not None:
            sides.append(self._situation(domain, {**statuses, near.indicator: near.to}))
        read = [graders.base]
        if near.is_near:
            read += [grader for _, _, grader in graders.readings]
        graded: list[object] = [grader.graded(side) for grader in read for side in sides]
        return graded + [graders.base.binding(side) for side in sides]

    def _situation(self, domain: LinkedDomain, statuses: Mapping[str, Status]) -> Situation:
        rows = [
            Deviation(number, statuses[domain.order[at]].code)
            for number, alike in enumerate(self._graders[domain.letter].alike)
            for at in alike.offsets
        ]
        return tuple(sorted(row for row in rows if row.code is not Code.MET))


def _has_room(statuses: Mapping[str, Status], status: Status) -> bool:
    return list(statuses.values()).count(status) < MOST_ALIKE
