"""Evidence and judgement by hand: every expected figure is worked from the printed criteria.

Domain E has föreskrifter E1–E6, allmänna råd E7–E11 and kvalitetsindikatorer E12–E14.
"""

from fractions import Fraction

import numpy as np
import pytest
from panels import panel, rated
from small_books import FORESKRIFT, RAD, book, fact

from spur_rules import Status
from spur_rules.calibration.agreement.estimates import ConfidenceInterval, NoFigure
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.panels.panel import Rated
from spur_rules.calibration.split import pairing
from spur_rules.calibration.split.split import (
    ReadingOfGrade,
    RowToSettle,
    Side,
    Split,
    SplitKind,
    Stands,
    TalkingPoint,
    TopicKind,
)
from spur_rules.calibration.split.splitting import split
from spur_rules.calibration.split.talking import Topic, talking_points
from spur_rules.calibration.split.ticks_graded import TickNumbers, TicksGraded
from spur_rules.calibration.suggested import suggest_panel
from spur_rules.explaining.what_if import what_if
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Code

NOT_MET, PARTLY, UNKNOWN = "ej uppfyllt", "delvis", "ej bedömt"
#: One and a half of three kvalitetsindikatorer are missing.
ONE_AND_A_HALF = {"E12": PARTLY, "E14": NOT_MET}


def told_apart(rulebook: Rulebook, *rows: Rated, profile: str = "standard") -> Split:
    found = panel(rulebook, *rows)
    policy = rulebook.policy(profile)
    return split(found, policy, suggest_panel(found, policy), Resampling(len(found.cases), 200))


def two(rulebook: Rulebook, *ticked: tuple[dict[str, str], str]) -> Split:
    """One case, domain E: what each rater ticked, and the grade given."""
    rows = [
        rated(rulebook, "fall 1", f"R{number}", ticks, {"E": grade})
        for number, (ticks, grade) in enumerate(ticked, 1)
    ]
    return told_apart(rulebook, *rows)


def only(found: Split) -> SplitKind:
    """The kind of the only pair."""
    assert found.overall.pairs == 1
    return next(kind for kind, number in found.overall.numbers.items() if number)


def test_same_ticks_other_grade_is_judgement(rulebook: Rulebook) -> None:
    found = two(rulebook, (ONE_AND_A_HALF, "A"), (ONE_AND_A_HALF, "B"))
    assert only(found) is SplitKind.JUDGEMENT
    judgement = found.judgements[0]
    assert (judgement.case, judgement.domain) == ("fall 1", "E")
    assert judgement.grades == ("A", "B")
    assert judgement.raters == (("R1",), ("R2",))
    assert judgement.suggested == ("B", "B")
    assert judgement.follows == "B"
    assert not found.rows
    assert found.settling == (0, 0, 0, 0, 0)


def test_each_grade_with_the_readings_it_follows_from(rulebook: Rulebook) -> None:
    """1.5 exceptions: A where so many are occasional, or where delvis is none; else B.

    Half of the three are met, and with delvis as met two thirds: the share decides nothing.
    """
    found = two(rulebook, (ONE_AND_A_HALF, "A"), (ONE_AND_A_HALF, "B"))
    mild, strict = found.judgements[0].readings
    assert [reading.profile for reading in mild if reading.profile] == ["generös"]
    assert [reading.profile for reading in strict if reading.profile] == ["standard", "sträng"]
    assert values(mild, "enstaka_undantag.högst").low == Fraction(3, 2)
    assert values(strict, "enstaka_undantag.högst")[:2] == (0, 1)
    assert values(mild, "delvis.kvalitetsindikator")[:2] == (1, 1)
    assert values(strict, "delvis.kvalitetsindikator")[:2] == (0, Fraction(1, 2))
    named = [reading.parameter for reading in (*mild, *strict) if reading.parameter]
    assert set(named) == {"enstaka_undantag.högst", "delvis.kvalitetsindikator"}


def values(readings: tuple[ReadingOfGrade, ...], parameter: str) -> tuple[Fraction, ...]:
    (found,) = [reading.values for reading in readings if reading.parameter == parameter]
    assert found is not None
    return found


