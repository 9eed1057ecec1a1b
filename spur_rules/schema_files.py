"""The JSON Schemas that come with spur_rules: one for each kind of file that it reads or writes."""

from __future__ import annotations

import json
from typing import Any

from .errors import InputError, Problem, quoted, suggestion_for
from .provenance import Place
from .shipped import shipped

#: What a person writes comes first, then what the program writes.
NAMES = (
    "checklist",
    "plan",
    "catalog",
    "ruleset",
    "overlay",
    "cases",
    "pseudonyms",
    "phrases",
    "suggestion",
    "explanation",
    "check",
    "agreement",
    "regrade",
    "sweep",
    "verify",
    "test",
    "diff",
    "lint",
    "size",
    "workshop",
    "drift",
    "calibration",
    "pair",
    "answer-key",
)


def schema_bytes(name: str) -> bytes:
    """A JSON Schema, byte by byte as it is shipped.

    Args:
        name: One of `NAMES`.

    Raises:
        InputError: SR606, there is no such schema.

    >>> schema_bytes("plan").splitlines()[1]
    b'  "$schema": "https://json-schema.org/draft/2020-12/schema",'
    """
    if name not in NAMES:
        close = suggestion_for(name, NAMES) or f"; use one of {', '.join(map(quoted, NAMES))}"
        message = f"there is no schema {quoted(name)}{close}"
        raise InputError([Problem("SR606", Place("schema"), message)])
    return shipped("schemas", f"{name}.schema.json").read_bytes()


def schema(name: str) -> dict[str, Any]:
    """A JSON Schema (draft 2020-12) of what spur_rules reads or writes, as plain data.

    Args:
        name: `checklist`, `plan`, `catalog`, `ruleset`, `overlay`, `cases`, `phrases` and
            `pseudonyms` are read, the others written.

    Raises:
        InputError: SR606, there is no such schema.

    >>> schema("checklist")["required"]
    ['schema', 'catalog', 'answers']
    """
    found: dict[str, Any] = json.loads(schema_bytes(name))
    return found
