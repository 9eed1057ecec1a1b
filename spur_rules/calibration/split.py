"""Where two raters differ: other ticks, or another judgement of the same ticks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ..explanation import Interval
from .estimates import Estimate


class SplitKind(StrEnum):
    """How a pair of raters stands on one domain of one case."""

    SAME_TICKS_SAME_GRADE = "same_ticks_same_grade"
    JUDGEMENT = "same_ticks_other_grade"
    OTHER_TICKS_SAME_GRADE = "other_ticks_same_grade"
    EXPLAINED = "explained_by_ticks"
    UNEXPLAINED = "not_explained_by_ticks"


class SplitRow(NamedTuple):
    """The pairs of one domain, or of all where it is None: how many of each kind, and the share."""

    domain: str | None
    pairs: int
    numbers: dict[SplitKind, int]
    shares: dict[SplitKind, Estimate]


class RowToSettle(NamedTuple):
    """An indicator that raters ticked differently.

    `differing` pairs differ in it; of those whose grades differ and are explained by the ticks,
    `settled` would agree whichever of the two ticks were taken, `possibly` only for one of them.
    """

    indicator: str
    domain: str
    differing: int
    settled: int
    possibly: int


class ReadingToFix(NamedTuple):
    """A policy parameter that the judgements of same ticks may hang on.

    `settled`: pairs in which each rater's grade follows under some value of it, all else alike, so
    that fixing it gives both the same.
    """

    parameter: str
    domain: str | None
    settled: int


class ReadingOfGrade(NamedTuple):
    """Readings under which a grade follows from some ticks: a profile, or values of a parameter."""

    profile: str | None
    parameter: str | None
    values: Interval | None


class Judgement(NamedTuple):
    """Same ticks, other grades: what each grade follows from. Empty where no reading gives it."""

    case: str
    domain: str
    raters: tuple[tuple[str, ...], ...]
    grades: tuple[str, ...]
    suggested: tuple[str, str]
    readings: tuple[tuple[ReadingOfGrade, ...], ...]


@dataclass(frozen=True, eq=False)
class Split:
    """Evidence and judgement, told apart."""

    overall: SplitRow
    domains: tuple[SplitRow, ...]
    rows: tuple[RowToSettle, ...]
    parameters: tuple[ReadingToFix, ...]
    judgements: tuple[Judgement, ...]
