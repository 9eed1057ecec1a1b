"""Whether a changed rulebook is a mistake at all: does any answer give another grade, or caveat?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement, product

from spur_rules.engines.native import NativeEngine
from spur_rules.facts import count
from spur_rules.grading import decide
from spur_rules.in_force import DomainInForce, RulesInForce, rules_in_force
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Code

ANSWERS = (Code.MET, Code.PARTLY, Code.NOT_MET, Code.NOT_APPLICABLE)


def is_alike(one: Rulebook, other: Rulebook) -> bool:
    """Whether two rulebooks say the same of every combination of answers, under every profile."""
    if _asked(one) != _asked(other) or one.ruleset.action_plan != other.ruleset.action_plan:
        return False
    for profile in one.ruleset.profiles:
        first, second = (rules_in_force(book, book.policy(profile.name)) for book in (one, other))
        for index in range(len(first.domains)):
            if first.domains[index] == second.domains[index]:
                continue
            said = zip(_said(one, first, index), _said(other, second, index), strict=True)
            if any(a != b for a, b in said):
                return False
    return True


def _asked(rulebook: Rulebook) -> object:
    rows = [(row.id, row.norm) for row in rulebook.indicators.values()]
    scales = [(linked.letter, linked.domain.grades) for linked in rulebook.domains]
    return rows, scales, [profile.name for profile in rulebook.ruleset.profiles]


def _said(rulebook: Rulebook, rules: RulesInForce, index: int) -> Iterator[object]:
    """The grade and the caveats of every combination in one domain."""
    domain, fire = rules.domains[index], NativeEngine(rules).fire
    caveats = {rule.id: rule.caveat for rule in rulebook.ruleset.rules}
    before = bytes(domain.linked.start)
    after = bytes(len(rulebook.order) - domain.linked.stop)
    for codes in _combinations(domain):
        fired = fire(count(rules, before + codes + after))[index]
        shown = {str(caveats[rule.id]) for rule in domain.rules if fired & rule.bit}
        yield decide(domain, fired), shown - {"None"}


def _combinations(domain: DomainInForce) -> Iterator[bytes]:
    """The status codes of one domain, every combination of counts once; no rule names a row."""
    norms = [list(combinations_with_replacement(ANSWERS, group.size)) for group in domain.groups]
    for answers in product(*norms):
        yield bytes(code for part in answers for code in part)
