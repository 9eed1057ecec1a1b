"""A workshop's file as the commands open it: the clock, the waiting, and the step that is taken."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

if TYPE_CHECKING:
    from ..rulebook import Rulebook
    from ..texts import Language
    from ..workshops.events import Event
    from ..workshops.workshop import Workshop

FILE = click.argument("file", metavar="FILE")
LANG = click.option(
    "--lang", type=click.Choice(["sv", "en"]), default="sv", help="The language of the text."
)
#: A fixed time for builds that must come out the same (reproducible-builds.org).
CLOCK = "SOURCE_DATE_EPOCH"


class Opened(NamedTuple):
    """A workshop with the rulebook that it keeps."""

    workshop: Workshop
    rulebook: Rulebook


def now() -> str:
    """The time of an event, in UTC; that of SOURCE_DATE_EPOCH where it is set."""
    fixed = os.environ.get(CLOCK)
    if fixed is not None and not (fixed.isascii() and fixed.isdigit() and len(fixed) < 12):
        message = f"{CLOCK} is {fixed!r}; write whole seconds since 1970, or unset it."
        raise click.UsageError(message)
    return time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime(int(fixed) if fixed else None))


def opened(file: str) -> Opened:
    """A workshop to be looked at: the file stays as it is."""
    from ..workshops import store
    from ..workshops.rules_kept import rulebook_of
    from ..workshops.workshop import state

    found = state(store.read(Path(file)), file)
    return Opened(found, rulebook_of(found.opened))


def looked_at(file: str) -> Workshop:
    """The same without the rulebook, which takes its time."""
    from ..workshops import store
    from ..workshops.workshop import state

    return state(store.read(Path(file)), file)


def step(file: str, lang: Language, *decide: Callable[[Workshop], Sequence[Event]]) -> Workshop:
    """Add to a workshop what follows from where it stands when nobody else may write.

    Args:
        file: The workshop's file.
        lang: The language in which waiting is told.
        decide: What makes events of where it stands.
    """
    from ..texts import say
    from ..workshops import store
    from ..workshops.records import Record
    from ..workshops.workshop import after, state

    at = now()

    def events(records: tuple[Record, ...]) -> list[Event]:
        found = state(records, file)
        made = [event for make in decide for event in make(found)]
        for event in made:
            found = after(found, event, at, file)  # refuses what cannot happen now
        return made

    waiting = say(lang, "workshop.waiting", file=file)
    patience = store.Patience(told=lambda: click.echo(waiting, err=True))
    return state(store.append(Path(file), events, at, patience), file)


def event(kind: type[Event], place: str, **content: object) -> Event:
    """An event of what was typed; what is wrong in it is told of the option."""
    from pydantic import ValidationError

    from ..errors import InputError, Problem, quoted
    from ..frozen import PATTERNS
    from ..provenance import Place

    try:
        return kind.model_validate(content)
    except ValidationError as error:
        problems = []
        for found in error.errors():
            pattern = str(found.get("ctx", {}).get("pattern"))
            is_empty = found["type"] == "string_too_short"
            remedy = "it must not be empty" if is_empty else PATTERNS.get(pattern, found["msg"])
            message = f"{quoted(found['input'])}: {remedy}"
            where = place or f"--{found['loc'][0]}"
            problems.append(Problem("SR124", Place(where), message))
        raise InputError(problems) from None


def need_calibration() -> None:
    """Figures need NumPy, which is in the extra `calibration`; the rest of a workshop does not."""
    from importlib.util import find_spec

    from ..errors import InputError, Problem
    from ..provenance import Place

    if find_spec("numpy") is None:
        message = (
            "figures need numpy; run pip install 'spur_rules[calibration]'. The workshop itself is"
            " as it was, and goes on without"
        )
        raise InputError([Problem("SR604", Place("workshop"), message)])
