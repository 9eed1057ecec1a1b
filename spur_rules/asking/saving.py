"""Putting answers into a checklist file: one row at a time, checked before it replaces the file."""

from __future__ import annotations

import itertools
import json
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..catalog import Catalog
from ..checklist import SCHEMA, Answer, Checklist, GivenGrade
from ..errors import InputError, Problem
from ..provenance import Place
from ..reading import begun, read
from ..replacing import real_path, replace
from ..yaml_events import as_read, dump
from ..yaml_file import YamlFile, parse_bytes, read_bytes
from .checklist_text import RowChange, changed_data, changed_text, position
from .given_text import graded_data, graded_text

_MISSING = 0
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Document:
    """A checklist file as it was read: its bytes, and what they say.

    `is_new` while there is no such file yet.
    """

    path: Path
    content: bytes
    file: YamlFile
    checklist: Checklist
    is_new: bool = False

    def written_id(self, indicator: str) -> str:
        """How the file names an indicator: by an id of an earlier version where it has that one."""
        rows = self.file.data["answers"]
        earlier = [old for old, new in self.checklist.renamed if new == indicator and old in rows]
        return earlier[0] if earlier and indicator not in rows else indicator

    def row(self, indicator: str) -> Answer | None:
        """What was answered; None where the file does not mention the indicator."""
        return self.checklist.by_indicator.get(indicator)

    def grade(self, letter: str) -> GivenGrade | None:
        """The given grade of a domain; None where none is given."""
        return next((given for given in self.checklist.given if given.domain == letter), None)


def open_document(path: Path, catalog: Catalog, may_be_new: bool = False) -> Document:
    """Read a checklist file that answers will be put into; it may have none yet.

    Args:
        path: The file.
        catalog: The catalog that it answers.
        may_be_new: Whether an empty checklist is begun where there is no such file.

    Raises:
        InputError: Every mistake in the file; SR605 where it is no ordinary file.
    """
    mode = _mode(path)
    if may_be_new and mode == _MISSING:
        return _document(path, _begun(path, catalog), catalog, is_new=True)
    if mode and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
        raise _unsaved(path, "this is not an ordinary file; name a file to save the answers in")
    return _document(path, read_bytes(path), catalog)


def check_place(path: Path) -> None:
    """Tell before the first question that the answers could not be saved.

    Raises:
        InputError: SR605.
    """
    directory = real_path(path).parent
    if not directory.is_dir():
        raise _unsaved(path, "there is no such directory; check the path, or make it first")
    if not os.access(directory, os.W_OK | os.X_OK, effective_ids=True):
        raise _unsaved(path, f"the checklist cannot be saved: its directory {_READ_ONLY}")


def put(document: Document, indicator: str, answer: Answer | None, catalog: Catalog) -> Document:
    """Save one row; everything else in the file stays, comments and layout too.

    Args:
        document: The file's present content.
        indicator: The row.
        answer: What it shall say; None takes the row away.
        catalog: The catalog that the checklist answers.

    Returns:
        What the file holds now.

    Raises:
        InputError: SR605 when it cannot be written; SR403 or SR404 for a row that would not do.
    """
    row = None if answer is None else _composed(answer)
    change = RowChange(document.written_id(indicator), document.row(indicator), row)
    current = catalog.current_id(change.indicator)
    wanted = with_row(document.checklist, current, change.after)
    texts = _candidates(document, change, catalog)
    return _saved(document, wanted, texts, f"the answer to {change.indicator}", catalog)


def put_grade(
    document: Document, letter: str, grade: GivenGrade | None, catalog: Catalog
) -> Document:
    """Save the given grade of a domain that had none, or take it away; the rest of the file stays.

    Args:
        document: The file's present content.
        letter: The domain.
        grade: What is given; None takes it away.
        catalog: The catalog that the checklist answers.

    Returns:
        What the file holds now.

    Raises:
        InputError: SR605 when it cannot be written.
    """
    if grade is not None and grade.reason:
        grade = grade.model_copy(update={"reason": as_read(grade.reason)})
    order = [domain.letter for domain in catalog.domains]
    old = document.file.text or ""
    text = graded_text(old, letter, grade, order)
    bare = _head(old) + dump(graded_data(document.file.data, letter, grade, order))
    texts = [bare] if text is None else [text, bare]
    wanted = _with_grade(document.checklist, letter, grade, order)
    return _saved(document, wanted, texts, f"the grade of {letter}", catalog)


