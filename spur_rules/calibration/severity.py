"""How strict each rater is, against the rules and against the others, where the design tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from .estimates import Estimate


class RaterSeverity(NamedTuple):
    """One rater. Positive is stricter (a worse grade), in steps on the domain's scale.

    `group` numbers the raters that cases in common link; severities of different groups cannot be
    held against each other.
    """

    rater: str
    cases: int
    grades: int
    group: int
    against_rules: Estimate
    against_peers: Estimate


@dataclass(frozen=True, eq=False)
class Severity:
    """Every rater, and the groups that the design links them in.

    `least` is how many grades a rater, and how many raters a group, must have for a figure.
    """

    raters: tuple[RaterSeverity, ...]
    groups: tuple[tuple[str, ...], ...]
    least_grades: int
    least_raters: int
