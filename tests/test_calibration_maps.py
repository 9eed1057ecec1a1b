"""Who differs from the others, by case and by indicator: counted by hand."""

from panels import panel, rated

from spur_rules.calibration.maps import case_map, indicator_map, letters, missing_reviews
from spur_rules.rulebook import Rulebook


def test_a_grade_is_held_against_each_of_the_others(rulebook: Rulebook) -> None:
    """f1, B: of A, B, B the first has 2 of 2 others apart, the second and third 1 of 2.

    f1, E: of A, C each has 1 of 1. H and f2 have nobody to compare with. In all of f1 R1 has 3 of
    3, R2 2 of 3 and R3 1 of 2.
    """
    found = case_map(
        panel(
            rulebook,
            rated(rulebook, "f1", "R1", given={"B": "A", "E": "A", "H": "A"}),
            rated(rulebook, "f1", "R2", given={"B": "B", "E": "C"}),
            rated(rulebook, "f1", "R3", given={"B": "B"}),
            rated(rulebook, "f2", "R1", given={"B": "D"}),
        )
    )
    assert found.shares == ((1.0, None), (2 / 3, None), (0.5, None))
    assert found.compared == ((2, 0), (2, 0), (1, 0))
    assert found.differing == ((2, 0), (2, 0), (1, 0))


def test_two_raters_who_differ_in_all(rulebook: Rulebook) -> None:
    """There is no middle between two, nor of three against three."""
    two = [rated(rulebook, "f", name, given={"B": g, "E": g}) for name, g in ("1A", "2B")]
    assert case_map(panel(rulebook, *two)).shares == ((1.0,), (1.0,))
    six = [rated(rulebook, "f", f"R{n}", given={"E": g}) for n, g in enumerate("AAABBB")]
    assert case_map(panel(rulebook, *six)).shares == ((0.6,),) * 6


def test_a_grade_off_the_scale_is_left_out(rulebook: Rulebook) -> None:
    """A has no C: R3's is held against nobody's, and nobody's against it."""
    rows = [rated(rulebook, "f", f"R{n}", given={"A": g}) for n, g in enumerate("ABC", 1)]
    found = case_map(panel(rulebook, *rows))
    assert found.shares == ((1.0,), (1.0,), (None,))
    assert found.compared == ((1,), (1,), (0,))


def test_a_tick_is_held_against_each_of_the_others(rulebook: Rulebook) -> None:
    """A4: f1 2 of 2, 1 of 2 and 1 of 2 apart; f2 1 of 1 for both. A3: none apart."""
    made = panel(
        rulebook,
        rated(rulebook, "f1", "R1", {"A4": "ej uppfyllt"}),
        rated(rulebook, "f1", "R2", {"A3": "ej bedömt"}),
        rated(rulebook, "f1", "R3"),
        rated(rulebook, "f2", "R1", {"A4": "delvis", "A3": "delvis"}),
        rated(rulebook, "f2", "R2", {"A3": "delvis"}),
    )
    found = indicator_map(made)
    at = list(rulebook.indicators).index("A4")
    assert [row[at] for row in found.shares] == [1.0, 2 / 3, 0.5]
    assert [row[at] for row in found.compared] == [2, 2, 1]
    assert [row[at - 1] for row in found.compared] == [2, 1, 1]
    assert [row[at - 1] for row in found.shares] == [0.0, 0.0, 0.0]


def test_columns_are_those_of_the_catalog(rulebook: Rulebook) -> None:
    """Each row alone is ticked otherwise by one of three: the column is its own."""
    for at, id in enumerate(rulebook.indicators):
        rows = [rated(rulebook, "f", name) for name in ("R2", "R3")]
        made = panel(rulebook, rated(rulebook, "f", "R1", {id: "ej uppfyllt"}), *rows)
        assert [n for n, share in enumerate(indicator_map(made).shares[0]) if share] == [at]


def test_letters_and_what_is_missing(rulebook: Rulebook) -> None:
    made = panel(
        rulebook,
        rated(rulebook, "f1", "R1", given={"A": "D", "E": "C"}),
        rated(rulebook, "f1", "R2", given={"E": "B"}),
        rated(rulebook, "f2", "R2", given={"E": "A"}),
    )
    assert letters(made, 0) == (("D", ""), ("", ""))
    assert letters(made, 4) == (("C", "B"), ("", "A"))
    assert missing_reviews(made) == 1
