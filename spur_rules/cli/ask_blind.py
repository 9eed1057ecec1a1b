"""`spur-rules ask --blind`: a rater fills a checklist and grades it, and sees no suggestion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .ask_dialogue import Dialogue, Quit, Told, line, show

if TYPE_CHECKING:
    from ..asking.blind import BlindSession, GradeAsked, RowAsked
    from ..documents.blind_conversation import BlindConversation
    from ..documents.conversation import Conversation


class BlindDialogue(Dialogue):
    """Rows and grades on the terminal, or piped line by line.

    Args:
        session: What is asked.
        says: What is said of rows.
        blind: What is said besides.
    """

    def __init__(self, session: BlindSession, says: Conversation, blind: BlindConversation) -> None:
        told = Told(blind.opening, session.question, blind.question, says.put_in, blind.closing)
        super().__init__(session, says, told)
        self._blind = blind

    def _until_done(self, question: RowAsked | GradeAsked) -> None:
        from ..asking.blind import GradeAsked

        if not isinstance(question, GradeAsked):
            super()._until_done(question)
            return
        while not self._is_graded(question):
            pass

    def _is_graded(self, question: GradeAsked) -> bool:
        """Read one line; whether it leads to another question."""
        from ..asking.session import cleaned
        from ..documents.conversation import Command

        typed = cleaned(line(self._says.say("ask-blind-prompt", id=question.id)))
        given = self._blind.grade(typed, question)
        if given is not None:
            result = self._session.grade(question.id, given[0], given[1] or None)
            self._has_answered = self._has_answered or not result.is_kept_out
            show(self._blind.graded(question, given[0], result.is_kept_out))
            return True
        command = self._blind.instead(typed)
        if command is Command.QUIT:
            raise Quit
        if command is Command.SKIP:
            self._session.skip(question.id)
            return True
        if command is Command.BACK:
            return self._is_undone()
        show(self._blind.help() if command is Command.HELP else self._blind.unknown(question))
        return False
