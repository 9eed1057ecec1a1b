"""Labels, text, JSON and CSV of agreement: what is shown is what was found, and never more."""

import csv
import io
from collections.abc import Mapping
from dataclasses import replace
from inspect import signature
from typing import Any

import pytest
from json_schemas import complaints
from panels import panel, rated

from spur_rules.calibration.agreement.agreement import Agreements, ScopeAgreement, agree
from spur_rules.calibration.agreement.estimates import (
    Coefficient,
    ConfidenceInterval,
    Estimate,
    NoFigure,
)
from spur_rules.calibration.agreement.labels import Label, Level, label, shown_interval
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.documents.calibration.agreed_words import AgreedWords
from spur_rules.documents.calibration.agreements_data import (
    COLUMNS,
    agreements_csv,
    agreements_data,
)
from spur_rules.documents.calibration.agreements_text import agreements_text, least_agreed
from spur_rules.documents.phrasing import Phrasing
from spur_rules.rulebook import Rulebook

NARROW, WIDE = ConfidenceInterval(0.61, 0.75), ConfidenceInterval(-0.2, 1.0)


@pytest.fixture(scope="module")
def found(rulebook: Rulebook) -> Agreements:
    """Four cases and three raters, who see A4 and E11 differently and give E as they please."""
    given = ["BBC", "CCC", "BCD", "ABB"]
    ticks = {("1", 1): {"A4": "ej uppfyllt"}, ("2", 2): {"A4": "delvis", "E11": "på annat sätt"}}
    ticks |= {("3", 0): {"A4": "ej uppfyllt", "E11": "ej tillämpligt"}}
    rows = [
        rated(rulebook, case, f"R{rater}", ticks.get((case, rater), {}), {"E": grade})
        for case, grades in zip("1234", given, strict=True)
        for rater, grade in enumerate(grades)
    ]
    return agree(panel(rulebook, *rows), Resampling(4, 100))


def with_estimate(scope: ScopeAgreement, **found: Any) -> ScopeAgreement:
    changed = {**scope.coefficients, Coefficient.AC1: Estimate(**found)}
    return replace(scope, coefficients=changed)


@pytest.mark.parametrize(
    "low, level",
    [
        (-0.3, Level.NOT_BEYOND_CHANCE),
        (0.0, Level.NOT_BEYOND_CHANCE),
        (0.01, Level.SLIGHT),
        (0.2, Level.SLIGHT),
        (0.21, Level.FAIR),
        (0.4, Level.FAIR),
        (0.45, Level.MODERATE),
        (0.6, Level.MODERATE),
        (0.61, Level.SUBSTANTIAL),
        (0.8, Level.SUBSTANTIAL),
        (0.81, Level.ALMOST_PERFECT),
        (1.0, Level.ALMOST_PERFECT),
    ],
)
def test_levels_of_landis_and_koch(low: float, level: Level) -> None:
    assert Label(ConfidenceInterval(low, 1.0)).at_least is level


def test_a_wide_interval_bears_out_nothing(found: Agreements) -> None:
    scope = with_estimate(found.overall, value=0.95, jackknife=WIDE)
    told = label(scope, Coefficient.AC1)
    assert told is not None
    assert (told.at_least, told.interval) == (Level.NOT_BEYOND_CHANCE, WIDE)


def test_no_label_without_an_interval(found: Agreements) -> None:
    for scope in (
        with_estimate(found.overall, value=0.95),
        with_estimate(found.overall, value=None, why_not=NoFigure.ONE_CASE),
    ):
        assert label(scope, Coefficient.AC1) is None
        assert AgreedWords(Phrasing(None, "sv")).label(scope, Coefficient.AC1) == ""  # type: ignore[arg-type]


def test_a_label_is_made_of_an_interval_and_nothing_else() -> None:
    assert list(signature(Label).parameters) == ["interval"]
    with pytest.raises(TypeError):
        Label()  # type: ignore[call-arg]


def test_the_jackknife_is_shown_where_there_is_one() -> None:
    assert shown_interval(Estimate(0.7, None, NARROW, WIDE)) == NARROW
    assert shown_interval(Estimate(0.7, None, None, WIDE)) == WIDE
    assert shown_interval(Estimate(0.7)) is None


@pytest.mark.parametrize(
    "language, figure, share",
    [
        ("sv", "0,70 [−0,20; 1,00]", "70 % [60; 99]"),
        ("en", "0.70 [−0.20, 1.00]", "70 % [60, 99]"),
    ],
)
def test_figures_as_the_language_writes_them(
    rulebook: Rulebook, language: Any, figure: str, share: str
) -> None:
    words = AgreedWords(Phrasing(rulebook, language))
    assert words.figure(Estimate(0.7, None, WIDE)) == figure
    assert words.share(Estimate(0.7, None, ConfidenceInterval(0.6, 0.9999))) == share
    assert words.figure(Estimate(-0.001)) == f"{figure[:2]}00"
    assert words.share(Estimate.missing(NoFigure.ONE_RATER)) == "–"
    assert words.number(1234567) == "1\u00a0234\u00a0567"


