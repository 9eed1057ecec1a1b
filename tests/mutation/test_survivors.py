"""Surviving mutants are explained; explanations and bars are about code that there is."""

import pytest
from coverage_bars import grading_path

from mutation.figures import Key, against_explanations, explanations, figures, shown
from mutation.session import MODULES, ROOT, Mutant

PACKAGE = ROOT / "spur_rules"


@pytest.mark.parametrize("key", explanations(), ids=lambda key: f"{key[0]}-{key[1]}")
def test_what_is_explained_is_in_the_code(key: Key) -> None:
    module, where, was, now = key
    text = " ".join((PACKAGE / f"{module}.py").read_text("utf-8").split())
    assert was in text
    assert was != now
    assert where == "the module" or f"def {where}(" in text or f"class {where}" in text
    assert len(explanations()[key]) > 20


def test_what_is_changed_and_what_is_covered_are_modules() -> None:
    for name in (*MODULES, *grading_path()):
        assert (PACKAGE / f"{name}.py").is_file(), name


def test_what_is_changed_is_on_the_grading_path() -> None:
    assert set(MODULES) <= set(grading_path())


def test_a_survivor_needs_an_explanation_and_an_explanation_a_survivor() -> None:
    (key, *_) = explanations()
    known, unknown = Mutant(*key, "survived"), Mutant("facts", "count", "a", "b", "survived")
    killed = Mutant("facts", "count", "c", "d", "killed")
    assert against_explanations([known, killed]) == ([], [])
    assert against_explanations([known, unknown]) == ([unknown], [])
    assert against_explanations([known._replace(outcome="killed")]) == ([], [key])


def test_figures_are_of_all_mutants() -> None:
    outcomes = ("killed", "killed", "timeout", "survived")
    mutants = [Mutant("facts", "count", "a", str(n), word) for n, word in enumerate(outcomes)]
    found = figures(mutants, unexplained=1)
    assert (found["total"], found["killed"], found["timeout"], found["survived"]) == (4, 2, 1, 1)
    assert found["share"] == 0.75
    assert found["modules"] == {"facts": {"total": 4, "killed": 2, "timeout": 1, "survived": 1}}
    assert "noticed: 75.00%" in shown(found, mutants[3:], [])
