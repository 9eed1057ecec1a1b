"""The file that a scaffold goes into: what it names as its schema, and how it is written."""

from __future__ import annotations

import os
from pathlib import Path

from ..documents.wrapping import wrapped
from ..errors import InputError, quoted, refusal
from ..provenance import Place
from ..writing import write as write_bytes
from ..yaml_events import dump
from ..yaml_file import parse_bytes, read_bytes

#: The columns that a scaffold keeps within.
WIDTH = 100


def schema_line(path: Path, name: str) -> str:
    """The line by which an editor completes and checks a file while it is written.

    Args:
        path: The file.
        name: The schema's name, such as `cases`.

    Returns:
        A comment that names the schema in the nearest folder `schemas` above the file, or beside
        the file where there is none.
    """
    found = _schema_file(path, name)
    return f"# yaml-language-server: $schema={found or f'{name}.schema.json'}"


def has_schema(path: Path, name: str) -> bool:
    """Whether the schema that `schema_line` names is there."""
    beside = path.resolve().parent / f"{name}.schema.json"
    return _schema_file(path, name) is not None or beside.is_file()


def _schema_file(path: Path, name: str) -> str | None:
    folder = path.resolve().parent
    for above in (folder, *folder.parents):
        schema = above / "schemas" / f"{name}.schema.json"
        if schema.is_file():
            return Path(os.path.relpath(schema, folder)).as_posix()
    return None


def comment(text: str, indent: int = 0) -> list[str]:
    """A text as comment lines.

    Args:
        text: One paragraph.
        indent: How far the entry is moved in that the comment belongs to.
    """
    return wrapped(text, WIDTH - indent, "# ", 0).replace("\n", "\n# ").split("\n")


def row(key: str, value: object) -> list[str]:
    """A key and its value as lines of YAML, what holds nothing but values on one line.

    >>> row("when", {"fact": "föreskrift.brister", "at_least": 1})
    ['when: {fact: föreskrift.brister, at_least: 1}']
    """
    is_group = isinstance(value, dict | list)
    return dump({key: value}, leaves_on_one_line=is_group).rstrip("\n").split("\n")


def read_text(path: Path) -> str:
    """The text of a YAML file that reads without mistakes.

    Raises:
        InputError: SR101 to SR114.
    """
    file = parse_bytes(read_bytes(path), str(path))
    return file.text or ""


def write(path: Path, text: str) -> None:
    """Write a file as one step.

    Raises:
        InputError: SR614, it cannot be written; it is as it was.
    """
    write_bytes(path, text.encode("utf-8"))


def new_path(path: Path, force: bool) -> Path:
    """A path at which a file may be written anew.

    Raises:
        InputError: SR611, a file is there; SR102, a directory is.
    """
    if path.is_dir():
        raise refusal("SR102", Place(str(path)), "this is a directory; name a YAML file in it")
    if path.exists() and not force:
        message = "the file is already there; name another one, or write over it with --force"
        raise refusal("SR611", Place(str(path)), message)
    return path


def used(id: str, place: Place) -> InputError:
    """The mistake of an id that something else has."""
    message = f"{quoted(id)} is already used; choose another id, or write over it with --force"
    return refusal("SR613", place, message)
