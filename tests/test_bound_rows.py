"""Rows bound to a regulation: where it is not in use they are as if they were not there."""

import io
import json
from typing import Any

import pytest
from extended import NEW, OLD, added, bound, extended, grades, overlay, visit
from hypothesis import given, settings
from hypothesis import strategies as st

from spur_rules import Status, api
from spur_rules.checklist import Answer
from spur_rules.cli.main import main
from spur_rules.documents.data import as_data
from spur_rules.documents.terminal import TextReport
from spur_rules.facts import encode
from spur_rules.in_force import rules_in_force
from spur_rules.plan import Correction, Plan, PlanEntry
from spur_rules.regrading.findings import FindingCode
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Code

NOT_MET = "ej uppfyllt"
B1_UNDER_NEW = bound(B1=[NEW])


def text(rulebook: Rulebook, checklist: Any, language: str = "sv") -> str:
    made = api.suggest(rulebook, checklist)
    return " ".join(TextReport(made, rulebook, checklist, language).render().split())


@pytest.mark.parametrize("engine", ["native", "durable", "auto"])
def test_a_foreskrift_of_one_regulation_counts_only_where_it_is_in_use(engine: str) -> None:
    """D: "Brister har påvisats vad gäller följsamheten till Socialstyrelsens föreskrifter"."""
    for used, grade in (((NEW,), "D"), ((OLD, NEW), "D"), ((OLD,), "A"), ((), "A")):
        assert grades(B1_UNDER_NEW, visit(B1_UNDER_NEW, used, B1=NOT_MET), engine)[1] == grade


def test_a_row_of_both_regulations_applies_where_one_of_them_is_in_use() -> None:
    both = bound(B1=[OLD, NEW])
    for used, grade in (((NEW,), "D"), ((OLD,), "D"), ((), "A")):
        assert grades(both, visit(both, used, B1=NOT_MET))[1] == grade


def test_it_is_shown_with_its_reason_and_with_the_answer_that_is_not_used() -> None:
    checklist = visit(B1_UNDER_NEW, (OLD,), B1=NOT_MET)
    (row,) = api.suggest(B1_UNDER_NEW, checklist)["B"].not_in_use
    assert (row.indicator, row.regulations, row.answer) == ("B1", (NEW,), Status.NOT_MET)
    shown = text(B1_UNDER_NEW, checklist)
    assert (
        "B1 räknas inte: gäller bara ST enligt HSLF-FS 2021:8; checklistan säger att "
        "SOSFS 2015:8 används." in shown
    )
    assert "B1 är besvarad (ej uppfyllt), men svaret används inte." in shown
    assert (
        "B1 is not counted: it applies only to ST under HSLF-FS 2021:8; the checklist says that "
        "SOSFS 2015:8 is in use." in text(B1_UNDER_NEW, checklist, "en")
    )


def test_where_no_regulation_is_named_the_report_says_so() -> None:
    checklist = visit(B1_UNDER_NEW)
    notices = api.suggest(B1_UNDER_NEW, checklist).notices
    assert [(n.code.value, n.detail) for n in notices] == [("regulation-unnamed", "B1")]
    assert "Checklistan säger inte vilka föreskrifter som används." in text(B1_UNDER_NEW, checklist)
    assert api.suggest(B1_UNDER_NEW, visit(B1_UNDER_NEW, (NEW,))).notices == ()


def test_json_lists_it_only_where_there_is_one(rulebook: Rulebook) -> None:
    made = as_data(api.suggest(B1_UNDER_NEW, visit(B1_UNDER_NEW, (OLD,))), B1_UNDER_NEW)
    rows = [domain.get("not_in_use") for domain in made["domains"]]
    b1 = {"indicator": "B1", "regulations": [NEW], "answer": "uppfyllt"}
    assert rows == [None, [b1], None, None, None, None, None, None]


def test_it_is_not_asked_and_not_called_unassessed() -> None:
    rulebook = bound(B1=[NEW], B9=[NEW])
    checklist = visit(rulebook, (OLD,), B1="ej bedömt", B2="ej bedömt", B9="ej bedömt")
    domain = api.suggest(rulebook, checklist)["B"]
    assert [question.indicator for question in domain.open] == ["B2"]
    assert "kan inte ändra graderingen" not in text(rulebook, checklist)
    assert grades(rulebook, visit(rulebook, (OLD,), B1="ej bedömt"))[1] == "A"


