"""The answer key as a page in Markdown, for the one who leads the workshop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...vignettes.answer_key import CaseKey, DomainKey
from ...vignettes.making import CaseSet
from ..readings_text import policy_text
from ..wrapping import wrapped
from .answer_key_words import KeyWords

WIDTH = 96


def answer_key_text(made: CaseSet, words: KeyWords) -> str:
    """The answer key, with a table of which case is near what.

    Args:
        made: The cases.
        words: The language.
    """
    catalog, rules = words.rulebook.catalog_id, words.rulebook.rules_id
    made_from = {
        "policy": policy_text(words, made.policy),
        "seed": made.seed,
        "catalog": f"{catalog.id} {catalog.version}",
        "rules": f"{rules.id} {rules.version}",
    }
    blocks = [
        f"# {words.say('vignette.key')}",
        words.say("vignette.key.made", None, **made_from),
        wrapped(words.say("vignette.key.suggests"), WIDTH, "", 0),
        f"## {words.say('vignette.coverage')}",
        "\n".join(_table(made.cases, words)),
    ]
    for case in made.cases:
        blocks.append(f"## {case.vignette.name}")
        for key in case.domains:
            blocks += _domain(key, words)
    return "\n\n".join(blocks) + "\n"


def _table(cases: Sequence[CaseKey], words: KeyWords) -> Iterator[str]:
    """Case by domain: the grade, and the boundary where there is one."""
    letters = [domain.letter for domain in words.rulebook.domains]
    yield _row([words.say("vignette.case"), *letters])
    yield _row(["---"] * (len(letters) + 1))
    for case in cases:
        yield _row([case.vignette.name, *(_cell(key, words) for key in case.domains)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(key: DomainKey, words: KeyWords) -> str:
    grade = words.graded(key.outcome.worst, key.outcome.best)
    if key.moved is None:
        return grade
    of = key.moved.aim.boundary
    return f"**{grade}** ({of.better}–{of.worse}: {of.hinge.name})"


def _domain(key: DomainKey, words: KeyWords) -> Iterator[str]:
    title = words.domain(key.domain).domain.title
    yield f"### {key.domain}  {title}: {words.outcome(key.outcome)}"
    for text in words.explained(key):
        yield wrapped(text, WIDTH, "", 0)
