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
@click.option("--names", is_flag=True, help="Tell who ticked, graded and moved.")
@LANG
def minutes(file: str, output: str | None, names: bool, lang: Language) -> int:
    """Write the minutes as Markdown: decisions with reasons, cases, rounds, what moved and why.

    Minutes circulate: they count the raters, and name them only with --names.
    """
    need_calibration()
    if output is not None:
        _check_place(Path(output), Path(file))
    from ..documents.markdown import as_markdown
    from ..documents.workshop.minutes import minutes as document
    from ..texts import say

    found = opened(file)
    text = as_markdown(document(found.workshop, found.rulebook, lang, names))
    if output is None:
        click.echo(text, nl=False)
        return GRADED
    write(Path(output), text)
    click.echo(say(lang, "workshop.written", file=output))
    return GRADED


def _check_place(path: Path, workshop: Path) -> None:
    """Minutes take the place of earlier minutes and of nothing else."""
    from ..errors import refusal
    from ..provenance import Place

    if path.exists() and not path.is_dir() and not _is_ours(path):
        wrong = "this file exists and is no minutes of a workshop"
        if path.samefile(workshop):
            wrong = "this is the workshop itself"
        raise refusal("SR882", Place(f"-o {path}"), f"{wrong}; name another file")


def _is_ours(path: Path) -> bool:
    """Whether a file ends as minutes do: with the sum of the log that they were made from."""
    from ..texts import LANGUAGES, say

    marks = [
        say(lang, "workshop.footer", events="¤", head="").partition("¤")[0] for lang in LANGUAGES
    ]
    try:
        text = path.read_bytes().decode("utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return any(mark in text[-1000:] for mark in marks)


def write(path: Path, text: str) -> None:
    """Write a text; never over a workshop, this one or another."""
    from ..errors import refusal
    from ..provenance import Place
    from ..replacing import is_database
    from ..scaffolding.target import write as written

    if path.is_dir():
        raise refusal("SR102", Place(str(path)), "this is a directory; name a file in it")
    if is_database(path):
        message = "this is a workshop, which nothing is written over; name another file"
        raise refusal("SR882", Place(str(path)), message)
    written(path, text)
