"""What overlays did to a catalog, and which rows do not apply, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..provenance import ChangeKind, ContentId, OverlayUsed, RowChange
from ..suggestion import NotInUse
from ..texts import status_word
from .phrasing import Phrasing


def not_in_use(words: Phrasing, rows: Sequence[NotInUse], used: Sequence[str]) -> Iterator[str]:
    """Which rows are left out of every count, why, and what was answered to them all the same.

    Args:
        words: The language.
        rows: The rows of one domain.
        used: The regulations that the review names.
    """
    for regulations in dict.fromkeys(row.regulations for row in rows):
        ids = [row.indicator for row in rows if row.regulations == regulations]
        why = words.say("bound-unnamed")
        if used:
            why = words.say("bound-used", len(used), names=words.listing(list(used)))
        bound_to = words.listing(list(regulations), "or")
        spans = words.spans(ids)
        yield words.say("bound-row", len(ids), ids=spans, regulations=bound_to, used=why)
    for row in rows:
        if row.answer is not None:
            status = status_word(words.language, row.answer)
            yield words.say("bound-answer", id=row.indicator, status=status)


def overlays_used(words: Phrasing) -> Iterator[str]:
    """The overlays that the catalog was extended with; nothing without."""
    used = words.rulebook.catalog.overlaid.overlays
    if used:
        names = [f"{_name(of.content)} ({of.content.sha256[:8]})" for of in used]
        yield words.say("made-with-overlays", len(names), overlays=words.listing(names))


def named_overlays(words: Phrasing) -> Iterator[str]:
    """The overlays that the catalog was extended with, and what they took away; none without."""
    yield from overlays_used(words)
    for change in words.rulebook.catalog.overlaid.changes:
        if change.kind is ChangeKind.RETIRED:
            yield change_text(words, change)


def examples(words: Phrasing, overlays: Iterable[OverlayUsed]) -> Iterator[str]:
    """That what is shown was made with an example, for each overlay that is one.

    Args:
        words: The language.
        overlays: Those that were used; one that stands twice is told once.
    """
    for used in dict.fromkeys(overlays):
        if used.is_example:
            yield words.say("notice.overlay-example", detail=_name(used.content))


def row_changes(words: Phrasing, indicator: str) -> Iterator[str]:
    """What overlays did to one row, in order."""
    for change in words.rulebook.catalog.overlaid.of(indicator):
        yield change_text(words, change)


def all_changes(words: Phrasing, letters: Sequence[str]) -> Iterator[str]:
    """What overlays did to the rows of some domains, those that were taken away left out."""
    for change in words.rulebook.catalog.overlaid.changes:
        if change.kind is not ChangeKind.RETIRED and change.indicator[0] in letters:
            yield f"{change.indicator}: {change_text(words, change)}"


def change_text(words: Phrasing, change: RowChange) -> str:
    """What an overlay did to a row, on which line, and why."""
    row = words.rulebook.indicators.get(change.indicator)
    sentence = words.say(
        f"change.{change.kind}",
        id=change.indicator,
        overlay=_name(change.overlay),
        line=change.line,
        text=change.text,
        reason=change.reason,
        regulations=words.listing(list(row.regulations), "or") if row else "",
    )
    return f"{sentence} {words.say('change.law', law=change.law)}" if change.law else sentence


def _name(content: ContentId) -> str:
    return f"{content.id} {content.version}"
