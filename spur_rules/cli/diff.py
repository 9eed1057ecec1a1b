"""`spur-rules diff`: two catalogs or rulesets held against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .exits import FINDINGS, GRADED
from .options import comparing_options, format_option
from .screen import width

if TYPE_CHECKING:
    from ..comparing.comparison import Comparison
    from ..texts import Language


@click.command(epilog="Example: spur-rules diff old/ . --replay reviews/")
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option("--replay", metavar="DIR", help="A folder of checklists: which of them move.")
@click.option("--changelog", metavar="FILE", help="Where a change that moves a grade is told.")
@format_option("text", "json", "yaml")
@comparing_options
def diff(
    old: str,
    new: str,
    replay: str | None,
    changelog: str | None,
    format_: str,
    policy: str,
    catalog: str | None,
    rules: str | None,
    lang: Language,
) -> int:
    """Tell what changed from OLD to NEW, and which grades move by it.

    Each is a catalog, a ruleset, a folder with indicator_catalog/ and rules/, or a shipped version
    by its name, such as st-spur@1.0.0. Every class of answers is tried, under every profile;
    --policy is the reading of --replay. --catalog and --rules are the half that OLD and NEW do not
    name. Exit code 1: a grade moves without an entry marked [grade] in the changelog, a version was
    not raised, an id is gone unsaid, or a checklist cannot be read.
    """
    from ..api.comparing import compare_files

    made = compare_files(old, new, catalog, rules, replay, policy, changelog)
    click.echo(_rendered(made, format_, lang), nl=False)
    return FINDINGS if made.findings or made.unreadable else GRADED


def _rendered(made: Comparison, format_: str, lang: Language) -> str:
    if format_ == "text":
        from ..documents.diff_text import diff_text

        return diff_text(made, lang, width())
    from ..documents.data import written
    from ..documents.diff_data import diff_data

    return written(diff_data(made), format_)
