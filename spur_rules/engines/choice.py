"""Choosing an engine by name, and running two that must agree."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ..errors import EngineError, quoted, suggestion_for
from ..facts import Facts
from ..in_force import rules_in_force
from ..policy import Policy
from ..rulebook import Rulebook
from .base import Engine, Fired
from .native import NativeEngine

AUTO = "auto"
ENGINES = (AUTO, "native", "durable")


class CrossCheckedEngine:
    """Two engines on every call; a difference is an error.

    Args:
        first: The engine whose answer is given.
        second: The engine it is compared with.
        letters: The domains, to say where they differ.
    """

    def __init__(self, first: Engine, second: Engine, letters: Sequence[str]) -> None:
        self._first, self._second, self._letters = first, second, letters
        self.names = tuple(sorted((*first.names, *second.names)))

    def fire(self, facts: Facts) -> Fired:
        """Which rules fire: see `Engine.fire`."""
        first, second = self._first.fire(facts), self._second.fire(facts)
        if first != second:
            pairs = zip(self._letters, first, second, strict=True)
            domains = ", ".join(letter for letter, a, b in pairs if a != b)
            message = (
                f"engines {' and '.join(self.names)} disagree in domain {domains};"
                " report this with the checklist, and use one engine meanwhile"
            )
            raise EngineError("SR503", message)
        return first


def engine_for(name: str, rulebook: Rulebook, policy: Policy) -> Engine:
    """The engine of a name.

    Args:
        name: One of `ENGINES`.
        rulebook: The linked catalog and ruleset.
        policy: The value of every parameter.

    Raises:
        EngineError: SR501 unknown, SR502 not installed, SR504 or SR505 from durable-rules.
    """
    if name not in ENGINES:
        known = ", ".join(f"`{engine}`" for engine in ENGINES)
        hint = suggestion_for(name, ENGINES) or f"; use one of {known}"
        raise EngineError("SR501", f"unknown engine {quoted(name)}{hint}")
    native = native_engine(rulebook, policy)
    if name == "native":
        return native
    from .durable import DurableEngine, is_available

    if name == AUTO and not is_available():
        return native
    durable = DurableEngine(rules_in_force(rulebook, policy), probe=not rulebook.is_shipped)
    if name == "durable":
        return durable
    letters = [domain.letter for domain in rulebook.domains]
    return CrossCheckedEngine(durable, native, letters)


@lru_cache(maxsize=64)
def native_engine(rulebook: Rulebook, policy: Policy) -> NativeEngine:
    """The native engine, made once for each rulebook and policy.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The value of every parameter.
    """
    return NativeEngine(rules_in_force(rulebook, policy))
