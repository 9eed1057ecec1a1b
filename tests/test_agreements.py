"""What raters agree on, scope by scope: every count and figure worked out by hand.

The panel `THREE` has three raters and three cases; the grades they give in domain A (A B D) and in
domain B (A B C D), with "-" for none:

    case    A: R1 R2 R3    B: R1 R2 R3
    1          A  A  B        A  C  -
    2          D  B  -        D  D  D
    3          A  .  C        B  .  -      R2 has not reviewed case 3; C is not on A's scale
"""

import numpy as np
import pytest
from panels import panel, rated

from spur_rules.calibration.agreement import scopes
from spur_rules.calibration.agreement.agreement import Agreements, ScopeAgreement, ScopeKind, agree
from spur_rules.calibration.agreement.estimates import Coefficient, NoFigure
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.panels.panel import Panel
from spur_rules.rulebook import Rulebook

GIVEN = {
    ("1", "R1"): {"A": "A", "B": "A"},
    ("1", "R2"): {"A": "A", "B": "C"},
    ("1", "R3"): {"A": "B"},
    ("2", "R1"): {"A": "D", "B": "D"},
    ("2", "R2"): {"A": "B", "B": "D"},
    ("2", "R3"): {"B": "D"},
    ("3", "R1"): {"A": "A", "B": "B"},
    ("3", "R3"): {"A": "C"},
}


@pytest.fixture(scope="module")
def three(rulebook: Rulebook) -> Panel:
    rows = (rated(rulebook, case, rater, given=given) for (case, rater), given in GIVEN.items())
    return panel(rulebook, *rows)


@pytest.fixture(scope="module")
def found(three: Panel) -> Agreements:
    return agreed(three)


def agreed(of: Panel, samples: int = 200) -> Agreements:
    return agree(of, Resampling(len(of.cases), samples))


def of_domain(found: Agreements, letter: str) -> ScopeAgreement:
    return next(scope for scope in found.domains if scope.name == letter)


def of_row(found: Agreements, id: str) -> ScopeAgreement:
    return next(scope for scope in found.indicators if scope.name == id)


def counts(scope: ScopeAgreement) -> tuple[int, ...]:
    """Cases, raters, units, rated, missing, off the scale, pairs."""
    known = (scope.cases, scope.raters, scope.units, scope.rated)
    return (*known, scope.missing, scope.off_scale, scope.pairs)


def test_a_domain_without_c(found: Agreements) -> None:
    scope = of_domain(found, "A")
    assert (scope.kind, scope.categories, scope.steps) == (
        ScopeKind.DOMAIN,
        tuple("ABD"),
        ("A", "B", "D"),
    )
    # Rated: A A B, D B, A. The C of case 3 is off the scale, R3 left case 2 out.
    assert counts(scope) == (3, 3, 2, 6, 1, 1, 4)
    assert scope.distribution == (3, 2, 1)
    # In order A A A B B D: the middle lies between A and B.
    assert scope.median == ("A", "B")
    # Pairs: AA, AB, AB in case 1, DB in case 2.
    assert scope.confusion == ((2, 2, 0), (2, 0, 1), (0, 1, 0))
    assert scope.exact.value == 0.25
    assert scope.within_one.value == 1.0, "B and D are neighbours where there is no C"


def test_a_domain_with_c(found: Agreements) -> None:
    scope = of_domain(found, "B")
    # Rated: A C, D D D, B. R3 left cases 1 and 3 out.
    assert counts(scope) == (3, 3, 2, 6, 2, 0, 4)
    assert scope.distribution == (1, 1, 1, 3)
    # A B C D D D: between C and D.
    assert scope.median == ("C", "D")
    assert scope.confusion == ((0, 0, 1, 0), (0, 0, 0, 0), (1, 0, 0, 0), (0, 0, 0, 6))
    assert (scope.exact.value, scope.within_one.value) == (0.75, 0.75), (
        "A and C are two steps apart"
    )
    # AC1: p_a = (0 + 1)/2; π = (1/2, 1, 1/2, 1)/3 over the three cases;
    # p_e = (2·(1/6·5/6) + 2·(1/3·2/3))/3 = 13/54; (1/2 − 13/54)/(1 − 13/54) = 14/41.
    assert scope.coefficients[Coefficient.AC1].value == pytest.approx(14 / 41, abs=1e-11)
    # BP: (1/2 − 1/4)/(3/4).
    assert scope.coefficients[Coefficient.BRENNAN_PREDIGER].value == pytest.approx(1 / 3, abs=1e-11)
    # Alpha: o = A C 1, C A 1, D D 3, n = 5: 1 − 4·2/(25 − 1 − 1 − 9) = 3/7.
    assert scope.coefficients[Coefficient.ALPHA_NOMINAL].value == pytest.approx(3 / 7, abs=1e-11)
    assert scope.coefficients[Coefficient.KAPPA_LINEAR].why_not is NoFigure.NOT_TWO_RATERS