def test_the_parameter_whose_fixing_settles_it(rulebook: Rulebook) -> None:
    found = two(rulebook, (ONE_AND_A_HALF, "A"), (ONE_AND_A_HALF, "B"))
    in_all = [(row.parameter, row.settled) for row in found.parameters if row.domain is None]
    assert in_all == [
        ("enstaka_undantag.högst", 1),
        ("delvis.kvalitetsindikator", 1),
        ("enstaka_undantag.minsta_andel", 0),
        ("väsentliga_delar.minsta_andel", 0),
        ("delvis.allmänt_råd", 0),
    ]
    assert {row.domain for row in found.parameters} == {None, "E"}
    assert found.judging == (1, 1, 0, 0, 0, 0)


def test_two_readings_at_once_are_no_single_parameter(rulebook: Rulebook) -> None:
    """2.5 exceptions, a sixth met: A only where all of the generous reading is taken together."""
    ticks = {"E12": NOT_MET, "E13": NOT_MET, "E14": PARTLY}
    found = two(rulebook, (ticks, "A"), (ticks, "B"))
    assert found.judgements[0].readings[0] == (ReadingOfGrade("generös", None, None),)
    assert not any(row.settled for row in found.parameters)
    assert found.judging == (1, 0, 1, 0, 0, 0)


def test_a_grade_that_no_reading_gives(rulebook: Rulebook) -> None:
    found = two(rulebook, ({}, "A"), ({}, "D"))
    assert found.judgements[0].readings[1] == ()
    assert found.judging == (1, 0, 0, 1, 0, 0)
    sides = (Side("A", ("R1",)), Side("D", ("R2",)))
    assert found.talk_about == (TalkingPoint(TopicKind.GRADE, None, "E", "fall 1", 1, 1, sides),)


def test_same_ticks_that_leave_a_range(rulebook: Rulebook) -> None:
    """E1 ej bedömt leaves A to D, so that both may follow: equal ticks are no judgement then."""
    found = two(rulebook, ({"E1": UNKNOWN}, "A"), ({"E1": UNKNOWN}, "D"))
    assert only(found) is SplitKind.OPEN
    assert found.judgements[0].suggested == ("D", "A")
    assert found.judgements[0].follows is None
    assert found.judgements[0].unknown == ("E1",)
    assert found.judgements[0].stands == (Stands.MAY_FOLLOW, Stands.MAY_FOLLOW)
    assert found.judging == (0, 0, 0, 0, 1, 0)
    assert found.talk_about == ()
    assert (found.overall.same_by_rules, found.overall.other_by_rules) == (0, 0)


def test_a_range_without_one_of_the_grades_is_judgement(rulebook: Rulebook) -> None:
    """E12 not met is one exception, which is occasional; with E14 it may be two, which is not."""
    ticks = {"E12": NOT_MET, "E14": UNKNOWN}
    found = two(rulebook, (ticks, "A"), (ticks, "B"), (ticks, "D"))
    kinds = found.overall.numbers
    assert (kinds[SplitKind.OPEN], kinds[SplitKind.JUDGEMENT]) == (1, 2)
    assert found.judgements[0].stands == (Stands.MAY_FOLLOW, Stands.MAY_FOLLOW, Stands.DEPARTS)
    assert found.judging == (2, 0, 0, 2, 1, 0)


def test_where_nothing_is_ticked_equal_ticks_say_nothing(rulebook: Rulebook) -> None:
    """Three raters with grades alone: one pair agrees, two do not, and none is judgement."""
    ticks = dict.fromkeys(rulebook.indicators, UNKNOWN)
    found = two(rulebook, (ticks, "A"), (ticks, "A"), (ticks, "D"))
    assert found.overall.numbers[SplitKind.JUDGEMENT] == 0
    assert found.overall.numbers[SplitKind.OPEN] == 2
    assert found.overall.nothing_ticked == 3
    assert (found.judgements, found.talk_about) == ((), ())
    assert found.judging == (0, 0, 0, 0, 2, 0)
    assert two(rulebook, ({"E1": UNKNOWN}, "A"), ({}, "A")).overall.nothing_ticked == 0


#: No allmänt råd is followed: C is "i väsentliga delar" and D is about föreskrifter.
NO_ADVICE = dict.fromkeys(("E7", "E8", "E9", "E10", "E11"), NOT_MET)


