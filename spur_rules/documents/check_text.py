"""A check as text: a table, then what carries each difference."""

from __future__ import annotations

from collections.abc import Iterator
from math import prod

from ..checking.sanity import Check, CheckedDomain, Verdict
from ..explanation import Step, Way
from ..texts import spelled, status_word
from ..vocabulary import Status
from .adjusted import shown_range
from .readings_text import under_text
from .sentences import Sentences
from .terminal import TextReport


def check_text(check: Check, report: TextReport) -> str:
    """The check of one review.

    Args:
        check: What `check` returned.
        report: The report of the same suggestion: its language, width, heading and footer.
    """
    sentences = report.sentences
    if not check.domains:
        return report.wrapped(report.say("check.nothing-given"), "", 0) + "\n"
    blocks = [report.heading(report.say("check.title"))]
    if check.is_corrected:
        blocks.append(report.wrapped(report.say("after-corrections"), "", 0))
    blocks.append(_table(check, sentences))
    for row in check.domains:
        lines = list(_details(row, report))
        if lines:
            title = f"{sentences.domain(row.domain).domain.title}: {verdict_text(row, sentences)}"
            head = report.wrapped(title, f"{row.domain}  ", 3)
            blocks.append("\n".join([head, *(report.wrapped(line, "   ", 3) for line in lines)]))
    closing = "\n".join(report.wrapped(line, "", 0) for line in _closing(check, sentences))
    return "\n\n".join([*blocks, closing, report.footer()]) + "\n"


