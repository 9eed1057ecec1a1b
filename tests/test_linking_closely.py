"""Which rules fit a catalog and may be linked, rule by rule."""

from dataclasses import replace
from pathlib import Path

import pytest
from small_books import FORESKRIFT, KVALITET, PROFILE, RAD, answers, book, fact, named

from spur_rules import InputError, api
from spur_rules.in_force import rules_in_force
from spur_rules.linking import link
from spur_rules.provenance import Place
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Norm
from spur_rules.yaml_file import parse_bytes, read_file

MINI = Path(__file__).parent / "valid"

MET, OTHERWISE, HALF, NO, NA = (
    "uppfyllt",
    "på annat sätt",
    "delvis",
    "ej uppfyllt",
    "ej tillämpligt",
)
BRIST = fact("föreskrift.brister", "at_least", 1)
WORDS = {"printed": None, "meaning": {"sv": "x"}, "reason": "x", "source": "x"}


def codes(*arguments: object, **more: object) -> list[str]:
    """The codes of what is wrong; none where the rulebook links."""
    try:
        book(*arguments, **more)  # type: ignore[arg-type]
    except InputError as error:
        return [problem.code for problem in error.problems]
    return []


# a rule asks for what is missing -----------------------------------------------------------------

#: Sets of statuses of one föreskrift: an answer that gets worse must stay within the set.
ASKED = [
    ((NO,), True),
    ((HALF, NO), True),
    ((NA,), True),
    ((NO, NA), True),
    ((MET, HALF, NO), True),
    ((MET,), False),
    ((HALF,), False),
    ((MET, NO), False),
    ((MET, HALF), False),
    ((HALF, NA), False),
    ((MET, NA), False),
]


@pytest.mark.parametrize(("statuses", "may"), ASKED)
def test_the_statuses_that_a_rule_may_ask_for(statuses: tuple[str, ...], may: bool) -> None:
    found = codes([FORESKRIFT, RAD], [("D", named("A1", *statuses))])
    assert found == ([] if may else ["SR308"])


@pytest.mark.parametrize(
    ("statuses", "may"),
    [
        ((MET, OTHERWISE, HALF, NO), True),
        ((MET, HALF, NO), False),
        ((OTHERWISE, HALF, NO), False),
        ((HALF, NO), True),
    ],
)
def test_advice_met_in_another_way_is_met(statuses: tuple[str, ...], may: bool) -> None:
    """By law an allmänt råd does not exclude other ways: no rule may tell the two apart."""
    found = codes([FORESKRIFT, RAD], [("C", named("A2", *statuses))])
    assert found == ([] if may else ["SR308"])


UPWARD, DOWNWARD = ("at_least", "more_than"), ("at_most", "less_than")


@pytest.mark.parametrize("op", [*UPWARD, *DOWNWARD])
@pytest.mark.parametrize(
    ("measure", "may"),
    [
        ("brister", UPWARD),
        ("ej_uppfyllda", UPWARD),
        ("undantag", UPWARD),
        ("andel_uppfyllda", DOWNWARD),
        ("tillämpliga", UPWARD + DOWNWARD),
    ],
)
def test_the_comparisons_that_a_rule_may_make(measure: str, op: str, may: tuple[str, ...]) -> None:
    found = codes([RAD] * 3, [("C", fact(f"allmänt_råd.{measure}", op, 1))])
    assert ("SR308" not in found) == (op in may)


# a rule can lower a grade ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("ceiling", "when", "can"),
    [
        ("D", fact("föreskrift.brister", "at_least", 2), True),
        ("D", fact("föreskrift.brister", "at_least", 3), False),
        ("A", BRIST, False),  # no ceiling at all
        ("D", {"any": (fact("föreskrift.brister", "at_least", 3), named("A1", NO))}, True),
        ("D", {"all": (fact("föreskrift.tillämpliga", "at_most", 0), named("A1", NA))}, True),
        ("D", {"all": (fact("föreskrift.tillämpliga", "at_most", 1), named("A1", NO))}, True),
        ("D", {"all": (fact("föreskrift.tillämpliga", "at_most", 0), named("A1", NO))}, False),
        ("D", {"all": (fact("föreskrift.andel_uppfyllda", "at_most", 0), named("A1", NA))}, True),
        ("D", {"all": (named("A1", NA), named("A1", NO))}, False),
        ("D", {"all": (named("A1", NA), named("A2", NO), named("A3", NA))}, True),
    ],
)
def test_a_rule_that_lowers_nothing_is_refused(ceiling: str, when: object, can: bool) -> None:
    found = codes([FORESKRIFT, FORESKRIFT, RAD], [(ceiling, when)])
    assert found == ([] if can else ["SR307"])


