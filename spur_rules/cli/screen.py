"""What the program prints on: how wide it is, and whether it shows colours."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..documents.terminal import Paint
    from ..vocabulary import Grade

_COLOURS = {"A": "green", "B": "green", "C": "yellow", "D": "red"}


def paint() -> Paint:
    """How a grade is coloured: not at all unless it is read on a terminal that wants it."""
    from ..documents.terminal import plain

    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return _coloured if is_terminal() and not is_plain else plain


def width() -> int:
    """How many columns a text may take."""
    return max(60, min(100, shutil.get_terminal_size().columns)) if is_terminal() else 80


def is_terminal() -> bool:
    """Whether a person reads what is printed."""
    return sys.stdout is not None and sys.stdout.isatty()  # a closed stream is None


def _coloured(text: str, grade: Grade) -> str:
    return click.style(text, fg=_COLOURS[grade], bold=True)
