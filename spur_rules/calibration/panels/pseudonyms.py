"""Pseudonyms for raters and cases: the same name always gets the same, and none tells the name."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from random import Random

from ...pseudonym_key import Pseudonym, PseudonymKey
from .panel import Panel, arrange

#: What the pseudonyms of raters and of cases (fall) begin with.
RATER, CASE = "R", "F"


def extended(
    key: PseudonymKey, panel: Panel, with_cases: bool = False, seed: int | None = None
) -> PseudonymKey:
    """A key that has everybody in a panel; whoever is in it keeps the pseudonym.

    New names are numbered in an order that chance decides, so that a number tells nothing of the
    name; only that it came in later than those of an earlier panel.

    Args:
        key: The key so far.
        panel: Whose raters it must have.
        with_cases: Whether it must have the cases too.
        seed: For tests: the same seed gives the same pseudonyms, so whoever knows it knows them.

    >>> from spur_rules import Checklist, load_rulebook
    >>> from spur_rules.calibration.panels.panel import Rated, gather
    >>> empty = Checklist.of("st-spur", {})
    >>> panel = gather(load_rulebook(), [Rated("fall 1", name, empty) for name in ("Bo", "Ann")])
    >>> [row.pseudonym for row in extended(PseudonymKey.empty(), panel, seed=1).raters]
    ['R01', 'R02']
    """
    chance: Random = secrets.SystemRandom() if seed is None else Random(seed)
    found = {"raters": _extended(key.raters, panel.raters, RATER, chance)}
    if with_cases:
        found["cases"] = _extended(key.cases, panel.cases, CASE, chance)
    return key.model_copy(update=found)


def _extended(
    known: Sequence[Pseudonym], names: Iterable[str], start: str, chance: Random
) -> tuple[Pseudonym, ...]:
    new = sorted(set(names) - {row.name for row in known})
    chance.shuffle(new)
    # Nobody gets what somebody else is called: a table that has both would not be understood.
    taken = {row.pseudonym for row in known} | {row.name for row in known} | set(new)
    width = len(str(max(len(known) + len(new), 10)))
    rows, number = list(known), 0
    for name in new:
        number += 1
        while (pseudonym := f"{start}{number:0{width}}") in taken:
            number += 1
        rows.append(Pseudonym(pseudonym=pseudonym, name=name))
    return tuple(rows)


def disguised(panel: Panel, key: PseudonymKey, with_cases: bool = False) -> Panel:
    """A panel under pseudonyms, its rows in their order: the names' order is gone too.

    Args:
        panel: The panel.
        key: It has everybody in the panel; see `extended`.
        with_cases: Whether the cases get theirs too.
    """
    rater = {row.name: row.pseudonym for row in key.raters}
    case = {row.name: row.pseudonym for row in key.cases} if with_cases else {}
    names = zip(panel.case_of.tolist(), panel.rater_of.tolist(), strict=True)
    reviews = [
        (case[panel.cases[c]] if with_cases else panel.cases[c], rater[panel.raters[r]])
        for c, r in names
    ]
    return arrange(panel.rulebook, reviews, panel.statuses, panel.given)
