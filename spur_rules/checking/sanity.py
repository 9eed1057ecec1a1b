"""The grades that inspectors have in mind, held against the suggested ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from ..checklist import Checklist, GivenGrade
from ..errors import InputError, Problem, quoted
from ..explaining.repairs import Repairs
from ..explaining.reticking import Reticking, Reticks
from ..explaining.sensitivity import readings
from ..explaining.what_if import what_if
from ..explanation import Repair, Sensitivity, Step, UnderProfile, UnderValue
from ..facts import encode
from ..provenance import Place
from ..rulebook import Rulebook
from ..suggestion import ByLetter, DomainSuggestion, Suggestion
from ..vocabulary import Code, Grade


class Verdict(StrEnum):
    """What a given grade is beside the suggested one."""

    AGREES = "överensstämmer"
    STRICTER = "strängare"
    MILDER = "mildare"
    WITHIN = "inom tolkningsutrymmet"
    OFF_SCALE = "utanför skalan"
    UNDECIDED = "kan inte avgöras"


class CheckedDomain(NamedTuple):
    """One domain's given grade: its verdict, and what carries the difference.

    `direction` is STRICTER or MILDER where the given grade lies outside the suggested range, also
    when another reading gives it. `after_plan` when it is the grade that an action plan or a
    correction led to. `readings` are the named ones that give it, `indicators` those that carry the
    difference, and each of `changes` the fewest ticks after which the given grade would follow;
    `changes_complete` is false where there were too many to try.
    For a milder grade `repair` is what must be mended for it or better, and `without` the grade if
    all that it passes over were met.
    """

    domain: str
    given: Grade
    reason: str | None
    suggestion: DomainSuggestion
    verdict: Verdict
    direction: Verdict | None = None
    after_plan: bool = False
    readings: tuple[UnderProfile | UnderValue, ...] = ()
    indicators: tuple[str, ...] = ()
    changes: tuple[tuple[Step, ...], ...] = ()
    changes_complete: bool = True
    repair: Repair | None = None
    without: Grade | None = None

    @property
    def disagrees(self) -> bool:
        """Whether no reading gives the grade, and nobody wrote why it is given."""
        is_other = self.verdict in (Verdict.STRICTER, Verdict.MILDER, Verdict.OFF_SCALE)
        return is_other and self.reason is None


@dataclass(frozen=True, slots=True)
class Check(ByLetter[CheckedDomain]):
    """Every given grade of a review, in catalog order; `not_given` are the other domains.

    The checklist is what was answered, `is_corrected` whether corrections were made to it first.
    """

    suggestion: Suggestion
    checklist: Checklist
    domains: tuple[CheckedDomain, ...]
    not_given: tuple[str, ...]
    is_corrected: bool = False

    @property
    def disagrees(self) -> bool:
        """Whether some given grade disagrees without a reason."""
        return any(domain.disagrees for domain in self.domains)


def check(
    rulebook: Rulebook,
    checklist: Checklist,
    suggestion: Suggestion,
    given: Mapping[str, Grade] | None = None,
) -> Check:
    """Hold each given grade against the suggested one.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered, and the grades given in it.
        suggestion: What was suggested for it.
        given: Further given grades by domain; they take the place of the checklist's.

    Raises:
        InputError: SR310, a grade is given for a domain that there is not; SR407, no such grade.
    """
    wanted = {row.domain: row for row in checklist.given}
    for letter, grade in (given or {}).items():
        wanted[letter] = _given(letter, grade)
    letters = {domain.letter for domain in rulebook.domains}
    if unknown := sorted(set(wanted) - letters):
        raise InputError(rulebook.unknown_domain(letter, Place("given")) for letter in unknown)
    checker = _Checker(rulebook, checklist, suggestion)
    found = tuple(
        checker.checked(index, wanted[domain.domain])
        for index, domain in enumerate(suggestion.domains)
        if domain.domain in wanted
    )
    not_given = tuple(d.domain for d in suggestion.domains if d.domain not in wanted)
    return Check(suggestion, checklist, found, not_given)


def _given(letter: str, grade: str) -> GivenGrade:
    if grade not in list(Grade):
        message = f"domain {letter} is given {quoted(grade)}; use one of {', '.join(Grade)}"
        raise InputError([Problem("SR407", Place("given"), message)])
    return GivenGrade(domain=letter, grade=Grade(grade))


class _Checker:
    def __init__(self, rulebook: Rulebook, checklist: Checklist, suggestion: Suggestion) -> None:
        self._rulebook, self._checklist, self._suggestion = rulebook, checklist, suggestion
        self._policy = suggestion.provenance.policy

    def checked(self, index: int, given: GivenGrade) -> CheckedDomain:
        domain = self._suggestion.domains[index]
        row = CheckedDomain(domain.domain, given.grade, given.reason, domain, Verdict.AGREES)
        if given.grade not in self._rulebook.domains[index].domain.grades:
            return row._replace(verdict=Verdict.OFF_SCALE)
        if given.grade is domain.grade:
            return row
        adjusted = domain.adjusted.adjusted if domain.adjusted else None
        if adjusted is not None and given.grade is adjusted.grade:
            return row._replace(after_plan=True)
        if domain.best <= given.grade <= domain.worst:
            still_open = tuple(question.indicator for question in domain.open)
            return row._replace(verdict=Verdict.UNDECIDED, indicators=still_open)
        return self._differing(index, row)

    def _differing(self, index: int, row: CheckedDomain) -> CheckedDomain:
        direction = Verdict.STRICTER if row.given > row.suggestion.worst else Verdict.MILDER
        giving = tuple(_giving(row.given, self._sensitivity[index]))
        carrying = tuple(_carrying(row, direction))
        is_milder = direction is Verdict.MILDER
        ticks = self._changes(index, row.given)
        return row._replace(
            verdict=Verdict.WITHIN if giving else direction,
            direction=direction,
            readings=giving,
            indicators=carrying,
            changes=ticks.changes,
            changes_complete=ticks.is_complete,
            repair=self._repairs(index).reaching(row.given) if is_milder else None,
            without=self._without(index, carrying) if is_milder else None,
        )

    @cached_property
    def _sensitivity(self) -> tuple[Sensitivity, ...]:
        return readings(self._rulebook, self._policy).sensitivity(self._checklist)

    def _without(self, index: int, mended: tuple[str, ...]) -> Grade:
        """The best grade if these indicators were met."""
        what = what_if(self._rulebook, self._policy, index)
        own = bytearray(self._own(index))
        for id in mended:
            own[what.domain.linked.order.index(id)] = Code.MET
        return what.best_grade(bytes(own))

    def _repairs(self, index: int) -> Repairs:
        return Repairs(what_if(self._rulebook, self._policy, index), self._own(index))

    def _own(self, index: int) -> bytes:
        linked = self._rulebook.domains[index]
        return encode(self._rulebook, self._checklist)[linked.start : linked.stop]

    def _changes(self, index: int, grade: Grade) -> Reticks:
        what = what_if(self._rulebook, self._policy, index)
        return Reticking(what, self._own(index)).find(grade)


def _giving(grade: Grade, under: Sensitivity) -> Iterable[UnderProfile | UnderValue]:
    """The named readings that give the grade: profiles, and single values that a profile has."""
    named: list[UnderProfile | UnderValue] = [*under.profiles]
    named += [row for row in under.parameters if row.profiles]
    return (row for row in named if row.worst is row.best is grade)


def _carrying(row: CheckedDomain, direction: Verdict) -> Iterable[str]:
    """The shortcomings that a milder grade passes over, or that a stricter one weighs more."""
    for shortcoming in row.suggestion.shortcomings:
        blocks = shortcoming.ceiling is not None and shortcoming.ceiling > row.given
        if blocks or direction is Verdict.STRICTER:
            yield shortcoming.indicator
