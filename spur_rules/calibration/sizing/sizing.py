"""How many cases and raters a workshop needs, found by holding it many times over in numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import ceil, floor, inf, sqrt

import numpy as np
from numpy.typing import NDArray

from ..agreement.case_sums import UnitSums, unit_sums
from ..agreement.coefficients import OF_UNITS
from ..agreement.estimates import Coefficient
from ..agreement.intervals import jackknife, tells_of_others
from .rating_model import RatingModel, drawn

LEAST_CASES, MOST_CASES = 3, 500
#: Numbers of cases at which the width is told whatever was asked.
TOLD = (10, 20, 40, 80)
#: How often a workshop of the answered size may come out wider: one time in five.
ASSURED = 0.8
#: How many of the workshops may have no interval at all: more, and the size is too small.
MOST_WITHOUT = 0.05
#: How far the simulation's own error reaches to each side, in standard errors: 95 %.
_REACH = 1.96
#: What is held at one time while workshops are counted.
_UNITS_AT_ONCE = 60_000


class Bound(StrEnum):
    """Why fewer cases are not enough."""

    WIDTH = "width"  # the interval would be wider
    INTERVAL = "interval"  # too many workshops would have no interval, however narrow the others'
    LEAST = "least"  # fewer are not tried


@dataclass(frozen=True)
class Width:
    """How wide the 95 % interval comes out with so many cases.

    Ends are not moved to 1, as a calibration moves them: that would make an interval narrow that
    tells little. `mean` is over the workshops that have one, `assured` what four of five stay
    within; both are None where more than a twentieth have none. `coefficient` is the mean of what
    they find. `mean_error` and `assured_error` are the simulation's own error (95 %, to each side).
    """

    cases: int
    mean: float | None
    assured: float | None
    coefficient: float | None
    without: int
    mean_error: float = 0.0
    assured_error: float = 0.0


@dataclass(frozen=True)
class SizeRow:
    """One number of raters: how many cases reach the width in the mean, and in four of five.

    None is more than `MOST_CASES`. The bounds say why fewer are not enough.
    """

    raters: int
    in_mean: Width | None
    assured: Width | None
    widths: tuple[Width, ...]
    in_mean_bound: Bound | None = None
    assured_bound: Bound | None = None

    @property
    def in_mean_error(self) -> int | None:
        """The simulation's own error in cases, to each side; None where the width does not bind."""
        found = self.in_mean
        if found is None or not found.mean or self.in_mean_bound is not Bound.WIDTH:
            return None
        return _cases_error(found.cases, found.mean_error / found.mean)

    @property
    def assured_error(self) -> int | None:
        """The same for four of five."""
        found = self.assured
        if found is None or not found.assured or self.assured_bound is not Bound.WIDTH:
            return None
        return _cases_error(found.cases, found.assured_error / found.assured)


def _cases_error(cases: int, share: float) -> int:
    """A width goes by the square root of the cases: a share of it is twice that of the cases."""
    return ceil(2 * cases * share)


@dataclass(frozen=True)
class Size:
    """What was asked, what was assumed, and the answer for each number of raters."""

    width: float
    coefficient: Coefficient
    model: RatingModel
    trials: int
    seed: int
    rows: tuple[SizeRow, ...]


def size(
    model: RatingModel,
    width: float,
    raters: Sequence[int],
    coefficient: Coefficient = Coefficient.AC2,
    trials: int = 200,
    seed: int = 1,
    progress: Callable[[float], None] | None = None,
) -> Size:
    """How many cases make the interval as narrow as wanted, for each number of raters.

    The intervals are the jackknife's, over cases, as a calibration counts them, but for the ends
    beyond 1 (see `Width`). So they are about other cases graded by the same raters.

    Args:
        model: How raters grade.
        width: How wide the 95 % interval may be, from end to end.
        raters: The numbers of raters to try.
        coefficient: Whose interval: one of any number of raters. Kappa's two are no workshop.
        trials: How many workshops are drawn for each size.
        seed: The same seed, the same answer.
        progress: Told now and then which share is done.

    >>> from spur_rules.calibration.sizing.rating_model import RatingModel
    >>> found = size(RatingModel((0.5, 0.3, 0.2), 0.8), 0.4, [4], trials=20)
    >>> found.rows[0].in_mean.mean <= 0.4
    True
    """
    tell = progress or _silent
    rows = []
    for done, number in enumerate(raters):
        tell(done / len(raters))
        tried = _Tried(model, number, coefficient, trials, seed)
        widths = tuple(tried.at(cases) for cases in TOLD)
        tell((done + 0.5) / len(raters))
        in_mean = tried.smallest(width, lambda found: found.mean)
        assured = tried.smallest(width, lambda found: found.assured)
        bounds = (tried.bound(in_mean), tried.bound(assured))
        rows.append(SizeRow(number, in_mean, assured, widths, *bounds))
    tell(1.0)
    return Size(width, coefficient, model, trials, seed, tuple(rows))


