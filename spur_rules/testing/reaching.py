"""What a rule's comparisons can come to in a domain: every combination, not a sample.

Only how many of a norm's indicators have which status matters, and the status of those that the
rule names. So a norm's *options* are few, and every answer there is falls under one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import comb, prod
from typing import NamedTuple

from ..conditions import FactTest, Leaf, Measure, StatusTest, leaves
from ..errors import InputError, Problem
from ..evaluation import compare, measured
from ..in_force import DomainInForce, RuleInForce
from ..provenance import Place
from ..rulebook import NormGroup
from ..vocabulary import Norm, Status
from .deciding import Truth, decides, outcome

#: More combinations than this are refused: what cannot be shown would have to be guessed.
MOST = 200_000

#: Statuses of single indicators; every other one is uppfyllt.
Answers = Mapping[str, Status]
Value = Fraction | None

_COUNTED = (Status.NOT_MET, Status.PARTLY, Status.NOT_APPLICABLE)


class Option(NamedTuple):
    """What the comparisons with one norm come to, by their number, and answers that do it."""

    truth: tuple[tuple[int, bool], ...]
    values: tuple[tuple[int, Value], ...]
    answers: Answers


class State(NamedTuple):
    """What all of a rule's comparisons come to, and answers that do it."""

    truth: Truth
    answers: Answers


class Reach:
    """What one rule can come to in one domain under one policy.

    Args:
        domain: The rules in force.
        rule: One of them.

    Raises:
        InputError: SR810, the combinations are too many to look at each.
    """

    def __init__(self, domain: DomainInForce, rule: RuleInForce) -> None:
        self._domain, self._rule = domain, rule
        self._leaves = tuple(leaves(rule.condition))
        wanted = [group for group in domain.groups if self._numbers(group)]
        self.number = prod(self._size(group) for group in wanted)
        _refuse_too_many(rule, domain, self.number)
        self.options = [_distinct(self._options(group)) for group in wanted]
        self._kinds = [_by_truth(options) for options in self.options]
        self.states = tuple(self._combined(self._kinds))
        self._nearest: dict[tuple[int, bool], tuple[Fraction, State] | None] = {}

    def deciding(self, leaf: int, wanted: bool) -> State | None:
        """The simplest answers at which a comparison holds, or not, and decides the rule."""
        for state in self.states:
            if state.truth[leaf] is wanted and decides(self._rule.condition, state.truth, leaf):
                return state
        return None

    def coming_to(self, wanted: bool) -> State | None:
        """The simplest answers at which the rule fires, or stays silent."""
        for state in self.states:
            if outcome(self._rule.condition, state.truth) is wanted:
                return state
        return None

    def nearest(self, leaf: int, wanted: bool) -> tuple[Fraction, State] | None:
        """The value nearest a threshold at which the comparison decides the rule, on one side.

        Args:
            leaf: The number of a comparison with a fact.
            wanted: The side: whether the comparison holds.
        """
        side = (leaf, wanted)
        if side not in self._nearest:
            self._nearest[side] = self._found_nearest(leaf, wanted)
        return self._nearest[side]

    def _found_nearest(self, leaf: int, wanted: bool) -> tuple[Fraction, State] | None:
        best: tuple[Fraction, State] | None = None
        for value, state in self._valued(leaf):
            if state.truth[leaf] is not wanted:
                continue
            if best is not None and self.distance(leaf, value) >= self.distance(leaf, best[0]):
                continue
            if decides(self._rule.condition, state.truth, leaf):
                best = value, state
        return best

    def distance(self, leaf: int, value: Fraction) -> Fraction:
        """How far a value is from a comparison's threshold."""
        test = self._leaves[leaf]
        assert isinstance(test, FactTest)
        assert isinstance(test.threshold, Fraction), "rules_in_force sets every threshold"
        return abs(value - test.threshold)

    def _valued(self, leaf: int) -> Iterator[tuple[Fraction, State]]:
        """Every value of a fact, with everything that the other norms can come to."""
        for own, options in enumerate(self.options):
            for option in options:
                value = dict(option.values).get(leaf)
                if value is not None:
                    kinds = [*self._kinds[:own], [option], *self._kinds[own + 1 :]]
                    yield from ((value, state) for state in self._combined(kinds))

    def _combined(self, kinds: list[list[Option]]) -> Iterator[State]:
        for chosen in product(*kinds):
            truth = dict(pair for option in chosen for pair in option.truth)
            answers = {id: s for option in chosen for id, s in option.answers.items()}
            yield State(tuple(truth[n] for n in range(len(self._leaves))), answers)

    def _numbers(self, group: NormGroup) -> list[int]:
        """Which comparisons look at a norm."""
        return [n for n, leaf in enumerate(self._leaves) if self._norm(leaf) is group.norm]

    def _norm(self, leaf: Leaf) -> Norm:
        if isinstance(leaf, FactTest):
            return leaf.norm
        return self._domain.linked.indicators[leaf.indicator].norm

    def _named(self, group: NormGroup) -> list[str]:
        named = {leaf.indicator for leaf in self._leaves if isinstance(leaf, StatusTest)}
        return [id for id in self._ids(group) if id in named]

    def _ids(self, group: NormGroup) -> tuple[str, ...]:
        start = self._domain.linked.start
        return self._domain.linked.order[group.start - start : group.stop - start]

    def _size(self, group: NormGroup) -> int:
        named = len(self._named(group))
        ways: int = len(_ways(group.norm)) ** named
        return ways * comb(group.size - named + 3, 3)

    def _options(self, group: NormGroup) -> Iterator[Option]:
        """Every option of a norm, those that leave most met first."""
        found = sorted(self._answers(group), key=_effort)
        for answers in found:
            yield self._option(group, answers)

    def _answers(self, group: NormGroup) -> Iterator[dict[str, Status]]:
        named = self._named(group)
        plain = [id for id in self._ids(group) if id not in named]
        for own in product(_ways(group.norm), repeat=len(named)):
            chosen = {id: s for id, s in zip(named, own, strict=True) if s is not Status.MET}
            for counts in _tallies(len(plain)):
                statuses = [s for s, n in zip(_COUNTED, counts, strict=True) for _ in range(n)]
                yield chosen | dict(zip(plain, statuses, strict=False))

    def _option(self, group: NormGroup, answers: dict[str, Status]) -> Option:
        statuses = dict.fromkeys(self._domain.linked.order, Status.MET) | answers
        truth: list[tuple[int, bool]] = []
        values: list[tuple[int, Value]] = []
        for number in self._numbers(group):
            leaf = self._leaves[number]
            held, value = leaf_value(leaf, self._domain, statuses)
            truth.append((number, held))
            values.append((number, value))
        return Option(tuple(truth), tuple(values), answers)


