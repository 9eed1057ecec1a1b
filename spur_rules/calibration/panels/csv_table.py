"""A table as CSV: every cell is text, and nothing about it is guessed."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from ...errors import InputError, Problem, quoted, refusal
from ...provenance import Place
from .headings import names_a_review
from .tables import plain_file

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}
_MARK = b"\xef\xbb\xbf"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_ARCHIVE = b"PK\x03\x04"
#: What Excel writes above the headings, or takes from there: what stands between the cells.
_SEPARATOR = re.compile(r'"?sep=(.)"?', re.IGNORECASE)
_WAY_OUT = "in Excel, save it as `CSV UTF-8`"


class CsvTable:
    """A file with commas, semicolons or tabs between its cells; the headings tell which.

    Args:
        path: The file: UTF-8, with or without byte order mark.

    Raises:
        InputError: SR101 to SR105 for the file, SR831 for its headings.
    """

    def __init__(self, path: Path) -> None:
        plain_file(path)
        self.name = str(path)
        self.problems: list[Problem] = []
        self._line = 0
        self._record: list[str] = []  # the lines of the present row: a quoted cell may have several
        self._lines = self._read(path)
        self._head = next(self._lines).rstrip("\r\n")
        if "\r" in self._head:
            raise refusal("SR830", self.name, f"its lines end as on an old Mac; {_WAY_OUT}")
        named = _SEPARATOR.fullmatch(self._head.rstrip())
        if named:
            self._head = next(self._lines, "").rstrip("\r\n")
        self._head_line = self._line
        self.headings: Sequence[str]
        delimiters = named[1] if named and named[1] in _DELIMITERS else "".join(_DELIMITERS)
        self._delimiter, self.headings = _split(self.heading_place(0), self._head, delimiters)

    def _read(self, path: Path) -> Iterator[str]:
        with path.open("rb") as stream:
            for raw in stream:
                self._line += 1
                if self._line == 1:
                    raw = self._without_mark(raw)
                try:
                    line = raw.decode("utf-8")
                except UnicodeDecodeError as error:
                    raise InputError([self._not_utf8(raw, error.start)]) from None
                self._record.append(line)
                yield line

    def _without_mark(self, raw: bytes) -> bytes:
        if raw.startswith(_ARCHIVE):
            message = "this is a workbook, or another archive; name it by what it is, such as .xlsx"
            raise refusal("SR830", self.name, message)
        if raw.startswith(_UTF_16):
            raise refusal("SR105", self.name, f"the file is UTF-16; {_WAY_OUT}")
        return raw.removeprefix(_MARK)

    def _not_utf8(self, raw: bytes, at: int) -> Problem:
        place = Place(self.name, self._line, len(raw[:at].decode("utf-8")) + 1)
        found = f"byte 0x{raw[at]:02x} is not UTF-8 (Windows-1252?)"
        return Problem("SR105", place, f"{found}; {_WAY_OUT}, elsewhere as CSV in UTF-8")

    def rows(self) -> Iterator[Sequence[str]]:
        """The rows below the headings; an empty line is an empty row."""
        self._record.clear()
        reader = csv.reader(self._lines, delimiter=self._delimiter, strict=True)
        try:
            for cells in reader:
                yield cells
                self._record.clear()
        except csv.Error as error:
            place = Place(self.name, self._line - len(self._record) + 1, 1)
            raise InputError([Problem("SR830", place, _unreadable(str(error)))]) from None

    def place(self, column: int) -> Place:
        """The line and the character at which a cell of the present row starts."""
        text = "".join(self._record)
        at = _start(text, self._delimiter, column)
        line = self._line - len(self._record) + 1 + text.count("\n", 0, at)
        return Place(self.name, line, at - text.rfind("\n", 0, at))

    def heading_place(self, column: int) -> Place:
        """The same for a heading."""
        at = _start(self._head, self._delimiter, column) if column else 0
        return Place(self.name, self._head_line, at + 1)


def _split(place: Place, head: str, delimiters: str) -> tuple[str, list[str]]:
    """What stands between the cells: that which makes headings of the line."""
    found = {}
    for delimiter in delimiters:
        try:
            cells = next(csv.reader([head], delimiter=delimiter, strict=True), [])
        except csv.Error:
            continue
        if names_a_review(cells):
            found[delimiter] = cells
    if len(found) == 1:
        return next(iter(found.items()))
    if found:
        ways = " or ".join(_DELIMITERS[delimiter] for delimiter in found)
        message = f"the headings can be read with {ways} between them; use one of them throughout"
    else:
        message = (
            f"the first line must hold the headings, `case` and `rater` (`fall`, `bedömare`) among"
            f" them, with commas, semicolons or tabs between; found {quoted(head)}"
        )
    raise InputError([Problem("SR831", place, message)])


def _start(text: str, delimiter: str, column: int) -> int:
    """Where a cell starts; what stands in quotes is within a cell."""
    is_quoted = False
    for at, character in enumerate(text):
        if column == 0:
            return at
        if character == '"':
            is_quoted = not is_quoted
        elif character == delimiter and not is_quoted:
            column -= 1
    return len(text.rstrip("\r\n"))


def _unreadable(why: str) -> str:
    """What the csv module found, in words that lead on."""
    if "limit" in why:
        return "a cell that begins here has more than 100,000 characters; is a quote never closed?"
    if "end of data" in why:
        return "a quote that opens in this line is never closed; close it, or remove it"
    if "expected after" in why:
        return "a closing quote is followed by more text; write a quote within a text twice"
    return f"the line cannot be read as CSV ({why}); save the table as CSV again"
