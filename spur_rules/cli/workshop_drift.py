"""`spur-rules workshop drift`: one rater over several workshops."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from .exits import GRADED
from .options import format_option
from .screen import width
from .workshop_file import LANG, looked_at, need_calibration

if TYPE_CHECKING:
    from ..errors import Problem
    from ..texts import Language
    from ..workshops.drift import Drift
    from ..workshops.workshop import Workshop


@click.command(epilog="Example: spur-rules workshop drift spring.spur autumn.spur --rater R1")
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
@click.option("--rater", metavar="ID", required=True, help="Who, by the same name in all of them.")
@click.option(
    "--round",
    "which",
    type=click.Choice(["first", "last"]),
    default="first",
    help="The first round, scored alone, or the last revealed one.",
)
@format_option("text", "json")
@LANG
def drift(files: tuple[str, ...], rater: str, which: str, format_: str, lang: Language) -> int:
    """Show how strict a rater was in each workshop, and whether that has changed."""
    need_calibration()
    from ..workshops.drift import drift as over_time

    workshops = _read(files, rater)
    found = over_time(workshops, rater, which == "last")
    click.echo(_shown(found, which == "last", format_, lang), nl=False)
    return GRADED


def _shown(found: Drift, is_last_round: bool, format_: str, lang: Language) -> str:
    if format_ == "json":
        from ..documents.data import written
        from ..documents.workshop.drift_data import drift_data

        return written(drift_data(found, is_last_round), "json")
    from ..documents.plain import as_plain
    from ..documents.workshop.drift_text import drift_sections

    return as_plain(drift_sections(found, is_last_round, lang), lang, width())


def _read(files: Sequence[str], rater: str) -> list[Workshop]:
    """The workshops, and every reason why they cannot be held against each other."""
    from ..errors import InputError

    found: dict[str, Workshop] = {}
    problems: list[Problem] = []
    for file in files:
        if file in found:
            problems.append(_named_twice(file, file))
            continue
        try:
            found[file] = looked_at(file)
        except InputError as error:
            problems += error.problems
    problems += _misfits(found) or _strangers(found, rater) if not problems else []
    if problems:
        raise InputError(problems)
    return list(found.values())


def _misfits(found: dict[str, Workshop]) -> list[Problem]:
    from ..errors import Problem, quoted
    from ..provenance import Place

    problems: list[Problem] = []
    seen: dict[str, str] = {}
    ids = {workshop.opened.catalog.id for workshop in found.values()}
    for file, workshop in found.items():
        twin = seen.setdefault(workshop.first, file)
        if twin != file:
            problems.append(_named_twice(file, twin))
        if not workshop.revealed:
            message = "no round of the workshop is revealed; see `workshop reveal`"
            problems.append(Problem("SR869", Place(file), message))
    if len(ids) > 1:
        named = ", ".join(map(quoted, sorted(ids)))
        message = f"the workshops have other catalogs ({named}); compare those of one form"
        problems.append(Problem("SR869", Place("drift"), message))
    return problems


def _named_twice(file: str, twin: str) -> Problem:
    from ..errors import Problem, quoted
    from ..provenance import Place

    message = f"this is the same workshop as {quoted(twin)}; name each once"
    return Problem("SR869", Place(file), message)


def _strangers(found: dict[str, Workshop], rater: str) -> list[Problem]:
    from ..errors import Problem, quoted, suggestion_for
    from ..provenance import Place

    known = sorted({name for workshop in found.values() for name in workshop.raters})
    if rater in known:
        return []
    remedy = suggestion_for(rater, known) or f"; there are {', '.join(map(quoted, known[:8]))}"
    message = f"no workshop has a rater {quoted(rater)}{remedy}"
    return [Problem("SR870", Place("--rater"), message)]
