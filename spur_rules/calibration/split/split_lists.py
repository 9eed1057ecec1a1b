"""What the domains' counts come to: rows to settle, parameters to fix, what to talk about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from .judgements import JudgementCounts
from .kinds import KindCounts
from .settling import RowCounts
from .split import Judging, ReadingToFix, RowsTogether, RowToSettle, Settling, TopicKind
from .split_rows import RatedOnScale
from .talking import Topic


class DomainCounts(NamedTuple):
    """What was counted of the pairs of one domain."""

    letter: str
    rows: tuple[str, ...]
    kinds: KindCounts
    rated: RatedOnScale
    settling: RowCounts
    judging: JudgementCounts


def rows_to_settle(
    domains: Sequence[DomainCounts], order: Sequence[str]
) -> tuple[RowToSettle, ...]:
    """The rows that raters ticked differently: those that settle most first.

    Args:
        domains: The counts.
        order: Every indicator, in catalog order.
    """
    found = [row for domain in domains for row in _rows(domain) if row.differing]
    found.sort(key=lambda row: (-row.settled, -row.possibly, order.index(row.indicator)))
    return tuple(found)


def _rows(domain: DomainCounts) -> Iterator[RowToSettle]:
    counts = domain.settling
    settled, possibly = counts.settled.sum(axis=0), counts.possibly.sum(axis=0)
    for at, id in enumerate(domain.rows):
        numbers = (counts.differing[at], settled[at], possibly[at])
        yield RowToSettle(id, domain.letter, *map(int, numbers))


def rows_together(domains: Sequence[DomainCounts]) -> tuple[RowsTogether, ...]:
    """Two rows that settle what neither does alone: those that settle most first.

    Args:
        domains: The counts, in catalog order.
    """
    found = [
        RowsTogether((domain.rows[left], domain.rows[right]), domain.letter, pairs)
        for domain in domains
        for (left, right), pairs in sorted(domain.settling.two_rows.settled.items())
    ]
    return tuple(sorted(found, key=lambda row: -row.pairs))


def settling(domains: Sequence[DomainCounts]) -> Settling:
    """How many rows it takes to settle the differences.

    Args:
        domains: The counts.
    """
    counts = [domain.settling for domain in domains]
    explained = sum(count.explained for count in counts)
    by_one = sum(count.by_one_row for count in counts)
    by_two = sum(count.two_rows.by_two_rows for count in counts)
    by_tick = sum(count.by_one_tick for count in counts)
    return Settling(explained, by_one, by_two, explained - by_one - by_two, by_tick)


def readings_to_fix(domains: Sequence[DomainCounts]) -> tuple[ReadingToFix, ...]:
    """Every parameter over all domains, the one that settles most first; then those by domain.

    Args:
        domains: The counts.
    """
    names = list(domains[0].judging.settled) if domains else []
    by_domain = [
        ReadingToFix(name, domain.letter, int(domain.judging.settled[name].sum()))
        for domain in domains
        for name in names
    ]
    in_all = [
        ReadingToFix(name, None, sum(row.settled for row in by_domain if row.parameter == name))
        for name in names
    ]
    in_all.sort(key=lambda row: -row.settled)
    by_domain.sort(key=lambda row: -row.settled)
    return (*in_all, *(row for row in by_domain if row.settled))


def judging(domains: Sequence[DomainCounts]) -> Judging:
    """How many judgements some reading explains.

    Args:
        domains: The counts.
    """
    counts = [domain.judging for domain in domains]
    judgements = sum(count.judgements for count in counts)
    by_one = sum(count.by_one_parameter for count in counts)
    by_readings = sum(count.by_readings for count in counts)
    may_follow = sum(int(domain.kinds.may_follow.sum()) for domain in domains)
    no_criterion = sum(int(count.no_criterion.sum()) for count in counts)
    by_none = judgements - by_one - by_readings - no_criterion
    return Judging(judgements, by_one, by_readings, by_none, may_follow, no_criterion)


def topics(domains: Sequence[DomainCounts]) -> Iterator[Topic]:
    """Everything there is to talk about: rows, parameters, and grades that nothing explains.

    Args:
        domains: The counts.
    """
    letters = tuple(domain.letter for domain in domains)
    for domain in domains:
        for id, settled in zip(domain.rows, domain.settling.settled.T, strict=True):
            yield Topic(TopicKind.ROW, id, (domain.letter,), settled[np.newaxis])
    for name, also in _parameters(domains):
        pairs = np.stack([domain.judging.settled[name] for domain in domains])
        yield Topic(TopicKind.PARAMETER, name, letters, pairs, also)
    for domain in domains:
        kinds, judged = domain.kinds, domain.judging
        departing = kinds.unexplained_same_by_rules + judged.none_but_same_by_rules
        yield Topic(TopicKind.GRADE, None, (domain.letter,), departing[np.newaxis])
        for rule, pairs in judged.no_criterion_by_rule.items():
            here = pairs[np.newaxis]
            yield Topic(TopicKind.GRADE, None, (domain.letter,), here, no_criterion=rule)


def _parameters(domains: Sequence[DomainCounts]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The parameters that settle what none before them does, the one that settles most first.

    With each the others that some of its pairs may as well hang on: the same words, read apart in
    another place, are one thing to talk about and not three.
    """
    in_order = [row.parameter for row in readings_to_fix(domains) if row.domain is None]
    settled_by = {names for domain in domains for names in domain.judging.settled_by}
    left = settled_by
    for name in in_order:
        if any(name in names for names in left):
            left = {names for names in left if name not in names}
            own = [names for names in settled_by if name in names]
            others = [other for other in in_order if other != name]
            yield name, tuple(other for other in others if any(other in names for names in own))
