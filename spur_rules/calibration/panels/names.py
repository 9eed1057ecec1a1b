"""What a case and a rater may be called: one line of text, the same however it is stored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ...yaml_events import NOT_TEXT

#: `R01`, `7` or `bedömare 3`: at most two letters, or the word itself, and a number. A name of a
#: person is never so; initials are names.
_PSEUDONYM = re.compile(r"(?:[^\W\d_]{0,2}|bedömare|rater)[ _-]?\d+", re.IGNORECASE)


def are_pseudonyms(raters: Iterable[str]) -> bool:
    """Whether nobody can be told by what the raters are called.

    Args:
        raters: Their names.

    >>> are_pseudonyms(["R01", "bedömare 2"]), are_pseudonyms(["R01", "AB"])
    (True, False)
    """
    return all(_PSEUDONYM.fullmatch(rater) for rater in raters)


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
