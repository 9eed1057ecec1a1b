"""Parameters and profiles that change nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..condition_reading import read_number
from ..errors import InputError, quoted
from ..loading import keys_named
from ..policy import resolve
from ..rules import Ruleset
from ..yaml_events import DataPath
from ..yaml_file import YamlFile, entries
from .findings import Finding

CODES = ("SR721", "SR722")
CODES_OF_PROFILES = ("SR723",)


def found(file: YamlFile) -> Iterator[Finding]:
    """Parameters that nothing uses, and values for a domain that are the general ones.

    Args:
        file: A ruleset; it need not be right.
    """
    used = {name for part in ("rules", "partly_counts_as") for name in _named(file, part)}
    for path, _ in file.find("parameters.*"):
        if isinstance(path[-1], str) and path[-1] not in used:
            message = f"parameter {quoted(path[-1])} is used by no rule and no weight of delvis"
            message += "; use it in a condition, or remove it and its values in the profiles"
            yield Finding("SR721", file.place(path, key=True), message)
    yield from _own_values(file)


def _named(file: YamlFile, part: str) -> Iterator[Any]:
    for _, name in keys_named("parameter", file.at((part,)), (part,)):
        yield name


def _own_values(file: YamlFile) -> Iterator[Finding]:
    for path, value in file.find("parameters.*.domains.*"):
        general = file.at((*path[:2], "default"))
        if _same(value, general):
            yield _idle(file, path, str(path[-1]), "default")
    for path, value in file.find("profiles.*.domains.*.*"):
        profile, letter, name = path[1], path[3], path[-1]
        general = file.at(("profiles", profile, "values", name))
        if _same(value, general):
            yield _idle(file, path, str(letter), f"value in profile `{profile}`")


def _idle(file: YamlFile, path: DataPath, letter: str, general: str) -> Finding:
    message = f"the value for domain {letter} is the {general}; remove it, or change it"
    return Finding("SR722", file.place(path), message)


def _same(first: Any, second: Any) -> bool:
    one = read_number(first)
    return one is not None and one == read_number(second)


def idle_profiles(file: YamlFile, ruleset: Ruleset, letters: list[str]) -> Iterator[Finding]:
    """Profiles that give every parameter the value that another one gives it.

    Args:
        file: The ruleset's file.
        ruleset: What it holds.
        letters: The catalog's domains.
    """
    seen: dict[tuple[Any, ...], str] = {}
    for name, _ in entries(file.at(("profiles",))):
        try:
            policy = resolve(ruleset, letters, str(name))
        except InputError:
            continue
        parameters = [parameter.name for parameter in ruleset.parameters]
        values = tuple(policy.value(p, letter) for p in parameters for letter in letters)
        if values in seen:
            message = f"profile {quoted(name)} reads everything as `{seen[values]}` does"
            message += "; give it values of its own, or remove it"
            yield Finding("SR723", file.place(("profiles", name), key=True), message)
        else:
            seen[values] = str(name)
