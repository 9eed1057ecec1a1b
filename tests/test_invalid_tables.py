"""Broken tables, a mistake each: what the user is told, at which character, with which words."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from spur_rules import InputError
from spur_rules.calibration.panels.reading_panel import read_panel
from spur_rules.cli.main import main

GALLERY = Path(__file__).parent / "invalid_tables"
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (GALLERY / "expected.yaml").read_text("utf-8")
)


def told(path: Path) -> InputError:
    with pytest.raises(InputError) as caught:
        read_panel(path)
    return caught.value


def test_every_file_is_expected() -> None:
    names = {path.name for path in GALLERY.iterdir()}
    assert names == {*EXPECTED, "expected.yaml"}


@pytest.mark.parametrize("name", EXPECTED)
def test_a_broken_table_is_told_what_is_wrong(name: str) -> None:
    problems = told(GALLERY / name).problems
    assert len(problems) == len(EXPECTED[name])
    for problem, wanted in zip(problems, EXPECTED[name], strict=True):
        where = (wanted["line"] or 0, wanted["column"] or 0)
        assert (problem.code, problem.place[1:]) == (wanted["code"], where)
        assert problem.place.file == str(GALLERY / name)
        assert all(word in problem.message for word in wanted["words"]), problem.message
        assert "\n" not in str(problem)


def test_the_command_tells_the_same_and_writes_nothing(tmp_path: Path, capsys: Any) -> None:
    source = GALLERY / "several-mistakes.csv"
    made = ("-o", str(tmp_path / "out.csv"), "--key", str(tmp_path / "keys" / "key.yaml"))
    assert main(["pseudonyms", str(source), *made]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.splitlines() == [str(problem) for problem in told(source).problems]
    assert list(tmp_path.iterdir()) == []


def test_mistakes_are_told_up_to_a_thousand(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    lines = [f"fall {number},R1,ja" for number in range(5000)]
    path.write_text("\n".join(["case,rater,A1", *lines]))
    assert len(told(path).problems) == 1000


@pytest.mark.parametrize(
    "name, code, words",
    [
        ("visits.csv", "SR101", "no such file"),
        ("visits.docx", "SR101", "no such file"),
        ("folder", "SR408", "no checklist"),
        ("notes.docx", "SR830", ".csv, .ods, .parquet"),
        ("pipe.csv", "SR102", "not a file"),
        ("nul\0.csv", "SR101", "cannot be read"),
    ],
)
def test_what_is_no_table(name: str, code: str, words: str, tmp_path: Path) -> None:
    import os

    (tmp_path / "folder").mkdir()
    (tmp_path / "notes.docx").write_bytes(b"x")
    os.mkfifo(tmp_path / "pipe.csv")
    (problem,) = told(tmp_path / name).problems
    assert problem.code == code
    assert words in problem.message


def test_a_table_that_is_much_too_large_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    with path.open("wb") as stream:
        stream.truncate(201 * 1024 * 1024)
    (problem,) = told(path).problems
    assert (problem.code, "200 MiB" in problem.message) == ("SR104", True)


def test_one_endless_cell_is_told(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_bytes(b"case,rater,A1\nfall 1,R1," + b"x" * 2_000_000)
    (problem,) = told(path).problems
    assert (problem.code, problem.place.line) == ("SR830", 2)
