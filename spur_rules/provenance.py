"""Where a thing came from: a place in a file, and the exact content that was used."""

from __future__ import annotations

import hashlib
import json
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple


class Place(NamedTuple):
    """A place in a file; line and column count from 1, and are 0 where they are not known.

    >>> str(Place("rules.yaml", 3, 5)), str(Place("rules.yaml"))
    ('rules.yaml:3:5', 'rules.yaml')
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        name = "".join(c if c.isprintable() else repr(c)[1:-1] for c in self.file)
        return f"{name}:{self.line}:{self.column}" if self.line else name


class ContentId(NamedTuple):
    """Which catalog or ruleset was used: its id, its version and the hash of its content."""

    id: str
    version: str
    sha256: str


class ChosenBy(StrEnum):
    """What decided which version of a catalog is used."""

    NAME = "name"
    DAY = "day"
    REVIEW = "review"


class Chosen(NamedTuple):
    """Why another version than the newest is used: what decided, and which one it is."""

    by: ChosenBy
    detail: str


class ChangeKind(StrEnum):
    """What an overlay did to a row of the catalog."""

    ADDED = "added"
    NOTED = "noted"
    BOUND = "bound"
    REWORDED = "reworded"
    RETIRED = "retired"


class RowChange(NamedTuple):
    """What an overlay did to one row, and on which line of its file it says so.

    `text` is the note, or else what the row said before it was reworded or retired; `law` is where
    the regulation has the new words, or what repealed it.
    """

    indicator: str
    kind: ChangeKind
    overlay: ContentId
    line: int
    text: str | None = None
    reason: str | None = None
    law: str | None = None


class OverlayUsed(NamedTuple):
    """An overlay that a catalog was extended with; an example is not for real reviews."""

    content: ContentId
    title: str
    is_example: bool
    valid_from: date | None = None
    valid_to: date | None = None


class Overlaid(NamedTuple):
    """The overlays that a catalog was extended with, in order, and all that they did."""

    overlays: tuple[OverlayUsed, ...] = ()
    changes: tuple[RowChange, ...] = ()

    def of(self, indicator: str) -> tuple[RowChange, ...]:
        """What overlays did to one row."""
        return tuple(change for change in self.changes if change.indicator == indicator)

    def names(self, wanted: str) -> bool:
        """Whether `id` or `id@version` is one of the overlays."""
        ids = [used.content for used in self.overlays]
        return any(wanted in (of.id, f"{of.id}@{of.version}") for of in ids)


#: What a catalog has that is as its file has it.
NOT_OVERLAID = Overlaid()


def content_hash(data: Any) -> str:
    """The SHA-256 of a content, the same for any layout, comment or order of keys.

    Args:
        data: What a YAML or JSON file holds: mappings, sequences, texts, whole numbers.

    >>> content_hash({"a": 1, "b": "å"}) == content_hash({"b": "å", "a": 1})
    True
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
