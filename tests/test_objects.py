"""Frozen objects that are copied, pickled and shared keep their meaning."""

import copy
import pickle
import subprocess
import sys
from pathlib import Path

import pytest
from checklists import Make

from spur_rules import (
    Checklist,
    InputError,
    Status,
    load_rulebook,
    read_checklist,
    read_policy,
    suggest,
)
from spur_rules.documents.terminal import TextReport
from spur_rules.rulebook import Rulebook
from spur_rules.shipped import RULES

NO = "ej uppfyllt"


def test_a_changed_copy_is_graded_anew(rulebook: Rulebook, filled: Make) -> None:
    first = filled()
    assert suggest(rulebook, first)["A"].grade == "A"
    changed = first.model_copy(update={"answers": filled(A1=NO).answers})
    assert suggest(rulebook, changed)["A"].grade == "D"
    assert changed.sha256 != first.sha256


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda c: pickle.loads(pickle.dumps(c))]
)
def test_a_copy_says_the_same(rulebook: Rulebook, filled: Make, copied) -> None:
    first = filled(A1=NO)
    suggest(rulebook, first)
    again = copied(first)
    assert again == first
    assert "encoded" not in again.__dict__
    assert suggest(rulebook, again) == suggest(rulebook, first)


def test_the_input_hash_does_not_depend_on_the_order_of_answers() -> None:
    answers = {"A1": Status.MET, "A2": Status.NOT_MET}
    backwards = dict(reversed(answers.items()))
    assert Checklist.of("st-spur", answers).sha256 == Checklist.of("st-spur", backwards).sha256


def test_a_pickled_policy_is_the_same_key_in_another_process(rulebook: Rulebook) -> None:
    policy = read_policy(rulebook, "sträng")
    code = (
        "import pickle, sys; from spur_rules import load_rulebook, read_policy\n"
        "policy = pickle.loads(bytes.fromhex(sys.argv[1]))\n"
        "print(hash(policy) == hash(read_policy(load_rulebook(), 'sträng')))"
    )
    command = [sys.executable, "-c", code, pickle.dumps(policy).hex()]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"True\n"


def test_a_checklist_for_another_catalog_is_refused(rulebook: Rulebook) -> None:
    with pytest.raises(InputError, match="SR405"):
        suggest(rulebook, Checklist.of("other", {"A1": Status.MET}))


def test_an_unknown_indicator_is_refused(rulebook: Rulebook) -> None:
    with pytest.raises(InputError, match="SR401"):
        suggest(rulebook, Checklist.of("st-spur", {"Z9": Status.MET}))


def test_the_footer_names_every_value_that_differs(tmp_path: Path, filled: Make) -> None:
    """An override clears the values of single domains, also where it equals the default."""
    rules = tmp_path / "rules.yaml"
    text = RULES.read_text(encoding="utf-8")
    old = "    default: 1\n    unit: antal\n"
    assert text.count(old) == 1
    new = "    default: 1\n    domains: {E: 0}\n    unit: antal\n"
    rules.write_text(text.replace(old, new), encoding="utf-8")
    rulebook = load_rulebook(rules=rules)
    for written, named in (
        ("standard", "läsning standard,"),
        ("enstaka_undantag.högst=1", "läsning standard med enstaka_undantag.högst=1,"),
        ("enstaka_undantag.högst=2", "läsning standard med enstaka_undantag.högst=2,"),
    ):
        suggestion = suggest(rulebook, filled(), written, "native")
        shown = " ".join(TextReport(suggestion, rulebook, filled()).render().split())
        assert named in shown


def test_delvis_that_counts_whole_is_no_cause(rulebook: Rulebook, filled: Make) -> None:
    missing = filled(E12=NO, E13=NO, E14="delvis")
    found = suggest(rulebook, missing, "generös,enstaka_undantag.högst=1")["E"]
    assert found.grade == "B"
    assert found.ceilings[0].indicators == ("E12", "E13")
    assert [s.ceiling for s in found.shortcomings] == ["B", "B", None]


def test_a_plan_that_is_about_nothing_leaves_no_notice(rulebook: Rulebook, filled: Make) -> None:
    plan = filled().model_validate(
        {
            "schema": "spur-rules/checklist/1",
            "catalog": "st-spur",
            "answers": {},
            "plan": ({"indicator": "H7"},),
        }
    )
    suggestion = suggest(rulebook, plan)
    assert suggestion.notices == ()
    assert suggestion.domains == suggest(rulebook, plan.model_copy(update={"plan": ()})).domains


def test_reasons_are_kept_in_the_suggestion(rulebook: Rulebook) -> None:
    text = (
        "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {"
        "E7: {status: på annat sätt, reason: Skriftligt.}, E8: {status: delvis, reason: Ofta.}}}"
    )
    domain = suggest(rulebook, read_checklist(text.encode(), rulebook))["E"]
    assert [(s.indicator, s.reason) for s in domain.set_aside] == [("E7", "Skriftligt.")]
    assert domain.shortcomings[0].reason == "Ofta."
