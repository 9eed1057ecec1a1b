"""What an action plan does to a grade, written by hand from the model's table `handlingsplan`."""

from datetime import date
from pathlib import Path

import pytest
from checklists import Make
from hypothesis import given, settings
from hypothesis import strategies as st
from plans import correction, entry, planned
from test_ruleset_editing import edited

from spur_rules import Checklist, Grade, Status, load_rulebook, read_checklist, read_plan, suggest
from spur_rules.plan import PARTS
from spur_rules.rulebook import Rulebook
from spur_rules.shipped import RULES
from spur_rules.suggestion import Cause, CaveatCode, DomainSuggestion

NO = "ej uppfyllt"
EXAMPLES = Path(__file__).parent.parent / "examples"
PRINTED = "Handlingsplan inkommen. Gradering justerad till C."


def grades(domain: DomainSuggestion) -> tuple[Grade | None, Grade | None]:
    """The grade as it was suggested, and the adjusted one if there is one."""
    return domain.grade, domain.adjusted.adjusted.grade if domain.adjusted else None


def codes(domain: DomainSuggestion) -> list[CaveatCode]:
    return [caveat.code for caveat in domain.caveats]


@pytest.mark.parametrize("engine", ["native", "durable", "auto"])
@pytest.mark.parametrize("name", ["primary-care-2025", "primary-care-2025-assumed"])
def test_the_real_case_is_d_adjusted_to_c(rulebook: Rulebook, name: str, engine: str) -> None:
    """The report prints the sentence under domain H, and its plan answers H7 and H9."""
    checklist = read_checklist(EXAMPLES / f"{name}.yaml", rulebook)
    found = suggest(rulebook, checklist, engine=engine)
    assert grades(found["H"]) == ("D", "C")
    change = found["H"].adjusted
    assert change is not None
    assert (change.cause, change.reason, change.indicators) == (Cause.PLAN, PRINTED, ("H7", "H9"))
    assert [d.domain for d in found.domains if d.adjusted] == ["H"]


def test_the_plan_of_the_real_case_is_that_of_the_report(rulebook: Rulebook) -> None:
    role = "verksamhetschef och medicinskt ansvarig läkare"
    quarters = [date(2026, month, 1) for month in (3, 6, 9, 12)]
    for name in ("primary-care-2025", "primary-care-2025-assumed"):
        rows = read_checklist(EXAMPLES / f"{name}.yaml", rulebook).plan
        assert [row.indicator for row in rows] == ["H7", "H9"]
        for row in rows:
            assert row.due == date(2025, 12, 8)
            assert (row.responsible, row.follow_up_responsible) == (role, role)
            assert list(row.follow_up) == quarters
            assert row.action


def test_unassessed_foreskrifter_are_a_caveat(rulebook: Rulebook) -> None:
    """What the report does not mention of H: its föreskrifter H1 to H4."""
    said = read_checklist(EXAMPLES / "primary-care-2025.yaml", rulebook)
    (caveat,) = suggest(rulebook, said)["H"].caveats
    assert caveat.code is CaveatCode.PLAN_UNASSESSED
    assert caveat.indicators == ("H1", "H2", "H3", "H4")


def test_every_broken_foreskrift_must_be_answered(rulebook: Rulebook, filled: Make) -> None:
    broken = filled(H7=NO, H9="delvis")
    assert grades(suggest(rulebook, planned(broken, entry("H7"), entry("H9")))["H"]) == ("D", "C")
    one = suggest(rulebook, planned(broken, entry("H7")))["H"]
    assert grades(one) == ("D", None)
    assert [(c.code, c.indicators) for c in one.caveats] == [(CaveatCode.PLAN_SHORT, ("H9",))]


@pytest.mark.parametrize("part", PARTS)
def test_an_entry_must_have_all_its_parts(rulebook: Rulebook, filled: Make, part: str) -> None:
    broken = filled(H7=NO)
    short = planned(broken, entry("H7", **{part: None}))
    assert short.plan[0].missing == (part,)
    assert grades(suggest(rulebook, short)["H"]) == ("D", None)


