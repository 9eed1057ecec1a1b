"""What to talk about, as it is put on a wall: in words, with raters counted."""

import pytest
from panels import panel, rated

from spur_rules.api import calibrate
from spur_rules.calibration.calibrating import Calibration
from spur_rules.calibration.panels.panel import Panel
from spur_rules.documents.blocks import Document, Paragraph, Point, Points, Section, Table
from spur_rules.documents.calibration.document import calibration_document
from spur_rules.documents.calibration.talk_section import talk_section
from spur_rules.documents.calibration.words import CalibrationWords
from spur_rules.documents.html import as_html
from spur_rules.documents.markdown import as_markdown
from spur_rules.documents.plain import as_text
from spur_rules.rulebook import Rulebook

#: One and a half exceptions among the three kvalitetsindikatorer of E, half of them met: B, and A
#: where two are enstaka or delvis is as good as met.
HALF_OUT = {"E12": "delvis", "E14": "ej uppfyllt"}


def calibrated(made: Panel) -> Calibration:
    return calibrate(made, samples=100)


def points(found: Calibration) -> list[Point]:
    blocks = talk_section(CalibrationWords(found, "sv")).blocks
    return [point for block in blocks if isinstance(block, Points) for point in block.points]


def judged_apart(rulebook: Rulebook) -> Calibration:
    """Case 1: one B against two A, 2 pairs. Case 2: one against one, 1 pair."""
    given = [("f1", "Ada", "B"), ("f1", "Bo", "A"), ("f1", "Cid", "A")]
    given += [("f2", "Ada", "B"), ("f2", "Bo", "A")]
    rows = [rated(rulebook, case, name, HALF_OUT, {"E": grade}) for case, name, grade in given]
    return calibrated(panel(rulebook, *rows))


def test_a_reading_is_a_question_in_words(rulebook: Rulebook) -> None:
    (point,) = points(judged_apart(rulebook))
    assert point.title == "Hur många undantag är ”enstaka”? (domän E)"
    assert point.lines == (
        "f1. Gradering A: 2 bedömare. Gradering B: 1.",
        "Ryms det i ”enstaka undantag kan förekomma”?",
        "I domän E i f1 avgör frågan 2 par; i alla domäner och fall 3.",
        "Kan också bero på: vad en delvis uppfylld kvalitetsindikator räknas som.",
    )
    assert all("_" not in text for text in (point.title, point.quote, *point.lines))


def test_raters_are_counted_in_the_list_and_named_in_a_table(rulebook: Rulebook) -> None:
    found = judged_apart(rulebook)
    blocks = talk_section(CalibrationWords(found, "sv")).blocks
    stands = next(block for block in blocks if isinstance(block, Table))
    assert stands.is_folded
    assert stands.rows == (
        ("1", "f1", "Gradering A", "Bo, Cid"),
        ("1", "f1", "Gradering B", "Ada"),
    )
    assert not any("Ada" in line for point in points(found) for line in point.lines)


def test_grades_that_do_not_follow(rulebook: Rulebook) -> None:
    """All is met, so A follows and C from nothing: no reading makes C of it."""
    rows = [rated(rulebook, "f", f"R{n}", given={"D": g}) for n, g in enumerate("AAC")]
    (point,) = points(calibrated(panel(rulebook, *rows)))
    assert point.title == (
        "Domän D Tjänstgöringens upplägg: graderingar som inte följer av kryssen"
    )
    assert point.lines == (
        "f. Gradering A: 2 bedömare. Gradering C: 1.",
        "Vad vägde ni in?",
        "Det gäller 2 par.",
    )


@pytest.mark.parametrize("row, grade, is_marked", [("H7", "D", True), ("H10", "C", False)])
def test_the_border_of_d_is_marked(
    rulebook: Rulebook, row: str, grade: str, is_marked: bool
) -> None:
    """H7 is a föreskrift, H10 an allmänt råd."""
    rows = (
        rated(rulebook, "f", "R1", given={"H": "A"}),
        rated(rulebook, "f", "R2", {row: "ej uppfyllt"}, given={"H": grade}),
    )
    found = points(calibrated(panel(rulebook, *rows)))
    assert [point.title.endswith(" – gäller gränsen till D") for point in found] == [is_marked]


def test_how_many_points_are_left_out(rulebook: Rulebook) -> None:
    """Eleven föreskrifter, each what parts the two raters of a case of its own: ten are shown."""
    rows = []
    for at, id in enumerate(("A1", "A2", "A3", "B1", "B2", "B3", "C1", "C2", "D1", "D2", "E1")):
        rows.append(rated(rulebook, f"f{at}", "R1", given={id[0]: "A"}))
        rows.append(rated(rulebook, f"f{at}", "R2", {id: "ej uppfyllt"}, {id[0]: "D"}))
    found = calibrated(panel(rulebook, *rows))
    assert found.split.more_to_talk_about == 1
    blocks = talk_section(CalibrationWords(found, "sv")).blocks
    told = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert told[1].startswith("1 fråga till skulle göra par överens.")


def test_points_however_they_are_written() -> None:
    block = Points((Point("Vad?", ("en rad", "två"), "raden"), Point("Hur?", ("tre",))))
    document = Document("T", "sv", (), (Section("s", "S", (block,)),))
    assert as_text(document).endswith("1. Vad?\n     raden\n   en rad\n   två\n\n2. Hur?\n   tre\n")
    assert as_markdown(document).endswith(
        "1. **Vad?**\n\n   > raden\n\n   en rad\n\n   två\n\n2. **Hur?**\n\n   tre\n"
    )
    page = as_html(document)
    assert (
        '<li><p class="point">Vad?</p>\n<p class="quote" lang="sv">raden</p>\n<p>en rad</p>' in page
    )


@pytest.mark.parametrize("names, is_told", [(("R01", "R02"), False), (("Ada", "Bo"), True)])
def test_names_are_told_of(rulebook: Rulebook, names: tuple[str, ...], is_told: bool) -> None:
    rows = [rated(rulebook, "f", name, given={"A": "A"}) for name in names]
    lead = " ".join(calibration_document(calibrated(panel(rulebook, *rows))).lead)
    assert ("spur-rules pseudonyms" in lead) is is_told


def test_the_lead_of_one_review_and_of_grades_off_the_scale(rulebook: Rulebook) -> None:
    """A has no C."""
    made = panel(rulebook, rated(rulebook, "f", "R1", given={"A": "C"}))
    lead = calibration_document(calibrated(made)).lead
    assert lead[0] == (
        "1 granskning av 1 fall, gjord av 1 bedömare. 1 satt gradering finns inte på domänens"
        " skala. Den är inte med i jämförelserna."
    )
