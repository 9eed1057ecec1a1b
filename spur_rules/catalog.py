"""The catalog: what is asked. Eight domains with their printed scales, 74 indicators."""

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from .frozen import (
    Day,
    Frozen,
    Identifier,
    IndicatorId,
    Letter,
    Text,
    Version,
    Words,
    keyed,
    one_of,
)
from .vocabulary import GRADES, NORMS, STATUSES, Grade, Norm, Status

SCHEMA = "spur-rules/catalog/1"


class Basis(StrEnum):
    """Why an indicator stands in the catalog.

    INTERPRETATION is listed under the quoted provision with "vilket, enligt SPUR-modellen, innebär
    att"; DIRECT is a provision or an advice itself; SPUR is the SPUR model's own.
    """

    INTERPRETATION = "tolkning"
    DIRECT = "direkt"
    SPUR = "spur"


class NormOrigin(StrEnum):
    """Whether the printed form shows an indicator's norm, or it was inferred from other things."""

    PRINTED = "printed"
    INFERRED = "inferred"


GradeOnScale = Annotated[Grade, one_of(GRADES, "SR205", "grade")]
NormField = Annotated[Norm, one_of(NORMS, "SR204", "norm")]
BasisField = Annotated[Basis, one_of({b.value: b for b in Basis}, "SR206", "basis")]
OriginField = Annotated[
    NormOrigin, one_of({o.value: o for o in NormOrigin}, "SR124", "origin of the norm")
]
StatusField = Annotated[Status, one_of(STATUSES, "SR402", "status")]


class Regulation(Frozen):
    """One of the regulations a specialist training may follow."""

    id: Text
    title: Text


class Provision(Frozen):
    """A provision that the printed form quotes above the indicators of a domain."""

    id: Identifier
    text: Text


class Footnote(Frozen):
    """A printed footnote that concerns one regulation only."""

    regulation: Text
    text: Text


class Indicator(Frozen):
    """One row of the checklist: what must or should be in place, and with what force."""

    id: IndicatorId
    norm: NormField
    norm_origin: OriginField
    note: Text | None = None
    basis: BasisField
    source: Text
    text: Text
    footnotes: tuple[Footnote, ...] = ()


class ScaleStep(Frozen):
    """A grade and the sentence printed beside it."""

    grade: GradeOnScale
    text: Text


class Domain(Frozen):
    """One of the graded domains: its printed scale, best grade first, and its indicators."""

    letter: Letter
    title: Text
    group: Text
    provision: Text | None = None
    scale: Annotated[tuple[ScaleStep, ...], keyed("grade", "text"), Field(min_length=1)]
    indicators: Annotated[tuple[Indicator, ...], Field(min_length=1)]

    @property
    def grades(self) -> tuple[Grade, ...]:
        """The grades on this domain's scale, best first."""
        return tuple(step.grade for step in self.scale)


class Presupposition(Frozen):
    """An indicator that, where it is met, takes for granted that another one is."""

    indicator: Text
    needs: Text
    because: Words


class WordsAgainst(Frozen):
    """Words that speak against a status when they stand beside it.

    `unless` are phrases in which such a word means the opposite: "inga brister".
    """

    status: Annotated[tuple[StatusField, ...], Field(min_length=1)]
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    unless: tuple[Text, ...] = ()


class Consistency(Frozen):
    """What makes answers worth a second look. Nothing here is ever used for grading."""

    presupposes: tuple[Presupposition, ...] = ()
    words_against: tuple[WordsAgainst, ...] = ()


class Catalog(Frozen):
    """Everything a review asks, as one version of the printed form has it."""

    schema_id: Annotated[Literal["spur-rules/catalog/1"], Field(alias="schema")]
    id: Identifier
    version: Version
    title: Text
    language: Literal["sv"]
    valid_from: Day
    valid_to: Day | None = None
    regulations: Annotated[tuple[Regulation, ...], Field(min_length=1)]
    provisions: tuple[Provision, ...] = ()
    domains: Annotated[tuple[Domain, ...], Field(min_length=1)]
    consistency: Annotated[Consistency, Field(default_factory=Consistency)]

    def is_named(self, wanted: str) -> bool:
        """Whether `id` or `id@version`, as a file names its catalog, is this catalog."""
        return wanted in (self.id, f"{self.id}@{self.version}")
