"""The figures of a run, and the survivors held against their explanations."""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from mutation.session import Mutant, commit_of_run

SURVIVORS = Path(__file__).parent / "survivors.toml"
LEAST = 0.95

Key = tuple[str, str, str, str]


def explanations() -> dict[Key, str]:
    """Why a mutant may survive, by its module, its place, and the lines before and after."""
    rows = tomllib.loads(SURVIVORS.read_text("utf-8"))["survivor"]
    return {(row["module"], row["where"], row["was"], row["now"]): row["why"] for row in rows}


def against_explanations(mutants: Sequence[Mutant]) -> tuple[list[Mutant], list[Key]]:
    """The survivors that are not explained, and the explanations of mutants that do not survive.

    Args:
        mutants: What was run.
    """
    explained = explanations()
    survived = [mutant for mutant in mutants if mutant.outcome == "survived"]
    killed = {mutant[:4] for mutant in mutants} - {mutant[:4] for mutant in survived}
    return [m for m in survived if m[:4] not in explained], sorted(killed & set(explained))


def figures(mutants: Iterable[Mutant], unexplained: int) -> dict[str, Any]:
    """The figures of a run, for people and for other programs.

    Args:
        mutants: What was run.
        unexplained: How many survivors have no explanation.
    """
    modules: dict[str, Counter[str]] = {}
    for mutant in mutants:
        modules.setdefault(mutant.module, Counter()).update((mutant.outcome, "total"))
    whole = sum(modules.values(), Counter())
    noticed = whole["killed"] + whole["timeout"]  # a run that never ends is noticed too
    return {
        "tool": f"cosmic-ray {_version()}",
        "commit": commit_of_run(),
        "share": round(noticed / max(whole["total"], 1), 4),
        **_counts(whole),
        "unexplained": unexplained,
        "modules": {name: _counts(found) for name, found in sorted(modules.items())},
    }


def shown(found: dict[str, Any], unexplained: Iterable[Mutant], stale: Iterable[Key]) -> str:
    """The figures as a table, and what is to be done.

    Args:
        found: The figures.
        unexplained: Survivors without an explanation.
        stale: Explanations of mutants that did not survive.
    """
    lines = [f"{'module':<16}{'mutants':>8}{'killed':>8}{'timeout':>9}{'survived':>10}"]
    for name, row in (*found["modules"].items(), ("all", found)):
        total, killed, timeout, survived = _counts(row).values()
        lines.append(f"{name:<16}{total:>8}{killed:>8}{timeout:>9}{survived:>10}")
    lines.append(f"noticed: {found['share']:.2%} (at least {LEAST:.0%})")
    lines += [_told("Not explained; kill it with a test, or add", m[:4]) for m in unexplained]
    lines += [_told("Explained, but noticed; remove", key) for key in stale]
    return "\n".join(lines)


def _told(what: str, key: Key) -> str:
    """A mutant as the file of survivors has it."""
    rows = zip(("module", "where", "was", "now"), key, strict=True)
    entry = [f"{name} = {json.dumps(text, ensure_ascii=False)}" for name, text in rows]
    return "\n".join((f"\n{what}:", "[[survivor]]", *entry))


def _counts(found: Any) -> dict[str, int]:
    return {name: found[name] for name in ("total", "killed", "timeout", "survived")}


def _version() -> str:
    try:
        return version("cosmic-ray")
    except PackageNotFoundError:  # the figures are tested where the tool is not installed
        return "is not installed"
