"""`spur-rules grade`: a checklist in, suggested grades out."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from .exits import GRADED, UNDECIDED
from .screen import coloured, wants_colour, width

if TYPE_CHECKING:
    from ..checklist import Checklist
    from ..rulebook import Rulebook
    from ..suggestion import Suggestion
    from ..texts import Language


@click.command(
    epilog=(
        "Example: spur-rules grade visit.yaml --policy sträng,B.enstaka_undantag.högst=2"
        " --format json"
    )
)
@click.argument("file", metavar="FILE")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "yaml"]),
    default="text",
    help="How the suggestion is written.",
)
@click.option("--engine", default="auto", metavar="NAME", help="auto, native or durable.")
@click.option(
    "--policy",
    default="standard",
    metavar="READING",
    help="standard, sträng or generös, and single parameters as name=value.",
)
@click.option("--catalog", metavar="FILE", help="Another catalog than the shipped one.")
@click.option("--rules", metavar="FILE", help="Other rules than the shipped ones.")
@click.option(
    "--lang", type=click.Choice(["sv", "en"]), default="sv", help="The language of the text."
)
@click.option("--require-complete", is_flag=True, help="Exit with 3 while a domain has a range.")
def grade(
    file: str,
    format_: str,
    engine: str,
    policy: str,
    catalog: str | None,
    rules: str | None,
    lang: Language,
    require_complete: bool,
) -> int:
    """Suggest a grade for every domain of the checklist FILE (YAML or JSON; - reads stdin)."""
    from .. import api
    from ..errors import both

    rulebook = api.load_rulebook(catalog, rules)
    checklist, reading = both(
        lambda: read_input(file, rulebook), lambda: api.read_policy(rulebook, policy)
    )
    suggestion = api.suggest(rulebook, checklist, reading, engine)
    click.echo(_rendered(suggestion, rulebook, checklist, format_, lang), nl=False)
    if require_complete and not suggestion.is_complete:
        _say_open(suggestion, lang)
        return UNDECIDED
    return GRADED


def read_input(file: str, rulebook: Rulebook) -> Checklist:
    """The checklist in a file, or on standard input for `-`."""
    from .. import api
    from ..yaml_file import LIMIT_BYTES

    if file != "-":
        return api.read_checklist(file, rulebook)
    content = sys.stdin.buffer.read(LIMIT_BYTES + 1) if sys.stdin is not None else b""
    return api.read_checklist(content, rulebook, name="stdin")


def _rendered(
    suggestion: Suggestion, rulebook: Rulebook, checklist: Checklist, format_: str, lang: Language
) -> str:
    if format_ == "text":
        from ..documents.terminal import TextReport, plain

        paint = coloured if wants_colour() else plain
        return TextReport(suggestion, rulebook, checklist, lang, width(), paint).render()
    from ..documents import data

    write = data.as_json if format_ == "json" else data.as_yaml
    return write(suggestion, rulebook)


def _say_open(suggestion: Suggestion, lang: Language) -> None:
    from ..texts import listing, say

    letters = [domain.domain for domain in suggestion.domains if domain.grade is None]
    domains = listing(lang, letters)
    click.echo(say(lang, "incomplete", count=len(letters), domains=domains), err=True)
