"""What `ask --blind` says: rows and grades, and nothing of what the rules would make of them."""

from __future__ import annotations

from dataclasses import dataclass

from ..asking.blind import BlindSession, GradeAsked, RowAsked
from ..texts import say
from ..vocabulary import Grade, Norm, fold
from .conversation import Command, Conversation
from .overlay_text import named_overlays
from .sentences import Sentences
from .wrapping import wrapped

#: What may be done instead of giving a grade; a comment belongs to a row.
_INSTEAD = (Command.SKIP, Command.BACK, Command.HELP, Command.QUIT)


@dataclass(frozen=True)
class BlindConversation:
    """The sentences of a session in which nothing is suggested.

    Args:
        says: What is said of rows, as in any session.
        session: What is asked.
    """

    says: Conversation
    session: BlindSession

    def opening(self) -> str:
        """What is said before the first question."""
        words = [self._say("ask-blind-intro", file=self.session.document.path)]
        words += [self._say("ask-new")] if self.session.document.is_new else []
        overlays = named_overlays(Sentences(self.says.rulebook, self.says.language))
        return "\n".join(map(self._filled, [" ".join(words), *overlays]))

    def question(self, question: RowAsked | GradeAsked) -> str:
        """The row with its printed text, or the domain with its printed scale."""
        title = question.domain.domain.title
        start = f"{question.domain.letter}  "
        if isinstance(question, RowAsked):
            of = len(self.session.rows(question.domain))
            head = self._say("ask-blind-row", title=title, number=question.number, of=of)
            return "\n".join([wrapped(head, self._width, start, 3), "", self._row(question)])
        head = self._say("ask-blind-domain", title=title)
        return "\n".join([wrapped(head, self._width, start, 3), "", *self._scale(question)])

    def grade(self, typed: str, question: GradeAsked) -> tuple[Grade, str] | None:
        """The grade in what was typed, and the reason behind it; None where it is none.

        Args:
            typed: A letter of the domain's scale, alone or with a reason.
            question: Which domain.
        """
        letter, _, reason = typed.strip().partition(" ")
        grade = Grade.__members__.get(letter.rstrip(":.").upper())
        if grade is None or grade not in question.domain.domain.grades:
            return None
        return grade, reason

    def instead(self, typed: str) -> Command | None:
        """What else is wanted: `b` alone is the grade B, so going back is the whole word."""
        found = self.says.meant(typed)
        return found if found in _INSTEAD and fold(typed) not in ("a", "b", "c", "d") else None

    def unknown(self, question: GradeAsked) -> str:
        """One line that says what is possible."""
        grades = ", ".join(question.domain.domain.grades)
        return self._filled(self._say("ask-blind-unknown", None, grades=grades, **self._keys()))

    def help(self) -> str:
        """What may be typed at a grade."""
        return wrapped(self._say("ask-blind-help", None, **self._keys()), self._width, "   ", 3)

    def graded(self, question: GradeAsked, grade: Grade, is_kept_out: bool) -> str:
        """That a grade is saved, or that the file has one already."""
        key = "ask-blind-kept-out" if is_kept_out else "ask-blind-saved"
        return self._filled(self._say(key, letter=question.id, grade=grade.value))

    def closing(self, has_answered: bool) -> str:
        """What is left, and where the answers are."""
        rows, domains = self.session.unanswered, self.session.ungraded
        words = Sentences(self.says.rulebook, self.says.language)
        left = []
        if rows:
            left.append(self._say("ask-blind-rows", len(rows), ids=words.spans(rows)))
        if domains:
            letters = words.listing(list(domains))
            left.append(self._say("ask-blind-grades", len(domains), letters=letters))
        key = "ask-stored" if has_answered else "ask-not-stored"
        stored = self._say(key, file=self.session.document.path)
        told = left or [self._say("ask-blind-done")]
        return "\n".join(map(self._filled, [*told, stored]))

    def _row(self, question: RowAsked) -> str:
        lines = [f"{question.id}  {question.indicator.norm}", *self.says.about(question)]
        commands = [c for c in Command if c.status is not None and self._may_be(c, question)]
        todo = [c for c in Command if c.status is None]
        keys = [", ".join(map(self.says.labelled, some)) for some in (commands, todo)]
        shown = [wrapped(text, self._width, "   ", 3) for text in lines]
        return "\n".join([*shown, "", *(wrapped(text, self._width, "   ", 5) for text in keys)])

    def _may_be(self, command: Command, question: RowAsked) -> bool:
        return command is not Command.MET_OTHERWISE or question.indicator.norm is Norm.ALLMANT_RAD

    def _scale(self, question: GradeAsked) -> list[str]:
        """The printed sentence of each grade, and what the rater has ticked."""
        lines = [
            wrapped(step.text, self._width, f"   [{step.grade.value}] ", 7)
            for step in question.domain.domain.scale
        ]
        words = Sentences(self.says.rulebook, self.says.language)
        ticks = "; ".join(
            f"{self.says.word(status)} {words.spans(rows)}"
            for status, rows in question.ticks.items()
        )
        own = wrapped(self._say("ask-blind-ticks", ticks=ticks), self._width, "   ", 3)
        todo = wrapped(self._say("ask-blind-todo", None, **self._keys()), self._width, "   ", 3)
        return [*lines, "", own, "", todo]

    def _keys(self) -> dict[str, str]:
        """The keys at a grade; the way back is a word."""
        keys = {name: self._say(f"ask-key.{name}") for name in ("skip", "help", "quit")}
        return keys | {"back": self._say("ask-word.back")}

    @property
    def _width(self) -> int:
        return self.says.width

    def _say(self, key: str, count: int | None = None, **values: object) -> str:
        return say(self.says.language, key, count, **values)

    def _filled(self, text: str) -> str:
        return wrapped(text, self._width, "", 0)
