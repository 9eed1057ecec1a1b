"""Workbooks and Parquet: real files, files that lie, and files that are no such thing."""

import contextlib
import datetime
import io
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from openpyxl import Workbook
from panel_files import ods
from pyarrow import parquet

from spur_rules import InputError
from spur_rules.calibration.panels.reading_panel import read_panel

ROWS = [["case", "rater", "A1", "given.A"], ["fall 1", "R1", "delvis", "B"]]


def told(path: Path) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_panel(path)
    return [str(p).replace(f"{path.parent}/", "") for p in caught.value.problems]


def workbook(path: Path, **sheets: list[list[Any]]) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    book.save(path)
    return path


def test_each_cell_that_is_no_text_is_told_by_its_name(tmp_path: Path) -> None:
    """Nothing is converted: a spreadsheet may have made a date of what was typed."""
    day, hour = datetime.date(2025, 11, 3), datetime.time(1, 2)
    rows = [ROWS[0], [1, "R1", True, "B"], ["fall 1", 2.5, day, hour], ["fall 2", "R1", "=1/0"]]
    lines = told(workbook(tmp_path / "visits.xlsx", Blad1=rows))
    assert [line.split(";")[0] for line in lines] == [
        "error[SR833] visits.xlsx:Blad1!A2 `1` is a number",
        "error[SR833] visits.xlsx:Blad1!C2 `True` is a truth value",
        "error[SR833] visits.xlsx:Blad1!B3 `2.5` is a number",
        "error[SR833] visits.xlsx:Blad1!C3 `2025-11-03` is a date or a time",
        "error[SR833] visits.xlsx:Blad1!D3 `01:02:00` is a date or a time",
        "error[SR833] visits.xlsx:Blad1!C4 the cell holds an error, or a formula that was never"
        " worked out",
    ]


def test_a_workbook_of_numbers_is_told_up_to_a_thousand(tmp_path: Path) -> None:
    rows = [ROWS[0], *[["fall 1", number, "delvis", "B"] for number in range(1500)]]
    assert len(told(workbook(tmp_path / "visits.xlsx", Blad1=rows))) == 1000


def test_other_mistakes_have_the_cell_too(tmp_path: Path) -> None:
    rows = [[], ["", *ROWS[0]], ["", "fall 1", "R1", "på annat sätt", "F"], ["", "fall 1"]]
    lines = told(workbook(tmp_path / "visits.xlsx", **{"Blad & 1": rows}))
    assert [line.split(" ")[1:4] for line in lines] == [
        ["visits.xlsx:Blad", "&", "1!D3"],
        ["visits.xlsx:Blad", "&", "1!E3"],
        ["visits.xlsx:Blad", "&", "1!C4"],
    ]
    assert [line[6:11] for line in lines] == ["SR404", "SR407", "SR832"]


