"""How far raters agree: in all, by domain, by norm and by indicator."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from ..panels.panel import Panel
from . import scopes
from .coefficients import NEED_ORDER, coefficients, shares
from .estimates import Coefficient, Estimate
from .ratings import Ratings
from .resampling import Resampling
from .scopes import Scope


class ScopeKind(StrEnum):
    """What an agreement is about."""

    OVERALL = "overall"
    DOMAIN = "domain"
    NORM = "norm"
    INDICATOR = "indicator"


@dataclass(frozen=True, eq=False)
class ScopeAgreement:
    """The agreement of one scope: given grades in all or in a domain, statuses of a norm or a row.

    `cases` and `raters` are those with any rating here. `units` is how many units at least two
    raters rated, `rated` all ratings, `missing` those that a rater who reviewed the case left out,
    `off_scale` given grades that the domain's scale does not have (or ticks that the norm does
    not), `pairs` the pairs of raters that `exact` is a share of. `confusion` counts pairs, each
    both ways round, in the order of `categories`.

    `steps` are the categories that stand on a scale, best first; `not_on_steps` ratings are of the
    others (ej tillämpligt) and left out of all that needs an order: the `median`, which has two
    letters where the middle lies between them, `within_one`, a share of `pairs_on_steps`, and the
    ordinal coefficients. `not_in_use` is how many ticks were not asked for, since the row is bound
    to other regulations.
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
    steps: tuple[str, ...] = ()
    not_on_steps: int = 0
    pairs_on_steps: int = 0
    not_in_use: int = 0


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


def agree(panel: Panel, resampling: Resampling) -> Agreements:
    """How far the raters of a panel agree, scope by scope.

    Args:
        panel: The reviews.
        resampling: Samples of its cases, the same for every scope.

    Raises:
        ValueError: The samples are of another number of cases.

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> from spur_rules.calibration.panels.panel import Rated, gather
    >>> rulebook = load_rulebook()
    >>> met, not_met = (Checklist.of("st-spur", {"A4": s}) for s in (Status.MET, Status.NOT_MET))
    >>> panel = gather(rulebook, [Rated("1", "R1", met), Rated("1", "R2", not_met)])
    >>> found = agree(panel, Resampling(cases=1, samples=10)).indicators[3]
    >>> found.name, found.pairs, found.exact.value, found.median
    ('A4', 1, 0.0, ('uppfyllt', 'ej uppfyllt'))
    """
    if resampling.cases != len(panel.cases):
        raise ValueError(f"{resampling.cases} cases resampled, {len(panel.cases)} in the panel")

    def each(kind: ScopeKind, of: Iterable[Scope]) -> tuple[ScopeAgreement, ...]:
        return tuple(_agreement(kind, scope, resampling) for scope in of)

    of_all, of_domain = ScopeKind.OVERALL, ScopeKind.DOMAIN
    binding = tuple(scopes.of_binding_grades(panel))
    return Agreements(
        _agreement(of_all, scopes.of_all_grades(panel), resampling),
        each(of_domain, scopes.of_domain_grades(panel)),
        each(ScopeKind.NORM, scopes.of_norm_ticks(panel)),
        each(ScopeKind.INDICATOR, scopes.of_indicator_ticks(panel)),
        (*each(of_all, binding[:1]), *each(of_domain, binding[1:])),
        resampling.samples,
        resampling.seed,
    )


def _agreement(kind: ScopeKind, scope: Scope, resampling: Resampling) -> ScopeAgreement:
    answers, steps = scope.answers, scope.steps
    counts = answers.counts()
    confusion = _confusion(counts)
    exact, within_one = _shares(scope, resampling)
    return ScopeAgreement(
        kind,
        scope.name,
        categories=answers.categories,
        is_ordered=answers.is_ordered,
        cases=len(np.unique(answers.case_of[answers.unit])),
        raters=len(np.unique(answers.rater)),
        units=int((counts.sum(axis=1) > 1).sum()),
        rated=len(answers.value),
        missing=scope.missing,
        off_scale=scope.off_scale,
        pairs=int(confusion.sum()) // 2,
        median=_median(steps),
        distribution=tuple(counts.sum(axis=0).tolist()),
        confusion=tuple(map(tuple, confusion.tolist())),
        exact=exact,
        within_one=within_one,
        coefficients=_coefficients(scope, resampling),
        steps=steps.categories,
        not_on_steps=scope.not_on_steps,
        pairs_on_steps=int(_confusion(steps.counts()).sum()) // 2,
        not_in_use=scope.not_in_use,
    )


def _confusion(counts: NDArray[np.int64]) -> NDArray[np.int64]:
    """Pairs of ratings of one unit, each both ways round; nobody is a pair with themselves."""
    return counts.T @ counts - np.diag(counts.sum(axis=0))


def _median(steps: Ratings) -> tuple[str, ...]:
    """The step in the middle; both where the middle lies between two, none where nothing is."""
    ordered = np.sort(steps.value)
    middle = ordered[[(len(ordered) - 1) // 2, len(ordered) // 2]] if len(ordered) else ordered
    return tuple(steps.categories[place] for place in np.unique(middle))


def _shares(scope: Scope, resampling: Resampling) -> tuple[Estimate, Estimate]:
    """Exact agreement of all answers; agreement within one step of those that are steps."""
    exact, within_one = shares(scope.answers, resampling)
    if scope.steps is not scope.answers:
        _, within_one = shares(scope.steps, resampling)
    return exact, within_one


def _coefficients(scope: Scope, resampling: Resampling) -> dict[Coefficient, Estimate]:
    """What needs an order is of the steps, the rest of all answers."""
    nominal = coefficients(scope.answers, resampling)
    if scope.steps is scope.answers:
        return nominal
    ordinal = coefficients(scope.steps, resampling)
    return {each: (ordinal if each in NEED_ORDER else nominal)[each] for each in Coefficient}
