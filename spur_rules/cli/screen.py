"""The terminal: how wide it is, and whether it wants colour."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ..vocabulary import Grade

_COLOURS = {"A": "green", "B": "green", "C": "yellow", "D": "red"}


def wants_colour() -> bool:
    """Whether text may be coloured: on a terminal that has not asked for plain text."""
    is_plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return is_terminal() and not is_plain


def width() -> int:
    """Columns to stay within: 60 to 100, and 80 where the output is no terminal."""
    return max(60, min(100, shutil.get_terminal_size().columns)) if is_terminal() else 80


def is_terminal() -> bool:
    """Whether a person sees the output as it is written."""
    return sys.stdout is not None and sys.stdout.isatty()  # a closed stream is None


def coloured(text: str, grade: Grade) -> str:
    """A text in the colour of a grade; the letter alone says everything."""
    return click.style(text, fg=_COLOURS[grade], bold=True)
