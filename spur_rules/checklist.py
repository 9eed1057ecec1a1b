"""The checklist: what the inspectors found, and the grades and the plan that go with it."""

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BeforeValidator,
    Field,
    PrivateAttr,
    ValidatorFunctionWrapHandler,
    WrapValidator,
)

from .frozen import Day, Frozen, StatusField, Text, keyed, one_of
from .plan import Correction, PlanEntry
from .provenance import content_hash
from .vocabulary import GRADES, Grade, Status

SCHEMA = "spur-rules/checklist/1"

_CODES = {status: int(status.code) for status in Status}

GradeGiven = Annotated[Grade, one_of(GRADES, "SR407", "grade")]


class Review(Frozen):
    """Which visit this is. Everything is optional; inspectors may stay unnamed."""

    unit: Text | None = None
    specialty: Text | None = None
    date: Day | None = None
    inspectors: tuple[Text, ...] = ()
    regulations: tuple[Text, ...] = ()


class Answer(Frozen):
    """What was found for one indicator: its status, and what was written beside it."""

    indicator: Text
    status: StatusField
    comment: Text | None = None
    evidence: Text | None = None
    reason: Text | None = None


class GivenGrade(Frozen):
    """A grade that the inspectors have in mind for a domain."""

    domain: Text
    grade: GradeGiven
    reason: Text | None = None


def _unless_blank(row: Any, read: ValidatorFunctionWrapHandler) -> Any:
    """A form has a line for every domain: one that is left blank is not given."""
    is_row = isinstance(row, dict) and "grade" in row
    is_blank = is_row and row["grade"] is None and row.get("reason") is None
    return None if is_blank else read(row)


def _given(rows: tuple[GivenGrade | None, ...]) -> tuple[GivenGrade, ...]:
    return tuple(row for row in rows if row is not None)


def _none_as_empty(rows: Any) -> Any:
    return {} if rows is None else rows


GivenGrades = Annotated[
    tuple[Annotated[GivenGrade, WrapValidator(_unless_blank)], ...],
    keyed("domain", "grade"),
    BeforeValidator(_none_as_empty),
    AfterValidator(_given),
]


class Checklist(Frozen):
    """A filled checklist. An indicator that it does not mention is not assessed.

    >>> checklist = Checklist.of("st-spur", {"A1": Status.MET, "A4": Status.NOT_MET})
    >>> checklist.status("A4"), checklist.status("A2")
    (<Status.NOT_MET: 'ej uppfyllt'>, <Status.NOT_ASSESSED: 'ej bedömt'>)
    """

    schema_id: Annotated[Literal["spur-rules/checklist/1"], Field(alias="schema")]
    catalog: Text
    review: Annotated[Review, Field(default_factory=Review)]
    answers: Annotated[tuple[Answer, ...], keyed("indicator", "status")]
    given: GivenGrades = ()
    plan: tuple[PlanEntry, ...] = ()
    corrections: tuple[Correction, ...] = ()
    overlays: tuple[Text, ...] = ()

    _renamed: tuple[tuple[str, str], ...] = PrivateAttr(default=())

    @property
    def renamed(self) -> tuple[tuple[str, str], ...]:
        """Ids of an earlier version that the file has, and those that they are taken for."""
        return self._renamed

    def with_renamed(self, renamed: dict[str, str], **changed: Any) -> "Checklist":
        """The same checklist under the ids that are used now.

        Args:
            renamed: The ids that the file has, and those that they are taken for.
            changed: The fields that are other than before.
        """
        made = self.model_copy(update=changed)
        made._renamed = tuple(renamed.items())
        return made

    @classmethod
    def of(cls, catalog: str, statuses: dict[str, Status]) -> "Checklist":
        """A checklist made in code, without a file.

        Args:
            catalog: The id of the catalog it answers.
            statuses: The status by indicator id.
        """
        return cls.model_validate({"schema": SCHEMA, "catalog": catalog, "answers": statuses})

    def status(self, indicator: str) -> Status:
        """The status of one indicator; ej bedömt where the checklist does not mention it."""
        answer = self.by_indicator.get(indicator)
        return answer.status if answer else Status.NOT_ASSESSED

    @cached_property
    def by_indicator(self) -> dict[str, Answer]:
        """The answers by indicator id."""
        return {answer.indicator: answer for answer in self.answers}

    @cached_property
    def codes(self) -> dict[str, int]:
        """The status codes by indicator id."""
        return {answer.indicator: _CODES[answer.status] for answer in self.answers}

    @cached_property
    def remarked(self) -> tuple[Answer, ...]:
        """The answers that have something written beside them."""
        return tuple([a for a in self.answers if a.comment or a.evidence or a.reason])

    @cached_property
    def encoded(self) -> dict[object, bytes]:
        """What `facts.encode` made of the checklist, by rulebook."""
        return {}

    @cached_property
    def sha256(self) -> str:
        """The hash of what the checklist says, the same for any file format, layout or order."""
        content = self.model_dump(mode="json", by_alias=True)
        content["answers"].sort(key=lambda answer: answer["indicator"])
        for newer in ("corrections", "overlays"):  # than the format: a checklist keeps its hash
            if not content[newer]:
                del content[newer]
        return content_hash(content)

    def __copy__(self) -> "Checklist":
        return _without_derived(super().__copy__())

    def __deepcopy__(self, memo: dict[int, Any] | None = None) -> "Checklist":
        return _without_derived(super().__deepcopy__(memo))

    def __getstate__(self) -> dict[Any, Any]:
        state = super().__getstate__()
        own = {k: v for k, v in state["__dict__"].items() if k not in _DERIVED}
        return state | {"__dict__": own}


_DERIVED = ("by_indicator", "codes", "remarked", "encoded", "sha256")


def _without_derived(copied: Checklist) -> Checklist:
    """A copy may get other answers, so it must derive everything anew."""
    for name in _DERIVED:
        copied.__dict__.pop(name, None)
    return copied
