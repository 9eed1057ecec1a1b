"""Edges of explanations, checks and saving, each found by a change to the code that no test saw."""

import json
import os
from fractions import Fraction
from pathlib import Path
from threading import get_ident

import pytest
from checklists import Make
from small_books import (
    FORESKRIFT,
    KVALITET,
    PROFILE,
    RAD,
    answers,
    book,
    fact,
    named,
    plain_parameter,
)

from spur_rules import Checklist, Grade, Status, api, evaluation
from spur_rules.asking.saving import open_document, put
from spur_rules.checking.agreement import agreement
from spur_rules.checklist import Answer
from spur_rules.explaining.sensitivity import readings
from spur_rules.explaining.what_if import what_if
from spur_rules.explanation import Interval, Sensitivity, UnderProfile, UnderValue
from spur_rules.in_force import rules_in_force
from spur_rules.policy import Override
from spur_rules.rulebook import Rulebook

# what_if ---------------------------------------------------------------------------------------


def test_not_applicable_alone_is_worse_than_not_met() -> None:
    """A rule that asks only for ej tillämpligt: that answer is outside the range."""
    rulebook = book(
        [RAD, RAD], [("C", named("A1", "ej tillämpligt")), ("B", named("A2", "ej uppfyllt"))]
    )
    assert not what_if(rulebook, rulebook.policy(), 0).is_between()
    open_ = api.suggest(rulebook, answers(), engine="native")["A"].open
    assert [o.status for o in open_[0].outcomes] == [Status.MET, Status.PARTLY, Status.NOT_MET]


def test_a_rule_for_every_status_but_not_applicable() -> None:
    every = ("uppfyllt", "på annat sätt", "delvis", "ej uppfyllt")
    rulebook = book([RAD], [("C", named("A1", *every))])
    assert not what_if(rulebook, rulebook.policy(), 0).is_between()


def test_a_rule_that_always_fires_is_in_its_own_step_only() -> None:
    rules = [
        ("B", fact("föreskrift.tillämpliga", "at_least", 1)),
        ("D", fact("allmänt_råd.brister", "at_least", 1)),
    ]
    rulebook = book([FORESKRIFT, RAD], rules)
    repairs = api.explain(rulebook, answers(A1="uppfyllt", A2="delvis"), engine="native")[
        "A"
    ].repairs
    assert [[len(step.ways) for step in repair.steps] for repair in repairs] == [[1], [1], [0, 1]]


def test_a_rule_on_two_norms_makes_one_part_of_both() -> None:
    rules = [
        ("D", fact("föreskrift.brister", "at_least", 1)),
        ("C", fact("allmänt_råd.brister", "at_least", 1)),
        (
            "B",
            {
                "all": (
                    fact("föreskrift.brister", "at_least", 2),
                    fact("allmänt_råd.brister", "at_least", 2),
                )
            },
        ),
    ]
    rulebook = book([FORESKRIFT] * 2 + [RAD] * 2, rules)
    assert len(what_if(rulebook, rulebook.policy(), 0).parts) == 1


# open_questions --------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", ["LIMIT_STATES", "LIMIT_UNKNOWN"])
def test_too_much_unknown_is_ordered_by_its_range(
    rulebook: Rulebook, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"spur_rules.explaining.open_questions.{limit}", 0)
    statuses = dict.fromkeys(rulebook.indicators, Status.MET)
    unknown = ["E1", "E7", "E12", "E13"]
    checklist = Checklist.of("st-spur", statuses | dict.fromkeys(unknown, Status.NOT_ASSESSED))
    found = api.suggest(rulebook, checklist, engine="native")["E"].open
    # E1 ej uppfyllt settles it (D); after E7 it is C–D, after E12 and E13 still A–D or B–D.
    assert [row.indicator for row in found] == unknown
    domain = rules_in_force(rulebook, rulebook.policy()).domains[4]
    for row in found:
        assert row.answers_left is None
        for outcome in row.outcomes:
            after = {id: checklist.status(id) for id in domain.linked.indicators}
            ends = evaluation.grade_range(domain, after | {row.indicator: outcome.status})
            assert (outcome.worst, outcome.best, outcome.answers_left) == (*ends, None)


