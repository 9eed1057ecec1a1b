"""What comes in after the visit: the unit's action plan, and corrections of what was ticked."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .frozen import Day, Frozen, StatusField, Text

SCHEMA = "spur-rules/plan/1"


def _one_or_more(value: object) -> object:
    return (value,) if isinstance(value, str) else value


class PlanEntry(Frozen):
    """What will be done about one shortcoming, when and by whom; roles only, never names.

    Only the indicator is required: an entry that lacks something is incomplete, not unreadable.
    """

    indicator: Text
    action: Text | None = None
    due: Day | None = None
    responsible: Text | None = None
    follow_up: Annotated[tuple[Day, ...], BeforeValidator(_one_or_more)] = ()
    follow_up_responsible: Text | None = None

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


class Plan(Frozen):
    """A plan file: the action plan, the day it came in, and corrections."""

    schema_id: Annotated[Literal["spur-rules/plan/1"], Field(alias="schema")]
    catalog: Text
    received: Day | None = None
    entries: tuple[PlanEntry, ...] = ()
    corrections: tuple[Correction, ...] = ()
