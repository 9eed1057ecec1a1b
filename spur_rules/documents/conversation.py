"""What `ask` says, and what it makes of what is typed. It neither reads nor writes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ..asking.blind import RowAsked
from ..asking.session import Question, Session
from ..asking.steps import Result, Step, StepKind
from ..checklist import Answer
from ..rulebook import LinkedDomain, Rulebook
from ..suggestion import DomainSuggestion, Outcome
from ..texts import Language, listing, say, spelled
from ..vocabulary import STATUSES, Grade, Norm, Status, fold
from .overlay_text import named_overlays, not_in_use, row_changes
from .sentences import Sentences
from .terminal import Paint, plain
from .wrapping import wrapped


class Command(StrEnum):
    """What may be typed at a question: a status, or something to do."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    MET_OTHERWISE = "met_otherwise"
    COMMENT = "comment"
    SKIP = "skip"
    BACK = "back"
    HELP = "help"
    QUIT = "quit"

    @property
    def status(self) -> Status | None:
        """The status it stands for; None for something to do."""
        return Status.__members__.get(self.name)


@dataclass(frozen=True)
class Conversation:
    """The sentences of one session.

    Args:
        rulebook: What the checklist answers.
        language: `sv` or `en`.
        width: Columns to stay within.
        paint: How a grade is coloured.
    """

    rulebook: Rulebook
    language: Language = "sv"
    width: int = 80
    paint: Paint = plain

    def say(self, key: str, count: int | None = None, **values: object) -> str:
        """A phrase in the conversation's language."""
        return say(self.language, key, count, **values)

    def meant(self, typed: str) -> Command | None:
        """The command in what was typed; None where it is none.

        Args:
            typed: A key, the word behind it, or a status in Swedish or English.

        >>> from spur_rules import load_rulebook
        >>> conversation = Conversation(load_rulebook())
        >>> conversation.meant("E"), conversation.meant("not met"), conversation.meant("ja")
        (<Command.NOT_MET: 'not_met'>, <Command.NOT_MET: 'not_met'>, None)
        """
        word = fold(typed)
        for command in Command:
            if word in (self._key(command), self.say(f"ask-word.{command}")):
                return command
        status = STATUSES.get(word)
        if status is Status.NOT_ASSESSED:
            return Command.SKIP
        return None if status is None else Command[status.name]

    def opening(self, session: Session) -> str:
        """What is said before the first question."""
        path = session.document.path
        words = [self.say("ask-intro", file=path)]
        words += [self.say("ask-new")] if session.document.is_new else []
        return "\n".join(map(self._filled, [" ".join(words), *self._known_before(session)]))

    def _known_before(self, session: Session) -> Iterator[str]:
        """The notices, the overlays and the rows that do not apply, so that none is missed."""
        words, suggestion = Sentences(self.rulebook, self.language), session.suggestion
        for notice in suggestion.notices:
            yield self.say(f"notice.{notice.code}", detail=notice.detail)
        yield from named_overlays(words)
        idle = [row for domain in session.domains for row in domain.not_in_use]
        yield from not_in_use(words, idle, session.document.checklist.review.regulations)

    def question(self, question: Question) -> str:
        """The domain, the printed text, what is known of it, and what each answer would give."""
        domain = question.domain
        left = self.say("ask-left", count=question.answers_left)
        title = self._linked(domain.domain).domain.title
        heading = self.say("ask-domain", title=title, range=self._range(domain), left=left)
        parts = [self._filled(heading, f"{domain.domain}  ", 3), ""]
        parts += [self._filled(f"{question.id}  {question.indicator.norm}", "   ", 3)]
        parts += [self._filled(text, "   ", 3) for text in self.about(question)]
        parts += ["", *(self._filled(text, "   ", 5) for text in self._choices(question))]
        return "\n".join(parts)

    def help(self) -> str:
        """Every key and what it does."""
        rows = [
            self._filled(self.say(f"ask-help.{command}"), f"   {self._key(command)}  ", 6)
            for command in Command
        ]
        return "\n".join([*rows, self._filled(self.say("ask-help-end"), "   ", 3)])

    def unknown(self, question: Question | RowAsked) -> str:
        """One line that says what is possible."""
        *keys, last = [self._key(command) for command in self._commands(question)]
        return self.say("ask-unknown", keys=", ".join(keys), last=last)

    def only_advice(self, question: Question | RowAsked) -> str:
        """Why `på annat sätt` is refused."""
        return self._filled(
            self.say("ask-only-advice", id=question.id, norm=question.indicator.norm)
        )

    def no_reason(self, status: Status) -> str:
        """That a status was not saved, because it needs a reason."""
        return self.say("ask-no-reason", status=self.word(status).capitalize())

    def word(self, status: Status) -> str:
        """A status as this language writes it."""
        return self.say(f"ask-word.{status.name.lower()}")

    def saved(self, session: Session, kind: StepKind, indicator: str, result: Result) -> str:
        """What came of an answer or a comment, and which domains it settled."""
        lines = [self.put_in(kind, indicator, result)]
        for domain in result.settled:
            lines += [self._settled(domain), *self._unasked(session, [domain])]
        return "\n".join(lines)

    def undone(self, done: tuple[Step, Result] | None) -> str:
        """What came of going back."""
        if done is None:
            return self.say("ask-no-step")
        step, result = done
        if result.is_kept_out and step.kind is StepKind.GRADE:
            return self._filled(self.say("ask-blind-kept-out", letter=step.indicator))
        if result.is_kept_out:
            return self._kept_out(step.indicator, result.row)
        return self.say(f"ask-undone.{step.kind}", id=step.indicator)

    def closing(self, session: Session, has_answered: bool) -> str:
        """Every domain with its grade or range, and what is left."""
        lines = [self._row(domain) for domain in session.domains]
        key = "ask-stored" if has_answered else "ask-not-stored"
        stored = self._filled(self.say(key, file=session.document.path))
        left = [self._filled(self._left(session)), *self._unasked(session, session.domains)]
        return "\n".join([*lines, "", *left, stored])

    def _left(self, session: Session) -> str:
        """How many questions are open, and how many of those were skipped."""
        left, skipped = sum(len(domain.open) for domain in session.domains), session.skipped
        if not left:
            return self.say("ask-nothing")
        number = spelled(self.language, left)
        words = [self.say("ask-open", count=left, number=number.capitalize())]
        if skipped == left:
            key = {1: "ask-skipped-only", 2: "ask-skipped-both"}.get(left, "ask-skipped-all")
            words.append(self.say(key, number=number))
        elif skipped:
            number = spelled(self.language, skipped)
            words.append(self.say("ask-skipped", count=skipped, number=number))
        return " ".join(words)

    def _unasked(self, session: Session, domains: Iterable[DomainSuggestion]) -> Iterator[str]:
        """What no answer to can change a grade, so it is not asked. It may be a shortcoming."""
        found = {domain.domain: session.unasked(domain) for domain in domains}
        ids = [id for unasked in found.values() for id in unasked]
        if not ids:
            return
        norms = [self.rulebook.indicators[id].norm for id in ids]
        binding = norms.count(Norm.FORESKRIFT)
        many = "all" if binding == len(ids) else "some" if binding else "none"
        yield self._filled(
            self.say(
                f"ask-unasked.{norms[0] if len(ids) == 1 else 'several'}",
                ids=Sentences(self.rulebook, self.language).spans(ids),
                grade=self.say("ask-grade", count=sum(map(bool, found.values()))),
                but=self.say(f"ask-but.{many}"),
            )
        )

    def put_in(self, kind: StepKind, indicator: str, result: Result) -> str:
        """What came of an answer or a comment, and nothing of what follows from it.

        Args:
            kind: What was done.
            indicator: The row.
            result: What came of it.
        """
        if result.is_kept_out:
            return self._kept_out(indicator, result.row)
        if kind is StepKind.COMMENT:
            return self.say("ask-commented", id=indicator)
        status = result.row.status if result.row else Status.NOT_ASSESSED
        return self.say("ask-saved", id=indicator, status=self.word(status))

    def _kept_out(self, indicator: str, row: Answer | None) -> str:
        status = self.word(row.status if row else Status.NOT_ASSESSED)
        return self._filled(self.say("ask-kept-out", id=indicator, status=status))

    def _settled(self, domain: DomainSuggestion) -> str:
        grade = self._range(domain)
        text = self.say("ask-settled", letter=domain.domain, grade=grade, why=self._why(domain))
        return self._filled(text)

    def _why(self, domain: DomainSuggestion) -> str:
        """In one sentence; `grade` has the whole story."""
        for ceiling in domain.ceilings:
            if ceiling.binding:
                because = self.rulebook.rules[ceiling.rule].because.in_language(self.language)
                if ceiling.indicators:
                    ids = listing(self.language, list(ceiling.indicators))
                    because = self.say("because-of", because=because, indicators=ids)
                return self.say("ask-because", reason=because[:1].upper() + because[1:])
        if domain.shortcomings:
            allowed = [row.indicator for row in domain.shortcomings]
            ids = listing(self.language, allowed)
            return self.say("ask-allowed", count=len(allowed), indicators=ids)
        return self.say("no-shortcomings")

    def about(self, question: Question | RowAsked) -> Iterator[str]:
        """A row's printed text, what an overlay changed in it, and what is known of it.

        Args:
            question: The row.
        """
        row = self.rulebook.indicators[question.id]
        yield row.text
        yield from row_changes(Sentences(self.rulebook, self.language), row.id)
        for footnote in row.footnotes:
            if footnote.regulation not in question.regulations:
                continue
            yield self.say("footnote", regulation=footnote.regulation, text=footnote.text)
        for name in ("comment", "evidence", "reason"):
            if text := getattr(question.row, name, None):
                yield self.say(name, text=text)

    def _choices(self, question: Question) -> Iterator[str]:
        """The answers, those together that give the same, and then the rest of the keys."""
        merged: dict[tuple[Grade, Grade, int | None], list[str]] = {}
        for outcome in question.outcomes:
            command = Command[outcome.status.name]
            merged.setdefault(outcome[1:], []).append(self.labelled(command))
        for outcome in question.outcomes:
            if answers := merged.pop(outcome[1:], None):
                gives = self._gives(outcome)
                yield self.say("ask-choices", answers=", ".join(answers), outcome=gives)
        todo = [command for command in Command if command.status is None]
        yield ", ".join(map(self.labelled, todo))

    def _gives(self, outcome: Outcome) -> str:
        if outcome.worst is outcome.best:
            return self.say("ask-gives", range=self.paint(outcome.best.value, outcome.best))
        range = self.say("range", best=outcome.best, worst=outcome.worst)
        if not outcome.answers_left:
            return self.say("ask-gives", range=range)
        left = self.say("ask-left", count=outcome.answers_left)
        return self.say("ask-gives-range", range=range, left=left)

    def labelled(self, command: Command) -> str:
        """A command with the key it is typed by."""
        return f"[{self._key(command)}] {self.say(f'ask-word.{command}')}"

    def _commands(self, question: Question | RowAsked) -> list[Command]:
        is_advice = question.indicator.norm is Norm.ALLMANT_RAD
        return [c for c in Command if c is not Command.MET_OTHERWISE or is_advice]

    def _key(self, command: Command) -> str:
        return self.say(f"ask-key.{command}")

    def _row(self, domain: DomainSuggestion) -> str:
        titles = {d.letter: d.domain.title for d in self.rulebook.domains}
        column = min(max(map(len, titles.values())), self.width - 32)
        first, *rest = textwrap.wrap(titles[domain.domain], column)
        grade = self._range(domain)
        if domain.grade is None:
            grade = self.say("undecided", best=domain.best, worst=domain.worst)
        return "\n".join(
            [f"{domain.domain}  {first:<{column}}  {grade}", *(f"   {r}" for r in rest)]
        )

    def _range(self, domain: DomainSuggestion) -> str:
        if domain.grade is None:
            return self.say("range", best=domain.best, worst=domain.worst)
        return self.paint(domain.grade.value, domain.grade)

    def _linked(self, letter: str) -> LinkedDomain:
        return self.rulebook.domain(letter)

    def _filled(self, text: str, start: str = "", indent: int = 0) -> str:
        return wrapped(text, self.width, start, indent)
