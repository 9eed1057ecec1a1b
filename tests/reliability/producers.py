"""What makes each figure of RELIABILITY.md: a command, and how what it says becomes figures."""

from __future__ import annotations

import json
import os
import re
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple
from xml.etree import ElementTree

from . import figures
from .figures import ROOT

Figures = Mapping[str, int | float | str]


class Producer(NamedTuple):
    """One kind of figure.

    Args:
        name: The file in `build/reliability` that keeps its figures.
        title: What it is called on the page.
        what: What the figures are of, in one or two sentences.
        command: How to run it, as a person types it.
        run: Runs it; what it counted, or nothing where the command keeps its figures itself.
    """

    name: str
    title: str
    what: str
    command: str
    run: Callable[[], Figures | None]


def _itself(*command: str) -> Callable[[], None]:
    """A command that keeps its own figures."""
    return lambda: _called(*command) and None


def _called(*command: str, may_fail: bool = False) -> str:
    paths = {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'tests'}"}
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, env=dict(os.environ) | paths
    )
    if done.returncode and not may_fail:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}\n{done.stdout[-2000:]}")
    return done.stdout


def _program(*arguments: str) -> Any:
    """What a command of the program writes as JSON, and its seconds of CPU, from start to end."""
    before = _cpu()
    text = _called(sys.executable, "-m", "spur_rules", *arguments, "--format", "json")
    return json.loads(text), round(_cpu() - before, 2)


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _flat(data: Any, before: str = "") -> dict[str, Any]:
    """Groups of numbers as one list of numbers, each named by the keys that lead to it."""
    rows: dict[str, Any] = {}
    for key, value in data.items():
        name = f"{before}{key}".replace("_", " ")
        if isinstance(value, dict):
            rows |= _flat(value, f"{name}: ")
        elif isinstance(value, int | float | str) and key not in ("commit", "date", "schema"):
            rows[name] = value
    return rows


def _with_json(script: str) -> Callable[[], Figures]:
    """A script that writes its figures to a file it is given."""

    def run() -> Figures:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "figures.json")
            _called(script, "--json", str(path), may_fail=True)
            return _flat(json.loads(path.read_text("utf-8")))

    return run


