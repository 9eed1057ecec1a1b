"""A pair of raters as somebody asks for it: whether there is such a pair, and why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from ...errors import InputError, Problem, quoted, suggestion_for
from ...policy import Policy
from ...provenance import Place
from ..panels.panel import GRADES, NO_GRADE, Panel
from .pair_explained import explain_pair
from .split import PairExplained

#: How many of the known names are told where none is near.
_MOST_NAMES = 8


class AskedPair(NamedTuple):
    """Two raters of a case in one domain."""

    case: str
    domain: str
    first: str
    second: str


def explain_asked(panel: Panel, policy: Policy, asked: AskedPair) -> PairExplained:
    """What two raters of a case saw apart, and what they judged apart, in one domain.

    Args:
        panel: The reviews.
        policy: How vague words are read.
        asked: Which pair.

    Raises:
        InputError: SR883, every name that the panel does not have; SR884, they are no pair there.

    >>> from spur_rules.api import read_panel, read_policy
    >>> panel = read_panel("examples/workshop/panel.csv")
    >>> asked = AskedPair("Fall 1", "A", "R1", "R4")
    >>> explain_asked(panel, read_policy(panel.rulebook), asked).kind.value
    'explained_by_ticks'
    """
    problems = list(_unknown(panel, asked)) or list(_no_pair(panel, asked))
    if problems:
        raise InputError(problems)
    found = explain_pair(panel, policy, *asked)
    assert found is not None  # both have reviewed the case and given a grade
    return found


def _unknown(panel: Panel, asked: AskedPair) -> Iterator[Problem]:
    """Each name that is not there, once."""
    parts = (
        ("case", asked[:1], panel.cases),
        ("domain", asked[1:2], panel.letters),
        ("rater", dict.fromkeys(asked[2:]), panel.raters),
    )
    for kind, names, known in parts:
        for name in names:
            if name not in known:
                message = f"there is no {kind} {quoted(name)}{_remedy(name, known)}"
                yield Problem("SR883", Place("--pair"), message)


def _remedy(name: str, known: Iterable[str]) -> str:
    names = list(known)
    more = " …" if len(names) > _MOST_NAMES else ""
    shown = ", ".join(map(quoted, names[:_MOST_NAMES])) + more
    return suggestion_for(name, names) or f"; there are {shown}"


def _no_pair(panel: Panel, asked: AskedPair) -> Iterator[Problem]:
    """Why two raters that are in the panel have no two grades to hold against each other."""
    if asked.first == asked.second:
        message = f"{quoted(asked.first)} is named twice; name two raters"
        yield Problem("SR884", Place("--pair"), message)
    at = panel.letters.index(asked.domain)
    graded = _graded(panel, asked.case, at)
    for rater in dict.fromkeys((asked.first, asked.second)):
        if rater not in graded:
            others = ", ".join(map(quoted, graded)) or "nobody"
            message = (
                f"{quoted(rater)} gave no grade on the scale of domain {asked.domain} in"
                f" {quoted(asked.case)}; {others} did"
            )
            yield Problem("SR884", Place("--pair"), message)


def _graded(panel: Panel, case: str, at: int) -> list[str]:
    """The raters with a grade of the domain's scale in a case."""
    scale = panel.rulebook.domains[at].domain.grades
    rows = np.flatnonzero(panel.case_of == panel.cases.index(case))
    given = [(int(panel.rater_of[row]), int(panel.given[row, at])) for row in rows]
    return [
        panel.raters[rater]
        for rater, grade in given
        if grade != NO_GRADE and GRADES[grade] in scale
    ]
