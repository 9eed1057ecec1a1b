"""RELIABILITY.md: every producer is on it, what was not run says so, what is old says so."""

from pathlib import Path

import pytest

from reliability import figures
from reliability.figures import ROOT, Run
from reliability.page import page
from reliability.producers import PRODUCERS, Producer

RUN = Run("threads", "abc", "2026-01-02", 4, {"threads": 8, "evaluations": 1_600_000, "crossed": 0})
NAMES = [producer.name for producer in PRODUCERS]


def shown(run: Run | None, is_of_this_code: bool = True) -> str:
    return page({"threads": run}, {"abc": is_of_this_code})


@pytest.mark.parametrize("producer", PRODUCERS, ids=NAMES)
def test_the_page_has_every_producer(producer: Producer) -> None:
    text = (ROOT / "RELIABILITY.md").read_text("utf-8")
    assert f"\n## {producer.title}\n" in text
    assert producer.command in text


@pytest.mark.parametrize("producer", PRODUCERS, ids=NAMES)
def test_the_command_is_there(producer: Producer) -> None:
    first = producer.command.split()[0]
    if first.startswith("scripts/"):
        assert (ROOT / first).is_file()


def test_what_was_not_run_says_so() -> None:
    section = shown(None).partition("## Threads")[2].partition("## ")[0]
    assert "**Not run.**" in section
    assert shown(None).count("**Not run.**") == len(PRODUCERS) == shown(None).count("| not run |")


def test_a_run_tells_its_date_commit_seed_and_figures() -> None:
    section = shown(RUN).partition("## Threads")[2].partition("## ")[0]
    assert "2026-01-02, commit `abc`, seed 4\n" in section
    assert "| evaluations | 1,600,000 |\n| crossed | 0 |" in section
    assert "changed since" not in section
    assert "`abc`, seed 4. **The code or the rules have changed since.**" in shown(RUN, False)


def test_notes_are_told_and_bounded() -> None:
    text = shown(RUN._replace(notes=[f"note {n}" for n in range(50)]))
    assert "- note 39\n- … and 10 more\n" in text


def test_what_is_written_is_read_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(figures, "FOLDER", tmp_path)
    path = figures.write("threads", {"crossed": 0}, 4, ["a note"])
    found = figures.read("threads", tmp_path)
    assert found is not None
    assert (found.name, found.seed, found.figures) == ("threads", 4, {"crossed": 0})
    assert (found.notes, len(found.date)) == (["a note"], 10)
    assert figures.read("nothing", tmp_path) is None
    assert path.parent == tmp_path


def test_a_commit_with_changes_is_not_this_code() -> None:
    assert not figures.is_of_this_code("HEAD+")
    assert not figures.is_of_this_code("no-such-commit")
