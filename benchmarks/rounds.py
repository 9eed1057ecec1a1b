"""Fair timing: everyone in turn in every round, many rounds, medians."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from math import ceil
from statistics import median
from time import perf_counter_ns
from typing import Any

#: A sample lasts at least so long, so that what the one before left in the caches does not matter.
SAMPLE_US = 5_000


def interleaved(
    runs: Mapping[str, Callable[[Any], Any]],
    inputs: Callable[[str], Sequence[Any]],
    rounds: int,
    once: frozenset[str] = frozenset(),
) -> dict[str, float]:
    """The median time of one call in microseconds, for each name.

    Args:
        runs: What is timed, by name: A B C … A B C …
        inputs: What a name is called with, asked anew in every round and not timed.
        rounds: How many rounds; one more is run first and thrown away.
        once: The names that go through their inputs only once in a round.
    """
    samples: dict[str, list[float]] = {name: [] for name in runs}
    passes = dict.fromkeys(runs, 1)
    gc.disable()  # as `timeit` does
    try:
        for round in range(rounds + 1):
            for name, run in runs.items():
                taken = _sample(run, inputs(name), passes[name])
                if round:
                    samples[name].append(taken)
                elif name not in once:
                    passes[name] = ceil(SAMPLE_US / taken / len(inputs(name)))
    finally:
        gc.enable()
    return {name: median(taken) for name, taken in samples.items()}


def _sample(run: Callable[[Any], Any], items: Sequence[Any], passes: int) -> float:
    gc.collect(0)
    start = perf_counter_ns()
    for _ in range(passes):
        for item in items:
            run(item)
    return (perf_counter_ns() - start) / 1000 / passes / len(items)
