"""One run: a workshop is written to, its writers are killed, and what is left is looked at."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

from spur_rules.cli.main import main
from spur_rules.errors import InputError
from spur_rules.workshops import store
from spur_rules.workshops.events import Discussed
from spur_rules.workshops.workshop import state

ROOT = Path(__file__).parents[2]
AT = "2026-03-02T09:00:00Z"
#: No run waits longer for what should happen at once.
SECONDS = 60


class Run(NamedTuple):
    """What one run found. `extra` events were kept without being acknowledged."""

    kind: str
    acknowledged: int
    kept: int
    lost: int
    extra: int
    wal_left: bool
    wrong: tuple[str, ...] = ()


def base(folder: Path) -> Path:
    """A workshop whose first round is revealed, so that notes can be added."""
    path, case = folder / "base.spur", "examples/primary-care-2025-assumed.yaml"
    steps = (
        ("new", str(path), "--title", "Krasch", "--case", "fall-01"),
        ("round", str(path)),
        ("hand-in", str(path), str(ROOT / case), "--case", "fall-01", "--rater", "R1"),
    )
    for step in steps:
        assert main(("workshop", *step)) == 0, step
    from spur_rules.workshops.events import Revealed

    store.append(path, lambda _: [Revealed(round=1)], AT)
    return path


def run(kind: str, whole: Path, folder: Path, seed: int) -> Run:
    """Write, kill, look.

    Args:
        kind: `one writer`, `three writers`, `command` or `new`.
        whole: The workshop to begin with.
        folder: Where the run may write.
        seed: What decides the moment.
    """
    choose, path = random.Random(seed), folder / f"{seed}.spur"
    if kind == "new":
        return _killed_while_begun(path, choose)
    shutil.copy(whole, path)
    if kind == "command":
        acknowledged = _killed_command(path, choose)
    else:
        writers = ("W1", "W2", "W3") if kind == "three writers" else ("W1",)
        acknowledged = _killed_writers(path, writers, choose, seed)
    return _looked_at(kind, path, acknowledged, 3 if kind == "three writers" else 1)


def _start(*words: str) -> subprocess.Popen[bytes]:
    paths = {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}", "SOURCE_DATE_EPOCH": "1772442000"}
    return subprocess.Popen(
        [sys.executable, *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=dict(os.environ) | paths,
        cwd=ROOT,
    )


def _kill(process: subprocess.Popen[bytes]) -> bytes:
    """What was still printed."""
    process.send_signal(signal.SIGKILL)
    out, err = process.communicate(timeout=SECONDS)
    assert not err, err.decode()
    return out


def _killed_writers(
    path: Path, names: tuple[str, ...], choose: random.Random, seed: int
) -> set[str]:
    """Kill after some acknowledgements and a little more, anywhere in the next one."""
    started = [
        _start("-m", "crash.writer", str(path), name, str(seed + at))
        for at, name in enumerate(names)
    ]
    told = [b""] * len(started)
    for at, process in enumerate(started):
        wanted = choose.randrange(12)
        assert process.stdout is not None
        while told[at].count(b"\n") < wanted:
            piece = os.read(process.stdout.fileno(), 256)
            assert piece, process.stderr.read().decode() if process.stderr else ""
            told[at] += piece
    if not any(told):
        time.sleep(choose.uniform(0.1, 0.4))  # before the first, or while the file is opened
    time.sleep(choose.uniform(0, 0.02))
    for at, process in enumerate(started):
        told[at] += _kill(process)
        time.sleep(choose.uniform(0, 0.005))
    return {line.decode() for text in told for line in text.split(b"\n")[:-1]}


def _killed_command(path: Path, choose: random.Random) -> set[str]:
    """Kill the program itself, near the moment at which it opens the file."""
    process = _start("-m", "spur_rules", "workshop", "note", str(path), "W1 1 x")
    _wait_for(lambda: Path(f"{path}-wal").exists(), process)
    time.sleep(choose.uniform(0, 0.025))
    return {"W1 1"} if "Antecknat." in _kill(process).decode() else set()


def _killed_while_begun(path: Path, choose: random.Random) -> Run:
    """A new workshop is there as a whole, or it is not there."""
    words = ("workshop", "new", str(path), "--title", "Ny", "--case", "fall-01")
    process = _start("-m", "spur_rules", *words)
    _wait_for(lambda: any(path.parent.glob(f".{path.name}.*.new*")) or path.exists(), process)
    time.sleep(choose.uniform(0, 0.04))
    said = b".spur.\n" in _kill(process)
    if not path.exists():
        return Run("new", int(said), 0, int(said), 0, wal_left=False)
    found = _looked_at("new", path, set(), 0)
    return found._replace(acknowledged=int(said), kept=1, extra=int(not said))


def _wait_for(happened: object, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + SECONDS
    while not happened() and process.poll() is None:  # type: ignore[operator]
        assert time.monotonic() < end
        time.sleep(0.0005)


def _looked_at(kind: str, path: Path, acknowledged: set[str], writers: int) -> Run:
    """The file opens, its chain is whole, nothing acknowledged is lost, and it goes on."""
    wal, wrong = Path(f"{path}-wal"), []
    was_left = wal.exists() and wal.stat().st_size > 0
    before = _bytes(path)
    try:
        records = store.read(path)
        if _bytes(path) != before:
            wrong.append("reading changed the file")
        state(records)
        texts = [r.event.text for r in records if isinstance(r.event, Discussed)]
        kept = {" ".join(text.split()[:2]) for text in texts}
        lost, extra = acknowledged - kept, kept - acknowledged
        if len(kept) != len(texts) or len(extra) > writers:
            wrong.append(f"{len(texts)} notes, {len(kept)} of them different, {len(extra)} extra")
        _goes_on(path, len(records), wrong, has_round=kind != "new")
    except InputError as error:
        return Run(kind, len(acknowledged), 0, len(acknowledged), 0, was_left, (str(error),))
    return Run(kind, len(acknowledged), len(kept), len(lost), len(extra), was_left, tuple(wrong))


def _goes_on(path: Path, number: int, wrong: list[str], has_round: bool) -> None:
    from spur_rules.workshops.events import RoundBegun

    event = Discussed(text="efteråt") if has_round else RoundBegun(round=1)
    after = store.append(path, lambda _: [event], AT)
    if len(after) != number + 1 or store.read(path) != after:
        wrong.append("the next event was not added")
    left = [str(p.name) for p in (Path(f"{path}-wal"), Path(f"{path}-shm")) if p.exists()]
    if left:
        wrong.append(f"left beside the file: {', '.join(left)}")


def _bytes(path: Path) -> list[str]:
    """The content of the file and its log; the index beside them holds locks, not content."""
    both = (path, Path(f"{path}-wal"))
    return [hashlib.sha256(p.read_bytes() if p.exists() else b"").hexdigest() for p in both]
