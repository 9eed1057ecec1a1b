"""One rater over several workshops: honest with few grades, and with what chance explains."""

import json
from pathlib import Path

import pytest
from json_schemas import complaints
from workshop_story import Clock, checklist

from spur_rules.calibration.agreement.estimates import ConfidenceInterval, Estimate, NoFigure
from spur_rules.cli.main import main
from spur_rules.workshops import store
from spur_rules.workshops.drift import change, drift
from spur_rules.workshops.scores import Pairs
from spur_rules.workshops.workshop import Workshop, state

CASES = ("a", "b", "c", "d", "e", "f")


def workshop(folder: Path, name: str, start: int, grades, monkeypatch, cases=CASES) -> Path:
    """One round in which everything is met, so that the rules give A: `grades` by rater and case.

    Each rater gives domains A and E the same grade.
    """
    step, file = Clock(monkeypatch, start), folder / f"{name}.spur"
    named = [word for case in cases for word in ("--case", case)]
    step("new", str(file), "--title", name, *named)
    step("round", str(file))
    for rater, given in grades.items():
        paths = [
            str(checklist(folder / name / rater / f"{case}.yaml", {}, {"A": grade, "E": grade}))
            for case, grade in zip(cases, given, strict=True)
        ]
        step("hand-in", str(file), *paths, "--rater", rater)
    step("reveal", str(file))
    return file


SPRING = {"R1": "AABAAB", "R2": "AABAAA", "R3": "AAAABA"}
AUTUMN = {"R1": "DDDBDD", "R2": "AABAAA", "R3": "AAAABA"}


