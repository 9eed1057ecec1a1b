"""A regrading as text: what changed in each domain and why, what is missing, and the dates."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..regrading.regrade import Corrected, RegradedDomain, Regrading
from ..suggestion import Cause, GradeChange
from ..texts import listing
from .adjusted import announced, ceilings_left, correction_told, shown_range, told
from .data import caveat_text
from .terminal import TextReport


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
        parts = [self.report.heading(title, self._rows()), *sections, self._unchanged(), dates]
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

    def _is_touched(self, domain: RegradedDomain) -> bool:
        named = {row.domain for row in self.regrading.corrections}
        named |= {finding.domain for finding in self.regrading.findings}
        return bool(domain.changes or domain.needed or domain.domain in named)

    def _section(self, domain: RegradedDomain) -> str:
        title = f"{self._title(domain.domain)}: {self._grade(domain)}"
        lines = [self.report.wrapped(title, f"{domain.domain}  ", 3)]
        lines += [self.report.wrapped(text, "   ", 3) for text in self._course(domain)]
        lines += [self.report.wrapped(text, "   - ", 5) for text in self._findings(domain)]
        return "\n".join(lines)

    def _title(self, letter: str) -> str:
        return next(d.title for d in self.report.rulebook.catalog.domains if d.letter == letter)

    def _grade(self, domain: RegradedDomain) -> str:
        if domain.changes:
            return self.report.shown_change(domain.original, domain.now)
        return self._range(domain)

    def _range(self, domain: RegradedDomain) -> str:
        return shown_range(self.report.language, domain.original)

    def _course(self, domain: RegradedDomain) -> Iterator[str]:
        """Every change in its order, then what did not change anything."""
        told_of: set[Corrected] = set()
        for change in domain.changes:
            yield self._link(change)
            own = self._corrections(change)
            told_of |= set(own)
            yield from map(self._correction, own)
            yield from self._because(change)
        for row in self.regrading.corrections:
            if row.domain == domain.domain and row not in told_of:
                yield self._correction(row)
                yield self.report.say("no-effect")
        if domain.needed and not self.regrading.plan:
            ids = listing(self.report.language, list(domain.needed))
            yield self.report.say("plan-needed", indicators=ids)
        for caveat in domain.caveats:
            text = caveat_text(caveat, self.report.rulebook, self.report.language)
            yield self.report.say("caveat", text=text)

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

    def _corrections(self, change: GradeChange) -> list[Corrected]:
        """What was corrected that day in the domain."""
        if change.cause is Cause.PLAN:
            return []
        rows = self.regrading.corrections
        return [r for r in rows if (r.domain, r.date) == (change.domain, change.date)]

    def _correction(self, row: Corrected) -> str:
        return correction_told(self.report.language, row, row.before, row.status)

    def _findings(self, domain: RegradedDomain) -> Iterator[str]:
        for finding in self.regrading.findings:
            if finding.domain == domain.domain:
                yield told(finding, self.report.language)

    def _unchanged(self) -> str:
        rest = [d for d in self.regrading.domains if not self._is_touched(d)]
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
