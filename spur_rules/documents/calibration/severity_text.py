"""How strict each rater is, as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...calibration.agreement.estimates import Estimate, NoFigure
from ...calibration.agreement.labels import shown_interval
from ...calibration.severity.severity import CaseThatLinks, RaterSeverity, Severity
from ...texts import Language, listing, say
from ..tables import aligned
from ..wrapping import wrapped
from .linked import graded_groups, telling_links

#: How many of the cases that alone hold raters together are named, and raters on one side of one.
_MOST_WEAK, _MOST_NAMES = 5, 6


@dataclass(frozen=True)
class SeverityText:
    """The text of one panel's severity.

    Args:
        severity: What `rate_severity` returned.
        language: `sv` or `en`.
        width: Columns to stay within.
    """

    severity: Severity
    language: Language = "sv"
    width: int = 80

    def render(self) -> str:
        """The whole text, ending with a newline."""
        title = self._say("title")
        heading = f"{title}\n{'=' * len(title)}"
        if not self.severity.raters:
            return f"{heading}\n{self._say('nobody')}\n"
        blocks = [
            [heading, self._wrapped(self._say("about"))],
            self._grades(),
            self._ticks(),
            [self._wrapped(text) for text in self._notes()],
        ]
        return "\n\n".join("\n".join(lines) for lines in blocks) + "\n"

    def _say(self, key: str, count: int | None = None, **values: object) -> str:
        return say(self.language, f"severity.{key}", count, **values)

    def _wrapped(self, text: str) -> str:
        return wrapped(text, self.width, "", 0)

    def _grades(self) -> list[str]:
        heads = self._heads("cases", "grades", "rules", "peers")
        rows = [
            [r.rater, str(r.cases), str(r.grades), *self._figures(r.against_rules, r.against_peers)]
            for r in self.severity.raters
        ]
        groups = [rater.group for rater in self.severity.raters]
        return [self._say("of-grades"), *self._table(heads, rows, groups)]

    def _ticks(self) -> list[str]:
        heads = self._heads("cases", "ticks", "peers")
        rows = [
            [r.rater, str(r.cases), str(r.ticks), *self._figures(r.ticks_against_peers)]
            for r in self.severity.raters
        ]
        groups = [rater.tick_group for rater in self.severity.raters]
        return [self._say("of-ticks"), *self._table(heads, rows, groups)]

    def _heads(self, *keys: str) -> list[str]:
        return [self._say(key) for key in ("rater", *keys)]

    def _table(
        self, heads: list[str], rows: list[list[str]], groups: Sequence[int]
    ) -> Iterator[str]:
        """The raters of each group under its heading, where there are several groups."""
        lines = aligned([heads, *rows])
        yield lines[0]
        for group in sorted(set(groups)):
            if len(set(groups)) > 1:
                yield self._say("group", number=group + 1)
            yield from (row for row, own in zip(lines[1:], groups, strict=True) if own == group)

    def _figures(self, *estimates: Estimate) -> list[str]:
        return [self._figure(estimate) for estimate in estimates]

    def _figure(self, estimate: Estimate) -> str:
        if estimate.value is None:
            return self._say(f"why.{estimate.why_not}")
        figure = self._decimals(estimate.value)
        interval = shown_interval(estimate)
        if interval is None:
            return figure
        low, high = map(self._decimals, interval)
        return self._say("figure", figure=figure, low=low, high=high)

    def _decimals(self, value: float) -> str:
        text = f"{round(value, 2) + 0.0:+.2f}".replace(".", self._say("point"))
        return text.replace("-", "−").replace("+0,00", "0,00").replace("+0.00", "0.00")

    def _notes(self) -> Iterator[str]:
        raters, severity = self.severity.raters, self.severity
        yield self._say("rules-are")
        yield self._say("peers-are")
        for key, count in (
            ("ranges", sum(rater.ranges for rater in raters)),
            ("off-scale", sum(rater.off_scale for rater in raters)),
        ):
            if count:
                yield self._say(key, count)
        yield self._linked()
        links = telling_links(severity)
        yield from map(self._weak, links[:_MOST_WEAK])
        more = len(links) - _MOST_WEAK
        if more > 0:
            yield self._say("more-weak", more)
        yield from self._meanings(raters)

    def _linked(self) -> str:
        groups = graded_groups(self.severity)
        if not groups:
            return self._say("linked-none")
        if len(groups) > 1:
            return self._say("not-linked", number=len(groups))
        return self._say("linked" if len(groups[0][1]) > 1 else "linked-one")

    def _weak(self, link: CaseThatLinks) -> str:
        parts = [self._named(part) for part in link.parts]
        return self._say("weak", case=link.case, parts=listing(self.language, parts))

    def _named(self, raters: Sequence[str]) -> str:
        shown = list(raters[:_MOST_NAMES])
        return f"({', '.join(shown + (['…'] if len(raters) > len(shown) else []))})"

    def _meanings(self, raters: Sequence[RaterSeverity]) -> Iterator[str]:
        met = {
            estimate.why_not
            for r in raters
            for estimate in (r.against_rules, r.against_peers, r.ticks_against_peers)
        }
        least = {"grades": self.severity.least_grades, "raters": self.severity.least_raters}
        for why in NoFigure:
            if why in met:
                yield self._say(f"means.{why}", None, **least)