def _tests() -> Figures:
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder, "tests.xml")
        _called(sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", may_fail=True)
        suite = ElementTree.parse(report).getroot()[0]
    counted = {key: int(suite.get(key, 0)) for key in ("tests", "failures", "errors", "skipped")}
    return counted | {"seconds": round(float(suite.get("time", 0)))}


def _verify() -> Figures:
    data, seconds = _program("verify")
    return {
        "readings": len(data["policies"]),
        "combinations, under all readings together": data["combinations"],
        "pairs of better and worse answers": data["steps"],
        "violations": len(data["violations"]),
        "CPU seconds": seconds,
    }


def _lint() -> Figures:
    data, seconds = _program("lint")
    return _flat(data["counts"]) | {
        "silenced, with a reason": len(data["silenced"]),
        "CPU seconds": seconds,
    }


def _cases() -> Figures:
    data, seconds = _program("test", "--coverage", "--threshold", "100")
    passed = sum(case["passed"] for case in data["cases"])
    covered = {
        f"{goal} shown": f"{row['shown']} of {row['possible']}"
        for goal, row in data["coverage"].items()
        if isinstance(row, dict) and "possible" in row
    }
    return {"cases": len(data["cases"]), "as expected": passed} | covered | {"CPU seconds": seconds}


KILLS = "tests/test_ask.py::test_a_killed_process_loses_at_most_the_answer_being_typed"
RUNS_OF_KILLS, KILLS_IN_EACH = 10, 30


def _kills() -> Figures:
    for _ in range(RUNS_OF_KILLS):
        _called(sys.executable, "-m", "pytest", "-q", KILLS)
    return {"kills": RUNS_OF_KILLS * KILLS_IN_EACH, "files broken, or answers lost": 0}


def _benchmarks() -> Figures:
    """The goals and what was measured, from the table that a run of the benchmarks left."""
    text = (ROOT / "benchmarks" / "README.md").read_text("utf-8")
    table = text.partition("| goal | measured |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \|$", table, re.MULTILINE)
    goals = {goal: f"{measured}: {reached.strip('*')}" for goal, measured, reached in rows}
    # The table is copied, not measured: the day above is that of the copying.
    changed = _called("git", "log", "-1", "--format=%cs, commit %h", "benchmarks/README.md")
    return goals | {"the table was last changed": changed.strip()}


#: In the order of the page.
PRODUCERS = (
    Producer("tests", "Tests", "All of them, as CI runs them.", "scripts/test", _tests),
    Producer(
        "coverage",
        "Coverage",
        "Which lines and branches the tests run.",
        "scripts/coverage",
        _with_json("scripts/coverage"),
    ),
    Producer(
        "mutation",
        "Mutants of the code",
        "Small changes to the code that grades; a test must fail for each.",
        "scripts/mutation",
        _with_json("scripts/mutation"),
    ),
    Producer(
        "verify",
        "The shipped rules, proven",
        "Every combination of answers in every domain, by enumeration.",
        "spur-rules verify",
        _verify,
    ),
    Producer(
        "lint",
        "The shipped files, linted",
        "What is allowed in a catalog and a ruleset but hardly meant.",
        "spur-rules lint",
        _lint,
    ),
    Producer(
        "cases",
        "The shipped cases",
        "Hand-written cases for every printed sentence, and what of the rules they show.",
        "spur-rules test --coverage --threshold 100",
        _cases,
    ),
    Producer(
        "rule-mutants",
        "Mutants of the catalog and the rules",
        "Mistakes made in the shipped files; loading, test, lint and verify must notice.",
        "scripts/rule-mutants",
        _itself("scripts/rule-mutants"),
    ),
    Producer(
        "differential",
        "native = durable = definition",
        "Random checklists in random rulebooks and in the shipped one: the same rules fire on both"
        " engines and by the definition, and the same grade comes out, in every domain.",
        "scripts/differential 1000000 --seed 4",
        _itself("scripts/differential", "1000000", "--seed", "4"),
    ),
    Producer(
        "fuzzing",
        "Fuzzing",
        "Bytes that a fuzzer grows, led by the code they reach, read as every kind of file, twice:"
        " a value or mistakes with codes, the same both times, nothing a terminal obeys.",
        "scripts/fuzz --seconds 600 --seed 4",
        _itself("scripts/fuzz", "--seconds", "600", "--seed", "4"),
    ),
    Producer(
        "hostile",
        "Hostile files",
        "Files out to do harm, each read by a process of its own.",
        "scripts/hostile",
        _itself("scripts/hostile"),
    ),
    Producer(
        "threads",
        "Threads",
        "Eight threads share one engine; each answer is held against the definition's for its own"
        " checklist.",
        "scripts/threads 100000 --seed 4",
        _itself("scripts/threads", "100000", "--seed", "4"),
    ),
    Producer(
        "oracles",
        "Coefficients of agreement",
        "Random tables of ratings, with missing ones, by our coefficients and by other programs',"
        " which live in an environment of their own; the same answer to 1e-9.",
        "scripts/oracles 2500 --seed 4",
        _itself("scripts/oracles", "2500", "--seed", "4"),
    ),
    Producer(
        "ask-kills",
        "`ask`, killed",
        "The program killed at random moments while answers are saved: the file is whole and holds"
        " every answer that was acknowledged.",
        f"pytest {KILLS}",
        _kills,
    ),
    Producer(
        "crash-workshop",
        "`workshop`, killed",
        "Programs killed with -9 while they begin a workshop or add to it, one or three at once:"
        " the file opens, its chain is whole, every acknowledged event is there, and the next can"
        " be added.",
        "scripts/crash-workshop 500 --seed 4",
        _itself("scripts/crash-workshop", "500", "--seed", "4"),
    ),
    Producer(
        "benchmarks",
        "Speed beside other engines",
        "Ratios of medians, from the table that the last run left in `benchmarks/README.md`.",
        "python benchmarks/engines.py",
        _benchmarks,
    ),
)


def run(producer: Producer) -> None:
    """Run a producer and keep its figures."""
    counted = producer.run()
    if counted is not None:
        figures.write(producer.name, counted)
