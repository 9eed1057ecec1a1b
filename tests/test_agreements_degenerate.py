"""Too little to tell: counts and the median are there, and no figure is invented."""

import math
from collections.abc import Iterator

import pytest
from panels import panel, rated
from small_books import FORESKRIFT, book, named

from spur_rules.calibration.agreement.agreement import Agreements, ScopeAgreement, agree
from spur_rules.calibration.agreement.estimates import Coefficient, Estimate, NoFigure
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.panels.panel import Panel, Rated, gather, keep
from spur_rules.checklist import SCHEMA, Checklist
from spur_rules.documents.calibration.agreed_words import AgreedWords
from spur_rules.documents.calibration.agreements_data import agreements_csv, agreements_data
from spur_rules.documents.calibration.agreements_text import agreements_text
from spur_rules.documents.phrasing import Phrasing
from spur_rules.rulebook import Rulebook
from spur_rules.texts import LANGUAGES

Given = tuple[str, str, str]
#: The reviews (case, rater, the grade of domain E or nothing), and why there is no coefficient.
FEW: dict[str, tuple[list[Given], NoFigure]] = {
    "nobody": ([], NoFigure.NOTHING_RATED),
    "no grades": ([("1", "R1", ""), ("1", "R2", "")], NoFigure.NOTHING_RATED),
    "one review": ([("1", "R1", "B")], NoFigure.ONE_RATER),
    "one rater": ([("1", "R1", "B"), ("2", "R1", "C")], NoFigure.ONE_RATER),
    "one case": ([("1", "R1", "B"), ("1", "R2", "C"), ("1", "R3", "C")], NoFigure.ONE_CASE),
    "no overlap": ([("1", "R1", "B"), ("2", "R2", "C")], NoFigure.NO_OVERLAP),
    "one shared case": (
        [("1", "R1", "B"), ("1", "R2", "B"), ("2", "R2", "C")],
        NoFigure.ONE_CASE,
    ),
    "one answer": (
        [("1", "R1", "B"), ("1", "R2", "B"), ("2", "R1", "B"), ("2", "R2", "B")],
        NoFigure.ONE_ANSWER,
    ),
}


def few(rulebook: Rulebook, name: str) -> Panel:
    reviews, _ = FEW[name]
    rows = (
        rated(rulebook, case, rater, given={"E": grade} if grade else {})
        for case, rater, grade in reviews
    )
    return panel(rulebook, *rows)


def agreed(of: Panel) -> Agreements:
    return agree(of, Resampling(len(of.cases), 50))


def every(found: Agreements) -> Iterator[ScopeAgreement]:
    yield from (found.overall, *found.domains, *found.norms, *found.indicators, *found.binding)


def estimates(found: Agreements) -> Iterator[Estimate]:
    for scope in every(found):
        yield from (scope.exact, scope.within_one, *scope.coefficients.values())


@pytest.mark.parametrize("name", FEW)
def test_no_coefficient_and_why(rulebook: Rulebook, name: str) -> None:
    found = agreed(few(rulebook, name))
    for scope in (found.overall, found.domains[4]):
        assert {e.why_not for e in scope.coefficients.values()} == {FEW[name][1]}
        assert {e.value for e in scope.coefficients.values()} == {None}
    assert all(math.isfinite(e.value) for e in estimates(found) if e.value is not None)
    assert all((e.value is None) == (e.why_not is not None) for e in estimates(found))


@pytest.mark.parametrize("name", FEW)
@pytest.mark.parametrize("language", LANGUAGES)
def test_it_can_be_shown(rulebook: Rulebook, name: str, language: str) -> None:
    found = agreed(few(rulebook, name))
    text = agreements_text(found, Phrasing(rulebook, language))
    assert "nan" not in text.lower()
    assert max(map(len, text.splitlines())) <= 80
    assert agreements_csv(found).count("\n") == sum(1 for _ in agreements_csv(found).splitlines())
    assert agreements_data(found)["overall"]["coefficients"]["gwet_ac1"]["label"] is None


def domain_e(found: Agreements) -> tuple[object, ...]:
    scope = found.domains[4]
    counts = (scope.cases, scope.raters, scope.units, scope.rated, scope.missing, scope.pairs)
    return (*counts, scope.median, scope.exact.value)