@pytest.fixture
def two(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    spring = workshop(tmp_path, "vår", 1_772_442_000, SPRING, monkeypatch)
    return spring, workshop(tmp_path, "höst", 1_790_000_000, AUTUMN, monkeypatch)


def read(*files: Path) -> list[Workshop]:
    return [state(store.read(file)) for file in files]


def test_by_hand(two: tuple[Path, Path]) -> None:
    """R1: 4 steps of 12 grades in spring (B twice, in two domains), 32 of 12 in autumn.

    B is one step from A, D is two steps on the scale of A (A B D) and three on that of E.
    """
    found = drift(read(*two[::-1]), "R1")
    assert found.titles == ("vår", "höst")  # in the order in which they began
    spring, autumn = found.points
    assert spring is not None
    assert autumn is not None
    assert spring.against_rules.value == pytest.approx(4 / 12)
    assert autumn.against_rules.value == pytest.approx((5 * (2 + 3) + 1 * (1 + 1)) / 12)
    # Others' medians in spring: case b A A → A …; R1's B in c meets B and A: either is the median.
    assert spring.same_as_median == Pairs(12, 10)
    assert autumn.same_as_median == Pairs(12, 0)
    moved = change(spring.against_rules, autumn.against_rules)
    assert moved is not None
    assert moved.is_beyond


def test_a_steady_rater_has_not_changed(two: tuple[Path, Path]) -> None:
    first, last = drift(read(*two), "R2").points
    assert first is not None
    assert last is not None
    moved = change(first.against_rules, last.against_rules)
    assert moved is not None
    assert (moved.value, moved.is_beyond) == (0, False)


def test_the_interval_of_a_change_by_hand() -> None:
    """3 and 4 steps of uncertainty make 5, on either side its own."""
    first = Estimate(0.0, bootstrap=ConfidenceInterval(-3.0, 8.0))
    last = Estimate(10.0, bootstrap=ConfidenceInterval(4.0, 14.0))
    moved = change(first, last)
    assert moved is not None
    assert moved.value == 10
    assert moved.interval == (0.0, 15.0)  # 10 - √(6² + 8²), 10 + √(4² + 3²)
    assert not moved.is_beyond
    assert change(first, Estimate(1.0)) is None
    assert change(first, Estimate.missing(NoFigure.SMALL_GROUP)) is None
    assert change(first, Estimate(1.0, bootstrap=ConfidenceInterval(1.0, 1.0))) is None


def shown(capsys, *words: str) -> str:
    assert main(("workshop", "drift", *words)) == 0
    return capsys.readouterr().out


def test_for_programs(two: tuple[Path, Path], capsys) -> None:
    """The same by hand: 4 steps of 12, then 27 of 12; the workshops in their order."""
    found = json.loads(shown(capsys, *map(str, two[::-1]), "--rater", "R1", "--format", "json"))
    assert complaints("drift", found) == []
    spring, autumn = (row["figures"] for row in found["workshops"])
    assert [row["title"] for row in found["workshops"]] == ["vår", "höst"]
    assert spring["against_rules"]["value"] == pytest.approx(4 / 12)
    assert autumn["against_rules"]["value"] == pytest.approx(27 / 12)
    assert spring["same_as_median"] == {"compared": 12, "same": 10}
    moved = found["change"]["against_rules"]
    assert moved["value"] == pytest.approx(23 / 12)
    assert moved["is_beyond"]
    assert (found["rater"], found["round"], found["is_one_rulebook"]) == ("R1", "first", True)


def test_absent_and_small_for_programs(two: tuple[Path, Path], tmp_path, monkeypatch, capsys):
    """R9 was in one workshop, with two grades."""
    grades = {"R1": "A", "R2": "A", "R9": "A"}
    small = workshop(tmp_path, "liten", 1_800_000_000, grades, monkeypatch, ("a",))
    words = (str(two[0]), str(small), "--rater", "R9", "--round", "last", "--format", "json")
    found = json.loads(shown(capsys, *words))
    assert complaints("drift", found) == []
    first, last = (row["figures"] for row in found["workshops"])
    assert (first, last["grades"], last["same_as_median"]) == (None, 2, None)
    assert last["against_rules"]["why_not"] == "small_group"
    assert found["change"] == {"against_rules": None, "against_peers": None}
    assert found["round"] == "last"


def test_what_is_shown(two: tuple[Path, Path], capsys) -> None:
    files = [str(path) for path in two]
    text = shown(capsys, *files, "--rater", "R1")
    assert "Det är mer än osäkerheten bär" in text.replace("\n", " ")
    assert "+0,33" in text
    assert "R1 över tid" in text
    steady = shown(capsys, *files, "--rater", "R2", "--lang", "en").replace("\n", " ")
    assert "The uncertainty has room for it" in steady
    assert all(len(line) <= 80 for line in text.splitlines())


def test_few_grades_tell_nothing(
    two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    small = workshop(tmp_path, "liten", 1_800_000_000, {"R1": "D", "R2": "A"}, monkeypatch, ("a",))
    capsys.readouterr()
    point = drift(read(small), "R1").points[0]
    assert point is not None
    assert point.against_rules.value is None
    assert point.same_as_median is None
    text = shown(capsys, str(small), "--rater", "R1")
    assert "3,00" not in text
    assert "minst 10 graderingar" in text
    absent = shown(capsys, str(two[0]), str(small), "--rater", "R3")
    assert "inte med" in absent
    assert "det behövs två workshoppar" in absent.replace("\n", " ")


def test_what_cannot_be_held_together(
    two: tuple[Path, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    begun, copy, text = tmp_path / "begun.spur", tmp_path / "copy.spur", tmp_path / "x.yaml"
    Clock(monkeypatch)("new", str(begun), "--title", "T", "--case", "a")
    copy.write_bytes(two[0].read_bytes())
    text.write_text("a: 1\n" * 100)
    capsys.readouterr()
    for files, rater, wanted in (
        ((two[0], copy), "R1", ["SR869"]),
        ((two[0], begun), "R1", ["SR869"]),
        ((two[0], two[0]), "R1", ["SR869"]),
        (two, "R4", ["SR870"]),
        ((text, tmp_path / "none"), "R1", ["SR101", "SR860"]),
    ):
        assert main(("workshop", "drift", *map(str, files), "--rater", rater)) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert sorted(line[6:11] for line in err.splitlines()) == wanted


def test_the_change_is_that_of_the_figures_that_are_shown() -> None:
    """0.0849 and 0.1151 are shown as 0,08 and 0,12: a reader who subtracts them gets 0,04."""
    from spur_rules.calibration.agreement.estimates import ConfidenceInterval, Estimate
    from spur_rules.documents.workshop.drift_text import _change

    points = [
        Estimate(value, bootstrap=ConfidenceInterval(value - 0.2, value + 0.2))
        for value in (0.0849, 0.1151)
    ]
    assert "Från första till sista: 0,04 steg." in _change("R1", list(points), "sv")
