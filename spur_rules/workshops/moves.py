"""What moved between two rounds, and why: other ticks, a decision, or another judgement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from statistics import median
from typing import NamedTuple

from ..policy import Policy
from ..rulebook import Rulebook
from ..vocabulary import Grade, Status
from .readings import policy_of
from .scores import Scores, Suggester
from .workshop import CaseRater, Round, Workshop

_NUMBER = {grade: number for number, grade in enumerate(Grade)}


class Direction(StrEnum):
    """Where a grade moved, seen from the median of the case's domain in the earlier round."""

    TOWARD = "toward"
    ACROSS = "across"
    AWAY = "away"


class Why(StrEnum):
    """What a moved grade follows from.

    TICKS: the rules' grade for the rater's own ticks moved the same way. DECISION: it moved the
    same way because a reading was decided between the rounds. JUDGEMENT: the ticks are the same,
    and the rules' grade too. UNEXPLAINED: the ticks changed, but the rules' grade did not move that
    way. OPEN: rows that are not assessed leave a range, so it cannot be told.
    """

    TICKS = "ticks"
    DECISION = "decision"
    JUDGEMENT = "judgement"
    UNEXPLAINED = "unexplained"
    OPEN = "open"


class TickMove(NamedTuple):
    """A row that a rater ticked otherwise in the later round."""

    indicator: str
    before: Status
    after: Status


class Move(NamedTuple):
    """One rater's grade of a case's domain, before and after."""

    case: str
    rater: str
    domain: str
    before: Grade
    after: Grade
    median: float
    direction: Direction
    why: Why
    ticks: tuple[TickMove, ...]


class Moves(NamedTuple):
    """Every grade that moved, and how many were given in both rounds.

    `both` are the cases and raters that were handed in in both: what is counted before and after
    is counted of them. In `ticks_only` domains ticks changed and the grade did not.
    """

    earlier: int
    later: int
    compared: int
    rows: tuple[Move, ...]
    ticks_only: int
    both: frozenset[CaseRater]

    def count(self, kind: Direction | Why) -> int:
        """How many moves are of a kind."""
        return sum(kind in (row.direction, row.why) for row in self.rows)


def moves(earlier: Scores, later: Scores, policies: tuple[Policy, Policy]) -> Moves:
    """What moved between two rounds.

    Args:
        earlier: The round before.
        later: The round after.
        policies: The readings in force when each of them began.
    """
    suggesters = [Suggester(earlier.rulebook, policy) for policy in policies]
    compared, ticks_only, rows = 0, 0, list[Move]()
    both = frozenset(later.round.handed_in.keys() & earlier.round.handed_in.keys())
    for case, rater in sorted(both):
        for domain in later.letters:
            before, after = (s.given(case, rater, domain) for s in (earlier, later))
            ticks = _ticks(earlier, later, case, rater, domain)
            if before is None or after is None:
                continue
            compared += 1
            if before is after:
                ticks_only += bool(ticks)
                continue
            middle = _median(earlier, case, domain)
            why = _why(earlier, later, (case, rater, domain), suggesters)
            direction = direction_of(before, after, middle)
            rows.append(Move(case, rater, domain, before, after, middle, direction, why, ticks))
    numbers = earlier.round.number, later.round.number
    return Moves(*numbers, compared, tuple(rows), ticks_only, both)


def moved_between(workshop: Workshop, rulebook: Rulebook, earlier: Round, later: Round) -> Moves:
    """The same, each round seen by the reading in force when it began.

    Args:
        workshop: Where it stands.
        rulebook: The catalog and rules that it keeps.
        earlier: The round before.
        later: The round after.
    """
    first, second = (policy_of(workshop, rulebook, r.number) for r in (earlier, later))
    return moves(Scores(earlier, rulebook), Scores(later, rulebook), (first, second))


def direction_of(before: Grade, after: Grade, middle: float) -> Direction:
    """Whether a move leads to the median or from it.

    Args:
        before: The grade before.
        after: The grade after.
        middle: The median before, A being 0.

    >>> direction_of(Grade.A, Grade.B, 1.0), direction_of(Grade.A, Grade.C, 1.0)
    (<Direction.TOWARD: 'toward'>, <Direction.ACROSS: 'across'>)
    """
    far, near = (abs(_NUMBER[grade] - middle) for grade in (before, after))
    if near < far:
        return Direction.TOWARD
    return Direction.AWAY if near > far else Direction.ACROSS


def _median(scores: Scores, case: str, domain: str) -> float:
    given = (scores.given(case, rater, domain) for rater in scores.round.raters)
    return float(median(_NUMBER[grade] for grade in given if grade is not None))


def _ticks(
    earlier: Scores, later: Scores, case: str, rater: str, domain: str
) -> tuple[TickMove, ...]:
    before, after = (scores.checklists[case, rater] for scores in (earlier, later))
    rows = later.rulebook.domain(domain).indicators
    both = ((id, before.status(id), after.status(id)) for id in rows)
    return tuple(TickMove(id, old, new) for id, old, new in both if old is not new)


def _why(
    earlier: Scores, later: Scores, what: tuple[str, str, str], suggesters: Sequence[Suggester]
) -> Why:
    (case, rater, domain), (first, second) = what, suggesters
    given = [scores.given(case, rater, domain) for scores in (earlier, later)]
    old, new = (scores.ticks(case, rater, domain) for scores in (earlier, later))
    steps = [first.grade(domain, old), first.grade(domain, new), second.grade(domain, new)]
    way = _way(given)
    if old != new and _way(steps[:2]) == way:
        return Why.TICKS
    if _way(steps[1:]) == way:
        return Why.DECISION
    if None in steps and (old != new or steps[1] is not steps[2]):
        return Why.OPEN
    return Why.JUDGEMENT if old == new else Why.UNEXPLAINED


def _way(grades: Iterable[Grade | None]) -> int | None:
    """1 where it became worse, -1 where better, 0 where neither; None where it cannot be told."""
    numbers = [None if grade is None else _NUMBER[grade] for grade in grades]
    before, after = numbers
    if before is None or after is None:
        return None
    return (after > before) - (after < before)