def test_one_follow_up_is_enough(rulebook: Rulebook, filled: Make) -> None:
    once = planned(filled(H7=NO), entry("H7", follow_up=(date(2026, 3, 1),)))
    assert grades(suggest(rulebook, once)["H"]) == ("D", "C")


def test_of_two_entries_one_complete_is_enough(rulebook: Rulebook, filled: Make) -> None:
    broken = filled(H7=NO)
    twice = planned(broken, entry("H7", due=None), entry("H7"))
    assert grades(suggest(rulebook, twice)["H"]) == ("D", "C")
    halves = planned(broken, entry("H7", due=None), entry("H7", action=None))
    assert grades(suggest(rulebook, halves)["H"]) == ("D", None)


def test_the_other_norms_need_no_entry(rulebook: Rulebook, filled: Make) -> None:
    """H10 is advice and H12 an indicator: C is what they leave, and C is what the plan gives."""
    broken = filled(H7=NO, H10=NO, H11=NO, H12=NO, H13=NO)
    assert grades(suggest(rulebook, planned(broken, entry("H7")))["H"]) == ("D", "C")


@pytest.mark.parametrize("domain", ["A", "C"])
def test_a_scale_without_c_stays_at_d_with_a_caveat(
    rulebook: Rulebook, filled: Make, domain: str
) -> None:
    id = f"{domain}1"
    found = suggest(rulebook, planned(filled(**{id: NO}), entry(id)))[domain]
    assert grades(found) == ("D", None)
    assert [(c.code, c.grade) for c in found.caveats] == [(CaveatCode.PLAN_OFF_SCALE, "C")]


@pytest.mark.parametrize(
    "statuses, entries",
    [
        ({"E11": NO}, ["E11"]),  # C: advice only
        ({"E12": NO, "E13": NO}, ["E12", "E13"]),  # B
        ({}, ["E1"]),  # A
        ({"E1": NO}, ["H7"]),  # D in another domain
    ],
)
def test_a_plan_changes_no_other_grade(
    rulebook: Rulebook, filled: Make, statuses: dict[str, str], entries: list[str]
) -> None:
    checklist = filled(**statuses)
    found = suggest(rulebook, planned(checklist, *map(entry, entries)))
    assert found.domains == suggest(rulebook, checklist).domains


def test_a_correction_in_the_checklist_regrades_without_a_ceiling(
    rulebook: Rulebook, filled: Make
) -> None:
    rows = (correction("H7", "uppfyllt"), correction("H9", "uppfyllt"))
    wrong = filled(H7=NO, H9=NO).model_copy(update={"corrections": rows})
    found = suggest(rulebook, wrong)["H"]
    assert grades(found) == ("D", "A")
    assert [row.indicator for row in found.shortcomings] == ["H7", "H9"]
    assert found.adjusted is not None
    assert found.adjusted.reason == "H7 var fel. H9 var fel."


def test_the_hash_of_a_checklist_without_corrections_is_as_it_was(filled: Make) -> None:
    """Measured before checklists could hold corrections."""
    checklist = Checklist.of("st-spur", {"A1": Status.MET})
    assert checklist.sha256.startswith(HASH_OF_A1_MET)
    rows = (correction("A1", NO),)
    assert checklist.model_copy(update={"corrections": rows}).sha256 != checklist.sha256


HASH_OF_A1_MET = "828415eebf0625c3"


def test_without_the_rule_no_plan_moves_a_grade(tmp_path: Path, filled: Make) -> None:
    text = RULES.read_text(encoding="utf-8")
    start, end = text.index("action_plan:"), text.index("\nrules:\n")
    path = tmp_path / "rules.yaml"
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    found = suggest(load_rulebook(rules=path), planned(filled(H7=NO), entry("H7")))["H"]
    assert (found.grade, found.adjusted, found.caveats) == ("D", None, ())


def test_a_ruleset_may_lift_to_b_but_not_past_other_ceilings(tmp_path: Path, filled: Make) -> None:
    rules = edited(tmp_path, RULES, "  to: C\n", "  to: B\n")
    rulebook = load_rulebook(rules=rules)
    alone, advice = filled(H7=NO), filled(H7=NO, H10=NO)
    assert grades(suggest(rulebook, planned(alone, entry("H7")))["H"]) == ("D", "B")
    assert grades(suggest(rulebook, planned(advice, entry("H7")))["H"]) == ("D", "C")
    assert grades(suggest(rulebook, planned(filled(A1=NO), entry("A1")))["A"]) == ("D", "B")


