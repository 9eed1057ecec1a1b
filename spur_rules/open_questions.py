"""What is still open: the unassessed indicators that could move a domain's grade."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations_with_replacement, islice, product

from .engines.base import Engine
from .facts import count, ends
from .grading import decide
from .in_force import RulesInForce, Scope, scope_of
from .suggestion import OpenIndicator, Outcome
from .vocabulary import Code, Grade, Status

#: Beyond so many ways to answer the rest, an indicator is taken to be able to move the grade.
LIMIT_CONTEXTS = 6_000

_ANSWERS = (Code.MET, Code.PARTLY, Code.NOT_MET)


class OpenQuestions:
    """The open indicators of one domain, the one that narrows the range most first.

    Args:
        rules: The rules in force.
        index: The domain's number.
        native: Grades the what-ifs.
        codes: The statuses of the whole checklist.
    """

    def __init__(self, rules: RulesInForce, index: int, native: Engine, codes: bytes) -> None:
        self._rules, self._index, self._native, self._codes = rules, index, native, codes
        self._domain = domain = rules.domains[index]
        self._scale = domain.linked.domain.grades

    def find(self) -> tuple[OpenIndicator, ...]:
        """Every open indicator with the range after either answer."""
        best = self.range_with({})[1]
        found: list[OpenIndicator] = []
        for alike in self._alike():
            if self._is_asked(alike[0], best) and self._can_move(alike[0]):
                found += self._described(alike)
        catalog_order = list(self._domain.linked.indicators)
        return tuple(
            sorted(found, key=lambda q: (*self._width(q), catalog_order.index(q.indicator)))
        )

    def range_with(self, answers: dict[int, int]) -> tuple[Grade, Grade]:
        """The range when some of the unknown is answered.

        Args:
            answers: Status codes by position.
        """
        worst, best = self._ends_with(answers)
        return self._grade(worst), self._grade(best)

    def _ends_with(self, answers: dict[int, int]) -> tuple[bytes, bytes]:
        codes = bytearray(self._codes)
        for position, code in answers.items():
            codes[position] = code
        return ends(bytes(codes))

    def _grade(self, codes: bytes) -> Grade:
        facts = count(self._rules, codes)
        return decide(self._domain, self._native.fire(facts)[self._index])

    def _alike(self) -> list[list[int]]:
        """The unknown positions, those together that no rule tells apart."""
        position = self._domain.linked.position
        named = {position[id] for id in self._domain.named}
        alike: list[list[int]] = []
        for group in self._domain.groups:
            unknown = [
                at for at in range(group.start, group.stop) if self._codes[at] == Code.NOT_ASSESSED
            ]
            plain = [at for at in unknown if at not in named]
            alike += [plain] if plain else []
            alike += [[at] for at in unknown if at in named]
        return alike

    def _is_asked(self, at: int, best: Grade) -> bool:
        """Whether a rule that could lower the best possible grade looks at the indicator."""
        id = self._id(at)
        norm = self._domain.linked.indicators[id].norm
        for rule in self._domain.rules:
            weights = self._domain.weight_of
            scope = rule.scope or scope_of(rule.condition, weights, lambda _: True) or Scope()
            norms = scope.norms | scope.only_not_met
            if rule.ceiling > best and (norm in norms or id in scope.named):
                return True
        return False

    def _can_move(self, at: int) -> bool:
        """Whether some answers to the rest leave the grade to this one."""
        for seen, rest in enumerate(self._contexts(at)):
            met, not_met = (
                self._grade(self._ends_with(rest | {at: code})[0])
                for code in (Code.MET, Code.NOT_MET)
            )
            if met is not not_met or seen >= LIMIT_CONTEXTS:
                return True
        return False

    def _contexts(self, at: int) -> Iterator[dict[int, int]]:
        """Every way to answer the others: the extremes, then its own kind varying fastest."""
        others = [p for alike in self._alike() for p in alike if p != at]
        yield dict.fromkeys(others, int(Code.NOT_MET))
        yield dict.fromkeys(others, int(Code.MET))
        groups = [[p for p in alike if p != at] for alike in self._alike()]
        groups.sort(key=lambda group: any(p in group for p in self._kin(at)))
        options = [
            [dict(zip(group, answers, strict=True)) for answers in _answers(len(group))]
            for group in groups
        ]
        for choice in islice(product(*options), LIMIT_CONTEXTS + 1):
            yield {position: code for part in choice for position, code in part.items()}

    def _kin(self, at: int) -> range:
        group = next(g for g in self._domain.groups if g.start <= at < g.stop)
        return range(group.start, group.stop)

    def _described(self, alike: list[int]) -> list[OpenIndicator]:
        outcomes = tuple(
            Outcome(Status[code.name], *self.range_with({alike[0]: code}), None)
            for code in (Code.MET, Code.PARTLY, Code.NOT_MET, Code.NOT_APPLICABLE)
        )
        rows = [self._domain.linked.indicators[self._id(at)] for at in alike]
        return [OpenIndicator(row.id, row.norm, row.text, None, outcomes) for row in rows]

    def _id(self, at: int) -> str:
        return self._domain.linked.order[at - self._domain.linked.start]

    def _width(self, question: OpenIndicator) -> tuple[int, int]:
        widths = [
            self._scale.index(worst) - self._scale.index(best)
            for worst, best in (question.if_met, question.if_not_met)
        ]
        return max(widths), sum(widths)


def _answers(number: int) -> Iterator[tuple[Code, ...]]:
    """Every way to answer some indicators that no rule tells apart."""
    return combinations_with_replacement(_ANSWERS, number)
