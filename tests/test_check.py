"""Given grades held against suggested ones, by hand from the printed criteria."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from checklists import Make

from spur_rules import Checklist, Grade, InputError, Status, api
from spur_rules.checking.agreement import agreement
from spur_rules.checking.sanity import Check, CheckedDomain, Verdict
from spur_rules.cli.main import main
from spur_rules.documents.check_text import check_text
from spur_rules.documents.terminal import TextReport
from spur_rules.explanation import Choice, UnderProfile
from spur_rules.rulebook import Rulebook

ASSUMED = "examples/primary-care-2025-assumed.yaml"
Given = Callable[..., CheckedDomain]


@pytest.fixture
def given(rulebook: Rulebook, filled: Make) -> Given:
    def check(domain: str, grade: str, **statuses: str) -> CheckedDomain:
        return api.check(rulebook, filled(**statuses), {domain: Grade(grade)})[domain]

    return check


def test_the_same_grade(given: Given) -> None:
    row = given("E", "C", E11="delvis")
    assert (row.verdict, row.direction, row.disagrees) == (Verdict.AGREES, None, False)


def test_milder_than_a_foreskrift_allows(given: Given) -> None:
    row = given("H", "B", H7="ej uppfyllt", H12="delvis")
    assert (row.verdict, row.direction, row.disagrees) == (Verdict.MILDER, Verdict.MILDER, True)
    assert row.indicators == ("H7",)
    # B needs the föreskrift met and one exception more: half and whole of two is too many.
    mended = Choice(1, ("H7",), Status.MET)
    for steps in row.changes:
        assert any(mended in way for step in steps for way in step.ways)


def test_stricter_than_anything_shows(given: Given) -> None:
    row = given("D", "C")
    assert (row.verdict, row.direction, row.indicators) == (Verdict.STRICTER, Verdict.STRICTER, ())
    ((step,),) = row.changes
    assert step.ways == (
        (Choice(1, ("D9", "D10"), Status.PARTLY),),
        (Choice(1, ("D9", "D10"), Status.NOT_MET),),
    )


def test_a_stricter_grade_rests_on_what_is_short(given: Given) -> None:
    assert given("G", "B", G10="ej uppfyllt").indicators == ("G10",)


def test_another_named_reading_gives_it(given: Given) -> None:
    """One of two is half: enough by the standard, too little where two thirds are asked for."""
    row = given("B", "B", B9="ej uppfyllt")
    assert (row.verdict, row.direction, row.disagrees) == (Verdict.WITHIN, Verdict.STRICTER, False)
    assert row.readings[0] == UnderProfile("sträng", Grade.B, Grade.B)
    assert [reading.parameter for reading in row.readings[1:]] == ["enstaka_undantag.minsta_andel"]


def test_the_milder_reading(given: Given) -> None:
    """Two of three missing: more than one exception; generös has room for two and a third."""
    row = given("D", "A", D11="ej uppfyllt", D12="ej uppfyllt")
    assert (row.verdict, row.direction) == (Verdict.WITHIN, Verdict.MILDER)
    assert [reading.profile for reading in row.readings[:1]] == ["generös"]


@pytest.mark.parametrize("domain", ["A", "C"])
def test_the_scale_has_no_c(given: Given, domain: str) -> None:
    row = given(domain, "C", **{f"{domain}4": "ej uppfyllt"})
    assert (row.verdict, row.direction, row.disagrees) == (Verdict.OFF_SCALE, None, True)


def test_open_as_long_as_the_range_holds_it(given: Given) -> None:
    row = given("A", "D", A1="ej bedömt", A4="ej uppfyllt")
    assert (row.verdict, row.indicators) == (Verdict.UNDECIDED, ("A1",))
    assert given("A", "A", A1="ej bedömt", A4="ej uppfyllt").verdict is Verdict.MILDER


def test_what_is_unknown_could_be_ticked_too(given: Given) -> None:
    """B9 unknown cannot move the grade alone; not met together with B10 it would."""
    row = given("B", "B", B9="ej bedömt")
    assert row.suggestion.grade is Grade.A
    changed = {id for step in row.changes[0] for way in step.ways for c in way for id in c.of}
    assert changed == {"B9", "B10"}


def test_the_grade_after_the_plan(rulebook: Rulebook) -> None:
    """The report's own sentence: Handlingsplan inkommen. Gradering justerad till C."""
    checklist = api.read_checklist(ASSUMED, rulebook)
    found = api.check(rulebook, checklist, {"H": Grade.C})["H"]
    assert (found.verdict, found.after_plan, found.suggestion.grade) == (
        Verdict.AGREES,
        True,
        Grade.D,
    )
    assert api.check(rulebook, checklist, {"H": Grade.D})["H"].after_plan is False
    assert api.check(rulebook, checklist, {"H": Grade.B})["H"].verdict is Verdict.MILDER


def written(given: str, answers: str = "A4: ej uppfyllt") -> bytes:
    every = ", ".join(f"A{n}: uppfyllt" for n in (1, 2, 3))
    text = (
        f"{{schema: spur-rules/checklist/1, catalog: st-spur, answers: {{{every}, {answers}}},"
        f" given: {{{given}}}}}"
    )
    return text.encode()


