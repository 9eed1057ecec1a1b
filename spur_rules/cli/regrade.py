"""`spur-rules regrade`: what corrections and an action plan do to the grades."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from .exits import FINDINGS, GRADED
from .options import Input, format_option, grading_options, read_day, read_input
from .screen import paint, width

if TYPE_CHECKING:
    from datetime import date

    from ..checklist import Checklist
    from ..plan import Plan
    from ..regrading.regrade import Regrading
    from ..rulebook import Rulebook
    from ..texts import Language


#: What every calendar file begins with (RFC 5545).
_FIRST = b"BEGIN:VCALENDAR"


@click.command(
    epilog=(
        "Example: spur-rules regrade visit.yaml --plan plan.yaml --as-of 2026-04-01 --ics plan.ics"
    )
)
@click.argument("file", metavar="FILE")
@click.option("--plan", metavar="FILE", help="The action plan; the checklist's own if left out.")
@click.option(
    "--as-of", metavar="DATE", help="Tell which dates have passed on this day (2026-04-01)."
)
@click.option(
    "--correct",
    multiple=True,
    metavar="ID=STATUS",
    help="A status that was wrong at the visit, as H7=uppfyllt; may be given several times.",
)
@click.option(
    "--reason",
    multiple=True,
    metavar="TEXT",
    help="Why it is known: one for each --correct in the same order, or one for all.",
)
@click.option("--ics", metavar="FILE", help="Write the plan's dates to a calendar file.")
@format_option("text", "json", "yaml")
@grading_options
def regrade(file: str, **options: Any) -> int:
    """Grade the checklist FILE again after the visit, by its action plan and corrections of facts.

    The original grades stay; every change is listed with its cause. A complete plan takes D to C
    where the printed scale has C. Dates in the wrong order are told, but hinder nothing.

    Exit code 1: the plan is in, but something that is missing keeps a grade from being adjusted.
    """
    from .. import api

    lang: Language = options["lang"]
    found = read_input(file, options["source"])
    rulebook = found.rulebook
    checklist, plan, as_of, policy = _inputs(file, found, options)
    regrading = api.regrade(rulebook, checklist, plan, as_of, policy, options["engine"])
    if options["ics"] is not None:
        from ..documents.calendar import as_calendar

        if not regrading.appointments:
            _refuse("--ics has nothing to write: the plan has no dates.")
        _write(options["ics"], as_calendar(regrading, checklist.review, lang))
    click.echo(_rendered(regrading, rulebook, checklist, options["format_"], lang), nl=False)
    return FINDINGS if regrading.is_held_back else GRADED


def _inputs(
    file: str, found: Input, options: dict[str, Any]
) -> tuple[Checklist, Plan | None, date | None, Any]:
    """All that is read, the mistakes of every part told at once."""
    from .. import api
    from ..errors import both

    source, rulebook = options["source"], found.rulebook
    inputs = (file, options["plan"], source.catalog, source.rules, *source.overlays)

    def stated() -> tuple[Any, Any]:
        return both(
            lambda: read_day(options["as_of"], "--as-of"),
            lambda: _check_target(options["ics"], inputs),
        )

    def written() -> tuple[Any, Any]:
        return both(lambda: _read_plan(options, rulebook), stated)

    def read() -> tuple[Any, Any]:
        return both(found.checklist, written)

    (checklist, (plan, (day, _))), policy = both(
        read, lambda: api.read_policy(rulebook, options["policy"])
    )
    return checklist, plan, day, policy


def _check_target(target: str | None, inputs: tuple[str | None, ...]) -> None:
    """A calendar never takes the place of anything but a calendar."""
    from ..errors import InputError, Problem
    from ..provenance import Place

    if target is None:
        return
    path = Path(target)
    if target == "-":
        wrong = "a calendar is written to a file"
    elif any(_is_same(path, other) for other in inputs if other not in (None, "-")):
        wrong = "this file is read, and would be overwritten"
    elif _is_taken(path):
        wrong = "this file exists and is no calendar"
    else:
        return
    message = f"{wrong}; name a file that ends in .ics"
    raise InputError([Problem("SR601", Place(f"--ics {target}"), message)])


def _is_same(path: Path, other: str | None) -> bool:
    """Whether two names lead to one file, by whatever links."""
    try:
        return path.samefile(other or "")
    except OSError:
        return False


def _is_taken(path: Path) -> bool:
    """Whether something other than a calendar stands there; of a directory, writing tells."""
    if not path.exists() or path.is_dir():
        return False
    if not path.is_file():
        return True
    try:
        with path.open("rb") as stream:
            return stream.read(len(_FIRST)).upper() != _FIRST
    except OSError:
        return True


def _read_plan(options: dict[str, Any], rulebook: Rulebook) -> Plan | None:
    """The plan file with the corrections of the command line after its own."""
    from .. import api
    from ..errors import both

    path = options["plan"]
    if path == "-":
        _refuse("--plan names a file; only the checklist can be - (standard input).")
    plan, corrections = both(
        lambda: None if path is None else api.read_plan(path, rulebook),
        lambda: _corrections(options["correct"], options["reason"], rulebook),
    )
    if plan is None or corrections is None:
        return plan or corrections
    rows = (*plan.corrections, *corrections.corrections)
    return plan.model_copy(update={"corrections": rows})


def _corrections(
    written: tuple[str, ...], reasons: tuple[str, ...], rulebook: Rulebook
) -> Plan | None:
    from .. import api

    if len(reasons) != len(written) and (len(reasons) != 1 or not written):
        number = f"{len(written)} --correct and {len(reasons)} --reason"
        _refuse(f"{number}; give each --correct its --reason, or one --reason for all.")
    rows = []
    for text, reason in zip(written, reasons * len(written), strict=False):
        indicator, equals, status = (part.strip() for part in text.partition("="))
        if not equals:
            _refuse(f"--correct is written as H7=uppfyllt, found {text!r}.")
        rows.append({"indicator": indicator, "status": status, "reason": reason})
    return api.plan_of_corrections(rulebook, rows, "--correct") if rows else None


def _refuse(message: str) -> NoReturn:
    raise click.UsageError(message, click.get_current_context())


def _rendered(
    regrading: Regrading, rulebook: Rulebook, checklist: Checklist, format_: str, lang: Language
) -> str:
    if format_ == "text":
        from ..documents.regrade_text import RegradeReport
        from ..documents.terminal import TextReport

        report = TextReport(regrading.original, rulebook, checklist, lang, width(), paint())
        return RegradeReport(regrading, report).render()
    from ..documents import regrade_data

    write = regrade_data.as_json if format_ == "json" else regrade_data.as_yaml
    return write(regrading, rulebook)


def _write(path: str, content: bytes) -> None:
    from ..errors import InputError, Problem
    from ..provenance import Place
    from ..replacing import replace

    try:
        replace(Path(path), content)
    except OSError as error:
        message = f"cannot be written: {error.strerror}; check the folder and the disk"
        raise InputError([Problem("SR603", Place(path), message)]) from None
