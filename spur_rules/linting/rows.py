"""What the rows of a catalog leave unsaid, and what they say in vain."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..errors import quoted
from ..loading import TODO
from ..vocabulary import fold
from ..yaml_events import DataPath
from ..yaml_file import YamlFile
from .findings import Finding

CODES = ("SR708", "SR711", "SR712", "SR713", "SR714", "SR715")

#: Words that stand in for an answer which is yet to be given.
_PLACEHOLDER = re.compile(r"[\s?.…–-]+|(todo|tbd|fixme|xxx|n/?a|\?).*", re.IGNORECASE)
_UNKNOWN = "okänd"
_SOURCES = (
    "domains.*.indicators.*.source",
    "parameters.*.source",
    "readings.*.source",
    "action_plan.source",
    "rules.*.source",
)
_WORDS = (
    "parameters.*.meaning",
    "profiles.*.title",
    "readings.*.reading",
    "rules.*.because",
    "rules.*.caveat",
    "consistency.presupposes.*.because",
)


def found(file: YamlFile) -> Iterator[Finding]:
    """Placeholders, unknown paragraphs, idle provisions and phrases, and words without English.

    Args:
        file: A catalog or a ruleset.
    """
    yield from _notes(file)
    yield from _sources(file)
    yield from _paragraphs(file)
    yield from _provisions(file)
    yield from _phrases(file)
    yield from _without_english(file)


def _without_english(file: YamlFile) -> Iterator[Finding]:
    """Words that lack the English which others in the file have: they were forgotten."""
    rows = [row for pattern in _WORDS for row in file.find(pattern) if isinstance(row[1], dict)]
    lacking = [path for path, words in rows if "sv" in words and words.get("en") is None]
    if len(lacking) < len(rows):
        for path in lacking:
            message = "no English words; the Swedish ones are shown instead. Add `en: …`"
            yield Finding("SR708", file.place(path, key=True), message)


def _is_placeholder(text: object) -> bool:
    """Whether nobody has written it yet; what starts with TODO the reader refuses (SR610)."""
    if not isinstance(text, str) or text.startswith(TODO):
        return False
    return _PLACEHOLDER.fullmatch(text.strip()) is not None


def _notes(file: YamlFile) -> Iterator[Finding]:
    for path, origin in file.find("domains.*.indicators.*.norm_origin"):
        note = file.at((*path[:-1], "note"))
        if origin == "inferred" and _is_placeholder(note):
            message = f"the norm is inferred and the note is {quoted(note)}; say from what"
            yield Finding("SR711", file.place((*path[:-1], "note")), message)


def _sources(file: YamlFile) -> Iterator[Finding]:
    for pattern in _SOURCES:
        for path, source in file.find(pattern):
            if _is_placeholder(source):
                message = f"source is {quoted(source)}; name it, or write `{_UNKNOWN}`"
                yield Finding("SR712", file.place(path), message)


def _paragraphs(file: YamlFile) -> Iterator[Finding]:
    """One note for all: a form that names no paragraphs is not mended row by row."""
    rows: list[DataPath] = [
        path[:-1]
        for path, source in file.find("domains.*.indicators.*.source")
        if isinstance(source, str)
        and fold(source) == _UNKNOWN
        and file.at((*path[:-1], "basis")) == "direkt"
    ]
    if rows:
        ids = [str(file.at((*row, "id"))) for row in rows]
        shown = ", ".join(ids if len(ids) <= 4 else [*ids[:3], f"… {ids[-1]}"])
        message = f"the paragraph is `{_UNKNOWN}` for {len(ids)} rows of basis `direkt` ({shown})"
        message += "; fill it in where it is known"
        yield Finding("SR713", file.place((*rows[0], "source")), message)


def _provisions(file: YamlFile) -> Iterator[Finding]:
    used = {provision for _, provision in file.find("domains.*.provision")}
    for path, id in file.find("provisions.*.id"):
        if id not in used:
            message = f"no domain quotes provision {quoted(id)}; name it in a domain, or remove it"
            yield Finding("SR714", file.place(path), message)


def _phrases(file: YamlFile) -> Iterator[Finding]:
    """A phrase under `unless` hides the words of its own entry that stand in it."""
    for path, phrase in file.find("consistency.words_against.*.unless.*"):
        words = file.at((*path[:3], "words"))
        if not isinstance(phrase, str) or not isinstance(words, tuple):
            continue
        inside = f" {fold(phrase)} "
        if not any(f" {fold(word)} " in inside for word in words if isinstance(word, str)):
            message = f"{quoted(phrase)} holds none of the `words` above; correct or remove it"
            yield Finding("SR715", file.place(path), message)
