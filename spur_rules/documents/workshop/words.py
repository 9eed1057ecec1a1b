"""What workshops, their decisions and their counts are called in a sentence."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable, Sequence

from ...texts import Language, listing, say, status_word
from ...vocabulary import Grade, Status
from ...workshops.events import IndicatorDecided, ParameterDecided
from ...workshops.expecting import awaited_checklists, is_foreseen
from ...workshops.moves import Direction, Moves, TickMove, Why
from ...workshops.scores import Pairs
from ...workshops.workshop import Workshop


def decision_words(decided: ParameterDecided | IndicatorDecided, language: Language) -> str:
    """What was decided, with its reason."""
    if isinstance(decided, IndicatorDecided):
        what = say(
            language, "workshop.indicator", indicator=decided.indicator, text=end(decided.text)
        )
    else:
        where = (
            say(language, "workshop.in-domain", domain=decided.domain)
            if decided.domain
            else say(language, "workshop.everywhere")
        )
        what = say(
            language,
            "workshop.parameter",
            parameter=decided.parameter,
            value=decided.value,
            where=where,
        )
    if decided.because is None:
        return what
    return say(language, "workshop.because", what=what, because=end(decided.because))


def end(text: str) -> str:
    """Without the full stop that the sentence around it has."""
    return text.removesuffix(".")


def share(pairs: Pairs, language: Language) -> str:
    """How many of how many, and in per cent.

    >>> share(Pairs(3, 2), "sv")
    '2 av 3 (67 %)'
    """
    in_hundred = percent(pairs)
    return say(language, "workshop.share", same=pairs.same, pairs=pairs.pairs, share=in_hundred)


def percent(pairs: Pairs) -> str:
    """A share in per cent, halves upward; nothing where there are no pairs."""
    return str((200 * pairs.same + pairs.pairs) // (2 * pairs.pairs)) if pairs.pairs else ""


def by_value(
    values: Iterable[tuple[Grade | Status, Sequence[str]]],
    language: Language,
    with_names: bool = True,
    most: int = 12,
) -> str:
    """Who has which grade or status; without names, and beyond so many raters, how many.

    >>> by_value([(Grade.A, ("R1",)), (Grade.B, ("R2", "R3"))], "sv")
    'A: R1; B: R2, R3'
    >>> by_value([(Grade.A, ("R1",)), (Grade.B, ("R2", "R3"))], "sv", with_names=False)
    'A: 1; B: 2'
    """
    parts = []
    for value, raters in values:
        word = status_word(language, value) if isinstance(value, Status) else value
        is_told = with_names and len(raters) <= most
        who = ", ".join(raters) if is_told else str(len(raters))
        parts.append(f"{word}: {who}")
    return "; ".join(parts)


def directions(moved: Moves, language: Language) -> str:
    """How many moved which way; what did not happen is left out."""
    counted = [(kind, moved.count(kind)) for kind in Direction]
    return listing(
        language,
        [say(language, f"workshop.directions.{kind}", None, number=n) for kind, n in counted if n],
    )


def reasons(moved: Moves, language: Language) -> str:
    """How many moved for which reason; what did not happen is left out."""
    counted = [(kind, moved.count(kind)) for kind in Why]
    return listing(
        language,
        [say(language, f"workshop.reasons.{kind}", None, number=n) for kind, n in counted if n],
    )


def tick_moves(ticks: Sequence[TickMove], language: Language) -> str:
    """Which rows were ticked otherwise, and how."""
    rows = []
    for row in ticks:
        before, after = (status_word(language, s) for s in (row.before, row.after))
        move = {"indicator": row.indicator, "before": before, "after": after}
        rows.append(say(language, "workshop.tick-move", None, **move))
    return "; ".join(rows)


def command_line(*words: str) -> str:
    """A command of this program as it can be typed: what a shell would take apart is quoted.

    >>> command_line("workshop", "round", "höst 2026.spur")
    "spur-rules workshop round 'höst 2026.spur'"
    """
    typed = (word if re.fullmatch(r"[\w./:=,@%+-]+", word) else shlex.quote(word) for word in words)
    return " ".join(("spur-rules", *typed))


def counted(workshop: Workshop, language: Language) -> str:
    """How many checklists of the last round are in: of all where that is known, else from whom."""
    now = workshop.rounds[-1]
    done = len(now.handed_in)
    if is_foreseen(workshop):
        all = awaited_checklists(workshop)
        return say(language, "workshop.counted", round=now.number, done=done, all=all)
    return say(
        language,
        "workshop.counted-so-far",
        round=now.number,
        checklists=say(language, "workshop.checklists", done),
        raters=say(language, "workshop.raters", len(now.raters)),
    )


def when(at: str) -> str:
    """A time as it is read: the day and the minute.

    >>> when("2026-03-02T09:00:00Z")
    '2026-03-02 09:00'
    """
    return at[:16].replace("T", " ")


def named(names: Sequence[str], language: Language, most: int = 12) -> str:
    """Names in a row; beyond so many the rest is left out."""
    return listing(language, names) if len(names) <= most else f"{', '.join(names[:most])} …"
