"""An entry added to a file that is there, and the result read before it is kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from ..errors import InputError, Problem, refusal
from ..provenance import Place
from ..yaml_file import YamlFile, parse_bytes
from .entries import ids, with_entry
from .target import read_text, used, write

#: Reads a file with all its checks; raises InputError.
Check = Callable[[YamlFile], object]


class Entry(NamedTuple):
    """The lines of an entry, and of a whole one to try in its place where it has gaps.

    Where something is still to be written, much else cannot be checked; with anything sound in its
    place it can.
    """

    lines: list[str]
    tried: list[str]

    @property
    def id(self) -> str:
        """What the entry is called."""
        return str(self.data["id"])

    @property
    def data(self) -> dict[str, object]:
        """What the lines say."""
        return parse_bytes("\n".join(self.lines).encode("utf-8"), "").data


class Scaffold(NamedTuple):
    """What was written: the file, where the new part stands, and the lines still to be written."""

    path: Path
    line: int
    to_write: tuple[int, ...]
    is_new_file: bool


def add(path: Path, key: str, entry: Entry, check: Check, force: bool) -> Scaffold:
    """Add an entry to a list in a file; with `force` in place of one with the same id.

    Args:
        path: The file, which is there.
        key: The list's key.
        entry: What is added.
        check: What reads the file and tells what is wrong.
        force: Whether an entry with the same id may be written over.

    Raises:
        InputError: SR613, the id is used; SR612, the list cannot take the entry; what `check` finds
            wrong with it, or with the file as it was. The file is then as it was.
    """
    text, name = read_text(path), f"new {key.removesuffix('s')}"
    _gaps(check, _file(text, str(path)))
    known = ids(text, key)
    at = known.index(entry.id) if entry.id in known else None
    if at is not None and not force:
        raise used(entry.id, _file(text, str(path)).place((key, at, "id")))
    changed, tried = (with_entry(text, key, lines, at) for lines in entry)
    number = len(known) if at is None else at
    if changed is None or tried is None or not _holds(changed, (key, number), entry):
        message = f"the list `{key}` is not written as lines that begin with a dash; "
        raise refusal("SR612", Place(str(path)), message + "add the entry by hand")
    _gaps(check, _file(tried, str(path)), name)
    return _kept(path, changed, (key, number), check, is_new_file=False)


def begin(path: Path, texts: tuple[str, str], key: str, check: Check) -> Scaffold:
    """Write a new file.

    Args:
        path: The file, which is not there or may be written over.
        texts: All of it, and the same without gaps.
        key: The part of it that a person looks at first.
        check: What reads the file and tells what is wrong.

    Raises:
        InputError: SR614, it cannot be written; what `check` finds wrong.
    """
    _gaps(check, _file(texts[1], str(path)), f"new {key.removesuffix('s')}")
    return _kept(path, texts[0], (key, 0), check, is_new_file=True)


def _kept(
    path: Path, text: str, part: tuple[str, int], check: Check, is_new_file: bool
) -> Scaffold:
    file = _file(text, str(path))
    gaps = _gaps(check, file)
    write(path, text)
    return Scaffold(path, file.place(part).line, gaps, is_new_file)


def _file(text: str, name: str) -> YamlFile:
    return parse_bytes(text.encode("utf-8"), name)


def _holds(text: str, at: tuple[str, int], entry: Entry) -> bool:
    """Whether the changed text has the entry where it should."""
    return bool(_file(text, "").at(at) == entry.data)


def _gaps(check: Check, file: YamlFile, name: str | None = None) -> tuple[int, ...]:
    """The lines where something is still to be written; anything else that is wrong is raised.

    What is wrong with a part that is not kept has no line in the file: it is told of the `name`.
    """
    try:
        check(file)
    except InputError as error:
        wrong = [p for p in error.problems if p.code != "SR610"]
        if wrong and name is not None:
            wrong = [Problem(p.code, Place(name), p.message) for p in wrong]
        if wrong:
            raise InputError(wrong) from None
        return tuple(dict.fromkeys(problem.place.line for problem in error.problems))
    return ()
