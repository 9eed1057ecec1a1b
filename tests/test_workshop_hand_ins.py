"""Hand-ins that look wrong, are wrong or are missing: told before the round is revealed."""

import json
from pathlib import Path

import pytest
from workshop_story import checklist, run

from spur_rules import load_rulebook
from spur_rules.cli.main import main
from spur_rules.workshops import store
from spur_rules.workshops.workshop import Phase, Workshop, state


class Room:
    """A workshop of two cases with its round open, and the folder of its checklists."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder, self.file = folder, str(folder / "ws.spur")
        cases = ("--case", "fall-01", "--case", "Fall två")
        run("new", self.file, "--title", "T", *cases, *options)
        run("round", self.file)

    def hand_in(self, rater: str, case: str = "fall-01", given: str = "A", **ticks: str) -> str:
        return run("hand-in", self.file, self.path(case, given, **ticks), "--rater", rater)

    def path(self, case: str, given: str = "A", **ticks: str) -> str:
        grades = {"A": given} if given else {}
        return str(checklist(self.folder / f"{case}.yaml", ticks, grades))

    @property
    def now(self) -> Workshop:
        return state(store.read(Path(self.file)))


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


def told(capsys, *words: str) -> tuple[int, str, str]:
    capsys.readouterr()
    code = main(("workshop", *words))
    out, err = capsys.readouterr()
    return code, out, err


EMPTY = dict.fromkeys(load_rulebook().indicators, "ej bedömt")


def test_who_is_missing_is_told_before_the_round_is_revealed(room: Room, capsys) -> None:
    room.hand_in("Åsa", "fall-01")
    said = room.hand_in("Bo", "fall-01")
    assert "Inlämnat hittills i omgång 1: 2 checklistor av 2 bedömare." in said
    room.hand_in("Bo", "Fall två")
    code, out, _ = told(capsys, "reveal", room.file)
    assert code == 1
    assert "Saknas: Åsa Fall två." in out
    assert "--even-so" in out
    assert room.now.phase is Phase.SCORING
    run("reveal", room.file, "--even-so")
    assert room.now.phase is Phase.DISCUSSING


def test_raters_who_are_foreseen_are_missed(tmp_path: Path, capsys) -> None:
    room = Room(tmp_path, "--raters", "4", "--rater", "Bo Öberg", "--rater", "Eva")
    assert "Inlämnat i omgång 1: 1 av 8 checklistor." in room.hand_in("Eva", "fall-01")
    _, out, _ = told(capsys, "reveal", room.file)
    assert "Saknas: Bo Öberg alla fall; Eva Fall två; 2 bedömare som inte har lämnat" in out
    assert "är ny" not in room.hand_in("Bo Öberg")
    assert "Obs! Kurt finns inte bland dem som väntas." in room.hand_in("Kurt")
    code, _, err = told(
        capsys,
        *("new", str(tmp_path / "x"), "--title", "T", "--case", "a"),
        *("--raters", "1", "--rater", "Eva", "--rater", "eva"),
    )
    assert (code, sorted(line[6:11] for line in err.splitlines())) == (2, ["SR873", "SR876"])


def test_a_name_spelt_otherwise_is_refused_and_a_close_one_told(room: Room, capsys) -> None:
    room.hand_in("Anna")
    room.hand_in("Erik")
    code, _, err = told(capsys, "hand-in", room.file, room.path("fall-01"), "--rater", "anna")
    assert (code, err[6:11]) == (2, "SR873")
    assert "`anna` is there already as `Anna`" in err
    assert "Obs! Eirk är ny, och liknar Erik." in room.hand_in("Eirk")
    assert "liknar" not in room.hand_in("Bo")


def test_a_hand_in_is_withdrawn_and_stays_in_the_log(room: Room, capsys) -> None:
    room.hand_in("Eirk")
    said = run("withdraw", room.file, "--rater", "Eirk", "--case", "fall-01")
    assert said.startswith("fall-01 från Eirk är tillbakataget. Det står kvar i loggen.\n")
    assert (dict(room.now.rounds[0].handed_in), room.now.raters) == ({}, ())
    kinds = [json.loads(line)["kind"] for line in run("log", room.file).splitlines()]
    assert kinds[-2:] == ["handed in", "withdrawn"]
    code, _, err = told(capsys, "withdraw", room.file, "--rater", "Eirk")
    assert (code, err[6:11]) == (2, "SR875")
    room.hand_in("Erik")
    run("reveal", room.file, "--even-so")
    code, _, err = told(capsys, "withdraw", room.file, "--rater", "Erik")
    assert (code, err[6:11]) == (2, "SR865")


def test_a_handout_does_not_replace_a_filled_checklist(room: Room, capsys) -> None:
    room.hand_in("Eva", given="B")
    empty = room.path("fall-01", "")
    code, _, err = told(capsys, "hand-in", room.file, empty, "--rater", "Eva")
    assert (code, err[6:11]) == (2, "SR874")
    assert room.now.rounds[0].handed_in["fall-01", "Eva"].given == {"A": "B"}
    said = run("hand-in", room.file, empty, "--rater", "Eva", "--replace")
    assert "Obs! Eva, fall-01: ingen gradering är satt." in said


def test_what_is_empty_or_off_the_scale_is_told(room: Room) -> None:
    """Domains A and C have no grade C: the printed scale goes A, B, D."""
    said = room.hand_in("Eva", given="C")
    assert "Obs! Eva, fall-01: domän A har ingen gradering C (A, B, D)." in said
    said = room.hand_in("Bo", given="", **EMPTY)
    assert "Bo, fall-01: ingen rad är bedömd. Lämnade du in den tomma checklistan?" in said


def test_a_checklist_that_names_another_case_is_refused(room: Room, capsys) -> None:
    path = Path(room.path("fall-01"))
    path.write_text(path.read_text("utf-8") + "review: {unit: Fall två}\n", "utf-8")
    code, _, err = told(capsys, "hand-in", room.file, str(path), "--rater", "Eva")
    assert (code, err[6:11]) == (2, "SR867")
    assert "it is of `Fall två`" in err
    path.write_text(path.read_text("utf-8").replace("Fall två", "En vårdcentral"), "utf-8")
    run("hand-in", room.file, str(path), "--rater", "Eva")


def test_a_name_is_the_same_however_it_is_stored(room: Room) -> None:
    """Åsa with a ring of its own, as some disks store it, is Åsa; and a case's file is its case."""
    room.hand_in("Åsa")
    assert "på nytt" in room.hand_in("A\u030asa")
    room.hand_in("Bo Öberg", "Fall tva\u030a")
    assert sorted(room.now.rounds[0].handed_in) == [("Fall två", "Bo Öberg"), ("fall-01", "Åsa")]


