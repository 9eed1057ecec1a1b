"""How often an interval holds the true figure, in panels drawn at random.

`PYTHONPATH=.:tests python -m interval_coverage 600` counts what
docs/concepts/agreement-coefficients.md tells.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.random import PCG64, Generator

from spur_rules.calibration.agreement.coefficients import coefficients
from spur_rules.calibration.agreement.estimates import Coefficient, ConfidenceInterval, Estimate
from spur_rules.calibration.agreement.ratings import Ratings
from spur_rules.calibration.agreement.resampling import Resampling

COUNTED = (
    Coefficient.AC1,
    Coefficient.BRENNAN_PREDIGER,
    Coefficient.ALPHA_NOMINAL,
)
RATERS, SHARES = 6, (0.55, 0.25, 0.12, 0.08)
#: So many cases that their figures are the true ones, to the third decimal.
ALL_CASES = 100_000


def panel(random: Generator, cases: int) -> Ratings:
    """Four skewed grades; a rater in four sees a step beside what is there."""
    seen = random.choice(len(SHARES), (cases, 1), p=SHARES)
    beside = np.clip(seen + random.choice([-1, 1], (cases, RATERS)), 0, len(SHARES) - 1)
    value = np.where(random.random((cases, RATERS)) < 0.75, seen, beside).ravel()
    unit, rater = (index.ravel() for index in np.indices((cases, RATERS)))
    return Ratings(unit, rater, value, np.arange(cases), cases, RATERS, tuple("ABCD"))


def binding(random: Generator, cases: int) -> Ratings:
    """The same panel, D against the rest: one rating in twelve is D."""
    graded = panel(random, cases)
    is_d = (graded.value == len(SHARES) - 1).astype(graded.value.dtype)
    return replace(graded, value=is_d, categories=("not D", "D"))


def held(
    cases: int, panels: int, seed: int = 11, draw: Callable[[Generator, int], Ratings] = panel
) -> dict[Coefficient, tuple[float, float]]:
    """The share of panels whose jackknife's, and whose bootstrap's interval holds the true figure.

    Args:
        cases: In each panel.
        panels: How many to draw.
        seed: The same seed, the same shares.
        draw: How a panel is drawn.
    """
    random = Generator(PCG64(seed))
    true = coefficients(draw(random, ALL_CASES), Resampling(ALL_CASES, samples=1))
    found: dict[Coefficient, tuple[list[bool], list[bool]]] = defaultdict(lambda: ([], []))
    for number in range(panels):
        drawn = coefficients(draw(random, cases), Resampling(cases, 1000, number))
        for which, estimate in drawn.items():
            figure = true[which].value
            for kept, interval in zip(found[which], _intervals(estimate), strict=True):
                if figure is not None and interval is not None:
                    kept.append(interval.low <= figure <= interval.high)
    return {
        which: (float(np.mean(jackknife)), float(np.mean(bootstrap)))
        for which, (jackknife, bootstrap) in found.items()
        if jackknife and bootstrap
    }


def _intervals(estimate: Estimate) -> tuple[ConfidenceInterval | None, ConfidenceInterval | None]:
    return estimate.jackknife, estimate.bootstrap


if __name__ == "__main__":
    for size in (5, 8, 12, 20, 50):
        shares = held(size, int(sys.argv[1])).values()
        for name, row in zip(("jackknife", "bootstrap"), zip(*shares, strict=True), strict=True):
            print(f"{size:>4} cases, {name}: {min(row):.3f}–{max(row):.3f}")
    for size in (5, 8, 12, 20, 50):
        found = held(size, int(sys.argv[1]), draw=binding)
        for which in COUNTED:
            jackknife, bootstrap = found[which]
            print(f"{size:>4} cases, D, {which}: {jackknife:.3f} {bootstrap:.3f}")
