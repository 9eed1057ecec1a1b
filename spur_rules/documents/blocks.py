"""A document as blocks, whatever it is written as: a page now, Word and PDF the same way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from ..texts import Language


class Paragraph(NamedTuple):
    """Running text."""

    text: str


class Listing(NamedTuple):
    """Points, numbered where their order says something.

    `quotes`, one for each point where there are any, are Swedish texts quoted under it.
    """

    items: tuple[str, ...]
    is_numbered: bool = False
    quotes: tuple[str, ...] = ()


class Point(NamedTuple):
    """Something to talk through: a heading, a Swedish text quoted under it, and lines."""

    title: str
    lines: tuple[str, ...]
    quote: str = ""


class Points(NamedTuple):
    """Points in an order that says something: they are numbered."""

    points: tuple[Point, ...]


class Table(NamedTuple):
    """A table: the first cell of every row names it. `numeric` columns are set to the right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    is_folded: bool = False


class HeatMap(NamedTuple):
    """Cells by row and column: how dark, 0 to 1, None for nothing there, and what is in them.

    `scale` says what the lightest and the darkest stand for, `corner` and `across` what the rows
    and the columns are; columns of one of `groups` stand together. `nothing` says why
    a cell may be empty.
    """

    caption: str
    about: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]
    shades: tuple[tuple[float | None, ...], ...]
    words: tuple[tuple[str, ...], ...]
    scale: tuple[str, str]
    corner: str = ""
    across: str = ""
    groups: tuple[str, ...] = ()
    nothing: str = ""


class Whisker(NamedTuple):
    """A figure with its interval; None where either is none, and `note` says why."""

    name: str
    value: float | None
    low: float | None
    high: float | None
    note: str = ""


class Whiskers(NamedTuple):
    """Figures with intervals on one axis; where they are shares, written in per cent."""

    caption: str
    about: str
    axis: str
    limits: tuple[float, float]
    rows: tuple[Whisker, ...]
    is_share: bool = False


Picture: TypeAlias = HeatMap | Whiskers
Block: TypeAlias = Paragraph | Listing | Points | Table | HeatMap | Whiskers


class Section(NamedTuple):
    """A heading with what stands under it. `anchor` is its name in links."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Document:
    """A whole document."""

    title: str
    language: Language
    lead: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: tuple[str, ...] = ()
