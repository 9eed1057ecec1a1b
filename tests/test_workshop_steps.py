"""The steps of a workshop on the command line: by hand, and in every wrong order."""

import json
from pathlib import Path

import pytest
from workshop_story import CASES, Clock, checklist, story

from spur_rules import load_rulebook
from spur_rules.cli.main import main
from spur_rules.workshops import store
from spur_rules.workshops.moves import Direction, Why, moved_between
from spur_rules.workshops.rules_kept import rulebook_of
from spur_rules.workshops.scores import Pairs, Scores
from spur_rules.workshops.workshop import Phase, state


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    return story(tmp_path / "ws.spur", tmp_path, monkeypatch)


def test_a_round_by_hand(told: dict[str, str], tmp_path: Path) -> None:
    """24 pairs; 18 equal: fall-01 A has 1 of 3, fall-02 E 1 of 3, fall-04 E 1 of 3."""
    workshop = state(store.read(tmp_path / "ws.spur"))
    first = Scores(workshop.rounds[0], rulebook_of(workshop.opened))
    assert first.agreement_in_all() == Pairs(24, 18)
    assert first.agreement("A") == Pairs(12, 10)
    assert first.agreement("B") == Pairs(0, 0)
    differ = [(row.case, row.domain, dict(row.grades)) for row in first.grades_differ()]
    assert differ == [
        ("fall-01", "A", {"A": ("R3",), "B": ("R1", "R2")}),
        ("fall-02", "E", {"A": ("R1", "R3"), "B": ("R2",)}),
        ("fall-04", "E", {"B": ("R1", "R3"), "C": ("R2",)}),
    ]
    (ticks,) = first.ticks_differ()
    assert (ticks.case, ticks.indicator) == ("fall-01", "A4")
    assert dict(ticks.ticks) == {"uppfyllt": ("R3",), "ej uppfyllt": ("R1", "R2")}


def test_what_moved_and_why_by_hand(told: dict[str, str], tmp_path: Path) -> None:
    workshop = state(store.read(tmp_path / "ws.spur"))
    moved = moved_between(workshop, rulebook_of(workshop.opened), *workshop.rounds)
    assert moved.compared == 24
    assert [(m.case, m.rater, m.domain, m.direction, m.why) for m in moved.rows] == [
        ("fall-01", "R3", "A", Direction.TOWARD, Why.TICKS),  # A4 was seen
        ("fall-02", "R2", "E", Direction.TOWARD, Why.JUDGEMENT),  # one exception was A before too
        ("fall-04", "R1", "E", Direction.AWAY, Why.DECISION),  # from the median B, by the decision
        ("fall-04", "R2", "E", Direction.ACROSS, Why.DECISION),  # C to A, the median being B
    ]
    assert [(t.indicator, t.before, t.after) for t in moved.rows[0].ticks] == [
        ("A4", "uppfyllt", "ej uppfyllt")
    ]


def test_what_is_shown_on_the_way(told: dict[str, str]) -> None:
    """By hand, a jackknife over four cases with 0, 2, 0 and 2 such pairs of 6: without one of them
    4/18 or 2/18, so a standard error of 0.0962, and t with 3 degrees of freedom is 3.182.
    """
    assert "4 fall: fall-01, fall-02, fall-03 och fall-04.\n" in told["new"]
    assert "I 18 av 24 jämförelser (75 %) gav två bedömare samma gradering." in told["reveal-1"]
    assert "fall-04  E      B: R1, R3; C: R2" in told["reveal-1"]
    assert "samma kryss, olika gradering: omdöme       4  17 % (0 till 47 %)" in told["reveal-1"]
    assert "olika gradering som följer av kryssen      2  8 % (0 till 35 %)" in told["reveal-1"]
    assert "4 av 24 graderingar flyttades: 2 närmare mitten, 1 förbi mitten och 1" in (
        told["reveal-2"].replace("\n", " ")
    )
    assert "Läsning nu: standard,E.enstaka_undantag.högst=2" in told["decide"]
    revealed = told["reveal-1"] + told["reveal-2"]
    assert max(len(line) for line in revealed.splitlines()) <= 80


def test_an_open_round_shows_counts_alone(told: dict[str, str]) -> None:
    assert "R1: 4 av 4 fall\nR2: 4 av 4 fall\nR3: 4 av 4 fall\n" in told["open"]
    assert "ej uppfyllt" not in told["open"]


