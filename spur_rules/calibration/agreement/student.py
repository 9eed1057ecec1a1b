"""Student's t: how many standard errors an interval reaches."""

from __future__ import annotations

from functools import cache
from math import atan, cos, inf, pi, sin, sqrt, tan

#: Halving the angle so often leaves less than a float can tell apart.
_HALVINGS = 60


@cache
def t_quantile(degrees: int, inside: float = 0.95) -> float:
    """How far from 0 the stated share of Student's t lies, on both sides together.

    Args:
        degrees: Degrees of freedom, at least 1.
        inside: The share that lies between minus the answer and the answer.

    Returns:
        The number of standard errors.

    >>> round(t_quantile(9), 3)
    2.262
    """
    low, high = 0.0, pi / 2
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (low, middle) if _inside(middle, degrees) > inside else (middle, high)
    return sqrt(degrees) * tan(low)


def t_inside(t: float, degrees: int) -> float:
    """The share of Student's t between −t and t.

    Args:
        t: Not negative.
        degrees: Degrees of freedom, at least 1.

    Source: Abramowitz & Stegun, Handbook of Mathematical Functions (1964), 26.7.3 and 26.7.4.
    """
    return _inside(pi / 2 if t == inf else atan(t / sqrt(degrees)), degrees)


def _inside(angle: float, degrees: int) -> float:
    """Finite sums of positive terms, so no digits are lost: one for odd and one for even."""
    is_odd = degrees % 2
    squared = cos(angle) ** 2
    term = cos(angle) if is_odd else 1.0
    total = 0.0
    for power in range(1 + is_odd, degrees, 2):
        total += term
        term *= squared * power / (power + 1)
    return 2 / pi * (angle + sin(angle) * total) if is_odd else sin(angle) * total
