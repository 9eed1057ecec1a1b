"""The yardstick: the shipped rules written straight into Python, one pass over the answers."""

from __future__ import annotations

from reviews import FORM, Answers, Result

MET = frozenset(("uppfyllt", "på annat sätt"))


def by_hand(answers: Answers) -> Result:
    """Grades and shortcomings of a complete checklist under the standard policy."""
    grades: list[str] = []
    shortcomings: list[str] = []
    for _, rows in FORM:
        rules = advice = exceptions = quality = 0
        for id, norm in rows:
            status = answers[id]
            if status == "ej tillämpligt":
                continue
            if norm == "kvalitetsindikator":
                quality += 1
            if status in MET:
                continue
            shortcomings.append(id)
            if norm == "föreskrift":
                rules += 1
            elif norm == "allmänt råd":
                advice += 1
            else:
                exceptions += 1 if status == "delvis" else 2
        grades.append(_grade(rules, advice, exceptions, quality))
    return grades, shortcomings


def _grade(rules: int, advice: int, exceptions: int, quality: int) -> str:
    """Exceptions count in halves: more than one of them, or more than half of what applies."""
    if rules:
        return "D"
    if advice:
        return "C"
    return "B" if exceptions > 2 or exceptions > quality else "A"
