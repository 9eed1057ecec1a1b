"""Which indicators a ceiling is blamed on, in rulebooks made for one question."""

import pytest
from small_books import FORESKRIFT, KVALITET, RAD, book, fact, graded, named

from spur_rules import Grade

NO, HALF, NA, OTHERWISE = "ej uppfyllt", "delvis", "ej tillämpligt", "på annat sätt"

EITHER = {
    "any": (fact("föreskrift.brister", "at_least", 2), fact("allmänt_råd.brister", "at_least", 1))
}


@pytest.mark.parametrize(
    ("statuses", "blamed"),
    [
        (("uppfyllt", "uppfyllt", NO), ("A3",)),
        (("uppfyllt", NO, NO), ("A3",)),  # one föreskrift is not two: that part does not hold
        ((NO, HALF, "uppfyllt"), ("A1", "A2")),
        ((NO, NO, NO), ("A1", "A2", "A3")),
    ],
)
def test_of_an_any_only_the_parts_that_hold_are_to_blame(
    statuses: tuple[str, ...], blamed: tuple[str, ...]
) -> None:
    rulebook = book([FORESKRIFT, FORESKRIFT, RAD], [("C", EITHER)])
    found = graded(rulebook, **dict(zip(("A1", "A2", "A3"), statuses, strict=True)))
    assert [ceiling.indicators for ceiling in found.ceilings] == [blamed]


def test_what_is_unknown_is_not_to_blame() -> None:
    """Blame is of what is so whatever the unknown turns out to be."""
    rulebook = book([FORESKRIFT, FORESKRIFT, RAD], [("C", EITHER)])
    found = graded(rulebook, A1=NO, A3=NO)
    assert [ceiling.indicators for ceiling in found.ceilings] == [("A3",)]


def test_a_count_of_not_met_does_not_blame_what_is_partly_met() -> None:
    rulebook = book([RAD] * 3, [("C", fact("allmänt_råd.ej_uppfyllda", "at_least", 1))])
    found = graded(rulebook, A1=HALF, A2=NO, A3="uppfyllt")
    assert found.ceilings[0].indicators == ("A2",)
    assert [(row.indicator, row.ceiling) for row in found.shortcomings] == [
        ("A1", None),
        ("A2", Grade.C),
    ]


def test_a_named_indicator_is_to_blame_beside_those_that_are_counted() -> None:
    both = {"all": (named("A3", NO, HALF), fact("allmänt_råd.ej_uppfyllda", "at_least", 1))}
    rulebook = book([RAD, RAD, FORESKRIFT], [("C", both)])
    found = graded(rulebook, A1=NO, A2=HALF, A3=HALF)
    assert found.ceilings[0].indicators == ("A1", "A3")


@pytest.mark.parametrize(
    ("when", "blamed"),
    [
        # Both parts look at råd that are not met, and both at A3: neither falls out.
        (
            {
                "all": (
                    fact("allmänt_råd.ej_uppfyllda", "at_least", 1),
                    fact("allmänt_råd.tillämpliga", "at_least", 1),
                )
            },
            ("A1",),
        ),
        ({"all": (named("A3", NO), named("A3", NO, HALF))}, ("A3",)),
        # The second part looks at all shortcomings of the norm, the first at some of them.
        (
            {
                "all": (
                    fact("allmänt_råd.ej_uppfyllda", "at_least", 1),
                    fact("allmänt_råd.brister", "at_least", 1),
                )
            },
            ("A1", "A2"),
        ),
        # One part or the other, with what delvis weighs: half is not a whole exception.
        (
            {
                "any": (
                    fact("allmänt_råd.undantag", "at_least", 2),
                    fact("föreskrift.undantag", "at_least", 1),
                )
            },
            ("A3",),
        ),
    ],
)
def test_parts_that_look_at_the_same_are_to_blame_together(
    when: dict[str, object], blamed: tuple[str, ...]
) -> None:
    found = graded(book([RAD, RAD, FORESKRIFT], [("C", when)]), A1=NO, A2=HALF, A3=NO)
    assert [ceiling.indicators for ceiling in found.ceilings] == [blamed]


def test_a_shortcoming_carries_its_lowest_ceiling() -> None:
    rules = [
        ("B", fact("allmänt_råd.brister", "at_least", 1)),
        ("C", fact("allmänt_råd.brister", "at_least", 2)),
    ]
    rulebook = book([RAD] * 2, rules)
    both, one = graded(rulebook, A1=NO, A2=NO), graded(rulebook, A1=NO, A2="uppfyllt")
    assert [row.ceiling for row in both.shortcomings] == [Grade.C, Grade.C]
    assert [(row.grade, row.binding) for row in both.ceilings] == [("C", True), ("B", False)]
    assert [row.ceiling for row in one.shortcomings] == [Grade.B]


WEIGHT = {"printed": None, "meaning": {"sv": "x"}, "reason": "x", "source": "x"}


@pytest.mark.parametrize(
    "when",
    [
        fact("kvalitetsindikator.undantag", "at_least", 1),
        fact("kvalitetsindikator.andel_uppfyllda", "less_than", 1),
    ],
)
@pytest.mark.parametrize(
    ("weight", "blamed"), [(0, ("A1", "A2")), ("1/2", ("A1", "A2")), (1, ("A2",))]
)
def test_partly_met_is_to_blame_where_some_of_it_is_missing(
    when: dict[str, object], weight: object, blamed: tuple[str, ...]
) -> None:
    rule = ("B", when)
    parameter = {"default": weight, "unit": "vikt"} | WEIGHT
    weights = {KVALITET: {"parameter": "w.w"}}
    rulebook = book([KVALITET] * 3, [rule], parameters={"w.w": parameter}, partly_counts_as=weights)
    found = graded(rulebook, A1=HALF, A2=NO, A3="uppfyllt")
    assert found.ceilings[0].indicators == blamed
