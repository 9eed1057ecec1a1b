"""How far grades hang on a reading: under every profile, and every single change of a parameter.

The values of a share are endless, but only those that some answers can reach make a difference:
they and what lies between two of them are all that is tried.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import cached_property, lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from ..checklist import Checklist
from ..conditions import FactTest, ParameterName, leaves
from ..engines.native import NativeEngine
from ..explanation import Interval, Sensitivity, UnderProfile, UnderValue
from ..facts import Facts, count, encode, ends
from ..grading import decide
from ..in_force import RulesInForce, rules_in_force
from ..policy import Override, Policy
from ..rulebook import LinkedDomain, Rulebook
from ..rules import Unit
from ..vocabulary import Grade

#: The worst and the best grade of each domain.
Ranges = tuple[tuple[Grade, Grade], ...]


class Reading:
    """One policy, ready to grade."""

    def __init__(self, rulebook: Rulebook, policy: Policy) -> None:
        self.policy = policy
        self._rules = rules_in_force(rulebook, policy)
        self._fire = NativeEngine(self._rules).fire

    def ranges(self, worst: Facts, best: Facts) -> Ranges:
        """The range of every domain: the facts are the same under every policy."""
        low, high = self._decided(worst), self._decided(best)
        return tuple(zip(low, high, strict=True))

    def _decided(self, facts: Facts) -> list[Grade]:
        return list(map(decide, self._rules.domains, self._fire(facts)))

    @property
    def rules(self) -> RulesInForce:
        """The rules in force."""
        return self._rules


class Tried(NamedTuple):
    """One value of a parameter that stands for all that give the same."""

    values: Interval
    reading: Reading


class Readings:
    """A policy, and every reading one step from it.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The reading to start from.
    """

    def __init__(self, rulebook: Rulebook, policy: Policy) -> None:
        self._rulebook = rulebook
        self.base = Reading(rulebook, policy)

    @cached_property
    def profiles(self) -> dict[str, Reading]:
        """Every profile."""
        names = [profile.name for profile in self._rulebook.ruleset.profiles]
        return {name: Reading(self._rulebook, self._rulebook.policy(name)) for name in names}

    @cached_property
    def parameters(self) -> dict[str, tuple[Tried, ...]]:
        """Every value of every parameter, all else as it is."""
        return {
            p.name: tuple(self._tried(p.name, values) for values in self._values(p.name, p.unit))
            for p in self._rulebook.ruleset.parameters
        }

    def _tried(self, parameter: str, values: Interval) -> Tried:
        value = values.low if values.has_low else (values.low + values.high) / 2
        policy = changed(self.base.policy, Override(parameter, value))
        return Tried(values, Reading(self._rulebook, policy))

    def _values(self, parameter: str, unit: Unit) -> Iterator[Interval]:
        if unit is Unit.WEIGHT:
            values = {Fraction(0), Fraction(1, 2), Fraction(1)}
        else:
            most = max(self._sizes(parameter), default=1)
            values = _shares(most) if unit is Unit.SHARE else _counts(most)
        in_order = sorted(values)
        for low, high in pairwise(in_order):
            yield Interval(low, low)
            if unit is Unit.SHARE:
                yield Interval(low, high, has_low=False, has_high=False)
        yield Interval(in_order[-1], max(in_order[-1], unit.most))

    @property
    def _domains(self) -> tuple[LinkedDomain, ...]:
        return self._rulebook.domains

    def _sizes(self, parameter: str) -> Iterator[int]:
        """How many indicators there are of each norm that the parameter is about."""
        for domain in self._domains:
            for rule in domain.rules:
                for leaf in leaves(rule.condition):
                    named = ParameterName(parameter)
                    if isinstance(leaf, FactTest) and leaf.threshold == named:
                        group = domain.group(leaf.norm)
                        yield group.size if group else 0

    def facts(self, checklist: Checklist) -> tuple[Facts, Facts]:
        """The facts of a checklist at worst and at best."""
        worst, best = ends(encode(self._rulebook, checklist))
        return count(self.base.rules, worst), count(self.base.rules, best)

    def sensitivity(self, checklist: Checklist) -> tuple[Sensitivity, ...]:
        """What moves each domain's grade, in catalog order."""
        facts = self.facts(checklist)
        base = self.base.ranges(*facts)
        by_profile = {name: r.ranges(*facts) for name, r in self.profiles.items()}
        by_value = {
            name: [(tried.values, tried.reading.ranges(*facts)) for tried in rows]
            for name, rows in self.parameters.items()
        }
        found = []
        for at, domain in enumerate(self._domains):
            profiles = tuple(
                UnderProfile(name, *ranges[at])
                for name, ranges in by_profile.items()
                if ranges[at] != base[at]
            )
            values = tuple(
                UnderValue(name, interval, *ends_, self._profiles_in(interval, name, domain))
                for name, rows in by_value.items()
                for interval, ends_ in _runs([(v, ranges[at]) for v, ranges in rows])
                if ends_ != base[at]
            )
            found.append(Sensitivity(domain.letter, *base[at], profiles, values))
        return tuple(found)

    def _profiles_in(
        self, values: Interval, parameter: str, domain: LinkedDomain
    ) -> tuple[str, ...]:
        return tuple(
            name
            for name, reading in self.profiles.items()
            if reading.policy.value(parameter, domain.letter) in values
        )


@lru_cache(maxsize=8)
def readings(rulebook: Rulebook, policy: Policy) -> Readings:
    """Every reading one step from a policy, made once.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The reading to start from.
    """
    return Readings(rulebook, policy)


def changed(policy: Policy, override: Override) -> Policy:
    """A policy with one parameter changed, in every domain."""
    name, value = override.parameter, override.value
    general = tuple((p, value if p == name else v) for p, v in policy.values)
    own = tuple(
        (letter, kept)
        for letter, rows in policy.domains
        if (kept := tuple(row for row in rows if row[0] != name))
    )
    return Policy(policy.profile, general, own)


def _runs(
    rows: list[tuple[Interval, tuple[Grade, Grade]]],
) -> Iterator[tuple[Interval, tuple[Grade, Grade]]]:
    """Neighbouring intervals that give the same, as one."""
    for ends_, group in groupby(rows, key=lambda row: row[1]):
        yield Interval.joined([interval for interval, _ in group]), ends_


def _shares(most: int) -> set[Fraction]:
    """Every share of so many indicators or fewer, delvis counted in halves."""
    return {Fraction(met, 2 * of) for of in range(1, most + 1) for met in range(2 * of + 1)}


def _counts(most: int) -> set[Fraction]:
    """Every number of so many indicators in halves, and one that they cannot reach."""
    return {Fraction(halves, 2) for halves in range(2 * most + 2)}
