"""Coverage as text: how much is shown, by what, what is missing, and what cannot be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from ..conditions import FactTest, Leaf, ParameterName, leaves, without_not
from ..testing.coverage import Coverage, Example, Goal, Kind
from ..texts import status_word
from ..vocabulary import Status
from .data import number
from .derivation_text import wanted
from .phrasing import Phrasing
from .wrapping import wrapped


class CoverageText:
    """Coverage in one language.

    Args:
        coverage: What `coverage` returned.
        words: The rulebook and the language.
        width: How many columns the text may take.
    """

    def __init__(self, coverage: Coverage, words: Phrasing, width: int) -> None:
        self._coverage, self._words, self._width = coverage, words, width
        self.say = words.say

    def summary(self) -> str:
        """How much of each kind is shown, then what is missing and what cannot be shown."""
        return "\n".join([*self._shares(), *self._missing(), *self._impossible()]) + "\n"

    def whole(self) -> str:
        """The same, with every rule, threshold and condition, and the cases that show it."""
        parts = (
            self._shares(),
            self._by_domain(),
            self._rules(),
            self._thresholds(),
            self._conditions(),
            self._missing(),
            self._impossible(),
        )
        return "\n".join(line for part in parts for line in part) + "\n"

    def _shares(self) -> Iterator[str]:
        title, shown, of = (self.say(f"cover.{key}") for key in ("title", "shown", "of"))
        yield f"{title:<20}{shown:>8}{of:>8}"
        for kind in Kind:
            possible = [goal for goal in self._coverage.of(kind) if goal.is_possible]
            done = sum(goal.is_shown for goal in possible)
            share = percent(self._coverage.share(kind))
            yield f"{self.say(f'cover.{kind}'):<20}{done:>8}{len(possible):>8}{share:>7} %"

    def _by_domain(self) -> Iterator[str]:
        yield from ("", self.say("cover.by-domain"))
        letters = [domain.letter for domain in self._words.rulebook.domains]
        yield f"{'':<20}" + "".join(f"{letter:>7}" for letter in letters)
        for kind in Kind:
            cells = []
            for letter in letters:
                goals = [
                    goal
                    for goal in self._coverage.by_domain
                    if (goal.kind, goal.domain) == (kind, letter) and goal.is_possible
                ]
                cells.append(f"{sum(goal.is_shown for goal in goals)}/{len(goals)}")
            yield f"{self.say(f'cover.{kind}'):<20}" + "".join(f"{cell:>7}" for cell in cells)

    def _rules(self) -> Iterator[str]:
        yield from ("", self.say("cover.rules"))
        letters = [domain.letter for domain in self._words.rulebook.domains]
        yield f"{'':<20}" + "".join(f"{letter:>7}" for letter in letters)
        counted = {
            (goal.rule, goal.domain, goal.wanted): len(goal.cases)
            for goal in self._coverage.by_domain
            if goal.kind is Kind.RULE
        }
        for rule in self._words.rulebook.rules:
            cells = []
            for letter in letters:
                fired, silent = (counted.get((rule, letter, side)) for side in (True, False))
                cells.append("·" if fired is None else f"{fired}/{silent}")
            yield f"{rule:<20}" + "".join(f"{cell:>7}" for cell in cells)

    def _thresholds(self) -> Iterator[str]:
        yield from ("", self.say("cover.thresholds"))
        goals = self._coverage.of(Kind.THRESHOLD)
        pairs = sorted(zip(goals[::2], goals[1::2], strict=True), key=lambda p: self._order(p[0]))
        above = None
        for sides in pairs:
            goal = sides[0]
            if (goal.rule, goal.comparison) != above:
                above = (goal.rule, goal.comparison)
                yield from self._wrapped(f"{goal.rule}: {self._subject(goal)}", 2)
            asked, profiles = self._asked(goal, goal.threshold), self._profiles(goal)
            line = self.say("cover.read-as", len(goal.profiles), wanted=asked, profiles=profiles)
            yield from self._wrapped(line, 4)
            for side in sides:
                yield from self._wrapped(self._side(side), 6)

    def _order(self, goal: Goal) -> tuple[int, int]:
        return list(self._words.rulebook.rules).index(goal.rule), goal.comparison or 0

    def _side(self, goal: Goal) -> str:
        key = "cover.yes" if goal.wanted else "cover.no"
        if not goal.is_possible:
            return self.say(key, shown=self.say("cover.cannot"))
        shown = goal.cases[0] if goal.is_shown else self.say("cover.not-shown")
        assert goal.value is not None, "a threshold that can be shown has a value beside it"
        return self.say(f"{key}-at", value=number(goal.value), shown=shown)

    def _conditions(self) -> Iterator[str]:
        yield from ("", self.say("cover.conditions"))
        for goal in self._coverage.of(Kind.CONDITION):
            line = f"{goal.rule}: {self._subject(goal)} {self._asked(goal, None)}"
            yield from self._wrapped(line, 2)
            if goal.is_shown:
                for key, case in zip(("yes", "no"), goal.cases, strict=True):
                    yield from self._wrapped(self.say(f"cover.{key}", shown=case), 4)
            else:
                key = "cover.not-shown" if goal.is_possible else "cover.cannot"
                yield from self._wrapped(self.say(key), 4)

    def _missing(self) -> Iterator[str]:
        if self._coverage.missing:
            yield from ("", self.say("cover.missing"))
        for goal in self._coverage.missing:
            yield from self._wrapped(self._goal(goal), 2)
            for example in goal.examples:
                yield from self._wrapped(self._example(example), 4)

    def _impossible(self) -> Iterator[str]:
        if self._coverage.impossible:
            yield from ("", self.say("cover.impossible"))
        for goal in self._coverage.impossible:
            proof = self.say("cover.proof", goal.tried)
            yield from self._wrapped(f"{self._goal(goal)}. {proof}", 2)

    def _goal(self, goal: Goal) -> str:
        if goal.kind is Kind.RULE:
            key = "cover.rule.fires" if goal.wanted else "cover.rule.silent"
            return self.say(key, rule=goal.rule)
        key = "cover.condition.matters"
        if goal.kind is Kind.THRESHOLD:
            key = f"cover.threshold.{'holds' if goal.wanted else 'fails'}"
        return self.say(
            key if goal.value is None else f"{key}-at",
            rule=goal.rule,
            profiles=self._profiles(goal),
            fact=self._subject(goal),
            wanted=self._asked(goal, goal.threshold),
            value=goal.value if goal.value is None else number(goal.value),
        )

    def _leaf(self, goal: Goal) -> Leaf:
        """The comparison as the rule writes it, with its parameter's name."""
        assert goal.comparison is not None, "a whole rule has no comparison"
        written = without_not(self._words.rulebook.rules[goal.rule].condition)
        return tuple(leaves(written))[goal.comparison]

    def _subject(self, goal: Goal) -> str:
        leaf = self._leaf(goal)
        return leaf.fact if isinstance(leaf, FactTest) else leaf.indicator

    def _asked(self, goal: Goal, threshold: Fraction | None) -> str:
        """What the comparison asks for: with the number in force, or as the rule writes it."""
        leaf = self._leaf(goal)
        if threshold is None and isinstance(leaf, FactTest):
            limit = leaf.threshold
            shown = limit.name if isinstance(limit, ParameterName) else str(number(limit))
            return self.say(f"wanted.{leaf.op}", threshold=shown)
        return wanted(self._words, leaf, threshold)

    def _profiles(self, goal: Goal) -> str:
        return self._words.listing(goal.profiles)

    def _example(self, example: Example) -> str:
        answers = list(self._answers(example))
        rest = self.say("cover.rest-met" if answers else "cover.all-met")
        told = ", ".join([*answers, rest])
        return self.say(
            "cover.example", domain=example.domain, profile=example.profile, answers=told
        )

    def _answers(self, example: Example) -> Iterator[str]:
        for status in Status:
            ids = [id for id, found in example.answers.items() if found is status]
            if ids:
                spans = self._words.spans(ids)
                word = status_word(self._words.language, status)
                yield self.say("cover.answer", indicators=spans, status=word)

    def _wrapped(self, text: str, indent: int) -> Iterable[str]:
        yield wrapped(text, self._width, " " * indent, indent + 2)


def percent(share: Fraction) -> int:
    """A share in whole percent, rounded down: 100 only where nothing is missing.

    >>> percent(Fraction(1)), percent(Fraction(2, 3)), percent(Fraction(999, 1000))
    (100, 66, 99)
    """
    return int(share * 100)
