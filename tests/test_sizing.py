"""How many cases and raters: the model drawn from, the search, the estimate, and the command."""

import json
from pathlib import Path

import numpy as np
import pytest

from spur_rules import load_rulebook
from spur_rules.calibration.agreement.coefficients import OF_UNITS, coefficients, least_value
from spur_rules.calibration.agreement.estimates import Coefficient
from spur_rules.calibration.agreement.ratings import Ratings
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.panels.panel import Panel
from spur_rules.calibration.sizing.rating_fit import (
    _case_effect,
    _severity,
    _share_of_raters,
    fit_model,
)
from spur_rules.calibration.sizing.rating_model import (
    RatingModel,
    agreement_at,
    cuts,
    drawn,
    likeness_of,
)
from spur_rules.calibration.sizing.sizing import TOLD, Bound, Size, size
from spur_rules.cli.main import main

RULEBOOK = load_rulebook()
COMMON = (0.5, 0.25, 0.15, 0.1)
SIZE = ["workshop", "size", "--width", "0.3"]


def test_raters_with_nothing_in_common_agree_by_chance() -> None:
    """0.5² + 0.25² + 0.15² + 0.1² = 0.345."""
    assert agreement_at(COMMON, 0.0) == pytest.approx(0.345)
    assert agreement_at(COMMON, 1.0) == 1


def test_two_halves_agree_as_sheppard_found() -> None:
    """Both above or both below the middle: 1/2 + arcsin(r)/π. With r = 1/2 that is 2/3."""
    assert agreement_at((0.5, 0.5), 0.5) == pytest.approx(2 / 3, abs=1e-6)
    assert likeness_of((0.5, 0.5), 2 / 3) == pytest.approx(0.5, abs=1e-5)


def test_the_cuts_are_those_of_the_normal_table() -> None:
    assert cuts((0.025, 0.95, 0.025)) == pytest.approx([-1.959964, 1.959964], abs=1e-6)


def test_what_is_drawn_is_as_was_said() -> None:
    model = RatingModel(COMMON, likeness_of(COMMON, 0.7), 0.2, 0.2, 0.25, 8)
    ratings = drawn(model, 400, 10, 1, range(4))
    shares = np.bincount(ratings.value) / len(ratings.value)
    assert shares == pytest.approx(COMMON, abs=0.02)
    assert len(ratings.value) / (1600 * 8 * 10) == pytest.approx(0.75, abs=0.01)
    by_unit = np.full((1600 * 8, 10), -1)
    by_unit[ratings.unit, ratings.rater] = ratings.value
    first, second = by_unit[:, 0], by_unit[:, 1]
    both = (first >= 0) & (second >= 0)
    assert (first == second)[both].mean() == pytest.approx(0.7, abs=0.03)


def test_more_cases_begin_with_the_same() -> None:
    model = RatingModel(COMMON, 0.8, domains=2)
    few, many = (drawn(model, cases, 3, 5, range(1)) for cases in (4, 9))
    assert few.value.tolist() == many.value[: len(few.value)].tolist()


@pytest.mark.parametrize("coefficient", list(OF_UNITS))
def test_a_drawn_workshop_is_counted_as_a_calibration_counts_it(coefficient: Coefficient) -> None:
    model = RatingModel(COMMON, 0.7, missing=0.1, domains=3)
    found = size(model, 0.3, [4], coefficient, trials=20)
    told = next(width for width in found.rows[0].widths if width.cases == TOLD[0])
    widths, values = [], []
    for trial in range(20):
        ratings = drawn(model, TOLD[0], 4, 1, range(trial, trial + 1))
        estimate = coefficients(ratings, Resampling(TOLD[0], 50, 1))[coefficient]
        assert estimate.jackknife is not None
        assert estimate.value is not None
        assert estimate.jackknife.low > least_value(coefficient, len(COMMON))
        # The upper end is moved to 1 where an interval is shown; the lower one is not reached.
        widths.append(2 * (estimate.value - estimate.jackknife.low))
        values.append(estimate.value)
    assert told.mean == pytest.approx(np.mean(widths))
    assert told.coefficient == pytest.approx(np.mean(values))
    assert told.assured == pytest.approx(sorted(widths)[15])  # 16 of 20 stay within


