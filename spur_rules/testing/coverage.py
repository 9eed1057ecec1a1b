"""What of the rules some cases show: rules, thresholds and conditions, and what is missing.

A *goal* is one thing to be shown. A goal that no answers can show is proven impossible, by every
combination there is, told as such, and left out of the share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ..conditions import FactTest, Leaf, ParameterName, leaves
from ..in_force import RuleInForce, rules_in_force
from ..rulebook import Rulebook
from .deciding import decides, pair
from .observing import Seen
from .reaching import Answers, Reach, State, reading_key


class Kind(StrEnum):
    """What is shown: a rule fires or is silent; a threshold's side; a comparison matters."""

    RULE = "rule"
    THRESHOLD = "threshold"
    CONDITION = "condition"


class Example(NamedTuple):
    """Answers that would show a goal; every other row of the domain is uppfyllt."""

    domain: str
    profile: str
    answers: Answers


class Goal(NamedTuple):
    """One thing to be shown, the cases that show it, and answers that would.

    `comparison` is None for a whole rule, `domain` where any domain will do. `wanted`: the rule
    fires, or the comparison holds; None for a condition, which takes two cases: one where the
    comparison holds and one where it does not. `value` is the fact's, nearest to its `threshold`.
    `tried` is how many combinations of answers there are: all were looked at.
    """

    kind: Kind
    rule: str
    comparison: int | None
    profiles: tuple[str, ...]
    domain: str | None
    wanted: bool | None
    threshold: Fraction | None
    value: Fraction | None
    tried: int
    cases: tuple[str, ...]
    examples: tuple[Example, ...]

    @property
    def is_shown(self) -> bool:
        """Whether cases show it."""
        return bool(self.cases)

    @property
    def is_possible(self) -> bool:
        """Whether any answers can show it."""
        return bool(self.cases or self.examples)


class Coverage(NamedTuple):
    """The goals, where any domain will do, and the same for each domain by itself."""

    goals: tuple[Goal, ...]
    by_domain: tuple[Goal, ...]

    def of(self, kind: Kind) -> tuple[Goal, ...]:
        """The goals of one kind."""
        return tuple(goal for goal in self.goals if goal.kind is kind)

    def share(self, kind: Kind) -> Fraction:
        """How large a part of the possible goals of one kind is shown."""
        return share(self.of(kind))

    @property
    def missing(self) -> tuple[Goal, ...]:
        """What can be shown and is not."""
        return tuple(goal for goal in self.goals if goal.is_possible and not goal.is_shown)

    @property
    def impossible(self) -> tuple[Goal, ...]:
        """What no answers can show."""
        return tuple(goal for goal in self.goals if not goal.is_possible)


def share(goals: Iterable[Goal]) -> Fraction:
    """How large a part of the possible goals is shown; all of it where there are none."""
    possible = [goal for goal in goals if goal.is_possible]
    return Fraction(sum(g.is_shown for g in possible), len(possible)) if possible else Fraction(1)


class Place(NamedTuple):
    """A rule in one domain under one reading, and all that it can come to there."""

    rule: RuleInForce
    domain: str
    reading: object
    profiles: tuple[str, ...]
    reach: Reach

    def example(self, state: State | None) -> Iterator[Example]:
        """The answers of a state, where there is one."""
        if state is not None:
            yield Example(self.domain, self.profiles[0], state.answers)

    def goal(self, kind: Kind, comparison: int | None = None, wanted: bool | None = None) -> Goal:
        """A goal in this domain, with nothing shown yet."""
        about = (kind, self.rule.id, comparison, self.profiles, self.domain, wanted)
        leaf = None if comparison is None else tuple(leaves(self.rule.condition))[comparison]
        threshold = leaf.threshold if isinstance(leaf, FactTest) else None
        assert not isinstance(threshold, ParameterName), "rules_in_force sets every threshold"
        return Goal(*about, threshold, None, self.reach.number, (), ())


def cover(rulebook: Rulebook, seen: Iterable[Seen]) -> Coverage:
    """What some cases show of the rules.

    Args:
        rulebook: The catalog and the rules.
        seen: What each case shows: see `observe`.

    Raises:
        InputError: SR810, a rule can look at too many combinations of answers.
    """
    counter = _Counter(places(rulebook), list(seen))
    rules = [rule.id for rule in rulebook.ruleset.rules]
    letters = [domain.letter for domain in rulebook.domains]
    overall = (goal for rule in rules for goal in counter.goals(rule, None))
    single = (goal for rule in rules for at in letters for goal in counter.goals(rule, at))
    return Coverage(tuple(overall), tuple(single))


