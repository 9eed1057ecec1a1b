"""What a reader of the whole suggestion should know, besides the grades."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from .checklist import Checklist
from .provenance import ChangeKind, ChosenBy, Overlaid
from .rulebook import Rulebook
from .suggestion import DomainSuggestion, Notice, NoticeCode

_CHOSEN = {
    ChosenBy.NAME: NoticeCode.EDITION_NAMED,
    ChosenBy.DAY: NoticeCode.EDITION_ON_DAY,
    ChosenBy.REVIEW: NoticeCode.EDITION_AT_REVIEW,
}


def notices(
    rulebook: Rulebook,
    checklist: Checklist,
    domains: Sequence[DomainSuggestion],
    failure: str | None,
) -> Iterator[Notice]:
    """Every remark on a suggestion, the most important first.

    Args:
        rulebook: What it was made with.
        checklist: What was answered.
        domains: What was suggested.
        failure: Why an engine did not answer.
    """
    catalog, day = rulebook.catalog, checklist.review.date
    if catalog.overlaid.overlays:
        yield from _of_overlays(catalog.overlaid, day)
    if rulebook.chosen is not None:
        yield Notice(_CHOSEN[rulebook.chosen.by], rulebook.chosen.detail)
    if day and not _holds(catalog.valid_from, day, catalog.valid_to):
        name = f"{catalog.id} {catalog.version}"
        yield Notice(
            NoticeCode.OUTSIDE_VALIDITY, _span(day, name, catalog.valid_from, catalog.valid_to)
        )
    if rulebook.bound and not checklist.review.regulations:
        ids = [row.indicator for domain in domains for row in domain.not_in_use]
        yield Notice(NoticeCode.REGULATION_UNNAMED, ", ".join(ids))
    yield from _of_ids(rulebook, checklist)
    if failure is not None:
        yield Notice(NoticeCode.ENGINE_FAILED, failure)


def _of_overlays(overlaid: Overlaid, day: date | None) -> Iterator[Notice]:
    for used in overlaid.overlays:
        name = f"{used.content.id} {used.content.version}"
        if used.is_example:
            yield Notice(NoticeCode.OVERLAY_EXAMPLE, name)
        if day and not _holds(used.valid_from, day, used.valid_to):
            span = _span(day, name, used.valid_from, used.valid_to)
            yield Notice(NoticeCode.OVERLAY_OUTSIDE_VALIDITY, span)
    for row in overlaid.changes:
        if row.kind is ChangeKind.RETIRED and row.law:
            yield Notice(NoticeCode.LAW_REPEALED, f"{row.indicator} ({row.law})")


def _of_ids(rulebook: Rulebook, checklist: Checklist) -> Iterator[Notice]:
    """Answers under ids of an earlier version: taken for another row, or not used at all."""
    for old, new in checklist.renamed:
        yield Notice(NoticeCode.EARLIER_ID, f"{old} → {new}")
    retired = rulebook.catalog.retired
    if not retired:
        return
    ids = [row.indicator for row in checklist.answers]
    ids += [row.indicator for row in checklist.plan]
    ids += [row.indicator for row in checklist.corrections]
    for id in dict.fromkeys(ids):
        if id in retired:
            yield Notice(NoticeCode.RETIRED_ID, f"{id} ({retired[id]})")


def _holds(start: date | None, day: date, end: date | None) -> bool:
    return (start is None or start <= day) and (end is None or day <= end)


def _span(day: date, name: str, start: date | None, end: date | None) -> str:
    return f"{day} ({name}: {start or ''}–{end or ''})"
