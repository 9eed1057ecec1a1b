"""The façade: what other tools import. Load, read, suggest."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from . import consistency, derivation, explaining, sanity, whole_review
from . import sweep as sweeping
from .checklist import Checklist
from .consistency import Hint
from .engines.choice import AUTO
from .errors import InputError, Problem, both, quoted
from .explaining import Explanation
from .explanation import Derivation, Sensitivity
from .in_force import rules_in_force
from .linking import link
from .policy import STANDARD, Override, Policy, parse_policy
from .provenance import Place
from .reading import read
from .rulebook import Rulebook
from .sanity import Check
from .sensitivity import readings
from .shipped import CATALOG, RULES
from .suggesting import Grader
from .suggestion import Suggestion
from .sweep import Sweep
from .vocabulary import Grade
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
    return grader(rulebook, _resolved(rulebook, policy), engine).suggest(checklist)


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


def _resolved(rulebook: Rulebook, policy: Policy | str) -> Policy:
    return _written_policy(rulebook, policy) if isinstance(policy, str) else policy


@lru_cache(maxsize=64)
def _written_policy(rulebook: Rulebook, text: str) -> Policy:
    return read_policy(rulebook, text)


def explain(
    rulebook: Rulebook,
    checklist: Checklist,
    policy: Policy | str = STANDARD,
    engine: str = AUTO,
) -> Explanation:
    """Suggest, and tell for every domain what would raise the grade and what would lower it.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered.
        policy: How vague words are read: a `Policy`, or text as `read_policy` takes it.
        engine: `auto`, `native` or `durable`.

    Returns:
        The suggestion, and for every domain the smallest repairs that reach each better grade, and
        every single answer that would lower it.

    Raises:
        InputError: An unknown profile, parameter or indicator.
        EngineError: An unknown or missing engine, or two engines that disagree.

    >>> rulebook = load_rulebook()
    >>> checklist = read_checklist("examples/primary-care-2025-assumed.yaml", rulebook)
    >>> explained = explain(rulebook, checklist)["E"]
    >>> [(r.grade.value, r.steps[0].ways[0][0].of) for r in explained.repairs]
    [('B', ('E11',)), ('A', ('E11',))]
    """
    suggestion = suggest(rulebook, checklist, policy, engine)
    return explaining.explain(rulebook, checklist, suggestion)


def derive(
    rulebook: Rulebook, checklist: Checklist, domain: str, policy: Policy | str = STANDARD
) -> Derivation:
    """The full derivation of one domain's grade, by the definition of right itself.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered.
        domain: The domain's letter.
        policy: How vague words are read: a `Policy`, or text as `read_policy` takes it.

    Returns:
        Each status, each fact, each condition with its values, each rule fired or not.

    Raises:
        InputError: An unknown profile or parameter; SR310, an unknown domain.

    >>> from spur_rules import Status
    >>> rulebook = load_rulebook()
    >>> derived = derive(rulebook, Checklist.of("st-spur", {"A4": Status.NOT_MET}), "A")
    >>> [(rule.rule, rule.worst, rule.best) for rule in derived.rules]
    [('föreskrift-brist', True, False), ('fler-än-enstaka', True, True)]
    """
    in_force = rules_in_force(rulebook, _resolved(rulebook, policy))
    for found in in_force.domains:
        if found.linked.letter == domain:
            return derivation.derive(found, checklist)
    known = ", ".join(found.linked.letter for found in in_force.domains)
    message = f"unknown domain {quoted(domain)}; use one of {known}"
    raise InputError([Problem("SR310", Place("domain"), message)])


def sensitivity(
    rulebook: Rulebook, checklist: Checklist, policy: Policy | str = STANDARD
) -> tuple[Sensitivity, ...]:
    """How far each grade hangs on the reading: what every profile and every parameter would do.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered.
        policy: The reading to start from.

    Returns:
        For every domain the profiles, and the values of single parameters, that move its grade.

    Raises:
        InputError: An unknown profile, parameter or indicator.

    >>> from spur_rules import Status
    >>> rulebook = load_rulebook()
    >>> every = dict.fromkeys(rulebook.indicators, Status.MET)
    >>> checklist = Checklist.of("st-spur", every | {"B9": Status.NOT_MET})
    >>> [(row.profile, row.worst.value) for row in sensitivity(rulebook, checklist)[1].profiles]
    [('sträng', 'B')]
    """
    return readings(rulebook, _resolved(rulebook, policy)).sensitivity(checklist)


def sweep(
    rulebook: Rulebook, checklists: Iterable[Checklist], policy: Policy | str = STANDARD
) -> Sweep:
    """How many grades of many reviews move under every reading one step from a policy.

    Args:
        rulebook: The linked catalog and ruleset.
        checklists: What was answered, review by review.
        policy: The reading to start from.

    Returns:
        A row for every profile, and for every parameter's values that give the same.

    Raises:
        InputError: An unknown profile, parameter or indicator.

    >>> from spur_rules import Status
    >>> rulebook = load_rulebook()
    >>> every = dict.fromkeys(rulebook.indicators, Status.MET)
    >>> made = sweep(rulebook, [Checklist.of("st-spur", every | {"B9": Status.NOT_MET})])
    >>> [(row.profile, row.raised, row.lowered) for row in made.rows if row.profile]
    [('standard', 0, 0), ('sträng', 0, 1), ('generös', 0, 0)]
    """
    return sweeping.sweep(rulebook, checklists, _resolved(rulebook, policy))


def check(
    rulebook: Rulebook,
    checklist: Checklist,
    given: Mapping[str, Grade] | None = None,
    policy: Policy | str = STANDARD,
    engine: str = AUTO,
) -> Check:
    """Hold the grades that inspectors have in mind against the suggested ones.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered, with the grades given in it.
        given: Further given grades by domain; they take the place of the checklist's.
        policy: How vague words are read: a `Policy`, or text as `read_policy` takes it.
        engine: `auto`, `native` or `durable`.

    Returns:
        For every given grade a verdict, what carries the difference, and what would have to be
        ticked differently for it to follow.

    Raises:
        InputError: An unknown profile, parameter, indicator or domain.
        EngineError: An unknown or missing engine, or two engines that disagree.

    >>> rulebook = load_rulebook()
    >>> checklist = read_checklist("examples/primary-care-2025-assumed.yaml", rulebook)
    >>> check(rulebook, checklist, {"E": Grade.B})["E"].verdict
    <Verdict.MILDER: 'mildare'>
    """
    suggestion = suggest(rulebook, checklist, policy, engine)
    return sanity.check(rulebook, checklist, suggestion, given)
