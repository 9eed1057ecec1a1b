"""What every sentence is put together from: phrases, lists and indicators in either language."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..rulebook import LinkedDomain, Rulebook
from ..suggestion import Ceiling
from ..texts import Language, listing, say
from ..vocabulary import Grade


@dataclass(frozen=True)
class Phrasing:
    """The words of one rulebook in one language.

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
        """Indicators in catalog order, neighbours drawn together: E1–E6, E9; what is gone last."""
        order = list(self.rulebook.indicators)
        places = sorted(order.index(id) for id in ids if id in self.rulebook.indicators)
        words: list[str] = []
        for _, run in groupby(enumerate(places), key=lambda at: _run(at[0], at[1], order[at[1]])):
            found = [order[at] for _, at in run]
            words += [f"{found[0]}–{found[-1]}"] if len(found) > 2 else found
        words += [id for id in ids if id not in self.rulebook.indicators]
        return self.listing(words, joint)

    def because(self, ceiling: Ceiling) -> str:
        """The rule's own words, and the indicators it fired on."""
        words = self.rulebook.rules[ceiling.rule].because.in_language(self.language)
        if not ceiling.indicators:
            return words
        return self.say("because-of", because=words, indicators=self.listing(ceiling.indicators))

    def domain(self, letter: str) -> LinkedDomain:
        """A domain by its letter."""
        return self.rulebook.domain(letter)


def _run(rank: int, place: int, id: str) -> tuple[int, str, int]:
    """The same for rows that stand side by side and are counted on: E1, E2; E-AM1, E-AM2."""
    series = id.rstrip("0123456789")
    return place - rank, series, int(id[len(series) :] or 0) - rank
