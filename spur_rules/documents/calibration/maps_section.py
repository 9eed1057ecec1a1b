"""Who differs where, as pictures: raters by cases, and raters by indicators."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...calibration.maps import case_map, indicator_map, letters
from ..blocks import Block, HeatMap, Section, Table
from .words import CalibrationWords

#: With more raters or cases than these, those who differ most come first; else all are in order.
_IN_ORDER = 25


def maps_section(words: CalibrationWords) -> Section:
    """Two heat maps, and the given grades of every domain.

    Args:
        words: The calibration and its language.
    """
    return Section("maps", words.say("maps"), tuple(_blocks(words)))


def _blocks(words: CalibrationWords) -> Iterator[Block]:
    yield _cases(words)
    yield _indicators(words)
    for at, letter in enumerate(words.found.panel.letters):
        yield _letters(words, at, letter)


def _cases(words: CalibrationWords) -> HeatMap:
    panel, found = words.found.panel, case_map(words.found.panel)
    most = max((n for row in found.differing for n in row if n is not None), default=0) or 1
    down = _order(found.differing)
    across = _order(tuple(zip(*found.differing, strict=True)))
    numbers = [[found.differing[rater][case] for case in across] for rater in down]
    about = [words.say("case-map-about")]
    if max(len(down), len(across)) > _IN_ORDER:
        about.append(words.say("case-map-sorted"))
    return HeatMap(
        words.say("case-map"),
        " ".join(about),
        tuple(panel.raters[at] for at in down),
        tuple(panel.cases[at] for at in across),
        tuple(tuple(None if n is None else n / most for n in row) for row in numbers),
        tuple(tuple("–" if n is None else str(n) for n in row) for row in numbers),
        (words.say("domains-zero"), words.say("domains-most", most)),
        corner=words.say("rater"),
        across=words.say("case"),
        nothing=words.say("nothing-case"),
    )


def _order(rows: Sequence[Sequence[float | None]]) -> list[int]:
    """Where many would hide what they have in common, those with the highest mean first."""
    places = list(range(len(rows)))
    if len(rows) <= _IN_ORDER:
        return places
    return sorted(places, key=lambda at: -_mean(rows[at]))


def _mean(row: Sequence[float | None]) -> float:
    known = [number for number in row if number is not None]
    return sum(known) / len(known) if known else 0.0


def _indicators(words: CalibrationWords) -> HeatMap:
    panel, found = words.found.panel, indicator_map(words.found.panel)
    indicators = panel.rulebook.indicators
    down = _order(found.shares)
    most = _top(found.shares)
    return HeatMap(
        words.say("indicator-map"),
        words.say("indicator-map-about"),
        tuple(panel.raters[at] for at in down),
        tuple(indicators),
        tuple(tuple(s if s is None else s / most for s in found.shares[at]) for at in down),
        tuple(tuple(_per_cent(words, share) for share in found.shares[at]) for at in down),
        (_share(words, 0), _share(words, most)),
        corner=words.say("rater"),
        across=words.say("indicator"),
        groups=tuple(id for d in panel.rulebook.domains for id in [d.letter] * len(d.indicators)),
        nothing=words.say("nothing-case"),
    )


def _top(shares: Sequence[Sequence[float | None]]) -> float:
    """What the darkest shade stands for: the lowest of these that no share is above."""
    most = max((share for row in shares for share in row if share is not None), default=0.0)
    return next(top for top in (0.1, 0.25, 0.5, 1.0) if most <= top)


def _share(words: CalibrationWords, share: float) -> str:
    return words.say("percent", figure=words.number(share * 100, 0))


def _per_cent(words: CalibrationWords, share: float | None) -> str:
    return words.number(None if share is None else share * 100, 0)


def _letters(words: CalibrationWords, at: int, letter: str) -> Table:
    panel = words.found.panel
    caption = words.say("letters", domain=words.domain(letter))
    heads = (words.say("case"), *panel.raters)
    rows = tuple(
        (case, *(grade or "–" for grade in row))
        for case, row in zip(panel.cases, letters(panel, at), strict=True)
    )
    return Table(caption, heads, rows, is_folded=True)
