"""What the commands of a workshop may write over: their own earlier output, and nothing else."""

from pathlib import Path

import pytest
from workshop_story import checklist, run, story

from spur_rules.cli.main import main


def refused(capsys, *words: str) -> str:
    """The code of the one mistake of a command."""
    code = main(words)
    out, err = capsys.readouterr()
    assert (code, out) == (2, ""), err
    (line,) = err.splitlines()
    return line[6:11]


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    story(tmp_path / "ws.spur", tmp_path, monkeypatch)
    return str(tmp_path / "ws.spur")


def test_minutes_take_the_place_of_minutes_alone(file: str, tmp_path: Path, capsys) -> None:
    other, answers = tmp_path / "other.spur", checklist(tmp_path / "fall-01.yaml", {}, {"A": "A"})
    run("new", str(other), "--title", "T", "--case", "a")
    capsys.readouterr()
    before = {path: path.read_bytes() for path in (Path(file), other, answers)}
    for path in before:
        assert refused(capsys, "workshop", "minutes", file, "-o", str(path)) == "SR882"
    assert {path: path.read_bytes() for path in before} == before
    minutes = tmp_path / "minutes.md"
    for lang in ("sv", "en", "sv"):
        run("minutes", file, "-o", str(minutes), "--lang", lang)
        assert minutes.read_text("utf-8") == run("minutes", file, "--lang", lang)


def test_no_workshop_is_written_over_by_force(file: str, tmp_path: Path, capsys) -> None:
    other = tmp_path / "other.spur"
    run("new", str(other), "--title", "T", "--case", "a")
    capsys.readouterr()
    before = other.read_bytes()
    forced = ("-o", str(other), "--force")
    assert refused(capsys, "workshop", "profile", file, *forced) == "SR882"
    (tmp_path / "panel.csv").write_text("case,rater,A1\na,R1,delvis\n")
    key = ("--key", str(tmp_path / "elsewhere" / "key.yaml"))
    (tmp_path / "elsewhere").mkdir()
    panel = str(tmp_path / "panel.csv")
    assert refused(capsys, "pseudonyms", panel, *key, *forced) == "SR882"
    assert other.read_bytes() == before


def test_a_name_that_no_profile_may_have_is_told_of_its_option(file: str, capsys) -> None:
    assert main(("workshop", "profile", file, "--name", "höst 2026")) == 2
    assert "error[SR124] --name `höst 2026`: it must be small letters" in capsys.readouterr().err


def test_a_file_with_blanks_is_quoted_in_what_to_type(tmp_path: Path) -> None:
    file = str(tmp_path / "höst 2026.spur")
    assert f"workshop round '{file}'" in run("new", file, "--title", "T", "--case", "a")
    assert f"workshop hand-in '{file}' a.yaml" in run("round", file)
