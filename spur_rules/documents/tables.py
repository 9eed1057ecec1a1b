"""Rows as CSV."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def csv_text(rows: Iterable[Sequence[object]]) -> str:
    r"""Rows as CSV with a line feed after each; None is an empty cell.

    >>> csv_text([["a", "b"], [None, "x, y"]])
    'a,b\n,"x, y"\n'
    """
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(rows)
    return text.getvalue()
