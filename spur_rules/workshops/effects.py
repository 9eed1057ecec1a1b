"""What a decision about a parameter can change at all, told when it is made."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from ..conditions import FactTest, Measure, ParameterName, leaves
from ..policy import Override
from ..rulebook import LinkedDomain, Rulebook
from ..vocabulary import Norm


class NoEffect(StrEnum):
    """Why a decision changes no grade."""

    NO_ROWS = "no-rows"
    NO_LIMIT = "no-limit"


class Idle(NamedTuple):
    """A decision that changes nothing: for want of rows of a norm, or because so many are allowed.

    `rows` is how many the domain has, or the one that has most.
    """

    why: NoEffect
    norm: Norm
    rows: int


def idle(own: Override, rulebook: Rulebook) -> Idle | None:
    """Why a value changes no grade; None where it may.

    Args:
        own: The parameter's value, in one domain or in all.
        rulebook: Whose rules use it.
    """
    norms = _norms(own.parameter, rulebook)
    domains = [d for d in rulebook.domains if own.domain in (None, d.letter)]
    if not norms:
        return None
    norm = sorted(norms)[0]
    rows = max(_size(domain, norm) for domain in domains)
    if not rows:
        return Idle(NoEffect.NO_ROWS, norm, 0)
    is_count = own.parameter in _counted(rulebook)
    return Idle(NoEffect.NO_LIMIT, norm, rows) if is_count and own.value >= rows else None


def _norms(parameter: str, rulebook: Rulebook) -> set[Norm]:
    """Whose rows a parameter is about; nothing where it is about several norms, or about none."""
    tests = {test.norm for test in _tests(rulebook) if test.threshold == ParameterName(parameter)}
    weights = {
        row.norm
        for row in rulebook.ruleset.partly_counts_as
        if row.weight == ParameterName(parameter)
    }
    found = tests | weights
    return found if len(found) == 1 else set()


def _counted(rulebook: Rulebook) -> set[str]:
    """The parameters that exceptions are counted against: as many as there are rows is no limit."""
    return {
        test.threshold.name
        for test in _tests(rulebook)
        if isinstance(test.threshold, ParameterName) and test.measure is Measure.EXCEPTIONS
    }


def _tests(rulebook: Rulebook) -> list[FactTest]:
    found = [leaf for rule in rulebook.ruleset.rules for leaf in leaves(rule.when)]
    return [leaf for leaf in found if isinstance(leaf, FactTest)]


def _size(domain: LinkedDomain, norm: Norm) -> int:
    return sum(group.size for group in domain.groups if group.norm is norm)
