"""What every model read from a file has in common: frozen, strict, its mistakes coded."""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

from .errors import quoted, suggestion_for
from .vocabulary import fold


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

    def parse(value: Any) -> Any:
        if isinstance(value, str):
            found = table.get(fold(value))
            if found is not None:
                return found
            hint = suggestion_for(value, table) or f"; use one of {listed(table)}"
            raise mistake(code, f"unknown {what} {quoted(value)}{hint}")
        raise mistake(code, f"{what} must be text, found {quoted(value)}")

    return BeforeValidator(parse)


def listed(table: Mapping[str, Any]) -> str:
    """The first spelling of each thing in the table, in backticks."""
    first: dict[Any, str] = {}
    for word, thing in table.items():
        first.setdefault(thing, word)
    return ", ".join(f"`{word}`" for word in first.values())


def keyed(*names: str) -> BeforeValidator:
    """A validator that reads `{key: value}` as rows: `names` are the key's and the bare value's."""

    def rows(value: Any) -> Any:
        if not isinstance(value, Mapping):
            return value
        return tuple(_row(key, item, names) for key, item in value.items())

    return BeforeValidator(rows)


def _row(key: Any, item: Any, names: tuple[str, ...]) -> Any:
    if isinstance(item, Mapping):
        return {names[0]: key} | {k: v for k, v in item.items() if k != names[0]}
    return {names[0]: key, names[-1]: item}


def _day(value: Any) -> Any:
    if isinstance(value, str):
        try:
            if len(value) == 10:
                return date.fromisoformat(value)
        except ValueError:
            pass
    if isinstance(value, date):
        return value
    raise mistake("SR123", f"{quoted(value)} is not a date; write it as 2025-11-03")


Text = Annotated[str, StringConstraints(min_length=1, pattern=r"\S")]
Day = Annotated[date, BeforeValidator(_day)]


class Words(Frozen):
    """A rule's own words in Swedish, and in English where they exist."""

    sv: Text
    en: Text | None = None

    def in_language(self, language: str) -> str:
        """The words in one language; Swedish where there are none."""
        return (self.en or self.sv) if language == "en" else self.sv
