"""The façade: what other tools import. Load, read, suggest."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from . import consistency, whole_review
from .checklist import Checklist
from .consistency import Hint
from .engines.choice import AUTO
from .errors import both
from .linking import link
from .policy import STANDARD, Override, Policy, parse_policy
from .reading import read
from .rulebook import Rulebook
from .shipped import CATALOG, RULES
from .suggesting import Grader
from .suggestion import Suggestion
from .whole_review import WholeReview
from .yaml_file import parse_bytes, read_file


def load_rulebook(catalog: str | Path | None = None, rules: str | Path | None = None) -> Rulebook:
    """Load a catalog and a ruleset and link them.

    Args:
        catalog: The catalog file; the shipped one when left out.
        rules: The ruleset file; the shipped one when left out.

    Returns:
        A frozen rulebook, to be kept and shared.

    Raises:
        InputError: Every mistake in both files, with its place.

    >>> rulebook = load_rulebook()
    >>> len(rulebook.indicators)
    74
    """
    if catalog is None and rules is None:
        return _shipped_rulebook()
    return _linked(CATALOG if catalog is None else catalog, RULES if rules is None else rules)


@lru_cache(maxsize=1)
def _shipped_rulebook() -> Rulebook:
    return replace(_linked(CATALOG, RULES), is_shipped=True)


def _linked(catalog: str | Path, rules: str | Path) -> Rulebook:
    return link(*both(lambda: read_file(catalog), lambda: read_file(rules)))


def read_checklist(source: str | Path | bytes, rulebook: Rulebook, name: str = "-") -> Checklist:
    """Read a filled checklist from a YAML or JSON file.

    Args:
        source: The file's path, or its bytes.
        rulebook: What the checklist answers.
        name: How messages name the source when it is bytes.

    Returns:
        A frozen checklist.

    Raises:
        InputError: Every mistake in the file, with its place.

    >>> text = b"{schema: spur-rules/checklist/1, catalog: st-spur, answers: {A4: ej uppfyllt}}"
    >>> read_checklist(text, load_rulebook()).status("A4")
    <Status.NOT_MET: 'ej uppfyllt'>
    """
    file = parse_bytes(source, name) if isinstance(source, bytes) else read_file(source)
    return read(file, rulebook.catalog)


def read_policy(
    rulebook: Rulebook, text: str = STANDARD, overrides: Iterable[Override] = ()
) -> Policy:
    """The value of every parameter, from a profile's name and overrides.

    Args:
        rulebook: Whose parameters and profiles they are.
        text: `standard`, `sträng`, `generös`, and overrides as `B.enstaka_undantag.högst=2`.
        overrides: The same overrides, typed.

    Raises:
        InputError: SR303, SR309, SR310, SR313 or SR123, all at once.

    >>> str(read_policy(load_rulebook(), "generös").value("enstaka_undantag.högst", "E"))
    '2'
    """
    profile, written = parse_policy(text)
    return rulebook.policy(profile, (*written, *overrides))


def suggest(
    rulebook: Rulebook,
    checklist: Checklist,
    policy: Policy | str = STANDARD,
    engine: str = AUTO,
) -> Suggestion:
    """Suggest a grade, or a range, for every domain, with the shortcomings that justify it.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered.
        policy: How vague words are read: a `Policy`, or text as `read_policy` takes it.
        engine: `auto`, `native` or `durable`.

    Returns:
        The suggestion: every domain in catalog order, and what it was made from.

    Raises:
        InputError: An unknown profile, parameter or indicator.
        EngineError: An unknown or missing engine, or two engines that disagree.

    Source:
        The printed grade texts of the SPUR form, as the catalog and the ruleset quote them.

    >>> from spur_rules import Status
    >>> rulebook = load_rulebook()
    >>> every = dict.fromkeys(rulebook.indicators, Status.MET)
    >>> checklist = Checklist.of("st-spur", every | {"A4": Status.NOT_MET, "E11": Status.PARTLY})
    >>> suggestion = suggest(rulebook, checklist)
    >>> print(suggestion["A"].grade, suggestion["E"].grade, suggestion["H"].grade)
    B C A
    """
    resolved = _written_policy(rulebook, policy) if isinstance(policy, str) else policy
    return grader(rulebook, resolved, engine).suggest(checklist)


def hints(rulebook: Rulebook, checklist: Checklist) -> tuple[Hint, ...]:
    """Answers worth a second look. A hint never changes a grade.

    Args:
        rulebook: Whose catalog says which answers presuppose others, and which words to look for.
        checklist: What was answered.

    Returns:
        Pairs that do not fit together, then words that speak against a status.

    >>> text = (
    ...     b"{schema: spur-rules/checklist/1, catalog: st-spur, answers: {"
    ...     b"C1: {status: uppfyllt, comment: Spaltlampa saknas.}}}"
    ... )
    >>> rulebook = load_rulebook()
    >>> [(hint.indicators, hint.words) for hint in hints(rulebook, read_checklist(text, rulebook))]
    [(('C1',), ('saknas',))]
    """
    return consistency.hints(rulebook, checklist)


def summarise(rulebook: Rulebook, suggestion: Suggestion) -> WholeReview:
    """The whole review: counts by grade, what must be mended, and what should be.

    Args:
        rulebook: What the suggestion was made with.
        suggestion: What `suggest` returned.

    Returns:
        Counts and lists; there is no overall grade.

    Source:
        "Åtgärder krävs" and "Åtgärder rekommenderas", printed beside D and C on the scales.

    >>> rulebook = load_rulebook()
    >>> summarise(rulebook, suggest(rulebook, Checklist.of("st-spur", {}))).undecided
    ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H')
    """
    return whole_review.summarise(rulebook, suggestion)


def grader(rulebook: Rulebook, policy: Policy, engine: str = AUTO) -> Grader:
    """What grades many checklists with one rulebook, policy and engine; kept for the next call.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: How vague words are read.
        engine: `auto`, `native` or `durable`.

    Raises:
        EngineError: An unknown or missing engine.

    >>> rulebook = load_rulebook()
    >>> outline = grader(rulebook, read_policy(rulebook), "native").outline
    >>> "".join(outline(Checklist.of("st-spur", {})).worst)
    'DDDDDDDD'
    """
    return _grader(rulebook, policy, engine, os.getpid())


@lru_cache(maxsize=64)
def _grader(rulebook: Rulebook, policy: Policy, engine: str, process: int) -> Grader:
    """Made anew in a forked child, whose engines must be its own."""
    return Grader(rulebook, policy, engine)


@lru_cache(maxsize=64)
def _written_policy(rulebook: Rulebook, text: str) -> Policy:
    return read_policy(rulebook, text)
