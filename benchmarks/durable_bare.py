"""durable-rules as a careful person would use it directly: one ruleset, one message a review.

Tried, as multiples of this form on the real case: all counts in the message, also those that are
zero 1.2; rules that exclude each other, so that each domain fires once at most 1.35; a ruleset for
one domain and eight messages 1.85. A firing costs most of the time, a property some of it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from counting import count, fours, has_advice
from durable import engine
from reviews import LETTERS, Answers, Result

_FACT = {"sid": "1", "id": "1"}


class _Host(engine.Host):
    """Without timers and dispatcher threads."""

    def _run(self) -> None:
        pass


def durable_bare() -> Callable[[Answers], Result]:
    """A grader: counts in Python, rules in durable-rules."""
    fired: list[tuple[str, str]] = []
    host = _Host()
    host.register_rulesets({"spur": _ruleset(fired)})

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        fired.clear()
        _assert(host, _message(counts))
        grades = dict.fromkeys(LETTERS, "A")
        for letter, ceiling in fired:
            grades[letter] = max(grades[letter], ceiling)
        return list(grades.values()), shortcomings

    return grade


def _ruleset(fired: list[tuple[str, str]]) -> dict[str, Any]:
    def rule(letter: str, ceiling: str, condition: dict[str, Any]) -> dict[str, Any]:
        return {"all": [{"m": condition}], "run": lambda _: fired.append((letter, ceiling))}

    rules = {}
    for letter in LETTERS:
        too_many = [{"$gt": {f"exceptions_{letter}": 2}}, {"$gt": {f"over_{letter}": 0}}]
        rules[f"D_{letter}"] = rule(letter, "D", {"$gte": {f"rules_{letter}": 1}})
        if has_advice(letter):
            rules[f"C_{letter}"] = rule(letter, "C", {"$gte": {f"advice_{letter}": 1}})
        rules[f"B_{letter}"] = rule(letter, "B", {"$or": too_many})
    return rules


def _message(counts: list[int]) -> dict[str, Any]:
    """Only what is not zero: a missing property makes a comparison false."""
    message: dict[str, Any] = dict(_FACT)
    for letter, rules, advice, exceptions, quality in fours(counts):
        if rules:
            message[f"rules_{letter}"] = rules
        if advice:
            message[f"advice_{letter}"] = advice
        if exceptions:
            message[f"exceptions_{letter}"] = exceptions
            message[f"over_{letter}"] = exceptions - quality
    return message


def _assert(host: _Host, message: dict[str, Any]) -> None:
    try:
        host.assert_fact("spur", message)
    except engine.MessageNotHandledException:
        pass  # no rule fires
    finally:
        host.retract_fact("spur", _FACT)
