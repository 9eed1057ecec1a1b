"""How many samples may be drawn, and by which seeds."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import InputError, Problem
from ..provenance import Place

#: With fewer the ends of a 95 % interval rest on one or two samples; with more no figure moves.
LEAST_SAMPLES, MOST_SAMPLES = 100, 20_000
#: What the generator takes as it is.
MOST_SEED = 2**64 - 1


def check_drawing(samples: int, seed: int) -> None:
    """Refuse what cannot be drawn, or would say nothing.

    Args:
        samples: How many samples are asked for.
        seed: What they are drawn by.

    Raises:
        InputError: SR880, either is out of bounds.
    """
    problems = list(_problems(samples, seed))
    if problems:
        raise InputError(problems)


def _problems(samples: int, seed: int) -> Iterator[Problem]:
    if not LEAST_SAMPLES <= samples <= MOST_SAMPLES:
        message = f"{samples} samples; draw {LEAST_SAMPLES} to {MOST_SAMPLES}, 2000 if in doubt"
        yield Problem("SR880", Place("--samples"), message)
    if not 0 <= seed <= MOST_SEED:
        message = f"{seed} is no seed; name a whole number from 0, below 2 to the power of 64"
        yield Problem("SR880", Place("--seed"), message)