def test_all_grades(found: Agreements) -> None:
    scope = found.overall
    assert (scope.kind, scope.name, scope.categories) == (
        ScopeKind.OVERALL,
        scopes.ALL,
        tuple("ABCD"),
    )
    # The other six domains have no grade in any of the eight reviews.
    assert counts(scope) == (3, 3, 4, 12, 1 + 2 + 6 * 8, 1, 8)
    assert scope.distribution == (4, 3, 1, 4)
    # A A A A B B | B C D D D D
    assert scope.median == ("B",)
    assert scope.confusion == ((2, 2, 1, 0), (2, 0, 0, 1), (1, 0, 0, 0), (0, 1, 0, 6))
    assert scope.exact.value == 0.5
    # A–C, and B–D: among all letters they are two steps apart.
    assert scope.within_one.value == 0.75


def test_d_against_the_others(found: Agreements) -> None:
    overall, first, second = found.binding[:3]
    assert [scope.name for scope in found.binding] == [scopes.ALL, *"ABCDEFGH"]
    assert [scope.kind for scope in found.binding[:2]] == [ScopeKind.OVERALL, ScopeKind.DOMAIN]
    assert first.categories == (scopes.NOT_D, "D")
    assert counts(first) == (3, 3, 2, 6, 1, 1, 4)
    assert (first.distribution, first.confusion) == ((5, 1), ((6, 1), (1, 0)))
    assert (first.exact.value, first.median) == (0.75, (scopes.NOT_D,))
    assert (second.distribution, second.confusion) == ((3, 3), ((2, 0), (0, 6)))
    assert (second.exact.value, second.median) == (1.0, (scopes.NOT_D, "D"))
    assert second.within_one.why_not is NoFigure.UNORDERED, "no step is longer than one"
    # Nobody disagrees on D in domain B, and both answers occur: every coefficient is 1.
    assert second.coefficients[Coefficient.AC1].value == 1.0
    assert counts(overall) == (3, 3, 4, 12, 51, 1, 8)
    assert (overall.distribution, overall.exact.value) == ((8, 4), 7 / 8)


@pytest.fixture(scope="module")
def ticked(rulebook: Rulebook) -> Agreements:
    """B7 is an allmänt råd, A1 a föreskrift. What is not named is met by everyone."""
    rows = [
        rated(rulebook, "1", "R1", {"B7": "uppfyllt", "A1": "ej bedömt"}),
        rated(rulebook, "1", "R2", {"B7": "på annat sätt", "A1": "delvis"}),
        rated(rulebook, "1", "R3", {"B7": "ej tillämpligt", "A1": "ej uppfyllt"}),
        rated(rulebook, "2", "R1", {"B7": "delvis", "A1": "ej tillämpligt"}),
        rated(rulebook, "2", "R2", {"B7": "ej uppfyllt", "A1": "ej tillämpligt"}),
    ]
    return agreed(panel(rulebook, *rows))


def test_ticks_of_an_allmänt_råd(ticked: Agreements) -> None:
    scope = of_row(ticked, "B7")
    said = ("uppfyllt", "på annat sätt", "delvis", "ej uppfyllt", "ej tillämpligt")
    assert (scope.kind, scope.categories, scope.is_ordered) == (ScopeKind.INDICATOR, said, False)
    assert scope.steps == ("uppfyllt", "delvis", "ej uppfyllt")
    assert counts(scope) == (2, 3, 2, 5, 0, 0, 4)
    assert scope.distribution == (1, 1, 1, 1, 1)
    assert (scope.exact.value, scope.not_on_steps, scope.pairs_on_steps) == (0.0, 1, 2)
    # On the steps: met, met; delvis, ej uppfyllt. Nobody is more than a step apart.
    assert scope.median == ("uppfyllt", "delvis")
    assert scope.within_one.value == 1.0
    # Of five answers: p_a = 0, so BP = (0 − 1/5)/(4/5).
    bare, ordinal = Coefficient.BRENNAN_PREDIGER, Coefficient.BRENNAN_PREDIGER_ORDINAL
    assert scope.coefficients[bare].value == pytest.approx(-1 / 4, abs=1e-11)
    # Of three steps: weights 1, 2/3, 0; p_a = (1 + 2/3)/2, p_e = (3 + 4·2/3)/9 = 17/27;
    # (5/6 − 17/27)/(10/27) = 11/20.
    assert scope.coefficients[ordinal].value == pytest.approx(11 / 20, abs=1e-11)


