"""Whether memory stays flat over 100,000 suggestions, every checklist another one."""

from __future__ import annotations

import argparse
import gc
import os
from collections.abc import Iterator
from pathlib import Path
from random import Random

from reviews import RULEBOOK, checklist_of, varied

from spur_rules import Checklist, Status, suggest

MARKS = (0, 10_000, 25_000, 50_000, 100_000)
GOAL_MB = 2.0
PAGE = os.sysconf("SC_PAGE_SIZE")


def resident_mb() -> float:
    """The memory that the process holds in RAM."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * PAGE / 2**20


def checklists(seed: int) -> Iterator[Checklist]:
    """Complete and half-filled checklists without end, no two the same object."""
    random = Random(seed)
    drawn = varied(512, (0, 0.05, 0.2, 0.5), seed)
    while True:
        answers = dict(random.choice(drawn))
        for id in random.sample(list(answers), random.choice((0, 0, 1, 5))):
            answers[id] = Status.NOT_ASSESSED.value
        yield checklist_of(answers)


def grow(engine: str, last: int) -> list[tuple[int, float]]:
    """The memory in use after each mark up to the last."""
    source = checklists(seed=7)
    suggest(RULEBOOK, next(source), engine=engine)
    found: list[tuple[int, float]] = []
    done = 0
    for mark in (mark for mark in MARKS if mark <= last):
        for _ in range(mark - done):
            suggest(RULEBOOK, next(source), engine=engine)
        done = mark
        gc.collect()
        found.append((mark, resident_mb()))
    return found


def show(engine: str, found: list[tuple[int, float]]) -> None:
    """The memory at each mark, and what it grew by after 10,000."""
    print(engine + "".join(f"{mark:>12,}: {used:.1f} MB" for mark, used in found))
    settled = [used for mark, used in found if mark >= 10_000]
    if len(settled) > 1:
        growth = settled[-1] - settled[0]
        verdict = "pass" if growth < GOAL_MB else "FALLS SHORT"
        print(f"{engine} < {GOAL_MB} MB more after the first 10,000: {growth:+.2f} MB {verdict}\n")


def main() -> None:
    """Measure each engine and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--engine", action="append", choices=("native", "durable"))
    parser.add_argument("--suggestions", type=int, default=MARKS[-1])
    options = parser.parse_args()
    for engine in options.engine or ("native", "durable"):
        show(engine, grow(engine, options.suggestions))


if __name__ == "__main__":
    main()
