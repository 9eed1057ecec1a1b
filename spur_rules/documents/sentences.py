"""What a suggestion and its explanation say, sentence by sentence, in either language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from ..catalog import Basis
from ..explaining.explain import DomainExplanation
from ..explanation import Choice, Repair, Step, Way, Worsening
from ..suggestion import DomainSuggestion, OpenIndicator, Shortcoming
from ..texts import spelled, status_word
from ..vocabulary import Grade, Norm, Status
from .adjusted import announced
from .data import blocked_grade, caveat_text
from .phrasing import Phrasing

#: How the catalog writes that the form does not name the paragraph.
UNKNOWN = "okänd"


class Sentences(Phrasing):
    """The sentences about a domain."""

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
        allowed = [s for s in domain.shortcomings if s.ceiling is None and domain.grade]
        if allowed:
            items = self.listing(list(map(self._quoted, allowed)))
            texts.append(self.say("sentence.allowed", count=len(allowed), items=items))
        if domain.adjusted:
            texts.append(announced(domain.adjusted, self.rulebook, self.language))
        return " ".join([*texts, *self.caveats(domain), *self.open(domain)])

    def caveats(self, domain: DomainSuggestion) -> Iterator[str]:
        """Every caveat of a domain, and of what came in later."""
        later = domain.adjusted.caveats if domain.adjusted else ()
        for caveat in dict.fromkeys((*domain.caveats, *later)):
            yield self.say("caveat", text=caveat_text(caveat, self.rulebook, self.language))

    def open(self, domain: DomainSuggestion) -> Iterator[str]:
        """Which questions are open, how many answers settle the grade, what the first gives."""
        if not domain.open:
            return
        first = domain.open[0]
        ids = ", ".join(question.indicator for question in domain.open)
        yield self.say("open", count=len(domain.open), indicators=ids)
        if first.answers_left is not None:
            yield self.say("answers-left", count=first.answers_left)
        yield self.say("what-if", id=first.indicator, answers=self.answers(first))

    def answers(self, question: OpenIndicator) -> str:
        """What each answer would give, those that give the same together."""
        by_range: dict[str, list[str]] = {}
        for outcome in question.outcomes:
            word = status_word(self.language, outcome.status)
            by_range.setdefault(self.graded(outcome.worst, outcome.best), []).append(word)
        gives = [
            self.say("answer-gives", answers=self.listing(words, "or"), grade=grade)
            for grade, words in by_range.items()
        ]
        return ", ".join(gives)

    def _graded_sentence(self, domain: DomainSuggestion) -> str:
        if domain.grade is None:
            return self.say("sentence.range", best=domain.best, worst=domain.worst)
        sentence = self.say("sentence.grade", grade=domain.grade)
        if domain.ceilings:
            return sentence
        return f"{sentence} {self.printed(domain.domain, domain.grade)}"

    def printed(self, letter: str, grade: Grade) -> str:
        """What the form says of a grade, exactly."""
        text = next(step.text for step in self.domain(letter).domain.scale if step.grade is grade)
        return self.say("printed-grade", grade=grade, text=" ".join(text.split()))

    def _shortcomings(self, short: Sequence[Shortcoming]) -> Iterator[str]:
        """One sentence for each norm and status, the indicators quoted."""
        for norm in Norm:
            for status in (Status.NOT_MET, Status.PARTLY):
                rows = [s for s in short if s.norm is norm and s.status is status]
                if rows:
                    key, word = f"sentence.{norm}.{status}", spelled(self.language, len(rows))
                    items = self.listing(list(map(self._quoted, rows)))
                    number_word = word[:1].upper() + word[1:]
                    yield self.say(key, count=len(rows), number=number_word, items=items)

    def _quoted(self, row: Shortcoming) -> str:
        return self.say("quoted-row", text=" ".join(row.text.split()), id=row.indicator)

    def effect(self, shortcoming: Shortcoming) -> str:
        """What a shortcoming does to the grade: the ceiling it sets, the grade it blocks."""
        ceiling = shortcoming.ceiling
        assert ceiling is not None, "only a shortcoming that sets a ceiling has an effect"
        blocked = blocked_grade(self.rulebook, shortcoming)
        return self.say(f"sets-ceiling.{shortcoming.norm}", grade=ceiling, blocked=blocked)

    def source(self, indicator: str) -> str:
        """Where an indicator comes from."""
        source = self.rulebook.indicators[indicator].source
        key = "source.unknown" if source == UNKNOWN else "source"
        return self.say(key, source=source)

    def provision(self, domain: DomainSuggestion) -> Iterator[str]:
        """The provision that some of the shortcomings are an interpretation of."""
        linked = self.domain(domain.domain)
        rows = [linked.indicators[s.indicator] for s in domain.shortcomings]
        if any(row.basis is Basis.INTERPRETATION for row in rows):
            for provision in self.rulebook.catalog.provisions:
                if provision.id == linked.domain.provision:
                    yield self.say("provision", text=provision.text)

    def changes(self, explained: DomainExplanation, unknown: Sequence[str]) -> Iterator[str]:
        """What would raise the grade, and what would lower it.

        Args:
            explained: What `explain` returned for the domain.
            unknown: The domain's indicators that are not assessed.
        """
        yield from self.repairs(explained.repairs)
        if explained.repairs and unknown:
            yield self.presumption(unknown)
        domain = explained.suggestion
        if domain.best is not self.domain(domain.domain).domain.grades[-1]:
            yield self.worsenings(explained.worsenings)

    def presumption(self, unknown: Sequence[str]) -> str:
        """That what is not assessed is taken as met."""
        return self.say("repair.presumes", indicators=self.spans(unknown))

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
        """Steps that must all be taken: those without a choice first, as one list."""
        only = [step.ways[0] for step in steps if len(step.ways) == 1]
        choices = [choice for way in only for choice in way]
        texts = self._choices(choices) if choices else []
        for step in steps:
            if len(step.ways) > 1:
                ways = [self.way(way) for way in step.ways]
                texts.append(self.say("either", ways=self.listing(ways, "or")))
        return self._all(texts)

    def way(self, way: Way) -> str:
        """Choices that must all be made, those that are no choice first."""
        return self._all(self._choices(way))

    def _choices(self, choices: Sequence[Choice]) -> list[str]:
        whole = [id for choice in choices if choice.is_all for id in choice.of]
        texts = [self.spans(whole)] if whole else []
        for choice in choices:
            if not choice.is_all:
                word = spelled(self.language, choice.number)
                texts.append(self.say("at-least", number=word, indicators=self.spans(choice.of)))
        return texts

    def _all(self, texts: Sequence[str]) -> str:
        joined = texts[0]
        for text in texts[1:]:
            joined = self.say("both-steps", first=joined, second=text)
        return joined

    def worsenings(self, worsenings: Sequence[Worsening]) -> str:
        """Which single shortcoming more would lower the grade, and to what."""
        together: dict[tuple[Grade, str], list[str]] = {}
        for row in worsenings:
            only = Status.PARTLY not in row.statuses
            words = status_word(self.language, Status.NOT_MET) if only else ""
            together.setdefault((row.grade, words), []).extend(row.indicators)
        items = []
        for (grade, words), ids in together.items():
            key = "worsening.item.only" if words else "worsening.item"
            filled = {"indicators": self.spans(ids, "or"), "status": words}
            items.append(self.say(key, None, grade=grade, **filled))
        if not items:
            return self.say("worsening.none")
        return self.say("worsening", items=self.listing(items, "or"))
