"""How much stricter each rater is than the others, what they rated being the same."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .linkage import Meetings, reached

#: Numbers held at one time for the matrices of a batch of samples: 8 million are 64 MB.
_BATCH_NUMBERS = 4_000_000


def peer_effects(
    met: Meetings, group: tuple[int, ...], compared: tuple[int, ...], weights: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The least-squares effects of raters, for each row of weights of the cases.

    A grade is the sum of what the rated is worth, a rater's effect and chance. What the rated is
    worth is taken out first, so that the normal equations have the raters only: on the diagonal
    how much each rater met others, beside it minus `Meetings.weight`, to the right
    `Meetings.excess`. So nobody is called strict for having had the worse cases. The effects of the
    compared sum to zero; those of others in the group are solved for and not returned.

    Args:
        met: Who met whom.
        group: Raters that the whole design links.
        compared: Those of the group whose effects are wanted.
        weights: How often each case counts, a row for each sample.

    Returns:
        A row for each sample, a column for each of the compared; NaN in a sample in which they are
        not all linked.

    Source: Searle, Linear Models (1971), ch. 7: the two-way crossed classification without
    interaction, one factor absorbed.
    """
    place = np.full(met.raters, -1)
    place[list(group)] = np.arange(len(group))
    among = np.nonzero((place[met.first] >= 0) & (place[met.second] >= 0))[0]
    ends = place[met.first[among]], place[met.second[among]]
    shown = place[list(compared)]
    # Columns that no case fills are most of a large and sparse panel's: only the others are kept.
    pair_weights, excess = met.weight[:, among], met.excess[:, list(group)]
    found = [
        _solved(part @ pair_weights, part @ excess, ends, shown)
        for part in _batches(weights, len(group))
    ]
    return np.concatenate(found)


def _batches(weights: NDArray[np.float64], raters: int) -> Iterator[NDArray[np.float64]]:
    size = max(1, _BATCH_NUMBERS // raters**2)
    for start in range(0, len(weights), size):
        yield weights[start : start + size]


def _solved(
    pair_weights: NDArray[np.float64],
    excess: NDArray[np.float64],
    ends: tuple[NDArray[np.intp], NDArray[np.intp]],
    shown: NDArray[np.intp],
) -> NDArray[np.float64]:
    samples, raters = excess.shape
    left = np.zeros((samples, raters, raters))
    left[:, ends[0], ends[1]] = left[:, ends[1], ends[0]] = pair_weights
    within = reached(left > 0, int(shown[0]))
    is_linked = within[:, shown].all(axis=1)
    np.negative(left, out=left)
    diagonal = np.arange(raters)
    left[:, diagonal, diagonal] = -left.sum(axis=2)
    # Who is not linked with the compared in this sample is set apart: an effect of 0, in nobody's
    # equation. One more equation, that the linked sum to zero, makes the rest soluble.
    left += within[:, :, np.newaxis] & within[:, np.newaxis, :]
    left[:, diagonal, diagonal] += ~within
    effects = _apart(left, within, excess)[:, shown]
    effects -= effects.mean(axis=1, keepdims=True)
    effects[~is_linked] = np.nan
    return effects


def _apart(
    left: NDArray[np.float64], within: NDArray[np.bool_], excess: NDArray[np.float64]
) -> NDArray[np.float64]:
    right = np.where(within, excess, 0.0)
    solved: NDArray[np.float64] = np.linalg.solve(left, right[:, :, np.newaxis])[:, :, 0]
    return solved
