"""One pair of raters, told apart: what they ticked, what the rules make of it, what each read."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...explaining.what_if import WhatIf, what_if
from ...policy import Policy
from ...vocabulary import Code, Status
from ..panels.panel import GRADES, Panel
from .gaps import gaps
from .grades_by_reading import GradesByReading, domain_readings
from .pairing import is_ticked
from .split import OwnGrade, PairExplained, SplitKind, TickDifference
from .ticks_graded import TickNumbers, TicksGraded

_STATUS = {int(status.code): status for status in Status}
_NOT_IN_USE = int(Code.NOT_IN_USE)


def explain_pair(
    panel: Panel, policy: Policy, case: str, domain: str, first: str, second: str
) -> PairExplained | None:
    """What two raters of a case saw apart, and what they judged apart, in one domain.

    Args:
        panel: The reviews.
        policy: How vague words are read.
        case: The case's name.
        domain: The domain's letter.
        first: One rater.
        second: The other.

    Returns:
        The pair; None where they are no pair: one of them did not review the case, or gave no grade
        on the domain's scale.

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> from spur_rules.api import read_policy
    >>> from spur_rules.calibration.panels.panel import Rated, gather
    >>> from spur_rules.checklist import GivenGrade
    >>> rulebook = load_rulebook()
    >>> met = dict.fromkeys(rulebook.indicators, Status.MET)
    >>> ticked = [Checklist.of("st-spur", met | {"E1": s}) for s in (Status.MET, Status.NOT_MET)]
    >>> given = [(GivenGrade(domain="E", grade=grade),) for grade in "AD"]
    >>> both = [c.model_copy(update={"given": g}) for c, g in zip(ticked, given)]
    >>> panel = gather(rulebook, map(Rated, ["fall 1"] * 2, ["R1", "R2"], both))
    >>> found = explain_pair(panel, read_policy(rulebook), "fall 1", "E", "R1", "R2")
    >>> found.kind.value, found.ticks[0].indicator, found.ticks[0].with_first
    ('explained_by_ticks', 'E1', True)
    """
    at, rows = panel.letters.index(domain), [_row(panel, case, name) for name in (first, second)]
    rated = [row for row in rows if row is not None and panel.on_scale[row, at]]
    if len(rated) < len(rows):
        return None
    ticks, rules = panel.ticks(at)[rated], what_if(panel.rulebook, policy, at)
    own = _own_grades(panel, policy, at, rated, (first, second))
    differences = tuple(_differences(rules, bytes(ticks[0]), bytes(ticks[1])))
    kind = _kind(own[0], own[1], bool(differences))
    nothing = not is_ticked(ticks).any()
    return PairExplained(case, domain, kind, own[0], own[1], differences, nothing)


def _own_grades(
    panel: Panel, policy: Policy, at: int, rows: list[int], raters: tuple[str, str]
) -> list[OwnGrade]:
    rules, ticks = what_if(panel.rulebook, policy, at), panel.ticks(at)[rows]
    graded, given = TicksGraded(TickNumbers(rules), ticks), panel.given[rows, at]
    by_reading = GradesByReading(domain_readings(panel.rulebook, policy, at), graded)
    gap = gaps(graded, given)
    return [
        OwnGrade(
            rater,
            GRADES[grade],
            *rules.ends(bytes(ticks[number])),
            by_reading.of(number, grade),
            gap.id(number) if gap.fits[number] else None,
        )
        for number, (rater, grade) in enumerate(zip(raters, given.tolist(), strict=True))
    ]


def _row(panel: Panel, case: str, rater: str) -> int | None:
    """Where the rater's review of the case stands."""
    if case not in panel.cases or rater not in panel.raters:
        return None
    wanted = panel.cases.index(case), panel.raters.index(rater)
    found = np.flatnonzero((panel.case_of == wanted[0]) & (panel.rater_of == wanted[1]))
    return int(found[0]) if len(found) else None


def _kind(first: OwnGrade, second: OwnGrade, differ: bool) -> SplitKind:
    if first.given is second.given:
        return SplitKind.OTHER_TICKS_SAME_GRADE if differ else SplitKind.SAME_TICKS_SAME_GRADE
    if first.departs or second.departs:
        return SplitKind.UNEXPLAINED if differ else SplitKind.JUDGEMENT
    return SplitKind.EXPLAINED if first.follows and second.follows else SplitKind.OPEN


def _differences(rules: WhatIf, first: bytes, second: bytes) -> Iterator[TickDifference]:
    """The rows that differ, in catalog order."""
    linked = rules.domain.linked
    for id in linked.indicators:
        at = linked.order.index(id)
        if first[at] != second[at]:
            yield TickDifference(
                id,
                _word(first[at]),
                _word(second[at]),
                _is_same(rules, first, _with(second, at, first[at])),
                _is_same(rules, _with(first, at, second[at]), second),
            )


def _word(code: int) -> str | None:
    """The status; None where the row is not in use."""
    return None if code == _NOT_IN_USE else _STATUS[code].value


def _with(ticks: bytes, at: int, code: int) -> bytes:
    return ticks[:at] + bytes((code,)) + ticks[at + 1 :]


def _is_same(rules: WhatIf, first: bytes, second: bytes) -> bool:
    grade = rules.only_grade(first)
    return grade is not None and grade is rules.only_grade(second)
