"""Texts mended where they stand: comments, layout and every other byte as they were."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from ..yaml_events import compose
from .source import Scalar, Source
from .wording import CHECKS, DOUBLE, wanted

Marked = Mapping[Scalar, set[str]]

#: How often a text is read again to find the few that cannot be mended.
_MOST_TRIES = 64
_GAP_AT_A_LINE_END = re.compile(r"(?<=\S)[ \t]+(?=\r?\n)")


def mended(source: Source, marked: Marked) -> tuple[str, list[Scalar]]:
    """The text with findings mended, and the scalars that were.

    Read again, the new text must hold the same but for what was to be mended; a scalar that cannot
    be mended so is left as it is.

    Args:
        source: The text.
        marked: Which scalars are to be mended, and of which codes.
    """
    tries = [_MOST_TRIES]
    edits = {scalar: _rewritten(source, scalar, codes) for scalar, codes in marked.items()}
    kept = _kept(source, marked, edits, tries)
    return _sound(source, marked, kept) or source.text, list(kept)


def _kept(
    source: Source, marked: Marked, edits: Mapping[Scalar, str], tries: list[int]
) -> dict[Scalar, str]:
    """Those edits that read as they should: all of them, or else those of each half."""
    tries[0] -= 1
    if not edits or tries[0] < 0:
        return {}
    if _sound(source, marked, edits) is not None:
        return dict(edits)
    rows = list(edits.items())
    if len(rows) > 1:
        half = len(rows) // 2
        first, second = dict(rows[:half]), dict(rows[half:])
        return _kept(source, marked, first, tries) | _kept(source, marked, second, tries)
    ((scalar, _),) = rows
    quotes = _in_quotes(scalar, marked[scalar])
    is_sound = quotes is not None and _sound(source, marked, {scalar: quotes}) is not None
    return {scalar: quotes} if quotes is not None and is_sound else {}


def _sound(source: Source, marked: Marked, edits: Mapping[Scalar, str]) -> str | None:
    """The text with the edits, where it reads as it should; else None."""
    text = source.text
    for scalar in sorted(edits, key=lambda scalar: scalar.start, reverse=True):
        text = text[: scalar.start] + edits[scalar] + text[scalar.stop :]
    if compose(text) is None:
        return None
    after = Source(source.name, text).scalars
    meant = [wanted(s, marked[s]) if s in edits else s.value for s in source.scalars]
    same = [(s.path, s.is_key) for s in source.scalars] == [(s.path, s.is_key) for s in after]
    return text if same and meant == [s.value for s in after] else None


def _rewritten(source: Source, scalar: Scalar, codes: set[str]) -> str:
    """A scalar's characters with the same done to them as to what it says."""
    start, stop = source.body(scalar)
    before, words, after = (
        source.text[a:b] for a, b in ((scalar.start, start), (start, stop), (stop, scalar.stop))
    )
    for check in CHECKS:
        if check.code not in codes:
            continue
        if check.code == "SR702":
            words = DOUBLE.sub(" ", words)
            words = _GAP_AT_A_LINE_END.sub("", words) if scalar.is_block else words
        elif check.code != "SR703":
            words = check.mend(words)
        elif scalar.is_block:
            before, after = _chomped(before), re.sub(r"^[ \t]+", "", after)
        else:
            words = check.mend(words)
    return before + words + after


def _chomped(header: str) -> str:
    """The line of `>` or `|` such that no line break is kept at the end."""
    head = re.match(r"([>|])([1-9]?)[-+]?([1-9]?)", header)
    return head[1] + head[2] + head[3] + "-" + header[head.end() :] if head else header


def _in_quotes(scalar: Scalar, codes: set[str]) -> str | None:
    """The last resort for what is written with escapes: the same text in quotes."""
    if scalar.is_block:
        return None
    return json.dumps(wanted(scalar, codes), ensure_ascii=False)
