"""One pair of raters in words: what parts them, and what would bring them together."""

from __future__ import annotations

from collections.abc import Iterator

from ...calibration.split.split import (
    OwnGrade,
    PairExplained,
    ReadingOfGrade,
    SplitKind,
    TickDifference,
)
from ...texts import status_word
from ..phrasing import Phrasing
from ..readings_text import values_text
from ..wrapping import wrapped


def pair_text(pair: PairExplained, words: Phrasing, width: int = 80) -> str:
    """Two raters, told apart: their ticks row by row, the rules' grades, what each reads.

    Args:
        pair: What `explain_pair` returned.
        words: The rulebook in a language.
        width: Columns to stay within.
    """
    title = words.say(
        "pair.title",
        first=pair.first.rater,
        second=pair.second.rater,
        case=pair.case,
        domain=pair.domain,
    )
    told = [words.say(_kind(pair)), _own(words, pair.first), _own(words, pair.second)]
    blocks = [
        wrapped(title, width, "", 0),
        _lines(told, width),
        "\n".join(wrapped(_tick(words, pair, tick), width, "  ", 4) for tick in pair.ticks),
        _lines(_settled(words, pair), width),
        _lines(_read(words, pair), width),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _kind(pair: PairExplained) -> str:
    """The sentence of the kind; where the ticks are the same but say nothing, one of its own."""
    if pair.nothing_ticked:
        return "pair.nothing-ticked"
    if pair.kind is SplitKind.OPEN and not pair.ticks:
        return "pair.same-but-open"
    return f"pair.kind.{pair.kind}"


def _lines(sentences: list[str], width: int) -> str:
    return "\n".join(wrapped(sentence, width, "", 0) for sentence in sentences)


def _own(words: Phrasing, own: OwnGrade) -> str:
    suggested = words.graded(own.worst, own.best)
    key = "follows" if own.follows else "departs" if own.departs else "open"
    return words.say(f"pair.{key}", rater=own.rater, given=own.given, suggested=suggested)


def _tick(words: Phrasing, pair: PairExplained, tick: TickDifference) -> str:
    return words.say(
        "pair.tick",
        indicator=tick.indicator,
        norm=words.rulebook.indicators[tick.indicator].norm.value,
        first=pair.first.rater,
        first_tick=_status(words, tick.first),
        second=pair.second.rater,
        second_tick=_status(words, tick.second),
    )


def _status(words: Phrasing, tick: str | None) -> str:
    return status_word(words.language, tick) if tick else words.say("pair.not-in-use")


def _settled(words: Phrasing, pair: PairExplained) -> list[str]:
    """Which row would settle it, where the rules give each another grade."""
    both = pair.first, pair.second
    if not pair.ticks or any(own.worst is not own.best for own in both):
        return []
    if pair.first.worst is pair.second.worst:
        return []
    surely = [tick.indicator for tick in pair.ticks if tick.with_first and tick.with_second]
    if surely:
        indicators = words.listing(surely, "or")
        return [words.say("pair.settled-by", count=len(surely), indicators=indicators)]
    told = [sentence for tick in pair.ticks for sentence in _one_way(words, tick)]
    return told or [words.say("pair.settled-by-none")]


def _one_way(words: Phrasing, tick: TickDifference) -> Iterator[str]:
    for status, is_same in ((tick.first, tick.with_first), (tick.second, tick.with_second)):
        if is_same:
            word = _status(words, status)
            yield words.say("pair.settled-as", indicator=tick.indicator, status=word)


def _read(words: Phrasing, pair: PairExplained) -> list[str]:
    """By which readings each grade follows: where the same ticks were judged apart."""
    if pair.kind is not SplitKind.JUDGEMENT:
        return []
    return [_follows(words, own) for own in (pair.first, pair.second)]


def _follows(words: Phrasing, own: OwnGrade) -> str:
    if own.no_criterion:
        return _defended(words, own, own.no_criterion)
    if not own.readings:
        return words.say("pair.follows-from-none", grade=own.given)
    readings = words.listing([*_readings(words, own.readings)], "or")
    return words.say("pair.follows-from", grade=own.given, readings=readings)


def _defended(words: Phrasing, own: OwnGrade, rule: str) -> str:
    rules = words.rulebook.ruleset.rules
    because = next(found.because for found in rules if found.id == rule)
    told = because.in_language(words.language)
    return words.say("pair.no-criterion", grade=own.given, because=told)


def _readings(words: Phrasing, found: tuple[ReadingOfGrade, ...]) -> Iterator[str]:
    profiles = [reading.profile for reading in found if reading.profile]
    if profiles:
        yield words.say("pair.profile", profiles=words.listing(profiles, "or"))
    for _, parameter, values in found:
        if parameter and values:
            told = values_text(words, values, parameter)
            yield words.say("pair.value", parameter=parameter, values=told)
