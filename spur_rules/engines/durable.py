"""The rulebook on durable-rules 2.0.28, an inference engine in C. The only importer of `durable`.

It gets generated property names and whole numbers only. Numbers in brackets name the measured
hazards of `docs/durable.md` that a line keeps away from.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from ..conditions import All, AnyOf, Condition, FactTest, Leaf, Op, StatusTest, leaves
from ..errors import EngineError
from ..evaluation import compare
from ..facts import Facts
from ..in_force import DomainInForce, RulesInForce
from .base import Fired, Linear, group_index, linear

MAX_RULES = 50  # of 64 that may match one message (2)
MAX_CONDITIONS = 200  # of 511 distinct ones (1)
MAX_PROPERTIES = 190  # of 252 (30)
MAX_NUMBER = 2**53  # (26)
PROBE_SECONDS = 10

_OPS = {Op.AT_LEAST: "$gte", Op.MORE_THAN: "$gt", Op.AT_MOST: "$lte", Op.LESS_THAN: "$lt"}
_RESERVED = ("k", "id", "sid", "$s")
_FACT_ID = {"sid": "1", "id": "1", "k": 1}  # one sid and one id, never a user's text (4, 5, 6)

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Property:
    """Where a message's number comes from: a norm's counts, or a named indicator's status."""

    at: int
    size: int
    form: Linear | None

    def value(self, facts: Facts) -> int | None:
        if self.form is None:
            return facts[self.at]
        partly, not_met, not_applicable = facts[self.at : self.at + 3]
        if self.form.of_any and not_applicable == self.size:
            return None  # a missing property makes every comparison false (25)
        return self.form.value(partly, not_met, not_applicable)


@dataclass
class _Chunk:
    """A durable ruleset: so many rules that it stays far from the engine's limits."""

    properties: dict[_Property, str] = field(default_factory=dict)
    rules: dict[str, Json] = field(default_factory=dict)
    bits: list[tuple[int, int]] = field(default_factory=list)
    zero_matters: set[str] = field(default_factory=set)
    conditions: int = 0


class DurableEngine:
    """Needs the extra `durable` and a C compiler at install time.

    Args:
        rules: The rules in force.
        probe: Try the ruleset in a child process first, because a hang inside C cannot be
            interrupted from this one (1, 3, 21).

    Raises:
        EngineError: SR502 not installed, SR504 too large, SR505 the trial failed.
    """

    names = ("durable",)

    def __init__(self, rules: RulesInForce, probe: bool = True) -> None:
        self._host_module = _import_engine()
        self._chunks = _chunks(rules)
        self._domains = len(rules.domains)
        self._lock = threading.Lock()
        self._fired: list[tuple[int, int]] = []
        if probe:
            for chunk in self._chunks:
                _probe(chunk.rules)
        self._hosts = self._build()

    def fire(self, facts: Facts) -> Fired:
        """Which rules fire: see `Engine.fire`. One review at a time (17)."""
        with self._lock:
            try:
                fired = self._evaluate(facts)
            except _OutOfRangeError as error:
                raise EngineError("SR504", f"{error}; use --engine native") from None
            except Exception:
                fired = self._again(facts)
        masks = [0] * self._domains
        for domain, number in fired:
            masks[domain] |= 1 << number
        return tuple(masks)

    def _again(self, facts: Facts) -> set[tuple[int, int]]:
        """What failed once is thrown away and built anew, once."""
        try:
            self._hosts = self._build()
            return self._evaluate(facts)
        except Exception as error:
            message = f"durable-rules failed twice ({type(error).__name__}); use --engine native"
            raise EngineError("SR505", message) from error

    def _evaluate(self, facts: Facts) -> set[tuple[int, int]]:
        fired: set[tuple[int, int]] = set()  # a rule may fire once per true branch (8)
        for chunk, ruleset in zip(self._chunks, self._hosts, strict=True):
            self._fired.clear()
            self._assert(ruleset, _message(chunk, facts))
            fired.update(self._fired)
        return fired

    def _assert(self, host: Any, message: Json) -> None:
        state: Json | None = None
        try:
            state = host.assert_fact("r", message)
        except self._host_module.MessageNotHandledException:
            pass  # no rule fires (10)
        finally:
            host.retract_fact("r", _FACT_ID)
        if isinstance(state, dict) and "exception" in state:  # swallowed by the engine (20)
            raise RuntimeError("an action failed inside durable-rules")

    def _build(self) -> list[Any]:
        return [self._host(chunk) for chunk in self._chunks]

    def _host(self, chunk: _Chunk) -> Any:
        class Host(self._host_module.Host):  # type: ignore[misc, name-defined]
            """A host without timers and dispatcher threads (19, 37)."""

            def _run(self) -> None:
                pass

        rules = {
            name: {"all": [{"m": condition}], "run": self._recorder(bit)}
            for (name, condition), bit in zip(chunk.rules.items(), chunk.bits, strict=True)
        }
        host = Host()
        host.register_rulesets({"r": rules})
        handle = host.get_ruleset("r")._handle
        release = weakref.finalize(host, _release, handle)
        release.atexit = False
        return host

    def _recorder(self, bit: tuple[int, int]) -> Any:
        fired = self._fired

        def record(_: Any) -> None:
            fired.append(bit)

        return record


