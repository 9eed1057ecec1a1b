"""What is wrong or worth knowing about a plan and corrections, one finding at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from ..checklist import Checklist
from ..plan import PlanEntry
from ..vocabulary import Status
from .adjusting import PlanEffect


class FindingCode(StrEnum):
    """What was found. Only MISSING and UNCOVERED can keep a grade from being adjusted."""

    RECEIVED_BEFORE_REVIEW = "received-before-review"
    MISSING = "missing"
    UNCOVERED = "uncovered"
    RETIRED = "retired"
    NOT_IN_USE = "not-in-use"
    NO_SHORTCOMING = "no-shortcoming"
    TWICE = "twice"
    DUE_BEFORE_REVIEW = "due-before-review"
    FOLLOW_UP_BEFORE_DUE = "follow-up-before-due"
    FOLLOW_UPS_OUT_OF_ORDER = "follow-ups-out-of-order"
    FOLLOW_UP_REPEATED = "follow-up-repeated"
    DUE_PASSED = "due-passed"
    FOLLOW_UP_PASSED = "follow-up-passed"
    SAME_STATUS = "same-status"
    CORRECTED_BEFORE_REVIEW = "corrected-before-review"


_KINDS = list(FindingCode)


class Finding(NamedTuple):
    """A finding about one indicator, or about the whole plan, which has no domain.

    `blocks` when it keeps a grade from being adjusted; `part` is the key of what an entry lacks;
    `status` what the indicator is; `day` the date that is wrong or has passed, `limit` the date it
    is held against.
    """

    code: FindingCode
    domain: str | None
    indicator: str | None
    blocks: bool = False
    part: str | None = None
    status: Status | None = None
    day: date | None = None
    limit: date | None = None


class PlanCheck(NamedTuple):
    """What a plan is held against.

    `checklist` is the corrected one, with the plan; `domain_of` has the indicators in catalog
    order; `as_of` is the day that dates are compared with, if any; `idle` are the indicators that
    are bound to other regulations.
    """

    checklist: Checklist
    domain_of: dict[str, str]
    as_of: date | None = None
    idle: Collection[str] = ()

    def findings(self, effects: Sequence[PlanEffect], received: date | None) -> Iterator[Finding]:
        """Every finding, in no order.

        Args:
            effects: What the plan does to each domain.
            received: The day it came in.
        """
        entries, visit = self.checklist.plan, self.checklist.review.date
        if entries and received and visit and received < visit:
            code = FindingCode.RECEIVED_BEFORE_REVIEW
            yield Finding(code, None, None, day=received, limit=visit)
        hindering = {id for effect in effects if effect.hinders for id in effect.short}
        for entry in entries:
            yield from self._entry(entry, hindering)
        yield from self._twice(entries)
        yield from self._uncovered(entries, effects, hindering)

    def in_order(self, found: Iterable[Finding]) -> list[Finding]:
        """Findings about the whole plan, then by indicator as the catalog has them, then by kind.

        Args:
            found: Any findings; what was found twice is told once.
        """
        place = {id: at for at, id in enumerate(self.domain_of)}
        key = {row: (place.get(row.indicator or "", -1), _KINDS.index(row.code)) for row in found}
        return sorted(key, key=key.__getitem__)

    def _entry(self, entry: PlanEntry, hindering: set[str]) -> Iterator[Finding]:
        status = self.checklist.status(entry.indicator)
        if entry.indicator in self.idle:
            yield self._found(FindingCode.NOT_IN_USE, entry.indicator)
            return
        if not status.is_shortcoming:
            yield self._found(FindingCode.NO_SHORTCOMING, entry.indicator, status=status)
        for part in entry.missing:
            blocks = entry.indicator in hindering
            yield self._found(FindingCode.MISSING, entry.indicator, blocks=blocks, part=part)
        yield from self._dates(entry)
        yield from self._passed(entry)

    def _dates(self, entry: PlanEntry) -> Iterator[Finding]:
        """Dates that do not fit each other, or the review."""
        id, due, visit = entry.indicator, entry.due, self.checklist.review.date
        if due and visit and due < visit:
            yield self._found(FindingCode.DUE_BEFORE_REVIEW, id, day=due, limit=visit)
        for day in dict.fromkeys(entry.follow_up):
            if due and day < due:
                yield self._found(FindingCode.FOLLOW_UP_BEFORE_DUE, id, day=day, limit=due)
            if entry.follow_up.count(day) > 1:
                yield self._found(FindingCode.FOLLOW_UP_REPEATED, id, day=day)
        for before, day in zip(entry.follow_up, entry.follow_up[1:], strict=False):
            if day < before:
                code = FindingCode.FOLLOW_UPS_OUT_OF_ORDER
                yield self._found(code, id, day=day, limit=before)

    def _passed(self, entry: PlanEntry) -> Iterator[Finding]:
        today, id = self.as_of, entry.indicator
        if today is None:
            return
        if entry.due and entry.due < today:
            yield self._found(FindingCode.DUE_PASSED, id, day=entry.due, limit=today)
        for day in sorted(set(entry.follow_up)):
            if day < today:
                yield self._found(FindingCode.FOLLOW_UP_PASSED, id, day=day, limit=today)

    def _twice(self, entries: Sequence[PlanEntry]) -> list[Finding]:
        named = [entry.indicator for entry in entries]
        repeated = [id for id in dict.fromkeys(named) if named.count(id) > 1]
        return [self._found(FindingCode.TWICE, id) for id in repeated]

    def _uncovered(
        self, entries: Sequence[PlanEntry], effects: Sequence[PlanEffect], hindering: set[str]
    ) -> Iterator[Finding]:
        """Shortcomings that the plan must answer and has no entry for; none without a plan."""
        named = {entry.indicator for entry in entries}
        for id in (id for effect in effects for id in effect.short):
            if named and id not in named:
                yield self._found(FindingCode.UNCOVERED, id, blocks=id in hindering)

    def _found(
        self,
        code: FindingCode,
        id: str,
        blocks: bool = False,
        part: str | None = None,
        status: Status | None = None,
        day: date | None = None,
        limit: date | None = None,
    ) -> Finding:
        return Finding(code, self.domain_of[id], id, blocks, part, status, day, limit)
