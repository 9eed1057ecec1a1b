"""`spur-rules calibrate`: several raters of the same cases, what they saw and judged apart."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .exits import GRADED
from .options import Source, folders_option, reading_options
from .screen import width
from .workshop_file import opened

if TYPE_CHECKING:
    from ..calibration.calibrating import Calibration
    from ..calibration.panels.panel import Panel
    from ..policy import Policy
    from ..texts import Language

#: What a file's ending says that is to be in it.
ENDINGS = {
    ".html": "html",
    ".htm": "html",
    ".json": "json",
    ".csv": "csv",
    ".md": "md",
    ".txt": "text",
}
_FORMATS = tuple(dict.fromkeys(("text", "figures", *ENDINGS.values())))
#: What may be said of the output of a pair: no file, and how it is shown.
_OF_PAIRS = ((None, None), (None, "text"), (None, "json"))
_LIBRARIES = {"html": ("numpy", "matplotlib", "jinja2")}


@click.command(epilog="Example: spur-rules calibrate examples/workshop/panel.csv -o report.html")
@click.argument("panel_source", metavar="SOURCE")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    help="Write a file; its ending says the format: .html, .json, .csv, .md or .txt.",
)
@click.option("--format", "format_", type=click.Choice(_FORMATS), help="The output.")
@click.option("--samples", type=int, default=2000, show_default=True, help="For the intervals.")
@click.option(
    "--pair",
    nargs=4,
    metavar="CASE DOMAIN RATER RATER",
    help="Tell two raters of one case apart instead, as text or JSON.",
)
@click.option(
    "--round", "number", type=int, metavar="NUMBER", help="Of a workshop; the newest if left out."
)
@click.option("--seed", type=int, default=1, show_default=True, help="What samples are drawn by.")
@folders_option
@reading_options
def calibrate(panel_source: str, source: Source, lang: Language, **options: Any) -> int:
    """Compare raters of the same cases: what they saw apart, and what they judged apart.

    SOURCE is a folder of checklists (CASE/RATER.yaml or RATER/CASE.yaml), one table, or a
    workshop's file. Every rater's own ticks are graded by the rules, so that a difference in grades
    is either one of evidence or of judgement.
    """
    from .. import api
    from ..texts import say

    if options["pair"] is not None and (options["output"], options["format_"]) not in _OF_PAIRS:
        raise click.UsageError("--pair is shown as text or json; leave out -o and other formats.")
    format_, panel, policy = _read(panel_source, source, options)
    if options["pair"] is not None:
        click.echo(_pair(panel, policy, options["pair"], format_, lang), nl=False)
        return GRADED
    found = api.calibrate(panel, policy, options["samples"], options["seed"])
    text = _written(found, format_, lang)
    if options["output"] is None:
        click.echo(text, nl=False)
    else:
        _write(options["output"], text)
        click.echo(say(lang, "calibrate.wrote", file=options["output"]), err=True)
    return GRADED


def _read(panel_source: str, source: Source, options: dict[str, Any]) -> tuple[str, Panel, Policy]:
    """What the options and the files say, the mistakes of all told at once."""
    from .. import api
    from ..errors import both
    from ..replacing import is_database

    editions = source.editions()
    if is_database(Path(panel_source)):
        return _read_workshop(panel_source, options)
    if options["number"] is not None:
        raise click.UsageError("--round picks a round of a workshop's file; leave it out.")

    def stated() -> tuple[str, Policy]:
        return both(
            lambda: _format(panel_source, options),
            lambda: api.read_policy(editions.rulebook(), options["policy"]),
        )

    folders = options["folders"]
    (format_, _), panel = both(stated, lambda: api.read_panel(panel_source, editions, folders))
    return format_, panel, api.read_policy(panel.rulebook, options["policy"])


def _read_workshop(file: str, options: dict[str, Any]) -> tuple[str, Panel, Policy]:
    """A revealed round of a workshop, by its own rules and the reading that it was held with."""
    from .. import api
    from ..errors import both

    format_, found = both(lambda: _format(file, options), lambda: opened(file))
    from ..workshops.panels import round_panel, round_policy  # needs numpy, which is there now

    panel = round_panel(*found, options["number"])
    source = click.get_current_context().get_parameter_source("policy")
    is_said = source is not click.core.ParameterSource.DEFAULT
    if is_said:
        return format_, panel, api.read_policy(found.rulebook, options["policy"])
    return format_, panel, round_policy(*found, options["number"])


def _format(panel_source: str, options: dict[str, Any]) -> str:
    """The format to write; what is wrong with it, --samples and --seed is told at once."""
    from ..calibration.bounds import check_drawing
    from ..errors import both

    return both(
        lambda: check_drawing(options["samples"], options["seed"]),
        lambda: _target_format(options["output"], options["format_"], panel_source),
    )[1]


def _target_format(target: str | None, asked: str | None, panel_source: str) -> str:
    """The format that --format or the ending names; the libraries that it needs are there."""
    from ..api.calibrating import need_libraries
    from ..errors import InputError, Problem
    from ..provenance import Place

    format_ = asked or ("text" if target is None else ENDINGS.get(Path(target).suffix.lower()))
    if format_ is None:
        message = f"name a file that ends in {', '.join(ENDINGS)}, or say --format"
        raise InputError([Problem("SR881", Place(f"-o {target}"), message)])
    if target is not None:
        _check_target(Path(target), Path(panel_source), format_)
    need_libraries(*_LIBRARIES.get(format_, ("numpy",)))
    return format_


def _check_target(target: Path, panel_source: Path, format_: str) -> None:
    """A report takes the place of an earlier one and of nothing else."""
    from ..errors import InputError, Problem
    from ..provenance import Place
    from ..replacing import real_path

    read, written = real_path(panel_source), real_path(target)
    if written == read:
        wrong = "this file is read, and would be overwritten"
    elif format_ == "json" and read in written.parents:
        wrong = "every JSON file in that folder is read as a checklist"
    elif target.exists() and not _is_ours(target, format_):
        wrong = "this file exists and is no report of calibrate in that format"
    else:
        return
    message = f"{wrong}; name another file"
    raise InputError([Problem("SR882", Place(f"-o {target}"), message)])


def _is_ours(target: Path, format_: str) -> bool:
    """Whether a file begins as one that was written here before."""
    from ..documents.calibration.data import CSV_HEAD, SCHEMA
    from ..texts import LANGUAGES, say

    keys = ("calibrate.title", "agreed.title")
    titles = [say(lang, key) for lang in LANGUAGES for key in keys]
    marks = {"json": [f'"{SCHEMA}"'], "csv": [CSV_HEAD]}.get(format_, titles)
    try:
        with target.open("rb") as file:
            start = file.read(1000).decode("utf-8", "replace")
    except OSError:
        return False
    return any(mark in start for mark in marks)


def _written(found: Calibration, format_: str, lang: Language) -> str:
    """The report in one of the formats; each brings its own library, where it needs one."""
    if format_ in ("json", "csv"):
        from ..documents.calibration.data import calibration_csv, calibration_data
        from ..documents.data import written

        return (
            calibration_csv(found) if format_ == "csv" else written(calibration_data(found), "json")
        )
    if format_ == "figures":
        return _figures(found, lang)
    from ..documents.calibration.document import calibration_document

    document = calibration_document(found, lang)
    if format_ == "html":
        from ..documents.html import as_html

        return as_html(document)
    if format_ == "md":
        from ..documents.markdown import as_markdown

        return as_markdown(document)
    from ..documents.plain import as_text
    from ..texts import say

    left_out = [say(lang, key) for key in ("calibrate.left-out", "calibrate.left-out-figures")]
    return "\n".join([as_text(document, width()), *left_out]) + "\n"


def _pair(panel: Panel, policy: Policy, names: Sequence[str], format_: str, lang: Language) -> str:
    """Two raters of one case, told apart."""
    from ..calibration.split.pair_asked import AskedPair, explain_asked
    from ..documents.calibration.pair_data import pair_data
    from ..documents.calibration.pair_text import pair_text
    from ..documents.data import written
    from ..documents.phrasing import Phrasing

    found = explain_asked(panel, policy, AskedPair(*names))
    if format_ == "json":
        return written(pair_data(found, panel.rulebook, policy), "json")
    return pair_text(found, Phrasing(panel.rulebook, lang), width())


def _figures(found: Calibration, lang: Language) -> str:
    """Agreement and severity in figures, as wide as the screen."""
    from ..documents.calibration.agreements_text import agreements_text
    from ..documents.calibration.severity_text import SeverityText
    from ..documents.phrasing import Phrasing

    agreements = agreements_text(found.agreements, Phrasing(found.panel.rulebook, lang), width())
    return f"{agreements}\n{SeverityText(found.severity, lang, width()).render()}"


def _write(path: str, text: str) -> None:
    from ..errors import InputError, Problem
    from ..provenance import Place
    from ..replacing import replace

    try:
        replace(Path(path), text.encode())
    except OSError as error:
        message = f"cannot be written: {error.strerror}; check the folder and the disk"
        raise InputError([Problem("SR603", Place(path), message)]) from None
