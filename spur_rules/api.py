"""The façade: what other tools import. Load, read, suggest."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from .checklist import Checklist
from .engines.choice import AUTO
from .errors import both
from .linking import link
from .plan import SCHEMA as PLAN_SCHEMA
from .plan import Plan
from .policy import STANDARD, Override, Policy, parse_policy
from .reading import read
from .reading import read_plan as read_plan_file
from .regrading import Regrading
from .regrading import regrade as regrade_review
from .rulebook import Rulebook
from .shipped import CATALOG, RULES
from .suggesting import Grader
from .suggestion import Suggestion
from .yaml_file import YamlFile, parse_bytes, read_file


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


def read_plan(source: str | Path | bytes, rulebook: Rulebook, name: str = "-") -> Plan:
    """Read an action plan, corrections, or both from a YAML or JSON file.

    Args:
        source: The file's path, or its bytes.
        rulebook: What the plan is about.
        name: How messages name the source when it is bytes.

    Returns:
        A frozen plan.

    Raises:
        InputError: Every mistake in the file, with its place.

    >>> text = b"{schema: spur-rules/plan/1, catalog: st-spur, entries: [{indicator: H7}]}"
    >>> read_plan(text, load_rulebook()).entries[0].missing[:2]
    ('action', 'due')
    """
    file = parse_bytes(source, name) if isinstance(source, bytes) else read_file(source)
    return read_plan_file(file, rulebook.catalog)


def plan_of_corrections(
    rulebook: Rulebook, corrections: Iterable[Mapping[str, str]], name: str = "-"
) -> Plan:
    """A plan that holds only corrections, checked as a file is.

    Args:
        rulebook: What the plan is about.
        corrections: Rows with `indicator`, `status` and `reason`.
        name: How messages name where they come from.

    Raises:
        InputError: Every mistake in them.

    >>> row = {"indicator": "H7", "status": "uppfyllt", "reason": "Intyg visat efter besöket."}
    >>> plan_of_corrections(load_rulebook(), [row]).corrections[0].status
    <Status.MET: 'uppfyllt'>
    """
    rows = tuple(dict(row) for row in corrections)
    about = {"schema": PLAN_SCHEMA, "catalog": rulebook.catalog.id}
    return read_plan_file(YamlFile(name, about | {"corrections": rows}), rulebook.catalog)


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


def regrade(
    rulebook: Rulebook,
    checklist: Checklist,
    plan: Plan | None = None,
    as_of: date | None = None,
    policy: Policy | str = STANDARD,
    engine: str = AUTO,
) -> Regrading:
    """Grade a review again after the visit: by corrections, and by the action plan.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered, with the plan and the corrections that it has itself.
        plan: Its entries take the place of the checklist's plan; its corrections are added.
        as_of: The day that dates are compared with; without it none is compared with today.
        policy: How vague words are read: a `Policy`, or text as `read_policy` takes it.
        engine: `auto`, `native` or `durable`.

    Returns:
        The original suggestion, every change since with its cause, and what was found in the plan.

    Raises:
        InputError: An unknown profile, parameter or indicator.
        EngineError: An unknown or missing engine, or two engines that disagree.

    Source:
        A report of 2025: "Handlingsplan inkommen. Gradering justerad till C."

    >>> rulebook = load_rulebook()
    >>> checklist = read_checklist("examples/primary-care-2025-assumed.yaml", rulebook)
    >>> changed = regrade(rulebook, checklist)["H"].changes
    >>> [(c.original.grade.value, c.cause.value, c.adjusted.grade.value) for c in changed]
    [('D', 'handlingsplan', 'C')]
    """
    resolved = _written_policy(rulebook, policy) if isinstance(policy, str) else policy
    own = grader(rulebook, resolved, engine)
    return regrade_review(rulebook, own, checklist, plan, as_of)


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
