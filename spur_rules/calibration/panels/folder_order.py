"""Which way round a folder of checklists is: one folder for each case, or one for each rater."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from ...errors import InputError, Problem, quoted
from ...provenance import Place
from .names import alike


class Folders(StrEnum):
    """What each folder holds: the checklists of a case, or those of a rater."""

    CASES = "cases"
    RATERS = "raters"


class Placed(NamedTuple):
    """A checklist two levels deep: the folder and the file's stem, and `review.unit` in it."""

    path: str
    folder: str
    stem: str
    unit: str


def folders_are(name: str, placed: Sequence[Placed]) -> Folders:
    """What the folders are, told by `review.unit`: a made-up case has its own name there.

    Where no file says anything of it, they are cases, as is documented. Turned round they are only
    where every file that has a unit is called by it.

    Args:
        name: How messages name the folder as a whole.
        placed: The checklists that lie two levels deep and have a unit.

    Raises:
        InputError: SR835, what the files say contradicts itself, or speaks for raters' folders
            without naming them.
    """
    as_case = [row for row in placed if _is_named(row, row.folder, row.stem)]
    as_rater = [row for row in placed if _is_named(row, row.stem, row.folder)]
    if as_rater and as_case:
        first, second = as_case[0], as_rater[0]
        raise _untold(
            name,
            f"{quoted(first.path)} is of the case that its folder names, {quoted(second.path)} of"
            " the case that the file names",
        )
    if as_rater:
        both = [row for row in placed if alike(row.folder) == alike(row.stem)]
        other = next((row for row in placed if row not in as_rater and row not in both), None)
        if other is None:
            return Folders.RATERS
        raise _untold(
            name,
            f"{quoted(as_rater[0].path)} is of the case that the file names, {quoted(other.path)}"
            f" of {quoted(other.unit)}",
        )
    if not as_case and _are_shared_by_stems(placed):
        raise _untold(
            name, "files of one name have the same `review.unit`, whichever folder they lie in"
        )
    return Folders.CASES


def _is_named(row: Placed, by: str, other: str) -> bool:
    return alike(row.unit) == alike(by) != alike(other)


def _are_shared_by_stems(placed: Iterable[Placed]) -> bool:
    """Whether it is the file's name that goes with the unit, and the folder that does not."""
    placed = list(placed)
    by_stem = _is_constant((alike(row.stem), alike(row.unit)) for row in placed)
    return by_stem and not _is_constant((alike(row.folder), alike(row.unit)) for row in placed)


def _is_constant(pairs: Iterable[tuple[str, str]]) -> bool:
    """Whether each group has one unit throughout, and some group has several files to tell it."""
    groups = defaultdict[str, list[str]](list)
    for group, unit in pairs:
        groups[group].append(unit)
    return all(len(set(units)) == 1 for units in groups.values()) and any(
        len(units) > 1 for units in groups.values()
    )


def _untold(name: str, why: str) -> InputError:
    message = (
        f"it cannot be told whether the folders are cases or raters: {why}; say --folders cases or"
        " --folders raters (calibrate, pseudonyms), or make it CASE/RATER.yaml"
    )
    return InputError([Problem("SR835", Place(name), message)])
