"""`spur-rules ask`: the open questions of a checklist, one by one, every answer saved at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .ask_dialogue import Dialogue, Told
from .options import Source, chosen_domains, domain_option, read_input, reading_options
from .screen import paint, width

if TYPE_CHECKING:
    from ..asking.saving import Document
    from ..documents.conversation import Conversation
    from ..texts import Language


@click.command(epilog="Example: spur-rules ask visit.yaml --domain A --domain E")
@click.argument("file", metavar="FILE")
@domain_option("Ask about this domain only; may be given several times.")
@click.option(
    "--blind",
    is_flag=True,
    help="Ask for every row and the grade of each domain, and show no suggestion.",
)
@reading_options
def ask(
    file: str,
    letters: tuple[str, ...],
    policy: str,
    source: Source,
    lang: Language,
    blind: bool,
) -> int:
    """Ask what is still open in the checklist FILE (YAML or JSON), and save every answer.

    Only questions that can still change a grade are asked, the best one first. FILE is made where
    there is none. What else stands in it stays, comments too. With --blind a rater of a workshop
    fills and grades a case without seeing what the rules suggest.
    """
    from .. import api
    from ..asking.saving import open_document
    from ..asking.session import Session
    from ..documents.conversation import Conversation
    from ..errors import both

    if file == "-":
        raise click.UsageError("ask saves the answers in a file; name one instead of `-`.")
    rulebook = read_input(file, source).rulebook
    document, (reading, chosen) = both(
        lambda: open_document(Path(file), rulebook.catalog, may_be_new=True),
        lambda: both(
            lambda: api.read_policy(rulebook, policy), lambda: chosen_domains(rulebook, letters)
        ),
    )
    says = Conversation(rulebook, lang, width(), paint())
    if blind:
        return _blind(document, says, chosen)
    session = Session(document, rulebook, reading, chosen)
    told = Told(
        partial(says.opening, session),
        session.question,
        says.question,
        partial(says.saved, session),
        partial(says.closing, session),
    )
    return Dialogue(session, says, told).run()


def _blind(document: Document, says: Conversation, letters: Iterable[str]) -> int:
    from ..asking.blind import BlindSession
    from ..documents.blind_conversation import BlindConversation
    from .ask_blind import BlindDialogue

    session = BlindSession(document, says.rulebook, letters)
    return BlindDialogue(session, says, BlindConversation(says, session)).run()
