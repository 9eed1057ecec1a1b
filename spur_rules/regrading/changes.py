"""The chain of a domain's grades: what corrections and a plan did after the visit, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ..checklist import Answer, Checklist
from ..plan import Correction, PlanEntry
from ..rules import PlanRule
from ..suggestion import Cause, Caveat, GradeChange, GradeRange
from .adjusting import GradedDomain, PlanEffect, caveats_now, plan_effect

#: A checklist, corrected, to its graded domains.
Regrade = Callable[[Checklist], Sequence[GradedDomain]]


class Event(NamedTuple):
    """Something that came in on a day: the corrections of that day, or the plan."""

    cause: Cause
    day: date | None
    corrections: tuple[Correction, ...] = ()


class Course(NamedTuple):
    """What happened to each domain, in the catalog's order, and how it stands in the end.

    `domains` are graded by the answers in force; `caveats` are those that came with the changes.
    """

    changes: tuple[tuple[GradeChange, ...], ...]
    effects: tuple[PlanEffect, ...]
    checklist: Checklist
    domains: tuple[GradedDomain, ...]
    caveats: tuple[tuple[Caveat, ...], ...]


def events(checklist: Checklist, received: date | None) -> list[Event]:
    """What came in after the visit, in order.

    Corrections without a date come first, since they are about the visit itself; then what has a
    date, corrections before a plan of the same day; a plan without a date last.

    Args:
        checklist: With its corrections and its plan.
        received: The day the plan came in.
    """
    found = checklist.corrections
    days = sorted({row.date for row in found if row.date})
    undated = [None] if any(row.date is None for row in found) else []
    order = [
        Event(Cause.CORRECTION, day, tuple(row for row in found if row.date == day))
        for day in (*undated, *days)
    ]
    if checklist.plan:
        later = [at for at, e in enumerate(order) if received and e.day and e.day > received]
        order.insert(later[0] if later else len(order), Event(Cause.PLAN, received))
    return order


def in_order(checklist: Checklist) -> list[Correction]:
    """The corrections in the order in which they count: those without a date first, then by date.

    Args:
        checklist: With its corrections.
    """
    return [row for event in events(checklist, None) for row in event.corrections]


def corrected(checklist: Checklist, corrections: Sequence[Correction]) -> Checklist:
    """A checklist as it should have been; the one that is given stays as it was.

    Args:
        checklist: What was answered.
        corrections: What was wrong; the last word on an indicator holds.
    """
    answers = dict(checklist.by_indicator)
    for row in corrections:
        answers[row.indicator] = Answer(
            indicator=row.indicator,
            status=row.status,
            comment=row.comment,
            evidence=row.evidence,
            reason=row.reason,
        )
    return checklist.model_copy(update={"answers": tuple(answers.values())})


def answers_in_force(checklist: Checklist) -> Checklist:
    """A checklist with every correction made, and none left to make.

    Args:
        checklist: With its corrections.
    """
    answered = corrected(checklist, in_order(checklist))
    return answered.model_copy(update={"corrections": ()})


def follow(
    rule: PlanRule | None,
    checklist: Checklist,
    start: Sequence[GradedDomain],
    received: date | None,
    regrade: Regrade,
) -> Course:
    """Every change of every domain's grade.

    Args:
        rule: What the ruleset lets a plan do.
        checklist: With its corrections and its plan.
        start: The domains as the visit left them.
        received: The day the plan came in.
        regrade: Grades the checklist anew once it is corrected.
    """
    chains: list[list[GradeChange]] = [[] for _ in start]
    state = _State(checklist, start, (), _effects(rule, start, ()))
    for event in events(checklist, received):
        after = _after(rule, state, event, checklist.plan, regrade)
        for number, chain in enumerate(chains):
            chain += _changes(rule, event, state.values[number], after, number)
        state = after
    return Course(
        changes=tuple(map(tuple, chains)),
        effects=tuple(state.effects),
        checklist=state.checklist,
        domains=tuple(state.domains),
        caveats=tuple(map(_new_caveats, chains, start, state.domains, state.effects)),
    )


def _new_caveats(
    chain: Sequence[GradeChange], first: GradedDomain, last: GradedDomain, effect: PlanEffect
) -> tuple[Caveat, ...]:
    """The caveats of a changed grade; where it did not change, those that the visit had not."""
    known = () if chain else first.suggestion.caveats
    return tuple(caveat for caveat in caveats_now(last, effect) if caveat not in known)


class _State(NamedTuple):
    """How things stand between two events."""

    checklist: Checklist
    domains: Sequence[GradedDomain]
    entries: Sequence[PlanEntry]
    effects: Sequence[PlanEffect]

    @property
    def values(self) -> list[GradeRange]:
        """What each domain has: what the plan gives, else what it was graded."""
        pairs = zip(self.effects, self.domains, strict=True)
        return [effect.adjusted or domain.suggestion.range for effect, domain in pairs]


def _after(
    rule: PlanRule | None,
    state: _State,
    event: Event,
    plan: Sequence[PlanEntry],
    regrade: Regrade,
) -> _State:
    checklist, domains, entries = state.checklist, state.domains, state.entries
    if event.cause is Cause.PLAN:
        entries = plan
    else:
        checklist = corrected(checklist, event.corrections)
        domains = regrade(checklist)
    return _State(checklist, domains, entries, _effects(rule, domains, entries))


def _effects(
    rule: PlanRule | None, domains: Sequence[GradedDomain], entries: Sequence[PlanEntry]
) -> list[PlanEffect]:
    return [plan_effect(rule, domain, entries) for domain in domains]


def _changes(
    rule: PlanRule | None, event: Event, before: GradeRange, after: _State, number: int
) -> Iterator[GradeChange]:
    """The link that an event adds to one domain's chain, where it changed the grade."""
    now, effect, graded = after.values[number], after.effects[number], after.domains[number]
    if now == before:
        return
    own = [c for c in event.corrections if c.indicator in graded.in_force.linked.indicators]
    is_plan = event.cause is Cause.PLAN
    named = {row.indicator for row in own}
    answered = tuple(id for id in graded.in_force.linked.indicators if id in named)
    reasons = " ".join(dict.fromkeys(row.reason for row in own))
    yield GradeChange(
        domain=graded.suggestion.domain,
        original=before,
        cause=event.cause,
        adjusted=now,
        date=event.day,
        reason=rule.printed if is_plan and rule else reasons,
        indicators=effect.needed if is_plan else answered,
        by_plan=effect.adjusted is not None,
        caveats=caveats_now(graded, effect),
        ceilings=() if is_plan else graded.suggestion.ceilings,
    )
