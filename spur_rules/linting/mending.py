"""Texts mended where they stand: comments, layout and every other byte as they were."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping

from .source import Scalar, Source
from .wording import CHECKS, DOUBLE, wanted

Marked = Mapping[Scalar, set[str]]

_ANCHOR = re.compile(r"&(\S+)")
_GAP_AT_A_LINE_END = re.compile(r"(?<=\S)[ \t]+(?=\r?\n)")


def mended(source: Source, marked: Marked) -> tuple[str, list[Scalar]]:
    """The text with findings mended, and the scalars that were.

    Read again, the new text must hold the same but for what was to be mended; a scalar that cannot
    be mended so is left as it is.

    Args:
        source: The text.
        marked: Which scalars are to be mended, and of which codes.
    """
    alone = {scalar: codes for scalar, codes in marked.items() if not _is_shared(source, scalar)}
    edits = {scalar: _rewritten(source, scalar, codes) for scalar, codes in alone.items()}
    for again in (_in_quotes, _as_it_was):
        text, failed = _applied(source, marked, edits)
        if not failed:
            break
        retried = {scalar: again(scalar, marked[scalar]) for scalar in failed}
        edits = {s: w for s in edits if (w := retried.get(s, edits[s])) is not None}
    text, failed = _applied(source, marked, edits)
    return (source.text, []) if failed else (text, list(edits))


def _is_shared(source: Source, scalar: Scalar) -> bool:
    """Whether other places say the same by an alias, so that a change would change them too."""
    anchor = _ANCHOR.match(source.text, scalar.start)
    return anchor is not None and f"*{anchor[1]}" in source.text


def _applied(
    source: Source, marked: Marked, edits: Mapping[Scalar, str]
) -> tuple[str, Collection[Scalar]]:
    """The text with the edits, and those of them after which it does not read as it should.

    All of them, where what is around them reads otherwise too.
    """
    parts, end = [], 0
    for scalar in sorted(edits, key=lambda scalar: scalar.start):
        parts += [source.text[end : scalar.start], edits[scalar]]
        end = scalar.stop
    text = "".join([*parts, source.text[end:]])
    after = Source(source.name, text).scalars
    is_same = [(s.path, s.is_key) for s in source.scalars] == [(s.path, s.is_key) for s in after]
    failed = [
        before
        for before, now in zip(source.scalars, after, strict=False)
        if now.value != (wanted(before, marked[before]) if before in edits else before.value)
    ]
    is_sound = is_same and edits.keys() >= set(failed)
    return text, failed if is_sound else list(edits)


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


def _as_it_was(_: Scalar, __: set[str]) -> None:
    """What cannot be mended at all is left."""