def test_the_rows_that_differ_most_come_first(found: Agreements) -> None:
    # A4: cases 1, 2 and 3 have two of three pairs apart; E11: only case 2 and 3 have.
    # På annat sätt is another answer than uppfyllt.
    assert [scope.name for scope in least_agreed(found)] == ["A4", "E11"]
    assert [scope.name for scope in least_agreed(found, most=1)] == ["A4"]
    assert found.indicators[3].exact.value == pytest.approx(6 / 12)


def test_the_text_tells_the_rows_that_differ(found: Agreements, rulebook: Rulebook) -> None:
    text = agreements_text(found, Phrasing(rulebook, "sv"))
    assert "De 2 indikatorer där kryssen skiljer sig oftast" in text
    assert "Oftast uppfyllt mot ej uppfyllt: 4 av 6 par som skiljer sig." in text
    assert "Ett kryss säger ej tillämpligt (allmänt råd)." in text
    assert max(map(len, text.splitlines())) <= 80
    english = agreements_text(found, Phrasing(rulebook, "en"))
    assert "Mostly met against not met: 4 of 6 pairs that differ." in english
    assert "A, B, C, D, F, G and H: Nothing is given or ticked" in english


def test_nothing_differs(rulebook: Rulebook) -> None:
    rows = [rated(rulebook, case, rater) for case in "12" for rater in "ab"]
    same = agree(panel(rulebook, *rows), Resampling(2, 20))
    text = agreements_text(same, Phrasing(rulebook, "sv"))
    assert "Inget kryss skiljer sig mellan bedömare av samma fall." in text
    told = " ".join(text.split())
    assert "Ingen koefficient: alla satte uppfyllt. Då finns inget att hålla" in told


def test_grades_off_the_scale_are_told(rulebook: Rulebook) -> None:
    rows = [rated(rulebook, "1", rater, given={"A": "C", "C": "C"}) for rater in "ab"]
    text = agreements_text(
        agree(panel(rulebook, *rows), Resampling(1, 5)), Phrasing(rulebook, "sv")
    )
    told = " ".join(text.split())
    assert "4 satta graderingar finns inte på domänens skala (A och C). De räknas inte med." in told


def test_the_json_fits_its_schema_and_leaves_nothing_out(found: Agreements) -> None:
    data = agreements_data(found)
    assert complaints("calibration", data, "agreements") == []
    assert list(data["overall"]["coefficients"]) == [each.value for each in Coefficient]
    assert [row["name"] for row in data["domains"]] == list("ABCDEFGH")
    assert len(data["indicators"]) == 74
    e = data["domains"][4]
    assert (e["pairs"], e["median"], e["distribution"]) == (12, ["B", "C"], [1, 5, 5, 1])
    told = e["coefficients"]["gwet_ac2"]
    assert told["label"].keys() == {"at_least", "low", "high"}
    assert {key: told["label"][key] for key in ("low", "high")} == told["jackknife"]


def test_labels_in_the_data_have_their_interval(found: Agreements) -> None:
    def walk(node: Any) -> None:
        if isinstance(node, Mapping):
            if node.get("label"):
                ends = {key: node["label"][key] for key in ("low", "high")}
                assert ends in (node["jackknife"], node["bootstrap"])
            for inner in node.values():
                walk(inner)
        elif isinstance(node, list):
            for inner in node:
                walk(inner)

    walk(agreements_data(found))


def test_the_csv_has_every_figure_and_interval(found: Agreements) -> None:
    rows = list(csv.DictReader(io.StringIO(agreements_csv(found))))
    assert tuple(rows[0]) == COLUMNS
    e = [row for row in rows if (row["about"], row["name"]) == ("given", "E")]
    exact = [row for row in e if row["statistic"] == "exact"]
    assert [row["interval"] for row in exact] == ["jackknife", "bootstrap"]
    # Case 1 BBC 1 of 3, case 2 CCC 3, case 3 BCD 0, case 4 ABB 1.
    assert {float(row["value"]) for row in exact} == {round(5 / 12, 12)}
    (count,) = [row for row in e if row["statistic"] == "count:C"]
    assert (count["value"], count["pairs"], count["cases"]) == ("5", "12", "4")
    (apart,) = [row for row in e if row["statistic"] == "confusion:B:D"]
    assert apart["value"] == "1"
    (median,) = [row for row in e if row["statistic"] == "median"]
    assert median["value"] == "B/C"
    (kappa,) = [row for row in e if row["statistic"] == "cohen_kappa_linear"]
    assert (kappa["value"], kappa["why_not"]) == ("", "not_two_raters")
    scopes = {(row["about"], row["scope"], row["name"]) for row in rows}
    assert len(scopes) == 9 + 9 + 3 + 74


def test_figures_of_the_steps_have_the_pairs_of_the_steps(found: Agreements) -> None:
    rows = list(csv.DictReader(io.StringIO(agreements_csv(found))))
    e11 = {row["statistic"]: row for row in rows if row["name"] == "E11"}
    # R0 of case 3 found it not applicable: two of its three pairs are none of steps.
    assert (e11["exact"]["categories"], e11["exact"]["pairs"]) == ("answers", "12")
    assert (e11["within_one"]["categories"], e11["within_one"]["pairs"]) == ("steps", "10")
    assert e11["gwet_ac2"]["categories"] == "steps"
    assert e11["gwet_ac1"]["categories"] == "answers"