def test_the_lowest_values_are_those_of_the_coefficients() -> None:
    assert least_value(Coefficient.ALPHA_ORDINAL, 4) == -1
    assert least_value(Coefficient.AC1, 2) == -1
    assert least_value(Coefficient.AC2, 4) == pytest.approx(-2.2)


def test_four_times_the_cases_halve_the_interval() -> None:
    """20 and 80 cases, a tenth either way."""
    found = size(RatingModel(COMMON, 0.7, domains=1), 0.3, [6], trials=100)
    by_cases = {width.cases: width.mean for width in found.rows[0].widths}
    assert by_cases[20] is not None
    assert by_cases[80] is not None
    assert by_cases[20] / by_cases[80] == pytest.approx(2, rel=0.1)


def answers(found: Size) -> list[tuple[int, int | None, int | None]]:
    return [
        (r.raters, r.in_mean and r.in_mean.cases, r.assured and r.assured.cases) for r in found.rows
    ]


def test_the_answer_is_the_smallest_number_of_cases() -> None:
    model = RatingModel(COMMON, 0.8, domains=1)
    found = size(model, 0.25, [4, 8], trials=60)
    for row in found.rows:
        assert row.in_mean is not None
        assert row.assured is not None
        assert row.in_mean.cases <= row.assured.cases
        assert row.in_mean.mean is not None
        assert row.in_mean.mean <= 0.25
        assert row.assured.assured is not None
        assert row.assured.assured <= 0.25
    one_less = {
        row.raters: size_at(model, row.raters, row.in_mean.cases - 1)
        for row in found.rows
        if row.in_mean
    }
    assert all(mean is None or mean > 0.25 for mean in one_less.values())


def size_at(model: RatingModel, raters: int, cases: int) -> float | None:
    from spur_rules.calibration.sizing.sizing import _Tried

    return _Tried(model, raters, Coefficient.AC2, 60, 1).at(cases).mean


def test_a_narrower_interval_needs_more() -> None:
    model = RatingModel(COMMON, 0.8, domains=1)
    wide, narrow = (answers(size(model, width, [6], trials=40))[0] for width in (0.4, 0.2))
    assert wide[1] is not None
    assert narrow[1] is not None
    assert wide[1] < narrow[1]


def test_no_number_of_cases_may_be_enough() -> None:
    """Two raters of one domain who agree by chance, and an interval of 0.03."""
    found = size(RatingModel((0.5, 0.5), 0.0, domains=1), 0.03, [2], trials=20)
    assert answers(found) == [(2, None, None)]


def test_raters_that_always_agree_leave_no_interval() -> None:
    found = size(RatingModel(COMMON, 1.0, domains=1), 0.3, [4], trials=20)
    assert answers(found) == [(4, None, None)]
    assert {width.mean for width in found.rows[0].widths} == {None}
    assert {width.without for width in found.rows[0].widths} == {20}


def test_the_same_seed_gives_the_same_and_another_another() -> None:
    model = RatingModel(COMMON, 0.7, domains=2)
    one, same, other = (size(model, 0.3, [5], trials=20, seed=seed) for seed in (1, 1, 2))
    assert one == same
    assert one.rows[0].widths != other.rows[0].widths


def panel_of(model: RatingModel, cases: int, raters: int) -> Panel:
    ratings = drawn(model, cases, raters, 3, range(1))
    given = np.full((cases * raters, 8), -1, np.int8)
    given[ratings.case_of[ratings.unit] * raters + ratings.rater, ratings.unit % 8] = ratings.value
    return Panel(
        RULEBOOK,
        tuple(f"{n:03}" for n in range(cases)),
        tuple(f"R{n:02}" for n in range(raters)),
        np.repeat(np.arange(cases), raters),
        np.tile(np.arange(raters), cases),
        np.zeros((cases * raters, len(RULEBOOK.order)), np.uint8),
        given,
    )


