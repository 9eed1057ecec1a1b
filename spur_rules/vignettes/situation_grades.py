"""What the rules make of one domain's situation: the fired rules, the range, the open gaps."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from ..engines.native import NativeEngine
from ..explaining.sensitivity import changed
from ..explaining.what_if import Alike, what_if
from ..grading import decide
from ..in_force import DomainInForce, RulesInForce, rules_in_force
from ..policy import Override, Policy
from ..rulebook import Rulebook
from ..vocabulary import Code, Grade
from .boundary import Situation


class Graded(NamedTuple):
    """The range from worst to best, and the rules with a caveat that the best grade rests on."""

    worst: Grade
    best: Grade
    gaps: frozenset[str]


class SituationGrader:
    """One domain under one policy.

    Args:
        domain: The rules in force.
        alike: Which of its rows no rule tells apart.
    """

    def __init__(self, domain: DomainInForce, alike: tuple[Alike, ...]) -> None:
        self._domain = local = replace(domain, first_fact=0)
        self._alike = alike
        self._fire = NativeEngine(RulesInForce((local,))).fire
        self._known: dict[Situation, Graded] = {}

    def graded(self, situation: Situation) -> Graded:
        """The range of a situation, and its gaps."""
        found = self._known.get(situation)
        if found is None:
            low, high = (self._fired(situation, code) for code in (Code.NOT_MET, Code.MET))
            worst, best = decide(self._domain, low), decide(self._domain, high)
            gaps = {r.id for r in self._domain.rules if high & r.bit and r.ceiling is best}
            found = Graded(worst, best, frozenset(gaps & self._domain.rules_with_caveat))
            self._known[situation] = found
        return found

    def binding(self, situation: Situation) -> list[str]:
        """The rules that fire with the worst ceiling, nothing unknown."""
        fired = self._fired(situation, Code.MET)
        grade = decide(self._domain, fired)
        return [r.id for r in self._domain.rules if fired & r.bit and r.ceiling is grade]

    def _fired(self, situation: Situation, unknown_as: Code) -> int:
        facts = [0] * self._domain.end_of_facts
        for number, written in situation:
            alike = self._alike[number]
            code = unknown_as if written is Code.NOT_ASSESSED else written
            if Code.PARTLY <= code <= Code.NOT_APPLICABLE:
                facts[3 * alike.group + code - Code.PARTLY] += 1
            if alike.named is not None:
                facts[self._domain.status_at(alike.named)] = code
        return self._fire(facts)[0]


class GradersByReading:
    """One domain under a policy, and under every other value that a profile gives a parameter.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The reading to start from.
        index: The domain's number, in catalog order.
    """

    def __init__(self, rulebook: Rulebook, policy: Policy, index: int) -> None:
        self._rulebook, self._policy, self._index = rulebook, policy, index
        self.linked = rulebook.domains[index]
        self.alike = what_if(rulebook, policy, index).alike
        self.base = self._under(policy)

    def _under(self, policy: Policy) -> SituationGrader:
        in_force = rules_in_force(self._rulebook, policy).domains[self._index]
        return SituationGrader(in_force, self.alike)

    @cached_property
    def readings(self) -> tuple[tuple[str, Fraction, SituationGrader], ...]:
        """Each parameter with each other value that a profile gives it here."""
        return tuple(self._readings())

    def _readings(self) -> Iterator[tuple[str, Fraction, SituationGrader]]:
        letter = self.linked.letter
        profiles = [self._rulebook.policy(p.name) for p in self._rulebook.ruleset.profiles]
        for parameter in self._rulebook.ruleset.parameters:
            name = parameter.name
            values = {profile.value(name, letter) for profile in profiles}
            for value in sorted(values - {self._policy.value(name, letter)}):
                yield name, value, self._under(changed(self._policy, Override(name, value)))
