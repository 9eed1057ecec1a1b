"""A document as one self-contained page. The only importer of `jinja2`."""

from __future__ import annotations

from importlib.resources import files
from typing import TYPE_CHECKING, Any

from ..errors import InputError, Problem
from ..provenance import Place
from ..texts import say
from .blocks import Block, Document, HeatMap, Listing, Paragraph, Points, Table, Whiskers
from .picture_tables import table_of
from .pictures import as_svg

if TYPE_CHECKING:
    from jinja2 import Template

_MISSING = (
    "writing a page needs Jinja2; run pip install 'spur_rules[calibration]',"
    " or choose --format text, md, json or csv"
)
#: A table with more columns may be wider than the page: it gets a frame of its own to scroll in.
_NARROW = 3


def as_html(document: Document) -> str:
    """A document as one page that needs nothing else: no script, no other file, no network.

    Args:
        document: Title, lead, sections and footer. Its texts are plain: whatever in them HTML would
            take for its own is escaped.

    Raises:
        InputError: SR604, Jinja2 or matplotlib is not installed.

    >>> from spur_rules.documents.blocks import Section
    >>> sections = (Section("s", "Läget", (Paragraph("1 < 2"),)),)
    >>> page = as_html(Document("Rapport", "sv", (), sections))
    >>> "<p>1 &lt; 2</p>" in page, "<script" in page, "http-equiv" in page
    (True, False, True)
    """
    page = _template()
    numbers = iter(range(1, 1 + sum(len(section.blocks) for section in document.sections)))
    sections = [
        {
            "anchor": section.anchor,
            "title": section.title,
            "blocks": [_block(block, document, next(numbers)) for block in section.blocks],
        }
        for section in document.sections
    ]
    words = {
        key: say(document.language, f"page.{key}") for key in ("skip", "contents", "print")
    } | {"has_folded": any(_has_folded(block) for s in document.sections for block in s.blocks)}
    return page.render(document=document, sections=sections, words=words) + "\n"


def _template() -> Template:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError:
        raise InputError([Problem("SR604", Place("--format html"), _MISSING)]) from None
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    source = files(__package__).joinpath("templates", "page.html").read_text("utf-8")
    return environment.from_string(source)


def _has_folded(block: Block) -> bool:
    return isinstance(block, HeatMap | Whiskers) or (isinstance(block, Table) and block.is_folded)


def _block(block: Block, document: Document, number: int) -> dict[str, Any]:
    """What the template needs of a block: its kind, and what stands in it."""
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": block.text}
    if isinstance(block, Listing):
        quotes = block.quotes or ("",) * len(block.items)
        items = list(zip(block.items, quotes, strict=True))
        return {"kind": "listing", "items": items, "is_numbered": block.is_numbered}
    if isinstance(block, Points):
        return {"kind": "points", "points": block.points}
    if isinstance(block, Table):
        return {"kind": "table", "table": _table(block, document, "table-of", number)}
    return {
        "kind": "picture",
        "caption": block.caption,
        "about": block.about,
        "svg": as_svg(block, document.language, f"b{number}"),
        "table": _table(table_of(block, document.language), document, "as-table", number),
    }


def _table(table: Table, document: Document, key: str, number: int) -> dict[str, Any]:
    return {
        "id": f"t{number}",
        "caption": table.caption,
        "summary": say(document.language, f"page.{key}", caption=table.caption),
        "head": table.head,
        "rows": table.rows,
        "numeric": frozenset(table.numeric),
        "is_folded": table.is_folded,
        "is_wide": len(table.head) > _NARROW,
    }
