"""When one comparison alone decides a rule: modified condition/decision coverage (MC/DC).

Unique cause: two cases that differ in the comparison and in no other, and in what the rule comes
to. Masking: two cases that differ in the comparison and in what the rule comes to, in each of which
the rule would come to the other if the comparison did; the others may differ, as they have no say.
Where two comparisons look at the same fact, often only masking is possible.

Source:
    J. J. Chilenski and S. P. Miller, "Applicability of modified condition/decision coverage to
    software testing", Software Engineering Journal 9(5), 1994, pp. 193-200; masking in
    J. J. Chilenski, DOT/FAA/AR-01/18, 2001.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..conditions import All, AnyOf, Condition, Not

#: Whether each comparison of a condition holds, in the order it is written.
Truth = tuple[bool, ...]


def outcome(condition: Condition, truth: Truth) -> bool:
    """What a condition comes to.

    Args:
        condition: A rule's.
        truth: Whether each of its comparisons holds.
    """
    return _outcome(condition, iter(truth))


def _outcome(condition: Condition, truth: Iterator[bool]) -> bool:
    """Every part takes its own comparisons from the front, also where the others settle it."""
    match condition:
        case All(parts) | AnyOf(parts):
            found = [_outcome(part, truth) for part in parts]
            return all(found) if isinstance(condition, All) else any(found)
        case Not(part):
            return not _outcome(part, truth)
        case _:
            return next(truth)


def decides(condition: Condition, truth: Truth, at: int) -> bool:
    """Whether the rule would come to something else if one comparison did.

    Args:
        condition: A rule's.
        truth: Whether each of its comparisons holds.
        at: Which comparison.

    >>> from ..conditions import StatusTest
    >>> either = AnyOf((StatusTest("A1", ()), StatusTest("A2", ())))
    >>> decides(either, (True, False), 0), decides(either, (True, True), 0)
    (True, False)
    """
    other = (*truth[:at], not truth[at], *truth[at + 1 :])
    return outcome(condition, truth) != outcome(condition, other)


def pair(condition: Condition, truths: Sequence[Truth], at: int) -> tuple[int, int] | None:
    """Two of several cases that show one comparison to matter, by masking MC/DC.

    Args:
        condition: A rule's, without `not`, so that a comparison that decides agrees with the rule.
        truths: Whether each of its comparisons holds, case by case.
        at: Which comparison.

    Returns:
        Where it holds and where it does not; a pair of unique cause where there is one. None where
        no two of the cases show it.
    """
    deciding = [n for n, truth in enumerate(truths) if decides(condition, truth, at)]
    true = [n for n in deciding if truths[n][at]]
    false = [n for n in deciding if not truths[n][at]]
    if not true or not false:
        return None
    for first in true:
        for second in false:
            if is_unique_cause(truths[first], truths[second]):
                return first, second
    return true[0], false[0]


def is_unique_cause(first: Truth, second: Truth) -> bool:
    """Whether two cases differ in one comparison only."""
    return sum(a != b for a, b in zip(first, second, strict=True)) == 1
