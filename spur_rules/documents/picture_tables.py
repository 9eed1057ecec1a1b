"""Every picture as the table that says the same: for who cannot see it, and for who would count."""

from __future__ import annotations

from ..texts import Language, say
from .blocks import HeatMap, Picture, Table, Whisker, Whiskers


def table_of(picture: Picture, language: Language) -> Table:
    """What a picture shows, as a folded table with the same caption.

    Args:
        picture: A heat map, or figures with intervals.
        language: `sv` or `en`.

    >>> row = Whisker("A", 0.5, 0.25, 0.75)
    >>> table_of(Whiskers("Fig.", "", "alfa", (0, 1), (row,)), "sv").rows
    (('A', '0,50', '0,25 till 0,75'),)
    """
    if isinstance(picture, HeatMap):
        return _of_heat_map(picture, language)
    return _of_whiskers(picture, language)


def figure(value: float | None, language: Language, digits: int = 2) -> str:
    """A figure as the language writes it, with a true minus sign; a dash where there is none.

    Args:
        value: The figure.
        language: `sv` or `en`.
        digits: How many decimals.

    >>> figure(-0.25, "sv"), figure(0.25, "en", 1), figure(None, "sv"), figure(-0.001, "sv")
    ('−0,25', '0.2', '–', '0,00')
    """
    if value is None:
        return say(language, "picture.none")
    text = f"{value:z.{digits}f}".replace("-", "−")
    return text.replace(".", ",") if language == "sv" else text


def interval(low: float | None, high: float | None, language: Language, digits: int = 2) -> str:
    """An interval in words; nothing where there is none.

    Args:
        low: Its lower end.
        high: Its upper end.
        language: `sv` or `en`.
        digits: How many decimals.

    >>> interval(-0.1, 0.25, "sv"), interval(None, None, "sv")
    ('−0,10 till 0,25', '')
    """
    if low is None or high is None:
        return ""
    ends = {"low": figure(low, language, digits), "high": figure(high, language, digits)}
    return say(language, "picture.range", None, **ends)


def told(row: Whisker, picture: Whiskers, language: Language) -> tuple[str, str]:
    """A row's figure and its interval in words; per cent where the picture is of shares.

    Args:
        row: A row of the picture.
        picture: The picture.
        language: `sv` or `en`.

    >>> told(Whisker("", 0.5, 0.25, 0.75), Whiskers("", "", "", (0, 1), (), is_share=True), "sv")
    ('50 %', '25 till 75 %')
    """
    if not picture.is_share:
        return figure(row.value, language), interval(row.low, row.high, language)
    value, low, high = (None if end is None else end * 100 for end in row[1:4])
    ends = interval(low, high, language, 0)
    return per_cent(figure(value, language, 0), language), ends and per_cent(ends, language)


def per_cent(text: str, language: Language) -> str:
    """So many per cent, as the language writes it.

    >>> per_cent("50", "sv"), per_cent("–", "sv")
    ('50 %', '–')
    """
    is_none = text == say(language, "picture.none")
    return text if is_none else say(language, "picture.percent", figure=text)


def _of_heat_map(picture: HeatMap, language: Language) -> Table:
    """The longer side goes down the page: a table is read more easily down than across."""
    down, across, corner, words = picture.rows, picture.columns, picture.corner, picture.words
    if len(across) > len(down):
        down, across, corner = across, down, picture.across
        words = tuple(zip(*words, strict=True))
    head = (corner or say(language, "picture.row"), *across)
    rows = tuple((name, *cells) for name, cells in zip(down, words, strict=True))
    return Table(picture.caption, head, rows, tuple(range(1, len(head))), is_folded=True)


def _of_whiskers(picture: Whiskers, language: Language) -> Table:
    """The column of remarks is left out where there are none."""
    keys = ("row", "figure", "interval", "note")
    head = tuple(say(language, f"picture.{key}") for key in keys)
    rows: tuple[tuple[str, ...], ...] = tuple(
        (row.name, *told(row, picture, language), row.note) for row in picture.rows
    )
    if not any(row.note for row in picture.rows):
        head, rows = head[:-1], tuple(row[:-1] for row in rows)
    return Table(picture.caption, head, rows, (1, 2), is_folded=True)