def _table(check: Check, sentences: Sentences) -> str:
    heads = [sentences.say(f"check.{key}") for key in ("given", "suggested", "verdict")]
    rows = [["", *heads]]
    for row in check.domains:
        cells = [row.given.value, suggested_text(row, sentences), verdict_text(row, sentences)]
        rows.append([row.domain, *cells])
    widths = [max(len(row[at]) for row in rows) for at in range(4)]
    lines = ("  ".join(f"{c:<{w}}" for c, w in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)


def suggested_text(row: CheckedDomain, sentences: Sentences) -> str:
    """The suggested grade, and the one that a plan or a correction led to."""
    suggested = sentences.graded(row.suggestion.worst, row.suggestion.best)
    if row.suggestion.adjusted is None:
        return suggested
    adjusted = shown_range(sentences.language, row.suggestion.adjusted.adjusted)
    return sentences.say("adjusted-to", original=suggested, adjusted=adjusted)


def verdict_text(row: CheckedDomain, sentences: Sentences) -> str:
    """The verdict; which way another reading differs; whether the inspectors gave a reason."""
    verdict = sentences.say(f"verdict.{row.verdict}")
    if row.verdict is Verdict.WITHIN and row.direction is not None:
        direction = sentences.say(f"verdict.{row.direction}")
        verdict = sentences.say("check.direction", verdict=verdict, direction=direction)
    has_reason = row.reason is not None and row.verdict is not Verdict.AGREES
    return sentences.say("check.with-reason", verdict=verdict) if has_reason else verdict


def _details(row: CheckedDomain, report: TextReport) -> Iterator[str]:
    sentences = report.sentences
    if row.after_plan and row.suggestion.adjusted is not None:
        yield sentences.say(f"check.after.{row.suggestion.adjusted.cause}")
    if row.verdict is Verdict.OFF_SCALE:
        grades = sentences.domain(row.domain).domain.grades
        scale = sentences.listing([grade.value for grade in grades])
        place = {"domain": row.domain, "grade": row.given, "scale": scale}
        yield sentences.say("check.off-scale", None, **place)
    if row.verdict is Verdict.UNDECIDED:
        ends = {"worst": row.suggestion.worst, "best": row.suggestion.best}
        ids = sentences.spans(row.indicators)
        yield sentences.say("check.undecided", None, **ends, indicators=ids)
    if row.direction is not None:
        yield from _differing(row, sentences)
        unknown = report.unassessed(row.domain)
        if row.changes and unknown:
            yield sentences.presumption(unknown)
    if row.reason is not None:
        yield sentences.say("check.your-reason", reason=row.reason)


def _differing(row: CheckedDomain, sentences: Sentences) -> Iterator[str]:
    if row.readings:
        readings = "; ".join(under_text(sentences, reading) for reading in row.readings)
        yield sentences.say("check.given-by", readings=readings)
    ids = sentences.spans(row.indicators) if row.indicators else ""
    if not ids:
        yield sentences.say("check.nothing-found")
    elif row.direction is Verdict.STRICTER:
        yield sentences.say("check.weighs-more", count=len(row.indicators), indicators=ids)
    else:
        yield sentences.say("check.passes-over", indicators=ids)
        if row.without is not None and row.without is not row.given:
            yield sentences.say("check.without", indicators=ids, grade=row.without)
    if row.repair is not None and row.without is row.given and row.repair.is_possible:
        steps, met = sentences.steps(row.repair.steps), status_word(sentences.language, Status.MET)
        changes = sentences.say("check.becomes", indicators=steps, status=met)
        yield sentences.say("check.would-follow", grade=row.given, changes=changes)
    elif row.changes:
        yield _would_follow(row, sentences)
    else:
        key = "check.no-ticks" if row.changes_complete else "check.too-many"
        yield sentences.say(key, grade=row.given)


def _would_follow(row: CheckedDomain, sentences: Sentences) -> str:
    """What would have to be ticked differently; one example where there are many ways."""
    texts = [_step(step, sentences) for step in row.changes[0]]
    is_only = len(row.changes) == 1 and all(len(ways) == 1 for ways in texts)
    key = "check.would-follow" if is_only else "check.could-follow"
    changes = sentences.listing([ways[0] for ways in texts])
    return sentences.say(key, grade=row.given, changes=changes)


def _step(step: Step, sentences: Sentences) -> list[str]:
    """Every way in words, the simplest first; ways that differ only in the statuses are one.

    They are only where every combination of the statuses is a way.
    """
    alike: dict[tuple[object, ...], list[Way]] = {}
    for way in step.ways:
        alike.setdefault(tuple((choice.number, choice.of) for choice in way), []).append(way)
    found: list[tuple[int, str]] = []
    for ways in alike.values():
        columns = [list(dict.fromkeys(c.status for c in row)) for row in zip(*ways, strict=True)]
        if prod(map(len, columns)) == len(ways):
            found.append((len(columns), _way(ways[0], columns, sentences)))
        else:
            found += [
                (len({c.status for c in way}), _way(way, [[c.status] for c in way], sentences))
                for way in ways
            ]
    return [text for _, text in sorted(found, key=lambda row: row[0])]


def _way(way: Way, statuses: list[list[Status]], sentences: Sentences) -> str:
    """Choices that must all be made; those that are no choice are put together."""
    whole: dict[str, list[str]] = {}
    parts = []
    for choice, found in zip(way, statuses, strict=True):
        words = [status_word(sentences.language, status) for status in found]
        status = sentences.listing(words, "or")
        if choice.is_all:
            whole.setdefault(status, []).extend(choice.of)
        else:
            number = spelled(sentences.language, choice.number)
            ids = sentences.spans(choice.of)
            filled = {"number": number, "indicators": ids, "status": status}
            parts.append(sentences.say("check.one-of-becomes", None, **filled))
    for status, ids_ in whole.items():
        indicators = sentences.spans(ids_)
        parts.insert(0, sentences.say("check.becomes", indicators=indicators, status=status))
    return sentences.listing(parts)


def _closing(check: Check, sentences: Sentences) -> Iterator[str]:
    differing = [row.domain for row in check.domains if row.disagrees]
    if differing:
        domains = sentences.listing(differing)
        yield sentences.say("check.disagree", count=len(differing), domains=domains)
    else:
        yield sentences.say("check.all-agree")
    if check.not_given:
        domains = sentences.listing(check.not_given)
        yield sentences.say("check.not-given", domains=domains)
