"""The action plan that a unit sends in: one entry per shortcoming, as far as it is filled in."""

from typing import Annotated

from pydantic import BeforeValidator

from .frozen import Day, Frozen, Text


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
