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
from dataclasses import replace
from itertools import product
from math import prod
from typing import NamedTuple

from ..conditions import FactTest, StatusTest, leaves
from ..engines.native import NativeEngine
from ..errors import InputError, Problem
from ..explaining.what_if import Tallies, Tally, moved
from ..grading import decide
from ..in_force import DomainInForce, RuleInForce, RulesInForce
from ..provenance import Place
from ..vocabulary import Code, Grade, Status
from .alike import AlikeRows as AlikeRows
from .alike import alike_rows, ids_of

#: So many classes, each under each policy, are decided; with more a rulebook is refused.
MOST_CLASSES = 5_000_000


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
        rows, self.parts = _in_parts(self.views, alike_rows(self.views))
        #: The alike groups, those of each part side by side.
        self.alike: tuple[AlikeRows, ...] = rows
        self._all_met = dict.fromkeys(ids_of(self.views), Status.MET)
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
        found = self._all_met.copy()
        for row, stride in zip(self.alike, self.strides, strict=True):
            found.update(row.answers[number // stride % row.count])
        return found

    def after(self, number: int, alike: int, old: Code, new: Code) -> int:
        """The class that one changed answer leads to.

        Args:
            number: The class, counted from 0.
            alike: The alike group of which one answer changes.
            old: The status it has.
            new: The status it gets.
        """
        row, stride = self.alike[alike], self.strides[alike]
        at = number // stride % row.count
        return number + stride * (row.tallies.index(moved(row.tallies[at], old, new)) - at)

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
        return self.combined(
            [runner.fired(rows, t, view) & part.rules[view] for t in every(rows)]
            for part, rows in self.by_part()
        )

    def by_part(self) -> Iterator[tuple[ClassPart, tuple[AlikeRows, ...]]]:
        """Every part with its alike groups."""
        for part in self.parts:
            yield part, self.alike[part.start : part.stop]

    def combined(self, tables: Iterable[Sequence[int]]) -> list[int]:
        """The rules that fire in every class, by its number.

        Args:
            tables: For each part the rules that fire for each of its combinations, in order.
        """
        fired = [0]
        for own in tables:
            fired = [before | now for before in fired for now in own]
        return fired

    def facts(self, view: int) -> Iterator[list[int]]:
        """The facts of every class in turn, counted for the domain alone.

        Args:
            view: Which of the views.
        """
        runner = _Runner(self.views[view])
        own = [[runner.counted(row, t, view) for t in row.tallies] for row in self.alike]

        def after(at: int, facts: list[int]) -> Iterator[list[int]]:
            for counts in own[at]:
                counted = facts.copy()
                for place, count in counts:
                    counted[place] += count
                if at + 1 < len(own):
                    yield from after(at + 1, counted)
                else:
                    yield counted

        return after(0, [0] * runner.number_of_facts)

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
        self.number_of_facts = local.end_of_facts
        self._start_of = {group.norm: 3 * at for at, group in enumerate(local.groups)}

    def fired(self, rows: Sequence[AlikeRows], tallies: Tallies, view: int) -> int:
        facts = [0] * self.number_of_facts
        for row, tally in zip(rows, tallies, strict=True):
            for place, count in self.counted(row, tally, view):
                facts[place] += count
        return self._fire(facts)[0]

    def counted(self, row: AlikeRows, tally: Tally, view: int) -> list[tuple[int, int]]:
        """Where a tally counts among the facts, and how much."""
        norm = row.norms[view]
        if norm is None:
            return []
        codes = (Code.PARTLY, Code.NOT_MET, Code.NOT_APPLICABLE)
        counts = [(self._start_of[norm] + at, tally[code]) for at, code in enumerate(codes)]
        if row.is_named and row.ids[0] in self._domain.named:
            counts.append((self._domain.status_at(row.ids[0]), tally.index(1)))
        return [(place, count) for place, count in counts if count]


def every(rows: Sequence[AlikeRows]) -> Iterator[Tallies]:
    """Every combination of the tallies of some alike groups, in the order of their numbers."""
    return product(*(row.tallies for row in rows))


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
