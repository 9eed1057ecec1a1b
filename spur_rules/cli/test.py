"""`spur-rules test`: the cases beside the rules, and what of the rules they show."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from .exits import FINDINGS, GRADED
from .options import catalog_options, format_option
from .screen import width

if TYPE_CHECKING:
    from ..rulebook import Rulebook
    from ..testing.case_reading import Sited
    from ..testing.coverage import Coverage
    from ..testing.running import Outcome
    from ..texts import Language


@click.command(epilog="Example: spur-rules test --coverage")
@click.argument("paths", metavar="[PATHS]...", nargs=-1)
@click.option("-k", "text", metavar="TEXT", help="Only cases with TEXT in their id or sentence.")
@click.option("--coverage", is_flag=True, help="Tell all that the cases show, and what is missing.")
@click.option(
    "--threshold",
    type=click.FloatRange(0, 100),
    metavar="PERCENT",
    help="The least coverage of rules, of thresholds and of conditions; exit code 1 below it.",
)
@format_option("text", "json")
@catalog_options
def test(
    paths: tuple[str, ...],
    text: str | None,
    coverage: bool,
    threshold: float | None,
    format_: str,
    catalog: str | None,
    rules: str | None,
    lang: Language,
) -> int:
    """Run cases, answers with the grade that a person expects, against the rules.

    PATHS are files and folders of cases (YAML or JSON); without them the folder `cases` beside the
    rules. Exit code 1: a case did not come as expected, or the coverage is below --threshold.
    """
    from ..api import load_rulebook
    from ..api.testing import coverage as covered
    from ..api.testing import read_cases, run_cases

    rulebook = load_rulebook(catalog, rules)
    cases = _chosen(read_cases(rulebook, paths, rules), text)
    outcomes = run_cases(rulebook, cases)
    found = covered(rulebook, outcomes) if coverage or threshold is not None else None
    click.echo(_rendered(outcomes, found, coverage, threshold, rulebook, format_, lang), nl=False)
    is_below = found is not None and bool(_below(found, threshold))
    return FINDINGS if is_below or not all(o.passed for o in outcomes) else GRADED


def _chosen(cases: Sequence[Sited], text: str | None) -> list[Sited]:
    from ..errors import InputError, Problem, quoted
    from ..provenance import Place

    wanted = (text or "").casefold()
    chosen = [
        s for s in cases if wanted in s.case.id.casefold() or wanted in s.case.about.casefold()
    ]
    if not chosen:
        message = f"no case has {quoted(text)} in its id or its sentence; try a shorter text"
        raise InputError([Problem("SR327", Place("-k"), message)])
    return chosen


def _below(coverage: Coverage, threshold: float | None) -> list[str]:
    from ..testing.coverage import Kind

    if threshold is None:
        return []
    return [kind.value for kind in Kind if coverage.share(kind) * 100 < threshold]


def _rendered(
    outcomes: Sequence[Outcome],
    coverage: Coverage | None,
    is_whole: bool,
    threshold: float | None,
    rulebook: Rulebook,
    format_: str,
    lang: Language,
) -> str:
    if format_ == "json":
        from ..documents.case_data import cases_data
        from ..documents.data import written

        return written(cases_data(outcomes, coverage, rulebook), "json")
    from ..documents.case_text import cases_text
    from ..documents.coverage_text import CoverageText
    from ..documents.phrasing import Phrasing

    words = Phrasing(rulebook, lang)
    told = cases_text(outcomes, words, width())
    if coverage is not None:
        report = CoverageText(coverage, words, width())
        told += "\n" + (report.whole() if is_whole else report.summary())
        if kinds := _below(coverage, threshold):
            names = words.listing([words.say(f"cover.{kind}") for kind in kinds])
            told += "\n" + words.say("cover.below", limit=f"{threshold:g}", kinds=names) + "\n"
    return told
