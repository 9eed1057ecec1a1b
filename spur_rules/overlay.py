"""The overlay: what a specialty association adds to a catalog, or changes in it."""

from typing import Annotated, Literal

from pydantic import Field

from .catalog import EarlierIds, NormField
from .frozen import Day, Frozen, Identifier, IndicatorId, Text, Version
from .vocabulary import Norm

SCHEMA = "spur-rules/overlay/1"


class Added(Frozen):
    """A kvalitetsindikator of the association's own; its id begins with its domain's letter.

    `regulations` binds it: it applies only where one of them is in use.
    """

    id: IndicatorId
    norm: NormField = Norm.KVALITETSINDIKATOR
    source: Text
    text: Text
    note: Text | None = None
    regulations: tuple[Text, ...] = ()


class RowNote(Frozen):
    """A note on a row, whatever its norm: what the association wants its inspectors to know."""

    indicator: Text
    text: Text


class Binding(Frozen):
    """A row that applies only where one of some regulations is in use."""

    indicator: Text
    regulations: Annotated[tuple[Text, ...], Field(min_length=1)]
    reason: Text


class Reworded(Frozen):
    """Another text for a row. That of a föreskrift or an allmänt råd is the regulation's own.

    For those, `regulation` and `source` say where the new words stand.
    """

    indicator: Text
    text: Text
    reason: Text
    regulation: Text | None = None
    source: Text | None = None


class Retired(Frozen):
    """A row that is asked no longer. For a föreskrift or an allmänt råd, what repealed it."""

    indicator: Text
    reason: Text
    repealed_by: Text | None = None


class Overlay(Frozen):
    """What one association's file does to the catalog that it extends.

    An `example` says so wherever it is used: it is not for real reviews.
    """

    schema_id: Annotated[Literal["spur-rules/overlay/1"], Field(alias="schema")]
    id: Identifier
    version: Version
    title: Text
    language: Literal["sv"]
    extends: Text
    valid_from: Day | None = None
    valid_to: Day | None = None
    example: bool = False
    add: tuple[Added, ...] = ()
    notes: tuple[RowNote, ...] = ()
    bind: tuple[Binding, ...] = ()
    reword: tuple[Reworded, ...] = ()
    retire: tuple[Retired, ...] = ()
    earlier_ids: EarlierIds = ()
