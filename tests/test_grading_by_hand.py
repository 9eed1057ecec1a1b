"""Grades written by hand from the printed sentences: what is ticked, and what follows."""

import pytest
from checklists import Make

from spur_rules import Checklist, read_checklist, suggest
from spur_rules.rulebook import Rulebook
from spur_rules.suggestion import Caveat, CaveatCode, Ceiling
from spur_rules.vocabulary import Grade, Norm

NO = "ej uppfyllt"
HALF = "delvis"
OTHERWISE = "på annat sätt"
NA = "ej tillämpligt"

#: domain, what is not met, the grade, the printed words that give it
PRINTED = [
    # "Socialstyrelsens föreskrifter och allmänna råd följs. Övriga kvalitetsindikatorer är
    # uppfyllda, men enstaka undantag kan förekomma."
    ("A", {}, "A"),
    ("B", {}, "A"),
    ("C", {}, "A"),
    ("E", {"E12": NO}, "A"),
    ("G", {"G8": NO}, "A"),
    ("H", {"H13": NO}, "A"),
    ("E", {"E12": HALF, "E13": HALF}, "A"),
    ("E", {"E7": OTHERWISE}, "A"),
    # "Socialstyrelsens föreskrifter (och allmänna råd) följs."
    ("A", {"A4": NO}, "B"),
    ("C", {"C4": NO}, "B"),
    ("F", {"F6": NO}, "B"),
    ("B", {"B9": NO, "B10": NO}, "B"),
    ("B", {"B9": NO, "B10": HALF}, "B"),
    ("E", {"E12": NO, "E13": NO}, "B"),
    ("E", {"E12": NO, "E13": HALF}, "B"),
    ("G", {"G8": NO, "G9": NO, "G10": NO}, "B"),
    ("H", {"H12": NO, "H13": NO}, "B"),
    # "Allmänna råd följs i väsentliga delar men brister förekommer."
    ("B", {"B7": NO}, "C"),
    ("D", {"D9": HALF}, "C"),
    ("E", {"E7": NO, "E8": NO}, "C"),
    ("E", {"E11": HALF, "E12": NO, "E13": NO, "E14": NO}, "C"),
    ("G", {"G7": HALF}, "C"),
    ("H", {"H10": NO}, "C"),
    # "Brister har påvisats vad gäller följsamheten till Socialstyrelsens föreskrifter."
    ("A", {"A1": NO}, "D"),
    ("A", {"A3": HALF}, "D"),
    ("C", {"C1": NO, "C4": NO}, "D"),
    ("D", {"D4": HALF}, "D"),
    ("H", {"H7": NO, "H10": NO, "H12": NO, "H13": NO}, "D"),
]


@pytest.mark.parametrize(("letter", "missing", "grade"), PRINTED)
@pytest.mark.parametrize("engine", ["native", "durable"])
def test_the_printed_scale(
    rulebook: Rulebook, filled: Make, letter: str, missing: dict[str, str], grade: str, engine: str
) -> None:
    suggestion = suggest(rulebook, filled(**missing), engine=engine)
    assert suggestion[letter].grade == grade
    others = [d.grade for d in suggestion.domains if d.domain != letter]
    assert others == [Grade.A] * 7


#: domain, what is not met, then the grade read strictly, as standard and generously
READINGS = [
    # One of two is half: not two thirds, but half, and one is an exception.
    ("B", {"B9": NO}, ("B", "A", "A")),
    # One of three leaves two thirds.
    ("E", {"E12": NO}, ("A", "A", "A")),
    # Two of three: "enstaka" is one, or generously two with a third met.
    ("E", {"E12": NO, "E13": NO}, ("B", "B", "A")),
    ("E", {"E12": NO, "E13": NO, "E14": NO}, ("B", "B", "B")),
    # Partly: a whole exception, a half, or none.
    ("E", {"E12": HALF, "E13": HALF}, ("B", "A", "A")),
    ("A", {"A4": HALF}, ("B", "A", "A")),
    ("A", {"A4": NO}, ("B", "B", "B")),
    # No reading mends a föreskrift or advice that is not followed.
    ("E", {"E1": HALF}, ("D", "D", "D")),
    ("E", {"E7": HALF}, ("C", "C", "C")),
]


@pytest.mark.parametrize(("letter", "missing", "grades"), READINGS)
def test_the_three_readings(
    rulebook: Rulebook, filled: Make, letter: str, missing: dict[str, str], grades: tuple[str, ...]
) -> None:
    profiles = ("sträng", "standard", "generös")
    found = [suggest(rulebook, filled(**missing), p)[letter].grade for p in profiles]
    assert found == list(grades)


def test_a_share_of_elevenths(rulebook: Rulebook, filled: Make) -> None:
    """One of two met is more than 1/11 and less than 10/11, and delvis counts nothing."""
    for share, grade in (("1/11", "A"), ("10/11", "B")):
        policy = f"enstaka_undantag.minsta_andel={share}, delvis.kvalitetsindikator=0"
        for engine in ("native", "durable"):
            assert suggest(rulebook, filled(B9=HALF), policy, engine)["B"].grade == grade


