"""`spur-rules workshop new`: a workshop's file is begun."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exits import GRADED
from .options import Source, reading_options
from .screen import width
from .workshop_file import FILE, event, now

if TYPE_CHECKING:
    from ..texts import Language
    from ..workshops.events import CaseAdded


@click.command(
    epilog="Example: spur-rules workshop new ws.spur --title 'Vad är enstaka?' --cases fall/"
)
@FILE
@click.option("--title", required=True, metavar="TEXT", help="What the workshop is called.")
@click.option("--cases", metavar="FOLDER", help="A case for each checklist in this folder.")
@click.option("--case", "ids", multiple=True, metavar="ID", help="A case; repeatable.")
@click.option("--raters", type=int, metavar="NUMBER", help="How many raters there will be.")
@click.option("--rater", "names", multiple=True, metavar="ID", help="Who will be; repeatable.")
@reading_options
def new(
    file: str,
    title: str,
    cases: str | None,
    ids: tuple[str, ...],
    raters: int | None,
    names: tuple[str, ...],
    policy: str,
    source: Source,
    lang: Language,
) -> int:
    """Begin the workshop FILE with its cases.

    The file keeps the catalog, the rules and the overlays: it grades the same for ever, anywhere.
    """
    from .. import api
    from ..documents.workshop.text import cases_text
    from ..documents.workshop.words import command_line
    from ..errors import both
    from ..texts import say
    from ..version import __version__
    from ..workshops import store
    from ..workshops.events import Opened
    from ..workshops.rules_kept import kept
    from ..workshops.workshop import after

    at, editions = now(), source.editions()
    ((_, sources), added), named = both(
        lambda: both(
            lambda: (api.read_policy(editions.rulebook(), policy), kept(editions)),
            lambda: _cases(cases, ids, file),
        ),
        lambda: _raters(raters, names),
    )
    about = {"title": title, "policy": policy, "version": __version__} | sources | named
    events = [event(Opened, "", **about), *added]
    found = None
    for one in events:
        found = after(found, one, at, file)
    store.create(Path(file), events, at)
    click.echo(say(lang, "workshop.made", title=title, file=file))
    click.echo(cases_text([case.case for case in added], lang, width()))
    click.echo(say(lang, "workshop.next", command=command_line("workshop", "round", file)))
    return GRADED


def _cases(folder: str | None, ids: tuple[str, ...], file: str) -> list[CaseAdded]:
    """The cases that the options name, those of the folder first."""
    from ..errors import InputError, Problem
    from ..folder import read_folder
    from ..provenance import Place
    from ..workshops.events import CaseAdded

    made: list[CaseAdded] = []
    problems: list[Problem] = []
    found = read_folder(folder, lambda file: file.sha256) if folder is not None else {}
    rows: list[tuple[str, str | None, str]]
    rows = [(Path(name).stem, hash, f"{folder}/{name}") for name, hash in found.items()]
    rows += [(id, None, "--case") for id in ids]
    for id, hash, place in rows:
        try:
            one = event(CaseAdded, place, case=id, sha256=hash)
            assert isinstance(one, CaseAdded)
            made.append(one)
        except InputError as error:
            problems += error.problems
    if not rows:
        message = "the workshop needs cases; name their folder with --cases, or each with --case"
        problems.append(Problem("SR871", Place(file), message))
    if problems:
        raise InputError(problems)
    return made


def _raters(number: int | None, names: tuple[str, ...]) -> dict[str, Any]:
    """How many raters are expected, and who of them by name."""
    from ..calibration.panels.names import sound_name
    from ..errors import InputError, Problem, quoted
    from ..provenance import Place
    from ..vocabulary import fold

    problems, seen = list[Problem](), dict[str, str]()
    for name in names:
        other = seen.setdefault(fold(name), name)
        if other is not name:
            message = f"{quoted(name)} and {quoted(other)} are one name; name each rater once"
            problems.append(Problem("SR873", Place("--rater"), message))
    if number is not None and number < max(1, len(names)):
        wrong = f"{number} raters, but {len(names)} are named with --rater; leave out --raters"
        message = f"{wrong}, or say how many come in all" if names else "say 1 or more"
        problems.append(Problem("SR876", Place("--raters"), message))
    if problems:
        raise InputError(problems)
    found = {"expected": number} if number is not None else {}
    return found | ({"raters": tuple(sound_name(name) or name for name in names)} if names else {})
