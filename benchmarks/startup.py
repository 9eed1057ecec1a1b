"""How long the program takes from nothing to graded, against only importing what it depends on."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "primary-care-2025-assumed.yaml"
SCRIPT = Path(sysconfig.get_path("scripts")) / "spur-rules"
GRADE = ["grade", str(EXAMPLE), "--engine", "native"]
GOAL = 1.5

IMPORTS = "only the imports"
MODEL = "the imports and one model"  # what any program that uses pydantic pays
MODULE = "python -m spur_rules grade"
CONSOLE = "spur-rules grade"

COMMANDS: dict[str, list[str]] = {
    "python, nothing": [sys.executable, "-c", "pass"],
    IMPORTS: [
        sys.executable,
        "-c",
        "import pydantic; from pydantic import BaseModel; import yaml; import click",
    ],
    MODEL: [
        sys.executable,
        "-c",
        "from pydantic import BaseModel; import yaml; import click\n"
        "class One(BaseModel):\n    number: int\nOne(number=1)",
    ],
    MODULE: [sys.executable, "-m", "spur_rules", *GRADE],
}
if SCRIPT.exists():
    COMMANDS[CONSOLE] = [str(SCRIPT), *GRADE]


def environment(cache: str) -> dict[str, str]:
    """Everyone runs from compiled bytecode, as after an install, kept out of the checkout."""
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": cache}


def run(command: list[str], env: dict[str, str]) -> float:
    """Wall time of one process in milliseconds."""
    start = perf_counter()
    subprocess.run(command, cwd=ROOT, env=env, stdout=subprocess.DEVNULL, check=True)
    return (perf_counter() - start) * 1000


def medians(rounds: int, env: dict[str, str]) -> dict[str, float]:
    """Each command's median, all run in turn in every round; the first round is thrown away."""
    samples: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for round in range(rounds + 1):
        for name, command in COMMANDS.items():
            taken = run(command, env)
            if round:
                samples[name].append(taken)
    return {name: median(taken) for name, taken in samples.items()}


def show_imports(most: int, env: dict[str, str]) -> None:
    """The modules that take longest themselves, and with what they import."""
    command = [sys.executable, "-X", "importtime", *COMMANDS[MODULE][1:]]
    trace = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=True
    ).stderr
    lines = [line.removeprefix("import time:").split("|") for line in trace.splitlines()]
    rows = [
        (int(own), int(total), module.strip())
        for own, total, module in lines
        if own.strip().isdigit()
    ]
    for title, column in (("itself", 0), ("with what it imports", 1)):
        print(f"\nms {title}")
        for row in sorted(rows, key=lambda row: -row[column])[:most]:
            print(f"{row[column] / 1000:8.1f}  {row[2]}")


def show(taken: dict[str, float]) -> None:
    """Each command's time, and whether the goal is met."""
    for name, milliseconds in taken.items():
        print(f"{name:32}{milliseconds:8.1f} ms ({milliseconds / taken[IMPORTS]:.2f})")
    print()
    for name in (MODULE, CONSOLE):
        if name in taken:
            ratio = taken[name] / taken[IMPORTS]
            verdict = "pass" if ratio <= GOAL else "FALLS SHORT"
            print(f"{name} ≤ {GOAL} × {IMPORTS}: {ratio:.2f} {verdict}")


def main() -> None:
    """Time the commands and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=31, help="at least 21")
    parser.add_argument("--imports", action="store_true", help="also which imports take longest")
    options = parser.parse_args()
    with TemporaryDirectory() as cache:
        env = environment(cache)
        show(medians(max(21, options.rounds), env))
        if options.imports:
            show_imports(25, env)


if __name__ == "__main__":
    main()
