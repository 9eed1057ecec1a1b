"""Random tables of ratings, of every kind that raters could make."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.random import PCG64, Generator
from numpy.typing import NDArray

from spur_rules.calibration.agreement.ratings import Ratings

MISSING = -1


class Table(NamedTuple):
    """A row for each unit, a column for each rater; `size` is how many categories there are."""

    values: NDArray[np.intp]
    size: int

    def ratings(self) -> Ratings:
        """The same as ratings, each unit a case of its own."""
        unit, rater = np.nonzero(self.values != MISSING)
        units, raters = self.values.shape
        names = tuple("ABCDEF"[: self.size])
        value = self.values[unit, rater]
        return Ratings(unit, rater, value, np.arange(units), units, raters, names)

    def is_one_answer(self) -> bool:
        """Whether all ratings that can be paired are the same, so that alpha is 0/0."""
        rows = [[value for value in row if value != MISSING] for row in self.values.tolist()]
        return len({value for row in rows if len(row) > 1 for value in row}) == 1


def tables(count: int, seed: int) -> list[Table]:
    """Random tables: 2–12 raters, 2–40 units, 2–6 categories, 0–60 % missing.

    Every third has two raters, so that kappa gets its share.

    Args:
        count: How many.
        seed: The same seed draws the same tables.
    """
    random = Generator(PCG64(seed))
    return [_table(random, has_two=number % 3 == 0) for number in range(count)]


def _table(random: Generator, has_two: bool) -> Table:
    """Raters who see the same thing, each with a chance of seeing another; some use few grades."""
    units, raters = int(random.integers(2, 41)), 2 if has_two else int(random.integers(3, 13))
    size = int(random.integers(2, 7))
    shares = random.dirichlet(np.full(size, random.choice([0.1, 1.0, 5.0])))
    seen = random.choice(size, (units, 1), p=shares)
    other = random.choice(size, (units, raters), p=shares)
    values = np.where(random.random((units, raters)) < random.random(), seen, other)
    is_missing = random.random((units, raters)) < 0.6 * random.random()
    return Table(np.where(is_missing, MISSING, values), size)
