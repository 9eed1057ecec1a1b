"""The catalog: what is asked. Eight domains with their printed scales, 74 indicators."""

from collections.abc import Container
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field, PrivateAttr

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
from .provenance import NOT_OVERLAID, Overlaid
from .vocabulary import GRADES, NORMS, STATUSES, Grade, Norm, Status

SCHEMA = "spur-rules/catalog/1"


class Basis(StrEnum):
    """Why an indicator stands in the catalog.

    INTERPRETATION is listed under the quoted provision with "vilket, enligt SPUR-modellen, innebär
    att"; DIRECT is a provision or an advice itself; SPUR is the SPUR model's own; SPECIALTY is a
    specialty association's own, added by its overlay.
    """

    INTERPRETATION = "tolkning"
    DIRECT = "direkt"
    SPUR = "spur"
    SPECIALTY = "specialitet"


class NormOrigin(StrEnum):
    """Whether the form shows an indicator's norm, it was inferred, or an overlay says so itself."""

    PRINTED = "printed"
    INFERRED = "inferred"
    OVERLAY = "overlay"


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
    """One row of the checklist: what must or should be in place, and with what force.

    A row bound to `regulations` applies only where one of them is in use; without, everywhere.
    """

    id: IndicatorId
    norm: NormField
    norm_origin: OriginField
    note: Text | None = None
    basis: BasisField
    source: Text
    text: Text
    footnotes: tuple[Footnote, ...] = ()
    regulations: tuple[Text, ...] = ()

    def is_in_use(self, regulations: Container[str]) -> bool:
        """Whether the row applies where these regulations are in use.

        Args:
            regulations: Those that the review names.
        """
        return not self.regulations or any(name in regulations for name in self.regulations)


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


class EarlierId(Frozen):
    """An id that a row had in an earlier version, and the one that took its place."""

    old: Text
    new: Text


class RetiredId(Frozen):
    """An id that an earlier version had and that nothing took the place of, with the reason."""

    id: Text
    reason: Text


EarlierIds = Annotated[tuple[EarlierId, ...], keyed("old", "new")]


class Catalog(Frozen):
    """Everything a review asks, as one version of the printed form has it.

    `overlaid` tells what overlays did to it; a catalog as its file has it has none.
    """

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
    earlier_ids: EarlierIds = ()
    retired_ids: Annotated[tuple[RetiredId, ...], keyed("id", "reason")] = ()

    _overlaid: Overlaid = PrivateAttr(default=NOT_OVERLAID)

    @property
    def overlaid(self) -> Overlaid:
        """The overlays it was extended with, and what they did to which row."""
        return self._overlaid

    def with_overlaid(self, overlaid: Overlaid, **changed: Any) -> "Catalog":
        """The same catalog with other content, and how that came about.

        Args:
            overlaid: The overlays, and all that they did.
            changed: The fields that are other than before.
        """
        made = self.model_copy(update=changed)
        made._overlaid = overlaid
        for name in _DERIVED:
            made.__dict__.pop(name, None)
        return made

    @cached_property
    def norms(self) -> dict[str, Norm]:
        """The norm of every indicator, by id in catalog order."""
        return {row.id: row.norm for domain in self.domains for row in domain.indicators}

    @cached_property
    def retired(self) -> dict[str, str]:
        """Ids that are asked no longer and have no successor, with the reason."""
        retired = {row.id: row.reason for row in self.retired_ids}
        ends = {row.old: self.current_id(row.old) for row in self.earlier_ids}
        return retired | {old: retired[end] for old, end in ends.items() if end in retired}

    def current_id(self, id: str) -> str:
        """The id that an answer is taken for: the last successor of an old one, else itself.

        Args:
            id: As a checklist writes it.
        """
        return self._ends.get(id, id)

    @cached_property
    def _ends(self) -> dict[str, str]:
        """Where the way from each earlier id ends."""
        successors = {row.old: row.new for row in self.earlier_ids}
        ends: dict[str, str] = {}
        for id in successors:
            way = []
            while id in successors and id not in ends:
                way.append(id)
                id = successors[id]
            ends |= dict.fromkeys(way, ends.get(id, id))
        return ends

    def is_named(self, wanted: str) -> bool:
        """Whether `id` or `id@version`, as a file names its catalog, is this catalog."""
        return wanted in (self.id, f"{self.id}@{self.version}")


_DERIVED = ("norms", "retired", "_ends")
