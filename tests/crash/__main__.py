"""`scripts/crash-workshop 500 --seed 4`: so many workshops whose writers are killed with -9."""

from __future__ import annotations

import contextlib
import io
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from pathlib import Path

from reliability import figures

from crash.killing import Run, base, run

#: What each ten runs are.
KINDS = ("one writer",) * 6 + ("three writers",) * 2 + ("command", "new")


def runs(number: int, seed: int) -> list[Run]:
    """So many runs, one after the other."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with contextlib.redirect_stdout(io.StringIO()):
            whole = base(folder)
        return [
            run(KINDS[at % len(KINDS)], whole, folder, seed * 1_000_000 + at * 10)
            for at in range(number)
        ]


def main() -> int:
    """Run, print and keep the figures; 1 where an event is lost or a file broken."""
    parser = ArgumentParser(prog="scripts/crash-workshop", description=__doc__)
    parser.add_argument("runs", type=int, nargs="?", default=500)
    parser.add_argument("--seed", type=int, default=4)
    asked, started = parser.parse_args(), time.perf_counter()
    found = runs(asked.runs, asked.seed)
    kinds = Counter(one.kind for one in found)
    wrong = [f"{one.kind}: {what}" for one in found for what in one.wrong]
    counted = {
        **{f"runs, {kind}": kinds[kind] for kind in dict.fromkeys(KINDS) if kinds[kind]},
        "runs that left a write-ahead log behind": sum(one.wal_left for one in found),
        "events acknowledged": sum(one.acknowledged for one in found),
        "acknowledged events lost": sum(one.lost for one in found),
        "events kept that were not yet acknowledged": sum(one.extra for one in found),
        "files broken": len(wrong),
        "seconds": round(time.perf_counter() - started),
    }
    for name, value in counted.items():
        print(f"{value:>12,} {name}")
    print(*wrong[:20], sep="\n")
    figures.write("crash-workshop", counted, asked.seed, wrong[:20])
    return 1 if wrong or counted["acknowledged events lost"] else 0


if __name__ == "__main__":
    sys.exit(main())