@pytest.mark.parametrize("severity, case_effect", [(0.1, 0.0), (0.3, 0.4), (0.6, 0.8)])
def test_what_a_panel_was_drawn_by_is_found_again(severity: float, case_effect: float) -> None:
    model = RatingModel(COMMON, 0.85, severity, case_effect, 0.2)
    found = fit_model(panel_of(model, 200, 30))
    assert found.prevalence == pytest.approx(model.prevalence, abs=0.06)  # C is in no A and C
    assert found.likeness == pytest.approx(0.85, abs=0.04)
    assert found.severity == pytest.approx(severity, abs=0.1)
    assert found.case_effect == pytest.approx(case_effect, abs=0.12)
    assert found.missing == pytest.approx(0.2, abs=0.01)
    assert found.domains == 8


def test_a_single_domain_is_estimated_on_its_own_scale() -> None:
    found = fit_model(panel_of(RatingModel((0.4, 0.4, 0.2), 0.8, domains=8), 100, 10), "A")
    assert (len(found.prevalence), found.domains, found.case_effect) == (3, 1, 0)


def test_how_much_is_severity_by_hand() -> None:
    """Steps of R1 0 0 0 0, of R2 1 1 1 0. Their differences: mean 3/4, squares about it 3/4.

    Between the raters 4·(3/4)²/2 = 9/8; chance 3/4 / (2·3) = 1/8; so σ²_r = (9/8 − 1/8)/4 = 1/4.
    """
    ratings = Ratings(
        np.repeat(np.arange(4), 2),
        np.tile(np.arange(2), 4),
        np.array([0, 1, 0, 1, 0, 1, 0, 0]),
        np.arange(4),
        4,
        2,
        ("A", "B"),
    )
    assert _share_of_raters(ratings) == pytest.approx((1 / 4) / (1 / 4 + 1 / 8))


def test_a_strict_rater_does_not_make_domains_alike() -> None:
    """All that parts the raters is severity: one rater's grades go together, the domains do not."""
    ratings = drawn(RatingModel(COMMON, 0.5, 1.0, 0.0, domains=8), 400, 3, 1, range(1))
    assert _case_effect(ratings, 8) == pytest.approx(0, abs=0.05)


def test_what_nobody_graded_was_not_asked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = table(tmp_path / "p.csv", 9, 4)
    more = ["--raters", "4", "--simulations", "20", "--format", "json"]
    assert main([*SIZE, "--like", name, *more]) == 0
    (answer,) = json.loads(capsys.readouterr().out)["answers"]
    assert (answer["domain"], answer["domains"], answer["assumed"]["missing"]) == (None, 1, 0)


def table(path: Path, cases: int, raters: int) -> str:
    """Grades of E by cases and raters; rater 0 is a step stricter."""
    rows = [
        f"fall {case};R{rater};uppfyllt;{'ABCD'[min(case % 3 + (rater == 0), 3)]}"
        for case in range(cases)
        for rater in range(raters)
    ]
    path.write_text("\n".join(["case;rater;E1;given.E", *rows]) + "\n", "utf-8")
    return str(path)


