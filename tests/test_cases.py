"""Cases files: the shipped ones show every printed sentence; what is told where one fails."""

import json
from pathlib import Path
from typing import Any

import pytest

from spur_rules import InputError, load_rulebook
from spur_rules.api.testing import read_cases, run_cases
from spur_rules.cli.main import main
from spur_rules.rulebook import Rulebook
from spur_rules.schema_files import schema
from spur_rules.shipped import CATALOG
from spur_rules.suggestion import CaveatCode
from spur_rules.testing.case_reading import Sited
from spur_rules.testing.differing import deciding_rules
from spur_rules.testing.running import Outcome

ROOT = Path(__file__).parent.parent
VALID = ROOT / "tests" / "valid"
HEAD = "schema: spur-rules/cases/1\ncatalog: st-spur\nrules: st-spur\ncases:\n"
SHIPPED = read_cases(load_rulebook())


def written(folder: Path, *rows: str, name: str = "cases.yaml") -> Path:
    path = folder / name
    path.write_text(HEAD + "".join(f"  - {row}\n" for row in rows), "utf-8")
    return path


def only(rulebook: Rulebook, folder: Path, row: str) -> Outcome:
    (outcome,) = run_cases(rulebook, read_cases(rulebook, [written(folder, row)]))
    return outcome


def told(outcome: Outcome) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {row.what.value: (row.expected, row.found) for row in outcome.differences}


@pytest.mark.parametrize("sited", SHIPPED, ids=lambda sited: sited.case.id)
def test_a_shipped_case_comes_as_expected(sited: Sited, rulebook: Rulebook) -> None:
    (outcome,) = run_cases(rulebook, [sited])
    assert outcome.differences == ()


def test_each_printed_sentence_of_each_scale_is_shown_by_a_case(rulebook: Rulebook) -> None:
    """A case that quotes the whole sentence, and expects the grade that it is printed beside."""
    shown = {
        (case.domain, case.expect.grade, " ".join((case.printed or "").split()))
        for case, _ in SHIPPED
    }
    printed = {
        (domain.letter, step.grade, " ".join(step.text.split()))
        for domain in rulebook.domains
        for step in domain.domain.scale
    }
    assert len(printed) == 6 * 4 + 2 * 3
    assert printed <= shown


def test_the_words_that_each_parameter_reads_are_quoted(rulebook: Rulebook) -> None:
    quoted = {case.printed for case, _ in SHIPPED}
    wanted = {row.printed for row in rulebook.ruleset.parameters if row.printed}
    wanted |= {row.printed for row in rulebook.ruleset.readings if row.printed}
    assert rulebook.ruleset.action_plan is not None
    assert wanted | {rulebook.ruleset.action_plan.printed} <= quoted


def test_the_shipped_cases_use_every_status_profile_and_parameter(rulebook: Rulebook) -> None:
    statuses = {case.status(id) for case, _ in SHIPPED for id in rulebook.indicators}
    assert len(statuses) == 6
    assert {case.profile for case, _ in SHIPPED} == {"standard", "sträng", "generös"}
    assert all(case.expect.rules is not None for case, _ in SHIPPED)


def test_the_schema_knows_every_caveat() -> None:
    assert schema("cases")["$defs"]["caveatCode"]["enum"] == [code.value for code in CaveatCode]


def test_a_row_that_is_not_named_is_not_assessed(rulebook: Rulebook, tmp_path: Path) -> None:
    row = "{id: a, about: x, domain: A, answers: {A4: uppfyllt}, expect: {grade: A}}"
    assert told(only(rulebook, tmp_path, row)) == {"grade": (("A",), ("D", "A"))}


def test_what_is_not_written_is_not_looked_at(rulebook: Rulebook, tmp_path: Path) -> None:
    row = "{id: a, about: x, domain: A, otherwise: ej uppfyllt, expect: {grade: D}}"
    assert only(rulebook, tmp_path, row).passed


def test_each_thing_that_differs_is_told(rulebook: Rulebook, tmp_path: Path) -> None:
    row = (
        "{id: a, about: x, domain: B, otherwise: uppfyllt, answers: {B7: ej uppfyllt,"
        " B8: ej uppfyllt, B9: delvis}, expect: {grade: A, rules: [fler-än-enstaka],"
        " shortcomings: {B7: B, B10: null}, caveats: [norm-void], adjusted: B}}"
    )
    assert told(only(rulebook, tmp_path, row)) == {
        "grade": (("A",), ("C",)),
        "rules": (("fler-än-enstaka",), ("råd-brist", "råd-ej-väsentligt")),
        "shortcomings": (("B10", "B7 B"), ("B7 C", "B8 C", "B9")),
        "caveats": (("norm-void",), ("rule",)),
        "adjusted": (("B",), ("C",)),
    }


