"""The façade: what other tools import. Load, read, suggest, explain, check, regrade."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from . import consistency, derivation, explaining, regrading, sanity, whole_review
from . import sweep as sweeping
from .checklist import Checklist
from .consistency import Hint
from .engines.choice import AUTO
from .errors import InputError
from .explaining import Explanation
from .explanation import Derivation, Sensitivity
from .in_force import rules_in_force
from .plan import Plan
from .policy import STANDARD, Policy
from .provenance import Place
from .regrading import Regrading
from .rulebook import Rulebook
from .sanity import Check
from .schema_files import schema
from .sensitivity import readings
from .sources import (
    load_rulebook,
    plan_of_corrections,
    read_checklist,
    read_folder,
    read_plan,
    read_policy,
)
from .suggesting import Grader
from .suggestion import Suggestion
from .sweep import Sweep
from .vocabulary import Grade
from .whole_review import WholeReview

__all__ = [
    "check",
    "derive",
    "explain",
    "grader",
    "hints",
    "load_rulebook",
    "plan_of_corrections",
    "read_checklist",
    "read_folder",
    "read_plan",
    "read_policy",
    "regrade",
    "schema",
    "sensitivity",
    "suggest",
    "summarise",
    "sweep",
]


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
    own = grader(rulebook, _resolved(rulebook, policy), engine)
    return regrading.regrade(rulebook, own, checklist, plan, as_of)


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
        The suggestion, and for every domain the smallest repairs and every single worsening.

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
        Each status, fact, condition with its values, and rule, fired or not.

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
    raise InputError([rulebook.unknown_domain(domain, Place("domain"))])


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
