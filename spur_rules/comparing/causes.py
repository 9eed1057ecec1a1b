"""Why a rule puts another ceiling than before: which of the changes it depends on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from ..conditions import FactTest, ParameterName, StatusTest, leaves
from ..policy import Policy
from ..rulebook import Rulebook
from ..rules import Rule
from ..vocabulary import Norm
from .changes import Change, Kind, changes
from .moves import RuleShift

_COMES_OR_GOES = (Kind.ADDED, Kind.REMOVED)
_OF_RULES = ("ceiling", "when", "needs", "domains")


class ValueShift(NamedTuple):
    """A parameter's value in one domain under one profile, before and after."""

    parameter: str
    old: Fraction
    new: Fraction


#: A change of the files, or a value that became another by one.
Cause = Change | ValueShift


class Because(NamedTuple):
    """A cause, and the rule that fires or not by it; None where it is no rule's."""

    rule: str | None
    cause: Cause


def causes_of(because: Iterable[Because]) -> tuple[Cause, ...]:
    """The causes alone, each once."""
    return tuple(dict.fromkeys(row.cause for row in because))


class Causes:
    """The changes between two rulebooks, by what depends on them.

    Args:
        old: What was.
        new: What is to be.
    """

    def __init__(self, old: Rulebook, new: Rulebook) -> None:
        self._old, self._new = old, new

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every difference between the two."""
        return changes(self._old, self._new)

    def of(
        self, shifts: Iterable[RuleShift], domain: str, policies: tuple[Policy, Policy]
    ) -> tuple[Because, ...]:
        """What made some rules fire, stop firing, or put another ceiling, in one domain.

        Args:
            shifts: The rules.
            domain: The domain's letter.
            policies: The readings under which they were looked at.
        """
        found = [
            Because(shift.rule, cause)
            for shift in shifts
            for cause in self._of_rule(shift.rule, domain, policies)
        ]
        return tuple(dict.fromkeys(found))

    def of_domain(self, domain: str) -> tuple[Because, ...]:
        """That a domain is new or gone."""
        found = (c for c in self.changes if c.what == "domain" and c.subject == (domain,))
        return tuple(Because(None, change) for change in found)

    def of_bindings(self, shifts: Iterable[RuleShift], rows: Iterable[str]) -> tuple[Because, ...]:
        """That rows are bound to other regulations, for the rules that count or name them.

        Args:
            shifts: The rules.
            rows: The rows that a review no longer has in use, or now has, under their new ids.
        """
        changed = {c.subject[-1]: c for c in self.changes if is_binding(c)}
        bound = {id: changed[id] for id in rows if id in changed}
        return tuple(
            Because(shift.rule, change)
            for shift in shifts
            for id, change in bound.items()
            if any(self._looks_at(rule, id) for rule in self._sides(shift.rule))
        )

    def _looks_at(self, rule: Rule, id: str) -> bool:
        return id in _named(rule) or self._new.indicators[id].norm in (*_norms(rule), *rule.needs)

    def of_plan(self, domain: str) -> tuple[Because, ...]:
        """What an action plan does now, and whether the domain's scale has another grade."""
        return tuple(
            Because(None, change)
            for change in self.changes
            if "action_plan" in (change.what, change.key)
            or (change.what == "scale" and change.subject[0] == domain and not change.key)
        )

    def _of_rule(self, id: str, domain: str, policies: tuple[Policy, Policy]) -> Iterator[Cause]:
        sides = self._sides(id)
        for change in self.changes:
            is_own = change.what == "rule" and change.subject == (id,)
            if is_own and (change.key in _OF_RULES or change.kind in _COMES_OR_GOES):
                yield change
        norms = {norm for rule in sides for norm in _norms(rule)}
        yield from self._of_parameters(sides, norms, domain, policies)
        yield from self._of_weights(norms)
        named = {id for rule in sides for id in _named(rule)}
        yield from self._of_rows(norms | {n for rule in sides for n in rule.needs}, named, domain)

    def _sides(self, id: str) -> list[Rule]:
        return [book.rules[id] for book in (self._old, self._new) if id in book.rules]

    def _of_parameters(
        self,
        sides: list[Rule],
        norms: set[Norm],
        domain: str,
        policies: tuple[Policy, Policy],
    ) -> Iterator[Cause]:
        names = {name: None for rule in sides for name in _parameters(rule)}
        for book in (self._old, self._new):
            for row in book.ruleset.partly_counts_as:
                if row.norm in norms and isinstance(row.weight, ParameterName):
                    names[row.weight.name] = None
        known = [{name for name, _ in policy.values} for policy in policies]
        for name in names:
            if name in known[0] and name in known[1]:
                old, new = (policy.value(name, domain) for policy in policies)
                if old != new:
                    yield ValueShift(name, old, new)

    def _of_weights(self, norms: set[Norm]) -> Iterator[Cause]:
        for change in self.changes:
            if change.what == "partly_counts_as" and change.subject[0] in norms:
                yield change

    def _of_rows(self, norms: set[Norm], named: set[str], domain: str) -> Iterator[Cause]:
        """Rows of the domain that the rule counts or names, and counted or named otherwise."""
        for change in self.changes:
            if change.what != "indicator" or change.subject[0] != domain:
                continue
            looked_at = change.subject[1] in named
            if change.kind in _COMES_OR_GOES:
                row = change.old or change.new
                if row.norm in norms or looked_at:
                    yield change
            elif change.key == "norm" and ({change.old, change.new} & norms or looked_at):
                yield change


def is_binding(change: Change) -> bool:
    """Whether a row is bound to other regulations than before."""
    return (change.what, change.key) == ("indicator", "regulations") and set(change.old) != set(
        change.new
    )


def _norms(rule: Rule) -> Iterator[Norm]:
    return (leaf.norm for leaf in leaves(rule.condition) if isinstance(leaf, FactTest))


def _named(rule: Rule) -> Iterator[str]:
    return (leaf.indicator for leaf in leaves(rule.condition) if isinstance(leaf, StatusTest))


def _parameters(rule: Rule) -> Iterator[str]:
    for leaf in leaves(rule.condition):
        if isinstance(leaf, FactTest) and isinstance(leaf.threshold, ParameterName):
            yield leaf.threshold.name
