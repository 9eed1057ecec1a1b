"""`ask --blind`: every row and every grade, in order, and nothing of what the rules suggest."""

import builtins
import json
import re
import shutil
from pathlib import Path

import pytest

from spur_rules import Status, read_checklist
from spur_rules.asking.blind import BlindSession
from spur_rules.asking.saving import open_document
from spur_rules.cli.main import main
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Grade

HEAD = "schema: spur-rules/checklist/1\ncatalog: st-spur\n"
CASE = Path(__file__).parent / "vignettes" / "fall" / "beskrivning" / "fall-01.yaml"


@pytest.fixture
def talk(monkeypatch, capsys):
    """Run the command with lines typed; its exit code, what it printed, and what it asked."""

    def run(path: Path, lines, *options: str):
        asked, typed = [], iter(lines)

        def answer(prompt: str = "") -> str:
            asked.append(prompt.strip().rstrip(":"))
            try:
                return next(typed)
            except StopIteration:
                raise EOFError from None

        monkeypatch.setattr(builtins, "input", answer)
        code = main(["ask", str(path), "--blind", *options])
        out, err = capsys.readouterr()
        assert err == ""
        return code, out, asked

    return run


def blind(path: Path, rulebook: Rulebook, letters: str = "") -> BlindSession:
    return BlindSession(open_document(path, rulebook.catalog, may_be_new=True), rulebook, letters)


def test_every_row_in_order_and_then_the_grade(tmp_path, talk, rulebook) -> None:
    """A1 not met settles A by the rules; a rater is asked for A2, A3 and A4 all the same."""
    path = tmp_path / "fall.yaml"
    code, out, asked = talk(path, ["e", "u", "u", "u", "D"], "--domain", "A")
    assert (code, asked) == (0, ["A1", "A2", "A3", "A4", "Gradering A"])
    assert path.read_text("utf-8") == (
        f"{HEAD}answers:\n  A1: ej uppfyllt\n  A2: uppfyllt\n  A3: uppfyllt\n  A4: uppfyllt\n"
        "given:\n  A: D\n"
    )
    assert "Dina kryss: uppfyllt A2–A4; ej uppfyllt A1." in out
    assert "Alla rader är bedömda och alla domäner graderade." in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_whole_case_without_a_suggestion(tmp_path, talk, rulebook) -> None:
    """Nothing that the other way of asking says of grades is said: no range, no what-if."""
    path = tmp_path / "fall-01.yaml"
    shutil.copy(CASE, path)
    lines = []
    for domain in rulebook.domains:
        lines += ["d" for _ in domain.indicators] + [domain.domain.grades[-1].value]
    code, out, asked = talk(path, lines)
    order = [id for d in rulebook.domains for id in (*d.indicators, f"Gradering {d.letter}")]
    assert (code, asked) == (0, order)
    found = read_checklist(path, rulebook)
    assert {answer.status for answer in found.answers} == {Status.PARTLY}
    assert [(given.domain, given.grade) for given in found.given] == [
        (domain.letter, domain.domain.grades[-1]) for domain in rulebook.domains
    ]
    said = " ".join(out.split())
    assert not re.search(r"gradering [A-D]–[A-D]|är klar|svar kvar|kan ändra|inte ändra", said)
    for line in CASE.read_text("utf-8").splitlines():
        if line.lstrip().startswith("#"):
            assert line in path.read_text("utf-8")


