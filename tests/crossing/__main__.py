"""`scripts/threads 100000 --seed 4`: so many evaluations in each of eight threads, per engine."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser

from reliability import figures

from crossing.threads import THREADS, crossed
from spur_rules import load_rulebook

ENGINES = ("native", "durable")


def main() -> int:
    """Run, print and keep the figures; 1 where an answer is another's."""
    parser = ArgumentParser(prog="scripts/threads", description=__doc__)
    parser.add_argument("each", type=int, nargs="?", default=100_000)
    parser.add_argument("--seed", type=int, default=4)
    asked, bad, seconds = parser.parse_args(), list[str](), dict[str, int]()
    for engine in ENGINES:
        started = time.perf_counter()
        bad += crossed(load_rulebook(), engine, asked.each, asked.seed)
        seconds[f"seconds, {engine}"] = round(time.perf_counter() - started)
    counted = {
        "threads": THREADS,
        "evaluations in each thread, by each engine": asked.each,
        "evaluations": THREADS * asked.each * len(ENGINES),
        "crossed": len(bad),
        **seconds,
    }
    for name, value in counted.items():
        print(f"{value:>12,} {name}")
    print(*bad[:20], sep="\n")
    figures.write("threads", counted, asked.seed, bad[:20])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