# repairs ---------------------------------------------------------------------------------------


def test_worsenings_stand_in_catalog_order() -> None:
    rules = [
        ("B", fact("föreskrift.brister", "at_least", 1)),
        ("B", fact("kvalitetsindikator.brister", "at_least", 1)),
    ]
    rulebook = book([KVALITET, FORESKRIFT], rules)
    found = api.explain(rulebook, answers(A1="uppfyllt", A2="uppfyllt"), engine="native")["A"]
    assert [row.indicators for row in found.worsenings] == [("A1",), ("A2",)]


def test_a_named_row_met_in_another_way_can_get_worse() -> None:
    rulebook = book([RAD], [("C", named("A1", "ej uppfyllt"))])
    found = api.explain(rulebook, answers(A1="på annat sätt"), engine="native")["A"].worsenings
    assert [(row.grade, row.indicators, row.statuses) for row in found] == [
        (Grade.C, ("A1",), (Status.NOT_MET,))
    ]


# reticking -------------------------------------------------------------------------------------


def test_what_is_met_in_another_way_could_be_ticked_too(rulebook: Rulebook, filled: Make) -> None:
    found = api.check(rulebook, filled(H10="på annat sätt"), {"H": Grade.C})["H"]
    ids = {
        id
        for steps in found.changes
        for step in steps
        for way in step.ways
        for c in way
        for id in c.of
    }
    assert "H10" in ids


# sensitivity, explanation ----------------------------------------------------------------------


def test_a_profile_that_sets_one_domain_is_told_for_that_domain() -> None:
    parameter = plain_parameter(1, "antal")
    profiles = {"standard": PROFILE, "egen": PROFILE | {"domains": {"A": {"p.antal": 2}}}}
    rule = ("B", fact("kvalitetsindikator.ej_uppfyllda", "more_than", {"parameter": "p.antal"}))
    rulebook = book([KVALITET] * 3, [rule], parameters={"p.antal": parameter}, profiles=profiles)
    checklist = answers(A1="ej uppfyllt", A2="ej uppfyllt", A3="uppfyllt")
    (found,) = api.sensitivity(rulebook, checklist)
    (row,) = [row for row in found.parameters if row.profiles]
    assert (row.values.low, row.profiles) == (2, ("egen",))


def test_the_ends_of_an_interval() -> None:
    half, one = Fraction(1, 2), Fraction(1)
    inside = Interval(half, one, has_low=False, has_high=False)
    assert (half in inside, one in inside, Fraction(3, 4) in inside) == (False, False, True)
    assert (half in Interval(half, one), one in Interval(half, one)) == (True, True)
    parts = [Interval(half, half), inside]
    assert Interval.joined(parts) == Interval(half, one, has_low=True, has_high=False)


def test_what_stands_fast() -> None:
    profile = UnderProfile("sträng", Grade.B, Grade.B)
    unnamed = UnderValue("p", Interval(Fraction(0), Fraction(1)), Grade.B, Grade.B, ())
    named_ = unnamed._replace(profiles=("sträng",))
    cases = [((), (), True, True), ((profile,), (), False, False), ((), (unnamed,), False, True)]
    cases.append(((), (named_,), False, False))
    for profiles, parameters, fast, fast_when_named in cases:
        found = Sensitivity("A", Grade.A, Grade.A, profiles, parameters)
        assert (found.stands_fast, found.stands_fast_when_named) == (fast, fast_when_named)


def test_a_share_at_most_a_parameter_moves_at_the_value_itself() -> None:
    """One of two met is a half: at most 1/2 holds from 1/2 on, not below."""
    parameter = plain_parameter("1/4", "andel")
    rule = ("B", fact("kvalitetsindikator.andel_uppfyllda", "at_most", {"parameter": "p.andel"}))
    rulebook = book([KVALITET] * 2, [rule], parameters={"p.andel": parameter})
    (found,) = api.sensitivity(rulebook, answers(A1="uppfyllt", A2="ej uppfyllt"))
    assert [row.values for row in found.parameters] == [Interval(Fraction(1, 2), Fraction(1))]