def checked(rulebook: Rulebook, given: str) -> Check:
    return api.check(rulebook, api.read_checklist(written(given), rulebook))


def shown(rulebook: Rulebook, found: Check) -> str:
    checklist = api.read_checklist(written("A: A"), rulebook)
    return check_text(found, TextReport(found.suggestion, rulebook, checklist))


def test_a_reason_is_kept_and_reported(rulebook: Rulebook) -> None:
    found = checked(rulebook, "A: {grade: A, reason: Rutinen är beslutad.}")
    assert (found["A"].verdict, found["A"].reason) == (Verdict.MILDER, "Rutinen är beslutad.")
    assert not found.disagrees
    text = shown(rulebook, found)
    assert "mildare, med skäl" in text
    assert "Ert skäl: Rutinen är beslutad." in text
    assert "Ingen given gradering avviker utan skäl." in text


def test_a_reason_for_a_grade_off_the_scale(rulebook: Rulebook) -> None:
    found = checked(rulebook, "A: {grade: C, reason: Skalan räcker inte.}")
    assert (found["A"].verdict, found.disagrees) == (Verdict.OFF_SCALE, False)
    text = shown(rulebook, found)
    assert "Skalan i domän A har inte C. Den har A, B och D." in text


def test_given_by_hand_takes_the_place_of_the_file(rulebook: Rulebook) -> None:
    checklist = api.read_checklist(written("A: A"), rulebook)
    assert api.check(rulebook, checklist, {"A": Grade.B})["A"].verdict is Verdict.AGREES