@pytest.mark.parametrize(
    "name, told",
    [
        ("nobody", (0, 0, 0, 0, 0, 0, (), None)),
        ("no grades", (0, 0, 0, 0, 2, 0, (), None)),
        ("one review", (1, 1, 0, 1, 0, 0, ("B",), None)),
        ("one rater", (2, 1, 0, 2, 0, 0, ("B", "C"), None)),
        ("one case", (1, 3, 1, 3, 0, 3, ("C",), 1 / 3)),
        ("no overlap", (2, 2, 0, 2, 0, 0, ("B", "C"), None)),
        ("one shared case", (2, 2, 1, 3, 0, 1, ("B",), 1.0)),
        ("one answer", (2, 2, 2, 4, 0, 2, ("B",), 1.0)),
    ],
)
def test_counts_median_and_share_are_told(
    rulebook: Rulebook, name: str, told: tuple[object, ...]
) -> None:
    found = domain_e(agreed(few(rulebook, name)))
    assert found[:-1] == told[:-1]
    assert found[-1] == (None if told[-1] is None else pytest.approx(told[-1], abs=1e-11))


def test_a_share_of_one_case_has_no_interval(rulebook: Rulebook) -> None:
    exact = agreed(few(rulebook, "one case")).domains[4].exact
    assert (exact.jackknife, exact.bootstrap) == (None, None)


def test_every_reason_has_its_sentence(rulebook: Rulebook) -> None:
    """Also those that no scope has: a report says them with the same words."""
    for language in LANGUAGES:
        words = Phrasing(rulebook, language)
        for reason in NoFigure:
            assert words.say(f"agreed.why.{reason}", answer="A").endswith(".")


@pytest.mark.parametrize(
    "language, sentence",
    [
        ("sv", "alla satte B. Då finns inget att hålla samstämmigheten mot."),
        ("en", "everybody gave B, so there is nothing to hold the agreement against."),
    ],
)
def test_the_one_answer_is_named(rulebook: Rulebook, language: str, sentence: str) -> None:
    scope = agreed(few(rulebook, "one answer")).domains[4]
    told = AgreedWords(Phrasing(rulebook, language)).why_not(scope, Coefficient.AC2)
    assert told.endswith(sentence)


def test_the_one_answer_is_not_named_where_others_were_given_alone(rulebook: Rulebook) -> None:
    """The pairs all say B; somebody said D of a case that nobody else has: no pair shows it."""
    reviews = [("1", "R1", "B"), ("1", "R2", "B"), ("2", "R1", "B"), ("2", "R2", "B")]
    rows = [rated(rulebook, case, rater, given={"E": g}) for case, rater, g in reviews]
    alone = rated(rulebook, "3", "R1", given={"E": "D"})
    scope = agreed(panel(rulebook, *rows, alone)).domains[4]
    words = AgreedWords(Phrasing(rulebook, "sv"))
    for coefficient in (Coefficient.ALPHA_NOMINAL, Coefficient.AC1):
        told = words.why_not(scope, coefficient)
        assert told.startswith("Ingen koefficient: alla svar som kan jämföras är lika.")


def test_a_panel_of_some_of_the_reviews(rulebook: Rulebook) -> None:
    whole = few(rulebook, "one case")
    kept = keep(whole, whole.rater_of > 0)
    assert (kept.cases, kept.raters, kept.size) == (("1",), ("R2", "R3"), 2)
    assert agreed(kept).domains[4].distribution == (0, 0, 2, 0)
    nothing = keep(whole, whole.rater_of > 9)
    assert (nothing.cases, nothing.raters, nothing.size) == ((), (), 0)
    assert agreed(nothing).overall.rated == 0


@pytest.mark.parametrize("scale", ["AB", "AD"])
def test_any_scale_that_a_catalog_may_have(scale: str) -> None:
    """Three of four reviews give the scale's ends in turn; one is off it."""
    rulebook = book([FORESKRIFT], [(scale[-1], named("A1", "ej uppfyllt"))], scale)
    grades = [scale[0], scale[-1], scale[0], "C"]
    places = [("1", "R1"), ("1", "R2"), ("2", "R1"), ("2", "R2")]
    rows = [
        Rated(case, rater, named_grade(grade))
        for (case, rater), grade in zip(places, grades, strict=True)
    ]
    found = agreed(gather(rulebook, rows))
    (domain,) = found.domains
    assert (domain.categories, domain.off_scale, domain.pairs) == (tuple(scale), 1, 1)
    assert (domain.distribution, domain.exact.value) == ((2, 1), 0.0)
    assert domain.within_one.why_not is NoFigure.UNORDERED
    assert [scope.name for scope in found.binding] == (["overall", "A"] if "D" in scale else [])
    assert [scope.name for scope in found.norms] == ["föreskrift"]
    text = agreements_text(found, Phrasing(rulebook, "sv"))
    assert ("Gradering D eller inte" in text) == ("D" in scale)


def named_grade(grade: str) -> Checklist:
    written = {"schema": SCHEMA, "catalog": "x", "answers": {"A1": "uppfyllt"}}
    return Checklist.model_validate(written | {"given": {"A": grade}})
