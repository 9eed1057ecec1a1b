"""The rulebook as plain Python: one generated function for each domain, whole numbers only."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..conditions import All, AnyOf, Condition, FactTest, StatusTest
from ..facts import DomainFacts
from ..in_force import DomainInForce
from .base import Fired, group_index, linear


class NativeEngine:
    """Runs anywhere, needs nothing.

    Args:
        domains: The rules in force.
    """

    names = ("native",)

    def __init__(self, domains: Sequence[DomainInForce]) -> None:
        self._functions = [_compiled(domain) for domain in domains]

    def fire(self, review: Sequence[DomainFacts]) -> Fired:
        """Which rules fire: see `Engine.fire`."""
        return tuple([fire(facts) for fire, facts in zip(self._functions, review, strict=True)])

    def fire_one(self, index: int, facts: DomainFacts) -> int:
        """Which rules fire in one domain."""
        return self._functions[index](facts)


def source(domain: DomainInForce) -> str:
    """The Python that decides one domain, to be read by a person who doubts it.

    Args:
        domain: The rules in force.
    """
    names = [f"{count}{i}" for i in range(len(domain.groups)) for count in ("p", "n", "x")]
    names += [f"s{i}" for i in range(len(domain.named))]
    bits = [
        f"        | ({_expression(rule.condition, domain)}) << {rule.number}  # {rule.ceiling}"
        for rule in domain.rules
    ]
    lines = ["def fire(facts):", f"    {', '.join(names)}, = facts", "    return (", "        0"]
    return "\n".join([*lines, *bits, "    )", ""])


def _compiled(domain: DomainInForce) -> Callable[[DomainFacts], int]:
    namespace: dict[str, Callable[[DomainFacts], int]] = {}
    # Only numbers and generated names: no word from a file reaches this text.
    exec(compile(source(domain), f"<domain {domain.linked.letter}>", "exec"), namespace)
    return namespace["fire"]


def _expression(condition: Condition, domain: DomainInForce) -> str:
    match condition:
        case All(parts):
            return "(" + " and ".join(_expression(part, domain) for part in parts) + ")"
        case AnyOf(parts):
            return "(" + " or ".join(_expression(part, domain) for part in parts) + ")"
        case StatusTest(indicator, statuses):
            codes = "".join(f"{int(status.code)}, " for status in statuses)
            return f"s{domain.named.index(indicator)} in ({codes})"
        case FactTest():
            return _comparison(condition, domain)
    raise TypeError(f"not a linked condition: {condition!r}")


def _comparison(test: FactTest, domain: DomainInForce) -> str:
    i = group_index(domain, test)
    form = linear(test, domain.partly[i], domain.groups[i].size)
    factors = {"p": form.partly, "n": form.not_met, "x": form.not_applicable}
    terms = [f"{factor} * {name}{i}" for name, factor in factors.items() if factor]
    left = " + ".join(terms) or "0"
    comparison = f"{left} {form.op.sign} {form.constant}"
    return f"(x{i} < {domain.groups[i].size} and {comparison})" if form.of_any else comparison
