"""Plans that tests share, written in one line."""

from datetime import date
from typing import Any

from spur_rules import Checklist, Plan
from spur_rules.plan import SCHEMA, Correction, PlanEntry
from spur_rules.vocabulary import STATUSES

COMPLETE = {
    "action": "Bedömningar införs",
    "due": date(2026, 1, 15),
    "responsible": "verksamhetschef",
    "follow_up": (date(2026, 3, 1), date(2026, 6, 1)),
    "follow_up_responsible": "studierektor",
}


def entry(indicator: str, **changes: Any) -> PlanEntry:
    """A complete entry but for the changes; None leaves something out."""
    parts = {key: value for key, value in (COMPLETE | changes).items() if value is not None}
    return PlanEntry(indicator=indicator, **parts)


def planned(checklist: Checklist, *entries: PlanEntry) -> Checklist:
    return checklist.model_copy(update={"plan": entries})


#: A day on which some tests visit.
VISIT = date(2026, 1, 16)


def dated(checklist: Checklist) -> Checklist:
    """The same checklist, visited on `VISIT`."""
    review = checklist.review.model_copy(update={"date": VISIT})
    return checklist.model_copy(update={"review": review})


def correction(indicator: str, status: str, day: date | None = None) -> Correction:
    return Correction(
        indicator=indicator, status=STATUSES[status], reason=f"{indicator} var fel.", date=day
    )


def plan(*entries: PlanEntry, corrections: tuple[Correction, ...] = (), **more: Any) -> Plan:
    fields = {"schema": SCHEMA, "catalog": "st-spur", "entries": entries}
    return Plan(**fields, corrections=corrections, **more)
