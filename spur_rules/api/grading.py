"""Suggest, and grade again after the visit."""

from __future__ import annotations

import os
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from ..checklist import Checklist
from ..engines.choice import AUTO
from ..policy import STANDARD, Policy
from ..rulebook import Rulebook
from ..suggesting import Grader
from ..suggestion import Suggestion
from .reading import read_policy

# What a suggestion needs is imported above; the rest where it is asked for, so that it starts fast.
if TYPE_CHECKING:
    from ..plan import Plan
    from ..regrading.regrade import Regrading


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

    >>> from spur_rules import Checklist, Status, load_rulebook, suggest
    >>> rulebook = load_rulebook()
    >>> every = dict.fromkeys(rulebook.indicators, Status.MET)
    >>> checklist = Checklist.of("st-spur", every | {"A4": Status.NOT_MET, "E11": Status.PARTLY})
    >>> suggestion = suggest(rulebook, checklist)
    >>> print(suggestion["A"].grade, suggestion["E"].grade, suggestion["H"].grade)
    B C A
    """
    return grader(rulebook, resolved(rulebook, policy), engine).suggest(checklist)


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

    >>> from spur_rules import load_rulebook, read_checklist
    >>> rulebook = load_rulebook()
    >>> checklist = read_checklist("examples/primary-care-2025-assumed.yaml", rulebook)
    >>> changed = regrade(rulebook, checklist)["H"].changes
    >>> [(c.original.grade.value, c.cause.value, c.adjusted.grade.value) for c in changed]
    [('D', 'handlingsplan', 'C')]
    """
    from ..regrading import regrade as regrading

    own = grader(rulebook, resolved(rulebook, policy), engine)
    return regrading.regrade(rulebook, own, checklist, plan, as_of)


def grader(rulebook: Rulebook, policy: Policy, engine: str = AUTO) -> Grader:
    """What grades many checklists with one rulebook, policy and engine; kept for the next call.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: How vague words are read.
        engine: `auto`, `native` or `durable`.

    Raises:
        EngineError: An unknown or missing engine.

    >>> from spur_rules import Checklist, load_rulebook
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


def resolved(rulebook: Rulebook, policy: Policy | str) -> Policy:
    """A policy, or text as `read_policy` takes it, as a policy."""
    return _written_policy(rulebook, policy) if isinstance(policy, str) else policy


@lru_cache(maxsize=64)
def _written_policy(rulebook: Rulebook, text: str) -> Policy:
    return read_policy(rulebook, text)