@pytest.mark.parametrize(
    ("norms", "void", "kept"),
    [
        ([RAD, FORESKRIFT], "föreskrift", "allmänt_råd"),
        ([FORESKRIFT, RAD], "allmänt_råd", "föreskrift"),
    ],
)
def test_the_rows_of_one_norm_alone_may_have_to_be_not_applicable(
    norms: list[str], void: str, kept: str
) -> None:
    parts = (fact(f"{void}.tillämpliga", "at_most", 0), fact(f"{kept}.tillämpliga", "at_least", 1))
    assert codes(norms, [("B", {"all": parts})]) == []


def test_any_number_of_named_indicators_may_have_to_be_not_applicable() -> None:
    rule = {"all": tuple(named(f"A{n}", NA) for n in range(1, 11))}
    rulebook = book([KVALITET] * 10, [("B", rule)])
    every = dict.fromkeys((f"A{n}" for n in range(1, 11)), NA)
    assert api.suggest(rulebook, answers(**every), engine="native")["A"].grade == "B"


def test_a_rule_too_large_to_try_is_taken_to_be_able_to_fire() -> None:
    """Twelve rows are 4,096 combinations: more than are tried."""
    contradiction = (named("A1", NA), named("A1", NO))
    rest = tuple(named(f"A{n}", NA, NO) for n in range(2, 13))
    assert codes([KVALITET] * 12, [("B", {"all": contradiction + rest})]) == []
    assert codes([KVALITET] * 12, [("B", {"all": contradiction + rest[:8]})]) == ["SR307"]


def test_one_profile_that_lets_a_rule_fire_is_enough() -> None:
    parameter = {"default": 3, "unit": "antal"} | WORDS
    profiles = {"standard": PROFILE, "sträng": PROFILE | {"values": {"p.p": 1}}}
    rule = ("D", fact("föreskrift.brister", "at_least", {"parameter": "p.p"}))
    settings = {"parameters": {"p.p": parameter}}
    assert codes([FORESKRIFT] * 2, [rule], **settings) == ["SR307"]
    assert codes([FORESKRIFT] * 2, [rule], **settings, profiles=profiles) == []


# an action plan makes a grade better -------------------------------------------------------------


@pytest.mark.parametrize(
    ("lifts", "to", "found"), [("D", "C", []), ("D", "D", ["SR315"]), ("C", "D", ["SR315"])]
)
def test_a_plan_takes_a_grade_to_a_better_one(lifts: str, to: str, found: list[str]) -> None:
    plan = {"lifts": lifts, "to": to, "covers": (FORESKRIFT,)}
    plan |= dict.fromkeys(("printed", "reason", "source"), "x")
    assert codes([FORESKRIFT], [("D", BRIST)], action_plan=plan) == found


# every mistake has its place ---------------------------------------------------------------------


def test_a_ceiling_off_the_scale_is_told_also_where_a_rule_names_every_indicator() -> None:
    assert codes([FORESKRIFT], [("C", named("A1", NO))], "ABD") == ["SR305"]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("    domains: [B]\n", "    domains:\n      - B\n      - Z\n", "      - Z"),
        ("    domains: {B: 1}\n", "    domains:\n      B: 1\n      Z: 1\n", "      Z: 1"),
        (
            "      B:\n        enstaka.högst: 0\n",
            "      B:\n        enstaka.högst: 0\n      Z:\n        enstaka.högst: 0\n",
            "      Z:",
        ),
    ],
)
def test_an_unknown_domain_is_told_on_its_own_line(old: str, new: str, line: str) -> None:
    text = (MINI / "ruleset.yaml").read_text("utf-8")
    assert text.count(old) == 1
    text = text.replace(old, new)
    with pytest.raises(InputError) as caught:
        link(read_file(MINI / "catalog.yaml"), parse_bytes(text.encode(), "rules.yaml"))
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.line) == ("SR310", text.splitlines().index(line) + 1)


def test_a_wrong_value_is_told_where_the_value_stands() -> None:
    """Domain A has no C; the ceiling of the third rule stands after `    ceiling: `."""
    text = (MINI / "ruleset.yaml").read_text("utf-8")
    head, tail = text.split("  - id: undantag\n")
    text = f"{head}  - id: undantag\n{tail.replace('ceiling: B', 'ceiling: C', 1)}"
    with pytest.raises(InputError) as caught:
        link(read_file(MINI / "catalog.yaml"), parse_bytes(text.encode(), "rules.yaml"))
    (problem,) = caught.value.problems
    line = text.splitlines().index("  - id: undantag") + 2
    assert (problem.code, problem.place) == ("SR305", Place("rules.yaml", line, 14))


