"""The kinds of input file, a right file of each, and the command that reads one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

VALID = Path(__file__).parent.parent / "valid"
CATALOG, RULES, CHECKLIST = (VALID / f"{name}.yaml" for name in ("catalog", "ruleset", "checklist"))
EXAMPLE = Path(__file__).parents[2] / "examples" / "primary-care-2025.yaml"

PLAN = """\
schema: spur-rules/plan/1
catalog: mini
received: 2025-12-01
entries:
  - indicator: B1
    action: Skriva riktlinjer
    due: 2025-12-08
    responsible: Verksamhetschef
    follow_up: [2026-03-01]
    follow_up_responsible: Studierektor
corrections:
  - {indicator: A2, status: uppfyllt, reason: Intyg visat., date: 2025-12-02}
"""

Command = Callable[[str], list[str]]


class Kind(NamedTuple):
    """A kind of input file.

    Args:
        name: What it is called.
        text: A right file of it.
        command: The program's arguments, given the file's path.
        slots: Pieces of the right file, each in a place where something else could stand.
    """

    name: str
    text: str
    command: Command
    slots: tuple[str, ...]


def _beside(catalog: str = "", rules: str = "") -> list[str]:
    return ["--catalog", catalog or str(CATALOG), "--rules", rules or str(RULES)]


KINDS = (
    Kind(
        "checklist",
        CHECKLIST.read_text("utf-8"),
        lambda path: ["grade", path, *_beside()],
        ("En enhet", "2025-11-03", "delvis\n", "Saknas.", "SOSFS 2015:8", "mini@1.0.0"),
    ),
    Kind(
        "plan",
        PLAN,
        lambda path: ["regrade", str(CHECKLIST), "--plan", path, *_beside()],
        ("B1", "2025-12-08", "Skriva riktlinjer", "uppfyllt", "[2026-03-01]"),
    ),
    Kind(
        "catalog",
        CATALOG.read_text("utf-8"),
        lambda path: ["grade", str(CHECKLIST), *_beside(catalog=path)],
        ("1.0.0", "2025-01-01", "Medarbetare", "inferred", "hög-kvalitet", "Föreskrifter följs."),
    ),
    Kind(
        "ruleset",
        RULES.read_text("utf-8"),
        lambda path: ["grade", str(CHECKLIST), *_beside(rules=path)],
        ("antal", "1/2", "Litet är enstaka.", "föreskrift-brist", "2/3", "[delvis, ej uppfyllt]"),
    ),
)


def grade_shipped(path: str) -> list[str]:
    """A checklist against the shipped catalog and rules."""
    return ["grade", path]
