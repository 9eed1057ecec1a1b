"""The whole review: how many of each grade, what must be mended, and what should be.

There is no overall grade: docs/whole-review.md says why.
"""

from __future__ import annotations

from typing import NamedTuple

from .rulebook import Rulebook
from .suggestion import DomainSuggestion, Shortcoming, Suggestion
from .vocabulary import Grade, Norm


class DomainMeasures(NamedTuple):
    """The indicators of one domain that call for measures."""

    domain: str
    indicators: tuple[str, ...]


class WholeReview(NamedTuple):
    """What a whole review comes to, without a grade of its own.

    `grades` has every grade of the catalog, best first, with how many domains have it; `undecided`
    the domains that have a range now; `adjusted` the same counts after action plans and
    corrections, empty where nothing changed. The lists are about the answers in force: what a
    correction showed to be met is in none of them. `required` is what the printed "Åtgärder krävs"
    is about (föreskrifter), `recommended` what "Åtgärder rekommenderas" is (allmänna råd).
    `improvements` are all shortcomings, the most binding norm first: what Förbättringspotential
    can be made of.
    """

    grades: tuple[tuple[Grade, int], ...]
    undecided: tuple[str, ...]
    required: tuple[DomainMeasures, ...]
    recommended: tuple[DomainMeasures, ...]
    improvements: tuple[Shortcoming, ...]
    adjusted: tuple[tuple[Grade, int], ...] = ()


def summarise(rulebook: Rulebook, suggestion: Suggestion) -> WholeReview:
    """The counts and lists of a whole review.

    Args:
        rulebook: What the suggestion was made with.
        suggestion: What `suggest` returned, with what corrections and a plan changed.

    Returns:
        The summary; an indicator that is not assessed is in none of its lists.

    Source:
        "Åtgärder krävs" and "Åtgärder rekommenderas" are printed beside D and C on the scales.

    >>> from spur_rules import Checklist, Status, load_rulebook, suggest
    >>> rulebook = load_rulebook()
    >>> every = dict.fromkeys(rulebook.indicators, Status.MET)
    >>> checklist = Checklist.of("st-spur", every | {"H7": Status.NOT_MET, "E11": Status.PARTLY})
    >>> whole = summarise(rulebook, suggest(rulebook, checklist))
    >>> [(str(grade), count) for grade, count in whole.grades]
    [('A', 6), ('B', 0), ('C', 1), ('D', 1)]
    >>> whole.required, whole.recommended[0].indicators
    ((DomainMeasures(domain='H', indicators=('H7',)),), ('E11',))
    """
    scale = sorted({grade for domain in rulebook.domains for grade in domain.domain.grades})
    shortcomings = [item for domain in suggestion.domains for item in domain.shortcomings_now]
    return WholeReview(
        grades=_counts(scale, [domain.grade for domain in suggestion.domains]),
        undecided=tuple(d.domain for d in suggestion.domains if d.range_now.grade is None),
        required=_measures(suggestion.domains, Norm.FORESKRIFT),
        recommended=_measures(suggestion.domains, Norm.ALLMANT_RAD),
        improvements=tuple(item for norm in Norm for item in shortcomings if item.norm is norm),
        adjusted=_counts(scale, _adjusted(suggestion)),
    )


def _counts(scale: list[Grade], grades: list[Grade | None]) -> tuple[tuple[Grade, int], ...]:
    return tuple((grade, grades.count(grade)) for grade in scale) if grades else ()


def _adjusted(suggestion: Suggestion) -> list[Grade | None]:
    """The grades that hold now; none where no plan and no correction changed any."""
    if not any(domain.adjusted for domain in suggestion.domains):
        return []
    return [domain.range_now.grade for domain in suggestion.domains]


def _measures(domains: tuple[DomainSuggestion, ...], norm: Norm) -> tuple[DomainMeasures, ...]:
    by_domain = {
        d.domain: tuple(item.indicator for item in d.shortcomings_now if item.norm is norm)
        for d in domains
    }
    return tuple(DomainMeasures(letter, ids) for letter, ids in by_domain.items() if ids)
