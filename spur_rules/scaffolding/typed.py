"""What is typed on the command line for a new rule or case, read as a file would be."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import TypeVar

from ..errors import InputError, Problem, quoted
from ..loading import hint
from ..policy import STANDARD, parse_policy
from ..provenance import Place
from ..rulebook import Rulebook
from ..vocabulary import NORMS, STATUSES, Norm, Status, fold

Word = TypeVar("Word")


def norm(text: str) -> Norm:
    """A norm, as --norm names it.

    Raises:
        InputError: SR204, there is no such norm.
    """
    return _one(text, NORMS, ("--norm", "norm", "SR204"))


def statuses(texts: Iterable[str]) -> tuple[Status, ...]:
    """Statuses, as --is names them.

    Raises:
        InputError: SR402, there is no such status.
    """
    return tuple(_one(text, STATUSES, ("--is", "status", "SR402")) for text in texts)


def answers(texts: Iterable[str]) -> dict[str, dict[str, str]]:
    """Answers, as --answer names them: `B8=ej uppfyllt`, `B9=på annat sätt: the reason`.

    Raises:
        InputError: SR109, an indicator is answered twice; SR402, there is no such status.

    >>> answers(["B8=not met", "B9=på annat sätt: Genom samtal."])["B9"]
    {'status': 'på annat sätt', 'reason': 'Genom samtal.'}
    """
    found: dict[str, dict[str, str]] = {}
    problems: list[Problem] = []
    for text in texts:
        id, _, rest = (part.strip() for part in unicodedata.normalize("NFC", text).partition("="))
        word, _, reason = (part.strip() for part in rest.partition(":"))
        status = STATUSES.get(fold(word))
        if status is None:
            way_out = hint(word, STATUSES) if word else "; write it as `B8=ej uppfyllt`"
            problems.append(_problem("SR402", f"unknown status {quoted(word)}{way_out}"))
        if id in found:
            problems.append(_problem("SR109", f"{quoted(id)} is answered twice; keep one answer"))
        found[id] = {"status": status.value if status else word} | (
            {"reason": reason} if reason else {}
        )
    if problems:
        raise InputError(problems)
    return found


def reading(
    rulebook: Rulebook, domain: str, text: str | None
) -> tuple[str | None, Mapping[str, int | str]]:
    """A profile and single values, as --policy names them; no profile for the standard one.

    Args:
        rulebook: Whose profiles and parameters they are.
        domain: The domain that the case is about.
        text: What was typed.

    Raises:
        InputError: SR123, SR301, SR303, SR309, SR310 or SR313.
    """
    profile, overrides = parse_policy(text or STANDARD)
    rulebook.policy(profile, overrides)
    values = {o.parameter: _number(o.value) for o in overrides if o.domain in (None, domain)}
    return (None if profile == STANDARD else profile), values


def _number(value: Fraction) -> int | str:
    """As a file writes it: a whole number, or a share such as 1/2."""
    return int(value) if value.denominator == 1 else str(value)


def _one(text: str, table: Mapping[str, Word], told: tuple[str, str, str]) -> Word:
    place, what, code = told
    found = table.get(fold(text))
    if found is None:
        message = f"unknown {what} {quoted(text)}{hint(text, table)}"
        raise InputError([Problem(code, Place(place), message)])
    return found


def _problem(code: str, message: str) -> Problem:
    return Problem(code, Place("--answer"), message)