def test_the_rules_are_never_asked(tmp_path, talk, monkeypatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a suggestion was made")

    monkeypatch.setattr("spur_rules.asking.session.suggest", refuse)
    monkeypatch.setattr("spur_rules.api.grading.suggest", refuse)
    assert talk(tmp_path / "fall.yaml", ["u"] * 4 + ["A"], "--domain", "A")[0] == 0


def test_ticks_that_are_there_are_only_graded(tmp_path, talk) -> None:
    path = tmp_path / "fall.yaml"
    rows = "  A1: uppfyllt\n  A2: uppfyllt\n  A3: delvis # sett\n  A4: uppfyllt\n"
    path.write_text(f"{HEAD}answers:\n{rows}given:\n  B: C\n", "utf-8")
    _, _, asked = talk(path, ["d tredje raden: se ovan"], "--domain", "A")
    assert asked == ["Gradering A"]
    given = "given:\n  A:\n    grade: D\n    reason: 'tredje raden: se ovan'\n  B: C\n"
    assert path.read_text("utf-8") == f"{HEAD}answers:\n{rows}{given}"


def test_only_grades_of_the_scale(tmp_path, talk) -> None:
    """The scale of A has no C: it has no allmänt råd."""
    path = tmp_path / "fall.yaml"
    _, out, asked = talk(path, [*"uuuu", "C", "x", "h"], "--domain", "A")
    assert asked[-3:] == ["Gradering A"] * 3
    assert out.count("Skriv A, B, D, h, backa, ? eller q.") == 2
    assert "given" not in path.read_text("utf-8")
    assert "Domän A har ingen gradering." in out


def test_b_is_a_grade_and_going_back_a_word(tmp_path, talk, rulebook) -> None:
    path = tmp_path / "fall.yaml"
    lines = [*"uuuu", "backa", "e", "b", "b", "q"]
    _, out, asked = talk(path, lines, "--domain", "A", "--domain", "B")
    assert asked[4:] == ["Gradering A", "A4", "Gradering A", "B1", "Gradering A"]
    assert "Ångrat: A4 är åter ej bedömt." in out
    assert "Ångrat: domän A är åter utan gradering." in out
    assert read_checklist(path, rulebook).given == ()


def test_english(tmp_path, talk) -> None:
    path = tmp_path / "case.yaml"
    _, out, asked = talk(path, [*"mmmm", "?", "B one", "q"], "--domain", "A", "--lang", "en")
    assert asked[-2:] == ["Grade of A", "Grade of A"]
    assert "Saved: grade B of domain A." in out
    assert "All rows are assessed and all domains graded." in out


def test_a_grade_that_came_meanwhile_stays(tmp_path, rulebook) -> None:
    path = tmp_path / "fall.yaml"
    path.write_text(f"{HEAD}answers: {{A1: delvis}}\n", "utf-8")
    session = blind(path, rulebook, "A")
    path.write_text(f"{HEAD}answers: {{A1: delvis}}\ngiven: {{A: B}}\n", "utf-8")
    assert session.grade("A", Grade.A).is_kept_out
    assert session.document.grade("A").grade is Grade.B


def test_undoing_keeps_what_others_wrote(tmp_path, rulebook) -> None:
    path = tmp_path / "fall.yaml"
    path.write_text(f"{HEAD}answers: {{A1: delvis}}\n", "utf-8")
    session = blind(path, rulebook, "A")
    session.grade("A", Grade.B)
    text = path.read_text("utf-8")
    assert text == f"{HEAD}answers: {{A1: delvis}}\ngiven:\n  A: B\n"
    path.write_text(text.replace("delvis", "uppfyllt") + "  H: C\n", "utf-8")
    assert session.back() is not None
    assert path.read_text("utf-8") == f"{HEAD}answers: {{A1: uppfyllt}}\ngiven:\n  H: C\n"


def test_undoing_is_byte_by_byte_where_nobody_else_wrote(tmp_path, rulebook) -> None:
    path = tmp_path / "fall.yaml"
    shutil.copy(CASE, path)
    session = blind(path, rulebook, "E")
    session.grade("E", Grade.C, "skäl")
    session.back()
    assert path.read_bytes() == CASE.read_bytes()


@pytest.mark.parametrize(
    "given, after",
    [
        ("given: {}\n", "given:\n  C: D\n"),
        ("given: {A: B, H: C}  # mina\n", 'given: {A: B, C: "D", H: C}  # mina\n'),
        ("given:\n    A: B # a\n    H: C\n", "given:\n    A: B # a\n    C: D\n    H: C\n"),
    ],
)
def test_a_grade_finds_its_place(tmp_path, rulebook, given: str, after: str) -> None:
    path = tmp_path / "fall.yaml"
    path.write_text(f"{HEAD}{given}answers: {{A1: delvis}}\n", "utf-8")
    blind(path, rulebook, "C").grade("C", Grade.D)
    assert path.read_text("utf-8") == f"{HEAD}{after}answers: {{A1: delvis}}\n"


def test_json_stays_json(tmp_path, rulebook) -> None:
    path = tmp_path / "fall.json"
    session = blind(path, rulebook, "A")
    session.grade("A", Grade.B, "skäl")
    assert json.loads(path.read_text("utf-8"))["given"] == {"A": {"grade": "B", "reason": "skäl"}}
    session.back()


def test_rows_that_the_review_is_not_asked_for(tmp_path, talk, rulebook) -> None:
    """A row of an overlay that is bound to a regulation which the review does not name."""
    path = tmp_path / "fall.yaml"
    path.write_text(
        f"{HEAD}overlays: [allmanmedicin]\nreview: {{regulations: [SOSFS 2015:8]}}\nanswers: {{}}\n"
    )
    _, out, asked = talk(path, [], "--domain", "C")
    assert asked == ["C1"]
    assert "allmanmedicin" in out
