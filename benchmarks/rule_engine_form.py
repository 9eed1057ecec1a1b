"""rule-engine: one rule for the whole review, the fastest of three forms.

Tried, as multiples of it on the real case: one rule evaluated for each domain 1.1; three rules
matched for each domain 1.3.
"""

from __future__ import annotations

from collections.abc import Callable

import rule_engine
from counting import COUNTS, NAMES, count
from reviews import LETTERS, Answers, Result


def rule_engine_form() -> Callable[[Answers], Result]:
    """A grader: counts in Python, rules in rule-engine."""
    rule = rule_engine.Rule("[" + ", ".join(map(_grade, LETTERS)) + "]")

    def grade(answers: Answers) -> Result:
        counts, shortcomings = count(answers)
        grades = rule.evaluate(dict(zip(NAMES, counts, strict=True)))
        return list(grades), shortcomings

    return grade


def _grade(letter: str) -> str:
    rules, advice, exceptions, quality = (f"{name}_{letter}" for name in COUNTS)
    b_or_a = f"({exceptions} > 2 or {exceptions} > {quality} ? 'B' : 'A')"
    return f"({rules} > 0 ? 'D' : ({advice} > 0 ? 'C' : {b_or_a}))"
