"""A table in a workbook, .xlsx or .ods. The only importer of `python_calamine`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from ...errors import InputError, Problem, quoted, refusal
from ...loading import MOST_FOUND
from ...provenance import Place
from ...vocabulary import fold
from .headings import PASSED_OVER, names_a_review
from .sheet_archive import look_through, sheet_files
from .tables import SheetPlace

_MISSING = (
    "reading a workbook needs python-calamine; run pip install 'spur_rules[calibration]',"
    " or save the table as CSV"
)


class _Sheet(NamedTuple):
    """A sheet, its rows below the headings, and where the headings stand."""

    name: str
    rows: Iterator[list[Any]]
    headings: list[Any]
    row: int
    column: int


class SheetTable:
    """The one sheet of a workbook that has the headings of a table, wherever in it they stand.

    Args:
        path: The workbook.

    Raises:
        InputError: SR101 to SR104 and SR830 for the file, SR831 for its headings, SR604.
    """

    def __init__(self, path: Path) -> None:
        self.problems: list[Problem] = []
        self._number = 0
        errors = look_through(path)
        sheet = _the_one(str(path), list(_sheets(path)))
        self._sheet, self.name = sheet, f"{path}:{sheet.name}"
        self.headings: Sequence[str] = [
            self._heading(at, cell) for at, cell in enumerate(sheet.headings)
        ]
        file = sheet_files(path).get(sheet.name, sheet.name)
        self._tell_errors(errors.get(file, []))

    def _heading(self, at: int, cell: object) -> str:
        return cell if isinstance(cell, str) else self._text(cell, self.heading_place(at))

    def _tell_errors(self, cells: Sequence[tuple[int, int]]) -> None:
        for row, column in cells:
            at = column - self._sheet.column
            if 0 <= at < len(self.headings) and fold(self.headings[at]) in PASSED_OVER:
                continue
            message = (
                "the cell holds an error, or a formula that was never worked out; write the text"
                " itself, or empty the cell"
            )
            self.problems.append(Problem("SR833", SheetPlace(self.name, row, column), message))

    def rows(self) -> Iterator[Sequence[str]]:
        """The rows below the headings."""
        passed = [fold(heading) in PASSED_OVER for heading in self.headings]
        for number, cells in enumerate(self._sheet.rows, self._sheet.row + 1):
            self._number = number
            for at, cell in enumerate(cells):
                if not isinstance(cell, str):
                    cells[at] = "" if passed[at] else self._text(cell, self.place(at))
            yield cells

    def _text(self, cell: object, place: Place) -> str:
        """What is no text is told, and is nothing: a number of a case is not its name."""
        kind, shown = _NAMES.get(type(cell).__name__, "no text"), str(cell)
        if isinstance(cell, float) and cell.is_integer():
            shown = str(int(cell))
        message = f"{quoted(shown)} is {kind}; format the column as text, and write the cell again"
        self.problems.append(Problem("SR833", place, message))
        if len(self.problems) >= MOST_FOUND:
            raise InputError(self.problems)
        return ""

    def place(self, column: int) -> Place:
        """The name of a cell of the present row."""
        return SheetPlace(self.name, self._number, self._sheet.column + column)

    def heading_place(self, column: int) -> Place:
        """The same for a heading."""
        return SheetPlace(self.name, self._sheet.row, self._sheet.column + column)


_NAMES = {
    **dict.fromkeys(("int", "float"), "a number"),
    "bool": "a truth value",
    **dict.fromkeys(("date", "datetime", "time", "timedelta"), "a date or a time"),
}


def _sheets(path: Path) -> Iterator[_Sheet]:
    """The visible sheets that hold something."""
    try:
        from python_calamine import CalamineError, CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum
    except ImportError:
        raise refusal("SR604", str(path), _MISSING) from None
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            for at, about in enumerate(book.sheets_metadata):
                is_seen = about.visible == SheetVisibleEnum.Visible
                if not is_seen or about.typ != SheetTypeEnum.WorkSheet:
                    continue
                sheet = book.get_sheet_by_index(at)
                rows = sheet.iter_rows()
                for row, cells in enumerate(rows, 1):
                    if any(cell != "" for cell in cells):
                        left = sheet.start[1] if sheet.start else 0
                        yield _Sheet(about.name, rows, cells, row, left + 1)
                        break
    except CalamineError as error:
        message = f"the workbook cannot be read ({error}); save it anew as .xlsx, or as CSV"
        raise refusal("SR830", str(path), message) from None


def _the_one(name: str, sheets: list[_Sheet]) -> _Sheet:
    """The sheet that has the headings; a mistake where it is none, or one of several."""
    if not sheets:
        raise refusal("SR103", name, "no sheet holds anything; a table begins with its headings")
    fitting = [sheet for sheet in sheets if names_a_review(map(str, sheet.headings))]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        names = ", ".join(quoted(sheet.name) for sheet in fitting)
        message = f"the sheets {names} each have the headings of a table; keep one in a workbook"
        raise refusal("SR831", name, message)
    first = sheets[0]
    message = (
        "the first row must hold the headings, `case` and `rater` (`fall`, `bedömare`) among them;"
        f" found {quoted(', '.join(map(str, first.headings)))}"
    )
    place = SheetPlace(f"{name}:{first.name}", first.row, first.column)
    raise InputError([Problem("SR831", place, message)])
