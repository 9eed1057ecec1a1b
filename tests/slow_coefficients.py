"""The coefficients from their definitions, pair by pair: slow, obvious, and without arrays."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import permutations

from spur_rules.calibration.agreement.estimates import Coefficient
from spur_rules.calibration.agreement.ratings import Ratings

#: The ratings of one unit: the category that each rater chose.
Unit = dict[int, int]
#: How much agreement or disagreement two categories make.
Weight = Callable[[int, int], float]


def units_of(ratings: Ratings, cases: Sequence[int]) -> list[Unit]:
    """The units of these cases, as often as each case is named."""
    units: dict[int, Unit] = {unit: {} for unit in range(len(ratings.case_of))}
    for unit, rater, value in zip(ratings.unit, ratings.rater, ratings.value, strict=True):
        units[int(unit)][int(rater)] = int(value)
    return [units[n] for case in cases for n, of in enumerate(ratings.case_of) if of == case]


def slow(which: Coefficient, units: Sequence[Unit], size: int) -> float | None:
    """One coefficient; None where its formula divides by nothing."""
    shared = [unit for unit in units if len(unit) > 1]
    if which in (Coefficient.KAPPA_LINEAR, Coefficient.KAPPA_QUADRATIC):
        return _kappa(shared, 1 if which == Coefficient.KAPPA_LINEAR else 2)
    if which in (Coefficient.ALPHA_NOMINAL, Coefficient.ALPHA_ORDINAL):
        return _alpha(shared, which == Coefficient.ALPHA_ORDINAL)
    weight = (
        _ordinal(size)
        if which in (Coefficient.AC2, Coefficient.BRENNAN_PREDIGER_ORDINAL)
        else _same
    )
    if not shared:
        return None
    observed = sum(_pairs_mean(unit, weight) for unit in shared) / len(shared)
    in_all = sum(weight(k, m) for k in range(size) for m in range(size))
    if which in (Coefficient.AC1, Coefficient.AC2):
        used = [_mean([_portion(unit, k) for unit in units if unit]) for k in range(size)]
        by_chance = in_all * sum(share * (1 - share) for share in used) / (size * (size - 1))
    else:
        by_chance = in_all / size**2
    return (observed - by_chance) / (1 - by_chance)


def _same(one: int, other: int) -> float:
    return float(one == other)


def _ordinal(size: int) -> Weight:
    """One minus the pairs of categories from the one to the other, of all pairs."""

    def weight(one: int, other: int) -> float:
        span = abs(one - other) + 1
        return 1 - span * (span - 1) / (size * (size - 1))

    return weight


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


def _portion(unit: Unit, category: int) -> float:
    return list(unit.values()).count(category) / len(unit)


def _pairs_mean(unit: Unit, weight: Weight) -> float:
    return _mean([weight(one, other) for one, other in permutations(unit.values(), 2)])


def _alpha(shared: Sequence[Unit], is_ordinal: bool) -> float | None:
    counts = Counter(value for unit in shared for value in unit.values())
    every = sorted(counts.elements())

    def distance(one: int, other: int) -> float:
        low, high = sorted((one, other))
        between = sum(counts[g] for g in range(low, high + 1))
        return (between - (counts[low] + counts[high]) / 2) ** 2 if is_ordinal else one != other

    observed = sum(
        distance(one, other) / (len(unit) - 1)
        for unit in shared
        for one, other in permutations(unit.values(), 2)
    )
    expected = sum(distance(one, other) for one, other in permutations(every, 2))
    return 1 - (len(every) - 1) * observed / expected if expected else None


def _kappa(shared: Sequence[Unit], power: int) -> float | None:
    raters = sorted({rater for unit in shared for rater in unit})
    pairs = [tuple(unit[rater] for rater in raters) for unit in shared]
    observed = sum(abs(one - other) ** power for one, other in pairs)
    expected = sum(abs(one - other) ** power for one, _ in pairs for _, other in pairs)
    return 1 - len(pairs) * observed / expected if expected else None
