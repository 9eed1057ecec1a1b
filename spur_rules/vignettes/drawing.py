"""Drawing by a seed: the same seed gives the same draws on every Python.

Only `random.Random.random` is asked, whose sequence for a seed the Python documentation promises to
keep; `choice`, `shuffle` and `sample` may change between versions and are not used. A seed that is
text is hashed by Python with SHA-512, so PYTHONHASHSEED has no part in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")


class Draw:
    """Draws by a seed.

    Args:
        seed: Any text; other text, other draws.

    >>> draw = Draw("7/fall-01")
    >>> draw.shuffled("ABCD") == Draw("7/fall-01").shuffled("ABCD")
    True
    """

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def happens(self, share: float) -> bool:
        """Whether something that happens in this share of all cases does so now."""
        return self._random.random() < share

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """One of some things, each as likely as the others."""
        return things[int(self._random.random() * len(things))]

    def shuffled(self, things: Sequence[Thing]) -> list[Thing]:
        """The things in any order."""
        left, found = list(things), []
        while left:
            found.append(left.pop(int(self._random.random() * len(left))))
        return found

    def weighted(self, shares: Sequence[tuple[Thing, float]]) -> Thing:
        """One of some things by their shares, which are together 1; the first takes what is left.

        Args:
            shares: Each thing and its share.
        """
        at = self._random.random()
        for thing, share in shares[1:]:
            if at < share:
                return thing
            at -= share
        return shares[0][0]
