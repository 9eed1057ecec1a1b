"""Where two raters differ: other ticks, or another judgement of the same ticks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from ...explanation import Interval
from ...vocabulary import Grade
from ..agreement.estimates import Estimate


class SplitKind(StrEnum):
    """How a pair of raters stands on one domain of one case.

    JUDGEMENT: the same ticks, and at least one of the two grades cannot follow from them.
    EXPLAINED: the rules give each of them exactly the grade they gave, from their own ticks. OPEN:
    neither departs from the rules, but what a rater did not assess leaves a range, so nothing can
    be said; the ticks may be the same or not. UNEXPLAINED: at least one gave a grade that the rules
    cannot make of the own ticks.
    """

    SAME_TICKS_SAME_GRADE = "same_ticks_same_grade"
    JUDGEMENT = "same_ticks_other_grade"
    OTHER_TICKS_SAME_GRADE = "other_ticks_same_grade"
    EXPLAINED = "explained_by_ticks"
    UNEXPLAINED = "not_explained_by_ticks"
    OPEN = "open_because_unknown"


#: The kinds in which the two grades differ, in the order in which a sentence names them.
DIFFERENT = (SplitKind.EXPLAINED, SplitKind.JUDGEMENT, SplitKind.UNEXPLAINED, SplitKind.OPEN)


class SplitRow(NamedTuple):
    """The pairs of one domain, or of all where it is None: how many of each kind, and the share.

    `off_scale` given grades are not on the domain's scale and in no pair. Of the unexplained pairs
    one or both raters depart from what the rules make of their own ticks. `despite_ticks` pairs
    have the same grade although the rules would give them two. `same_by_rules` and
    `other_by_rules` are how many pairs the rules give the same grade and another, each by the own
    ticks; the rest is open. `by_rules` is the share of same grades then, of those two. In
    `nothing_ticked` pairs neither assessed anything of the domain: equal ticks say nothing there.
    """

    domain: str | None
    pairs: int
    numbers: dict[SplitKind, int]
    shares: dict[SplitKind, Estimate]
    off_scale: int
    one_departs: int
    both_depart: int
    despite_ticks: int
    same_by_rules: int
    other_by_rules: int
    by_rules: Estimate
    nothing_ticked: int = 0

    @property
    def different(self) -> int:
        """How many pairs have different grades."""
        return sum(self.numbers[kind] for kind in DIFFERENT)


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


class RowsTogether(NamedTuple):
    """Two rows that settle `pairs` differences for sure together, and neither of them alone."""

    indicators: tuple[str, str]
    domain: str
    pairs: int


class Settling(NamedTuple):
    """How many rows it takes to settle the differences that are explained by the ticks.

    A pair is settled when the rules give both the same grade, whichever of the two ticks is taken
    for each of the rows. `by_one_row`, `by_two_rows` and `by_more_rows`: it takes so many at least.
    `by_one_tick` of the last two: a single row would do if it were settled the right way.
    """

    explained: int
    by_one_row: int
    by_two_rows: int
    by_more_rows: int
    by_one_tick: int


class ReadingToFix(NamedTuple):
    """A policy parameter that the judgements of same ticks may hang on.

    `settled`: pairs in which each rater's grade follows under some value of it, all else alike, so
    that fixing it gives both the same.
    """

    parameter: str
    domain: str | None
    settled: int


class Judging(NamedTuple):
    """How many judgements of same ticks some reading explains.

    `by_one_parameter`: each grade follows under some value of one and the same parameter.
    `by_readings`: each follows from some profile or some parameter, but not from one parameter.
    `by_none`: for at least one of the grades there is no such reading. `no_criterion`: no printed
    criterion fits the ticks, and both grades can be defended. `may_follow` is of other pairs: the
    ticks are the same too but leave a range with both grades in it, so that they are open.
    """

    judgements: int
    by_one_parameter: int
    by_readings: int
    by_none: int
    may_follow: int
    no_criterion: int = 0


class ReadingOfGrade(NamedTuple):
    """Readings under which a grade follows from some ticks: a profile, or values of a parameter."""

    profile: str | None
    parameter: str | None
    values: Interval | None


class Stands(StrEnum):
    """How a given grade stands to what the rules make of the rater's own ticks.

    FOLLOWS: they give it. MAY_FOLLOW: it is in the range that they leave. NO_CRITERION: no printed
    criterion fits, and the grade can be defended. DEPARTS: they cannot give it.
    """

    FOLLOWS = "follows"
    MAY_FOLLOW = "may_follow"
    NO_CRITERION = "no_criterion"
    DEPARTS = "departs"


class Judgement(NamedTuple):
    """Same ticks, other grades: which readings give each. Empty where none does.

    Grades that the ticks leave a range for are here too, but not where nothing was ticked.

    `raters` and `readings` stand in the order of `grades`, the best first; `suggested` is the worst
    and the best grade of the ticks under the policy. A parameter is listed only where its value
    makes a difference to the domain's grade. `stands` is how each grade stands under the policy;
    `unknown` are the rows that are not assessed; `no_criterion` is the rule whose caveat says that
    no printed criterion fits.
    """

    case: str
    domain: str
    raters: tuple[tuple[str, ...], ...]
    grades: tuple[str, ...]
    suggested: tuple[str, str]
    readings: tuple[tuple[ReadingOfGrade, ...], ...]
    stands: tuple[Stands, ...] = ()
    unknown: tuple[str, ...] = ()
    no_criterion: str | None = None

    @property
    def pairs(self) -> int:
        """How many pairs of raters differ here."""
        numbers = [len(names) for names in self.raters]
        return (sum(numbers) ** 2 - sum(number**2 for number in numbers)) // 2

    @property
    def follows(self) -> str | None:
        """The grade that follows under the policy itself; None while a range is left."""
        worst, best = self.suggested
        return worst if worst == best else None


class TopicKind(StrEnum):
    """What there is to talk about."""

    ROW = "row"
    PARAMETER = "parameter"
    GRADE = "grade"


class Side(NamedTuple):
    """The raters of a case who ticked a row the same, or gave the same grade."""

    answer: str
    raters: tuple[str, ...]


class TalkingPoint(NamedTuple):
    """What to talk about, and at which case it shows best.

    `topic` is an indicator, a parameter, or None where given grades do not follow from the raters'
    own ticks, neither by the policy nor (where two have the same ticks) by any other reading. Where
    `no_criterion` names a rule, its caveat says that no printed criterion fits these ticks: then
    the given grades can both be defended, and it is not said that they do not follow.
    `here` is how many pairs it would bring together in that case, `in_all` in all cases. `sides`
    are the case's raters: by their tick for a row, else by their given grade. `also` are other
    parameters that some of the same pairs may hang on; those that settle no further pair are no
    point of their own.
    """

    kind: TopicKind
    topic: str | None
    domain: str
    case: str
    here: int
    in_all: int
    sides: tuple[Side, ...] = ()
    also: tuple[str, ...] = ()
    no_criterion: str | None = None


class TickDifference(NamedTuple):
    """A row that two raters ticked differently, and what settling it would do.

    `with_first` is whether both would have the same grade by the rules if the first rater's tick
    were taken for both, `with_second` if the second's were. A tick is None where the row is bound
    to regulations that the rater's review does not name.
    """

    indicator: str
    first: str | None
    second: str | None
    with_first: bool
    with_second: bool


class OwnGrade(NamedTuple):
    """One rater's given grade, what the rules make of the own ticks, and what readings give it.

    `no_criterion` is the rule whose caveat says that no printed criterion fits the ticks, where the
    given grade can be defended for that.
    """

    rater: str
    given: Grade
    worst: Grade
    best: Grade
    readings: tuple[ReadingOfGrade, ...]
    no_criterion: str | None = None

    @property
    def follows(self) -> bool:
        """Whether the rules give exactly this grade."""
        return self.worst is self.best is self.given

    @property
    def departs(self) -> bool:
        """Whether the rules cannot give this grade, however the unknown turns out."""
        return not self.best <= self.given <= self.worst


class PairExplained(NamedTuple):
    """Two raters of one domain of one case, told apart: `ticks` are those that differ.

    With `nothing_ticked` neither assessed anything of the domain.
    """

    case: str
    domain: str
    kind: SplitKind
    first: OwnGrade
    second: OwnGrade
    ticks: tuple[TickDifference, ...]
    nothing_ticked: bool = False


@dataclass(frozen=True, eq=False)
class Split:
    """Evidence and judgement, told apart.

    `more_to_talk_about` is how many topics would bring pairs together and are not in `talk_about`.
    """

    overall: SplitRow
    domains: tuple[SplitRow, ...]
    rows: tuple[RowToSettle, ...]
    rows_together: tuple[RowsTogether, ...]
    settling: Settling
    parameters: tuple[ReadingToFix, ...]
    judging: Judging
    judgements: tuple[Judgement, ...]
    talk_about: tuple[TalkingPoint, ...]
    more_to_talk_about: int = 0
