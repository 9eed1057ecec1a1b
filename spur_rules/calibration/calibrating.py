"""All that a calibration workshop asks of a panel, in one."""

from __future__ import annotations

from dataclasses import dataclass

from ..policy import Policy
from .agreement.agreement import Agreements, agree
from .agreement.resampling import Resampling
from .panels.panel import Panel
from .severity.rating_severity import rate_severity
from .severity.severity import Severity
from .split.split import Split
from .split.splitting import split
from .suggested import Suggested, suggest_panel


@dataclass(frozen=True, eq=False)
class Calibration:
    """A panel under one policy: what the rules make of it, agreement, its causes, severity."""

    panel: Panel
    policy: Policy
    suggested: Suggested
    agreements: Agreements
    split: Split
    severity: Severity


def calibrate(panel: Panel, policy: Policy, samples: int = 2000, seed: int = 1) -> Calibration:
    """All that a calibration workshop asks of a panel.

    Args:
        panel: The reviews.
        policy: How vague words are read.
        samples: How many times cases are drawn anew, for the intervals.
        seed: The same seed, the same intervals.
    """
    resampling = Resampling(len(panel.cases), samples, seed)
    suggested = suggest_panel(panel, policy)
    return Calibration(
        panel,
        policy,
        suggested,
        agree(panel, resampling),
        split(panel, policy, suggested, resampling),
        rate_severity(panel, suggested, resampling),
    )
