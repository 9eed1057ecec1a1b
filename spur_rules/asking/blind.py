"""Asking a rater for every row and every grade, with nothing suggested on the way."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..catalog import Indicator
from ..checklist import Answer
from ..facts import encode, not_in_use
from ..rulebook import LinkedDomain
from ..vocabulary import Status
from .steps import Steps


class RowAsked(NamedTuple):
    """A row to ask for: the `number`th of its domain's rows, and what is known of it."""

    domain: LinkedDomain
    indicator: Indicator
    number: int
    row: Answer | None
    regulations: tuple[str, ...]

    @property
    def id(self) -> str:
        """The indicator's id."""
        return self.indicator.id


class GradeAsked(NamedTuple):
    """A domain to grade, with the rater's own ticks by status."""

    domain: LinkedDomain
    ticks: dict[Status, tuple[str, ...]]

    @property
    def id(self) -> str:
        """The domain's letter."""
        return self.domain.letter


class BlindSession(Steps):
    """Every row in the catalog's order, and each domain's grade behind its rows.

    The rules are never asked, so that nothing can be seen of what they would suggest.

    >>> from pathlib import Path
    >>> from spur_rules.api import load_rulebook
    >>> from spur_rules.asking.saving import open_document
    >>> rulebook = load_rulebook()
    >>> document = open_document(Path("new.yaml"), rulebook.catalog, may_be_new=True)
    >>> BlindSession(document, rulebook, "E").question().id
    'E1'
    """

    @property
    def domains(self) -> tuple[LinkedDomain, ...]:
        """The domains that are asked about, in catalog order."""
        return tuple(d for d in self._rulebook.domains if d.letter in self._letters)

    def question(self) -> RowAsked | GradeAsked | None:
        """The first row without a status, or grade that is not given; None when none is left."""
        for domain in self.domains:
            for id in self.rows(domain):
                if self._is_open(id):
                    return self._row(domain, id)
            if self.document.grade(domain.letter) is None and domain.letter not in self._skipped:
                return GradeAsked(domain, self._ticks(domain))
        return None

    def rows(self, domain: LinkedDomain) -> tuple[str, ...]:
        """The rows of a domain that the review is asked for, in catalog order.

        Args:
            domain: One of the domains that are asked about.
        """
        unused = not_in_use(self._rulebook, encode(self._rulebook, self.document.checklist))
        return tuple(id for id in domain.indicators if id not in unused)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """The rows that are not assessed."""
        status = self.document.checklist.status
        rows = (id for domain in self.domains for id in self.rows(domain))
        return tuple(id for id in rows if status(id) is Status.NOT_ASSESSED)

    @property
    def ungraded(self) -> tuple[str, ...]:
        """The domains without a given grade."""
        return tuple(d.letter for d in self.domains if self.document.grade(d.letter) is None)

    def _is_open(self, id: str) -> bool:
        is_known = self.document.checklist.status(id) is not Status.NOT_ASSESSED
        return not is_known and id not in self._skipped

    def _row(self, domain: LinkedDomain, id: str) -> RowAsked:
        number = self.rows(domain).index(id) + 1
        regulations = self.document.checklist.review.regulations
        return RowAsked(domain, domain.indicators[id], number, self.document.row(id), regulations)

    def _ticks(self, domain: LinkedDomain) -> dict[Status, tuple[str, ...]]:
        return {status: rows for status in Status if (rows := tuple(self._with(domain, status)))}

    def _with(self, domain: LinkedDomain, status: Status) -> Iterator[str]:
        answered = self.document.checklist.status
        return (id for id in self.rows(domain) if answered(id) is status)
