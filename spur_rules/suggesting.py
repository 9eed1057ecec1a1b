"""One review from checklist to suggestion: encode, count, fire, grade."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from operator import getitem
from typing import NamedTuple

from .checklist import Checklist
from .engines.base import Engine, Fired
from .engines.choice import AUTO, engine_for, native_engine
from .errors import EngineError
from .explaining.open_questions import OpenQuestions
from .explaining.what_if import what_if
from .facts import count, encode, ends, shortcomings
from .grading import decide, decisions, suggest_domain
from .in_force import rules_in_force
from .noticing import notices
from .policy import Policy
from .regrading.adjusting import GradedDomain
from .regrading.changes import Course, follow
from .rulebook import Rulebook
from .suggestion import (
    DomainSuggestion,
    OpenIndicator,
    Provenance,
    Suggestion,
)
from .version import __version__
from .vocabulary import Grade


class Outline(NamedTuple):
    """A suggestion without its reasons: the worst and the best grades, and the shortcomings."""

    worst: tuple[Grade, ...]
    best: tuple[Grade, ...]
    shortcomings: list[str]


class Grader:
    """A rulebook under one policy on one engine: grades any number of checklists.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The value of every parameter.
        engine: The name of the engine that fires the rules.

    Raises:
        EngineError: SR501, SR502, SR504 or SR505.
    """

    def __init__(self, rulebook: Rulebook, policy: Policy, engine: str) -> None:
        self._rulebook, self._policy = rulebook, policy
        self._rules = rules_in_force(rulebook, policy)
        self._native: Engine = native_engine(rulebook, policy)
        self._decisions = [decisions(domain) for domain in self._rules.domains]
        self._failure: str | None = None
        self._may_fall_back = ("SR504", "SR505") if engine == AUTO else ("SR505",)
        try:
            self._engine = engine_for(engine, rulebook, policy)
        except EngineError as error:
            self._engine, self._failure = self._fall_back(error)

    def _fall_back(self, error: EngineError) -> tuple[Engine, str]:
        """Native answers where durable-rules cannot, and the suggestion says why."""
        if error.code not in self._may_fall_back:
            raise error
        return self._native, error.message

    def suggest(self, checklist: Checklist) -> Suggestion:
        """The suggestion for a whole review.

        Args:
            checklist: What was answered.

        Raises:
            InputError: SR401, the checklist answers an indicator that the rulebook does not have.
            EngineError: SR503, two engines disagree.
        """
        if not checklist.plan and not checklist.corrections:
            return self._suggest(checklist)[0]
        suggestion, course = self.follow(checklist)
        return replace(suggestion, domains=tuple(_with_course(suggestion, course)))

    def follow(
        self, checklist: Checklist, received: date | None = None
    ) -> tuple[Suggestion, Course]:
        """The suggestion as the visit left it, and all that corrections and a plan changed since.

        Args:
            checklist: What was answered, with its corrections and its plan.
            received: The day the plan came in.

        Raises:
            InputError: SR401, an indicator that the rulebook does not have.
            EngineError: SR503, two engines disagree.
        """
        suggestion, fired, codes = self._suggest(checklist)
        start = self._graded(codes, fired, suggestion.domains)
        rule = self._rulebook.ruleset.action_plan
        return suggestion, follow(rule, checklist, start, received, self._regraded)

    def _suggest(self, checklist: Checklist) -> tuple[Suggestion, tuple[Fired, Fired], bytes]:
        """The suggestion without what came in later, and what it was made of."""
        codes = encode(self._rulebook, checklist)
        (worst, best), engine, failure = self._fire(codes)
        domains = []
        for index, domain in enumerate(self._rules.domains):
            fired = (worst[index], best[index])
            questions = self._open(index, codes, fired)
            domains.append(suggest_domain(domain, checklist, codes, fired, questions))
        rulebook = self._rulebook
        made_from = (rulebook.catalog_id, rulebook.rules_id, self._policy)
        said = (checklist.sha256, __version__, rulebook.catalog.overlaid)
        provenance = Provenance(*made_from, engine.names, *said)
        told = tuple(notices(rulebook, checklist, domains, failure))
        return Suggestion(tuple(domains), told, provenance), (worst, best), codes

    def _regraded(self, checklist: Checklist) -> Sequence[GradedDomain]:
        """A corrected checklist's domains, without their open questions."""
        codes = encode(self._rulebook, checklist)
        fired, _, _ = self._fire(codes)
        domains = [
            suggest_domain(domain, checklist, codes, ends)
            for domain, ends in zip(self._rules.domains, zip(*fired, strict=True), strict=True)
        ]
        return self._graded(codes, fired, domains)

    def _graded(
        self, codes: bytes, fired: tuple[Fired, Fired], domains: Sequence[DomainSuggestion]
    ) -> Sequence[GradedDomain]:
        rows = zip(self._rules.domains, zip(*fired, strict=True), domains, strict=True)
        return [GradedDomain(rules, codes, ends, found) for rules, ends, found in rows]

    def _fire(self, codes: bytes) -> tuple[tuple[Fired, Fired], Engine, str | None]:
        """The rules that fire at both ends, the engine that fired them, and why not another."""
        try:
            return self._fire_ends(self._engine, codes), self._engine, self._failure
        except EngineError as error:
            engine, failure = self._fall_back(error)
            return self._fire_ends(engine, codes), engine, failure

    def outline(self, checklist: Checklist) -> Outline:
        """Only the grades and the ids of the shortcomings: for many reviews, fast.

        Args:
            checklist: What was answered.

        Raises:
            InputError: SR401, the checklist answers an indicator that the rulebook does not have.
            EngineError: The engine failed, or two engines disagree.
        """
        codes = encode(self._rulebook, checklist)
        worst, best = self._fire_ends(self._engine, codes)
        high = self._decided(best)
        low = high if worst is best else self._decided(worst)
        return Outline(low, high, shortcomings(self._rulebook, codes))

    def _decided(self, fired: Fired) -> tuple[Grade, ...]:
        if all(self._decisions):
            return tuple(map(getitem, self._decisions, fired))
        return tuple(map(decide, self._rules.domains, fired))

    def _fire_ends(self, engine: Engine, codes: bytes) -> tuple[Fired, Fired]:
        """The rules that fire at the worst and at the best that the unknown can be."""
        worst, best = ends(codes)
        fired_best = engine.fire(count(self._rules, best))
        if worst is best:
            return fired_best, fired_best
        return engine.fire(count(self._rules, worst)), fired_best

    def _open(self, index: int, codes: bytes, fired: tuple[int, int]) -> tuple[OpenIndicator, ...]:
        domain = self._rules.domains[index]
        if fired[0] == fired[1] or decide(domain, fired[0]) is decide(domain, fired[1]):
            return ()
        own = codes[domain.linked.start : domain.linked.stop]
        return OpenQuestions(what_if(self._rulebook, self._policy, index), own).find()


def _with_course(suggestion: Suggestion, course: Course) -> Iterator[DomainSuggestion]:
    """Each domain as the visit left it, with what has changed since beside it."""
    rows = zip(suggestion.domains, course.changes, course.domains, course.caveats, strict=True)
    for found, changes, last, caveats in rows:
        left = last.suggestion.shortcomings
        yield found._replace(
            adjusted=changes[-1] if changes else None,
            caveats=tuple(dict.fromkeys(found.caveats + caveats)),
            corrected=None if left == found.shortcomings else left,
        )
