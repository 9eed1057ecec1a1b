"""The minutes of a workshop, as a document: the same events give the same bytes."""

from __future__ import annotations

from ...rulebook import Rulebook
from ...texts import Language, say
from ...workshops.figures import agreement, evidence
from ...workshops.moves import moved_between
from ...workshops.readings import policy_of
from ...workshops.scores import Scores
from ...workshops.workshop import Workshop
from ..blocks import Block, Document, Section
from .figures import agreement_table, change_table, split_table
from .sections import about_section, decisions_section, moves_section, round_section, said_section


def minutes(workshop: Workshop, rulebook: Rulebook, language: Language) -> Document:
    """All that may be told of a workshop: of an open round only that it is open.

    Args:
        workshop: Where it stands.
        rulebook: The catalog and rules that it keeps.
        language: `sv` or `en`.
    """
    sections: list[Section] = [about_section(workshop, language)]
    for number in range(1, len(workshop.rounds) + 1):
        sections += round_sections(workshop, rulebook, number, language)
    if workshop.said:
        sections.append(said_section(workshop, language))
    sections.append(decisions_section(workshop, language))
    footer = say(language, "workshop.footer", events=workshop.events, head=workshop.head)
    return Document(workshop.opened.title, language, (), tuple(sections), (footer,))


def round_sections(
    workshop: Workshop, rulebook: Rulebook, number: int, language: Language
) -> list[Section]:
    """One round, and what moved since the one before it.

    Args:
        workshop: Where it stands.
        rulebook: The catalog and rules that it keeps.
        number: Which round.
        language: `sv` or `en`.
    """
    now = workshop.rounds[number - 1]
    scores = Scores(now, rulebook)
    found = [round_section(scores, workshop, language, _figures(scores, workshop, language))]
    if number > 1 and now.revealed is not None:
        earlier = workshop.rounds[number - 2]
        before = Scores(earlier, rulebook)
        moved = moved_between(workshop, rulebook, earlier, now)
        change = (agreement(before, moved.both), agreement(scores, moved.both))
        figures = (change_table(*change, language),) if moved.both else ()
        found.append(moves_section(moved, (before, scores), language, figures))
    return found


def _figures(scores: Scores, workshop: Workshop, language: Language) -> tuple[Block, ...]:
    """How far the raters agree, and whether ticks or judgement part them."""
    if scores.round.revealed is None or not scores.agreement_in_all().pairs:
        return ()
    policy = policy_of(workshop, scores.rulebook, scores.round.number)
    told = agreement_table(agreement(scores), language)
    return told, split_table(evidence(scores, policy), language)
