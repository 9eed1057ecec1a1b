"""A new overlay: an example with one added kvalitetsindikator, valid as it stands."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from pydantic import TypeAdapter, ValidationError

from ..catalog import Catalog
from ..errors import InputError, Problem, quoted
from ..frozen import PATTERNS, Identifier, read_day
from ..loading import TODO, hint, load
from ..provenance import Place
from ..texts import Language, say
from ..yaml_file import YamlFile
from .adding import Scaffold
from .target import comment, new_path, row, schema_line, write

SCHEMA = "spur-rules/overlay/1"


class OverlayWish(NamedTuple):
    """What is known of an overlay before it is written."""

    id: str
    domain: str
    title: str | None = None
    valid_from: str | None = None


def begin_overlay(
    path: Path, wish: OverlayWish, catalog: YamlFile, language: Language, force: bool
) -> Scaffold:
    """Write a new overlay.

    Args:
        path: The file.
        wish: What is known of the overlay.
        catalog: The catalog that it extends.
        language: The language of the comments.
        force: Whether a file that is there may be written over.

    Raises:
        InputError: SR611, the file is there; SR614, it cannot be written; SR123, SR124 or SR310,
            what is asked for would not be valid; what is wrong with the catalog.
    """
    extended, problems = load(Catalog, catalog)
    if extended is None or problems:
        raise InputError(problems)
    _check(wish, extended)
    text = overlay_text(new_path(path, force), wish, extended, language)
    write(path, text)
    return Scaffold(path, 1 + text[: text.index("\nadd:")].count("\n") + 2, (), is_new_file=True)


def overlay_text(path: Path, wish: OverlayWish, catalog: Catalog, language: Language) -> str:
    """The overlay as a text.

    Args:
        path: Where it will be, for the schema that it names.
        wish: What is known of it.
        catalog: The catalog that it extends.
        language: The language of the comments.
    """
    lines = [schema_line(path, "overlay"), *_said("about", language)]
    lines += [
        *row("schema", SCHEMA),
        *row("id", wish.id),
        *row("version", "0.1.0"),
        *row("title", wish.title or f"Exempel på tillägg, {wish.id}"),
        *row("language", "sv"),
        *row("extends", catalog.id),
    ]
    if wish.valid_from is not None:
        lines.append(f"valid_from: {wish.valid_from}")
    lines += [*_said("example", language), "example: true", "", *_said("add", language), "add:"]
    lines += [f"  - id: {wish.domain}-{_letters(wish.id)}1", *(f"    {line}" for line in _added())]
    return "\n".join([*lines, "", *_said("more", language), *_MORE, ""])


def _added() -> list[str]:
    """A row that no report takes for a real one: without `example: true` each TODO is refused.

    The legal terms of a row are Swedish, whatever the language of the comments.
    """
    text = f"{TODO}: exempel på en kvalitetsindikator, att ersätta med föreningens egen text."
    source = f"{TODO}: exempel; inte antaget av någon förening"
    return [*row("source", source), *row("text", text)]


#: Every other thing that an overlay can do, to be taken into use by removing the `#`.
_MORE = (
    "# notes:",
    "#   - {indicator: D2, text: Fråga hur handledningen är ordnad på jourtid.}",
    "# reword:",
    "#   - {indicator: C4, text: …, reason: …}",
    "# retire:",
    "#   - {indicator: G10, reason: …}",
)


def _said(key: str, language: Language) -> list[str]:
    return comment(say(language, f"new-overlay.{key}"))


def _letters(id: str) -> str:
    """Two letters of the association's own, so that no form's id can be the same."""
    found = re.sub(r"[^a-zåäö]", "", id)[:2].upper()
    return found if len(found) == 2 else "XX"


def _check(wish: OverlayWish, catalog: Catalog) -> None:
    problems = []
    try:
        TypeAdapter(Identifier).validate_python(wish.id)
    except ValidationError as error:
        remedy = PATTERNS[error.errors()[0]["ctx"]["pattern"]]
        message = f"`id` is {quoted(wish.id)}; {remedy}"
        problems.append(Problem("SR124", Place("new overlay"), message))
    letters = [domain.letter for domain in catalog.domains]
    if wish.domain not in letters:
        message = f"unknown domain {quoted(wish.domain)}{hint(wish.domain, letters)}"
        problems.append(Problem("SR310", Place("--domain"), message))
    if wish.valid_from is not None and read_day(wish.valid_from) is None:
        message = f"expected a date, found {quoted(wish.valid_from)}; write it as 2025-11-03"
        problems.append(Problem("SR123", Place("--valid-from"), message))
    if problems:
        raise InputError(problems)