def test_where_no_printed_criterion_fits_both_neighbours_can_be_defended(
    rulebook: Rulebook,
) -> None:
    found = two(rulebook, (NO_ADVICE, "C"), (NO_ADVICE, "D"))
    assert only(found) is SplitKind.JUDGEMENT
    assert found.judging == (1, 0, 0, 0, 0, 1)
    judgement = found.judgements[0]
    assert judgement.no_criterion == "råd-ej-väsentligt"
    assert judgement.stands == (Stands.NO_CRITERION, Stands.NO_CRITERION)
    sides = (Side("C", ("R1",)), Side("D", ("R2",)))
    assert found.talk_about == (
        TalkingPoint(TopicKind.GRADE, None, "E", "fall 1", 1, 1, sides, (), "råd-ej-väsentligt"),
    )


def test_where_no_printed_criterion_fits_a_better_grade_still_departs(rulebook: Rulebook) -> None:
    found = two(rulebook, (NO_ADVICE, "B"), (NO_ADVICE, "D"))
    assert found.judging == (1, 0, 0, 1, 0, 0)
    assert found.judgements[0].stands == (Stands.DEPARTS, Stands.NO_CRITERION)
    assert found.talk_about[0].no_criterion is None


def test_other_ticks_in_the_gap_are_not_told_as_departing(rulebook: Rulebook) -> None:
    """Both are C by the rules, and D can be defended; B cannot."""
    most = {id: status for id, status in NO_ADVICE.items() if id != "E7"}
    assert two(rulebook, (NO_ADVICE, "C"), (most, "D")).talk_about == ()
    assert len(two(rulebook, (NO_ADVICE, "B"), (most, "D")).talk_about) == 1


def test_a_broken_foreskrift_is_no_gap(rulebook: Rulebook) -> None:
    found = two(rulebook, (NO_ADVICE | {"E1": NOT_MET}, "C"), (NO_ADVICE | {"E1": NOT_MET}, "D"))
    assert found.judgements[0].no_criterion is None
    assert found.judgements[0].stands == (Stands.DEPARTS, Stands.FOLLOWS)


def test_a_foreskrift_that_only_one_saw_broken(rulebook: Rulebook) -> None:
    found = two(rulebook, ({}, "A"), ({"E1": NOT_MET}, "D"))
    assert only(found) is SplitKind.EXPLAINED
    assert found.rows == (RowToSettle("E1", "E", 1, 1, 0),)
    assert found.settling == (1, 1, 0, 0, 0)
    sides = (Side("uppfyllt", ("R1",)), Side(NOT_MET, ("R2",)))
    assert found.talk_about == (TalkingPoint(TopicKind.ROW, "E1", "E", "fall 1", 1, 1, sides),)
    assert not found.judgements


def test_an_advice_that_only_one_saw_partly_followed(rulebook: Rulebook) -> None:
    found = two(rulebook, ({"E11": PARTLY}, "C"), ({}, "A"))
    assert only(found) is SplitKind.EXPLAINED
    assert found.rows == (RowToSettle("E11", "E", 1, 1, 0),)


def test_a_row_that_decides_nothing_is_told_of_but_settles_nothing(rulebook: Rulebook) -> None:
    """One exception has room in A: E14 differs, and E1 alone makes the difference."""
    found = two(rulebook, ({"E14": NOT_MET}, "A"), ({"E1": NOT_MET}, "D"))
    assert found.rows == (RowToSettle("E1", "E", 1, 1, 0), RowToSettle("E14", "E", 1, 0, 0))


def test_two_foreskrifter_only_together(rulebook: Rulebook) -> None:
    """With E1 met, E2 still breaks; with E1 not met, both have D: it hangs on how it is settled."""
    found = two(rulebook, ({"E1": NOT_MET, "E2": PARTLY}, "D"), ({}, "A"))
    assert found.rows == (RowToSettle("E1", "E", 1, 0, 1), RowToSettle("E2", "E", 1, 0, 1))
    assert found.settling == (1, 0, 1, 0, 1)
    assert found.rows_together == ((("E1", "E2"), "E", 1),)


def test_three_foreskrifter_that_no_two_settle(rulebook: Rulebook) -> None:
    """With two of them met the third still breaks."""
    found = two(rulebook, (dict.fromkeys(("E1", "E2", "E3"), NOT_MET), "D"), ({}, "A"))
    assert found.settling == (1, 0, 0, 1, 1)
    assert found.rows_together == ()
    assert [row.possibly for row in found.rows] == [1, 1, 1]


