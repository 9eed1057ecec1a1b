"""One file replaced as one step, safe against a process that is killed in the middle."""

from __future__ import annotations

import contextlib
import os
import stat
from pathlib import Path
from threading import get_ident

#: How every SQLite database begins.
_DATABASE = b"SQLite format 3\0"


def real_path(path: Path) -> Path:
    """Where a path leads when every symbolic link is followed."""
    return Path(os.path.realpath(path))


def is_database(path: Path) -> bool:
    """Whether a file is an SQLite database, as a workshop is: no output takes the place of one."""
    try:
        with path.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False


def replace(path: Path, content: bytes, mode: int | None = None) -> None:
    """Replace a file: whoever looks sees the old or the new content, never a part.

    Args:
        path: The file, which need not exist; where it is a symbolic link, what it leads to.
        content: The new content.
        mode: What rights it gets; those of the old file, or the usual ones, if left out.

    Raises:
        OSError: The file is as it was.
    """
    target = real_path(path)
    temporary = target.with_name(f".spur-rules-{os.getpid()}-{get_ident()}.tmp")
    try:
        temporary.unlink(missing_ok=True)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
        with open(os.open(temporary, flags, 0o666 if mode is None else mode), "wb") as stream:
            if mode is None:
                _keep_mode(stream.fileno(), target)
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(temporary, target)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
        raise
    _sync(target.parent)


def _keep_mode(descriptor: int, target: Path) -> None:
    """The new file gets the old one's mode, and its owner where we may."""
    with contextlib.suppress(FileNotFoundError):
        old = target.stat()
        with contextlib.suppress(PermissionError):
            os.fchown(descriptor, old.st_uid, old.st_gid)
        os.fchmod(descriptor, stat.S_IMODE(old.st_mode))


def _sync(directory: Path) -> None:
    """A rename is on the disk only when its directory is. Some file systems cannot say."""
    with contextlib.suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
