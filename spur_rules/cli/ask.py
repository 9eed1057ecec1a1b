"""`spur-rules ask`: the open questions of a checklist, one by one, every answer saved at once."""

from __future__ import annotations

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import GRADED, INTERRUPTED
from .options import Source, chosen_domains, domain_option, read_input, reading_options
from .screen import is_terminal, paint, width

if TYPE_CHECKING:
    from ..asking.session import Question, Session
    from ..documents.conversation import Command, Conversation
    from ..texts import Language
    from ..vocabulary import Status


@click.command(epilog="Example: spur-rules ask visit.yaml --domain A --domain E")
@click.argument("file", metavar="FILE")
@domain_option("Ask about this domain only; may be given several times.")
@reading_options
def ask(
    file: str,
    letters: tuple[str, ...],
    policy: str,
    source: Source,
    lang: Language,
) -> int:
    """Ask what is still open in the checklist FILE (YAML or JSON), and save every answer.

    Only questions that can still change a grade are asked, the best one first. FILE is made where
    there is none. What else stands in it stays, comments too.
    """
    from .. import api
    from ..asking.saving import open_document
    from ..asking.session import Session
    from ..documents.conversation import Conversation
    from ..errors import both

    if file == "-":
        raise click.UsageError("ask saves the answers in a file; name one instead of `-`.")
    rulebook = read_input(file, source).rulebook
    document, (reading, chosen) = both(
        lambda: open_document(Path(file), rulebook.catalog, may_be_new=True),
        lambda: both(
            lambda: api.read_policy(rulebook, policy), lambda: chosen_domains(rulebook, letters)
        ),
    )
    session = Session(document, rulebook, reading, chosen)
    return _Dialogue(session, Conversation(rulebook, lang, width(), paint())).run()


class _Quit(Exception):  # noqa: N818 (a wish, not an error)
    """The inspector wants to stop."""


class _Dialogue:
    """Questions and answers on the terminal, or piped line by line."""

    def __init__(self, session: Session, conversation: Conversation) -> None:
        self._session, self._says = session, conversation
        self._has_answered = False

    def run(self) -> int:
        """Ask until nothing is open or the inspector stops; the exit code."""
        code = GRADED
        _prepare_input()
        try:
            _show(self._says.opening(self._session))
            while (question := self._session.question()) is not None:
                _show("\n" + self._says.question(question))
                self._until_done(question)
        except (_Quit, EOFError):
            pass
        except KeyboardInterrupt:
            _show("")
            code = INTERRUPTED
        _show("\n" + self._says.closing(self._session, self._has_answered))
        return code

    def _until_done(self, question: Question) -> None:
        """Read lines until one of them leads to another question, or to this one anew."""
        while True:
            command = self._says.meant(_line(self._says.say("ask-prompt", id=question.id)))
            if command is None:
                _show(self._says.unknown(question))
            elif self._is_done(question, command):
                return

    def _is_done(self, question: Question, command: Command) -> bool:
        from ..documents.conversation import Command

        if command.status is not None:
            return self._is_answered(question, command.status)
        if command is Command.COMMENT:
            return self._is_commented(question)
        if command is Command.QUIT:
            raise _Quit
        if command is Command.HELP:
            _show(self._says.help())
            return False
        if command is Command.SKIP:
            self._session.skip(question.id)
        else:
            _show(self._says.undone(undone := self._session.back()))
            return undone is not None
        return True

    def _is_answered(self, question: Question, status: Status) -> bool:
        from ..asking.session import StepKind
        from ..vocabulary import Norm

        if status.name == "MET_OTHERWISE" and question.indicator.norm is not Norm.ALLMANT_RAD:
            _show(self._says.only_advice(question))
            return False
        reason = self._typed("ask-reason") if status.needs_reason else None
        if status.needs_reason and not reason and not getattr(question.row, "reason", None):
            _show(self._says.no_reason(status))
            return False
        result = self._session.answer(question.id, status, reason)
        self._has_answered = self._has_answered or not result.is_kept_out
        _show(self._says.saved(self._session, StepKind.ANSWER, question.id, result))
        return True

    def _is_commented(self, question: Question) -> bool:
        from ..asking.session import StepKind

        text = self._typed("ask-comment")
        if not text:
            _show(self._says.say("ask-no-comment"))
            return False
        result = self._session.comment(question.id, text)
        self._has_answered = self._has_answered or not result.is_kept_out
        _show(self._says.saved(self._session, StepKind.COMMENT, question.id, result))
        return True

    def _typed(self, key: str) -> str:
        from ..asking.session import cleaned

        return cleaned(_line(self._says.say(key)))


def _prepare_input() -> None:
    """What is typed is UTF-8, and a terminal lets it be edited."""
    if sys.stdin is None:
        return
    if hasattr(sys.stdin, "reconfigure"):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace")
    if sys.stdin.isatty() and is_terminal():
        with contextlib.suppress(ImportError):
            import readline  # noqa: F401 (input() uses it where it is there)


def _line(prompt: str) -> str:
    """One line as typed; a piped line is shown, so that the text reads as a dialogue."""
    if sys.stdin is None:  # closed
        raise EOFError
    try:
        line = input(prompt)
    except EOFError:
        _show("")
        raise
    if not sys.stdin.isatty():
        _show(line)
    return line


def _show(text: str) -> None:
    click.echo(text)
    if sys.stdout is not None:
        sys.stdout.flush()  # who sees that an answer is saved may rely on it