class _OutOfRangeError(ValueError):
    """A number that the engine would round (26)."""


def _import_engine() -> Any:
    try:
        from durable import engine
    except ImportError as error:
        message = (
            "engine `durable` is not installed (pip install 'spur_rules[durable]', Python < 3.13,"
            " needs a C compiler); use --engine native for the same grades"
        )
        raise EngineError("SR502", message) from error
    return engine


def is_available() -> bool:
    """Whether durable-rules is installed and can be imported (on Python 3.13 it cannot)."""
    try:
        _import_engine()
    except EngineError:
        return False
    return True


def _release(handle: int) -> None:
    import durable_rules_engine

    durable_rules_engine.delete_ruleset(handle)


def _message(chunk: _Chunk, facts: Facts) -> Json:
    """The facts as the ruleset's properties, without the zeros that it does not ask for."""
    message: Json = dict(_FACT_ID)
    for source, name in chunk.properties.items():
        value = source.value(facts)
        if value or (value == 0 and name in chunk.zero_matters):
            message[name] = value
            if abs(value) > MAX_NUMBER:
                raise _OutOfRangeError(f"a count of {value} is too large for durable-rules")
    return message


def _chunks(rules: RulesInForce) -> list[_Chunk]:
    """The rules of all domains, in as many rulesets as the limits ask for."""
    chunks = [_Chunk()]
    for index, domain in enumerate(rules.domains):
        for rule in domain.rules:
            sources = dict.fromkeys(_sources(rule.condition, domain))
            size = _size(rule.condition)
            if size > MAX_CONDITIONS or len(sources) > MAX_PROPERTIES:
                message = f"rule `{rule.id}` has more than {MAX_CONDITIONS} comparisons"
                raise EngineError("SR504", f"{message}; split it, or use --engine native")
            if _is_full(chunks[-1], size, len(sources)):
                chunks.append(_Chunk())
            _add(chunks[-1], rule.condition, (index, rule.number), domain, size)
    for chunk in chunks:
        _check_names(chunk)
    return [chunk for chunk in chunks if chunk.rules]


def _is_full(chunk: _Chunk, size: int, sources: int) -> bool:
    return (
        len(chunk.rules) >= MAX_RULES
        or chunk.conditions + size > MAX_CONDITIONS
        or len(chunk.properties) + sources > MAX_PROPERTIES
    )


def _add(
    chunk: _Chunk, condition: Condition, bit: tuple[int, int], domain: DomainInForce, size: int
) -> None:
    for leaf in leaves(condition):
        name = chunk.properties.setdefault(_source(leaf, domain), f"p{len(chunk.properties)}")
        if _is_true_of_zero(leaf, domain):
            chunk.zero_matters.add(name)
    body = _expression(condition, domain, chunk.properties)
    chunk.rules[f"r{len(chunk.rules)}"] = {"$and": [{"k": 1}, body]}  # (3)
    chunk.bits.append(bit)
    chunk.conditions += size


