"""Answers to counts in plain Python, for the engines whose rules look at counts.

Four numbers a domain: how far its föreskrifter, allmänna råd and kvalitetsindikatorer fall short,
in halves, and how many kvalitetsindikatorer apply.
"""

from __future__ import annotations

from by_hand import MET
from reviews import FORM, LETTERS, Answers

NORMS = ("föreskrift", "allmänt råd", "kvalitetsindikator")
ADVICE, QUALITY = 1, 2

#: The names of the counts of a domain; with its letter behind they name the counts of a review.
COUNTS = ("rules", "advice", "exceptions", "quality")
NAMES = tuple(f"{count}_{letter}" for letter in LETTERS for count in COUNTS)

_PLACES = tuple(
    (id, 4 * domain + NORMS.index(norm), norm == NORMS[QUALITY])
    for domain, (_, rows) in enumerate(FORM)
    for id, norm in rows
)


def _all_met() -> list[int]:
    counts: list[int] = []
    for _, rows in FORM:
        counts += [0, 0, 0, sum(norm == NORMS[QUALITY] for _, norm in rows)]
    return counts


ALL_MET = _all_met()


def count(answers: Answers) -> tuple[list[int], list[str]]:
    """The counts of all domains, four after four, and the ids of the shortcomings."""
    counts = ALL_MET.copy()
    shortcomings: list[str] = []
    for id, place, is_quality in _PLACES:
        status = answers[id]
        if status in MET:
            continue
        if status == "ej tillämpligt":
            if is_quality:
                counts[place + 1] -= 1
            continue
        shortcomings.append(id)
        counts[place] += 1 if status == "delvis" else 2
    return counts, shortcomings


def fours(counts: list[int]) -> list[tuple[str, int, int, int, int]]:
    """Each domain's letter with its four counts."""
    numbers = iter(counts)
    return list(zip(LETTERS, numbers, numbers, numbers, numbers, strict=False))


def has_advice(letter: str) -> bool:
    """Whether the domain has any allmänt råd."""
    return any(norm == NORMS[ADVICE] for of, rows in FORM for _, norm in rows if of == letter)
