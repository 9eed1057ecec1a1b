"""What a suggestion and its explanation say, sentence by sentence, in either language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ..catalog import Basis
from ..explaining.explain import DomainExplanation
from ..explanation import (
    Choice,
    Interval,
    Repair,
    Sensitivity,
    Step,
    UnderProfile,
    UnderValue,
    Way,
    Worsening,
)
from ..rulebook import Rulebook
from ..suggestion import Ceiling, DomainSuggestion, Shortcoming
from ..texts import Language, listing, say, spelled, status_word
from ..vocabulary import Grade, Norm, Status
from .adjusted import announced
from .data import blocked_grade, number

#: How the catalog writes that the form does not name the paragraph.
UNKNOWN = "okänd"


class Sentences(NamedTuple):
    """The sentences of one rulebook in one language.

    Args:
        rulebook: Whose indicators and rules they are about.
        language: `sv` or `en`.
    """

    rulebook: Rulebook
    language: Language

    def say(self, key: str, count: int | None = None, **values: object) -> str:
        """A phrase in the language."""
        return say(self.language, key, count, **values)

    def listing(self, words: Sequence[str], joint: str = "and") -> str:
        """Words with commas, and the language's "and" or "or" before the last."""
        return listing(self.language, words, joint)

    def graded(self, worst: Grade, best: Grade) -> str:
        """A grade, or a range from the best to the worst."""
        return best.value if worst is best else self.say("range", best=best, worst=worst)

    def in_order(self, ids: Iterable[str]) -> list[str]:
        """Indicators in catalog order."""
        return sorted(ids, key=list(self.rulebook.indicators).index)

    def spans(self, ids: Sequence[str], joint: str = "and") -> str:
        """Indicators in catalog order, neighbours drawn together: E1–E6 and E9."""
        order = list(self.rulebook.indicators)
        places = sorted(map(order.index, ids))
        runs = groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])
        words: list[str] = []
        for _, run in runs:
            found = [order[at] for _, at in run]
            same_domain = found[0][0] == found[-1][0]
            words += [f"{found[0]}–{found[-1]}"] if len(found) > 2 and same_domain else found
        return self.listing(words, joint)

    def because(self, ceiling: Ceiling) -> str:
        """The rule's own words, and the indicators it fired on."""
        words = self.rulebook.rules[ceiling.rule].because.in_language(self.language)
        if not ceiling.indicators:
            return words
        return self.say("because-of", because=words, indicators=self.listing(ceiling.indicators))

    def summary(self, domain: DomainSuggestion) -> str:
        """A few sentences for a report: the grade, what it rests on, what would be left."""
        texts = [self._graded_sentence(domain)]
        binding = [c for c in domain.ceilings if c.binding]
        named = {id for ceiling in binding for id in ceiling.indicators}
        short = [s for s in domain.shortcomings if s.indicator in named]
        texts += self._shortcomings(short)
        texts += [
            self.say("sentence.even-without", grade=c.grade, reason=self.because(c))
            for c in domain.ceilings
            if not c.binding
        ]
        if domain.adjusted:
            texts.append(announced(domain.adjusted, self.rulebook, self.language))
        return " ".join([*texts, *self.open(domain)])

    def open(self, domain: DomainSuggestion) -> Iterator[str]:
        """Which questions are open, how many answers settle the grade, what the first gives."""
        if not domain.open:
            return
        first = domain.open[0]
        ids = ", ".join(question.indicator for question in domain.open)
        yield self.say("open", count=len(domain.open), indicators=ids)
        if first.answers_left is not None:
            yield self.say("answers-left", count=first.answers_left)
        met, not_met = self.graded(*first.if_met), self.graded(*first.if_not_met)
        yield self.say("what-if", id=first.indicator, met=met, not_met=not_met)

    def _graded_sentence(self, domain: DomainSuggestion) -> str:
        if domain.grade is None:
            return self.say("sentence.range", best=domain.best, worst=domain.worst)
        sentence = self.say("sentence.grade", grade=domain.grade)
        if domain.ceilings:
            return sentence
        return f"{sentence} {self.printed(domain.domain, domain.grade)}"

    def printed(self, letter: str, grade: Grade) -> str:
        """What the form says of a grade, exactly."""
        linked = next(d for d in self.rulebook.domains if d.letter == letter)
        text = next(step.text for step in linked.domain.scale if step.grade is grade)
        return self.say("printed-grade", grade=grade, text=" ".join(text.split()))

    def _shortcomings(self, short: Sequence[Shortcoming]) -> Iterator[str]:
        """One sentence for each norm and status, the indicators quoted."""
        for norm in Norm:
            for status in (Status.NOT_MET, Status.PARTLY):
                rows = [s for s in short if s.norm is norm and s.status is status]
                quotes = [
                    self.say("quoted-row", text=" ".join(s.text.split()), id=s.indicator)
                    for s in rows
                ]
                if rows:
                    key, word = f"sentence.{norm}.{status}", spelled(self.language, len(rows))
                    items = self.listing(quotes)
                    number_word = word[:1].upper() + word[1:]
                    yield self.say(key, count=len(rows), number=number_word, items=items)

    def effect(self, shortcoming: Shortcoming) -> str:
        """What a shortcoming does to the grade: the ceiling it sets, the grade it blocks."""
        ceiling = shortcoming.ceiling
        assert ceiling is not None, "only a shortcoming that sets a ceiling has an effect"
        blocked = blocked_grade(self.rulebook, shortcoming)
        return self.say(f"sets-ceiling.{shortcoming.norm}", grade=ceiling, blocked=blocked)

    def source(self, indicator: str) -> str:
        """Where an indicator comes from."""
        source = self.rulebook.indicators[indicator].source
        return (
            self.say("source.unknown") if source == UNKNOWN else self.say("source", source=source)
        )

    def provision(self, domain: DomainSuggestion) -> Iterator[str]:
        """The provision that some of the shortcomings are an interpretation of."""
        linked = next(d for d in self.rulebook.domains if d.letter == domain.domain)
        rows = [linked.indicators[s.indicator] for s in domain.shortcomings]
        if any(row.basis is Basis.INTERPRETATION for row in rows):
            for provision in self.rulebook.catalog.provisions:
                if provision.id == linked.domain.provision:
                    yield self.say("provision", text=provision.text)

    def changes(self, explained: DomainExplanation) -> Iterator[str]:
        """What would raise the grade, and what would lower it."""
        domain = explained.suggestion
        linked = next(d for d in self.rulebook.domains if d.letter == domain.domain)
        yield from self.repairs(explained.repairs)
        if domain.best is not linked.domain.grades[-1]:
            yield self.worsenings(explained.worsenings)
        if domain.grade is None and explained.repairs:
            yield self.say("repair.presumes")

    def repairs(self, repairs: Sequence[Repair]) -> Iterator[str]:
        """What to mend for each better grade; once where it is the same for two of them."""
        for steps, group in groupby(repairs, key=lambda repair: repair.steps):
            alike = list(group)
            grades = self.listing([repair.grade.value for repair in alike])
            if not alike[0].is_possible:
                yield self.say("repair.impossible", grade=grades)
            else:
                key = "repair" if alike[0].is_complete else "repair.one-of-many"
                yield self.say(key, grade=grades, steps=self.steps(steps))

    def steps(self, steps: Sequence[Step]) -> str:
        """Steps that must all be taken, those without a choice first."""
        plain_first = sorted(steps, key=lambda step: len(step.ways) > 1)
        return self._all(list(map(self._step, plain_first)))

    def _all(self, parts: Sequence[str]) -> str:
        text = parts[0]
        for part in parts[1:]:
            text = self.say("both-steps", first=text, second=part)
        return text

    def _step(self, step: Step) -> str:
        ways = [self.way(way) for way in step.ways]
        return ways[0] if len(ways) == 1 else self.say("either", ways=self.listing(ways, "or"))

    def way(self, way: Way) -> str:
        """Choices that must all be made, those that are no choice first."""
        whole = self.in_order(id for choice in way if choice.is_all for id in choice.of)
        rest = [self._choice(choice) for choice in way if not choice.is_all]
        return self._all([*([self.listing(whole)] if whole else []), *rest])

    def _choice(self, choice: Choice) -> str:
        word = spelled(self.language, choice.number)
        return self.say("at-least", number=word, indicators=self.listing(choice.of))

    def worsenings(self, worsenings: Sequence[Worsening]) -> str:
        """Which single shortcoming more would lower the grade, and to what."""
        if not worsenings:
            return self.say("worsening.none")
        items = []
        for row in worsenings:
            ids, words = self.spans(row.indicators, "or"), ""
            if Status.PARTLY not in row.statuses:
                words = status_word(self.language, row.statuses[0])
            key = "worsening.item.only" if words else "worsening.item"
            items.append(self.say(key, grade=row.grade, indicators=ids, statuses=words))
        return self.say("worsening", items=self.listing(items, "or"))

    def sensitivity(self, found: Sensitivity) -> str:
        """How far the grade hangs on the reading."""
        if found.stands_fast:
            return self.say("stands-fast" if found.worst is found.best else "stands-fast.range")
        is_fast = found.stands_fast_when_named
        rows: list[UnderProfile | UnderValue] = [*found.profiles]
        rows += [row for row in found.parameters if is_fast or row.profiles]
        key = "stands-fast-when-named" if is_fast else "hangs-on"
        return self.say(key, changes="; ".join(map(self.under, rows)))

    def under(self, row: UnderProfile | UnderValue) -> str:
        """What a reading gives."""
        grade = self.graded(row.worst, row.best)
        if isinstance(row, UnderProfile):
            profiles = {p.name: p.title for p in self.rulebook.ruleset.profiles}
            title = profiles[row.profile].in_language(self.language)
            return self.say("under-profile", grade=grade, profile=title)
        values = self.values(row.values, row.parameter)
        return self.say("under-value", grade=grade, parameter=row.parameter, values=values)

    def values(self, values: Interval, parameter: str) -> str:
        """The values of a parameter in words."""
        unit = next(p.unit for p in self.rulebook.ruleset.parameters if p.name == parameter)
        low, high = number(values.low), number(values.high)
        from_bottom = values.low == 0 and values.has_low
        to_top = values.high == unit.most and values.has_high
        if values.low == values.high:
            key = "value.only"
        elif from_bottom and to_top:
            key = "value.any"
        elif to_top:
            key = "value.from" if values.has_low else "value.above"
        elif from_bottom:
            key = "value.to" if values.has_high else "value.below"
        else:
            lower = "from" if values.has_low else "above"
            key = f"value.{lower}-{'to' if values.has_high else 'below'}"
        return self.say(key, low=low, high=high)
