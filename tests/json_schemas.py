"""What the tests of the JSON Schemas share: a validator for each schema and for its parts."""

import json
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator

from spur_rules import schema_files

READ = ("checklist", "plan", "catalog", "ruleset", "overlay", "cases", "pseudonyms")
WRITTEN = tuple(name for name in schema_files.NAMES if name not in READ)


@cache
def validator(name: str, definition: str | None = None) -> Draft202012Validator:
    """A schema's validator, or that of one of its definitions; dates are checked as dates."""
    schema = schema_files.schema(name)
    if definition is not None:
        schema = {"$ref": f"#/$defs/{definition}", "$defs": schema["$defs"]}
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def complaints(name: str, data: Any, definition: str | None = None) -> list[str]:
    found = validator(name, definition).iter_errors(plain(data))
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


def plain(data: Any) -> Any:
    """What a JSON reader makes of the same content: lists, never tuples."""
    return json.loads(json.dumps(data))


def part(name: str, definition: str | None) -> dict[str, Any]:
    """The schema itself, or one of its definitions."""
    schema = schema_files.schema(name)
    return schema if definition is None else dict(schema["$defs"][definition])
