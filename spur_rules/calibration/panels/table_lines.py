"""The lines of a table, taken in one by one: what every line has, whatever its shape."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from operator import itemgetter

from ...errors import Problem, quoted
from ...provenance import Place
from ...reading import catalog_misfit, regulation_misfits
from ...yaml_file import YamlFile
from .form_rows import FormRow, FormRows
from .headings import Column, Shape
from .names import KINDS, NAME_IS, LookAlikes
from .reviews_read import ReviewsRead, Used
from .tables import Table

Cells = Sequence[str]
_BETWEEN = re.compile(r"[;,]")


def parts(text: str) -> Used:
    """The names in one cell, with commas or semicolons between.

    >>> parts("SOSFS 2015:8; HSLF-FS 2021:8")
    ('SOSFS 2015:8', 'HSLF-FS 2021:8')
    """
    return tuple(part.strip() for part in _BETWEEN.split(text) if part.strip())


class Lines(ABC):
    """Takes in the lines of one table.

    Args:
        table: The table.
        shape: What its columns hold.
        reviews: Where the reviews go.
    """

    def __init__(self, table: Table, shape: Shape, reviews: ReviewsRead) -> None:
        self.table, self.shape, self.reviews = table, shape, reviews
        self.rows = FormRows(reviews.rulebook)
        self.rulebook = reviews.rulebook
        self._named: Callable[[Cells], tuple[str, str]] = itemgetter(
            shape.columns[Column.CASE], shape.columns[Column.RATER]
        )
        told = (Column.CATALOG, Column.OVERLAYS)
        self._alike = [shape.columns[column] for column in told if column in shape.columns]
        self._first: Cells = ()
        self._regulations: dict[str, Used] = {}
        self._look_alikes, self._seen = LookAlikes(), set[tuple[str, str]]()

    @abstractmethod
    def take(self, cells: Cells) -> None:
        """Take in one line."""

    def begin(self, cells: Cells) -> None:
        """Look at what the first line says about the catalog; the others must say the same."""
        self._first, catalog = cells, self.rulebook.catalog
        for column in (Column.CATALOG, Column.OVERLAYS):
            at = self.shape.columns.get(column, len(cells))
            word = cells[at].strip() if at < len(cells) else ""
            if word and column is Column.CATALOG:
                file = YamlFile(self.table.name, {"catalog": word})
                self._tell_at(at, catalog_misfit(file, catalog, "the table answers"))
            for name in parts(word) if column is Column.OVERLAYS else ():
                if not catalog.overlaid.names(name):
                    message = (
                        f"the table was made for the overlay {quoted(name)}, which the catalog does"
                        " not have; give its file with --overlay"
                    )
                    self.tell("SR231", at, message)

    def tell(self, code: str, column: int, message: str) -> None:
        """A mistake in a cell of the present line."""
        self.reviews.tell(Problem(code, self.table.place(column), message))

    def _tell_at(self, column: int, problems: Iterable[Problem]) -> None:
        for problem in problems:
            self.reviews.tell(replace(problem, place=self.table.place(column)))

    def tell_word(self, row: FormRow, column: int, word: str) -> None:
        """A mistake in what is said of a row of the form."""
        self._tell_at(column, self.rows.misfits(row, word, Place("")))

    def review(self, cells: Cells) -> tuple[str, str] | None:
        """The case and the rater of a line; None where the line is no good, which is told."""
        if len(cells) != len(self.table.headings):
            cells_found = "1 cell" if len(cells) == 1 else f"{len(cells)} cells"
            message = (
                f"{cells_found} for {len(self.table.headings)} headings; what stands between the"
                " headings stands between the cells, and a text that holds it is put in quotes"
            )
            self.tell("SR832", 0, message)
            return None
        for at in self._alike:
            if cells[at].strip() != self._first[at].strip():
                self._tell_other_catalog(at, cells[at])
        for at in self.shape.unnamed:
            if cells[at].strip():
                self.tell(
                    "SR831",
                    at,
                    f"{quoted(cells[at])} stands in a column without a heading; give it one",
                )
        case, rater = map(self.reviews.sound, self._named(cells))
        if case is None or rater is None:
            self._tell_unnamed(cells)
            return None
        self._tell_look_alikes(case, rater)
        return case, rater

    def _tell_look_alikes(self, *names: str) -> None:
        """Each name once, where it first stands; all that follow of it are the same review."""
        for kind, name in zip(KINDS, names, strict=True):
            if (kind, name) in self._seen:
                continue
            self._seen.add((kind, name))
            if message := self._look_alikes.message(kind, name):
                self.tell("SR839", self.shape.columns[Column(kind)], message)

    def _tell_other_catalog(self, at: int, word: str) -> None:
        first = quoted(self._first[at].strip())
        message = f"{quoted(word)} here, {first} in the first line; make a table of each"
        self.tell("SR836", at, message)

    def _tell_unnamed(self, cells: Cells) -> None:
        for column in (Column.CASE, Column.RATER):
            at = self.shape.columns[column]
            if self.reviews.sound(cells[at]) is None:
                name = quoted(self.table.headings[at].strip())
                blank, cell = not cells[at].strip(), quoted(cells[at])
                found = "is empty" if blank else f"is {cell}, which is no name"
                message = f"{name} {found}; name the {column} on every line; {NAME_IS}"
                self.tell("SR832", at, message)

    def use(self, number: int, column: int, text: str) -> Used:
        """Say which regulations a review names; those that were named first."""
        if text not in self._regulations:
            names = parts(text)
            file = YamlFile(self.table.name, {"regulations": names})
            wrong = list(regulation_misfits(file, self.rulebook.catalog, "regulations.*"))
            self._tell_at(column, wrong)
            self._regulations[text] = names
        return self.reviews.use(number, self._regulations[text])
