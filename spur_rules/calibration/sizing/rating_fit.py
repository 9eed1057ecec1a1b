"""What a panel says of how its raters grade: the numbers of the model, estimated."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from ...errors import InputError, Problem
from ...provenance import Place
from ..agreement.case_sums import unit_sums
from ..agreement.formulas import share
from ..agreement.ratings import Ratings
from ..agreement.scopes import of_all_grades, of_domain_grades
from ..panels.panel import NO_GRADE, Panel
from ..severity.linkage import linked_groups, meetings
from .rating_model import MARGIN, RatingModel, agreement_at, drawn, likeness_of

#: Fewer pairs of grades of the same say next to nothing of how alike raters are.
LEAST_PAIRS = 30
#: A single workshop, the first of its seed.
ONE = range(1)


def fit_model(panel: Panel, domain: str | None = None, name: str = "panel") -> RatingModel:
    """The model that a panel's given grades look like.

    How common each grade is and how often two raters agree are taken as they are. What part of the
    difference is a rater's own severity is estimated by fitting constants, and held against what
    panels drawn by the model give: steps hide a part of it. How alike the domains of a case are is
    estimated by how far what one rater saw in one goes with what another saw in another.

    Args:
        panel: The reviews.
        domain: A domain's letter; all of them if left out.
        name: What mistakes are told of.

    Raises:
        InputError: SR847, its raters gave one grade only, or agreed always or no more than chance
            does; SR848, it has too few grades of the same by several raters.

    Source: Henderson, Estimation of variance and covariance components, Biometrics 9 (1953)
        226–252, method 3; Gouriéroux, Monfort & Renault, Indirect inference, Journal of Applied
        Econometrics 8 (1993) S85–S118.
    """
    scope = next(s for s in of_domain_grades(panel) if s.name == domain) if domain else None
    ratings = (scope or of_all_grades(panel)).answers
    sums = unit_sums(ratings).total()
    pairs = int(sums.pairs[0]) // 2
    if pairs < LEAST_PAIRS:
        message = (
            f"{pairs} pairs of grades of the same domain are too few to tell how raters grade"
            f" (at least {LEAST_PAIRS}); name another panel, or say --agreement"
        )
        raise InputError([Problem("SR848", Place(name), message)])
    counts = np.bincount(ratings.value, minlength=len(ratings.categories))
    prevalence = tuple(float(part) for part in counts / counts.sum())
    agreement = float(share(sums, is_within_one=False).agreement()[0])
    if why := _beyond_model(ratings, prevalence, agreement, pairs):
        raise InputError([Problem("SR847", Place(name), why)])
    model = RatingModel(
        prevalence,
        likeness_of(prevalence, agreement),
        0.0,
        0.0 if domain else _case_effect(ratings, len(panel.letters)),
        *_asked(panel, domain),
    )
    return replace(model, severity=_severity(ratings, model))


def _beyond_model(
    ratings: Ratings, prevalence: tuple[float, ...], agreement: float, pairs: int
) -> str | None:
    """Why no raters of the model grade like this. The same is refused of --agreement."""
    given = [name for name, share in zip(ratings.categories, prevalence, strict=True) if share]
    way_out = "name another panel, or say --agreement"
    if len(given) == 1:
        return f"all grades are {given[0]}, so that nothing tells how raters differ; {way_out}"
    chance = agreement_at(prevalence, 0.0)
    found = f"two raters gave the same grade {100 * agreement:.0f} times of 100 ({pairs} pairs)"
    if agreement > 1 - MARGIN:
        return f"{found}, so that nothing tells how they differ; {way_out}"
    if agreement < chance + MARGIN:
        by_chance = f"raters who grade so agree {100 * chance:.0f} times of 100 by chance alone"
        return f"{found}, but {by_chance}, and fewer cannot be drawn; {way_out}"
    return None


def _asked(panel: Panel, domain: str | None) -> tuple[float, int]:
    """The share that is left out, and of how many domains: what nobody graded was not asked."""
    given = panel.given if domain is None else panel.given[:, [panel.letters.index(domain)]]
    is_asked = (given != NO_GRADE).any(axis=0)
    return float((given[:, is_asked] == NO_GRADE).mean()), int(is_asked.sum())


def _severity(ratings: Ratings, model: RatingModel) -> float:
    """The severity with which the model gives what is seen in the steps."""
    tried = np.linspace(0, 1, 6)
    seen = [
        _share_of_raters(drawn(replace(model, severity=s, domains=4, missing=0), 60, 40, 1, ONE))
        for s in map(float, tried)
    ]
    # Where nothing more is seen, the lesser severity is taken: steps may hide all of it.
    rises = [at for at in range(len(seen)) if seen[at] > max(seen[:at], default=-1.0)]
    steps = [seen[at] for at in rises]
    return float(np.interp(_share_of_raters(ratings), steps, tried[rises]))


def _share_of_raters(ratings: Ratings) -> float:
    """The raters' share of the variance of steps that is not the units': σ²_r / (σ²_r + σ²_e)."""
    met = meetings(ratings)
    left = np.zeros((met.raters, met.raters))
    left[met.first, met.second] = left[met.second, met.first] = -met.weight.sum(axis=0)
    np.fill_diagonal(left, -left.sum(axis=1))
    right = met.excess.sum(axis=0)
    explained = float(right @ np.linalg.pinv(left, hermitian=True) @ right)
    size = np.bincount(ratings.unit, minlength=len(ratings.case_of))
    total = np.bincount(ratings.unit, ratings.value, len(ratings.case_of))
    within = float((ratings.value**2).sum() - (total**2 / np.maximum(size, 1)).sum())
    contrasts = sum(len(group) - 1 for group in linked_groups(met))
    degrees = int((size[size > 0] - 1).sum()) - contrasts
    if degrees < 1 or within <= 0:
        return 0.0
    by_chance = max(within - explained, 0.0) / degrees
    by_rater = max(explained - contrasts * by_chance, 0.0) / float(np.trace(left))
    return by_rater / (by_rater + by_chance) if by_rater else 0.0


def _case_effect(ratings: Ratings, domains: int) -> float:
    """How what one rater saw in one domain goes with what another saw in another of the case."""
    case, domain = ratings.case_of[ratings.unit], ratings.unit % domains
    value = _centred(ratings.value, domain)
    by_rater = _squares(case * ratings.raters + ratings.rater, value)
    by_unit, alone = _squares(ratings.unit, value), float((value**2).sum())
    crossing = _squares(case, value) - by_rater - by_unit + alone
    meeting = by_unit - alone
    case_raters, units = case * ratings.raters + ratings.rater, ratings.unit
    ones = np.ones(len(value))
    pairs = _squares(case, ones) - _squares(case_raters, ones) - _squares(units, ones) + len(ones)
    met = _squares(units, ones) - len(ones)
    if pairs <= 0 or met <= 0 or meeting <= 0:
        return 0.0
    return float(np.clip((crossing / pairs) / (meeting / met), 0.0, 1.0))


def _squares(group: NDArray[np.intp], value: NDArray[np.float64]) -> float:
    """The sum over groups of the squared sum within each."""
    return float((np.bincount(group, value) ** 2).sum())


def _centred(value: NDArray[np.intp], domain: NDArray[np.intp]) -> NDArray[np.float64]:
    number = np.bincount(domain)
    mean = np.bincount(domain, value) / np.maximum(number, 1)
    return np.asarray(value - mean[domain], np.float64)
