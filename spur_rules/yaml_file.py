"""A YAML or JSON file: read with care, as plain data with a place for every part."""

from __future__ import annotations

import errno
import os
import select
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BufferedReader, FileIO
from pathlib import Path
from typing import Any, BinaryIO

from .errors import InputError, Problem, described, refusal
from .provenance import Place, content_hash
from .yaml_events import NOT_TEXT, Builder, DataPath, not_text

LIMIT_BYTES = 1024 * 1024
PIPE_MILLISECONDS = 1000  # for a program that is about to open its end


@dataclass(frozen=True)
class YamlFile:
    """What a file holds: its plain data, and the place of every part of it.

    Sequences are tuples, so that strict frozen models take them as they are.
    """

    name: str
    data: dict[str, Any]
    text: str | None = field(default=None, repr=False)

    @cached_property
    def sha256(self) -> str:
        """The hash of the content, whatever its layout."""
        return content_hash(self.data)

    def place(self, path: DataPath = (), key: bool = False) -> Place:
        """Where a part of the data stands; the nearest part around it where it has no own place.

        Args:
            path: Keys and indices from the top; an index into a mapping is its n-th entry.
            key: Whether the place of the key is wanted rather than that of its value.
        """
        path = self.named(path)
        while path not in self._places and path:
            path, key = path[:-1], False
        value, key_place = self._places.get(path, (Place(self.name), None))
        return key_place if key and key_place else value

    def find(self, pattern: str) -> Iterator[tuple[DataPath, Any]]:
        """Every part whose path fits, wrong shapes passed over: `domains.*.indicators.*.id`."""
        found: list[tuple[DataPath, Any]] = [((), self.data)]
        for step in pattern.split("."):
            found = [
                ((*path, key), value)
                for path, node in found
                for key, value in entries(node)
                if step in ("*", key)
            ]
        yield from found

    def at(self, path: DataPath) -> Any:
        """The part of the data at a path; None where there is none."""
        node: Any = self.data
        for step in path:
            node = _part(node, step)
        return node

    def named(self, path: DataPath) -> DataPath:
        """The same path, where an index into a mapping is replaced by the key it stands for."""
        node: Any = self.data
        named: DataPath = ()
        for step in path:
            if isinstance(node, dict) and isinstance(step, int) and step < len(node):
                step = list(node)[step]
            named = (*named, step)
            node = _part(node, step)
        return named

    @cached_property
    def _places(self) -> dict[DataPath, tuple[Place, Place | None]]:
        return {} if self.text is None else Builder(self.name, self.text, keep_places=True).places


def _part(node: Any, step: str | int) -> Any:
    if isinstance(node, tuple) and isinstance(step, int):
        return node[step] if step < len(node) else None
    return node.get(step) if isinstance(node, dict) else None


def entries(node: Any) -> list[tuple[str | int, Any]]:
    """The keys or indices of a mapping or sequence with what stands there; nothing for a value."""
    if isinstance(node, dict):
        return list(node.items())
    return list(enumerate(node)) if isinstance(node, tuple) else []


def read_file(path: str | Path) -> YamlFile:
    """Read a YAML or JSON file.

    Args:
        path: The file.

    Raises:
        InputError: SR101 to SR114, all that can be told at once.
    """
    return parse_bytes(read_bytes(path), str(path))


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a file that is not too large.

    Raises:
        InputError: SR101, SR102 or SR104.
    """
    name, path = str(path), Path(path)
    try:
        if path.is_dir():
            raise refusal("SR102", name, "this is a directory; name a YAML or JSON file in it")
        with _written_pipe(path) if path.is_fifo() else path.open("rb") as stream:
            return stream.read(LIMIT_BYTES + 1)
    except FileNotFoundError:
        raise refusal("SR101", name, "there is no such file; check the path") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise refusal("SR101", name, f"the file cannot be read: {why}") from None


def _written_pipe(path: Path) -> BinaryIO:
    """A pipe, opened; one that no program has open for writing would keep a reader for ever."""
    pipe = FileIO(os.open(path, os.O_RDONLY | os.O_NONBLOCK))
    waiting = select.poll()
    waiting.register(pipe, select.POLLIN)
    if not waiting.poll(PIPE_MILLISECONDS) and pipe.read(1) == b"":  # None: it will be written
        pipe.close()
        raise OSError(errno.EPIPE, "nothing writes to this pipe; name a file")
    os.set_blocking(pipe.fileno(), True)
    return BufferedReader(pipe)


def parse_bytes(content: bytes, name: str) -> YamlFile:
    """Read YAML or JSON from bytes.

    Args:
        content: UTF-8, with or without a byte order mark.
        name: How messages name the file.

    Raises:
        InputError: SR103 to SR114.
    """
    if len(content) > LIMIT_BYTES:
        raise refusal("SR104", name, "the file is larger than 1 MiB; split it")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError([_not_utf8(content, error.start, name)]) from None
    if control := NOT_TEXT.search(text):
        line = text.count("\n", 0, control.start()) + 1
        binary = "is not text; is this a binary file? Save it as UTF-8"
        message = not_text(control[0], binary)
        raise InputError([Problem("SR105", Place(name, line, 1), message)])
    builder = Builder(name, text)
    if builder.problems:
        raise InputError(builder.problems)
    if not isinstance(builder.data, dict):
        if builder.data is None:
            raise refusal("SR103", name, "the file is empty; the README shows what it should hold")
        message = f"the file must start with `key: value` lines, found {described(builder.data)}"
        raise InputError([Problem("SR113", builder.root, message)])
    return YamlFile(name, builder.data, text)


def _not_utf8(content: bytes, at: int, name: str) -> Problem:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return Problem("SR105", Place(name), "the file is UTF-16; save it as UTF-8")
    line = content.count(b"\n", 0, at) + 1
    column = at - content.rfind(b"\n", 0, at)
    message = f"byte 0x{content[at]:02x} is not UTF-8 (Latin-1?); save the file as UTF-8"
    return Problem("SR105", Place(name, line, column), message)
