"""Severity by hand: against rules and peers, where the design links nobody, and silence."""

import numpy as np
import pytest
from panels import rated

from spur_rules import load_rulebook
from spur_rules.api import read_policy
from spur_rules.calibration.agreement.estimates import Estimate, NoFigure
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.panels.panel import Panel, gather
from spur_rules.calibration.severity.linkage import meetings
from spur_rules.calibration.severity.peer_effects import peer_effects
from spur_rules.calibration.severity.rating_severity import rate_severity
from spur_rules.calibration.severity.severity import CaseThatLinks, RaterSeverity, Severity
from spur_rules.calibration.severity.steps import given_ratings
from spur_rules.calibration.suggested import suggest_panel

RULEBOOK = load_rulebook()
#: The domains whose scale has all four grades, so that a step is a letter.
FOUR = "BDEFGH"


def severity(panel: Panel, least_grades: int = 2, least_raters: int = 2) -> Severity:
    suggested = suggest_panel(panel, read_policy(RULEBOOK))
    resampling = Resampling(len(panel.cases), 200, 1)
    return rate_severity(panel, suggested, resampling, least_grades, least_raters)


def of(found: Severity, rater: str) -> RaterSeverity:
    return next(row for row in found.raters if row.rater == rater)


def graded(table: str) -> Panel:
    """Case, rater and grades, which stand for domains B, D, E, F, G, H in order; all ticked met."""
    rows = (row.split() for row in table.split("|"))
    return gather(
        RULEBOOK,
        [
            rated(RULEBOOK, case, rater, given=dict(zip(FOUR, grades, strict=False)))
            for case, rater, grades in rows
        ],
    )


def test_against_rules_is_the_mean_of_steps_on_each_scale() -> None:
    rows = [
        # All met: the rules give A everywhere. D is two steps from A in domain A, three in E.
        rated(RULEBOOK, "1", "R1", given={"A": "D", "E": "D", "H": "A", "C": "C"}),
        # H7 is a föreskrift: the rules give D; C is one step milder.
        rated(RULEBOOK, "2", "R1", {"H7": "ej uppfyllt"}, given={"H": "C"}),
        # B9 not assessed leaves a range in B: no one grade to hold B against.
        rated(RULEBOOK, "2", "R2", {"B7": "ej bedömt"}, given={"B": "B"}),
    ]
    row = of(severity(gather(RULEBOOK, rows), least_raters=1), "R1")
    assert row.against_rules.value == (2 + 3 + 0 - 1) / 4
    assert (row.cases, row.grades, row.with_rules, row.ranges, row.off_scale) == (2, 4, 4, 0, 1)
    other = of(severity(gather(RULEBOOK, rows)), "R2")
    assert (other.grades, other.with_rules, other.ranges) == (1, 0, 1)
    assert other.against_rules == Estimate.missing(NoFigure.SMALL_GROUP)


def test_the_interval_is_about_other_cases() -> None:
    """Without case 1 the mean is 0, without case 2 it is 1: half between, (n−1)/n·Σ = 1/4."""
    panel = graded("1 R1 BB | 2 R1 AA | 3 R2 AA")
    found = of(severity(panel, least_raters=1), "R1").against_rules
    assert found.value == 0.5
    assert found.jackknife is not None
    reach = 12.706204736432095 * 0.5  # Student's t with one degree of freedom
    assert found.jackknife == pytest.approx((0.5 - reach, 0.5 + reach))
    # Of 200 samples some draw case 3 only: no value. Of the others half draw one of the two only.
    assert found.undefined == (Resampling(3, 200, 1).weights[:, 2] == 3).sum() > 0
    assert found.bootstrap == (0, 1)


def test_one_case_gives_no_figure() -> None:
    found = of(severity(graded("1 R1 BBB | 1 R2 AAA")), "R1")
    assert found.against_rules == Estimate.missing(NoFigure.ONE_CASE)
    assert found.against_peers == Estimate.missing(NoFigure.ONE_CASE)


