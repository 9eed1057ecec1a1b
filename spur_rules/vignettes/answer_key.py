"""The answer key: the grade of every domain, the step that moves it, and under which readings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..checklist import Checklist
from ..explaining.explain import DomainExplanation, explain
from ..explaining.sensitivity import changed, readings
from ..explanation import Sensitivity
from ..policy import Override, Policy
from ..rulebook import Rulebook
from ..suggesting import Grader
from ..suggestion import CaveatCode, DomainSuggestion
from ..vocabulary import Grade, Status
from .filling import Aim, Vignette


class Outcome(NamedTuple):
    """A range from worst to best, and the rules whose caveat says that no criterion fits."""

    worst: Grade
    best: Grade
    gaps: tuple[str, ...]

    @classmethod
    def of(cls, found: DomainSuggestion) -> Outcome:
        """What a suggestion comes to."""
        rows = (c.rule for c in found.caveats if c.code is CaveatCode.RULE and c.rule)
        return cls(found.worst, found.best, tuple(rows))


class Moved(NamedTuple):
    """The step of a domain's aim, and what it leads to."""

    aim: Aim
    outcome: Outcome


class DomainKey(NamedTuple):
    """The answer for one domain; `moved` where the domain was made to be near a boundary."""

    explained: DomainExplanation
    sensitivity: Sensitivity
    moved: Moved | None

    @property
    def domain(self) -> str:
        """The domain's letter."""
        return self.explained.domain

    @property
    def outcome(self) -> Outcome:
        """The range, and its gaps."""
        return Outcome.of(self.explained.suggestion)


class CaseKey(NamedTuple):
    """The answers for one case."""

    vignette: Vignette
    domains: tuple[DomainKey, ...]


class KeyMaker:
    """Makes answer keys under one reading, on the native engine.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The reading.
    """

    def __init__(self, rulebook: Rulebook, policy: Policy) -> None:
        self._rulebook, self._policy = rulebook, policy
        self._grader = Grader(rulebook, policy, "native")

    def key(self, vignette: Vignette) -> CaseKey:
        """The answer key of one case."""
        checklist = vignette.checklist
        explained = explain(self._rulebook, checklist, self._grader.suggest(checklist))
        hanging = readings(self._rulebook, self._policy).sensitivity(checklist)
        moved = dict(self._moved(vignette))
        rows = zip(explained.domains, hanging, strict=True)
        return CaseKey(vignette, tuple(DomainKey(e, s, moved.get(e.domain)) for e, s in rows))

    def _moved(self, vignette: Vignette) -> Iterator[tuple[str, Moved]]:
        for letter, aim in vignette.aims.items():
            if aim.indicator is not None and aim.to is not None:
                other = ticked(vignette.checklist, aim.indicator, aim.to)
                found = self._grader.suggest(other)[letter]
            else:
                assert aim.near.value is not None, "a step is another tick or another reading"
                override = Override(aim.boundary.hinge.name, aim.near.value)
                policy = changed(self._policy, override)
                found = Grader(self._rulebook, policy, "native").suggest(vignette.checklist)[letter]
            yield letter, Moved(aim, Outcome.of(found))


def ticked(checklist: Checklist, indicator: str, status: Status) -> Checklist:
    """The same checklist with one row ticked differently, and nothing written beside it.

    Args:
        checklist: The checklist.
        indicator: The row.
        status: What it is ticked as.
    """
    answers = tuple(
        answer.model_copy(update={"status": status, "evidence": None, "reason": None})
        if answer.indicator == indicator
        else answer
        for answer in checklist.answers
    )
    return checklist.model_copy(update={"answers": answers})
