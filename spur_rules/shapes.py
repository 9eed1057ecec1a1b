"""What pydantic finds wrong in a file's shape, in this project's words and at its place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel

from .errors import Problem, quoted, suggestion_for
from .yaml_events import DataPath
from .yaml_file import YamlFile


def shape_problems(kind: type[BaseModel], file: YamlFile, error: Any) -> Iterator[Problem]:
    """One of pydantic's findings in this project's words."""
    path, type_, context = tuple(error["loc"]), str(error["type"]), error.get("ctx", {})
    value = error["input"]
    if "found" in context:
        for inner, code, message in context["found"]:
            yield Problem(code, file.place((*path, *inner)), message)
    elif type_.startswith("SR"):
        yield Problem(type_, file.place(path), error["msg"])
    elif type_ == "extra_forbidden":
        close = suggestion_for(str(path[-1]), _known_keys(kind, path))
        remedy = close or "; remove it"
        message = f"unknown key {quoted(path[-1])}{remedy}"
        yield Problem("SR121", file.place(path, key=True), message)
    elif type_ == "missing":
        yield Problem("SR122", file.place(path[:-1]), f"key {quoted(path[-1])} is missing; add it")
    elif type_ in ("string_pattern_mismatch", "string_too_short", "too_short", "literal_error"):
        message = f"{_name(path)} is {quoted(value)}; {_WANTED.get(type_, error['msg'])}"
        if type_ == "string_pattern_mismatch":
            message += f" {quoted(context['pattern'])}"
        elif type_ == "literal_error":
            message = f"{_name(path)} is {quoted(value)}; use {context['expected']}"
        yield Problem("SR124", file.place(path), message)
    else:
        wanted = _WANTED.get(type_, error["msg"].lower())
        message = f"{_name(path)} must be {wanted}, found {_found(value)}"
        yield Problem("SR123", file.place(path), message)


_WANTED = {
    "string_type": "text (put it in quotes)",
    "tuple_type": "a list",
    "model_type": "a group of `key: value` lines",
    "model_attributes_type": "a group of `key: value` lines",
    "dict_type": "a group of `key: value` lines",
    "date_type": "a date such as 2025-11-03",
    "string_pattern_mismatch": "it must fit the pattern",
    "string_too_short": "it must not be empty",
    "too_short": "it must hold at least one entry",
}


def _name(path: DataPath) -> str:
    names = [step for step in path if isinstance(step, str)]
    return quoted(names[-1]) if names else "the value"


def _found(value: Any) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a group of keys"
    return "a list" if isinstance(value, tuple) else quoted(value)


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
