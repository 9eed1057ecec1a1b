"""Which files are looked at, and which ruleset goes with which catalog."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from ..catalog import SCHEMA as CATALOG_SCHEMA
from ..errors import InputError, Problem, described
from ..picking import is_of
from ..provenance import Place
from ..replacing import real_path
from ..schema_files import NAMES
from ..shipped import CATALOG, RULES
from ..yaml_file import YamlFile, parse_bytes, read_bytes
from .source import Source
from .versions import order

_SUFFIXES = (".yaml", ".yml", ".json")
#: Of an overlay and of cases the wording is looked at, and that an overlay fits its catalog.
LOOKED_AT = ("catalog", "ruleset", "overlay", "cases")
#: The line with which a file names its catalog.
_NAMES_CATALOG = {"ruleset": "catalog", "overlay": "extends"}
#: What tells a catalog and a ruleset that lack the line `schema`.
_OURS = ({"domains", "regulations"}, {"rules", "catalog"})


@dataclass(frozen=True)
class Entry:
    """One file that is looked at: its bytes, and what could be read of it."""

    name: str
    content: bytes
    file: YamlFile | None
    problems: tuple[Problem, ...] = ()

    @property
    def kind(self) -> str | None:
        """What kind of file it says that it is, such as `catalog` or `ruleset`."""
        schema = self.file.data.get("schema") if self.file is not None else None
        parts = schema.split("/") if isinstance(schema, str) else []
        return parts[1] if len(parts) == 3 and parts[0] == "spur-rules" else None

    @cached_property
    def source(self) -> Source | None:
        """How it is written; None where it could not be read."""
        text = self.file.text if self.file is not None else None
        return None if text is None else Source(self.name, text)

    @property
    def is_looked_at(self) -> bool:
        """Whether lint has anything to say of its kind."""
        return self.kind in LOOKED_AT

    @property
    def is_meant(self) -> bool:
        """Whether a file in a folder is meant: not another kind of ours, nor anybody else's."""
        if self.file is None or self.is_looked_at:
            return True
        if self.kind is not None:
            return self.kind not in NAMES
        return any(keys <= self.file.data.keys() for keys in _OURS)


def entries(paths: Sequence[str | Path]) -> list[Entry]:
    """The files that paths name, each once, in their order; of a folder those that lint looks at.

    Args:
        paths: Files and folders.

    Raises:
        InputError: SR101, there is no such file or folder; every one that there is not.
    """
    missing = [str(path) for path in paths if not Path(path).exists()]
    if missing:
        message = "there is no such file or folder; check the path"
        raise InputError(Problem("SR101", Place(name), message) for name in missing)
    found: dict[Path, Entry] = {}
    for path, is_named in _files(paths):
        if real_path(path) not in found:
            entry = read(path)
            if is_named or entry.is_meant:
                found[real_path(path)] = entry
    return list(found.values())


def _files(paths: Sequence[str | Path]) -> Iterator[tuple[Path, bool]]:
    for path in map(Path, paths):
        if not path.is_dir():
            yield path, True
            continue
        for inner in sorted(path.rglob("*")):
            is_hidden = any(part.startswith(".") for part in inner.relative_to(path).parts)
            if inner.suffix.lower() in _SUFFIXES and not is_hidden and inner.is_file():
                yield inner, False


def read(path: str | Path) -> Entry:
    """One file, whatever is wrong with it."""
    name, content = _shown(Path(path)), b""
    try:
        content = read_bytes(name)
        file = parse_bytes(content, name)
    except InputError as error:
        return Entry(name, content, None, error.problems)
    entry = Entry(name, content, file)
    if not entry.is_looked_at:
        place = file.place(("schema",))
        message = f"schema is {described(file.data.get('schema'))}; lint looks at catalogs,"
        message += f" rulesets, overlays and cases, which say so as `schema: {CATALOG_SCHEMA}`"
        return Entry(name, content, file, (Problem("SR115", place, message),))
    return entry


def _shown(path: Path) -> str:
    """A path as a reader in the working directory writes it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


@dataclass(frozen=True)
class Pair:
    """A ruleset and the catalog it is held against."""

    catalog: Entry
    rules: Entry


def pairs(named: Sequence[Entry]) -> list[Pair]:
    """Each ruleset with its catalog, and each catalog that has none with the shipped rules.

    A ruleset goes with the newest catalog that it names, be it the shipped one. Where there is
    none, it goes with the first that was named, and linking tells that the two do not fit.

    Args:
        named: The files that are looked at.
    """
    catalogs, rulesets = of_kind(named, "catalog"), of_kind(named, "ruleset")
    unreadable = any(entry.file is None for entry in named)
    found = [
        Pair(catalog, rules)
        for rules in rulesets
        if _fits(rules, catalog := catalog_for(rules, catalogs)) or not unreadable
    ]
    paired = {id(pair.catalog) for pair in found}
    if not rulesets:
        shipped = read(RULES)
        found += [Pair(c, shipped) for c in catalogs if id(c) not in paired and _fits(shipped, c)]
    return found


def catalog_for(entry: Entry, catalogs: Sequence[Entry]) -> Entry:
    """The newest catalog that a ruleset or an overlay was written for; else the first.

    Args:
        entry: The ruleset or the overlay.
        catalogs: Those that are looked at; the shipped one is known besides.
    """
    fitting = [catalog for catalog in catalogs if _fits(entry, catalog)]
    if fitting:
        return max(fitting, key=lambda c: order(c.file) if c.file is not None else ())
    shipped = read(CATALOG)
    return shipped if not catalogs or _fits(entry, shipped) else catalogs[0]


def _fits(entry: Entry, catalog: Entry) -> bool:
    """Whether a file was written for a catalog, as far as the line that names it tells."""
    if entry.file is None or catalog.file is None:
        return False
    named = entry.file.data.get(_NAMES_CATALOG.get(str(entry.kind), "catalog"))
    return is_of(named, catalog.file)


def of_kind(named: Sequence[Entry], kind: str) -> list[Entry]:
    """The files of one kind."""
    return [entry for entry in named if entry.kind == kind]