def test_no_explanation_hangs_on_it() -> None:
    rulebook = bound(B9=[NEW], B8=[NEW])
    checklist = visit(rulebook, (OLD,), B7=NOT_MET, B8=NOT_MET, B9=NOT_MET)
    explained = api.explain(rulebook, checklist)["B"]
    assert [r.steps[0].ways[0][0].of for r in explained.repairs] == [("B7",), ("B7",)]
    named = {id for row in explained.worsenings for id in row.indicators}
    assert not named & {"B8", "B9"}
    derived = api.derive(rulebook, checklist, "B")
    assert not {"B8", "B9"} & dict(derived.statuses).keys()
    facts = {fact.fact: fact.best for fact in derived.facts}
    assert facts["allmänt_råd.tillämpliga"] == 1
    assert facts["kvalitetsindikator.tillämpliga"] == 1
    made = api.check(rulebook, checklist, {"B": api.suggest(rulebook, checklist)["B"].worst})
    assert made["B"].verdict.value == "överensstämmer"


def test_hints_do_not_look_at_it() -> None:
    """H9 and H11 presuppose H8."""
    rulebook = bound(H8=[NEW])
    used, not_used = visit(rulebook, (NEW,), H8=NOT_MET), visit(rulebook, (OLD,), H8=NOT_MET)
    assert [h.indicators for h in api.hints(rulebook, used)] == [("H9", "H8"), ("H11", "H8")]
    assert api.hints(rulebook, not_used) == ()


def test_sensitivity_and_sweep_leave_it_out() -> None:
    """B9 alone not met is half of two: `sträng` asks for two thirds. Not in use, B10 is all."""
    rulebook = bound(B9=[NEW])
    used, not_used = (visit(rulebook, (r,), B9=NOT_MET) for r in (NEW, OLD))
    rows = [api.sensitivity(rulebook, checklist)[1] for checklist in (used, not_used)]
    assert [row.stands_fast for row in rows] == [False, True]
    made = api.sweep(rulebook, [used, not_used])
    strict = next(row for row in made.rows if row.profile == "sträng")
    assert (strict.lowered, strict.raised) == (1, 0)


def test_plans_and_corrections_about_it_are_told_and_not_used() -> None:
    checklist = visit(B1_UNDER_NEW, (OLD,))
    plan = Plan(
        schema="spur-rules/plan/1",
        catalog="st-spur",
        entries=(PlanEntry(indicator="B1"),),
        corrections=(Correction(indicator="B1", status=Status.NOT_MET, reason="Fel."),),
    )
    found = api.regrade(B1_UNDER_NEW, checklist, plan)
    codes = [finding.code for finding in found.findings if finding.indicator == "B1"]
    assert codes == [FindingCode.NOT_IN_USE]
    assert found["B"].changes == ()


def test_a_footnote_is_shown_only_where_its_regulation_is_in_use(rulebook: Rulebook) -> None:
    words = "För ST enligt 2015:8 är verksamhetschef ansvarig"
    for used, is_shown in (((OLD,), True), ((NEW,), False), ((), False)):
        assert (words in text(rulebook, visit(rulebook, used, E6=NOT_MET))) is is_shown


@pytest.mark.parametrize("regulations, is_shown", [(f"[{OLD}]", True), ("[]", False)])
def test_ask_shows_a_footnote_only_there_too(
    regulations: str, is_shown: bool, tmp_path, monkeypatch, capsys
) -> None:
    path = tmp_path / "visit.yaml"
    answers = ", ".join(f"E{n}: uppfyllt" for n in range(1, 15) if n != 6)
    head = "schema: spur-rules/checklist/1\ncatalog: st-spur\n"
    path.write_text(
        f"{head}review: {{regulations: {regulations}}}\nanswers: {{{answers}}}\n", "utf-8"
    )
    monkeypatch.setattr("sys.stdin", io.StringIO("q\n"))
    assert main(["ask", str(path), "--domain", "E"]) == 0
    assert ("Fotnot, SOSFS 2015:8" in capsys.readouterr().out) is is_shown


