"""How far raters agree, as text for a terminal: grades, D, norms, and where ticks differ most."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ...calibration.agreement.agreement import Agreements, ScopeAgreement
from ...calibration.agreement.estimates import Coefficient
from ...calibration.agreement.labels import shown_interval
from ..phrasing import Phrasing
from ..tables import aligned
from ..wrapping import wrapped
from .agreed_words import AgreedWords

#: How many indicators are shown of those whose ticks differ.
MOST = 10

_NOMINAL, _ORDINAL = (Coefficient.AC1,), (Coefficient.AC2, Coefficient.ALPHA_ORDINAL)


def agreements_text(agreements: Agreements, words: Phrasing, width: int = 80) -> str:
    """Tables of given grades, D against the others, norms, and the rows whose ticks differ most.

    Args:
        agreements: What `agree` returned.
        words: The rulebook and the language.
        width: Columns to stay within.
    """
    return "\n".join(_Text(agreements, words, width).lines()) + "\n"


def least_agreed(agreements: Agreements, most: int = MOST) -> list[ScopeAgreement]:
    """The indicators whose ticks differ in the largest share of pairs, the largest first.

    Args:
        agreements: What `agree` returned.
        most: How many at most; those in which no pair differs are never among them.
    """
    shares = [(row.exact.value, at, row) for at, row in enumerate(agreements.indicators)]
    differing = [(value, at, row) for value, at, row in shares if value is not None and value < 1]
    return [row for _, _, row in sorted(differing, key=lambda found: found[:2])[:most]]


class _Text:
    def __init__(self, agreements: Agreements, words: Phrasing, width: int) -> None:
        self._agreements, self._phrasing, self._width = agreements, words, width
        self._words, self.say = AgreedWords(words), words.say

    def lines(self) -> Iterator[str]:
        """Part after part, an empty line between."""
        found = self._agreements
        title = self.say("agreed.title")
        yield from (title, "=" * len(title))
        yield self._wrapped(self.say("agreed.intervals", found.samples, seed=found.seed))
        grades = (found.overall, *found.domains)
        yield from self._titled("agreed.given", self._shares(grades, has_median=True))
        yield from self._left_out("off-scale", [s for s in grades[1:] if s.off_scale])
        yield from self._titled("agreed.given-chance", self._beyond_chance(grades))
        if found.binding:
            yield from self._titled("agreed.binding", self._binding(found.binding))
        yield from self._titled("agreed.norms", self._shares(found.norms, has_median=False))
        yield from self._left_out("not-on-steps", [s for s in found.norms if s.not_on_steps])
        yield from self._titled("agreed.norms-chance", self._beyond_chance(found.norms))
        yield from self._least(least_agreed(found))

    def _titled(self, key: str, lines: Iterable[str]) -> Iterator[str]:
        yield from ("", self._wrapped(self.say(key)), *lines)

    def _shares(self, scopes: Sequence[ScopeAgreement], has_median: bool) -> Iterator[str]:
        """Counts, and how often two raters answer the same."""
        words = self._words
        heads = ["cases", "pairs", "missing", *(["median"] if has_median else [])]
        table = [self._head(*heads, "exact", "within-one")]
        for scope in scopes:
            counts = map(words.number, (scope.cases, scope.pairs, scope.missing))
            median = [words.median(scope)] if has_median else []
            shares = map(words.share, (scope.exact, scope.within_one))
            table.append([words.name(scope), *counts, *median, *shares])
        yield from aligned(table)

    def _beyond_chance(self, scopes: Sequence[ScopeAgreement]) -> Iterator[str]:
        """Two coefficients with their intervals, and a word for the first."""
        words = self._words
        table = [self._head("ac2", "alpha", "label")]
        for scope in scopes:
            figures = [words.figure(scope.coefficients[each]) for each in _ORDINAL]
            table.append([words.name(scope), *figures, words.label(scope, Coefficient.AC2)])
        if any(scope.coefficients[each].value is not None for scope in scopes for each in _ORDINAL):
            yield from aligned(table)
        yield from self._notes(scopes, _ORDINAL)

    def _binding(self, scopes: Sequence[ScopeAgreement]) -> Iterator[str]:
        words = self._words
        table = [self._head("cases", "number-of-d", "pairs", "exact", "ac1", "label-nominal")]
        for scope in scopes:
            counts = map(words.number, (scope.cases, scope.distribution[-1], scope.pairs))
            table.append([words.name(scope), *counts, *self._nominal(scope)])
        yield from (*aligned(table), *self._notes(scopes, _NOMINAL))

    def _least(self, scopes: Sequence[ScopeAgreement]) -> Iterator[str]:
        """Each row with what it asks and what is confused."""
        if not scopes:
            yield from ("", self.say("agreed.nothing-differs"))
            return
        words = self._words
        table = [self._head("pairs", "missing", "exact", "ac1", "label-nominal")]
        for scope in scopes:
            counts = map(words.number, (scope.pairs, scope.missing))
            table.append([words.name(scope), *counts, *self._nominal(scope)])
        head, *rows = aligned(table)
        yield from ("", self.say("agreed.least", len(scopes)), head)
        for scope, row in zip(scopes, rows, strict=True):
            asked = self._phrasing.rulebook.indicators[scope.name].text
            yield from (row, self._wrapped(asked, 4), self._wrapped(self._mostly(scope), 4))
        yield from self._notes(scopes, _NOMINAL)

    def _nominal(self, scope: ScopeAgreement) -> list[str]:
        words, ac1 = self._words, Coefficient.AC1
        figure = words.figure(scope.coefficients[ac1])
        return [words.share(scope.exact), figure, words.label(scope, ac1)]

    def _mostly(self, scope: ScopeAgreement) -> str:
        """The two answers that stand against each other in most pairs."""
        size = len(scope.categories)
        apart = [(one, other) for one in range(size) for other in range(one + 1, size)]
        one, other = max(apart, key=lambda pair: scope.confusion[pair[0]][pair[1]])
        return self.say(
            "agreed.mostly",
            one=self._words.category(scope.categories[one]),
            other=self._words.category(scope.categories[other]),
            number=self._words.number(scope.confusion[one][other]),
            of=self._words.number(sum(scope.confusion[a][b] for a, b in apart)),
        )

    def _left_out(self, key: str, scopes: Sequence[ScopeAgreement]) -> Iterator[str]:
        """How many answers a table leaves out, and of which scopes."""
        if scopes:
            number = sum(s.off_scale if key == "off-scale" else s.not_on_steps for s in scopes)
            names = self._phrasing.listing([scope.name for scope in scopes])
            shown = self._words.number(number)
            yield self._wrapped(self.say(f"agreed.{key}", number, number=shown, scopes=names))

    def _notes(
        self, scopes: Sequence[ScopeAgreement], shown: Sequence[Coefficient]
    ) -> Iterator[str]:
        """Why a figure or an interval is missing, each reason once with the scopes it is of."""
        notes: dict[str, dict[str, None]] = {}
        for scope in scopes:
            for each in shown:
                sentence = self._note(scope, each)
                if sentence:
                    notes.setdefault(sentence, {})[self._words.name(scope)] = None
        for sentence, names in notes.items():
            about = self._phrasing.listing(list(names))
            yield self._wrapped(self.say("agreed.about", scopes=about, sentence=sentence))

    def _note(self, scope: ScopeAgreement, coefficient: Coefficient) -> str:
        found = scope.coefficients[coefficient]
        if found.value is not None and shown_interval(found) is None:
            return self.say("agreed.no-interval")
        return self._words.why_not(scope, coefficient)

    def _head(self, *heads: str) -> list[str]:
        return ["", *(self.say(f"agreed.{head}") for head in heads)]

    def _wrapped(self, text: str, indent: int = 0) -> str:
        return wrapped(text, self._width, " " * indent, indent)