def test_unknown_advice_leaves_a_range_below_what_a_ruleset_lifts_to(
    tmp_path: Path, filled: Make
) -> None:
    rulebook = load_rulebook(rules=edited(tmp_path, RULES, "  to: C\n", "  to: B\n"))
    open_ = planned(filled(H7=NO, H10="ej bedömt"), entry("H7"))
    change = suggest(rulebook, open_)["H"].adjusted
    assert change is not None
    assert change.adjusted == ("C", "B")
    assert change.adjusted.grade is None


OWN_RULE = """\
  - id: ett-råd-avgör
    ceiling: D
    domains: [H]
    when: {indicator: H10, is: [ej uppfyllt, ej tillämpligt]}
    because: {sv: H10 saknas}
    source: Exempel.
  - id: fler-än-enstaka
"""


def test_all_that_the_grade_rests_on_must_be_answered(tmp_path: Path, filled: Make) -> None:
    """A ruleset in which one advice alone gives D."""
    rules = edited(tmp_path, RULES, "  - id: fler-än-enstaka\n", OWN_RULE)
    rulebook, broken = load_rulebook(rules=rules), filled(H7=NO, H10=NO)
    assert grades(suggest(rulebook, planned(broken, entry("H7")))["H"]) == ("D", None)
    both = planned(broken, entry("H7"), entry("H10"))
    assert grades(suggest(rulebook, both)["H"]) == ("D", "C")


def test_what_no_action_can_mend_keeps_the_grade(tmp_path: Path, filled: Make) -> None:
    rules = edited(tmp_path, RULES, "  - id: fler-än-enstaka\n", OWN_RULE)
    rulebook = load_rulebook(rules=rules)
    found = suggest(rulebook, planned(filled(H7=NO, H10="ej tillämpligt"), entry("H7")))["H"]
    assert grades(found) == ("D", None)
    assert codes(found) == [CaveatCode.PLAN_CANNOT_MEND]


def test_all_unknown_that_could_give_the_grade_back_is_a_caveat(
    tmp_path: Path, filled: Make
) -> None:
    rulebook = load_rulebook(rules=edited(tmp_path, RULES, "  - id: fler-än-enstaka\n", OWN_RULE))
    unknown = filled(H7=NO, **dict.fromkeys(("H1", "H10", "H11", "H12"), "ej bedömt"))
    found = suggest(rulebook, planned(unknown, entry("H7")))["H"]
    assert grades(found) == ("D", "C")
    assert [(c.norm, c.indicators) for c in found.caveats] == [
        ("föreskrift", ("H1",)),
        ("allmänt råd", ("H10",)),
    ]


def test_a_norm_that_is_covered_is_data(tmp_path: Path, filled: Make) -> None:
    rules = edited(tmp_path, RULES, "covers: [föreskrift]", "covers: [föreskrift, allmänt råd]")
    rulebook, broken = load_rulebook(rules=rules), filled(H7=NO, H10="delvis")
    assert grades(suggest(rulebook, planned(broken, entry("H7")))["H"]) == ("D", None)
    both = planned(broken, entry("H7"), entry("H10"))
    assert grades(suggest(rulebook, both)["H"]) == ("D", "C")


def test_a_plan_file(rulebook: Rulebook) -> None:
    text = """
schema: spur-rules/plan/1
catalog: st-spur@1.1.0
received: 2026-01-10
entries:
  - {indicator: H7, due: 2026-02-01, follow_up: 2026-03-01}
corrections:
  - {indicator: E11, status: på annat sätt, reason: Rutinen är muntlig., date: 2026-01-12}
"""
    found = read_plan(text.encode(), rulebook)
    assert found.received == date(2026, 1, 10)
    assert found.entries[0].follow_up == (date(2026, 3, 1),)
    assert found.entries[0].missing == ("action", "responsible", "follow_up_responsible")
    assert found.corrections[0].status is Status.MET_OTHERWISE
    assert read_plan(b"{schema: spur-rules/plan/1, catalog: st-spur}", rulebook).entries == ()


