"""Panels written in every form that can be read, for tests: the program writes only CSV."""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

from spur_rules.calibration.panels.panel import GRADES, Panel
from spur_rules.vocabulary import Code, Status

WORDS = {int(status.code): status.value for status in Status} | {int(Code.NOT_ASSESSED): ""}
Rows = list[list[str]]


def wide(panel: Panel) -> Rows:
    """A line for each checklist, under Swedish headings."""
    rulebook = panel.rulebook
    grades = [f"gradering.{letter}" for letter in panel.letters]
    rows = [["fall", "bedömare", *rulebook.order, *grades]]
    for at in range(panel.size):
        words = [WORDS[code] for code in panel.statuses[at].tolist()]
        given = [GRADES[grade].value if grade >= 0 else "" for grade in panel.given[at].tolist()]
        rows.append([*named(panel, at), *words, *given])
    return rows


def long(panel: Panel) -> Rows:
    """A line for each answer that there is, and one for a checklist without any."""
    rows = [["case", "rater", "row", "value"]]
    head, *lines = wide(panel)
    for at, line in enumerate(lines):
        said = [(row, word) for row, word in zip(head[2:], line[2:], strict=True) if word]
        for row, word in said or [("A1", "ej bedömt")]:
            rows.append([*named(panel, at), row, word])
    return rows


def named(panel: Panel, at: int) -> list[str]:
    return [panel.cases[panel.case_of[at]], panel.raters[panel.rater_of[at]]]


def write(path: Path, rows: Rows, delimiter: str = ",") -> Path:
    """The rows in the format that the file's name says."""
    if path.suffix == ".xlsx":
        _xlsx(path, rows)
    elif path.suffix == ".ods":
        path.write_bytes(ods({"Blad1": rows}))
    elif path.suffix == ".parquet":
        _parquet(path, rows)
    else:
        path.write_bytes(csv_bytes(rows, delimiter))
    return path


def csv_bytes(rows: Iterable[Sequence[str]], delimiter: str = ",", end: str = "\n") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter, lineterminator=end).writerows(rows)
    return text.getvalue().encode()


def _xlsx(path: Path, rows: Rows) -> None:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Blad1")
    for row in rows:
        sheet.append([cell or None for cell in row])
    book.save(path)


def _parquet(path: Path, rows: Rows) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    columns = [[cell or None for cell in column] for column in zip(*rows[1:], strict=True)]
    parquet.write_table(pa.table([pa.array(c) for c in columns], names=rows[0]), path)


_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3">'
    "<office:body><office:spreadsheet>{sheets}</office:spreadsheet></office:body>"
    "</office:document-content>"
)
_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
    ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
    "{more}</manifest:manifest>"
)
#: What an office program puts below and beside what a sheet holds.
_REST = (
    '<table:table-row table:number-rows-repeated="1048000"><table:table-cell'
    ' table:number-columns-repeated="16384"/></table:table-row>'
)


def ods(sheets: dict[str, Rows], content: str | None = None, more: str = "") -> bytes:
    """An OpenDocument spreadsheet as an office program writes it, as far as it matters."""
    made = io.BytesIO()
    body = "".join(
        f'<table:table table:name="{name}">{"".join(map(_ods_row, rows))}{_REST}</table:table>'
        for name, rows in sheets.items()
    )
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIME, zipfile.ZIP_STORED)
        archive.writestr("content.xml", _ODS.replace("{sheets}", content or body))
        archive.writestr("META-INF/manifest.xml", _MANIFEST.replace("{more}", more))
    return made.getvalue()


def _ods_row(row: Sequence[str]) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{escape(cell)}</text:p>'
        "</table:table-cell>"
        if cell
        else "<table:table-cell/>"
        for cell in row
    )
    return f"<table:table-row>{cells}</table:table-row>"