def test_peers_of_a_balanced_panel_are_their_means() -> None:
    """Steps of R1 0 0, of R2 1 1, of R3 2 0: means 0, 1, 1 about 2/3."""
    panel = graded("1 R1 A | 1 R2 B | 1 R3 C | 2 R1 A | 2 R2 B | 2 R3 A")
    found = severity(panel)
    values = [row.against_peers.value for row in found.raters]
    assert values == pytest.approx([-2 / 3, 1 / 3, 1 / 3])


def unbalanced() -> Panel:
    """R2 is a step stricter than R1 and R3, who never meet; R3 has the bad cases."""
    return graded("1 R1 AA | 1 R2 BB | 2 R1 AB | 2 R2 BC | 3 R3 CC | 3 R2 DD | 4 R3 CB | 4 R2 DC")


def test_bad_cases_make_nobody_strict() -> None:
    """Least squares give the steps that were put in; differences from the others' mean do not."""
    found = severity(unbalanced())
    values = [row.against_peers.value for row in found.raters]
    assert values == pytest.approx([-0.5, 0.5, -0.5])  # half of all shared grades are R2's
    panel = unbalanced()
    mean = {rater: panel.given[panel.rater_of == rater][:, [1, 3]].mean() for rater in range(3)}
    plain = [mean[r] - np.mean([mean[other] for other in mean if other != r]) for r in mean]
    assert plain[2] > 0 > values[2]  # the bad cases make R3 look strict, as strict as R1 is


def test_meeting_only_a_strict_one_makes_nobody_mild() -> None:
    """The plain difference from those who graded the same: R3 meets only R2, R1 also R4."""
    panel = graded(
        "1 R1 A | 1 R2 C | 2 R2 D | 2 R3 B | 3 R1 B | 3 R4 B | 4 R1 A | 4 R4 A | 5 R2 C | 5 R3 A"
    )
    rows = meetings(given_ratings(panel))
    effects = peer_effects(rows, (0, 1, 2, 3), (0, 1, 2, 3), np.ones((1, 5)))[0]
    assert effects == pytest.approx([-0.6, 1.4, -0.6, -0.6])  # 3 of 10 are R2's, 2 steps stricter
    from_others = [np.mean([-2, 0, 0]), np.mean([2, 2, 2]), np.mean([-2, -2]), np.mean([0, 0])]
    assert from_others[0] != from_others[2]  # though R1, R3 and R4 are equally strict


def test_nothing_is_compared_between_groups() -> None:
    panel = graded(
        "1 R1 AA | 1 R2 BB | 2 R1 AA | 2 R2 AA | "
        "3 R3 DD | 3 R4 DD | 4 R3 DD | 4 R4 DC | "
        "5 R5 AA | 6 R5 BB"
    )
    found = severity(panel)
    assert found.groups == (("R1", "R2"), ("R3", "R4"), ("R5",))
    assert [row.group for row in found.raters] == [0, 0, 1, 1, 2]
    values = [row.against_peers.value for row in found.raters]
    assert values == [-0.25, 0.25, 0.125, -0.125, None]
    assert of(found, "R5").against_peers.why_not is NoFigure.NOT_LINKED
    assert of(found, "R5").against_rules.value == 0.5


def test_the_same_case_links_only_through_the_same_domain() -> None:
    """In one case R1 graded B and R2 graded E: they graded nothing in common."""
    rows = [
        *(rated(RULEBOOK, case, "R1", given={"B": "A"}) for case in "12"),
        *(rated(RULEBOOK, case, "R2", given={"E": "A"}) for case in "12"),
    ]
    found = severity(gather(RULEBOOK, rows))
    assert found.groups == (("R1",), ("R2",))
    assert found.tick_groups == (("R1", "R2"),)  # they ticked the same rows


def test_a_case_that_alone_holds_a_group_together_is_told() -> None:
    panel = graded(
        "1 R1 AA | 1 R2 BB | 2 R1 AA | 2 R2 AA | "
        "3 R2 AA | 3 R3 BB | "
        "4 R3 DD | 4 R4 DD | 5 R3 DD | 5 R4 DC"
    )
    found = severity(panel)
    assert found.groups == (("R1", "R2", "R3", "R4"),)
    assert found.weak_links == (CaseThatLinks("3", 0, (("R1", "R2"), ("R3", "R4"))),)
    figure = of(found, "R1").against_peers
    assert figure.value is not None
    assert figure.jackknife is None  # without case 3 there is nothing to compare
    left_out = (Resampling(5, 200, 1).weights[:, 2] == 0).sum()
    assert figure.undefined >= left_out > 0


