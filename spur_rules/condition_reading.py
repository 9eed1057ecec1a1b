"""Conditions and numbers as files write them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from .conditions import (
    FACTS,
    SETTLED,
    All,
    AnyOf,
    Condition,
    FactTest,
    Not,
    Op,
    ParameterName,
    StatusTest,
    Threshold,
)
from .errors import described, quoted, suggestion_for
from .frozen import listed
from .vocabulary import STATUSES, Status, fold

Path = tuple[str | int, ...]
Found = list[tuple[Path, str, str]]


class ConditionError(ValueError):
    """What is wrong in a condition as written: (path inside it, code, message), one or more."""

    def __init__(self, found: Found) -> None:
        super().__init__(f"{len(found)} mistakes")
        self.found = found


def read_condition(raw: Any) -> Condition:
    """Read a condition from what YAML holds.

    Args:
        raw: A mapping such as `{"fact": "föreskrift.brister", "at_least": 1}`.

    Raises:
        ConditionError: Every mistake in it.

    >>> read_condition({"indicator": "D2", "is": "ej uppfyllt"}).statuses
    (<Status.NOT_MET: 'ej uppfyllt'>,)
    """
    found: Found = []
    condition = _read(raw, (), found)
    if condition is None or found:
        raise ConditionError(found)
    return condition


_FORMS = (
    "`all`, `any`, `not`, `indicator` with `is`,"
    " or `fact` with `at_least`, `more_than`, `at_most` or `less_than`"
)


def _read(raw: Any, path: Path, found: Found) -> Condition | None:
    keys = tuple(raw) if isinstance(raw, Mapping) else ()
    if keys in (("all",), ("any",)):
        return _read_parts(keys[0], raw[keys[0]], path, found)
    if keys == ("not",):
        part = _read(raw["not"], (*path, "not"), found)
        return None if part is None else Not(part)
    if set(keys) == {"indicator", "is"}:
        return _read_status_test(raw, path, found)
    if "fact" in keys and len(keys) == 2 and set(keys) - {"fact"} <= set(Op):
        return _read_fact_test(raw, path, found)
    found.append((path, "SR312", f"a condition is {_FORMS}; found {_shown(raw)}"))
    return None


def _shown(raw: Any) -> str:
    return quoted(", ".join(raw)) if raw and isinstance(raw, Mapping) else described(raw)


def leaf_paths(raw: Any, path: Path) -> Iterator[Path]:
    """Where each comparison of a condition stands, in the order of `conditions.leaves`."""
    kind = next(iter(raw))
    if kind in ("all", "any"):
        for index, part in enumerate(raw[kind]):
            yield from leaf_paths(part, (*path, kind, index))
    elif kind == "not":
        yield from leaf_paths(raw[kind], (*path, kind))
    else:
        yield path


def _read_parts(kind: str, raw: Any, path: Path, found: Found) -> Condition | None:
    if not isinstance(raw, (list, tuple)) or not raw:
        found.append(((*path, kind), "SR312", f"`{kind}` needs a list of at least one condition"))
        return None
    parts = [_read(item, (*path, kind, i), found) for i, item in enumerate(raw)]
    known = tuple(part for part in parts if part is not None)
    if len(known) < len(parts):
        return None
    return All(known) if kind == "all" else AnyOf(known)


def _read_status_test(raw: Mapping[str, Any], path: Path, found: Found) -> Condition | None:
    before = len(found)
    words = raw["is"] if isinstance(raw["is"], (list, tuple)) else (raw["is"],)
    statuses = [STATUSES.get(fold(str(word))) for word in words]
    for index, (word, status) in enumerate(zip(words, statuses, strict=True)):
        at = (*path, "is", index) if words is raw["is"] else (*path, "is")
        if status is None:
            hint = suggestion_for(str(word), STATUSES) or f"; use one of {listed(STATUSES)}"
            found.append((at, "SR402", f"unknown status {described(word)}{hint}"))
        elif status is Status.NOT_ASSESSED:
            message = "a rule cannot ask for `ej bedömt`: unknown is never met and never not met"
            found.append((at, "SR312", message))
    if not words or not isinstance(raw["indicator"], str):
        found.append((path, "SR312", "`indicator` needs an id and `is` at least one status"))
    if len(found) > before:
        return None
    return StatusTest(raw["indicator"], tuple(s for s in SETTLED if s in statuses))


def _read_fact_test(raw: Mapping[str, Any], path: Path, found: Found) -> Condition | None:
    name, op = raw["fact"], next(Op(key) for key in raw if key != "fact")
    threshold = _read_threshold(raw[op.value], (*path, op.value), found)
    if not isinstance(name, str) or name not in FACTS:
        close = suggestion_for(name, FACTS) if isinstance(name, str) else ""
        hint = close or f"; use one of {listed(FACTS)}"
        found.append(((*path, "fact"), "SR302", f"unknown fact {described(name)}{hint}"))
        return None
    return None if threshold is None else FactTest(*FACTS[name], op, threshold)


def _read_threshold(raw: Any, path: Path, found: Found) -> Threshold | None:
    if isinstance(raw, Mapping) and tuple(raw) == ("parameter",):
        if isinstance(raw["parameter"], str):
            return ParameterName(raw["parameter"])
    elif (number := read_number(raw)) is not None:
        return number
    wanted = "write a number, `1/2` or `{parameter: name}`"
    message = f"expected a threshold, found {described(raw)}; {wanted}"
    found.append((path, "SR312", message))
    return None


def read_number(raw: Any) -> Fraction | None:
    """A number as files write it (1, 0.5, "1/2"), exact; None where it is not one.

    >>> read_number("2/3"), read_number("1e9"), read_number(True)
    (Fraction(2, 3), None, None)
    """
    if isinstance(raw, bool) or not isinstance(raw, (int, str, float)):
        return None
    text = str(raw)
    plain = text.removeprefix("-").replace("/", "", 1).replace(".", "", 1)
    if len(text) > 12 or not plain.isascii() or not plain.isdigit():
        return None
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError):
        return None
