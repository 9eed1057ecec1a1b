"""How far raters agree in a round, with intervals, and how much of the rest the ticks explain."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from ..calibration.agreement.coefficients import coefficients, shares
from ..calibration.agreement.estimates import Coefficient, Estimate
from ..calibration.agreement.resampling import Resampling
from ..calibration.agreement.scopes import of_all_grades
from ..calibration.panels.panel import Panel, Rated, gather
from ..calibration.severity.rating_severity import rate_severity
from ..calibration.severity.severity import Severity
from ..calibration.split.split import SplitRow
from ..calibration.split.splitting import split
from ..calibration.suggested import suggest_panel
from ..policy import Policy
from .scores import Scores
from .workshop import CaseRater

#: Samples of the bootstrap, and their seed: the same events, the same figures.
SAMPLES, SEED = 2000, 1
#: What is told of a round. The rest of the coefficients is what `calibrate` is for.
TOLD = (Coefficient.AC2, Coefficient.ALPHA_ORDINAL)


class RoundAgreement(NamedTuple):
    """The given grades of a round: the share of equal pairs, and coefficients beyond chance."""

    exact: Estimate
    beyond_chance: tuple[tuple[Coefficient, Estimate], ...]


def panel_of(scores: Scores, only: Collection[CaseRater] | None = None) -> Panel:
    """A round as a panel.

    Args:
        scores: The round.
        only: The cases and raters to take; all when left out.
    """
    found = scores.checklists.items()
    rated = (Rated(*key, checklist) for key, checklist in found if only is None or key in only)
    return gather(scores.rulebook, rated)


def agreement(scores: Scores, only: Collection[CaseRater] | None = None) -> RoundAgreement:
    """How far the raters of a round agree on the grades.

    Args:
        scores: The round.
        only: The cases and raters to take; all when left out.
    """
    panel = panel_of(scores, only)
    ratings, resampling = of_all_grades(panel).answers, _resampling(panel)
    exact, _ = shares(ratings, resampling)
    found = coefficients(ratings, resampling)
    return RoundAgreement(exact, tuple((name, found[name]) for name in TOLD))


def evidence(scores: Scores, policy: Policy) -> SplitRow:
    """Pairs of raters over all domains: other ticks, or another judgement of the same ticks.

    Args:
        scores: The round.
        policy: The reading in force.
    """
    panel = panel_of(scores)
    return split(panel, policy, suggest_panel(panel, policy), _resampling(panel)).overall


def severity(scores: Scores, policy: Policy) -> Severity:
    """How strict each rater of a round is, where enough is known.

    Args:
        scores: The round.
        policy: The reading in force.
    """
    panel = panel_of(scores)
    return rate_severity(panel, suggest_panel(panel, policy), _resampling(panel))


def _resampling(panel: Panel) -> Resampling:
    return Resampling(len(panel.cases), SAMPLES, SEED)
