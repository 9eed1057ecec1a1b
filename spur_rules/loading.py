"""Files to frozen models, every mistake reported at its place, all of them at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from . import cases
from . import catalog as catalogs
from . import checklist as checklists
from . import overlay as overlays
from . import plan as plans
from . import pseudonym_key as keys
from . import rules as rulesets
from .errors import Problem, described, quoted, suggestion_for
from .frozen import DAY
from .hint_checks import pair_checks, word_checks
from .id_checks import earlier_id_checks
from .shapes import ROW_NAMES, shape_problems
from .vocabulary import fold
from .yaml_events import DataPath
from .yaml_file import YamlFile, entries

#: After so many mistakes of a sort no more are looked for.
MOST_FOUND = 1000

Model = TypeVar("Model", bound=BaseModel)


SCHEMAS: dict[type[BaseModel], str] = {
    catalogs.Catalog: catalogs.SCHEMA,
    rulesets.Ruleset: rulesets.SCHEMA,
    checklists.Checklist: checklists.SCHEMA,
    plans.Plan: plans.SCHEMA,
    overlays.Overlay: overlays.SCHEMA,
    cases.Cases: cases.SCHEMA,
    keys.PseudonymKey: keys.SCHEMA,
}


def load(kind: type[Model], file: YamlFile) -> tuple[Model | None, list[Problem]]:
    """The model, where the file's shape allows one, and every mistake in the file.

    Args:
        kind: Catalog, Ruleset, Checklist, Plan, Overlay, Cases or PseudonymKey.
        file: What was read.
    """
    if problem := _wrong_schema(SCHEMAS[kind], file):
        return None, [problem]
    unwritten = left_to_write(kind, file)
    found = chain(_repeated(file), _unknown_references(file), _named_twice(file))
    problems = most(chain(unwritten, found, _own_checks(kind, file)))
    try:
        return kind.model_validate(file.data), problems
    except ValidationError as error:
        told = {problem.place for problem in unwritten}
        shape = (p for e in error.errors(include_url=False) for p in shape_problems(kind, file, e))
        return None, problems + most(p for p in shape if p.place not in told)


def most(problems: Iterable[Problem]) -> list[Problem]:
    """As many as anyone mends at a time; each may ask what is close to a word, which takes long."""
    return list(islice(problems, MOST_FOUND))


#: What stands in a scaffold where a person has something to write.
TODO = "TODO"


def left_to_write(kind: type[BaseModel], file: YamlFile) -> list[Problem]:
    """Where a scaffold still waits for somebody; what inspectors write may well begin with TODO.

    An overlay that says that it is an example may be tried as it is; every report tells so.

    Args:
        kind: What the file should be.
        file: What was read.
    """
    if kind in (checklists.Checklist, plans.Plan) or TODO not in (file.text or ""):
        return []
    if kind is overlays.Overlay and file.data.get("example") is True:
        return []
    return [
        Problem("SR610", file.place(path), f"{quoted(text)} is still to be written; write it")
        for path, text in _texts(file.data, ())
        if text.startswith(TODO)
    ]


def _texts(node: Any, path: DataPath) -> Iterator[tuple[DataPath, str]]:
    if isinstance(node, str):
        yield path, node
    for step, value in entries(node):
        yield from _texts(value, (*path, step))


def sound_rules(file: YamlFile) -> tuple[rulesets.Ruleset | None, Sequence[int]]:
    """A ruleset of only those rules whose shape is right, and which they are in the file.

    Linking looks at them so that its mistakes are told together with those of shape.
    """
    rules = file.data.get("rules")
    if not isinstance(rules, tuple):
        return None, ()
    kept = list(range(len(rules)))
    for _ in range(2):
        try:
            data = file.data | {"rules": tuple(rules[index] for index in kept)}
            return rulesets.Ruleset.model_validate(data), kept
        except ValidationError as error:
            places = (found["loc"] for found in error.errors(include_url=False))
            broken = {place[1] for place in places if place[0] == "rules" and len(place) > 1}
            kept = [index for index in kept if index not in broken]
    return None, ()


def _wrong_schema(schema: str, file: YamlFile) -> Problem | None:
    found = file.data.get("schema")
    if found == schema:
        return None
    place = file.place(("schema",))
    if found is None:
        return Problem("SR115", place, f"key `schema` is missing; add `schema: {schema}`")
    return Problem("SR115", place, f"schema is {described(found)}; this version reads `{schema}`")


#: Names that must differ within a file.
UNIQUE = (
    ("domains.*.letter", "SR201", "domain"),
    ("domains.*.indicators.*.id", "SR202", "indicator"),
    ("regulations.*.id", "SR211", "regulation"),
    ("provisions.*.id", "SR211", "provision"),
    ("rules.*.id", "SR301", "rule"),
    ("readings.*.id", "SR301", "reading"),
    ("add.*.id", "SR202", "indicator"),
    ("cases.*.id", "SR320", "case"),
)

#: Names that must be declared in the same file: where used, where declared, code, what it is.
REFERENCES = (
    ("domains.*.provision", "provisions.*.id", "SR208", "provision"),
    ("domains.*.indicators.*.footnotes.*.regulation", "regulations.*.id", "SR207", "regulation"),
    ("domains.*.indicators.*.regulations.*", "regulations.*.id", "SR207", "regulation"),
    ("consistency.presupposes.*.indicator", "domains.*.indicators.*.id", "SR212", "indicator"),
    ("consistency.presupposes.*.needs", "domains.*.indicators.*.id", "SR212", "indicator"),
    ("partly_counts_as.*.parameter", "parameters.*", "SR303", "parameter"),
)


def _repeated(file: YamlFile) -> Iterator[Problem]:
    for pattern, code, what in UNIQUE:
        seen: dict[str, DataPath] = {}
        for path, name in file.find(pattern):
            if isinstance(name, str) and name in seen:
                first = file.place(seen[name]).line
                message = f"{what} {quoted(name)} stands twice, first on line {first}; rename one"
                yield Problem(code, file.place(path), message)
            elif isinstance(name, str):
                seen[name] = path


def _unknown_references(file: YamlFile) -> Iterator[Problem]:
    for used, declared, code, what in REFERENCES:
        known = declared_names(file, declared)
        if known is None:
            continue
        for path, name in file.find(used):
            if isinstance(name, str) and name not in known:
                message = f"unknown {what} {quoted(name)}{hint(name, known)}"
                yield Problem(code, file.place(path), message)


def _named_twice(file: YamlFile) -> Iterator[Problem]:
    """A row's name is its key; it cannot stand inside the row too."""
    for pattern, name in ROW_NAMES.items():
        if pattern == "profiles.*.domains.*":
            continue  # what stands in this row are parameters, whatever their names
        for path, row in file.find(pattern):
            if isinstance(path[-1], str) and isinstance(row, dict) and name in row:
                message = f"unknown key {quoted(name)}; remove it, {quoted(path[-1])} is the {name}"
                yield Problem("SR121", file.place((*path, name), key=True), message)


