"""What the YAML parser stumbles over, in words that lead to the mistake."""

from __future__ import annotations

import re
from typing import NamedTuple


class Spot(NamedTuple):
    """A place in a text, counted from 1."""

    line: int
    column: int


class Stumble(NamedTuple):
    """What the parser said: in which context it was, what it met, and where both stand."""

    context: str
    problem: str
    opened: Spot | None
    met: Spot | None


#: What the parser says (libyaml or pure Python), whether the place is where the context was opened
#: rather than where it failed, and what a person should hear.
_WORDS: tuple[tuple[str, bool, str], ...] = (
    (r"expected .?<document start>", False, "text stands after the end; remove it"),
    (r"quoted scalar.*end of stream", True, "this quote is never closed; add the closing quote"),
    (
        r"expected ',' or '[\]}]'",
        False,
        "expected ',' or '{bracket}' in the {group} opened on line {opened};"
        " a comma, a closing bracket or a quote is missing before this",
    ),
    (
        r"expected key|expected <block end>|expected the node content|no key|block end",
        False,
        "the indentation does not fit the lines above; indent it as they are",
    ),
    (
        r"mapping values are not allowed",
        False,
        "a colon stands inside a text; put the text in quotes, or indent the line as a key",
    ),
    (
        r"sequence entries are not allowed",
        False,
        "a dash starts a text here; put the text in quotes, or move the list to its own lines",
    ),
    (r"expected ':'", True, "expected ':' after this; write `key: value`"),
    (
        r"unknown escape|escape sequence|escape character|escape code",
        False,
        "{problem}; mend the escape",
    ),
)


def told(stumble: Stumble, text: str) -> tuple[Spot | None, str]:
    """Where a mistake in the syntax is, and what to say of it.

    Args:
        stumble: What the parser said.
        text: What it read.
    """
    said = f"{stumble.context} {stumble.problem}"
    if "cannot start any token" in said:
        return stumble.met, _cannot_start(stumble, text)
    for pattern, at_start, words in _WORDS:
        if re.search(pattern, said):
            at_end = stumble.met is not None and _is_at_end(stumble.met, text)
            spot = stumble.opened if at_start or at_end else stumble.met
            return spot or stumble.met, words.format(
                bracket="]" if "sequence" in stumble.context or "]" in stumble.problem else "}",
                group="list" if "sequence" in stumble.context else "group",
                opened=stumble.opened.line if stumble.opened else "?",
                problem=stumble.problem,
            )
    return stumble.met, f"not valid YAML or JSON: {said.strip()}; mend this line"


def _cannot_start(stumble: Stumble, text: str) -> str:
    lines = text.splitlines()
    spot = stumble.met
    line = lines[spot.line - 1] if spot and spot.line <= len(lines) else ""
    character = line[spot.column - 1 : spot.column] if spot else ""
    if character == "\t":
        return "a tab cannot indent a line; use spaces"
    return f"`{character}` cannot start a text; put the text in quotes"


def _is_at_end(spot: Spot, text: str) -> bool:
    rest = text.splitlines()[spot.line - 1 :]
    return not "".join(rest)[spot.column - 1 :].strip()
