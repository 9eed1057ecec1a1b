"""One table to a panel: a line for each checklist, or a line for each answer."""

from __future__ import annotations

from itertools import chain

from ...editions import Editions, Header
from ...errors import InputError, refusal
from .headings import Column, Shape, shape_of
from .long_lines import LongLines
from .panel import Panel
from .reviews_read import ReviewsRead
from .table_lines import Cells, parts
from .tables import Table
from .wide_lines import WideLines


def panel_of_table(table: Table, found_in: Editions) -> Panel:
    """A table as a panel.

    Args:
        table: As one of its readers opened it.
        found_in: Where the rulebook comes from that the table names, or else the newest.

    Raises:
        InputError: Every mistake in it.
    """
    shape = shape_of(table)
    rows = (cells for cells in table.rows() if _holds_something(cells))
    first = next(rows, None)
    if first is None:
        empty = refusal("SR103", table.name, "there is no line below the headings")
        raise InputError(table.problems or empty.problems)
    reviews = ReviewsRead(found_in.rulebook(_header(shape, first)), table.name)
    lines = (LongLines if shape.is_long else WideLines)(table, shape, reviews)
    lines.begin(first)
    for cells in chain((first,), rows):
        lines.take(cells)
    if reviews.problems or table.problems:
        told = {problem.place for problem in table.problems}  # such a cell is not empty besides
        found = [problem for problem in reviews.problems if problem.place not in told]
        raise InputError([*table.problems, *found])
    return reviews.panel()


def _holds_something(cells: Cells) -> bool:
    """Whether a row is more than blanks; the first cell tells it of nearly all."""
    return bool(cells) and (bool(cells[0].strip()) or any(map(str.strip, cells)))


def _header(shape: Shape, cells: Cells) -> Header:
    """What the first line says about the catalog."""
    named = {column: cells[at].strip() for column, at in shape.columns.items() if at < len(cells)}
    return Header(named.get(Column.CATALOG) or None, parts(named.get(Column.OVERLAYS, "")))