def _silent(_: float) -> None:
    return None


class _Tried:
    """One number of raters, with the numbers of cases that were tried."""

    def __init__(
        self, model: RatingModel, raters: int, coefficient: Coefficient, trials: int, seed: int
    ) -> None:
        self._model, self._raters, self._seed, self._trials = model, raters, seed, trials
        self._formula = OF_UNITS[coefficient]
        self._known: dict[int, Width] = {}

    def at(self, cases: int) -> Width:
        """The widths with so many cases."""
        if cases not in self._known:
            self._known[cases] = self._widths(cases)
        return self._known[cases]

    def smallest(self, width: float, of: Callable[[Width], float | None]) -> Width | None:
        """The fewest cases that reach the width; None where the most do not.

        A guess by the square root of the number of cases, then halving: more cases make the
        interval narrower, so nothing is tried twice.
        """

        def is_reached(cases: int) -> bool:
            found = of(self.at(cases))
            return found is not None and found <= width

        low, high = LEAST_CASES - 1, self._guess(width, of)  # low never reaches it
        while not is_reached(high):
            if high >= MOST_CASES:
                return None
            low, high = high, min(MOST_CASES, ceil(high * 1.3))
        step = ceil(high * 0.2)
        while high - step > low and is_reached(high - step):
            high -= step
        low = max(low, high - step)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (low, middle) if is_reached(middle) else (middle, high)
        return self.at(high)

    def bound(self, found: Width | None) -> Bound | None:
        """Why fewer cases than the smallest are not enough; one fewer was tried to find it."""
        if found is None:
            return None
        if found.cases == LEAST_CASES:
            return Bound.LEAST
        return Bound.INTERVAL if self.at(found.cases - 1).mean is None else Bound.WIDTH

    def _guess(self, width: float, of: Callable[[Width], float | None]) -> int:
        known = [(found.cases, of(found)) for found in self._known.values()]
        at, wide = min(
            ((cases, wide) for cases, wide in known if wide is not None),
            key=lambda row: abs(row[1] - width),
            default=(MOST_CASES, width),
        )
        return min(MOST_CASES, max(LEAST_CASES, ceil(at * (wide / width) ** 2)))

    def _widths(self, cases: int) -> Width:
        at_once = max(1, _UNITS_AT_ONCE // (cases * self._model.domains))
        found = [
            row
            for start in range(0, self._trials, at_once)
            for row in self._intervals(cases, range(start, min(start + at_once, self._trials)))
        ]
        without = self._trials - len(found)
        if without > MOST_WITHOUT * self._trials:
            return Width(cases, None, None, None, without)
        wide = sorted(wide for _, wide in found)
        assured = wide[ceil(ASSURED * len(wide)) - 1]
        value = float(np.mean([value for value, _ in found]))
        errors = float(_REACH * np.std(wide) / sqrt(len(wide))), _quantile_error(wide)
        return Width(cases, float(np.mean(wide)), assured, value, without, *errors)

    def _intervals(self, cases: int, trials: range) -> list[tuple[float, float]]:
        """The coefficient and its interval's width in each workshop that has one."""
        sums = unit_sums(drawn(self._model, cases, self._raters, self._seed, trials))
        by_case = sums.columns.reshape(len(trials), cases, -1)
        total = by_case.sum(axis=1, keepdims=True)
        values = self._values(total, sums.size)[:, 0]
        without_each = self._values(total - by_case, sums.size)
        informing = (sums.shared > 0).reshape(len(trials), cases).sum(axis=1)
        rows = zip(values, without_each, informing, strict=True)
        return [row for each in rows if (row := self._interval(*each))]

    def _values(self, columns: NDArray[np.float64], size: int) -> NDArray[np.float64]:
        flat = UnitSums(columns.reshape(-1, columns.shape[-1]), size)
        return self._formula(flat).agreement().reshape(columns.shape[:-1])

    def _interval(
        self, value: float, without_each: NDArray[np.float64], informing: int
    ) -> tuple[float, float] | None:
        """None where a calibration would give no interval: see `intervals.estimate`."""
        if not tells_of_others(without_each, informing) or not np.isfinite(without_each).all():
            return None
        ends = jackknife(float(value), without_each, int(informing) - 1, -inf, inf)
        return float(value), ends.high - ends.low


def _quantile_error(wide: Sequence[float]) -> float:
    """Half of how far the values in order reach whose number is within chance of `ASSURED`."""
    middle, reach = ASSURED * len(wide), _REACH * sqrt(ASSURED * (1 - ASSURED) * len(wide))
    low, high = max(floor(middle - reach), 1), min(ceil(middle + reach), len(wide))
    return (wide[high - 1] - wide[low - 1]) / 2
