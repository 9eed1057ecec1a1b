"""What an engine is: facts in, fired rules out, and nothing else."""

from __future__ import annotations

from fractions import Fraction
from math import lcm
from typing import NamedTuple, Protocol

from ..conditions import FactTest, Measure, Op
from ..facts import Facts
from ..in_force import DomainInForce

#: The rules that fired in each domain: bit n is set when the rule with number n fired.
Fired = tuple[int, ...]


class Engine(Protocol):
    """The rules in force, ready to run.

    An engine is made for one rulebook under one policy, may be called from any thread, and never
    sees a word that a user wrote.
    """

    @property
    def names(self) -> tuple[str, ...]:
        """The engines that made the answer, sorted."""
        ...

    def fire(self, facts: Facts) -> Fired:
        """Which rules fire.

        Args:
            facts: What `count` made of a checklist.

        Raises:
            EngineError: The engine failed, or two engines disagree.
        """
        ...


class Linear(NamedTuple):
    """A comparison in whole numbers: partly·p + not_met·n + not_applicable·x against a constant.

    `of_any`: it is a comparison with a share, which is never true where nothing applies.
    """

    partly: int
    not_met: int
    not_applicable: int
    op: Op
    constant: int
    of_any: bool

    def value(self, partly: int, not_met: int, not_applicable: int) -> int:
        """The left side."""
        return self.partly * partly + self.not_met * not_met + self.not_applicable * not_applicable


def linear(test: FactTest, partly: Fraction, size: int) -> Linear:
    """A comparison with every fraction multiplied away.

    Args:
        test: A fact held against a number.
        partly: How large a part of a delvis indicator counts as met.
        size: How many indicators of the norm there are.

    >>> from ..vocabulary import Norm
    >>> test = FactTest(Norm.ALLMANT_RAD, Measure.SHARE_MET, Op.LESS_THAN, Fraction(1, 2))
    >>> linear(test, Fraction(1, 2), 5)[:5]
    (1, 2, 1, <Op.MORE_THAN: 'more_than'>, 5)
    """
    limit = test.threshold
    assert isinstance(limit, Fraction), "rules_in_force sets every threshold"
    unmet = 1 - partly
    # The left side's factors of p, n and x, and the constant. What is met is told by what is not:
    # (size - x) - unmet·p - n < limit·(size - x) is unmet·p + n + (1 - limit)·x > (1 - limit)·size.
    factors: dict[Measure, tuple[Fraction | int, ...]] = {
        Measure.APPLICABLE: (0, 0, 1, size - limit),
        Measure.SHORTCOMINGS: (1, 1, 0, limit),
        Measure.NOT_MET: (0, 1, 0, limit),
        Measure.EXCEPTIONS: (unmet, 1, 0, limit),
        Measure.SHARE_MET: (unmet, 1, 1 - limit, (1 - limit) * size),
    }
    parts = [Fraction(part) for part in factors[test.measure]]
    scale = lcm(*(part.denominator for part in parts))
    p, n, x, constant = (int(part * scale) for part in parts)
    of_met = test.measure in (Measure.APPLICABLE, Measure.SHARE_MET)
    op = test.op.mirrored if of_met else test.op
    return Linear(p, n, x, op, constant, test.measure is Measure.SHARE_MET)


def group_index(domain: DomainInForce, test: FactTest) -> int:
    """Which of the domain's norms a comparison counts."""
    return next(i for i, group in enumerate(domain.groups) if group.norm is test.norm)
