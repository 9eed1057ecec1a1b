"""Words for a coefficient, never without the interval that they are read from."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .agreement import ScopeAgreement
from .estimates import Coefficient, ConfidenceInterval, Estimate


class Level(StrEnum):
    """How much agreement beyond chance, after Landis and Koch (1977). Names stand in JSON."""

    NOT_BEYOND_CHANCE = "not_beyond_chance"
    SLIGHT = "slight"
    FAIR = "fair"
    MODERATE = "moderate"
    SUBSTANTIAL = "substantial"
    ALMOST_PERFECT = "almost_perfect"


#: Above which figure each level begins.
_BEGINS = (
    (0.8, Level.ALMOST_PERFECT),
    (0.6, Level.SUBSTANTIAL),
    (0.4, Level.MODERATE),
    (0.2, Level.FAIR),
    (0.0, Level.SLIGHT),
)


@dataclass(frozen=True, slots=True)
class Label:
    """An interval, and what can be said of it in a word: at least so much agreement.

    The word is read from the interval's lower end and from nothing else, so there is none without
    an interval, and none that a wide interval does not bear out. Gwet's benchmarking takes the
    highest level that the coefficient reaches with a probability of 95 %, which is the level of the
    lower end of a one-sided interval; this is the same with the lower end that is shown anyway.

    Source: Landis & Koch, The measurement of observer agreement for categorical data, Biometrics 33
        (1977) 159–174, for the levels; Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014),
        ch. 6, for why an estimate alone must not be labelled.

    >>> Label(ConfidenceInterval(0.45, 0.78)).at_least.value
    'moderate'
    """

    interval: ConfidenceInterval

    @property
    def at_least(self) -> Level:
        """The level of the lower end; on a boundary the lower level."""
        low = self.interval.low
        return next((level for begin, level in _BEGINS if low > begin), Level.NOT_BEYOND_CHANCE)


def shown_interval(estimate: Estimate) -> ConfidenceInterval | None:
    """The one interval that stands beside a figure where there is room for one.

    The jackknife's, which allows for few cases by Student's t; a bootstrap of few cases is too
    narrow. The bootstrap's where there is no other.

    Args:
        estimate: The figure.
    """
    return estimate.jackknife or estimate.bootstrap


def label(agreement: ScopeAgreement, coefficient: Coefficient) -> Label | None:
    """What a coefficient can be called; None where it has no interval.

    Only coefficients have one: the levels are of agreement beyond chance, which a share is not.

    Args:
        agreement: The scope.
        coefficient: Which of its coefficients.
    """
    interval = shown_interval(agreement.coefficients[coefficient])
    return Label(interval) if interval else None
