"""What to talk about: the rows and readings that would make most pairs of raters agree."""

from __future__ import annotations

from collections.abc import Iterator

from ...calibration.split.split import Side, TalkingPoint, TopicKind
from ...vocabulary import Grade, Norm
from ..blocks import Block, Paragraph, Point, Points, Section, Table
from .judged_section import why_no_criterion
from .words import CalibrationWords

#: A row's text is its heading where it is no longer; else it is cut there and quoted in full.
_LONGEST_TITLE = 100
#: The parameters of the shipped rules, whose questions are put in words; others by their meaning.
_IN_WORDS = (
    "enstaka_undantag.högst",
    "enstaka_undantag.minsta_andel",
    "väsentliga_delar.minsta_andel",
    "delvis.allmänt_råd",
    "delvis.kvalitetsindikator",
)


def talk_section(words: CalibrationWords) -> Section:
    """The list to talk through, and what it was taken from.

    Raters are counted in the list and named in a folded table: the list is read together.

    Args:
        words: The calibration and its language.
    """
    return Section("talk", words.say("talk"), tuple(_blocks(words)))


def _blocks(words: CalibrationWords) -> Iterator[Block]:
    split = words.found.split
    if split.talk_about:
        yield Paragraph(words.say("talk-about"))
        yield Points(tuple(_point(words, point) for point in split.talk_about))
        if split.more_to_talk_about:
            yield Paragraph(words.say("talk-more", split.more_to_talk_about))
        yield _stands(words)
    else:
        yield Paragraph(words.say("talk-none"))
    if split.rows:
        yield _rows(words)
    if split.parameters:
        yield _readings(words)


def _point(words: CalibrationWords, point: TalkingPoint) -> Point:
    told = (each(words, point) for each in (_sides, _question, _settles, _also))
    text = _row_text(words, point)
    title = _title(words, point)
    if _is_at_the_border_of_d(words, point):
        title = words.say("talk-at-d", title=title)
    return Point(title, tuple(filter(None, told)), text if text and text != _cut(text) else "")


def _title(words: CalibrationWords, point: TalkingPoint) -> str:
    if point.topic is None:
        kind = "gap" if point.no_criterion else "grade"
        return words.say(f"talk-title.{kind}", domain=words.domain(point.domain))
    if point.kind is TopicKind.ROW:
        return words.say(
            "talk-title.row", row=point.topic, text=_cut(_row_text(words, point)).rstrip(".")
        )
    topic = _in_words(words, "topic", point.topic)
    return words.say("talk-title.parameter", topic=topic, domain=point.domain)


def _in_words(words: CalibrationWords, key: str, parameter: str) -> str:
    """A parameter as a question, or as what something may depend on."""
    if parameter in _IN_WORDS:
        return words.say(f"{key}.{parameter}")
    meanings = {p.name: p.meaning for p in words.found.panel.rulebook.ruleset.parameters}
    meaning = meanings[parameter].in_language(words.language)
    return meaning if key == "depends" else _capital(meaning)


def _row_text(words: CalibrationWords, point: TalkingPoint) -> str:
    if point.kind is not TopicKind.ROW or point.topic is None:
        return ""
    return " ".join(words.found.panel.rulebook.indicators[point.topic].text.split())


def _cut(text: str) -> str:
    """At the end of a word."""
    if len(text) <= _LONGEST_TITLE:
        return text
    return text[: _LONGEST_TITLE + 1].rpartition(" ")[0].rstrip(",;:") + " …"


def _sides(words: CalibrationWords, point: TalkingPoint) -> str:
    """How many stand where in the case, by tick or by grade; nothing where it is not known."""
    told = []
    for at, side in enumerate(point.sides):
        number = len(side.raters)
        raters = str(number) if at else words.say("raters", number)
        told.append(words.say("side", answer=_answer(words, side), raters=raters))
    return words.say("sides", case=point.case, sides=" ".join(told)) if told else ""


def _answer(words: CalibrationWords, side: Side) -> str:
    """A grade is called one: a letter alone may be a domain's."""
    if side.answer in Grade.__members__:
        return words.say("grade", letter=side.answer)
    return _capital(words.category(side.answer))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _question(words: CalibrationWords, point: TalkingPoint) -> str:
    if point.no_criterion:
        return words.say("talk-question.gap", because=why_no_criterion(words, point.no_criterion))
    if point.kind is not TopicKind.PARAMETER:
        return words.say(f"talk-question.{point.kind.value}")
    printed = {p.name: p.printed for p in words.found.panel.rulebook.ruleset.parameters}
    text = printed[point.topic or ""]
    return words.say("talk-printed", text=text) if text else words.say("talk-not-printed")


def _settles(words: CalibrationWords, point: TalkingPoint) -> str:
    """How many pairs hang on it in the case, and in all: a reading also in the other domains."""
    of = "of-grade" if point.kind is TopicKind.GRADE else "settles"
    here = words.pairs(point.here)
    if point.here == point.in_all:
        return words.say(f"{of}-here", here=here)
    key = f"{of}-everywhere" if point.kind is TopicKind.PARAMETER else of
    return words.say(key, here=here, all=point.in_all, domain=point.domain, case=point.case)


def _also(words: CalibrationWords, point: TalkingPoint) -> str:
    """The other readings that some of the same pairs may hang on."""
    if not point.also:
        return ""
    others = [_in_words(words, "depends", name) for name in point.also]
    return words.say("also", parameters="; ".join(others))


def _is_at_the_border_of_d(words: CalibrationWords, point: TalkingPoint) -> bool:
    """Whether it parts raters who gave D in the case from others who did not.

    Only a föreskrift can have put a row's sides on either side of D; of a reading nothing is said.
    """
    if point.kind is TopicKind.PARAMETER:
        return False
    if point.kind is TopicKind.GRADE:
        answers = {side.answer == Grade.D.value for side in point.sides}
        return len(answers) > 1
    panel = words.found.panel
    if panel.rulebook.indicators[point.topic or ""].norm is not Norm.FORESKRIFT:
        return False
    gave = panel.gave(point.case, point.domain)
    sides = [{gave.get(rater) is Grade.D for rater in side.raters} for side in point.sides]
    return len(set().union(*sides)) > 1


def _stands(words: CalibrationWords) -> Table:
    """Who stands where, by name."""
    heads = words.heads("point", "case", "answer", "who")
    rows = tuple(
        (str(number), point.case, _answer(words, side), ", ".join(side.raters))
        for number, point in enumerate(words.found.split.talk_about, 1)
        for side in point.sides
    )
    return Table(words.say("stands"), heads, rows, is_folded=True)


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
