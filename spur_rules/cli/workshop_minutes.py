"""`spur-rules workshop minutes`: the minutes as Markdown."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import GRADED
from .workshop_file import FILE, LANG, need_calibration, opened

if TYPE_CHECKING:
    from ..texts import Language


@click.command(epilog="Example: spur-rules workshop minutes ws.spur -o minutes.md")
@FILE
@click.option("-o", "--output", metavar="FILE", help="Write to this file; the screen if left out.")
@LANG
def minutes(file: str, output: str | None, lang: Language) -> int:
    """Write the minutes as Markdown: cases, rounds, what moved and why, decisions with reasons."""
    need_calibration()
    from ..documents.markdown import as_markdown
    from ..documents.workshop.minutes import minutes as document
    from ..texts import say

    found = opened(file)
    text = as_markdown(document(found.workshop, found.rulebook, lang))
    if output is None:
        click.echo(text, nl=False)
        return GRADED
    write(Path(output), text, Path(file))
    click.echo(say(lang, "workshop.written", file=output))
    return GRADED


def write(path: Path, text: str, workshop: Path) -> None:
    """Write a text; never over the workshop itself."""
    from ..errors import refusal
    from ..provenance import Place
    from ..scaffolding.target import write as written

    if path.is_dir():
        raise refusal("SR102", Place(str(path)), "this is a directory; name a file in it")
    if path.exists() and path.samefile(workshop):
        message = "this is the workshop itself; name another file"
        raise refusal("SR611", Place(str(path)), message)
    written(path, text)
