"""Same ticks, other grades: what each difference hangs on, in words, and every reading, folded."""

from __future__ import annotations

from collections.abc import Iterator

from ...calibration.split.split import Judgement, ReadingOfGrade, Stands
from ..blocks import Block, Paragraph, Table
from ..readings_text import values_text
from .words import CalibrationWords

#: More judgements than these are folded.
_FEW = 8
#: More rows that are not assessed are counted, not named.
_MOST_ROWS = 4


def judged_blocks(words: CalibrationWords) -> Iterator[Block]:
    """How many pairs with the same ticks some reading explains, in short sentences.

    Args:
        words: The calibration and its language.
    """
    judging = words.found.split.judging
    told = {
        "by-reading": judging.by_one_parameter,
        "by-readings": judging.by_readings,
        "by-gap": judging.no_criterion,
        "by-none": judging.by_none,
    }
    sentences = [words.say(key, number) for key, number in told.items() if number]
    if judging.judgements:
        first = words.say("judging", pairs=words.pairs(judging.judgements))
        yield Paragraph(" ".join([first, *sentences]))
    if judging.may_follow:
        yield Paragraph(words.say("may-follow", judging.may_follow))


def judgement_tables(words: CalibrationWords) -> Iterator[Table]:
    """The judgements case by case in words, and folded the readings by their parameters' names.

    Args:
        words: The calibration and its language.
    """
    found = words.found.split.judgements
    if not found:
        return
    heads = words.heads("case", "domain", "grades", "by-rules-grade", "hangs-on")
    rows = tuple(_judgement(words, judgement) for judgement in found)
    is_many = len(found) > _FEW
    caption = words.say("judgements" if is_many else "judgements-few")
    yield Table(caption, heads, rows, is_folded=is_many)
    readings = tuple(row for judgement in found for row in _readings(words, judgement))
    if readings:
        heads = words.heads("case", "domain", "given-grade", "reading", "values")
        yield Table(words.say("readings-of-grades"), heads, readings, is_folded=True)


def why_no_criterion(words: CalibrationWords, rule: str) -> str:
    """What a rule says of the ticks.

    Args:
        words: The calibration and its language.
        rule: The rule whose caveat says that no printed criterion fits.
    """
    rules = words.found.panel.rulebook.ruleset.rules
    because = next(found.because for found in rules if found.id == rule)
    return because.in_language(words.language)


def _judgement(words: CalibrationWords, judgement: Judgement) -> tuple[str, ...]:
    named = zip(judgement.grades, judgement.raters, strict=True)
    grades = [words.say("by-grade", grade=g, raters=", ".join(names)) for g, names in named]
    hangs_on = " ".join(_hangs_on(words, judgement))
    return judgement.case, judgement.domain, "; ".join(grades), _range(words, judgement), hangs_on


def _range(words: CalibrationWords, judgement: Judgement) -> str:
    worst, best = judgement.suggested
    return best if worst == best else words.phrasing.say("range", best=best, worst=worst)


def _hangs_on(words: CalibrationWords, judgement: Judgement) -> Iterator[str]:
    """A sentence for all grades in the range, for those that can be defended, and for each else."""
    in_range = _grades(judgement, Stands.MAY_FOLLOW)
    if in_range:
        unknown = judgement.unknown
        named = words.phrasing.listing(unknown)
        rows = named if len(unknown) <= _MOST_ROWS else words.say("many-rows", count=len(unknown))
        grades, range_ = words.phrasing.listing(in_range), _range(words, judgement)
        yield words.say("in-range", len(unknown), grades=grades, range=range_, rows=rows)
    if _grades(judgement, Stands.NO_CRITERION) and judgement.no_criterion:
        because = why_no_criterion(words, judgement.no_criterion)
        grades = words.phrasing.listing(_defended(words, judgement))
        yield words.say("no-criterion", because=because, grades=grades)
    columns = zip(judgement.grades, judgement.stands, judgement.readings, strict=True)
    for grade, stands, readings in columns:
        if stands in (Stands.FOLLOWS, Stands.DEPARTS):
            yield _follows(words, grade, stands, readings)


def _grades(judgement: Judgement, stands: Stands) -> list[str]:
    named = zip(judgement.grades, judgement.stands, strict=True)
    return [grade for grade, own in named if own is stands]


def _defended(words: CalibrationWords, judgement: Judgement) -> list[str]:
    """The grade by the rules and the next below, as in `gaps`."""
    grades = words.found.panel.rulebook.domain(judgement.domain).domain.grades
    scale = [grade.value for grade in grades]
    at = scale.index(judgement.suggested[0])
    return scale[at : at + 2]


def _follows(
    words: CalibrationWords, grade: str, stands: Stands, readings: tuple[ReadingOfGrade, ...]
) -> str:
    profiles = [reading.profile for reading in readings if reading.profile]
    if profiles:
        named = words.phrasing.listing(profiles)
        return words.say("follows-under", len(profiles), grade=grade, profiles=named)
    if stands is Stands.FOLLOWS:
        return words.say("follows-now", grade=grade)
    if not readings:
        return words.say("follows-not", grade=grade)
    read = list(dict.fromkeys(_words(words, reading.parameter or "") for reading in readings))
    return words.say("follows-if", grade=grade, words=words.phrasing.listing(read, "or"))


def _words(words: CalibrationWords, parameter: str) -> str:
    """The printed words that a parameter reads, or what it means where none are printed."""
    rulebook = words.found.panel.rulebook
    found = next(p for p in rulebook.ruleset.parameters if p.name == parameter)
    if found.printed:
        return words.say("quoted", text=found.printed)
    return found.meaning.in_language(words.language)


def _readings(words: CalibrationWords, judgement: Judgement) -> Iterator[tuple[str, ...]]:
    for grade, readings in zip(judgement.grades, judgement.readings, strict=True):
        for reading in readings:
            yield judgement.case, judgement.domain, grade, *_reading(words, reading)


def _reading(words: CalibrationWords, reading: ReadingOfGrade) -> tuple[str, str]:
    if reading.parameter is None or reading.values is None:
        return words.say("profile-head"), reading.profile or ""
    return reading.parameter, values_text(words.phrasing, reading.values, reading.parameter)
