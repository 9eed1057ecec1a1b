"""The rulebook as plain Python: one generated function for each domain, whole numbers only."""

from __future__ import annotations

from collections.abc import Callable

from ..conditions import All, AnyOf, Condition, FactTest, StatusTest
from ..facts import Facts
from ..in_force import DomainInForce, RulesInForce
from .base import Fired, group_index, linear


class NativeEngine:
    """Runs anywhere, needs nothing.

    Args:
        rules: The rules in force.
    """

    names = ("native",)

    def __init__(self, rules: RulesInForce) -> None:
        #: Which rules fire: see `Engine.fire`.
        self.fire = _compiled(source(rules))


def source(rules: RulesInForce) -> str:
    """The Python that tells which rules fire, for a person who doubts it.

    Args:
        rules: The rules in force.
    """
    lines = ["def fire(facts):"]
    for number, domain in enumerate(rules.domains):
        lines.append(f"    fired{number} = 0  # {domain.linked.letter}")
        for rule in domain.rules:
            lines.append(f"    if {_expression(rule.condition, domain)}:")
            lines.append(f"        fired{number} |= {rule.bit}  # {rule.ceiling}")
    fired = "".join(f"fired{number}, " for number in range(len(rules.domains)))
    return "\n".join([*lines, f"    return ({fired})", ""])


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
    left = " + ".join(_term(f, at + n) for n, f in enumerate(factors) if f) or "0"
    comparison = f"{left} {form.op.sign} {form.constant}"
    return f"(facts[{at + 2}] < {size} and {comparison})" if form.of_any else comparison


def _term(factor: int, at: int) -> str:
    return f"facts[{at}]" if factor == 1 else f"{factor} * facts[{at}]"
