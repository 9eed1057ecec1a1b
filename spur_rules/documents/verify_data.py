"""A proof as plain data: the JSON of `spur-rules verify`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..errors import Problem
from ..policy import Policy
from ..proving.findings import DomainProof, Example, Finding, Reached, RuleProof, Verification
from .data import content_data, overlays_data, policy_data
from .phrasing import Phrasing
from .verify_cases import cases_data, what

SCHEMA = "spur-rules/verify/1"


def verify_data(
    proof: Verification, words: Phrasing, refused: Sequence[Problem] = ()
) -> dict[str, Any]:
    """The proof as mappings, lists and texts, in a fixed order.

    Args:
        proof: What `verify` returned.
        words: The language of what each case is about.
        refused: Why the rulebook is not loaded for grading.
    """
    return {
        "schema": SCHEMA,
        "proven": not proof.violations and not refused,
        "catalog": content_data(proof.catalog),
        **overlays_data(words.rulebook.catalog.overlaid),
        "rules": content_data(proof.rules),
        "policies": [policy_data(policy) for policy in proof.policies],
        "engine": proof.engine,
        "combinations": proof.combinations,
        "steps": proof.steps,
        "domains": [_domain(domain) for domain in proof.domains],
        "violations": [_finding(row, proof, words) for row in proof.violations],
        "remarks": [_finding(row, proof, words) for row in proof.remarks],
        "cases": cases_data(words, proof),
        "refused": [str(problem) for problem in refused],
    }


def _domain(domain: DomainProof) -> dict[str, Any]:
    return {
        "domain": domain.domain,
        "combinations": domain.combinations,
        "answers": domain.answers,
        "steps": domain.steps,
        "alike": [
            {
                "norm": row.norm.value,
                "indicators": row.indicators,
                "named": row.named,
                "combinations": row.combinations,
            }
            for row in domain.alike
        ],
        "grades": [[_reached(row) for row in rows] for rows in domain.grades],
        "rules": [_rule(rule) for rule in domain.rules],
    }


def _reached(row: Reached) -> dict[str, Any]:
    return {"grade": row.grade.value, "combinations": row.combinations, "fitting": row.fitting}


def _rule(rule: RuleProof) -> dict[str, Any]:
    return {
        "rule": rule.rule,
        "fires": list(rule.fires),
        "decides": list(rule.decides),
        "with_caveat": None if rule.with_caveat is None else list(rule.with_caveat),
    }


def _finding(finding: Finding, proof: Verification, words: Phrasing) -> dict[str, Any]:
    return {
        "kind": finding.kind.value,
        "domain": finding.domain,
        "rule": finding.rule,
        "grade": finding.grade.value if finding.grade else None,
        "text": what(words, finding, proof.engine),
        "policies": [proof.policies.index(policy) for policy in finding.policies],
        "hits": finding.hits,
        "examples": [_example(example, proof.policies) for example in finding.examples],
    }


def _example(example: Example, policies: Sequence[Policy]) -> dict[str, Any]:
    return {
        "policy": policies.index(example.policy),
        "grade": example.grade.value,
        "rules": list(example.rules),
        "caveats": list(example.caveats),
        "answers": {id: status.value for id, status in example.answers},
    }
