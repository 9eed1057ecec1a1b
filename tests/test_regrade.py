"""Grading again after the visit: the chain of grades, and what is found in a plan."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from checklists import Make
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import VISIT, correction, dated, entry, plan, planned

from spur_rules import (
    Checklist,
    InputError,
    Status,
    load_rulebook,
    read_checklist,
    suggest,
)
from spur_rules import regrade as api_regrade
from spur_rules.cli.main import main
from spur_rules.documents.regrade_data import as_json, as_yaml
from spur_rules.regrading.findings import Finding, FindingCode
from spur_rules.regrading.regrade import Regrading
from spur_rules.rulebook import Rulebook
from spur_rules.yaml_file import parse_bytes

NO = "ej uppfyllt"
ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "primary-care-2025.yaml"
ASSUMED = ROOT / "examples" / "primary-care-2025-assumed.yaml"
PRINTED = "Handlingsplan inkommen. Gradering justerad till C."
JANUARY, FEBRUARY, MARCH = (date(2026, month, 10) for month in (1, 2, 3))


def regrade(rulebook: Rulebook, checklist: Checklist, *args: Any, **more: Any) -> Regrading:
    return api_regrade(rulebook, checklist, *args, engine="native", **more)


def chain(regrading: Regrading, letter: str) -> list[tuple[str, str, str, date | None]]:
    """Each link: the grade before, the cause, the grade after, the day."""
    return [
        (_ends(c.original), c.cause.value, _ends(c.adjusted), c.date)
        for c in regrading[letter].changes
    ]


def _ends(found: Any) -> str:
    return found.grade or f"{found.best}-{found.worst}"


def found(regrading: Regrading) -> list[Finding]:
    return list(regrading.findings)


@pytest.mark.parametrize("path", [EXAMPLE, ASSUMED], ids=["said", "assumed"])
def test_the_real_case_ends_in_c(rulebook: Rulebook, path: Path) -> None:
    """By hand from the report: its H is D by H7 and H9, and a plan answers both."""
    done = regrade(rulebook, read_checklist(path, rulebook))
    assert chain(done, "H") == [("D", "handlingsplan", "C", None)]
    assert done["H"].now.grade == "C"
    assert done["H"].needed == ("H7", "H9")
    assert [d.domain for d in done.domains if d.changes] == ["H"]
    assert found(done) == []
    assert not done.is_held_back
    days = [(row.date.isoformat(), row.kind.value, row.indicators) for row in done.appointments]
    both = ("H7", "H9")
    assert days == [
        ("2025-12-08", "due", both),
        ("2026-03-01", "follow-up", both),
        ("2026-06-01", "follow-up", both),
        ("2026-09-01", "follow-up", both),
        ("2026-12-01", "follow-up", both),
    ]
    role = "verksamhetschef och medicinskt ansvarig läkare"
    assert {row.responsible for row in done.appointments} == {role}


def test_nothing_in_nothing_changed(rulebook: Rulebook, filled: Make) -> None:
    checklist = filled(H7=NO, A4=NO)
    done = regrade(rulebook, checklist)
    assert done.original == suggest(rulebook, checklist, engine="native")
    assert not any(d.changes for d in done.domains)
    assert (done.findings, done.appointments, done.is_held_back) == ((), (), False)
    assert done["H"].needed == ("H7",)


def test_a_plan_has_the_day_it_came_in(rulebook: Rulebook, filled: Make) -> None:
    checklist = filled(H7=NO)
    received = regrade(rulebook, checklist, plan(entry("H7"), received=JANUARY), FEBRUARY)
    assert chain(received, "H") == [("D", "handlingsplan", "C", JANUARY)]
    asked = regrade(rulebook, checklist, plan(entry("H7")), FEBRUARY)
    assert chain(asked, "H") == [("D", "handlingsplan", "C", None)], "--as-of dates nothing"
    assert asked.received is None
    assert asked.as_of == FEBRUARY


def test_a_plan_file_takes_the_place_of_the_checklists_plan(
    rulebook: Rulebook, filled: Make
) -> None:
    own = planned(filled(H7=NO), entry("H7", due=None))
    assert chain(regrade(rulebook, own), "H") == []
    assert chain(regrade(rulebook, own, plan(entry("H7"))), "H")
    only_corrections = plan(corrections=(correction("A1", "delvis"),))
    assert regrade(rulebook, own, only_corrections).plan == own.plan


def test_corrections_of_the_checklist_and_of_the_plan_file_add_up(
    rulebook: Rulebook, filled: Make
) -> None:
    own = filled(H7=NO, H9=NO).model_copy(update={"corrections": (correction("H7", "uppfyllt"),)})
    done = regrade(rulebook, own, plan(corrections=(correction("H9", "uppfyllt"),)))
    assert chain(done, "H") == [("D", "faktakorrigering", "A", None)]


def test_corrections_have_no_ceiling(rulebook: Rulebook, filled: Make) -> None:
    rows = (correction("H7", "uppfyllt", JANUARY), correction("H9", "uppfyllt", JANUARY))
    done = regrade(rulebook, filled(H7=NO, H9=NO), plan(corrections=rows))
    assert chain(done, "H") == [("D", "faktakorrigering", "A", JANUARY)]
    (change,) = done["H"].changes
    assert change.indicators == ("H7", "H9")
    assert change.reason == "H7 var fel. H9 var fel."
    assert not change.by_plan


def test_a_correction_may_lower_a_grade(rulebook: Rulebook, filled: Make) -> None:
    done = regrade(rulebook, filled(), plan(corrections=(correction("E11", "delvis"),)))
    assert chain(done, "E") == [("A", "faktakorrigering", "C", None)]
    assert done["E"].changes[0].ceilings[0].rule == "råd-brist"


def test_a_plan_then_a_correction(rulebook: Rulebook, filled: Make) -> None:
    rows = (correction("H7", "uppfyllt", FEBRUARY),)
    done = regrade(rulebook, filled(H7=NO), plan(entry("H7"), received=JANUARY, corrections=rows))
    assert chain(done, "H") == [
        ("D", "handlingsplan", "C", JANUARY),
        ("C", "faktakorrigering", "A", FEBRUARY),
    ]


def test_a_correction_then_a_plan(rulebook: Rulebook, filled: Make) -> None:
    """H9 was met after all and H10 was not; the plan then answers H7, which is left."""
    rows = (correction("H9", "uppfyllt", JANUARY), correction("H10", NO, JANUARY))
    papers = plan(entry("H7"), received=FEBRUARY, corrections=rows)
    done = regrade(rulebook, filled(H7=NO, H9=NO), papers)
    assert chain(done, "H") == [("D", "handlingsplan", "C", FEBRUARY)]
    assert done["H"].changes[0].indicators == ("H7",)


def test_a_plan_that_is_in_answers_what_a_correction_leaves(
    rulebook: Rulebook, filled: Make
) -> None:
    rows = (correction("H9", "uppfyllt", FEBRUARY),)
    papers = plan(entry("H7"), received=JANUARY, corrections=rows)
    done = regrade(rulebook, filled(H7=NO, H9=NO), papers)
    assert chain(done, "H") == [("D", "faktakorrigering", "C", FEBRUARY)]
    assert done["H"].changes[0].by_plan


def test_a_correction_can_undo_what_a_plan_did(rulebook: Rulebook, filled: Make) -> None:
    rows = (correction("H8", NO, FEBRUARY), correction("H8", "uppfyllt", MARCH))
    papers = plan(entry("H7"), received=JANUARY, corrections=rows)
    done = regrade(rulebook, filled(H7=NO), papers)
    assert chain(done, "H") == [
        ("D", "handlingsplan", "C", JANUARY),
        ("C", "faktakorrigering", "D", FEBRUARY),
        ("D", "faktakorrigering", "C", MARCH),
    ]
    assert [(row.before, row.status) for row in done.corrections] == [
        (Status.MET, Status.NOT_MET),
        (Status.NOT_MET, Status.MET),
    ]


def test_without_dates_corrections_come_first_and_the_plan_last(
    rulebook: Rulebook, filled: Make
) -> None:
    rows = (correction("H12", NO, JANUARY), correction("H9", "uppfyllt"), correction("H13", NO))
    done = regrade(rulebook, filled(H9=NO), plan(entry("H9"), corrections=rows))
    assert chain(done, "H") == [
        ("D", "faktakorrigering", "A", None),
        ("A", "faktakorrigering", "B", JANUARY),
    ]


def test_on_one_day_a_correction_comes_before_the_plan(rulebook: Rulebook, filled: Make) -> None:
    rows = (correction("H9", "uppfyllt", JANUARY),)
    papers = plan(entry("H7"), received=JANUARY, corrections=rows)
    assert chain(regrade(rulebook, filled(H7=NO, H9=NO), papers), "H") == [
        ("D", "handlingsplan", "C", JANUARY)
    ]


def test_a_range_is_kept_as_a_range(rulebook: Rulebook, filled: Make) -> None:
    """With H9 unknown, H7 was wrong: from D to anything; then H10 was wrong too."""
    rows = (correction("H7", "uppfyllt", JANUARY), correction("H10", NO, FEBRUARY))
    open_ = filled(H7=NO, H9="ej bedömt")
    done = regrade(rulebook, open_, plan(corrections=rows))
    assert chain(done, "H") == [
        ("D", "faktakorrigering", "A-D", JANUARY),
        ("A-D", "faktakorrigering", "C-D", FEBRUARY),
    ]
    assert done["H"].now.grade is None


def test_the_original_stays(rulebook: Rulebook) -> None:
    checklist = read_checklist(ASSUMED, rulebook)
    before = checklist.model_dump_json()
    papers = plan(entry("H7"), corrections=(correction("A4", "uppfyllt"),))
    done = regrade(rulebook, checklist, papers)
    bare = checklist.model_copy(update={"plan": ()})
    assert done.original.domains == suggest(rulebook, bare, engine="native").domains
    assert checklist.model_dump_json() == before


def one_finding(rulebook: Rulebook, checklist: Checklist, *entries: Any, **more: Any) -> Finding:
    (finding,) = regrade(rulebook, checklist, plan(*entries), **more).findings
    return finding


H = ("H", "H7")


@pytest.mark.parametrize(
    "part", ["action", "due", "responsible", "follow_up", "follow_up_responsible"]
)
def test_what_is_missing(rulebook: Rulebook, filled: Make, part: str) -> None:
    finding = one_finding(rulebook, filled(H7=NO), entry("H7", **{part: None}))
    assert finding == Finding(FindingCode.MISSING, *H, blocks=True, part=part)


def test_what_is_missing_in_an_entry_that_another_makes_up_for(
    rulebook: Rulebook, filled: Make
) -> None:
    done = regrade(rulebook, filled(H7=NO), plan(entry("H7"), entry("H7", due=None)))
    assert found(done) == [
        Finding(FindingCode.MISSING, *H, blocks=False, part="due"),
        Finding(FindingCode.TWICE, *H),
    ]
    assert not done.is_held_back


def test_a_shortcoming_without_an_entry(rulebook: Rulebook, filled: Make) -> None:
    done = regrade(rulebook, filled(H7=NO, B1=NO), plan(entry("H7")))
    assert found(done) == [Finding(FindingCode.UNCOVERED, "B", "B1", blocks=True)]
    assert chain(done, "H")
    assert done.is_held_back


def test_nothing_hinders_what_no_plan_would_adjust(rulebook: Rulebook, filled: Make) -> None:
    """The scales of A and C have no C: a complete plan would leave D too."""
    done = regrade(rulebook, filled(A1=NO, A2=NO, C1=NO, H7=NO), plan(entry("A1", due=None)))
    assert found(done) == [
        Finding(FindingCode.MISSING, "A", "A1", part="due"),
        Finding(FindingCode.UNCOVERED, "A", "A2"),
        Finding(FindingCode.UNCOVERED, "C", "C1"),
        Finding(FindingCode.UNCOVERED, "H", "H7", blocks=True),
    ]
    assert [caveat.code.value for caveat in done["A"].caveats] == ["plan-off-scale"]
    alone = regrade(rulebook, filled(A1=NO, A2=NO), plan(entry("A1")))
    assert not alone.is_held_back


def test_findings_stand_in_the_order_of_the_catalog_then_by_kind(
    rulebook: Rulebook, filled: Make
) -> None:
    rows = (entry("H7", due=None), entry("B2", due=None), entry("H1"), entry("H7", action=None))
    done = regrade(rulebook, filled(H7=NO, B1=NO), plan(*rows))
    assert [(row.indicator, row.code.value, row.part) for row in found(done)] == [
        ("B1", "uncovered", None),
        ("B2", "missing", "due"),
        ("B2", "no-shortcoming", None),
        ("H1", "no-shortcoming", None),
        ("H7", "missing", "due"),
        ("H7", "missing", "action"),
        ("H7", "twice", None),
    ]


def test_a_plan_that_came_in_before_the_review(rulebook: Rulebook, filled: Make) -> None:
    visited = dated(filled(H7=NO))
    later = entry("H7", due=FEBRUARY)
    (finding,) = regrade(rulebook, visited, plan(later, received=JANUARY)).findings
    code = FindingCode.RECEIVED_BEFORE_REVIEW
    assert finding == Finding(code, None, None, day=JANUARY, limit=VISIT)
    assert regrade(rulebook, visited, plan(later, received=VISIT)).findings == ()
    assert regrade(rulebook, filled(H7=NO), plan(later, received=JANUARY)).findings == ()


def test_a_correction_before_the_review(rulebook: Rulebook, filled: Make) -> None:
    visited = dated(filled(H7=NO))
    sent = plan(corrections=(correction("H7", "uppfyllt", JANUARY),))
    (finding,) = regrade(rulebook, visited, sent).findings
    code = FindingCode.CORRECTED_BEFORE_REVIEW
    assert finding == Finding(code, *H, day=JANUARY, limit=VISIT)
    same_day = plan(corrections=(correction("H7", "uppfyllt", VISIT),))
    assert regrade(rulebook, visited, same_day).findings == ()


def test_corrections_that_contradict_each_other(rulebook: Rulebook, filled: Make) -> None:
    for day in (None, JANUARY):
        rows = (correction("H7", "uppfyllt", day), correction("H7", "delvis", day))
        with pytest.raises(InputError, match="SR409"):
            regrade(rulebook, filled(H7=NO), plan(corrections=rows))
        own = filled(H7=NO).model_copy(update={"corrections": rows[:1]})
        with pytest.raises(InputError, match="SR409"):
            regrade(rulebook, own, plan(corrections=rows[1:]))
    agreed = (correction("H7", "uppfyllt"), correction("H7", "uppfyllt"))
    assert chain(regrade(rulebook, filled(H7=NO), plan(corrections=agreed)), "H")
    days = (correction("H7", "delvis", JANUARY), correction("H7", "uppfyllt", FEBRUARY))
    assert chain(regrade(rulebook, filled(H7=NO), plan(corrections=days)), "H") == [
        ("D", "faktakorrigering", "A", FEBRUARY)
    ]


def own_caveats(regrading: Regrading, letter: str) -> list[str | None]:
    return [caveat.rule for caveat in regrading[letter].caveats]


def test_a_plan_that_leaves_advice_unfollowed_keeps_the_caveat_of_the_rule(
    rulebook: Rulebook, filled: Make
) -> None:
    """G7 is the only allmänt råd of G: C is not true as printed, and D is about föreskrifter."""
    broken = filled(G1=NO, G7=NO)
    done = regrade(rulebook, broken, plan(entry("G1")))
    assert chain(done, "G") == [("D", "handlingsplan", "C", None)]
    assert own_caveats(done, "G") == ["råd-ej-väsentligt"]
    assert done["G"].changes[0].caveats == done["G"].caveats
    found_ = suggest(rulebook, planned(broken, entry("G1")), engine="native")["G"]
    assert [caveat.rule for caveat in found_.caveats] == ["råd-ej-väsentligt"]
    followed = regrade(rulebook, filled(G1=NO, G7="delvis"), plan(entry("G1")))
    assert own_caveats(followed, "G") == [], "half of the advice is followed"


def test_a_correction_brings_the_caveat_of_the_rule(rulebook: Rulebook, filled: Make) -> None:
    wrong = filled(G1=NO, G7=NO)
    done = regrade(rulebook, wrong, plan(corrections=(correction("G1", "uppfyllt"),)))
    assert chain(done, "G") == [("D", "faktakorrigering", "C", None)]
    assert own_caveats(done, "G") == ["råd-ej-väsentligt"]


def test_a_known_caveat_is_told_once(rulebook: Rulebook, filled: Make) -> None:
    """G is C with the caveat at the visit, D by a correction, and C again by the plan."""
    rows = (correction("G1", NO),)
    checklist = filled(G7=NO).model_copy(update={"corrections": rows, "plan": (entry("G1"),)})
    found_ = suggest(rulebook, checklist, engine="native")["G"]
    assert [caveat.rule for caveat in found_.caveats] == ["råd-ej-väsentligt"]
    assert own_caveats(regrade(rulebook, checklist), "G") == ["råd-ej-väsentligt"]


@pytest.mark.parametrize("status", ["uppfyllt", "ej tillämpligt", "ej bedömt"])
def test_an_entry_for_no_shortcoming(rulebook: Rulebook, filled: Make, status: str) -> None:
    finding = one_finding(rulebook, filled(H7=NO, H12=status), entry("H7"), entry("H12"))
    code = FindingCode.NO_SHORTCOMING
    assert finding == Finding(code, "H", "H12", status=Status(status))


def test_an_entry_for_a_shortcoming_that_needs_none(rulebook: Rulebook, filled: Make) -> None:
    """Welcome, and nothing to remark on."""
    done = regrade(rulebook, filled(H7=NO, H12=NO), plan(entry("H7"), entry("H12")))
    assert found(done) == []


def test_due_before_the_review(rulebook: Rulebook, filled: Make) -> None:
    visit, due = date(2026, 1, 16), date(2026, 1, 15)
    checklist = filled(H7=NO)
    review = checklist.review.model_copy(update={"date": visit})
    dated = checklist.model_copy(update={"review": review})
    finding = one_finding(rulebook, dated, entry("H7"))
    assert finding == Finding(FindingCode.DUE_BEFORE_REVIEW, *H, day=due, limit=visit)
    same_day = entry("H7", due=visit)
    assert regrade(rulebook, dated, plan(same_day)).findings == ()


def test_a_follow_up_before_the_action_is_due(rulebook: Rulebook, filled: Make) -> None:
    early, due = date(2026, 1, 14), date(2026, 1, 15)
    done = regrade(rulebook, filled(H7=NO), plan(entry("H7", follow_up=(early, MARCH))))
    assert found(done) == [Finding(FindingCode.FOLLOW_UP_BEFORE_DUE, *H, day=early, limit=due)]
    assert chain(done, "H"), "dates in the wrong order hinder nothing"
    same_day = plan(entry("H7", follow_up=(due, MARCH)))
    assert regrade(rulebook, filled(H7=NO), same_day).findings == ()


def test_follow_ups_out_of_order(rulebook: Rulebook, filled: Make) -> None:
    finding = one_finding(rulebook, filled(H7=NO), entry("H7", follow_up=(MARCH, FEBRUARY)))
    code = FindingCode.FOLLOW_UPS_OUT_OF_ORDER
    assert finding == Finding(code, *H, day=FEBRUARY, limit=MARCH)


def test_a_follow_up_twice(rulebook: Rulebook, filled: Make) -> None:
    done = regrade(rulebook, filled(H7=NO), plan(entry("H7", follow_up=(MARCH, MARCH))))
    assert found(done) == [Finding(FindingCode.FOLLOW_UP_REPEATED, *H, day=MARCH)]
    assert [row.date for row in done.appointments] == [date(2026, 1, 15), MARCH]


def test_what_has_passed_on_a_day(rulebook: Rulebook, filled: Make) -> None:
    """Due 15 January, followed up 1 March and 1 June. A date passes when its day is over."""
    papers, checklist = plan(entry("H7")), filled(H7=NO)
    on = {
        day: [(f.code.value, f.day) for f in regrade(rulebook, checklist, papers, day).findings]
        for day in (date(2026, 1, 15), date(2026, 1, 16), date(2026, 3, 2))
    }
    due, first = ("due-passed", date(2026, 1, 15)), ("follow-up-passed", date(2026, 3, 1))
    assert list(on.values()) == [[], [due], [due, first]]
    assert chain(regrade(rulebook, checklist, papers, date(2030, 1, 1)), "H")


def test_a_correction_that_changes_nothing(rulebook: Rulebook, filled: Make) -> None:
    done = regrade(rulebook, filled(H7=NO), plan(corrections=(correction("H7", NO),)))
    assert found(done) == [Finding(FindingCode.SAME_STATUS, *H, status=Status.NOT_MET)]
    assert not done.is_held_back


def test_appointments_are_by_day_domain_and_role(rulebook: Rulebook, filled: Make) -> None:
    rows = (
        entry("H7", follow_up=(MARCH,), due=None),
        entry("H9", follow_up=(MARCH,), due=None),
        entry("H8", follow_up=(MARCH,), due=None, follow_up_responsible="handledare"),
        entry("E1", follow_up=(MARCH,), due=None),
        entry("E2", follow_up=(MARCH,), due=None, follow_up_responsible=None),
    )
    done = regrade(rulebook, filled(H7=NO), plan(*rows))
    assert [(row.domain, row.responsible, row.indicators) for row in done.appointments] == [
        ("E", None, ("E2",)),
        ("E", "studierektor", ("E1",)),
        ("H", "handledare", ("H8",)),
        ("H", "studierektor", ("H7", "H9")),
    ]


def test_a_plan_made_in_code_is_checked(rulebook: Rulebook, filled: Make) -> None:
    with pytest.raises(InputError, match="SR401"):
        regrade(rulebook, filled(), plan(entry("X1")))
    with pytest.raises(InputError, match="SR401"):
        regrade(rulebook, filled(), plan(corrections=(correction("X1", NO),)))
    other = plan(entry("H7")).model_copy(update={"catalog": "other"})
    with pytest.raises(InputError, match="SR405"):
        regrade(rulebook, filled(), other)


STATUSES = st.sampled_from([Status.MET, Status.NOT_MET, Status.PARTLY, Status.NOT_ASSESSED])
DAYS = st.none() | st.sampled_from([JANUARY, FEBRUARY, MARCH])


@st.composite
def papers(draw, rulebook: Rulebook):
    ids = st.sampled_from([id for id in rulebook.indicators if id[0] in "AEH"])
    answers = draw(st.dictionaries(ids, STATUSES, min_size=1, max_size=10))
    checklist = Checklist.of("st-spur", dict.fromkeys(rulebook.indicators, Status.MET) | answers)
    rows = [entry(id, due=draw(st.none() | DAYS)) for id in draw(st.lists(ids, max_size=8))]
    once = {"unique_by": lambda row: (row[0], row[2])}
    fixes = draw(st.lists(st.tuples(ids, STATUSES, DAYS), max_size=5, **once))
    corrections = tuple(correction(id, status.value, day) for id, status, day in fixes)
    return checklist, plan(*rows, received=draw(DAYS), corrections=corrections)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_the_links_join_and_the_end_does_not_depend_on_the_days(data: st.DataObject) -> None:
    rulebook = load_rulebook()
    checklist, sent = data.draw(papers(rulebook))
    done = regrade(rulebook, checklist, sent)
    for domain in done.domains:
        ends = [domain.original, *(change.adjusted for change in domain.changes)]
        assert [change.original for change in domain.changes] == ends[:-1]
        assert all(change.original != change.adjusted for change in domain.changes)
    last = {row.indicator: row for row in done.corrections}.values()
    undated = tuple(correction(row.indicator, row.status.value) for row in last)
    at_once = plan(*sent.entries, corrections=undated)
    assert [d.now for d in regrade(rulebook, checklist, at_once).domains] == [
        d.now for d in done.domains
    ]


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_correction_to_met_never_lowers_the_best(data: st.DataObject) -> None:
    rulebook = load_rulebook()
    checklist, sent = data.draw(papers(rulebook))
    id = data.draw(st.sampled_from([answer.indicator for answer in checklist.answers]))
    bare = sent.model_copy(update={"corrections": ()})
    fixed = sent.model_copy(update={"corrections": (correction(id, "uppfyllt"),)})
    before, after = (regrade(rulebook, checklist, p).domains for p in (bare, fixed))
    is_known = all(a.status is not Status.NOT_ASSESSED for a in checklist.answers)
    for old, new in zip(before, after, strict=True):
        assert new.now.best <= old.now.best
        assert new.now.worst <= old.now.worst or not is_known


# The program.


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    code = main(["regrade", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


@pytest.mark.parametrize("path", [EXAMPLE, ASSUMED], ids=["said", "assumed"])
def test_the_program_says_the_printed_sentence(capsys, path: Path) -> None:
    code, out, err = run(capsys, path)
    assert (code, err) == (0, "")
    lines = out.splitlines()
    at = lines.index("H  Ledarskapskompetens och kommunikativ kompetens: D, justerad till C")
    assert lines[at + 1 : at + 3] == ["   D → handlingsplan → C", f"   {PRINTED}"]
    assert "Inget datum är jämfört med dagens. Det görs med --as-of." in lines
    assert max(map(len, lines)) <= 80


def test_english_quotes_the_printed_sentence(capsys) -> None:
    _, out, _ = run(capsys, ASSUMED, "--lang", "en")
    assert f"As reports print it: ”{PRINTED}”" in out
    assert "   D → action plan → C\n" in out


def test_exit_1_while_something_is_missing(capsys, tmp_path: Path) -> None:
    path = tmp_path / "plan.yaml"
    path.write_text("{schema: spur-rules/plan/1, catalog: st-spur, entries: [{indicator: H7}]}")
    code, out, _ = run(capsys, ASSUMED, "--plan", path)
    assert code == 1
    assert "   - H7: åtgärd saknas. Det hindrar justering.\n" in out
    assert "   - H7: ansvarig för uppföljningen saknas. Det hindrar justering.\n" in out
    assert "   - H9: planen har ingen post om bristen. Det hindrar justering.\n" in out
    assert "justerad" not in out


def test_as_of_tells_what_has_passed(capsys) -> None:
    code, out, _ = run(capsys, ASSUMED, "--as-of", "2026-03-02")
    assert code == 0
    assert "Datum jämförda med  2026-03-02\n" in out
    assert "   - H9: uppföljningsdatumet 2026-03-01 har passerat.\n" in out
    assert "   D → handlingsplan → C\n" in out
    assert "Inget datum är jämfört" not in out


def test_corrections_on_the_command_line(capsys) -> None:
    fixes = ("--correct", "A4=uppfyllt", "--correct", "C4 = met", "--reason", "Visat.")
    code, out, _ = run(capsys, ASSUMED, *fixes)
    assert code == 0
    assert "A  Verksamheten: B, justerad till A\n   B → faktakorrigering → A\n" in out
    assert "   C4: ej uppfyllt rättat till uppfyllt. Skäl: Visat.\n" in out


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--correct", "A4=uppfyllt"), ["SR601"]),
        (("--reason", "Visat."), ["SR601"]),
        (("--correct", "A4", "--reason", "Visat."), ["SR601"]),
        (("--correct", "A4=ja", "--reason", "Visat."), ["SR402"]),
        (("--correct", "A44=uppfyllt", "--reason", "Visat."), ["SR401"]),
        (("--correct", "A4=uppfyllt", "--reason", " "), ["SR124"]),
        (("--correct", "A1=på annat sätt", "--reason", "Visat."), ["SR404"]),
        (("--as-of", "1 april"), ["SR123"]),
        (("--correct", "H7=met", "--correct", "H7=delvis", "--reason", "Visat."), ["SR409"]),
        (("--plan", "-"), ["SR601"]),
        (("--plan", "none.yaml", "--as-of", "nu", "--policy", "milt"), ["SR101", "SR123", "SR313"]),
        (("--plan", str(ASSUMED)), ["SR115"]),
    ],
)
def test_wrong_options_are_told_at_once(capsys, options: tuple[str, ...], codes: list[str]) -> None:
    code, out, err = run(capsys, ASSUMED, *options)
    assert (code, out) == (2, "")
    assert sorted(re.findall(r"^error\[(SR\d+)\]", err, re.MULTILINE)) == codes
    assert "Traceback" not in err


def test_without_a_plan_it_says_where_one_is_required(capsys, tmp_path: Path) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(
        "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {H7: delvis}}", "utf-8"
    )
    code, out, _ = run(capsys, path)
    assert code == 0
    assert "   Handlingsplan krävs för H7.\n" in out
    assert "Ingen handlingsplan och ingen faktakorrigering. Graderingen står fast.\n" in out


def test_rules_that_let_a_plan_do_nothing_are_told(capsys) -> None:
    valid = Path(__file__).parent / "valid"
    options = ("--catalog", valid / "catalog.yaml", "--rules", valid / "ruleset.yaml")
    code, out, _ = run(capsys, valid / "checklist.yaml", *options)
    assert code == 0
    assert "Reglerna säger inte vad en handlingsplan gör. Den ändrar ingen gradering." in out


def test_json_has_the_stable_shape(rulebook: Rulebook, filled: Make) -> None:
    rows = (correction("A4", "uppfyllt", MARCH),)
    sent = plan(entry("H7", due=None), received=JANUARY, corrections=rows)
    done = regrade(rulebook, filled(H7=NO, A4=NO), sent, FEBRUARY)
    data = json.loads(as_json(done, rulebook))
    assert data["schema"] == "spur-rules/regrade/1"
    assert data["as_of"] == "2026-02-10"
    assert data["plan"] == {
        "received": "2026-01-10",
        "entries": [{"indicator": "H7", "missing": ["due"]}],
        "held_back": True,
    }
    assert [d["domain"] for d in data["domains"]] == list("ABCDEFGH")
    a, h = data["domains"][0], data["domains"][7]
    assert (a["grade"], a["original"]["grade"]) == ("A", "B")
    (change,) = a["changes"]
    assert (change["cause"], change["date"], change["reason"]) == (
        "faktakorrigering",
        "2026-03-10",
        "A4 var fel.",
    )
    assert (h["grade"], h["changes"], h["needed"], h["short"]) == ("D", [], ["H7"], ["H7"])
    assert data["findings"] == [
        {
            "code": "missing",
            "domain": "H",
            "indicator": "H7",
            "blocks": True,
            "part": "due",
            "text": "H7: datum för genomförande saknas. Det hindrar justering.",
        }
    ]
    assert data["appointments"][0] == {
        "date": "2026-03-01",
        "domain": "H",
        "kind": "follow-up",
        "indicators": ["H7"],
        "responsible": "studierektor",
    }
    assert (
        parse_bytes(as_yaml(done, rulebook).encode(), "yaml").data
        == parse_bytes(as_json(done, rulebook).encode(), "json").data
    )


def test_engines_agree_on_a_regrading(rulebook: Rulebook) -> None:
    checklist = read_checklist(ASSUMED, rulebook)
    sent = plan(corrections=(correction("A4", "uppfyllt"),))
    done = [api_regrade(rulebook, checklist, sent, engine=e) for e in ("native", "durable")]
    assert done[0].domains == done[1].domains
