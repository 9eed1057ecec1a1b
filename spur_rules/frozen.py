"""What every model read from a file has in common: frozen, strict, its mistakes coded."""

import contextlib
import re
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from .errors import described, quoted, suggestion_for
from .vocabulary import STATUSES, Status, fold


class Frozen(BaseModel):
    """The base of every model read from a file."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", strict=True, arbitrary_types_allowed=True, defer_build=True
    )


def mistake(code: str, message: str) -> PydanticCustomError:
    """A mistake with its code, to be raised by a validator; `loading` adds the place."""
    return PydanticCustomError(code, "{message}", {"message": message})


def one_of(table: Mapping[str, Any], code: str, what: str) -> BeforeValidator:
    """A validator that takes any spelling in the table, and names what is close otherwise."""
    known = f"; use one of {listed(table)}"  # once: a file may have the mistake 10,000 times

    def parse(value: Any) -> Any:
        if isinstance(value, str):
            found = table.get(fold(value))
            if found is not None:
                return found
            hint = suggestion_for(value, table) or known
            raise mistake(code, f"unknown {what} {quoted(value)}{hint}")
        raise mistake(code, f"{what} must be text, found {described(value)}{known}")

    return BeforeValidator(parse)


def listed(table: Mapping[str, Any]) -> str:
    """Each thing in the table by its own word, or else its first spelling, in backticks."""
    first: dict[Any, str] = {}
    for word, thing in table.items():
        first.setdefault(thing, thing.value if isinstance(thing, Enum) else word)
    return ", ".join(f"`{word}`" for word in first.values())


def keyed(key: str, value: str, merged: bool = True) -> BeforeValidator:
    """A validator that reads `{key: value}` as rows.

    Args:
        key: The field that takes the key.
        value: The field that takes a bare value.
        merged: Whether a group of keys is the row itself rather than the bare value.
    """

    def row(name: Any, item: Any) -> dict[str, Any]:
        if merged and isinstance(item, Mapping):
            return {**item, key: name}
        return {key: name, value: item}

    def rows(found: Any) -> Any:
        if isinstance(found, Mapping):
            return tuple(row(name, item) for name, item in found.items())
        raise PydanticCustomError("not_keyed", "not keyed")

    return BeforeValidator(rows)


DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_day(text: str) -> date | None:
    """A date as files write it; None where it is none.

    >>> read_day("2025-11-03"), read_day("3/11 2025")
    (datetime.date(2025, 11, 3), None)
    """
    if DAY.fullmatch(text):
        with contextlib.suppress(ValueError):
            return date.fromisoformat(text)
    return None


def _day(value: Any) -> Any:
    if isinstance(value, date):
        return value
    if isinstance(value, str) and (day := read_day(value)):
        return day
    found = described(value)
    raise mistake("SR123", f"expected a date, found {found}; write it as 2025-11-03")


#: The patterns of names, and how a message describes them.
PATTERNS = {
    r"\S": "it must not be empty",
    r"^[A-ZÅÄÖ]$": "it must be one capital letter",
    r"^[A-ZÅÄÖ][0-9A-Za-zÅÄÖåäö-]{1,15}$": "it must be the domain's letter and more, such as A1",
    r"^[0-9a-zåäö][0-9a-zåäö_.-]{0,63}$": "it must be small letters, digits, `-`, `_` and `.`",
    r"^\d+\.\d+\.\d+$": "it must be three numbers, such as 1.0.0",
    r"^[a-zåäö][a-zåäö0-9_]*(\.[a-zåäö0-9_]+)*$": "it must be small letters, such as delvis.råd",
    r"^[0-9A-Za-zÅÄÖåäö][0-9A-Za-zÅÄÖåäö_.-]{0,63}$": "it must be letters, digits, `-`, `_`, `.`",
}
_TEXT, _LETTER, _INDICATOR, _IDENTIFIER, _VERSION, _PARAMETER, CASE_PATTERN = PATTERNS

Text = Annotated[str, Field(min_length=1, pattern=_TEXT)]
Letter = Annotated[str, Field(pattern=_LETTER)]
IndicatorId = Annotated[str, Field(pattern=_INDICATOR)]
Identifier = Annotated[str, Field(pattern=_IDENTIFIER)]
Version = Annotated[str, Field(pattern=_VERSION)]
ParameterId = Annotated[str, Field(pattern=_PARAMETER)]
CaseId = Annotated[str, Field(pattern=CASE_PATTERN)]
Day = Annotated[date, BeforeValidator(_day)]
StatusField = Annotated[Status, one_of(STATUSES, "SR402", "status")]


class Words(Frozen):
    """A rule's or a hint's own words in Swedish, and in English where they exist."""

    sv: Text
    en: Text | None = None

    def in_language(self, language: str) -> str:
        """The words in one language; Swedish where there are none."""
        return (self.en or self.sv) if language == "en" else self.sv
