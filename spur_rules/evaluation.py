"""The definition of right: slow, obvious, and what every engine is compared with.

It shares no counting with the engines: it looks at the statuses themselves, and at the conditions
as they are written, `not` and all.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from .conditions import All, AnyOf, Condition, FactTest, Measure, Not, Op, StatusTest
from .in_force import DomainInForce
from .vocabulary import Grade, Norm, Status

Statuses = Mapping[str, Status]


def fired(domain: DomainInForce, statuses: Statuses) -> list[str]:
    """The ids of the rules that fire in one domain.

    Args:
        domain: The rules in force.
        statuses: The status of each of the domain's indicators that are in use; none of them
            unknown.
    """
    return [rule.id for rule in domain.rules if holds(rule.written, domain, statuses)]


def grade(domain: DomainInForce, statuses: Statuses) -> Grade:
    """The domain's grade: its worst ceiling, or the best grade on its scale when none fired."""
    ceilings = [r.ceiling for r in domain.rules if holds(r.written, domain, statuses)]
    return max(ceilings, default=domain.linked.domain.grades[0])


def grade_range(domain: DomainInForce, statuses: Statuses) -> tuple[Grade, Grade]:
    """The worst and the best grade still possible: all that is unknown not met, or all met."""
    return (
        grade(domain, _settled(statuses, Status.NOT_MET)),
        grade(domain, _settled(statuses, Status.MET)),
    )


def _settled(statuses: Statuses, unknown_as: Status) -> Statuses:
    unknown = Status.NOT_ASSESSED
    return {id: unknown_as if status is unknown else status for id, status in statuses.items()}


def holds(condition: Condition, domain: DomainInForce, statuses: Statuses) -> bool:
    """Whether a condition is true of one domain's statuses."""
    return judged(condition, domain, statuses) is True


def judged(condition: Condition, domain: DomainInForce, statuses: Statuses) -> bool | None:
    """Whether a condition is true or false; None where it is void.

    A share of nothing is neither high nor low: where nothing of a norm applies, a comparison with
    its share is void, and so is what hangs on it alone. So is a question about an indicator that is
    not in use.
    """
    match condition:
        case Not(part):
            inner = judged(part, domain, statuses)
            return None if inner is None else not inner
        case All(parts) | AnyOf(parts):
            found = [judged(part, domain, statuses) for part in parts]
            decisive = isinstance(condition, AnyOf)
            if decisive in found:
                return decisive
            return None if None in found else not decisive
        case StatusTest(indicator, wanted):
            return statuses[indicator] in wanted if indicator in statuses else None
        case FactTest(norm, measure, op, Fraction() as threshold):
            value = measured(norm, measure, domain, statuses)
            return None if value is None else compare(value, op, threshold)
    raise TypeError(f"not a condition in force: {condition!r}")


def measured(
    norm: Norm, measure: Measure, domain: DomainInForce, statuses: Statuses
) -> Fraction | None:
    """The value of a fact; None for the share of nothing."""
    rows = domain.linked.indicators.values()
    found = [statuses[row.id] for row in rows if row.norm is norm and row.id in statuses]
    applicable = [status for status in found if status is not Status.NOT_APPLICABLE]
    partly = applicable.count(Status.PARTLY)
    not_met = applicable.count(Status.NOT_MET)
    exceptions = not_met + partly * (1 - _partly_weight(norm, domain))
    match measure:
        case Measure.APPLICABLE:
            return Fraction(len(applicable))
        case Measure.SHORTCOMINGS:
            return Fraction(partly + not_met)
        case Measure.NOT_MET:
            return Fraction(not_met)
        case Measure.EXCEPTIONS:
            return exceptions
        case _:  # Measure.SHARE_MET
            return (len(applicable) - exceptions) / len(applicable) if applicable else None


def _partly_weight(norm: Norm, domain: DomainInForce) -> Fraction:
    weights = zip(domain.groups, domain.partly, strict=True)
    return next(weight for group, weight in weights if group.norm is norm)


def compare(value: Fraction, op: Op, threshold: Fraction) -> bool:
    """Whether a value passes a comparison."""
    match op:
        case Op.AT_LEAST:
            return value >= threshold
        case Op.MORE_THAN:
            return value > threshold
        case Op.AT_MOST:
            return value <= threshold
        case _:  # Op.LESS_THAN
            return value < threshold
