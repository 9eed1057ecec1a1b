"""`scripts/rule-mutants`: every mutant judged, and the figures of the run."""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from reliability import figures

from .edits import MEANING
from .judging import SAME, TOOLS, UNNOTICED, VERSION_NOT_RAISED, Judge, mutants


def main() -> int:
    """Judge all, print and keep the figures; 1 where fewer than 99 in a hundred are noticed."""
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        judge = Judge(Path(folder))
        judged = [(mutant, judge.noticed_by(mutant)) for mutant in mutants()]
    by = Counter(tool for _, tool in judged)
    meant = [(m, tool) for m, tool in judged if m.touches == MEANING and tool != SAME]
    unseen = [m.name for m, tool in meant if tool in (VERSION_NOT_RAISED, UNNOTICED)]
    real = len(judged) - by[SAME]
    counted: dict[str, int | str] = {
        "mutants": len(judged),
        "that grade every combination of answers as before, so not counted": by[SAME],
        "noticed": f"{real - by[UNNOTICED]} of {real} ({1 - by[UNNOTICED] / real:.1%})",
        **{f"first noticed by {tool}": by[tool] for tool in TOOLS if tool not in (SAME, UNNOTICED)},
        "that change what is graded": len(meant),
        "of these noticed without the rule that a changed file gets a new version": (
            f"{len(meant) - len(unseen)} ({1 - len(unseen) / len(meant):.1%})"
        ),
        "seconds": round(time.perf_counter() - started),
    }
    for name, value in counted.items():
        print(f"{name}: {value}")
    notes = [f"only by {VERSION_NOT_RAISED}: {name}" for name in unseen]
    notes += [f"not a mistake: {mutant.name}" for mutant, tool in judged if tool == SAME]
    print(*notes, sep="\n")
    figures.write("rule-mutants", counted, None, notes)
    return 0 if (real - by[UNNOTICED]) / real >= 0.99 else 1


if __name__ == "__main__":
    sys.exit(main())
