"""Runs of Cosmic Ray, one for each module: prepared, run, and read again."""

from __future__ import annotations

import ast
import os
import shlex
import shutil
import sqlite3
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
WORK = ROOT / "build" / "mutation"
COPY = WORK / "checkout"
NEEDED = ("spur_rules", "tests", "rules", "indicator_catalog", "schemas", "examples")
CONFIG = tomllib.loads((Path(__file__).parent / "cosmic-ray.toml").read_text("utf-8"))
#: Each module with the tests that must notice a change in it.
MODULES: dict[str, list[str]] = CONFIG["tests"]
UNTESTED_FLAGS = ("slots", "strict", "maxsize")

Position = tuple[int, int]
Span = tuple[Position, Position]


class Mutant(NamedTuple):
    """One change to the code, and whether a test noticed it: killed, timeout or survived."""

    module: str
    where: str
    was: str
    now: str
    outcome: str


def prepare(modules: Iterable[str], again: bool) -> None:
    """A copy of the checkout, and the mutants of each module; or only today's tests in the copy.

    Args:
        modules: Which modules are changed.
        again: Whether to keep what the last run killed.
    """
    if again:
        _copy("tests")
        for module in modules:
            _write_config(module)
            _forget_survivors(module)
        return
    shutil.rmtree(COPY, ignore_errors=True)
    COPY.mkdir(parents=True)
    shutil.copy(ROOT / "pyproject.toml", COPY)
    for folder in NEEDED:
        _copy(folder)
    for module in modules:
        _list_mutants(module)


def run(modules: Iterable[str]) -> None:
    """Run what has no result yet.

    Args:
        modules: Which modules are changed.
    """
    (WORK / "commit").write_text(_commit(), "utf-8")
    for module in modules:
        print(f"{module} …", flush=True)
        # Unchanged first: the tests pass, and leave compiled files, which saves half of each run.
        _call(*shlex.split(_test_command(module)))
        _call("cosmic-ray", "exec", _config_file(module), _session(module))


def results(module: str) -> Iterator[Mutant]:
    """What became of each mutant of a module.

    Args:
        module: Its path below `spur_rules`, without `.py`.
    """
    from cosmic_ray.work_db import use_db
    from cosmic_ray.work_item import TestOutcome, WorkerOutcome

    with use_db(_session(module)) as session:
        for item, result in session.completed_work_items:
            if result.worker_outcome is not WorkerOutcome.SKIPPED:
                (mutation,) = item.mutations
                noticed = result.test_outcome is not TestOutcome.SURVIVED
                outcome = "timeout" if result.output == "timeout" else "killed"
                was, now = _changed(result.diff or "")
                where = mutation.definition_name or "the module"
                yield Mutant(module, where, was, now, outcome if noticed else "survived")


def commit_of_run() -> str:
    """The commit that was checked out when the tests were last run on changed code."""
    path = WORK / "commit"
    return path.read_text("utf-8") if path.is_file() else ""


def _commit() -> str:
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=12"]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


def _copy(folder: str) -> None:
    unwanted = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / folder, COPY / folder, ignore=unwanted, dirs_exist_ok=True)


def _write_config(module: str) -> None:
    from cosmic_ray.config import ConfigDict, serialize_config

    config = CONFIG["cosmic-ray"] | {
        "module-path": f"spur_rules/{module}.py",
        "test-command": _test_command(module),
    }
    Path(_config_file(module)).write_text(serialize_config(ConfigDict(config)), "utf-8")


def _list_mutants(module: str) -> None:
    _write_config(module)
    Path(_session(module)).unlink(missing_ok=True)
    _call("cosmic-ray", "init", _config_file(module), _session(module))
    _call("cr-filter-operators", _session(module), _config_file(module))
    _skip_what_says_nothing(module)


def _skip_what_says_nothing(module: str) -> None:
    from cosmic_ray.work_db import use_db
    from cosmic_ray.work_item import WorkerOutcome, WorkResult

    spans = list(_says_nothing(COPY / "spur_rules" / f"{module}.py"))
    with use_db(_session(module)) as session:
        skipped = [
            item.job_id
            for item in session.pending_work_items
            for mutation in item.mutations
            if any(a <= mutation.start_pos and mutation.end_pos <= b for a, b in spans)
        ]
        session.set_multiple_results(skipped, WorkResult(worker_outcome=WorkerOutcome.SKIPPED))


def _says_nothing(path: Path) -> Iterator[Span]:
    """Where annotations stand, which are never run, and the flags that change no result."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        found = [getattr(node, name, None) for name in ("annotation", "returns")]
        if isinstance(node, ast.keyword) and node.arg in UNTESTED_FLAGS:
            found.append(node.value)
        for part in found:
            if isinstance(part, ast.expr):
                assert part.end_lineno is not None
                assert part.end_col_offset is not None
                start = (part.lineno, part.col_offset)
                yield start, (part.end_lineno, part.end_col_offset)


def _forget_survivors(module: str) -> None:
    with sqlite3.connect(_session(module)) as session:
        session.execute("DELETE FROM work_results WHERE test_outcome = 'SURVIVED'")


def _changed(diff: str) -> tuple[str, str]:
    """The lines that a mutant takes away and those that it puts there, spaces made one."""
    lines = [line for line in diff.splitlines() if not line.startswith(("---", "+++"))]
    taken, put = (
        " ".join(" ".join(line[1:] for line in lines if line.startswith(sign)).split())
        for sign in "-+"
    )
    return taken, put


def _session(module: str) -> str:
    return str(WORK / f"{module.replace('/', '-')}.sqlite")


def _config_file(module: str) -> str:
    return str(WORK / f"{module.replace('/', '-')}.toml")


def _test_command(module: str) -> str:
    tests = (f"tests/{name}" for name in MODULES[module])
    return " ".join((CONFIG["pytest"]["command"], *tests))


def _call(*command: str) -> None:
    """One of the tool's commands or the tests, in the copy, with this Python."""
    paths = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = os.environ | {"PATH": paths, "PYTHONPATH": str(COPY)}
    subprocess.run(command, cwd=COPY, env=environment, check=True)
