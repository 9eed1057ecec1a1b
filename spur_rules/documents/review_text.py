"""The end of a report: the whole review, and hints about answers worth a second look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..checking.consistency import Hint, HintCode, hints
from ..checklist import Checklist
from ..rulebook import Rulebook
from ..suggestion import Cause, Shortcoming, Suggestion
from ..texts import Language, listing, say
from ..vocabulary import Status
from ..whole_review import DomainMeasures, WholeReview, summarise
from .wrapping import wrapped

#: The most lines of Förbättringspotential that a report shows; the most binding stand first.
MOST_LINES = 10


def improvement(item: Shortcoming, language: Language) -> str:
    """A line for Förbättringspotential; the printed text is quoted as it stands, in Swedish.

    Args:
        item: A shortcoming of a suggestion.
        language: `sv` or `en`.

    >>> from spur_rules import Norm, Status
    >>> words = "Studierektor har relevant specialistkompetens."
    >>> row = Shortcoming("B7", Norm.ALLMANT_RAD, Status.NOT_MET, None, words, None, None, None)
    >>> print(improvement(row, "sv"))
    Följ det allmänna rådet: ”Studierektor har relevant specialistkompetens.” (B7).
    """
    key = "improve-partly" if item.status is Status.PARTLY else "improve"
    return say(language, f"{key}.{item.norm}", id=item.indicator, text=item.text)


def hint_sentence(hint: Hint, language: Language) -> str:
    """A hint in one sentence.

    Args:
        hint: What `hints` found.
        language: `sv` or `en`.
    """
    status, *others = [say(language, f"hint-status.{status}") for status in hint.statuses]
    if hint.code is HintCode.PRESUPPOSES and hint.because:
        id, needed = hint.indicators
        because = hint.because.in_language(language)
        values = {"status": status, "needed": needed, "other": others[0], "because": because}
        return say(language, "hint-presupposes", None, id=id, **values)
    words = listing(language, [f"”{word}”" for word in hint.words])
    return say(language, "hint-words", id=hint.indicators[0], status=status, words=words)


@dataclass(frozen=True)
class Closing:
    """What a report says after its domains, block by block.

    Args:
        suggestion: What `suggest` returned.
        rulebook: What it was made with.
        checklist: What it was made from.
        language: `sv` or `en`.
        width: Columns to stay within.
    """

    suggestion: Suggestion
    rulebook: Rulebook
    checklist: Checklist
    language: Language = "sv"
    width: int = 80

    def blocks(self) -> list[str]:
        """The whole review, then the hints where there are any."""
        whole = summarise(self.rulebook, self.suggestion)
        found = hints(self.rulebook, self.checklist)
        parts = (self._whole(whole), self._improvements(whole), self._hints(found))
        return ["\n".join(lines) for lines in map(list, parts) if lines]

    def _whole(self, whole: WholeReview) -> Iterator[str]:
        yield self._say("whole-review")
        after = f"counts-after.{self._causes()}"
        for key, grades in (("grade-counts", whole.grades), (after, whole.adjusted)):
            counts = [f"{count} {grade}" for grade, count in grades if count]
            if counts:
                yield self._wrapped(self._say(key, counts=", ".join(counts)), "   ")
        if whole.undecided:
            letters = listing(self.language, list(whole.undecided))
            count = len(whole.undecided)
            yield self._wrapped(self._say("incomplete", count, domains=letters), "   ")
        if self._is_corrected:
            yield self._wrapped(self._say("after-corrections"), "   ")
        yield from self._measures("required", whole.required)
        yield from self._measures("recommended", whole.recommended)

    @property
    def _is_corrected(self) -> bool:
        return any(domain.corrected is not None for domain in self.suggestion.domains)

    def _causes(self) -> str:
        """What the grades that were adjusted rest on."""
        changes = [domain.adjusted for domain in self.suggestion.domains if domain.adjusted]
        by_plan = any(change.by_plan for change in changes)
        corrected = self._is_corrected or any(not change.by_plan for change in changes)
        if by_plan and corrected:
            return "both"
        return Cause.CORRECTION if corrected else Cause.PLAN

    def _measures(self, key: str, rows: tuple[DomainMeasures, ...]) -> Iterator[str]:
        if not rows:
            return
        yield self._wrapped(self._say(f"measures.{key}"), "   ")
        titles = {domain.letter: domain.domain.title for domain in self.rulebook.domains}
        for row in rows:
            ids = listing(self.language, list(row.indicators))
            yield self._wrapped(f"{titles[row.domain]}: {ids}", f"     {row.domain}  ")

    def _improvements(self, whole: WholeReview) -> Iterator[str]:
        if not whole.improvements:
            return
        yield self._say("improvements")
        for item in whole.improvements[:MOST_LINES]:
            yield self._wrapped(improvement(item, self.language), "   - ")
        left = len(whole.improvements) - MOST_LINES
        if left > 0:
            yield self._wrapped(self._say("more-improvements", left), "   ")

    def _hints(self, found: tuple[Hint, ...]) -> Iterator[str]:
        if found:
            yield self._say("hints")
        for hint in found:
            yield self._wrapped(hint_sentence(hint, self.language), "   - ")
            for text in self._written(hint):
                yield self._wrapped(text, "     ")

    def _written(self, hint: Hint) -> Iterator[str]:
        """The texts in which the words stand, so that a reader can judge them."""
        answer = self.checklist.by_indicator[hint.indicators[0]]
        texts = {"comment": answer.comment, "evidence": answer.evidence, "reason": answer.reason}
        for key, text in texts.items():
            if text and any(word in text for word in hint.words):
                yield self._say(key, text=text)

    def _say(self, key: str, count: int | None = None, **values: object) -> str:
        return say(self.language, key, count, **values)

    def _wrapped(self, text: str, start: str) -> str:
        return wrapped(text, self.width, start, len(start))
