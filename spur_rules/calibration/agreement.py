"""How far raters agree: in all, by domain, by norm and by indicator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from .estimates import Coefficient, Estimate


class ScopeKind(StrEnum):
    """What an agreement is about."""

    OVERALL = "overall"
    DOMAIN = "domain"
    NORM = "norm"
    INDICATOR = "indicator"


@dataclass(frozen=True, eq=False)
class ScopeAgreement:
    """The agreement of one scope: given grades in all or in a domain, statuses of a norm or a row.

    `units` is how many units at least two raters rated, `rated` all ratings, `missing` those that a
    rater who reviewed the case left out, `off_scale` given grades that the domain's scale does not
    have, `pairs` the pairs of raters that `exact` and `within_one` are shares of. `median` has two
    letters where the middle lies between them. `confusion` counts pairs, each both ways round, in
    the order of `categories`.
    """

    kind: ScopeKind
    name: str
    categories: tuple[str, ...]
    is_ordered: bool
    cases: int
    raters: int
    units: int
    rated: int
    missing: int
    off_scale: int
    pairs: int
    median: tuple[str, ...]
    distribution: tuple[int, ...]
    confusion: tuple[tuple[int, ...], ...]
    exact: Estimate
    within_one: Estimate
    coefficients: Mapping[Coefficient, Estimate]


@dataclass(frozen=True, eq=False)
class Agreements:
    """Every scope; in `binding` D against not-D, in all and by domain: it weighs in law."""

    overall: ScopeAgreement
    domains: tuple[ScopeAgreement, ...]
    norms: tuple[ScopeAgreement, ...]
    indicators: tuple[ScopeAgreement, ...]
    binding: tuple[ScopeAgreement, ...]
    samples: int
    seed: int
