"""The figures of a round, with their intervals, as tables."""

from __future__ import annotations

from ...calibration.agreement.estimates import Estimate
from ...calibration.split.split import SplitKind, SplitRow
from ...texts import Language, say
from ...workshops.figures import RoundAgreement
from ..blocks import Block, Table
from ..picture_tables import figure, interval


def agreement_table(found: RoundAgreement, language: Language) -> Block:
    """The share of equal pairs and the coefficients, each with its interval."""
    head = _heads(language, "figure", "value", "interval")
    rows = tuple(
        (name, figure(estimate.value, language), spread(estimate, language))
        for name, estimate in _rows(found, language)
    )
    return Table(say(language, "workshop-figures.title"), head, rows, (1,))


def change_table(before: RoundAgreement, after: RoundAgreement, language: Language) -> Block:
    """The same of two rounds, side by side."""
    head = _heads(language, "figure", "before", "after")
    pairs = zip(_rows(before, language), _rows(after, language), strict=True)
    rows = tuple(
        (name, _cell(old, language), _cell(new, language)) for (name, old), (_, new) in pairs
    )
    return Table(say(language, "workshop-figures.change"), head, rows)


def split_table(found: SplitRow, language: Language) -> Block:
    """How many pairs of each kind there are; kinds that do not occur are left out."""
    head = tuple(say(language, f"workshop-split.head.{key}") for key in ("kind", "pairs", "share"))
    rows = tuple(
        (say(language, f"workshop-split.{kind}"), str(number), _cell(found.shares[kind], language))
        for kind in SplitKind
        if (number := found.numbers[kind])
    )
    return Table(say(language, "workshop-split.title"), head, rows, (1,))


def spread(estimate: Estimate, language: Language) -> str:
    """The interval of a figure, or why there is none; the bootstrap's where there are both."""
    if estimate.value is None:
        reason = estimate.why_not or "nothing_rated"
        return say(language, f"workshop-figures.none.{reason}")
    ends = estimate.bootstrap or estimate.jackknife
    if ends is None:
        return say(language, "workshop-figures.no-interval")
    return interval(ends.low, ends.high, language)


def _cell(estimate: Estimate, language: Language) -> str:
    has_interval = estimate.bootstrap or estimate.jackknife
    value = figure(estimate.value, language)
    if estimate.value is not None and not has_interval:
        return value
    return f"{value} ({spread(estimate, language)})"


def _rows(found: RoundAgreement, language: Language) -> list[tuple[str, Estimate]]:
    named = [("exact", found.exact), *((str(name), e) for name, e in found.beyond_chance)]
    return [(say(language, f"workshop-figures.{name}"), estimate) for name, estimate in named]


def _heads(language: Language, *keys: str) -> tuple[str, ...]:
    return tuple(say(language, f"workshop-figures.head.{key}") for key in keys)
