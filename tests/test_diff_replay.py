"""Checklists graded by both rulebooks. What moves is worked out by hand from printed criteria."""

from pathlib import Path

from checklists import Make
from plans import correction, entry
from rulebook_edits import RAISED, TWO_EXCEPTIONS, edited, row_of, rule_of, rulebook_of

from spur_rules import Checklist, Grade, Status
from spur_rules.api import compare, compare_files
from spur_rules.comparing.causes import ValueShift
from spur_rules.comparing.replaying import Replay, Replayed
from spur_rules.documents.diff_text import diff_text
from spur_rules.rulebook import Rulebook
from spur_rules.shipped import CATALOG
from spur_rules.suggestion import CaveatCode, GradeRange

A, B, C, D = (GradeRange(grade, grade) for grade in Grade)


def replayed(
    old: Rulebook, new: Rulebook, policy: str = "standard", **checklists: Checklist
) -> Replay:
    made = compare(old, new, checklists, policy).replay
    assert made is not None
    return made


def only(found: Replay) -> Replayed:
    assert len(found.rows) == 1
    return found.rows[0]


def test_one_and_a_half_exceptions(rulebook: Rulebook, filled: Make, tmp_path: Path) -> None:
    """Half of E's three kvalitetsindikatorer are met: the number of exceptions decides."""
    new = rulebook_of(edited(tmp_path, rules=(TWO_EXCEPTIONS, RAISED)))
    moves = filled(E12="ej uppfyllt", E13="delvis")
    stays = filled(E12="ej uppfyllt", E13="ej uppfyllt")
    found = replayed(rulebook, new, moves=moves, stays=stays)
    row = only(found)
    assert (row.checklist, row.domain, row.old, row.new) == ("moves", "E", B, A)
    assert [(shift.rule, shift.old, shift.new) for shift in row.rules] == [
        ("fler-än-enstaka", Grade.B, None)
    ]
    assert [str(cause.new) for cause in row.causes if isinstance(cause, ValueShift)] == ["2"]
    assert (found.read, found.unmoved) == (2, 1)
    # By hand the number is one again, in both.
    by_hand = replayed(rulebook, new, "enstaka_undantag.högst=1", moves=moves)
    assert by_hand.rows == ()


def test_a_new_row_is_not_assessed(rulebook: Rulebook, filled: Make, tmp_path: Path) -> None:
    """A new föreskrift can still be met or not: A becomes a range down to D."""
    row = row_of("A3")
    edits = ((row, row + row.replace("A3", "A5").replace("allsidig", "lång")), RAISED)
    new = rulebook_of(edited(tmp_path, catalog=edits))
    found = only(replayed(rulebook, new, visit=filled()))
    assert (found.domain, found.old, found.new) == ("A", A, GradeRange(Grade.D, Grade.A))
    assert found.unassessed == ("A5",)


def test_a_row_that_is_gone_takes_its_answer_along(
    rulebook: Rulebook, filled: Make, tmp_path: Path
) -> None:
    edits = ((row_of("A4"), ""), RAISED)
    new = rulebook_of(edited(tmp_path, catalog=edits))
    found = replayed(rulebook, new, visit=filled(A4="ej uppfyllt"))
    assert (only(found).old, only(found).new) == (B, A)
    assert [(m.checklist, m.dropped, m.refused) for m in found.misfits] == [("visit", ("A4",), ())]


def test_an_answer_follows_its_row_to_another_id(
    rulebook: Rulebook, filled: Make, tmp_path: Path
) -> None:
    row = row_of("A3")
    edits = ((row, row.replace("id: A3", "id: A9")), RAISED)
    new = rulebook_of(edited(tmp_path, catalog=edits))
    found = replayed(rulebook, new, visit=filled(A3="ej uppfyllt"))
    assert (found.rows, found.misfits, found.unmoved) == ((), (), 1)


def test_met_in_another_way_is_no_longer_taken(
    rulebook: Rulebook, filled: Make, tmp_path: Path
) -> None:
    row = row_of("E7")
    edits = ((row, row.replace("norm: allmänt råd", "norm: föreskrift")), RAISED)
    new = rulebook_of(edited(tmp_path, catalog=edits))
    found = replayed(rulebook, new, visit=filled(E7="på annat sätt"))
    assert found.rows == ()
    assert [misfit.refused for misfit in found.misfits] == [("E7",)]


