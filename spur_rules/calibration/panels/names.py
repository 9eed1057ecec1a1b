"""What a case and a rater may be called: one line of text, the same however it is stored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from ...errors import quoted
from ...yaml_events import NOT_TEXT

#: Longer than any name is; a file's name cannot be longer either.
LONGEST = 200
_MOST_READ = 20 * LONGEST  # with blanks around, and letters not yet composed
#: What makes a spreadsheet take a cell for a formula. Refused rather than escaped: an escaped name
#: would be another one where the table is read again.
FORMULA = "=+-@"
NAME_IS = (
    f"a name is one line of text, of {LONGEST} characters at most, and begins with none of"
    f" {' '.join(FORMULA)}"
)

#: What names are of.
KINDS = ("case", "rater")

_SPACE_BETWEEN = re.compile(r"(?<!\d) +| +(?!\d)")
_LEADING_ZEROS = re.compile(r"(?<![\d.,])0+(?=\d)")
_WHOLE = re.compile(r"(\d+)[.,]0+")
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

    >>> sound_name(" A\u030asa "), sound_name("  "), sound_name("fall\n1"), sound_name("=1+1")
    ('Åsa', None, None, None)
    """
    if len(name) > _MOST_READ:  # before work is done on a megabyte
        return None
    made = unicodedata.normalize("NFC", name).strip()
    is_line = len(made.splitlines()) == 1 and "\t" not in made and len(made) <= LONGEST
    if not is_line or NOT_TEXT.search(made) or not alike(made):
        return None
    return None if unicodedata.normalize("NFKC", made)[0] in FORMULA else made


def alike(name: str) -> str:
    r"""What two names have in common that a reader takes for the same.

    Args:
        name: A name.

    Returns:
        The name without what is not seen: width, case, invisible characters, blanks (but between
        digits), zeros before a number, and `.0` after one.

    >>> alike("Anna\u00a0B"), alike("ANNA\u200bB"), alike("fall 01"), alike("1.0"), alike("1 1")
    ('annab', 'annab', 'fall1', '1', '1 1')
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())
    seen = "".join(c for c in folded if not _is_invisible(c))
    seen = _SPACE_BETWEEN.sub("", " ".join(seen.split()))
    whole = _WHOLE.fullmatch(seen)
    return _LEADING_ZEROS.sub("", whole[1] if whole else seen)


def _is_invisible(character: str) -> bool:
    """Formatting characters and variation selectors."""
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


class LookAlikes:
    """The names that came in so far, by what a reader takes for the same; of each kind."""

    def __init__(self) -> None:
        self._first: dict[tuple[str, str], str] = {}
        self._told: set[tuple[str, str]] = set()

    def message(self, kind: str, name: str) -> str | None:
        """What is wrong where another name looks alike; once for each name.

        Args:
            kind: One of `KINDS`.
            name: A sound name.
        """
        first = self._first.setdefault((kind, alike(name)), name)
        if first == name or (kind, name) in self._told:
            return None
        self._told.add((kind, name))
        return (
            f"the {kind} {quoted(name)} and the {kind} {quoted(first)}"
            " look alike; write one of them throughout, or tell them apart by more than"
            " upper case, blanks or zeros"
        )
