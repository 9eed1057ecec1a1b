"""Editing the YAML changes grades; no code is touched."""

from pathlib import Path

from checklists import Make

from spur_rules import load_rulebook, suggest
from spur_rules.shipped import CATALOG, RULES

NO = "ej uppfyllt"


def edited(tmp_path: Path, source: Path, old: str, new: str) -> Path:
    text = source.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path = tmp_path / source.name
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def test_a_threshold(tmp_path: Path, filled: Make) -> None:
    """One domain gets room for two exceptions and needs a third met."""
    rules = edited(
        tmp_path,
        RULES,
        "    default: 1\n    unit: antal\n",
        "    default: 1\n    domains: {E: 2}\n    unit: antal\n",
    )
    rules = edited(tmp_path, rules, "    default: 1/2\n    unit: andel\n    printed: kval", SHARE)
    missing = filled(E12=NO, E13=NO, G8=NO, G9=NO)
    before, after = load_rulebook(), load_rulebook(rules=rules)
    assert [suggest(before, missing)[letter].grade for letter in "EG"] == ["B", "B"]
    assert [suggest(after, missing)[letter].grade for letter in "EG"] == ["A", "B"]


SHARE = "    default: 1/2\n    domains: {E: 1/3}\n    unit: andel\n    printed: kval"


def test_a_new_rule(tmp_path: Path, filled: Make) -> None:
    """A specialty association says that without D11 and D12 the domain is C at best."""
    rule = """\
  - id: introduktion-saknas
    ceiling: C
    when:
      all:
        - {indicator: D11, is: [delvis, ej uppfyllt]}
        - {not: {indicator: D12, is: [uppfyllt, på annat sätt]}}
    because: {sv: introduktionen följs inte upp}
    source: Exempel.
  - id: fler-än-enstaka
"""
    rules = edited(tmp_path, RULES, "  - id: fler-än-enstaka\n", rule)
    missing, one = filled(D11="delvis", D12=NO), filled(D12=NO)
    before, after = load_rulebook(), load_rulebook(rules=rules)
    assert suggest(before, missing)["D"].grade == "B"  # one exception and a half
    suggestion = suggest(after, missing)["D"]
    assert suggestion.grade == "C"
    assert suggestion.ceilings[0].indicators == ("D11", "D12")
    assert suggest(after, one)["D"].grade == "A"


def test_a_norm_in_the_catalog(tmp_path: Path, filled: Make) -> None:
    """A user with the printed form corrects B8: a föreskrift, not advice."""
    catalog = edited(
        tmp_path,
        CATALOG,
        "- id: B8\n        norm: allmänt råd",
        "- id: B8\n        norm: föreskrift",
    )
    missing = filled(B8=NO)
    assert suggest(load_rulebook(), missing)["B"].grade == "C"
    assert suggest(load_rulebook(catalog=catalog), missing)["B"].grade == "D"


def test_an_edit_changes_the_content_hash(tmp_path: Path) -> None:
    rules = edited(
        tmp_path, RULES, "    default: 1\n    unit: antal\n", "    default: 2\n    unit: antal\n"
    )
    assert load_rulebook(rules=rules).rules_id.sha256 != load_rulebook().rules_id.sha256


def test_a_comment_does_not(tmp_path: Path) -> None:
    path = tmp_path / "rules.yaml"
    path.write_text("# A remark.\n" + RULES.read_text(encoding="utf-8"), encoding="utf-8")
    assert load_rulebook(rules=path).rules_id == load_rulebook().rules_id


def test_rules_of_ones_own_are_tried_in_a_child_process_first(tmp_path: Path, filled: Make) -> None:
    """They are not shipped, so durable-rules gets them only after a trial."""
    rules = edited(
        tmp_path, RULES, "    default: 1\n    unit: antal\n", "    default: 2\n    unit: antal\n"
    )
    rulebook = load_rulebook(rules=rules)
    assert not rulebook.is_shipped
    assert suggest(rulebook, filled(H12=NO), engine="durable")["H"].grade == "A"
