"""The dates of an action plan as an iCalendar file. The only importer of `icalendar`."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from ..checklist import Review
from ..errors import InputError, Problem
from ..provenance import Place
from ..regrading.regrade import Appointment, Regrading
from ..texts import Language, listing, say

if TYPE_CHECKING:
    from icalendar import Calendar, Event

_MISSING = (
    "writing an .ics file needs icalendar; run pip install 'spur_rules[calendar]',"
    " or leave --ics out: the text lists the same dates"
)


def as_calendar(regrading: Regrading, review: Review, language: Language = "sv") -> bytes:
    """Every date of the plan as an all-day event: the same input gives the same bytes.

    Args:
        regrading: What `regrade` returned.
        review: Which visit it was; its unit is in the events' ids and descriptions.
        language: `sv` or `en`.

    Raises:
        InputError: SR604, icalendar is not installed.

    Source:
        RFC 5545.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise InputError([Problem("SR604", Place("--ics"), _MISSING)]) from None
    calendar: Calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//spur_rules//action plan//" + language.upper())
    stamp = _stamp(regrading, review)
    for row in regrading.appointments:
        calendar.add_component(_event(row, regrading, review, stamp, language))
    content: bytes = calendar.to_ical()
    return content


def _stamp(regrading: Regrading, review: Review) -> datetime:
    """When the events were made, told by the content alone: the plan's day, else the visit's."""
    days = [row.date for row in regrading.appointments]
    day = regrading.received or review.date or min(days, default=date.min)
    return datetime.combine(day, time.min, UTC)


def _event(
    row: Appointment, regrading: Regrading, review: Review, stamp: datetime, language: Language
) -> Event:
    from icalendar import Event

    event: Event = Event()
    indicators = listing(language, list(row.indicators))
    key, count = f"calendar-summary.{row.kind}", len(row.indicators)
    event.add("uid", _uid(row, review))
    event.add("dtstamp", stamp)
    event.add("dtstart", row.date)
    if row.date < date.max:
        event.add("dtend", row.date + timedelta(days=1))
    event.add("summary", say(language, key, count, domain=row.domain, indicators=indicators))
    event.add("description", "\n".join(_description(row, regrading, review, language)))
    event.add("transp", "TRANSPARENT")  # a day to remember, not a day that is taken
    return event


def _uid(row: Appointment, review: Review) -> str:
    """The same event has the same id however often the file is made."""
    visit = (review.unit or "", review.date.isoformat() if review.date else "")
    what = (row.date.isoformat(), row.domain, row.kind.value, row.responsible or "")
    text = "\x00".join((*visit, *what, *row.indicators))
    return f"{hashlib.sha256(text.encode()).hexdigest()[:32]}@spur-rules"


def _description(
    row: Appointment, regrading: Regrading, review: Review, language: Language
) -> list[str]:
    indicators = listing(language, list(row.indicators))
    what = f"appointment.{row.kind}"
    by = "by-role" if row.responsible else "by-nobody"
    lines = [
        say(language, what, count=len(row.indicators), indicators=indicators),
        say(language, by, role=row.responsible),
    ]
    if review.unit:
        lines.insert(0, review.unit)
    for entry in regrading.plan:
        if entry.indicator in row.indicators and entry.action:
            action = " ".join(entry.action.split())
            lines.append(say(language, "calendar-action", id=entry.indicator, action=action))
    return list(dict.fromkeys(lines))