def test_a_row_that_is_not_assessed_differs_from_nothing(room: Room) -> None:
    """Eva handed in the handout: the 74 rows are one sentence, and no difference."""
    room.hand_in("Anna", given="A", A4="delvis")
    room.hand_in("Bo", given="B", A4="ej uppfyllt", A1="ej bedömt")
    room.hand_in("Eva", given="C", **EMPTY)
    shown = run("reveal", room.file, "--even-so")
    said = " ".join(shown.split())
    assert "Eva har inte bedömt någon rad i fall-01." in said
    assert "Bo har inte bedömt 1 rad i fall-01." in said
    assert "Eva gav C i domän A, fall-01. Skalan har ingen sådan gradering" in said
    assert "fall-01 A4 delvis: Anna; ej uppfyllt: Bo" in said
    assert "ej bedömt:" not in said
    assert said.count("fall-01 A4") == 1
    assert "fall-01 A1" not in said


def test_minutes_name_nobody_unless_they_are_asked_to(room: Room) -> None:
    room.hand_in("Anna", given="A", A4="delvis")
    room.hand_in("Bo", given="B", A4="ej uppfyllt")
    run("reveal", room.file, "--even-so")
    run("round", room.file)
    room.hand_in("Anna", given="B", A4="ej uppfyllt")
    room.hand_in("Bo", given="B", A4="ej uppfyllt")
    run("reveal", room.file, "--even-so")
    minutes = run("minutes", room.file)
    # A4 is all that A has: half of it is still "enstaka", none of it is B. The median was A½.
    assert not [name for name in ("Anna", "Bo") if name in minutes]
    assert "| fall-01 | A | A: 1; B: 1 |" in minutes
    assert "| fall-01 | A4 | delvis: 1; ej uppfyllt: 1 |" in minutes
    assert "| fall-01 | A | A → B | förbi mitten | kryssen | 1 |" in minutes
    assert minutes.index("## Beslut") < minutes.index("## Omgång 1") < minutes.index("## Bilaga")
    named = run("minutes", room.file, "--names")
    assert "| fall-01 | A | A: Anna; B: Bo |" in named
    assert "| fall-01 | A | Anna | A → B |" in named


def test_a_round_is_calibrated_and_says_what_to_talk_about(room: Room, capsys) -> None:
    """Two raters, one row apart, and the rules give each the own grade: to talk about is A4."""
    room.hand_in("Anna", given="A")
    room.hand_in("Bo", given="B", A4="ej uppfyllt")
    assert main(("calibrate", room.file)) == 2
    assert "error[SR865] --round no round is revealed" in capsys.readouterr().err
    shown = run("reveal", room.file, "--even-so")
    talk = shown[shown.index("1. ") :]
    assert "A4" in talk
    capsys.readouterr()
    assert main(("calibrate", room.file, "--format", "json", "--samples", "100")) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["split"]["talk_about"][0]["topic"] == "A4"
    assert main(("calibrate", room.file, "--round", "2")) == 2
    assert "round 2 is revealed; revealed are: 1" in capsys.readouterr().err


def test_what_a_note_is_about_is_there_and_an_idle_decision_is_told(room: Room, capsys) -> None:
    """Domain A has no allmänna råd and one kvalitetsindikator; E has three of the latter."""
    room.hand_in("Anna")
    run("reveal", room.file, "--even-so")
    for about in ("B33", "Z9", "fall-9"):
        code, _, err = told(capsys, "note", room.file, "x", "--about", about)
        assert (code, err[6:11]) == (2, "SR872"), about
    for about in ("B3", "e", "Fall två", "fall-01 E"):
        run("note", room.file, "x", "--about", about)
    decide = ("decide", room.file, "--because", "x", "--parameter")
    said = run(*decide, "A.väsentliga_delar.minsta_andel=2/3")
    assert said.endswith("Obs! Domän A har inga allmänna råd, så beslutet ändrar inget.\n")
    said = run(*decide, "E.enstaka_undantag.högst=99")
    assert "kvalitetsindikatorer i domän E är 3, så 99 sätter ingen gräns." in said
    assert "Obs!" not in run(*decide, "E.enstaka_undantag.högst=2")
