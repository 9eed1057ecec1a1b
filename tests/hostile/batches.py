"""The corpus in child processes, as many at a time as asked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]


class Row(NamedTuple):
    """One hostile thing: what it took, how it ended, and what is wrong with that."""

    name: str
    cpu: float
    megabytes: float
    exit: int
    faults: list[str]


def run(each: int = 1, processes: int = 2) -> list[Row]:
    """Every so manieth of the corpus.

    Args:
        each: 1 for all of it.
        processes: How many run at a time.
    """
    environment = dict(os.environ) | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    children = [
        subprocess.Popen(
            [sys.executable, "-m", "hostile.runner", str(first), str(each * processes)],
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for first in range(0, each * processes, each)
    ]
    printed = [child.communicate()[0] for child in children]
    assert not any(child.returncode for child in children)
    return [Row(*json.loads(line)) for lines in printed for line in lines.splitlines()]
