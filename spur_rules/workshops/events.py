"""What happens in a workshop, one frozen event for each thing. An event is never changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, ValidationError

from ..calibration.panels.names import sound_name
from ..frozen import Frozen, Identifier, Letter, StatusField, Text, mistake
from ..rules import GradeField

#: A text on the command line longer than this is something else that was pasted.
MOST_CHARACTERS = 4000
#: A name stands in tables.
MOST_OF_A_NAME = 100


def _one_line(text: str) -> str:
    """Text that is shown again later: nothing in it may steer a terminal."""
    joined = " ".join(text.split())
    if not joined.isprintable():
        raise mistake("SR123", "the text holds control characters; write it without them")
    if len(joined) > MOST_CHARACTERS:
        raise mistake("SR123", f"the text is longer than {MOST_CHARACTERS} characters; shorten it")
    return joined


def _sound(text: str) -> str:
    """The name of a case or a rater, the same however it was typed or stored."""
    made = sound_name(text)
    if made is None or not made.isprintable() or len(made) > MOST_OF_A_NAME:
        message = f"a name is one line of text of at most {MOST_OF_A_NAME} characters"
        raise mistake("SR124", message)
    return made


Line = Annotated[Text, AfterValidator(_one_line)]
Name = Annotated[Text, AfterValidator(_sound)]


class Source(Frozen):
    """A catalog, ruleset or overlay as it was, so that the workshop always grades the same."""

    name: Line
    id: Identifier
    version: Text
    sha256: Text
    text: Text


class Opened(Frozen):
    """The workshop began: what it is called, and by what its checklists are graded.

    `raters` are those who are expected by name, `expected` how many there will be in all.
    """

    title: Line
    policy: Line
    catalog: Source
    rules: Source
    overlays: tuple[Source, ...] = ()
    version: Text
    raters: tuple[Name, ...] = ()
    expected: int | None = None


class CaseAdded(Frozen):
    """A case that raters score; `sha256` is of the checklist that they were given, if any."""

    case: Name
    sha256: Text | None = None


class RoundBegun(Frozen):
    """Raters score alone from now on."""

    round: int


class HandedIn(Frozen):
    """One rater's ticks and grades of one case; a later one in the same round takes its place."""

    round: int
    case: Name
    rater: Name
    ticks: Mapping[str, StatusField]
    given: Mapping[Letter, GradeField]
    regulations: tuple[Text, ...] = ()
    sha256: Text


class Withdrawn(Frozen):
    """What a rater handed in of a case was a mistake: it counts no more in the open round."""

    round: int
    case: Name
    rater: Name


class Revealed(Frozen):
    """The scoring is over, and everybody sees what everybody wrote."""

    round: int


class Discussed(Frozen):
    """Something that was said, about a case's domain, an indicator or anything else."""

    about: Line | None = None
    text: Line


class ParameterDecided(Frozen):
    """How a vague word is to be read from now on, as a value; in one domain or in all."""

    parameter: Text
    value: Text
    domain: Letter | None = None
    because: Line


class IndicatorDecided(Frozen):
    """How an indicator is to be read from now on, in words."""

    indicator: Text
    text: Line
    because: Line | None = None


class Closed(Frozen):
    """Nothing more happens in this workshop."""


Event: TypeAlias = (
    Opened
    | CaseAdded
    | RoundBegun
    | HandedIn
    | Withdrawn
    | Revealed
    | Discussed
    | ParameterDecided
    | IndicatorDecided
    | Closed
)

#: What the store calls each kind. A name is never used again for something else.
KINDS: dict[str, type[Event]] = {
    "opened": Opened,
    "case added": CaseAdded,
    "round begun": RoundBegun,
    "handed in": HandedIn,
    "withdrawn": Withdrawn,
    "revealed": Revealed,
    "discussed": Discussed,
    "parameter decided": ParameterDecided,
    "indicator decided": IndicatorDecided,
    "closed": Closed,
}
_NAMES: dict[type[Event], str] = {type_: name for name, type_ in KINDS.items()}


def kind_of(event: Event) -> str:
    """The name of an event's kind.

    >>> kind_of(Revealed(round=1))
    'revealed'
    """
    return _NAMES[type(event)]


def as_content(event: Event) -> str:
    """An event as canonical JSON: the same event is the same text.

    >>> as_content(Discussed(text="Vad är enstaka?"))
    '{"about":null,"text":"Vad är enstaka?"}'
    """
    return canonical(event.model_dump(mode="json"))


def canonical(data: Any) -> str:
    """JSON with sorted keys and no spaces."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def read_event(kind: str, content: str) -> Event:
    """The event that was written, checked as if it were new.

    Args:
        kind: One of `KINDS`.
        content: What `as_content` made of it.

    Raises:
        ValueError: It is no event that this version writes.

    >>> read_event("round begun", '{"round":2}')
    RoundBegun(round=2)
    """
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind}")
    try:
        return KINDS[kind].model_validate_json(content)
    except ValidationError as error:
        raise ValueError(error.errors()[0]["msg"]) from None
