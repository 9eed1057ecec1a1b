"""Which version of a catalog, of its rules and of its overlays a review is graded with.

A checklist may name the version (`catalog: st-spur@1.0.0`): then it is that one. Otherwise the day
decides: the one that is asked for, or else that of the review. Where several are in force the
highest version is taken; without a day the highest that is not out of force. No clock is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from . import catalog as catalogs
from . import rules as rulesets
from .errors import InputError, Problem, both, quoted
from .frozen import read_day
from .linking import link
from .loading import hint
from .provenance import Chosen, ChosenBy, Place
from .rulebook import Rulebook
from .shipped import CATALOG, RULES, shipped_files
from .yaml_file import YamlFile, read_file

_NAME = re.compile(r"([0-9a-zåäö][0-9a-zåäö_.-]*)(?:@(\d+\.\d+\.\d+))?")
_SUFFIXES = (".yaml", ".yml", ".json")


class Sources(NamedTuple):
    """Where a catalog, rules and overlays come from, and the day on which they shall be in force.

    A catalog or rules are a file, a folder with several versions, or a shipped one by its name
    (`st-spur@1.0.0`); an overlay is a file or a shipped one by its name.
    """

    catalog: str | Path | None = None
    rules: str | Path | None = None
    overlays: tuple[str | Path, ...] = ()
    day: date | None = None


class Header(NamedTuple):
    """What a checklist says about the catalog that it answers, as far as it can be read."""

    catalog: str | None = None
    overlays: tuple[str, ...] = ()
    day: date | None = None


def header(file: YamlFile) -> Header:
    """What stands at the head of a checklist; what is wrong there is told when it is read.

    Args:
        file: A checklist, or something that should be one.

    >>> data = {"catalog": "st-spur@1.0.0", "review": {"date": "2025-11-03"}}
    >>> header(YamlFile("visit.yaml", data))
    Header(catalog='st-spur@1.0.0', overlays=(), day=datetime.date(2025, 11, 3))
    """
    named, day = file.data.get("catalog"), file.at(("review", "date"))
    found = [name for _, name in file.find("overlays.*") if isinstance(name, str)]
    return Header(
        named if isinstance(named, str) else None,
        tuple(found),
        read_day(day) if isinstance(day, str) else None,
    )


class _Wish(NamedTuple):
    """Which version is wanted: by its id and its number, or by a day that must or should fit."""

    id: str | None = None
    version: str | None = None
    day: date | None = None
    must_fit: bool = False


class Editions:
    """Finds and links what checklists are graded with; each combination once.

    Args:
        sources: Where catalogs, rules and overlays come from.
    """

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._read = _shipped_file if sources == Sources() else _Reader()
        self._linked: dict[tuple[str, ...], Rulebook] = {}
        self._known: dict[Header, Rulebook] = {}

    def rulebook(self, wanted: Header = Header()) -> Rulebook:  # noqa: B008 (a frozen value)
        """The rulebook for a checklist that says so much about itself.

        Args:
            wanted: The checklist's head.

        Raises:
            InputError: What is wrong in the files; SR229 no version is in force on the day; SR230
                there is no such version or overlay.
        """
        if wanted not in self._known:
            self._known[wanted] = self._found(wanted)
        return self._known[wanted]

    def _found(self, wanted: Header) -> Rulebook:
        catalog, chosen = self._catalog(wanted)
        rules, extra = both(lambda: self._rules(catalog, wanted), lambda: self._overlays(wanted))
        key = (catalog.name, rules.name, *(file.name for file in extra), str(chosen))
        if key not in self._linked:
            rulebook = link(catalog, rules, extra)
            is_shipped = not extra and (catalog.name, rules.name) == (str(CATALOG), str(RULES))
            self._linked[key] = rulebook.chosen_for(chosen, is_shipped)
        return self._linked[key]

    def _catalog(self, wanted: Header) -> tuple[YamlFile, Chosen | None]:
        where, wish = _shelf(self._sources.catalog)
        is_named = wish is not None
        id, version = _parsed(wanted.catalog or "") or (None, None)
        wish = wish or _Wish(id, version, *self._day(wanted))
        files = self._files(where, CATALOG, catalogs.SCHEMA, wish)
        if is_named:
            _check_name(files, wish, "--catalog")
        else:
            of_id = [file for file in files if file.data.get("id") == wish.id]
            of_version = [file for file in of_id if file.data.get("version") == wish.version]
            # Where the one it names is not there, reading the checklist tells so, at its line.
            wish = wish if of_version or not wish.version else wish._replace(version=None)
            files = of_id or files
        file = _pick(files, wish, "catalog")
        return file, self._chosen(file, files, wish)

    def _chosen(self, file: YamlFile, files: Sequence[YamlFile], wish: _Wish) -> Chosen | None:
        """What decided, where it is worth telling: without it the newest would have been taken."""
        name = f"{file.data.get('id')} {file.data.get('version')}"
        if wish.must_fit and wish.day and not wish.version:
            return Chosen(ChosenBy.DAY, f"{name} ({wish.day})")
        if file is _newest(files):
            return None
        return Chosen(ChosenBy.NAME if wish.version else ChosenBy.REVIEW, name)

    def _rules(self, catalog: YamlFile, wanted: Header) -> YamlFile:
        where, wish = _shelf(self._sources.rules)
        is_named = wish is not None
        wish = wish or _Wish(None, None, *self._day(wanted))
        files = self._files(where, RULES, rulesets.SCHEMA, wish)
        if is_named:
            _check_name(files, wish, "--rules")
        fitting = [file for file in files if _fits(file, catalog)]
        return _pick(fitting or files, wish, "rules")

    def _overlays(self, wanted: Header) -> list[YamlFile]:
        """Those that the checklist names, in its order, then those that are given besides."""
        given: list[YamlFile] = []
        problems: list[Problem] = []
        for where in dict.fromkeys(self._sources.overlays):
            try:
                path, wish = _shelf(where)
                given.append(self._read(path) if wish is None else self._shipped(wish, wanted))
            except InputError as error:
                problems += error.problems
        if problems:
            raise InputError(problems)
        named = []
        for name in wanted.overlays:
            wish = _Wish(*(_parsed(name) or (name, None)))
            own = next((file for file in given if file.data.get("id") == wish.id), None)
            found = own or self._shipped_or_none(wish, wanted)
            named += [found] if found else []  # reading the checklist tells which there is not
        return list({file.name: file for file in (*named, *given)}.values())

    def _shipped_or_none(self, wish: _Wish, wanted: Header) -> YamlFile | None:
        try:
            return self._shipped(wish, wanted)
        except InputError:
            return None

    def _shipped(self, wish: _Wish, wanted: Header) -> YamlFile:
        files = [self._read(path) for path in shipped_files("indicator_catalog", "overlays")]
        if wish.id not in (ids := [str(file.data.get("id")) for file in files]):
            message = f"there is no overlay {quoted(wish.id)}{hint(str(wish.id), ids)}, or a file"
            raise InputError([Problem("SR230", Place("--overlay"), message)])
        of_id = [file for file in files if file.data.get("id") == wish.id]
        return _pick(of_id, wish._replace(day=self._day(wanted)[0]), "overlay")

    def _day(self, wanted: Header) -> tuple[date | None, bool]:
        """The day that decides, and whether a version must be in force on it."""
        asked = self._sources.day
        return (wanted.day, False) if asked is None else (asked, True)

    def _files(self, where: Path | None, current: Path, schema: str, wish: _Wish) -> list[YamlFile]:
        """The versions to choose from; one file that is named is taken as it is.

        The shipped ones are read only where the newest of them cannot be it.
        """
        if where is not None:
            return _in_folder(where, schema, self._read) if where.is_dir() else [self._read(where)]
        newest = self._read(current)
        if _is_it(newest, wish):
            return [newest]
        earlier = shipped_files(current.parent.name, "earlier")
        return [newest, *map(self._read, earlier)]


@lru_cache(maxsize=1)
def shipped_editions() -> Editions:
    """What comes with spur_rules, linked once for the whole process."""
    return Editions(Sources())


@lru_cache(maxsize=64)
def _shipped_file(path: Path) -> YamlFile:
    return read_file(path)


class _Reader:
    """Reads each file once; those of a user may be others the next time."""

    def __init__(self) -> None:
        self._files: dict[Path, YamlFile] = {}

    def __call__(self, path: Path) -> YamlFile:
        if path not in self._files:
            self._files[path] = read_file(path)
        return self._files[path]


def _shelf(where: str | Path | None) -> tuple[Any, _Wish | None]:
    """A path, or else the wish for a shipped file by its name."""
    if where is None:
        return None, None
    path = Path(where)
    is_name = isinstance(where, str) and path.suffix.lower() not in _SUFFIXES and "/" not in where
    parsed = _parsed(str(where)) if is_name and not path.exists() else None
    return (None, _Wish(*parsed)) if parsed else (path, None)


def _check_name(files: Sequence[YamlFile], wish: _Wish, option: str) -> None:
    """A name that is none of a shipped file may be a path that is misspelt."""
    ids = list(dict.fromkeys(str(file.data.get("id")) for file in files))
    if wish.id not in ids:
        message = f"there is no file and nothing shipped of that name{hint(str(wish.id), ids)}"
        raise InputError([Problem("SR230", Place(f"{option} {wish.id}"), message)])


def _parsed(name: str) -> tuple[str, str | None] | None:
    found = _NAME.fullmatch(name)
    return (found[1], found[2]) if found else None


def _is_it(newest: YamlFile, wish: _Wish) -> bool:
    """Whether the newest version is what is wanted, whatever older ones there are."""
    if wish.version is not None:
        return wish.version == newest.data.get("version")
    fits = wish.day is None or _is_in_force(newest, wish.day)
    return fits and _day(newest, "valid_to") is None


def _in_folder(folder: Path, schema: str, read: Callable[[Path], YamlFile]) -> list[YamlFile]:
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


def _fits(rules: YamlFile, catalog: YamlFile) -> bool:
    """Whether rules are written for a catalog."""
    id, version = catalog.data.get("id"), catalog.data.get("version")
    return rules.data.get("catalog") in (id, f"{id}@{version}")


def _pick(files: Sequence[YamlFile], wish: _Wish, what: str) -> YamlFile:
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
        return _newest(files)
    in_force = [file for file in files if _is_in_force(file, wish.day)]
    if in_force or not wish.must_fit:
        return _newest(in_force or files)
    raise InputError([_gap(files, wish.day, what)])


def _gap(files: Sequence[YamlFile], day: date, what: str) -> Problem:
    """Nothing is in force on a day: what is before it and after it."""
    before = [file for file in files if (end := _day(file, "valid_to")) and end < day]
    after = [file for file in files if (start := _day(file, "valid_from")) and start > day]
    near = [max(before, key=lambda file: str(_day(file, "valid_to")))] if before else []
    near += [min(after, key=lambda file: str(_day(file, "valid_from")))] if after else []
    spans = ", ".join(map(_span, near))
    message = f"no version of the {what} is in force on {day}; the nearest: {spans}"
    return Problem("SR229", Place("--date"), message)


def _span(file: YamlFile) -> str:
    start, end = _day(file, "valid_from"), _day(file, "valid_to")
    return f"`{file.data.get('id')}@{file.data.get('version')}` ({start or ''}–{end or ''})"


def _newest(files: Sequence[YamlFile]) -> YamlFile:
    """The highest version, of those that are not out of force if there are any."""
    kept = [file for file in files if _day(file, "valid_to") is None]
    return max(kept or files, key=_number)


def _versions(files: Iterable[YamlFile]) -> list[str]:
    return [str(file.data.get("version")) for file in sorted(files, key=_number)]


def _number(file: YamlFile) -> tuple[int, ...]:
    """A version to compare; what is none is told when the file is loaded."""
    return tuple(map(int, re.findall(r"\d+", str(file.data.get("version")))))


def _is_in_force(file: YamlFile, day: date) -> bool:
    start, end = _day(file, "valid_from"), _day(file, "valid_to")
    return (start is None or start <= day) and (end is None or day <= end)


def _day(file: YamlFile, key: str) -> date | None:
    found = file.data.get(key)
    return read_day(found) if isinstance(found, str) else None
