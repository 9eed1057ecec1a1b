"""Which classes of answers move, worked out by hand from the printed criteria.

A class says how many rows of each norm are met, delvis, ej uppfyllt and ej tillämpligt. Where a
count is expected, the factors are spelled out: with n rows of a norm and none of them short, there
are n + 1 classes, because 0 to n of them may not apply.
"""

from pathlib import Path

import pytest
from rulebook_edits import RAISED, TWO_EXCEPTIONS, edited, row_of, rule_of, rulebook_of

from spur_rules import Grade
from spur_rules.api import compare
from spur_rules.comparing.comparison import Comparison
from spur_rules.rulebook import Rulebook


def moved(made: Comparison) -> dict[tuple[str, str, str | None, str | None], int]:
    """The classes that move, by domain, profile, old and new grade."""
    found: dict[tuple[str, str, str | None, str | None], int] = {}
    for move in made.moves.grades:
        grades = (move.old.value if move.old else None, move.new.value if move.new else None)
        key = (move.domain, move.profile, *grades)
        found[key] = found.get(key, 0) + move.found.classes
    return found


def test_two_exceptions_instead_of_one(rulebook: Rulebook, tmp_path: Path) -> None:
    """A needs at most `högst` exceptions and at least half of the applicable ones met.

    With three kvalitetsindikatorer that apply (D, E, G) two that are not met leave a third met: B
    as before. One and a half exceptions leave half of them met: B before, A now. They are one
    delvis and one not met, or three delvis: 2 classes. With two that apply (B, H, one of three left
    out) one and a half leave a quarter. In A, C and F there is one. Under sträng delvis counts
    whole, and högst is set by the profile; so it is under generös.
    D: 8 föreskrifter and 2 råd without shortcomings, 9 · 3 · 2. E: 6 and 5, 7 · 6 · 2. G: 6 and 1,
    7 · 2 · 2.
    """
    new = rulebook_of(edited(tmp_path, rules=(TWO_EXCEPTIONS, RAISED)))
    made = compare(rulebook, new)
    assert moved(made) == {
        ("D", "standard", "B", "A"): 54,
        ("E", "standard", "B", "A"): 84,
        ("G", "standard", "B", "A"): 28,
    }
    move = made.moves.grades[0]
    assert [(s.rule, s.old, s.new) for s in move.rules] == [("fler-än-enstaka", Grade.B, None)]
    assert [id for id, _ in move.found.example] == ["D11", "D12"]
    assert sorted(status.value for _, status in move.found.example) == ["delvis", "ej uppfyllt"]
    assert [str(cause.parameter) for cause in made.causes[0]] == ["enstaka_undantag.högst"]
    assert made.moves.caveats == ()


def test_a_kvalitetsindikator_becomes_a_föreskrift(rulebook: Rulebook, tmp_path: Path) -> None:
    """A4 is the only kvalitetsindikator of A: with it short, B before (none is met) and D now.

    Delvis: half is met and half an exception, so A before under standard; under sträng it counts as
    not met, B; under generös as met, A. Now D. With a föreskrift short it is D before and now. The
    three föreskrifter without shortcomings are 4 classes.
    """
    row = row_of("A4")
    edits = ((row, row.replace("norm: kvalitetsindikator", "norm: föreskrift")), RAISED)
    made = compare(rulebook, rulebook_of(edited(tmp_path, catalog=edits)))
    assert moved(made) == {
        ("A", "standard", "B", "D"): 4,
        ("A", "standard", "A", "D"): 4,
        ("A", "sträng", "B", "D"): 8,
        ("A", "generös", "B", "D"): 4,
        ("A", "generös", "A", "D"): 4,
    }
    assert {cause.subject for causes in made.causes for cause in causes} == {("A", "A4")}
    # That no kvalitetsindikator applies is said no longer; that no föreskrift does needs A4 too.
    said = {(m.norm.value, m.comes) for m in made.moves.caveats if m.norm}
    assert said == {("kvalitetsindikator", False), ("föreskrift", False)}


def test_a_ceiling_is_swapped(rulebook: Rulebook, tmp_path: Path) -> None:
    """fler-än-enstaka puts C instead of B, in the domains that have C.

    In G (6 föreskrifter, 1 råd, 3 kvalitetsindikatorer) B becomes C wherever the rule decided:
    föreskrift and råd without shortcomings, 7 · 2 classes, times the tallies of three that break
    it. Of the 20 tallies of three rows these keep the rule (met, delvis, not met): where three
    apply 300 210 201 120; where two do 200 110 (three quarters met) 101 020 (half met, one
    exception); where one does 100 010; where none does 000. The rest are 20 - 11 = 9: 111 102 030
    021 012 003 of three, 011 002 of two, 001 of one.
    The domains A and C have no C, so the rule is kept out of them: there B becomes A.
    """
    rule = rule_of("fler-än-enstaka")
    new_rule = rule.replace("ceiling: B", "ceiling: C\n    domains: [B, D, E, F, G, H]")
    made = compare(rulebook, rulebook_of(edited(tmp_path, rules=((rule, new_rule), RAISED))))
    found = moved(made)
    assert found["G", "standard", "B", "C"] == 7 * 2 * 9
    # A: three föreskrifter without shortcomings, and A4 not met.
    assert found["A", "standard", "B", "A"] == 4
    assert {key[2:] for key in found} == {("B", "C"), ("B", "A")}
    assert {key[0] for key in found if key[3] == "A"} == {"A", "C"}


