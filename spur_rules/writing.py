"""A file written as one step, with a clear mistake where it cannot be."""

from __future__ import annotations

from pathlib import Path

from .errors import refusal
from .replacing import replace


def write(path: Path, content: bytes, mode: int | None = None) -> None:
    """Write a file, or the new content of one, as one step.

    Args:
        path: The file.
        content: The new content.
        mode: As `replace` takes it.

    Raises:
        InputError: SR614, it cannot be written; it is as it was.
    """
    try:
        replace(path, content, mode)
    except OSError as error:
        why = f"the file cannot be written: {error.strerror or error}"
        message = f"{why}; check the disk and the rights of its directory"
        raise refusal("SR614", path, message) from None