def test_a_row_for_sure_and_one_possibly(rulebook: Rulebook) -> None:
    """1.5 exceptions against 0.5. E12 moves a whole one: 0.5 and 0.5, or 1.5 and 1.5.

    E13 moves a half: 1 and 0.5 is A for both, 1.5 and 1 is not. E14: 2 and 0.5, or 1.5 and 0.
    """
    found = two(rulebook, ({"E12": NOT_MET, "E13": PARTLY}, "B"), ({"E14": PARTLY}, "A"))
    assert [(r.indicator, r.settled, r.possibly) for r in found.rows] == [
        ("E12", 1, 0),
        ("E13", 0, 1),
        ("E14", 0, 0),
    ]
    assert found.settling == (1, 1, 0, 0, 0)


def test_three_rows_that_no_two_settle(rulebook: Rulebook) -> None:
    """Three exceptions against none: with one row settled they are 3 and 1, or 2 and 0: B and A."""
    ticks = dict.fromkeys(("E12", "E13", "E14"), NOT_MET)
    found = two(rulebook, (ticks, "B"), ({}, "A"))
    assert found.settling == (1, 0, 0, 1, 0)
    assert found.rows_together == ()
    assert [row.settled + row.possibly for row in found.rows] == [0, 0, 0]


def test_other_ticks_same_grade(rulebook: Rulebook) -> None:
    found = two(rulebook, ({"E14": NOT_MET}, "A"), ({"E12": NOT_MET}, "A"))
    assert only(found) is SplitKind.OTHER_TICKS_SAME_GRADE
    assert found.overall.despite_ticks == 0
    assert found.rows == (RowToSettle("E12", "E", 1, 0, 0), RowToSettle("E14", "E", 1, 0, 0))


def test_same_grade_although_the_ticks_give_two(rulebook: Rulebook) -> None:
    found = two(rulebook, ({"E1": NOT_MET}, "C"), ({}, "C"))
    assert only(found) is SplitKind.OTHER_TICKS_SAME_GRADE
    assert found.overall.despite_ticks == 1
    assert (found.overall.same_by_rules, found.overall.other_by_rules) == (0, 1)


def test_not_explained_by_the_ticks(rulebook: Rulebook) -> None:
    """The rules make A of the first's ticks and D of the second's."""
    one = two(rulebook, ({}, "C"), ({"E1": NOT_MET}, "D"))
    both = two(rulebook, ({}, "B"), ({"E1": NOT_MET}, "C"))
    assert only(one) is only(both) is SplitKind.UNEXPLAINED
    assert (one.overall.one_departs, one.overall.both_depart) == (1, 0)
    assert (both.overall.one_departs, both.overall.both_depart) == (0, 1)
    assert one.rows == (RowToSettle("E1", "E", 1, 0, 0),)
    assert one.settling.explained == 0
    assert one.talk_about == ()


def test_what_is_not_assessed_explains_nothing(rulebook: Rulebook) -> None:
    may = two(rulebook, ({"E1": UNKNOWN}, "A"), ({"E1": NOT_MET}, "D"))
    cannot = two(rulebook, ({"E7": UNKNOWN}, "D"), ({"E1": NOT_MET}, "C"))
    assert only(may) is SplitKind.OPEN
    assert (may.overall.same_by_rules, may.overall.other_by_rules) == (0, 0)
    assert may.overall.by_rules.why_not is NoFigure.NO_OVERLAP
    assert only(cannot) is SplitKind.UNEXPLAINED
    assert cannot.overall.both_depart == 1


def test_unknown_is_a_status_of_its_own(rulebook: Rulebook) -> None:
    found = two(rulebook, ({"E14": UNKNOWN}, "A"), ({}, "A"))
    assert only(found) is SplitKind.OTHER_TICKS_SAME_GRADE
    assert found.rows == (RowToSettle("E14", "E", 1, 0, 0),)
    assert found.overall.same_by_rules == 1


