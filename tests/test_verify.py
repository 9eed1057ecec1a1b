"""Proofs by enumeration: numbers by hand, and a broken rulebook for all that can be wrong."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from spur_rules import Status, api, load_rulebook
from spur_rules.in_force import rules_in_force
from spur_rules.proving import definition
from spur_rules.proving.domain_proof import DomainProver
from spur_rules.proving.enumeration import Classes
from spur_rules.proving.findings import Example, Finding, FindingKind, Verification
from spur_rules.vocabulary import Grade

VALID = Path(__file__).parent / "valid"
RULES = (VALID / "ruleset.yaml").read_text("utf-8")
B2 = "when: {indicator: B2, is: [delvis, ej uppfyllt]}"
B2_RULE = RULES[RULES.index("  - id: b2\n") :]
UNDANTAG = RULES[RULES.index("  - id: undantag\n") : RULES.index("  - id: b2\n")]

Prove = Callable[..., Verification]


def rule(id: str, ceiling: str, when: str, more: str = "") -> str:
    words = "because: {sv: x}, source: x"
    return f"  - {{id: {id}, ceiling: {ceiling}, domains: [B], when: {when}, {words}{more}}}\n"


@pytest.fixture
def prove(tmp_path: Path) -> Prove:
    """Verify the small rulebook with other rules, under its standard profile."""

    def run(rules: str = RULES, *policies: str) -> Verification:
        path = tmp_path / "rules.yaml"
        path.write_text(rules, "utf-8")
        rulebook = load_rulebook(VALID / "catalog.yaml", path, proven=False)
        return api.verify(rulebook, policies or ["standard"])

    return run


def only(proof: Verification, kind: FindingKind, rule: str | None = None) -> Finding:
    """The one violation there is."""
    (found,) = proof.violations
    assert (found.kind, found.rule) == (kind, rule)
    return found


def shown(example: Example) -> tuple[dict[str, str], str, tuple[str, ...]]:
    return {id: s.value for id, s in example.not_met}, example.grade.value, example.rules


# The shipped rulebook.


@pytest.fixture(scope="module")
def shipped() -> Verification:
    return api.verify(load_rulebook())


def test_the_shipped_rulebook_is_proven(shipped: Verification) -> None:
    assert shipped.violations == ()
    assert [policy.profile for policy in shipped.policies] == ["standard", "sträng", "generös"]
    assert shipped.combinations == 3 * 165_160


def test_steps_of_a_small_domain_by_hand(shipped: Verification) -> None:
    """A has three föreskrifter and one kvalitetsindikator: 20 · 4 combinations.

    Of 20, 10 have one that is uppfyllt and 10 one that is delvis: 20 steps, with each of 4. Of 4, 1
    and 1: 2 steps, with each of 20.
    """
    assert shipped.domains[0].steps == 20 * 4 + 2 * 20


#: Föreskrifter all followed (n + 1 ways: so many do not apply), råd not in essential parts (counted
#: by hand below), kvalitetsindikatorer in any way. With a applicable råd, m met and p delvis: under
#: half is 2m + p < a. 1 råd: 1 way. 2: 1 + 2 = 3. 3: 3 + 4 = 7. 5: 1 + 2 + 4 + 6 + 9 = 22.
GAP = {"B": 7 * 3 * 10, "D": 9 * 3 * 20, "E": 7 * 22 * 20, "F": 3 * 7 * 4, "G": 7 * 1 * 20}
GAP["H"] = 10 * 3 * 10


@pytest.mark.parametrize("letter", "ABCDEFGH")
def test_the_gap_of_the_printed_scale_is_as_large_as_counted_by_hand(
    shipped: Verification, letter: str
) -> None:
    rules = {row.rule: row for row in shipped.domains["ABCDEFGH".index(letter)].rules}
    if letter in GAP:
        counts = rules["råd-ej-väsentligt"].with_caveat
        assert counts is not None
        assert counts[0] == GAP[letter]
    else:
        assert "råd-ej-väsentligt" not in rules


def test_a_domain_by_hand(shipped: Verification) -> None:
    """A, standard: D unless all 3 föreskrifter are followed or do not apply, 4 ways of 20.

    One kvalitetsindikator: ej uppfyllt gives B; delvis is half met, which is not below half.
    """
    grades = {row.grade: row.combinations for row in shipped.domains[0].grades[0]}
    assert grades == {Grade.A: 4 * 3, Grade.B: 4 * 1, Grade.D: 16 * 4}
    strict = {row.grade: row.combinations for row in shipped.domains[0].grades[1]}
    assert strict == {Grade.A: 4 * 2, Grade.B: 4 * 2, Grade.D: 16 * 4}  # delvis counts as nothing


def test_a_strict_reading_leaves_the_printed_c_without_answers(shipped: Verification) -> None:
    """Three quarters of one, two or three råd, delvis counting nothing, are all of them.

    So a shortcoming is never "i väsentliga delar" but in E, which has five.
    """
    found = {(row.kind, row.domain, row.rule or row.grade) for row in shipped.remarks}
    kinds = (FindingKind.IDLE_UNDER, "råd-brist"), (FindingKind.UNREACHED_UNDER, Grade.C)
    assert found == {(kind, letter, about) for letter in "BDFGH" for kind, about in kinds}
    assert {policy.profile for row in shipped.remarks for policy in row.policies} == {"sträng"}


def test_one_policy_alone_must_hold_alone() -> None:
    proof = api.verify(load_rulebook(), ["sträng"])
    found = {(row.kind, row.domain) for row in proof.violations}
    kinds = FindingKind.NEVER_DECIDES, FindingKind.NEVER_REACHED
    assert found == {(kind, letter) for letter in "BDFGH" for kind in kinds}
    reached = next(row for row in proof.violations if row.grade is Grade.C)
    assert shown(reached.examples[0]) == ({"B7": "delvis"}, "C", ("råd-brist", "råd-ej-väsentligt"))
    assert reached.examples[0].caveats == ("rule",)


# Broken rulebooks, each with its smallest counterexample by hand.


def test_the_small_rulebook_is_sound(prove: Prove) -> None:
    proof = prove(RULES, "standard", "sträng")
    assert proof.violations == ()
    assert proof.combinations == 2 * (4 * 4 + 4 * 5 * 4 * 4)
    (remark,) = proof.remarks  # one kvalitetsindikator cannot be more than one exception
    assert (remark.kind, remark.domain, remark.rule) == (FindingKind.SILENT_UNDER, "B", "undantag")


def test_a_worse_answer_that_gives_a_better_grade(prove: Prove) -> None:
    """B2 is delvis → B; ej uppfyllt → A, as long as half of the råd are met: B3 is met.

    B1 met or not applicable, B4 any of four: 8 steps.
    """
    proof = prove(RULES.replace(B2, "when: {indicator: B2, is: delvis}").replace(UNDANTAG, ""))
    found = next(row for row in proof.violations if row.kind is FindingKind.NOT_MONOTONE)
    before, after = found.examples
    assert shown(before) == ({"B2": "delvis"}, "B", ("b2",))
    assert shown(after) == ({"B2": "ej uppfyllt"}, "A", ())
    assert (found.domain, found.hits) == ("B", 8)
    assert not any(row.kind is FindingKind.FALLS_SILENT for row in proof.violations)


def test_a_rule_that_falls_silent_without_a_better_grade(prove: Prove) -> None:
    rules = RULES.replace(UNDANTAG, UNDANTAG.replace("ceiling", "domains: [A]\n    ceiling"))
    rules = rules.replace(B2, "when: {indicator: B2, is: delvis}")
    proof = prove(rules + rule("b2-ej", "B", "{indicator: B2, is: ej uppfyllt}"))
    found = only(proof, FindingKind.FALLS_SILENT, "b2")
    before, after = found.examples
    assert shown(before) == ({"B2": "delvis"}, "B", ("b2",))
    assert shown(after) == ({"B2": "ej uppfyllt"}, "B", ("b2-ej",))


SOUND = RULES.replace(UNDANTAG, UNDANTAG.replace("ceiling", "domains: [A]\n    ceiling"))


def test_another_way_that_does_not_count_as_met(prove: Prove) -> None:
    words = "when: {indicator: B2, is: [på annat sätt, delvis, ej uppfyllt]}"
    found = only(prove(SOUND.replace(B2, words)), FindingKind.OTHER_WAY_DIFFERS)
    before, after = found.examples
    assert shown(before) == ({"B2": "på annat sätt"}, "B", ("b2",))
    assert shown(after) == ({}, "A", ())


def test_a_rule_that_never_fires(prove: Prove) -> None:
    """B has two råd."""
    when = "{fact: allmänt_råd.ej_uppfyllda, at_least: 3}"
    found = only(prove(SOUND + rule("tre", "C", when)), FindingKind.NEVER_FIRES, "tre")
    assert found.hits == 320
    assert set(dict(found.examples[0].answers).values()) == {Status.NOT_MET}
    assert "tre" not in found.examples[0].rules


def test_a_rule_that_never_decides(prove: Prove) -> None:
    """A föreskrift that is not met gives D already."""
    when = "{fact: föreskrift.brister, at_least: 1}"
    found = only(prove(SOUND + rule("skuggad", "C", when)), FindingKind.NEVER_DECIDES, "skuggad")
    assert shown(found.examples[0]) == (
        {"B1": "delvis"},
        "D",
        ("föreskrift-brist", "skuggad"),
    )
    assert found.hits == 2 * 5 * 4 * 4


def test_a_rule_that_only_carries_a_caveat_decides_by_it(prove: Prove) -> None:
    """The same rule twice, one with a caveat: it lowers nothing, but it says something."""
    when = "{fact: allmänt_råd.andel_uppfyllda, less_than: {parameter: väsentligt.andel}}"
    rules = SOUND + rule("utan-kriterium", "C", when, ", caveat: {sv: Inget kriterium.}")
    proof = prove(rules)
    kinds = {(row.kind, row.rule or row.grade) for row in proof.violations}
    assert (FindingKind.NEVER_DECIDES, "utan-kriterium") not in kinds
    # every C now comes with the caveat, and råd-brist alone decides nothing
    assert kinds == {
        (FindingKind.NEVER_DECIDES, "råd-brist"),
        (FindingKind.NEVER_REACHED, Grade.C),
    }


def test_a_rule_that_applies_nowhere(prove: Prove) -> None:
    rules = RULES + rule("ingenstans", "B", "{fact: allmänt_råd.brister, at_least: 1}").replace(
        "domains: [B]", "domains: [A], needs: [allmänt råd]"
    )
    found = next(row for row in prove(rules).violations if row.rule == "ingenstans")
    assert (found.kind, found.domain, found.examples) == (FindingKind.NEVER_FIRES, None, ())


def test_a_printed_grade_that_no_answers_give(prove: Prove) -> None:
    """Without its two rules B is given nowhere: in A, the smallest that is worse is A1 delvis."""
    found = prove(RULES.replace(UNDANTAG, "").replace(B2_RULE, "")).violations
    assert [(row.kind, row.domain, row.grade) for row in found] == [
        (FindingKind.NEVER_REACHED, "A", Grade.B),
        (FindingKind.NEVER_REACHED, "B", Grade.B),
    ]
    assert shown(found[0].examples[0]) == ({"A1": "delvis"}, "D", ("föreskrift-brist",))


def test_not_applicable_that_is_worse_than_not_met_is_told(prove: Prove) -> None:
    """A rule may ask for it, so it breaks nothing; but a range does not hold it."""
    proof = prove(SOUND + rule("b3", "C", "{indicator: B3, is: ej tillämpligt}"))
    assert proof.violations == ()
    (remark,) = proof.remarks
    before, after = remark.examples
    assert remark.kind is FindingKind.NOT_BETWEEN
    assert shown(before) == ({"B3": "ej tillämpligt"}, "C", ("b3",))
    assert shown(after) == ({"B3": "ej uppfyllt"}, "A", ())


# What only a mistake of the program could break.


def test_an_engine_that_is_wrong(prove: Prove, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that forgets rule 0 (föreskrift-brist)."""

    class Forgetful(definition.NativeEngine):
        def __init__(self, rules):
            super().__init__(rules)
            whole = self.fire
            self.fire = lambda facts: tuple(bits & ~1 for bits in whole(facts))

    monkeypatch.setattr(definition, "NativeEngine", Forgetful)
    found = prove(SOUND).violations
    assert [(row.kind, row.domain) for row in found] == [
        (FindingKind.ENGINES_DIFFER, "A"),
        (FindingKind.ENGINES_DIFFER, "B"),
    ]
    assert shown(found[1].examples[0]) == ({"B1": "delvis"}, "D", ("föreskrift-brist",))
    assert found[1].hits == 2 * 5 * 4 * 4  # delvis and ej uppfyllt, with all the others


