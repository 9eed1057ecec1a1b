"""How strict each rater is, as a section of the report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from ...calibration.severity.severity import RaterSeverity
from ..blocks import Block, Listing, Paragraph, Section, Table, Whisker, Whiskers
from .linked import graded_groups, telling_links
from .words import CalibrationWords


def severity_section(words: CalibrationWords) -> Section:
    """Severity against the rules and against the others, and what links the raters.

    Args:
        words: The calibration and its language.
    """
    return Section("severity", words.say("severity"), tuple(_blocks(words)))


def _blocks(words: CalibrationWords) -> Iterator[Block]:
    raters = words.found.severity.raters
    yield Paragraph(words.say("severity-about"))
    yield Paragraph(_linkage(words))
    weak = tuple(
        words.say("weak-link", case=link.case, group=link.group + 1)
        for link in telling_links(words.found.severity)
    )
    if weak:
        yield Listing(weak)
    rules = tuple(words.whisker(r.rater, r.against_rules) for r in raters)
    peers = tuple(words.whisker(r.rater, r.against_peers) for r in raters)
    limits = _limits((*rules, *peers))
    for key, rows in (("against-rules", rules), ("against-peers", peers)):
        yield Whiskers(words.say(key), "", words.say("severity-axis"), limits, rows)
    yield _table(words)
    severity = words.found.severity
    least = {"grades": severity.least_grades, "raters": severity.least_raters}
    yield Paragraph(words.say("suppressed", None, **least))


def _linkage(words: CalibrationWords) -> str:
    """What holds the raters together; who gave no grade is told of apart."""
    groups = graded_groups(words.found.severity)
    if not groups:
        return words.say("linked-none")
    told = _linked(words, groups)
    silent = [rater.rater for rater in words.found.severity.raters if not rater.grades]
    if silent:
        told += " " + words.say("not-graded", raters=words.phrasing.listing(silent))
    return told


def _linked(words: CalibrationWords, groups: Sequence[tuple[int, tuple[str, ...]]]) -> str:
    if len(groups) == 1:
        return words.say("linked" if len(groups[0][1]) > 1 else "linked-one")
    named = [f"{number} ({', '.join(group)})" for number, group in groups]
    return words.say("not-linked", number=len(groups), groups=words.phrasing.listing(named))


def _limits(rows: tuple[Whisker, ...]) -> tuple[float, float]:
    """The same to both sides, in halves of a step."""
    ends = [abs(end) for row in rows for end in (row.value, row.low, row.high) if end is not None]
    most = max(1.0, ceil(2 * max(ends, default=0.0)) / 2)
    return -most, most


def _table(words: CalibrationWords) -> Table:
    raters = words.found.severity.raters
    keys = ["rater", "n-cases", "n-grades", "n-ranges", "rules", "peers", "ticks-peers"]
    is_grouped = len(words.found.severity.groups) > 1
    heads = words.heads(*keys, *(["group"] if is_grouped else []))
    rows = tuple(_row(words, rater)[: len(heads)] for rater in raters)
    numeric = tuple(range(1, len(heads)))
    return Table(words.say("severity-table"), heads, rows, numeric, is_folded=True)


def _row(words: CalibrationWords, rater: RaterSeverity) -> tuple[str, ...]:
    return (
        rater.rater,
        *map(str, (rater.cases, rater.grades, rater.ranges)),
        words.figure(rater.against_rules),
        words.figure(rater.against_peers),
        words.figure(rater.ticks_against_peers),
        str(rater.group + 1),
    )
