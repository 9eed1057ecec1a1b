"""Reviews that come in one by one, put together as the arrays of a panel."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError, Problem
from ...loading import MOST_FOUND
from ...provenance import Place
from ...rulebook import Rulebook
from ...vocabulary import Code
from .form_rows import EMPTY
from .names import sound_name
from .panel import NO_GRADE, Named, Panel, arrange

#: Sixty raters of all units of a country have 20,000; each takes some hundred bytes.
MOST_REVIEWS = 500_000

Used = tuple[str, ...]


class ReviewsRead:
    """What was read so far: a row of codes for each review, EMPTY where nothing is said.

    Args:
        rulebook: What is answered.
        name: How messages name the source.
    """

    def __init__(self, rulebook: Rulebook, name: str) -> None:
        self.rulebook, self.problems = rulebook, list[Problem]()
        self._name = name
        self._numbers: dict[Named, int] = {}
        self._sound: dict[str, str] = {}
        self._used: dict[int, Used] = {}
        self._statuses, self._given = bytearray(), bytearray()
        self._width, self._domains = len(rulebook.order), len(rulebook.domains)
        self._blank = bytes([EMPTY]) * self._width
        self._no_grades = bytes([EMPTY]) * self._domains

    def tell(self, problem: Problem) -> None:
        """Keep a mistake, and stop where there are more than anyone mends at a time."""
        self.problems.append(problem)
        if len(self.problems) >= MOST_FOUND:
            raise InputError(self.problems)

    def number(self, case: str, rater: str) -> int | None:
        """The number of a review that is there already."""
        return self._numbers.get((case, rater))

    def add(self, case: str, rater: str, statuses: bytes = b"", given: bytes = b"") -> int:
        """A new review, and its number."""
        number = self._numbers[case, rater] = len(self._numbers)
        if number >= MOST_REVIEWS:
            message = f"more than {MOST_REVIEWS:,} checklists; split the table by case"
            raise InputError([Problem("SR104", Place(self._name), message)])
        self._statuses += statuses or self._blank
        self._given += given or self._no_grades
        return number

    def put(self, number: int, at: int, code: int, is_grade: bool) -> int | None:
        """Put a code where nothing is yet; where something is, what it is, and it stays."""
        codes, width = (self._given, self._domains) if is_grade else (self._statuses, self._width)
        before = codes[number * width + at]
        if before != EMPTY:
            return before
        codes[number * width + at] = code
        return None

    def use(self, number: int, regulations: Used) -> Used:
        """Say which regulations a review names; those that were named first."""
        return self._used.setdefault(number, regulations)

    def sound(self, name: str) -> str | None:
        """A name as it is kept; the same few come again and again."""
        found = self._sound.get(name)
        if found is None:
            found = sound_name(name)
            if found is not None:
                self._sound[name] = found
        return found

    def panel(self) -> Panel:
        """All of it as a panel; whatever was told is for the caller to raise."""
        size = len(self._numbers)
        statuses = np.frombuffer(self._statuses, np.uint8).reshape(size, self._width).copy()
        statuses[statuses == EMPTY] = Code.NOT_ASSESSED
        self._leave_out(statuses)
        given = np.frombuffer(self._given, np.uint8).reshape(size, self._domains)
        grades = np.where(given == EMPTY, NO_GRADE, given).astype(np.int8)
        return arrange(self.rulebook, list(self._numbers), statuses, grades)

    def _leave_out(self, statuses: NDArray[np.uint8]) -> None:
        """What `facts.encode` does: a row bound to regulations that are not named is not there."""
        for id, row in self.rulebook.bound.items():
            of_use = {used: row.is_in_use(used) for used in {*self._used.values(), ()}}
            for_all = [of_use[self._used.get(number, ())] for number in range(len(statuses))]
            statuses[~np.array(for_all, bool), self.rulebook.position[id]] = Code.NOT_IN_USE
