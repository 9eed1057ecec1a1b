"""What the report says of equal ticks: by hand from the printed criteria, in both languages."""

import pytest
from panels import panel, rated

from spur_rules.calibration.calibrating import calibrate
from spur_rules.documents.blocks import Paragraph, Section, Table
from spur_rules.documents.calibration.split_section import found_sentence, split_section
from spur_rules.documents.calibration.talk_section import talk_section
from spur_rules.documents.calibration.words import CalibrationWords
from spur_rules.rulebook import Rulebook
from spur_rules.texts import Language

NOT_MET, UNKNOWN = "ej uppfyllt", "ej bedömt"
NO_ADVICE = dict.fromkeys(("E7", "E8", "E9", "E10", "E11"), NOT_MET)


def told(
    rulebook: Rulebook, *ticked: tuple[dict[str, str], str], language: Language = "sv"
) -> CalibrationWords:
    """One case, domain E."""
    rows = [
        rated(rulebook, "fall 1", f"R{number}", ticks, {"E": grade})
        for number, (ticks, grade) in enumerate(ticked, 1)
    ]
    found = calibrate(panel(rulebook, *rows), rulebook.policy(), samples=20)
    return CalibrationWords(found, language)


def paragraphs(section: Section) -> list[str]:
    return [block.text for block in section.blocks if isinstance(block, Paragraph)]


def hangs_on(words: CalibrationWords) -> str:
    tables = [block for block in split_section(words).blocks if isinstance(block, Table)]
    found = next(table for table in tables if table.head[-1].startswith(("Vad", "What")))
    return found.rows[0][-1]


def test_grades_without_ticks_are_not_called_judgement(rulebook: Rulebook) -> None:
    nothing = dict.fromkeys(rulebook.indicators, UNKNOWN)
    words = told(rulebook, (nothing, "A"), (nothing, "B"))
    assert "omdöme" not in found_sentence(words)
    sentences = paragraphs(split_section(words))
    assert any("ingen av de två kryssat något i domänen" in sentence for sentence in sentences)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", "A och B ryms i spannet A–B, för att E14 inte är bedömd."),
        ("en", "A–B leaves room for A and B, since E14 is not assessed."),
    ],
)
def test_grades_in_the_range(rulebook: Rulebook, language: Language, sentence: str) -> None:
    """E12 not met is one exception; with E14 it may be two."""
    own = {"E12": NOT_MET, "E14": UNKNOWN}
    assert hangs_on(told(rulebook, (own, "A"), (own, "B"), language=language)) == sentence


def test_where_no_printed_criterion_fits(rulebook: Rulebook) -> None:
    words = told(rulebook, (NO_ADVICE, "C"), (NO_ADVICE, "D"))
    assert hangs_on(words) == (
        "Inget tryckt kriterium passar här (de allmänna råden följs inte i väsentliga delar). "
        "C och D går båda att försvara."
    )
    listing = str(talk_section(words).blocks)
    assert "inget tryckt kriterium passar kryssen" in listing
    assert "inte följer av de egna kryssen" not in listing


def test_the_share_by_the_rules_names_the_pairs_it_is_about(rulebook: Rulebook) -> None:
    """Three alike and known make three pairs of six; a fourth whose D is unknown is in the rest."""
    open_ = {"E1": UNKNOWN}
    half = paragraphs(split_section(told(rulebook, *[({}, "A")] * 3, (open_, "A"))))
    assert any("en bestämd gradering i 3 av 6 par" in sentence for sentence in half)
    few = paragraphs(split_section(told(rulebook, *[({}, "A")] * 2, (open_, "A"))))
    assert not any("bestämd gradering" in sentence for sentence in few)


def test_where_nobody_gave_a_grade(rulebook: Rulebook) -> None:
    rows = [rated(rulebook, "fall 1", rater) for rater in ("R1", "R2")]
    words = CalibrationWords(calibrate(panel(rulebook, *rows), rulebook.policy(), 20), "sv")
    assert found_sentence(words).startswith("Ingen har gett någon gradering.")
    assert (
        paragraphs(split_section(words))[-1] == "Det finns inget par av graderingar att dela upp."
    )
    assert not any(isinstance(block, Table) for block in split_section(words).blocks)


def test_judgements_are_told_in_sentences_of_their_own(rulebook: Rulebook) -> None:
    """E12 partly and E14 not met: B by the standard reading, A by the generous; D by none."""
    ticks = {"E12": "delvis", "E14": NOT_MET}
    words = told(rulebook, (ticks, "A"), (ticks, "B"), (ticks, "D"))
    assert (
        "3 par har samma kryss men olika gradering. I 1 av dem ger en och samma läsning båda "
        "graderingarna, med olika värden: ni har läst orden olika. I 2 följer minst en av "
        "graderingarna inte av någon läsning som har prövats."
    ) in paragraphs(split_section(words))
