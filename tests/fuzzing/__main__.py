"""`scripts/fuzz --seconds 300 --seed 4`: atheris on what reads files, and the figures of the run.

Needs the extra `fuzz`. What it finds is kept in `build/fuzzing/found`, to be mended and committed.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from itertools import islice
from pathlib import Path

from hostile.corpus import corpus
from hostile.kinds import KINDS
from reliability import figures

EACH = 13
LONGEST = 8192  # bytes: what is larger costs time and teaches the fuzzer little
HARNESS = """
import sys
import atheris
with atheris.instrument_imports(include=["spur_rules"]):
    import spur_rules.api, spur_rules.linking, spur_rules.suggesting
    from fuzzing.target import twice
atheris.Setup(sys.argv, twice)
atheris.Fuzz()
"""


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="scripts/fuzz", description=__doc__)
    parser.add_argument("--seconds", type=int, default=300)
    parser.add_argument("--seed", type=int, default=4)
    return parser.parse_args()


def _seeds(folder: Path) -> int:
    """Every right file, and some of the small hostile ones, as something to start from."""
    folder.mkdir(parents=True, exist_ok=True)
    right = [kind.text.encode() for kind in KINDS]
    hostile = (entry.content for entry in islice(corpus(), 0, None, EACH))
    small = [c for c in hostile if isinstance(c, bytes) and len(c) <= LONGEST]
    for number, content in enumerate([*right, *small]):
        (folder / f"{number:05}").write_bytes(content)
    return len(right) + len(small)


def main() -> int:
    """Fuzz, print and keep the figures; 1 where anything but an InputError came out."""
    asked = _arguments()
    work = figures.ROOT / "build" / "fuzzing"
    seeds, found = _seeds(work / "seeds"), work / "found"
    (work / "grown").mkdir(exist_ok=True)
    found.mkdir(exist_ok=True)
    command = [
        sys.executable, "-c", HARNESS, f"-max_total_time={asked.seconds}", f"-seed={asked.seed}",
        f"-max_len={LONGEST}", "-timeout=10", "-rss_limit_mb=1024", "-print_final_stats=1",
        f"-artifact_prefix={found}/", str(work / "grown"), str(work / "seeds"),
    ]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, env=dict(os.environ))
    said = done.stderr + done.stdout
    counted = {
        "executions": _last(r"stat::number_of_executed_units:\s*(\d+)", said),
        "seconds": asked.seconds,
        "files to start from": seeds,
        "inputs kept as new": _last(r"stat::new_units_added:\s*(\d+)", said),
        "edges reached": _last(r"cov: (\d+)", said),
        "crashes": len(list(found.iterdir())),
    }
    for name, value in counted.items():
        print(f"{value:>12,} {name}")
    if counted["executions"] == 0 or (done.returncode and not counted["crashes"]):
        print(said[-3000:])
        return 2
    figures.write("fuzzing", counted, asked.seed)
    print(said[-3000:] if done.returncode else "")
    return 1 if counted["crashes"] else 0


def _last(pattern: str, text: str) -> int:
    found = re.findall(pattern, text)
    return int(found[-1]) if found else 0


if __name__ == "__main__":
    sys.exit(main())