def test_a_row_settled_as_not_assessed_settles_nothing(rulebook: Rulebook) -> None:
    """Föreskrift E2 gives D anyway: E1 unknown would still be D for one, but a range for both."""
    found = two(rulebook, ({"E1": UNKNOWN, "E2": NOT_MET}, "D"), ({}, "A"))
    assert only(found) is SplitKind.EXPLAINED
    assert found.rows == (RowToSettle("E2", "E", 1, 0, 1), RowToSettle("E1", "E", 1, 0, 0))


def test_a_grade_that_the_scale_does_not_have_is_left_out_and_told(rulebook: Rulebook) -> None:
    rows = [rated(rulebook, "fall 1", rater, {}, {"A": "C"}) for rater in ("R1", "R2")]
    found = told_apart(rulebook, *rows, rated(rulebook, "fall 1", "R3", {}, {"A": "B"}))
    assert found.overall.pairs == 0
    assert found.overall.off_scale == found.domains[0].off_scale == 2
    assert found.domains[0].shares[SplitKind.JUDGEMENT].why_not is NoFigure.ONE_RATER


def test_shares_are_ratios_over_cases(rulebook: Rulebook) -> None:
    """Case 1 has three pairs, two of them judgements; case 2 one pair, explained: 2 of 4.

    Without case 1 it is 0 of 1, without case 2 it is 2 of 3. A sample draws case 1 twice (2/3),
    case 2 twice (0) or both (1/2); the first two a quarter of the times each.
    """
    rows = [
        rated(rulebook, "fall 1", rater, {}, {"E": grade})
        for rater, grade in (("R1", "A"), ("R2", "A"), ("R3", "B"))
    ]
    rows.append(rated(rulebook, "fall 2", "R1", {}, {"E": "A"}))
    rows.append(rated(rulebook, "fall 2", "R2", {"E1": NOT_MET}, {"E": "D"}))
    found = told_apart(rulebook, *rows)
    assert found.overall.pairs == 4
    share = found.overall.shares[SplitKind.JUDGEMENT]
    assert share.value == 0.5
    assert share.bootstrap == ConfidenceInterval(0.0, round(2 / 3, 12))
    assert share.jackknife == ConfidenceInterval(0.0, 1.0)  # 0.5 ± 12.7 · 1/3
    assert found.overall.shares[SplitKind.SAME_TICKS_SAME_GRADE].value == 0.25
    assert sum(e.value or 0 for e in found.overall.shares.values()) == 1
    assert found.domains[4].numbers == found.overall.numbers
    assert found.domains[0].pairs == 0


def test_by_the_rules_the_evidence_alone_is_left(rulebook: Rulebook) -> None:
    """Three raters with the same ticks and three grades, and one who saw E1 broken."""
    rows = [({}, "A"), ({}, "B"), ({}, "C"), ({"E1": NOT_MET}, "D")]
    found = two(rulebook, *rows)
    assert (found.overall.same_by_rules, found.overall.other_by_rules) == (3, 3)
    assert found.overall.by_rules.value == 0.5


def test_intervals_are_over_cases_with_pairs(rulebook: Rulebook) -> None:
    """Ten cases of one pair, five of them judgements, and a case that nobody graded.

    The jackknife of a mean: 0.5 ± t(9) · √(0.25 / 9) = 0.5 ± 2.262157 · 0.166667.
    """
    rows = [rated(rulebook, "fall x", rater) for rater in ("R1", "R2")]
    for case in range(10):
        rows.append(rated(rulebook, f"fall {case}", "R1", {}, {"E": "A"}))
        rows.append(rated(rulebook, f"fall {case}", "R2", {}, {"E": "AB"[case % 2]}))
    share = told_apart(rulebook, *rows).overall.shares[SplitKind.JUDGEMENT]
    assert share.value == 0.5
    assert share.jackknife == pytest.approx((0.122974, 0.877026), abs=1e-6)


@pytest.mark.parametrize(
    ("rows", "why"),
    [
        ([("fall 1", "R1", {})], NoFigure.NOTHING_RATED),
        ([("fall 1", "R1", {"E": "A"}), ("fall 2", "R1", {"E": "A"})], NoFigure.ONE_RATER),
        ([("fall 1", "R1", {"E": "A"}), ("fall 2", "R2", {"E": "A"})], NoFigure.NO_OVERLAP),
        ([("fall 1", "R1", {"E": "A"}), ("fall 1", "R2", {"D": "A"})], NoFigure.NO_OVERLAP),
    ],
)
def test_without_pairs_there_is_no_share(
    rulebook: Rulebook, rows: list[tuple[str, str, dict[str, str]]], why: NoFigure
) -> None:
    found = told_apart(rulebook, *(rated(rulebook, *row[:2], {}, row[2]) for row in rows))
    assert {share.why_not for share in found.overall.shares.values()} == {why}


