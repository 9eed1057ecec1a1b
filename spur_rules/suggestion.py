"""What comes out: a suggested grade or range per domain, and everything that justifies it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, NamedTuple, Protocol, TypeVar

from .frozen import Day
from .policy import Policy
from .provenance import NOT_OVERLAID, ContentId, Overlaid
from .vocabulary import Grade, Norm, Status


class Ceiling(NamedTuple):
    """A rule that fired: the best grade it still allows, and the indicators that justify it.

    `binding` when no other ceiling is lower: this is what the grade rests on.
    """

    rule: str
    grade: Grade
    binding: bool
    indicators: tuple[str, ...]


class Shortcoming(NamedTuple):
    """An indicator that is delvis or ej uppfyllt, and the lowest ceiling it takes part in."""

    indicator: str
    norm: Norm
    status: Status
    ceiling: Grade | None
    text: str
    comment: str | None
    evidence: str | None
    reason: str | None


class SetAside(NamedTuple):
    """An indicator that is met in another way or does not apply, with the inspectors' reason."""

    indicator: str
    status: Status
    reason: str | None


class NotInUse(NamedTuple):
    """An indicator bound to regulations that the review does not name: as if it were not there.

    `answer` is what the checklist says of it all the same; nothing is made of that.
    """

    indicator: str
    regulations: tuple[str, ...]
    answer: Status | None


class CaveatCode(StrEnum):
    """Why a suggestion should be read with care."""

    RULE = "rule"
    RULE_OPEN = "rule-open"
    NORM_VOID = "norm-void"
    PLAN_SHORT = "plan-short"
    PLAN_CANNOT_MEND = "plan-cannot-mend"
    PLAN_OFF_SCALE = "plan-off-scale"
    PLAN_UNASSESSED = "plan-unassessed"


class Caveat(NamedTuple):
    """Where the printed scale does not settle the matter.

    A rule's own caveat, or one that hangs on what is unknown; a norm of which nothing applies; or a
    plan that is in but does not answer some indicators, cannot mend what a rule asks for, leads to
    a grade that the scale does not have, or would have to answer what is not assessed.
    """

    code: CaveatCode
    rule: str | None = None
    norm: Norm | None = None
    indicators: tuple[str, ...] = ()
    grade: Grade | None = None


class Cause(StrEnum):
    """What changed a grade after the visit."""

    PLAN = "handlingsplan"
    CORRECTION = "faktakorrigering"


class GradeRange(NamedTuple):
    """The worst and the best grade still possible.

    >>> GradeRange(Grade.C, Grade.C).grade, GradeRange(Grade.D, Grade.B).grade
    (<Grade.C: 'C'>, None)
    """

    worst: Grade
    best: Grade

    @property
    def grade(self) -> Grade | None:
        """The grade; None while worst and best differ."""
        return self.best if self.worst is self.best else None


