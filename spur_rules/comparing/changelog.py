"""What has to be said where others look: a version raised, a changelog entry marked [grade]."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..provenance import ContentId, Place
from ..yaml_file import read_bytes
from .changes import Half

NAME = "CHANGELOG.md"
MARK = "**[grade]**"

#: How an entry may name each half; the first word is the one that is offered.
_WORDS: dict[Half, tuple[str, ...]] = {
    "catalog": ("Catalog", "Katalog", "Katalogen"),
    "rules": ("Ruleset", "Rules", "Regelverk", "Regelverket", "Regler", "Reglerna"),
}


class ComparedHalf(NamedTuple):
    """One half of both rulebooks, whether a grade that moves hangs on it, where its version is."""

    of: Half
    old: ContentId
    new: ContentId
    moves: bool
    place: Place


class Finding(NamedTuple):
    """Something to look at: its code, its place, one line with a way out, the text to paste."""

    code: str
    place: Place
    message: str
    paste: str | None = None

    def __str__(self) -> str:
        return f"finding[{self.code}] {self.place} {self.message}"


class Changelog(NamedTuple):
    """A changelog: how messages name it, and its text; None where there is no such file."""

    name: str
    text: str | None

    def entries(self) -> Iterator[str]:
        """Its list items, each with the lines that belong to it."""
        lines = (self.text or "").splitlines()
        starts = [at for at, line in enumerate(lines) if re.match(r"\s*[-*+] ", line)]
        for start in starts:
            end = start + 1
            while end < len(lines) and re.match(r"\s+[^\s*+-]", lines[end]):
                end += 1
            yield " ".join(line.strip() for line in lines[start:end])

    def tells(self, of: Half, content: ContentId) -> bool:
        """Whether an entry marked [grade] names a catalog or a ruleset in its version.

        The line that is offered to paste counts only when something is written for its "…".

        >>> entry = "- **[grade]** Ruleset `st-spur` 1.2.0: two exceptions."
        >>> log = Changelog("CHANGELOG.md", entry)
        >>> log.tells("rules", ContentId("st-spur", "1.2.0", ""))
        True
        >>> log.tells("catalog", ContentId("st-spur", "1.2.0", ""))
        False
        """
        words = "|".join(_WORDS[of])
        id, version = re.escape(content.id), re.escape(content.version)
        named = re.compile(rf"(?i:\b(?:{words}))\s+`?{id}`?(?:\s+|@)`?{version}(?![\w.]*\d)")
        return any(
            MARK in entry and named.search(entry) and _says_something(named.sub("", entry))
            for entry in self.entries()
        )


def _says_something(entry: str) -> bool:
    """Whether there are words besides the mark and what it names."""
    return re.search(r"\w", entry.replace(MARK, "")) is not None


def find_changelog(new: str | Path, given: str | Path | None = None) -> Changelog:
    """The changelog that is to tell of a change.

    Args:
        new: The file or folder that was changed: the changelog beside it or above it is taken, or
            else the one in the working folder.
        given: Another one.

    Raises:
        InputError: SR101, the one that is given cannot be read.
    """
    if given is not None:
        return _read(Path(given))
    start = Path(new).resolve()
    folders = [start, *start.parents] if start.is_dir() else list(start.parents)
    for folder in [*folders, Path()]:
        if (folder / NAME).is_file():
            return _read(folder / NAME)
    return Changelog(NAME, None)


def _read(path: Path) -> Changelog:
    here, there = Path().resolve(), path.resolve()
    name = there.relative_to(here) if there.is_relative_to(here) else path
    return Changelog(str(name), read_bytes(path).decode("utf-8-sig", "replace"))


def findings(halves: Sequence[ComparedHalf], log: Changelog) -> Iterator[Finding]:
    """What is missing.

    Args:
        halves: The catalog and the ruleset, before and after.
        log: Where a change that can move a grade must be told.
    """
    for half in halves:
        yield from _of_version(half)
        is_raised = half.new.version != half.old.version
        if half.moves and not (is_raised and log.tells(half.of, half.new)):
            yield _of_entry(half, log)


def _of_version(half: ComparedHalf) -> Iterator[Finding]:
    if half.old.id != half.new.id or half.old.sha256 == half.new.sha256:
        return
    name = f"{_noun(half)} `{half.new.id}`"
    if half.new.version == half.old.version:
        message = (
            f"{name} has another content than before under the same version {half.old.version};"
            f" raise it, for instance to {next_version(half.old.version)}"
        )
        yield Finding("SR822", half.place, message)
    elif _numbers(half.new.version) < _numbers(half.old.version):
        message = (
            f"{name} goes from version {half.old.version} down to {half.new.version};"
            " give a higher one, or give OLD and NEW the other way round"
        )
        yield Finding("SR823", half.place, message)


def _of_entry(half: ComparedHalf, log: Changelog) -> Finding:
    raised = half.new.version != half.old.version
    version = half.new.version if raised else next_version(half.old.version)
    paste = f"- {MARK} {_WORDS[half.of][0]} `{half.new.id}` {version}: …"
    there = "no entry" if log.text is not None else "there is no changelog: no entry"
    message = (
        f"a grade moves, and {there} marked {MARK} names {_noun(half)} `{half.new.id}` {version};"
        " add one"
    )
    return Finding("SR821", Place(log.name), message, paste)


def next_version(version: str) -> str:
    """The next version, for a change that can move a grade.

    >>> next_version("1.1.3")
    '1.2.0'
    """
    major, minor, _ = _numbers(version)
    return f"{major}.{minor + 1}.0"


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _noun(half: ComparedHalf) -> str:
    return _WORDS[half.of][0].lower()