def test_one_case_has_shares_without_intervals(rulebook: Rulebook) -> None:
    share = two(rulebook, ({}, "A"), ({}, "A")).overall.shares[SplitKind.SAME_TICKS_SAME_GRADE]
    assert (share.value, share.bootstrap, share.jackknife) == (1.0, None, None)


def test_rows_are_ranked_by_what_they_settle(rulebook: Rulebook) -> None:
    """E2 parts two pairs from R3 for sure; from R4 it hangs on the tick, since E1 is broken too."""
    rows = [({}, "A"), ({"E14": NOT_MET}, "A"), ({"E2": NOT_MET}, "D")]
    rows.append(({"E1": NOT_MET, "E2": NOT_MET}, "D"))
    found = two(rulebook, *rows)
    assert [(r.indicator, r.settled, r.possibly) for r in found.rows] == [
        ("E2", 2, 2),
        ("E1", 0, 2),
        ("E14", 0, 0),
    ]


def test_what_settles_for_sure_comes_before_what_settles_more_pairs_possibly(
    rulebook: Rulebook,
) -> None:
    rows = [rated(rulebook, "fall 1", rater, {}, {"E": "A"}) for rater in ("R1", "R2")]
    broken = {"E1": NOT_MET, "E2": NOT_MET}
    rows.append(rated(rulebook, "fall 1", "R3", broken, {"E": "D"}))
    rows.append(rated(rulebook, "fall 2", "R1", {}, {"E": "A"}))
    rows.append(rated(rulebook, "fall 2", "R2", {"E7": NOT_MET}, {"E": "C"}))
    found = told_apart(rulebook, *rows)
    assert [(r.indicator, r.settled, r.possibly) for r in found.rows] == [
        ("E7", 1, 0),
        ("E1", 0, 2),
        ("E2", 0, 2),
    ]


def test_judgements_stand_case_by_case(rulebook: Rulebook) -> None:
    rows = [
        rated(rulebook, case, rater, {}, {"A": grade, "E": grade})
        for case in ("fall 1", "fall 2")
        for rater, grade in (("R1", "A"), ("R2", "B"))
    ]
    found = [(j.case, j.domain) for j in told_apart(rulebook, *rows).judgements]
    assert found == [("fall 1", "A"), ("fall 1", "E"), ("fall 2", "A"), ("fall 2", "E")]


def test_words_that_part_the_same_pairs_are_one_topic(rulebook: Rulebook) -> None:
    """1.5 exceptions hang on the number or on delvis: one topic, which names the other.

    In domain A one kvalitetsindikator is all: not met, it hangs on the share, which parts others.
    """
    rows = [
        rated(rulebook, "fall 1", rater, ONE_AND_A_HALF | {"A4": NOT_MET}, {"E": g, "A": g})
        for rater, g in (("R1", "A"), ("R2", "B"))
    ]
    found = [
        (point.topic, point.domain, point.also) for point in told_apart(rulebook, *rows).talk_about
    ]
    assert found == [
        ("enstaka_undantag.högst", "E", ("delvis.kvalitetsindikator",)),
        ("enstaka_undantag.minsta_andel", "A", ()),
    ]


def topic(kind: TopicKind, name: str, *pairs: int) -> Topic:
    return Topic(kind, name, ("E",), np.array([pairs]))


def test_topics_that_several_cases_show_are_spread_over_them() -> None:
    topics = [topic(TopicKind.ROW, f"E{row}", 2, 2, 1) for row in range(1, 4)]
    points = talking_points(topics, ("fall 1", "fall 2", "fall 3"))
    assert [point.case for point in points] == ["fall 1", "fall 2", "fall 1"]
    assert {(point.here, point.in_all) for point in points} == {(2, 5)}


