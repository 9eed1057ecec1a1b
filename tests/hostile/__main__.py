"""`scripts/hostile`: all of the corpus, and the figures of the run."""

from __future__ import annotations

import sys

from reliability import figures

from .batches import run
from .damaged import SEED
from .entry import MEGABYTES, SECONDS_CPU


def main() -> int:
    """Run, print and keep the figures; 1 where anything is not as it must be."""
    rows = run()
    bad = [f"{row.name}: {fault}" for row in rows for fault in row.faults]
    slowest, largest = max(rows, key=lambda r: r.cpu), max(rows, key=lambda r: r.megabytes)
    counted = {
        "files": len(rows),
        "refused with a code": sum(row.exit == 2 for row in rows),
        "read as right": sum(row.exit in (0, 1) for row in rows),
        "tracebacks, unclear lines or what a screen obeys": len(bad),
        "most CPU seconds": f"{slowest.cpu:.2f} of {SECONDS_CPU} ({slowest.name})",
        "most memory, MB": f"{largest.megabytes:.0f} of {MEGABYTES} ({largest.name})",
    }
    for name, value in counted.items():
        print(f"{name}: {value}")
    print(*bad, sep="\n")
    figures.write("hostile", counted, SEED, bad[:20])
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
