"""Fired rules to grades, ranges and shortcomings: the only place where a grade is decided."""

from __future__ import annotations

from collections.abc import Iterator

from . import evaluation
from .checklist import Checklist
from .facts import ends, not_in_use, set_aside, shortcomings, statuses
from .in_force import DomainInForce, RuleInForce, Scope, scope_of
from .suggestion import (
    Caveat,
    CaveatCode,
    Ceiling,
    DomainSuggestion,
    NotInUse,
    OpenIndicator,
    SetAside,
    Shortcoming,
)
from .vocabulary import Code, Grade

MOST_SETS = 1024
_NOT_APPLICABLE = int(Code.NOT_APPLICABLE)
_NOT_IN_USE = int(Code.NOT_IN_USE)
_PLAINLY_MET = bytes((Code.MET,))
_MET_OTHERWISE = int(Code.MET_OTHERWISE)


def decide(domain: DomainInForce, fired: int) -> Grade:
    """The grade that a set of fired rules leaves: the worst ceiling, or the best on the scale.

    Args:
        domain: The rules in force.
        fired: Bit n is set when the rule with number n fired.
    """
    for grade, bits in domain.ceilings:
        if fired & bits:
            return grade
    return domain.best_grade


def decisions(domain: DomainInForce) -> tuple[Grade, ...]:
    """What `decide` says of every set of fired rules; empty where there are too many sets."""
    sets = 1 << len(domain.rules)
    return tuple(decide(domain, fired) for fired in range(sets)) if sets <= MOST_SETS else ()


def suggest_domain(
    domain: DomainInForce,
    checklist: Checklist,
    codes: bytes,
    fired: tuple[int, int],
    open_indicators: tuple[OpenIndicator, ...] = (),
) -> DomainSuggestion:
    """The suggestion for one domain.

    A ceiling counts as fired when it does so whatever the unknown turns out to be.

    Args:
        domain: The rules in force.
        checklist: For the inspectors' own words.
        codes: The statuses of the whole checklist.
        fired: The rules that fire at the worst and at the best the unknown can be.
        open_indicators: What could still move the grade.
    """
    own = codes[domain.linked.start : domain.linked.stop]
    best = decide(domain, fired[1])
    worst = best if fired[0] == fired[1] else decide(domain, fired[0])
    letter = domain.linked.letter
    if not fired[1] and not own.strip(_PLAINLY_MET):
        return DomainSuggestion(letter, worst, best)
    short = shortcomings(domain.linked, own)
    ceilings = tuple(
        [
            Ceiling(r.id, r.ceiling, r.ceiling is best, _justify(r, domain, codes, short))
            for r in domain.worst_first
            if fired[1] & r.bit
        ]
    )
    found = tuple([_shortcoming(id, domain, checklist, ceilings) for id in short])
    caveats = tuple(_caveats(domain, own, ceilings, fired))
    aside = _set_aside(domain, checklist, own)
    made = (ceilings, found, open_indicators, caveats, aside)
    unused = tuple([_unused(id, domain, checklist) for id in not_in_use(domain.linked, own)])
    return DomainSuggestion(letter, worst, best, *made, not_in_use=unused)


def _unused(id: str, domain: DomainInForce, checklist: Checklist) -> NotInUse:
    answer = checklist.by_indicator.get(id)
    row = domain.linked.indicators[id]
    return NotInUse(id, row.regulations, answer.status if answer else None)


def _justify(
    rule: RuleInForce, domain: DomainInForce, codes: bytes, short: list[str]
) -> tuple[str, ...]:
    """The indicators on which the rule fired, in catalog order."""
    scope = rule.scope or _scope_now(rule, domain, codes)
    rows = domain.linked.indicators
    found = [id for id in short if rows[id].norm in scope.norms]
    if not scope.only_not_met and not scope.named:
        return tuple(found)
    for id in short:
        is_not_met = codes[domain.linked.position[id]] == Code.NOT_MET
        if is_not_met and rows[id].norm in scope.only_not_met:
            found.append(id)
    return tuple(id for id in rows if id in found or id in scope.named)


def _scope_now(rule: RuleInForce, domain: DomainInForce, codes: bytes) -> Scope:
    """What the rule looked at, where that depends on which part of an `any` holds."""
    best = ends(codes)[1]
    answered = statuses(domain.linked, best)
    scope = scope_of(
        rule.condition, domain.weight_of, lambda part: evaluation.holds(part, domain, answered)
    )
    return scope or Scope()


def _shortcoming(
    id: str, domain: DomainInForce, checklist: Checklist, ceilings: tuple[Ceiling, ...]
) -> Shortcoming:
    row, answer = domain.linked.indicators[id], checklist.by_indicator[id]
    lowest = None
    for ceiling in ceilings:
        if id in ceiling.indicators:
            lowest = ceiling.grade
            break
    return Shortcoming(
        id,
        row.norm,
        answer.status,
        lowest,
        row.text,
        answer.comment,
        answer.evidence,
        answer.reason,
    )


def _set_aside(domain: DomainInForce, checklist: Checklist, own: bytes) -> tuple[SetAside, ...]:
    if _MET_OTHERWISE not in own and _NOT_APPLICABLE not in own:
        return ()
    answers = [checklist.by_indicator[id] for id in set_aside(domain.linked, own)]
    return tuple([SetAside(a.indicator, a.status, a.reason) for a in answers])


def _caveats(
    domain: DomainInForce, own: bytes, ceilings: tuple[Ceiling, ...], fired: tuple[int, int]
) -> Iterator[Caveat]:
    """A rule's own caveat where the grade rests on it, and every norm of which nothing applies.

    Where the grade is settled, what is unknown may still decide whether such a rule fires.
    """
    for ceiling in ceilings:
        if ceiling.binding and ceiling.rule in domain.rules_with_caveat:
            yield Caveat(CaveatCode.RULE, rule=ceiling.rule)
    if fired[0] != fired[1]:
        yield from _open_caveats(domain, fired)
    if _NOT_APPLICABLE in own or _NOT_IN_USE in own:
        start = domain.linked.start
        for group in domain.groups:
            ends_ = (group.start - start, group.stop - start)
            void = own.count(_NOT_APPLICABLE, *ends_) + own.count(_NOT_IN_USE, *ends_)
            if void == group.size:
                yield Caveat(CaveatCode.NORM_VOID, norm=group.norm)


def _open_caveats(domain: DomainInForce, fired: tuple[int, int]) -> Iterator[Caveat]:
    worst, best = decide(domain, fired[0]), decide(domain, fired[1])
    for rule in domain.worst_first if worst is best else ():
        is_open = fired[0] & ~fired[1] & rule.bit
        if is_open and rule.ceiling is best and rule.id in domain.rules_with_caveat:
            yield Caveat(CaveatCode.RULE_OPEN, rule=rule.id)