def test_two_raters_of_a_case_that_two_link_are_no_weak_link() -> None:
    assert severity(unbalanced()).weak_links == ()


def small(shift: int) -> Panel:
    """R4 has two grades only, `shift` steps stricter."""
    letters = "ABCD"[shift : shift + 2]
    return graded(
        "1 R1 AAB | 1 R2 ABB | 1 R3 BBB | "
        "2 R1 AAA | 2 R2 BAA | 2 R3 CAB | "
        f"1 R4 {letters[0]} | 2 R4 {letters[1]}"
    )


def test_too_few_grades_are_silent_and_move_no_other_figure() -> None:
    """Were R4 two steps stricter throughout, the severity of the others would be the same."""
    mild, strict = severity(small(0), 4, 3), severity(small(2), 4, 3)
    for found in (mild, strict):
        row = of(found, "R4")
        silent = Estimate.missing(NoFigure.SMALL_GROUP)
        assert row.against_peers == row.against_rules == silent
        shown = [r.against_peers.value for r in found.raters if r.rater != "R4"]
        assert sum(value for value in shown if value is not None) == pytest.approx(0)
    for before, after in zip(mild.raters[:3], strict.raters[:3], strict=True):
        assert before.against_rules == after.against_rules
        same = pytest.approx(after.against_peers.value)
        assert before.against_peers.value == same
        assert before.against_peers.bootstrap == pytest.approx(after.against_peers.bootstrap)
    alone = severity(small(2), 1, 3)
    assert of(alone, "R4").against_peers.value != of(severity(small(0), 1, 3), "R4").against_peers


def test_a_group_with_too_few_who_have_enough_is_silent() -> None:
    found = severity(small(0), 4, 4)
    assert {row.against_peers.why_not for row in found.raters} == {NoFigure.SMALL_GROUP}
    assert {row.against_rules.why_not for row in found.raters} == {NoFigure.SMALL_GROUP}


def test_against_the_rules_is_silent_where_it_would_be_of_a_person() -> None:
    """Three raters have four grades or more, R4 has two: one, two, three raters with figures."""
    three = severity(small(0), 4, 3)
    assert of(three, "R1").against_rules.value == pytest.approx(1 / 6)
    assert of(three, "R4").against_rules.why_not is NoFigure.SMALL_GROUP
    two = graded("1 R1 AAB | 1 R2 ABB | 2 R1 AAA | 2 R2 BAA")
    found = severity(two, 4, 3).raters
    assert {row.against_rules.why_not for row in found} == {NoFigure.SMALL_GROUP}
    assert None not in [row.against_rules.value for row in severity(two, 4, 2).raters]
    one = severity(graded("1 R1 AAB | 2 R1 AAA"), 4, 3).raters[0]
    assert one.against_rules == Estimate.missing(NoFigure.SMALL_GROUP)
    assert (one.grades, one.with_rules) == (6, 6)


def test_a_rater_without_grades() -> None:
    rows = [rated(RULEBOOK, case, rater) for case in "12" for rater in ("R1", "R2")]
    found = severity(gather(RULEBOOK, rows))
    assert {row.against_peers.why_not for row in found.raters} == {NoFigure.NOTHING_RATED}
    assert {row.against_rules.why_not for row in found.raters} == {NoFigure.NOTHING_RATED}
    assert {row.ticks_against_peers.value for row in found.raters} == {0}


def test_ticks_have_steps_of_their_own() -> None:
    """Of 74 rows and two cases R1 has one partly and one not met; what does not apply is nothing.

    R1: 3 steps on 2 × 74 − 1 rows that both ticked; half of the difference is each one's.
    """
    rows = [
        rated(RULEBOOK, "1", "R1", {"A4": "delvis", "H7": "ej uppfyllt"}),
        rated(RULEBOOK, "1", "R2"),
        rated(RULEBOOK, "2", "R1"),
        rated(RULEBOOK, "2", "R2", {"B1": "ej tillämpligt", "B7": "på annat sätt"}),
    ]
    found = severity(gather(RULEBOOK, rows))
    assert of(found, "R1").ticks == 147
    assert of(found, "R1").ticks_against_peers.value == pytest.approx(3 / 147 / 2)
    assert of(found, "R2").ticks_against_peers.value == pytest.approx(-3 / 147 / 2)