def declared_names(file: YamlFile, pattern: str) -> list[str] | None:
    """The names that a file declares; for `parameters.*` the keys, None where they are no keys."""
    of_mapping = pattern == "parameters.*"
    if of_mapping and not isinstance(file.data.get("parameters", {}), dict):
        return None
    found = (path[-1] if of_mapping else value for path, value in file.find(pattern))
    return [name for name in found if isinstance(name, str)]


#: Of more names than this only the first and the last are told.
MOST_LISTED = 12


def hint(name: str, known: Iterable[str]) -> str:
    """What is close to an unknown name, or else what there is."""
    known = list(known)
    close = suggestion_for(name, known)
    if close or not known:
        return close
    few = known if len(known) <= MOST_LISTED else known[:3]
    rest = "" if few is known else f" … {quoted(known[-1])}"
    return f"; use one of {', '.join(map(quoted, few))}{rest}"


def _own_checks(kind: type[BaseModel], file: YamlFile) -> Iterator[Problem]:
    if kind is catalogs.Catalog:
        yield from _catalog_checks(file)
        yield from earlier_id_checks(file)
    elif kind is rulesets.Ruleset:
        yield from _setting_checks(file)
    elif kind is overlays.Overlay:
        yield from _validity_checks(file)


def _catalog_checks(file: YamlFile) -> Iterator[Problem]:
    for path, _ in file.find("domains.*.indicators.*"):
        letter, id = file.at((*path[:2], "letter")), file.at((*path, "id"))
        if not isinstance(letter, str) or not isinstance(id, str) or not letter.isupper():
            continue
        if not id.startswith(letter):
            message = f"indicator {quoted(id)} stands in domain {quoted(letter)}; move or rename it"
            yield Problem("SR203", file.place((*path, "id")), message)
    for path, origin in file.find("domains.*.indicators.*.norm_origin"):
        if origin == "inferred" and file.at((*path[:-1], "note")) is None:
            message = "the norm is inferred; add a `note` that says from what"
            yield Problem("SR210", file.place(path), message)
    for path, scale in file.find("domains.*.scale"):
        words = [str(grade) for grade in scale] if isinstance(scale, dict) else []
        if words != sorted(words) or (words and words[0] != "A"):
            message = "a scale starts with A and names its grades from best to worst"
            yield Problem("SR205", file.place(path, key=True), message)
    yield from _validity_checks(file)
    yield from pair_checks(file)
    yield from word_checks(file)


def _validity_checks(file: YamlFile) -> Iterator[Problem]:
    start, end = file.data.get("valid_from"), file.data.get("valid_to")
    if _is_day(start) and _is_day(end) and str(end) < str(start):
        message = f"valid_to {quoted(end)} is before valid_from {quoted(start)}"
        yield Problem("SR209", file.place(("valid_to",)), message)


def _is_day(text: Any) -> bool:
    return isinstance(text, str) and DAY.fullmatch(text) is not None


def _setting_checks(file: YamlFile) -> Iterator[Problem]:
    """Profiles set parameters by key; rules name them as thresholds at any depth."""
    yield from _folded_norms(file)
    known = declared_names(file, "parameters.*")
    if known is None:
        return
    places: list[tuple[DataPath, Any, bool]] = []
    for pattern in ("profiles.*.values.*", "profiles.*.domains.*.*"):
        places += [(path, path[-1], True) for path, _ in file.find(pattern)]
    for path, condition in file.find("rules.*.when"):
        places += [(at, name, False) for at, name in keys_named("parameter", condition, path)]
    for path, name, key in places:
        if isinstance(name, str) and name not in known:
            message = f"unknown parameter {quoted(name)}{hint(name, known)}"
            yield Problem("SR303", file.place(path, key), message)


def _folded_norms(file: YamlFile) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, _ in file.find("partly_counts_as.*"):
        norm = fold(str(path[-1]))
        if norm in seen:
            message = f"norm {quoted(path[-1])} stands twice; keep one of them"
            yield Problem("SR109", file.place(path, key=True), message)
        seen.add(norm)


def keys_named(key: str, node: Any, path: DataPath) -> Iterator[tuple[DataPath, Any]]:
    """Every value that stands under a key, at any depth below a node."""
    for step, value in entries(node):
        if step == key:
            yield (*path, step), value
        yield from keys_named(key, value, (*path, step))
