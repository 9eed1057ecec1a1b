"""What pydantic finds wrong in a file's shape, in this project's words and at its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .errors import Problem, described, quoted, suggestion_for
from .frozen import PATTERNS
from .provenance import Place
from .yaml_events import DataPath
from .yaml_file import YamlFile

#: Rows written as `name: …`, and the field that the name fills.
ROW_NAMES = {
    "answers.*": "indicator",
    "cases.*.answers.*": "indicator",
    "cases.*.policy.*": "parameter",
    "cases.*.expect.shortcomings.*": "indicator",
    "given.*": "domain",
    "domains.*.scale.*": "grade",
    "parameters.*": "name",
    "parameters.*.domains.*": "domain",
    "profiles.*": "name",
    "profiles.*.values.*": "parameter",
    "profiles.*.domains.*": "domain",
    "partly_counts_as.*": "norm",
}
_NAME_FIELDS: dict[str | int, set[str]] = {}
for _pattern, _name in ROW_NAMES.items():
    _NAME_FIELDS.setdefault(_pattern.split(".")[-2], set()).add(_name)


def shape_problems(kind: type[BaseModel], file: YamlFile, error: Any) -> Iterator[Problem]:
    """One of pydantic's findings in this project's words."""
    path, type_, context = tuple(error["loc"]), str(error["type"]), error.get("ctx", {})
    value = error["input"]
    if type_ == "too_short" and value:
        return  # entries there are, each with a mistake of its own
    if "found" in context:
        for inner, code, message in context["found"]:
            yield Problem(code, file.place((*path, *inner)), message)
    elif type_.startswith("SR"):
        yield Problem(type_, _place(file, path), error["msg"])
    elif type_ == "extra_forbidden":
        close = suggestion_for(str(path[-1]), _known_keys(kind, path))
        remedy = close or "; remove it"
        message = f"unknown key {quoted(path[-1])}{remedy}"
        yield Problem("SR121", file.place(path, key=True), message)
    elif type_ == "missing":
        yield Problem("SR122", file.place(path[:-1]), f"key {quoted(path[-1])} is missing; add it")
    elif type_ in ("string_pattern_mismatch", "string_too_short", "too_short", "literal_error"):
        message = f"{_field(path)} is {described(value)}; {_remedy(type_, context)}"
        yield Problem("SR124", _place(file, path), message)
    else:
        wanted = _WANTED.get(type_, error["msg"].lower())
        message = f"{_field(path)} must be {wanted}, found {described(value)}"
        yield Problem("SR123", _place(file, path), message)


_WANTED = {
    "string_type": "text (put it in quotes)",
    "tuple_type": "a list",
    "not_keyed": "a group of `key: value` lines",
    "model_type": "a group of `key: value` lines",
    "model_attributes_type": "a group of `key: value` lines",
    "dict_type": "a group of `key: value` lines",
}


def _remedy(type_: str, context: Any) -> str:
    if type_ == "literal_error":
        return f"use {context['expected']}"
    if type_ == "too_short":
        return "it must hold at least one entry"
    return PATTERNS.get(context.get("pattern", ""), "it must not be empty")


def _place(file: YamlFile, path: DataPath) -> Place:
    """Where a value stands; where it is a row's name, the key."""
    is_name = len(path) > 2 and path[-1] in _NAME_FIELDS.get(path[-3], ())
    return file.place(path[:-1], key=True) if is_name else file.place(path)


def _field(path: DataPath) -> str:
    names = [step for step in path if isinstance(step, str)]
    return quoted(names[-1]) if names else "the value"


def _known_keys(kind: type[BaseModel], path: DataPath) -> list[str]:
    """The keys that the model at this path has."""
    model: Any = kind
    for step in path[:-1]:
        if isinstance(step, str) and step in _fields(model):
            model = _inner_model(_fields(model)[step].annotation) or model
    return list(_fields(model))


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _inner_model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for part in getattr(annotation, "__args__", ()):
        if found := _inner_model(part):
            return found
    return None