def test_a_sweep_that_raises(rulebook: Rulebook, filled: Make) -> None:
    """Two of three missing: B; generös has room for two. One review up, none down."""
    made = api.sweep(rulebook, [filled(D11="ej uppfyllt", D12="ej uppfyllt")])
    rows = {row.profile: (row.raised, row.lowered) for row in made.rows if row.profile}
    assert rows == {"standard": (0, 0), "sträng": (0, 0), "generös": (1, 0)}


# derivation ------------------------------------------------------------------------------------


def test_a_void_rule_did_not_fire(rulebook: Rulebook, filled: Make) -> None:
    rows = dict.fromkeys(("B7", "B8"), "ej tillämpligt")
    derived = api.derive(rulebook, filled(**rows), "B")
    (rule,) = [row for row in derived.rules if row.rule == "råd-ej-väsentligt"]
    assert (rule.worst, rule.best, rule.condition.worst) == (False, False, None)


def test_what_is_unknown_is_not_met_at_worst(rulebook: Rulebook, filled: Make) -> None:
    facts = {row.fact: row for row in api.derive(rulebook, filled(E12="ej bedömt"), "E").facts}
    assert facts["kvalitetsindikator.undantag"][1:] == (1, 0)


def test_the_derivation_of_not_and_of_a_named_row() -> None:
    rulebook = book([RAD], [("C", {"not": named("A1", "uppfyllt", "på annat sätt")})])
    (rule,) = api.derive(rulebook, answers(A1="delvis"), "A").rules
    (inner,) = rule.condition.parts
    assert (rule.best, inner.values, inner.best) == (True, (Status.PARTLY, Status.PARTLY), False)


# sanity, agreement -----------------------------------------------------------------------------


def test_a_reading_that_leaves_a_range_does_not_give_the_grade(
    rulebook: Rulebook, filled: Make
) -> None:
    """D11 and D12 missing, D13 unknown: B; generös says A–B, which is not A."""
    checklist = filled(D11="ej uppfyllt", D12="ej uppfyllt", D13="ej bedömt")
    found = api.check(rulebook, checklist, {"D": Grade.A})["D"]
    assert all(row.worst is row.best for row in found.readings)
    assert "generös" not in [row.profile for row in found.readings if isinstance(row, UnderProfile)]


def test_only_what_is_passed_over_carries_a_milder_grade(rulebook: Rulebook, filled: Make) -> None:
    found = api.check(rulebook, filled(H7="ej uppfyllt", H10="ej uppfyllt"), {"H": Grade.C})["H"]
    assert found.indicators == ("H7",)


def test_domains_given_in_the_checklist_are_given(rulebook: Rulebook) -> None:
    data = {
        "schema": "spur-rules/checklist/1",
        "catalog": "st-spur",
        "answers": {},
        "given": {"A": "B"},
    }
    made = api.check(rulebook, Checklist.model_validate(data), {"C": Grade.B})
    assert made.not_given == ("B", "D", "E", "F", "G", "H")


def test_rows_of_agreement_are_sorted(rulebook: Rulebook, filled: Make) -> None:
    first = api.check(rulebook, filled(B9="ej uppfyllt"), {"B": Grade.B})
    milder = api.check(rulebook, filled(B9="ej uppfyllt"), {"B": Grade.B}, "sträng")
    later = api.check(rulebook, filled(), {"A": Grade.A})
    rows = agreement([first, milder, later]).rows
    assert [row.domain for row in rows] == ["A", "B", "B"]


# saving ----------------------------------------------------------------------------------------


def test_what_a_killed_process_left_is_no_hindrance(rulebook: Rulebook, tmp_path: Path) -> None:
    (tmp_path / f".spur-rules-{os.getpid()}-{get_ident()}.tmp").write_bytes(b"half")
    document = open_document(tmp_path / "v.yaml", rulebook.catalog, may_be_new=True)
    put(document, "A1", Answer(indicator="A1", status=Status.MET), rulebook.catalog)
    assert [path.name for path in tmp_path.iterdir()] == ["v.yaml"]


