"""Coefficients and shares: where there are none, what they hang on, and what they do not."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rating_tables import ratings
from slow_coefficients import slow, units_of

from spur_rules.calibration.agreement.coefficients import NEED_ORDER, coefficients, shares
from spur_rules.calibration.agreement.estimates import Coefficient, Estimate, NoFigure
from spur_rules.calibration.agreement.ratings import Ratings
from spur_rules.calibration.agreement.resampling import Resampling

KAPPA = {Coefficient.KAPPA_LINEAR, Coefficient.KAPPA_QUADRATIC}
NOMINAL = {Coefficient.AC1, Coefficient.ALPHA_NOMINAL, Coefficient.BRENNAN_PREDIGER}


def found(table: Ratings, samples: int = 200) -> dict[Coefficient, Estimate]:
    return coefficients(table, Resampling(table.cases, samples))


def values(table: Ratings) -> dict[Coefficient, float | None]:
    return {which: estimate.value for which, estimate in found(table, 1).items()}


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (ratings(), NoFigure.NOTHING_RATED),
        (ratings("...", "..."), NoFigure.NOTHING_RATED),
        (ratings("ABCD"), NoFigure.ONE_RATER),
        (ratings("ABCD", "...."), NoFigure.ONE_RATER),
        (ratings("AB..", "..CD"), NoFigure.NO_OVERLAP),
        (ratings("A", "B"), NoFigure.ONE_CASE),
        (ratings("AAA", "AAA", cases=[0, 0, 0]), NoFigure.ONE_CASE),
        (ratings("ABCD", "A...", "...."), NoFigure.ONE_CASE),
        (ratings("AAAA", "AAAA"), NoFigure.ONE_ANSWER),
        (ratings("CC.C", "C.CC", ".CC."), NoFigure.ONE_ANSWER),
        (ratings("AAAA", "AAAA", scale="A"), NoFigure.ONE_ANSWER),
        # Only what nobody shared differs: that shows no agreement of any kind.
        (ratings("AAAB", "AAA."), NoFigure.ONE_ANSWER),
        (ratings("AAAB.", "AAA.C", "AA..."), NoFigure.ONE_ANSWER),
    ],
)
def test_where_there_is_no_coefficient_it_says_why(table: Ratings, why: NoFigure) -> None:
    assert found(table) == dict.fromkeys(Coefficient, Estimate.missing(why))


def test_every_coefficient_is_there_in_its_order() -> None:
    assert list(found(ratings("ABCA", "ABDA"))) == list(Coefficient)


def test_kappa_is_of_two_raters_who_rated_something() -> None:
    three = found(ratings("ABCA", "ABDA", "ABBA"))
    assert {which for which in Coefficient if three[which].why_not} == KAPPA
    assert three[Coefficient.KAPPA_LINEAR].why_not == NoFigure.NOT_TWO_RATERS
    assert values(ratings("ABCA", "....", "ABDA")) == values(ratings("ABCA", "ABDA"))


def test_kappa_leaves_out_what_one_rater_rated() -> None:
    with_gaps = values(ratings("AB.CAD", "ABC.BD"))
    without = values(ratings("ABAD", "ABBD"))
    assert [with_gaps[which] for which in KAPPA] == [without[which] for which in KAPPA]
    assert with_gaps[Coefficient.AC1] != without[Coefficient.AC1]


def test_without_an_order_only_what_needs_none_is_given() -> None:
    unordered = found(ratings("ABCA", "ABBA", scale="ABC", is_ordered=False))
    ordered = found(ratings("ABCA", "ABBA", scale="ABC"))
    for which in Coefficient:
        none = Estimate.missing(NoFigure.UNORDERED)
        assert unordered[which] == (none if which in NEED_ORDER else ordered[which])


def test_two_categories_need_no_order_and_all_weights_are_one() -> None:
    of = values(ratings("ABBAB", "ABAAB", scale="AB", is_ordered=False))
    assert of[Coefficient.AC1] == of[Coefficient.AC2]
    assert of[Coefficient.ALPHA_NOMINAL] == of[Coefficient.ALPHA_ORDINAL]
    assert of[Coefficient.BRENNAN_PREDIGER] == of[Coefficient.BRENNAN_PREDIGER_ORDINAL]
    assert of[Coefficient.KAPPA_LINEAR] == of[Coefficient.KAPPA_QUADRATIC]


def test_perfect_agreement_is_1_and_tells_nothing_of_how_much_others_would_vary() -> None:
    of = found(ratings("ABCDA", "ABCDA"))
    assert set(of.values()) == {Estimate(1.0)}


def test_a_category_that_nobody_used_counts_where_chance_could_have_struck_it() -> None:
    """Two of three agree. (2/3 − 1/q) / (1 − 1/q) is 1/3 with two categories, 5/9 with four."""
    two, four = values(ratings("AAB", "ABB", scale="AB")), values(ratings("AAB", "ABB"))
    assert two[Coefficient.BRENNAN_PREDIGER] == pytest.approx(1 / 3, abs=1e-12)
    assert four[Coefficient.BRENNAN_PREDIGER] == pytest.approx(5 / 9, abs=1e-12)
    same = {Coefficient.ALPHA_NOMINAL, Coefficient.ALPHA_ORDINAL, *KAPPA}
    assert {which for which in Coefficient if two[which] == four[which]} == same


def test_shares_are_of_pairs_and_every_pair_counts_the_same() -> None:
    """Three pairs of the first case, of which one agrees; one pair of the second, which does."""
    exact, within_one = shares(ratings("AB", "AB", "B."), Resampling(2))
    assert (exact.value, within_one.value) == (0.5, 1)
    exact, within_one = shares(ratings("AA", "AA", "C."), Resampling(2))
    assert (exact.value, within_one.value) == (0.5, 0.5)


def test_a_single_rating_is_no_pair() -> None:
    exact, within_one = shares(ratings("AAAB", "AD.."), Resampling(4))
    assert (exact.value, within_one.value) == (0.5, 0.5)


def test_shares_are_given_for_one_case_and_for_one_answer() -> None:
    assert shares(ratings("A", "B"), Resampling(1)) == (Estimate(0.0), Estimate(1.0))
    assert shares(ratings("AA", "AA"), Resampling(2)) == (Estimate(1.0), Estimate(1.0))


@pytest.mark.parametrize(
    "table",
    [
        ratings("ABCA", "ABBA", scale="ABC", is_ordered=False),
        ratings("ABAA", "ABBA", scale="AB"),
        ratings("AAAA", "AAAA", scale="A"),
    ],
)
def test_within_one_step_needs_steps_that_are_longer(table: Ratings) -> None:
    assert shares(table, Resampling(4))[1] == Estimate.missing(NoFigure.UNORDERED)


@pytest.mark.parametrize(
    ("table", "why"),
    [
        (ratings("...", "..."), NoFigure.NOTHING_RATED),
        (ratings("ABC", "..."), NoFigure.ONE_RATER),
        (ratings("A.C", ".B."), NoFigure.NO_OVERLAP),
    ],
)
def test_without_pairs_there_are_no_shares(table: Ratings, why: NoFigure) -> None:
    assert shares(table, Resampling(3)) == (Estimate.missing(why), Estimate.missing(why))


@pytest.mark.parametrize("place", [-1, 4])
def test_a_rating_outside_the_scale_is_never_counted_elsewhere(place: int) -> None:
    table = ratings("ABCD", "ABCC")
    with pytest.raises(ValueError, match="outside the scale"):
        found(moved(table, value=np.array([0, place, *table.value[2:]])))


def test_a_rating_told_twice_is_not_two_raters() -> None:
    table = ratings("ABCD", "ABCC")
    with pytest.raises(ValueError, match="twice"):
        found(moved(table, rater=np.zeros_like(table.rater)))


@st.composite
def tables(draw: st.DrawFn) -> Ratings:
    """Any table: units in cases, missing ratings, one answer, one rater, nothing at all."""
    size, units = draw(st.integers(2, 5)), draw(st.integers(1, 8))
    letters = "ABCDE"[:size]
    line = st.text("." + letters, min_size=units, max_size=units)
    cases = draw(st.lists(st.integers(0, 3), min_size=units, max_size=units))
    numbers = [sorted(set(cases)).index(case) for case in cases]
    lines = draw(st.lists(line, min_size=1, max_size=4))
    return ratings(*lines, scale=letters, cases=numbers, is_ordered=True)


def moved(table: Ratings, **new: object) -> Ratings:
    return Ratings(**(table.__dict__ | new))


def close(
    one: dict[Coefficient, float | None],
    other: dict[Coefficient, float | None],
    among: set[Coefficient],
) -> bool:
    return all(one[which] == pytest.approx(other[which], abs=1e-11) for which in among)


@given(tables())
@settings(max_examples=150, deadline=None)
def test_each_is_what_its_definition_says(table: Ratings) -> None:
    units, size = units_of(table, range(table.cases)), len(table.categories)
    for which, estimate in found(table, 1).items():
        if estimate.value is not None:
            assert estimate.value == pytest.approx(slow(which, units, size), abs=1e-11)


@given(tables(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_who_is_first_and_which_unit_is_first_changes_nothing(table: Ratings, random) -> None:
    raters, units = list(range(table.raters)), list(range(len(table.case_of)))
    random.shuffle(raters)
    random.shuffle(units)
    place = np.argsort(units)
    other = moved(
        table,
        rater=np.array(raters, np.intp)[table.rater],
        unit=place[table.unit],
        case_of=table.case_of[units],
    )
    assert close(values(table), values(other), set(Coefficient))


@given(tables(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_which_category_is_which_changes_only_what_needs_an_order(table: Ratings, random) -> None:
    order = list(range(len(table.categories)))
    random.shuffle(order)
    renamed = moved(table, value=np.array(order, np.intp)[table.value])
    assert close(values(table), values(renamed), NOMINAL)
    turned = moved(table, value=len(table.categories) - 1 - table.value)
    assert close(values(table), values(turned), set(Coefficient))


@given(tables())
@settings(max_examples=150, deadline=None)
def test_nothing_is_ever_infinite_or_undefined(table: Ratings) -> None:
    every = [*found(table, 60).values(), *shares(table, Resampling(table.cases, 60))]
    for estimate in every:
        assert (estimate.value is None) == (estimate.why_not is not None)
        numbers = [estimate.value, *(estimate.jackknife or ()), *(estimate.bootstrap or ())]
        assert all(number is None or (np.isfinite(number) and number <= 1) for number in numbers)
        for interval in (estimate.jackknife, estimate.bootstrap):
            assert interval is None or interval.low <= interval.high
        assert 0 <= estimate.undefined <= 60
