"""Ids of earlier versions: an old checklist still grades, and is told what became of its rows."""

import io
from pathlib import Path

import pytest
from extended import added, extended, overlay

from spur_rules import Checklist, InputError, Status, api, load_rulebook
from spur_rules.api.testing import read_cases, run_cases
from spur_rules.cli.main import main
from spur_rules.rulebook import Rulebook
from spur_rules.shipped import CATALOG
from spur_rules.testing.case_reading import Sited

HEAD = "schema: spur-rules/checklist/1\ncatalog: st-spur\n"
TAIL = """
earlier_ids: {X1: A4, X2: X1, X3: E11, X4: X5}
retired_ids: {X5: Frågas inte längre.}
"""


@pytest.fixture(scope="module")
def catalog(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("catalog") / "catalog.yaml"
    path.write_text(CATALOG.read_text("utf-8") + TAIL, "utf-8")
    return path


@pytest.fixture(scope="module")
def renamed(catalog: Path) -> Rulebook:
    return load_rulebook(catalog)


def read(rulebook: Rulebook, answers: str, more: str = "") -> Checklist:
    return api.read_checklist(f"{HEAD}answers: {answers}\n{more}".encode(), rulebook, "visit")


def told(rulebook: Rulebook, checklist: Checklist) -> list[tuple[str, str]]:
    return [(n.code.value, n.detail) for n in api.suggest(rulebook, checklist).notices]


@pytest.mark.parametrize("id", ["X1", "X2"])
def test_an_answer_under_an_old_id_is_taken_for_the_new_one(renamed: Rulebook, id: str) -> None:
    checklist = read(renamed, f"{{A1: uppfyllt, A2: uppfyllt, A3: uppfyllt, {id}: ej uppfyllt}}")
    found = api.suggest(renamed, checklist)
    assert found["A"].grade == "B"
    assert [row.indicator for row in found["A"].shortcomings] == ["A4"]
    assert told(renamed, checklist) == [("earlier-id", f"{id} → A4")]


def test_it_says_the_same_as_the_new_id_does(renamed: Rulebook) -> None:
    old, new = (read(renamed, f"{{{id}: delvis}}") for id in ("X3", "E11"))
    assert old.answers == new.answers
    assert old.sha256 == new.sha256


def test_the_norm_of_the_row_decides_what_may_be_answered(renamed: Rulebook) -> None:
    reason = "{status: på annat sätt, reason: Muntligt.}"
    assert read(renamed, f"{{X3: {reason}}}").status("E11") is Status.MET_OTHERWISE
    with pytest.raises(InputError, match="SR404"):
        read(renamed, f"{{X1: {reason}}}")


def test_both_ids_are_a_mistake_unless_they_say_the_same(renamed: Rulebook) -> None:
    assert read(renamed, "{A4: delvis, X1: Delvis, X2: partly}").status("A4") is Status.PARTLY
    with pytest.raises(InputError) as error:
        read(renamed, "{A4: delvis, X1: uppfyllt}")
    (problem,) = error.value.problems
    assert str(problem).startswith(
        "error[SR232] visit:3:23 `X1` and `A4` (visit:3:11) are the same"
    )


def test_a_comment_is_part_of_what_is_said(renamed: Rulebook) -> None:
    with pytest.raises(InputError, match="SR232"):
        read(renamed, "{A4: delvis, X1: {status: delvis, comment: Mer.}}")


def test_an_answer_to_a_retired_row_is_kept_and_told(renamed: Rulebook) -> None:
    checklist = read(renamed, "{A4: delvis, X5: ej uppfyllt, X4: uppfyllt}")
    assert checklist.status("X5") is Status.NOT_MET
    assert checklist.sha256 != read(renamed, "{A4: delvis}").sha256
    reason = "(Frågas inte längre.)"
    wanted = [("retired-id", f"X5 {reason}"), ("retired-id", f"X4 {reason}")]
    assert told(renamed, checklist) == wanted
    bare = api.suggest(renamed, read(renamed, "{A4: delvis}"))
    assert api.suggest(renamed, checklist).domains == bare.domains


def test_plans_and_corrections_follow(renamed: Rulebook) -> None:
    more = (
        "plan: [{indicator: X3, action: x}, {indicator: X5, action: x}]\n"
        "corrections: [{indicator: X1, status: uppfyllt, reason: Sett.},"
        " {indicator: X5, status: uppfyllt, reason: Sett.}]\n"
    )
    checklist = read(renamed, "{A1: uppfyllt, A2: uppfyllt, A3: uppfyllt, X1: delvis}", more)
    made = api.regrade(renamed, checklist)
    assert [(row.indicator, row.before.value) for row in made.corrections] == [("A4", "delvis")]
    assert [entry.indicator for entry in made.plan] == ["E11"]
    assert ("retired", "X5") in {(f.code.value, f.indicator) for f in made.findings}
    assert api.suggest(renamed, checklist)["A"].range_now.grade == "A"
    plan = b"{schema: spur-rules/plan/1, catalog: st-spur, entries: [{indicator: X3}]}"
    assert api.read_plan(plan, renamed).entries[0].indicator == "E11"


def test_a_checklist_made_in_code_is_told_the_new_id(renamed: Rulebook) -> None:
    with pytest.raises(InputError, match="unknown indicator `X2`; it is `A4` now"):
        api.suggest(renamed, Checklist.of("st-spur", {"X2": Status.MET}))


def test_ask_answers_a_row_under_the_id_that_the_file_has(
    catalog: Path, tmp_path: Path, monkeypatch
) -> None:
    path = tmp_path / "visit.yaml"
    before = (
        f"{HEAD}answers:\n  A1: uppfyllt\n  A2: uppfyllt\n  A3: uppfyllt\n  X1: ej bedömt # se\n"
    )
    path.write_text(before, "utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("e\n"))
    assert main(["ask", str(path), "--domain", "A", "--catalog", str(catalog)]) == 0
    assert path.read_text("utf-8") == before.replace("ej bedömt", "ej uppfyllt")


def test_an_overlay_maps_what_it_replaces() -> None:
    found = extended(
        overlay(
            add=[added("E-X1")],
            retire=[{"indicator": "E14", "reason": "Ersatt."}],
            earlier_ids={"E14": "E-X1"},
        )
    )
    checklist = read(found, "{E14: ej uppfyllt}")
    assert checklist.status("E-X1") is Status.NOT_MET
    assert told(found, checklist) == [("earlier-id", "E14 → E-X1")]


def test_what_an_overlay_retires_is_told_to_whoever_answered_it() -> None:
    found = extended(overlay(retire=[{"indicator": "E14", "reason": "Ersatt."}]))
    checklist = read(found, "{E14: ej uppfyllt}")
    assert told(found, checklist) == [("retired-id", "E14 (Ersatt.)")]


@pytest.mark.parametrize(
    "earlier, code",
    [({"Z1": "Q9"}, "SR217"), ({"Z1": "Z2", "Z2": "Z1"}, "SR218"), ({"A1": "A2"}, "SR216")],
)
def test_what_leads_nowhere_in_an_overlay_is_told(earlier: dict[str, str], code: str) -> None:
    with pytest.raises(InputError) as error:
        extended(overlay(earlier_ids=earlier))
    assert {problem.code for problem in error.value.problems} == {code}


def test_the_shipped_catalog_has_no_earlier_ids(rulebook: Rulebook) -> None:
    assert rulebook.catalog.earlier_ids == ()
    assert rulebook.catalog.retired == {}


# Cases.

CASE = (
    "schema: spur-rules/cases/1\ncatalog: st-spur\nrules: st-spur\ncases:\n  - {id: x, about: x, "
)


def cases(rulebook: Rulebook, folder: Path, row: str) -> tuple[Sited, ...]:
    path = folder / "cases.yaml"
    path.write_text(f"{CASE}{row}}}\n", "utf-8")
    return read_cases(rulebook, [path])


def test_a_case_follows_an_old_id(renamed: Rulebook, tmp_path: Path) -> None:
    row = "domain: A, otherwise: uppfyllt, answers: {X1: ej uppfyllt}, expect: {grade: B"
    found = cases(renamed, tmp_path, f"{row}, shortcomings: {{X2: B}}}}")
    assert [outcome.differences for outcome in run_cases(renamed, found)] == [()]


@pytest.mark.parametrize(
    "answers, code, words",
    [
        ("{X1: delvis, A4: uppfyllt}", "SR232", "are the same row"),
        ("{X5: delvis}", "SR401", "`X5` is asked no longer: Frågas inte längre; remove it"),
        ("{X4: delvis}", "SR401", "`X4` is asked no longer"),
    ],
)
def test_what_a_case_cannot_answer(
    renamed: Rulebook, tmp_path: Path, answers: str, code: str, words: str
) -> None:
    with pytest.raises(InputError) as error:
        cases(renamed, tmp_path, f"domain: A, answers: {answers}, expect: {{grade: B}}")
    (problem,) = error.value.problems
    assert problem.code == code
    assert words in problem.message


def test_a_row_that_an_overlay_retired_is_told_with_its_name(tmp_path: Path) -> None:
    rulebook = api.editions(overlays=["radiologi"]).rulebook()
    with pytest.raises(InputError, match=r"`E14` was retired by radiologi 0\.1\.0; test without"):
        cases(rulebook, tmp_path, "domain: E, answers: {E14: delvis}, expect: {grade: B}")


def test_an_unknown_id_beside_all_the_known_ones_is_refused(rulebook: Rulebook) -> None:
    every = dict.fromkeys((*rulebook.indicators, "Z1"), Status.MET)
    with pytest.raises(InputError, match=r"SR401.*`Z1`"):
        api.suggest(rulebook, Checklist.of("st-spur", every))
