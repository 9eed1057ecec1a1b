"""A table with a line for each answer: case, rater, row of the form, value."""

from __future__ import annotations

from operator import itemgetter

from ...errors import quoted
from ...vocabulary import fold
from .form_rows import EMPTY, WRONG, FormRow, Kind
from .headings import HEADINGS, Column, Shape
from .reviews_read import ReviewsRead
from .table_lines import Cells, Lines
from .tables import Table


class LongLines(Lines):
    """Takes in answers, in any order."""

    def __init__(self, table: Table, shape: Shape, reviews: ReviewsRead) -> None:
        super().__init__(table, shape, reviews)
        self._at = shape.columns[Column.ROW]
        self._value = shape.columns[Column.VALUE]
        self._pick = itemgetter(self._at, self._value)
        self._found: dict[str, FormRow] = {}
        self._known: dict[tuple[str, str], int] = {}
        self._is_plain = not self._alike and not shape.unnamed
        self._width = len(table.headings)
        self._earlier = {
            self.rulebook.catalog.current_id(row.old) for row in self.rulebook.catalog.earlier_ids
        }

    def take(self, cells: Cells) -> None:
        """Take in one answer."""
        number = self._known.get(self._named(cells)) if len(cells) == self._width else None
        if number is None or not self._is_plain:
            number = self._number(cells)
        if number is None:
            return
        name, word = self._pick(cells)
        row = self._found.get(name) or self._row(name)
        if row is None:
            self._take_other(number, name, word)
        else:
            self._put(number, row, word, name)

    def _number(self, cells: Cells) -> int | None:
        """Which review a line is about, by the names as they are written; most come often."""
        named = self.review(cells)
        if named is None:
            return None
        number = self.reviews.number(*named)
        if number is None:
            number = self.reviews.add(*named)
        self._known[self._named(cells)] = number
        return number

    def _row(self, name: str) -> FormRow | None:
        """What a name is; what is no name is not kept, or nonsense would fill the memory."""
        row = self.rows.find(name.strip())
        if row is not None:
            self._found[name] = row
        return row

    def _put(self, number: int, row: FormRow, word: str, name: str) -> None:
        code = row.words[word]
        if code == WRONG:
            self.tell_word(row, self._value, word)
        elif code != EMPTY and row.kind is not Kind.RETIRED:
            before = self.reviews.put(number, row.at, code, row.kind is Kind.GRADE)
            if before is not None:
                self._tell_twice(row, name.strip(), before == code)

    def _tell_twice(self, row: FormRow, name: str, is_alike: bool) -> None:
        """The same row may have been answered under an earlier id, if alike."""
        if row.kind is Kind.STATUS and row.id in self._earlier:
            if not is_alike:
                message = f"{quoted(row.id)} is answered before, and differently; keep one of them"
                self.tell("SR232", self._at, message)
            return
        message = f"{quoted(name)} is answered twice for this case and rater; keep one of the lines"
        self.tell("SR834", self._at, message)

    def _take_other(self, number: int, name: str, word: str) -> None:
        """A line about the review as a whole, or about nothing that there is."""
        if not name.strip():
            heading = quoted(self.table.headings[self._at].strip())
            message = f"{heading} is empty; name an indicator, or a grade as `given.E`"
            self.tell("SR832", self._at, message)
        elif HEADINGS.get(fold(name)) is not Column.REGULATIONS:
            self.reviews.tell(self.rows.unknown(name.strip(), self.table.place(self._at)))
        elif word.strip() and self.use(number, self._value, word) != self._regulations[word]:
            message = "other regulations are named before for this case and rater; keep one line"
            self.tell("SR834", self._value, message)
