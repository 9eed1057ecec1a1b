"""What a boundary is: two grades of one domain, and what lies between them."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ..vocabulary import Code, Grade


class HingeKind(StrEnum):
    """On what sort of thing the grade hangs: a rule, a parameter of the policy, or a status."""

    RULE = "rule"
    PARAMETER = "parameter"
    STATUS = "status"


class Hinge(NamedTuple):
    """What a case hangs on: a rule's id, a parameter's name, or a status."""

    kind: HingeKind
    name: str


class Boundary(NamedTuple):
    """Two grades of one domain, and what decides between them.

    A *gap* is where the printed scale has no criterion that fits: the rules give the same grade on
    both sides, with a caveat on one of them, and a person has to choose between that grade and the
    next one down.
    """

    domain: str
    better: Grade
    worse: Grade
    hinge: Hinge
    is_gap: bool = False


class Deviation(NamedTuple):
    """One of some alike rows that has another status than plainly met."""

    alike: int
    code: Code


#: The rows of a domain that are not plainly met, in order; all the others are.
Situation = tuple[Deviation, ...]


class Near(NamedTuple):
    """A situation one step from a boundary.

    `pivot` is the row that the step ticks differently, and `to` as what; or the step is another
    reading: the hinge's parameter gets `value`.
    """

    boundary: Boundary
    situation: Situation
    pivot: Deviation | None = None
    to: Code | None = None
    value: Fraction | None = None