def test_ticks_of_a_föreskrift(ticked: Agreements) -> None:
    scope = of_row(ticked, "A1")
    assert scope.categories == ("uppfyllt", "delvis", "ej uppfyllt", "ej tillämpligt")
    assert counts(scope) == (2, 3, 2, 4, 1, 0, 2)
    assert scope.confusion == ((0, 0, 0, 0), (0, 0, 1, 0), (0, 1, 0, 0), (0, 0, 0, 2))
    assert (scope.exact.value, scope.within_one.value) == (0.5, 1.0)
    assert (scope.not_on_steps, scope.pairs_on_steps) == (2, 1)
    # Only case 1 has two ratings on the steps, both cases have two answers.
    assert scope.coefficients[Coefficient.AC2].why_not is NoFigure.ONE_CASE
    assert scope.coefficients[Coefficient.AC1].value is not None


def test_ticks_of_a_norm(ticked: Agreements, rulebook: Rulebook) -> None:
    scope = next(scope for scope in ticked.norms if scope.name == "föreskrift")
    own = sum(row.norm == "föreskrift" for row in rulebook.indicators.values())
    assert own == 43
    # Five reviews of 43 rows; only A1 is not met by all, R1 left it out once.
    assert counts(scope) == (2, 3, 2 * 43, 5 * 43 - 1, 1, 0, 42 * 4 + 2)
    assert scope.distribution == (42 * 5, 1, 1, 2)
    assert scope.median == ("uppfyllt",)
    assert scope.exact.value == pytest.approx((42 * 4 + 1) / (42 * 4 + 2), abs=1e-11)
    assert [norm.name for norm in ticked.norms] == [
        "föreskrift",
        "allmänt råd",
        "kvalitetsindikator",
    ]


def test_rows_that_a_review_is_not_asked_are_not_missing(rulebook: Rulebook) -> None:
    of = panel(rulebook, *(rated(rulebook, "1", rater) for rater in ("R1", "R2", "R3")))
    place = rulebook.position["A1"]
    statuses = of.statuses.copy()
    statuses[0, place], statuses[1, place] = 6, 1  # not in use; på annat sätt of a föreskrift
    changed = Panel(
        rulebook, of.cases, of.raters, of.case_of, of.rater_of, statuses, of.given.copy()
    )
    scope = of_row(agreed(changed), "A1")
    assert counts(scope) == (1, 1, 0, 1, 0, 1, 0)
    assert scope.not_in_use == 1


def test_units_of_a_case_are_drawn_together(found: Agreements, three: Panel) -> None:
    """All grades of a case come and go with it: a sample of one case has both its domains."""
    ratings = scopes.of_all_grades(three).answers
    assert ratings.case_of.tolist() == [case for case in range(3) for _ in range(8)]
    assert set(ratings.case_of[ratings.unit[ratings.rater == 1]].tolist()) == {0, 1}


def test_the_samples_must_be_of_the_panel(three: Panel) -> None:
    with pytest.raises(ValueError, match="2 cases resampled, 3 in the panel"):
        agree(three, Resampling(2))


def test_ratings_are_where_they_were_given(three: Panel) -> None:
    ratings = scopes.of_all_grades(three).answers
    told = sorted(
        zip(ratings.unit.tolist(), ratings.rater.tolist(), ratings.value.tolist(), strict=True)
    )
    written = [
        (8 * (int(case) - 1) + "AB".index(letter), int(rater[1]) - 1, "ABCD".index(grade))
        for (case, rater), given in GIVEN.items()
        for letter, grade in given.items()
        if (case, rater, letter) != ("3", "R3", "A")
    ]
    assert told == sorted(written)
    assert np.issubdtype(ratings.value.dtype, np.integer)
