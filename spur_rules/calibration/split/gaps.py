"""Where no printed criterion fits the ticks: the grade by the rules is then one of two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...in_force import DomainInForce
from ...vocabulary import Grade
from ..panels.panel import GRADE_NUMBERS, GRADES, NO_GRADE
from .ticks_graded import TicksGraded

#: Stands where some printed criterion fits, or where it is not known whether one does.
NO_GAP = -1


class Gaps(NamedTuple):
    """Of each group the number of the rule that says so, NO_GAP where none does.

    `fits` is whether the given grade can be defended: it may follow from the ticks, or no criterion
    fits and it is the rule's ceiling or the next grade below.
    """

    rules: tuple[str, ...]
    rule: NDArray[np.intp]
    fits: NDArray[np.bool_]

    def id(self, group: int) -> str | None:
        """The rule with the caveat; None where some criterion fits."""
        number = int(self.rule[group])
        return None if number == NO_GAP else self.rules[number]


def gaps(graded: TicksGraded, given: NDArray[np.int8]) -> Gaps:
    """Where a rule's own caveat says that no printed criterion fits, and the grade rests on it.

    Args:
        graded: Ticks of one domain.
        given: The grade given with each.
    """
    domain, by_rules = graded.domain.domain, graded.under(graded.domain)
    ids, grade = caveat_rules(domain), by_rules.grade
    rule = np.full(graded.size, NO_GAP, np.intp)
    for number, id in enumerate(ids):
        own = graded.by_rule(id).grade
        rests = (own == grade) & (own != NO_GRADE) & (own != GRADE_NUMBERS[domain.best_grade])
        rule[rests & (rule == NO_GAP)] = number
    below = np.array(_next_below(domain.linked.domain.grades), np.int8)
    is_gap = (rule != NO_GAP) & (given == below[grade])
    may_follow = (by_rules.best <= given) & (given <= by_rules.worst)
    return Gaps(ids, rule, may_follow | is_gap)


def caveat_rules(domain: DomainInForce) -> tuple[str, ...]:
    """The rules that come with a caveat of their own, in the ruleset's order.

    Args:
        domain: The rules in force.
    """
    return tuple(r.id for r in domain.rules if r.id in domain.rules_with_caveat)


def _next_below(scale: Sequence[Grade]) -> list[int]:
    """For each grade the next worse one of the scale, itself where there is none."""
    return [
        GRADE_NUMBERS[next((other for other in scale if other > grade), grade)] for grade in GRADES
    ]
