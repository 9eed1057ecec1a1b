"""The whole review: counts, what must be mended, what should be: by the printed scales."""

from datetime import date

import pytest
from checklists import Make
from plans import correction, entry, planned

from spur_rules import Checklist, Norm, Status, suggest
from spur_rules.api import summarise
from spur_rules.documents.review_data import whole_review_data
from spur_rules.documents.review_text import MOST_LINES, improvement
from spur_rules.documents.terminal import TextReport
from spur_rules.rulebook import Rulebook
from spur_rules.suggestion import Shortcoming
from spur_rules.whole_review import WholeReview

NO = "ej uppfyllt"
HALF = "delvis"

#: The real case: A4, C4, F6 are the only kvalitetsindikator of their domains, E14 and G10 one of
#: three, E11 an allmänt råd, H7 and H9 föreskrifter.
REAL = {"A4": NO, "C4": NO, "E11": HALF, "E14": NO, "F6": NO, "G10": NO, "H7": NO, "H9": NO}


def whole(rulebook: Rulebook, checklist: Checklist) -> WholeReview:
    return summarise(rulebook, suggest(rulebook, checklist, engine="native"))


def shown(rulebook: Rulebook, checklist: Checklist, language: str = "sv") -> str:
    suggestion = suggest(rulebook, checklist, engine="native")
    return TextReport(suggestion, rulebook, checklist, language).render()


def test_the_real_case(rulebook: Rulebook, filled: Make) -> None:
    review = whole(rulebook, filled(**REAL))
    assert dict(review.grades) == {"A": 3, "B": 3, "C": 1, "D": 1}
    assert review.undecided == ()
    assert review.required == (("H", ("H7", "H9")),)
    assert review.recommended == (("E", ("E11",)),)
    order = ["H7", "H9", "E11", "A4", "C4", "E14", "F6", "G10"]
    assert [item.indicator for item in review.improvements] == order


def test_nothing_to_mend(rulebook: Rulebook, filled: Make) -> None:
    review = whole(rulebook, filled())
    assert review == ((("A", 8), ("B", 0), ("C", 0), ("D", 0)), (), (), (), (), ())
    text = shown(rulebook, filled())
    assert "\nHela granskningen\n   Föreslagen gradering: 8 A.\n\nDetta är" in text
    assert "Åtgärder" not in text
    assert "Förbättringspotential" not in text


def test_a_partly_met_foreskrift_is_to_be_mended_too(rulebook: Rulebook, filled: Make) -> None:
    """ "Brister har påvisats vad gäller följsamheten till Socialstyrelsens föreskrifter." """
    review = whole(rulebook, filled(A3=HALF, A1=NO, C2=HALF))
    assert review.required == (("A", ("A1", "A3")), ("C", ("C2",)))
    assert review.recommended == ()
    assert dict(review.grades)["D"] == 2


def test_advice_in_a_domain_with_d_is_still_recommended(rulebook: Rulebook, filled: Make) -> None:
    review = whole(rulebook, filled(B1=NO, B7=HALF))
    assert (review.required, review.recommended) == ((("B", ("B1",)),), (("B", ("B7",)),))


def test_an_allowed_exception_is_an_improvement_and_no_measure(
    rulebook: Rulebook, filled: Make
) -> None:
    review = whole(rulebook, filled(G8=NO))
    assert (review.required, review.recommended) == ((), ())
    assert [item.indicator for item in review.improvements] == ["G8"]


def test_what_is_not_assessed_is_in_no_list(rulebook: Rulebook) -> None:
    """C is settled by one broken föreskrift; A by nothing."""
    checklist = Checklist.of("st-spur", {"C1": Status.NOT_MET, "A1": Status.MET})
    review = whole(rulebook, checklist)
    assert dict(review.grades) == {"A": 0, "B": 0, "C": 0, "D": 1}
    assert review.undecided == ("A", "B", "D", "E", "F", "G", "H")
    assert [item.indicator for item in review.improvements] == ["C1"]


def test_a_domain_with_shortcomings_may_be_open(rulebook: Rulebook, filled: Make) -> None:
    """E14 is an exception that fits; whether E1, a föreskrift, is met is not known."""
    review = whole(rulebook, filled(E14=NO, E1="ej bedömt"))
    assert review.undecided == ("E",)
    assert dict(review.grades)["A"] == 7
    assert "\n   En domän har ännu ett spann: E.\n" in shown(
        rulebook, filled(E14=NO, E1="ej bedömt")
    )


def test_counts_and_ranges_make_up_all_domains(rulebook: Rulebook, filled: Make) -> None:
    for checklist in (filled(), filled(**REAL), Checklist.of("st-spur", {})):
        review = whole(rulebook, checklist)
        assert sum(count for _, count in review.grades) + len(review.undecided) == 8


def test_a_review_of_open_domains_has_no_counts(rulebook: Rulebook) -> None:
    text = shown(rulebook, Checklist.of("st-spur", {}))
    assert (
        "Hela granskningen\n   8 domäner har ännu ett spann: A, B, C, D, E, F, G och H.\n" in text
    )
    assert "Föreslagen gradering:" not in text