def test_every_ceiling_is_kept_and_the_binding_one_marked(rulebook: Rulebook, filled: Make) -> None:
    missing = {"H7": NO, "H10": HALF, "H12": NO, "H13": NO}
    suggestion = suggest(rulebook, filled(**missing))["H"]
    assert suggestion.ceilings == (
        Ceiling("föreskrift-brist", Grade.D, True, ("H7",)),
        Ceiling("råd-brist", Grade.C, False, ("H10",)),
        Ceiling("fler-än-enstaka", Grade.B, False, ("H12", "H13")),
    )
    assert [s.ceiling for s in suggestion.shortcomings] == ["D", "C", "B", "B"]


def test_advice_below_the_essential_parts_has_no_printed_criterion(
    rulebook: Rulebook, filled: Make
) -> None:
    suggestion = suggest(rulebook, filled(E7=NO, E8=NO, E9=NO))["E"]
    assert suggestion.grade == "C"
    assert suggestion.caveats == (Caveat(CaveatCode.RULE, rule="råd-ej-väsentligt"),)


def test_half_of_the_advice_is_essential(rulebook: Rulebook, filled: Make) -> None:
    """Two not and one partly of five leaves exactly half."""
    suggestion = suggest(rulebook, filled(E7=NO, E8=NO, E9=HALF))["E"]
    assert (suggestion.grade, suggestion.caveats) == ("C", ())


def test_the_caveat_is_silent_where_a_föreskrift_gives_d(rulebook: Rulebook, filled: Make) -> None:
    suggestion = suggest(rulebook, filled(E1=NO, E7=NO, E8=NO, E9=NO))["E"]
    assert (suggestion.grade, suggestion.caveats) == ("D", ())


def test_what_does_not_apply_is_not_counted(rulebook: Rulebook, filled: Make) -> None:
    """Of two kvalitetsindikatorer one does not apply and the other is not met: none is met."""
    assert suggest(rulebook, filled(H12=NA))["H"].grade == "A"
    assert suggest(rulebook, filled(H12=NA, H13=NO))["H"].grade == "B"


def test_a_norm_of_which_nothing_applies_is_void_and_says_so(
    rulebook: Rulebook, filled: Make
) -> None:
    suggestion = suggest(rulebook, filled(A4=NA))["A"]
    assert suggestion.grade == "A"
    assert suggestion.caveats == (Caveat(CaveatCode.NORM_VOID, norm=Norm.KVALITETSINDIKATOR),)


#: domain, what is known, worst and best, and which indicators could still move it
UNKNOWN = [
    ("A", {"A4": "ej bedömt"}, ("B", "A"), {"A4"}),
    ("A", {"A1": "ej bedömt", "A4": NO}, ("D", "B"), {"A1"}),
    # One exception fits, so one unknown of three cannot move anything.
    ("E", {"E12": "ej bedömt"}, ("A", "A"), set()),
    ("E", {"E12": NO, "E13": "ej bedömt"}, ("B", "A"), {"E13"}),
    # C already, so no kvalitetsindikator can move it.
    ("E", {"E7": NO, "E12": "ej bedömt", "E13": "ej bedömt"}, ("C", "C"), set()),
    ("E", {"E7": NO, "E1": "ej bedömt", "E13": "ej bedömt"}, ("D", "C"), {"E1"}),
    # D already, so nothing can.
    ("H", {"H7": NO, "H1": "ej bedömt", "H10": "ej bedömt"}, ("D", "D"), set()),
    # Two unknown of three: only both together are more than an exception.
    ("G", {"G8": "ej bedömt", "G9": "ej bedömt"}, ("B", "A"), {"G8", "G9"}),
]


@pytest.mark.parametrize(("letter", "known", "ends", "movers"), UNKNOWN)
def test_the_unknown_gives_a_range(
    rulebook: Rulebook,
    filled: Make,
    letter: str,
    known: dict[str, str],
    ends: tuple[str, str],
    movers: set[str],
) -> None:
    suggestion = suggest(rulebook, filled(**known))[letter]
    assert (suggestion.worst, suggestion.best) == ends
    assert suggestion.grade == (ends[0] if ends[0] == ends[1] else None)
    assert {question.indicator for question in suggestion.open} == movers


def test_the_question_that_narrows_most_comes_first(rulebook: Rulebook, filled: Make) -> None:
    """A föreskrift settles D with one no; a kvalitetsindikator alone settles nothing."""
    unknown = dict.fromkeys(("E1", "E7", "E12", "E13"), "ej bedömt")
    suggestion = suggest(rulebook, filled(**unknown))["E"]
    assert [q.indicator for q in suggestion.open] == ["E1", "E7", "E12", "E13"]
    assert suggestion.open[0].if_not_met == ("D", "D")
    assert suggestion.open[0].if_met == ("C", "A")


def test_an_unknown_is_never_met_and_never_not_met(rulebook: Rulebook) -> None:
    suggestion = suggest(rulebook, Checklist.of("st-spur", {}))
    assert all((d.worst, d.best, d.ceilings) == ("D", "A", ()) for d in suggestion.domains)


@pytest.mark.parametrize(("day", "noticed"), [("2024-12-31", True), ("2025-01-01", False)])
def test_a_review_before_the_catalog_was_valid_is_noticed(
    rulebook: Rulebook, day: str, noticed: bool
) -> None:
    head = "schema: spur-rules/checklist/1\ncatalog: st-spur\nanswers: {}\n"
    checklist = read_checklist(f"{head}review: {{date: {day}}}".encode(), rulebook)
    notices = suggest(rulebook, checklist).notices
    assert [notice.code for notice in notices] == ["outside-validity"] * noticed
