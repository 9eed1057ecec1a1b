"""What agreement is asked about: given grades and ticks as ratings, scope by scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...rulebook import LinkedDomain
from ...vocabulary import Code, Grade, Norm, Status
from ..panels.panel import GRADE_NUMBERS, GRADES, NO_GRADE, Panel
from .ratings import UNRATED, Places, Ratings, ratings_of

#: The scope of all given grades.
ALL = "overall"
#: Any grade but D, as data writes it.
NOT_D = "not_D"
#: What a tick can say, best first, then that the row does not apply.
_SAID = (Code.MET, Code.MET_OTHERWISE, Code.PARTLY, Code.NOT_MET, Code.NOT_APPLICABLE)
#: Where each status stands among the steps; what is met in another way is met.
TICK_STEPS = {Code.MET: 0, Code.MET_OTHERWISE: 0, Code.PARTLY: 1, Code.NOT_MET: 2}
TICK_STEP_NAMES = (Status.MET.value, Status.PARTLY.value, Status.NOT_MET.value)


class Scope(NamedTuple):
    """The ratings of one scope.

    `answers` has every answer as a category: what nominal figures are of. `steps` has those that
    stand on an ordered scale: what ordinal figures and the median are of. They are the same where
    every answer is a step. `missing` is what a rater who reviewed the case left out, `off_scale`
    are answers that the scale does not have, `not_in_use` rows that the review was not asked,
    `not_on_steps` answers that are no steps.
    """

    name: str
    answers: Ratings
    steps: Ratings
    missing: int
    off_scale: int = 0
    not_in_use: int = 0
    not_on_steps: int = 0


def of_all_grades(panel: Panel) -> Scope:
    """Every given grade; a unit is a domain of a case.

    A letter stands where it stands among all letters that some domain has, also in a domain whose
    scale leaves one out: its printed sentence is about the same norms everywhere (D: a föreskrift
    is not followed), and a domain's third letter may be a C or a D.

    Args:
        panel: The reviews.
    """
    domains = panel.rulebook.domains
    used = {grade for domain in domains for grade in domain.domain.grades}
    return _graded(panel, ALL, domains, tuple(grade for grade in GRADES if grade in used))


def of_domain_grades(panel: Panel) -> Iterator[Scope]:
    """The given grades of each domain, on its own printed scale: next to B on A B D is D.

    Args:
        panel: The reviews.
    """
    for domain in panel.rulebook.domains:
        yield _graded(panel, domain.letter, [domain], domain.domain.grades)


def of_binding_grades(panel: Panel) -> Iterator[Scope]:
    """D against any other grade, in all and by domain; only domains whose scale has D.

    Args:
        panel: The reviews.
    """
    domains = [domain for domain in panel.rulebook.domains if Grade.D in domain.domain.grades]
    if domains:
        yield _binding(panel, ALL, domains)
    for domain in domains:
        yield _binding(panel, domain.letter, [domain])


def of_norm_ticks(panel: Panel) -> Iterator[Scope]:
    """The ticks of all indicators of each norm; a unit is an indicator of a case.

    Args:
        panel: The reviews.
    """
    rows = panel.rulebook.indicators
    for norm in Norm:
        own = [id for id in panel.rulebook.order if rows[id].norm is norm]
        if own:
            yield _ticked(panel, norm.value, own, norm)


def of_indicator_ticks(panel: Panel) -> Iterator[Scope]:
    """The ticks of each indicator, in catalog order; a unit is a case.

    Args:
        panel: The reviews.
    """
    for id, row in panel.rulebook.indicators.items():
        yield _ticked(panel, id, [id], row.norm)


def _graded(
    panel: Panel, name: str, domains: Iterable[LinkedDomain], scale: tuple[Grade, ...]
) -> Scope:
    given, on_scale = _given(panel, domains)
    places = np.full(len(GRADES) + 1, UNRATED, np.intp)
    for place, grade in enumerate(scale):
        places[GRADE_NUMBERS[grade]] = place
    ratings = ratings_of(panel, np.where(on_scale, places[given], UNRATED), _letters(scale))
    return Scope(name, ratings, ratings, *_left_out(given, on_scale))


def _binding(panel: Panel, name: str, domains: Iterable[LinkedDomain]) -> Scope:
    given, on_scale = _given(panel, domains)
    is_d = (given == GRADE_NUMBERS[Grade.D]).astype(np.intp)
    ratings = ratings_of(panel, np.where(on_scale, is_d, UNRATED), (NOT_D, Grade.D.value))
    return Scope(name, ratings, ratings, *_left_out(given, on_scale))


def _given(
    panel: Panel, domains: Iterable[LinkedDomain]
) -> tuple[NDArray[np.int8], NDArray[np.bool_]]:
    """The given grades, a column for each domain, and which of them its scale has."""
    columns = [panel.letters.index(domain.letter) for domain in domains]
    return panel.given[:, columns], panel.on_scale[:, columns]


def _left_out(given: NDArray[np.int8], on_scale: NDArray[np.bool_]) -> tuple[int, int]:
    """How many grades are not given, and how many are off the scale."""
    is_missing = given == NO_GRADE
    return int(is_missing.sum()), int((~is_missing & ~on_scale).sum())


def _letters(scale: tuple[Grade, ...]) -> tuple[str, ...]:
    return tuple(grade.value for grade in scale)


def _ticked(panel: Panel, name: str, ids: Iterable[str], norm: Norm) -> Scope:
    codes = panel.statuses[:, [panel.rulebook.position[id] for id in ids]]
    # Chance could not have struck an answer that the form refuses.
    said = [c for c in _SAID if c is not Code.MET_OTHERWISE or norm is Norm.ALLMANT_RAD]
    answers = placed(codes, {code: place for place, code in enumerate(said)})
    steps = np.where(answers >= 0, placed(codes, TICK_STEPS), UNRATED)
    missing, unused = (codes == code for code in (Code.NOT_ASSESSED, Code.NOT_IN_USE))
    return Scope(
        name,
        ratings_of(panel, answers, tuple(Status[code.name].value for code in said), False),
        ratings_of(panel, steps, TICK_STEP_NAMES),
        int(missing.sum()),
        int(((answers < 0) & ~missing & ~unused).sum()),
        int(unused.sum()),
        int(((answers >= 0) & (steps < 0)).sum()),
    )


def placed(codes: NDArray[np.uint8], places: dict[Code, int]) -> Places:
    """Where ticks stand on a scale.

    Args:
        codes: Status codes.
        places: The place of each code that has one; the others are UNRATED.
    """
    table = np.full(len(Code), UNRATED, np.intp)
    table[list(places)] = list(places.values())
    return table[codes]
