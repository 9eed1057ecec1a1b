"""Evidence and judgement, told apart, as a section of the report."""

from __future__ import annotations

from collections.abc import Iterator

from ...calibration.agreement.estimates import Estimate
from ...calibration.agreement.labels import shown_interval
from ...calibration.split.split import DIFFERENT, SplitKind, SplitRow
from ..blocks import Block, Paragraph, Section, Table, Whiskers
from .judged_section import judged_blocks, judgement_tables
from .words import CalibrationWords


def found_sentence(words: CalibrationWords) -> str:
    """The main finding in one sentence.

    Args:
        words: The calibration and its language.
    """
    overall = words.found.split.overall
    if not overall.pairs:
        is_graded = any(scope.rated for scope in words.found.agreements.domains)
        return words.say("found-none" if is_graded or overall.off_scale else "found-ungraded")
    if not overall.different:
        return words.say("found-same", overall.pairs)
    causes = [
        words.say(f"cause.{kind.value}", pairs=words.pairs(overall.numbers[kind]))
        for kind in DIFFERENT
        if overall.numbers[kind]
    ]
    pairs = words.pairs(overall.pairs)
    causes_text = words.phrasing.listing(causes)
    return words.say("found", different=overall.different, pairs=pairs, causes=causes_text)


def split_section(words: CalibrationWords) -> Section:
    """The kinds of pairs with their shares, by domain, and the judgements case by case.

    Args:
        words: The calibration and its language.
    """
    return Section("split", words.say("split"), tuple(_blocks(words)))


def _blocks(words: CalibrationWords) -> Iterator[Block]:
    split = words.found.split
    yield Paragraph(words.say("split-about"))
    if not split.overall.pairs:
        yield Paragraph(words.say("split-none"))
        return
    yield _picture(words)
    if split.overall.nothing_ticked:
        yield Paragraph(words.say("nothing-ticked", split.overall.nothing_ticked))
    yield from _by_rules(words)
    yield from _how_many_it_takes(words)
    yield from judged_blocks(words)
    yield _numbers(words)
    yield _shares(words)
    yield from judgement_tables(words)


def _by_rules(words: CalibrationWords) -> Iterator[Block]:
    """What the rules would make of the ticks; nothing where that is known of few pairs only."""
    overall = words.found.split.overall
    known = overall.same_by_rules + overall.other_by_rules
    if known and known * 2 >= overall.pairs:
        pairs, interval = words.pairs(overall.pairs), shown_interval(overall.by_rules)
        share = words.share(overall.by_rules) if interval else _percent(words, overall.by_rules)
        yield Paragraph(words.say("by-rules-known", known=known, pairs=pairs, share=share))


def _percent(words: CalibrationWords, share: Estimate) -> str:
    return words.say("percent", figure=words.number((share.value or 0) * 100, 0))


def _picture(words: CalibrationWords) -> Whiskers:
    overall = words.found.split.overall
    rows = tuple(words.whisker(_kind(words, kind), overall.shares[kind]) for kind in SplitKind)
    axis = words.say("split-axis")
    about = words.about_whiskers(rows)
    return Whiskers(words.say("split-shares"), about, axis, (0.0, 1.0), rows, is_share=True)


def _kind(words: CalibrationWords, kind: SplitKind) -> str:
    return words.say(f"kind.{kind.value}")


def _how_many_it_takes(words: CalibrationWords) -> Iterator[Block]:
    settling = words.found.split.settling
    of_rows = {
        "by-row": settling.by_one_row,
        "by-two": settling.by_two_rows,
        "by-rows": settling.by_more_rows,
    }
    if settling.explained:
        told = _summed(words, "settling", of_rows)
        by_tick = settling.by_one_tick
        yield Paragraph(told + (" " + words.say("by-tick", by_tick) if by_tick else ""))


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
