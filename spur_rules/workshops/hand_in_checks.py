"""What looks wrong in a hand-in: refused where it would spoil the round, or else told."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import NamedTuple

from ..errors import InputError, Problem, quoted
from ..provenance import Place
from ..rulebook import Rulebook
from ..vocabulary import Status, fold
from .events import HandedIn
from .expecting import awaited
from .workshop import Workshop

#: From how alike two names may be one name misspelt: four letters with two of them swapped.
_ALIKE = 0.75


class Odd(StrEnum):
    """What may be a mistake, and may be meant."""

    NO_ROWS = "no-rows"
    NO_GRADES = "no-grades"
    OFF_SCALE = "off-scale"
    CLOSE_NAME = "close-name"
    NOT_NAMED = "not-named"


class Oddity(NamedTuple):
    """One thing to look at; `more` is the domain or the other name."""

    kind: Odd
    rater: str
    case: str
    more: str = ""


def assessed(handed_in: HandedIn) -> int:
    """How many rows say anything."""
    return sum(status is not Status.NOT_ASSESSED for status in handed_in.ticks.values())


def check(made: Sequence[HandedIn], now: Workshop, may_empty: bool) -> None:
    """Refuse what would make two raters of one, or lose grades.

    Args:
        made: What is handed in.
        now: Where the workshop stands.
        may_empty: Whether a checklist may be replaced by one that says less than nothing new.

    Raises:
        InputError: SR873, a name that differs from another only in its spelling; SR874, a checklist
            without grades or rows would take the place of one that has them.
    """
    problems: list[Problem] = []
    known = {fold(name): name for name in awaited(now)}
    for rater in dict.fromkeys(one.rater for one in made):
        other = known.setdefault(fold(rater), rater)
        if other != rater:
            message = f"{quoted(rater)} is there already as {quoted(other)}; write the name so"
            problems.append(Problem("SR873", Place("--rater"), message))
    handed_in = now.rounds[-1].handed_in if now.rounds else {}
    for one in made:
        old = handed_in.get((one.case, one.rater))
        if old is not None and not may_empty and (lost := _lost(old, one)):
            message = (
                f"the checklist has no {lost}, and would replace one of {quoted(one.rater)} that"
                " has; hand in the filled one, or say --replace"
            )
            problems.append(Problem("SR874", Place(one.case), message))
    if problems:
        raise InputError(problems)


def _lost(old: HandedIn, new: HandedIn) -> str | None:
    if old.given and not new.given:
        return "grades"
    return "assessed rows" if assessed(old) and not assessed(new) else None


def oddities(made: Sequence[HandedIn], before: Workshop, rulebook: Rulebook) -> list[Oddity]:
    """What is taken in, but should be looked at.

    Args:
        made: What is handed in.
        before: Where the workshop stood.
        rulebook: The domains and their scales.
    """
    found: list[Oddity] = []
    for one in made:
        who = one.rater, one.case
        if not assessed(one):
            found.append(Oddity(Odd.NO_ROWS, *who))
        if not one.given:
            found.append(Oddity(Odd.NO_GRADES, *who))
        for letter in off_scale(one, rulebook):
            found.append(Oddity(Odd.OFF_SCALE, *who, letter))
    return [*found, *_names(made, before)]


def off_scale(one: HandedIn, rulebook: Rulebook) -> list[str]:
    """The domains whose given grade their scale does not have."""
    return [
        letter
        for letter, grade in sorted(one.given.items())
        if grade not in {step.grade for step in rulebook.domain(letter).domain.scale}
    ]


def _names(made: Sequence[HandedIn], before: Workshop) -> list[Oddity]:
    """New names that may be known ones misspelt."""
    known, found = awaited(before), list[Oddity]()
    for rater in dict.fromkeys(one.rater for one in made if one.rater not in known):
        close = next((name for name in known if is_close(name, rater)), None)
        if close is not None:
            found.append(Oddity(Odd.CLOSE_NAME, rater, "", close))
        elif before.opened.raters:
            found.append(Oddity(Odd.NOT_NAMED, rater, ""))
    return found


def is_close(first: str, second: str) -> bool:
    """Whether one name may be the other misspelt; not where they differ in numbers alone.

    >>> is_close("Eirk", "Erik"), is_close("Bedömare 1", "Bedömare 2"), is_close("Åsa", "Bo")
    (True, False, False)
    """
    one, other = (
        "".join(letter for letter in fold(name) if not letter.isdigit()) for name in (first, second)
    )
    return one != other and SequenceMatcher(None, one, other).ratio() >= _ALIKE
