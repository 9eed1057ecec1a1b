"""The pairs of raters of one domain, equal reviews counted together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ...vocabulary import Code
from ..panels.panel import NO_GRADE, Panel
from ..suggested import Suggested

#: How many pairs are looked at together: what is made of them has to find room.
PAIRS_AT_ONCE = 1 << 17


class Pairs(NamedTuple):
    """Pairs of groups, and how many pairs of raters each stands for."""

    first: NDArray[np.intp]
    second: NDArray[np.intp]
    times: NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Groups:
    """Reviews of one case with the same ticks and the same given grade, as one.

    Ordered by case. `size` is how many raters, `group_of` which group each review is in, -1 for
    those without a grade on the scale. `same_ticks` numbers the different ticks of the domain.
    `worst` and `best` are what the rules make of the ticks.
    """

    domain: int
    case: NDArray[np.intp]
    given: NDArray[np.int8]
    ticks: NDArray[np.uint8]
    same_ticks: NDArray[np.intp]
    size: NDArray[np.int64]
    worst: NDArray[np.int8]
    best: NDArray[np.int8]
    group_of: NDArray[np.intp]
    off_scale: int

    @property
    def number(self) -> int:
        """How many groups there are."""
        return len(self.case)

    @cached_property
    def follows(self) -> NDArray[np.bool_]:
        """Whether the rules give exactly the given grade."""
        is_given: NDArray[np.bool_] = (self.worst == self.given) & (self.best == self.given)
        return is_given

    @cached_property
    def departs(self) -> NDArray[np.bool_]:
        """Whether the rules cannot give the grade, however the unknown turns out."""
        is_outside: NDArray[np.bool_] = (self.given > self.worst) | (self.given < self.best)
        return is_outside

    @cached_property
    def by_rules(self) -> NDArray[np.int8]:
        """The grade by the rules, NO_GRADE where a range is left."""
        return Suggested(self.worst, self.best).grade

    @cached_property
    def ticked(self) -> NDArray[np.bool_]:
        """Whether anything at all of the domain was assessed."""
        return is_ticked(self.ticks)

    @cached_property
    def has_judgements(self) -> bool:
        """Whether somebody gave the same ticks of a case another grade."""
        alike = np.unique(np.column_stack([self.case, self.same_ticks]), axis=0)
        return len(alike) < self.number

    def pairs(self) -> Iterator[Pairs]:
        """Every pair of two groups of one case, some at a time."""
        starts = np.flatnonzero(np.diff(self.case, prepend=-1)).tolist()
        stops = [*starts[1:], self.number] if starts else []
        waiting: list[NDArray[np.intp]] = []
        held = 0
        for start, stop in zip(starts, stops, strict=True):
            waiting.append(np.stack(np.triu_indices(stop - start, 1)) + start)
            held += waiting[-1].shape[1]
            if held >= PAIRS_AT_ONCE:
                yield from self._counted(waiting)
                waiting, held = [], 0
        if held:
            yield from self._counted(waiting)

    def _counted(self, found: list[NDArray[np.intp]]) -> Iterator[Pairs]:
        first, second = np.concatenate(found, axis=1)
        for at in range(0, len(first), PAIRS_AT_ONCE):
            one, other = first[at : at + PAIRS_AT_ONCE], second[at : at + PAIRS_AT_ONCE]
            yield Pairs(one, other, self.size[one] * self.size[other])


def group(panel: Panel, suggested: Suggested, domain: int) -> Groups:
    """The groups of one domain.

    Args:
        panel: The reviews.
        suggested: What the rules make of them.
        domain: The domain's number, in catalog order.
    """
    given, is_rated = panel.given[:, domain], panel.on_scale[:, domain]
    rows = np.flatnonzero(is_rated)
    ticks = panel.ticks(domain)[rows]
    same_ticks = _numbered(ticks)
    keys = np.column_stack([panel.case_of[rows], same_ticks, given[rows]]).astype(np.intp)
    _, first, place, size = np.unique(
        keys, axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    group_of = np.full(panel.size, -1, np.intp)
    group_of[rows] = place.reshape(-1)
    return Groups(
        domain,
        panel.case_of[rows][first],
        given[rows][first],
        ticks[first],
        same_ticks[first],
        size.astype(np.int64),
        suggested.worst[rows[first], domain],
        suggested.best[rows[first], domain],
        group_of,
        int((~is_rated & (given != NO_GRADE)).sum()),
    )


def is_ticked(ticks: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Whether anything at all was assessed.

    Args:
        ticks: Status codes, a row for each review.
    """
    nothing = (int(Code.NOT_ASSESSED), int(Code.NOT_IN_USE))
    assessed: NDArray[np.bool_] = np.isin(ticks, nothing, invert=True)
    found: NDArray[np.bool_] = assessed.sum(axis=1) > 0
    return found


def _numbered(ticks: NDArray[np.uint8]) -> NDArray[np.intp]:
    """A number for every row of ticks, the same for the same."""
    if not len(ticks):
        return np.empty(0, np.intp)
    _, place = np.unique(ticks, axis=0, return_inverse=True)
    return place.reshape(-1)
