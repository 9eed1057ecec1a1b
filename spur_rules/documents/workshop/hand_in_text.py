"""What is said of checklists that come in, that are taken back, and that are missing."""

from __future__ import annotations

from collections.abc import Sequence

from ...rulebook import Rulebook
from ...texts import Language, listing, say
from ...workshops.events import HandedIn, Withdrawn
from ...workshops.expecting import missing
from ...workshops.hand_in_checks import Odd, Oddity, assessed
from ...workshops.workshop import Workshop
from ..wrapping import wrapped
from .words import command_line, counted


def handed_in_text(
    made: Sequence[HandedIn],
    odd: Sequence[Oddity],
    steps: tuple[Workshop, Workshop],
    rulebook: Rulebook,
    language: Language,
) -> str:
    """What was taken in, what it took the place of, and what does not look right.

    Args:
        made: What was handed in.
        odd: What to look at in it.
        steps: Where the workshop stood, and where it stands.
        rulebook: The domains and their scales.
        language: `sv` or `en`.
    """
    before, after = steps
    lines = []
    for one in made:
        again = (one.case, one.rater) in before.rounds[-1].handed_in
        counts = {
            "grades": say(language, "workshop.grades", len(one.given)),
            "rows": say(language, "workshop.rows", assessed(one)),
        }
        key = "workshop.in-again" if again else "workshop.in"
        lines.append(say(language, key, None, rater=one.rater, case=one.case, **counts))
    given = {(one.rater, one.case): one.given for one in made}
    for row in odd:
        grade = given[row.rater, row.case][row.more] if row.kind is Odd.OFF_SCALE else ""
        lines.append(oddity_words(row, grade, rulebook, language))
    close = {row.rater for row in odd if row.kind in (Odd.CLOSE_NAME, Odd.NOT_NAMED)}
    lines += [
        say(language, "workshop.new-rater", rater=rater)
        for rater in dict.fromkeys(one.rater for one in made)
        if len(before.rounds) > 1 and rater not in before.rounds[-2].raters and rater not in close
    ]
    lines.append(counted(after, language))
    return "\n".join(lines) + "\n"


def oddity_words(row: Oddity, grade: str, rulebook: Rulebook, language: Language) -> str:
    """One thing to look at, as a sentence."""
    values = {"rater": row.rater, "case": row.case, "more": row.more}
    if row.kind is Odd.OFF_SCALE:
        scale = ", ".join(step.grade for step in rulebook.domain(row.more).domain.scale)
        values |= {"grade": grade, "scale": scale}
    return say(language, f"workshop.odd.{row.kind}", None, **values)


def withdrawn_text(withdrawn: Sequence[Withdrawn], after: Workshop, language: Language) -> str:
    """What was taken back, and what is left."""
    lines = [
        say(language, "workshop.withdrawn", None, rater=one.rater, case=one.case)
        for one in withdrawn
    ]
    return "\n".join([*lines, counted(after, language)]) + "\n"


def missing_text(workshop: Workshop, file: str, language: Language, width: int) -> str:
    """What the open round lacks, and how it is revealed even so."""
    found = missing(workshop)
    parts = [
        say(language, "workshop.missing.row", None, rater=rater, cases=listing(language, cases))
        if len(cases) < len(workshop.cases)
        else say(language, "workshop.missing.all", None, rater=rater)
        for rater, cases in found.by_rater
    ]
    if found.nameless:
        parts.append(say(language, "workshop.missing.nameless", found.nameless))
    told = say(language, "workshop.missing", None, rows="; ".join(parts))
    command = command_line("workshop", "reveal", file, "--even-so")
    asked = say(language, "workshop.missing.even-so", None, command=command)
    return f"{counted(workshop, language)}\n{wrapped(told, width, '', 0)}\n{asked}\n"