def leaf_value(
    leaf: Leaf, domain: DomainInForce, statuses: Mapping[str, Status]
) -> tuple[bool, Value]:
    """Whether a comparison holds, and the value of its fact; a void one does not hold.

    Args:
        leaf: A comparison of a rule in force.
        domain: The rules in force.
        statuses: The status of each of the domain's indicators; none of them unknown.
    """
    if isinstance(leaf, StatusTest):
        return statuses[leaf.indicator] in leaf.statuses, None
    assert isinstance(leaf.threshold, Fraction), "rules_in_force sets every threshold"
    value = measured(leaf.norm, leaf.measure, domain, statuses)
    return value is not None and compare(value, leaf.op, leaf.threshold), value


def reading_key(domain: DomainInForce, rule: RuleInForce) -> object:
    """What tells one reading of a rule from another: its thresholds, and the weights it counts by.

    Args:
        domain: The rules in force.
        rule: One of them.
    """
    weighed = (Measure.EXCEPTIONS, Measure.SHARE_MET)
    tests = (leaf for leaf in leaves(rule.condition) if isinstance(leaf, FactTest))
    norms = dict.fromkeys(test.norm for test in tests if test.measure in weighed)
    return rule.id, rule.condition, tuple((norm, domain.weight_of[norm]) for norm in norms)


def _ways(norm: Norm) -> tuple[Status, ...]:
    own = (Status.MET_OTHERWISE,) if norm is Norm.ALLMANT_RAD else ()
    return (Status.MET, *_COUNTED, *own)


def _tallies(size: int) -> Iterator[tuple[int, int, int]]:
    for not_met in range(size + 1):
        for partly in range(size + 1 - not_met):
            for void in range(size + 1 - not_met - partly):
                yield not_met, partly, void


def _effort(answers: Answers) -> tuple[int, int]:
    """Simple answers first: few that are not met, and plainly so rather than partly or void."""
    return len(answers), sum(_COUNTED.index(s) if s in _COUNTED else 3 for s in answers.values())


def _distinct(options: Iterator[Option]) -> list[Option]:
    found: dict[object, Option] = {}
    for option in options:
        found.setdefault((option.truth, option.values), option)
    return list(found.values())


def _by_truth(options: list[Option]) -> list[Option]:
    found: dict[object, Option] = {}
    for option in options:
        found.setdefault(option.truth, option)
    return list(found.values())


def _refuse_too_many(rule: RuleInForce, domain: DomainInForce, number: int) -> None:
    if number > MOST:
        message = (
            f"rule `{rule.id}` can look at {number} combinations of answers in domain"
            f" {domain.linked.letter}, more than {MOST}; split the rule, or test without --coverage"
        )
        raise InputError([Problem("SR810", Place("--coverage"), message)])
