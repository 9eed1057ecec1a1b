"""What a case and a rater may be called: one line of text, the same however it is stored."""

from __future__ import annotations

import unicodedata

from ...yaml_events import NOT_TEXT


def sound_name(name: str) -> str | None:
    r"""A name as it is kept: its letters composed, no blanks around; None where it is none.

    Args:
        name: As it is written in a table or a path.

    >>> sound_name(" A\u030asa "), sound_name("  "), sound_name("fall\n1")
    ('Åsa', None, None)
    """
    made = unicodedata.normalize("NFC", name).strip()
    is_line = len(made.splitlines()) == 1 and "\t" not in made
    return made if is_line and not NOT_TEXT.search(made) else None
