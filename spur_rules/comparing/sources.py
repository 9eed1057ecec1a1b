"""What OLD and NEW name: a file, a folder or what is shipped; and the rulebooks of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .. import catalog as catalogs
from .. import rules as rulesets
from ..errors import InputError, Problem, both, quoted
from ..linking import link
from ..picking import Wish, check_name, pick, shelf
from ..provenance import Place
from ..rulebook import Rulebook
from ..shipped import CATALOG, RULES, shipped_files
from ..yaml_file import YamlFile, read_file
from .changes import Half

#: Where a checkout has its catalog and its ruleset.
FOLDERS = ("indicator_catalog", "rules")
_SCHEMAS = (catalogs.SCHEMA, rulesets.SCHEMA)


class Source(NamedTuple):
    """The files that one side names itself; None for a half that it does not."""

    catalog: YamlFile | None
    rules: YamlFile | None


class Pair(NamedTuple):
    """Both rulebooks, and where the new one's catalog and ruleset have their versions."""

    old: Rulebook
    new: Rulebook
    places: dict[Half, Place]


def read_source(path: str | Path) -> Source:
    """What a file, a folder or a name stands for.

    Args:
        path: A catalog or a ruleset, told by its schema line; a folder that has
            `indicator_catalog/`, `rules/` or both, one file of the kind in each; or a shipped
            catalog with its rules by name, such as `st-spur@1.0.0`.

    Raises:
        InputError: SR820, it is neither; SR230, nothing of that name or version is shipped; or
            what is wrong in a file's syntax.
    """
    found, wish = shelf(path)
    if found is None and wish is not None:
        return _shipped(wish)
    path = Path(path)
    if path.is_dir():
        return _of_folder(path)
    file = read_file(path)
    if file.data.get("schema") == catalogs.SCHEMA:
        return Source(file, None)
    if file.data.get("schema") == rulesets.SCHEMA:
        return Source(None, file)
    message = (
        f"this is neither a catalog nor a ruleset; its first line should be"
        f" `schema: {catalogs.SCHEMA}` or `schema: {rulesets.SCHEMA}`"
    )
    raise InputError([Problem("SR820", file.place(("schema",)), message)])


def _shipped(wish: Wish) -> Source:
    """Both halves in a version that is named; one where the other never had it."""
    halves = []
    for current in (CATALOG, RULES):
        earlier = shipped_files(current.parent.name, "earlier")
        halves.append([read_file(current), *map(read_file, earlier)])
    every = [file for files in halves for file in files]
    check_name(every, wish, "diff")
    if wish.version is None:
        return Source(*(pick(files, wish, "catalog") for files in halves))
    found = [next((file for file in files if _is_named(file, wish)), None) for files in halves]
    if found == [None, None]:
        pick(every, wish, "catalog and its rules")  # refuses, and says which versions there are
    return Source(*found)


def _is_named(file: YamlFile, wish: Wish) -> bool:
    return (file.data.get("id"), file.data.get("version")) == (wish.id, wish.version)


def _of_folder(folder: Path) -> Source:
    names = [
        _only_file(folder / name, schema) for name, schema in zip(FOLDERS, _SCHEMAS, strict=True)
    ]
    if names == [None, None]:
        message = (
            "the folder has neither `indicator_catalog` nor `rules` with a file in it;"
            " name a checkout, or one file"
        )
        raise InputError([Problem("SR820", Place(str(folder)), message)])
    return Source(*names)


def _only_file(folder: Path, schema: str) -> YamlFile | None:
    """The one file of a kind in a folder; the shipped one's name settles it among several."""
    paths = sorted((*folder.glob("*.yaml"), *folder.glob("*.yml"), *folder.glob("*.json")))
    files = [read_file(path) for path in paths]
    found = [file for file in files if file.data.get("schema") == schema]
    if len(found) > 1:
        named = [file for file in found if Path(file.name).name == CATALOG.name]
        if len(named) != 1:
            listed = ", ".join(quoted(Path(file.name).name) for file in found)
            message = f"the folder has several files of this kind ({listed}); name one of them"
            raise InputError([Problem("SR820", Place(str(folder)), message)])
        found = named
    return found[0] if found else None


def linked_pair(
    old: str | Path,
    new: str | Path,
    catalog: str | Path | None = None,
    rules: str | Path | None = None,
) -> Pair:
    """The rulebooks that two files, folders or names stand for.

    Where one side lacks a half, both lack it and get the same one, or the one side gets that of the
    other: what is not named is not what differs.

    Args:
        old: What was.
        new: What is to be.
        catalog: The catalog for a side that names none; the shipped one when left out.
        rules: The ruleset for a side that names none; the shipped one when left out.

    Raises:
        InputError: SR820, what is named is not comparable; or every mistake in the files.
    """
    sides = both(lambda: read_source(old), lambda: read_source(new))
    if sides[0].catalog is None and sides[1].rules is None:
        raise _of_two_kinds("a ruleset", "a catalog", new)
    if sides[0].rules is None and sides[1].catalog is None:
        raise _of_two_kinds("a catalog", "a ruleset", new)
    _refuse_unused(sides, catalog, rules)
    asked = _both_halves([side.catalog for side in sides], catalog, CATALOG)
    ruled = _both_halves([side.rules for side in sides], rules, RULES)
    linked = both(_linker(asked[0], ruled[0]), _linker(asked[1], ruled[1]))
    version = ("version",)
    return Pair(*linked, {"catalog": asked[1].place(version), "rules": ruled[1].place(version)})


def _refuse_unused(
    sides: tuple[Source, Source], catalog: str | Path | None, rules: str | Path | None
) -> None:
    """A half that both name leaves no room for another one."""
    problems = [
        Problem("SR820", Place(option), f"OLD and NEW both name a {what}; leave {option} out")
        for option, given, what, named in (
            ("--catalog", catalog, "catalog", [side.catalog for side in sides]),
            ("--rules", rules, "ruleset", [side.rules for side in sides]),
        )
        if given is not None and None not in named
    ]
    if problems:
        raise InputError(problems)


def _of_two_kinds(first: str, second: str, new: str | Path) -> InputError:
    message = f"OLD is {first} and this is {second}; compare two of a kind, or two folders"
    return InputError([Problem("SR820", Place(str(new)), message)])


def _both_halves(
    named: list[YamlFile | None], given: str | Path | None, shipped: Path
) -> list[YamlFile]:
    first, second = named
    if first is not None and second is not None:
        return [first, second]
    other = first or second
    if given is not None or other is None:
        other = read_file(given if given is not None else shipped)
    return [first or other, second or other]


def _linker(catalog: YamlFile, rules: YamlFile) -> Callable[[], Rulebook]:
    return lambda: link(catalog, rules)
