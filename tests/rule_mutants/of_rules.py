"""Mistakes in the ruleset."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from spur_rules.conditions import FACTS

from .edits import MEANING, WORDS, Data, Mutant, Path, at, clipped, put, swapped, without

GRADES = "ABCD"
OPS = ("at_least", "more_than", "at_most", "less_than")
NORMS = ("föreskrift", "allmänt råd", "kvalitetsindikator")
#: Values that a parameter or a profile could have been given instead.
VALUES = {
    "antal": (0, "1/2", 1, 2, 3),
    "andel": (0, "1/4", "1/3", "1/2", "2/3", "3/4", 1),
    "vikt": (0, "1/2", 1),
}


def mutants(data: Data, letters: str) -> Iterator[Mutant]:
    """Every mistake, in the file's order, one sort after the other."""
    yield from _rules(data, letters)
    yield from _conditions(data)
    yield from _parameters(data, letters)
    yield from _profiles(data, letters)
    yield from _weights(data)
    yield from _plan(data)
    yield from _words(data)


def _made(sort: str, name: str, touches: str, data: Data) -> Mutant:
    return Mutant(f"{sort}: {name}", sort, touches, rules=data)


def _rules(data: Data, letters: str) -> Iterator[Mutant]:
    for r, rule in enumerate(data["rules"]):
        id, path = rule["id"], ("rules", r)
        yield _made("rule dropped", id, MEANING, without(data, path))
        for grade in GRADES:
            if grade != rule["ceiling"]:
                changed = put(data, (*path, "ceiling"), grade)
                yield _made("ceiling swapped", f"{id} {grade}", MEANING, changed)
        if "needs" in rule:
            yield _made("needs dropped", id, MEANING, without(data, (*path, "needs")))
        for norm in NORMS:
            if (norm,) != rule.get("needs"):
                changed = put(data, (*path, "needs"), (norm,))
                yield _made("needs altered", f"{id} {norm}", MEANING, changed)
        if "caveat" in rule:
            yield _made("caveat dropped", id, MEANING, without(data, (*path, "caveat")))
        else:
            words = {"sv": "Bedöm själv.", "en": "Judge for yourself."}
            yield _made("caveat added", id, MEANING, put(data, (*path, "caveat"), words))
        for letter in letters:
            rest = tuple(other for other in letters if other != letter)
            changed = put(data, (*path, "domains"), rest)
            yield _made("kept out of a domain", f"{id} {letter}", MEANING, changed)


def _conditions(data: Data) -> Iterator[Mutant]:
    for r, rule in enumerate(data["rules"]):
        when: Path = ("rules", r, "when")
        parts = at(data, when).get("any")
        for n in range(len(parts or ())):
            yield _made(
                "part dropped", f"{rule['id']} {n}", MEANING, without(data, (*when, "any", n))
            )
        if parts:
            yield _made("any made all", rule["id"], MEANING, put(data, when, {"all": parts}))
        turned = put(data, when, {"not": at(data, when)})
        yield _made("turned over", rule["id"], MEANING, turned)
        for path in [(*when, "any", n) for n in range(len(parts))] if parts else [when]:
            yield from _comparison(data, f"{rule['id']} {path[-1]}", path)


def _comparison(data: Data, name: str, path: Path) -> Iterator[Mutant]:
    test = at(data, path)
    op = next(key for key in test if key in OPS)
    limit = test[op]
    for other in OPS:
        if other != op:
            changed = put(data, path, {"fact": test["fact"], other: limit})
            yield _made("operator swapped", f"{name} {other}", MEANING, changed)
    for fact in FACTS:
        if fact != test["fact"]:
            changed = put(data, (*path, "fact"), fact)
            yield _made("fact swapped", f"{name} {fact}", MEANING, changed)
    if isinstance(limit, dict):
        for other in data["parameters"]:
            if other != limit["parameter"]:
                changed = put(data, (*path, op, "parameter"), other)
                yield _made("parameter swapped", f"{name} {other}", MEANING, changed)
        default = data["parameters"][limit["parameter"]]["default"]
        changed = put(data, (*path, op), default)
        yield _made("parameter written out", name, MEANING, changed)
    else:
        for value in (0, "1/2", 2, 3):
            changed = put(data, (*path, op), value)
            yield _made("threshold moved", f"{name} {value}", MEANING, changed)


