"""A review graded again after the visit: corrections and an action plan, nothing overwritten."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..checklist import Checklist
from ..errors import InputError, Problem, quoted
from ..frozen import Day
from ..plan import Plan, PlanEntry, contradiction
from ..provenance import Place
from ..rulebook import Rulebook
from ..suggesting import Grader
from ..suggestion import ByLetter, Caveat, GradeChange, GradeRange, Suggestion
from ..vocabulary import Status
from .changes import Course, corrected, in_order
from .findings import Finding, FindingCode, PlanCheck


class Corrected(NamedTuple):
    """A correction, and what the indicator was before it."""

    domain: str
    indicator: str
    before: Status
    status: Status
    reason: str
    date: Day | None
    comment: str | None = None
    evidence: str | None = None


class AppointmentKind(StrEnum):
    """What happens on a day of the plan."""

    DUE = "due"
    FOLLOW_UP = "follow-up"


class Appointment(NamedTuple):
    """A day of the plan: the actions of some indicators are due, or followed up, by a role."""

    date: Day
    domain: str
    kind: AppointmentKind
    responsible: str | None
    indicators: tuple[str, ...]


class RegradedDomain(NamedTuple):
    """One domain: what it was, every change since, and what a plan must answer.

    `short` are the shortcomings of `needed` that lack a complete entry.
    """

    domain: str
    original: GradeRange
    changes: tuple[GradeChange, ...]
    needed: tuple[str, ...]
    short: tuple[str, ...]
    caveats: tuple[Caveat, ...]

    @property
    def now(self) -> GradeRange:
        """The grade, or the range, after the last change."""
        return self.changes[-1].adjusted if self.changes else self.original


@dataclass(frozen=True, slots=True)
class Regrading(ByLetter[RegradedDomain]):
    """A suggestion as the visit left it, and all that has changed since."""

    original: Suggestion
    domains: tuple[RegradedDomain, ...]
    corrections: tuple[Corrected, ...]
    plan: tuple[PlanEntry, ...]
    received: date | None
    as_of: date | None
    findings: tuple[Finding, ...]
    appointments: tuple[Appointment, ...]

    @property
    def is_held_back(self) -> bool:
        """Whether the plan is in and something keeps it from adjusting a grade."""
        return any(finding.blocks for finding in self.findings)


def regrade(
    rulebook: Rulebook,
    grader: Grader,
    checklist: Checklist,
    plan: Plan | None = None,
    as_of: date | None = None,
) -> Regrading:
    """Grade a review again.

    Args:
        rulebook: The linked catalog and ruleset.
        grader: Made for the rulebook.
        checklist: What was answered, with the plan and the corrections that it has itself.
        plan: Its entries take the place of the checklist's plan; its corrections are added.
        as_of: The day that dates are compared with.

    Raises:
        InputError: SR401 or SR405, the plan is about something else; SR409, corrections that
            contradict each other.
        EngineError: The engine failed, or two engines disagree.
    """
    said = _whole(rulebook, checklist, plan)
    whole = _used(rulebook, said)
    is_about_a_plan = plan is not None and (plan.entries or not plan.corrections)
    received = plan.received if plan and is_about_a_plan and whole.plan else None
    suggestion, course = grader.follow(whole, received)
    domain_of = {id: d.letter for d in rulebook.domains for id in d.indicators}
    fixes = tuple(_corrected(whole, domain_of))
    idle = {row.indicator for domain in suggestion.domains for row in domain.not_in_use}
    check = PlanCheck(course.checklist, domain_of, as_of, idle)
    found = [
        *_of_retired(rulebook, said),
        *_of_corrections(fixes, whole.review.date, idle),
        *check.findings(course.effects, received),
    ]
    return Regrading(
        original=suggestion,
        domains=tuple(_domains(suggestion, course)),
        corrections=fixes,
        plan=whole.plan,
        received=received,
        as_of=as_of,
        findings=tuple(check.in_order(found)),
        appointments=tuple(appointments(whole.plan, domain_of)),
    )


def _whole(rulebook: Rulebook, checklist: Checklist, plan: Plan | None) -> Checklist:
    """The checklist with all that came in, checked again since it may be made in code."""
    if plan is not None:
        if not rulebook.catalog.is_named(plan.catalog):
            message = f"is about catalog {quoted(plan.catalog)}, not `{rulebook.catalog.id}`"
            raise InputError([Problem("SR405", Place("plan"), message)])
        entries = plan.entries or checklist.plan
        rows = (*checklist.corrections, *plan.corrections)
        checklist = checklist.model_copy(update={"plan": entries, "corrections": rows})
    named = [row.indicator for row in checklist.plan]
    named += [row.indicator for row in checklist.corrections]
    known = {*rulebook.indicators, *rulebook.catalog.retired}
    unknown = [id for id in named if id not in known]
    if unknown:
        place = Place("plan")
        raise InputError(Problem("SR401", place, f"unknown indicator {quoted(i)}") for i in unknown)
    _refuse_contradictions(checklist)
    return checklist


def _used(rulebook: Rulebook, whole: Checklist) -> Checklist:
    """The checklist without entries and corrections of rows that are asked no longer."""
    retired = rulebook.catalog.retired
    entries = tuple(row for row in whole.plan if row.indicator not in retired)
    fixes = tuple(row for row in whole.corrections if row.indicator not in retired)
    if (len(entries), len(fixes)) == (len(whole.plan), len(whole.corrections)):
        return whole
    return whole.model_copy(update={"plan": entries, "corrections": fixes})


def _of_retired(rulebook: Rulebook, whole: Checklist) -> Iterator[Finding]:
    named = [row.indicator for row in whole.plan]
    named += [row.indicator for row in whole.corrections]
    for id in dict.fromkeys(named):
        if id in rulebook.catalog.retired:
            yield Finding(FindingCode.RETIRED, None, id)


def _refuse_contradictions(checklist: Checklist) -> None:
    """What a file says twice is told when it is read; this is for what several say together."""
    found: dict[tuple[str, date | None], Status] = {}
    problems = []
    for row in checklist.corrections:
        first = found.setdefault((row.indicator, row.date), row.status)
        if first is not row.status:
            message = contradiction(row.indicator, first, row.status, row.date)
            problems.append(Problem("SR409", Place("corrections"), message))
    if problems:
        raise InputError(problems)


def _domains(suggestion: Suggestion, course: Course) -> Iterator[RegradedDomain]:
    rows = zip(suggestion.domains, course.changes, course.effects, course.caveats, strict=True)
    for found, changes, effect, caveats in rows:
        needed, short = effect.needed, effect.short
        yield RegradedDomain(found.domain, found.range, changes, needed, short, caveats)


def _corrected(checklist: Checklist, domain_of: dict[str, str]) -> Iterator[Corrected]:
    """Every correction in the order in which it counts, with what it changed."""
    for row in in_order(checklist):
        before = checklist.status(row.indicator)
        words = (row.reason, row.date, row.comment, row.evidence)
        yield Corrected(domain_of[row.indicator], row.indicator, before, row.status, *words)
        checklist = corrected(checklist, [row])


def _of_corrections(
    corrections: Sequence[Corrected], visit: date | None, idle: Collection[str]
) -> Iterator[Finding]:
    for row in corrections:
        about = (row.domain, row.indicator)
        if row.indicator in idle:
            yield Finding(FindingCode.NOT_IN_USE, *about, day=row.date)
        elif row.before is row.status:
            yield Finding(FindingCode.SAME_STATUS, *about, status=row.status, day=row.date)
        if row.date and visit and row.date < visit:
            code = FindingCode.CORRECTED_BEFORE_REVIEW
            yield Finding(code, *about, day=row.date, limit=visit)


def appointments(plan: Sequence[PlanEntry], domain_of: dict[str, str]) -> list[Appointment]:
    """The days of a plan in order; what shares day, domain and role is one appointment.

    Args:
        plan: The entries, complete or not.
        domain_of: The domain's letter of each indicator, in catalog order.
    """
    grouped: dict[tuple[date, str, AppointmentKind, str], dict[str, None]] = {}
    place = {id: at for at, id in enumerate(domain_of)}
    for entry in sorted(plan, key=lambda entry: place[entry.indicator]):
        letter = domain_of[entry.indicator]
        days = [
            (d, AppointmentKind.FOLLOW_UP, entry.follow_up_responsible) for d in entry.follow_up
        ]
        if entry.due:
            days.append((entry.due, AppointmentKind.DUE, entry.responsible))
        for day, kind, role in days:
            grouped.setdefault((day, letter, kind, role or ""), {})[entry.indicator] = None
    return [
        Appointment(day, letter, kind, role or None, tuple(ids))
        for (day, letter, kind, role), ids in sorted(grouped.items(), key=lambda row: row[0])
    ]