@pytest.mark.parametrize("blank", ['""', '" "', "", "null", "[]", '["", null]', "[ ]"])
def test_a_blank_part_is_a_missing_part(rulebook: Rulebook, filled: Make, blank: str) -> None:
    """A form that was not filled in to the end is read, and the finding says what it lacks."""
    keys = ("follow_up",) if blank.startswith("[") else PARTS
    for key in keys:
        whole = {
            "action": "x",
            "due": "2026-02-01",
            "responsible": "chef",
            "follow_up": "2026-03-01",
            "follow_up_responsible": "chef",
        }
        parts = "".join(f"    {k}: {v}\n" for k, v in (whole | {key: blank}).items())
        rows = f"  - indicator: H7\n{parts}"
        head = "catalog: st-spur\nschema: spur-rules/"
        plan_file = f"{head}plan/1\nentries:\n{rows}"
        assert read_plan(plan_file.encode(), rulebook).entries[0].missing == (key,)
        visit = f"{head}checklist/1\nanswers: {{H7: delvis}}\nplan:\n{rows}"
        checklist = read_checklist(visit.encode(), rulebook)
        assert checklist.plan[0].missing == (key,)
        assert suggest(rulebook, checklist, engine="native")["H"].adjusted is None


STATUSES = st.sampled_from([Status.MET, Status.MET, *Status])


@st.composite
def plans(draw, rulebook: Rulebook):
    """Any answers, and any entries, complete or not."""
    ids = st.sampled_from(list(rulebook.indicators))
    answers = draw(st.dictionaries(ids, STATUSES, max_size=12))
    rest = draw(st.sampled_from([Status.MET, Status.MET, Status.NOT_ASSESSED]))
    found = dict.fromkeys(rulebook.indicators, rest) | answers
    likely = [id for id, status in found.items() if status.is_shortcoming] or ["H7"]
    named = draw(st.lists(st.sampled_from(likely) | ids, max_size=14))
    kept = draw(st.lists(st.sets(st.sampled_from(PARTS), max_size=2), min_size=14, max_size=14))
    rows = [
        entry(id, **dict.fromkeys(missing if n % 3 == 0 else ()))
        for n, (id, missing) in enumerate(zip(named, kept, strict=False))
    ]
    return planned(Checklist.of("st-spur", found), *rows)


def after(rulebook: Rulebook, checklist: Checklist) -> list[tuple[Grade, Grade]]:
    """The worst and the best of each domain, adjusted where it was."""
    found = suggest(rulebook, checklist, engine="native").domains
    return [tuple(d.adjusted.adjusted if d.adjusted else d.range) for d in found]


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_plan_takes_d_to_c_and_nothing_else(data: st.DataObject) -> None:
    rulebook = load_rulebook()
    checklist = data.draw(plans(rulebook))
    plain = suggest(rulebook, planned(checklist), engine="native")
    found = suggest(rulebook, checklist, engine="native")
    for before, now in zip(plain.domains, found.domains, strict=True):
        assert now._replace(adjusted=None, caveats=before.caveats) == before
        if now.adjusted:
            assert grades(now) == ("D", "C")
            assert "C" in rulebook.catalog.domains["ABCDEFGH".index(now.domain)].grades


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_less_of_a_plan_never_gives_more(data: st.DataObject) -> None:
    rulebook = load_rulebook()
    checklist = data.draw(plans(rulebook).filter(lambda found: found.plan))
    at = data.draw(st.integers(0, len(checklist.plan) - 1))
    less = list(checklist.plan)
    if data.draw(st.booleans()):
        del less[at]
    else:
        part = data.draw(st.sampled_from(PARTS))
        empty = () if part == "follow_up" else None
        less[at] = less[at].model_copy(update={part: empty})
    whole, fewer = after(rulebook, checklist), after(rulebook, planned(checklist, *less))
    for (worst, best), (less_worst, less_best) in zip(whole, fewer, strict=True):
        assert less_worst >= worst
        assert less_best >= best
