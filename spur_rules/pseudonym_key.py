"""The key of pseudonyms: who is who. It stays with whoever made it."""

from typing import Annotated, Literal

from pydantic import Field

from .frozen import Frozen, Text

SCHEMA = "spur-rules/pseudonyms/1"


class Pseudonym(Frozen):
    """A pseudonym, and the name that it stands for."""

    pseudonym: Text
    name: Text


class PseudonymKey(Frozen):
    """The pseudonyms of raters, and of cases where they have some."""

    schema_id: Annotated[Literal["spur-rules/pseudonyms/1"], Field(alias="schema")]
    raters: tuple[Pseudonym, ...]
    cases: tuple[Pseudonym, ...] = ()

    @classmethod
    def empty(cls) -> "PseudonymKey":
        """A key in which nobody stands yet."""
        return cls.model_validate({"schema": SCHEMA, "raters": ()})
