"""The rules in force: a rulebook under one policy, every threshold a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache, reduce
from operator import or_

from .conditions import (
    All,
    AnyOf,
    Condition,
    FactTest,
    Leaf,
    Measure,
    ParameterName,
    StatusTest,
    leaves,
    rewrite,
)
from .policy import Policy
from .rulebook import LinkedDomain, NormGroup, Rulebook
from .rules import Ruleset
from .vocabulary import Code, Grade, Norm

HALF = Fraction(1, 2)


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose shortcomings a condition looks at.

    Those of whole norms; of some norms only those that are ej uppfyllt; and named indicators.
    """

    norms: frozenset[Norm] = frozenset()
    only_not_met: frozenset[Norm] = frozenset()
    named: frozenset[str] = frozenset()

    def __or__(self, other: Scope) -> Scope:
        norms = self.norms | other.norms
        only = (self.only_not_met | other.only_not_met) - norms
        return Scope(norms, only, self.named | other.named)


@dataclass(frozen=True, slots=True)
class RuleInForce:
    """A rule with every threshold a number.

    `condition` holds no `not`; `written` is as the file has it, for the definition. `scope` is None
    where it depends on which part of an `any` holds.
    """

    number: int
    id: str
    ceiling: Grade
    condition: Condition
    written: Condition
    scope: Scope | None
    bit: int


@dataclass(frozen=True)
class DomainInForce:
    """One domain under one policy: all that an engine needs to know."""

    linked: LinkedDomain
    rules: tuple[RuleInForce, ...]
    partly: tuple[Fraction, ...]
    first_fact: int

    @cached_property
    def weight_of(self) -> dict[Norm, Fraction]:
        """How large a part of a delvis indicator counts as met, by norm."""
        return {g.norm: weight for g, weight in zip(self.groups, self.partly, strict=True)}

    @cached_property
    def groups(self) -> tuple[NormGroup, ...]:
        """The domain's indicators by norm; `partly` has the weight of delvis for each."""
        return self.linked.groups

    def counts_at(self, group: int) -> int:
        """Where the facts of a norm start: how many are delvis, ej uppfyllt, ej tillämpligt."""
        return self.first_fact + 3 * group

    def status_at(self, indicator: str) -> int:
        """Where the facts have the status code of an indicator that a rule names."""
        return self.counts_at(len(self.groups)) + self.named.index(indicator)

    @property
    def end_of_facts(self) -> int:
        """Where the facts of the next domain start."""
        return self.counts_at(len(self.groups)) + len(self.named)

    @cached_property
    def rules_with_caveat(self) -> frozenset[str]:
        """The rules that come with a caveat of their own."""
        return frozenset(r.rule.id for r in self.linked.rules if r.rule.caveat is not None)

    @cached_property
    def best_grade(self) -> Grade:
        """The best grade on the domain's scale."""
        return self.linked.domain.grades[0]

    @cached_property
    def ceilings(self) -> tuple[tuple[Grade, int], ...]:
        """The grades that rules put a ceiling at, worst first, with the bits of those rules."""
        grades = sorted({rule.ceiling for rule in self.rules}, reverse=True)
        return tuple((g, sum(r.bit for r in self.rules if r.ceiling is g)) for g in grades)

    @cached_property
    def worst_first(self) -> tuple[RuleInForce, ...]:
        """The rules, the lowest ceiling first, else in the ruleset's order."""
        return tuple(sorted(self.rules, key=lambda rule: rule.ceiling, reverse=True))

    @cached_property
    def named(self) -> tuple[str, ...]:
        """The indicators that rules name, each once, in the rulebook's order."""
        named = {
            leaf.indicator
            for rule in self.rules
            for leaf in leaves(rule.condition)
            if isinstance(leaf, StatusTest)
        }
        return tuple(id for id in self.linked.order if id in named)


