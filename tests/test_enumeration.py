"""Every class of answers: how many there are is counted by hand from the catalog."""

from collections import Counter
from itertools import product
from pathlib import Path

import pytest
from agreement.test_exhaustive import COMBINATIONS

from spur_rules import InputError, Status, evaluation, load_rulebook
from spur_rules.in_force import DomainInForce, rules_in_force
from spur_rules.proving.enumeration import MOST_CLASSES, Classes, classes_of
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Norm

HERE = Path(__file__).parent
RULES = (HERE / "valid" / "ruleset.yaml").read_text("utf-8")
SHIPPED_RULES = (HERE.parent / "rules" / "st-spur.yaml").read_text("utf-8")

#: Each föreskrift and kvalitetsindikator has four statuses, each allmänt råd five.
ANSWERS = {"A": 4**4, "B": 4**8 * 5**2, "F": 4**3 * 5**3, "G": 4**9 * 5}


def mini(rules: str = RULES, tmp_path: Path | None = None) -> Rulebook:
    path = HERE / "valid" / "ruleset.yaml"
    if tmp_path is not None:
        path = tmp_path / "rules.yaml"
        path.write_text(rules, "utf-8")
    return load_rulebook(HERE / "valid" / "catalog.yaml", path, proven=False)


def domain_of(rulebook: Rulebook, letter: str) -> DomainInForce:
    domains = rules_in_force(rulebook, rulebook.policy()).domains
    return next(domain for domain in domains if domain.linked.letter == letter)


def brute(domain: DomainInForce) -> list[dict[str, Status]]:
    """Every answer in a domain, one by one."""
    settled = [status for status in Status if status is not Status.NOT_ASSESSED]
    rows = domain.linked.indicators.values()
    allowed = [
        [s for s in settled if row.norm is Norm.ALLMANT_RAD or s is not Status.MET_OTHERWISE]
        for row in rows
    ]
    return [dict(zip(domain.linked.indicators, s, strict=True)) for s in product(*allowed)]


@pytest.mark.parametrize("letter", COMBINATIONS)
def test_the_shipped_domains_have_as_many_as_counted_by_hand(letter: str) -> None:
    classes = Classes([domain_of(load_rulebook(), letter)])
    assert classes.count == COMBINATIONS[letter]
    assert len(classes.fired(0)) == len(classes.grades(0)) == COMBINATIONS[letter]


@pytest.mark.parametrize("letter", ANSWERS)
def test_the_sizes_add_up_to_every_answer(letter: str) -> None:
    classes = Classes([domain_of(load_rulebook(), letter)])
    assert sum(map(classes.size, range(classes.count))) == classes.total == ANSWERS[letter]


def test_a_named_indicator_is_alone_and_a_named_advice_has_five_statuses() -> None:
    """B of the small catalog: one föreskrift, B2 that a rule names, one other råd, one kval."""
    classes = Classes([domain_of(mini(), "B")])
    assert classes.count == 4 * 5 * 4 * 4
    assert [(row.ids, row.is_named) for row in classes.alike] == [
        (("B1",), False),
        (("B2",), True),
        (("B3",), False),
        (("B4",), False),
    ]
    assert [tuple(part)[:2] for part in classes.parts] == [(0, 1), (1, 3), (3, 4)]


def test_every_answer_is_in_the_class_that_gives_what_it_gives() -> None:
    """All 4·5·5·4 answers, one by one, by the definition; på annat sätt stands with uppfyllt."""
    domain = domain_of(mini(), "B")
    classes = Classes([domain])
    by_answers = Counter(
        (tuple(evaluation.fired(domain, answers)), evaluation.grade(domain, answers))
        for answers in brute(domain)
    )
    by_class: Counter[object] = Counter()
    ids = [rule.id for rule in domain.rules]
    for number, (bits, grade) in enumerate(zip(classes.fired(0), classes.grades(0), strict=True)):
        fired = tuple(id for at, id in enumerate(ids) if bits >> at & 1)
        assert evaluation.fired(domain, classes.answers(number)) == list(fired)
        by_class[fired, grade] += classes.size(number)
    assert by_class == by_answers
    assert by_class.total() == 400


def test_the_first_that_can_are_the_ones_not_met() -> None:
    """What stands for a class is easy to read: the first in catalog order are not met."""
    classes = Classes([domain_of(load_rulebook(), "A")])
    found = [classes.answers(number) for number in range(classes.count)]
    assert len({tuple(answers.items()) for answers in found}) == 80
    wanted = {"A1": Status.PARTLY, "A2": Status.NOT_MET, "A3": Status.MET, "A4": Status.MET}
    assert wanted in found
    assert set(found[0].values()) == {Status.MET}
    assert list(found[7]) == ["A1", "A2", "A3", "A4"]


