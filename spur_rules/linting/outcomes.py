"""Which rules can fire together in a domain: all there is, found by counting, never by sampling.

Rules look at an indicator only by its norm's counts, or by its name. So the norms are counted one
by one: what a combination of counts comes to is which comparisons it makes true, and few such sets
differ. Only those are then combined with each other.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import comb
from operator import ge, gt, le, lt

from ..conditions import All, AnyOf, Condition, FactTest, Leaf, Not, Op, StatusTest, leaves
from ..engines.base import Linear, linear
from ..in_force import DomainInForce, rules_in_force
from ..rulebook import NormGroup, Rulebook
from ..vocabulary import Norm, Status

#: More cases than this are not counted; a norm of forty indicators has 12,341.
MOST_CASES = 30_000
#: Nor are more than so many comparisons made.
MOST_STEPS = 1_000_000
_COMPARED = {Op.AT_LEAST: ge, Op.MORE_THAN: gt, Op.AT_MOST: le, Op.LESS_THAN: lt}
_ALLOWED = tuple(s for s in Status if s not in (Status.MET_OTHERWISE, Status.NOT_ASSESSED))
_OF_ADVICE = (*_ALLOWED, Status.MET_OTHERWISE)
_COUNTED = {
    Status.PARTLY: (1, 0, 0),
    Status.NOT_MET: (0, 1, 0),
    Status.NOT_APPLICABLE: (0, 0, 1),
}

#: How many are delvis, ej uppfyllt and ej tillämpligt, and which tests of statuses are true.
_Case = tuple[int, int, int, int]


@dataclass(frozen=True)
class Outcomes:
    """The sets of rules that can fire together in one domain, under some profile.

    `fired` is None where there are too many cases to count.
    """

    letter: str
    fired: frozenset[frozenset[str]] | None


class _TooMany(Exception):  # noqa: N818 (a signal, not an error)
    pass


def outcomes(rulebook: Rulebook) -> dict[str, Outcomes]:
    """What can fire in each domain.

    Args:
        rulebook: Linked, whether proven or not.

    >>> from ..api.reading import load_rulebook
    >>> sorted(map(sorted, outcomes(load_rulebook())["A"].fired))[:2]
    [[], ['fler-än-enstaka']]
    """
    found: dict[str, set[frozenset[str]] | None] = {d.letter: set() for d in rulebook.domains}
    for profile in rulebook.ruleset.profiles:
        for domain in rules_in_force(rulebook, rulebook.policy(profile.name)).domains:
            sets = found[domain.linked.letter]
            if sets is None:
                continue
            try:
                sets |= set(_fired(domain))
            except _TooMany:
                found[domain.linked.letter] = None
    return {
        letter: Outcomes(letter, None if sets is None else frozenset(sets))
        for letter, sets in found.items()
    }


def _fired(domain: DomainInForce) -> Iterator[frozenset[str]]:
    tests = dict.fromkeys(leaf for rule in domain.rules for leaf in leaves(rule.condition))
    bits = {leaf: 1 << number for number, leaf in enumerate(tests)}
    true_of_norms = [
        _true_of(domain, at, group, bits) for at, group in enumerate(domain.groups) if group.size
    ]
    number = 1
    for sets in true_of_norms:
        number *= len(sets)
    if number > MOST_CASES or number * len(domain.rules) > MOST_STEPS:
        raise _TooMany
    for masks in product(*true_of_norms):
        mask = sum(masks)
        yield frozenset(r.id for r in domain.rules if _holds(r.condition, mask, bits))


def _true_of(
    domain: DomainInForce, at: int, group: NormGroup, bits: dict[Leaf, int]
) -> frozenset[int]:
    """Every set of comparisons with one norm that can be true together."""
    facts: list[tuple[int, Linear]] = [
        (bit, linear(leaf, domain.partly[at], group.size))
        for leaf, bit in bits.items()
        if isinstance(leaf, FactTest) and leaf.norm is group.norm
    ]
    cases = _cases(domain, group, bits)
    if len(cases) * len(facts) > MOST_STEPS:
        raise _TooMany
    return frozenset(
        named + sum(bit for bit, test in facts if _is_true(test, (p, n, x), group.size))
        for p, n, x, named in cases
    )


def _is_true(test: Linear, counts: tuple[int, int, int], size: int) -> bool:
    if test.of_any and counts[2] == size:
        return False
    return bool(_COMPARED[test.op](test.value(*counts), test.constant))


def _cases(domain: DomainInForce, group: NormGroup, bits: dict[Leaf, int]) -> set[_Case]:
    """Every combination of counts of a norm with the tests of its named indicators."""
    allowed = _OF_ADVICE if group.norm is Norm.ALLMANT_RAD else _ALLOWED
    rows = domain.linked.indicators
    tests: dict[str, list[tuple[int, StatusTest]]] = {}
    for leaf, bit in bits.items():
        if isinstance(leaf, StatusTest) and rows[leaf.indicator].norm is group.norm:
            tests.setdefault(leaf.indicator, []).append((bit, leaf))
    cases = _plain_cases(group.size - len(tests))
    for named in tests.values():
        ways = {
            (*_COUNTED.get(status, (0, 0, 0)), sum(b for b, t in named if status in t.statuses))
            for status in allowed
        }
        if len(cases) * len(ways) > MOST_STEPS:
            raise _TooMany
        cases = {
            (p + q, n + m, x + y, mask + more) for p, n, x, mask in cases for q, m, y, more in ways
        }
        if len(cases) > MOST_CASES:
            raise _TooMany
    return cases


def _plain_cases(size: int) -> set[_Case]:
    """How many of some indicators can be delvis, ej uppfyllt and ej tillämpligt."""
    if comb(size + 3, 3) > MOST_CASES:
        raise _TooMany
    return {
        (partly, not_met, void, 0)
        for partly in range(size + 1)
        for not_met in range(size + 1 - partly)
        for void in range(size + 1 - partly - not_met)
    }


def _holds(condition: Condition, mask: int, bits: dict[Leaf, int]) -> bool:
    """Whether a condition without `not` holds; what is void is as good as false there."""
    match condition:
        case All(parts):
            return all(_holds(part, mask, bits) for part in parts)
        case AnyOf(parts):
            return any(_holds(part, mask, bits) for part in parts)
        case Not():
            raise TypeError("a linked condition holds no `not`")
        case _:
            return bool(mask & bits[condition])