def _parameters(data: Data, letters: str) -> Iterator[Mutant]:
    for name, row in data["parameters"].items():
        path: Path = ("parameters", name)
        yield _made("parameter dropped", name, MEANING, without(data, path))
        for value in _others(row["unit"], row["default"]):
            changed = put(data, (*path, "default"), value)
            yield _made("default moved", f"{name} {value}", MEANING, changed)
        for unit in VALUES:
            if unit != row["unit"]:
                changed = put(data, (*path, "unit"), unit)
                yield _made("unit swapped", f"{name} {unit}", MEANING, changed)
        for letter in letters:
            value = _others(row["unit"], row["default"])[-1]
            changed = put(data, (*path, "domains"), {letter: value})
            yield _made("default moved in a domain", f"{letter}.{name} {value}", MEANING, changed)


def _profiles(data: Data, letters: str) -> Iterator[Mutant]:
    units = {name: row["unit"] for name, row in data["parameters"].items()}
    for profile, row in data["profiles"].items():
        path: Path = ("profiles", profile)
        yield _made("profile dropped", profile, MEANING, without(data, path))
        for name, value in row.get("values", {}).items():
            changed = without(data, (*path, "values", name))
            yield _made("profile's value dropped", f"{profile} {name}", MEANING, changed)
            for other in _others(units[name], value):
                changed = put(data, (*path, "values", name), other)
                label = f"{profile} {name} {other}"
                yield _made("profile's value moved", label, MEANING, changed)


def _others(unit: str, value: Any) -> list[Any]:
    return [other for other in VALUES[unit] if Fraction(other) != Fraction(value)]


def _weights(data: Data) -> Iterator[Mutant]:
    weights = data["partly_counts_as"]
    for norm in weights:
        changed = without(data, ("partly_counts_as", norm))
        yield _made("weight dropped", norm, MEANING, changed)
    one, other = (("partly_counts_as", norm) for norm in weights)
    yield _made("weights swapped", "both", MEANING, swapped(data, one, other))
    for name, row in data["parameters"].items():
        if row["unit"] == "vikt":
            changed = put(data, ("partly_counts_as", "föreskrift"), {"parameter": name})
            yield _made("weight added", f"föreskrift {name}", MEANING, changed)


def _plan(data: Data) -> Iterator[Mutant]:
    yield _made("plan dropped", "action_plan", MEANING, without(data, ("action_plan",)))
    for key in ("lifts", "to"):
        for grade in GRADES:
            if grade != data["action_plan"][key]:
                changed = put(data, ("action_plan", key), grade)
                yield _made("plan altered", f"{key} {grade}", MEANING, changed)
    for covers in (("allmänt råd",), ("föreskrift", "allmänt råd"), NORMS):
        changed = put(data, ("action_plan", "covers"), covers)
        yield _made("plan altered", f"covers {', '.join(covers)}", MEANING, changed)


def _words(data: Data) -> Iterator[Mutant]:
    for r, rule in enumerate(data["rules"]):
        for key in ("because", "caveat"):
            for language, words in rule.get(key, {}).items():
                changed = put(data, ("rules", r, key, language), clipped(words))
                yield _made("words clipped", f"{rule['id']} {key} {language}", WORDS, changed)
        for key in ("printed", "source"):
            changed = put(data, ("rules", r, key), clipped(rule[key]))
            yield _made("words clipped", f"{rule['id']} {key}", WORDS, changed)
        yield _made("printed dropped", rule["id"], WORDS, without(data, ("rules", r, "printed")))
    for name, row in data["parameters"].items():
        if row["printed"]:
            changed = put(data, ("parameters", name, "printed"), f"{row['printed']} här")
            yield _made("printed altered", name, WORDS, changed)
        changed = put(data, ("parameters", name, "meaning", "sv"), clipped(row["meaning"]["sv"]))
        yield _made("words clipped", f"{name} meaning", WORDS, changed)
    for n, reading in enumerate(data["readings"]):
        yield _made("reading dropped", reading["id"], WORDS, without(data, ("readings", n)))
    printed = data["action_plan"]["printed"]
    changed = put(data, ("action_plan", "printed"), clipped(printed))
    yield _made("words clipped", "action_plan printed", WORDS, changed)
