"""spur_rules itself: the lean path on two engines, the definition, and the whole suggestion."""

from __future__ import annotations

from collections.abc import Callable

from reviews import RULEBOOK, Answers, Result, checklist_of

from spur_rules import Checklist, Status, Suggestion, evaluation, suggest
from spur_rules.api import grader
from spur_rules.facts import encode
from spur_rules.in_force import rules_in_force
from spur_rules.suggesting import Outline

POLICY = RULEBOOK.policy()


def ready(answers: Answers) -> Checklist:
    """A checklist that has been graded before, so that all it keeps is there."""
    checklist = checklist_of(answers)
    suggest(RULEBOOK, checklist, POLICY, "native")
    return checklist


def coded(answers: Answers) -> bytes:
    """The answers as status codes, one byte for each indicator."""
    return encode(RULEBOOK, checklist_of(answers))


def lean(engine: str) -> Callable[[Checklist], Outline]:
    """Grades and shortcomings without the rest of the suggestion."""
    return grader(RULEBOOK, POLICY, engine).outline


def read_lean(found: Outline) -> Result:
    """The result as the other contestants give it; not timed."""
    assert found.worst == found.best
    return [grade.value for grade in found.best], found.shortcomings


def whole(checklist: Checklist) -> Suggestion:
    """The suggestion with every ceiling, shortcoming, caveat and the provenance."""
    return suggest(RULEBOOK, checklist, POLICY, engine="native")


def read_whole(suggestion: Suggestion) -> Result:
    """The result as the other contestants give it; not timed."""
    grades = [str(domain.grade) for domain in suggestion.domains]
    return grades, [row.indicator for domain in suggestion.domains for row in domain.shortcomings]


def statuses(answers: Answers) -> dict[str, Status]:
    """What the definition looks at."""
    return {id: Status(status) for id, status in answers.items()}


def by_definition(statuses: dict[str, Status]) -> Result:
    """Grades and shortcomings by `evaluation.py`."""
    domains = rules_in_force(RULEBOOK, POLICY).domains
    graded = [evaluation.grade(domain, statuses).value for domain in domains]
    return graded, [id for id, status in statuses.items() if status.is_shortcoming]
