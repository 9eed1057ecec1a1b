"""A suggestion as text: a table at a glance, then every domain with its reasons."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..checklist import Checklist
from ..explaining.explain import Explanation
from ..explanation import Sensitivity
from ..provenance import ContentId
from ..regrading.changes import in_order
from ..rulebook import Rulebook
from ..suggestion import Ceiling, DomainSuggestion, GradeRange, Shortcoming, Suggestion
from ..texts import Language, say
from ..vocabulary import Grade, Status
from .adjusted import announced, correction_told, shown_range
from .overlay_text import named_overlays, not_in_use, row_changes
from .readings_text import policy_text, sensitivity_sentence
from .review_text import Closing
from .sentences import Sentences
from .wrapping import wrapped

#: How a grade is coloured; the letter alone says everything.
Paint = Callable[[str, Grade], str]


def plain(text: str, _: Grade) -> str:
    """No colour."""
    return text


@dataclass(frozen=True)
class TextReport:
    """The text of one suggestion.

    Args:
        suggestion: What `suggest` returned.
        rulebook: What it was made with.
        checklist: What it was made from.
        language: `sv` or `en`.
        width: Columns to stay within.
        paint: How a grade is coloured.
        explanation: What would raise and lower each grade, to be told too.
        sensitivities: How far each grade hangs on the reading, to be told too.
    """

    suggestion: Suggestion
    rulebook: Rulebook
    checklist: Checklist
    language: Language = "sv"
    width: int = 80
    paint: Paint = plain
    explanation: Explanation | None = None
    sensitivities: Sequence[Sensitivity] = ()

    def render(self) -> str:
        """The whole text, ending with a newline."""
        heading = self.heading(self.say("title"))
        parts = [heading, self._table(), *map(self.section, self.suggestion.domains)]
        parts += self.closing()
        return "\n\n".join([*filter(None, parts), self.footer()]) + "\n"

    def closing(self) -> list[str]:
        """The whole review, and the hints where there are any."""
        made_from = (self.suggestion, self.rulebook, self.checklist)
        return Closing(*made_from, self.language, self.width).blocks()

    @property
    def sentences(self) -> Sentences:
        """The sentences in the report's language."""
        return Sentences(self.rulebook, self.language)

    def say(self, key: str, count: int | None = None, **values: object) -> str:
        """A phrase in the report's language."""
        return say(self.language, key, count, **values)

    def heading(self, title: str, more: dict[str, str | None] | None = None) -> str:
        """A title above what is known of the review, and more rows by the key of their phrase."""
        review = self.checklist.review
        rows = {
            "unit": review.unit,
            "specialty": review.specialty,
            "date": review.date.isoformat() if review.date else None,
            "regulations": ", ".join(review.regulations),
        }
        shown = {self.say(key): value for key, value in (rows | (more or {})).items() if value}
        column = max(map(len, shown), default=0) + 2
        lines = [self.wrapped(value, f"{key:<{column}}", column) for key, value in shown.items()]
        return "\n".join([title, *lines])

    def _table(self) -> str:
        titles = {d.letter: d.domain.title for d in self.rulebook.domains}
        column = min(max(map(len, titles.values())), self.width - 32)
        domain_word, suggested = self.say("domain"), self.say("suggested")
        lines = [f"   {domain_word:<{column}}  {suggested}"]
        for domain in self.suggestion.domains:
            title = textwrap.wrap(titles[domain.domain], column)
            grade = self._grade(domain)
            lines.append(f"{domain.domain}  {title[0]:<{column}}  {grade}")
            lines += [f"   {rest}" for rest in title[1:]]
        return "\n".join(lines)

    def _grade(self, domain: DomainSuggestion) -> str:
        if domain.adjusted:
            return self.shown_change(domain.range, domain.adjusted.adjusted)
        if domain.grade:
            return self.paint(domain.grade.value, domain.grade)
        return self.say("undecided", best=domain.best, worst=domain.worst)

    def shown_change(self, original: GradeRange, adjusted: GradeRange) -> str:
        """The original grade and the adjusted one, in colour."""
        ends = (self._painted(original), self._painted(adjusted))
        return self.say("adjusted-to", original=ends[0], adjusted=ends[1])

    def _painted(self, ends: GradeRange) -> str:
        text = shown_range(self.language, ends)
        return self.paint(text, ends.grade) if ends.grade else text

    def domain_title(self, domain: DomainSuggestion) -> str:
        """The domain's letter, title and grade."""
        title = f"{self.sentences.domain(domain.domain).domain.title}: {self._grade(domain)}"
        return self.wrapped(title, f"{domain.domain}  ", 3)

    def section(self, domain: DomainSuggestion) -> str:
        """Everything about one domain."""
        lines = [self.domain_title(domain)]
        own = self.sentences.domain(domain.domain).indicators
        if any(row.indicator in own for row in self.checklist.corrections):
            lines.append(self.wrapped(self.say("about-the-visit"), "   ", 3))
        lines += [self.wrapped(text, "   ", 3) for text in self._reasons(domain)]
        for shortcoming in domain.shortcomings:
            first, *details = self._shortcoming(shortcoming, domain.grade is not None)
            lines.append(self.wrapped(first, "   - ", 5))
            lines += [self.wrapped(text, "     ", 5) for text in details]
        lines += [self.wrapped(text, "   ", 3) for text in self.sentences.provision(domain)]
        texts = [*self._remarks(domain), *self._explained(domain)]
        return "\n".join([*lines, *(self.wrapped(text, "   ", 3) for text in texts)])

    def _explained(self, domain: DomainSuggestion) -> Iterator[str]:
        """What would raise the grade, what would lower it, and what it hangs on."""
        if self.explanation is not None:
            unknown = self.unassessed(domain.domain)
            yield from self.sentences.changes(self.explanation[domain.domain], unknown)
        yield from self.hanging(domain)

    def hanging(self, domain: DomainSuggestion) -> Iterator[str]:
        """How far the grade hangs on the reading, where that is wanted."""
        for row in self.sensitivities:
            if row.domain == domain.domain:
                yield sensitivity_sentence(self.sentences, row)

    def _reasons(self, domain: DomainSuggestion) -> Iterator[str]:
        if not domain.shortcomings and not domain.ceilings:
            yield self.say("nothing-known" if domain.grade is None else "no-shortcomings")
        for ceiling in domain.ceilings:
            yield self._ceiling(ceiling)

    def _ceiling(self, ceiling: Ceiling) -> str:
        key = "binding" if ceiling.binding else "even-without"
        return self.say(key, grade=ceiling.grade, reason=self.sentences.because(ceiling))

    def _shortcoming(self, item: Shortcoming, is_settled: bool) -> Iterator[str]:
        sentence = self.say(f"{item.norm}.{item.status}", id=item.indicator, text=item.text)
        if item.ceiling:
            effect = self.sentences.effect(item)
        else:
            key = "sets-no-ceiling" if is_settled else "sets-no-ceiling-yet"
            effect = self.say(f"{key}.{item.norm}")
        full_stop = "" if item.text.rstrip().endswith((".", ")")) else "."
        yield f"{sentence}{full_stop} {effect}"
        for footnote in self.rulebook.indicators[item.indicator].footnotes:
            if footnote.regulation in self.checklist.review.regulations:
                yield self.say("footnote", regulation=footnote.regulation, text=footnote.text)
        yield self.sentences.source(item.indicator)
        yield from row_changes(self.sentences, item.indicator)
        if item.comment:
            yield self.say("comment", text=item.comment)
        if item.evidence:
            yield self.say("evidence", text=item.evidence)
        if item.reason:
            yield self.say("reason", text=item.reason)

    def _remarks(self, domain: DomainSuggestion) -> Iterator[str]:
        """What is open, what is unknown without mattering, and the caveats."""
        yield from self.sentences.open(domain)
        asked = {question.indicator for question in domain.open}
        asked |= {id for c in domain.caveats for id in c.indicators if c.norm}  # told below
        unknown = self.unassessed(domain.domain)
        idle = [id for id in unknown if id not in asked]
        if idle:
            asks = self.rulebook.domain(domain.domain).asks_what_applies
            key = "cannot-move.but" if asks else "cannot-move"
            yield self.say(key, indicators=self.sentences.spans(idle))
        for row in domain.set_aside:
            if row.reason:
                key = "met otherwise" if row.status is Status.MET_OTHERWISE else "not applicable"
                yield self.say(key, id=row.indicator, text=row.reason)
        for id in unknown:
            if remark := self._remark(id):
                yield self.say("remark-on-unknown", id=id, text=remark)
        yield from not_in_use(self.sentences, domain.not_in_use, self.checklist.review.regulations)
        yield from self._later(domain)
        yield from self.sentences.caveats(domain)

    def _later(self, domain: DomainSuggestion) -> Iterator[str]:
        """What was corrected, and what that or a plan did to the grade."""
        before = {answer.indicator: answer.status for answer in self.checklist.answers}
        for row in in_order(self.checklist):
            if row.indicator in self.sentences.domain(domain.domain).indicators:
                was = before.get(row.indicator, Status.NOT_ASSESSED)
                yield correction_told(self.language, row, was, row.status)
            before[row.indicator] = row.status
        if domain.adjusted:
            yield announced(domain.adjusted, self.rulebook, self.language)

    def unassessed(self, letter: str) -> list[str]:
        """The indicators of a domain that are in use and not assessed."""
        ids, status = self.sentences.domain(letter).indicators, self.checklist.status
        idle = {row.indicator for row in self.suggestion[letter].not_in_use}
        return [id for id in ids if status(id) is Status.NOT_ASSESSED and id not in idle]

    def _remark(self, indicator: str) -> str:
        """What the inspectors wrote beside an indicator that they did not assess."""
        answer = self.checklist.by_indicator.get(indicator)
        return " ".join(filter(None, (answer.comment, answer.evidence))) if answer else ""

    def _range(self, ends: tuple[Grade, Grade]) -> str:
        return shown_range(self.language, GradeRange(*ends))

    def footer(self) -> str:
        """The notices, and what the suggestion was made from."""
        made = self.suggestion.provenance
        sentence = self.say(
            "made-from",
            catalog=_content(made.catalog),
            rules=_content(made.rules),
            policy=policy_text(self.sentences, made.policy),
            engines=" + ".join(made.engines),
            version=made.version,
        )
        notices = [
            self.say(f"notice.{notice.code}", detail=notice.detail)
            for notice in self.suggestion.notices
        ]
        texts = [*notices, self.say("suggests"), sentence, *named_overlays(self.sentences)]
        return "\n".join(self.wrapped(text, "", 0) for text in texts)

    def wrapped(self, text: str, start: str, indent: int) -> str:
        """A text in lines of the report's width, the first line after `start`."""
        return wrapped(text, self.width, start, indent)


def _content(content: ContentId) -> str:
    return f"{content.id} {content.version} ({content.sha256[:8]})"
