"""`scripts/differential` on few cases, and that it would see a difference."""

from __future__ import annotations

from random import Random

import pytest

from differential.__main__ import run
from differential.comparing import Comparison
from spur_rules import evaluation
from spur_rules.engines.durable import DurableEngine
from spur_rules.engines.native import NativeEngine
from spur_rules.facts import Facts
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Grade


def test_some_cases_the_same_ones_each_time() -> None:
    found, again = run(1000, seed=1), run(1000, seed=1)
    assert found.disagreements == []
    assert found.cases == 1000
    assert found.rulebooks > 4
    assert found.domains > found.cases
    assert (again.rulebooks, again.domains) == (found.rulebooks, found.domains)


@pytest.mark.parametrize("engine", [NativeEngine, DurableEngine])
def test_an_engine_that_errs_is_seen(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch, engine: type
) -> None:
    comparison = Comparison(rulebook)
    name = f"_{engine.names[0]}"
    honest = getattr(comparison, name)

    class Erring:
        """Misses the first rule of the first domain."""

        def fire(self, facts: Facts) -> tuple[int, ...]:
            first, *rest = honest.fire(facts)
            return (first & ~1, *rest)

    monkeypatch.setattr(comparison, name, Erring())
    random = Random(1)
    assert any(comparison.disagreements(comparison.checklist(random)) for _ in range(50))


def test_a_definition_that_grades_otherwise_is_seen(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    comparison = Comparison(rulebook)
    monkeypatch.setattr(evaluation, "grade", lambda *_: Grade.A)
    random = Random(1)
    assert any(comparison.disagreements(comparison.checklist(random)) for _ in range(50))