def test_facts_are_those_that_the_engine_counts() -> None:
    domain = domain_of(mini(), "B")
    classes = Classes([domain])
    for number, facts in enumerate(classes.facts(0)):
        answers = classes.answers(number)
        short = [int(answers[f"B{n}"] is Status.NOT_MET) for n in (1, 4)]
        assert [facts[1], facts[7]] == short
        assert facts[4] == [answers["B2"], answers["B3"]].count(Status.NOT_MET)
        assert facts[9] == answers["B2"].code
    assert number + 1 == classes.count


def test_two_rulebooks_share_classes_that_neither_tells_apart(tmp_path: Path) -> None:
    """The old rules name B2, the new ones B3: both are alone, and each gives its own grade."""
    old = mini()
    new = mini(RULES.replace("{indicator: B2,", "{indicator: B3,"), tmp_path)
    views = [domain_of(old, "B"), domain_of(new, "B")]
    classes = Classes(views)
    assert classes.count == 4 * 5 * 5 * 4
    for view, domain in enumerate(views):
        grades = classes.grades(view)
        for number in range(0, classes.count, 7):
            assert grades[number] is evaluation.grade(domain, classes.answers(number))


def test_rows_that_only_one_of_two_catalogs_has(tmp_path: Path) -> None:
    """A fifth indicator in the new catalog is answered, and counts in the new one only."""
    text = (HERE / "valid" / "catalog.yaml").read_text("utf-8")
    row = "      - {id: B5, norm: kvalitetsindikator, norm_origin: printed, basis: spur,"
    (tmp_path / "catalog.yaml").write_text(text + row + " source: okänd, text: Fem}\n", "utf-8")
    new = load_rulebook(tmp_path / "catalog.yaml", HERE / "valid" / "ruleset.yaml")
    views = [domain_of(mini(), "B"), domain_of(new, "B")]
    classes = Classes(views)
    assert classes.count == 4 * 5 * 4 * 4 * 4
    fired = [classes.fired(view) for view in (0, 1)]
    for number in range(0, classes.count, 11):
        answers = classes.answers(number)
        assert list(answers) == ["B1", "B2", "B3", "B4", "B5"]
        for view, domain in enumerate(views):
            rules = [rule.id for rule in domain.rules if fired[view][number] & rule.bit]
            assert rules == evaluation.fired(domain, answers)


def test_too_many_are_refused_with_their_number(tmp_path: Path) -> None:
    """A rule that names all 14 indicators of E: 4⁹ for nine, 5⁵ for the five råd."""
    parts = ", ".join(f"{{indicator: E{n}, is: ej uppfyllt}}" for n in range(1, 15))
    rule = f"  - {{id: all, ceiling: D, when: {{any: [{parts}]}}, because: {{sv: x}}, source: x}}\n"
    (tmp_path / "rules.yaml").write_text(SHIPPED_RULES + "\n" + rule, "utf-8")
    rulebook = load_rulebook(rules=tmp_path / "rules.yaml")
    policies = [rulebook.policy(name) for name in ("standard", "sträng", "generös")]
    views = [rules_in_force(rulebook, policy).domains for policy in policies]
    with pytest.raises(InputError) as caught:
        classes_of(zip(*views, strict=True))
    (problem,) = caught.value.problems
    assert problem.code == "SR801"
    of_e = 4**9 * 5**5
    others = sum(COMBINATIONS.values()) - COMBINATIONS["E"]
    assert f"{3 * (of_e + others):,} combinations" in problem.message
    assert "2,457,813,240 combinations" in problem.message
    assert "domain E alone has 819,200,000" in problem.message
    assert f"at most {MOST_CLASSES:,}" in problem.message


def test_as_many_as_the_limit_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    views = [[domain_of(mini(), "A")], [domain_of(mini(), "B")]]
    monkeypatch.setattr("spur_rules.proving.enumeration.MOST_CLASSES", 16 + 320)
    assert sum(classes.count for classes in classes_of(views)) == 336
    monkeypatch.setattr("spur_rules.proving.enumeration.MOST_CLASSES", 16 + 319)
    with pytest.raises(InputError, match="336 combinations"):
        classes_of(views)
