"""The answer key as plain data: what a program that compares raters with it reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...policy import Policy
from ...rulebook import Rulebook
from ...texts import LANGUAGES
from ...version import __version__
from ...vignettes.answer_key import CaseKey, DomainKey, Moved, Outcome
from ...vignettes.boundary import Boundary
from ...vignettes.making import CaseSet
from ..data import content_data, number, overlays_data, policy_data
from ..explanation_data import sensitivity_data
from .answer_key_words import KeyWords

SCHEMA = "spur-rules/answer-key/1"


def answer_key_data(
    rulebook: Rulebook, policy: Policy, boundaries: Sequence[Boundary], made: CaseSet | None
) -> dict[str, Any]:
    """The key as mappings, lists and texts, in a fixed order.

    Args:
        rulebook: What the cases answer.
        policy: The reading of the key.
        boundaries: Those that were asked for.
        made: The cases; None where only the boundaries were asked for.
    """
    words = [KeyWords(rulebook, language, policy) for language in LANGUAGES]
    return {
        "schema": SCHEMA,
        "seed": made.seed if made else None,
        "covers": made.covers if made else None,
        "policy": policy_data(policy),
        "catalog": content_data(rulebook.catalog_id),
        **overlays_data(rulebook.catalog.overlaid),
        "rules": content_data(rulebook.rules_id),
        "version": __version__,
        "boundaries": [boundary_data(row) for row in boundaries],
        "cases": [_case(case, words) for case in (made.cases if made else ())],
    }


def boundary_data(row: Boundary) -> dict[str, Any]:
    """A boundary and what it hangs on."""
    return {
        "domain": row.domain,
        "better": row.better.value,
        "worse": row.worse.value,
        "kind": row.hinge.kind.value,
        "name": row.hinge.name,
        "gap": row.is_gap,
    }


def _case(case: CaseKey, words: Sequence[KeyWords]) -> dict[str, Any]:
    checklist = case.vignette.checklist
    return {
        "case": case.vignette.name,
        "sha256": checklist.sha256,
        "statuses": {answer.indicator: answer.status.value for answer in checklist.answers},
        "domains": [_domain(domain, words) for domain in case.domains],
    }


def _domain(key: DomainKey, words: Sequence[KeyWords]) -> dict[str, Any]:
    moved = key.moved
    return {
        "domain": key.domain,
        **_outcome(key.outcome),
        "boundary": boundary_data(moved.aim.boundary) if moved else None,
        "step": _step(moved, words[0]) if moved else None,
        "sensitivity": sensitivity_data(key.sensitivity),
        "explanation": {of.language: " ".join(of.explained(key)) for of in words},
    }


def _outcome(of: Outcome) -> dict[str, Any]:
    grade = of.best.value if of.best is of.worst else None
    return {
        "grade": grade,
        "worst": of.worst.value,
        "best": of.best.value,
        "gaps": list(of.gaps),
    }


def _step(moved: Moved, words: KeyWords) -> dict[str, Any]:
    aim, value = moved.aim, moved.aim.near.value
    return {
        "indicator": aim.indicator,
        "was": aim.was.value if aim.was else None,
        "to": aim.to.value if aim.to else None,
        "parameter": aim.boundary.hinge.name if value is not None else None,
        "value": number(value) if value is not None else None,
        "profiles": words.profiles(moved),
        **_outcome(moved.outcome),
    }