def _size(condition: Condition) -> int:
    tests = leaves(condition)
    return sum(len(t.statuses) + 1 if isinstance(t, StatusTest) else 1 for t in tests)


def _sources(condition: Condition, domain: DomainInForce) -> Iterator[_Property]:
    return (_source(leaf, domain) for leaf in leaves(condition))


def _source(leaf: Leaf, domain: DomainInForce) -> _Property:
    if isinstance(leaf, StatusTest):
        return _Property(domain.status_at(leaf.indicator), 0, None)
    group, form = _form(leaf, domain)
    size = domain.groups[group].size
    left_side = form._replace(op=Op.AT_LEAST, constant=0)
    return _Property(domain.counts_at(group), size, left_side)


def _is_true_of_zero(leaf: Leaf, domain: DomainInForce) -> bool:
    """Whether a comparison is true of the number 0; if not, a missing property says the same."""
    if isinstance(leaf, StatusTest):
        return any(status.code == 0 for status in leaf.statuses)
    _, form = _form(leaf, domain)
    return compare(Fraction(0), form.op, Fraction(form.constant))


def _form(leaf: FactTest, domain: DomainInForce) -> tuple[int, Linear]:
    group = group_index(domain, leaf)
    return group, linear(leaf, domain.partly[group], domain.groups[group].size)


def _expression(condition: Condition, domain: DomainInForce, names: dict[_Property, str]) -> Json:
    match condition:
        case All(parts):
            return {"$and": [_expression(part, domain, names) for part in parts]}
        case AnyOf(parts):
            return {"$or": [_expression(part, domain, names) for part in parts]}
        case StatusTest(_, statuses):
            name = names[_source(condition, domain)]
            return {"$or": [{name: int(s.code)} for s in statuses] or [{"k": 0}]}
        case FactTest():
            name = names[_source(condition, domain)]
            _, form = _form(condition, domain)
            return {_OPS[form.op]: {name: form.constant}}
    raise TypeError(f"not a linked condition: {condition!r}")


def _check_names(chunk: _Chunk) -> None:
    """The engine knows property names by a 32-bit hash only (6)."""
    names = [*chunk.properties.values(), *_RESERVED]
    if len({fnv1a(name) for name in names}) < len(names):
        raise EngineError("SR504", "two property names have the same hash; use --engine native")


def fnv1a(text: str) -> int:
    """The 32-bit FNV-1a hash by which durable-rules tells names apart.

    >>> fnv1a("liquid") == fnv1a("costarring")
    True
    """
    value = 0x811C9DC5
    for byte in text.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


_TRIAL = """
import json, sys
from durable import engine
class Host(engine.Host):
    def _run(self): pass
rules = json.load(sys.stdin)
host = Host()
ruleset = {n: {"all": [{"m": c}], "run": lambda _: None} for n, c in rules.items()}
host.register_rulesets({"r": ruleset})
try: host.assert_fact("r", {"sid": "1", "id": "1", "k": 1})
except engine.MessageNotHandledException: pass
host.retract_fact("r", {"sid": "1", "id": "1", "k": 1})
"""


def _probe(rules: dict[str, Json]) -> None:
    """Register a ruleset and run it once, in a process that can be killed."""
    command = [sys.executable, "-c", _TRIAL]
    try:
        trial = subprocess.run(
            command, input=json.dumps(rules), text=True, capture_output=True, timeout=PROBE_SECONDS
        )
    except subprocess.TimeoutExpired:
        message = f"durable-rules hangs on this ruleset ({PROBE_SECONDS} s); use --engine native"
        raise EngineError("SR505", message) from None
    if trial.returncode:
        raise EngineError("SR505", "durable-rules refuses this ruleset; use --engine native")
