"""One hostile thing: how it is put on disk, how it is read, and how that may end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from .kinds import Command

BAD = (2,)
RIGHT = (0, 1)  # graded; `regrade` may have something to look at
ANY = (0, 1, 2)  # right, or something to look at, or refused: what matters is how it is told


class Entry(NamedTuple):
    """One hostile thing.

    Args:
        name: What it is; the file is named so.
        command: The program's arguments, given the path.
        content: The bytes, or what puts something else than a file at the path.
        exits: The exit codes it may end with.
        file: The file's own name, where that is what is hostile.
    """

    name: str
    command: Command
    content: bytes | Callable[[Path], None]
    exits: tuple[int, ...] = BAD
    file: str = "input.yaml"

    def put(self, folder: Path) -> Path:
        """Put it on disk, in a folder of its own."""
        path = folder / self.file
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(self.content, bytes):
            path.write_bytes(self.content)
        else:
            self.content(path)
        return path


#: No hostile thing may take more than this, from the program's start to its end.
SECONDS_CPU = 2
MEGABYTES = 256


class Outcome(NamedTuple):
    """How one run ended: its exit code, what it took, what it printed, and files that it left."""

    name: str
    exit: int
    cpu: float
    megabytes: float
    out: str
    err: str
    files: list[str]
