"""Answers worth a second look: rows that do not fit together, words that speak against a status.

These are hints for a reader. Nothing here is used for grading, and no grade can depend on it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from ..catalog import Consistency, WordsAgainst
from ..checklist import Answer, Checklist
from ..frozen import Words
from ..rulebook import Rulebook
from ..vocabulary import Code, Status

_MET = (int(Code.MET), int(Code.MET_OTHERWISE))
_LACKING = (int(Code.PARTLY), int(Code.NOT_MET))
_MARKS = "\u0300-\u036f"  # accents on their own; to `re` they are no part of a word
_HIDDEN = "\0"


class HintCode(StrEnum):
    """Why answers are worth a second look."""

    PRESUPPOSES = "presupposes"
    WORDS = "words"


class Hint(NamedTuple):
    """Answers that do not seem to fit together, or words that speak against a status.

    For a pair, the indicator that presupposes the other stands first, and `because` is the
    catalog's reason. The words are exactly as written beside the indicator.
    """

    code: HintCode
    indicators: tuple[str, ...]
    statuses: tuple[Status, ...]
    words: tuple[str, ...] = ()
    because: Words | None = None


def hints(rulebook: Rulebook, checklist: Checklist) -> tuple[Hint, ...]:
    """What the inspectors may want to look at once more. It never changes a grade.

    Args:
        rulebook: Whose catalog says what to look for.
        checklist: What was answered.

    Returns:
        Pairs first, in the catalog's order, then words, in the order of the form.

    >>> from spur_rules import load_rulebook
    >>> rulebook = load_rulebook()
    >>> statuses = {"H8": Status.NOT_MET, "H11": Status.MET}
    >>> [hint] = hints(rulebook, Checklist.of("st-spur", statuses))
    >>> hint.indicators, hint.because.sv
    (('H11', 'H8'), 'att handleda under handledning är också att handleda')
    """
    used = checklist.review.regulations
    idle = {id for id, row in rulebook.bound.items() if not row.is_in_use(used)}
    found = (*_pairs(rulebook.catalog.consistency, checklist), *_remarks(rulebook, checklist))
    return tuple(hint for hint in found if not idle.intersection(hint.indicators))


def _pairs(said: Consistency, checklist: Checklist) -> Iterator[Hint]:
    """Pairs where the first is met and the second is known to lack something.

    An unknown second may turn out met. One that is ej tillämpligt lacks nothing: the row is not
    asked of this unit, and the checklist says why.
    """
    codes = checklist.codes
    for pair in said.presupposes:
        if codes.get(pair.needs) in _LACKING and codes.get(pair.indicator) in _MET:
            ids = (pair.indicator, pair.needs)
            statuses = (checklist.status(pair.indicator), checklist.status(pair.needs))
            yield Hint(HintCode.PRESUPPOSES, ids, statuses, because=pair.because)


def _remarks(rulebook: Rulebook, checklist: Checklist) -> list[Hint]:
    if not checklist.remarked:
        return []
    searches = _searches(rulebook)
    found = {a.indicator: _words_in(a, searches.get(a.status, ())) for a in checklist.remarked}
    return [
        Hint(HintCode.WORDS, (id,), (checklist.status(id),), found[id])
        for id in rulebook.indicators
        if found.get(id)
    ]


def _words_in(answer: Answer, searches: tuple[_Search, ...]) -> tuple[str, ...]:
    texts = [text for text in (answer.comment, answer.evidence, answer.reason) if text]
    words = (word for text in texts for search in searches for word in search.find(text))
    return tuple(dict.fromkeys(words))


class _Search(NamedTuple):
    """Words to look for, and phrases that hide them; compiled once for each rulebook."""

    words: re.Pattern[str]
    unless: re.Pattern[str] | None

    def find(self, text: str) -> Iterator[str]:
        """Each word as the text writes it."""
        if self.words.search(text):
            for found in self.words.finditer(self._hidden(text)):
                yield text[found.start() : found.end()]

    def _hidden(self, text: str) -> str:
        """The text, as long as before, without the phrases."""
        if self.unless is None:
            return text
        letters = list(text)
        for found in self.unless.finditer(text):
            start, end = found.span(1)
            letters[start:end] = _HIDDEN * (end - start)
        return "".join(letters)


@lru_cache(maxsize=64)
def _searches(rulebook: Rulebook) -> dict[Status, tuple[_Search, ...]]:
    searches: dict[Status, tuple[_Search, ...]] = {}
    for entry in rulebook.catalog.consistency.words_against:
        for status in entry.status:
            searches[status] = (*searches.get(status, ()), _search(entry))
    return searches


def _search(entry: WordsAgainst) -> _Search:
    words = re.compile(_any_of(entry.words), re.IGNORECASE)
    # Looking ahead takes nothing, so that phrases that overlap are all found.
    unless = re.compile(f"(?=({_any_of(entry.unless)}))", re.IGNORECASE) if entry.unless else None
    return _Search(words, unless)


def _any_of(phrases: Iterable[str]) -> str:
    """A pattern for whole words and phrases, the longest first."""
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return f"(?<![\\w{_MARKS}])(?:{'|'.join(map(_phrase, longest_first))})(?![\\w{_MARKS}])"


def _phrase(phrase: str) -> str:
    words = unicodedata.normalize("NFC", phrase).split()
    return r"\s+".join("".join(map(_letter, word)) for word in words)


def _letter(letter: str) -> str:
    """A letter, composed or not: a text need not be changed before it is searched."""
    forms = dict.fromkeys((letter, unicodedata.normalize("NFD", letter)))
    return f"(?:{'|'.join(map(re.escape, forms))})" if len(forms) > 1 else re.escape(letter)