def test_a_grading_that_is_wrong(prove: Prove, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(definition.evaluation, "grade", lambda domain, statuses: Grade.A)
    found = prove(SOUND).violations
    assert {row.kind for row in found} == {FindingKind.ENGINES_DIFFER}
    assert shown(found[0].examples[0])[:2] == ({"A1": "delvis"}, "D")


def test_a_caveat_that_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = definition.suggest_domain

    def silent(*arguments):
        return whole(*arguments)._replace(caveats=())

    monkeypatch.setattr(definition, "suggest_domain", silent)
    found = api.verify(load_rulebook(), ["standard"]).violations
    assert [(row.kind, row.domain) for row in found] == [
        (FindingKind.NO_CAVEAT, letter) for letter in "BDEFGH"
    ]
    assert {row.domain: row.hits for row in found} == GAP
    assert shown(found[0].examples[0])[:2] == ({"B7": "delvis", "B8": "ej uppfyllt"}, "C")
    assert shown(found[4].examples[0])[:2] == ({"G7": "ej uppfyllt"}, "C")


def test_a_grade_that_the_scale_does_not_have() -> None:
    """Linking refuses C in domain A; here it is put there behind its back."""
    rulebook = load_rulebook(VALID / "catalog.yaml", VALID / "ruleset.yaml")
    policy = rulebook.policy()
    domain = rules_in_force(rulebook, policy).domains[0]
    rules = tuple(replace(row, ceiling=Grade.C) for row in domain.rules)
    prover = DomainProver(Classes([replace(domain, rules=rules)]), [policy])
    found = [row for row in prover.findings("native") if row.kind is FindingKind.OFF_SCALE]
    assert shown(found[0].examples[0])[:2] == ({"A1": "delvis"}, "C")


def test_a_definition_in_which_another_way_is_not_met(
    prove: Prove, monkeypatch: pytest.MonkeyPatch
) -> None:
    """B3 is alike any other råd, so that one combination stands for both of its ways."""
    whole = definition.holds

    def strict(condition, domain, statuses):
        swapped = {Status.MET_OTHERWISE: Status.NOT_MET}
        return whole(condition, domain, {id: swapped.get(s, s) for id, s in statuses.items()})

    monkeypatch.setattr(definition, "holds", strict)
    kind = FindingKind.OTHER_WAY_DIFFERS
    found = [row for row in prove(SOUND).violations if row.kind is kind]
    alike = [row for row in found if len(row.examples) == 1]
    assert [row.domain for row in alike] == ["B"]
    assert shown(alike[0].examples[0])[0] == {"B2": "på annat sätt"}
