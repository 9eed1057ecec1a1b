"""One rulebook on both engines and by the definition: whether all three say the same."""

from __future__ import annotations

from random import Random

from spur_rules import Checklist, evaluation
from spur_rules.engines.durable import DurableEngine
from spur_rules.engines.native import NativeEngine
from spur_rules.facts import count, encode, ends
from spur_rules.grading import decide
from spur_rules.in_force import DomainInForce, rules_in_force
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Norm, Status

STATUSES = tuple(Status)
WITHOUT_OTHERWISE = tuple(status for status in Status if status is not Status.MET_OTHERWISE)


class Comparison:
    """A rulebook under one policy, ready on both engines.

    Args:
        rulebook: A linked rulebook.
        profile: The reading.
    """

    def __init__(self, rulebook: Rulebook, profile: str = "standard") -> None:
        self.rulebook = rulebook
        self._rules = rules_in_force(rulebook, rulebook.policy(profile))
        self._native = NativeEngine(self._rules)
        self._durable = DurableEngine(self._rules, probe=False)
        rows = rulebook.indicators
        self._allowed = [
            STATUSES if rows[id].norm is Norm.ALLMANT_RAD else WITHOUT_OTHERWISE
            for id in rulebook.order
        ]

    def checklist(self, random: Random) -> Checklist:
        """Random answers, most of them met: a review in which all is wrong is rare."""
        met = random.choice((0.0, 0.5, 0.9))
        rows = zip(self.rulebook.order, self._allowed, strict=True)
        drawn = {
            id: Status.MET if random.random() < met else random.choice(allowed)
            for id, allowed in rows
        }
        return Checklist.of(self.rulebook.catalog.id, drawn)

    def disagreements(self, checklist: Checklist) -> list[str]:
        """Where the three differ on one checklist; nothing where they agree in every domain."""
        found = []
        for codes in dict.fromkeys(ends(encode(self.rulebook, checklist))):
            facts = count(self._rules, codes)
            by_native, by_durable = self._native.fire(facts), self._durable.fire(facts)
            for index, domain in enumerate(self._rules.domains):
                three = (by_native[index], by_durable[index], *_defined(domain, codes))
                wanted = three[2]
                grade = decide(domain, by_native[index])
                if three[0] != wanted or three[1] != wanted or grade is not three[3]:
                    found.append(f"domain {domain.linked.letter}: {three}, graded {grade}")
        return found


def _defined(domain: DomainInForce, codes: bytes) -> tuple[int, object]:
    """The rules that fire, as bits, and the grade, both by the definition."""
    statuses = {id: STATUSES[codes[at]] for id, at in domain.linked.position.items()}
    fired = set(evaluation.fired(domain, statuses))
    bits = sum(rule.bit for rule in domain.rules if rule.id in fired)
    return bits, evaluation.grade(domain, statuses)