def test_the_list_is_short_and_of_several_things() -> None:
    """Twelve rows, five domains' grades and two parameters: ten, with the first of each kind."""
    rows = [topic(TopicKind.ROW, f"E{row}", 50 - row) for row in range(12)]
    grades = [topic(TopicKind.GRADE, f"{row}", 100 - row) for row in range(5)]
    words = [topic(TopicKind.PARAMETER, f"p{row}", 2 - row) for row in range(2)]
    points = talking_points([*rows, *grades, *words], ("fall 1",))
    assert [point.topic for point in points] == ["0", "1", "2", *(f"E{n}" for n in range(6)), "p0"]


def test_each_topic_once_at_the_case_that_shows_it_best(rulebook: Rulebook) -> None:
    """E1 parts one pair in case 1 and two in case 2; the words part one in case 3."""
    rows = []
    for case, who in (("fall 1", ("R1", "R2")), ("fall 2", ("R1", "R2", "R3"))):
        rows += [rated(rulebook, case, rater, {}, {"E": "A"}) for rater in who[:-1]]
        rows.append(rated(rulebook, case, who[-1], {"E1": NOT_MET}, {"E": "D"}))
    for rater, grade in (("R1", "A"), ("R2", "B")):
        rows.append(rated(rulebook, "fall 3", rater, {"A4": NOT_MET}, {"A": grade}))
    rows.append(rated(rulebook, "fall 2", "R4", {"E1": NOT_MET}))  # without a grade: in no pair
    found = told_apart(rulebook, *rows)
    by_tick = (Side("uppfyllt", ("R1", "R2")), Side(NOT_MET, ("R3",)))
    by_grade = (Side("A", ("R1",)), Side("B", ("R2",)))
    share = "enstaka_undantag.minsta_andel"
    assert found.talk_about == (
        TalkingPoint(TopicKind.ROW, "E1", "E", "fall 2", 2, 3, by_tick),
        TalkingPoint(TopicKind.PARAMETER, share, "A", "fall 3", 1, 1, by_grade),
    )


def test_the_policy_is_what_the_ticks_are_held_against(rulebook: Rulebook) -> None:
    """Two exceptions of three are occasional in the generous reading, so A explains itself."""
    ticks = {"E12": NOT_MET, "E13": NOT_MET}
    rows = [rated(rulebook, "fall 1", "R1", ticks, {"E": "A"})]
    rows.append(rated(rulebook, "fall 1", "R2", {"E7": NOT_MET}, {"E": "C"}))
    kinds = (SplitKind.UNEXPLAINED, SplitKind.EXPLAINED)
    for profile, kind in zip(("standard", "generös"), kinds, strict=True):
        assert only(told_apart(rulebook, *rows, profile=profile)) is kind


def test_pairs_taken_a_few_at_a_time_are_the_same(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [
        rated(rulebook, f"fall {case}", f"R{rater}", {f"E{1 + rater}": NOT_MET}, {"E": grade})
        for case in range(3)
        for rater, grade in enumerate("DDCA")
    ]
    whole = told_apart(rulebook, *rows)
    monkeypatch.setattr(pairing, "PAIRS_AT_ONCE", 4)
    parts = told_apart(rulebook, *rows)
    assert (whole.overall, whole.rows, whole.settling) == (
        parts.overall,
        parts.rows,
        parts.settling,
    )
    assert whole.overall.pairs == 18


def test_a_domain_too_large_for_64_bits() -> None:
    """Two norms of a hundred rows in one rule: the numbers that stand for ticks get too large."""
    either = {
        "any": [
            fact("föreskrift.brister", "at_least", 2),
            fact("allmänt_råd.brister", "at_least", 3),
        ]
    }
    large = book([FORESKRIFT] * 100 + [RAD] * 100, [("B", either)], scale="AB")
    domain = what_if(large, large.policy(), 0)
    ticks = np.zeros((4, 200), np.uint8)
    ticks[1, 0] = ticks[1, 1] = Status.NOT_MET.code
    ticks[2, [100, 150, 199]] = Status.PARTLY.code
    ticks[3, 7] = Status.NOT_MET.code
    numbers = TickNumbers(domain)
    assert numbers.weights[0].dtype == object
    graded = TicksGraded(numbers, ticks)
    assert graded.under(domain).grade.tolist() == [0, 1, 1, 0]
    one = (np.array([8]), np.array([int(Code.NOT_MET)]))
    assert graded.changed(np.array([3]), one).grade.tolist() == [1]
