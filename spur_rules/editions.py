"""Which version of a catalog, of its rules and of its overlays a review is graded with.

A checklist may name the version (`catalog: st-spur@1.0.0`): then it is that one. Otherwise the day
decides: the one that is asked for, or else that of the review. Where several are in force the
highest version is taken; without a day the highest that is not out of force. No clock is looked at.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from . import catalog as catalogs
from . import rules as rulesets
from .errors import InputError, Problem, both, quoted
from .frozen import read_day
from .linking import link
from .loading import hint
from .picking import Wish, check_name, fits, in_folder, is_it, newest, parsed_name, pick, shelf
from .provenance import Chosen, ChosenBy, Place
from .rulebook import Rulebook
from .shipped import CATALOG, RULES, shipped_files
from .yaml_file import YamlFile, read_file

#: Of so many heads of checklists it is kept which rulebook they ask for.
MOST_KNOWN = 1024


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


class Editions:
    """Finds and links what checklists are graded with; each combination once.

    Args:
        sources: Where catalogs, rules and overlays come from.
        proven: Without it rules are taken that grading refuses; see `linking.link`.
    """

    def __init__(self, sources: Sources, proven: bool = True) -> None:
        self._sources, self._proven = sources, proven
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
            if len(self._known) >= MOST_KNOWN:
                self._known.clear()
            self._known[wanted] = self._found(wanted)
        return self._known[wanted]

    def _found(self, wanted: Header) -> Rulebook:
        catalog, chosen = self._catalog(wanted)
        rules, extra = self._beside(catalog, wanted)
        key = (catalog.name, rules.name, *(file.name for file in extra), str(chosen))
        if key not in self._linked:
            rulebook = link(catalog, rules, extra, self._proven)
            is_shipped = not extra and (catalog.name, rules.name) == (str(CATALOG), str(RULES))
            self._linked[key] = rulebook.chosen_for(chosen, is_shipped)
        return self._linked[key]

    def files(self, wanted: Header) -> tuple[YamlFile, YamlFile, tuple[YamlFile, ...]]:
        """The catalog, the rules and the overlays that `rulebook` links.

        Args:
            wanted: The checklist's head.

        Raises:
            InputError: As `rulebook`.
        """
        catalog, _ = self._catalog(wanted)
        rules, overlays = self._beside(catalog, wanted)
        return catalog, rules, tuple(overlays)

    def _beside(self, catalog: YamlFile, wanted: Header) -> tuple[YamlFile, list[YamlFile]]:
        return both(lambda: self._rules(catalog, wanted), lambda: self._overlays(wanted))

    def _catalog(self, wanted: Header) -> tuple[YamlFile, Chosen | None]:
        where, wish = shelf(self._sources.catalog)
        is_named = wish is not None
        id, version = parsed_name(wanted.catalog or "") or (None, None)
        wish = wish or Wish(id, version, *self._day(wanted))
        files = self._files(where, CATALOG, catalogs.SCHEMA, wish)
        if is_named:
            check_name(files, wish, "--catalog")
        else:
            of_id = [file for file in files if file.data.get("id") == wish.id]
            of_version = [file for file in of_id if file.data.get("version") == wish.version]
            # Where the one it names is not there, reading the checklist tells so, at its line.
            wish = wish if of_version or not wish.version else wish._replace(version=None)
            files = of_id or files
        file = pick(files, wish, "catalog")
        return file, self._chosen(file, files, wish)

    def _chosen(self, file: YamlFile, files: Sequence[YamlFile], wish: Wish) -> Chosen | None:
        """What decided, where it is worth telling: without it the newest would have been taken."""
        name = f"{file.data.get('id')} {file.data.get('version')}"
        if wish.must_fit and wish.day and not wish.version:
            return Chosen(ChosenBy.DAY, f"{name} ({wish.day})")
        if file is newest(files):
            return None
        return Chosen(ChosenBy.NAME if wish.version else ChosenBy.REVIEW, name)

    def _rules(self, catalog: YamlFile, wanted: Header) -> YamlFile:
        where, wish = shelf(self._sources.rules)
        is_named = wish is not None
        wish = wish or Wish(None, None, *self._day(wanted))
        files = self._files(where, RULES, rulesets.SCHEMA, wish)
        if is_named:
            check_name(files, wish, "--rules")
        fitting = [file for file in files if fits(file, catalog)]
        return pick(fitting or files, wish, "rules")

    def _overlays(self, wanted: Header) -> list[YamlFile]:
        """Those that the checklist names, in its order, then those that are given besides."""
        given: list[YamlFile] = []
        problems: list[Problem] = []
        for where in dict.fromkeys(self._sources.overlays):
            try:
                wish = shelf(where)[1]
                found = self._shipped(wish, wanted) if wish else self._own(Path(where))
                given.append(found)
            except InputError as error:
                problems += error.problems
        if problems:
            raise InputError(problems)
        named = []
        for name in wanted.overlays:
            wish = Wish(*(parsed_name(name) or (name, None)))
            own = next((file for file in given if file.data.get("id") == wish.id), None)
            known = own or self._shipped_or_none(wish, wanted)
            named += [known] if known else []  # reading the checklist tells which there is not
        return list({file.name: file for file in (*named, *given)}.values())

    def _own(self, path: Path) -> YamlFile:
        """A file that is named; like any other it must be in force on a day that is asked for."""
        return pick([self._read(path)], Wish(None, None, *self._day(Header())), "overlay")

    def _shipped_or_none(self, wish: Wish, wanted: Header) -> YamlFile | None:
        try:
            return self._shipped(wish, wanted)
        except InputError:
            return None

    def _shipped(self, wish: Wish, wanted: Header) -> YamlFile:
        files = [self._read(path) for path in shipped_files("indicator_catalog", "overlays")]
        if wish.id not in (ids := [str(file.data.get("id")) for file in files]):
            message = (
                f"there is no overlay {quoted(wish.id)}, and no such file{hint(str(wish.id), ids)}"
            )
            raise InputError([Problem("SR230", Place("--overlay"), message)])
        of_id = [file for file in files if file.data.get("id") == wish.id]
        day, must_fit = self._day(wanted)
        return pick(of_id, wish._replace(day=day, must_fit=must_fit), "overlay")

    def _day(self, wanted: Header) -> tuple[date | None, bool]:
        """The day that decides, and whether a version must be in force on it."""
        asked = self._sources.day
        return (wanted.day, False) if asked is None else (asked, True)

    def _files(self, where: Path | None, current: Path, schema: str, wish: Wish) -> list[YamlFile]:
        """The versions to choose from; one file that is named is taken as it is.

        The shipped ones are read only where the newest of them cannot be it.
        """
        if where is not None:
            return in_folder(where, schema, self._read) if where.is_dir() else [self._read(where)]
        last = self._read(current)
        if is_it(last, wish):
            return [last]
        return [last, *map(self._read, shipped_files(current.parent.name, "earlier"))]


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
