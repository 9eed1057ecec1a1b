"""Indicators that no rule tells apart, and every way in which they can be answered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import comb, factorial, prod

from ..explaining.what_if import Tally
from ..in_force import DomainInForce
from ..vocabulary import Code, Norm, Status

_COUNTED = (Code.MET, Code.PARTLY, Code.NOT_MET, Code.NOT_APPLICABLE)
_OF_ADVICE = (Code.MET, Code.MET_OTHERWISE, *_COUNTED[1:])
_STATUS = tuple(Status[code.name] for code in Code if code is not Code.NOT_IN_USE)


@dataclass(frozen=True)
class AlikeRows:
    """Indicators that no rule tells apart, in catalog order; a named one is alone.

    `norms` are those they have in each of the views; None in a view that does not have them.
    """

    ids: tuple[str, ...]
    norms: tuple[Norm | None, ...]
    is_named: bool

    @property
    def norm(self) -> Norm:
        """The norm that they have in the first view that has them."""
        return next(norm for norm in self.norms if norm is not None)

    @property
    def is_advice(self) -> bool:
        """Whether they can be met in another way."""
        return all(norm in (None, Norm.ALLMANT_RAD) for norm in self.norms)

    @cached_property
    def codes(self) -> tuple[Code, ...]:
        """The statuses that are told apart."""
        return _OF_ADVICE if self.is_named and self.is_advice else _COUNTED

    @cached_property
    def count(self) -> int:
        """How many tallies there are: for n alike indicators with 4 statuses, n + 3 over 3."""
        return comb(len(self.ids) + len(self.codes) - 1, len(self.codes) - 1)

    @cached_property
    def tallies(self) -> tuple[Tally, ...]:
        """How many can have each status: every way, that with most of them met first."""
        ways = _ways(len(self.ids), len(self.codes))
        return tuple(sorted(map(self._tally, ways), reverse=True))

    def _tally(self, way: tuple[int, ...]) -> Tally:
        by_code = dict(zip(self.codes, way, strict=True))
        return tuple(by_code.get(code, 0) for code in Code)

    @cached_property
    def answers(self) -> tuple[dict[str, Status], ...]:
        """Answers for each tally: the first indicators, in catalog order, are not met."""
        return tuple(map(self._answers, self.tallies))

    def _answers(self, tally: Tally) -> dict[str, Status]:
        found = [_STATUS[code] for code in Code if code for _ in range(tally[code])]
        found += [Status.MET] * (len(self.ids) - len(found))
        return dict(zip(self.ids, found, strict=True))

    def size(self, tally: Tally) -> int:
        """How many answers of these indicators the tally stands for."""
        ways = factorial(len(self.ids)) // prod(map(factorial, tally))
        as_met = 2 if self.is_advice and not self.is_named else 1  # uppfyllt or på annat sätt
        return int(ways * as_met ** tally[Code.MET])


def ids_of(views: Sequence[DomainInForce]) -> list[str]:
    """The ids of all views, each once, in the order of their catalogs.

    Args:
        views: The same domain under several policies, or in several rulebooks.
    """
    return list(dict.fromkeys(id for view in views for id in view.linked.indicators))


def alike_rows(views: Sequence[DomainInForce]) -> list[AlikeRows]:
    """The indicators of a domain, those together that no rule of any view tells apart.

    Args:
        views: The same domain under several policies, or in several rulebooks.
    """
    named = {id for view in views for id in view.named}
    groups: dict[tuple[tuple[Norm | None, ...], str | None], list[str]] = {}
    for id in ids_of(views):
        rows = [view.linked.indicators.get(id) for view in views]
        norms = tuple(row.norm if row else None for row in rows)
        groups.setdefault((norms, id if id in named else None), []).append(id)
    return [AlikeRows(tuple(ids), of[0], of[1] is not None) for of, ids in groups.items()]


def _ways(rows: int, statuses: int) -> Iterator[tuple[int, ...]]:
    """Every way to share out so many rows over so many statuses."""
    if statuses == 1:
        yield (rows,)
        return
    for first in range(rows + 1):
        for rest in _ways(rows - first, statuses - 1):
            yield (first, *rest)
