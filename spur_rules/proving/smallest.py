"""The smallest example of a finding, and the finding that is made of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ..grading import decide
from ..policy import Policy
from ..vocabulary import Code, Grade, Status
from .definition import suggested
from .enumeration import Classes
from .findings import Example, Finding, FindingKind

#: Answers in catalog order.
Answers = tuple[tuple[str, Status], ...]


class Step(NamedTuple):
    """A class, and the alike group of which one answer changes; none for a class alone."""

    number: int
    alike: int = -1
    old: Code = Code.MET
    new: Code = Code.MET


class Smallest:
    """The smallest of many steps or classes, and how many they are.

    The fewest answers other than uppfyllt; then the first in catalog order; then the better status.

    Args:
        classes: The classes they are of.
    """

    def __init__(self, classes: Classes) -> None:
        self.count = 0
        self.step: Step | None = None
        self._classes = classes
        self._key: tuple[object, ...] = ()
        self._fewest = 0

    def add(self, step: Step) -> None:
        """Take one into account."""
        self.count += 1
        few = self._few(step.number)
        if self.step is None or few < self._fewest:
            self.step, self._fewest, self._key = step, few, self.key(step)
        elif few == self._fewest and (key := self.key(step)) < self._key:
            self.step, self._key = step, key

    def all(self, steps: Iterable[Step]) -> Smallest:
        """Take many into account."""
        for step in steps:
            self.add(step)
        return self

    def _few(self, number: int) -> int:
        numbers = zip(self._classes.strides, self._unmet, strict=True)
        return sum(counts[number // stride % len(counts)] for stride, counts in numbers)

    @cached_property
    def _unmet(self) -> list[list[int]]:
        """How many of each alike group are not plainly met, by tally."""
        alike = self._classes.alike
        return [[len(row.ids) - tally[Code.MET] for tally in row.tallies] for row in alike]

    def key(self, step: Step) -> tuple[object, ...]:
        """What is compared: the answers other than uppfyllt, then the one that changes."""
        before, after = answers_of(self._classes, step)
        rows = [(at, s.code) for at, (_, s) in enumerate(before) if s is not Status.MET]
        changed = [at for at, (a, b) in enumerate(zip(before, after, strict=True)) if a != b]
        places, codes = [at for at, _ in rows], [code for _, code in rows]
        return len(rows), places, codes, changed, step.new


def answers_of(classes: Classes, step: Step) -> tuple[Answers, Answers]:
    """The answers before and after a step: the first that can change does.

    Args:
        classes: The classes it is a step between.
        step: Which step; of a class alone both are the same.
    """
    before = classes.answers(step.number)
    if step.alike < 0:
        return tuple(before.items()), tuple(before.items())
    ids = classes.alike[step.alike].ids
    old, new = Status[step.old.name], Status[step.new.name]
    changed = next(id for id in ids if before[id] is old)
    return tuple(before.items()), tuple((before | {changed: new}).items())


class Findings:
    """Makes findings about one domain, each with its smallest example.

    Args:
        classes: The classes; a view for each policy.
        policies: How vague words are read.
        fired: The rules that fire in each class, by policy.
    """

    def __init__(
        self, classes: Classes, policies: Sequence[Policy], fired: Sequence[Sequence[int]]
    ) -> None:
        self._classes, self._policies, self._fired = classes, policies, fired

    def of_classes(
        self, kind: FindingKind, hits: Sequence[Iterable[int]], rule: str | None = None
    ) -> Iterator[Finding]:
        """What is true of some classes; nothing where there are none.

        Args:
            kind: What it is.
            hits: The classes, by policy.
            rule: The rule it is about.
        """
        yield from self.of_steps(kind, [map(Step, numbers) for numbers in hits], rule)

    def of_steps(
        self, kind: FindingKind, hits: Sequence[Iterable[Step]], rule: str | None = None
    ) -> Iterator[Finding]:
        """What is true of some steps; nothing where there are none.

        Args:
            kind: What it is.
            hits: The steps, by policy.
            rule: The rule it is about.
        """
        smallest = [Smallest(self._classes).all(steps) for steps in hits]
        found = [(view, row.step) for view, row in enumerate(smallest) if row.step is not None]
        if found:
            view, step = min(found, key=lambda pair: smallest[pair[0]].key(pair[1]))
            policies = tuple(self._policies[view] for view, _ in found)
            count = sum(row.count for row in smallest)
            examples = tuple(self._examples(view, step))
            yield Finding(kind, self._classes.letter, policies, count, examples, rule)

    def nothing(
        self, kind: FindingKind, rule: str | None = None, grade: Grade | None = None
    ) -> Finding:
        """What no answers give. It has no counterexample; it is shown what is given instead.

        That is the smallest class that gives the grade all the same, or else a worse one; where
        there is none, nothing met.

        Args:
            kind: What it is.
            rule: The rule that never fires.
            grade: The grade that is never reached.
        """
        shown = None if grade is None else self._as_bad_as(grade)
        examples = tuple(self._examples(0, shown or Step(self._nothing_met())))
        count = self._classes.count * len(self._policies)
        policies = tuple(self._policies)
        return Finding(kind, self._classes.letter, policies, count, examples, rule, grade)

    def only_under(
        self,
        kind: FindingKind,
        views: Sequence[int],
        rule: str | None = None,
        grade: Grade | None = None,
    ) -> Finding:
        """A remark on what is so under some of the policies.

        Args:
            kind: What it is.
            views: The numbers of the policies.
            rule: The rule it is about.
            grade: The grade it is about.
        """
        policies = tuple(self._policies[view] for view in views)
        count = self._classes.count * len(views)
        return Finding(kind, self._classes.letter, policies, count, (), rule, grade)

    def _as_bad_as(self, grade: Grade) -> Step | None:
        """The smallest class with a grade, or else with a worse one."""
        grades = {bits: decide(self._classes.views[0], bits) for bits in set(self._fired[0])}
        same, worse = Smallest(self._classes), Smallest(self._classes)
        for number, fired in enumerate(self._fired[0]):
            if grades[fired] >= grade:
                (same if grades[fired] is grade else worse).add(Step(number))
        return same.step or worse.step

    def _nothing_met(self) -> int:
        """The class in which nothing is met."""
        pairs = zip(self._classes.alike, self._classes.strides, strict=True)
        return sum(
            stride * next(n for n, t in enumerate(row.tallies) if t[Code.NOT_MET] == len(row.ids))
            for row, stride in pairs
        )

    def _examples(self, view: int, step: Step) -> Iterator[Example]:
        before, after = answers_of(self._classes, step)
        yield self._example(view, before, step.number)
        if step.alike >= 0:
            yield self._example(view, after, self._classes.after(*step))

    def _example(self, view: int, answers: Answers, number: int) -> Example:
        domain, fired = self._classes.views[view], self._fired[view][number]
        rules = tuple(rule.id for rule in domain.rules if fired & rule.bit)
        caveats = suggested(domain, dict(answers), fired).caveats
        codes = tuple(dict.fromkeys(caveat.code.value for caveat in caveats))
        return Example(self._policies[view], answers, decide(domain, fired), rules, codes)
