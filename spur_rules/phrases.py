"""Phrase tables: what an inspector may have written beside a row, by indicator and status."""

from typing import Annotated, Literal

from pydantic import Field

from .catalog import NormField
from .frozen import Frozen, StatusField, Text, keyed

SCHEMA = "spur-rules/phrases/1"


class StatusPhrases(Frozen):
    """Sentences that fit one status."""

    status: StatusField
    phrases: Annotated[tuple[Text, ...], Field(min_length=1)]


Table = Annotated[tuple[StatusPhrases, ...], keyed("status", "phrases", merged=False)]


class NormPhrases(Frozen):
    """Sentences for a row of one norm that has none of its own; `{text}` is the row's text."""

    norm: NormField
    table: Table


class IndicatorPhrases(Frozen):
    """The sentences of one row."""

    indicator: Text
    table: Table


class Phrases(Frozen):
    """A file of phrases beside a catalog or an overlay. Everything in it is made up."""

    schema_id: Annotated[Literal["spur-rules/phrases/1"], Field(alias="schema")]
    catalog: Text
    language: Literal["sv"]
    generic: Annotated[tuple[NormPhrases, ...], keyed("norm", "table", merged=False)] = ()
    indicators: Annotated[
        tuple[IndicatorPhrases, ...], keyed("indicator", "table", merged=False)
    ] = ()
