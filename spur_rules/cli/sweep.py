"""`spur-rules sweep`: a folder of checklists under every reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .exits import GRADED
from .options import Source, format_option, reading_options

if TYPE_CHECKING:
    from ..texts import Language


@click.command(epilog="Example: spur-rules sweep reviews/ --format csv")
@click.argument("folder", metavar="FOLDER")
@format_option("text", "csv", "json", "yaml")
@reading_options
def sweep(
    folder: str,
    format_: str,
    policy: str,
    source: Source,
    lang: Language,
) -> int:
    """Count how many grades move under every profile and every single change of a parameter.

    FOLDER holds checklists (YAML or JSON). The reading to start from is that of --policy.
    """
    from .. import api
    from ..documents.data import written
    from ..documents.sentences import Sentences
    from ..documents.sweep_text import sweep_csv, sweep_data, sweep_text
    from ..errors import both

    editions = source.editions()
    rulebook = editions.rulebook()
    reviews, reading = both(
        lambda: api.read_reviews(folder, editions), lambda: api.read_policy(rulebook, policy)
    )
    made = api.sweep_reviews(reviews.values(), reading)
    if format_ == "text":
        click.echo(sweep_text(made, Sentences(rulebook, lang)), nl=False)
    else:
        text = sweep_csv(made) if format_ == "csv" else written(sweep_data(made), format_)
        click.echo(text, nl=False)
    return GRADED
