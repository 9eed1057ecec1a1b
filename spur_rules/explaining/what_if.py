"""What if some answers were others: one domain's ceilings for any answers, fast.

Indicators that no rule tells apart are *alike*: only how many of them have which status matters.
Rules that look at different indicators are in different *parts*, and a domain's grade is the worst
ceiling of its parts. Both keep exact what-ifs small.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from ..conditions import FactTest, Measure, StatusTest, leaves
from ..engines.native import NativeEngine
from ..evaluation import compare
from ..grading import decide
from ..in_force import DomainInForce, RuleInForce, RulesInForce, rules_in_force
from ..policy import Policy
from ..rulebook import Rulebook
from ..vocabulary import Code, Grade, Status

#: How many of some alike indicators have each status, by code.
Tally = tuple[int, ...]
#: The tallies of all the alike indicators of a part, in its order.
Tallies = tuple[Tally, ...]


class Alike(NamedTuple):
    """Indicators of one norm that no rule tells apart; a named one is alone."""

    group: int
    offsets: tuple[int, ...]
    named: str | None


class Part(NamedTuple):
    """Rules that look at the same indicators, and which alike indicators those are."""

    alike: tuple[int, ...]
    rules: int


class WhatIf:
    """What every answer in one domain would give.

    Args:
        domain: The rules in force.
    """

    def __init__(self, domain: DomainInForce) -> None:
        self.domain = domain
        self._local = local = replace(domain, first_fact=0)
        self._engine = NativeEngine(RulesInForce((local,)))
        self.alike = tuple(_alike(domain))
        self.parts = tuple(_parts(domain, self.alike))
        self.ceiling = lru_cache(maxsize=1 << 11)(self._ceiling)

    def tallies(self, part: int, own: bytes) -> Tallies:
        """How many of each part's alike indicators have each status.

        Args:
            part: The part's number.
            own: The statuses of the domain's indicators, in the rulebook's order.
        """
        return tuple(_tally(own, self.alike[i].offsets) for i in self.parts[part].alike)

    def ids(self, alike: int, own: bytes, *wanted: Code) -> tuple[str, ...]:
        """Those of some alike indicators that have one of the statuses, in catalog order."""
        order = self.domain.linked.order
        return tuple(order[at] for at in self.alike[alike].offsets if own[at] in wanted)

    def _ceiling(self, part: int, tallies: Tallies) -> Grade:
        """The worst ceiling of a part's rules, nothing unknown; cached as `ceiling`."""
        chosen = self.parts[part]
        facts = [0] * self._local.end_of_facts
        for number, tally in zip(chosen.alike, tallies, strict=True):
            alike = self.alike[number]
            at = 3 * alike.group
            facts[at] += tally[Code.PARTLY]
            facts[at + 1] += tally[Code.NOT_MET]
            facts[at + 2] += tally[Code.NOT_APPLICABLE] + tally[Code.NOT_IN_USE]
            if alike.named is not None:
                facts[self._local.status_at(alike.named)] = tally.index(1)
        return decide(self.domain, self._engine.fire(facts)[0] & chosen.rules)

    def best_grade(self, own: bytes) -> Grade:
        """The domain's grade, what is unknown taken as met.

        Args:
            own: The statuses of the domain's indicators, in the rulebook's order.
        """
        return self.grade(own, Code.MET)

    def ends(self, own: bytes) -> tuple[Grade, Grade]:
        """The domain's worst and best grade, however the unknown turns out.

        Args:
            own: The statuses of the domain's indicators, in the rulebook's order.
        """
        return self.grade(own, Code.NOT_MET), self.grade(own, Code.MET)

    def only_grade(self, own: bytes) -> Grade | None:
        """The domain's grade; None where what is unknown leaves a range.

        Args:
            own: The statuses of the domain's indicators, in the rulebook's order.
        """
        worst, best = self.ends(own)
        return worst if worst is best else None

    def grade(self, own: bytes, unknown_as: Code) -> Grade:
        """The domain's grade.

        Args:
            own: The statuses of the domain's indicators, in the rulebook's order.
            unknown_as: What is taken for ej bedömt.
        """
        parts = range(len(self.parts))
        tallies = [as_answered(self.tallies(part, own), unknown_as) for part in parts]
        ceilings = [self.ceiling(part, tallies[part]) for part in parts]
        return max(ceilings, default=self.domain.best_grade)

    def is_between(self) -> bool:
        """Whether ej tillämpligt is never better than met, and never worse than not met."""
        tests = (leaf for rule in self.domain.rules for leaf in leaves(rule.condition))
        return all(map(_takes_not_applicable_between, tests))


@lru_cache(maxsize=128)
def what_if(rulebook: Rulebook, policy: Policy, index: int) -> WhatIf:
    """The what-ifs of one domain, made once for each rulebook and policy.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The value of every parameter.
        index: The domain's number, in catalog order.
    """
    return WhatIf(rules_in_force(rulebook, policy).domains[index])


def as_answered(tallies: Tallies, unknown_as: Code) -> Tallies:
    """The same, with every unknown answered alike."""
    return tuple(moved(t, Code.NOT_ASSESSED, unknown_as, t[Code.NOT_ASSESSED]) for t in tallies)


def moved(tally: Tally, old: Code, new: Code, count: int = 1) -> Tally:
    """A tally in which some indicators of one status have another."""
    if not count:
        return tally
    changed = list(tally)
    changed[old] -= count
    changed[new] += count
    return tuple(changed)


def _tally(own: bytes, offsets: tuple[int, ...]) -> Tally:
    counts = [0] * len(Code)
    for at in offsets:
        counts[own[at]] += 1
    return tuple(counts)


def _alike(domain: DomainInForce) -> Iterator[Alike]:
    start, order = domain.linked.start, domain.linked.order
    for number, group in enumerate(domain.groups):
        offsets = range(group.start - start, group.stop - start)
        plain = [at for at in offsets if order[at] not in domain.named]
        if plain:
            yield Alike(number, tuple(plain), None)
        for at in offsets:
            if order[at] in domain.named:
                yield Alike(number, (at,), order[at])


def _parts(domain: DomainInForce, alike: tuple[Alike, ...]) -> Iterator[Part]:
    parts: list[tuple[set[int], int]] = []
    for rule in domain.rules:
        looked_at, bits = set(_looked_at(rule, domain, alike)), rule.bit
        for other in [part for part in parts if part[0] & looked_at]:
            parts.remove(other)
            looked_at, bits = looked_at | other[0], bits | other[1]
        parts.append((looked_at, bits))
    for looked_at, bits in sorted(parts, key=lambda part: min(part[0])):
        yield Part(tuple(sorted(looked_at)), bits)


def _looked_at(rule: RuleInForce, domain: DomainInForce, alike: Iterable[Alike]) -> Iterator[int]:
    tests = list(leaves(rule.condition))
    norms = {test.norm for test in tests if isinstance(test, FactTest)}
    named = {test.indicator for test in tests if isinstance(test, StatusTest)}
    for number, row in enumerate(alike):
        if row.named in named or domain.groups[row.group].norm in norms:
            yield number


def _takes_not_applicable_between(test: FactTest | StatusTest) -> bool:
    if isinstance(test, FactTest):
        if test.measure is Measure.SHARE_MET:  # void where nothing applies, whatever it asks
            assert isinstance(test.threshold, Fraction), "rules_in_force sets every threshold"
            return not compare(Fraction(1), test.op, test.threshold)
        return test.measure is not Measure.APPLICABLE
    if Status.NOT_APPLICABLE in test.statuses:
        return Status.NOT_MET in test.statuses
    return Status.MET not in test.statuses