def test_ask_does_not_ask_for_it_and_says_why(tmp_path, monkeypatch, capsys) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(
        "schema: spur-rules/checklist/1\ncatalog: st-spur\noverlays: [allmanmedicin]\n"
        f"review: {{regulations: [{OLD}]}}\nanswers: {{}}\n",
        "utf-8",
    )
    monkeypatch.setattr("sys.stdin", io.StringIO("u\n" * 20))
    assert main(["ask", str(path), "--domain", "E"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "E-AM2 räknas inte: gäller bara ST enligt HSLF-FS 2021:8" in shown
    assert "E12 kvalitetsindikator" in shown
    assert "E-AM2 kvalitetsindikator" not in shown


def test_json_of_explain_and_check_hold_it_too(tmp_path, capsys) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(
        "schema: spur-rules/checklist/1\ncatalog: st-spur\noverlays: [allmanmedicin]\n"
        "answers: {E-AM2: ej uppfyllt}\n",
        "utf-8",
    )
    assert main(["explain", str(path), "--domain", "E", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["domains"][0]["not_in_use"][0]["indicator"] == "E-AM2"
    assert {row["code"] for row in found["notices"]} == {"overlay-example", "regulation-unnamed"}


def test_a_rule_that_names_it_does_not_fire(tmp_path) -> None:
    """Neither for what it is, nor for what it is not: nothing is known of what is not there."""
    from spur_rules.linking import link
    from spur_rules.shipped import CATALOG, RULES
    from spur_rules.yaml_file import parse_bytes, read_file

    rule = (
        "  - {{id: {id}, ceiling: D, when: {when}, domains: [B], because: {{sv: x}}, source: x}}\n"
    )
    conditions = {
        "is": "{indicator: B9, is: [delvis, ej uppfyllt, ej tillämpligt]}",
        "is-not": "{not: {indicator: B9, is: [uppfyllt, på annat sätt]}}",
    }
    own = "".join(rule.format(id=id, when=when) for id, when in conditions.items())
    rules = RULES.read_text("utf-8").replace("\nrules:\n", f"\nrules:\n{own}")
    bind = [{"indicator": "B9", "regulations": [NEW], "reason": "x"}]
    files = (read_file(CATALOG), parse_bytes(rules.encode(), "rules"))
    rulebook = link(*files, [overlay(bind=bind)])
    for engine in ("native", "durable"):
        assert grades(rulebook, visit(rulebook, (NEW,), B9=NOT_MET), engine)[1] == "D"
        assert grades(rulebook, visit(rulebook, (OLD,), B9=NOT_MET), engine)[1] == "A"
    for condition in api.derive(rulebook, visit(rulebook, (OLD,)), "B").rules[:2]:
        assert not condition.worst
        assert not condition.best


ROWS = ("A4", "B1", "B7", "B9", "C1", "E11", "E12", "F6", "G8", "H7", "H12")


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_a_row_that_does_not_apply_grades_as_the_row_absent(data: st.DataObject) -> None:
    chosen = data.draw(st.sets(st.sampled_from(ROWS), min_size=1, max_size=4))
    with_it = bound(**{id: [NEW] for id in chosen})
    law = {"reason": "x", "repealed_by": "x"}
    without = extended(overlay(retire=[{"indicator": id, **law} for id in sorted(chosen)]))
    word = st.sampled_from(["uppfyllt", "delvis", NOT_MET, "ej bedömt"])
    answers = data.draw(st.dictionaries(st.sampled_from(list(with_it.indicators)), word))
    used = data.draw(st.sampled_from([(), (OLD,)]))
    there = visit(with_it, used, **answers)
    absent = visit(without, used, **{id: w for id, w in answers.items() if id not in chosen})
    for profile in ("standard", "sträng", "generös"):
        ours, theirs = (
            api.suggest(book, list_, profile, "native")
            for book, list_ in ((with_it, there), (without, absent))
        )
        for one, other in zip(ours.domains, theirs.domains, strict=True):
            assert (one.worst, one.best) == (other.worst, other.best)
            assert one.ceilings == other.ceilings
            assert one.shortcomings == other.shortcomings
            assert one.open == other.open
    pairs = ((with_it, there), (without, absent))
    explained = [api.explain(book, list_, engine="native") for book, list_ in pairs]
    for one, other in zip(*(found.domains for found in explained), strict=True):
        assert (one.repairs, one.worsenings) == (other.repairs, other.worsenings)


@settings(deadline=None, max_examples=40)
@given(st.data())
def test_what_is_answered_to_it_changes_nothing(data: st.DataObject) -> None:
    word = st.sampled_from(["uppfyllt", "delvis", NOT_MET, "ej bedömt"])
    answers = data.draw(st.dictionaries(st.sampled_from(list(B1_UNDER_NEW.indicators)), word))
    first, second = (
        visit(B1_UNDER_NEW, (OLD,), **answers | {"B1": data.draw(word)}) for _ in range(2)
    )
    assert encode(B1_UNDER_NEW, first) == encode(B1_UNDER_NEW, second)
    assert encode(B1_UNDER_NEW, first)[B1_UNDER_NEW.position["B1"]] == Code.NOT_IN_USE


def test_a_checklist_made_in_code_is_held_to_it_too() -> None:
    checklist = visit(B1_UNDER_NEW, (OLD,))
    row = Answer(indicator="B1", status=Status.NOT_MET)
    rows = tuple(row if a.indicator == "B1" else a for a in checklist.answers)
    assert grades(B1_UNDER_NEW, checklist.model_copy(update={"answers": rows})) == "AAAAAAAA"


def test_a_rulebook_without_bound_rows_looks_for_none(rulebook: Rulebook) -> None:
    assert rulebook.bound == {}
    assert rules_in_force(rulebook, rulebook.policy()).number_of_facts > 0
    assert list(extended(overlay(add=[added("A-X1", OLD)])).bound) == ["A-X1"]
