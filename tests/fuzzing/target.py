"""What is fuzzed: bytes to plain data, and on to a checklist, a plan, a catalog or a ruleset."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from hostile.kinds import CATALOG, RULES

from spur_rules import api
from spur_rules.catalog import Catalog
from spur_rules.checklist import Checklist
from spur_rules.errors import CODES, InputError
from spur_rules.linking import link
from spur_rules.loading import load
from spur_rules.plan import Plan
from spur_rules.reading import read, read_plan
from spur_rules.rulebook import Rulebook
from spur_rules.rules import Ruleset
from spur_rules.yaml_file import YamlFile, parse_bytes, read_file

#: What a terminal obeys, and what turns the order of a text, must be in no message.
UNSHOWABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
KINDS = (Checklist, Plan, Catalog, Ruleset)


@lru_cache(maxsize=1)
def small() -> Rulebook:
    """A rulebook of two domains."""
    return api.load_rulebook(CATALOG, RULES)


@lru_cache(maxsize=1)
def beside() -> tuple[YamlFile, YamlFile]:
    """A right catalog and right rules, for what is fuzzed to stand beside."""
    return read_file(CATALOG), read_file(RULES)


def read_bytes(content: bytes) -> Any:
    """What the bytes hold, read as every kind of file; the mistakes where there are any."""
    try:
        file = parse_bytes(content, "fuzzed")
    except InputError as error:
        return sound(error)
    return read_data(file)


def read_data(file: YamlFile) -> Any:
    """What the data is, as every kind of file."""
    return [_read_as(kind, file) for kind in KINDS]


def _read_as(kind: Any, file: YamlFile) -> Any:
    try:
        if kind is Checklist:
            checklist = read(file, small().catalog)
            return api.suggest(small(), checklist, engine="native")
        if kind is Plan:
            return read_plan(file, small().catalog)
        model, problems = load(kind, file)
        if problems or model is None:
            raise InputError(problems)
        catalog, rules = beside()
        return link(*((file, rules) if kind is Catalog else (catalog, file))).rules_id
    except InputError as error:
        return sound(error)


def sound(error: InputError) -> tuple[str, ...]:
    """The mistakes as they are shown: one line each, a known code, nothing a screen obeys."""
    lines = tuple(map(str, error.problems))
    assert lines
    for problem, line in zip(error.problems, lines, strict=True):
        assert problem.code in CODES, line
        assert not UNSHOWABLE.search(line), ascii(line)
        assert len(line) < 1000, line
    return lines


def twice(content: bytes) -> None:
    """The same bytes say the same, both times."""
    first, second = read_bytes(content), read_bytes(content)
    assert first == second
