"""What raters wrote in a round, and what the rules make of each rater's own ticks."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from ..checklist import SCHEMA, Checklist
from ..explaining.what_if import WhatIf
from ..facts import encode
from ..in_force import rules_in_force
from ..policy import Policy
from ..rulebook import Rulebook
from ..vocabulary import Grade, Status
from .events import HandedIn
from .workshop import CaseRater, Round


class Pairs(NamedTuple):
    """Pairs of raters of the same case and domain: how many, and how many gave the same grade."""

    pairs: int
    same: int

    def __add__(self, other: object) -> Pairs:
        if not isinstance(other, Pairs):
            return NotImplemented
        return Pairs(self.pairs + other.pairs, self.same + other.same)


class GradesDiffer(NamedTuple):
    """A case's domain where raters gave different grades."""

    case: str
    domain: str
    grades: tuple[tuple[Grade, tuple[str, ...]], ...]


class TicksDiffer(NamedTuple):
    """A case's row that raters ticked differently."""

    case: str
    indicator: str
    ticks: tuple[tuple[Status, tuple[str, ...]], ...]


class NotAssessed(NamedTuple):
    """How many rows of a case a rater has not assessed; `is_all` where it is every one."""

    case: str
    rater: str
    rows: int
    is_all: bool


def as_checklist(handed_in: HandedIn, rulebook: Rulebook) -> Checklist:
    """What was handed in, as a checklist.

    Args:
        handed_in: The event.
        rulebook: What it answers.
    """
    written = {
        "schema": SCHEMA,
        "catalog": rulebook.catalog.id,
        "review": {"regulations": handed_in.regulations},
        "answers": dict(handed_in.ticks),
        "given": dict(handed_in.given),
    }
    return Checklist.model_validate(written)


@dataclass(frozen=True, eq=False)
class Scores:
    """One round, seen with its rulebook."""

    round: Round
    rulebook: Rulebook

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The domains, in catalog order."""
        return tuple(domain.letter for domain in self.rulebook.domains)

    @cached_property
    def checklists(self) -> Mapping[CaseRater, Checklist]:
        """What was handed in last, by case and rater."""
        found = self.round.handed_in.items()
        return {key: as_checklist(event, self.rulebook) for key, event in found}

    def given(self, case: str, rater: str, domain: str) -> Grade | None:
        """The grade that a rater gave; None where none is given."""
        event = self.round.handed_in.get((case, rater))
        return event.given.get(domain) if event else None

    def ticks(self, case: str, rater: str, domain: str) -> bytes:
        """The status codes of a domain, in the rulebook's order."""
        linked = self.rulebook.domain(domain)
        return encode(self.rulebook, self.checklists[case, rater])[linked.start : linked.stop]

    def grades(self, domain: str) -> Iterator[tuple[str, dict[str, Grade]]]:
        """Every case with the grades that raters gave one of its domains."""
        for case in self.cases:
            given = {rater: self.given(case, rater, domain) for rater in self.round.raters}
            yield case, {rater: grade for rater, grade in given.items() if grade is not None}

    @cached_property
    def cases(self) -> tuple[str, ...]:
        """The cases that somebody handed in."""
        return tuple(sorted({case for case, _ in self.round.handed_in}))

    def agreement(self, domain: str, only: Collection[CaseRater] | None = None) -> Pairs:
        """How many pairs of raters gave a domain the same grade, over the cases.

        A grade that the domain's scale does not have is in no pair.

        Args:
            domain: The domain's letter.
            only: The cases and raters to count; all when left out.
        """
        total, scale = Pairs(0, 0), {s.grade for s in self.rulebook.domain(domain).domain.scale}
        for case, grades in self.grades(domain):
            counted = [
                grade
                for rater, grade in grades.items()
                if grade in scale and (only is None or (case, rater) in only)
            ]
            found = [first is second for first, second in combinations(counted, 2)]
            total += Pairs(len(found), sum(found))
        return total

    def agreement_in_all(self, only: Collection[CaseRater] | None = None) -> Pairs:
        """The same over every domain."""
        return sum((self.agreement(letter, only) for letter in self.letters), Pairs(0, 0))

    def grades_differ(self) -> tuple[GradesDiffer, ...]:
        """Where grades differ, by case and domain."""
        found = []
        for domain in self.letters:
            for case, grades in self.grades(domain):
                if len(set(grades.values())) > 1:
                    found.append(GradesDiffer(case, domain, _by_value(grades)))
        return tuple(sorted(found, key=lambda row: (row.case, row.domain)))

    def ticks_differ(self) -> tuple[TicksDiffer, ...]:
        """Which rows were ticked differently, by case and in catalog order.

        A row that a rater has not assessed is missing, and differs from nothing.
        """
        found = []
        for case in self.cases:
            raters = [rater for of, rater in self.round.handed_in if of == case]
            for id in self.rulebook.indicators:
                all_ticks = {r: self.checklists[case, r].status(id) for r in raters}
                ticks = {r: s for r, s in all_ticks.items() if s is not Status.NOT_ASSESSED}
                if len(set(ticks.values())) > 1:
                    found.append(TicksDiffer(case, id, _by_value(ticks)))
        return tuple(found)

    def not_assessed(self) -> tuple[NotAssessed, ...]:
        """Which raters have rows of a case that they have not assessed, and how many."""
        found = []
        for (case, rater), checklist in sorted(self.checklists.items()):
            rows = [checklist.status(id) for id in self.rulebook.indicators]
            count = rows.count(Status.NOT_ASSESSED)
            if count:
                found.append(NotAssessed(case, rater, count, count == len(rows)))
        return tuple(found)


def _by_value(values: Mapping[str, Grade] | Mapping[str, Status]) -> tuple[tuple, ...]:  # type: ignore[type-arg]
    """Who has which value, the values in the order of the vocabulary."""
    order = [*Grade, *Status]
    found = sorted(set(values.values()), key=order.index)
    return tuple((v, tuple(r for r in sorted(values) if values[r] is v)) for v in found)


class Suggester:
    """What the rules make of ticks, each combination once.

    Args:
        rulebook: The rules.
        policy: How vague words are read.
    """

    def __init__(self, rulebook: Rulebook, policy: Policy) -> None:
        in_force = rules_in_force(rulebook, policy).domains
        self._domains = {domain.linked.letter: WhatIf(domain) for domain in in_force}

    def grade(self, domain: str, ticks: bytes) -> Grade | None:
        """The suggested grade; None where what is not assessed leaves a range."""
        return self._domains[domain].only_grade(ticks)
