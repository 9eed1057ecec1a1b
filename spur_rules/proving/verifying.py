"""A rulebook proven by trying every combination of answers in every domain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..in_force import rules_in_force
from ..policy import Policy
from ..rulebook import Rulebook
from .domain_proof import DomainProver
from .enumeration import classes_of
from .findings import DomainProof, Finding, FindingKind, Verification


def verify(rulebook: Rulebook, policies: Sequence[Policy], engine: str) -> Verification:
    """Try every combination of answers in every domain under every policy.

    Args:
        rulebook: The linked catalog and ruleset; linked with `proven=False` it may break what is
            proven here.
        policies: How vague words are read: at least one.
        engine: `native` or `durable`; held against the definition for every combination.

    Raises:
        InputError: SR801, there are too many combinations.
        EngineError: SR502, SR504 or SR505, from durable-rules.
    """
    in_force = [rules_in_force(rulebook, policy).domains for policy in policies]
    every_classes = classes_of(zip(*in_force, strict=True))
    proofs: list[DomainProof] = []
    findings = list(_nowhere(rulebook, policies))
    for classes in every_classes:
        prover = DomainProver(classes, policies)
        proofs.append(prover.proof())
        findings += prover.findings(engine)
    return Verification(
        rulebook.catalog_id,
        rulebook.rules_id,
        tuple(policies),
        engine,
        tuple(proofs),
        tuple(findings),
    )


def _nowhere(rulebook: Rulebook, policies: Sequence[Policy]) -> Iterator[Finding]:
    """The rules that apply in no domain at all."""
    somewhere = {row.rule.id for domain in rulebook.domains for row in domain.rules}
    for rule in rulebook.ruleset.rules:
        if rule.id not in somewhere:
            yield Finding(FindingKind.NEVER_FIRES, None, tuple(policies), 0, rule=rule.id)
