"""A sample of the mutants of the catalog and the rules; `scripts/rule-mutants` judges all."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from rule_mutants.edits import MEANING, WORDS, Mutant
from rule_mutants.judging import SAME, TOOLS, UNNOTICED, VERSION_NOT_RAISED, Judge, mutants, shipped

EACH = 40


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return Judge(tmp_path_factory.mktemp("mutants"))


def test_a_sample_is_noticed(judge: Judge) -> None:
    sample = list(mutants())[::EACH]
    judged = {mutant.name: judge.noticed_by(mutant) for mutant in sample}
    assert set(judged.values()) <= set(TOOLS)
    assert UNNOTICED not in judged.values()
    assert "test" in judged.values()
    missed = [
        m.name for m in sample if m.touches == MEANING and judged[m.name] == VERSION_NOT_RAISED
    ]
    assert not missed


def test_more_than_five_hundred_and_all_differ() -> None:
    made = [json.dumps([m.catalog, m.rules], sort_keys=True, default=str) for m in mutants()]
    assert len(set(made)) == len(made) > 500
    assert json.dumps(shipped(), sort_keys=True) not in made
    by = Counter(mutant.touches for mutant in mutants())
    assert by[MEANING] > by[WORDS] > 100


def test_the_shipped_files_are_not_noticed(judge: Judge) -> None:
    assert judge.noticed_by(Mutant("none", "none", MEANING)) == SAME
    assert judge.noticed_by(Mutant("none", "none", WORDS)) == UNNOTICED


#: One mistake for each of those that may notice, and which of them must.
CLEAR = {
    "parameter dropped: enstaka_undantag.högst": "loading",
    "row dropped: A1": "test",
    "text clipped: A1": VERSION_NOT_RAISED,
    "texts swapped: B3 B4": "lint --against",
}


@pytest.mark.parametrize("name", CLEAR)
def test_who_notices(judge: Judge, name: str) -> None:
    (mutant,) = [mutant for mutant in mutants() if mutant.name == name]
    assert judge.noticed_by(mutant) == CLEAR[name]


def test_files_stay_in_their_folder(tmp_path: Path) -> None:
    Judge(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        "catalog.yaml", "rules.yaml", "before-catalog.yaml", "before-rules.yaml",
    }  # fmt: skip
