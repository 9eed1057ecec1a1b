"""A calibration's figures, names and counts in words."""

from __future__ import annotations

from dataclasses import dataclass

from ...calibration.agreement.agreement import ScopeAgreement, ScopeKind
from ...calibration.agreement.estimates import Coefficient, ConfidenceInterval, Estimate, NoFigure
from ...calibration.agreement.labels import shown_interval
from ...calibration.agreement.scopes import NOT_D
from ...calibration.calibrating import Calibration
from ...texts import Language, status_word
from ..blocks import Whisker
from ..phrasing import Phrasing
from ..picture_tables import figure, interval


@dataclass(frozen=True)
class CalibrationWords:
    """What the sections of a report share.

    Args:
        found: What `calibrate` returned.
        language: `sv` or `en`.
    """

    found: Calibration
    language: Language

    @property
    def phrasing(self) -> Phrasing:
        """The words of the panel's rulebook."""
        return Phrasing(self.found.panel.rulebook, self.language)

    def say(self, key: str, count: int | None = None, **values: object) -> str:
        """A phrase of the report."""
        return self.phrasing.say(f"calibrate.{key}", count, **values)

    def heads(self, *keys: str) -> tuple[str, ...]:
        """Phrases that head columns."""
        return tuple(self.say(key) for key in keys)

    def pairs(self, count: int) -> str:
        """So many pairs."""
        return self.say("pairs", count)

    def number(self, value: float | None, digits: int = 2) -> str:
        """A figure as the language writes it."""
        return figure(value, self.language, digits)

    def why(self, estimate: Estimate) -> str:
        """Why there is no figure; nothing where there is one."""
        return self.say(f"why.{estimate.why_not.value}") if estimate.why_not else ""

    def figure(self, estimate: Estimate) -> str:
        """A figure with its interval, or why there is none."""
        if estimate.value is None:
            return self.why(estimate)
        ends = shown_interval(estimate)
        told = self.number(estimate.value)
        if ends is None:
            return self.say("no-interval", figure=told)
        low, high = map(self.number, ends)
        return self.say("figure-interval", figure=told, low=low, high=high)

    def share(self, estimate: Estimate) -> str:
        """A share in per cent with its interval, or why there is none."""
        if estimate.value is None:
            return self.why(estimate)
        told = self.number(estimate.value * 100, 0)
        ends = shown_interval(estimate)
        if ends is None:
            return self.say("no-interval", figure=self.say("percent", figure=told))
        low, high = (self.number(end * 100, 0) for end in ends)
        return self.say("percent-interval", figure=told, low=low, high=high)

    def short_figure(self, estimate: Estimate) -> str:
        """A figure with its interval, a dash for what there is none of."""
        return self._short(estimate, self.number(estimate.value), self.figure(estimate))

    def short_share(self, estimate: Estimate) -> str:
        """A share with its interval, a dash for what there is none of."""
        percent = None if estimate.value is None else estimate.value * 100
        told = self.say("percent", figure=self.number(percent, 0))
        return self._short(estimate, told, self.share(estimate))

    def _short(self, estimate: Estimate, told: str, whole: str) -> str:
        if estimate.value is None:
            return self.number(None)
        return self.say("dash-interval", figure=told) if shown_interval(estimate) is None else whole

    def ends(self, ends: ConfidenceInterval | None) -> str:
        """An interval alone; nothing where there is none."""
        return interval(ends.low, ends.high, self.language) if ends else ""

    def whisker(self, name: str, estimate: Estimate) -> Whisker:
        """A row of a picture."""
        low, high = shown_interval(estimate) or (None, None)
        note = self.why(estimate)
        if estimate.value is not None and low is None:
            note = self.say("interval-missing")
        return Whisker(name, estimate.value, low, high, note)

    def scope_whisker(self, scope: ScopeAgreement, estimate: Estimate) -> Whisker:
        """A row of a picture of agreement."""
        found = self.whisker(self.scope(scope), estimate)
        return (
            found
            if estimate.value is not None
            else found._replace(note=self.why_of(scope, estimate))
        )

    def why_of(self, scope: ScopeAgreement, estimate: Estimate) -> str:
        """Why there is no figure; where all gave one answer, which."""
        given = [
            c for c, number in zip(scope.categories, scope.distribution, strict=True) if number
        ]
        if estimate.why_not is NoFigure.ONE_ANSWER and len(given) == 1:
            return self.say("why.all", answer=self.category(given[0]))
        return self.why(estimate)

    def about_whiskers(self, rows: tuple[Whisker, ...]) -> str:
        """Why intervals are missing in a picture; nothing where none is."""
        is_missing = any(row.value is not None and row.low is None for row in rows)
        return self.say("interval-why") if is_missing else ""

    def domain(self, letter: str) -> str:
        """A domain's letter and title."""
        return f"{letter} {self.found.panel.rulebook.domain(letter).domain.title}"

    def scope(self, scope: ScopeAgreement) -> str:
        """What an agreement is about."""
        if scope.kind is ScopeKind.OVERALL:
            return self.say("all")
        return self.domain(scope.name) if scope.kind is ScopeKind.DOMAIN else scope.name

    def category(self, category: str) -> str:
        """An answer: a grade's letter, D or not, or a status."""
        if category == NOT_D:
            return self.say("not-d")
        return category if len(category) == 1 else status_word(self.language, category)

    def coefficient(self, coefficient: Coefficient) -> str:
        """A coefficient's name, with its metric or its weights."""
        return self.say(f"coefficient.{coefficient.value}")


def axis_limits(rows: tuple[Whisker, ...], least: float = -1.0) -> tuple[float, float]:
    """From nought, or from what lies below it, to one; in steps of a fifth.

    >>> axis_limits((Whisker("", 0.5, -0.1, 0.9),)), axis_limits(())
    ((-0.2, 1.0), (0.0, 1.0))
    """
    lows = [end for row in rows for end in (row.value, row.low) if end is not None]
    fifths = min(0, *(int(low * 5 // 1) for low in lows)) if lows else 0
    return max(least, round(fifths / 5, 1)), 1.0
