"""Prove a rulebook by trying every combination of answers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ..policy import Policy
from ..rulebook import Rulebook
from .grading import resolved

if TYPE_CHECKING:
    from ..proving.findings import Verification


def verify(
    rulebook: Rulebook,
    policies: Iterable[Policy | str] | None = None,
    engine: str = "native",
) -> Verification:
    """Prove a rulebook: every combination of answers, in every domain, under every policy.

    Args:
        rulebook: The linked catalog and ruleset; `load_rulebook(…, proven=False)` loads one that
            breaks what is proven here.
        policies: How vague words are read; every profile of the ruleset when left out.
        engine: `native` or `durable`: which engine is held against the definition.

    Returns:
        What was tried, every violation with its smallest counterexample, and remarks.

    Raises:
        InputError: SR801, there are too many combinations to try every one; or an unknown profile.
        EngineError: SR502, SR504 or SR505, from durable-rules.

    >>> from spur_rules.api import load_rulebook
    >>> proof = verify(load_rulebook(), ["standard"])
    >>> proof.combinations, proof.violations
    (165160, ())
    """
    from ..proving import verifying

    names = [profile.name for profile in rulebook.ruleset.profiles]
    chosen = [resolved(rulebook, policy) for policy in (names if policies is None else policies)]
    return verifying.verify(rulebook, chosen, engine)