def test_an_error_is_not_an_empty_cell(tmp_path: Path) -> None:
    """The library that reads workbooks makes nothing of #REF!, which would be not assessed."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Blad & 1"
    for row in ROWS:
        sheet.append(row)
    sheet["C2"] = "#REF!"
    sheet["C2"].data_type = "e"
    book.save(tmp_path / "visits.xlsx")
    (line,) = told(tmp_path / "visits.xlsx")
    assert line.startswith("error[SR833] visits.xlsx:Blad & 1!C2 the cell holds an error")


def ods_cell(text: str) -> str:
    shown = f"<text:p>{text}</text:p></table:table-cell>"
    return f'<table:table-cell office:value-type="string">{shown}'


def test_an_error_of_opendocument_is_not_either(tmp_path: Path) -> None:
    """As an office program writes 1/0: a text without letters, and what is shown."""
    error = (
        '<table:table-cell table:formula="of:=1/0" office:value-type="string"'
        ' office:string-value="" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
        "</table:table-cell>"
    )
    lines = (
        "".join(map(ods_cell, ("case", "rater", "A1"))),
        ods_cell("f") + ods_cell("R1") + error,
    )
    rows = "".join(f"<table:table-row>{line}</table:table-row>" for line in lines)
    space = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
    sheet = f'<table:table {space} table:name="Svar &amp; mer">{rows}</table:table>'
    (tmp_path / "visits.ods").write_bytes(ods({}, sheet))
    (line,) = told(tmp_path / "visits.ods")
    assert line.startswith("error[SR833] visits.ods:Svar & mer!C2 the cell holds an error")


def test_what_is_read_past_may_be_anything(tmp_path: Path) -> None:
    rows = [[*ROWS[0], "datum", "kommentar"], [*ROWS[1], datetime.date(2025, 11, 3), "=1/0"]]
    assert read_panel(workbook(tmp_path / "visits.xlsx", Blad1=rows)).size == 1


def test_the_one_sheet_with_the_headings_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path / "visits.xlsx", Om=[["Läs detta"]], Tom=[], Svar=ROWS)
    assert read_panel(path).size == 1
    path.write_bytes(b"")
    (tmp_path / "visits.ods").write_bytes(ods({"Om": [["Läs detta"]], "Svar": ROWS}))
    assert read_panel(tmp_path / "visits.ods").size == 1


def test_sheets_that_leave_a_choice(tmp_path: Path) -> None:
    (line,) = told(workbook(tmp_path / "visits.xlsx", Ett=ROWS, Två=ROWS))
    assert line.startswith("error[SR831] visits.xlsx the sheets `Ett`, `Två` each have")
    (line,) = told(workbook(tmp_path / "visits.xlsx", Ett=[["a", "b"]], Två=[[1]]))
    assert line.startswith("error[SR831] visits.xlsx:Ett!A1 the first row must hold the headings")
    assert "`a, b`" in line
    (line,) = told(workbook(tmp_path / "visits.xlsx", Ett=[], Två=[]))
    assert line.startswith("error[SR103] visits.xlsx no sheet holds anything")


def test_a_hidden_sheet_is_not_read(tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Läs detta"])
    hidden = book.create_sheet("Svar")
    for row in ROWS:
        hidden.append(row)
    hidden.sheet_state = "hidden"
    book.save(tmp_path / "visits.xlsx")
    assert told(tmp_path / "visits.xlsx")[0].startswith("error[SR831] visits.xlsx:Sheet!A1 ")


def changed(path: Path, member: str, old: bytes, new: bytes) -> Path:
    """A workbook with something put in place of something else."""
    made = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as out:
        for name in source.namelist():
            content = source.read(name)
            if name == member:
                assert old in content
                content = content.replace(old, new)
            out.writestr(name, content)
    path.write_bytes(made.getvalue())
    return path


SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("cell", [b"XFD1048576", b"A5000000", b"XFD400"])
def test_a_cell_far_away_does_not_fill_the_memory(cell: bytes, tmp_path: Path) -> None:
    """The library would ask for room for all that lies between, and end the program."""
    path = workbook(tmp_path / "visits.xlsx", Blad1=ROWS)
    (line,) = told(changed(path, SHEET, b'r="D2"', b'r="%s"' % cell))
    assert line.startswith("error[SR104] visits.xlsx the cells reach over ")
    assert "delete what stands outside the table" in line


def test_many_sheets_together_do_not_either(tmp_path: Path) -> None:
    sheets = {f"Blad{number}": [["x"], *[[]] * 99_999, ["x"] * 10] for number in range(6)}
    (line,) = told(workbook(tmp_path / "visits.xlsx", **sheets))
    assert line.startswith("error[SR104] ")


@pytest.mark.parametrize("rows, columns", [(1_000_000, 16_384), (10, 1_000_000)])
def test_repeated_cells_do_not_fill_the_memory(rows: int, columns: int, tmp_path: Path) -> None:
    cell = (
        f'<table:table-cell table:number-columns-repeated="{columns}"'
        ' office:value-type="string"><text:p>x</text:p></table:table-cell>'
    )
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-row>'
    (tmp_path / "visits.ods").write_bytes(
        ods({}, f'<table:table table:name="x">{row}</table:table>')
    )
    (line,) = told(tmp_path / "visits.ods")
    assert line.startswith(f"error[SR104] visits.ods the cells reach over {rows:,} rows and ")


def test_a_bomb_is_not_unpacked_to_its_end(tmp_path: Path) -> None:
    path = tmp_path / "visits.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/media/image1.png", bytes(300 * 1024 * 1024))
    (line,) = told(path)
    assert line.startswith("error[SR104] visits.xlsx the table is larger than 200 MiB")


def test_a_bomb_that_says_it_is_small(tmp_path: Path) -> None:
    """The size that the archive tells is not believed."""
    made, size = io.BytesIO(), 210 * 1024 * 1024
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/media/image1.png", bytes(size))
    lying = made.getvalue().replace(size.to_bytes(4, "little"), (1000).to_bytes(4, "little"))
    assert lying != made.getvalue()
    (tmp_path / "visits.xlsx").write_bytes(lying)
    (line,) = told(tmp_path / "visits.xlsx")
    assert line.startswith("error[SR104] ")


LOCKED_ODS = (
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
    '<manifest:encryption-data manifest:checksum-type="SHA1" manifest:checksum="x"/>'
    "</manifest:file-entry>"
)


def broken_files() -> dict[str, tuple[bytes, str, str]]:
    """What is no workbook: its bytes, the code, and words that lead on."""
    whole = io.BytesIO()
    book = Workbook()
    for row in ROWS:
        book.active.append(row)
    book.save(whole)
    content = whole.getvalue()
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("notes.txt", "x")
    middle = bytearray(content)
    start = content.index(b"xl/worksheets/sheet1.xml") + 40
    middle[start : start + 60] = bytes(60)
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096)
    return {
        "empty.xlsx": (b"", "SR103", "empty"),
        "junk.xlsx": (b"hello, world", "SR830", "no workbook"),
        "cut.xlsx": (content[: len(content) // 2], "SR830", "damaged"),
        "damaged.xlsx": (bytes(middle), "SR830", "damaged"),
        "locked.xlsx": (old, "SR830", "password"),
        "archive.xlsx": (other.getvalue(), "SR830", "save it anew"),
        "archive.ods": (other.getvalue(), "SR830", "save it anew"),
        "csv.xlsx": (b"case,rater,A1\nfall 1,R1,delvis\n", "SR830", "no workbook"),
        "locked.ods": (ods({}, "", LOCKED_ODS), "SR830", "password"),
        "misspelt.ods": (ods({}, "<table:table></table:tabel>"), "SR830", "damaged"),
        "nothing.ods": (ods({}, ""), "SR103", "no sheet holds anything"),
        "empty.parquet": (b"", "SR103", "empty"),
        "junk.parquet": (b"hello, world", "SR830", "no Parquet"),
        "cut.parquet": (b"PAR1" + bytes(100) + b"PAR1", "SR830", "no Parquet"),
    }


BROKEN = broken_files()


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_no_table_is_told_in_one_line(name: str, tmp_path: Path) -> None:
    content, code, words = BROKEN[name]
    (tmp_path / name).write_bytes(content)
    (line,) = told(tmp_path / name)
    assert line.startswith(f"error[{code}] {name} ")
    assert words in line
    assert len(line) < 250


def test_a_damaged_byte_anywhere_is_told_or_does_not_matter(tmp_path: Path) -> None:
    """Whatever byte is wrong: a panel or an InputError, never anything else."""
    workbook(tmp_path / "visits.xlsx", Blad1=ROWS)
    table(tmp_path / "visits.parquet", ROWS)
    for name in ("visits.xlsx", "visits.parquet"):
        content = (tmp_path / name).read_bytes()
        for at in range(0, len(content), max(1, len(content) // 120)):
            wrong = content[:at] + bytes([content[at] ^ 0x55]) + content[at + 1 :]
            (tmp_path / name).write_bytes(wrong)
            with contextlib.suppress(InputError):
                read_panel(tmp_path / name)


def table(path: Path, rows: list[list[Any]], **kinds: Any) -> Path:
    columns = zip(*rows[1:], strict=True)
    arrays = [pa.array(list(c), kinds.get(n)) for n, c in zip(rows[0], columns, strict=True)]
    parquet.write_table(pa.table(arrays, names=rows[0]), path)
    return path


def test_columns_of_parquet_are_text_or_nothing(tmp_path: Path) -> None:
    rows = [[*ROWS[0], "A2", "A3"], [*ROWS[1], None, None]]
    words = pa.dictionary(pa.int16(), pa.large_string())
    path = table(tmp_path / "v.parquet", rows, case=pa.large_string(), A1=words, A2=pa.null())
    assert read_panel(path).given[0].tolist()[:2] == [1, -1]
    rows = [["case", "rater", "A1", "date"], [1, "R1", True, datetime.date(2025, 11, 3)]]
    assert [line.split(";")[0] for line in told(table(tmp_path / "v.parquet", rows))] == [
        "error[SR833] v.parquet:A1 the column holds `bool`",
        "error[SR833] v.parquet:case the column holds `int64`",
    ]


def test_a_cell_of_parquet_has_its_row_and_heading(tmp_path: Path) -> None:
    rows = [*ROWS, ["fall 1", "R2", "ja", "B"], [None, "R3", "delvis", "Q"]]
    assert [line.split(";")[0] for line in told(table(tmp_path / "v.parquet", rows))] == [
        "error[SR402] v.parquet:2:A1 unknown status `ja`",
        "error[SR832] v.parquet:3:case `case` is empty",
    ]
    assert told(table(tmp_path / "v.parquet", [["a", "b"], ["c", "d"]]))[0].startswith(
        "error[SR831] v.parquet no columns `case` and `rater`"
    )
    assert told(table(tmp_path / "v.parquet", [ROWS[0], *[[""] * 4] * 3]))[0].startswith(
        "error[SR103] v.parquet there is no line"
    )


def test_a_run_of_a_long_word_takes_no_room(tmp_path: Path) -> None:
    """A hundred thousand times the same megabyte is small in the file, and 100 GB as text."""
    path = tmp_path / "v.parquet"
    same = pa.DictionaryArray.from_arrays(pa.array([0] * 100_000, pa.int32()), ["x" * 1_000_000])
    short = pa.array(["f1"] * 100_000)
    for name, wanted in ((short, "SR401] v.parquet:1:row unknown"), (same, "SR832] v.parquet:1:")):
        rows = {"case": name, "rater": name, "row": same, "value": same}
        parquet.write_table(pa.table(rows), path)
        lines = told(path)
        assert len(lines) == 1000
        assert lines[0].startswith(f"error[{wanted}")


@pytest.mark.parametrize(
    "library, suffix",
    [("python_calamine", ".xlsx"), ("python_calamine", ".ods"), ("pyarrow", ".parquet")],
)
def test_without_the_library_a_csv_is_the_way_out(
    library: str, suffix: str, tmp_path: Path, monkeypatch: Any
) -> None:
    path = tmp_path / f"visits{suffix}"
    if suffix == ".parquet":
        table(path, ROWS)
    elif suffix == ".xlsx":
        workbook(path, Blad1=ROWS)
    else:
        path.write_bytes(ods({"Blad1": ROWS}))
    monkeypatch.setitem(sys.modules, library, None)
    monkeypatch.setitem(sys.modules, f"{library}.parquet", None)
    (line,) = told(path)
    assert line.startswith(f"error[SR604] visits{suffix} ")
    extra = "parquet" if suffix == ".parquet" else "calibration"
    assert f"pip install 'spur_rules[{extra}]'" in line
    assert "CSV" in line


def test_a_csv_needs_neither(tmp_path: Path) -> None:
    code = (
        "import sys; from spur_rules.calibration.panels.reading_panel import read_panel\n"
        "read_panel(sys.argv[1]); print({'pyarrow', 'python_calamine'} & set(sys.modules))"
    )
    path = tmp_path / "visits.csv"
    path.write_text("case,rater,A1\nfall 1,R1,delvis\n")
    done = subprocess.run([sys.executable, "-c", code, path], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("set()\n", "")
