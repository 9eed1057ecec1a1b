"""A regrading as text: what changed in each domain and why, what is missing, and the dates."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..regrading.regrade import Corrected, RegradedDomain, Regrading
from ..suggestion import Cause, GradeChange
from ..texts import listing
from .adjusted import announced, ceilings_left, correction_told, shown_range, told
from .data import caveat_text
from .terminal import TextReport

#: Corrections that count together, and what they or the plan changed.
_Event = tuple[Sequence[Corrected], GradeChange | None]


@dataclass(frozen=True)
class RegradeReport:
    """The text of one regrading.

    Args:
        regrading: What `regrade` returned.
        report: How the original suggestion is shown: its language, its width and its colours.
    """

    regrading: Regrading
    report: TextReport

    def render(self) -> str:
        """The whole text, ending with a newline."""
        title = self.report.say("regrade-title")
        sections = [self._section(d) for d in self.regrading.domains if self._is_touched(d)]
        dates = self._appointments()
        heading = self.report.heading(title, self._rows())
        parts = [heading, self._of_the_plan(), *sections, self._unchanged(), dates]
        return "\n\n".join([*filter(None, parts), self._footer()]) + "\n"

    def _rows(self) -> dict[str, str | None]:
        as_of = self.regrading.as_of
        return {"plan": self._plan(), "as-of": as_of.isoformat() if as_of else None}

    def _plan(self) -> str:
        count, day = len(self.regrading.plan), self.regrading.received
        if not count:
            return self.report.say("plan-none")
        entries = self.report.say("plan-entries", count=count)
        return self.report.say("plan-came-in", entries=entries, day=day) if day else entries

    def _of_the_plan(self) -> str:
        """What was found about the plan as a whole."""
        texts = [told(f, self.report.language) for f in self.regrading.findings if not f.domain]
        return "\n".join(self.report.wrapped(text, "", 0) for text in texts)

    def _is_touched(self, domain: RegradedDomain) -> bool:
        named = [row.domain for row in self.regrading.corrections]
        told_of = [finding.domain for finding in self.regrading.findings]
        return bool(domain.changes or domain.needed or domain.domain in (*named, *told_of))

    def _section(self, domain: RegradedDomain) -> str:
        title = f"{self._title(domain.domain)}: {self._grade(domain)}"
        lines = [self.report.wrapped(title, f"{domain.domain}  ", 3)]
        lines += [self.report.wrapped(text, "   ", 3) for text in self._course(domain)]
        lines += [self.report.wrapped(text, "   - ", 5) for text in self._findings(domain)]
        return "\n".join(lines)

    def _title(self, letter: str) -> str:
        return self.report.rulebook.domain(letter).domain.title

    def _grade(self, domain: RegradedDomain) -> str:
        if domain.changes:
            return self.report.shown_change(domain.original, domain.now)
        return self._range(domain)

    def _range(self, domain: RegradedDomain) -> str:
        return shown_range(self.report.language, domain.original)

    def _course(self, domain: RegradedDomain) -> Iterator[str]:
        """All that came in, in the order in which it counts; then what is needed, and caveats."""
        for rows, change in self._events(domain):
            if change:
                yield self._link(change)
            yield from map(self._correction, rows)
            yield from self._because(change) if change else [self.report.say("no-effect")]
        if domain.needed and not self.regrading.plan:
            ids = listing(self.report.language, list(domain.needed))
            yield self.report.say("plan-needed", indicators=ids)
        for caveat in domain.caveats:
            text = caveat_text(caveat, self.report.rulebook, self.report.language)
            yield self.report.say("caveat", text=text)

    def _events(self, domain: RegradedDomain) -> Iterator[_Event]:
        """The corrections of each day with the change that they made, and the plan's change."""
        own = [row for row in self.regrading.corrections if row.domain == domain.domain]
        by_day = {row.date: [r for r in own if r.date == row.date] for row in own}
        plan = [change for change in domain.changes if change.cause is Cause.PLAN]
        changed = {c.date: c for c in domain.changes if c.cause is not Cause.PLAN}
        for day, rows in by_day.items():
            if plan and plan[0].date and day and day > plan[0].date:
                yield (), plan.pop()
            yield rows, changed.get(day)
        yield from (((), change) for change in plan)

    def _link(self, change: GradeChange) -> str:
        language = self.report.language
        return self.report.say(
            "link-on-day" if change.date else "link",
            original=shown_range(language, change.original),
            cause=self.report.say(change.cause.value),
            adjusted=shown_range(language, change.adjusted),
            day=change.date,
        )

    def _because(self, change: GradeChange) -> Iterator[str]:
        yield announced(change, self.report.rulebook, self.report.language)
        if change.cause is Cause.PLAN:
            ids = listing(self.report.language, list(change.indicators))
            yield self.report.say("plan-answers", indicators=ids)
        elif change.by_plan:
            yield self.report.say("plan-covers-the-rest")
        else:
            yield from ceilings_left(change.ceilings, self.report.rulebook, self.report.language)

    def _correction(self, row: Corrected) -> str:
        return correction_told(self.report.language, row, row.before, row.status)

    def _findings(self, domain: RegradedDomain) -> Iterator[str]:
        for finding in self.regrading.findings:
            if finding.domain == domain.domain:
                yield told(finding, self.report.language)

    def _unchanged(self) -> str:
        rest = [d for d in self.regrading.domains if not self._is_touched(d)]
        if not rest:
            return ""
        shown = [f"{d.domain} ({self._range(d)})" for d in rest]
        domains = listing(self.report.language, shown)
        return self.report.wrapped(self.report.say("unchanged", domains=domains), "", 0)

    def _appointments(self) -> str:
        lines = []
        for row in self.regrading.appointments:
            ids = listing(self.report.language, list(row.indicators))
            key = f"appointment.{row.kind}"
            what = self.report.say(key, count=len(row.indicators), indicators=ids)
            by = "by-role" if row.responsible else "by-nobody"
            role = self.report.say(by, role=row.responsible)
            lines.append(self.report.wrapped(f"{what} {role}", f"{row.date}  ", 12))
        return "\n".join([self.report.say("appointments"), *lines]) if lines else ""

    def _footer(self) -> str:
        lines = [self.report.wrapped(text, "", 0) for text in self._remarks()]
        return "\n".join([*lines, self.report.footer()])

    def _remarks(self) -> Iterator[str]:
        if not self.regrading.plan and not self.regrading.corrections:
            yield self.report.say("nothing-came-in")
        if self.regrading.plan and self.report.rulebook.ruleset.action_plan is None:
            yield self.report.say("no-plan-rule")
        if self.regrading.plan and self.regrading.as_of is None:
            yield self.report.say("not-compared")
