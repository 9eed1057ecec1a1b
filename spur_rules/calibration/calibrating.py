"""All that a calibration workshop asks of a panel, in one."""

from __future__ import annotations

from dataclasses import dataclass

from ..policy import Policy
from .agreement import Agreements
from .panel import Panel
from .severity import Severity
from .split import Split
from .suggested import Suggested


@dataclass(frozen=True, eq=False)
class Calibration:
    """A panel under one policy: what the rules make of it, agreement, its causes, severity."""

    panel: Panel
    policy: Policy
    suggested: Suggested
    agreements: Agreements
    split: Split
    severity: Severity
