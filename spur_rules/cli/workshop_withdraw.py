"""`spur-rules workshop withdraw`: a checklist that was handed in by mistake is taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .exits import GRADED
from .workshop_file import FILE, LANG, event, step

if TYPE_CHECKING:
    from ..texts import Language
    from ..workshops.events import Event
    from ..workshops.workshop import Workshop


@click.command(epilog="Example: spur-rules workshop withdraw ws.spur --rater Eirk --case fall-01")
@FILE
@click.option("--rater", metavar="ID", required=True, help="Under which name it was handed in.")
@click.option("--case", "cases", metavar="ID", multiple=True, help="Which; all if left out.")
@LANG
def withdraw(file: str, rater: str, cases: tuple[str, ...], lang: Language) -> int:
    """Take back what was handed in by mistake, while the round is open.

    It counts no more; the log keeps it, and that it was withdrawn.
    """
    from ..calibration.panels.names import sound_name
    from ..documents.workshop.hand_in_text import withdrawn_text
    from ..workshops.events import Withdrawn

    rater = sound_name(rater) or rater
    made: list[Event] = []

    def decide(found: Workshop) -> list[Event]:
        here = found.rounds[-1].handed_in if found.rounds else {}
        all_of = [case for case, of in here if of == rater] or found.case_ids[:1]
        made[:] = [
            event(Withdrawn, "withdraw", round=len(found.rounds), case=case, rater=rater)
            for case in cases or all_of
        ]
        return made

    after = step(file, lang, decide)
    withdrawn = [one for one in made if isinstance(one, Withdrawn)]
    click.echo(withdrawn_text(withdrawn, after, lang), nl=False)
    return GRADED
