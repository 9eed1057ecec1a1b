"""A check as text: a table, then what carries each difference."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from math import prod

from ..checking.sanity import Check, CheckedDomain, Verdict
from ..explanation import Step, Way
from ..texts import spelled, status_word
from ..vocabulary import Status
from .sentences import Sentences

#: With more ways than this, one of them is shown as an example.
MOST_WAYS = 2


def check_text(check: Check, sentences: Sentences, width: int = 80) -> str:
    """The check of one review.

    Args:
        check: What `check` returned.
        sentences: The rulebook's sentences in a language.
        width: Columns to stay within.
    """
    if not check.domains:
        return wrapped(sentences.say("check.nothing-given"), "", width) + "\n"
    blocks = [sentences.say("check.title"), _table(check, sentences)]
    for row in check.domains:
        lines = list(_details(row, sentences))
        if lines:
            texts = [wrapped(line, "   ", width) for line in lines]
            head = wrapped(f"{row.domain}  {_title(row, sentences)}", "", width)
            blocks.append("\n".join([head, *texts]))
    blocks.append("\n".join(wrapped(line, "", width) for line in _closing(check, sentences)))
    return "\n\n".join(blocks) + "\n"


def wrapped(text: str, indent: str, width: int) -> str:
    """A paragraph within the width, indented; under a domain's letter where it starts with one."""
    further = indent or ("   " if text[1:3] == "  " else "")
    return textwrap.fill(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=further,
        break_on_hyphens=False,
        drop_whitespace=True,
    )


def _table(check: Check, sentences: Sentences) -> str:
    heads = [sentences.say(f"check.{key}") for key in ("given", "suggested", "verdict")]
    given, suggested, verdict = heads
    columns = max(len(given), 6), max(len(suggested), 9)
    lines = [f"   {given:<{columns[0]}}  {suggested:<{columns[1]}}  {verdict}"]
    for row in check.domains:
        shown = sentences.graded(row.suggestion.worst, row.suggestion.best)
        cells = f"{row.given:<{columns[0]}}  {shown:<{columns[1]}}  {verdict_text(row, sentences)}"
        lines.append(f"{row.domain}  {cells}")
    return "\n".join(lines)


def verdict_text(row: CheckedDomain, sentences: Sentences) -> str:
    """The verdict, and whether the inspectors gave a reason."""
    verdict = sentences.say(f"verdict.{row.verdict}")
    has_reason = row.reason is not None and row.verdict is not Verdict.AGREES
    return sentences.say("check.with-reason", verdict=verdict) if has_reason else verdict


def _title(row: CheckedDomain, sentences: Sentences) -> str:
    linked = next(d for d in sentences.rulebook.domains if d.letter == row.domain)
    return f"{linked.domain.title}: {verdict_text(row, sentences)}"


def _details(row: CheckedDomain, sentences: Sentences) -> Iterator[str]:
    if row.after_plan and row.suggestion.adjusted is not None:
        yield sentences.say("check.after-plan", cause=row.suggestion.adjusted.cause)
    if row.verdict is Verdict.OFF_SCALE:
        linked = next(d for d in sentences.rulebook.domains if d.letter == row.domain)
        scale = sentences.listing([grade.value for grade in linked.domain.grades])
        place = {"domain": row.domain, "grade": row.given, "scale": scale}
        yield sentences.say("check.off-scale", None, **place)
    if row.verdict is Verdict.UNDECIDED:
        ends = {"worst": row.suggestion.worst, "best": row.suggestion.best}
        ids = sentences.spans(row.indicators)
        yield sentences.say("check.undecided", None, **ends, indicators=ids)
    if row.direction is not None:
        yield from _differing(row, sentences)
    if row.reason is not None:
        yield sentences.say("check.your-reason", reason=row.reason)


def _differing(row: CheckedDomain, sentences: Sentences) -> Iterator[str]:
    if row.readings:
        readings = "; ".join(map(sentences.under, row.readings))
        yield sentences.say("check.given-by", readings=readings)
    ids, number = sentences.listing(row.indicators), len(row.indicators)
    if not ids:
        yield sentences.say("check.nothing-found")
    elif row.direction is Verdict.STRICTER:
        yield sentences.say("check.weighs-more", count=number, indicators=ids)
    else:
        yield sentences.say("check.passes-over", indicators=ids)
    if not row.changes:
        yield sentences.say("check.no-ticks", grade=row.given)
    for steps in row.changes:
        yield _would_follow(row, steps, sentences)
    if row.changes and row.suggestion.grade is None:
        yield sentences.say("repair.presumes")


def _would_follow(row: CheckedDomain, steps: Sequence[Step], sentences: Sentences) -> str:
    """What would have to be ticked differently; one example where there are many ways."""
    texts = [_step(step, sentences) for step in steps]
    is_short = all(len(ways) <= MOST_WAYS for ways in texts)
    shown = [sentences.listing(ways if is_short else ways[:1], "or") for ways in texts]
    key = "check.would-follow" if is_short else "check.could-follow"
    return sentences.say(key, grade=row.given, changes=sentences.listing(shown))


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
            ids = sentences.listing(choice.of)
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
    yield sentences.say("suggests")
