"""What the corpus found and was mended, each closely: pipes, marks, turned text, many mistakes."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest

from hostile.kinds import CHECKLIST, KINDS
from spur_rules import InputError
from spur_rules.cli.main import MOST_SHOWN, main
from spur_rules.loading import MOST_FOUND
from spur_rules.yaml_events import LIMIT_MARKS
from spur_rules.yaml_file import parse_bytes, read_bytes

HEAD = b"schema: spur-rules/checklist/1\ncatalog: mini\nanswers:\n"


def problem(content: str) -> str:
    with pytest.raises(InputError) as raised:
        parse_bytes(content.encode(), "f")
    return str(raised.value)


def test_a_pipe_that_nobody_writes_is_told(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match=r"SR101.*nothing writes to this pipe; name a file"):
        read_bytes(tmp_path / "pipe")


def test_a_pipe_is_read_to_its_end_however_slowly_it_is_written(tmp_path: Path) -> None:
    """Longer than a pipe holds, and silent for longer than a pipe without a writer may be."""
    os.mkfifo(tmp_path / "pipe")
    content = b"x" * 200_000

    def write() -> None:
        with (tmp_path / "pipe").open("wb", buffering=0) as stream:
            time.sleep(1.2)
            stream.write(content)

    writer = threading.Thread(target=write)
    writer.start()
    assert read_bytes(tmp_path / "pipe") == content
    writer.join()


def test_marks_as_many_as_a_language_may_need_and_one_more() -> None:
    letter = "a" + "\u0323" * LIMIT_MARKS
    assert parse_bytes(f"x: {letter}".encode(), "f").data["x"].startswith("\u1ea1")
    assert problem(f"y: 1\nx: {letter}\u0323") == (
        "error[SR105] f:2:4 more than 30 marks on one letter; write it plainly"
    )


def test_many_letters_far_from_latin_are_no_marks() -> None:
    text = "\u0645\u0631\u062d\u0628\u0627" * 100
    assert parse_bytes(f"x: {text}".encode(), "f").data == {"x": text}


@pytest.mark.parametrize("character", ["\u202a", "\u202e", "\u2066", "\u2069"])
@pytest.mark.parametrize("is_escaped", [False, True])
def test_what_turns_the_text_round_is_refused(character: str, is_escaped: bool) -> None:
    written = f'"\\u{ord(character):04x}"' if is_escaped else character
    assert "makes a screen show text in another order; remove it" in problem(f"x: a\ny: {written}")


def test_marks_of_direction_alone_are_text() -> None:
    assert parse_bytes("x: a\u200fb".encode(), "f").data == {"x": "a\u200fb"}


@pytest.mark.parametrize("end", ["\\r\\n", "\\r", "\\N", "\\L", "\\P", "\\n"])
def test_every_end_of_a_line_is_one(end: str) -> None:
    assert parse_bytes(f'x: "a{end}b"'.encode(), "f").data == {"x": "a\nb"}


def told(tmp_path: Path, capsys: pytest.CaptureFixture[str], content: bytes) -> list[str]:
    path = tmp_path / "visit.yaml"
    path.write_bytes(content)
    catalog, rules = KINDS[2].command("x"), KINDS[3].command("x")
    options = ["--catalog", rules[3], "--rules", catalog[5]]
    assert main(["grade", str(path), *options]) == 2
    return capsys.readouterr().err.splitlines()


def test_of_very_many_mistakes_the_first_are_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = b"".join(b"  X%d: delvis\n" % number for number in range(30_000))
    lines = told(tmp_path, capsys, HEAD + rows)
    assert lines[-1] == f"… and at least {MOST_FOUND - MOST_SHOWN} more; mend these first"
    assert len(lines) == MOST_SHOWN + 1
    assert ":4:3 unknown indicator `X0`" in lines[0]


def test_a_hundred_mistakes_are_all_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = b"".join(b"  X%d: delvis\n" % number for number in range(MOST_SHOWN))
    lines = told(tmp_path, capsys, HEAD + rows)
    assert len(lines) == MOST_SHOWN
    assert all("unknown indicator" in line for line in lines)


def test_the_right_file_is_right() -> None:
    assert parse_bytes(CHECKLIST.read_bytes(), "f").data["catalog"] == "mini@1.0.0"
