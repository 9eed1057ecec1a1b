"""Which rules made the difference where a case did not come as expected."""

from __future__ import annotations

from collections.abc import Iterator

from ..explaining.derivation import derive
from ..explanation import RuleTrace
from ..in_force import rules_in_force
from ..rulebook import Rulebook
from ..vocabulary import Grade
from .running import Outcome, What


def deciding_rules(rulebook: Rulebook, outcome: Outcome) -> tuple[RuleTrace, ...]:
    """The rules that fired and should not have, or did not and should have, with their values.

    Where the case does not list its rules, those that the grade rests on: ceilings that fired
    below the expected grade, or those at the expected grade that did not fire.

    Args:
        rulebook: What the case was run against.
        outcome: What came of it.
    """
    letters = [domain.letter for domain in rulebook.domains]
    in_force = rules_in_force(rulebook, outcome.policy)
    domain = in_force.domains[letters.index(outcome.case.domain)]
    derived = derive(domain, outcome.checklist)
    named = set(_named(outcome, derived.rules))
    return tuple(rule for rule in derived.rules if rule.rule in named)


def _named(outcome: Outcome, rules: tuple[RuleTrace, ...]) -> Iterator[str]:
    differing = {difference.what: difference for difference in outcome.differences}
    if What.RULES in differing:
        expected, found = differing[What.RULES].expected, differing[What.RULES].found
        yield from {*expected} ^ {*found}
    elif What.GRADE in differing:
        yield from _around_the_grade(outcome, rules)


def _around_the_grade(outcome: Outcome, rules: tuple[RuleTrace, ...]) -> Iterator[str]:
    expect, came = outcome.case.expect, outcome.domain
    ends: tuple[tuple[Grade | None, Grade, bool], ...] = (
        (expect.grade or expect.worst, came.worst, True),
        (expect.grade or expect.best, came.best, False),
    )
    for wanted, found, at_worst in ends:
        for rule in rules:
            fired = rule.worst if at_worst else rule.best
            if wanted is None or found is wanted or fired != (found > wanted):
                continue
            if (rule.ceiling > wanted) if fired else (rule.ceiling is wanted):
                yield rule.rule
