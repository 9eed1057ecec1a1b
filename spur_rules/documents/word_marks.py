"""Two texts in one: what is gone and what is new is marked, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

#: Texts that have less in common are shown one after the other.
LEAST_COMMON = 0.4


def marked(old: str, new: str) -> str | None:
    """One text with both: `[-gone-]` and `{+new+}`; None where they have too little in common.

    Args:
        old: What it was.
        new: What it is.

    >>> marked("Tjänstgöringen är tillräckligt allsidig.", "Tjänstgöringen är allsidig nog.")
    'Tjänstgöringen är [-tillräckligt allsidig.-] {+allsidig nog.+}'
    >>> marked("a b c", "x y z")
    """
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if matcher.ratio() < LEAST_COMMON:
        return None
    return " ".join(_parts(matcher, before, after))


def _parts(matcher: SequenceMatcher[str], before: list[str], after: list[str]) -> Iterator[str]:
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            yield " ".join(before[a:b])
            continue
        if a < b:
            yield f"[-{' '.join(before[a:b])}-]"
        if c < d:
            yield f"{{+{' '.join(after[c:d])}+}}"


def differs_in_spacing_only(old: str, new: str) -> bool:
    """Whether two texts have the same words."""
    return old.split() == new.split()
