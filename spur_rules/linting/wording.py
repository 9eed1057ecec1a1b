"""How texts are written: letters, spaces, full stops. All of it can be mended by machine."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..errors import quoted
from ..yaml_events import DataPath
from ..yaml_file import YamlFile
from .findings import Finding
from .source import Scalar, Source

#: Printed legal text, word for word: another character is another version of the file.
LEGAL = (
    "domains.*.indicators.*.text",
    "domains.*.indicators.*.footnotes.*.text",
    "domains.*.scale.*",
    "domains.*.scale.*.text",
    "provisions.*.text",
    "regulations.*.title",
    "parameters.*.printed",
    "readings.*.printed",
    "action_plan.printed",
    "rules.*.printed",
    "reword.*.text",
)
#: Texts that are sentences. A footnote, a title or what a parameter quotes need not be one.
SENTENCES = (
    "domains.*.indicators.*.text",
    "domains.*.indicators.*.note",
    "domains.*.scale.*",
    "domains.*.scale.*.text",
    "provisions.*.text",
    "parameters.*.reason",
    "profiles.*.reason",
    "readings.*.reading.*",
    "readings.*.reason",
    "action_plan.printed",
    "action_plan.reason",
    "rules.*.printed",
    "rules.*.caveat.*",
    "add.*.text",
    "notes.*.text",
    "reword.*.text",
    "reword.*.reason",
    "retire.*.reason",
    "retired_ids.*.reason",
    "cases.*.about",
)
#: Texts that are put into a longer sentence, which brings its own full stop.
PARTS_OF_SENTENCES = (
    "rules.*.because.*",
    "parameters.*.meaning.*",
    "consistency.presupposes.*.because.*",
)

_BLANKS = {"\u00a0": " ", "\u202f": " ", "\u2007": " ", "\u2009": " ", "\u200a": " "}
_NOTHING = dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", "")
_VISIBLE = str.maketrans(_BLANKS | _NOTHING)
INVISIBLE = re.compile("[" + "".join(_BLANKS | _NOTHING) + "]")
DOUBLE = re.compile(r"(?<=\S)(?:[ \t]{2,}|\t)(?=\S)")
_ENDED = re.compile(r"[.!?…:][)\]”\"’'»]*$")
_MAY_END = re.compile(r"[\w)\]”\"’'»%]$")
_STOPPED = re.compile(r"(?<!\S)([^\s.]+)\.$")


def visible(text: str) -> str:
    r"""A text without invisible characters; a blank of another width is a space.

    >>> visible("ST\u2060-läkare\u00a0har")
    'ST-läkare har'
    """
    return text.translate(_VISIBLE)


def composed(text: str) -> str:
    """A text in NFC: å is one character."""
    return unicodedata.normalize("NFC", text)


def single_spaced(text: str) -> str:
    """A text with one space between words."""
    return DOUBLE.sub(" ", text)


def stripped(text: str) -> str:
    """A text without spaces or line breaks around it."""
    return text.strip(" \t\n")


def stopped(text: str) -> str:
    """A sentence with its full stop; what ends in the middle of one is left to a person."""
    return f"{text}." if not _ENDED.search(text) and _MAY_END.search(text) else text


def unstopped(text: str) -> str:
    """A part of a sentence without a full stop; that of `m.m.` belongs to the word."""
    return _STOPPED.sub(r"\1", text)


class Check(NamedTuple):
    """What one code looks at and how it mends it, and what it says of the first place."""

    code: str
    mend: Callable[[str], str]
    patterns: tuple[str, ...] | None
    message: str


#: In the order in which they mend.
CHECKS = (
    Check("SR705", visible, None, "{what} is invisible; write a plain space or nothing"),
    Check("SR701", composed, None, "{what} is a letter in two characters; write it as one"),
    Check("SR702", single_spaced, None, "double spaces after {what}; write one"),
    Check("SR703", stripped, None, "{what} starts or ends with a space or a line break; remove it"),
    Check("SR704", stopped, SENTENCES, "{what} has no full stop; write one"),
    Check("SR706", unstopped, PARTS_OF_SENTENCES, "{what} ends in a full stop; remove it"),
)
#: What may be wrong with a key too.
OF_KEYS = ("SR705", "SR701")
CODES = tuple(check.code for check in CHECKS)


def found(file: YamlFile, source: Source) -> Iterator[tuple[Scalar, Finding]]:
    """Every text that is not written as it should be.

    Args:
        file: What the file holds.
        source: How it is written.
    """
    meant = {
        check.code: {path for pattern in check.patterns for path, _ in file.find(pattern)}
        for check in CHECKS
        if check.patterns is not None
    }
    for scalar in source.scalars:
        text = scalar.value
        for check in CHECKS:
            if not _concerns(check, scalar, meant):
                continue
            mended = check.mend(text)
            if mended != text or (check.code == "SR704" and not _ENDED.search(text)):
                yield scalar, _finding(check, scalar, source, text)
            text = mended


def _concerns(check: Check, scalar: Scalar, meant: dict[str, set[DataPath]]) -> bool:
    if scalar.is_key:
        return check.code in OF_KEYS
    return check.patterns is None or scalar.path in meant[check.code]


def wanted(scalar: Scalar, codes: set[str]) -> str:
    """What a scalar says once these findings are mended."""
    text = scalar.value
    for check in CHECKS:
        if check.code in codes:
            text = check.mend(text)
    return text


def _finding(check: Check, scalar: Scalar, source: Source, text: str) -> Finding:
    at, what = _spot(check.code, scalar, source, text)
    return Finding(
        check.code,
        source.place(at),
        check.message.format(what=what),
        fixable=check.mend(text) != text,
        anchor=scalar.line,
    )


def _spot(code: str, scalar: Scalar, source: Source, text: str) -> tuple[int, str]:
    """The character where it is wrong, and what to call it; the start where it is escaped."""
    start, stop = source.body(scalar)
    written = source.text[start:stop]
    if code == "SR705" and (odd := INVISIBLE.search(text)):
        name = f"U+{ord(odd[0]):04X} {unicodedata.name(odd[0], '').lower()}".rstrip()
        return _seen(start, written.find(odd[0]), scalar), name
    if code == "SR701":
        at, letter = _decomposed(text)
        return _seen(start, written.find(letter) if at >= 0 else -1, scalar), quoted(letter)
    if code == "SR702" and (gap := DOUBLE.search(text)):
        inside = re.search(r"(?<=\S)[ \t]{2,}|(?<=\S)\t|(?<=\S)[ \t]+(?=\r?\n)", written)
        word = text[: gap.start()].split()[-1]
        return _seen(start, inside.start() if inside else -1, scalar), quoted(word)
    return scalar.start, "the text" if len(text) > 60 else quoted(text)


def _seen(start: int, offset: int, scalar: Scalar) -> int:
    return start + offset if offset >= 0 else scalar.start


def _decomposed(text: str) -> tuple[int, str]:
    """Where the first letter stands that NFC writes otherwise, with what combines with it."""
    for at, letter in enumerate(text):
        if letter.isascii() and text[at + 1 : at + 2].isascii():
            continue
        end = at + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        if composed(text[at:end]) != text[at:end]:
            return at, text[at:end] if end > at + 1 else letter
    return -1, text[:1]
