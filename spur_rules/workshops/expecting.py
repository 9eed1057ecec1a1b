"""Who is expected to hand in what, and what is missing while a round is open."""

from __future__ import annotations

from typing import NamedTuple

from .workshop import Workshop


class Missing(NamedTuple):
    """What is not there yet: the cases of raters who are known, and how many others are awaited."""

    by_rater: tuple[tuple[str, tuple[str, ...]], ...]
    nameless: int

    def __bool__(self) -> bool:
        return bool(self.by_rater or self.nameless)


def is_foreseen(workshop: Workshop) -> bool:
    """Whether it was said who, or how many, will hand in."""
    return bool(workshop.opened.raters) or workshop.opened.expected is not None


def awaited(workshop: Workshop) -> tuple[str, ...]:
    """Those who were named when the workshop began, and all who have handed in since."""
    return tuple(sorted({*workshop.opened.raters, *workshop.raters}))


def awaited_checklists(workshop: Workshop) -> int:
    """How many checklists a whole round has: one of each case from each rater."""
    known = len(awaited(workshop))
    return max(known, workshop.opened.expected or 0) * len(workshop.cases)


def missing(workshop: Workshop) -> Missing:
    """What the last round lacks. Where nobody was foreseen, those who have come are expected.

    Args:
        workshop: Where it stands; it has a round.
    """
    handed_in, known = workshop.rounds[-1].handed_in, awaited(workshop)
    lacks = {r: tuple(c for c in workshop.case_ids if (c, r) not in handed_in) for r in known}
    rows = tuple((rater, cases) for rater, cases in lacks.items() if cases)
    return Missing(rows, max(0, (workshop.opened.expected or 0) - len(known)))
