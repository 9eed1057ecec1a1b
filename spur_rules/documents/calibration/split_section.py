"""Evidence and judgement, told apart, as a section of the report."""

from __future__ import annotations

from collections.abc import Iterator

from ...calibration.split.split import Judgement, ReadingOfGrade, SplitKind, SplitRow
from ..blocks import Block, Paragraph, Section, Table, Whiskers
from ..readings_text import values_text
from .words import CalibrationWords

#: More judgements than these are folded.
_FEW = 8


def found_sentence(words: CalibrationWords) -> str:
    """The main finding in one sentence.

    Args:
        words: The calibration and its language.
    """
    overall = words.found.split.overall
    if not overall.pairs:
        return words.say("found-none")
    if not overall.different:
        return words.say("found-same", overall.pairs)
    causes = [
        words.say(f"cause.{kind.value}", pairs=words.pairs(overall.numbers[kind]))
        for kind in _DIFFERENT
        if overall.numbers[kind]
    ]
    pairs = words.pairs(overall.pairs)
    causes_text = words.phrasing.listing(causes)
    return words.say("found", different=overall.different, pairs=pairs, causes=causes_text)


_DIFFERENT = (
    SplitKind.EXPLAINED,
    SplitKind.JUDGEMENT,
    SplitKind.UNEXPLAINED,
    SplitKind.OPEN,
)


def split_section(words: CalibrationWords) -> Section:
    """The kinds of pairs with their shares, by domain, and the judgements case by case.

    Args:
        words: The calibration and its language.
    """
    return Section("split", words.say("split"), tuple(_blocks(words)))


def _blocks(words: CalibrationWords) -> Iterator[Block]:
    split = words.found.split
    yield Paragraph(words.say("split-about"))
    yield _picture(words)
    if split.overall.by_rules.value is not None:
        yield Paragraph(words.say("by-rules", share=words.share(split.overall.by_rules)))
    yield from _how_many_it_takes(words)
    yield _numbers(words)
    yield _shares(words)
    if split.judgements:
        yield _judgements(words)


def _picture(words: CalibrationWords) -> Whiskers:
    overall = words.found.split.overall
    rows = tuple(words.whisker(_kind(words, kind), overall.shares[kind]) for kind in SplitKind)
    axis = words.say("split-axis")
    about = words.about_whiskers(rows)
    return Whiskers(words.say("split-shares"), about, axis, (0.0, 1.0), rows, is_share=True)


def _kind(words: CalibrationWords, kind: SplitKind) -> str:
    return words.say(f"kind.{kind.value}")


def _how_many_it_takes(words: CalibrationWords) -> Iterator[Block]:
    settling, judging = words.found.split.settling, words.found.split.judging
    of_rows = {
        "by-row": settling.by_one_row,
        "by-two": settling.by_two_rows,
        "by-rows": settling.by_more_rows,
    }
    of_readings = {
        "by-reading": judging.by_one_parameter,
        "by-readings": judging.by_readings,
        "by-none": judging.by_none,
    }
    if settling.explained:
        told = _summed(words, "settling", of_rows)
        by_tick = settling.by_one_tick
        yield Paragraph(told + (" " + words.say("by-tick", by_tick) if by_tick else ""))
    if judging.judgements:
        yield Paragraph(_summed(words, "judging", of_readings))


def _summed(words: CalibrationWords, key: str, numbers: dict[str, int]) -> str:
    """How many pairs there are, and what of them; what there is none of is left out."""
    told = [words.say(name, number) for name, number in numbers.items() if number]
    pairs = words.pairs(sum(numbers.values()))
    return words.say(key, pairs=pairs, points=words.phrasing.listing(told))


def _all(words: CalibrationWords) -> list[tuple[str, SplitRow]]:
    split = words.found.split
    named = [(words.domain(row.domain or ""), row) for row in split.domains]
    return [(words.say("domains-all"), split.overall), *named]


def _numbers(words: CalibrationWords) -> Table:
    heads = (*words.heads("domain", "n-pairs"), *(_kind(words, kind) for kind in SplitKind))
    rows = tuple(
        (name, str(row.pairs), *(str(row.numbers[kind]) for kind in SplitKind))
        for name, row in _all(words)
    )
    return Table(words.say("split-domains"), heads, rows, _numeric(heads), is_folded=True)


def _shares(words: CalibrationWords) -> Table:
    heads = (words.say("domain"), *(_kind(words, kind) for kind in SplitKind))
    rows = tuple(
        (name, *(words.share(row.shares[kind]) for kind in SplitKind)) for name, row in _all(words)
    )
    return Table(words.say("split-domain-shares"), heads, rows, _numeric(heads), is_folded=True)


def _numeric(heads: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(range(1, len(heads)))


def _judgements(words: CalibrationWords) -> Table:
    found = words.found.split.judgements
    heads = words.heads("case", "domain", "grades", "by-rules-grade", "follows")
    rows = tuple(_judgement(words, judgement) for judgement in found)
    is_many = len(found) > _FEW
    caption = words.say("judgements" if is_many else "judgements-few")
    return Table(caption, heads, rows, is_folded=True)


def _judgement(words: CalibrationWords, judgement: Judgement) -> tuple[str, ...]:
    named = zip(judgement.grades, judgement.raters, strict=True)
    grades = [words.say("by-grade", grade=g, raters=", ".join(names)) for g, names in named]
    worst, best = judgement.suggested
    by_rules = best if worst == best else words.phrasing.say("range", best=best, worst=worst)
    read = zip(judgement.grades, judgement.readings, strict=True)
    follows = [_follows(words, grade, readings) for grade, readings in read]
    return judgement.case, judgement.domain, "; ".join(grades), by_rules, "; ".join(follows)


def _follows(words: CalibrationWords, grade: str, readings: tuple[ReadingOfGrade, ...]) -> str:
    if not readings:
        return words.say("follows-from-none", grade=grade)
    told = [_reading(words, reading) for reading in readings]
    return words.say("follows-from", grade=grade, readings=words.phrasing.listing(told, "or"))


def _reading(words: CalibrationWords, reading: ReadingOfGrade) -> str:
    if reading.parameter is None or reading.values is None:
        return words.say("profile", profile=reading.profile)
    values = values_text(words.phrasing, reading.values, reading.parameter)
    return words.say("value", parameter=reading.parameter, values=values)
