"""The rulebook as plain Python: one generated function for each domain, whole numbers only."""

from __future__ import annotations

from collections.abc import Callable

from ..conditions import All, AnyOf, Condition, FactTest, StatusTest
from ..facts import Facts
from ..in_force import DomainInForce, RulesInForce
from .base import Fired, group_index, linear

CHUNK = 100


class NativeEngine:
    """Runs anywhere, needs nothing.

    Args:
        rules: The rules in force.
    """

    names = ("native",)

    def __init__(self, rules: RulesInForce) -> None:
        self._function = _compiled(source(rules))

    def fire(self, facts: Facts) -> Fired:
        """Which rules fire: see `Engine.fire`."""
        return self._function(facts)


def source(rules: RulesInForce) -> str:
    """The Python that tells which rules fire, for a person who doubts it.

    Args:
        rules: The rules in force.
    """
    domains = [f"        {_bits(domain)},  # {domain.linked.letter}" for domain in rules.domains]
    return "\n".join(["def fire(facts):", "    return (", *domains, "    )", ""])


def _bits(domain: DomainInForce) -> str:
    """One domain's fired rules as a sum of bits; a comparison counts 0 or 1."""
    parts = [f"(({_expression(r.condition, domain)}) << {r.number})" for r in domain.rules]
    while len(parts) > CHUNK:  # Python compiles a long sum by recursion
        parts = [f"({' | '.join(parts[i : i + CHUNK])})" for i in range(0, len(parts), CHUNK)]
    return " | ".join(parts) or "0"


def _compiled(text: str) -> Callable[[Facts], Fired]:
    namespace: dict[str, Callable[[Facts], Fired]] = {}
    # Only numbers and generated names: no word from a file reaches this text.
    exec(compile(text, "<rules in force>", "exec"), namespace)
    return namespace["fire"]


def _expression(condition: Condition, domain: DomainInForce) -> str:
    match condition:
        case All(parts):
            return "(" + " and ".join(_expression(part, domain) for part in parts) + ")"
        case AnyOf(parts):
            return "(" + " or ".join(_expression(part, domain) for part in parts) + ")"
        case StatusTest(indicator, statuses):
            codes = "".join(f"{int(status.code)}, " for status in statuses)
            return f"facts[{domain.status_at(indicator)}] in ({codes})"
        case FactTest():
            return _comparison(condition, domain)
    raise TypeError(f"not a linked condition: {condition!r}")


def _comparison(test: FactTest, domain: DomainInForce) -> str:
    i = group_index(domain, test)
    size, at = domain.groups[i].size, domain.counts_at(i)
    form = linear(test, domain.partly[i], size)
    factors = (form.partly, form.not_met, form.not_applicable)
    terms = [f"{factor} * facts[{at + n}]" for n, factor in enumerate(factors) if factor]
    left = " + ".join(terms).replace("1 * ", "") or "0"
    comparison = f"{left} {form.op.sign} {form.constant}"
    return f"(facts[{at + 2}] < {size} and {comparison})" if form.of_any else comparison
