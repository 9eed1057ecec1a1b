"""Many reviews' given grades: how they agree, by domain, direction and reading."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..explanation import UnderProfile
from .sanity import Check, CheckedDomain, Verdict


class AgreementRow(NamedTuple):
    """How many given grades of one domain have this verdict.

    `reading` is the first named one that gives such a grade: a profile, or a parameter's name.
    """

    domain: str
    verdict: Verdict
    direction: Verdict | None
    reading: str | None
    has_reason: bool
    number: int


class Agreement(NamedTuple):
    """The given grades of many reviews held against the suggested ones.

    `reviews` is how many of them have a given grade at all.
    """

    reviews: int
    domains: tuple[str, ...]
    rows: tuple[AgreementRow, ...]

    def number_of(self, domain: str, verdict: Verdict) -> int:
        """How many grades of a domain have a verdict."""
        return sum(r.number for r in self.rows if (r.domain, r.verdict) == (domain, verdict))


def agreement(checks: Iterable[Check]) -> Agreement:
    """Count the verdicts of many checks.

    Args:
        checks: What `check` returned for each review.
    """
    checks = tuple(checks)
    found = Counter(_key(row) for check in checks for row in check.domains)
    letters = [d.domain for check in checks[:1] for d in check.suggestion.domains]
    rows = [AgreementRow(*key, number) for key, number in found.items()]
    rows.sort(key=lambda row: _in_order(row, letters))
    reviews = sum(bool(check.domains) for check in checks)
    return Agreement(reviews, tuple(letters), tuple(rows))


def reading_of(row: CheckedDomain) -> str | None:
    """The first named reading that gives the grade: a profile, or a parameter."""
    for reading in row.readings:
        return reading.profile if isinstance(reading, UnderProfile) else reading.parameter
    return None


def _key(row: CheckedDomain) -> tuple[str, Verdict, Verdict | None, str | None, bool]:
    return row.domain, row.verdict, row.direction, reading_of(row), row.reason is not None


def _in_order(row: AgreementRow, letters: Sequence[str]) -> tuple[int, int, int, str, bool]:
    verdicts = list(Verdict)
    direction = verdicts.index(row.direction) if row.direction else -1
    return (
        letters.index(row.domain),
        verdicts.index(row.verdict),
        direction,
        row.reading or "",
        row.has_reason,
    )
