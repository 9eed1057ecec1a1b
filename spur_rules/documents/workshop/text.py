"""What the steps of a workshop say on the screen."""

from __future__ import annotations

from collections.abc import Sequence

from ...texts import Language, say
from ...workshops.expecting import awaited
from ...workshops.readings import policy_text
from ...workshops.workshop import Phase, Workshop
from ..plain import as_plain
from ..wrapping import wrapped
from .sections import about_section, decisions_section, said_section
from .words import command_line, counted, decision_words, named


def cases_text(cases: Sequence[str], language: Language, width: int) -> str:
    """Which cases there are."""
    names = named(cases, language)
    return wrapped(say(language, "workshop.about.cases", len(cases), cases=names), width, "", 0)


def begun_text(workshop: Workshop, file: str, language: Language) -> str:
    """A round has begun: what raters do now."""
    begun = say(language, "workshop.begun", round=len(workshop.rounds))
    checklist = f"{workshop.case_ids[0]}.yaml"
    command = command_line("workshop", "hand-in", file, checklist, "--rater", "R1")
    return f"{begun}\n{say(language, 'workshop.next', command=command)}\n"


def status_text(workshop: Workshop, language: Language, width: int) -> str:
    """Where a workshop stands; of an open round only counts."""
    lines = [workshop.opened.title, *_phase(workshop, language)]
    sections = [about_section(workshop, language)]
    if workshop.said:
        sections.append(said_section(workshop, language))
    if workshop.decisions:
        sections.append(decisions_section(workshop, language))
    return "\n".join(lines) + "\n\n" + as_plain(sections, language, width)


def _phase(workshop: Workshop, language: Language) -> list[str]:
    number, phase = len(workshop.rounds), workshop.phase
    lines = [say(language, f"workshop.phase.{phase}", round=number)]
    if phase is Phase.SCORING:
        lines += _counts(workshop, language)
    return lines


def _counts(workshop: Workshop, language: Language) -> list[str]:
    """Who has handed in how many cases: nothing of what stands in them."""
    now, all = workshop.rounds[-1], len(workshop.cases)
    if not now.handed_in:
        return [say(language, "workshop.nobody")]
    lines = [counted(workshop, language)]
    for rater in awaited(workshop):
        done = sum(of == rater for _, of in now.handed_in)
        lines.append(say(language, "workshop.by-rater", rater=rater, done=done, all=all))
    return lines


def decided_text(before: Workshop, after: Workshop, language: Language) -> str:
    """What was decided, and the reading that comes of it."""
    decided = after.decisions[-1].decided
    what = decision_words(decided, language)
    lines = [say(language, "workshop.decided", what=what)]
    if len(after.standing) == len(before.standing):
        lines.append(say(language, "workshop.replaces"))
    lines.append(say(language, "workshop.reading-now", policy=policy_text(after)))
    return "\n".join(lines) + "\n"
