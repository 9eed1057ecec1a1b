"""Where raters differ, as pictures: raters by cases, and raters by the rows of each domain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import TypeAlias

from ...calibration.maps import case_map, indicator_map, letters
from ..blocks import Block, HeatMap, Paragraph, Section, Table
from .words import CalibrationWords

#: With more cases than these, those in which raters differ most come first; else all are in order.
_IN_ORDER = 25
#: So many rows can be read in one map.
_IN_ONE = 25
Shares: TypeAlias = Sequence[Sequence[float | None]]


def maps_section(words: CalibrationWords) -> Section:
    """A heat map of the cases, one of each domain's rows, and the given grades of every domain.

    Args:
        words: The calibration and its language.
    """
    return Section("maps", words.say("maps"), tuple(_blocks(words)))


def _blocks(words: CalibrationWords) -> Iterator[Block]:
    yield Paragraph(words.say("maps-about"))
    yield _cases(words)
    yield from _indicators(words)
    for at, letter in enumerate(words.found.panel.letters):
        yield _letters(words, at, letter)


def _cases(words: CalibrationWords) -> HeatMap:
    """Raters stay in the order of their names: nobody heads the list for being apart."""
    panel, found = words.found.panel, case_map(words.found.panel)
    across = _order(tuple(zip(*found.shares, strict=True)))
    shares = [[row[case] for case in across] for row in found.shares]
    about = [words.say("case-map-about")]
    if len(across) > _IN_ORDER:
        about.append(words.say("case-map-sorted"))
    columns = tuple(panel.cases[at] for at in across)
    heat = _heat(words, columns, shares, _top(shares))
    return heat._replace(
        caption=words.say("case-map"), about=" ".join(about), across=words.say("case")
    )


def _order(columns: Shares) -> list[int]:
    """Where many would hide what they have in common, those with the highest mean first."""
    places = list(range(len(columns)))
    if len(columns) <= _IN_ORDER:
        return places
    return sorted(places, key=lambda at: -_mean(columns[at]))


def _mean(row: Sequence[float | None]) -> float:
    known = [number for number in row if number is not None]
    return sum(known) / len(known) if known else 0.0


def _indicators(words: CalibrationWords) -> Iterator[Block]:
    """The rows ticked apart and no others: one map of a few, one for each domain of many."""
    found, domains = indicator_map(words.found.panel), words.found.panel.rulebook.domains
    differing = [any(column) for column in zip(*found.shares, strict=True)]
    about = words.say("indicator-map-about")
    if not any(differing):
        yield Paragraph(words.say("indicator-map-none"))
    elif sum(differing) <= _IN_ONE:
        yield _rows(words, found.shares, differing, about)
    else:
        for domain in domains:
            own = [id in domain.order for id in words.found.panel.rulebook.indicators]
            shown = [both == (True, True) for both in zip(own, differing, strict=True)]
            if any(shown):
                yield _rows(words, found.shares, shown, about, domain.letter)
                about = ""


def _rows(
    words: CalibrationWords, shares: Shares, shown: list[bool], about: str, letter: str = ""
) -> HeatMap:
    """Some of the rows, as dark as in every other map of rows."""
    ids = tuple(compress(words.found.panel.rulebook.indicators, shown))
    caption = words.say("indicator-map")
    if letter:
        caption = words.say("indicator-map-domain", domain=words.domain(letter), caption=caption)
    own = [list(compress(row, shown)) for row in shares]
    heat = _heat(words, ids, own, _top(shares))
    letters_of = {id: d.letter for d in words.found.panel.rulebook.domains for id in d.order}
    groups = () if letter else tuple(letters_of[id] for id in ids)
    return heat._replace(caption=caption, about=about, across=words.say("indicator"), groups=groups)


def _heat(
    words: CalibrationWords, columns: tuple[str, ...], shares: Shares, most: float
) -> HeatMap:
    """Raters by columns, as dark as the share is of the most."""
    return HeatMap(
        "",
        "",
        words.found.panel.raters,
        columns,
        tuple(tuple(s if s is None else s / most for s in row) for row in shares),
        tuple(tuple(_per_cent(words, share) for share in row) for row in shares),
        (_share(words, 0), _share(words, most)),
        corner=words.say("rater"),
        nothing=words.say("nothing-case"),
    )


def _top(shares: Shares) -> float:
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
