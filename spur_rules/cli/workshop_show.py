"""`spur-rules workshop show` and `log`: where a workshop stands, and all that happened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import GRADED
from .options import format_option
from .screen import width
from .workshop_file import FILE, LANG, looked_at, opened

if TYPE_CHECKING:
    from ..texts import Language


@click.command(epilog="Example: spur-rules workshop show ws.spur --format json")
@FILE
@format_option("text", "json")
@LANG
def show(file: str, format_: str, lang: Language) -> int:
    """Show where the workshop stands; of an open round only who has handed in how much."""
    if format_ == "json":
        from ..documents.workshop.data import as_json

        found = opened(file)
        click.echo(as_json(found.workshop, found.rulebook), nl=False)
        return GRADED
    from ..documents.workshop.text import status_text

    click.echo(status_text(looked_at(file), lang, width()), nl=False)
    return GRADED


@click.command(epilog="Example: spur-rules workshop log ws.spur")
@FILE
def log(file: str) -> int:
    """Show every event as a line of JSON; of an open round no answers."""
    from ..documents.workshop.data import log_lines
    from ..workshops import store
    from ..workshops.workshop import state

    records = store.read(Path(file))
    for line in log_lines(records, state(records, file)):
        click.echo(line)
    return GRADED
