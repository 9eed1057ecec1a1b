"""Whether a workbook may be opened: how much is packed in it, and how far its cells reach.

The library that reads workbooks believes them: a file of two kilobytes whose last cell is
XFD1048576 makes it ask for 500 GB, which ends the program, and a closing tag that is misspelt can
keep it for ever. So all of it is unpacked once before, and looked at.
"""

from __future__ import annotations

import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from xml.parsers import expat

from ...errors import refusal
from .cell_scans import OdsScan, Scan, XlsxScan
from .tables import LIMIT_TABLE_BYTES, plain_file, too_large

#: A row of all the columns that a sheet can have takes less.
_LONGEST_ROW = 16 * 1024 * 1024
_CHUNK = 1024 * 1024
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_OTHERS = (EOFError, OSError, ValueError, LookupError)
_XML = re.compile(r"\.(xml|rels)$", re.IGNORECASE)
_SHEET = re.compile(r"/?xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_ROW_END = re.compile(rb"</(?:[\w-]+:)?(?:table-)?row>")
_NAMED_SHEET = re.compile(r"<(?:\w+:)?sheet\s[^>]*>")
_LINK = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_ATTRIBUTE = re.compile(r"""(?:\w+:)?(\w+)=["']([^"']*)["']""")


def look_through(path: Path) -> dict[str, list[tuple[int, int]]]:
    """Unpack a workbook without keeping it.

    Args:
        path: The workbook.

    Returns:
        The row and column of cells that hold an error, by the sheet's file in the workbook; in
        OpenDocument by its name.

    Raises:
        InputError: SR101 to SR104, or SR830 where it is no workbook or is locked.
    """
    plain_file(path)
    name = str(path)
    try:
        with zipfile.ZipFile(path) as archive:
            return _errors(archive, name)
    except (RuntimeError, NotImplementedError):
        message = "the workbook is locked, or packed in an unknown way; save it anew as .xlsx"
        raise refusal("SR830", name, message) from None
    except (zipfile.BadZipFile, zlib.error, struct.error, expat.ExpatError, *_OTHERS):
        with path.open("rb") as stream:
            is_locked = stream.read(4) == _OLD_OR_LOCKED
        why = "locked with a password, or an old .xls" if is_locked else "damaged, or no workbook"
        way_out = "save it anew as .xlsx, without a password"
        raise refusal("SR830", name, f"the workbook is {why}; {way_out}") from None


def _errors(archive: zipfile.ZipFile, name: str) -> dict[str, list[tuple[int, int]]]:
    left, errors = LIMIT_TABLE_BYTES, {}
    sheets, content = XlsxScan(name), OdsScan(name)
    for info in archive.infolist():
        scan: Scan | None = content if info.filename == "content.xml" else None
        if _SHEET.fullmatch(info.filename):
            sheets.begin()
            scan, errors[info.filename.rpartition("/")[2]] = sheets, sheets.errors
        for rows in _rows(_unpacked(archive, info)):
            left -= len(rows)
            if left < 0:
                raise too_large(name)
            if scan:
                scan.take(rows)
    return errors | content.by_sheet


def _unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    """What is packed, to its end, whatever the archive says of its size; XML must be whole."""
    if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise NotImplementedError
    info.file_size = 2 * LIMIT_TABLE_BYTES
    parser = expat.ParserCreate() if _XML.search(info.filename) else None
    if parser:
        parser.StartDoctypeDeclHandler = _no_entities
    with archive.open(info) as stream:
        while chunk := stream.read(_CHUNK):
            if parser:
                parser.Parse(chunk, False)
            yield chunk
    if parser:
        parser.Parse(b"", True)


def _no_entities(*_: object) -> None:
    """No office program declares entities, which can be made to grow without end."""
    raise ValueError


def _rows(chunks: Iterator[bytes]) -> Iterator[bytes]:
    """The same, cut where a row ends."""
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        end = max((found.end() for found in _ROW_END.finditer(text)), default=0)
        end = len(text) if len(text) - end > _LONGEST_ROW else end
        yield text[:end]
        rest = text[end:]
    yield rest


def sheet_files(path: Path) -> dict[str, str]:
    """The file in the workbook that holds each sheet, by the sheet's name; none for OpenDocument.

    Args:
        path: A workbook that was looked through.
    """
    with zipfile.ZipFile(path) as archive:
        try:
            book = archive.read("xl/workbook.xml").decode("utf-8", "replace")
            links = archive.read("xl/_rels/workbook.xml.rels").decode("utf-8", "replace")
        except KeyError:
            return {}
    rows = [dict(_ATTRIBUTE.findall(link)) for link in _LINK.findall(links)]
    files = {row.get("Id", ""): row.get("Target", "").rpartition("/")[2] for row in rows}
    sheets = [dict(_ATTRIBUTE.findall(sheet)) for sheet in _NAMED_SHEET.findall(book)]
    return {unescape(row.get("name", "")): files.get(row.get("id", ""), "") for row in sheets}
