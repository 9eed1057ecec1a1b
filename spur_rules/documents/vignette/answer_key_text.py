"""The answer key as a page in Markdown, for the one who leads the workshop."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...vignettes.answer_key import CaseKey, DomainKey
from ...vignettes.making import CaseSet
from ...vocabulary import Status
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
        wrapped(words.say("vignette.key.more"), WIDTH, "", 0),
        f"## {words.say('vignette.coverage')}",
        "\n".join(_table(made.cases, words)),
    ]
    for case in made.cases:
        blocks.append(f"## {case.vignette.name}")
        for key in case.domains:
            blocks += _domain(case, key, words)
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


def _domain(case: CaseKey, key: DomainKey, words: KeyWords) -> Iterator[str]:
    """What it is for in plain words, the rows that matter with their sentences, details last."""
    rows = list(_told(case, key, words))
    title = words.domain(key.domain).domain.title
    head = f"{key.domain}  {title}: {words.outcome(key.outcome)}"
    if key.moved is None:
        ticks = words.listing([f"{id} {words.status(status)}" for id, status in rows], "and")
        said = words.say("vignette.random", rows=ticks) if rows else words.say("vignette.all-met")
        yield wrapped(f"**{head}.** {said}", WIDTH, "", 0)
        return
    yield f"### {head}"
    yield wrapped(words.tests(key.moved), WIDTH, "", 0)
    yield "\n".join(_rows(case, rows, words))
    yield wrapped(words.details(key), WIDTH, "", 0)


def _told(case: CaseKey, key: DomainKey, words: KeyWords) -> Iterator[tuple[str, Status]]:
    """The rows of a domain that are not plainly met, and the one that moves its grade."""
    pivot = key.moved.aim.indicator if key.moved else None
    for id in words.domain(key.domain).indicators:
        status = case.vignette.checklist.status(id)
        if status is not Status.MET or id == pivot:
            yield id, status


def _rows(case: CaseKey, rows: Sequence[tuple[str, Status]], words: KeyWords) -> Iterator[str]:
    yield _row([words.say(f"vignette.column.{name}") for name in ("row", "tick", "sentence")])
    yield _row(["---"] * 3)
    for id, status in rows:
        yield _row([id, words.status(status), case.vignette.sentences[id]])
