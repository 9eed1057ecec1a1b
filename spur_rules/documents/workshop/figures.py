"""The figures of a round, with their intervals, as tables."""

from __future__ import annotations

from ...calibration.agreement.estimates import Estimate
from ...calibration.agreement.labels import shown_interval
from ...calibration.split.split import SplitKind, SplitRow
from ...texts import Language, say
from ...workshops.figures import RoundAgreement
from ..blocks import Block, Table
from ..picture_tables import figure, interval


def agreement_table(found: RoundAgreement, language: Language) -> Block:
    """The share of equal pairs and the coefficients, each with its interval."""
    head = _heads(language, "figure", "value", "interval")
    (exact, share), *others = _rows(found, language)
    rows = [(exact, *_percent(share, language))]
    rows += [(name, figure(e.value, language), spread(e, language)) for name, e in others]
    return Table(say(language, "workshop-figures.title"), head, tuple(rows), (1,))


def change_table(before: RoundAgreement, after: RoundAgreement, language: Language) -> Block:
    """The same of two rounds, side by side."""
    head = _heads(language, "figure", "before", "after")
    pairs = zip(_rows(before, language), _rows(after, language), strict=True)
    (exact, *shares), *others = ((name, old, new) for (name, old), (_, new) in pairs)
    rows = [(exact, *(_share(estimate, language) for estimate in shares))]
    rows += [(name, _cell(old, language), _cell(new, language)) for name, old, new in others]
    return Table(say(language, "workshop-figures.change"), head, tuple(rows))


def split_table(found: SplitRow, language: Language) -> Block:
    """How many pairs of each kind there are; kinds that do not occur are left out."""
    head = tuple(say(language, f"workshop-split.head.{key}") for key in ("kind", "pairs", "share"))
    rows = tuple(
        (say(language, f"workshop-split.{kind}"), str(number), _share(found.shares[kind], language))
        for kind in SplitKind
        if (number := found.numbers[kind])
    )
    return Table(say(language, "workshop-split.title"), head, rows, (1,))


def _percent(estimate: Estimate, language: Language) -> tuple[str, str]:
    """A share and its interval in per cent, as every share of a workshop is told."""
    if estimate.value is None:
        return "–", spread(estimate, language)
    ends = shown_interval(estimate)
    if ends is None:
        return _hundred(estimate.value, language), spread(estimate, language)
    low, high = (f"{100 * max(0.0, min(1.0, end)):.0f}" for end in (ends.low, ends.high))
    told = say(language, "workshop-figures.range", None, low=low, high=high)
    return _hundred(estimate.value, language), told


def _hundred(value: float, language: Language) -> str:
    return say(language, "workshop-figures.percent", None, share=f"{100 * value:.0f}")


def _share(estimate: Estimate, language: Language) -> str:
    value, told = _percent(estimate, language)
    has_interval = shown_interval(estimate)
    return f"{value} ({told})" if has_interval or estimate.value is None else value


def spread(estimate: Estimate, language: Language) -> str:
    """The interval of a figure, or why there is none; the one that reports show."""
    if estimate.value is None:
        reason = estimate.why_not or "nothing_rated"
        return say(language, f"workshop-figures.none.{reason}")
    ends = shown_interval(estimate)
    if ends is None:
        return say(language, "workshop-figures.no-interval")
    return interval(ends.low, ends.high, language)


def _cell(estimate: Estimate, language: Language) -> str:
    value = figure(estimate.value, language)
    if estimate.value is not None and not shown_interval(estimate):
        return value
    return f"{value} ({spread(estimate, language)})"


def _rows(found: RoundAgreement, language: Language) -> list[tuple[str, Estimate]]:
    named = [("exact", found.exact), *((str(name), e) for name, e in found.beyond_chance)]
    return [(say(language, f"workshop-figures.{name}"), estimate) for name, estimate in named]


def _heads(language: Language, *keys: str) -> tuple[str, ...]:
    return tuple(say(language, f"workshop-figures.head.{key}") for key in keys)
