"""A suggestion explained: why, why not better, and what one answer more or less would do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..checklist import Checklist
from ..explanation import Repair, Worsening
from ..facts import encode
from ..policy import Policy
from ..rulebook import Rulebook
from ..suggestion import ByLetter, DomainSuggestion, Suggestion
from .repairs import Repairs
from .what_if import what_if


@dataclass(frozen=True, slots=True)
class DomainExplanation:
    """One domain: its suggestion, and what would raise or lower the grade.

    Both are about the best grade of a range: what is still open is taken as met.
    """

    suggestion: DomainSuggestion
    repairs: tuple[Repair, ...]
    worsenings: tuple[Worsening, ...]

    @property
    def domain(self) -> str:
        """The domain's letter."""
        return self.suggestion.domain


@dataclass(frozen=True, slots=True)
class Explanation(ByLetter[DomainExplanation]):
    """The explanation of a whole review: every domain, in catalog order."""

    suggestion: Suggestion
    domains: tuple[DomainExplanation, ...]


def explain(rulebook: Rulebook, checklist: Checklist, suggestion: Suggestion) -> Explanation:
    """What would raise and what would lower each domain's grade.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered.
        suggestion: What was suggested for it.
    """
    policy = suggestion.provenance.policy
    return Explanation(suggestion, tuple(_domains(rulebook, checklist, suggestion, policy)))


def _domains(
    rulebook: Rulebook, checklist: Checklist, suggestion: Suggestion, policy: Policy
) -> Iterator[DomainExplanation]:
    codes = encode(rulebook, checklist)
    for index, domain in enumerate(suggestion.domains):
        linked = rulebook.domains[index]
        own = codes[linked.start : linked.stop]
        repairs = Repairs(what_if(rulebook, policy, index), own)
        yield DomainExplanation(domain, repairs.find(), repairs.worsenings())
