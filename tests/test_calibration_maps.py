"""Who differs from the others, by case and by indicator: counted by hand."""

from panels import panel, rated

from spur_rules.calibration.maps import case_map, indicator_map, letters, missing_reviews
from spur_rules.rulebook import Rulebook


def test_a_grade_is_held_against_the_middle_of_the_case(rulebook: Rulebook) -> None:
    """Of A, B, B the middle is B; of A, C it is either; one grade alone has no middle."""
    found = case_map(
        panel(
            rulebook,
            rated(rulebook, "f1", "R1", given={"B": "A", "E": "A", "H": "A"}),
            rated(rulebook, "f1", "R2", given={"B": "B", "E": "C"}),
            rated(rulebook, "f1", "R3", given={"B": "B"}),
            rated(rulebook, "f2", "R1", given={"B": "D"}),
        )
    )
    assert found.differing == ((1, None), (0, None), (0, None))
    assert found.compared == ((2, 0), (2, 0), (1, 0))


def test_a_middle_between_two_letters(rulebook: Rulebook) -> None:
    """Of A, B, C, D the middle lies between B and C: A and D are outside it."""
    rows = [rated(rulebook, "f", f"R{n}", given={"E": g}) for n, g in enumerate("ABCD", 1)]
    assert case_map(panel(rulebook, *rows)).differing == ((1,), (0,), (0,), (1,))


def test_a_tick_is_held_against_the_most_common(rulebook: Rulebook) -> None:
    """f1: two of three say uppfyllt of A4. f2: one each, so nothing is the most common."""
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
    assert [row[at] for row in found.shares] == [1.0, 0.0, 0.0]
    assert [row[at] for row in found.cases] == [1, 1, 1]
    assert [row[at - 1] for row in found.cases] == [2, 1, 1]
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