def test_what_a_plan_gives(rulebook: Rulebook, filled: Make, tmp_path: Path) -> None:
    """The same D, but the plan now takes it to B; the correction of G7 changes nothing."""
    edits = (("  lifts: D\n  to: C", "  lifts: D\n  to: B"), RAISED)
    new = rulebook_of(edited(tmp_path, rules=edits))
    later = {"plan": (entry("H7"),), "corrections": (correction("G7", "uppfyllt"),)}
    visit = filled(H7="ej uppfyllt").model_copy(update=later)
    row = only(replayed(rulebook, new, visit=visit))
    assert (row.old, row.new, row.old_adjusted, row.new_adjusted) == (D, D, C, B)
    assert row.moves
    assert [getattr(cause, "what", None) for cause in row.causes] == ["action_plan"]


def test_a_caveat_that_goes(rulebook: Rulebook, filled: Make, tmp_path: Path) -> None:
    """G7 is the only råd of G. Not followed, it is C with or without the rule that has a caveat."""
    edits = ((rule_of("råd-ej-väsentligt"), ""), RAISED)
    new = rulebook_of(edited(tmp_path, rules=edits))
    found = replayed(rulebook, new, visit=filled(G7="ej uppfyllt"))
    row = only(found)
    assert (row.old, row.new, row.moves) == (C, C, False)
    assert row.caveats_go == ((CaveatCode.RULE, "råd-ej-väsentligt", None),)
    assert found.unmoved == 1


def test_a_catalog_that_is_named_with_its_version(rulebook: Rulebook, tmp_path: Path) -> None:
    """A checklist for the old version is carried over to the new one."""
    new = rulebook_of(edited(tmp_path, catalog=(RAISED,)))
    visit = Checklist.of("st-spur@1.1.0", {"A1": Status.MET})
    assert replayed(rulebook, new, visit=visit).unmoved == 1


def test_a_row_that_becomes_bound_to_a_regulation(
    rulebook: Rulebook, filled: Make, tmp_path: Path
) -> None:
    """A3 not met is D; where A3 does not count, only A4 is short: none is met of one, B."""
    row = row_of("A3")
    edits = ((row, row + "        regulations: [HSLF-FS 2021:8]\n"), RAISED)
    new = rulebook_of(edited(tmp_path, catalog=edits))
    visit = filled(A3="ej uppfyllt", A4="ej uppfyllt")
    names_it = visit.model_copy(
        update={"review": visit.review.model_copy(update={"regulations": ("HSLF-FS 2021:8",)})}
    )
    found = only(replayed(rulebook, new, visit=visit, names_it=names_it))
    assert (found.checklist, found.domain, found.old, found.new) == ("visit", "A", D, B)
    assert [(row.rule, row.cause.subject, row.cause.key) for row in found.because] == [
        ("föreskrift-brist", ("A", "A3"), "regulations")
    ]
    made = compare(rulebook, new)
    assert (made.bound, made.moves.grades, made.moves_grades) == (("A3",), (), True)
    # The same regulations in another order are the same binding.
    both = compare(new, rulebook_of(edited(tmp_path / "other", catalog=edits)))
    assert (both.bound, both.moves_grades) == ((), False)


def test_an_answer_to_a_row_that_was_retired_before(tmp_path: Path) -> None:
    """A9 was retired already; the answer is named and nothing moves."""
    retired = ("valid_to: null", "valid_to: null\nretired_ids: {A9: Frågas inte längre.}")
    catalog = edited(tmp_path / "both", catalog=(retired,)) / "indicator_catalog" / CATALOG.name
    (tmp_path / "reviews").mkdir()
    (tmp_path / "reviews" / "a.yaml").write_text(
        "{schema: spur-rules/checklist/1, catalog: st-spur,"
        " answers: {A9: ej uppfyllt, A4: delvis}}",
        "utf-8",
    )
    made = compare_files(catalog, catalog, replay=tmp_path / "reviews")
    words = " ".join(diff_text(made, "sv").split())
    assert "A9" in words
    assert made.findings == ()
