"""A check as text: a table, then what carries each difference."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from ..explanation import Step
from ..sanity import Check, CheckedDomain, Verdict
from ..texts import spelled, status_word
from .sentences import Sentences


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
        changes = changed_ticks(steps, sentences)
        yield sentences.say("check.would-follow", grade=row.given, changes=changes)


def changed_ticks(steps: Sequence[Step], sentences: Sentences) -> str:
    """What would have to be ticked differently: every step, by one of its ways."""
    return sentences.listing([_step(step, sentences) for step in steps])


def _step(step: Step, sentences: Sentences) -> str:
    """Ways that differ only in the status are one."""
    statuses: dict[tuple[tuple[int, tuple[str, ...]], ...], list[tuple[str, ...]]] = {}
    for way in step.ways:
        key = tuple((choice.number, choice.of) for choice in way)
        words = tuple(status_word(sentences.language, choice.status) for choice in way)
        statuses.setdefault(key, []).append(words)
    ways = [_way(key, found, sentences) for key, found in statuses.items()]
    return sentences.listing(ways, "or")


def _way(
    choices: tuple[tuple[int, tuple[str, ...]], ...],
    statuses: list[tuple[str, ...]],
    sentences: Sentences,
) -> str:
    parts = []
    for at, (number, ids) in enumerate(choices):
        words = list(dict.fromkeys(found[at] for found in statuses))
        filled = {"indicators": sentences.listing(ids), "status": sentences.listing(words, "or")}
        if number == len(ids):
            parts.append(sentences.say("check.becomes", None, **filled))
        else:
            word = spelled(sentences.language, number)
            parts.append(sentences.say("check.one-of-becomes", None, number=word, **filled))
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