def test_json_keeps_its_line_ends_and_the_order_of_a_row(
    rulebook: Rulebook, tmp_path: Path
) -> None:
    row = {"comment": "Ja.", "status": "delvis"}
    data = {"schema": "spur-rules/checklist/1", "catalog": "st-spur", "answers": {"A1": row}}
    path = tmp_path / "v.json"
    path.write_bytes(json.dumps(data, indent=2).replace("\n", "\r\n").encode())
    answer = Answer(indicator="A1", status=Status.MET, comment="Ja.")
    content = put(open_document(path, rulebook.catalog), "A1", answer, rulebook.catalog).content
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.endswith(b"}")
    assert list(json.loads(content)["answers"]["A1"]) == ["comment", "status"]


def test_the_directory_is_put_on_the_disk_too(
    rulebook: Rulebook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda fd: (synced.append(os.path.isdir(f"/proc/self/fd/{fd}")), real(fd))[1]
    )
    document = open_document(tmp_path / "v.yaml", rulebook.catalog, may_be_new=True)
    put(document, "A1", Answer(indicator="A1", status=Status.MET), rulebook.catalog)
    assert synced == [False, True]


def test_a_parameter_changed_for_all_leaves_no_domain_behind() -> None:
    """A value of its own in a domain is replaced too: all else as it is, this one as tried."""
    parameter = plain_parameter(1, "antal", domains={"A": 3})
    rule = ("B", fact("kvalitetsindikator.ej_uppfyllda", "more_than", {"parameter": "p.antal"}))
    rulebook = book([KVALITET] * 4, [rule], parameters={"p.antal": parameter})
    checklist = answers(**dict.fromkeys(("A1", "A2", "A3"), "ej uppfyllt"), A4="uppfyllt")
    (found,) = readings(rulebook, rulebook.policy()).sensitivity(checklist)
    assert [(row.values, row.best) for row in found.parameters] == [
        (Interval(Fraction(0), Fraction(5, 2)), Grade.B)
    ]
    assert rulebook.policy(overrides=[Override("p.antal", Fraction(2))]).value("p.antal", "A") == 2


