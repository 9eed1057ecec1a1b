"""How alike two texts are, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from ..errors import quoted
from ..vocabulary import fold
from ..yaml_file import YamlFile
from .findings import Finding

CODES = ("SR707",)

#: From this on two indicators say nearly the same. The two most alike of the shipped form (H7 and
#: H9: teaching and supervising) reach 0.91, and they are two different demands.
NEARLY_THE_SAME = 0.93
#: Two words are one word misspelt, or another form of it, from this on.
_SAME_WORD = 0.85
#: Below this no misspelt words could make two texts nearly the same; measuring them takes long.
_WORTH_A_LOOK = 0.6
_WORD = re.compile(r"\w+")


def likeness(first: str, second: str) -> float:
    """The part of their words that two texts have in common, in any order and however written.

    Args:
        first: A text.
        second: Another one.

    >>> likeness("Det finns skriftliga riktlinjer.", "Skriftliga riktlinjer finns det!")
    1.0
    >>> round(likeness("Planerade interna aktiviteter.", "Planerade externa aktiviteter."), 2)
    0.67
    """
    return _likeness(Counter(_words(first)), Counter(_words(second)))


def _words(text: str) -> list[str]:
    return _WORD.findall(fold(text))


def _likeness(first: Counter[str], second: Counter[str]) -> float:
    common = first & second
    size = first.total() + second.total()
    if not size:
        return 1.0
    share = 2 * common.total() / size
    if share == 1 or share < _WORTH_A_LOOK:
        return share
    left, right = sorted((first - common).elements()), sorted((second - common).elements())
    matched = 0
    for word in left:
        other = next((w for w in right if _is_same_word(word, w)), None)
        if other is not None:
            right.remove(other)
            matched += 1
    return 2 * (common.total() + matched) / size


def _is_same_word(first: str, second: str) -> bool:
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return matcher.real_quick_ratio() >= _SAME_WORD and matcher.ratio() >= _SAME_WORD


def found(file: YamlFile) -> Iterator[Finding]:
    """Pairs of indicators whose texts are nearly the same.

    Args:
        file: A catalog.
    """
    rows = list(_rows(file))
    words = {path: Counter(_words(text)) for path, _, text in rows}
    for (first, first_id, _), (second, second_id, _) in combinations(rows, 2):
        alike = _likeness(words[first], words[second])
        if alike >= NEARLY_THE_SAME:
            line = file.place((*first, "text")).line
            message = f"{quoted(second_id)} says nearly what {quoted(first_id)} on line {line} says"
            message += f" ({alike:.0%} of the words); keep one, or tell them apart"
            yield Finding("SR707", file.place((*second, "text")), message)


def _rows(file: YamlFile) -> Iterator[tuple[tuple[str | int, ...], str, str]]:
    for path, row in file.find("domains.*.indicators.*"):
        id, text = (row.get("id"), row.get("text")) if isinstance(row, Mapping) else (None, None)
        if isinstance(id, str) and isinstance(text, str):
            yield path, id, text
