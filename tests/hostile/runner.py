"""Runs the program on each hostile thing in a process of its own, and measures it.

The program is imported once; each run is a fork of that, so that hundreds take seconds and each
one's time and memory are the operating system's own count of that process.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from spur_rules import load_rulebook
from spur_rules.cli.main import main as program

from .corpus import corpus
from .entry import SECONDS_CPU, Entry, Outcome
from .sound import faults

SECONDS_WALL = 20
KEPT = 200_000  # bytes of what is printed, far more than may be
STARTED = time.process_time()  # what each would take to start, were it not a fork


def run(entry: Entry) -> Outcome:
    """One hostile thing on disk, read by a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = entry.put(Path(folder, "given"))
        before = sorted(os.listdir(folder))
        out, err = Path(folder, "out"), Path(folder, "err")
        child = os.fork()
        if not child:
            _read(entry.command(str(path)), folder, out, err)
        _, status, used = os.wait4(child, 0)
        left = set(os.listdir(folder)) - {*before, "out", "err"}
        texts = [p.read_bytes()[:KEPT].decode("utf-8", "replace") for p in (out, err)]
    code = os.waitstatus_to_exitcode(status)
    cpu, megabytes = STARTED + used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    return Outcome(entry.name, code, round(cpu, 3), round(megabytes, 1), *texts, sorted(left))


def _read(arguments: list[str], folder: str, out: Path, err: Path) -> None:
    """The child: never returns."""
    code = 99
    try:
        os.chdir(folder)
        signal.alarm(SECONDS_WALL)
        resource.setrlimit(resource.RLIMIT_CPU, (3 * SECONDS_CPU, 3 * SECONDS_CPU))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        for number, path in ((1, out), (2, err)):
            os.dup2(os.open(path, os.O_WRONLY | os.O_CREAT), number)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        code = program(arguments)
        sys.stdout.flush()
    finally:
        os._exit(code)


def main() -> None:
    """Every so manieth entry: what is wrong with it, and what it took, as JSON lines."""
    first, each = map(int, sys.argv[1:])
    load_rulebook()
    for entry in islice(corpus(), first, None, each):
        found = run(entry)
        row = (found.name, found.cpu, found.megabytes, found.exit, list(faults(entry, found)))
        print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
