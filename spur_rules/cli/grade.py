"""`spur-rules grade`: a checklist in, suggested grades out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from .exits import GRADED, UNDECIDED
from .options import Source, format_option, grading_options, opened
from .screen import paint, width

if TYPE_CHECKING:
    from ..checklist import Checklist
    from ..explanation import Sensitivity
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
@click.option("--sensitivity", is_flag=True, help="Also how far the grades hang on the reading.")
@click.option("--require-complete", is_flag=True, help="Exit with 3 while a domain has a range.")
@format_option("text", "json", "yaml")
@grading_options
def grade(
    file: str,
    sensitivity: bool,
    require_complete: bool,
    format_: str,
    engine: str,
    policy: str,
    source: Source,
    lang: Language,
) -> int:
    """Suggest a grade for every domain of the checklist FILE (YAML or JSON; - reads stdin)."""
    from .. import api

    rulebook, checklist, reading = opened(file, source, policy)
    suggestion = api.suggest(rulebook, checklist, reading, engine)
    hanging = api.sensitivity(rulebook, checklist, reading) if sensitivity else ()
    text = _rendered(suggestion, rulebook, checklist, hanging, format_, lang)
    click.echo(text, nl=False)
    if require_complete and not suggestion.is_complete:
        _say_open(suggestion, lang)
        return UNDECIDED
    return GRADED


def _rendered(
    suggestion: Suggestion,
    rulebook: Rulebook,
    checklist: Checklist,
    hanging: Sequence[Sensitivity],
    format_: str,
    lang: Language,
) -> str:
    from ..documents import data

    if format_ == "text":
        from ..documents.terminal import TextReport
        from ..explaining.explain import explain

        explained = explain(rulebook, checklist, suggestion)
        page = (lang, width(), paint())
        return TextReport(suggestion, rulebook, checklist, *page, explained, hanging).render()
    from .. import api
    from ..documents.review_data import hints_data, whole_review_data

    made = data.as_data(suggestion, rulebook)
    made |= {"hints": hints_data(api.hints(rulebook, checklist), lang)}
    made |= {"review": whole_review_data(api.summarise(rulebook, suggestion), lang)}
    if hanging:
        from ..documents.explanation_data import sensitivity_data

        made |= {"sensitivity": [sensitivity_data(row) for row in hanging]}
    return data.written(made, format_)


def _say_open(suggestion: Suggestion, lang: Language) -> None:
    from ..texts import listing, say

    letters = [domain.domain for domain in suggestion.domains if domain.grade is None]
    domains = listing(lang, letters)
    click.echo(say(lang, "incomplete", count=len(letters), domains=domains), err=True)