class GradeChange(NamedTuple):
    """One link in the chain of a domain's grades: what it was, what happened, what it became.

    `indicators` are those that the plan answers or the correction is about; `by_plan` tells whether
    the new grade rests on the plan; `ceilings` are those that a correction left.
    """

    domain: str
    original: GradeRange
    cause: Cause
    adjusted: GradeRange
    date: Day | None
    reason: str
    indicators: tuple[str, ...]
    by_plan: bool
    caveats: tuple[Caveat, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()


class NoticeCode(StrEnum):
    """What a reader of the whole suggestion should know."""

    ENGINE_FAILED = "engine-failed"
    OUTSIDE_VALIDITY = "outside-validity"
    EDITION_NAMED = "edition-named"
    EDITION_ON_DAY = "edition-on-day"
    EDITION_AT_REVIEW = "edition-at-review"
    OVERLAY_EXAMPLE = "overlay-example"
    OVERLAY_OUTSIDE_VALIDITY = "overlay-outside-validity"
    LAW_REPEALED = "law-repealed"
    REGULATION_UNNAMED = "regulation-unnamed"
    EARLIER_ID = "earlier-id"
    RETIRED_ID = "retired-id"


class Notice(NamedTuple):
    """A remark on the whole suggestion, with the detail it is about."""

    code: NoticeCode
    detail: str


class Outcome(NamedTuple):
    """What one answer would give: the range after it, and how many answers could still follow.

    `answers_left` is the number that is enough whatever they are; None where it is not known.
    """

    status: Status
    worst: Grade
    best: Grade
    answers_left: int | None


class OpenIndicator(NamedTuple):
    """An unassessed indicator that could move the grade, and what each answer would give.

    `answers_left` counts this answer too: so many are enough to settle the grade, whatever they
    are, when this indicator is asked first. None where it is not known.
    """

    indicator: str
    norm: Norm
    text: str
    answers_left: int | None
    outcomes: tuple[Outcome, ...]

    @property
    def if_met(self) -> tuple[Grade, Grade]:
        """The range, worst first, when the indicator is met."""
        return self._range_if(Status.MET)

    @property
    def if_not_met(self) -> tuple[Grade, Grade]:
        """The range, worst first, when it is not."""
        return self._range_if(Status.NOT_MET)

    def _range_if(self, status: Status) -> tuple[Grade, Grade]:
        outcome = next(o for o in self.outcomes if o.status is status)
        return outcome.worst, outcome.best


class DomainSuggestion(NamedTuple):
    """One domain: its grade, or the range from worst to best while something is unknown.

    `adjusted` is the last change that a plan or a correction made; the grade stays as it was.
    `corrected` are the shortcomings of the answers in force, None where no correction changed them.
    """

    domain: str
    worst: Grade
    best: Grade
    ceilings: tuple[Ceiling, ...] = ()
    shortcomings: tuple[Shortcoming, ...] = ()
    open: tuple[OpenIndicator, ...] = ()
    caveats: tuple[Caveat, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    adjusted: GradeChange | None = None
    corrected: tuple[Shortcoming, ...] | None = None
    not_in_use: tuple[NotInUse, ...] = ()

    @property
    def grade(self) -> Grade | None:
        """The suggested grade; None while worst and best differ."""
        return self.best if self.worst is self.best else None

    @property
    def range(self) -> GradeRange:
        """From the worst to the best grade, as they were suggested."""
        return GradeRange(self.worst, self.best)

    @property
    def range_now(self) -> GradeRange:
        """The same after the last change."""
        return self.adjusted.adjusted if self.adjusted else self.range

    @property
    def shortcomings_now(self) -> tuple[Shortcoming, ...]:
        """The shortcomings of the answers in force. A plan mends none: they are not mended yet."""
        return self.shortcomings if self.corrected is None else self.corrected


@dataclass(frozen=True, slots=True)
class Provenance:
    """What the suggestion was made from and by: enough to make it again, byte by byte."""

    catalog: ContentId
    rules: ContentId
    policy: Policy
    engines: tuple[str, ...]
    input_sha256: str
    version: str
    overlaid: Overlaid = NOT_OVERLAID


class OfDomain(Protocol):
    """What belongs to one domain."""

    @property
    def domain(self) -> str:
        """The domain's letter."""


Row = TypeVar("Row", bound=OfDomain)


class ByLetter(Generic[Row]):
    """What has something for each domain, found by the domain's letter."""

    __slots__ = ()
    domains: tuple[Row, ...]

    def __getitem__(self, letter: str) -> Row:
        """What belongs to one domain.

        Args:
            letter: The domain's letter.

        Raises:
            KeyError: No such domain.
        """
        for row in self.domains:
            if row.domain == letter:
                return row
        raise KeyError(letter)


@dataclass(frozen=True, slots=True)
class Suggestion(ByLetter[DomainSuggestion]):
    """The suggestion for a whole review: every domain, in catalog order. It never decides."""

    domains: tuple[DomainSuggestion, ...]
    notices: tuple[Notice, ...]
    provenance: Provenance

    @property
    def is_complete(self) -> bool:
        """Whether every domain has a grade."""
        return all(domain.grade is not None for domain in self.domains)
