"""`spur-rules workshop round`, `reveal` and `close`: the steps of a workshop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .exits import FINDINGS, GRADED
from .screen import width
from .workshop_file import FILE, LANG, looked_at, need_calibration, step

if TYPE_CHECKING:
    from ..texts import Language
    from ..workshops.events import Event
    from ..workshops.workshop import Workshop


@click.command(epilog="Example: spur-rules workshop round ws.spur")
@FILE
@LANG
def round(file: str, lang: Language) -> int:
    """Begin a round, or tell how far the open one has come.

    Everybody scores alone: until the round is revealed only counts are shown.
    """
    from ..documents.workshop.text import begun_text, status_text
    from ..workshops.events import RoundBegun
    from ..workshops.workshop import Phase

    has_begun: list[Event] = []

    def begin(found: Workshop) -> list[Event]:
        has_begun.clear()
        if found.phase is not Phase.SCORING:
            has_begun.append(RoundBegun(round=len(found.rounds) + 1))
        return has_begun

    if looked_at(file).phase is Phase.SCORING:
        click.echo(status_text(looked_at(file), lang, width()), nl=False)
        return GRADED
    found = step(file, lang, begin)
    shown = begun_text(found, file, lang) if has_begun else status_text(found, lang, width())
    click.echo(shown, nl=False)
    return GRADED


@click.command(epilog="Example: spur-rules workshop reveal ws.spur")
@FILE
@click.option("--even-so", is_flag=True, help="Reveal though checklists are missing.")
@LANG
def reveal(file: str, even_so: bool, lang: Language) -> int:
    """End the scoring and show what differs; from the second round on, what moved and why.

    No checklist of the round can be handed in afterwards; where some are missing, --even-so is
    asked for. Of a round that is revealed already the same is shown again. Exit code 1: checklists
    are missing, and nothing was revealed.
    """
    need_calibration()
    from ..documents.plain import as_plain
    from ..documents.workshop.hand_in_text import missing_text
    from ..documents.workshop.minutes import round_sections
    from ..documents.workshop.talking import talking_points
    from ..workshops.events import Revealed
    from ..workshops.expecting import missing
    from ..workshops.rules_kept import rulebook_of
    from ..workshops.workshop import Phase

    found = looked_at(file)
    if found.phase in (Phase.BEGUN, Phase.SCORING) or not found.revealed:

        def revealed(now: Workshop) -> list[Event]:
            is_held = not even_so and now.phase is Phase.SCORING and bool(now.rounds[-1].handed_in)
            return [] if is_held and missing(now) else [Revealed(round=len(now.rounds))]

        found = step(file, lang, revealed)
        if found.phase is Phase.SCORING:
            click.echo(missing_text(found, file, lang, width()), nl=False)
            return FINDINGS
    rulebook, number = rulebook_of(found.opened), len(found.revealed)
    sections = round_sections(found, rulebook, number, lang)
    talk = talking_points(found, rulebook, lang)
    click.echo(as_plain([*sections, *([talk] if talk else [])], lang, width()), nl=False)
    return GRADED


@click.command(epilog="Example: spur-rules workshop close ws.spur")
@FILE
@LANG
def close(file: str, lang: Language) -> int:
    """Close the workshop: nothing can be added to it any more."""
    from ..documents.workshop.words import command_line
    from ..texts import say
    from ..workshops.events import Closed

    step(file, lang, lambda _: [Closed()])
    click.echo(say(lang, "workshop.closed"))
    command = command_line("workshop", "minutes", file, "-o", "minutes.md")
    click.echo(say(lang, "workshop.next", command=command))
    return GRADED