def test_nothing_of_an_open_round_is_in_any_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    step, file = Clock(monkeypatch), str(tmp_path / "ws.spur")
    step("new", file, "--title", "T", "--case", "fall-01")
    step("round", file)
    path = checklist(tmp_path / "fall-01.yaml", {"A4": "delvis"}, {"A": "D"})
    step("hand-in", file, str(path), "--rater", "R1")
    shown = step("log", file) + step("minutes", file) + step("show", file, "--format", "json")
    assert "delvis" not in shown
    assert '"D"' not in shown
    assert json.loads(step("show", file, "--format", "json"))["rounds"][0]["counts"] == [
        {"rater": "R1", "handed_in": 1}
    ]
    assert "Omgången pågår" in step("minutes", file)


def test_a_second_hand_in_takes_the_place_of_the_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step, file = Clock(monkeypatch), str(tmp_path / "ws.spur")
    step("new", file, "--title", "T", "--case", "fall-01")
    step("round", file)
    for grade in "AB":
        path = checklist(tmp_path / "fall-01.yaml", {}, {"A": grade})
        said = step("hand-in", file, str(path), "--rater", "R1")
    assert "R1 lämnade in fall-01 på nytt" in said
    (now,) = state(store.read(tmp_path / "ws.spur")).rounds
    assert [event.given["A"] for event in now.handed_in.values()] == ["B"]
    assert [event.given["A"] for event in now.replaced] == ["A"]
    assert step("log", file).count('"handed in"') == 2


def test_the_same_events_give_the_same_minutes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutes = []
    for name in ("one", "two"):
        file = tmp_path / name / "ws.spur"
        file.parent.mkdir()
        story(file, tmp_path / name, monkeypatch)
        minutes.append(
            [Clock(monkeypatch)("minutes", str(file), "--lang", lang) for lang in ("sv", "en")]
        )
    assert minutes[0] == minutes[1]


def refused(capsys, *words: str) -> list[str]:
    """The codes of a command that must be refused without a traceback."""
    code = main(("workshop", *words))
    out, err = capsys.readouterr()
    assert (code, out) == (2, "")
    assert "Traceback" not in err
    return [line[6:11] for line in err.splitlines()]


def test_wrong_orders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    step, file = Clock(monkeypatch), str(tmp_path / "ws.spur")
    path = str(checklist(tmp_path / "fall-01.yaml", {}, {"A": "A"}))
    given = ("--rater", "R1")
    decided = ("--parameter", "enstaka_undantag.högst=2", "--because", "x")
    step("new", file, "--title", "T", "--case", "fall-01")
    early = (("hand-in", file, path, *given), ("reveal", file), ("note", file, "x"))
    for words in (*early, ("decide", file, *decided)):
        assert refused(capsys, *words) == ["SR865"], words
    step("round", file)
    for words in (("reveal", file), ("note", file, "x"), ("decide", file, *decided)):
        assert refused(capsys, *words) == ["SR865"], words
    step("hand-in", file, path, *given)
    assert refused(capsys, "close", file) == ["SR865"]
    assert "pågår" in step("round", file)  # no second round before the first is revealed
    assert len(state(store.read(Path(file))).rounds) == 1
    first = step("reveal", file)
    assert step("reveal", file) == first
    assert refused(capsys, "hand-in", file, path, *given) == ["SR865"]
    step("close", file)
    for words in (("round", file), ("note", file, "x"), ("close", file)):
        assert refused(capsys, *words) == ["SR865"], words
    assert state(store.read(Path(file))).phase is Phase.CLOSED
    assert step("reveal", file) == first


