"""Agreement and severity on the page: no figure alone, and no sentence that is not so."""

from panels import panel, rated

from spur_rules.api import calibrate
from spur_rules.calibration.panels.panel import Rated
from spur_rules.documents.blocks import Block, HeatMap, Paragraph, Table, Whiskers
from spur_rules.documents.calibration.document import calibration_document
from spur_rules.documents.calibration.severity_text import SeverityText
from spur_rules.rulebook import Rulebook


def blocks(rulebook: Rulebook, *rows: Rated) -> dict[str, tuple[Block, ...]]:
    found = calibrate(panel(rulebook, *rows), samples=100)
    return {section.anchor: section.blocks for section in calibration_document(found).sections}


def always_apart(rulebook: Rulebook) -> list[Rated]:
    """Three cases; R1 gives B to domain B and R2 C: no pair agrees, each is a step apart."""
    return [
        rated(rulebook, f"f{case}", rater, given={"B": grade})
        for case in range(3)
        for rater, grade in (("R1", "B"), ("R2", "C"))
    ]


def test_exact_agreement_stands_beside_the_coefficients(rulebook: Rulebook) -> None:
    found = blocks(rulebook, *always_apart(rulebook))["agreement"]
    beside = next(block for block in found if isinstance(block, Table))
    assert beside.head == ("Vad", "Par", "Helt överens", "Gwets AC2", "Alfa, ordinal")
    assert beside.rows[0][:3] == ("Alla", "3", "0 % (–)")
    assert [row[0] for row in beside.rows[1:3]] == ["Domän A", "Domän B"]
    assert beside.rows[1][1:] == ("0", "–", "–", "–")
    assert not beside.is_folded


def test_a_share_without_an_interval_says_so(rulebook: Rulebook) -> None:
    found = blocks(rulebook, *always_apart(rulebook))["agreement"]
    picture = next(block for block in found if isinstance(block, Whiskers))
    assert (picture.rows[0].value, picture.rows[0].note) == (0.0, "intervall saknas")
    assert picture.about.startswith("Intervall saknas där")


def test_what_all_answered_is_said(rulebook: Rulebook) -> None:
    found = blocks(rulebook, *always_apart(rulebook))["binding"]
    picture = next(block for block in found if isinstance(block, Whiskers))
    notes = {row.name: row.note for row in picture.rows}
    assert notes["B Medarbetarstab och interna kompetenser"] == "alla: inte D"


def severity_texts(rulebook: Rulebook, *rows: Rated) -> tuple[str, str]:
    """The section's own sentences, and the text for a terminal."""
    found = blocks(rulebook, *rows)["severity"]
    told = " ".join(block.text for block in found if isinstance(block, Paragraph))
    severity = calibrate(panel(rulebook, *rows), samples=100).severity
    return told, " ".join(SeverityText(severity).render().split())


def test_grades_that_lack_are_not_cases_that_lack(rulebook: Rulebook) -> None:
    rows = [rated(rulebook, case, name) for case in ("f1", "f2") for name in ("R1", "R2")]
    for text in severity_texts(rulebook, *rows):
        assert "Ingen har satt någon gradering." in text
        assert "grupper" not in text


def test_one_without_grades_is_no_group(rulebook: Rulebook) -> None:
    rows = [rated(rulebook, "f1", name, given={"A": "A"}) for name in ("R1", "R2")]
    for text in severity_texts(rulebook, *rows, rated(rulebook, "f1", "R3")):
        assert "binder samman" in text or "sammanbundna" in text
        assert "grupper" not in text


def test_the_only_case_is_no_weak_link(rulebook: Rulebook) -> None:
    rows = [rated(rulebook, "f1", name, given={"A": "A"}) for name in ("R1", "R2", "R3")]
    found = blocks(rulebook, *rows)["severity"]
    assert not any("faller" in str(block) for block in found)
    assert not any("håller ihop" in text for text in severity_texts(rulebook, *rows))


def heats(rulebook: Rulebook, ids: list[str]) -> list[HeatMap]:
    rows = [
        rated(rulebook, "f", "R1"),
        rated(rulebook, "f", "R2", dict.fromkeys(ids, "ej uppfyllt")),
    ]
    found = blocks(rulebook, *rows)["maps"]
    return [block for block in found if isinstance(block, HeatMap)][1:]


def test_maps_of_rows_show_what_differs_and_can_be_read(rulebook: Rulebook) -> None:
    """A few rows in one map with their domains above; many in a map for each domain."""
    (few,) = heats(rulebook, ["H7", "A4"])
    assert (few.columns, few.groups) == (("A4", "H7"), ("A", "H"))
    assert few.words == (("100", "100"), ("100", "100"))
    many = heats(rulebook, list(rulebook.indicators))
    assert [len(heat.columns) for heat in many] == [len(d.order) for d in rulebook.domains]
    assert all(heat.scale == ("0 %", "100 %") for heat in many)


def test_nothing_ticked_apart_is_said(rulebook: Rulebook) -> None:
    rows = [rated(rulebook, "f", name) for name in ("R1", "R2")]
    told = [b.text for b in blocks(rulebook, *rows)["maps"] if isinstance(b, Paragraph)]
    assert "Ingen rad är kryssad olika i samma fall." in told
