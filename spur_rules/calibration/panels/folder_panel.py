"""A folder of checklists to a panel: the paths say which case it is, and whose."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import numpy as np

from ...editions import Editions, header
from ...errors import InputError, Problem, quoted
from ...facts import encode
from ...folder import read_each
from ...provenance import Place
from ...reading import read
from ...rulebook import Rulebook
from ...yaml_file import YamlFile, read_file
from .folder_order import Folders, Placed, folders_are
from .names import KINDS, NAME_IS, LookAlikes, alike, sound_name
from .panel import Named, Panel, arrange, given_grades

#: `CASE--RATER`: two hyphens, once; more of them could be read in several ways.
_ONE_LEVEL = re.compile(r"(?P<case>(?:(?!--).)*[^-])--(?P<rater>[^-](?:(?!--).)*)")


class _Found(NamedTuple):
    """What a panel keeps of a checklist: a thousand times less than the checklist itself."""

    rulebook: Rulebook
    statuses: bytes
    given: list[int]
    unit: str | None = None


def panel_of_folder(folder: Path, found_in: Editions, folders: Folders | None = None) -> Panel:
    """The checklists in a folder: `CASE/RATER.yaml`, `RATER/CASE.yaml` or `CASE--RATER.yaml`.

    Corrections that came in after the visit are set aside: what is compared is what each rater
    ticked.

    Args:
        folder: Where the YAML and JSON files are.
        found_in: Where rulebooks come from.
        folders: What the folders are; told by `review.unit` in the files if left out.

    Raises:
        InputError: Every mistake in every file, SR834 to SR836 for what does not go together.
    """

    def found(file: YamlFile) -> _Found:
        rulebook = found_in.rulebook(header(file))
        checklist = read(file, rulebook.catalog)
        codes, given = encode(rulebook, checklist), given_grades(rulebook, checklist)
        return _Found(rulebook, codes, given, checklist.review.unit)

    checklists, unread = read_each(folder, found)
    named, untold = _named(folder, checklists, folders)
    problems = [*unread, *untold, *_of_other_catalogs(folder, checklists)]
    if problems:
        raise InputError(problems)
    rulebook, size = next(iter(checklists.values())).rulebook, len(checklists)
    statuses = np.frombuffer(b"".join(row.statuses for row in checklists.values()), np.uint8)
    given = np.array([row.given for row in checklists.values()], np.int8)
    return arrange(rulebook, list(named.values()), statuses.reshape(size, -1), given)


def case_and_rater(path: str, folders: Folders = Folders.CASES) -> Named | None:
    """The case and the rater that a path within the folder says; None where it cannot be told."""
    *above, name = PurePosixPath(path).with_suffix("").parts
    if not above:
        told = _ONE_LEVEL.fullmatch(name)
        case, rater = (told["case"], told["rater"]) if told else ("", "")
    else:
        case, rater = (above[0], name) if len(above) == 1 else ("", "")
        if folders is Folders.RATERS:
            case, rater = rater, case
    sound = sound_name(case), sound_name(rater)
    return (sound[0], sound[1]) if sound[0] and sound[1] else None


def _named(
    folder: Path, found: dict[str, _Found], folders: Folders | None
) -> tuple[dict[str, Named], list[Problem]]:
    """The case and the rater of each path, and what is wrong with the paths."""
    try:
        folders = folders or folders_are(str(folder), list(_placed(found)))
    except InputError as untold:
        return {}, list(untold.problems)
    said = {path: case_and_rater(path, folders) for path in found}
    named = {path: names for path, names in said.items() if names}
    units = {path: row.unit for path, row in found.items() if row.unit is not None}
    problems = [
        *_misplaced(folder, said),
        *_look_alikes(folder, named),
        *_turned(folder, named, units),
    ]
    return named, problems


def _placed(found: dict[str, _Found]) -> Iterator[Placed]:
    for path, row in found.items():
        above, name = PurePosixPath(path).parent, PurePosixPath(path).stem
        if row.unit is not None and len(above.parts) == 1:
            yield Placed(path, str(above), name, row.unit)


def _misplaced(folder: Path, said: dict[str, Named | None]) -> Iterator[Problem]:
    """Paths that say no case and rater, or the same as another."""
    first: dict[Named, str] = {}
    for path, named in said.items():
        place = Place(str(folder / path))
        if named is None:
            message = (
                "the path does not tell the case and the rater; name it CASE/RATER.yaml, or"
                f" CASE--RATER.yaml with `--` once; {NAME_IS}"
            )
            yield Problem("SR835", place, message)
        elif (other := first.setdefault(named, path)) != path:
            case, rater = map(quoted, named)
            message = f"{case} by {rater} stands in {quoted(other)} too; keep one of the files"
            yield Problem("SR834", place, message)


def _look_alikes(folder: Path, named: dict[str, Named]) -> Iterator[Problem]:
    """Names that a reader takes for another's: one case or rater would be taken for two."""
    told = LookAlikes()
    for path, names in named.items():
        for kind, name in zip(KINDS, names, strict=True):
            if message := told.message(kind, name):
                yield Problem("SR839", Place(str(folder / path)), message)


def _turned(folder: Path, named: dict[str, Named], units: dict[str, str]) -> Iterator[Problem]:
    """`RATER--CASE.yaml`: the unit is what should be the rater."""
    for path, unit in units.items():
        names = named.get(path)
        if names is None or "/" in path or not alike(names[0]) != alike(names[1]) == alike(unit):
            continue
        message = (
            f"the checklist is of {quoted(unit)}, which stands where the rater should; name it"
            " CASE--RATER.yaml"
        )
        yield Problem("SR835", Place(str(folder / path)), message)


def _of_other_catalogs(folder: Path, found: dict[str, _Found]) -> Iterator[Problem]:
    """Checklists that answer another catalog than most: their rows may mean something else."""
    kinds = Counter(_catalog(row.rulebook) for row in found.values())
    for path, row in found.items():
        kind, (most, _) = _catalog(row.rulebook), kinds.most_common(1)[0]
        if kind != most:
            names = f"{quoted(_told(kind))}, most of the panel {quoted(_told(most))}"
            message = (
                f"the checklist answers {names}; put it in a folder of its own, or name one for all"
                " with --catalog and --overlay, or --date"
            )
            place = read_file(folder / path).place(("catalog",))
            yield Problem("SR836", place, message)


_Catalog = tuple[tuple[str, str, str], ...]


def _catalog(rulebook: Rulebook) -> _Catalog:
    """What is answered: the catalog and its overlays, whatever decided that it is these."""
    overlays = (used.content for used in rulebook.catalog.overlaid.overlays)
    return (tuple(rulebook.catalog_id), *map(tuple, overlays))  # type: ignore[arg-type]


def _told(catalog: _Catalog) -> str:
    return " + ".join(f"{id}@{version}" for id, version, _ in catalog)
