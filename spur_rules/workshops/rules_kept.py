"""The catalog and the rules that a workshop keeps: it grades the same for ever, and anywhere."""

from __future__ import annotations

from ..editions import Editions, Header
from ..linking import link
from ..rulebook import Rulebook
from ..yaml_file import YamlFile, parse_bytes
from .events import Opened, Source


def kept(editions: Editions) -> dict[str, Source | tuple[Source, ...]]:
    """What `Opened` says about the catalog, the rules and the overlays.

    Args:
        editions: Where they come from.

    Raises:
        InputError: What is wrong in the files.
    """
    editions.rulebook()  # tells what is wrong in any of them
    catalog, rules, overlays = editions.files(Header())
    return {
        "catalog": _source(catalog),
        "rules": _source(rules),
        "overlays": tuple(map(_source, overlays)),
    }


def rulebook_of(opened: Opened) -> Rulebook:
    """The rulebook as it was when the workshop began.

    Args:
        opened: The workshop's first event.
    """
    catalog, rules, *overlays = (
        parse_bytes(source.text.encode(), source.name)
        for source in (opened.catalog, opened.rules, *opened.overlays)
    )
    return link(catalog, rules, overlays)


def _source(file: YamlFile) -> Source:
    name = file.name.replace("\\", "/").rpartition("/")[2]
    return Source(
        name=name,
        id=str(file.data["id"]),
        version=str(file.data["version"]),
        sha256=file.sha256,
        text=file.text or "",
    )
