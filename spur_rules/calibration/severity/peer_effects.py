"""How much stricter each rater is than the others, what they rated being the same."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .linkage import Meetings, reached

#: Numbers held at one time for the matrices of a batch of samples: 4 million are 32 MB.
_BATCH_NUMBERS = 4_000_000


def peer_effects(
    met: Meetings, group: tuple[int, ...], compared: tuple[int, ...], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The least-squares effects of raters, for each row of weights of the cases.

    A grade is the sum of what the rated is worth, a rater's effect and chance. What the rated is
    worth is taken out first, so that the normal equations have the raters only: on the diagonal
    how much each rater met others, beside it minus `Meetings.weight`, to the right
    `Meetings.excess`. So nobody is called strict for having had the worse cases.

    Zero is the mean over the grades that the compared share: their effects, each times its number
    of shared grades, sum to zero. Those of others in the group are solved for and not returned, so
    they are in no sum. Weighted so, a rater of whom a sample draws nothing takes nothing from it.

    Args:
        met: Who met whom.
        group: Raters that the whole design links.
        compared: Those of the group whose effects are wanted.
        weights: How often each case counts, a row for each sample.

    Returns:
        A row for each sample, a column for each of the compared; NaN where the sample drew nothing
        that the rater shares, and for all of them where those it drew are not all linked.

    Source: Searle, Linear Models (1971), ch. 7: the two-way crossed classification without
    interaction, one factor absorbed.
    """
    place = np.full(met.raters, -1)
    place[list(group)] = np.arange(len(group))
    among = np.nonzero((place[met.first] >= 0) & (place[met.second] >= 0))[0]
    ends = place[met.first[among]], place[met.second[among]]
    shown = place[list(compared)]
    # Columns that no case fills are most of a large and sparse panel's: only the others are kept.
    members = list(group)
    by_case = met.weight[:, among], met.excess[:, members], met.shared[:, members]
    found = [
        _solved((part @ by_case[0], part @ by_case[1], part @ by_case[2]), ends, shown)
        for part in _batches(weights, len(group))
    ]
    return np.concatenate(found)


def _batches(weights: NDArray[np.float64], raters: int) -> Iterator[NDArray[np.float64]]:
    size = max(1, _BATCH_NUMBERS // raters**2)
    for start in range(0, len(weights), size):
        yield weights[start : start + size]


def _solved(
    sums: tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]],
    ends: tuple[NDArray[np.intp], NDArray[np.intp]],
    shown: NDArray[np.intp],
) -> NDArray[np.float64]:
    """The effects in one batch of samples: `weight`, `excess` and `shared` of each as `sums`."""
    met, excess, shared = sums
    left = np.zeros((*excess.shape, excess.shape[1]))
    left[:, ends[0], ends[1]] = left[:, ends[1], ends[0]] = -met
    numbers = shared[:, shown]
    is_drawn = numbers > 0
    within = reached(left < 0, shown[np.argmax(is_drawn, axis=1)])
    effects = _least_squares(left, excess, within)[:, shown]
    drawn = np.maximum(numbers.sum(axis=1, keepdims=True), 1)
    effects -= (effects * numbers).sum(axis=1, keepdims=True) / drawn
    are_linked = np.all(within[:, shown] | ~is_drawn, axis=1, keepdims=True)
    return np.where(is_drawn & are_linked, effects, np.nan)


def _least_squares(
    left: NDArray[np.float64], right: NDArray[np.float64], within: NDArray[np.bool_]
) -> NDArray[np.float64]:
    """Effects of those within, up to a constant.

    Whoever is not linked with them in a sample is set apart: an effect of 0, in nobody's equation.
    That the linked sum to zero is one equation more, which makes the rest soluble.
    """
    diagonal = np.arange(left.shape[1])
    left[:, diagonal, diagonal] = ~within - left.sum(axis=2)
    left += within[:, :, np.newaxis] & within[:, np.newaxis, :]
    solved = np.linalg.solve(left, np.where(within, right, 0.0)[:, :, np.newaxis])
    return np.asarray(solved[:, :, 0], np.float64)
