"""`spur-rules new`: a file, a rule or a case to go on with, valid as it stands or marked TODO."""

from __future__ import annotations

from functools import reduce
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exits import GRADED
from .options import Command

if TYPE_CHECKING:
    from ..scaffolding.adding import Scaffold
    from ..texts import Language


@click.group()
def new() -> None:
    """Begin an overlay, a rule or a case.

    What is given as an option stands in it; what only a person knows is marked TODO, and no command
    takes it before it is written. Comments and layout of a file that is added to stay.
    """


def _shared_options(command: Command) -> Command:
    return reduce(lambda made, add: add(made), (_LANG, _CATALOG, _FORCE), command)


_FORCE = click.option("--force", is_flag=True, help="Write over what has the same name.")
_CATALOG = click.option("--catalog", metavar="FILE", help="Another catalog than the shipped one.")
_LANG = click.option(
    "--lang", type=click.Choice(["sv", "en"]), default="sv", help="The language of the comments."
)


@new.command(
    epilog="Example: spur-rules new overlay gastro --to gastro.yaml --title 'Tillägg för gastro'"
)
@click.argument("id", metavar="ID")
@click.option("--to", required=True, metavar="FILE", help="The file to write.")
@click.option("--title", metavar="TEXT", help="What it is called in reports.")
@click.option("--domain", default="D", metavar="LETTER", help="Where the example adds a row.")
@click.option("--valid-from", metavar="DATE", help="The first day it is in force (2026-01-01).")
@_shared_options
def overlay(
    id: str, to: str, domain: str, force: bool, catalog: str | None, lang: Language, **known: Any
) -> int:
    """Begin the overlay ID: what a specialty association adds to a catalog.

    It is valid as it stands, with one made-up kvalitetsindikator, and says that it is an example.
    """
    from ..scaffolding.overlay_file import OverlayWish, begin_overlay
    from ..shipped import CATALOG
    from ..yaml_file import read_file

    wish = OverlayWish(id, domain.strip().upper(), **known)
    made = begin_overlay(Path(to), wish, read_file(catalog or CATALOG), lang, force)
    return _told("overlay", id, made, lang)


@new.command(
    epilog="Example: spur-rules new rule d2-saknas --to rules/egna.yaml --indicator D2 --ceiling C"
)
@click.argument("id", metavar="ID")
@click.option("--to", required=True, metavar="FILE", help="The ruleset to add the rule to.")
@click.option("--ceiling", metavar="GRADE", help="The best grade that the rule leaves.")
@click.option("--norm", metavar="NORM", help="Fires on one shortcoming of this norm.")
@click.option("--indicator", metavar="ID", help="Fires on this indicator.")
@click.option(
    "--is",
    "statuses",
    multiple=True,
    metavar="STATUS",
    help="With --indicator: the status that fires, ej uppfyllt by default; several times for more.",
)
@click.option(
    "--domain", "domains", multiple=True, metavar="LETTER", help="Only in this domain; repeatable."
)
@click.option("--because", metavar="TEXT", help="Why, in Swedish, as a clause.")
@click.option("--because-en", metavar="TEXT", help="The same in English.")
@click.option("--printed", metavar="TEXT", help="The printed sentence that the rule follows.")
@click.option("--source", metavar="TEXT", help="Where the rule comes from.")
@_shared_options
def rule(id: str, to: str, force: bool, catalog: str | None, lang: Language, **known: Any) -> int:
    """Add the rule ID to a ruleset."""
    from ..scaffolding import typed
    from ..scaffolding.rule import RuleWish, add_rule
    from ..shipped import CATALOG
    from ..yaml_file import read_file

    named, indicator, statuses = (known.pop(key) for key in ("norm", "indicator", "statuses"))
    if named is not None and indicator is not None:
        raise click.UsageError("--norm and --indicator are two conditions; give one of them.")
    if statuses and indicator is None:
        raise click.UsageError("--is says which status of --indicator fires; give both.")
    norm = typed.norm(named) if named is not None else None
    wish = RuleWish(id, norm=norm, indicator=indicator, **known)
    if statuses:
        wish = wish._replace(statuses=typed.statuses(statuses))
    made = add_rule(Path(to), wish, read_file(catalog or CATALOG), lang, force)
    return _told("rule", id, made, lang)


@new.command(
    epilog=(
        "Example: spur-rules new case B-ett-råd-saknas --to rules/cases/egna.yaml --domain B"
        " --otherwise uppfyllt --answer 'B8=ej uppfyllt' --grade C"
    )
)
@click.argument("id", metavar="ID")
@click.option(
    "--to", required=True, metavar="FILE", help="The cases file; begun where there is none."
)
@click.option("--domain", required=True, metavar="LETTER", help="The domain that is graded.")
@click.option(
    "--answer",
    "answers",
    multiple=True,
    metavar="ID=STATUS",
    help="An answer, as 'B8=ej uppfyllt' or 'B9=på annat sätt: the reason'; repeatable.",
)
@click.option("--otherwise", metavar="STATUS", help="The status of every other row of the domain.")
@click.option("--about", metavar="TEXT", help="What the case shows, in one sentence.")
@click.option("--printed", metavar="TEXT", help="The printed sentence that the case shows.")
@click.option("--grade", metavar="GRADE", help="The expected grade, by the printed scale.")
@click.option("--worst", metavar="GRADE", help="With --best: the expected range.")
@click.option("--best", metavar="GRADE", help="With --worst: the expected range.")
@click.option(
    "--fires", "fires", multiple=True, metavar="RULE", help="A rule that fires; repeatable."
)
@click.option("--policy", metavar="READING", help="Another reading than the standard one.")
@click.option("--rules", metavar="FILE", help="Other rules than the shipped ones.")
@_shared_options
def case(
    id: str,
    to: str,
    domain: str,
    answers: tuple[str, ...],
    policy: str | None,
    force: bool,
    catalog: str | None,
    rules: str | None,
    lang: Language,
    **known: Any,
) -> int:
    """Add the case ID to a file of cases: answers in one domain, and the grade they should give.

    Without --grade the expected grade is left as TODO, below the domain's printed scale.
    """
    from .. import api
    from ..errors import both
    from ..scaffolding import typed
    from ..scaffolding.case import CaseWish, add_case
    from ..testing.case_reading import read_cases

    letter = domain.strip().upper()
    rulebook = api.load_rulebook(catalog, rules)
    written, (profile, values) = both(
        lambda: typed.answers(answers), lambda: typed.reading(rulebook, letter, policy)
    )
    wish = CaseWish(id, letter, written, profile=profile, policy=values, **known)
    made = add_case(Path(to), wish, rulebook, lambda file: read_cases(file, rulebook), lang, force)
    return _told("case", id, made, lang)


def _told(what: str, id: str, made: Scaffold, lang: Language) -> int:
    from ..documents.scaffold_text import as_text

    click.echo(as_text(what, id, made, lang), nl=False)
    return GRADED
