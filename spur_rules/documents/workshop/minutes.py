"""The minutes of a workshop, as a document: the same events give the same bytes."""

from __future__ import annotations

from typing import NamedTuple

from ...rulebook import Rulebook
from ...texts import Language, say
from ...workshops.figures import agreement, evidence
from ...workshops.moves import moved_between
from ...workshops.readings import policy_of, policy_text
from ...workshops.scores import Scores
from ...workshops.workshop import Workshop
from ..blocks import Block, Document, Section
from .decided import decided_section
from .figures import agreement_table, change_table, split_table
from .sections import (
    about_section,
    differences,
    moves_section,
    moves_table,
    round_section,
    said_section,
)


def minutes(
    workshop: Workshop, rulebook: Rulebook, language: Language, with_names: bool = False
) -> Document:
    """All that may be told of a workshop, the decisions first: of an open round that it is open.

    Args:
        workshop: Where it stands.
        rulebook: The catalog and rules that it keeps.
        language: `sv` or `en`.
        with_names: Whether it is told who ticked, graded and moved; minutes circulate.
    """
    sections = [decided_section(workshop, rulebook, language)]
    sections.append(about_section(workshop, language, with_names))
    details: list[Section] = []
    for number in range(1, len(workshop.rounds) + 1):
        found = _round(workshop, rulebook, number, language, with_names)
        sections += found.sections
        details += (
            [Section(f"details-{number}", found.title, found.details)] if found.details else []
        )
    if workshop.said:
        sections.append(said_section(workshop, language))
    policy = say(language, "workshop.decisions.policy", policy=policy_text(workshop))
    footer = say(language, "workshop.footer", events=workshop.events, head=workshop.head)
    last = (policy, footer) if workshop.decisions else (footer,)
    return Document(workshop.opened.title, language, (), (*sections, *details), last)


class _Round(NamedTuple):
    """One round: what is read, and the long tables that stand last."""

    title: str
    sections: tuple[Section, ...]
    details: tuple[Block, ...]


def round_sections(
    workshop: Workshop, rulebook: Rulebook, number: int, language: Language
) -> list[Section]:
    """One round as it is revealed to those who are there: by name, the tables at their place.

    Args:
        workshop: Where it stands.
        rulebook: The catalog and rules that it keeps.
        number: Which round.
        language: `sv` or `en`.
    """
    found = _round(workshop, rulebook, number, language, with_names=True)
    title = say(language, "workshop.details-here", round=number)
    return [*found.sections, Section(f"details-{number}", title, found.details)]


def _round(
    workshop: Workshop, rulebook: Rulebook, number: int, language: Language, with_names: bool
) -> _Round:
    now = workshop.rounds[number - 1]
    scores = Scores(now, rulebook)
    sections = [round_section(scores, workshop, language, _figures(scores, workshop, language))]
    title = say(language, "workshop.details", round=number)
    if now.revealed is None:
        return _Round(title, tuple(sections), ())
    details = list(differences(scores, language, with_names))
    if number > 1:
        earlier = workshop.rounds[number - 2]
        before = Scores(earlier, rulebook)
        moved = moved_between(workshop, rulebook, earlier, now)
        change = (agreement(before, moved.both), agreement(scores, moved.both))
        figures = (change_table(*change, language),) if moved.both else ()
        sections.append(moves_section(moved, (before, scores), language, figures))
        if moved.rows:
            details.append(moves_table(moved, language, with_names))
    return _Round(title, tuple(sections), tuple(details))


def _figures(scores: Scores, workshop: Workshop, language: Language) -> tuple[Block, ...]:
    """How far the raters agree, and whether ticks or judgement part them."""
    if scores.round.revealed is None or not scores.agreement_in_all().pairs:
        return ()
    policy = policy_of(workshop, scores.rulebook, scores.round.number)
    told = agreement_table(agreement(scores), language)
    return told, split_table(evidence(scores, policy), language)
