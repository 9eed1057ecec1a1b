"""A panel: the same cases, reviewed by several raters, as arrays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...checklist import Checklist
from ...facts import encode
from ...rulebook import Rulebook
from ...vocabulary import Grade

#: Stands where a grade is not given, or a suggestion is a range.
NO_GRADE = -1
#: The grades by the number that stands for them in arrays: 0 is A.
GRADES = tuple(Grade)
GRADE_NUMBERS = {grade: number for number, grade in enumerate(GRADES)}
#: Who reviewed what: a case and a rater.
Named = tuple[str, str]


class Rated(NamedTuple):
    """One rater's checklist of one case."""

    case: str
    rater: str
    checklist: Checklist


@dataclass(frozen=True, eq=False)
class Panel:
    """Reviews by case and rater; what nobody filled is not there, whatever is missing is missing.

    Row by row, ordered by case and rater: `case_of` and `rater_of` number the case and the rater,
    `statuses` has the status codes in the rulebook's order, `given` the given grades as numbers,
    NO_GRADE where none is given. The arrays cannot be written to.
    """

    rulebook: Rulebook
    cases: tuple[str, ...]
    raters: tuple[str, ...]
    case_of: NDArray[np.intp]
    rater_of: NDArray[np.intp]
    statuses: NDArray[np.uint8]
    given: NDArray[np.int8]

    def __post_init__(self) -> None:
        for array in (self.case_of, self.rater_of, self.statuses, self.given):
            array.setflags(write=False)

    @property
    def size(self) -> int:
        """How many reviews there are."""
        return len(self.case_of)

    @cached_property
    def letters(self) -> tuple[str, ...]:
        """The domains' letters, in the order of the columns of `given`."""
        return tuple(domain.letter for domain in self.rulebook.domains)

    @cached_property
    def on_scale(self) -> NDArray[np.bool_]:
        """Whether a grade is given that the domain's scale has, as rows and columns of `given`."""
        found = np.zeros(self.given.shape, np.bool_)
        for at, domain in enumerate(self.rulebook.domains):
            scale = [GRADE_NUMBERS[grade] for grade in domain.domain.grades]
            found[:, at] = np.isin(self.given[:, at], scale)
        return found

    def gave(self, case: str, domain: str) -> dict[str, Grade]:
        """The grades given to a domain of a case, by rater.

        Args:
            case: The case's name.
            domain: The domain's letter.
        """
        rows = np.flatnonzero(self.case_of == self.cases.index(case))
        given = self.given[rows, self.letters.index(domain)].tolist()
        raters = [self.raters[at] for at in self.rater_of[rows].tolist()]
        found = zip(raters, given, strict=True)
        return {rater: GRADES[grade] for rater, grade in found if grade != NO_GRADE}

    def ticks(self, domain: int) -> NDArray[np.uint8]:
        """The status codes of one domain, a row for each review.

        Args:
            domain: The domain's number, in catalog order.
        """
        linked = self.rulebook.domains[domain]
        return self.statuses[:, linked.start : linked.stop]


def gather(rulebook: Rulebook, rated: Iterable[Rated]) -> Panel:
    """A panel of checklists.

    Args:
        rulebook: What all of them answer.
        rated: The checklists, at most one for each case and rater.

    Raises:
        InputError: SR401, an indicator that the rulebook does not have.

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> rulebook = load_rulebook()
    >>> one = Checklist.of("st-spur", {"A4": Status.NOT_MET})
    >>> panel = gather(rulebook, [Rated("fall 1", "R2", one), Rated("fall 1", "R1", one)])
    >>> panel.cases, panel.raters, panel.statuses.shape
    (('fall 1',), ('R1', 'R2'), (2, 74))
    """
    rows = sorted(rated, key=lambda row: (row.case, row.rater))
    statuses = b"".join(encode(rulebook, row.checklist) for row in rows)
    given = [given_grades(rulebook, row.checklist) for row in rows]
    return arrange(
        rulebook,
        [(row.case, row.rater) for row in rows],
        np.frombuffer(statuses, np.uint8).reshape(len(rows), len(rulebook.order)),
        np.array(given, np.int8).reshape(len(rows), len(rulebook.domains)),
    )


def arrange(
    rulebook: Rulebook,
    reviews: Sequence[Named],
    statuses: NDArray[np.uint8],
    given: NDArray[np.int8],
) -> Panel:
    """A panel in its order: by case, then by rater.

    Args:
        rulebook: What is answered.
        reviews: The case and the rater of each review, no two alike.
        statuses: The status codes, a row for each review.
        given: The given grades, the same way.
    """
    cases, raters = sorted({case for case, _ in reviews}), sorted({rater for _, rater in reviews})
    case_at = {case: at for at, case in enumerate(cases)}
    rater_at = {rater: at for at, rater in enumerate(raters)}
    case_of = np.array([case_at[case] for case, _ in reviews], np.intp)
    rater_of = np.array([rater_at[rater] for _, rater in reviews], np.intp)
    order = np.lexsort((rater_of, case_of))
    return Panel(
        rulebook,
        tuple(cases),
        tuple(raters),
        case_of[order],
        rater_of[order],
        statuses[order],
        given[order],
    )


def given_grades(rulebook: Rulebook, checklist: Checklist) -> list[int]:
    """The given grades as numbers, a domain each, in catalog order.

    Args:
        rulebook: Whose domains they are.
        checklist: Where they are given.
    """
    found = {given.domain: GRADE_NUMBERS[given.grade] for given in checklist.given}
    return [found.get(domain.letter, NO_GRADE) for domain in rulebook.domains]


def keep(panel: Panel, reviews: NDArray[np.bool_]) -> Panel:
    """A panel of some of the reviews; cases and raters that are left without any are gone.

    Args:
        panel: The reviews.
        reviews: Which to keep, one for each row.

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> one = Checklist.of("st-spur", {"A4": Status.NOT_MET})
    >>> panel = gather(load_rulebook(), [Rated("fall 1", "R1", one), Rated("fall 2", "R2", one)])
    >>> kept = keep(panel, panel.rater_of == panel.raters.index("R2"))
    >>> kept.cases, kept.raters, kept.case_of.tolist(), kept.size
    (('fall 2',), ('R2',), [0], 1)
    """
    cases, case_of = np.unique(panel.case_of[reviews], return_inverse=True)
    raters, rater_of = np.unique(panel.rater_of[reviews], return_inverse=True)
    return Panel(
        panel.rulebook,
        tuple(panel.cases[case] for case in cases),
        tuple(panel.raters[rater] for rater in raters),
        case_of,
        rater_of,
        panel.statuses[reviews],
        panel.given[reviews],
    )