def test_bad_input_is_told_all_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    step, file = Clock(monkeypatch), str(tmp_path / "ws.spur")
    new = ("new", file, "--title")
    assert refused(capsys, *new, "T") == ["SR871"]
    assert refused(capsys, *new, "T", "--case", "a\nb", "--case", "") == ["SR124", "SR124"]
    assert refused(capsys, *new, "T", "--case", "a", "--case", "a") == ["SR871"]
    assert refused(capsys, *new, " ", "--case", "a") == ["SR124"]
    assert refused(capsys, *new, "\x1b[31m", "--case", "a") == ["SR124"]
    wrong = ("--case", "a\nb", "--policy", "streng")
    assert refused(capsys, *new, "T", *wrong) == ["SR124", "SR313"]
    assert refused(capsys, *new, "T", "--cases", str(tmp_path / "none")) == ["SR101"]
    assert not Path(file).exists()
    step(*new, "T", "--case", "fall-01")
    assert refused(capsys, *new, "T", "--case", "fall-01") == ["SR611"]
    step("round", file)
    good = str(checklist(tmp_path / "fall-01.yaml", {}, {}))
    bad, other = tmp_path / "x" / "fall-01.yaml", tmp_path / "other.yaml"
    checklist(bad, {"A1": "kanske", "X1": "uppfyllt"}, {})
    checklist(other, {}, {})
    hand_in = ("hand-in", file)
    assert refused(capsys, *hand_in, str(bad), str(other), "--rater", "R1") == [
        *("SR867", "SR402", "SR401")
    ]
    assert refused(capsys, *hand_in, good, "--rater", "R\x1b1") == ["SR124"]
    assert refused(capsys, *hand_in, good, good, "--rater", "R1") == ["SR867"]
    assert refused(capsys, *hand_in, good, "--rater", "R1", "--case", "fall-1") == ["SR866"]
    assert refused(capsys, *hand_in, good, good, "--rater", "R1", "--case", "x") == ["SR601"]
    step("hand-in", file, good, "--rater", "R1")
    step("reveal", file)
    decide = ("decide", file, "--because", "x")
    for setting, code in (
        ("enstaka.högst=2", "SR303"),
        ("enstaka_undantag.högst=-1", "SR309"),
        ("X.enstaka_undantag.högst=1", "SR310"),
        ("enstaka_undantag.högst=två", "SR123"),
        ("sträng", "SR601"),
    ):
        assert refused(capsys, *decide, "--parameter", setting) == [code]
    assert refused(capsys, "decide", file, "--parameter", "delvis.allmänt_råd=1") == ["SR601"]
    assert refused(capsys, "decide", file, "--indicator", "X1", "--text", "x") == ["SR401"]
    assert refused(capsys, "decide", file, "--indicator", "A1") == ["SR601"]
    assert refused(capsys, "profile", file) == ["SR868"]
    assert refused(capsys, "note", file, "") == ["SR124"]
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "nu")
    assert refused(capsys, "note", file, "x") == ["SR601"]


