"""What to talk about: the rows and readings that would make most pairs of raters agree."""

from __future__ import annotations

from collections.abc import Iterator

from ...calibration.split.split import TalkingPoint, TopicKind
from ..blocks import Block, Listing, Paragraph, Section, Table
from .judged_section import why_no_criterion
from .words import CalibrationWords

#: More raters than these on one side are counted, not named.
_MOST_NAMES = 8


def talk_section(words: CalibrationWords) -> Section:
    """The list to talk through, and what it was taken from.

    Args:
        words: The calibration and its language.
    """
    return Section("talk", words.say("talk"), tuple(_blocks(words)))


def _blocks(words: CalibrationWords) -> Iterator[Block]:
    split = words.found.split
    if split.talk_about:
        yield Paragraph(words.say("talk-about"))
        items = tuple(_point(words, point) for point in split.talk_about)
        quotes = tuple(_quote(words, point) for point in split.talk_about)
        yield Listing(items, is_numbered=True, quotes=quotes)
    else:
        yield Paragraph(words.say("talk-none"))
    if split.rows:
        yield _rows(words)
    if split.parameters:
        yield _readings(words)


def _point(words: CalibrationWords, point: TalkingPoint) -> str:
    here, all = words.pairs(point.here), words.pairs(point.in_all)
    key = "settles-here" if point.here == point.in_all else "settles"
    norm = ""
    if point.kind is TopicKind.ROW and point.topic is not None:
        norm = words.found.panel.rulebook.indicators[point.topic].norm.value
    meanings = {p.name: p.meaning for p in words.found.panel.rulebook.ruleset.parameters}
    meaning = meanings.get(point.topic or "")
    gap = point.no_criterion
    told = words.say(
        "talk.gap" if gap else f"talk.{point.kind.value}",
        because=why_no_criterion(words, gap) if gap else "",
        meaning=meaning.in_language(words.language) if meaning else "",
        topic=point.topic,
        norm=norm,
        domain=point.domain,
        case=point.case,
        pairs=all,
        sides=_sides(words, point),
        settles=words.say(key, here=here, all=all),
    )
    return f"{told} {_also(words, point)}".rstrip()


def _also(words: CalibrationWords, point: TalkingPoint) -> str:
    """The other readings that some of the same pairs may hang on."""
    if not point.also:
        return ""
    return words.say("also", parameters=words.phrasing.listing(point.also, "or"))


def _sides(words: CalibrationWords, point: TalkingPoint) -> str:
    """Who stands where in the case: by tick or by grade; nothing where it is not known."""
    told = [
        words.say("side", answer=words.category(side.answer), raters=_names(words, side.raters))
        for side in point.sides
    ]
    return words.say("sides", case=point.case, sides=", ".join(told)) if told else ""


def _names(words: CalibrationWords, raters: tuple[str, ...]) -> str:
    """Many names are a number."""
    return ", ".join(raters) if len(raters) <= _MOST_NAMES else words.say("raters", len(raters))


def _quote(words: CalibrationWords, point: TalkingPoint) -> str:
    """The row's text, or the printed words that the parameter reads."""
    rulebook = words.found.panel.rulebook
    if point.kind is TopicKind.ROW and point.topic is not None:
        return rulebook.indicators[point.topic].text
    printed = {p.name: p.printed for p in rulebook.ruleset.parameters}
    return (
        words.say("quoted", text=printed[name]) if (name := point.topic) and printed[name] else ""
    )


def _rows(words: CalibrationWords) -> Table:
    heads = words.heads("row", "norm", "differing", "settled", "possibly")
    indicators = words.found.panel.rulebook.indicators
    rows = tuple(
        (
            row.indicator,
            indicators[row.indicator].norm.value,
            *map(str, (row.differing, row.settled, row.possibly)),
        )
        for row in words.found.split.rows
    )
    return Table(words.say("rows"), heads, rows, (2, 3, 4), is_folded=True)


def _readings(words: CalibrationWords) -> Table:
    heads = words.heads("reading", "domain", "brought")
    rows = tuple(
        (row.parameter, row.domain or words.say("every-domain"), str(row.settled))
        for row in words.found.split.parameters
    )
    return Table(words.say("readings"), heads, rows, (2,), is_folded=True)
