"""Many reviews under every reading: how many grades move, and which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby, pairwise
from typing import NamedTuple

from ..checklist import Checklist
from ..explanation import Interval
from ..policy import Policy
from ..provenance import OverlayUsed
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
    """Every reading one step from a policy, held against that policy on the same reviews.

    `overlays` are those that some of the reviews were graded with.
    """

    policy: Policy
    reviews: int
    domains: tuple[str, ...]
    rows: tuple[SweepRow, ...]
    overlays: tuple[OverlayUsed, ...] = ()


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
    letters = tuple(domain.letter for domain in rulebook.domains)
    return Sweep(policy, len(facts), letters, tuple(rows), rulebook.catalog.overlaid.overlays)


def together(sweeps: Sequence[Sweep]) -> Sweep:
    """Sweeps of reviews with different rulebooks, such as versions of one catalog, as one.

    Where the values of a parameter are cut otherwise, they are cut at every place where one is.

    Args:
        sweeps: At least one; all with the same domains.
    """
    first = sweeps[0]
    if len(sweeps) == 1:
        return first
    of_profile: dict[str, list[SweepRow]] = {}
    of_parameter: dict[str, list[list[SweepRow]]] = {}
    for made in sweeps:
        for row in made.rows:
            if row.profile is not None:
                of_profile.setdefault(row.profile, []).append(row)
        for name, rows in groupby(made.rows, key=lambda row: row.parameter):
            if name is not None:
                of_parameter.setdefault(name, []).append(list(rows))
    merged = [_summed(rows, None) for rows in of_profile.values()]
    for cut in of_parameter.values():
        merged += _cut_alike(cut)
    reviews = sum(made.reviews for made in sweeps)
    overlays = tuple(dict.fromkeys(used for made in sweeps for used in made.overlays))
    return first._replace(reviews=reviews, rows=tuple(merged), overlays=overlays)


def _cut_alike(sweeps: list[list[SweepRow]]) -> Iterator[SweepRow]:
    """The rows of one parameter from every sweep, on the same intervals."""
    intervals = [row.values for rows in sweeps for row in rows if row.values is not None]
    found: dict[tuple[SweepRow, ...], list[Interval]] = {}
    for piece, value in _pieces(sorted({end for i in intervals for end in (i.low, i.high)})):
        holding = [row for rows in sweeps for row in rows if row.values and value in row.values]
        if len(holding) == len(sweeps):  # else no parameter has a value there
            found.setdefault(tuple(holding), []).append(piece)
    for rows, pieces in found.items():
        yield _summed(rows, Interval.joined(pieces))


def _pieces(ends: list[Fraction]) -> Iterator[tuple[Interval, Fraction]]:
    """Every end and what lies between two of them, each with a value in it."""
    for low, high in pairwise(ends):
        yield Interval(low, low), low
        yield Interval(low, high, has_low=False, has_high=False), (low + high) / 2
    yield Interval(ends[-1], ends[-1]), ends[-1]


def _summed(rows: Sequence[SweepRow], values: Interval | None) -> SweepRow:
    moved = tuple(map(sum, zip(*(row.moved for row in rows), strict=True)))
    raised, lowered = sum(row.raised for row in rows), sum(row.lowered for row in rows)
    return SweepRow(rows[0].profile, rows[0].parameter, values, moved, raised, lowered)


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
