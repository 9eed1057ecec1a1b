"""`spur-rules pseudonyms`: a panel of raters as a table that may be handed on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import FINDINGS, GRADED
from .options import Source, folders_option, rulebook_options
from .screen import width

if TYPE_CHECKING:
    from ..texts import Language


@click.command(epilog="Example: spur-rules pseudonyms workshop/ -o panel.csv --key ~/keys/key.yaml")
@click.argument("source_path", metavar="SOURCE")
@click.option("-o", "--output", required=True, metavar="TABLE.csv", help="The table to write.")
@click.option(
    "--key", required=True, metavar="KEY.yaml", help="Who is who: made, or extended if it is there."
)
@click.option("--cases", "with_cases", is_flag=True, help="Give the cases pseudonyms too.")
@click.option("--force", is_flag=True, help="Write over a table that is there; never over a key.")
@click.option("--key-in-git", is_flag=True, help="Let the key stand in a work tree of Git.")
@folders_option
@rulebook_options
def pseudonyms(
    source_path: str,
    output: str,
    key: str,
    with_cases: bool,
    force: bool,
    key_in_git: bool,
    folders: str | None,
    source: Source,
    lang: Language,
) -> int:
    """Replace the raters of a panel by pseudonyms, and write it as one table.

    SOURCE is a folder of checklists (CASE/RATER.yaml or RATER/CASE.yaml) or a table (CSV, Parquet,
    Excel). What is written has statuses and given grades, and no free text. Exit code 1: the key
    lies in the folder of the table.
    """
    from ..calibration.panels.handing_on import HandingOn, hand_on
    from ..documents.pseudonyms_text import pseudonyms_text
    from ..texts import say

    wanted = HandingOn(
        Path(source_path),
        Path(output),
        Path(key),
        with_cases,
        key_in_git,
        force,
        say(lang, "pseudonyms.header"),
        folders,
    )
    made = hand_on(wanted, source.editions())
    click.echo(pseudonyms_text(wanted, made, lang, width()), nl=False)
    return FINDINGS if made.key_is_beside else GRADED
