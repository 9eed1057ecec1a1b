"""The files that come with spur_rules, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(folder: str, name: str) -> Path:
    """Where a shipped file is: at the top of the checkout, or inside the installed package.

    Args:
        folder: `indicator_catalog`, `rules` or `schemas`.
        name: The file's name.
    """
    inside = _PACKAGE / "data" / folder / name
    return inside if inside.is_file() else _PACKAGE.parent / folder / name


CATALOG = shipped("indicator_catalog", "st-spur.yaml")
RULES = shipped("rules", "st-spur.yaml")
#: The hand-written cases that the shipped rules are tested with.
CASES = RULES.parent / "cases"
