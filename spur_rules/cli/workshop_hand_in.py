"""`spur-rules workshop hand-in`: one rater's checklists of the open round."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exits import GRADED
from .workshop_file import FILE, LANG, event, looked_at, need_calibration, step

if TYPE_CHECKING:
    from ..rulebook import Rulebook
    from ..texts import Language
    from ..workshops.events import Event, HandedIn
    from ..workshops.workshop import Workshop


@click.command(epilog="Example: spur-rules workshop hand-in ws.spur fall-01.yaml --rater R1")
@FILE
@click.argument("checklists", metavar="CHECKLIST…", nargs=-1, required=True)
@click.option("--rater", metavar="ID", help="Who filled the checklists.")
@click.option("--case", metavar="ID", help="Which case it is; the file's name if left out.")
@click.option("--replace", is_flag=True, help="Let an empty checklist replace a filled one.")
@LANG
def hand_in(
    file: str,
    checklists: tuple[str, ...],
    rater: str | None,
    case: str | None,
    replace: bool,
    lang: Language,
) -> int:
    """Hand in one rater's CHECKLISTs in the open round; or a folder or a table of many raters.

    Kept are the ticks and the given grades; comments are not. What the same rater hands in again of
    the same case takes the place of the first; the log has both.
    """
    from ..documents.workshop.hand_in_text import handed_in_text
    from ..workshops.hand_in_checks import check, oddities
    from ..workshops.rules_kept import rulebook_of

    if case is not None and len(checklists) > 1:
        raise click.UsageError("--case names one checklist's case; hand in one at a time with it.")
    found = looked_at(file)
    rulebook = rulebook_of(found.opened)
    number = len(found.rounds)
    if rater is None:
        made = _panel(checklists, case, found, rulebook)
    else:
        made = _events(checklists, rater, case, found, rulebook)
    before: list[Workshop] = []

    def decide(now: Workshop) -> Sequence[Event]:
        before[:] = [now]
        check(made, now, replace)
        return [one.model_copy(update={"round": number}) for one in made]

    after = step(file, lang, decide)
    odd = oddities(made, before[0], rulebook)
    click.echo(handed_in_text(made, odd, (before[0], after), rulebook, lang), nl=False)
    return GRADED


def _panel(
    sources: tuple[str, ...], case: str | None, found: Workshop, rulebook: Rulebook
) -> list[HandedIn]:
    """Everybody's checklists, from a folder or a table that names the raters."""
    path = Path(sources[0])
    is_checklist = path.suffix.lower() in (".yaml", ".yml", ".json") and not path.is_dir()
    if len(sources) > 1 or case is not None or is_checklist:
        raise click.UsageError("--rater names who filled the checklists; a panel is one source.")
    need_calibration()
    from ..workshops.handing_in import handed_in

    return handed_in(path, rulebook, found)


def _events(
    checklists: tuple[str, ...],
    rater: str,
    case: str | None,
    found: Workshop,
    rulebook: Rulebook,
) -> list[HandedIn]:
    """The checklists read, the mistakes of all of them told at once."""
    from ..errors import InputError, Problem

    made: list[HandedIn] = []
    problems: list[Problem] = []
    for path in checklists:
        try:
            one = _event(path, rater, _case(path, case, found), found, rulebook)
            made.append(one)
        except InputError as error:
            problems += error.problems
    twice = [one.case for one in made]
    for again in {id for id in twice if twice.count(id) > 1}:
        problems.append(_twice(again))
    if problems:
        raise InputError(problems)
    return made


def _twice(case: str) -> Any:
    from ..errors import Problem, quoted
    from ..provenance import Place

    message = f"two of the checklists are of the case {quoted(case)}; hand in one of them"
    return Problem("SR867", Place("hand-in"), message)


def _case(path: str, case: str | None, found: Workshop) -> str:
    """The case that is named, or else the one that the file is named by."""
    from ..calibration.panels.names import sound_name
    from ..errors import InputError, Problem, quoted
    from ..provenance import Place
    from ..workshops.workshop import unknown_case

    if case is not None:
        case = sound_name(case) or case
        if case not in found.case_ids:
            raise unknown_case(case, found, Place("--case"))
        return case
    stem = sound_name(Path(path).stem)
    if stem in found.case_ids:
        return stem
    known = ", ".join(map(quoted, found.case_ids[:6])) + (" …" if len(found.cases) > 6 else "")
    message = (
        f"the file's name tells no case of the workshop ({known}); name the case with --case, or"
        " the file by it"
    )
    raise InputError([Problem("SR867", Place(path), message)])


def _event(path: str, rater: str, case: str, found: Workshop, rulebook: Rulebook) -> HandedIn:
    from .. import api
    from ..workshops.events import HandedIn

    checklist = api.read_checklist(path, rulebook)
    _check_unit(path, checklist.review.unit, case, found)
    made = event(
        HandedIn,
        "--rater",
        round=1,
        case=case,
        rater=rater,
        ticks={answer.indicator: answer.status for answer in checklist.answers},
        given={given.domain: given.grade for given in checklist.given},
        regulations=checklist.review.regulations,
        sha256=checklist.sha256,
    )
    assert isinstance(made, HandedIn)
    return made


def _check_unit(path: str, unit: str | None, case: str, found: Workshop) -> None:
    """A checklist that names another case of the workshop in itself was taken for a wrong one."""
    from ..calibration.panels.names import sound_name
    from ..errors import InputError, Problem, quoted
    from ..provenance import Place

    named = sound_name(unit) if unit is not None else None
    if named != case and named in found.case_ids:
        message = (
            f"the checklist says that it is of {quoted(str(named))} (review.unit), and is handed"
            f" in as {quoted(case)}; hand in the right one, or correct the unit in it"
        )
        raise InputError([Problem("SR867", Place(path), message)])
