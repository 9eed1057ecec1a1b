"""Hints as a reader meets them: in sentences, at the end of the report, and as data."""

from pathlib import Path

from checklists import Make

from spur_rules import Checklist, Status, load_rulebook, read_checklist, suggest
from spur_rules.api import hints
from spur_rules.documents.review_data import hints_data
from spur_rules.documents.review_text import hint_sentence
from spur_rules.documents.terminal import TextReport
from spur_rules.rulebook import Rulebook

EXAMPLES = Path(__file__).parent.parent / "examples"


def test_sentences() -> None:
    rulebook = load_rulebook()
    checklist = Checklist.of("st-spur", {"E10": Status.MET_OTHERWISE, "B2": Status.PARTLY})
    (hint,) = hints(rulebook, checklist)
    assert hint_sentence(hint, "sv") == (
        "E10 är uppfyllt på annat sätt, men B2 är bara delvis uppfyllt: "
        "bland alla handledare finns också de huvudansvariga."
    )
    assert hint_sentence(hint, "en") == (
        "E10 is met in another way, but B2 is only partly met: "
        "the main supervisors are among all the supervisors."
    )


def test_the_report_shows_hints_after_the_domains_with_the_text(rulebook: Rulebook) -> None:
    checklist = read_checklist(EXAMPLES / "primary-care-2025.yaml", rulebook)
    suggestion = suggest(rulebook, checklist, engine="native")
    shown = TextReport(suggestion, rulebook, checklist).render()
    block = shown.partition("\n\nVärt att se över (påverkar inte graderingen)\n")[2]
    assert block.startswith(
        "   - C1 är uppfyllt, men bredvid står ”saknas” och ”avsaknad”.\n"
        "     Kommentar: Spaltlampa saknas.\n"
        "     Underlag: Utrustningsnivån är adekvat bortsett från avsaknad av spaltlampa\n"
        "     för ögonundersökning.\n\n"
    )


def test_only_the_texts_that_hold_a_word_are_shown(rulebook: Rulebook) -> None:
    text = (
        "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {"
        "A1: {status: uppfyllt, comment: Se sidan 2., evidence: Datum saknas.}}}"
    )
    checklist = read_checklist(text.encode(), rulebook)
    shown = TextReport(suggest(rulebook, checklist, engine="native"), rulebook, checklist).render()
    assert "men bredvid står ”saknas”.\n     Underlag: Datum saknas.\n\n" in shown
    assert "Se sidan 2." not in shown


def test_a_report_without_hints_has_no_heading_for_them(rulebook: Rulebook, filled: Make) -> None:
    suggestion = suggest(rulebook, filled(), engine="native")
    assert "Värt att se över" not in TextReport(suggestion, rulebook, filled()).render()


def test_data(rulebook: Rulebook) -> None:
    text = (
        "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {H8: ej uppfyllt,"
        " H11: uppfyllt, C1: {status: uppfyllt, comment: Spaltlampa saknas.}}}"
    )
    pair, remark = hints_data(hints(rulebook, read_checklist(text.encode(), rulebook)))
    assert list(pair) == ["code", "indicators", "statuses", "words", "because", "text"]
    assert pair["code"] == "presupposes"
    assert (pair["indicators"], pair["statuses"]) == (["H11", "H8"], ["uppfyllt", "ej uppfyllt"])
    assert pair["because"] == {
        "sv": "att handleda under handledning är också att handleda",
        "en": "supervising under supervision is supervising too",
    }
    assert (remark["code"], remark["words"], remark["because"]) == ("words", ["saknas"], None)
    assert remark["text"] == "C1 är uppfyllt, men bredvid står ”saknas”."
