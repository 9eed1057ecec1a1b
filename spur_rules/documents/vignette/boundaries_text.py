"""The boundaries that a case can be near, and what was made, as text on a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from ...texts import status_word
from ...vignettes.boundary import Boundary, HingeKind
from ...vignettes.making import CaseSet
from ..readings_text import policy_text
from ..wrapping import wrapped
from .answer_key_words import KeyWords

WIDTH = 80


def boundaries_text(boundaries: Sequence[Boundary], words: KeyWords) -> str:
    """Domain by domain: the two grades, and what the boundary hangs on.

    Args:
        boundaries: The boundaries, in catalog order.
        words: The language.
    """
    blocks = [words.say("vignette.boundaries", policy=policy_text(words, words.policy))]
    for letter, rows in groupby(boundaries, key=lambda row: row.domain):
        blocks.append("\n".join(_domain(letter, list(rows), words)))
    end = [words.say("vignette.fewest", None, boundaries=len(boundaries), cases=fewest(boundaries))]
    if any(row.is_gap for row in boundaries):
        end.insert(0, words.say("vignette.gap-note"))
    blocks.append("\n".join(wrapped(text, WIDTH, "", 0) for text in end))
    return "\n\n".join(blocks) + "\n"


def fewest(boundaries: Sequence[Boundary]) -> int:
    """The fewest cases that cover them: the largest number in any one domain."""
    return max(Counter(row.domain for row in boundaries).values())


def _domain(letter: str, rows: Sequence[Boundary], words: KeyWords) -> Iterator[str]:
    domain = words.domain(letter).domain
    head = {"letter": letter, "title": domain.title, "grades": " ".join(domain.grades)}
    yield wrapped(words.say("vignette.on-scale", None, **head), WIDTH, "", 3)
    kinds = groupby(rows, key=lambda row: (row.better, row.worse, row.is_gap, row.hinge.kind))
    for (better, worse, is_gap, kind), group in kinds:
        word = words.say(f"vignette.{kind}")
        word = words.say("vignette.gap", kind=word) if is_gap else word
        names = [_name(row, words) for row in group]
        yield wrapped(", ".join(names), WIDTH, f"   {better}–{worse}  {word:<17} ", 26)


def _name(row: Boundary, words: KeyWords) -> str:
    name = row.hinge.name
    return status_word(words.language, name) if row.hinge.kind is HingeKind.STATUS else name


def made_text(made: CaseSet, words: KeyWords, folder: str, key: str) -> str:
    """What was written, and what to do with it.

    Args:
        made: The cases.
        words: The language.
        folder: What is handed out.
        key: Where the answer key is.
    """
    texts = [words.say("vignette.made", len(made.cases), folder=folder, answers=key)]
    if made.covers:
        counted = Counter(row.domain for row in made.boundaries)
        number = max(counted.values())
        letters = words.listing([at for at, of in counted.items() if of == number])
        said = {"boundaries": len(made.boundaries), "letters": letters, "number": number}
        texts.append(words.say("vignette.covers", None, **said))
    texts.append(words.say("vignette.hand-out", folder=folder, answers=key))
    texts.append(words.say("vignette.seed", seed=made.seed))
    return "\n".join(wrapped(text, WIDTH, "", 0) for text in texts) + "\n"