def test_the_profile_grades_as_was_decided(
    told: dict[str, str], tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two of three kvalitetsindikatorer in E not met: B by the standard reading, A as decided."""
    rules, notes = str(tmp_path / "rules.yaml"), str(tmp_path / "notes.yaml")
    step, file = Clock(monkeypatch), str(tmp_path / "ws.spur")
    both = ("-o", rules, "--to-overlay", notes, "--name", "skane")
    said = step("profile", file, *both)
    text = "standard,E.enstaka_undantag.högst=2,E.enstaka_undantag.minsta_andel=1/3"
    assert f"--policy: {text}\n" in said
    visit = str(tmp_path / "1" / "R1" / "fall-04.yaml")
    graded = []
    ways = (
        (),
        ("--rules", rules, "--policy", "skane", "--overlay", notes),
        ("--policy", text),
        ("--rules", rules),
    )
    for way in ways:
        assert main(("grade", visit, *way, "--format", "json", "--engine", "native")) == 0
        graded.append(json.loads(capsys.readouterr().out)["domains"][4]["grade"])
    assert graded == ["B", "A", "A", "B"]
    assert main(("lint", rules)) in (0, 1)
    capsys.readouterr()
    assert main(("grade", visit, "--overlay", notes, "--engine", "native")) == 0
    shown = capsys.readouterr().out.replace("\n", " ")
    assert "Uppfyllt om minst en handledare har gått" in " ".join(shown.split())
    before = Path("rules/st-spur.yaml").read_text("utf-8").splitlines()
    after = Path(rules).read_text("utf-8").splitlines()
    assert [line for line in before if line not in after] == ["version: 1.1.0"]
    assert refused(capsys, "profile", file, *both) == ["SR611"]
    assert refused(capsys, "profile", file, "--name", "sträng") == ["SR613"]
    assert refused(capsys, "profile", file, "--name", "A B", "-o", rules, "--force") == ["SR124"]
    assert refused(capsys, "profile", file, "-o", file, "--force") == ["SR882"]
    assert load_rulebook(rules=rules).rules_id.version == "1.2.0"


def test_a_later_decision_takes_the_place_of_an_earlier_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    step, file = Clock(monkeypatch), str(tmp_path / "ws.spur")
    policy = ("--policy", "generös,B.enstaka_undantag.högst=3")
    step("new", file, "--title", "T", "--case", "fall-01", *policy)
    step("round", file)
    path = checklist(tmp_path / "fall-01.yaml", {}, {"A": "A"})
    step("hand-in", file, str(path), "--rater", "R1")
    step("reveal", file)
    decide = ("decide", file, "--because", "x", "--parameter")
    step(*decide, "enstaka_undantag.högst=1")
    said = step(*decide, "enstaka_undantag.högst=0")
    assert "Det tidigare beslutet" in said
    assert said.endswith("generös,B.enstaka_undantag.högst=3,enstaka_undantag.högst=0\n")
    said = step(*decide, "enstaka_undantag.högst=2", "--domain", "b")
    assert "generös,B.enstaka_undantag.högst=2,enstaka_undantag.högst=0\n" in said
    assert said.endswith("i domän B är 2, så 2 sätter ingen gräns.\n")
    assert [d.stands for d in state(store.read(Path(file))).decisions] == [False, True, True]
    minutes = step("minutes", file)
    # domain B had 3, the others 2: there is no one earlier value
    assert "får brista. Skäl: x. Beslutat efter omgång 1. Gäller inte längre, se" in minutes
    assert "Gäller inte längre, se punkt 2.\n2. " in minutes
    assert (
        "i domän B: högst två kvalitetsindikatorer får brista (tidigare tre). Skäl: x." in minutes
    )


def test_cases_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for case in CASES[:2]:
        checklist(tmp_path / "fall" / f"{case}.yaml", {}, {})
    (tmp_path / "fall" / "plan.yaml").write_text("{schema: spur-rules/plan/1, catalog: st-spur}")
    step = Clock(monkeypatch)
    said = step("new", str(tmp_path / "ws"), "--title", "T", "--cases", str(tmp_path / "fall"))
    assert "2 fall: fall-01 och fall-02." in said


def test_a_panel_is_handed_in_as_a_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    """The same from a folder and from a table; names that no workshop can have are told at once."""
    step, ticks, read = Clock(monkeypatch), {"E12": "delvis"}, []
    table = tmp_path / "panel.csv"
    rows = ("case,rater,A1,E12,given.A", "fall-01,R1,uppfyllt,delvis,B", "fall-01,R2,,delvis,A")
    table.write_text("\n".join(rows) + "\n")
    for rater, grade in (("R1", "B"), ("R2", "A")):
        checklist(tmp_path / "panel" / "fall-01" / f"{rater}.yaml", ticks, {"A": grade})
    for source in (table, tmp_path / "panel"):
        file = str(tmp_path / f"{source.name}.spur")
        step("new", file, "--title", "T", "--case", "fall-01")
        step("round", file)
        said = step("hand-in", file, str(source))
        assert "R2 lämnade in fall-01: 1 gradering" in said
        (now,) = state(store.read(Path(file))).rounds
        read.append([(key, e.given, e.ticks["E12"]) for key, e in now.handed_in.items()])
    assert read[0] == read[1]
    long = "R" * 101
    rows = ("case,rater,A1", "fall 9,R1,delvis", f"fall-01,{long},delvis")
    table.write_text("\n".join(rows) + "\n")
    assert refused(capsys, "hand-in", file, str(table)) == ["SR124", "SR866"]
    assert refused(capsys, "hand-in", file, str(tmp_path / "x.yaml")) == ["SR601"]
    assert refused(capsys, "hand-in", file, str(table), str(table)) == ["SR601"]


def test_without_numpy_the_workshop_goes_on_but_for_its_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    """Nothing is revealed that could not be shown: the round stays open."""
    step, file = Clock(monkeypatch), str(tmp_path / "ws.spur")
    path = checklist(tmp_path / "fall-01.yaml", {}, {"A": "A"})
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    step("new", file, "--title", "T", "--case", "fall-01")
    step("round", file)
    step("hand-in", file, str(path), "--rater", "R1")
    for words in (("reveal", file), ("minutes", file), ("drift", file, "--rater", "R1")):
        assert refused(capsys, *words) == ["SR604"]
    assert state(store.read(Path(file))).phase is Phase.SCORING
