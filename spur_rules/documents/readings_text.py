"""How far a grade hangs on a reading, and which reading it is, in words."""

from __future__ import annotations

from collections.abc import Iterator

from ..explanation import Interval, Sensitivity, UnderProfile, UnderValue
from ..policy import Policy
from .data import number
from .phrasing import Phrasing


def sensitivity_sentence(words: Phrasing, found: Sensitivity) -> str:
    """How far the grade hangs on the reading.

    Args:
        words: The language.
        found: What `sensitivity` returned for one domain.
    """
    end = "" if found.worst is found.best else ".range"
    if found.stands_fast:
        return words.say(f"stands-fast{end}")
    is_fast = found.stands_fast_when_named
    rows: list[UnderProfile | UnderValue] = [*found.profiles]
    rows += [row for row in found.parameters if is_fast or row.profiles]
    key = f"stands-fast-when-named{end}" if is_fast else "hangs-on"
    return words.say(key, changes="; ".join(under_text(words, row) for row in rows))


def under_text(words: Phrasing, row: UnderProfile | UnderValue) -> str:
    """What another reading gives."""
    grade = words.graded(row.worst, row.best)
    if isinstance(row, UnderProfile):
        return words.say("under-profile", grade=grade, profile=row.profile)
    values = values_text(words, row.values, row.parameter)
    return words.say("under-value", grade=grade, parameter=row.parameter, values=values)


def values_text(words: Phrasing, values: Interval, parameter: str) -> str:
    """The values of a parameter in words."""
    unit = next(p.unit for p in words.rulebook.ruleset.parameters if p.name == parameter)
    from_bottom = values.low == 0 and values.has_low
    to_top = values.high == unit.most and values.has_high
    if values.low == values.high:
        key = "value.only"
    elif from_bottom and to_top:
        key = "value.any"
    elif to_top:
        key = "value.from" if values.has_low else "value.above"
    elif from_bottom:
        key = "value.to" if values.has_high else "value.below"
    else:
        lower = "from" if values.has_low else "above"
        key = f"value.{lower}-{'to' if values.has_high else 'below'}"
    return words.say(key, low=number(values.low), high=number(values.high))


def policy_text(words: Phrasing, policy: Policy) -> str:
    """A policy as --policy takes it: its profile, and what differs from it."""
    changes = ", ".join(_changes(words, policy))
    return (
        words.say("changed", profile=policy.profile, changes=changes)
        if changes
        else (policy.profile)
    )


def _changes(words: Phrasing, policy: Policy) -> Iterator[str]:
    base = words.rulebook.policy(policy.profile)
    letters = [domain.letter for domain in words.rulebook.domains]
    for name, general in policy.values:
        differing = [at for at in letters if policy.value(name, at) != base.value(name, at)]
        if differing and all(policy.value(name, at) == general for at in letters):
            yield f"{name}={number(general)}"
        else:
            yield from (f"{at}.{name}={number(policy.value(name, at))}" for at in differing)
