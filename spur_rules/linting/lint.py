"""Everything lint finds in some files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from pydantic import BaseModel

from ..cases import Cases
from ..catalog import Catalog
from ..errors import InputError, Problem
from ..linking import link
from ..loading import load
from ..overlay import Overlay
from ..overlaying import lay
from ..rulebook import Rulebook
from ..rules import Ruleset
from ..yaml_file import YamlFile
from . import deciding, likeness, rows, scales, settings, silences, versions, wording
from .deciding import Linked
from .findings import Finding, Severity, refused
from .gathering import Entry, Pair, catalog_for, entries, of_kind, pairs
from .silences import Silenced
from .source import Scalar

#: What linking refuses only because of what a rule comes to; without it the rest is still told.
_OF_PROOF = ("SR307", "SR308")
#: What a file of each kind is read as; an overlay is laid on its catalog besides.
_MODELS: dict[str | None, type[BaseModel]] = {
    "catalog": Catalog,
    "ruleset": Ruleset,
    "cases": Cases,
}


class LintedFile(NamedTuple):
    """A file that was looked at: its path, what kind it is, its id and its version."""

    name: str
    kind: str | None
    id: str | None
    version: str | None


class Mended(NamedTuple):
    """A finding that --fix has mended, and whether that changed printed legal text."""

    finding: Finding
    is_legal: bool


@dataclass(frozen=True)
class Report:
    """What lint found, in the order of the places; what is silenced, and what was mended."""

    files: tuple[LintedFile, ...]
    findings: tuple[Finding, ...]
    silenced: tuple[Silenced, ...]
    mended: tuple[Mended, ...] = ()

    def count(self, severity: Severity) -> int:
        """How many findings weigh so much."""
        return sum(finding.severity is severity for finding in self.findings)

    @property
    def fails(self) -> bool:
        """Whether anything was found; notes do not count."""
        return self.count(Severity.NOTE) < len(self.findings)


@dataclass
class _Found:
    """What was found in one file, what was looked for there, and what can be mended."""

    entry: Entry
    is_named: bool
    findings: list[Finding] = field(default_factory=list)
    checked: set[str] = field(default_factory=set)
    mendable: list[tuple[Scalar, Finding]] = field(default_factory=list)
    silenced: list[Silenced] = field(default_factory=list)


class Lint:
    """One run over some files.

    Args:
        paths: Files and folders.
        against: Earlier versions of the catalog or of the ruleset.

    Raises:
        InputError: A path that there is not, or an earlier version that cannot be read.
    """

    def __init__(self, paths: Sequence[str | Path], against: Sequence[str | Path] = ()) -> None:
        self.named, self._earlier = entries(paths), entries(against)
        if wrong := [problem for entry in self._earlier for problem in entry.problems]:
            raise InputError(wrong)
        self._found = {entry.name: _Found(entry, is_named=True) for entry in self.named}
        for entry in self.named:
            self._add(entry, map(refused, entry.problems))
            if entry.file is not None and entry.source is not None and entry.is_looked_at:
                self._read(entry, entry.file)
                if not self._is_superseded(entry.file):
                    self._look_at(entry, entry.file)
        for pair in pairs(self.named):
            if pair.catalog.file is not None and pair.rules.file is not None:
                self._look_at_pair(pair, pair.catalog.file, pair.rules.file)
        for found in self._found.values():
            _silence(found)

    @property
    def report(self) -> Report:
        """All that was found."""
        findings = {finding for found in self._found.values() for finding in found.findings}
        silenced = {row for found in self._found.values() for row in found.silenced}
        return Report(
            tuple(_described(entry) for entry in self.named),
            tuple(sorted(findings, key=_by_place)),
            tuple(sorted(silenced, key=lambda row: _by_place(row.finding))),
        )

    def mendable(self, entry: Entry) -> dict[Scalar, list[Finding]]:
        """The findings in one file that --fix may mend, by where they stand."""
        found = self._found[entry.name]
        left = set(found.findings)
        marked: dict[Scalar, list[Finding]] = {}
        for scalar, finding in found.mendable:
            if finding.fixable and finding in left:
                marked.setdefault(scalar, []).append(finding)
        return marked

    def _add(self, entry: Entry, findings: Iterable[Finding], codes: Iterable[str] = ()) -> None:
        """What was found of one file, and which codes were looked for there."""
        found = self._found.setdefault(entry.name, _Found(entry, is_named=False))
        found.checked |= set(codes)
        found.findings += findings

    def _read(self, entry: Entry, file: YamlFile) -> None:
        """What is refused when the file is read."""
        if entry.kind == "overlay":
            self._add(entry, map(refused, self._laid(entry, file)))
        elif entry.kind in _MODELS:
            self._add(entry, map(refused, load(_MODELS[entry.kind], file)[1]))

    def _laid(self, entry: Entry, file: YamlFile) -> Sequence[Problem]:
        catalog = catalog_for(entry, of_kind(self.named, "catalog")).file
        asked = load(Catalog, catalog)[0] if catalog is not None else None
        if asked is None:
            return load(Overlay, file)[1]
        try:
            lay(asked, [file])
        except InputError as error:
            return error.problems
        return ()

    def _is_superseded(self, file: YamlFile) -> bool:
        """Whether a later version stands beside it: an earlier one is never edited."""
        later = (other.file for other in self.named if _is_of(other.file, file))
        return any(o is not None and versions.order(o) > versions.order(file) for o in later)

    def _look_at(self, entry: Entry, file: YamlFile) -> None:
        """What one file tells by itself, right or wrong."""
        if entry.source is not None:
            found = self._found[entry.name]
            found.mendable += wording.found(file, entry.source)
            self._add(entry, (finding for _, finding in found.mendable), wording.CODES)
        if entry.kind == "catalog":
            self._add(entry, likeness.found(file), likeness.CODES)
            self._add(entry, scales.names_of_norms(file), scales.CODES_OF_SCALES)
        elif entry.kind == "ruleset":
            self._add(entry, settings.found(file), settings.CODES)
        if entry.kind in ("catalog", "ruleset"):
            self._add(entry, rows.found(file), rows.CODES)
            self._look_back(entry, file)

    def _look_back(self, entry: Entry, file: YamlFile) -> None:
        """A file held against the earlier versions that are named, and those that stand beside."""
        earlier = [other.file for other in self._earlier if _is_of(other.file, file)]
        beside = [other.file for other in self.named if other is not entry]
        earlier += [other for other in beside if _is_of(other, file) and _is_earlier(other, file)]
        known = sorted((other for other in earlier if other is not None), key=versions.order)
        if known:
            codes = versions.CODES + (versions.CODES_OF_MANY if len(known) > 1 else ())
            self._add(entry, versions.found(file, known), codes)

    def _look_at_pair(self, pair: Pair, catalog: YamlFile, rules: YamlFile) -> None:
        """What a catalog and a ruleset tell of each other."""
        home = {catalog.name: pair.catalog, rules.name: pair.rules}
        self._add(pair.rules, _idle_profiles(catalog, rules), settings.CODES_OF_PROFILES)
        rulebook, problems = _linked(catalog, rules)
        for problem in problems:
            self._add(home[problem.place.file], [refused(problem)])
        if rulebook is None:
            return
        places = {problem.place for problem in problems if problem.code == "SR307"}
        names = enumerate(rulebook.ruleset.rules)
        idle = frozenset(r.id for at, r in names if rules.place(("rules", at, "id")) in places)
        linked = Linked(rulebook, catalog, rules, idle)
        for family in (deciding, scales):
            for entry in home.values():
                self._add(entry, (), family.CODES)
            for finding in family.found(linked):
                self._add(home[finding.place.file], [finding])


def _linked(catalog: YamlFile, rules: YamlFile) -> tuple[Rulebook | None, tuple[Problem, ...]]:
    """The rulebook where there can be one, and what linking refuses."""
    try:
        return link(catalog, rules), ()
    except InputError as error:
        problems = error.problems
    if any(problem.code not in _OF_PROOF for problem in problems):
        return None, problems
    return link(catalog, rules, proven=False), problems


def _idle_profiles(catalog: YamlFile, rules: YamlFile) -> list[Finding]:
    ruleset, wrong = load(Ruleset, rules)
    letters = [str(letter) for _, letter in catalog.find("domains.*.letter")]
    if ruleset is None or wrong:
        return []
    return list(settings.idle_profiles(rules, ruleset, letters))


def _silence(found: _Found) -> None:
    """Take out what comments in the file silence; of a file that was not named tell no more."""
    if found.entry.source is None or not found.entry.is_looked_at:
        return
    written, wrong = silences.read(found.entry.source)
    once = list(dict.fromkeys(found.findings))
    checked = found.checked if found.is_named else ()
    found.findings, found.silenced = silences.applied(once, written, checked)
    found.findings += wrong if found.is_named else ()


def _is_of(other: YamlFile | None, file: YamlFile) -> bool:
    """Whether two files are versions of the same thing."""
    keys = ("schema", "id")
    return other is not None and all(other.data.get(key) == file.data.get(key) for key in keys)


def _is_earlier(other: YamlFile | None, file: YamlFile) -> bool:
    """Whether a file beside is an earlier version; of two with the same version one tells it."""
    if other is None:
        return False
    return (versions.order(other), other.name) < (versions.order(file), file.name)


def _described(entry: Entry) -> LintedFile:
    data = entry.file.data if entry.file is not None else {}
    id, version = data.get("id"), data.get("version")
    is_text = isinstance(id, str), isinstance(version, str)
    return LintedFile(
        entry.name, entry.kind, id if is_text[0] else None, version if is_text[1] else None
    )


def _by_place(finding: Finding) -> tuple[object, ...]:
    return finding.place, finding.code, finding.message
