"""A paragraph in lines of a terminal's width."""

from __future__ import annotations

import textwrap


def wrapped(text: str, width: int, start: str, indent: int) -> str:
    r"""A text in lines of a width, its spaces and line breaks drawn together.

    Args:
        text: What is to be shown.
        width: Columns to stay within.
        start: What the first line begins with.
        indent: How many spaces the other lines begin with.

    >>> wrapped("one two\nthree", 9, "- ", 2)
    '- one two\n  three'
    """
    return textwrap.fill(
        " ".join(text.split()),
        width,
        initial_indent=start,
        subsequent_indent=" " * indent,
        break_on_hyphens=False,
    )
