"""How the documentation is built: Sphinx, MyST Markdown and the theme furo. See scripts/docs."""

from __future__ import annotations

import sys
from datetime import date
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from spur_rules import __version__  # noqa: E402

project = "spur_rules"
author = "the spur_rules authors"
copyright = "the spur_rules authors, MIT licence"
version = release = __version__
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "commands/*/*"]  # what the commands of a page read
html_theme = "furo"
html_title = "spur_rules"
html_static_path = ["_static"]
html_css_files = ["spur.css"]
html_copy_source = False
html_show_sourcelink = False
html_theme_options = {"navigation_with_keys": True}
pygments_style = "friendly"
smartquotes_action = "qe"  # quotes and ellipses; `--option` stays

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_typehints = "signature"
autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
autodoc_type_aliases = {"Day": "datetime.date"}
napoleon_numpy_docstring = False
napoleon_custom_sections = [("Source", "returns_style")]
python_display_short_literal_types = True
python_maximum_signature_line_length = 72
# Docstrings quote code in single backticks.
default_role = "code"

# Every link within the documentation is checked. What lies outside it (the standard library,
# pydantic) has no page here, and a build must not need the network.
nitpicky = True
nitpick_ignore_regex = [
    ("py:.*", r"(?!spur_rules\.).*"),
    ("py:.*", r"spur_rules\.(rulebook\.Linked\w+|vocabulary\.Code|suggestion\.Row)"),
    # What the proofs return is told on their commands' pages.
    ("py:.*", r"spur_rules\.(linting|proving|testing|comparing|cases|overlay\w*|editions)\b.*"),
    ("py:.*", r"spur_rules\.(earlier_ids|api)\b.*"),
]
# `date` the type is not `date` the field of five classes here.
suppress_warnings = ["ref.python"]


def _docstring(app: Any, what: str, name: str, thing: Any, options: Any, lines: list[str]) -> None:
    """What Python and pydantic say of a class on their own is no help to a reader."""
    if lines and lines[0].startswith("Alias for field number"):
        lines.clear()
    if isinstance(thing, type) and issubclass(thing, BaseModel):
        lines += ["", *_fields(thing)]


def _fields(model: type[BaseModel]) -> list[str]:
    """A line for each key of a model that is read from a file."""
    return [
        f"* ``{name}``: {_plain(field.annotation)}{'' if field.is_required() else ' (optional)'}"
        for name, field in model.model_fields.items()
    ]


def _plain(annotation: Any) -> str:
    """A type as a person says it, without what checks it."""
    inner = [part for part in get_args(annotation) if part is not type(None) and part is not ...]
    if get_origin(annotation) is tuple:
        return f"list of {_plain(inner[0])}"
    if get_origin(annotation) is Literal:
        return " or ".join(f"``{value}``" for value in inner)
    if get_origin(annotation) is Annotated:
        return _plain(inner[0])
    if inner:
        return " or ".join(map(_plain, inner))
    if isinstance(annotation, type) and annotation.__module__.startswith("spur_rules"):
        return f":py:class:`~{annotation.__module__}.{annotation.__qualname__}`"
    return _NAMES.get(annotation, "any")


_NAMES: dict[Any, str] = {str: "text", int: "whole number", date: "date", Fraction: "number"}


def _signature(app: Any, what: str, name: str, thing: Any, *_: Any) -> tuple[str, None] | None:
    has_none = isinstance(thing, type) and issubclass(thing, BaseModel | Enum)
    return ("", None) if has_none else None


def setup(app: Any) -> None:
    app.connect("autodoc-process-docstring", _docstring)
    app.connect("autodoc-process-signature", _signature)
