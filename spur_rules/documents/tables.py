"""Rows as CSV, and as columns of text."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

#: What a spreadsheet takes for a formula, or for the start of another cell.
_FORMULA = re.compile(r"[=+\-@\t\r].")
_NUMBER = re.compile(r"[+-]?[\d.,]+%?")


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    r"""Rows as CSV with a line feed after each; None is an empty cell.

    A text that a spreadsheet would take for a formula gets an apostrophe before it.

    >>> csv_text([["a", "b"], [None, "x, y"]])
    'a,b\n,"x, y"\n'
    >>> csv_text([["=1+1", "-0.5", -0.5, "-"]])
    "'=1+1,-0.5,-0.5,-\n"

    Source: OWASP, CSV Injection.
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(map(_safe_row, rows))
    return text.getvalue()


def aligned(rows: Sequence[Sequence[str]]) -> list[str]:
    """Rows as lines in columns two spaces apart: the first to the left, the others to the right.

    >>> aligned([["domain", "n"], ["A", "12"]])
    ['domain   n', 'A       12']
    """
    first, *others = (max(map(len, column)) for column in zip(*rows, strict=True))
    lines = []
    for name, *cells in rows:
        set_right = [f"{cell:>{width}}" for cell, width in zip(cells, others, strict=True)]
        lines.append("  ".join([f"{name:<{first}}", *set_right]).rstrip())
    return lines


def _safe_row(row: Sequence[object]) -> list[object]:
    return [_safe(cell) for cell in row]


def _safe(cell: object) -> object:
    is_text = isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell)
    return f"'{cell}" if is_text else cell
