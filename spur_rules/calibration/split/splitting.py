"""Every pair of raters: what they saw apart, and what they judged apart."""

from __future__ import annotations

from ...explaining.what_if import what_if
from ...policy import Policy
from ..agreement.resampling import Resampling
from ..panels.panel import Panel
from ..suggested import Suggested
from .gaps import gaps
from .grades_by_reading import GradesByReading, domain_readings, nothing_tried
from .judgements import JudgementCounts, judgements
from .kinds import KindCounts, kinds_of, of_kind
from .pairing import Groups, group
from .settling import RowCounts
from .sides import with_sides
from .split import Judgement, Split, SplitKind
from .split_lists import (
    DomainCounts,
    judging,
    readings_to_fix,
    rows_to_settle,
    rows_together,
    settling,
    topics,
)
from .split_rows import RatedOnScale, split_row
from .talking import talking_points
from .ticks_graded import TickNumbers, TicksGraded


def split(panel: Panel, policy: Policy, suggested: Suggested, resampling: Resampling) -> Split:
    """Tell evidence and judgement apart, for every pair of raters of a case and domain.

    Only pairs in which both gave a grade on the domain's scale are counted; ticks are the same when
    every status of the domain is, ej bedömt being a status like the others; but where that leaves a
    range with both grades in it, equal ticks are no judgement.

    Args:
        panel: The reviews.
        policy: How vague words are read.
        suggested: What the rules make of the reviews under that policy.
        resampling: The samples of cases that intervals are made from.

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> from spur_rules.api import read_policy
    >>> from spur_rules.calibration.panels.panel import Rated, gather
    >>> from spur_rules.calibration.suggested import suggest_panel
    >>> from spur_rules.checklist import GivenGrade
    >>> rulebook = load_rulebook()
    >>> met = Checklist.of("st-spur", dict.fromkeys(rulebook.indicators, Status.MET))
    >>> given = [(GivenGrade(domain="E", grade=grade),) for grade in "AB"]
    >>> raters = [met.model_copy(update={"given": grades}) for grades in given]
    >>> panel = gather(rulebook, map(Rated, ["fall 1"] * 2, ["R1", "R2"], raters))
    >>> policy = read_policy(rulebook)
    >>> found = split(panel, policy, suggest_panel(panel, policy), Resampling(1, samples=10))
    >>> found.overall.numbers[SplitKind.JUDGEMENT], found.judgements[0].grades
    (1, ('A', 'B'))
    """
    found = [_counted(panel, policy, suggested, at) for at in range(len(panel.letters))]
    counts = [domain for domain, _ in found]
    whole, rated = KindCounts(len(panel.cases)), RatedOnScale(panel)
    for domain in counts:
        whole += domain.kinds
        rated += domain.rated
    judged = [judgement for _, own in found for judgement in own]
    judged.sort(key=lambda judgement: panel.cases.index(judgement.case))
    found_topics = [topic for topic in topics(counts) if topic.pairs.any()]
    points = talking_points(found_topics, panel.cases)
    return Split(
        split_row(None, whole, rated, resampling),
        tuple(split_row(d.letter, d.kinds, d.rated, resampling) for d in counts),
        rows_to_settle(counts, tuple(panel.rulebook.indicators)),
        rows_together(counts),
        settling(counts),
        readings_to_fix(counts),
        judging(counts),
        tuple(judged),
        tuple(with_sides(panel, point) for point in points),
        len(found_topics) - len(points),
    )


def _counted(
    panel: Panel, policy: Policy, suggested: Suggested, at: int
) -> tuple[DomainCounts, list[Judgement]]:
    cases, linked = len(panel.cases), panel.rulebook.domains[at]
    domain, groups = what_if(panel.rulebook, policy, at), group(panel, suggested, at)
    graded = TicksGraded(TickNumbers(domain), groups.ticks)
    kinds, rated = KindCounts(cases), RatedOnScale(panel)
    rows = RowCounts(groups, graded, cases)
    by_reading = _by_reading(panel, policy, at, groups, graded)
    gap = gaps(graded, groups.given)
    judged = JudgementCounts(groups, by_reading, gap, cases)
    rated.add(groups)
    kinds.add_alike(groups)
    for pairs in groups.pairs():
        found = kinds_of(groups, pairs)
        kinds.add(groups, pairs, found, gap.fits)
        rows.add(pairs)
        rows.add_explained(of_kind(pairs, found, SplitKind.EXPLAINED))
        judged.add(of_kind(pairs, found, SplitKind.JUDGEMENT))
    counts = DomainCounts(linked.letter, linked.order, kinds, rated, rows, judged)
    return counts, list(judgements(panel, groups, by_reading, gap))


def _by_reading(
    panel: Panel, policy: Policy, at: int, groups: Groups, graded: TicksGraded
) -> GradesByReading:
    """What every reading makes of the ticks; none is tried where nobody judged the same apart."""
    if not groups.has_judgements:
        return GradesByReading(nothing_tried(panel.rulebook), graded)
    return GradesByReading(domain_readings(panel.rulebook, policy, at), graded)
