"""What a table is, whatever file it stands in: headings, then rows of text, each with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from ...errors import InputError, Problem, refusal
from ...provenance import Place

#: A table of 900,000 answers is 40 MB as CSV; whatever is much larger is something else.
LIMIT_MIB = 200
LIMIT_TABLE_BYTES = LIMIT_MIB * 1024 * 1024
LETTERS = 26
_WAY_OUT = "split it by case, or save a workbook as CSV"


class Table(Protocol):
    """A table that is read row by row. What is no text is told in `problems`, and is an empty cell.

    `place` is about the row that `rows` gave last, `heading_place` about the headings.
    """

    name: str
    headings: Sequence[str]
    problems: list[Problem]

    def rows(self) -> Iterator[Sequence[str]]:
        """The rows below the headings."""

    def place(self, column: int) -> Place:
        """Where a cell of the present row stands."""

    def heading_place(self, column: int) -> Place:
        """Where a heading stands."""


class SheetPlace(Place):
    """A cell of a sheet, as a spreadsheet names it.

    >>> str(SheetPlace("visits.xlsx:Blad1", 7, 28)), str(SheetPlace("visits.xlsx:Blad1"))
    ('visits.xlsx:Blad1!AB7', 'visits.xlsx:Blad1')
    """

    __slots__ = ()

    def __str__(self) -> str:
        sheet = super().__str__() if not self.line else str(Place(self.file))
        return f"{sheet}!{_letters(self.column)}{self.line}" if self.line else sheet


def _letters(column: int) -> str:
    """The letters above a column: A to Z, then AA."""
    letters = ""
    while column:
        column, letter = divmod(column - 1, LETTERS)
        letters = chr(ord("A") + letter) + letters
    return letters


def plain_file(path: Path) -> int:
    """How large an ordinary file is that is not too large.

    Args:
        path: The file.

    Raises:
        InputError: SR101, SR102, SR103 or SR104.
    """
    name = str(path)
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise refusal("SR102", name, "this is not a file; name a table or a folder")
    except (OSError, ValueError) as error:
        is_gone = isinstance(error, FileNotFoundError)
        why = getattr(error, "strerror", None) or str(error)
        told = "there is no such file or folder; check the path"
        raise refusal("SR101", name, told if is_gone else f"it cannot be read: {why}") from None
    if size == 0:
        raise refusal("SR103", name, "the file is empty; a table begins with its headings")
    if size > LIMIT_TABLE_BYTES:
        raise too_large(name)
    return size


def too_large(name: str) -> InputError:
    """The mistake of a table that nobody wants to wait for."""
    return refusal("SR104", name, f"the table is larger than {LIMIT_MIB} MiB; {_WAY_OUT}")
