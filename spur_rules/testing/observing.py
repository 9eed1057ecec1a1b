"""What a case shows of each rule: what its comparisons came to, and whether the case would notice.

A case that would pass just as well if a rule fired otherwise shows nothing of that rule. It notices
where it lists the rules that fire, and where the grade that it expects would be another.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..conditions import leaves
from ..facts import encode, statuses
from ..grading import decide
from ..in_force import DomainInForce, RuleInForce, rules_in_force
from ..rulebook import Rulebook
from ..vocabulary import Status
from .deciding import Truth, outcome
from .reaching import Value, leaf_value, reading_key
from .running import Outcome


class Seen(NamedTuple):
    """What one case shows of one rule, in its domain and under its reading."""

    case: str
    domain: str
    rule: RuleInForce
    reading: object
    truth: Truth
    values: tuple[Value, ...]

    @property
    def fired(self) -> bool:
        """Whether the rule fired."""
        return outcome(self.rule.condition, self.truth)


def observe(rulebook: Rulebook, run: Outcome) -> Iterator[Seen]:
    """What a case shows; of a range both ends, the best first.

    Args:
        rulebook: What the case was run against.
        run: What came of it.
    """
    case = run.case
    letters = [domain.letter for domain in rulebook.domains]
    in_force = rules_in_force(rulebook, run.policy).domains[letters.index(case.domain)]
    answers = statuses(in_force.linked, encode(rulebook, run.checklist))
    lists_rules = case.expect.rules is not None
    yield from _at_one_end(case.id, in_force, _settled(answers, Status.MET), lists_rules)
    if Status.NOT_ASSESSED in answers.values():
        # The rules that are listed are those that fire whatever the unknown turns out to be.
        yield from _at_one_end(case.id, in_force, _settled(answers, Status.NOT_MET), False)


def _settled(answers: dict[str, Status], unknown: Status) -> dict[str, Status]:
    return {id: unknown if s is Status.NOT_ASSESSED else s for id, s in answers.items()}


def _at_one_end(
    case: str, domain: DomainInForce, statuses: dict[str, Status], lists_rules: bool
) -> Iterator[Seen]:
    seen = [_seen(case, domain, rule, statuses) for rule in domain.rules]
    fired = sum(row.rule.bit for row in seen if row.fired)
    for row in seen:
        flipped = decide(domain, fired ^ row.rule.bit)
        if lists_rules or flipped is not decide(domain, fired):
            yield row


def _seen(case: str, domain: DomainInForce, rule: RuleInForce, statuses: dict[str, Status]) -> Seen:
    found = [leaf_value(leaf, domain, statuses) for leaf in leaves(rule.condition)]
    truth, values = tuple(held for held, _ in found), tuple(value for _, value in found)
    letter = domain.linked.letter
    return Seen(case, letter, rule, reading_key(domain, rule), truth, values)