#: What is expected, and the rules that are told to have made the difference.
DECIDING = [
    ("{grade: D, rules: [föreskrift-brist]}", ["föreskrift-brist", "råd-brist"]),
    ("{grade: A}", ["råd-brist"]),  # a ceiling below A that fired
    ("{grade: D}", ["föreskrift-brist"]),  # the ceiling at D that did not
    ("{worst: D, best: C}", ["föreskrift-brist"]),
    ("{grade: C, shortcomings: {}}", []),
    ("{grade: C, rules: []}", ["råd-brist"]),
]


@pytest.mark.parametrize("expect, rules", DECIDING)
def test_the_rules_that_made_the_difference(
    expect: str, rules: list[str], rulebook: Rulebook, tmp_path: Path
) -> None:
    row = (
        "{id: a, about: x, domain: B, otherwise: uppfyllt, answers: {B7: ej uppfyllt},"
        f" expect: {expect}}}"
    )
    found = deciding_rules(rulebook, only(rulebook, tmp_path, row))
    assert [rule.rule for rule in found] == rules


def test_a_ceiling_at_the_expected_grade_makes_no_difference(
    rulebook: Rulebook, tmp_path: Path
) -> None:
    """C was expected, and råd-brist gives it; what made it D is the other rule."""
    row = (
        "{id: a, about: x, domain: B, otherwise: uppfyllt,"
        " answers: {B1: ej uppfyllt, B7: ej uppfyllt}, expect: {grade: C}}"
    )
    found = deciding_rules(rulebook, only(rulebook, tmp_path, row))
    assert [rule.rule for rule in found] == ["föreskrift-brist"]


def test_a_failing_case_is_told_in_a_few_clear_lines(tmp_path: Path, capsys: Any) -> None:
    path = written(
        tmp_path,
        "{id: rätt, about: Allt., domain: A, otherwise: uppfyllt, expect: {grade: A}}",
        "{id: fel, about: Halva indikatorn saknas., domain: A, otherwise: uppfyllt,"
        " answers: {A4: delvis}, profile: sträng, expect: {grade: A}}",
    )
    assert main(["test", str(path)]) == 1
    assert (
        capsys.readouterr().out
        == f"""\
{path}:6:5 fel
   Halva indikatorn saknas.
   Läsning: sträng.
   gradering: väntat A, blev B
   Avgörs av:
     fler-än-enstaka, tak B: utlöst, avgör
       något av detta: ja
         kvalitetsindikator.undantag är 1, villkoret är mer än 1
           (enstaka_undantag.högst): nej
         kvalitetsindikator.andel_uppfyllda är 0, villkoret är mindre än 2/3
           (enstaka_undantag.minsta_andel): ja

Ett fall av 2 mot st-spur 1.1.0 blev inte som väntat.
"""
    )
    assert main(["test", str(path), "--lang", "en", "-k", "FEL"]) == 1
    out = capsys.readouterr().out
    assert "   grade: expected A, found B\n" in out
    assert out.endswith("\nThe case against st-spur 1.1.0 did not come as expected.\n")
    assert main(["test", str(path), "-k", "allt"]) == 0
    assert capsys.readouterr().out == "Ett fall mot st-spur 1.1.0: som väntat.\n"


def test_a_range_is_told_best_first(tmp_path: Path, capsys: Any) -> None:
    """A4 unknown in A: D to A, if A1 is unknown too."""
    row = "{id: x, about: x, domain: A, answers: {A2: uppfyllt, A3: uppfyllt},"
    path = written(tmp_path, f"{row} expect: {{worst: B, best: A}}}}")
    assert main(["test", str(path)]) == 1
    assert "   gradering: väntat A–B, blev A–D\n" in capsys.readouterr().out


PLAN = "action: Skrivs., due: 2026-02-01, follow_up: [2026-03-01], follow_up_responsible: chef"


@pytest.mark.parametrize(
    "domain, rows, answer, wanted, reason",
    [
        ("H", f"H7, {PLAN}", "H7: ej uppfyllt", "C", "H7"),  # nobody is responsible
        ("A", f"A1, {PLAN}, responsible: chef", "A1: ej uppfyllt", "B", "skala"),
        ("B", f"B8, {PLAN}, responsible: chef", "B8: ej uppfyllt", "B", "Planen ändrar inte"),
        ("H", f"H7, {PLAN}, responsible: chef", "H7: ej uppfyllt", "D", "justerad"),
    ],
)
def test_a_plan_that_does_not_do_as_expected_says_why(
    domain: str, rows: str, answer: str, wanted: str, reason: str, tmp_path: Path, capsys: Any
) -> None:
    case = f"{{id: x, about: y, domain: {domain}, otherwise: uppfyllt, answers: {{{answer}}},"
    grade = "C" if domain == "B" else "D"
    expect = f"expect: {{grade: {grade}, adjusted: {wanted}}}"
    path = written(tmp_path, f"{case} plan: [{{indicator: {rows}}}], {expect}}}")
    assert main(["test", str(path)]) == 1
    told = capsys.readouterr().out.split("efter planen: ")[1]
    assert reason in told.partition("\n")[2], told


