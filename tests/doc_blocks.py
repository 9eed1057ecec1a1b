"""The code blocks of the documentation, and the commands in them, run as a reader would."""

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from spur_rules.cli.main import main

ROOT = Path(__file__).parent.parent
PAGES = (*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md", ROOT / "CONTRIBUTING.md")

#: What a command of the documentation may read or change. It gets a copy.
NEEDED = ("docs", "examples", "indicator_catalog", "rules", "schemas", "CHANGELOG.md")

_FENCE = re.compile(r"^(`{3,}|:{3,}) *\{?([\w-]*)\}?.*$")
_EXIT = re.compile(r" +# exit (\d+)$")
_COMMENT = re.compile(r" +# [^'\"]*$")
_GAP = "…"


class Block(NamedTuple):
    """A fenced block: where its first line stands, what it is marked as, its lines."""

    page: Path
    line: int
    kind: str
    lines: tuple[str, ...]


class Command(NamedTuple):
    """A command as a block shows it: where, what is typed, how it ends, what it must print."""

    place: str
    typed: str
    exit: int
    shown: tuple[str, ...]


def blocks(page: Path) -> Iterator[Block]:
    """Every block of a page, from top to bottom."""
    lines = page.read_text(encoding="utf-8").splitlines()
    start: tuple[int, str, str] | None = None
    for number, line in enumerate(lines, 1):
        fence = _FENCE.match(line.strip())
        if start is None and fence and fence[1].startswith("`"):
            start = (number + 1, fence[1], fence[2])
        elif start is not None and line.strip() == start[1]:
            yield Block(page, start[0], start[2], tuple(lines[start[0] - 1 : number - 1]))
            start = None
    assert start is None, f"{page}:{start} is never closed"


def commands(block: Block) -> list[Command]:
    """The commands of a console block; a backslash at a line's end carries it on."""
    found: list[Command] = []
    lines = iter(enumerate(block.lines, block.line))
    for number, line in lines:
        if not line.startswith("$ "):
            assert found, f"{block.page}:{number} shows output before any command"
            found[-1] = found[-1]._replace(shown=(*found[-1].shown, line))
            continue
        typed = line[2:]
        while typed.endswith("\\"):
            typed = typed[:-1] + next(lines)[1].lstrip("> ")
        end = _EXIT.search(typed)
        place = f"{block.page.relative_to(ROOT)}:{number}"
        found.append(Command(place, _COMMENT.sub("", typed), int(end[1]) if end else 0, ()))
    return found


def copied(folder: Path) -> Path:
    """A folder with what the commands need, so that nothing they write stays."""
    for name in NEEDED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    return folder


def run(typed: str) -> tuple[int, str]:
    """Run a command in the current folder; its exit code, and all that it printed."""
    words = shlex.split(typed)
    if words[0] == "spur-rules" and not {"|", "&&", ";"} & set(words):
        return _in_process(words[1:])
    return _by_the_shell(typed)


def _in_process(words: list[str]) -> tuple[int, str]:
    """The program without a new process: `< FILE` and `> FILE` as the shell does them."""
    words, sources = _taken_out("<", words)
    words, targets = _taken_out(">", words)
    given = Path(sources[0]).read_bytes() if sources else b""
    written, told = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
    out = written if targets else told
    stdin, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(given), "utf-8")
    try:
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(told):
            code = main(words)
    finally:
        sys.stdin = stdin
    for target in targets:
        Path(target).write_bytes(_bytes(written))
    return code, _bytes(told).decode()


def _taken_out(sign: str, words: list[str]) -> tuple[list[str], list[str]]:
    if sign not in words:
        return words, []
    at = words.index(sign)
    return words[:at] + words[at + 2 :], [words[at + 1]]


def _bytes(stream: io.TextIOWrapper) -> bytes:
    stream.flush()
    assert isinstance(stream.buffer, io.BytesIO)
    return stream.buffer.getvalue()


def _by_the_shell(typed: str) -> tuple[int, str]:
    """Anything else: pipes, `cp`, `cat`, `printf`."""
    program = f'spur-rules() {{ {shlex.quote(sys.executable)} -m spur_rules "$@"; }}\n{typed}'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
    )
    return done.returncode, done.stdout.decode()


def missing(shown: tuple[str, ...], printed: str) -> str | None:
    """The first shown line that was not printed where it should be; None where all were.

    Lines that stand together must be printed together. A line `…` stands for any number of lines,
    and within a line for any text.
    """
    real = [line.rstrip() for line in printed.splitlines()]
    at = 0
    for part in _parts([line.rstrip() for line in shown]):
        at = _found(part, real, at)
        if at < 0:
            return "\n".join(part)
    return None


def _parts(shown: list[str]) -> Iterator[list[str]]:
    part: list[str] = []
    for line in [*shown, _GAP]:
        if line.strip() != _GAP:
            part.append(line)
        elif part:
            yield part
            part = []


def _found(part: list[str], real: list[str], start: int) -> int:
    """Behind where the lines stand together; -1 where they do not."""
    patterns = [re.compile(re.escape(line).replace(_GAP, ".*")) for line in part]
    for at in range(start, len(real) - len(part) + 1):
        if all(p.fullmatch(line) for p, line in zip(patterns, real[at:], strict=False)):
            return at + len(part)
    return -1
