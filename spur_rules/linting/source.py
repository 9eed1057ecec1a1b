"""A file's text as lint sees it: every key and value with where it stands, and the comments."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from ..provenance import Place
from ..yaml_events import DataPath, compose


class Scalar(NamedTuple):
    """A key or a value as it is written.

    `value` is what it says, before anything is normalised. `style` is `'`, `"`, `|`, `>` or empty
    where it is plain. `start` and `stop` are its first character and the one after its last.
    """

    path: DataPath
    is_key: bool
    value: str
    style: str
    start: int
    stop: int
    line: int

    @property
    def is_block(self) -> bool:
        """Whether it stands on lines of its own, below `|` or `>`."""
        return self.style in ("|", ">")


class Source:
    """A text that has been read without mistakes.

    Args:
        name: How places name the file.
        text: What it holds.
    """

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text = name, text

    @cached_property
    def scalars(self) -> tuple[Scalar, ...]:
        """Every key and value that is text or a number, each once, in the order of the file."""
        return tuple(_walk(compose(self.text), (), set()))

    def body(self, scalar: Scalar) -> tuple[int, int]:
        """Where its words start and end, without quotes and without the line of `|` or `>`."""
        start, stop = scalar.start, scalar.stop
        if scalar.is_block:
            start = self.text.find("\n", start, stop) + 1 or stop
            return start, max(start, len(self.text[:stop].rstrip()))
        quotes = 1 if scalar.style else 0
        return start + quotes, stop - quotes

    def place(self, at: int) -> Place:
        """The place of a character."""
        line = bisect_right(self._starts, at)
        return Place(self.name, line, at - self._starts[line - 1] + 1)

    @cached_property
    def lines(self) -> list[str]:
        """The lines, each with its end."""
        return self.text.splitlines(keepends=True)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line starts."""
        starts = [0]
        for line in self.lines:
            starts.append(starts[-1] + len(line))
        return starts

    def comments(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """The comments that fit; what looks like one within a text is none."""
        spans = sorted(self.body(scalar) for scalar in self.scalars)
        starts = [start for start, _ in spans]
        for match in pattern.finditer(self.text):
            before = bisect_right(starts, match.start()) - 1
            if before < 0 or match.start() >= spans[before][1]:
                yield match


def _walk(node: Any, path: DataPath, seen: set[int]) -> Iterator[Scalar]:
    """The scalars below a node; what an alias repeats is told where it is written."""
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node.value, str):
        yield _scalar(node, path, is_key=False)
        return
    for index, entry in enumerate(node.value):
        if not isinstance(entry, tuple):
            yield from _walk(entry, (*path, index), seen)
            continue
        key, value = entry
        inner = (*path, unicodedata.normalize("NFC", str(key.value)))
        if isinstance(key.value, str) and id(key) not in seen:
            yield _scalar(key, inner, is_key=True)
        yield from _walk(value, inner, seen)


def _scalar(node: Any, path: DataPath, is_key: bool) -> Scalar:
    start = node.start_mark
    style = node.style or ""
    return Scalar(path, is_key, node.value, style, start.index, node.end_mark.index, start.line + 1)