#: norm, status, the line in Swedish and in English; the quoted text is the same
LINES = [
    (Norm.FORESKRIFT, NO, "Uppfyll föreskriften:", "Meet the föreskrift:"),
    (Norm.ALLMANT_RAD, NO, "Följ det allmänna rådet:", "Follow the allmänt råd:"),
    (Norm.KVALITETSINDIKATOR, NO, "Uppfyll kvalitetsindikatorn:", "Meet the kvalitetsindikator:"),
    (Norm.FORESKRIFT, HALF, "Uppfyll föreskriften helt:", "Meet the föreskrift in full:"),
    (
        Norm.ALLMANT_RAD,
        HALF,
        "Följ det allmänna rådet helt:",
        "Follow the allmänt råd in full:",
    ),
    (
        Norm.KVALITETSINDIKATOR,
        HALF,
        "Uppfyll kvalitetsindikatorn helt:",
        "Meet the kvalitetsindikator in full:",
    ),
]


@pytest.mark.parametrize(("norm", "status", "swedish", "english"), LINES)
def test_improvement_lines(norm: Norm, status: str, swedish: str, english: str) -> None:
    text = "ST-läkarnas sidoutbildning följs upp."
    item = Shortcoming("E14", norm, Status(status), None, text, None, None, None)
    quoted = "”ST-läkarnas sidoutbildning följs upp.” (E14)."
    assert improvement(item, "sv") == f"{swedish} {quoted}"
    assert improvement(item, "en") == f"{english} {quoted}"


def test_every_line_quotes_the_printed_text_unchanged(rulebook: Rulebook) -> None:
    every = Checklist.of("st-spur", dict.fromkeys(rulebook.indicators, Status.NOT_MET))
    review = whole(rulebook, every)
    assert len(review.improvements) == 74
    for item in review.improvements:
        quoted = f"”{rulebook.indicators[item.indicator].text}” ({item.indicator})."
        assert improvement(item, "sv").endswith(quoted)
        assert improvement(item, "en").endswith(quoted)


def test_the_block_in_swedish(rulebook: Rulebook, filled: Make) -> None:
    text = shown(rulebook, filled(E11=HALF, H7=NO, H9=NO, F6=NO))
    assert (
        "\n\nHela granskningen\n"
        "   Föreslagen gradering: 5 A, 1 B, 1 C, 1 D.\n"
        "   Åtgärder krävs (föreskrifter):\n"
        "     H  Ledarskapskompetens och kommunikativ kompetens: H7 och H9\n"
        "   Åtgärder rekommenderas (allmänna råd):\n"
        "     E  Handledning och kompetensbedömning: E11\n"
        "\n"
        "Förslag till Förbättringspotential\n"
        "   - Uppfyll föreskriften: ”ST-läkarens kompetens i undervisning bedöms\n"
        "     fortlöpande och återkoppling sker kontinuerligt.” (H7).\n"
    ) in text


def test_the_block_in_english(rulebook: Rulebook, filled: Make) -> None:
    text = shown(rulebook, filled(E11=HALF, H7=NO, H9=NO, F6=NO), "en")
    assert (
        "\n\nThe whole review\n"
        "   Suggested grades: 5 A, 1 B, 1 C, 1 D.\n"
        "   Åtgärder krävs, measures required (föreskrifter):\n"
        "     H  Ledarskapskompetens och kommunikativ kompetens: H7 and H9\n"
    ) in text
    assert "\n\nProposed Förbättringspotential (potential for improvement)\n" in text


@pytest.mark.parametrize(
    ("missing", "last"),
    [
        (MOST_LINES, None),
        (MOST_LINES + 1, "   Ytterligare en brist står under sin domän ovan.\n"),
        (MOST_LINES + 2, "   Ytterligare 2 brister står under sina domäner ovan.\n"),
    ],
)
def test_a_long_list_is_cut_and_says_so(
    rulebook: Rulebook, filled: Make, missing: int, last: str | None
) -> None:
    ids = list(rulebook.indicators)[:missing]
    text = shown(rulebook, filled(**dict.fromkeys(ids, NO)))
    block = text.partition("Förslag till Förbättringspotential\n")[2].partition("\n\n")[0] + "\n"
    assert block.count("   - ") == MOST_LINES
    assert ("Ytterligare" in block) == (last is not None)
    assert block.endswith(last or ").\n")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("status", [Status.NOT_MET, Status.PARTLY, Status.NOT_ASSESSED])
def test_everything_at_once_fits_80_columns(
    rulebook: Rulebook, language: str, status: Status
) -> None:
    checklist = Checklist.of("st-spur", dict.fromkeys(rulebook.indicators, status))
    assert max(map(len, shown(rulebook, checklist, language).splitlines())) <= 80


def corrected(checklist: Checklist, **statuses: str) -> Checklist:
    rows = tuple(correction(id, status) for id, status in statuses.items())
    return checklist.model_copy(update={"corrections": rows})


