"""How alike two texts are, word by word."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher

from ..errors import quoted
from ..vocabulary import fold
from ..yaml_events import DataPath
from ..yaml_file import YamlFile
from .findings import Finding

CODES = ("SR707",)

#: More pairs than this are not measured; the shipped form has 2,701.
MOST_PAIRS = 30_000

#: From this on two indicators say nearly the same. The two most alike of the shipped form (H7 and
#: H9: teaching and supervising) reach 0.91, and they are two different demands.
NEARLY_THE_SAME = 0.93
#: Two words are one word misspelt, or another form of it, from this on.
_SAME_WORD = 0.85
#: Below this no misspelt words could make two texts nearly the same; measuring them takes long.
_WORTH_A_LOOK = 0.6
_WORD = re.compile(r"\w+")
#: Where a row stands, its id and its text.
_Row = tuple[DataPath, str, str]


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
    """Indicators that say nearly what an earlier one says; the first such one is named.

    Args:
        file: A catalog.
    """
    rows = list(_rows(file))
    words = [Counter(_words(text)) for _, _, text in rows]
    sizes = [row.total() for row in words]
    left = MOST_PAIRS
    for later, earlier in _worth_comparing(words):
        for at in earlier:
            if 2 * min(sizes[at], sizes[later]) < NEARLY_THE_SAME * (sizes[at] + sizes[later]):
                continue
            if (left := left - 1) < 0:
                yield _too_many(file)
                return
            alike = _likeness(words[at], words[later])
            if alike >= NEARLY_THE_SAME:
                yield _finding(file, rows[at], rows[later], alike)
                break


def _too_many(file: YamlFile) -> Finding:
    message = f"more than {MOST_PAIRS} pairs of indicators may be alike; the rest are not compared."
    return Finding("SR736", file.place(("domains",), key=True), f"{message} Split the catalog")


def _worth_comparing(rows: list[Counter[str]]) -> Iterator[tuple[int, list[int]]]:
    """Each row with the earlier ones that share one of its rarer words.

    Two texts that are nearly the same have more than half of their words in common, so they share
    one even among the rarer half of each. A long catalog is then not compared row by row.
    """
    rarity: Counter[str] = Counter(word for row in rows for word in row)
    seen: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        ordered = sorted(row.elements(), key=lambda word: (rarity[word], word))
        rarer = dict.fromkeys(ordered[: len(ordered) // 2 + 1])
        yield at, sorted({earlier for word in rarer for earlier in seen.get(word, ())})
        for word in rarer:
            seen.setdefault(word, []).append(at)


def _finding(file: YamlFile, first: _Row, second: _Row, alike: float) -> Finding:
    line = file.place((*first[0], "text")).line
    message = f"{quoted(second[1])} says nearly what {quoted(first[1])} on line {line} says"
    message += f" ({alike:.0%} of the words); keep one, or tell them apart"
    return Finding("SR707", file.place((*second[0], "text")), message)


def _rows(file: YamlFile) -> Iterator[_Row]:
    for path, row in file.find("domains.*.indicators.*"):
        id, text = (row.get("id"), row.get("text")) if isinstance(row, Mapping) else (None, None)
        if isinstance(id, str) and isinstance(text, str):
            yield path, id, text
