"""Many reviews under every reading: how many grades move, and which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from ..checklist import Checklist
from ..explanation import Interval
from ..policy import Policy
from ..rulebook import Rulebook
from .sensitivity import Ranges, readings


class SweepRow(NamedTuple):
    """One reading: how many grades it moves in each domain, and how many of all up and down.

    `parameter` and `values` are None for a profile. A grade that is a range moves when one of its
    ends does.
    """

    profile: str | None
    parameter: str | None
    values: Interval | None
    moved: tuple[int, ...]
    raised: int
    lowered: int


class Sweep(NamedTuple):
    """Every reading one step from a policy, held against that policy on the same reviews."""

    policy: Policy
    reviews: int
    domains: tuple[str, ...]
    rows: tuple[SweepRow, ...]


def sweep(rulebook: Rulebook, checklists: Iterable[Checklist], policy: Policy) -> Sweep:
    """How many grades move under every profile and every single change of one parameter.

    Args:
        rulebook: The linked catalog and ruleset.
        checklists: What was answered, review by review.
        policy: The reading to start from.

    Raises:
        InputError: A checklist answers an indicator that the rulebook does not have.
    """
    tried = readings(rulebook, policy)
    facts = [tried.facts(checklist) for checklist in checklists]
    base = [tried.base.ranges(*found) for found in facts]
    rows: list[SweepRow] = []
    size = len(rulebook.domains)
    for name, reading in tried.profiles.items():
        moved = _moved(base, [reading.ranges(*found) for found in facts], size)
        rows.append(SweepRow(name, None, None, *moved))
    for name, values in tried.parameters.items():
        under = [(v.values, [v.reading.ranges(*found) for found in facts]) for v in values]
        rows += _rows(name, under, base, size)
    return Sweep(policy, len(facts), tuple(d.letter for d in rulebook.domains), tuple(rows))


def _rows(
    parameter: str, under: list[tuple[Interval, list[Ranges]]], base: list[Ranges], size: int
) -> Iterator[SweepRow]:
    for ranges, group in groupby(under, key=lambda row: row[1]):
        values = Interval.joined([interval for interval, _ in group])
        yield SweepRow(None, parameter, values, *_moved(base, ranges, size))


def _moved(base: list[Ranges], under: list[Ranges], size: int) -> tuple[tuple[int, ...], int, int]:
    """How many grades move in each domain; how many go up and down, at no end the other way."""
    moved = [0] * size
    raised = lowered = 0
    for base_ranges, ranges in zip(base, under, strict=True):
        for at, (old, new) in enumerate(zip(base_ranges, ranges, strict=True)):
            moved[at] += old != new
            ends = list(zip(new, old, strict=True))
            raised += old != new and all(after <= before for after, before in ends)
            lowered += old != new and all(after >= before for after, before in ends)
    return tuple(moved), raised, lowered
