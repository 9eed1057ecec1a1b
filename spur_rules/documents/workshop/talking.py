"""What to talk about after a round: the points that would make most pairs of raters agree."""

from __future__ import annotations

from ...calibration.calibrating import calibrate
from ...rulebook import Rulebook
from ...texts import Language
from ...workshops.panels import round_panel, round_policy
from ...workshops.workshop import Workshop
from ..blocks import Section, Table
from ..calibration.talk_section import talk_section
from ..calibration.words import CalibrationWords

#: No interval of these samples is shown: the fewest that can be drawn.
_SAMPLES = 100


def talking_points(workshop: Workshop, rulebook: Rulebook, language: Language) -> Section | None:
    """The list of the report of `calibrate`, without its tables; None with nobody to talk.

    Args:
        workshop: Where it stands; its newest revealed round is taken.
        rulebook: The catalog and rules that it keeps.
        language: `sv` or `en`.
    """
    panel = round_panel(workshop, rulebook)
    if len(panel.raters) < 2:
        return None
    found = calibrate(panel, round_policy(workshop, rulebook), _SAMPLES)
    section = talk_section(CalibrationWords(found, language))
    blocks = tuple(block for block in section.blocks if not isinstance(block, Table))
    return section._replace(blocks=blocks)
