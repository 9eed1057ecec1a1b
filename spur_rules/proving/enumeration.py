"""Every class of answers in one domain: no sampling, and counted before any is made.

Indicators that no rule tells apart are *alike*: only how many of them have which status matters. A
class of answers says that for each alike group; an indicator that a rule names is a group alone.
Rules that look at different indicators are in different *parts*: a part's rules are run once for
each combination of its own groups, and the parts' fired rules are put together for every class.

`på annat sätt` counts as met, and only an allmänt råd can have it. So the classes of counts let
`uppfyllt` stand for both; a named allmänt råd has both, because a rule can tell them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from math import comb, factorial, prod
from typing import NamedTuple

from ..conditions import FactTest, StatusTest, leaves
from ..engines.native import NativeEngine
from ..errors import InputError, Problem
from ..explaining.what_if import Tallies, Tally
from ..grading import decide
from ..in_force import DomainInForce, RuleInForce, RulesInForce
from ..provenance import Place
from ..vocabulary import Code, Grade, Norm, Status

#: So many classes, each under each policy, are decided; with more a rulebook is refused.
MOST_CLASSES = 5_000_000

_COUNTED = (Code.MET, Code.PARTLY, Code.NOT_MET, Code.NOT_APPLICABLE)
_OF_ADVICE = (Code.MET, Code.MET_OTHERWISE, *_COUNTED[1:])
_STATUS = tuple(Status[code.name] for code in Code)


@dataclass(frozen=True)
class AlikeRows:
    """Indicators that no rule tells apart, in catalog order; a named one is alone.

    `norms` are those they have in each of the views; None in a view that does not have them.
    """

    ids: tuple[str, ...]
    norms: tuple[Norm | None, ...]
    is_named: bool

    @property
    def is_advice(self) -> bool:
        """Whether they can be met in another way."""
        return all(norm in (None, Norm.ALLMANT_RAD) for norm in self.norms)

    @property
    def codes(self) -> tuple[Code, ...]:
        """The statuses that are told apart."""
        return _OF_ADVICE if self.is_named and self.is_advice else _COUNTED

    @property
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

    def answers(self, tally: Tally) -> Iterator[tuple[str, Status]]:
        """The first indicators, in catalog order, are those that are not met."""
        found = [_STATUS[code] for code in Code if code for _ in range(tally[code])]
        found += [Status.MET] * (len(self.ids) - len(found))
        return zip(self.ids, found, strict=True)

    def size(self, tally: Tally) -> int:
        """How many answers of these indicators the tally stands for."""
        ways = factorial(len(self.ids)) // prod(map(factorial, tally))
        as_met = 2 if self.is_advice and not self.is_named else 1  # uppfyllt or på annat sätt
        return int(ways * as_met ** tally[Code.MET])


class ClassPart(NamedTuple):
    """Alike groups that rules look at together, from one number to the one before another.

    `rules` has the bits of the rules in each view.
    """

    start: int
    stop: int
    rules: tuple[int, ...]


class Classes:
    """Every class of answers in one domain.

    Args:
        views: The same domain in force: under several policies, or in two rulebooks that are to be
            compared. No rule of any of them tells two answers of a class apart.

    >>> from spur_rules import load_rulebook
    >>> from spur_rules.in_force import rules_in_force
    >>> rulebook = load_rulebook()
    >>> in_force = rules_in_force(rulebook, rulebook.policy()).domains[0]
    >>> classes = Classes([in_force])
    >>> classes.count, classes.total
    (80, 256)
    >>> [id for id, status in classes.answers(1).items() if status.is_shortcoming]
    ['A4']
    """

    def __init__(self, views: Sequence[DomainInForce]) -> None:
        self.views = tuple(views)
        self.letter = self.views[0].linked.letter
        rows, self.parts = _in_parts(self.views, _alike(self.views))
        #: The alike groups, those of each part side by side.
        self.alike: tuple[AlikeRows, ...] = rows
        #: How many classes there are.
        self.count = prod(row.count for row in rows)
        #: How far the number of a class moves with the number of a group's tally.
        self.strides = tuple(prod(row.count for row in rows[at + 1 :]) for at in range(len(rows)))

    @property
    def total(self) -> int:
        """How many answers there are in all."""
        return prod((5 if row.is_advice else 4) ** len(row.ids) for row in self.alike)

    def tallies(self, number: int) -> Tallies:
        """What a class is: how many indicators of each alike group have each status.

        Args:
            number: The class, counted from 0.
        """
        numbers = zip(self.alike, self.strides, strict=True)
        return tuple(row.tallies[number // stride % row.count] for row, stride in numbers)

    def answers(self, number: int) -> dict[str, Status]:
        """The answers that stand for a class, in catalog order.

        Args:
            number: The class, counted from 0.
        """
        pairs = zip(self.alike, self.tallies(number), strict=True)
        found = dict(answer for row, tally in pairs for answer in row.answers(tally))
        return {id: found[id] for id in _ids(self.views)}

    def size(self, number: int) -> int:
        """How many answers a class stands for; all the sizes add up to `total`.

        Args:
            number: The class, counted from 0.
        """
        pairs = zip(self.alike, self.tallies(number), strict=True)
        return prod(row.size(tally) for row, tally in pairs)

    def fired(self, view: int) -> list[int]:
        """The rules that fire in every class, by its number: bit n is set for the rule n.

        Args:
            view: Which of the views.
        """
        runner = _Runner(self.views[view])
        fired = [0]
        for part in self.parts:
            rows = self.alike[part.start : part.stop]
            own = [runner.fired(rows, t, view) & part.rules[view] for t in _every(rows)]
            fired = [before | now for before in fired for now in own]
        return fired

    def grades(self, view: int) -> list[Grade]:
        """The grade of every class, by its number.

        Args:
            view: Which of the views.
        """
        fired = self.fired(view)
        decided = {bits: decide(self.views[view], bits) for bits in set(fired)}
        return [decided[bits] for bits in fired]


def classes_of(domains: Iterable[Sequence[DomainInForce]]) -> tuple[Classes, ...]:
    """The classes of every domain, if they are few enough to be decided, every one of them.

    Args:
        domains: For each domain its views.

    Raises:
        InputError: SR801, there are too many; the message has the count.
    """
    found = tuple(map(Classes, domains))
    count = sum(classes.count * len(classes.views) for classes in found)
    if count > MOST_CLASSES:
        largest = max(found, key=lambda classes: classes.count)
        sizes = " × ".join(str(row.count) for row in largest.alike)
        message = (
            f"{count:,} combinations are too many to try every one (at most {MOST_CLASSES:,}), and"
            f" none is sampled; domain {largest.letter} alone has {largest.count:,} ({sizes}) for"
            " each policy. Name fewer single indicators in its rules, split the domain, or choose"
            " one policy with --policy"
        )
        raise InputError([Problem("SR801", Place("rulebook"), message)])
    return found


class _Runner:
    """The native engine on one domain alone."""

    def __init__(self, domain: DomainInForce) -> None:
        self._domain = local = replace(domain, first_fact=0)
        self._fire = NativeEngine(RulesInForce((local,))).fire
        self._start_of = {group.norm: 3 * at for at, group in enumerate(local.groups)}

    def fired(self, rows: Sequence[AlikeRows], tallies: Tallies, view: int) -> int:
        return self._fire(self.facts(rows, tallies, view))[0]

    def facts(self, rows: Sequence[AlikeRows], tallies: Tallies, view: int) -> list[int]:
        facts = [0] * self._domain.end_of_facts
        for row, tally in zip(rows, tallies, strict=True):
            norm = row.norms[view]
            if norm is None:
                continue
            at = self._start_of[norm]
            facts[at] += tally[Code.PARTLY]
            facts[at + 1] += tally[Code.NOT_MET]
            facts[at + 2] += tally[Code.NOT_APPLICABLE]
            if row.is_named and row.ids[0] in self._domain.named:
                facts[self._domain.status_at(row.ids[0])] = tally.index(1)
        return facts


def _ways(rows: int, statuses: int) -> Iterator[tuple[int, ...]]:
    """Every way to share out so many rows over so many statuses."""
    if statuses == 1:
        yield (rows,)
        return
    for first in range(rows + 1):
        for rest in _ways(rows - first, statuses - 1):
            yield (first, *rest)


def _every(rows: Sequence[AlikeRows]) -> Iterator[Tallies]:
    return product(*(row.tallies for row in rows))


def _ids(views: Sequence[DomainInForce]) -> list[str]:
    """The ids of all views, each once, in the order of their catalogs."""
    return list(dict.fromkeys(id for view in views for id in view.linked.indicators))


def _alike(views: Sequence[DomainInForce]) -> list[AlikeRows]:
    named = {id for view in views for id in view.named}
    groups: dict[tuple[tuple[Norm | None, ...], str | None], list[str]] = {}
    for id in _ids(views):
        rows = [view.linked.indicators.get(id) for view in views]
        norms = tuple(row.norm if row else None for row in rows)
        groups.setdefault((norms, id if id in named else None), []).append(id)
    return [AlikeRows(tuple(ids), of[0], of[1] is not None) for of, ids in groups.items()]


def _in_parts(
    views: Sequence[DomainInForce], alike: list[AlikeRows]
) -> tuple[tuple[AlikeRows, ...], tuple[ClassPart, ...]]:
    """The groups with those of each part side by side; what no rule looks at is a part alone."""
    parts: list[tuple[set[int], list[int]]] = [({at}, [0] * len(views)) for at in range(len(alike))]
    for number, view in enumerate(views):
        for rule in view.rules:
            looked_at, bits = set(_looked_at(rule, number, alike)), [0] * len(views)
            bits[number] = rule.bit
            for other in [part for part in parts if part[0] & looked_at]:
                parts.remove(other)
                looked_at |= other[0]
                bits = [a | b for a, b in zip(bits, other[1], strict=True)]
            parts.append((looked_at, bits))
    rows: list[AlikeRows] = []
    found: list[ClassPart] = []
    for numbers, bits in sorted(parts, key=lambda part: min(part[0])):
        start = len(rows)
        rows += [alike[at] for at in sorted(numbers)]
        found.append(ClassPart(start, len(rows), tuple(bits)))
    return tuple(rows), tuple(found)


def _looked_at(rule: RuleInForce, view: int, alike: list[AlikeRows]) -> Iterator[int]:
    tests = list(leaves(rule.condition))
    norms = {test.norm for test in tests if isinstance(test, FactTest)}
    named = {test.indicator for test in tests if isinstance(test, StatusTest)}
    for number, row in enumerate(alike):
        if row.norms[view] in norms or (row.is_named and row.ids[0] in named):
            yield number
