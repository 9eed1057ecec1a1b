"""The key of pseudonyms as a file: for its owner's eyes alone, and never lost by accident."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ...errors import InputError, Problem, quoted, refusal
from ...loading import load
from ...provenance import Place
from ...pseudonym_key import SCHEMA, PseudonymKey
from ...replacing import real_path
from ...writing import write
from ...yaml_events import dump
from ...yaml_file import LIMIT_BYTES, YamlFile, read_file

#: Read and written by the owner, by nobody else.
MODE = 0o600
_WIDTH = 1000  # one row, one line


def read_key(path: Path) -> PseudonymKey:
    """The key in a file; an empty one where there is no such file yet.

    Args:
        path: The file.

    Raises:
        InputError: Every mistake in it; SR837 where it contradicts itself.
    """
    if not path.exists() and not path.is_symlink():
        return PseudonymKey.empty()
    return key_of(read_file(path))


def key_of(file: YamlFile) -> PseudonymKey:
    """The key that a file holds.

    Args:
        file: What was read.

    Raises:
        InputError: Every mistake in it; SR837 where it contradicts itself.
    """
    key, problems = load(PseudonymKey, file)
    if key is None or problems:
        raise InputError(problems)
    problems = [*_twice(file, "raters"), *_twice(file, "cases")]
    if problems:
        raise InputError(problems)
    return key


def _twice(file: YamlFile, group: str) -> Iterator[Problem]:
    """A name with two pseudonyms, or a pseudonym of two names."""
    for field in ("pseudonym", "name"):
        first: dict[object, Place] = {}
        for path, value in file.find(f"{group}.*.{field}"):
            place = file.place(path)
            before = first.setdefault(value, place)
            if before is not place:
                message = f"the {field} {quoted(value)} stands on line {before.line} too; keep one"
                yield Problem("SR837", place, message)


def check_place(path: Path, table: Path, source: Path, in_git: bool) -> None:
    """Whether a key may be written: outside what Git keeps for ever, and over nothing else.

    Args:
        path: Where the key shall stand.
        table: Where the table goes that is handed on.
        source: What was read.
        in_git: Whether it may stand in a work tree of Git.

    Raises:
        InputError: SR838.
    """
    if real_path(path) in (real_path(table), real_path(source)):
        raise refusal(
            "SR838", path, "this is another of the files that are named; name one for the key"
        )
    tree = next((at for at in real_path(path).parents if (at / ".git").exists()), None)
    if tree is not None and not in_git:
        message = (
            f"the key would stand in a work tree of Git ({tree}), from where it is easily shared;"
            " name a place outside, or say --key-in-git where Git ignores the file"
        )
        raise refusal("SR838", path, message)


def lies_beside(path: Path, table: Path) -> bool:
    """Whether a key lies in the folder of the table, or below: who sends the folder sends both."""
    return real_path(path).is_relative_to(real_path(table).parent)


def write_key(path: Path, key: PseudonymKey, header: str) -> None:
    """Write a key, or its extension, as one step; only its owner can read the file.

    Args:
        path: The file. Comments at its head stay.
        key: What it shall say.
        header: What is said at the head of a new one, a comment a line.

    Raises:
        InputError: SR104, too many names; SR614, it cannot be written.
    """
    rows = {group: [dict(row) for row in getattr(key, group)] for group in ("raters", "cases")}
    data = {"schema": SCHEMA, **rows} if key.cases else {"schema": SCHEMA, "raters": rows["raters"]}
    text = _head(path, header) + dump(data, leaves_on_one_line=True, width=_WIDTH)
    if len(text.encode()) > LIMIT_BYTES:
        message = "the key would be larger than 1 MiB; begin another one, in another file"
        raise refusal("SR104", path, message)
    write(path, text.encode(), MODE)


def _head(path: Path, header: str) -> str:
    """The comments above all else: those that are there, or those of a new key."""
    if not path.exists():
        return "".join(f"# {line}\n" for line in header.splitlines())
    lines = path.read_text(encoding="utf-8-sig").splitlines(keepends=True)
    end = next((at for at, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(lines[:end])
