"""Pictures as SVG: the same bytes in every run. The only importer of `matplotlib`."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from html import escape
from typing import TYPE_CHECKING, Any

from ..errors import InputError, Problem
from ..provenance import Place
from ..texts import Language, say
from .blocks import HeatMap, Picture, Whisker, Whiskers
from .picture_layout import (
    DARK,
    NOTHING,
    SHADES,
    HeatMapLayout,
    Run,
    WhiskersLayout,
    corners,
    note_of,
    runs,
    shade_number,
)
from .picture_tables import figure, per_cent, told

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_INK, _FAINT, _PAPER = "#1a1a1a", "#767676", "#ffffff"
_MANY_COLUMNS = 30
#: What the reader's own matplotlib settings must not change.
_SETTINGS: dict[str, Any] = {
    "font.family": ["sans-serif"],
    "font.sans-serif": ["DejaVu Sans"],
    "hatch.linewidth": 0.8,
    "svg.fonttype": "none",  # text stays text: it is found, and printed sharp
    "svg.hashsalt": "spur_rules",
    "text.color": _INK,
    "text.parse_math": False,  # a case may be called `$1`
}
#: Nothing in the file tells when or by what it was made.
_SILENT = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_MISSING = (
    "drawing pictures needs matplotlib; run pip install 'spur_rules[calibration]',"
    " or choose --format text, md, json or csv"
)
_PROLOG = re.compile(r"\A.*?(?=<svg)", re.DOTALL)
_LEFT_OUT = re.compile(
    r"<!--.*?-->\s*|<style type=\"text/css\">.*?</style>\s*|<metadata>.*?</metadata>\s*", re.DOTALL
)
_FONTS = re.compile(r"(px) 'DejaVu Sans'[^;\"]*")
_IDS = re.compile(r'(\bid="|href="#|url\(#)')
_OPENING = re.compile(r"<svg [^>]*?(width=\"[^\"]*\")[^>]*?>", re.DOTALL)


def as_svg(picture: Picture, language: Language, name: str) -> str:
    """A picture as an SVG element to stand in a page.

    Args:
        picture: A heat map, or figures with intervals.
        language: `sv` or `en`.
        name: What its ids begin with: unlike in every picture of one page.

    Raises:
        InputError: SR604, matplotlib is not installed.
    """
    with _drawing():
        if isinstance(picture, HeatMap):
            drawn = _heat_map(HeatMapLayout(picture))
        else:
            drawn = _whiskers(WhiskersLayout(picture), language)
        text = io.StringIO()
        drawn.savefig(text, format="svg", metadata=_SILENT)
    see = say(language, "picture.see")
    about = f"{picture.about} {see}" if picture.about else see
    return _inline(text.getvalue(), picture.caption, about, name)


@contextmanager
def _drawing() -> Iterator[None]:
    """The library with its own settings and ours, not the reader's, and without its messages."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    try:
        import matplotlib as mpl
    except ImportError:
        raise InputError([Problem("SR604", Place("--format html"), _MISSING)]) from None
    own: dict[Any, Any] = {k: v for k, v in mpl.rcParamsDefault.items() if k != "backend"}
    with mpl.rc_context(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a letter that the measuring font lacks
        mpl.rcParams.update(own | _SETTINGS)
        yield


def _figure(width: float, height: float) -> Figure:
    from matplotlib.figure import Figure

    return Figure((width, height), facecolor=_PAPER)


def _bare_axes(drawn: Figure, box: tuple[float, float, float, float]) -> Axes:
    axes = drawn.add_axes(box)
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.tick_params(length=0, colors=_INK)
    return axes


def _heat_map(layout: HeatMapLayout) -> Figure:
    picture = layout.picture
    across, down = len(picture.columns), len(picture.rows)
    drawn = _figure(layout.width, layout.height)
    width, height = layout.cell_width * across, layout.cell_height * down
    box = (
        layout.left / layout.width,
        layout.bottom / layout.height,
        width / layout.width,
        height / layout.height,
    )
    axes = _bare_axes(drawn, box)
    axes.set_xlim(0, max(1, across))
    axes.set_ylim(max(1, down), 0)
    for number, found in runs(picture).items():
        _fill(axes, number, found)
    gap = 1.2 if layout.cell_width > 0.3 else 0.5 if layout.cell_width > 0.1 else 0.2
    axes.vlines(range(across + 1), 0, down, colors=_PAPER, linewidth=gap)
    axes.hlines(range(down + 1), 0, across, colors=_PAPER, linewidth=gap)
    _name_rows_and_columns(axes, layout)
    _mark_groups(axes, layout)
    if layout.shows_words:
        _write_words(axes, picture)
    _legend(drawn, layout)
    return drawn


def _fill(axes: Axes, number: int, found: list[Run]) -> None:
    """All cells of one shade as one path; hatched where nothing is there."""
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    points: list[tuple[float, float]] = []
    codes: list[Any] = []
    for left, top, right, bottom in corners(found):
        points += [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
        codes += [Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY]
    axes.add_patch(PathPatch(Path(points, codes), **_look(number)))


def _look(number: int) -> dict[str, Any]:
    if number == NOTHING:
        return {"facecolor": _PAPER, "edgecolor": _FAINT, "hatch": "////", "linewidth": 0}
    return {"facecolor": SHADES[number], "edgecolor": "none", "linewidth": 0}


def _name_rows_and_columns(axes: Axes, layout: HeatMapLayout) -> None:
    """Every so manieth column where there is no room for all."""
    shown = range(0, len(layout.column_names), layout.every)
    axes.xaxis.tick_top()
    axes.set_xticks(
        [at + 0.5 for at in shown],
        [layout.column_names[at] for at in shown],
        rotation=90 if layout.is_upright else 0,
        fontsize=layout.column_size,
    )
    rows = [at + 0.5 for at in range(len(layout.row_names))]
    axes.set_yticks(rows, layout.row_names, fontsize=layout.row_size)


def _mark_groups(axes: Axes, layout: HeatMapLayout) -> None:
    """A line between groups of columns, and the group's name above them."""
    rows = len(layout.picture.rows)
    above = -(layout.top - 0.24) / layout.cell_height
    for name, start, stop in layout.groups():
        if start:
            axes.vlines(start, 0, rows, colors=_INK, linewidth=1.4)
        axes.text((start + stop) / 2, above, name, ha="center", va="bottom", weight="bold")


def _write_words(axes: Axes, picture: HeatMap) -> None:
    is_crowded = len(picture.columns) > _MANY_COLUMNS
    for row, (words, shades) in enumerate(zip(picture.words, picture.shades, strict=True)):
        for column, (word, shade) in enumerate(zip(words, shades, strict=True)):
            if shade is None or (is_crowded and not shade):
                continue  # hatching says it, and a page of noughts hides what is none
            colour = _PAPER if shade_number(shade) >= DARK else _INK
            place = (column + 0.5, row + 0.5)
            axes.text(*place, word, ha="center", va="center", color=colour, fontsize=9.5)


def _legend(drawn: Figure, layout: HeatMapLayout) -> None:
    """The shades from the lightest to the darkest, with what the ends stand for."""
    from matplotlib.patches import Rectangle

    low, high = layout.picture.scale
    axes = _bare_axes(drawn, (0, 0, 1, 0.5 / layout.height))
    axes.set_xlim(0, layout.width)
    axes.set_ylim(0, 0.5)
    axes.set_axis_off()
    left = 0.25 + len(low) * 9.5 * 0.0078
    axes.text(left - 0.1, 0.22, low, ha="right", va="center", fontsize=9.5)
    for number in range(len(SHADES)):
        look = _look(number) | {"edgecolor": _FAINT, "linewidth": 0.6}
        axes.add_patch(Rectangle((left + number * 0.4, 0.1), 0.4, 0.24, **look))
    right = left + len(SHADES) * 0.4 + 0.1
    axes.text(right, 0.22, high, ha="left", va="center", fontsize=9.5)
    if layout.picture.nothing and any(None in row for row in layout.picture.shades):
        right += len(high) * 9.5 * 0.0078 + 0.3
        look = _look(NOTHING) | {"linewidth": 0.6}
        axes.add_patch(Rectangle((right, 0.1), 0.4, 0.24, **look))
        axes.text(right + 0.5, 0.22, layout.picture.nothing, va="center", fontsize=9.5)


def _whiskers(layout: WhiskersLayout, language: Language) -> Figure:
    picture = layout.picture
    drawn = _figure(layout.width, layout.height)
    box = (
        layout.left / layout.width,
        layout.bottom / layout.height,
        1 - (layout.left + layout.right) / layout.width,
        layout.plot_height / layout.height,
    )
    axes = _bare_axes(drawn, box)
    low, high = picture.limits
    axes.set_xlim(low, high)
    axes.set_ylim(layout.plot_height, 0)
    ticks = _ticks(low, high)
    axes.set_xticks(ticks, [_tick(at, picture, language) for at in ticks], fontsize=10)
    axes.set_xlabel(picture.axis, fontsize=10.5, color=_INK)
    axes.set_yticks(layout.middles, layout.names, fontsize=10.5)
    axes.tick_params(axis="y", pad=12)  # a dot at nought reaches out of the plot
    axes.vlines(ticks, 0, layout.plot_height, colors="#d9d9d9", linewidth=0.8, zorder=0)
    if low < 0 < high:
        axes.vlines(0, 0, layout.plot_height, colors=_FAINT, linewidth=1.4, zorder=0)
    for at, row in zip(layout.middles, picture.rows, strict=True):
        _whisker(axes, at, row, language, picture)
    return drawn


def _whisker(axes: Axes, at: float, row: Whisker, language: Language, picture: Whiskers) -> None:
    """A point on a line with ends; in words to the right of it."""
    low, high = picture.limits
    beyond = high + (high - low) * 0.03
    if row.value is None:
        axes.text(
            low + (high - low) * 0.02, at, note_of(row), va="center", fontsize=9.5, style="italic"
        )
        return
    if row.low is not None and row.high is not None:
        ends = [max(low, row.low), min(high, row.high)]
        axes.plot(ends, [at, at], color=_INK, linewidth=2.2, clip_on=False)
        axes.plot(
            ends, [at, at], color=_INK, linestyle="none", marker="|", markersize=9, clip_on=False
        )
    axes.plot([row.value], [at], color=_INK, marker="o", markersize=7, clip_on=False)
    value, ends_told = told(row, picture, language)
    beside = ends_told or row.note
    words = f"{value}  ({beside})" if beside else value
    axes.text(beyond, at, words, va="center", fontsize=10)


def _tick(at: float, picture: Whiskers, language: Language) -> str:
    if picture.is_share:
        return per_cent(figure(at * 100, language, 0), language)
    return figure(at, language, 1)


def _ticks(low: float, high: float) -> list[float]:
    """Tenths in fifths: 0, 0.2, 0.4 …, or halves where the axis is long."""
    step = 0.2 if high - low <= 1.21 else 0.5
    first, last = round(low / step), round(high / step)
    ticks = [round(number * step, 1) for number in range(first, last + 1)]
    return [at for at in ticks if low - 1e-9 <= at <= high + 1e-9]


def _inline(written: str, caption: str, about: str, name: str) -> str:
    """Without prolog, comments, styles and fonts of its own; ids unlike those of other pictures."""
    text = _LEFT_OUT.sub("", _PROLOG.sub("", written, count=1))
    text = _IDS.sub(rf"\g<1>{name}-", _FONTS.sub(r"\1 sans-serif", text))
    opening = _OPENING.match(text)
    assert opening is not None  # what matplotlib writes
    view = re.search(r'viewBox="[^"]*"', opening[0])
    assert view is not None
    head = (
        f'<svg {opening[1]} {view[0]} xmlns="http://www.w3.org/2000/svg"'
        ' xmlns:xlink="http://www.w3.org/1999/xlink"'
        f' role="img" aria-labelledby="{name}-title" aria-describedby="{name}-about">'
        f'<title id="{name}-title">{escape(caption)}</title>'
        f'<desc id="{name}-about">{escape(about)}</desc>'
    )
    return head + text[opening.end() :].strip()