def test_the_json_says_the_same(tmp_path: Path, capsys: Any) -> None:
    path = written(
        tmp_path, "{id: fel, about: x, domain: A, otherwise: uppfyllt, expect: {grade: D}}"
    )
    assert main(["test", str(path), "--format", "json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["schema"], found["passed"], found["failed"]) == ("spur-rules/test/1", 0, 1)
    assert found["cases"] == [
        {
            "id": "fel",
            "domain": "A",
            "file": str(path),
            "line": 5,
            "passed": False,
            "differences": [{"what": "grade", "expected": ["D"], "found": ["A"]}],
            "decided_by": [{"rule": "föreskrift-brist", "ceiling": "D", "fired": False}],
        }
    ]
    assert found["coverage"] is None


def test_an_overlay_is_named(capsys: Any) -> None:
    path = "rules/cases/scale-without-advice.yaml"
    assert main(["test", path, "-k", "A-allt-uppfyllt", "--overlay", "radiologi"]) == 0
    assert ": som väntat.\nTillägg till katalogen: radiologi 0.1.0 (" in capsys.readouterr().out


def test_the_cases_beside_the_rules_are_the_default(tmp_path: Path, capsys: Any) -> None:
    rules = tmp_path / "rules.yaml"
    rules.write_text((VALID / "ruleset.yaml").read_text("utf-8"), "utf-8")
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "a.yaml").write_text((VALID / "cases.yaml").read_text("utf-8"), "utf-8")
    (tmp_path / "cases" / "notes.txt").write_text("not a case", "utf-8")
    (tmp_path / "cases" / "plan.yaml").write_text("schema: spur-rules/plan/1\n", "utf-8")
    options = ["--rules", str(rules), "--catalog", str(VALID / "catalog.yaml")]
    assert main(["test", *options]) == 0
    assert capsys.readouterr().out == "2 fall mot mini 1.0.0: alla som väntat.\n"


def test_the_shipped_files_are_named_from_where_one_stands(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rulebook: Rulebook
) -> None:
    monkeypatch.chdir(ROOT)
    assert read_cases(rulebook)[0].place.file == "rules/cases/open-readings.yaml"
    monkeypatch.chdir(tmp_path)
    assert Path(read_cases(rulebook)[0].place.file).is_absolute()


def test_mistakes_of_all_files_are_told_together(tmp_path: Path, rulebook: Rulebook) -> None:
    row = "{id: a, about: x, domain: A, otherwise: uppfyllt, expect: {grade: A}}"
    written(tmp_path, row, name="1.yaml")
    written(tmp_path, row, name="2.yaml")
    written(tmp_path, row.replace("domain: A", "domain: Q"), name="3.yaml")
    (tmp_path / "4.yaml").write_text("a: [", "utf-8")
    with pytest.raises(InputError) as caught:
        read_cases(rulebook, [tmp_path, tmp_path / "none.yaml"])
    told = [(problem.code, Path(problem.place.file).name) for problem in caught.value.problems]
    assert told == [
        ("SR320", "2.yaml"),
        ("SR310", "3.yaml"),
        ("SR106", "4.yaml"),
        ("SR101", "none.yaml"),
    ]
    assert "first at" in caught.value.problems[0].message


def test_nothing_to_run_is_a_mistake(tmp_path: Path, capsys: Any) -> None:
    assert main(["test", str(tmp_path)]) == 2
    assert "error[SR327] " in capsys.readouterr().err
    rules = ["--catalog", str(VALID / "catalog.yaml"), "--rules", str(VALID / "ruleset.yaml")]
    assert main(["test", *rules]) == 2
    assert "there are no cases beside the rules" in capsys.readouterr().err
    assert main(["test", "-k", "no such case"]) == 2
    assert "error[SR327] -k no case has `no such case`" in capsys.readouterr().err
    assert main(["test", "--threshold", "101"]) == 2
    assert "error[SR601]" in capsys.readouterr().err


@pytest.mark.parametrize(
    "used, grade",
    [
        ("", "D"),
        ("regulations: [HSLF-FS 2021:8], ", "D"),
        ("regulations: [SOSFS 2015:8], ", "A"),
    ],
)
def test_a_case_says_which_regulations_are_in_use(tmp_path: Path, used: str, grade: str) -> None:
    """A2 is bound to HSLF-FS 2021:8: it counts where the case names that, or names none."""
    text = CATALOG.read_text("utf-8")
    text = text.replace("- id: A2\n", "- id: A2\n        regulations: [HSLF-FS 2021:8]\n")
    (tmp_path / "catalog.yaml").write_text(text, "utf-8")
    rulebook = load_rulebook(tmp_path / "catalog.yaml")
    (tmp_path / "cases.yaml").write_text(
        "schema: spur-rules/cases/1\ncatalog: st-spur\nrules: st-spur\ncases:\n"
        f"  - {{id: a, about: x, domain: A, {used} otherwise: uppfyllt,"
        f" answers: {{A2: ej uppfyllt}}, expect: {{grade: {grade}}}}}\n",
        "utf-8",
    )
    (outcome,) = run_cases(rulebook, read_cases(rulebook, [tmp_path / "cases.yaml"]))
    assert outcome.passed
