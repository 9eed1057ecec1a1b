"""What an explanation holds: what would raise a grade, what would lower it, what it hangs on."""

from __future__ import annotations

from typing import NamedTuple

from .vocabulary import Grade, Status


class Choice(NamedTuple):
    """So many of these indicators, any of them, get another status."""

    number: int
    of: tuple[str, ...]
    status: Status

    @property
    def is_all(self) -> bool:
        """Whether it is every one of them."""
        return self.number == len(self.of)


#: Choices that must all be made.
Way = tuple[Choice, ...]


class Step(NamedTuple):
    """Ways to the same end; one of them is enough, and none of it can be left out."""

    ways: tuple[Way, ...]

    @property
    def fewest(self) -> int:
        """How many indicators the shortest way changes."""
        return min(sum(choice.number for choice in way) for way in self.ways)


class Repair(NamedTuple):
    """What must be mended for a better grade: every step, by one of its ways.

    Together the steps and their ways are exactly the smallest repairs: each is enough, and of none
    can anything be left out. Where there are too many to list, one of them is given and
    `is_complete` is false.
    """

    grade: Grade
    steps: tuple[Step, ...]
    is_complete: bool = True

    @property
    def is_possible(self) -> bool:
        """Whether mending reaches the grade: not where a rule fires on what does not apply."""
        return all(step.ways for step in self.steps)

    @property
    def fewest(self) -> int | None:
        """How many indicators must be mended at least; None where mending does not reach it."""
        return sum(step.fewest for step in self.steps) if self.is_possible else None


class Worsening(NamedTuple):
    """A single answer that would lower the grade: any one of these indicators, found so."""

    grade: Grade
    indicators: tuple[str, ...]
    statuses: tuple[Status, ...]
