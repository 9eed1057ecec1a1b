"""A panel of many raters' checklists, as what each of them hands in."""

from __future__ import annotations

from pathlib import Path

from ..calibration.panels.panel import GRADES, NO_GRADE, Panel
from ..calibration.panels.reading_panel import read_panel
from ..editions import Editions, Header, Sources
from ..errors import InputError, Problem, quoted
from ..provenance import Place, content_hash
from ..rulebook import Rulebook
from ..vocabulary import Code, Status
from .events import MOST_OF_A_NAME, HandedIn
from .workshop import Workshop, unknown_case

#: A row that is not in use counts as one that does not apply: it is left out of every count.
_STATUS = {status.code: status for status in Status} | {Code.NOT_IN_USE: Status.NOT_APPLICABLE}


class _Kept(Editions):
    """The workshop's own rulebook, whatever a checklist's head asks for."""

    def __init__(self, rulebook: Rulebook) -> None:
        super().__init__(Sources())
        self._only = rulebook

    def rulebook(self, wanted: Header = Header()) -> Rulebook:  # noqa: B008
        return self._only


def handed_in(source: Path, rulebook: Rulebook, workshop: Workshop) -> list[HandedIn]:
    """What every rater of a folder or a table hands in, in the open round.

    Args:
        source: A folder of raters' checklists, or a table.
        rulebook: What the workshop grades by.
        workshop: Where it stands.

    Raises:
        InputError: SR830 to SR838 and what is wrong in the checklists; SR866, a case that the
            workshop does not have; SR124, a rater whose name no rater may have.
    """
    panel, place = read_panel(source, _Kept(rulebook)), Place(str(source))
    problems: list[Problem] = []
    for case in panel.cases:
        if case not in workshop.case_ids:
            problems += unknown_case(case, workshop, place).problems
    for rater in panel.raters:
        if len(rater) > MOST_OF_A_NAME or not rater.isprintable():
            message = f"the rater {quoted(rater)}: at most {MOST_OF_A_NAME} characters"
            problems.append(Problem("SR124", place, message))
    if problems:
        raise InputError(problems)
    return [_event(panel, row, len(workshop.rounds)) for row in range(panel.size)]


def _event(panel: Panel, row: int, round: int) -> HandedIn:
    codes, order = panel.statuses[row].tolist(), panel.rulebook.order
    ticks = {id: _STATUS[Code(code)] for id, code in zip(order, codes, strict=True)}
    given = {
        letter: GRADES[number]
        for letter, number in zip(panel.letters, panel.given[row].tolist(), strict=True)
        if number != NO_GRADE
    }
    return HandedIn(
        round=round,
        case=panel.cases[panel.case_of[row]],
        rater=panel.raters[panel.rater_of[row]],
        ticks=ticks,
        given=given,
        sha256=content_hash([ticks, given]),
    )
