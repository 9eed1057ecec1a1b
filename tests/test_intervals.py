"""The intervals: Student's t, the jackknife, the bootstrap, and the draws."""

from __future__ import annotations

from math import inf, nan, pi, sqrt, tan

import numpy as np
import pytest
from interval_coverage import held
from numpy.random import PCG64
from rating_tables import ratings
from slow_coefficients import slow, units_of

from spur_rules.calibration.agreement.coefficients import coefficients, shares
from spur_rules.calibration.agreement.estimates import Coefficient, ConfidenceInterval, Estimate
from spur_rules.calibration.agreement.intervals import jackknife, percentile
from spur_rules.calibration.agreement.ratings import Ratings
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.agreement.student import t_inside, t_quantile

#: Several units a case, two or three raters, some missing.
TABLES = {
    "three raters": ratings(
        "AABCBDACBA.B", "ABBC.DABBADB", "AABB.DACCAD.", cases=[0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    ),
    "two raters": ratings("ABCDABCDAABB", "ABCCABDDABBA"),
    "a case that nobody rated": ratings("AB.CBDAC", "AB.CCDAB", "BB.CBDAA"),
}


@pytest.mark.parametrize(
    ("degrees", "printed"),
    {1: 12.706, 2: 4.303, 3: 3.182, 4: 2.776, 5: 2.571, 9: 2.262, 30: 2.042, 120: 1.980}.items(),
)
def test_students_t_as_printed_in_every_table(degrees: int, printed: float) -> None:
    assert round(t_quantile(degrees), 3) == printed


def test_students_t_where_it_has_a_closed_form() -> None:
    assert t_quantile(1) == pytest.approx(tan(0.95 * pi / 2), abs=1e-10)
    assert t_quantile(2) == pytest.approx(0.95 * sqrt(2 / (1 - 0.95**2)), abs=1e-12)


@pytest.mark.parametrize("degrees", [1, 2, 3, 8, 199, 200, 5001])
def test_students_t_there_and_back(degrees: int) -> None:
    assert t_inside(t_quantile(degrees), degrees) == pytest.approx(0.95, abs=1e-12)
    assert (t_inside(0, degrees), t_inside(inf, degrees)) == (0, pytest.approx(1, abs=1e-12))


def test_the_jackknife_of_a_mean_is_students_interval() -> None:
    """0, 0, 1, 1: mean 1/2, variance 1/3, so the standard error is √(1/12); t is 3.182 at 3."""
    found = jackknife(0.5, np.array([2 / 3, 2 / 3, 1 / 3, 1 / 3]), 3)
    assert found.low == pytest.approx(0.5 - 3.182446305 * sqrt(1 / 12), abs=1e-9)
    assert found.high == 1


def test_the_jackknife_stays_where_figures_can_be() -> None:
    far = np.array([1.0, -1.0])
    assert jackknife(0.0, far, 1) == ConfidenceInterval(-1, 1)
    assert jackknife(0.0, far, 1, least=0.0) == ConfidenceInterval(0, 1)
    assert jackknife(0.0, far, 1, least=-2.2) == ConfidenceInterval(-2.2, 1)


def test_how_low_a_figure_can_be_hangs_on_its_weights() -> None:
    """AC1 and Brennan–Prediger of four grades: −1/3, where chance would make a quarter agree.

    With ordinal weights chance would make 11/16 agree, so all pairs A and D is 1 − 16/5 = −2.2.
    """
    few_agree = coefficients(ratings("ABCDA", "BCDAA"), Resampling(5))
    for which in (Coefficient.AC1, Coefficient.BRENNAN_PREDIGER):
        assert low_end(few_agree[which]) == pytest.approx(-1 / 3, abs=1e-12)
    far_apart = coefficients(ratings("AADDB", "DDAAB"), Resampling(5))
    ordinal = far_apart[Coefficient.BRENNAN_PREDIGER_ORDINAL]
    assert ordinal.value == pytest.approx(1 - 0.8 * 16 / 5, abs=1e-12)
    assert low_end(ordinal) == pytest.approx(-2.2, abs=1e-12)
    assert low_end(far_apart[Coefficient.KAPPA_LINEAR]) == -1


def low_end(estimate: Estimate) -> float:
    assert estimate.jackknife is not None
    return estimate.jackknife.low


def test_the_percentiles_are_the_50th_from_each_end_of_2000() -> None:
    samples = np.random.default_rng(1).permutation(np.arange(1.0, 2001.0))
    assert percentile(samples) == ConfidenceInterval(50, 1951)


def test_undefined_samples_are_left_out_as_long_as_they_are_few() -> None:
    """Of 1,900 that are left, ⌊1901 · 0.025⌋ = 47."""
    samples = np.concatenate([np.arange(1.0, 1901.0), np.full(100, nan)])
    assert percentile(samples) == ConfidenceInterval(47, 1854)
    assert percentile(np.append(samples[1:], nan)) is None


def test_too_few_samples_have_no_tails() -> None:
    assert percentile(np.arange(38.0)) is None
    assert percentile(np.arange(39.0)) == ConfidenceInterval(0, 38)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_leaving_out_is_what_counting_again_says(table: Ratings) -> None:
    size, shared = len(table.categories), {int(table.case_of[unit]) for unit in table.unit}
    units = units_of(table, range(table.cases))
    for which, estimate in coefficients(table, Resampling(table.cases, 1)).items():
        if estimate.value is None:
            continue
        rest = [[c for c in range(table.cases) if c != out] for out in sorted(shared)]
        without = np.array([slow(which, units_of(table, cases), size) for cases in rest], float)
        assert estimate.value == pytest.approx(slow(which, units, size), abs=1e-11)
        assert estimate.jackknife is not None
        expected = jackknife(estimate.value, without, len(shared) - 1)
        assert estimate.jackknife == pytest.approx(expected, abs=1e-10)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_sample_is_what_counting_its_cases_says(table: Ratings) -> None:
    resampling, size = Resampling(table.cases, 100, seed=7), len(table.categories)
    drawn = [np.repeat(np.arange(table.cases), n.astype(int)) for n in resampling.weights]
    for which, estimate in coefficients(table, resampling).items():
        if estimate.value is None:
            continue
        counted = [slow(which, units_of(table, cases), size) for cases in drawn]
        samples = np.array([nan if value is None else value for value in counted])
        assert estimate.undefined == np.isnan(samples).sum()
        expected = percentile(samples)
        assert (estimate.bootstrap is None) == (expected is None)
        assert expected is None or estimate.bootstrap == pytest.approx(expected, abs=1e-11)


def test_many_undefined_samples_leave_no_bootstrap_interval() -> None:
    """The one B is left out of a third of the samples: all is A, and alpha divides by nothing."""
    of = coefficients(ratings("AAAAAAAB", "AAAAAAAB", "AAAAAAAA"), Resampling(8))
    alpha, ac1 = of[Coefficient.ALPHA_NOMINAL], of[Coefficient.AC1]
    assert alpha.value is not None
    assert 600 < alpha.undefined < 780
    assert (alpha.jackknife, alpha.bootstrap) == (None, None)
    assert ac1.undefined == 0
    assert ac1.bootstrap is not None
    assert ac1.bootstrap.high == 1


def test_a_share_has_the_interval_of_its_cases() -> None:
    """Four cases with a pair each, two agree: Student's interval of 0, 0, 1, 1, within 0 and 1."""
    exact, _ = shares(ratings("AABB", "AACC"), Resampling(4))
    assert exact == Estimate(
        0.5, None, ConfidenceInterval(0, 1), ConfidenceInterval(0, 1), exact.undefined
    )


def test_degrees_of_freedom_count_cases_that_show_a_pair() -> None:
    """Two cases with a pair; eight that one rater saw do not make the figure any surer."""
    few = shares(ratings("AB", "AC"), Resampling(2))[0].jackknife
    many = shares(ratings("ABAAAAAAAA", "AC........"), Resampling(10))[0].jackknife
    assert few == many == ConfidenceInterval(0, 1)


def test_every_sample_has_as_many_cases_and_each_case_its_turn() -> None:
    weights = Resampling(50, 2000).weights
    assert weights.shape == (2000, 50)
    assert set(weights.sum(axis=1)) == {50}
    assert weights.mean(axis=0) == pytest.approx(np.ones(50), abs=0.15)
    # Drawn n times with chance 1/n: a variance of 1 − 1/n.
    assert weights.var() == pytest.approx(0.98, abs=0.05)


def test_the_same_seed_draws_the_same() -> None:
    assert (Resampling(9, 40).weights == Resampling(9, 40, seed=1).weights).all()
    assert (Resampling(9, 40).weights != Resampling(9, 40, seed=2).weights).any()


def test_the_draws_are_the_generators_own_numbers_cut_in_even_parts() -> None:
    """So they hang on PCG64 alone, not on how some version of NumPy shuffles or samples."""
    raw = PCG64(5)
    for row in Resampling(7, 20, seed=5).weights:
        places = [(int(raw.random_raw()) >> 11) * 7 >> 53 for _ in range(7)]
        assert row.tolist() == [places.count(case) for case in range(7)]


def test_samples_cannot_be_written_to() -> None:
    with pytest.raises(ValueError, match="read-only"):
        Resampling(3, 2).weights[0, 0] = 1


def test_no_cases_draw_nothing() -> None:
    assert Resampling(0, 5).weights.shape == (5, 0)


def test_few_cases_need_the_jackknife() -> None:
    """As docs/concepts/agreement-coefficients.md says, on fewer panels."""
    few, many = held(cases=5, panels=150), held(cases=20, panels=100)
    for which in (Coefficient.AC1, Coefficient.ALPHA_ORDINAL, Coefficient.BRENNAN_PREDIGER):
        (jackknife, bootstrap), of_twenty = few[which], many[which]
        assert jackknife > 0.85 > bootstrap
        assert min(of_twenty) > 0.86
