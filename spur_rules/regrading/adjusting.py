"""What an action plan does to one domain's grade, by the ruleset's `action_plan`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..evaluation import holds
from ..facts import ends, statuses
from ..grading import decide
from ..in_force import DomainInForce, Scope, scope_of
from ..plan import PlanEntry
from ..rules import PlanRule
from ..suggestion import Caveat, CaveatCode, DomainSuggestion, GradeRange
from ..vocabulary import Code, Grade, Norm, Status


class GradedDomain(NamedTuple):
    """A domain and all that it was graded by.

    `fired` has the rules that fire at the worst and at the best that the unknown can be.
    """

    in_force: DomainInForce
    codes: bytes
    fired: tuple[int, int]
    suggestion: DomainSuggestion


class PlanEffect(NamedTuple):
    """What a plan does: the grade it gives, None where it changes nothing, and why not.

    `needed` are the shortcomings that it must answer, `short` those of them that lack a complete
    entry; `hinders` tells that a complete plan would have changed the grade.
    """

    needed: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    hinders: bool = False
    adjusted: GradeRange | None = None
    caveats: tuple[Caveat, ...] = ()


def plan_effect(
    rule: PlanRule | None, graded: GradedDomain, entries: Sequence[PlanEntry]
) -> PlanEffect:
    """What a plan does to one domain.

    Args:
        rule: What the ruleset lets a plan do; None where it says nothing.
        graded: The domain as it is graded without the plan.
        entries: The plan; those of its entries that are incomplete answer nothing.

    Source:
        Model table `handlingsplan`: every shortcoming answered, by åtgärd, datum, ansvarig,
        uppföljning and ansvarig för uppföljningen; on a scale without the grade nothing moves.
    """
    if rule is None or graded.suggestion.grade is not rule.lifts:
        return PlanEffect()
    needed = _needed(rule, graded.suggestion)
    complete = {entry.indicator for entry in entries if entry.is_complete}
    short = tuple(id for id in needed if id not in complete)
    whole = _answered(rule, graded, needed)
    own = [e for e in entries if e.indicator in graded.in_force.linked.indicators]
    if own and (not short or whole.adjusted is None):
        return whole._replace(short=short)
    caveat = Caveat(CaveatCode.PLAN_SHORT, indicators=short)
    return PlanEffect(needed, short, whole.adjusted is not None, caveats=(caveat,) if own else ())


def caveats_now(graded: GradedDomain, effect: PlanEffect) -> tuple[Caveat, ...]:
    """The caveats of the grade that a domain has with its plan, each of them once.

    Args:
        graded: The domain as it is graded without the plan.
        effect: What the plan does.
    """
    own = graded.suggestion.caveats
    if effect.adjusted:  # the rules that the grade rested on before no longer decide it
        own = tuple(caveat for caveat in own if caveat.code is not CaveatCode.RULE)
    return own + effect.caveats


def _needed(rule: PlanRule, found: DomainSuggestion) -> tuple[str, ...]:
    """The shortcomings of a covered norm, and all that the grade rests on."""
    rests_on = {id for c in found.ceilings if c.grade is rule.lifts for id in c.indicators}
    return tuple(
        row.indicator
        for row in found.shortcomings
        if row.norm in rule.covers or row.indicator in rests_on
    )


def _unmendable(rule: PlanRule, graded: GradedDomain, needed: tuple[str, ...]) -> Iterator[Caveat]:
    """The ceilings that would stay if all that the plan answers were met: no action mends them."""
    domain = graded.in_force
    mended = _statuses(graded) | dict.fromkeys(needed, Status.MET)
    for own in domain.rules:
        if own.ceiling is rule.lifts and holds(own.written, domain, mended):
            yield Caveat(CaveatCode.PLAN_CANNOT_MEND, rule=own.id, grade=own.ceiling)


def _statuses(graded: GradedDomain) -> dict[str, Status]:
    """The domain's statuses, at the best that the unknown can be."""
    return statuses(graded.in_force.linked, ends(graded.codes)[1])


def _answered(rule: PlanRule, graded: GradedDomain, needed: tuple[str, ...]) -> PlanEffect:
    """What a complete plan does: never better than what the other ceilings leave."""
    if unmendable := tuple(_unmendable(rule, graded, needed)):
        return PlanEffect(needed, caveats=unmendable)
    domain = graded.in_force
    lifted = sum(r.bit for r in domain.rules if r.ceiling is rule.lifts)
    worst, best = (max(rule.to, decide(domain, fired & ~lifted)) for fired in graded.fired)
    if not {worst, best} <= set(domain.linked.domain.grades):
        return PlanEffect(needed, caveats=(Caveat(CaveatCode.PLAN_OFF_SCALE, grade=rule.to),))
    caveats = (*_left(domain, graded.fired[1], best), *_unassessed(rule, graded))
    return PlanEffect(needed, adjusted=GradeRange(worst, best), caveats=caveats)


def _left(domain: DomainInForce, fired: int, grade: Grade) -> Iterator[Caveat]:
    """The own caveats of the rules that hold the grade where the plan brings it."""
    for own in domain.worst_first:
        if fired & own.bit and own.ceiling is grade and own.id in domain.rules_with_caveat:
            yield Caveat(CaveatCode.RULE, rule=own.id)


def _unassessed(rule: PlanRule, graded: GradedDomain) -> Iterator[Caveat]:
    """What the plan would have to answer too, should it prove to be a shortcoming."""
    linked, looked_at = graded.in_force.linked, _looked_at(rule, graded.in_force)
    unknown = [
        row
        for row in linked.indicators.values()
        if graded.codes[linked.position[row.id]] == Code.NOT_ASSESSED
        and (row.norm in looked_at.norms or row.id in looked_at.named)
    ]
    for norm in Norm:
        if ids := tuple(row.id for row in unknown if row.norm is norm):
            yield Caveat(CaveatCode.PLAN_UNASSESSED, norm=norm, indicators=ids)


def _looked_at(rule: PlanRule, domain: DomainInForce) -> Scope:
    """What the plan covers, and what the rules at the grade that it lifts look at."""
    found = Scope(norms=frozenset(rule.covers))
    for own in domain.rules:
        if own.ceiling is rule.lifts:
            scope = own.scope or scope_of(own.condition, domain.weight_of, lambda _: True)
            found |= scope or Scope()
    return Scope(norms=found.norms | found.only_not_met, named=found.named)
