"""Random plans for random rulebooks, held against the definition."""

from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from spur_rules import Checklist, Grade, Status, read_policy, suggest
from spur_rules.evaluation import fired, grade
from spur_rules.in_force import DomainInForce, rules_in_force
from spur_rules.plan import PARTS, PlanEntry
from spur_rules.rulebook import Rulebook
from spur_rules.rules import PlanRule
from spur_rules.suggestion import DomainSuggestion
from spur_rules.vocabulary import Norm

from .generated import checklists, rulebooks

DAY = date(2026, 1, 1)
WHOLE = dict.fromkeys(PARTS, "x") | {"due": DAY, "follow_up": (DAY,)}


@st.composite
def ruled(draw) -> tuple[Rulebook, PlanRule]:
    """A random rulebook in which a plan takes some grade to a better one."""
    rulebook = draw(rulebooks())
    lifts = draw(st.sampled_from(sorted({r.ceiling for r in rulebook.ruleset.rules})))
    to = draw(st.sampled_from([g for g in Grade if g < lifts]))
    covers = draw(st.lists(st.sampled_from(Norm), min_size=1, unique=True))
    words = dict.fromkeys(("printed", "reason", "source"), "x")
    rule = PlanRule(lifts=lifts, to=to, covers=tuple(covers), **words)
    ruleset = rulebook.ruleset.model_copy(update={"action_plan": rule})
    return replace(rulebook, ruleset=ruleset), rule


@st.composite
def planned(draw, rulebook: Rulebook) -> Checklist:
    checklist = draw(checklists(rulebook))
    if draw(st.booleans()):  # most plans are about reviews in which all is assessed
        rest = dict.fromkeys(rulebook.indicators, Status.NOT_MET)
        known = {a.indicator: a.status for a in checklist.answers}
        known = {id: s for id, s in known.items() if s is not Status.NOT_ASSESSED}
        checklist = Checklist.of("random", rest | known)
    broken = [a.indicator for a in checklist.answers if a.status.is_shortcoming]
    answered = [id for id in broken if draw(st.integers(0, 9))]
    rows = tuple(PlanEntry(indicator=id, **WHOLE) for id in answered)
    return checklist.model_copy(update={"plan": rows})


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_plan_gives_what_the_definition_says(data: st.DataObject) -> None:
    rulebook, rule = data.draw(ruled())
    checklist = data.draw(planned(rulebook))
    plain = suggest(rulebook, checklist.model_copy(update={"plan": ()}), engine="native")
    found = suggest(rulebook, checklist, engine="native")
    for domain in rules_in_force(rulebook, read_policy(rulebook)).domains:
        before, now = plain[domain.linked.letter], found[domain.linked.letter]
        assert (now.worst, now.best) == (before.worst, before.best)
        ends = now.adjusted.adjusted if now.adjusted else None
        assert ends == defined(rule, domain, checklist, before)
        if ends:
            assert rule.to <= ends.best <= ends.worst < rule.lifts
            # No plan gives better than what it promises would, were it done already.
            assert ends.best >= grade(domain, mended(rule, domain, checklist, before))


def defined(
    rule: PlanRule, domain: DomainInForce, checklist: Checklist, before: DomainSuggestion
) -> tuple[Grade, Grade] | None:
    """The worst and the best grade that a plan gives; None where it gives none."""
    if (before.worst, before.best) != (rule.lifts, rule.lifts):
        return None
    answered = {row.indicator for row in checklist.plan} & set(domain.linked.indicators)
    if not answered or not needed_by(rule, before) <= answered:
        return None
    left = fired(domain, mended(rule, domain, checklist, before))
    if any(r.id in left and r.ceiling is rule.lifts for r in domain.rules):
        return None
    ends = tuple(
        max([rule.to, *others(rule, domain, checklist, unknown)])
        for unknown in (Status.NOT_MET, Status.MET)
    )
    return ends if set(ends) <= set(domain.linked.domain.grades) else None


def needed_by(rule: PlanRule, before: DomainSuggestion) -> set[str]:
    """The shortcomings of a covered norm, and those that the grade rests on."""
    rests_on = {id for c in before.ceilings if c.grade is rule.lifts for id in c.indicators}
    rows = before.shortcomings
    return {r.indicator for r in rows if r.norm in rule.covers or r.indicator in rests_on}


def others(
    rule: PlanRule, domain: DomainInForce, checklist: Checklist, unknown: Status
) -> list[Grade]:
    """The ceilings that are left when those at the lifted grade are gone."""
    ids = fired(domain, settled(domain, checklist, unknown))
    return [r.ceiling for r in domain.rules if r.id in ids and r.ceiling is not rule.lifts]


def settled(domain: DomainInForce, checklist: Checklist, unknown: Status) -> dict[str, Status]:
    statuses = {id: checklist.status(id) for id in domain.linked.indicators}
    return {id: unknown if s is Status.NOT_ASSESSED else s for id, s in statuses.items()}


def mended(
    rule: PlanRule, domain: DomainInForce, checklist: Checklist, before: DomainSuggestion
) -> dict[str, Status]:
    """The statuses if all that the plan must answer were met already."""
    met = dict.fromkeys(needed_by(rule, before), Status.MET)
    return settled(domain, checklist, Status.MET) | met
