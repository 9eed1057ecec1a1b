"""What comes in after the visit: the unit's action plan, and corrections of what was ticked."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from .errors import quoted
from .frozen import Day, Frozen, StatusField, Text, read_day
from .vocabulary import Status

SCHEMA = "spur-rules/plan/1"


def _filled(value: Any) -> Any:
    """A part that was left blank in a form is a part that is missing."""
    return None if isinstance(value, str) and not value.strip() else value


def _one_or_more(value: Any) -> Any:
    rows = (value,) if value is None or isinstance(value, str) else value
    if not isinstance(rows, tuple):
        return rows  # of the wrong kind, which the model tells
    kept = tuple(row for row in rows if _filled(row) is not None)
    # A list with a mistake keeps its blanks, so that the mistake is told at its place.
    return kept if all(isinstance(row, date) or read_day(str(row)) for row in kept) else rows


_OptionalText = Annotated[Text | None, BeforeValidator(_filled)]
_OptionalDay = Annotated[Day | None, BeforeValidator(_filled)]


class PlanEntry(Frozen):
    """What will be done about one shortcoming, when and by whom; roles only, never names.

    Only the indicator is required: an entry that lacks something, or has it blank, is incomplete,
    not unreadable.
    """

    indicator: Text
    action: _OptionalText = None
    due: _OptionalDay = None
    responsible: _OptionalText = None
    follow_up: Annotated[tuple[Day, ...], BeforeValidator(_one_or_more)] = ()
    follow_up_responsible: _OptionalText = None

    @property
    def missing(self) -> tuple[str, ...]:
        """The keys of what the entry lacks, in the order of the printed form.

        >>> PlanEntry(indicator="H7", action="Bedöma undervisning").missing
        ('due', 'responsible', 'follow_up', 'follow_up_responsible')
        """
        return tuple(key for key in PARTS if not getattr(self, key))

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


#: What a complete entry has: åtgärd, datum, ansvarig, uppföljningsdatum och ansvarig för dem.
PARTS = ("action", "due", "responsible", "follow_up", "follow_up_responsible")


class Correction(Frozen):
    """A faktakorrigering: an indicator's status was wrong at the visit, and why it is known.

    The answer in the checklist stays as it was.
    """

    indicator: Text
    status: StatusField
    reason: Text
    date: Day | None = None
    comment: Text | None = None
    evidence: Text | None = None


def contradiction(indicator: str, first: Status, second: Status, day: date | None) -> str:
    """What is said of two corrections that cannot both hold, and the way out."""
    when = f"on {day}" if day else "without a date"
    statuses = f"{quoted(first.value)} and to {quoted(second.value)}"
    return f"{indicator} is corrected both to {statuses}, {when}; keep one, or date them"


class Plan(Frozen):
    """A plan file: the action plan, the day it came in, and corrections."""

    schema_id: Annotated[Literal["spur-rules/plan/1"], Field(alias="schema")]
    catalog: Text
    received: Day | None = None
    entries: tuple[PlanEntry, ...] = ()
    corrections: tuple[Correction, ...] = ()