def _with_grade(
    checklist: Checklist, letter: str, grade: GivenGrade | None, order: list[str]
) -> Checklist:
    """The checklist with the grade where the file gets it."""
    given = [one for one in checklist.given if one.domain != letter]
    if grade is not None:
        given.insert(position([one.domain for one in given], letter, order), grade)
    return checklist.model_copy(update={"given": tuple(given)})


def with_row(checklist: Checklist, indicator: str, answer: Answer | None) -> Checklist:
    """The checklist with one row put in, replaced or taken away.

    Args:
        checklist: What was answered.
        indicator: The row.
        answer: What it shall say; None takes the row away.

    >>> from spur_rules import Status
    >>> empty = Checklist.of("st-spur", {})
    >>> row = Answer(indicator="A4", status=Status.PARTLY)
    >>> with_row(empty, "A4", row).status("A4"), with_row(empty, "A4", None) == empty
    (<Status.PARTLY: 'delvis'>, True)
    """
    rows = tuple(row for row in checklist.answers if row.indicator != indicator)
    rows = rows if answer is None else (*rows, answer)
    return checklist.model_copy(update={"answers": rows})


def write(path: Path, content: bytes) -> None:
    """Replace a file as one step: whoever looks sees the old or the new content, never a part.

    Args:
        path: The file; where it is a symbolic link, what it leads to.
        content: The new content.

    Raises:
        InputError: SR605; the file is as it was.
    """
    try:
        replace(path, content)
    except OSError as error:
        why = error.strerror or str(error)
        message = f"the checklist cannot be saved: {why}; the file is as it was. {_WAY_OUT}"
        raise _unsaved(path, message) from None


_WAY_OUT = "Check the disk and the rights of its directory"
_READ_ONLY = "cannot be written to; copy the file to one that can"


def _saved(
    document: Document, wanted: Checklist, texts: Iterable[str], what: str, catalog: Catalog
) -> Document:
    """The first of the texts that reads as it should, saved."""
    changed = _changed(document, wanted.sha256, texts, what, catalog)
    write(changed.path, changed.content)
    return changed


def _changed(
    document: Document, wanted: str, texts: Iterable[str], what: str, catalog: Catalog
) -> Document:
    """The document with another text, read back and held against what it should say."""
    problems: list[Problem] = []
    for text in texts:
        mark = _BYTE_ORDER_MARK if document.content.startswith(_BYTE_ORDER_MARK) else b""
        try:
            changed = _document(document.path, mark + text.encode("utf-8"), catalog)
        except InputError as error:
            problems = list(error.problems)
            continue
        if changed.checklist.sha256 == wanted:
            return changed
    message = f"{what} cannot be put into the file; write it by hand"
    raise InputError(problems or [Problem("SR605", Place(str(document.path)), message)])


def _composed(answer: Answer) -> Answer:
    """The row with its texts as reading will have them."""
    texts = {name: getattr(answer, name) for name in ("comment", "evidence", "reason")}
    composed = {name: as_read(text) for name, text in texts.items() if text}
    return answer.model_copy(update=composed)


def _candidates(document: Document, change: RowChange, catalog: Catalog) -> Iterator[str]:
    """The text with its layout; where that would not read as it should, the bare content."""
    order = [row.id for domain in catalog.domains for row in domain.indicators]
    old = document.file.text or ""
    text = changed_text(old, change, order)
    if text is not None:
        yield text
    yield _head(old) + dump(changed_data(document.file.data, change, order))


def _head(text: str) -> str:
    """The comments above all else; an editor finds the file's schema in the first of them."""
    lines = text.splitlines(keepends=True)
    return "".join(itertools.takewhile(lambda line: line.startswith("#"), lines))


def _document(path: Path, content: bytes, catalog: Catalog, is_new: bool = False) -> Document:
    file = begun(parse_bytes(content, str(path)))
    return Document(path, content, file, read(file, catalog), is_new)


def _begun(path: Path, catalog: Catalog) -> bytes:
    data: dict[str, Any] = {"schema": SCHEMA, "catalog": catalog.id}
    used = [f"{of.content.id}@{of.content.version}" for of in catalog.overlaid.overlays]
    data |= ({"overlays": used} if used else {}) | {"answers": {}}
    is_json = path.suffix.lower() == ".json"
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n" if is_json else dump(data)
    return text.encode("utf-8")


def _mode(path: Path) -> int | None:
    """The kind and rights of what is there; None where that cannot be told."""
    try:
        return path.stat().st_mode
    except FileNotFoundError:
        return _MISSING
    except (OSError, ValueError):
        return None  # reading it tells what is wrong


def _unsaved(path: Path, message: str) -> InputError:
    return InputError([Problem("SR605", Place(str(path)), message)])