def test_the_lists_are_about_the_answers_in_force(rulebook: Rulebook, filled: Make) -> None:
    """H7 was met after all, and E8 was not: the first leaves the lists, the second enters."""
    visit = corrected(filled(H7=NO, H9=HALF, F6=NO), H7="uppfyllt", E8=NO)
    review = whole(rulebook, visit)
    assert review.required == (("H", ("H9",)),)
    assert review.recommended == (("E", ("E8",)),)
    found = [(item.indicator, item.status) for item in review.improvements]
    assert found == [("H9", HALF), ("E8", NO), ("F6", NO)]
    assert dict(review.grades) == {"A": 6, "B": 1, "C": 0, "D": 1}
    assert dict(review.adjusted) == {"A": 5, "B": 1, "C": 1, "D": 1}
    kept = suggest(rulebook, visit, engine="native")["H"].shortcomings
    assert [item.indicator for item in kept] == ["H7", "H9"], "the visit stays as it was"


def test_of_two_corrections_the_later_is_in_force(rulebook: Rulebook, filled: Make) -> None:
    rows = (
        correction("H7", NO, date(2026, 1, 2)),
        correction("H7", "uppfyllt", date(2026, 1, 1)),
    )
    visit = filled().model_copy(update={"corrections": rows})
    assert whole(rulebook, visit).required == (("H", ("H7",)),)


def test_a_plan_mends_nothing_yet(rulebook: Rulebook, filled: Make) -> None:
    review = whole(rulebook, planned(filled(H7=NO), entry("H7")))
    assert review.required == (("H", ("H7",)),)
    assert dict(review.adjusted)["C"] == 1


def test_a_correction_settles_or_opens_a_domain(rulebook: Rulebook, filled: Make) -> None:
    settled = whole(rulebook, corrected(filled(H7="ej bedömt"), H7="uppfyllt"))
    assert (settled.undecided, dict(settled.adjusted)["A"]) == ((), 8)
    opened = whole(rulebook, corrected(filled(), H7="ej bedömt"))
    assert (opened.undecided, dict(opened.adjusted)["A"]) == (("H",), 7)


def test_a_corrected_domain_says_what_is_about_the_visit(rulebook: Rulebook, filled: Make) -> None:
    visit = corrected(filled(H7=NO, A4=NO), H7="uppfyllt")
    swedish, english = (shown(rulebook, visit, language) for language in ("sv", "en"))
    title = "H  Ledarskapskompetens och kommunikativ kompetens: D, "
    line = "   Brister, åtgärder och vad som sänker graderingen gäller läget vid besöket.\n"
    assert f"\n\n{title}justerad till A\n{line}" in swedish
    assert swedish.count(line) == 1
    line = "   Shortcomings, repairs and what would lower it are about the visit.\n"
    assert f"\n\n{title}adjusted to A\n{line}" in english
    after = "   Efter faktakorrigeringen: 7 A, 1 B.\n"
    assert f"{after}   Det som följer gäller svaren efter faktakorrigeringen.\n\nF" in swedish
    assert "gäller" not in shown(rulebook, filled(H7=NO))


def test_the_counts_say_after_what(rulebook: Rulebook, filled: Make) -> None:
    by_plan = planned(filled(H7=NO, E11=HALF), entry("H7"))
    assert "   Efter handlingsplanen: 6 A, 2 C.\n" in shown(rulebook, by_plan)
    both = corrected(by_plan, E11="uppfyllt")
    text = "   Efter handlingsplanen och faktakorrigeringen: 7 A, 1 C.\n"
    assert text in shown(rulebook, both)


def test_data_after_corrections(rulebook: Rulebook, filled: Make) -> None:
    data = whole_review_data(whole(rulebook, corrected(filled(H7=NO), H7="uppfyllt")))
    assert (data["required"], data["improvements"]) == ([], [])
    assert data["adjusted"] == {"A": 8, "B": 0, "C": 0, "D": 0}


def test_data(rulebook: Rulebook, filled: Make) -> None:
    data = whole_review_data(whole(rulebook, filled(A4=HALF, H7=NO, E8=NO)))
    assert data["grades"] == {"A": 6, "B": 0, "C": 1, "D": 1}
    assert list(data["grades"]) == ["A", "B", "C", "D"]
    assert data["undecided"] == []
    assert data["required"] == [{"domain": "H", "indicators": ["H7"]}]
    assert data["recommended"] == [{"domain": "E", "indicators": ["E8"]}]
    assert [row["indicator"] for row in data["improvements"]] == ["H7", "E8", "A4"]
    assert data["improvements"][1] == {
        "indicator": "E8",
        "norm": "allmänt råd",
        "status": "ej uppfyllt",
        "text": (
            "Följ det allmänna rådet: ”Handledningen är inplanerad i den ordinarie "
            "tjänstgöringen för huvudansvarig handledare och ST-läkare.” (E8)."
        ),
    }