# where a rule applies ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("needs", "applies"),
    [((RAD,), True), ((FORESKRIFT, RAD), True), ((KVALITET,), False), ((RAD, KVALITET), False)],
)
def test_a_rule_applies_where_there_is_every_norm_that_it_needs(
    needs: tuple[str, ...], applies: bool
) -> None:
    """A rule that applies nowhere lowers nothing."""
    rules = [("D", BRIST), ("B", BRIST, {"needs": needs})]
    assert codes([FORESKRIFT, RAD], rules) == ([] if applies else ["SR307"])


def test_weights_of_partly() -> None:
    """A weight is a number from 0 to 1, or a parameter that is one."""
    for weight, found in ((0, []), ("1/2", []), (1, []), ("3/2", ["SR309"])):
        assert codes([FORESKRIFT], [("D", BRIST)], partly_counts_as={RAD: weight}) == found
    for unit, found in (("vikt", []), ("andel", ["SR309"]), ("antal", ["SR309"])):
        parameters = {"p.p": {"default": 1, "unit": unit} | WORDS}
        weights = {RAD: {"parameter": "p.p"}}
        more = {"parameters": parameters, "partly_counts_as": weights}
        assert codes([FORESKRIFT], [("D", BRIST)], **more) == found


# the order of codes and bits ---------------------------------------------------------------------


def test_indicators_are_ordered_by_domain_and_norm(rulebook: Rulebook) -> None:
    mixed = book([KVALITET, RAD, FORESKRIFT, RAD], [("D", BRIST)])
    (domain,) = mixed.domains
    assert domain.order == ("A3", "A2", "A4", "A1")
    assert [(g.start, g.stop, g.size) for g in domain.groups] == [(0, 1, 1), (1, 3, 2), (3, 4, 1)]
    assert [domain.position[id] for id in ("A1", "A2", "A3", "A4")] == [3, 1, 0, 2]
    assert not domain.is_in_catalog_order
    assert not mixed.is_in_catalog_order
    # The shipped form: A has four rows, B ten.
    assert [(d.letter, d.start, d.stop) for d in rulebook.domains[:2]] == [
        ("A", 0, 4),
        ("B", 4, 14),
    ]
    assert rulebook.is_in_catalog_order
    in_force = rules_in_force(rulebook, rulebook.policy()).domains
    assert [rule.bit for rule in in_force[1].rules] == [1, 2, 4, 8]
    assert [rule.number for rule in in_force[1].rules] == [0, 1, 2, 3]


def test_what_is_asked_of_a_rulebook(rulebook: Rulebook) -> None:
    letters = [rulebook.domain(letter).letter for letter in "AEH"]
    assert letters == ["A", "E", "H"]
    assert replace(rulebook, domains=rulebook.domains[::-1]).domain("A").letter == "A"
    assert list(rulebook.rules) == [rule.id for rule in rulebook.ruleset.rules]
    assert [rulebook.rules[id].ceiling for id in rulebook.rules] == ["D", "C", "C", "B"]


@pytest.mark.parametrize(
    ("letter", "expected"), [("A", (3, None, 1)), ("B", (6, 2, 2)), ("E", (6, 5, 3))]
)
def test_the_norms_of_a_domain(
    rulebook: Rulebook, letter: str, expected: tuple[int | None, ...]
) -> None:
    """Föreskrifter, allmänna råd and kvalitetsindikatorer, as the form has them."""
    groups = [rulebook.domain(letter).group(norm) for norm in Norm]
    assert tuple(group and group.size for group in groups) == expected


def test_a_rulebook_is_only_equal_to_itself(rulebook: Rulebook) -> None:
    """It is the key of what is kept ready; the ids tell whether two have the same content."""
    one, other = (book([FORESKRIFT], [("D", BRIST)]) for _ in range(2))
    assert one != other
    assert (one.catalog_id, one.rules_id) == (other.catalog_id, other.rules_id)
    assert not one.is_shipped
    assert rulebook.is_shipped


@pytest.mark.parametrize(
    ("norms", "in_order"),
    [
        ([FORESKRIFT, RAD, KVALITET], True),
        ([RAD, FORESKRIFT], False),
        ([FORESKRIFT, KVALITET, RAD], False),
        ([FORESKRIFT, *[RAD] * 8, FORESKRIFT], False),  # as text, A10 stands before A2
    ],
)
def test_a_form_that_mixes_norms_is_not_in_the_rulebooks_order(
    norms: list[str], in_order: bool
) -> None:
    made = book(norms, [("D", BRIST)])
    assert made.is_in_catalog_order is made.domains[0].is_in_catalog_order is in_order
