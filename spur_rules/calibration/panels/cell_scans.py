"""How far the cells of a sheet reach, told from its XML before anything is made of it."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from html import unescape

from ...errors import refusal

#: A sheet has at most a million rows; with four columns, an answer each, that is this many.
MOST_CELLS = 5_000_000
#: So many cells with an error are told; then somebody looks at the sheet.
MOST_ERRORS = 100


class Scan(ABC):
    """Looks at the sheets of a workbook, some whole rows at a time.

    Args:
        name: How messages name the workbook.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._before = self._rows = self._columns = 0
        self.errors: list[tuple[int, int]] = []

    def begin(self) -> None:
        """The next rows are those of another sheet."""
        self._before += self._rows * self._columns
        self._rows = self._columns = 0
        self.errors = []

    @abstractmethod
    def take(self, rows: bytes) -> None:
        """Look at the next rows.

        Raises:
            InputError: SR104, the cells reach too far.
        """

    def _reaches(self, row: int, column: int) -> None:
        self._rows, self._columns = max(self._rows, row), max(self._columns, column)
        if self._before + self._rows * self._columns > MOST_CELLS:
            message = (
                f"the cells reach over {self._rows:,} rows and {self._columns:,} columns, more than"
                f" {MOST_CELLS:,} cells; delete what stands outside the table, or save it as CSV"
            )
            raise refusal("SR104", self._name, message)


class XlsxScan(Scan):
    """Every cell of an .xlsx sheet says where it stands."""

    _CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']([A-Z]{1,3})(\d{1,7})["'][^>]*>""")
    _ERROR = re.compile(rb"""\st=["']e["']""")
    _FORMULA = re.compile(
        _CELL.pattern + rb"\s*<(?:\w+:)?f\b[^>]*?(?:/>|>[^<]*</(?:\w+:)?f>)"
        rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v></(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
    )

    def take(self, rows: bytes) -> None:
        """Look at the next rows."""
        last, row = b"", 0
        for found in self._CELL.finditer(rows):
            letters, row = found[1], int(found[2])
            if (len(letters), letters) > (len(last), last):
                last = letters
                self._reaches(row, number_of(last))
            if row > self._rows:
                self._reaches(row, 1)
        found_wrong = [*self._FORMULA.finditer(rows)] if b"f>" in rows or b"<f" in rows else []
        for cell in self._CELL.finditer(rows) if self._ERROR.search(rows) else ():
            found_wrong += [cell] if self._ERROR.search(cell[0]) else []
        for cell in found_wrong[: MOST_ERRORS - len(self.errors)]:
            self.errors.append((int(cell[2]), number_of(cell[1])))


def number_of(letters: bytes) -> int:
    """The column that letters name.

    >>> number_of(b"A"), number_of(b"AB"), number_of(b"XFD")
    (1, 28, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


class OdsScan(Scan):
    """A cell or a row of an .ods sheet may stand for many; those without a value do not count."""

    _TAG = re.compile(rb"<table:(table|table-row|(?:covered-)?table-cell)(\s[^>]*)?>")
    _REPEATED = re.compile(rb'number-(?:rows|columns)-repeated="(\d{1,9})"')

    _NAME = re.compile(rb'\btable:name="([^"]*)"')
    _ERROR = b'calcext:value-type="error"'

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._row = self._column = 0
        self.by_sheet: dict[str, list[tuple[int, int]]] = {}

    def take(self, rows: bytes) -> None:
        """Look at the next rows."""
        for tag, attributes in self._TAG.findall(rows):
            times = self._REPEATED.search(attributes)
            number = int(times[1]) if times else 1
            if tag == b"table":
                self._begin_sheet(attributes)
            elif tag == b"table-row":
                self._row, self._column = self._row + number, 0
            else:
                self._column += number
                if b"value-type=" in attributes:
                    self._reaches(self._row, self._column)
                if self._ERROR in attributes and len(self.errors) < MOST_ERRORS:
                    self.errors.append((self._row, self._column))

    def _begin_sheet(self, attributes: bytes) -> None:
        self.begin()
        self._row = 0
        name = self._NAME.search(attributes)
        self.by_sheet[unescape(name[1].decode("utf-8", "replace")) if name else ""] = self.errors
