"""Severity on a terminal: what stands in the table, and what is told of what does not."""

import pytest

from spur_rules.calibration.agreement.estimates import ConfidenceInterval, Estimate, NoFigure
from spur_rules.calibration.severity.severity import CaseThatLinks, RaterSeverity, Severity
from spur_rules.documents.calibration.severity_text import SeverityText
from spur_rules.texts import Language

AROUND = ConfidenceInterval(-0.004, 0.5)
SILENT = {why: Estimate.missing(why) for why in NoFigure}
RATERS = (
    RaterSeverity(
        "R1", 3, 20, 0, Estimate(0.25, None, AROUND), Estimate(-0.25, None, None, AROUND), ticks=90
    ),
    RaterSeverity("R2", 3, 20, 0, Estimate(0.0), SILENT[NoFigure.SMALL_GROUP], ranges=2),
    RaterSeverity(
        "R3", 1, 8, 1, SILENT[NoFigure.ONE_CASE], SILENT[NoFigure.NOT_LINKED], off_scale=1
    ),
)
PARTED = Severity(RATERS, (("R1", "R2"), ("R3",)), 10, 3)


def text(severity: Severity, language: Language = "sv") -> str:
    found = SeverityText(severity, language).render()
    assert all(len(line) <= 80 for line in found.splitlines())
    return found


def test_figures_stand_with_their_intervals_under_their_group() -> None:
    lines = text(PARTED).splitlines()
    at = lines.index("Graderingar")
    assert [line.split(maxsplit=3) for line in lines[at + 2 : at + 7]] == [
        ["Grupp", "1"],
        ["R1", "3", "20", "+0,25 [0,00; +0,50]  −0,25 [0,00; +0,50]"],
        ["R2", "3", "20", "0,00               för få"],
        ["Grupp", "2"],
        ["R3", "1", "8", "ett fall           ingen länk"],
    ]


def test_what_is_left_out_is_told() -> None:
    found = " ".join(text(PARTED).split())
    assert "2 graderingar är inte jämförda med reglerna: kryssen lämnar ett spann." in found
    assert "En gradering finns inte på domänens skala. Den är inte med." in found
    assert "binder samman bedömarna i 2 grupper." in found
    assert "färre än 10 som kan jämföras, eller färre än 3 bedömare" in found
    assert "Ett fall: allt är från samma fall." in found
    assert "Ingen länk: ingen annan" in found


def test_a_single_group_has_no_heading() -> None:
    found = text(Severity(RATERS[:2], (("R1", "R2"),), 10, 3), "en")
    assert "Group" not in found
    assert "Cases in common link all raters." in found
    assert "−0.25 [0.00; +0.50]" in found


@pytest.mark.parametrize("number, more", [(5, None), (6, "Ett fall till"), (8, "3 fall till")])
def test_cases_that_alone_hold_raters_together_are_named(number: int, more: str | None) -> None:
    many = tuple(f"R{n}" for n in range(1, 9))
    links = tuple(CaseThatLinks(f"F{n}", 0, (many, ("R9",))) for n in range(number))
    found = " ".join(text(Severity(RATERS, (("R1",),), 10, 3, (), links)).split())
    assert "Bara fallet F4 håller ihop (R1, R2, R3, R4, R5, R6, …) och (R9)." in found
    assert "F5" not in found
    assert ("fall till" in found) == (more is not None)
    assert more is None or more in found


def test_nobody() -> None:
    assert (
        text(Severity((), (), 10, 3))
        == "Hur stränga är bedömarna?\n=========================\nInga bedömare.\n"
    )
