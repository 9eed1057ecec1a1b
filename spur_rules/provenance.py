"""Where a thing came from: a place in a file, and the exact content that was used."""

from __future__ import annotations

import hashlib
import json
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


def content_hash(data: Any) -> str:
    """The SHA-256 of a content, the same for any layout, comment or order of keys.

    Args:
        data: What a YAML or JSON file holds: mappings, sequences, texts, whole numbers.

    >>> content_hash({"a": 1, "b": "å"}) == content_hash({"b": "å", "a": 1})
    True
    """
    text = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
    return hashlib.sha256(text.encode()).hexdigest()
