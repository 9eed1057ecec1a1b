"""`spur-rules explain`: why, why not better, and what the grade hangs on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .exits import GRADED
from .options import (
    Source,
    chosen_domains,
    domain_option,
    format_option,
    grading_options,
    read_input,
)
from .screen import paint, width

if TYPE_CHECKING:
    from ..texts import Language


@click.command(epilog="Example: spur-rules explain visit.yaml --domain E --depth derivation")
@click.argument("file", metavar="FILE")
@domain_option("Explain this domain only; may be given several times.")
@click.option(
    "--depth",
    type=click.Choice(["sentence", "list", "derivation"]),
    default="list",
    help="A few sentences, every shortcoming, or every fact, condition and rule.",
)
@click.option("--sensitivity", is_flag=True, help="Also how far the grade hangs on the reading.")
@format_option("text", "json", "yaml")
@grading_options
def explain(
    file: str,
    letters: tuple[str, ...],
    depth: str,
    sensitivity: bool,
    format_: str,
    engine: str,
    policy: str,
    source: Source,
    lang: Language,
) -> int:
    """Explain the suggested grades of the checklist FILE (YAML or JSON; - reads stdin)."""
    from .. import api
    from ..documents.data import written
    from ..documents.explanation_data import explanation_data
    from ..documents.explanation_text import explanation_text
    from ..documents.review_data import hints_data, whole_review_data
    from ..documents.terminal import TextReport
    from ..errors import both

    found = read_input(file, source)
    rulebook = found.rulebook
    (checklist, reading), wanted = both(
        lambda: both(found.checklist, lambda: api.read_policy(rulebook, policy)),
        lambda: chosen_domains(rulebook, letters),
    )
    explained = api.explain(rulebook, checklist, reading, engine)
    hanging = api.sensitivity(rulebook, checklist, reading) if sensitivity else ()
    derived = [api.derive(rulebook, checklist, d, reading) for d in wanted if depth == "derivation"]
    if format_ != "text":
        data = explanation_data(explained, rulebook, wanted, derived, hanging)
        whole = api.summarise(rulebook, explained.suggestion)
        data |= {"hints": hints_data(api.hints(rulebook, checklist), lang)}
        data |= {"review": whole_review_data(whole, lang)}
        click.echo(written(data, format_), nl=False)
        return GRADED
    page = (lang, width(), paint())
    report = TextReport(explained.suggestion, rulebook, checklist, *page, explained, hanging)
    click.echo(explanation_text(report, wanted, depth, derived), nl=False)
    return GRADED
