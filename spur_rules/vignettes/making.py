"""Cases by a wish and a seed, or the fewest that cover every boundary.

**The covering set.** In each domain a case is near one boundary only by intention: one that was
near two would not tell on which of them raters part. So the cases that cover the boundaries of a
domain with n of them are at least n, whatever the other domains are used for; and a set for all
domains has at least as many cases as the largest number of boundaries in any one domain. The set
below has exactly that many: case i takes the i-th boundary of every domain that has one, since the
domains' answers do not depend on each other. So it is a smallest set. In a domain that has no
boundary left the case is filled by the base rates.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from ..policy import Policy
from ..rulebook import Rulebook
from .answer_key import CaseKey, KeyMaker
from .boundary import Boundary
from .drawing import Draw
from .filling import Filler, Wanted
from .phrase_book import PhraseBook
from .plausible import Plausible
from .wishes import Boundaries, Found, Wish


class CaseSet(NamedTuple):
    """Cases with their answer keys, and what they were made from.

    `boundaries` are those that were asked for; `covers` whether every one of them has its case.
    """

    seed: int
    policy: Policy
    boundaries: tuple[Boundary, ...]
    covers: bool
    cases: tuple[CaseKey, ...]


class CaseMaker:
    """Makes cases for one rulebook under one reading.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The reading of the answer key.
        book: What may be written beside a row.
    """

    def __init__(self, rulebook: Rulebook, policy: Policy, book: PhraseBook) -> None:
        plausible = Plausible(rulebook, book.has)
        self._policy = policy
        self.boundaries = Boundaries(rulebook, policy, plausible)
        self._filler = Filler(rulebook, policy, book, plausible)
        self._keys = KeyMaker(rulebook, policy)

    def cases(self, wish: Wish, number: int, seed: int) -> CaseSet:
        """So many cases, each near one boundary in one domain; every boundary before any twice.

        Args:
            wish: Which boundaries.
            number: How many cases.
            seed: Other seed, other cases.

        Raises:
            InputError: SR310, SR850, SR851 or SR854: there is no such boundary.
        """
        found = self.boundaries.wished(wish)
        draw = Draw(f"{seed}/boundaries")
        chosen: list[Found] = []
        while len(chosen) < number:
            chosen += draw.shuffled(found)
        wanted = [{row.boundary.domain: row.wanted} for row in chosen[:number]]
        return self._made(found, wanted, seed, covers=False)

    def covering(self, wish: Wish, seed: int) -> CaseSet:
        """The fewest cases that are near every boundary that a wish names.

        Args:
            wish: Which boundaries; all of them where it names none.
            seed: Other seed, other cases.

        Raises:
            InputError: SR310, SR850, SR851 or SR854: there is no such boundary.
        """
        found = self.boundaries.wished(wish)
        by_domain: dict[str, list[Found]] = {}
        for row in found:
            by_domain.setdefault(row.boundary.domain, []).append(row)
        number = max(map(len, by_domain.values()))
        wanted: list[dict[str, Wanted]] = [{} for _ in range(number)]
        for letter, rows in by_domain.items():
            draw = Draw(f"{seed}/boundaries/{letter}")
            places = draw.shuffled(range(number))[: len(rows)]
            for place, row in zip(places, rows, strict=True):
                wanted[place][letter] = row.wanted
        return self._made(found, wanted, seed, covers=True)

    def _made(
        self,
        found: Sequence[Found],
        wanted: Sequence[Mapping[str, Wanted]],
        seed: int,
        covers: bool,
    ) -> CaseSet:
        digits = max(2, len(str(len(wanted))))
        cases = []
        for at, near in enumerate(wanted, start=1):
            name = f"fall-{at:0{digits}}"
            cases.append(self._keys.key(self._filler.fill(name, near, Draw(f"{seed}/{name}"))))
        boundaries = tuple(row.boundary for row in found)
        return CaseSet(seed, self._policy, boundaries, covers, tuple(cases))