def test_a_domain_that_there_is_not(rulebook: Rulebook, filled: Make) -> None:
    with pytest.raises(InputError, match=r"SR310. given unknown domain `X`"):
        api.check(rulebook, filled(), {"X": Grade.A})


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(["check", *arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_exit_codes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, ASSUMED, "--given", "A=B,H=D")[0] == 0
    assert run(capsys, ASSUMED, "--given", "A=A")[0] == 1
    code, out, _ = run(capsys, ASSUMED)
    assert (code, "Ingen given gradering att pröva." in out) == (0, True)


def test_words_of_a_milder_grade(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, ASSUMED, "--given", "e=b")
    text = " ".join(out.split())
    assert "E B C mildare" in text
    assert "Avvikelsen beror på E11. Vore E11 uppfyllt skulle graderingen bli A." in text
    assert (
        "B skulle följa om E11 bedömdes som uppfyllt och minst en av E12 och E13 bedömdes som "
        "delvis eller ej uppfyllt." in text
    )
    _, out, _ = run(capsys, ASSUMED, "--given", "E=B", "--lang", "en")
    text = " ".join(out.split())
    assert (
        "B would follow if E11 were found met and at least one of E12 and E13 were found partly"
        in text
    )


def test_every_mistake_in_given(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, ASSUMED, "--given", "X=A,B=E,C,A=A,A=B")
    assert (code, err.count("error[")) == (2, 4)
    assert "error[SR310] --given unknown domain `X`" in err
    assert "error[SR407] --given domain B is given `E`; write a grade, such as B=B" in err
    assert "error[SR407] --given domain C is given no grade; write a grade, such as C=B" in err
    assert "error[SR109] --given domain A is given twice" in err
    assert run(capsys, ASSUMED, "--given", " , ")[0] == 2


def test_json(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, ASSUMED, "--given", "E=B", "--format", "json")
    data = json.loads(out)
    assert (data["schema"], data["disagrees"]) == ("spur-rules/check/1", True)
    assert data["not_given"] == ["A", "B", "C", "D", "F", "G", "H"]
    (row,) = data["domains"]
    assert (row["given"], row["grade"], row["verdict"]) == ("B", "C", "mildare")
    assert row["changes"][0][0]["ways"] == [[{"number": 1, "of": ["E11"], "status": "uppfyllt"}]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.yaml").write_bytes(written("A: B"))
    (tmp_path / "b.yaml").write_bytes(written("A: A"))
    (tmp_path / "c.yaml").write_bytes(written("A: {grade: D, reason: Allvarligt.}, B: C"))
    return tmp_path


def test_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, str(folder))
    text = " ".join(out.split())
    assert code == 1
    assert "3 granskningar, läsning standard: given gradering mot föreslagen" in out
    assert "A 3 1 1 1 0 0 0" in text
    assert "B 1 0 0 0 0 0 1" in text
    assert "alla 4 1 1 1 0 0 1" in text
    assert "En avvikelse har ett skäl." in text
    assert "b.yaml, A: given A, förslag B, mildare" in text
    assert "c.yaml, A: given D, förslag B, strängare, med skäl" in text
    _, out, _ = run(capsys, str(folder), "--format", "csv")
    assert out.splitlines() == [
        "domain,verdict,direction,reading,has_reason,number",
        "A,överensstämmer,,,false,1",
        "A,strängare,strängare,,true,1",
        "A,mildare,mildare,,false,1",
        "B,kan inte avgöras,,,false,1",
    ]
    _, out, _ = run(capsys, str(folder), "--format", "json")
    data = json.loads(out)
    assert (data["schema"], data["reviews"], len(data["checks"])) == (
        "spur-rules/agreement/1",
        3,
        3,
    )
    (folder / "b.yaml").unlink()
    assert run(capsys, str(folder))[0] == 0


def test_a_review_without_given_grades_is_not_counted(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.yaml", "b.yaml"):
        text = b"{schema: spur-rules/checklist/1, catalog: st-spur, answers: {}}"
        (folder / name).write_bytes(text)
    _, out, _ = run(capsys, str(folder))
    assert out.startswith("En granskning, läsning standard")
    (folder / "c.yaml").unlink()
    _, out, _ = run(capsys, str(folder))
    assert out.startswith("Ingen checklista i mappen har en given gradering.")


def test_words_of_another_reading(rulebook: Rulebook, filled: Make) -> None:
    checklist = filled(B9="ej uppfyllt")
    found = api.check(rulebook, checklist, {"B": Grade.B}, engine="native")
    text = check_text(found, TextReport(found.suggestion, rulebook, checklist))
    assert "B  B      A        inom tolkningsutrymmet (strängare)\n" in text
    assert "Den följer av en annan läsning: B i läsningen sträng; B om" in text
    assert "läsning\nstandard" in text


def test_given_twice_on_the_command_line_is_two_grades(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, out, _ = run(capsys, ASSUMED, "--given", "A=B", "--given", "C=B", "--format", "json")
    assert [row["domain"] for row in json.loads(out)["domains"]] == ["A", "C"]


def test_readings_in_a_folder(rulebook: Rulebook, filled: Make) -> None:
    checklist = filled(B9="ej uppfyllt")
    found = [api.check(rulebook, checklist, {"B": Grade.B}) for _ in range(2)]
    (row,) = agreement(found).rows
    assert (row.verdict, row.direction, row.reading, row.number) == (
        Verdict.WITHIN,
        Verdict.STRICTER,
        "sträng",
        2,
    )


def test_what_does_not_go_with_a_folder(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, str(folder), "--given", "A=B")
    assert (code, "--given is for one checklist" in err) == (2, True)
    code, _, err = run(capsys, ASSUMED, "--format", "csv")
    assert (code, "--format csv is for a folder" in err) == (2, True)


def test_a_given_grade_changes_no_suggestion(rulebook: Rulebook, filled: Make) -> None:
    plain = filled(A4="ej uppfyllt")
    given = Checklist.model_validate(
        plain.model_dump(by_alias=True, exclude={"answers", "given", "plan", "corrections"})
        | {"answers": plain.codes and {a.indicator: a.status for a in plain.answers}}
        | {"given": {"A": Grade.D}}
    )
    before, after = (api.suggest(rulebook, c, engine="native") for c in (plain, given))
    assert before.domains == after.domains


def corrected(row: str, given: str, answers: str) -> bytes:
    return (
        f"{{schema: spur-rules/checklist/1, catalog: st-spur, answers: {{{answers}}},"
        f" corrections: [{{{row}, reason: Intyg visat efteråt.}}], given: {{{given}}}}}"
    ).encode()


def test_a_check_is_about_the_answers_after_corrections(
    rulebook: Rulebook, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A1 was met after all; A2 is still unknown, so B to D are open."""
    row = "indicator: A1, status: uppfyllt"
    text = corrected(row, "A: B", "A1: ej uppfyllt, A3: uppfyllt, A4: ej uppfyllt")
    path = tmp_path / "visit.yaml"
    path.write_bytes(text)
    checklist = api.read_checklist(path, rulebook)
    found = api.check(rulebook, checklist)
    assert (found["A"].verdict, found["A"].indicators) == (Verdict.UNDECIDED, ("A2",))
    assert checklist.status("A1") is Status.NOT_MET
    _, out, _ = run(capsys, str(path))
    assert "Det som följer gäller svaren efter faktakorrigeringen." in out


def test_what_does_not_apply_could_be_ticked_too(given: Given) -> None:
    row = given("C", "B", C4="ej tillämpligt")
    assert row.changes[0][0].ways == ((Choice(1, ("C4",), Status.NOT_MET),),)


def test_too_many_to_try_is_said(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("spur_rules.explaining.reticking.LIMIT_TRIED", 0)
    found = api.check(rulebook, filled(), {"D": Grade.B})
    assert (found["D"].changes, found["D"].changes_complete) == ((), False)
    report = TextReport(found.suggestion, rulebook, found.checklist)
    text = " ".join(check_text(found, report).split())
    assert "Vilka andra svar som skulle ge B är för många att pröva." in text


def test_a_grade_that_there_is_not(rulebook: Rulebook, filled: Make) -> None:
    with pytest.raises(InputError, match=r"SR407. given domain E is given `Z`; use one of A, B"):
        api.check(rulebook, filled(), {"E": "Z"})  # type: ignore[dict-item]
