"""What is no ordinary file: pipes, devices, links, folders, names, and what may not be read."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

from .entry import BAD, RIGHT, Entry
from .kinds import KINDS, Kind

GIB = 1024**3


def odd() -> Iterator[Entry]:
    """Every odd thing, in the place of every kind of file."""
    for kind in KINDS:
        for name, make in PATHS.items():
            yield Entry(f"{kind.name}-{name}", kind.command, make, _or_refused(kind))
        for name, make in LINKS.items():
            yield Entry(
                f"{kind.name}-{name}", kind.command, make, _or_refused(kind), "folder/input.yaml"
            )
        content = kind.text.encode()
        for name in NAMES:
            label = ascii(name)[1:21].replace("/", "-")
            yield Entry(f"{kind.name}-named-{label}", kind.command, content, RIGHT, name)
            yield Entry(
                f"{kind.name}-named-{label}-empty", kind.command, b"", _or_refused(kind), name
            )


def _or_refused(kind: Kind) -> tuple[int, ...]:
    """What cannot be read at all is refused by lint too, where nothing of it can be looked at."""
    return tuple({*kind.refused, *BAD})


def _folder(path: Path) -> None:
    path.mkdir()


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = os.getcwd()
    os.chdir(path.parent)  # the name of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _missing(path: Path) -> None:
    path.unlink(missing_ok=True)


def _unreadable(path: Path) -> None:
    path.write_bytes(b"a: 1\n")
    path.chmod(0)


def _sparse(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        with path.open("wb") as stream:
            stream.truncate(size)

    return make


def _link_to(target: str) -> Callable[[Path], None]:
    return lambda path: path.symlink_to(target)


def _ring(path: Path) -> None:
    other = path.with_name("other")
    path.symlink_to(other)
    other.symlink_to(path)


def _long_chain(path: Path) -> None:
    for number in range(60):
        path.with_name(f"l{number}").symlink_to(path.with_name(f"l{number + 1}"))
    path.with_name("l60").write_bytes(b"a: 1\n")
    path.symlink_to(path.with_name("l0"))


PATHS: dict[str, Callable[[Path], None]] = {
    "folder": _folder,
    "pipe-that-nobody-writes": _pipe,
    "socket": _socket,
    "missing": _missing,
    "unreadable": _unreadable,
    "a-gigabyte-of-nothing": _sparse(GIB),
    "a-terabyte-of-nothing": _sparse(1024 * GIB),
}
LINKS: dict[str, Callable[[Path], None]] = {
    "link-to-itself": _link_to("input.yaml"),
    "link-to-nothing": _link_to("nothing"),
    "link-to-its-folder": _link_to("."),
    "ring-of-links": _ring,
    "chain-of-links": _long_chain,
    "link-to-zeros": _link_to("/dev/zero"),
    "link-to-noise": _link_to("/dev/urandom"),
    "link-to-null": _link_to("/dev/null"),
    "link-to-full": _link_to("/dev/full"),
    "link-to-memory": _link_to("/proc/self/mem"),
    "link-to-page-map": _link_to("/proc/self/pagemap"),
    "link-to-folder-of-processes": _link_to("/proc"),
}
#: Names that a file may have and a screen should not show as they are.
NAMES = (
    "a\nerror[SR101] b.yaml",
    "a\x1b[31mred\x07.yaml",
    "a\u202elmay.yaml",
    "a\x9b2J.yaml",
    os.fsdecode(b"a\xff\xfe.yaml"),
    "n" * 250 + ".yaml",
    " .yaml",
    "{0.__class__}%s.yaml",
    "/".join(["d" * 200] * 10) + "/a.yaml",
)
