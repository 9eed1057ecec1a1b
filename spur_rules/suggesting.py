"""One review from checklist to suggestion: encode, count, fire, grade."""

from __future__ import annotations

from collections.abc import Iterator
from operator import getitem
from typing import NamedTuple

from .checklist import Checklist
from .engines.base import Engine, Fired
from .engines.choice import AUTO, engine_for, native_engine
from .errors import EngineError
from .facts import count, encode, ends, shortcomings
from .grading import decide, decisions, suggest_domain
from .in_force import rules_in_force
from .open_questions import OpenQuestions
from .policy import Policy
from .rulebook import Rulebook
from .suggestion import Notice, NoticeCode, OpenIndicator, Provenance, Suggestion
from .version import __version__
from .vocabulary import Grade
from .what_if import what_if


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
        codes = encode(self._rulebook, checklist)
        engine, failure = self._engine, self._failure
        try:
            worst, best = self._fire_ends(engine, codes)
        except EngineError as error:
            engine, failure = self._fall_back(error)
            worst, best = self._fire_ends(engine, codes)
        domains = []
        for index, domain in enumerate(self._rules.domains):
            fired = (worst[index], best[index])
            questions = self._open(index, codes, fired)
            domains.append(suggest_domain(domain, checklist, codes, fired, questions))
        rulebook = self._rulebook
        made_from = (rulebook.catalog_id, rulebook.rules_id, self._policy)
        provenance = Provenance(*made_from, engine.names, checklist.sha256, __version__)
        notices = tuple(_notices(rulebook, checklist, failure))
        return Suggestion(tuple(domains), notices, provenance)

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


def _notices(rulebook: Rulebook, checklist: Checklist, failure: str | None) -> Iterator[Notice]:
    day, catalog = checklist.review.date, rulebook.catalog
    too_late = day and catalog.valid_to and day > catalog.valid_to
    if day and (day < catalog.valid_from or too_late):
        valid = f"{catalog.valid_from}–{catalog.valid_to or ''}"
        detail = f"{day} ({catalog.id} {catalog.version}: {valid})"
        yield Notice(NoticeCode.OUTSIDE_VALIDITY, detail)
    unused = [name for name in ("given", "plan") if getattr(checklist, name)]
    if unused:
        yield Notice(NoticeCode.NOT_USED, ", ".join(unused))
    if failure is not None:
        yield Notice(NoticeCode.ENGINE_FAILED, failure)