def test_only_what_can_lower_the_best_grade_is_open_beyond_the_limit(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """E11 makes C the best; no kvalitetsindikator can lower that."""
    monkeypatch.setattr("spur_rules.explaining.open_questions.LIMIT_STATES", 0)
    checklist = filled(E11="ej uppfyllt", E1="ej bedömt", E12="ej bedömt", E13="ej bedömt")
    found = api.suggest(rulebook, checklist, engine="native")["E"].open
    assert [row.indicator for row in found] == ["E1"]


def test_the_limit_of_states(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One unknown row: itself and four answers are five states."""
    monkeypatch.setattr("spur_rules.explaining.open_questions.LIMIT_STATES", 2)
    (found,) = api.suggest(rulebook, filled(A1="ej bedömt"), engine="native")["A"].open
    assert found.answers_left is None


def test_the_limit_of_states_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """Six parts of five states each are 30; which of the six are left open has 64 answers."""
    rules = [("B", named(f"A{n}", "ej uppfyllt")) for n in range(1, 7)]
    rulebook = book([KVALITET] * 6, rules)
    assert api.suggest(rulebook, answers(), engine="native")["A"].open[0].answers_left == 6
    monkeypatch.setattr("spur_rules.explaining.open_questions.LIMIT_STATES", 40)
    what_if.cache_clear()
    assert api.suggest(rulebook, answers(), engine="native")["A"].open[0].answers_left is None


def test_half_is_tried_where_the_weight_is_none() -> None:
    """Two halves and one missing: 3 exceptions at weight 0, 2 at 1/2, 1 at 1."""
    parameter = plain_parameter(0, "vikt")
    rule = ("B", fact("kvalitetsindikator.undantag", "more_than", 2))
    weights = {KVALITET: {"parameter": "p.vikt"}}
    rulebook = book(
        [KVALITET] * 3, [rule], parameters={"p.vikt": parameter}, partly_counts_as=weights
    )
    (found,) = api.sensitivity(rulebook, answers(A1="delvis", A2="delvis", A3="ej uppfyllt"))
    assert [row.values for row in found.parameters] == [Interval(Fraction(1, 2), Fraction(1))]


def test_ways_that_are_any_so_many_are_one_choice(rulebook: Rulebook, filled: Make) -> None:
    """One and a half exceptions: without either of them there is room."""
    (found,) = api.explain(rulebook, filled(E12="ej uppfyllt", E13="delvis"))["E"].repairs
    assert [[(c.number, c.of) for c in way] for way in found.steps[0].ways] == [
        [(1, ("E12", "E13"))]
    ]


def test_the_shortest_way_stands_first() -> None:
    """Three wholes and two halves are four, two are allowed: mend two wholes, or one and both."""
    rulebook = book([KVALITET] * 5, [("B", fact("kvalitetsindikator.undantag", "more_than", 2))])
    checklist = answers(
        A1="delvis", A2="delvis", A3="ej uppfyllt", A4="ej uppfyllt", A5="ej uppfyllt"
    )
    repair = api.explain(rulebook, checklist, engine="native")["A"].repairs[0]
    sizes = [sum(choice.number for choice in way) for way in repair.steps[0].ways]
    assert sizes == sorted(sizes) == [2, 3]


def test_one_smallest_repair_leaves_out_all_that_can_be(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Generös has room for two exceptions and a third: of three, one must be mended."""
    monkeypatch.setattr("spur_rules.explaining.repairs.LIMIT_WAYS", 0)
    checklist = filled(D11="ej uppfyllt", D12="ej uppfyllt", D13="ej uppfyllt")
    (repair,) = api.explain(rulebook, checklist, "generös")["D"].repairs
    assert (repair.fewest, repair.is_complete) == (1, False)


#: Two halves and a whole: none to two of the halves, with or without the whole, are six ways.
SIX_WAYS = {"E12": "delvis", "E13": "delvis", "E14": "ej uppfyllt"}


def test_one_step_that_is_not_complete_makes_the_repair_so(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The allmänna råd have one way: the only one of them must be mended."""
    monkeypatch.setattr("spur_rules.explaining.repairs.LIMIT_WAYS", 3)
    checklist = filled(E11="ej uppfyllt", **SIX_WAYS)
    nearest, best = api.explain(rulebook, checklist)["E"].repairs
    assert (nearest.grade, nearest.is_complete) == (Grade.B, True)
    assert (best.grade, best.is_complete) == (Grade.A, False)


def test_so_many_ways_are_listed_and_no_more(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    for limit, is_complete in ((6, True), (5, False)):
        monkeypatch.setattr("spur_rules.explaining.repairs.LIMIT_WAYS", limit)
        (repair,) = api.explain(rulebook, filled(**SIX_WAYS))["E"].repairs
        assert repair.is_complete is is_complete


def test_what_every_repair_must_mend_is_no_choice(rulebook: Rulebook, filled: Make) -> None:
    """Nine föreskrifter not met are one way, however many sets there are to try."""
    every = {f"H{n}": ("delvis" if n % 2 else "ej uppfyllt") for n in range(1, 10)}
    nearest = api.explain(rulebook, filled(**every))["H"].repairs[0]
    assert (nearest.fewest, nearest.is_complete, len(nearest.steps[0].ways)) == (9, True, 1)


def test_many_named_rows_are_mended_all(rulebook: Rulebook) -> None:
    """One rule about fifteen rows: every one of them must be mended, and that is told."""
    ids = [f"A{n}" for n in range(1, 16)]
    tests = tuple(named(id, "ej uppfyllt") for id in ids)
    book_of_rows = book([FORESKRIFT] * 15, [("D", {"any": tests})])
    checklist = answers(**dict.fromkeys(ids, "ej uppfyllt"))
    repair = api.explain(book_of_rows, checklist, engine="native")["A"].repairs[0]
    assert (repair.fewest, repair.is_complete) == (15, True)


def test_a_share_that_all_met_do_not_reach_is_better_left_void() -> None:
    """At most all of them met is always true, but of nothing it is void."""
    rule = ("C", fact("allmänt_råd.andel_uppfyllda", "at_most", 1))
    rulebook = book([RAD], [rule])
    assert not what_if(rulebook, rulebook.policy(), 0).is_between()
    assert api.suggest(rulebook, answers(), engine="native")["A"].grade is Grade.C
