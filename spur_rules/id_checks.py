"""What a catalog says about the ids of earlier versions, checked: every one leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from .errors import Problem, quoted, suggestion_for
from .yaml_events import DataPath
from .yaml_file import YamlFile


def earlier_id_checks(file: YamlFile) -> Iterator[Problem]:
    """Earlier and retired ids are out of use, and earlier ones lead to one that is or was used.

    Args:
        file: A catalog.
    """
    in_use = [id for _, id in file.find("domains.*.indicators.*.id") if isinstance(id, str)]
    rows = file.data.get("retired_ids")
    retired = list(rows) if isinstance(rows, dict) else []
    for id in retired:
        if id in in_use:
            message = f"{quoted(id)} is retired and still in use; remove the row, or this line"
            yield Problem("SR219", file.place(("retired_ids", id), key=True), message)
    yield from successor_checks(file, in_use, retired, {})


def successor_checks(
    file: YamlFile, in_use: Collection[str], retired: Collection[str], known: Mapping[str, str]
) -> Iterator[Problem]:
    """What stands under `earlier_ids` of a catalog or an overlay.

    Args:
        file: The catalog or the overlay.
        in_use: The ids of the rows that there are.
        retired: The ids of those that there were.
        known: Earlier ids that are declared elsewhere, with their successors.
    """
    rows = file.data.get("earlier_ids")
    if not isinstance(rows, dict):
        return  # none, or a list, which the model refuses
    own = {str(old): str(_successor(new)) for old, new in rows.items()}
    successors = {**known, **own}
    circular, used = _circular(successors), {*in_use, *retired, *successors}
    for old, new in own.items():
        place: DataPath = ("earlier_ids", old)
        if old in in_use:
            message = f"{quoted(old)} is an earlier id and still in use; remove one of the two"
            yield Problem("SR216", file.place(place, key=True), message)
        elif old in circular:
            message = f"{quoted(old)} leads back to itself; name the id that is used now"
            yield Problem("SR218", file.place(place), message)
        elif new not in used:
            way_out = suggestion_for(new, in_use) or "; name a row that there is, or was"
            message = f"{quoted(old)} leads to the unknown id {quoted(new)}{way_out}"
            yield Problem("SR217", file.place(place), message)


def _successor(row: object) -> object:
    return row.get("new") if isinstance(row, dict) else row


def _circular(successors: Mapping[str, str]) -> set[str]:
    """The ids whose way ends in a circle, their own or another's; each step is taken once."""
    is_circle: dict[str, bool] = {}
    for id in successors:
        way: dict[str, None] = {}
        while id in successors and id not in is_circle and id not in way:
            way[id] = None
            id = successors[id]
        is_circle |= dict.fromkeys(way, is_circle.get(id, id in way))
    return {id for id, found in is_circle.items() if found}
