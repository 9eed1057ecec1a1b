"""Explain, check and summarise: what a person asks of a suggestion."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from ..checklist import Checklist
from ..engines.choice import AUTO
from ..policy import STANDARD, Policy
from ..rulebook import Rulebook
from ..suggestion import Suggestion
from .grading import resolved, suggest
from .reading import Review

# Imported where it is asked for: a suggestion alone starts fast.
if TYPE_CHECKING:
    from ..checking.agreement import Agreement
    from ..checking.consistency import Hint
    from ..checking.sanity import Check
    from ..explaining.explain import Explanation
    from ..explaining.sweeping import Sweep
    from ..explanation import Derivation, Sensitivity
    from ..vocabulary import Grade
    from ..whole_review import WholeReview


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

    >>> from spur_rules import load_rulebook, read_checklist
    >>> rulebook = load_rulebook()
    >>> checklist = read_checklist("examples/primary-care-2025-assumed.yaml", rulebook)
    >>> explained = explain(rulebook, checklist)["E"]
    >>> [(r.grade.value, r.steps[0].ways[0][0].of) for r in explained.repairs]
    [('B', ('E11',)), ('A', ('E11',))]
    """
    from ..explaining import explain as explaining

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

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> rulebook = load_rulebook()
    >>> derived = derive(rulebook, Checklist.of("st-spur", {"A4": Status.NOT_MET}), "A")
    >>> [(rule.rule, rule.worst, rule.best) for rule in derived.rules]
    [('föreskrift-brist', True, False), ('fler-än-enstaka', True, True)]
    """
    from ..errors import InputError
    from ..explaining import derivation
    from ..facts import encode
    from ..in_force import rules_in_force
    from ..provenance import Place

    codes = encode(rulebook, checklist)
    in_force = rules_in_force(rulebook, resolved(rulebook, policy))
    for found in in_force.domains:
        if found.linked.letter == domain:
            return derivation.derive(found, codes)
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

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> rulebook = load_rulebook()
    >>> every = dict.fromkeys(rulebook.indicators, Status.MET)
    >>> checklist = Checklist.of("st-spur", every | {"B9": Status.NOT_MET})
    >>> [(row.profile, row.worst.value) for row in sensitivity(rulebook, checklist)[1].profiles]
    [('sträng', 'B')]
    """
    from ..explaining.sensitivity import readings

    return readings(rulebook, resolved(rulebook, policy)).sensitivity(checklist)


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

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> rulebook = load_rulebook()
    >>> every = dict.fromkeys(rulebook.indicators, Status.MET)
    >>> made = sweep(rulebook, [Checklist.of("st-spur", every | {"B9": Status.NOT_MET})])
    >>> [(row.profile, row.raised, row.lowered) for row in made.rows if row.profile]
    [('standard', 0, 0), ('sträng', 0, 1), ('generös', 0, 0)]
    """
    from ..explaining import sweeping

    return sweeping.sweep(rulebook, checklists, resolved(rulebook, policy))


def sweep_reviews(reviews: Iterable[Review], policy: Policy | str = STANDARD) -> Sweep:
    """How many grades of many reviews each reading moves, each review with its own rulebook.

    Args:
        reviews: What `read_reviews` returned; at least one.
        policy: The reading to start from.

    Returns:
        What `sweep` returns, counted over all of them.

    Raises:
        InputError: An unknown profile, parameter or indicator; SR233, catalogs that differ in their
            domains.

    >>> from spur_rules.api import read_reviews
    >>> made = sweep_reviews(read_reviews("examples").values())
    >>> made.reviews, [row.profile for row in made.rows if row.profile]
    (2, ['standard', 'sträng', 'generös'])
    """
    from ..errors import InputError, Problem
    from ..explaining import sweeping
    from ..provenance import Place

    by_rulebook: dict[Rulebook, list[Checklist]] = {}
    for review in reviews:
        by_rulebook.setdefault(review.rulebook, []).append(review.checklist)
    letters = {tuple(d.letter for d in rulebook.domains) for rulebook in by_rulebook}
    if len(letters) > 1:
        message = "the reviews answer catalogs with other domains; sweep each catalog's by itself"
        raise InputError([Problem("SR233", Place("reviews"), message)])
    return sweeping.together([sweep(*group, policy) for group in by_rulebook.items()])


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
        ticked differently for it to follow; all of it about the answers after corrections.

    Raises:
        InputError: An unknown profile, parameter, indicator or domain.
        EngineError: An unknown or missing engine, or two engines that disagree.

    >>> from spur_rules import Grade, load_rulebook, read_checklist
    >>> rulebook = load_rulebook()
    >>> checklist = read_checklist("examples/primary-care-2025-assumed.yaml", rulebook)
    >>> check(rulebook, checklist, {"E": Grade.B})["E"].verdict
    <Verdict.MILDER: 'mildare'>
    """
    from dataclasses import replace

    from ..checking import sanity
    from ..regrading.changes import answers_in_force

    answered = answers_in_force(checklist) if checklist.corrections else checklist
    suggestion = suggest(rulebook, answered, policy, engine)
    made = sanity.check(rulebook, answered, suggestion, given)
    return replace(made, is_corrected=answered is not checklist)


def agreement(checks: Iterable[Check]) -> Agreement:
    """Count the verdicts of many checks, by domain, direction and reading.

    Args:
        checks: What `check` returned for each review.

    Returns:
        A row for every kind of verdict that there is in a domain.

    >>> from spur_rules import Grade, load_rulebook, read_checklist
    >>> rulebook = load_rulebook()
    >>> checklist = read_checklist("examples/primary-care-2025-assumed.yaml", rulebook)
    >>> made = check(rulebook, checklist, {"E": Grade.B})
    >>> [(row.domain, row.verdict.value, row.number) for row in agreement([made, made]).rows]
    [('E', 'mildare', 2)]
    """
    from ..checking import agreement as counting

    return counting.agreement(checks)


def hints(rulebook: Rulebook, checklist: Checklist) -> tuple[Hint, ...]:
    """Answers worth a second look. A hint never changes a grade.

    Args:
        rulebook: Whose catalog says which answers presuppose others, and which words to look for.
        checklist: What was answered.

    Returns:
        Pairs that do not fit together, then words that speak against a status.

    >>> from spur_rules import load_rulebook, read_checklist
    >>> text = (
    ...     b"{schema: spur-rules/checklist/1, catalog: st-spur, answers: {"
    ...     b"C1: {status: uppfyllt, comment: Spaltlampa saknas.}}}"
    ... )
    >>> rulebook = load_rulebook()
    >>> [(hint.indicators, hint.words) for hint in hints(rulebook, read_checklist(text, rulebook))]
    [(('C1',), ('saknas',))]
    """
    from ..checking import consistency
    from ..facts import encode

    encode(rulebook, checklist)  # tells what does not belong to the rulebook
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

    >>> from spur_rules import Checklist, load_rulebook, suggest
    >>> rulebook = load_rulebook()
    >>> summarise(rulebook, suggest(rulebook, Checklist.of("st-spur", {}))).undecided
    ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H')
    """
    from .. import whole_review

    return whole_review.summarise(rulebook, suggestion)