def random_panel(seed: int, cases: int = 12, raters: int = 5, kept: float = 0.5) -> Panel:
    rng = np.random.default_rng(seed)
    case, rater = np.nonzero(rng.random((cases, raters)) < kept)
    given = rng.integers(-1, 4, (len(case), 8)).astype(np.int8)
    statuses = np.zeros((len(case), len(RULEBOOK.order)), np.uint8)
    names = tuple(f"{n:02}" for n in range(cases)), tuple(f"R{n}" for n in range(raters))
    return Panel(RULEBOOK, *names, case, rater, statuses, given)


@pytest.mark.parametrize("seed", range(3))
def test_the_fast_way_is_least_squares_on_the_drawn_cases(seed: int) -> None:
    """Every sample written out: each drawing of a case is a case of its own; numpy solves it."""
    panel = random_panel(seed, kept=0.3)
    ratings = given_ratings(panel)
    everyone = tuple(range(ratings.raters))
    weights = Resampling(len(panel.cases), 60, seed).weights
    found = peer_effects(meetings(ratings), everyone, everyone, weights)
    solved = [_written_out(panel, drawn) for drawn in weights]
    assert np.isnan(solved).any()
    assert np.isfinite(solved).any()
    np.testing.assert_allclose(found, solved, atol=1e-9)


def _written_out(panel: Panel, drawn: np.ndarray) -> np.ndarray:
    ratings = given_ratings(panel)
    case = ratings.case_of[ratings.unit]
    units: list[tuple[int, int]] = []
    raters: list[int] = []
    values: list[int] = []
    for copy in range(int(drawn.max())):
        for at in np.nonzero(drawn[case] > copy)[0]:
            units.append((copy, int(ratings.unit[at])))
            raters.append(int(ratings.rater[at]))
            values.append(int(ratings.value[at]))
    shared = [units.count(unit) > 1 for unit in units]
    number = np.array(
        [sum(s for s, r in zip(shared, raters, strict=True) if r == n) for n in range(5)]
    )
    present = np.nonzero(number)[0]
    names = sorted(set(units))
    left = np.zeros((len(units), len(names) + ratings.raters))
    for row, (unit, rater) in enumerate(zip(units, raters, strict=True)):
        left[row, names.index(unit)] = left[row, len(names) + rater] = 1
    used = left[:, [*range(len(names)), *(len(names) + present)]]
    solution, _, rank, _ = np.linalg.lstsq(used, np.array(values, float), rcond=None)
    effects = np.full(ratings.raters, np.nan)
    if rank == used.shape[1] - 1:
        own = solution[len(names) :]
        effects[present] = own - np.average(own, weights=number[present])
    return effects


def test_what_the_cases_are_worth_does_not_matter() -> None:
    """One grade worse for all who graded a unit: nobody is stricter than before."""
    panel = random_panel(7)
    ratings = given_ratings(panel)
    everyone = tuple(range(ratings.raters))
    ones = np.ones((1, len(panel.cases)))
    before = peer_effects(meetings(ratings), everyone, everyone, ones)
    ratings.value[ratings.unit % 3 == 0] += 5
    after = peer_effects(meetings(ratings), everyone, everyone, ones)
    np.testing.assert_allclose(before, after, atol=1e-12)


def test_names_do_not_matter() -> None:
    panel = random_panel(8)
    turned = Panel(
        RULEBOOK,
        panel.cases,
        panel.raters,
        panel.case_of,
        4 - panel.rater_of,
        panel.statuses,
        panel.given,
    )
    one, other = severity(panel), severity(turned)
    for row, mirrored in zip(one.raters, reversed(other.raters), strict=True):
        assert row.against_peers.value == pytest.approx(mirrored.against_peers.value)
        assert row.against_rules == mirrored.against_rules


def test_an_empty_panel() -> None:
    found = severity(gather(RULEBOOK, []))
    assert (found.raters, found.groups, found.weak_links) == ((), (), ())
