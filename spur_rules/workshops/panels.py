"""A revealed round as a panel, so that it can be calibrated like any other."""

from __future__ import annotations

from ..calibration.panels.panel import Panel
from ..errors import InputError, Problem
from ..policy import Policy
from ..provenance import Place
from ..rulebook import Rulebook
from .figures import panel_of
from .readings import policy_of
from .scores import Scores
from .workshop import Workshop


def round_panel(workshop: Workshop, rulebook: Rulebook, number: int | None = None) -> Panel:
    """What was handed in in a round, as a panel.

    Args:
        workshop: Where it stands.
        rulebook: The catalog and rules that it keeps.
        number: Which revealed round; the newest one when left out.

    Raises:
        InputError: SR865, the round is not revealed, or there is none.
    """
    return panel_of(Scores(workshop.rounds[round_number(workshop, number) - 1], rulebook))


def round_policy(workshop: Workshop, rulebook: Rulebook, number: int | None = None) -> Policy:
    """The reading that was in force when a round began.

    Args:
        workshop: Where it stands.
        rulebook: The catalog and rules that it keeps.
        number: As `round_panel` takes it.
    """
    return policy_of(workshop, rulebook, round_number(workshop, number))


def round_number(workshop: Workshop, number: int | None) -> int:
    """The number of a revealed round, the newest one for None.

    Raises:
        InputError: SR865, nobody may see it yet, or there is none.
    """
    revealed = [round.number for round in workshop.revealed]
    if number is None and revealed:
        return revealed[-1]
    if number not in revealed or number is None:
        seen = ", ".join(map(str, revealed)) or "none yet"
        what = "no round" if number is None else f"round {number}"
        message = f"{what} is revealed; revealed are: {seen}; see `workshop reveal`"
        raise InputError([Problem("SR865", Place("--round"), message)])
    return number
