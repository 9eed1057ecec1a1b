"""One domain proven: every class of answers under every policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from ..grading import decide
from ..in_force import DomainInForce, RuleInForce
from ..policy import Policy
from .definition import (
    by_definition,
    decided,
    differing,
    differs_otherwise,
    engine_of,
    without_caveat,
)
from .enumeration import Classes
from .findings import AlikeCount, DomainProof, Finding, FindingKind, Reached, RuleProof
from .smallest import Findings
from .steps import BETWEEN, OTHER_WAY, WORSE, Moves, falling, number_of_steps


class DomainProver:
    """Every class of answers in one domain under every policy.

    Args:
        classes: The classes; a view for each policy.
        policies: How vague words are read.
    """

    def __init__(self, classes: Classes, policies: Sequence[Policy]) -> None:
        self._classes, self._policies = classes, tuple(policies)
        self._views = range(len(policies))
        self._domain = classes.views[0]
        self._scale = self._domain.linked.domain.grades
        self._fired = [by_definition(classes, view) for view in self._views]
        found = [decided(classes, view, self._fired[view]) for view in self._views]
        self._grades = [letters for letters, _ in found]
        self._misgraded = [wrong for _, wrong in found]
        self._make = Findings(classes, policies, self._fired)
        counts = list(zip(classes.views, map(Counter, self._fired), strict=True))
        rules = self._domain.rules
        self._rules = tuple(_rule_proof(rule, self._domain, counts) for rule in rules)
        self._reached = tuple(tuple(_reached(domain, sets)) for domain, sets in counts)

    def proof(self) -> DomainProof:
        """What was tried."""
        classes = self._classes
        return DomainProof(
            classes.letter,
            tuple(
                AlikeCount(row.norm, len(row.ids), row.ids[0] if row.is_named else None, row.count)
                for row in classes.alike
            ),
            classes.count,
            classes.total,
            number_of_steps(classes, WORSE),
            self._reached,
            self._rules,
        )

    def findings(self, engine: str) -> Iterator[Finding]:
        """What is wrong, the gravest first, and what is to be told.

        Args:
            engine: `native` or `durable`.

        Raises:
            EngineError: SR502, SR504 or SR505, from durable-rules.
        """
        yield from self._off_scale()
        yield from self._engine(engine)
        yield from self._monotone()
        yield from self._other_way()
        for rule, proof in zip(self._domain.rules, self._rules, strict=True):
            yield from self._effect(rule, proof)
        yield from self._criteria()
        for rule in self._domain.rules:
            if rule.id in self._domain.rules_with_caveat:
                yield from self._caveat(rule)
        yield from self._falls(FindingKind.NOT_BETWEEN, self._grades, BETWEEN)

    def _off_scale(self) -> Iterator[Finding]:
        """Every class has one grade; it is a printed one."""
        scale = bytes(map(ord, self._scale))
        hits = [
            [n for n, letter in enumerate(row) if letter not in scale] if row.strip(scale) else []
            for row in self._grades
        ]
        yield from self._make.of_classes(FindingKind.OFF_SCALE, hits)

    def _engine(self, name: str) -> Iterator[Finding]:
        engines = [engine_of(name, domain) for domain in self._classes.views]
        hits = [list(wrong) for wrong in self._misgraded]
        for number, view in differing(self._classes, engines, self._fired):
            hits[view].append(number)
        yield from self._make.of_classes(FindingKind.ENGINES_DIFFER, hits)

    def _monotone(self) -> Iterator[Finding]:
        """The grade never gets better as answers get worse; and if so, no rule falls silent."""
        better = list(self._falls(FindingKind.NOT_MONOTONE, self._grades, WORSE))
        yield from better
        for rule in self._domain.rules if not better else ():
            fires = [bytes([bits & rule.bit != 0 for bits in fired]) for fired in self._fired]
            yield from self._falls(FindingKind.FALLS_SILENT, fires, WORSE, rule.id)

    def _other_way(self) -> Iterator[Finding]:
        yield from self._falls(FindingKind.OTHER_WAY_DIFFERS, self._grades, OTHER_WAY)
        hits = [differs_otherwise(self._classes, view) for view in self._views]
        yield from self._make.of_classes(FindingKind.OTHER_WAY_DIFFERS, hits)

    def _falls(
        self, kind: FindingKind, values: Sequence[bytes], moves: Moves, rule: str | None = None
    ) -> Iterator[Finding]:
        hits = [falling(self._classes, row, moves) for row in values]
        yield from self._make.of_steps(kind, hits, rule)

    def _effect(self, rule: RuleInForce, proof: RuleProof) -> Iterator[Finding]:
        """A rule fires, and something hangs on it: the grade, or the caveat that it carries."""
        if not any(proof.fires):
            yield self._make.nothing(FindingKind.NEVER_FIRES, rule.id)
        elif not any(proof.effects):
            hits = [[n for n, bits in enumerate(row) if bits & rule.bit] for row in self._fired]
            yield from self._make.of_classes(FindingKind.NEVER_DECIDES, hits, rule.id)
        elif silent := [view for view in self._views if not proof.fires[view]]:
            yield self._make.only_under(FindingKind.SILENT_UNDER, silent, rule.id)
        elif idle := [view for view in self._views if not proof.effects[view]]:
            yield self._make.only_under(FindingKind.IDLE_UNDER, idle, rule.id)

    def _criteria(self) -> Iterator[Finding]:
        """Every printed criterion fits some answers."""
        for at, grade in enumerate(self._scale):
            missed = [view for view in self._views if not self._reached[view][at].fitting]
            if len(missed) == len(self._views):
                yield self._make.nothing(FindingKind.NEVER_REACHED, grade=grade)
            elif missed:
                yield self._make.only_under(FindingKind.UNREACHED_UNDER, missed, grade=grade)

    def _caveat(self, rule: RuleInForce) -> Iterator[Finding]:
        """Where no printed criterion fits, every suggestion says so."""
        hits = [
            without_caveat(self._classes, view, rule, self._fired[view], self._grades[view])
            for view in self._views
        ]
        yield from self._make.of_classes(FindingKind.NO_CAVEAT, hits, rule.id)


def _reached(domain: DomainInForce, sets: Counter[int]) -> Iterator[Reached]:
    """How many classes give each grade: told from how often each set of rules fires."""
    by_grade = dict.fromkeys(domain.linked.domain.grades, 0)
    fitting = by_grade.copy()
    warns = [rule for rule in domain.rules if rule.id in domain.rules_with_caveat]
    for bits, count in sets.items():
        grade = decide(domain, bits)
        if grade in by_grade:
            by_grade[grade] += count
            fits = not any(bits & rule.bit and rule.ceiling is grade for rule in warns)
            fitting[grade] += count if fits else 0
    return (Reached(grade, count, fitting[grade]) for grade, count in by_grade.items())


def _rule_proof(
    rule: RuleInForce, domain: DomainInForce, views: Sequence[tuple[DomainInForce, Counter[int]]]
) -> RuleProof:
    """How often a rule fires, decides and binds: told from how often each set of rules fires."""
    fires, decides, binds = [], [], []
    for view, sets in views:
        counts = {bits: count for bits, count in sets.items() if bits & rule.bit}
        fires.append(sum(counts.values()))
        grades = {bits: decide(view, bits) for bits in counts}
        without = {bits: decide(view, bits & ~rule.bit) for bits in counts}
        decides.append(sum(counts[bits] for bits in counts if without[bits] < grades[bits]))
        binds.append(sum(counts[bits] for bits in counts if grades[bits] is rule.ceiling))
    has_caveat = rule.id in domain.rules_with_caveat
    return RuleProof(rule.id, tuple(fires), tuple(decides), tuple(binds) if has_caveat else None)
