"""Asking for what is still open: which question comes next, and every answer saved at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

from ..api import grader, suggest
from ..checklist import Answer
from ..engines.choice import AUTO
from ..policy import Policy
from ..rulebook import Rulebook
from ..suggestion import DomainSuggestion, OpenIndicator, Outcome, Suggestion
from ..vocabulary import Norm, Status
from ..yaml_events import NOT_TEXT
from .saving import Document, with_row
from .steps import Steps


class Question(NamedTuple):
    """What to ask next: the indicator, its domain, and what is known of its row.

    `regulations` are those that the review names; none where it does not say.
    """

    domain: DomainSuggestion
    indicator: OpenIndicator
    outcomes: tuple[Outcome, ...]
    row: Answer | None
    regulations: tuple[str, ...]

    @property
    def id(self) -> str:
        """The indicator's id."""
        return self.indicator.indicator

    @property
    def answers_left(self) -> int:
        """So many answers are enough to settle the domain, whatever they are."""
        known = self.indicator.answers_left
        return len(self.domain.open) if known is None else known


class Session(Steps):
    """One round of questions on one checklist file.

    Args:
        document: The file as `open_document` read it.
        rulebook: What the checklist answers.
        policy: How vague words are read.
        letters: The domains to ask about; all when empty.
        engine: `auto`, `native` or `durable`.

    Raises:
        InputError: SR605, answers could not be saved there.

    >>> from pathlib import Path
    >>> from spur_rules.api import load_rulebook, read_policy
    >>> from spur_rules.asking.saving import open_document
    >>> rulebook = load_rulebook()
    >>> document = open_document(Path("new.yaml"), rulebook.catalog, may_be_new=True)
    >>> session = Session(document, rulebook, read_policy(rulebook), engine="native")
    >>> session.question().domain.domain, session.question().answers_left > 0
    ('A', True)
    """

    def __init__(
        self,
        document: Document,
        rulebook: Rulebook,
        policy: Policy,
        letters: Iterable[str] = (),
        engine: str = AUTO,
    ) -> None:
        super().__init__(document, rulebook, letters)
        self._policy, self._engine = policy, engine
        self.suggestion = self._suggested()

    @property
    def domains(self) -> tuple[DomainSuggestion, ...]:
        """The domains that are asked about, in catalog order."""
        return tuple(d for d in self.suggestion.domains if d.domain in self._letters)

    @property
    def skipped(self) -> int:
        """How many of the questions that are still open were skipped."""
        return sum(row.indicator in self._skipped for d in self.domains for row in d.open)

    def question(self) -> Question | None:
        """The best question of the first domain that has one; None when there is none left."""
        for domain in self.domains:
            for indicator in domain.open:
                if indicator.indicator not in self._skipped:
                    return self._question(domain, indicator)
        return None

    def unasked(self, domain: DomainSuggestion) -> tuple[str, ...]:
        """What is not assessed although no answer to it can change the domain's grade.

        Args:
            domain: One of the domains that are asked about.
        """
        asked = {row.indicator for row in domain.open}
        asked |= {row.indicator for row in domain.not_in_use}
        linked = self._rulebook.domain(domain.domain)
        status = self.document.checklist.status
        unknown = (id for id in linked.indicators if status(id) is Status.NOT_ASSESSED)
        return tuple(id for id in unknown if id not in asked)

    def _question(self, domain: DomainSuggestion, indicator: OpenIndicator) -> Question:
        row = self.document.row(indicator.indicator)
        regulations = self.document.checklist.review.regulations
        return Question(domain, indicator, self._outcomes(domain, indicator), row, regulations)

    def _refresh(self) -> tuple[DomainSuggestion, ...]:
        """Suggest anew; the domains that this settled."""
        open_before = {domain.domain for domain in self.domains if domain.grade is None}
        self.suggestion = self._suggested()
        return tuple(d for d in self.domains if d.grade is not None and d.domain in open_before)

    def _suggested(self) -> Suggestion:
        checklist = self.document.checklist
        return suggest(self._rulebook, checklist, self._policy, self._engine)

    def _outcomes(self, domain: DomainSuggestion, asked: OpenIndicator) -> tuple[Outcome, ...]:
        """What each answer would give; `på annat sätt` too, which only an allmänt råd has."""
        given = {outcome.status for outcome in asked.outcomes}
        if asked.norm is not Norm.ALLMANT_RAD or Status.MET_OTHERWISE in given:
            return asked.outcomes
        row = Answer(indicator=asked.indicator, status=Status.MET_OTHERWISE, reason="?")
        answered = with_row(self.document.checklist, row.indicator, row)
        outline = grader(self._rulebook, self._policy, self._engine).outline(answered)
        at = self.suggestion.domains.index(domain)
        ends = outline.worst[at], outline.best[at]
        met = next(o for o in asked.outcomes if o.status is Status.MET)
        left = met.answers_left if ends == (met.worst, met.best) else None
        return (*asked.outcomes, Outcome(Status.MET_OTHERWISE, *ends, left))


def cleaned(typed: str) -> str:
    r"""What a person typed, on one line, without what is not text.

    >>> cleaned("  Saknas \x1b[D helt\t")
    'Saknas [D helt'
    """
    return " ".join(NOT_TEXT.sub("", unicodedata.normalize("NFC", typed)).split())
