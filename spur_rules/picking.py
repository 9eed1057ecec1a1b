"""Picking one version of several: by its number, by a day, or the newest."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from .errors import InputError, Problem
from .frozen import read_day
from .loading import hint
from .provenance import Place
from .yaml_file import YamlFile

_NAME = re.compile(r"([0-9a-zåäö][0-9a-zåäö_.-]*)(?:@(\d+\.\d+\.\d+))?")
_SUFFIXES = (".yaml", ".yml", ".json")


class Wish(NamedTuple):
    """Which version is wanted: by its id and its number, or by a day that must or should fit."""

    id: str | None = None
    version: str | None = None
    day: date | None = None
    must_fit: bool = False


def shelf(where: str | Path | None) -> tuple[Path | None, Wish | None]:
    """A path, or else the wish for a shipped file by its name.

    Args:
        where: A file, a folder, or a name such as `st-spur@1.0.0`; None for what is shipped.

    >>> shelf("st-spur@1.0.0")[1], shelf("my-catalog.yaml")[0]
    (Wish(id='st-spur', version='1.0.0', day=None, must_fit=False), PosixPath('my-catalog.yaml'))
    """
    if where is None:
        return None, None
    path = Path(where)
    is_name = isinstance(where, str) and path.suffix.lower() not in _SUFFIXES and "/" not in where
    parsed = parsed_name(str(where)) if is_name and not path.exists() else None
    return (None, Wish(*parsed)) if parsed else (path, None)


def check_name(files: Sequence[YamlFile], wish: Wish, option: str) -> None:
    """A name that is none of a shipped file may be a path that is misspelt."""
    ids = list(dict.fromkeys(str(file.data.get("id")) for file in files))
    if wish.id not in ids:
        message = f"there is no file and nothing shipped of that name{hint(str(wish.id), ids)}"
        raise InputError([Problem("SR230", Place(f"{option} {wish.id}"), message)])


def parsed_name(name: str) -> tuple[str, str | None] | None:
    """The id and the version in `id` or `id@version`; None where it is neither."""
    found = _NAME.fullmatch(name)
    return (found[1], found[2]) if found else None


def is_it(newest: YamlFile, wish: Wish) -> bool:
    """Whether the newest version is what is wanted, whatever older ones there are."""
    if wish.version is not None:
        return wish.version == newest.data.get("version")
    fits = wish.day is None or _is_in_force(newest, wish.day)
    return fits and _day(newest, "valid_to") is None


def in_folder(folder: Path, schema: str, read: Callable[[Path], YamlFile]) -> list[YamlFile]:
    """The files of one kind in a folder, in order of their names; others are passed over."""
    problems: list[Problem] = []
    found: list[YamlFile] = []
    for path in sorted(path for path in folder.iterdir() if path.suffix.lower() in _SUFFIXES):
        try:
            file = read(path)
        except InputError as error:
            problems += error.problems
            continue
        found += [file] if file.data.get("schema") == schema else []
    if problems:
        raise InputError(problems)
    if not found:
        message = (
            f"this is a directory without any file that says `schema: {schema}`; name a YAML or"
            " JSON file, or a directory of versions"
        )
        raise InputError([Problem("SR102", Place(str(folder)), message)])
    return found


def fits(rules: YamlFile, catalog: YamlFile) -> bool:
    """Whether rules are written for a catalog."""
    return is_of(rules.data.get("catalog"), catalog)


def is_of(named: object, catalog: YamlFile) -> bool:
    """Whether `id` or `id@version`, as a file names its catalog, is this one, if it tells."""
    id, version = catalog.data.get("id"), catalog.data.get("version")
    return named in (id, f"{id}@{version}")


def pick(files: Sequence[YamlFile], wish: Wish, what: str) -> YamlFile:
    """The version that is wanted; where only a review's date speaks against all, the newest.

    Args:
        files: At least one.
        wish: What is wanted.
        what: What they are versions of, for a message.
    """
    if wish.id is not None:
        files = [file for file in files if file.data.get("id") == wish.id] or files
    if wish.version is not None:
        for file in files:
            if file.data.get("version") == wish.version and file.data.get("id") == wish.id:
                return file
        there = ", ".join(f"`{version}`" for version in _versions(files))
        message = f"there is no version `{wish.version}` of the {what}; there is {there}"
        raise InputError([Problem("SR230", Place(f"{wish.id}@{wish.version}"), message)])
    if wish.day is None:
        return newest(files)
    in_force = [file for file in files if _is_in_force(file, wish.day)]
    if in_force or not wish.must_fit:
        return newest(in_force or files)
    raise InputError([_gap(files, wish.day, what)])


def _gap(files: Sequence[YamlFile], day: date, what: str) -> Problem:
    """Nothing is in force on a day: what is before it and after it."""
    before = [file for file in files if (end := _day(file, "valid_to")) and end < day]
    after = [file for file in files if (start := _day(file, "valid_from")) and start > day]
    near = [max(before, key=lambda file: str(_day(file, "valid_to")))] if before else []
    near += [min(after, key=lambda file: str(_day(file, "valid_from")))] if after else []
    spans = ", ".join(map(_span, near))
    message = (
        f"no version of the {what} is in force on {day}; choose another day, the nearest: {spans}"
    )
    return Problem("SR229", Place("--date"), message)


def _span(file: YamlFile) -> str:
    start, end = _day(file, "valid_from"), _day(file, "valid_to")
    return f"`{file.data.get('id')}@{file.data.get('version')}` ({start or ''}–{end or ''})"


def newest(files: Sequence[YamlFile]) -> YamlFile:
    """The highest version, of those that are not out of force if there are any."""
    kept = [file for file in files if _day(file, "valid_to") is None]
    return max(kept or files, key=_number)


def _versions(files: Iterable[YamlFile]) -> list[str]:
    """Each once: a catalog and its rules may have the same."""
    named = [str(file.data.get("version")) for file in sorted(files, key=_number)]
    return list(dict.fromkeys(named))


def _number(file: YamlFile) -> tuple[int, ...]:
    """A version to compare; what is none is told when the file is loaded."""
    return tuple(map(int, re.findall(r"\d+", str(file.data.get("version")))))


def _is_in_force(file: YamlFile, day: date) -> bool:
    start, end = _day(file, "valid_from"), _day(file, "valid_to")
    return (start is None or start <= day) and (end is None or day <= end)


def _day(file: YamlFile, key: str) -> date | None:
    found = file.data.get(key)
    return read_day(found) if isinstance(found, str) else None
