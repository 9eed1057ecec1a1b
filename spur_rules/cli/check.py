"""`spur-rules check`: the grades that inspectors have in mind, held against the suggested ones."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import FINDINGS, GRADED
from .options import Source, format_option, grading_options, joined_option, read_input
from .screen import width

if TYPE_CHECKING:
    from ..checking.sanity import Check
    from ..rulebook import Rulebook
    from ..texts import Language
    from ..vocabulary import Grade


@click.command(epilog="Example: spur-rules check visit.yaml --given E=B,H=C")
@click.argument("file", metavar="FILE")
@joined_option("--given", metavar="GRADES", help="Given grades, such as E=B,H=C.")
@format_option("text", "json", "yaml", "csv")
@grading_options
def check(
    file: str,
    given: str | None,
    format_: str,
    engine: str,
    policy: str,
    source: Source,
    lang: Language,
) -> int:
    """Hold given grades against suggested ones, for the checklist FILE or a folder of them.

    The grades stand under `given` in the checklist, or come with --given. Exit code 1: a given
    grade differs from the suggested one, no named reading gives it, and it has no reason. csv is
    for a folder.
    """
    from .. import api
    from ..errors import both

    if Path(file).is_dir():
        return _check_folder(file, given, format_, engine, policy, source, lang)
    if format_ == "csv":
        raise click.UsageError("--format csv is for a folder; use text, json or yaml.")
    found = read_input(file, source)
    rulebook = found.rulebook
    wanted = _given_grades(given, rulebook)
    checklist, reading = both(found.checklist, lambda: api.read_policy(rulebook, policy))
    made = api.check(rulebook, checklist, wanted, reading, engine)
    click.echo(_rendered(made, rulebook, format_, lang), nl=False)
    return FINDINGS if made.disagrees else GRADED


def _check_folder(
    folder: str,
    given: str | None,
    format_: str,
    engine: str,
    policy: str,
    source: Source,
    lang: Language,
) -> int:
    from .. import api
    from ..errors import both

    if given is not None:
        raise click.UsageError("--given is for one checklist; write `given:` in each file instead.")
    editions = source.editions()
    rulebook = editions.rulebook()
    reviews, _ = both(
        lambda: api.read_reviews(folder, editions), lambda: api.read_policy(rulebook, policy)
    )
    checks = {
        name: api.check(review.rulebook, review.checklist, None, policy, engine)
        for name, review in reviews.items()
    }
    rulebooks = {name: review.rulebook for name, review in reviews.items()}
    click.echo(_all_rendered(checks, rulebook, rulebooks, format_, lang), nl=False)
    return FINDINGS if any(made.disagrees for made in checks.values()) else GRADED


def _given_grades(text: str | None, rulebook: Rulebook) -> dict[str, Grade]:
    from ..reading import parse_given

    return {} if text is None else parse_given(text, rulebook.catalog)


def _rendered(made: Check, rulebook: Rulebook, format_: str, lang: Language) -> str:
    if format_ == "text":
        from ..documents.check_text import check_text
        from ..documents.terminal import TextReport

        return check_text(
            made, TextReport(made.suggestion, rulebook, made.checklist, lang, width())
        )
    from ..documents.check_data import check_data
    from ..documents.data import written

    return written(check_data(made, rulebook), format_)


def _all_rendered(
    checks: dict[str, Check],
    rulebook: Rulebook,
    rulebooks: dict[str, Rulebook],
    format_: str,
    lang: Language,
) -> str:
    from .. import api
    from ..documents import agreement_text
    from ..documents.check_data import agreement_data
    from ..documents.data import written
    from ..documents.sentences import Sentences

    counted = api.agreement(checks.values())
    if format_ == "csv":
        return agreement_text.agreement_csv(counted)
    if format_ == "text":
        sentences = Sentences(rulebook, lang)
        return agreement_text.agreement_text(counted, checks, sentences, width())
    return written(agreement_data(counted, checks, rulebooks), format_)
