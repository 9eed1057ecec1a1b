"""`spur-rules lint`: what is allowed in a catalog and a ruleset, but hardly meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .exits import FINDINGS, GRADED
from .options import format_option
from .screen import width

if TYPE_CHECKING:
    from ..linting.lint import Report
    from ..texts import Language


@click.command(epilog="Example: spur-rules lint indicator_catalog rules --against old.yaml")
@click.argument("paths", metavar="[PATHS]...", nargs=-1)
@click.option("--fix", is_flag=True, help="Mend in the files what can be mended by machine.")
@click.option(
    "--against", multiple=True, metavar="FILE", help="An earlier version; several may be."
)
@click.option("--explain", "code", metavar="CODE", help="Tell what a code means, and end.")
@format_option("text", "json", "sarif", "github")
@click.option("--catalog", metavar="FILE", help="A catalog; in PATHS none need be named then.")
@click.option("--rules", metavar="FILE", help="A ruleset; in PATHS none need be named then.")
@click.option(
    "--lang", type=click.Choice(["sv", "en"]), default="sv", help="The language of the summary."
)
def lint(
    paths: tuple[str, ...],
    fix: bool,
    against: tuple[str, ...],
    code: str | None,
    format_: str,
    catalog: str | None,
    rules: str | None,
    lang: Language,
) -> int:
    """Look at catalogs and rulesets for what is allowed but hardly meant.

    PATHS are files and folders; without them the shipped catalog and ruleset. Exit code 1:
    something was found, notes not counted.
    """
    if code is not None:
        from ..linting.pages import explained

        click.echo(explained(code), nl=False)
        return GRADED
    from ..api.linting import lint as lint_files

    report = lint_files(paths, catalog, rules, against, fix)
    click.echo(_rendered(report, format_, lang), nl=False)
    return FINDINGS if report.fails else GRADED


def _rendered(report: Report, format_: str, lang: Language) -> str:
    if format_ == "sarif":
        from ..documents.sarif import lint_sarif

        return lint_sarif(report)
    if format_ == "json":
        from ..documents.data import written
        from ..documents.lint_data import lint_data

        return written(lint_data(report), "json")
    from ..documents.lint_text import lint_github, lint_text

    return lint_github(report) if format_ == "github" else lint_text(report, lang, width())
