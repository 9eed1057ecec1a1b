"""The figures of one run, as a file that `scripts/reliability` shows."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "build" / "reliability"
SCHEMA = "spur-rules/figures/1"

#: What decides how the program behaves: a figure holds as long as these are as they were.
CODE = ("spur_rules", "rules", "indicator_catalog", "schemas")


class Run(NamedTuple):
    """One run of a producer: what it found, when, on which commit and from which seed."""

    name: str
    commit: str
    date: str
    seed: int | None
    figures: Mapping[str, int | float | str]
    notes: Sequence[str] = ()


def write(
    name: str,
    figures: Mapping[str, int | float | str],
    seed: int | None = None,
    notes: Sequence[str] = (),
) -> Path:
    """Keep the figures of a run in `build/reliability`.

    Args:
        name: Which producer they are from.
        figures: What was counted, in the order in which it is shown.
        seed: What the run can be repeated from.
        notes: What must be said beside the numbers, such as each exception.
    """
    run = Run(name, STARTED_ON, datetime.now(UTC).date().isoformat(), seed, figures, tuple(notes))
    FOLDER.mkdir(parents=True, exist_ok=True)
    path = FOLDER / f"{name}.json"
    text = json.dumps({"schema": SCHEMA} | run._asdict(), ensure_ascii=False, indent=2)
    path.write_text(text + "\n", "utf-8")
    return path


def read(name: str, folder: Path = FOLDER) -> Run | None:
    """The figures of a producer's last run; None where it was not run."""
    path = folder / f"{name}.json"
    if not path.exists():
        return None
    data: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return Run(**{field: data.get(field, ()) for field in Run._fields})


def commit() -> str:
    """The commit that is checked out; with a plus where the code has been changed since."""
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", *CODE)
    return _git("rev-parse", "--short=10", "HEAD") + ("+" if changed else "")


def is_of_this_code(then: str) -> bool:
    """Whether the code, the rules and the catalog are still what they were at a commit."""
    if then.endswith("+"):
        return False
    command = ["git", "diff", "--quiet", then, "HEAD", "--", *CODE]
    return subprocess.run(command, cwd=ROOT, capture_output=True).returncode == 0


def _git(*arguments: str) -> str:
    command = ["git", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True).stdout.strip()


#: What a run is of; it may be another commit that is checked out when it ends.
STARTED_ON = commit()
