"""What is done to a checklist file answer by answer, and how it is undone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum
from typing import NamedTuple

from ..checklist import Answer, GivenGrade
from ..rulebook import Rulebook
from ..suggestion import DomainSuggestion
from ..vocabulary import Grade, Status
from .saving import Document, check_place, open_document, put, put_grade, write


class StepKind(StrEnum):
    """What the inspector did, so that it can be undone."""

    ANSWER = "answer"
    COMMENT = "comment"
    GRADE = "grade"
    SKIP = "skip"


class Step(NamedTuple):
    """One thing that was done: the file before and after it. A grade's is its domain's letter."""

    kind: StepKind
    indicator: str
    before: Document
    after: Document


class Result(NamedTuple):
    """What came of an answer: whether it was put in, the row, and the domains it settled.

    `is_kept_out` when somebody changed the same row of the file in the meantime; theirs stays.
    """

    row: Answer | None
    is_kept_out: bool
    settled: tuple[DomainSuggestion, ...]


class Steps:
    """A checklist file that answers are put into, one by one; which are asked for is another's.

    Args:
        document: The file as `open_document` read it.
        rulebook: What the checklist answers.
        letters: The domains to ask about; all when empty.

    Raises:
        InputError: SR605, answers could not be saved there.
    """

    def __init__(self, document: Document, rulebook: Rulebook, letters: Iterable[str] = ()) -> None:
        self._rulebook = rulebook
        self._letters = frozenset(letters) or frozenset(d.letter for d in rulebook.domains)
        self._skipped: set[str] = set()
        self._steps: list[Step] = []
        self.document = document
        check_place(document.path)

    def _refresh(self) -> tuple[DomainSuggestion, ...]:
        """What the last step settled: nothing, where nothing is suggested."""
        return ()

    def answer(self, indicator: str, status: Status, reason: str | None = None) -> Result:
        """Save a status.

        Args:
            indicator: Which indicator it is for.
            status: What was found.
            reason: Why; another one in the row stays where this is left out.

        Raises:
            InputError: The file no longer reads, or cannot be written; it is as it was.
        """

        def answered(row: Answer) -> Answer:
            return row.model_copy(update={"status": status, "reason": reason or row.reason})

        return self._save(StepKind.ANSWER, indicator, answered)

    def comment(self, indicator: str, text: str) -> Result:
        """Save a comment, behind what the row says already; the question stays open.

        Args:
            indicator: Which indicator it is for.
            text: The comment.

        Raises:
            InputError: The file no longer reads, or cannot be written; it is as it was.
        """

        def commented(row: Answer) -> Answer:
            both = " ".join(filter(None, (row.comment, text)))
            return row.model_copy(update={"comment": both})

        return self._save(StepKind.COMMENT, indicator, commented)

    def grade(self, letter: str, grade: Grade, reason: str | None = None) -> Result:
        """Save the given grade of a domain.

        Args:
            letter: The domain.
            grade: What is given.
            reason: Why, where it is said.

        Raises:
            InputError: The file no longer reads, or cannot be written; it is as it was.
        """
        present = self._read()
        if present.grade(letter) is not None:
            self.document = present
            return Result(None, True, self._refresh())
        given = GivenGrade(domain=letter, grade=grade, reason=reason)
        self.document = put_grade(present, letter, given, self._rulebook.catalog)
        self._steps.append(Step(StepKind.GRADE, letter, present, self.document))
        return Result(None, False, self._refresh())

    def skip(self, indicator: str) -> None:
        """Leave a question for another time.

        Args:
            indicator: Which indicator it is about; a domain's letter for its grade.
        """
        self._skipped.add(indicator)
        self._steps.append(Step(StepKind.SKIP, indicator, self.document, self.document))

    def back(self) -> tuple[Step, Result] | None:
        """Undo the last step: the row is as it was before, in the file too.

        Returns:
            The step and what came of undoing it; None when there is no step left.

        Raises:
            InputError: The file no longer reads, or cannot be written; it is as it was.
        """
        if not self._steps:
            return None
        step = self._steps[-1]
        is_kept_out = step.kind is not StepKind.SKIP and not self._undone(step)
        self._steps.pop()
        self._skipped.discard(step.indicator)
        return step, Result(self.document.row(step.indicator), is_kept_out, self._refresh())

    def _undone(self, step: Step) -> bool:
        """Byte for byte where nobody else wrote to the file, else only the row."""
        present = self._read()
        id, catalog = step.indicator, self._rulebook.catalog
        if present.content == step.after.content:
            write(present.path, step.before.content)
            self.document = open_document(present.path, catalog)
        elif step.kind is StepKind.GRADE and present.grade(id) == step.after.grade(id):
            self.document = put_grade(present, id, step.before.grade(id), catalog)
        elif step.kind is not StepKind.GRADE and present.row(id) == step.after.row(id):
            self.document = put(present, id, step.before.row(id), catalog)
        else:
            self.document = present
            return False
        return True

    def _save(self, kind: StepKind, id: str, change: Callable[[Answer], Answer]) -> Result:
        present = self._read()
        if present.checklist.status(id) is not Status.NOT_ASSESSED:
            self.document = present
            return Result(present.row(id), True, self._refresh())
        row = present.row(id) or Answer(indicator=id, status=Status.NOT_ASSESSED)
        self.document = put(present, id, change(row), self._rulebook.catalog)
        self._steps.append(Step(kind, id, present, self.document))
        return Result(self.document.row(id), False, self._refresh())

    def _read(self) -> Document:
        """The file as it is now: somebody may have it open in an editor."""
        is_new = self.document.is_new
        return open_document(self.document.path, self._rulebook.catalog, may_be_new=is_new)
