"""How strict each rater is, against the rules and against the others, where the design tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..agreement.estimates import Estimate, NoFigure


class RaterSeverity(NamedTuple):
    """One rater. Positive is stricter (a worse grade), in steps on the domain's scale.

    `group` numbers the raters that cases in common link; severities of different groups cannot be
    held against each other. Of the rater's `grades`, `with_rules` are compared with the rules,
    `ranges` are not, because the rater's own ticks leave a range, and `with_peers` are compared
    with others; `off_scale` is given beside them, on no scale and in no figure. The same for ticks:
    `ticks` are compared with others, in steps from met over partly met to not met.
    """

    rater: str
    cases: int
    grades: int
    group: int
    against_rules: Estimate
    against_peers: Estimate
    off_scale: int = 0
    with_rules: int = 0
    ranges: int = 0
    with_peers: int = 0
    ticks: int = 0
    tick_group: int = 0
    ticks_against_peers: Estimate = Estimate(None, NoFigure.NOTHING_RATED)


class CaseThatLinks(NamedTuple):
    """A case without which a group falls into these parts, the largest first."""

    case: str
    group: int
    parts: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, eq=False)
class Severity:
    """Every rater, and the groups that the design links them in.

    `least_grades` is how many grades a rater, and `least_raters` how many raters a group, must have
    for a figure. `groups` are linked by grades, `tick_groups` by ticks.
    """

    raters: tuple[RaterSeverity, ...]
    groups: tuple[tuple[str, ...], ...]
    least_grades: int
    least_raters: int
    tick_groups: tuple[tuple[str, ...], ...] = ()
    weak_links: tuple[CaseThatLinks, ...] = ()
    samples: int = 0
    seed: int = 0
