"""`spur-rules workshop size`: how many cases and raters a workshop needs."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import click

from .exits import GRADED
from .options import Source, format_option, joined_option, rulebook_options
from .screen import width as columns

if TYPE_CHECKING:
    from ..calibration.panels.panel import Panel
    from ..texts import Language

#: The names of the coefficients of any number of raters, the one by default first.
COEFFICIENTS = (
    *("gwet_ac2", "gwet_ac1", "krippendorff_alpha_ordinal", "krippendorff_alpha_nominal"),
    *("brennan_prediger_ordinal", "brennan_prediger"),
)
#: Into how many steps the bar is cut.
_STEPS = 100


@click.command(epilog="Example: spur-rules workshop size --width 0.3 --agreement 0.7")
@click.option(
    "--width", "wanted", type=float, required=True, help="How wide the 95 % interval may be."
)
@click.option("--agreement", type=float, help="How often two raters give the same grade, as 0.7.")
@click.option(
    "--like", metavar="PANEL", help="Estimate all that is assumed from a folder or a table."
)
@joined_option(
    "--prevalence",
    metavar="PARTS",
    help="How common the grades are: A=50,B=25,C=15,D=10 if left out.",
)
@click.option("--domain", metavar="LETTER", help="Only this domain, on its own scale.")
@joined_option("--raters", metavar="NUMBERS", help="Numbers of raters; 4,6,8,12 if left out.")
@click.option(
    "--coefficient",
    type=click.Choice(COEFFICIENTS),
    default=COEFFICIENTS[0],
    metavar="NAME",
    help=f"Whose interval: {', '.join(COEFFICIENTS)}.",
)
@click.option("--severity", type=float, help="Which share of what parts raters is their severity.")
@click.option("--case-effect", type=float, help="How far the domains of a case go together.")
@click.option("--missing", type=float, help="Which share of the grades is left out.")
@click.option("--simulations", type=int, default=200, help="Workshops drawn for each size.")
@click.option("--seed", type=int, default=1, help="The same seed, the same answer.")
@format_option("text", "csv", "json", "yaml")
@rulebook_options
def size(
    wanted: float,
    coefficient: str,
    simulations: int,
    seed: int,
    format_: str,
    source: Source,
    lang: Language,
    **assumed: Any,
) -> int:
    """How many cases, with how many raters, make the interval as narrow as wanted.

    Workshops are drawn at random by what is assumed of the raters, many of each size, and graded as
    a calibration would. Say --agreement for a workshop to come, or --like for one like another.
    """
    with _numpy_needed():
        from ..calibration.agreement.estimates import Coefficient
        from ..calibration.sizing.size_request import SizeRequest
        from ..documents.calibration.size_data import Asked, size_csv, size_data
    from ..documents.calibration.size_text import SizeText
    from ..documents.data import written
    from ..documents.phrasing import Phrasing

    like = _alone(assumed)
    said = {key: value for key, value in assumed.items() if value is not None}
    request = SizeRequest(
        wanted, coefficient=Coefficient(coefficient), trials=simulations, seed=seed
    )
    request = replace(request, **said)
    panel = _panel(like, source) if like else None
    rulebook = panel.rulebook if panel else source.editions().rulebook()
    request.check(rulebook)
    models = request.models_like(panel, str(like)) if panel else request.models(rulebook)
    with _progress() as tell:
        asked = Asked(request.answer(models, tell), tuple(request.scale(rulebook)), like)
    if format_ == "text":
        text = SizeText(asked, Phrasing(rulebook, lang), columns()).render()
    else:
        text = size_csv(asked) if format_ == "csv" else written(size_data(asked), format_)
    click.echo(text, nl=False)
    return GRADED


def _alone(assumed: dict[str, Any]) -> str | None:
    """The panel to estimate from: then nothing may be said of what it tells."""
    like: str | None = assumed.pop("like")
    told = ("agreement", "prevalence", "severity", "case_effect", "missing")
    if like is not None and any(assumed[key] is not None for key in told):
        options = ", ".join(f"--{key.replace('_', '-')}" for key in told)
        raise click.UsageError(f"--like estimates what {options} say: leave them out.")
    if like is None and assumed["agreement"] is None:
        raise click.UsageError("Say --agreement, or --like with a panel to estimate it from.")
    return like


def _panel(like: str, source: Source) -> Panel:
    from ..calibration.panels.reading_panel import read_panel

    return read_panel(like, source.editions())


@contextmanager
def _numpy_needed() -> Iterator[None]:
    from ..errors import InputError, Problem
    from ..provenance import Place

    try:
        yield
    except ModuleNotFoundError as error:
        if error.name != "numpy":
            raise
        message = "sizing a workshop needs numpy; run pip install 'spur_rules[calibration]'"
        raise InputError([Problem("SR604", Place("workshop size"), message)]) from None


@contextmanager
def _progress() -> Iterator[Callable[[float], None]]:
    """A bar on standard error, where a person sees it."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda _: None
        return
    with click.progressbar(length=_STEPS, file=sys.stderr) as bar:
        yield lambda done: bar.update(int(done * _STEPS) - bar.pos)
