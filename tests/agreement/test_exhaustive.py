"""native = durable = definition, on every combination of counts in every shipped domain."""

from collections.abc import Iterator
from itertools import combinations_with_replacement, product, zip_longest

import pytest

from spur_rules import evaluation
from spur_rules.engines.durable import DurableEngine
from spur_rules.engines.native import NativeEngine
from spur_rules.facts import count
from spur_rules.grading import decide
from spur_rules.in_force import DomainInForce, rules_in_force
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Code, Status

#: For each domain: with n indicators of a norm there are (n+1)(n+2)(n+3)/6 ways to have so many
#: met, delvis, ej uppfyllt and ej tillämpligt. Counted by hand, a norm a factor.
COMBINATIONS = {
    "A": 20 * 4,
    "B": 84 * 10 * 10,
    "C": 20 * 4,
    "D": 165 * 10 * 20,
    "E": 84 * 56 * 20,
    "F": 10 * 20 * 4,
    "G": 84 * 4 * 20,
    "H": 220 * 10 * 10,
}
ANSWERS = (Code.MET, Code.PARTLY, Code.NOT_MET, Code.NOT_APPLICABLE)


def combinations(domain: DomainInForce) -> Iterator[bytes]:
    """The status codes of one domain, every combination of counts once."""
    norms = [list(combinations_with_replacement(ANSWERS, group.size)) for group in domain.groups]
    for answers in product(*norms):
        yield bytes(code for part in answers for code in part)


def reviews(domains: tuple[DomainInForce, ...]) -> Iterator[bytes]:
    """Whole reviews that together have every combination of every domain."""
    met = [bytes(domain.linked.stop - domain.linked.start) for domain in domains]
    for parts in zip_longest(*(combinations(domain) for domain in domains)):
        yield b"".join(part or all_met for part, all_met in zip(parts, met, strict=True))


@pytest.mark.parametrize("profile", ["standard", "sträng", "generös"])
def test_both_engines_fire_the_same_rules(rulebook: Rulebook, profile: str) -> None:
    rules = rules_in_force(rulebook, rulebook.policy(profile))
    native, durable = NativeEngine(rules), DurableEngine(rules, probe=False)
    for codes in reviews(rules.domains):
        facts = count(rules, codes)
        assert native.fire(facts) == durable.fire(facts)


@pytest.mark.parametrize("letter", COMBINATIONS)
def test_native_grades_as_the_definition_says(rulebook: Rulebook, letter: str) -> None:
    index = "ABCDEFGH".index(letter)
    rules = rules_in_force(rulebook, rulebook.policy())
    domain, native = rules.domains[index], NativeEngine(rules)
    before, after = bytes(domain.linked.start), bytes(len(rulebook.order) - domain.linked.stop)
    checked = 0
    for codes in combinations(domain):
        fired = native.fire(count(rules, before + codes + after))[index]
        words = (list(Status)[code] for code in codes)
        statuses = dict(zip(domain.linked.order, words, strict=True))
        assert [r.id for r in domain.rules if fired & r.bit] == evaluation.fired(domain, statuses)
        assert decide(domain, fired) is evaluation.grade(domain, statuses)
        checked += 1
    assert checked == COMBINATIONS[letter]