@dataclass(frozen=True)
class RulesInForce:
    """All the domains under one policy, and where each indicator counts among the facts."""

    domains: tuple[DomainInForce, ...]

    @cached_property
    def number_of_facts(self) -> int:
        """How many numbers the facts of a review are."""
        return self.domains[-1].end_of_facts

    @cached_property
    def slots(self) -> tuple[int, ...]:
        """For each indicator in the rulebook's order, where its norm's facts start less 2.

        Slot + status code is where delvis (2), ej uppfyllt (3) and ej tillämpligt (4) count.
        """
        return tuple(
            domain.counts_at(number) - Code.PARTLY
            for domain in self.domains
            for number, group in enumerate(domain.groups)
            for _ in range(group.size)
        )

    @cached_property
    def named(self) -> tuple[tuple[int, int], ...]:
        """Where the indicators that rules name stand: among the facts, and in the order."""
        return tuple(
            (domain.status_at(id), domain.linked.position[id])
            for domain in self.domains
            for id in domain.named
        )


@lru_cache(maxsize=64)
def rules_in_force(rulebook: Rulebook, policy: Policy) -> RulesInForce:
    """The rules of every domain with the policy's values as thresholds.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The value of every parameter.
    """
    domains: list[DomainInForce] = []
    for linked in rulebook.domains:
        first_fact = domains[-1].end_of_facts if domains else 0
        domains.append(_in_force(rulebook.ruleset, linked, policy, first_fact))
    return RulesInForce(tuple(domains))


def scope_of(
    condition: Condition,
    partly: Mapping[Norm, Fraction],
    holds: Callable[[Condition], bool] | None = None,
) -> Scope | None:
    """Whose shortcomings made a condition true.

    Args:
        condition: Without `not`.
        partly: How large a part of a delvis indicator counts as met, by norm.
        holds: Tells which parts of an `any` are true; without it their scopes must be the same.
    """
    match condition:
        case FactTest(norm=norm, measure=measure):
            weighed = measure in (Measure.EXCEPTIONS, Measure.SHARE_MET) and partly[norm] < 1
            counts_partly = weighed or measure is Measure.SHORTCOMINGS
            only = frozenset({norm})
            return Scope(norms=only) if counts_partly else Scope(only_not_met=only)
        case StatusTest(indicator=indicator):
            return Scope(named=frozenset({indicator}))
        case All(parts):
            scopes = [scope_of(part, partly, holds) for part in parts]
        case AnyOf(parts):
            told = [part for part in parts if holds is None or holds(part)]
            scopes = [scope_of(part, partly, holds) for part in told]
            if holds is None and len(set(scopes)) > 1:
                return None
        case _:
            raise TypeError("a linked condition holds no `not`")
    known = [scope for scope in scopes if scope is not None]
    return None if len(known) < len(scopes) else reduce(or_, known, Scope())


def _in_force(
    ruleset: Ruleset, linked: LinkedDomain, policy: Policy, first_fact: int
) -> DomainInForce:
    def value(threshold: Fraction | ParameterName) -> Fraction:
        if isinstance(threshold, ParameterName):
            return policy.value(threshold.name, linked.letter)
        return threshold

    def bound(leaf: Leaf) -> Leaf:
        if isinstance(leaf, FactTest):
            return FactTest(leaf.norm, leaf.measure, leaf.op, value(leaf.threshold))
        return leaf

    weights = {row.norm: row.weight for row in ruleset.partly_counts_as}
    weight_of = {norm: value(weights.get(norm, HALF)) for norm in Norm}
    rules = tuple(
        RuleInForce(
            number=r.number,
            id=r.rule.id,
            ceiling=r.rule.ceiling,
            condition=rewrite(r.condition, bound),
            written=rewrite(r.rule.condition, bound),
            scope=scope_of(r.condition, weight_of),
            bit=1 << r.number,
        )
        for r in linked.rules
    )
    partly = tuple(weight_of[group.norm] for group in linked.groups)
    return DomainInForce(linked, rules, partly, first_fact)
