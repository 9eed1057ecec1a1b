"""A folder of checklists: what its paths say, and that all of them answer the same."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from panel_files import wide, write
from test_panel_tables import assert_same

from spur_rules import InputError
from spur_rules.api import editions
from spur_rules.calibration.panels.folder_panel import case_and_rater
from spur_rules.calibration.panels.reading_panel import read_panel
from spur_rules.cli.main import main
from spur_rules.vocabulary import Code

HEAD = "schema: spur-rules/checklist/1\ncatalog: st-spur\n"


def put(
    folder: Path, path: str, content: str = "answers: {A4: delvis}\n", head: str = HEAD
) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(head + content, "utf-8")


def told(folder: Path, **sources: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        read_panel(folder, editions(**sources))
    return [str(p).replace(f"{folder}/", "") for p in caught.value.problems]


def test_two_levels_and_one_level_say_the_same(tmp_path: Path) -> None:
    for name, paths in {
        "two": ("fall 1/R1.yaml", "fall 1/R2.json", "fall 2/R1.yml"),
        "one": ("fall 1--R1.yaml", "fall 1--R2.yml", "fall 2--R1.yaml"),
        "both": ("fall 1/R1.yaml", "fall 1--R2.yaml", "fall 2/R1.yaml"),
    }.items():
        for path in paths:
            given = "answers: {A4: delvis}\ngiven: {E: B}\n"
            text = f"{HEAD}{given}"
            if path.endswith(".json"):
                text = (
                    '{"schema": "spur-rules/checklist/1", "catalog": "st-spur",'
                    ' "answers": {"A4": "delvis"}, "given": {"E": "B"}}'
                )
            put(tmp_path / name, path, text, head="")
    panel = read_panel(tmp_path / "two")
    assert (panel.cases, panel.raters, panel.size) == (("fall 1", "fall 2"), ("R1", "R2"), 3)
    assert panel.given[:, 4].tolist() == [1, 1, 1]
    for name in ("one", "both"):
        assert_same(read_panel(tmp_path / name), panel)
    assert_same(read_panel(write(tmp_path / "visits.csv", wide(panel))), panel)


@pytest.mark.parametrize(
    "path, wanted",
    [
        ("fall 1/R1.yaml", ("fall 1", "R1")),
        ("fall--1/R1--x.yaml", ("fall--1", "R1--x")),
        ("fall 1--R1.yaml", ("fall 1", "R1")),
        ("fall-1--R-1.yaml", ("fall-1", "R-1")),
        ("fall 1.2--R1.yaml", ("fall 1.2", "R1")),
        ("fall 1/R1.2.yaml", ("fall 1", "R1.2")),
        ("Va\u030ard/A\u030asa.yaml", ("Vård", "Åsa")),
        ("fall 1.yaml", None),
        ("fall 1-R1.yaml", None),
        ("fall 1---R1.yaml", None),
        ("fall--1--R1.yaml", None),
        ("--R1.yaml", None),
        ("fall 1--.yaml", None),
        (" --R1.yaml", None),
        ("2025/fall 1/R1.yaml", None),
        ("2025/fall 1--R1/visit.yaml", None),
    ],
)
def test_what_a_path_says(path: str, wanted: tuple[str, str] | None) -> None:
    assert case_and_rater(path) == wanted


def test_what_cannot_be_told_is_told_all_at_once(tmp_path: Path) -> None:
    for path in ("fall 1/R1.yaml", "fall 1/R1.yml", "fall 1--R1.yaml", "visit.yaml", "a/b/c.yaml"):
        put(tmp_path, path)
    put(tmp_path, "fall 2/R1.yaml", "answers: {A4: delvs}\n")
    nested, one, other, status, bare = told(tmp_path)
    assert nested.startswith("error[SR835] a/b/c.yaml the path does not tell")
    too = "`fall 1` by `R1` stands in `fall 1/R1.yaml` too"
    assert one.startswith(f"error[SR834] fall 1--R1.yaml {too}")
    assert other.startswith(f"error[SR834] fall 1/R1.yml {too}")
    assert status.startswith("error[SR402] fall 2/R1.yaml:3:15 unknown status `delvs`")
    assert bare.startswith("error[SR835] visit.yaml ")
    assert "CASE/RATER.yaml, or CASE--RATER.yaml" in bare


def test_other_files_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "fall 1/R1.yaml")
    put(tmp_path, "key.yaml", "raters: []\n", "schema: spur-rules/pseudonyms/1\n")
    put(tmp_path, "plans/fall 1/H7.yaml", "entries: []\n", "schema: spur-rules/plan/1\n")
    put(tmp_path, "fall 1/.R1.yaml.swp")
    put(tmp_path, "notes.txt")
    assert read_panel(tmp_path).size == 1


def test_a_correction_is_set_aside(tmp_path: Path) -> None:
    """What is compared is what the rater ticked at the visit."""
    corrected = "corrections: [{indicator: A4, status: uppfyllt, reason: Intyg visat.}]\n"
    put(tmp_path, "fall 1/R1.yaml", f"answers: {{A4: delvis}}\n{corrected}")
    panel = read_panel(tmp_path)
    assert panel.statuses[0, panel.rulebook.position["A4"]] == Code.PARTLY


def test_a_checklist_of_another_catalog_is_told_the_way_out(tmp_path: Path) -> None:
    for path in ("fall 1/R1.yaml", "fall 1/R2.yaml"):
        put(tmp_path, path)
    put(tmp_path, "fall 2/R1.yaml", head=HEAD.replace("st-spur", "st-spur@1.0.0"))
    overlay = HEAD + "overlays: [allmanmedicin]\n"
    put(tmp_path, "fall 2/R2.yaml", head=overlay)
    first, second = told(tmp_path)
    assert first.startswith("error[SR836] fall 2/R1.yaml:2:10 ")
    assert "`st-spur@1.0.0`, most of the panel `st-spur@1.1.0`" in first
    assert "--catalog" in first
    assert second.startswith("error[SR836] fall 2/R2.yaml:2:10 ")
    assert "`st-spur@1.1.0 + allmanmedicin@" in second


def test_the_same_catalog_chosen_for_other_reasons_is_the_same(tmp_path: Path) -> None:
    """A name, a day and nothing at all may lead to one version."""
    put(tmp_path, "fall 1/R1.yaml")
    put(tmp_path, "fall 1/R2.yaml", head=HEAD.replace("st-spur", "st-spur@1.1.0"))
    put(tmp_path, "fall 2/R1.yaml", "review: {date: 2026-01-07}\nanswers: {A4: delvis}\n")
    assert read_panel(tmp_path).size == 3


def test_days_may_lead_to_other_versions_and_an_option_decides(tmp_path: Path) -> None:
    text = Path(__file__).parent.parent / "indicator_catalog" / "st-spur.yaml"
    for version, valid in (("7.0.0", "2020-01-01"), ("7.1.0", "2025-01-01")):
        changed = text.read_text("utf-8").replace("version: 1.1.0", f"version: {version}", 1)
        changed = re.sub(r"(?m)^valid_from: .*", f"valid_from: {valid}", changed)
        put(tmp_path, f"catalogs/{version}.yaml", changed, head="")
    for rater, day in (("R1", "2024-05-05"), ("R2", "2025-05-05")):
        put(
            tmp_path,
            f"panel/fall 1/{rater}.yaml",
            f"review: {{date: {day}}}\nanswers: {{A4: delvis}}\n",
        )
    given = {"catalog": tmp_path / "catalogs"}
    (line,) = told(tmp_path / "panel", **given)
    assert line.startswith("error[SR836] fall 1/R2.yaml:2:10 ")
    found = read_panel(tmp_path / "panel", editions(**given, day=date(2025, 1, 1)))
    assert found.rulebook.catalog.version == "7.1.0"


def unit(name: str) -> str:
    return f"review: {{unit: {name}}}\nanswers: {{A4: delvis}}\n"


def named(folder: Path, folders: str | None = None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    panel = read_panel(folder, folders=folders)
    return panel.cases, panel.raters


def test_folders_of_raters_are_told_by_the_unit(tmp_path: Path) -> None:
    """A made-up case has its own name as `review.unit`, wherever its file lies."""
    for rater in ("Anna", "Bo"):
        for case in ("fall-01", "fall-02"):
            put(tmp_path / "raters", f"{rater}/{case}.yaml", unit(case))
            put(tmp_path / "cases", f"{case}/{rater}.yaml", unit(case))
    wanted = ("fall-01", "fall-02"), ("Anna", "Bo")
    assert named(tmp_path / "raters") == named(tmp_path / "cases") == wanted
    assert named(tmp_path / "raters", "cases") == wanted[::-1]
    assert named(tmp_path / "cases", "raters") == wanted[::-1]


def test_a_file_without_a_unit_says_nothing(tmp_path: Path) -> None:
    put(tmp_path, "Anna/fall-01.yaml", unit("fall-01"))
    put(tmp_path, "Bo/fall-01.yaml")
    assert named(tmp_path) == (("fall-01",), ("Anna", "Bo"))


def test_without_a_unit_folders_are_cases_as_documented(tmp_path: Path) -> None:
    put(tmp_path, "fall-01/Anna.yaml")
    put(tmp_path, "fall-01/Bo.yaml", unit("Norr"))
    assert named(tmp_path) == (("fall-01",), ("Anna", "Bo"))


@pytest.mark.parametrize(
    "files",
    [
        {"Anna/fall-01": "fall-01", "fall-02/Bo": "fall-02"},  # both ways at once
        {"Anna/fall-01": "fall-01", "Anna/fall-02": "Norr"},  # not all of them say it
        # Real units: it is the file's name that goes with the unit.
        {"Anna/norr": "VC Norr", "Bo/norr": "VC Norr", "Anna/syd": "VC Syd", "Bo/syd": "VC Syd"},
    ],
)
def test_what_the_units_do_not_tell_is_asked_for(tmp_path: Path, files: dict[str, str]) -> None:
    for path, name in files.items():
        put(tmp_path, f"{path}.yaml", unit(name))
    (line,) = told(tmp_path)
    assert line.startswith("error[SR835] ")
    assert "--folders cases or --folders raters" in line
    assert read_panel(tmp_path, folders="cases").size == len(files)


def test_a_unit_where_the_rater_should_stand(tmp_path: Path) -> None:
    put(tmp_path, "Anna--fall-01.yaml", unit("fall-01"))
    (line,) = told(tmp_path)
    assert line.startswith("error[SR835] Anna--fall-01.yaml the checklist is of `fall-01`")


def test_look_alike_names_in_paths(tmp_path: Path) -> None:
    for path in ("F1/Anna.yaml", "F1/Bo.yaml", "F2/anna.yaml", "f02/Bo.yaml"):
        put(tmp_path, path)
    rater, case = told(tmp_path)
    assert rater.startswith("error[SR839] F2/anna.yaml the rater `anna` and the rater `Anna`")
    assert case.startswith("error[SR839] f02/Bo.yaml the case `f02` and the case `F2`")


def test_the_commands_take_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for case in ("a", "b"):
        put(tmp_path / "p", f"Anna/{case}.yaml")
    table = tmp_path / "out" / "panel.csv"
    more = ["-o", str(table), "--key", str(tmp_path / "key.yaml"), "--folders", "raters"]
    table.parent.mkdir()
    assert main(["pseudonyms", str(tmp_path / "p"), *more]) == 0
    lines = table.read_text("utf-8").splitlines()
    assert [line.split(",")[:2] for line in lines[1:]] == [["a", "R01"], ["b", "R01"]]
    assert main(["calibrate", str(tmp_path / "p"), "--folders", "raters", "--lang", "en"]) == 0
    assert "2 reviews of 2 cases, made by 1 rater." in capsys.readouterr().out
