"""Other cases, drawn from those at hand: which, and how often."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.random import PCG64
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class Resampling:
    """Cases drawn with replacement, as many as there are, many times over.

    One for a whole panel: what is counted with the same samples can be compared sample by sample.
    `weights` has a row for each sample: how often it drew each case. The draws are made from the
    generator's raw numbers, which NumPy keeps the same from version to version.

    Args:
        cases: How many cases the panel has.
        samples: How many times to draw.
        seed: The same seed, the same samples.

    Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), ch. 6.

    >>> Resampling(cases=3, samples=2, seed=1).weights.sum(axis=1)
    array([3., 3.])
    """

    cases: int
    samples: int = 2000
    seed: int = 1
    weights: NDArray[np.float64] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "weights", _drawn(self.cases, self.samples, self.seed))
        self.weights.setflags(write=False)


def _drawn(cases: int, samples: int, seed: int) -> NDArray[np.float64]:
    if not cases:
        return np.zeros((samples, 0))
    raw = PCG64(seed).random_raw(samples * cases)
    # The upper 53 bits are what a float holds exactly: an even draw from [0, 1).
    places = ((raw >> np.uint64(11)) * 2.0**-53 * cases).astype(np.intp)
    first_of_sample = np.repeat(np.arange(samples) * cases, cases)
    drawn = np.bincount(places + first_of_sample, minlength=samples * cases)
    return drawn.reshape(samples, cases).astype(np.float64)