def places(rulebook: Rulebook) -> list[Place]:
    """Every rule in every domain where it applies, once for each reading that a profile gives it.

    Args:
        rulebook: The catalog and the rules.
    """
    found: dict[tuple[str, object], Place] = {}
    for profile in rulebook.ruleset.profiles:
        policy = rulebook.policy(profile.name)
        for domain in rules_in_force(rulebook, policy).domains:
            for rule in domain.rules:
                key = (domain.linked.letter, reading_key(domain, rule))
                if key in found:
                    more = (*found[key].profiles, profile.name)
                    found[key] = found[key]._replace(profiles=more)
                else:
                    found[key] = Place(rule, *key, (profile.name,), Reach(domain, rule))
    return list(found.values())


class _Counter:
    def __init__(self, places: list[Place], seen: list[Seen]) -> None:
        self._places, self._seen = places, seen

    def goals(self, rule: str, domain: str | None) -> Iterator[Goal]:
        """The goals of a rule, in one domain or in any."""
        places = [p for p in self._places if p.rule.id == rule and domain in (None, p.domain)]
        if not places:
            return
        seen = [s for s in self._seen if s.rule.id == rule and domain in (None, s.domain)]
        found = [_rule_goal(places, seen, wanted) for wanted in (True, False)]
        comparisons = list(enumerate(leaves(places[0].rule.condition)))
        for reading in dict.fromkeys(place.reading for place in places):
            same = [place for place in places if place.reading == reading]
            of_it = [row for row in seen if row.reading == reading]
            found += _threshold_goals(same, of_it, comparisons)
        found += [_condition_goal(places, seen, number) for number, _ in comparisons]
        yield from (goal._replace(domain=domain) for goal in found)


def _rule_goal(places: list[Place], seen: list[Seen], wanted: bool) -> Goal:
    examples = (e for p in places for e in p.example(p.reach.coming_to(wanted)))
    goal = _spanning(places, places[0].goal(Kind.RULE, wanted=wanted))
    cases = (row.case for row in seen if row.fired is wanted)
    return _filled(goal, cases, examples)


def _threshold_goals(
    places: list[Place], seen: list[Seen], comparisons: list[tuple[int, Leaf]]
) -> Iterator[Goal]:
    for number, leaf in comparisons:
        if isinstance(leaf, FactTest):
            for wanted in (True, False):
                yield _threshold_goal(places, seen, number, wanted)


def _threshold_goal(places: list[Place], seen: list[Seen], comparison: int, wanted: bool) -> Goal:
    """The value nearest to the threshold in any of the domains, where the comparison decides."""
    goal = _spanning(places, places[0].goal(Kind.THRESHOLD, comparison, wanted))
    reached = ((place, place.reach.nearest(comparison, wanted)) for place in places)
    found = [(place, *near) for place, near in reached if near is not None]
    if not found:
        return goal
    where, value, state = min(found, key=lambda row: row[0].reach.distance(comparison, row[1]))
    cases = (
        row.case
        for row in seen
        if row.values[comparison] == value
        and row.truth[comparison] is wanted
        and decides(row.rule.condition, row.truth, comparison)
    )
    return _filled(goal._replace(value=value), cases, where.example(state))


def _condition_goal(places: list[Place], seen: list[Seen], comparison: int) -> Goal:
    """Two cases of one domain under one reading."""
    goal = _spanning(places, places[0].goal(Kind.CONDITION, comparison))
    goal = goal._replace(threshold=None)  # which differs between readings
    condition = places[0].rule.condition
    for where in dict.fromkeys((row.domain, row.reading) for row in seen):
        rows = [row for row in seen if (row.domain, row.reading) == where]
        shown = pair(condition, [row.truth for row in rows], comparison)
        if shown is not None:
            return goal._replace(cases=tuple(rows[at].case for at in shown))
    lacking = [_lacking(place, seen, comparison) for place in places]
    possible = [examples for examples in lacking if examples]
    return goal._replace(examples=min(possible, key=len, default=()))


def _lacking(place: Place, seen: list[Seen], comparison: int) -> tuple[Example, ...]:
    """The cases that would show a comparison to matter in one place; none where nothing can."""
    found: list[Example] = []
    for wanted in (True, False):
        state = place.reach.deciding(comparison, wanted)
        if state is None:
            return ()
        if not any(_shows(row, place, comparison, wanted) for row in seen):
            found += place.example(state)
    return tuple(found)


def _shows(row: Seen, place: Place, comparison: int, wanted: bool) -> bool:
    here = (row.domain, row.reading) == (place.domain, place.reading)
    decisive = decides(row.rule.condition, row.truth, comparison)
    return here and decisive and row.truth[comparison] is wanted


def _spanning(places: list[Place], goal: Goal) -> Goal:
    """The goal for all the domains and readings together."""
    profiles = tuple(dict.fromkeys(name for place in places for name in place.profiles))
    return goal._replace(profiles=profiles, tried=sum(place.reach.number for place in places))


def _filled(goal: Goal, cases: Iterable[str], examples: Iterable[Example]) -> Goal:
    """A goal with the cases that show it, and the first of the answers that would."""
    first = next(iter(examples), None)
    return goal._replace(
        cases=tuple(dict.fromkeys(cases)), examples=() if first is None else (first,)
    )
