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
        refused: The exit codes of a file that is not right; lint has found something then.
    """

    name: str
    text: str
    command: Command
    slots: tuple[str, ...]
    refused: tuple[int, ...] = (2,)


def _beside(catalog: str = "", rules: str = "") -> list[str]:
    return ["--catalog", catalog or str(CATALOG), "--rules", rules or str(RULES)]


CASES = """\
schema: spur-rules/cases/1
catalog: mini
rules: mini
cases:
  - id: A-ett-saknas
    about: En föreskrift är inte uppfylld.
    printed: Föreskrifter följs inte.
    domain: A
    otherwise: uppfyllt
    answers: {A1: ej uppfyllt}
    expect: {grade: D, rules: [föreskrift-brist], shortcomings: {A1: D}, caveats: []}
  - id: B-delvis
    about: Ett råd följs delvis.
    domain: B
    answers: {B1: uppfyllt, B2: delvis, B3: {status: på annat sätt, reason: Målet nås.}}
    profile: sträng
    policy: {enstaka.högst: 1}
    expect: {worst: B, best: B}
"""

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
    Kind(
        "cases",
        CASES,
        lambda path: ["test", path, *_beside()],
        ("B-delvis", "uppfyllt, B2", "Målet nås.", "sträng", "enstaka.högst", "grade: D"),
    ),
    Kind(
        "linted",
        RULES.read_text("utf-8"),
        lambda path: ["lint", path, "--catalog", str(CATALOG)],
        ("antal", "1/2", "Litet är enstaka.", "föreskrift-brist", "2/3", "Skalan"),
        refused=(1,),
    ),
    Kind(
        "proven",
        RULES.read_text("utf-8"),
        lambda path: ["verify", *_beside(rules=path)],
        ("antal", "1/2", "Litet är enstaka.", "föreskrift-brist", "2/3", "[delvis, ej uppfyllt]"),
    ),
)


def grade_shipped(path: str) -> list[str]:
    """A checklist against the shipped catalog and rules."""
    return ["grade", path]
