"""A folder of checklists: every one of them read, the mistakes of all of them told together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from .checklist import SCHEMA
from .errors import InputError, Problem
from .provenance import Place
from .yaml_file import YamlFile, read_file

Found = TypeVar("Found")

_SUFFIXES = (".yaml", ".yml", ".json")


def read_folder(folder: str | Path, read: Callable[[YamlFile], Found]) -> dict[str, Found]:
    """Read every checklist in a folder and in those below it.

    Hidden files, and those that say by their schema line that they are something else, are passed
    over.

    Args:
        folder: Where the YAML and JSON files are.
        read: What makes of a file what is wanted.

    Returns:
        What was made of each checklist, by its path within the folder, in its order.

    Raises:
        InputError: Every mistake in every file; SR101, no such folder; SR408, no checklist in it.
    """
    found, problems = read_each(folder, read)
    if problems:
        raise InputError(problems)
    return found


def read_each(
    folder: str | Path, read: Callable[[YamlFile], Found]
) -> tuple[dict[str, Found], tuple[Problem, ...]]:
    """The same where some may be broken: those that can be read, and what is wrong in the others.

    Args:
        folder: Where the YAML and JSON files are.
        read: What makes of a file what is wanted.

    Raises:
        InputError: SR101, no such folder; SR408, no checklist in it.
    """
    root, found, problems = Path(folder), dict[str, Found](), list[Problem]()
    if not root.is_dir():
        what = "this is a file, not a folder" if root.exists() else "there is no such folder"
        message = f"{what}; check the path, and name a folder of checklists"
        raise InputError([Problem("SR101", Place(str(folder)), message)])
    for path in sorted(path for path in root.rglob("*") if _is_wanted(path, root)):
        try:
            file = read_file(path)
            if not _is_something_else(file):
                found[path.relative_to(root).as_posix()] = read(file)
        except InputError as error:
            problems += error.problems
    if not found and not problems:
        message = "the folder holds no checklist (YAML or JSON); name another folder"
        raise InputError([Problem("SR408", Place(str(folder)), message)])
    return found, tuple(problems)


def _is_wanted(path: Path, root: Path) -> bool:
    """Whether it looks like a checklist; hidden files and folders are editors' and systems'."""
    is_hidden = any(part.startswith(".") for part in path.relative_to(root).parts)
    return path.suffix.lower() in _SUFFIXES and not is_hidden and path.is_file()


def _is_something_else(file: YamlFile) -> bool:
    """Whether it is another kind of this project's files, such as a plan or a catalog."""
    schema = file.data.get("schema")
    is_ours = isinstance(schema, str) and schema.startswith("spur-rules/")
    return is_ours and str(schema).split("/")[1] != SCHEMA.split("/")[1]
