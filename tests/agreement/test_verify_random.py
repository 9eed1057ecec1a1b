"""Proofs by enumeration against brute force: every single answer of random small rulebooks.

Here the rules may be anything that links without its own proofs: such as fire when an answer gets
better, never fire, or are shadowed.
"""

from itertools import product
from typing import Any, NamedTuple

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spur_rules import Status, api
from spur_rules.in_force import DomainInForce, RuleInForce, rules_in_force
from spur_rules.linking import link
from spur_rules.proving.findings import Finding, FindingKind
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Grade, Norm
from spur_rules.yaml_file import YamlFile

from . import generated

Answers = tuple[Status, ...]
WORSE = {Status.MET: Status.PARTLY, Status.MET_OTHERWISE: Status.PARTLY}
WORSE[Status.PARTLY] = Status.NOT_MET
SETTLED = [status for status in Status if status is not Status.NOT_ASSESSED]


@st.composite
def rulebooks(draw: st.DrawFn) -> Rulebook:
    """One small domain, and rules of any direction, some with a caveat."""
    norms = draw(st.lists(st.sampled_from(Norm), min_size=1, max_size=3))
    catalog = generated._catalog([(draw(st.sampled_from(generated.SCALES)), tuple(norms))])
    domain = catalog["domains"][0]
    rules = []
    for number in range(draw(st.integers(1, 4))):
        rule = {"id": f"r{number}", "because": {"sv": "x"}, "source": "x", "domains": ("A",)}
        rule["ceiling"] = draw(st.sampled_from(list(domain["scale"])))
        rule["when"] = draw(conditions(domain))
        if draw(st.integers(0, 3)) == 0:
            rule["caveat"] = {"sv": "x"}
        rules.append(rule)
    weights = draw(st.sampled_from(({}, *({n.value: {"parameter": "p.vikt"}} for n in Norm))))
    ruleset = generated.ruleset_of(rules, draw(generated.parameters()), weights)
    return link(YamlFile("catalog", catalog), YamlFile("rules", ruleset), proven=False)


def conditions(domain: generated.Data) -> st.SearchStrategy[generated.Data]:
    """Any condition, and one indicator with any of its statuses."""
    ids = st.sampled_from([row["id"] for row in domain["indicators"]])
    words = st.lists(st.sampled_from([s.value for s in SETTLED]), min_size=1, unique=True)
    one = st.builds(lambda row, found: {"indicator": row, "is": tuple(found)}, ids, words)
    return st.one_of(
        generated.conditions(domain, True, 1), generated.conditions(domain, False, 1), one
    )


class Brute(NamedTuple):
    """What every single answer gives: the rules that fire, and the grade."""

    ids: tuple[str, ...]
    rows: dict[Answers, tuple[frozenset[str], Grade]]


def tried(domain: DomainInForce) -> Brute:
    from spur_rules import evaluation

    ids = tuple(domain.linked.indicators)
    rows = domain.linked.indicators.values()
    allowed = [
        [s for s in SETTLED if row.norm is Norm.ALLMANT_RAD or s is not Status.MET_OTHERWISE]
        for row in rows
    ]
    found = {}
    for answers in product(*allowed):
        by_id = dict(zip(ids, answers, strict=True))
        fired = frozenset(evaluation.fired(domain, by_id))
        found[answers] = fired, evaluation.grade(domain, by_id)
    return Brute(ids, found)


def order(answers: Answers) -> tuple[Any, ...]:
    """The fewest not plainly met; the first in catalog order; the better status."""
    at = [(place, status.code) for place, status in enumerate(answers) if status.code]
    return len(at), [place for place, _ in at], [code for _, code in at]


def steps(brute: Brute, moves: dict[Status, Status]) -> list[tuple[Answers, Answers, int]]:
    found = []
    for answers in brute.rows:
        for at, status in enumerate(answers):
            if status in moves:
                after = (*answers[:at], moves[status], *answers[at + 1 :])
                if after in brute.rows:
                    found.append((answers, after, at))
    return found


def smallest(pairs: list[tuple[Answers, Answers, int]]) -> tuple[Answers, Answers]:
    first = min(pairs, key=lambda pair: (*order(pair[0]), pair[2], pair[1][pair[2]].code))
    return first[:2]


Wanted = dict[tuple[Any, ...], Any]


def expected(domain: DomainInForce, brute: Brute) -> Wanted:
    """Every kind of finding by brute force, and its examples where they are the smallest."""
    found = of_steps(domain, brute)
    for rule in domain.rules:
        found |= of_a_rule(rule, domain, brute)
    for grade in domain.linked.domain.grades:
        warning = {r.id for r in domain.rules if r.ceiling is grade} & domain.rules_with_caveat
        if not any(g is grade and not fired & warning for fired, g in brute.rows.values()):
            found[FindingKind.NEVER_REACHED, grade] = None
    return found


def of_steps(domain: DomainInForce, brute: Brute) -> Wanted:
    rows = brute.rows
    met, otherwise = Status.MET, Status.MET_OTHERWISE
    not_met, aside = Status.NOT_MET, Status.NOT_APPLICABLE
    moves = {
        FindingKind.NOT_MONOTONE: steps(brute, WORSE),
        FindingKind.OTHER_WAY_DIFFERS: steps(brute, {met: otherwise, otherwise: met}),
        FindingKind.NOT_BETWEEN: steps(brute, {met: aside}) + steps(brute, {aside: not_met}),
    }
    found: Wanted = {}
    for kind, pairs in moves.items():
        better = [pair for pair in pairs if rows[pair[1]][1] < rows[pair[0]][1]]
        if better:
            found[kind, None] = smallest(better)
    for rule in domain.rules if (FindingKind.NOT_MONOTONE, None) not in found else ():
        silent = [
            (before, after, at)
            for before, after, at in moves[FindingKind.NOT_MONOTONE]
            if rule.id in rows[before][0] - rows[after][0]
        ]
        if silent:
            found[FindingKind.FALLS_SILENT, rule.id] = smallest(silent)
    return found


def of_a_rule(rule: RuleInForce, domain: DomainInForce, brute: Brute) -> Wanted:
    fires = [answers for answers, (fired, _) in brute.rows.items() if rule.id in fired]
    if not fires:
        return {(FindingKind.NEVER_FIRES, rule.id): None}
    others = [other for other in domain.rules if other is not rule]
    for answers in fires:
        fired, grade = brute.rows[answers]
        without = max((o.ceiling for o in others if o.id in fired), default=domain.best_grade)
        warns = rule.id in domain.rules_with_caveat and grade is rule.ceiling
        if without < grade or warns:
            return {}
    return {(FindingKind.NEVER_DECIDES, rule.id): (min(fires, key=order),)}


def told(finding: Finding, wanted: Any) -> Any:
    if wanted is None:
        return None
    return tuple(tuple(status for _, status in example.answers) for example in finding.examples)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rulebooks())
def test_verdicts_and_smallest_examples_are_those_of_brute_force(rulebook: Rulebook) -> None:
    proof = api.verify(rulebook)
    (domain,) = rules_in_force(rulebook, rulebook.policy()).domains
    brute = tried(domain)
    wanted = expected(domain, brute)
    found = {(row.kind, row.rule or row.grade): row for row in proof.findings}
    assert found.keys() == wanted.keys()
    assert {key: told(row, wanted[key]) for key, row in found.items()} == wanted
    (tried_here,) = proof.domains
    assert tried_here.answers == len(brute.rows)
    for row in proof.findings:
        for example in row.examples:
            answers = tuple(status for _, status in example.answers)
            assert (frozenset(example.rules), example.grade) == brute.rows[answers]