def test_like_a_panel(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """4 raters, one of them other than three: 3 of 6 pairs agree."""
    name = table(tmp_path / "p.csv", 9, 4)
    more = ["--domain", "e", "--raters", "4", "--simulations", "20", "--format", "json"]
    assert main([*SIZE, "--like", name, *more]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["panel"] == name
    answer = found["answers"][0]
    assert (answer["domain"], answer["domains"]) == ("E", 1)
    assert answer["assumed"]["agreement"] == pytest.approx(0.5, abs=1e-5)
    # A: 3 cases × 3 raters; B: 3 × 3 and 3 of R0; C as B; D: 3 of R0. All of 36.
    assert answer["assumed"]["prevalence"] == {
        "A": 0.25,
        "B": 0.333333,
        "C": 0.333333,
        "D": 0.083333,
    }


def test_too_small_a_panel(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = table(tmp_path / "p.csv", 2, 3)
    assert main([*SIZE, "--like", name]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"error[SR848] {name} 6 pairs")
    assert "--agreement" in error


@pytest.mark.parametrize(
    "options, codes",
    [
        (["--agreement", "1.5", "--severity", "-1", "--missing", "0.95"], ["SR845"] * 3),
        (["--agreement", "0.7", "--simulations", "5", "--seed", "-1"], ["SR845"] * 2),
        (["--agreement", "nan"], ["SR845"]),
        (["--agreement", "0.7", "--raters", "1,fyra,51,٤,4"], ["SR845"] * 4),
        (["--agreement", "0.7", "--raters", "2,3,4,5,6,7,8,9,10"], ["SR845"]),
        (["--agreement", "0.7", "--raters", "50", "--simulations", "2000"], ["SR845"]),
        (["--agreement", "0.7", "--prevalence", "A=1,E=2"], ["SR846"]),
        (["--agreement", "0.7", "--prevalence", "A=1"], ["SR846"]),
        (["--agreement", "0.7", "--prevalence", "A=1,B=-1,C=3"], ["SR846"]),
        (["--agreement", "0.7", "--prevalence", "A=1,B=nan"], ["SR846"]),
        (["--agreement", "0.7", "--prevalence", "A=1,B=inf"], ["SR846"]),
        (["--agreement", "0.7", "--prevalence", "A=1,C=1", "--domain", "A"], ["SR846"]),
        (["--agreement", "0.34"], ["SR847"]),
        (["--agreement", "1"], ["SR847"]),
        (["--agreement", "0.7", "--domain", "Ö"], ["SR310"]),
        ([], ["SR601"]),
        (["--agreement", "0.7", "--like", "x"], ["SR601"]),
        (["--like", "none.csv"], ["SR101"]),
    ],
)
def test_what_cannot_be_is_refused(
    options: list[str], codes: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*SIZE, *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert [line[6:11] for line in err.splitlines()] == codes


@pytest.mark.parametrize("wrong", ["0", "5", "nan"])
def test_the_width_has_bounds(wrong: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["workshop", "size", "--agreement", "0.7", "--width", wrong]) == 2
    assert capsys.readouterr().err.startswith("error[SR845] --width")


@pytest.mark.parametrize("lang, decimal, none", [("sv", "0,30", "fler än 500"), ("en", "0.30", "")])
def test_the_text(lang: str, decimal: str, none: str, capsys: pytest.CaptureFixture[str]) -> None:
    few = ["--simulations", "20", "--raters", "2", "--lang", lang]
    assert main([*SIZE, "--agreement", "0.6", "--prevalence", "A=1,B=1", *few]) == 0
    text = capsys.readouterr().out
    assert decimal in text
    assert all(len(line) <= 80 for line in text.splitlines())
    narrow = ["workshop", "size", "--width", "0.03", "--agreement", "0.6", "--domain", "A", *few]
    assert main(narrow) == 0
    assert none in capsys.readouterr().out


def test_the_table_has_a_line_for_each_answer(capsys: pytest.CaptureFixture[str]) -> None:
    few = ["--simulations", "20", "--raters", "3", "--domain", "E", "--format", "csv"]
    assert main([*SIZE, "--agreement", "0.7", *few]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert head == "domain,domains,raters,cases,answer,mean_width,width_of_four_in_five"
    cells = [line.split(",") for line in lines]
    assert [row[4] for row in cells] == ["on_average", "four_of_five", "", "", "", ""]
    assert [row[3] for row in cells[2:]] == ["10", "20", "40", "80"]


def test_an_interval_is_not_narrow_because_nothing_is_above_1() -> None:
    """12 raters: at 3 cases the lower ends alone are nearly 0.3 away; cut at 1 it would do."""
    (row,) = size(RatingModel(COMMON, likeness_of(COMMON, 0.7)), 0.3, [12]).rows
    assert row.in_mean is not None
    assert row.in_mean.cases == 4
    assert (row.in_mean_bound, row.in_mean_error) == (Bound.WIDTH, 1)


def test_what_decides_is_told() -> None:
    model = RatingModel(COMMON, likeness_of(COMMON, 0.99))
    (row,) = size(model, 0.3, [12], trials=60).rows
    assert row.in_mean is not None
    assert (row.in_mean_bound, row.in_mean_error) == (Bound.INTERVAL, None)
    assert row.in_mean.without <= 3  # a twentieth of 60
    (row,) = size(RatingModel(COMMON, 0.7), 2.0, [12], trials=20).rows
    assert row.in_mean is not None
    assert (row.in_mean.cases, row.in_mean_bound, row.in_mean_error) == (3, Bound.LEAST, None)


def test_the_error_of_the_simulation_is_what_other_seeds_show() -> None:
    """Of a mean of 60 widths and of their 48th; 19 of 20 seeds should be within it."""
    model = RatingModel(COMMON, likeness_of(COMMON, 0.7), domains=1)
    found = [size(model, 2.0, [6], trials=60, seed=seed).rows[0].widths[0] for seed in range(30)]
    means = np.array([width.mean for width in found], float)
    assured = np.array([width.assured for width in found], float)
    assert np.mean([w.mean_error for w in found]) == pytest.approx(1.96 * means.std(), rel=0.3)
    assert np.mean([w.assured_error for w in found]) == pytest.approx(1.96 * assured.std(), rel=0.4)


def test_what_decides_stands_in_the_text(capsys: pytest.CaptureFixture[str]) -> None:
    more = ["--raters", "4", "--simulations", "40", "--lang", "en"]
    assert main([*SIZE, "--agreement", "0.99", *more]) == 0
    text = capsys.readouterr().out
    assert "* Here it is not the width that decides" in text
    assert "±" not in text
    assert "88–91 times of 100 at 5–12" in " ".join(text.split())
    assert main([*SIZE, "--agreement", "0.7", *more]) == 0
    text = capsys.readouterr().out
    assert "± is the error of the simulation (40 of each size)" in text
    assert "*" not in text


@pytest.mark.parametrize(
    "pair, words",
    [("AB", ["0 times of 100 (40 pairs)", "50 times"]), ("DD", ["all grades are D"])],
)
def test_a_panel_that_the_model_cannot_be_like(
    pair: str, words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Two raters who never agree, and two who say D throughout."""
    path = tmp_path / "p.csv"
    rows = [f"fall {n};R{at};uppfyllt;{g}" for n in range(40) for at, g in enumerate(pair)]
    path.write_text("\n".join(["case;rater;E1;given.E", *rows]) + "\n", "utf-8")
    assert main([*SIZE, "--like", str(path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"error[SR847] {path} ")
    assert all(word in error for word in [*words, "--agreement"])


def test_raters_that_agreed_always_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "p.csv"
    rows = [f"fall {n};R{at};uppfyllt;{'AB'[n % 2]}" for n in range(40) for at in range(2)]
    path.write_text("\n".join(["case;rater;E1;given.E", *rows]) + "\n", "utf-8")
    assert main([*SIZE, "--like", str(path)]) == 2
    assert "SR847" in (error := capsys.readouterr().err)
    assert "100 times of 100 (40 pairs)" in error


def test_severity_is_none_where_the_steps_show_none() -> None:
    """Raters who differ by chance so seldom that no drawn panel shows any severity."""
    ratings = Ratings(
        np.repeat(np.arange(4), 2),
        np.tile(np.arange(2), 4),
        np.array([0, 1, 1, 0, 0, 0, 1, 1]),
        np.arange(4),
        4,
        2,
        ("A", "B"),
    )
    assert _share_of_raters(ratings) == 0
    assert _severity(ratings, RatingModel((0.5, 0.5), 1.0)) == 0