def test_a_rule_is_dropped(rulebook: Rulebook, tmp_path: Path) -> None:
    """Without råd-ej-väsentligt no grade moves, since råd-brist puts C too; its caveat goes.

    In G there is one råd: not met is a share of 0, delvis one of a half. 6 föreskrifter without
    shortcomings, 7, times råd not met, 1, times 20 tallies of three kvalitetsindikatorer. Under
    sträng delvis counts as not met: 2. Under generös as under standard: 1.
    """
    dropped = (rule_of("råd-ej-väsentligt"), "")
    made = compare(rulebook, rulebook_of(edited(tmp_path, rules=(dropped, RAISED))))
    assert made.moves.grades == ()
    assert not made.moves_grades
    in_g = {
        move.profile: (move.rule, move.comes, move.found.classes)
        for move in made.moves.caveats
        if move.domain == "G"
    }
    rule = "råd-ej-väsentligt"
    assert in_g == {
        "standard": (rule, False, 140),
        "sträng": (rule, False, 280),
        "generös": (rule, False, 140),
    }


def test_the_rule_about_råd_is_dropped(rulebook: Rulebook, tmp_path: Path) -> None:
    """Without råd-brist a råd that is short lowers nothing while råden are met in essential parts.

    G has one råd: delvis is half met, which is not below half, so C becomes A, or B where the
    kvalitetsindikatorer break their rule (9 of 20 tallies). Not met stays C by råd-ej-väsentligt.
    """
    dropped = (rule_of("råd-brist"), "")
    made = compare(rulebook, rulebook_of(edited(tmp_path, rules=(dropped, RAISED))))
    found = moved(made)
    assert found["G", "standard", "C", "A"] == 7 * 11
    assert found["G", "standard", "C", "B"] == 7 * 9
    assert not [key for key in found if key[0] in "AC"]  # they have no råd


def test_only_texts_changed(rulebook: Rulebook, tmp_path: Path) -> None:
    edits = (("Tjänstgöringen är tillräckligt allsidig.", "Tjänstgöringen är allsidig."), RAISED)
    made = compare(rulebook, rulebook_of(edited(tmp_path, catalog=edits)))
    assert [change.key for change in made.changes] == ["version", "text"]
    assert not made.moves_grades
    assert made.moves.caveats == ()


def test_a_new_föreskrift(rulebook: Rulebook, tmp_path: Path) -> None:
    """A5 is answered in every way: met or not applicable it changes nothing, short it gives D.

    From A and from B, wherever the three others are not short (4 classes): A4 met, delvis or not
    applicable gave A, 3 · 4 classes, not met B, 4. Each with A5 delvis or not met. Alike rows are
    counted together, but A5 is not alike the others: the old catalog does not have it.
    """
    row = row_of("A3")
    new_row = row + row.replace("id: A3", "id: A5").replace("allsidig", "lång")
    made = compare(rulebook, rulebook_of(edited(tmp_path, catalog=((row, new_row), RAISED))))
    standard = {key: n for key, n in moved(made).items() if key[1] == "standard"}
    assert standard == {("A", "standard", "A", "D"): 24, ("A", "standard", "B", "D"): 8}
    assert made.moves.grades[0].found.example[0][0] == "A5"


def test_a_row_under_another_id_moves_nothing(rulebook: Rulebook, tmp_path: Path) -> None:
    """A row that says the same under another id is the same row."""
    row = row_of("A3")
    edits = ((row, row.replace("id: A3", "id: A9")), RAISED)
    made = compare(rulebook, rulebook_of(edited(tmp_path, catalog=edits)))
    assert [(c.kind.value, c.old, c.new) for c in made.changes[1:]] == [("renamed", "A3", "A9")]
    assert not made.moves_grades
    assert made.moves.caveats == ()


@pytest.mark.parametrize("profile", ["sträng", "generös"])
def test_a_profile_that_only_one_has_is_not_compared(
    rulebook: Rulebook, tmp_path: Path, profile: str
) -> None:
    edits = ((f"  {profile}:\n    title", "  egen:\n    title"), RAISED)
    made = compare(rulebook, rulebook_of(edited(tmp_path, rules=edits)))
    assert profile not in made.moves.profiles
    assert "egen" not in made.moves.profiles
    assert not made.moves_grades


def test_what_a_plan_does(rulebook: Rulebook, tmp_path: Path) -> None:
    """D becomes B by a plan instead of C: B is on every scale, C is not on those of A and C."""
    edits = (("  lifts: D\n  to: C", "  lifts: D\n  to: B"), RAISED)
    made = compare(rulebook, rulebook_of(edited(tmp_path, rules=edits)))
    assert made.plans == tuple("ABCDEFGH")
    assert made.moves.grades == ()
    assert made.moves_grades
