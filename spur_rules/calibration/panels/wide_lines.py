"""A table with a line for each checklist: a column for each row of the form."""

from __future__ import annotations

from collections.abc import Mapping
from operator import getitem, itemgetter
from typing import NamedTuple

from ...errors import InputError, Problem, quoted
from .form_rows import EMPTY, WRONG, FormRow, Kind, Words
from .headings import Column, Shape
from .reviews_read import ReviewsRead
from .table_lines import Cells, Lines
from .tables import Table


class _Answer(NamedTuple):
    """A column about a row of the form."""

    column: int
    row: FormRow


class WideLines(Lines):
    """Takes in checklists: all of a line's words become codes in one sweep.

    Raises:
        InputError: SR310, SR401 or SR831, for each heading that names no row of the form.
    """

    def __init__(self, table: Table, shape: Shape, reviews: ReviewsRead) -> None:
        super().__init__(table, shape, reviews)
        size, domains = len(self.rulebook.order), len(self.rulebook.domains)
        first: dict[int, _Answer] = {}
        self._others: list[_Answer] = []  # earlier ids beside the present one, and retired ids
        for answer in self._answers():
            at = answer.row.at + (size if answer.row.kind is Kind.GRADE else 0)
            if answer.row.kind is Kind.RETIRED or first.setdefault(at, answer) is not answer:
                self._others.append(answer)
        self._size, self._end = size, size + domains
        absent = len(table.headings)  # an empty cell, put behind every line
        self._swept = [first.get(at) for at in range(self._end)] + [*self._others]
        columns = [answer.column if answer else absent for answer in self._swept]
        nothing: Mapping[str, int] = Words({})
        self._words = [answer.row.words if answer else nothing for answer in self._swept]
        self._pick = itemgetter(*columns, absent)  # two at least, so that it gives a tuple

    def _answers(self) -> list[_Answer]:
        answers, problems, grades = list[_Answer](), list[Problem](), set[int]()
        for name, column in self.shape.answers.items():
            row, place = self.rows.find(name), self.table.heading_place(column)
            if row is None:
                problems.append(self.rows.unknown_heading(name, place))
            elif row.kind is Kind.GRADE and row.at in grades:
                message = f"the grade of domain {row.id} stands twice; keep one of the columns"
                problems.append(Problem("SR831", place, message))
            else:
                answers.append(_Answer(column, row))
                grades |= {row.at} if row.kind is Kind.GRADE else set()
        if problems:
            raise InputError(problems)
        return answers

    def take(self, cells: Cells) -> None:
        """Take in one checklist."""
        named = self.review(cells)
        if named is None:
            return
        codes = bytes(map(getitem, self._words, self._pick([*cells, ""])))
        if WRONG in codes:
            self._tell_words(codes, cells)
        if self._others:
            codes = self._merged(codes, cells)
        if self.reviews.number(*named) is not None:
            case, rater = map(quoted, named)
            message = f"{case} by {rater} stands twice; keep one of the lines"
            self.tell("SR834", self.shape.columns[Column.RATER], message)
            return
        number = self.reviews.add(*named, codes[: self._size], codes[self._size : self._end])
        if (at := self.shape.columns.get(Column.REGULATIONS)) is not None:
            self.use(number, at, cells[at])

    def _tell_words(self, codes: bytes, cells: Cells) -> None:
        for answer, code in zip(self._swept, codes, strict=True):
            if answer is not None and code == WRONG:
                self.tell_word(answer.row, answer.column, cells[answer.column])

    def _merged(self, codes: bytes, cells: Cells) -> bytes:
        """What stands under an earlier id, put where the row is now."""
        merged = bytearray(codes)
        for (column, row), code in zip(self._others, codes[self._end :], strict=True):
            if row.kind is Kind.RETIRED or code == EMPTY:
                continue
            if merged[row.at] == EMPTY:
                merged[row.at] = code
            elif merged[row.at] != code:
                name = quoted(self.table.headings[column].strip())
                message = f"{name} is the same row as {quoted(row.id)}, and is answered differently"
                self.tell("SR232", column, f"{message}; keep one of them")
        return bytes(merged)
