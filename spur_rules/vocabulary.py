"""The field's own words: grade, norm, status, and how a person may spell them."""

from __future__ import annotations

import unicodedata
from enum import IntEnum, StrEnum


class Grade(StrEnum):
    """A printed grade. A is the best; a worse grade compares as greater.

    >>> max(Grade.A, Grade.D)
    <Grade.D: 'D'>
    """

    A = "A"
    B = "B"
    C = "C"
    D = "D"


class Norm(StrEnum):
    """What kind of demand an indicator makes: binding, advice, or the SPUR model's own."""

    FORESKRIFT = "föreskrift"
    ALLMANT_RAD = "allmänt råd"
    KVALITETSINDIKATOR = "kvalitetsindikator"


class Status(StrEnum):
    """What the inspectors found for one indicator.

    >>> Status.PARTLY.is_shortcoming, Status.NOT_ASSESSED.is_shortcoming
    (True, False)
    """

    MET = "uppfyllt"
    MET_OTHERWISE = "på annat sätt"
    PARTLY = "delvis"
    NOT_MET = "ej uppfyllt"
    NOT_APPLICABLE = "ej tillämpligt"
    NOT_ASSESSED = "ej bedömt"

    @property
    def code(self) -> Code:
        """The small number that stands for this status inside the engines."""
        return Code[self.name]

    @property
    def is_shortcoming(self) -> bool:
        """Whether the indicator is met only partly or not at all."""
        return self in (Status.PARTLY, Status.NOT_MET)

    @property
    def needs_reason(self) -> bool:
        """Whether the checklist must say why this status was chosen."""
        return self in (Status.MET_OTHERWISE, Status.NOT_APPLICABLE)


class Code(IntEnum):
    """A status as a byte: a whole checklist is one `bytes` object.

    NOT_IN_USE is no status: the row is bound to regulations that the review does not name, so it is
    as if it were not there, whatever was answered.
    """

    MET = 0
    MET_OTHERWISE = 1
    PARTLY = 2
    NOT_MET = 3
    NOT_APPLICABLE = 4
    NOT_ASSESSED = 5
    NOT_IN_USE = 6


#: Other spellings that are accepted beside the Swedish value and the Python name.
SPELLINGS: dict[str, Status] = {
    "uppfylld": Status.MET,
    "partly met": Status.PARTLY,
    "partially met": Status.PARTLY,
    "delvis uppfyllt": Status.PARTLY,
    "delvis uppfylld": Status.PARTLY,
    "ej uppfylld": Status.NOT_MET,
    "met in another way": Status.MET_OTHERWISE,
}


def fold(word: str) -> str:
    r"""A word as it is compared: NFC, lower case, one space between parts, no underscores.

    >>> fold("Ej_Uppfyllt "), fold("pa\u030a  ANNAT sätt")
    ('ej uppfyllt', 'på annat sätt')
    """
    return " ".join(unicodedata.normalize("NFC", word).casefold().replace("_", " ").split())


STATUSES: dict[str, Status] = (
    {status.value: status for status in Status}
    | {fold(status.name): status for status in Status}
    | SPELLINGS
)
NORMS: dict[str, Norm] = {norm.value: norm for norm in Norm}
GRADES: dict[str, Grade] = {fold(grade.value): grade for grade in Grade}
