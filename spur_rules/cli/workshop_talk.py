"""`spur-rules workshop note` and `decide`: what is said, and what is agreed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .exits import GRADED
from .workshop_file import FILE, LANG, event, opened, step

if TYPE_CHECKING:
    from ..texts import Language
    from ..workshops.events import Event
    from ..workshops.workshop import Workshop


@click.command(epilog="Example: spur-rules workshop note ws.spur --about B3 'Två såg brevet.'")
@FILE
@click.argument("text", metavar="TEXT")
@click.option("--about", metavar="WHAT", help="What it is about: a row, a domain, a case.")
@LANG
def note(file: str, text: str, about: str | None, lang: Language) -> int:
    """Keep TEXT as a note of the discussion."""
    from ..texts import say
    from ..workshops.events import Discussed

    if about is not None:
        about = _about(about, file)
    made = event(Discussed, "note", text=text, about=about)
    step(file, lang, lambda _: [made])
    click.echo(say(lang, "workshop.noted"))
    return GRADED


def _about(about: str, file: str) -> str:
    """A row, a domain, a case, or a case with one of the others after it, as it is called."""
    from ..errors import InputError, Problem, quoted
    from ..provenance import Place
    from ..reading import id_hint

    found, rulebook = opened(file)
    ids = [*rulebook.indicators, *(domain.letter for domain in rulebook.domains)]
    line = " ".join(about.split())
    case = next((c for c in found.case_ids if line == c or line.startswith(f"{c} ")), "")
    rest = line.removeprefix(case).strip()
    if not rest or rest.upper() in ids:
        return f"{case} {rest.upper()}".strip() or line
    known = [*ids, *found.case_ids]
    message = f"the workshop has no row, domain or case {quoted(about)}{id_hint(rest, known)}"
    raise InputError([Problem("SR872", Place("--about"), message)])


@click.command(
    epilog=(
        "Example: spur-rules workshop decide ws.spur --parameter enstaka_undantag.högst=2"
        " --domain B --because 'Domän B har tre.'"
    )
)
@FILE
@click.option("--parameter", metavar="NAME=VALUE", help="How a vague word is to be read.")
@click.option("--domain", metavar="LETTER", help="With --parameter: in this domain only.")
@click.option("--indicator", metavar="ID", help="With --text: how this row is to be read.")
@click.option("--text", metavar="TEXT", help="How it is to be read, in words.")
@click.option("--because", metavar="TEXT", help="Why; a parameter needs it.")
@LANG
def decide(
    file: str,
    parameter: str | None,
    domain: str | None,
    indicator: str | None,
    text: str | None,
    because: str | None,
    lang: Language,
) -> int:
    """Keep a decision: a parameter's value, or how an indicator is to be read.

    A later decision about the same takes the place of an earlier one; the minutes have both.
    """
    from ..documents.workshop.text import decided_text

    if parameter is not None:
        if indicator is not None or text is not None:
            raise click.UsageError("decide one thing at a time: --parameter, or --indicator.")
        made = _parameter(file, parameter, domain, because)
    elif indicator is not None and text is not None and domain is None:
        made = _indicator(file, indicator, text, because)
    else:
        raise click.UsageError("name --parameter and --because, or --indicator and --text.")
    before: list[Workshop] = []

    def decide(now: Workshop) -> list[Event]:
        before[:] = [now]
        return [made]

    after = step(file, lang, decide)
    click.echo(decided_text(before[0], after, lang), nl=False)
    if (told := _without_effect(made, file, lang)) is not None:
        click.echo(told)
    return GRADED


def _without_effect(made: Event, file: str, lang: Language) -> str | None:
    """A decision that changes no grade is kept, for it may be meant, and told."""
    from ..texts import say
    from ..workshops.effects import idle
    from ..workshops.events import ParameterDecided
    from ..workshops.readings import as_override

    if not isinstance(made, ParameterDecided):
        return None
    found = idle(as_override(made), opened(file).rulebook)
    if found is None:
        return None
    where = "domain" if made.domain else "all"
    key = f"workshop.idle.{found.why}.{where}.{found.norm.value.replace(' ', '-')}"
    return say(lang, key, None, domain=made.domain, rows=found.rows, value=made.value)


def _parameter(file: str, parameter: str, domain: str | None, because: str | None) -> Event:
    from ..workshops.events import ParameterDecided
    from ..workshops.readings import read_setting

    if because is None:
        raise click.UsageError("a parameter is decided with its reason: add --because.")
    letter = domain.strip().upper() if domain is not None else None
    own = read_setting(parameter, letter, opened(file).rulebook)
    value = {"parameter": own.parameter, "value": str(own.value), "domain": own.domain}
    return event(ParameterDecided, "--because", because=because, **value)


def _indicator(file: str, indicator: str, text: str, because: str | None) -> Event:
    from ..errors import InputError, Problem, quoted
    from ..provenance import Place
    from ..reading import id_hint
    from ..workshops.events import IndicatorDecided

    known = opened(file).rulebook.indicators
    if indicator not in known:
        message = f"unknown indicator {quoted(indicator)}{id_hint(indicator, known)}"
        raise InputError([Problem("SR401", Place("--indicator"), message)])
    return event(IndicatorDecided, "--text", indicator=indicator, text=text, because=because)
