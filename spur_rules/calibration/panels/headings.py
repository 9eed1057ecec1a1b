"""The headings of a table: which column is what, and whether a line is a checklist or an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from ...errors import InputError, Problem, quoted
from ...vocabulary import fold
from .tables import Table


class Column(StrEnum):
    """What a column holds that is not about one row of the form."""

    CASE = "case"
    RATER = "rater"
    ROW = "row"
    VALUE = "value"
    CATALOG = "catalog"
    OVERLAYS = "overlays"
    REGULATIONS = "regulations"


#: Every heading that has a meaning of its own, as `fold` makes it.
HEADINGS = {column.value: column for column in Column} | {
    "fall": Column.CASE,
    "bedömare": Column.RATER,
    "rad": Column.ROW,
    "värde": Column.VALUE,
    "katalog": Column.CATALOG,
    "tillägg": Column.OVERLAYS,
    "föreskrifter": Column.REGULATIONS,
}
#: What a checklist may say besides, and a panel does not need. It is read past.
PASSED_OVER = {
    *("reason", "comment", "evidence", "unit", "specialty", "date", "inspectors"),
    *("skäl", "kommentar", "underlag", "enhet", "specialitet", "datum", "inspektörer"),
}
#: What stands before the letter of a domain, where a grade is meant.
GIVEN = ("given.", "gradering.")


class Shape(NamedTuple):
    """Where everything stands.

    `answers` are the columns about a row of the form, by heading; `unnamed` have no heading.
    """

    columns: dict[Column, int]
    answers: dict[str, int]
    unnamed: tuple[int, ...]

    @property
    def is_long(self) -> bool:
        """Whether a line is one answer; otherwise it is a whole checklist."""
        return Column.ROW in self.columns


def names_a_review(headings: Iterable[str]) -> bool:
    """Whether headings say which checklist a line is about."""
    found = {HEADINGS.get(fold(heading)) for heading in headings}
    return {Column.CASE, Column.RATER} <= found


def shape_of(table: Table) -> Shape:
    """What each column of a table holds.

    Args:
        table: Its headings have `case` and `rater`.

    Raises:
        InputError: SR831, for each heading that is wrong.
    """
    columns: dict[Column, int] = {}
    answers: dict[str, int] = {}
    problems: list[Problem] = []
    for at, heading in enumerate(table.headings):
        column, name = HEADINGS.get(fold(heading)), heading.strip()
        if column in columns or name in answers:
            message = f"the heading {quoted(name)} stands twice; keep one of the columns"
            problems.append(Problem("SR831", table.heading_place(at), message))
        elif column is not None:
            columns[column] = at
        elif name and fold(name) not in PASSED_OVER:
            answers[name] = at
    unnamed = (at for at, heading in enumerate(table.headings) if not heading.strip())
    shape = Shape(columns, answers, tuple(unnamed))
    problems += _misfits(table, shape)
    if problems:
        raise InputError(problems)
    return shape


def _misfits(table: Table, shape: Shape) -> Iterator[Problem]:
    """What does not go together: two shapes at once, or neither."""
    row, value = (shape.columns.get(column) for column in (Column.ROW, Column.VALUE))
    if (row is None) != (value is None):
        there, missing = ("row", "value") if value is None else ("value", "row")
        at = row if row is not None else value
        message = f"there is a column `{there}` and none called `{missing}`; add it"
        yield Problem("SR831", table.heading_place(at or 0), message)
    elif row is not None:
        for name, at in shape.answers.items():
            message = (
                f"the heading {quoted(name)} does not go with `row` and `value`: a line is one"
                " answer, or a whole checklist; remove it"
            )
            yield Problem("SR831", table.heading_place(at), message)
    elif not shape.answers:
        message = (
            "no column is about an indicator or a grade; add `A1` … and `given.A` …, or `row` and"
            " `value` for one answer a line"
        )
        yield Problem("SR831", table.heading_place(0), message)
