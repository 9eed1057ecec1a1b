"""Questions and answers on the terminal, or piped line by line, whatever is asked."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from .exits import GRADED, INTERRUPTED
from .screen import is_terminal

if TYPE_CHECKING:
    from ..asking.blind import RowAsked
    from ..asking.session import Question
    from ..asking.steps import Result, StepKind, Steps
    from ..documents.conversation import Command, Conversation
    from ..vocabulary import Status


class Quit(Exception):  # noqa: N818 (a wish, not an error)
    """The inspector wants to stop."""


class Told(NamedTuple):
    """What differs between a session that suggests and one that does not."""

    opening: Callable[[], str]
    next: Callable[[], Any]
    question: Callable[[Any], str]
    saved: Callable[[StepKind, str, Result], str]
    closing: Callable[[bool], str]


class Dialogue:
    """Questions and answers on the terminal, or piped line by line.

    Args:
        session: Where answers are put.
        says: What is said of rows.
        told: What is asked and told around them.
    """

    def __init__(self, session: Steps, says: Conversation, told: Told) -> None:
        self._session, self._says, self._told = session, says, told
        self._has_answered = False

    def run(self) -> int:
        """Ask until nothing is open or the inspector stops; the exit code."""
        code = GRADED
        _prepare_input()
        try:
            show(self._told.opening())
            while (question := self._told.next()) is not None:
                show("\n" + self._told.question(question))
                self._until_done(question)
        except (Quit, EOFError):
            pass
        except KeyboardInterrupt:
            show("")
            code = INTERRUPTED
        show("\n" + self._told.closing(self._has_answered))
        return code

    def _until_done(self, question: Any) -> None:
        """Read lines until one of them leads to another question, or to this one anew."""
        while True:
            command = self._says.meant(line(self._says.say("ask-prompt", id=question.id)))
            if command is None:
                show(self._says.unknown(question))
            elif self._is_done(question, command):
                return

    def _is_done(self, question: Question | RowAsked, command: Command) -> bool:
        from ..documents.conversation import Command

        if command.status is not None:
            return self._is_answered(question, command.status)
        if command is Command.COMMENT:
            return self._is_commented(question)
        if command is Command.QUIT:
            raise Quit
        if command is Command.HELP:
            show(self._says.help())
            return False
        if command is Command.SKIP:
            self._session.skip(question.id)
            return True
        return self._is_undone()

    def _is_undone(self) -> bool:
        show(self._says.undone(undone := self._session.back()))
        return undone is not None

    def _is_answered(self, question: Question | RowAsked, status: Status) -> bool:
        from ..asking.steps import StepKind
        from ..vocabulary import Norm

        if status.name == "MET_OTHERWISE" and question.indicator.norm is not Norm.ALLMANT_RAD:
            show(self._says.only_advice(question))
            return False
        reason = self._typed("ask-reason") if status.needs_reason else None
        if status.needs_reason and not reason and not getattr(question.row, "reason", None):
            show(self._says.no_reason(status))
            return False
        result = self._session.answer(question.id, status, reason)
        self._has_answered = self._has_answered or not result.is_kept_out
        show(self._told.saved(StepKind.ANSWER, question.id, result))
        return True

    def _is_commented(self, question: Question | RowAsked) -> bool:
        from ..asking.steps import StepKind

        text = self._typed("ask-comment")
        if not text:
            show(self._says.say("ask-no-comment"))
            return False
        result = self._session.comment(question.id, text)
        self._has_answered = self._has_answered or not result.is_kept_out
        show(self._told.saved(StepKind.COMMENT, question.id, result))
        return True

    def _typed(self, key: str) -> str:
        from ..asking.session import cleaned

        return cleaned(line(self._says.say(key)))


def _prepare_input() -> None:
    """What is typed is UTF-8, and a terminal lets it be edited."""
    if sys.stdin is None:
        return
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    if sys.stdin.isatty() and is_terminal():
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 (input() uses it where it is there)


def line(prompt: str) -> str:
    """One line as typed; a piped line is shown, so that the text reads as a dialogue."""
    if sys.stdin is None:  # closed
        raise EOFError
    try:
        line = input(prompt)
    except EOFError:
        show("")
        raise
    if not sys.stdin.isatty():
        show(line)
    return line


def show(text: str) -> None:
    """Print a text at once."""
    click.echo(text)
    if sys.stdout is not None:
        sys.stdout.flush()  # who sees that an answer is saved may rely on it
