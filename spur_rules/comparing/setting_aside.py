"""Checklists that a comparison says nothing about: they are graded with something else."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..catalog import Catalog
from ..editions import header
from ..picking import parsed_name
from ..yaml_file import YamlFile


class Why(StrEnum):
    """Why a checklist is not replayed.

    OVERLAYS: it is made for overlays, and catalogs are compared without any. VERSION: it names
    another version of the catalog than the old one, and is graded with that one.
    """

    OVERLAYS = "overlays"
    VERSION = "version"


class SetAside(NamedTuple):
    """A checklist that is not replayed, why, and what it names."""

    checklist: str
    why: Why
    names: tuple[str, ...]


def set_aside(file: YamlFile, name: str, old: Catalog) -> SetAside | None:
    """What keeps a checklist from being replayed; None where nothing does.

    Args:
        file: The checklist's file.
        name: What it is called in the report.
        old: The catalog that was.

    >>> from spur_rules import load_rulebook
    >>> file = YamlFile("visit.yaml", {"catalog": "st-spur@1.0.0"})
    >>> set_aside(file, "visit.yaml", load_rulebook().catalog)
    SetAside(checklist='visit.yaml', why=<Why.VERSION: 'version'>, names=('st-spur@1.0.0',))
    """
    said = header(file)
    id, version = parsed_name(said.catalog or "") or (None, None)
    if id == old.id and version not in (None, old.version):
        return SetAside(name, Why.VERSION, (f"{id}@{version}",))
    if id == old.id and said.overlays:
        return SetAside(name, Why.OVERLAYS, said.overlays)
    return None
