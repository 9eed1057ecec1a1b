"""What of the rules cases show: goals counted by hand, and MC/DC against its definition."""

import json
from fractions import Fraction
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spur_rules import Status, load_rulebook
from spur_rules.api.testing import coverage, read_cases, run_cases
from spur_rules.cli.main import main
from spur_rules.conditions import All, AnyOf, Condition, StatusTest, leaves
from spur_rules.in_force import rules_in_force
from spur_rules.linking import link
from spur_rules.shipped import CASES
from spur_rules.shipped import RULES as SHIPPED_RULES
from spur_rules.testing.coverage import Coverage, Goal, Kind, cover
from spur_rules.testing.deciding import decides, is_unique_cause, outcome, pair
from spur_rules.testing.observing import observe
from spur_rules.testing.reaching import Reach, leaf_value
from spur_rules.testing.running import Outcome
from spur_rules.vocabulary import Norm
from spur_rules.yaml_file import YamlFile, read_file

VALID = Path(__file__).parent / "valid"
MINI = link(read_file(VALID / "catalog.yaml"), read_file(VALID / "ruleset.yaml"))
MINI_OPTIONS = ["--catalog", str(VALID / "catalog.yaml"), "--rules", str(VALID / "ruleset.yaml")]


def covered(folder: Path, *rows: str) -> Coverage:
    """What cases of the small rulebook show; every row of the domain is met but those named."""
    return coverage(MINI, run(folder, *rows))


def run(folder: Path, *rows: str) -> tuple[Outcome, ...]:
    path = folder / "cases.yaml"
    text = "schema: spur-rules/cases/1\ncatalog: mini\nrules: mini\ncases:\n"
    path.write_text(text + "".join(f"  - {{about: x, {row}}}\n" for row in rows), "utf-8")
    return run_cases(MINI, read_cases(MINI, [path]))


def named(goal: Goal) -> tuple[Any, ...]:
    """A goal in one line: the rule, the reading or the kind, the value, and the side."""
    if goal.kind is Kind.THRESHOLD:
        return goal.rule, goal.profiles, goal.value, goal.wanted
    return goal.rule, goal.kind.value, goal.wanted


def shown(found: Coverage, kind: Kind) -> set[tuple[Any, ...]]:
    return {named(goal) for goal in found.of(kind) if goal.is_shown}


BOTH, STANDARD, STRICT = ("standard", "sträng"), ("standard",), ("sträng",)
HALF, QUARTER = Fraction(1, 2), Fraction(1, 4)

# The small rulebook, by hand. Domain A: föreskrift A1, kvalitetsindikator A2; none excepted.
# Domain B: föreskrift B1, allmänt råd B2 and B3, kvalitetsindikator B4; one excepted, under sträng
# none. Råd: at least half, under sträng two thirds; delvis counts half. Rule b2 names B2.
RULES = [("föreskrift-brist", "råd-brist"), ("undantag", "b2")]
THRESHOLDS = {
    ("föreskrift-brist", BOTH, 1, True),
    ("föreskrift-brist", BOTH, 0, False),
    ("råd-brist", STANDARD, QUARTER, True),  # 1/4 is next below 1/2: one not met, one partly
    ("råd-brist", STANDARD, HALF, False),
    ("råd-brist", STRICT, HALF, True),  # below 2/3
    ("råd-brist", STRICT, Fraction(3, 4), False),  # one partly
    ("undantag", BOTH, HALF, True),  # more than 0: A under both, B under sträng
    ("undantag", BOTH, 0, False),
    ("undantag", STANDARD, None, True),  # more than 1: B has only one kvalitetsindikator
    ("undantag", STANDARD, 1, False),
}


def test_the_goals_of_a_small_rulebook(tmp_path: Path) -> None:
    found = covered(tmp_path, "id: a, domain: A, otherwise: uppfyllt, expect: {grade: A}")
    rules = {(rule, "rule", side) for pair in RULES for rule in pair for side in (True, False)}
    assert {named(goal) for goal in found.of(Kind.RULE)} == rules
    assert {named(goal) for goal in found.of(Kind.THRESHOLD)} == THRESHOLDS
    conditions = {(rule, "condition", None) for pair in RULES for rule in pair}
    assert {named(goal) for goal in found.of(Kind.CONDITION)} == conditions
    assert [named(goal) for goal in found.impossible] == [("undantag", STANDARD, None, True)]
    assert found.impossible[0].tried == 4  # met, partly, not met, not applicable


def test_one_case_shows_what_it_would_notice(tmp_path: Path) -> None:
    """All met in A, grade A: would the föreskrift rule or undantag fire, the grade would differ."""
    found = covered(tmp_path, "id: a, domain: A, otherwise: uppfyllt, expect: {grade: A}")
    silent = {("föreskrift-brist", "rule", False), ("undantag", "rule", False)}
    assert shown(found, Kind.RULE) == silent
    assert shown(found, Kind.THRESHOLD) == {
        ("föreskrift-brist", BOTH, 0, False),
        ("undantag", BOTH, 0, False),
    }
    assert shown(found, Kind.CONDITION) == set()
    assert found.share(Kind.RULE) == Fraction(2, 8)
    assert found.share(Kind.THRESHOLD) == Fraction(2, 9)  # one of the ten is impossible


@pytest.mark.parametrize(
    "expect, rules",
    [
        ("{grade: D}", {("föreskrift-brist", "rule", True)}),
        (
            "{grade: D, rules: [föreskrift-brist, undantag]}",
            {("föreskrift-brist", "rule", True), ("undantag", "rule", True)},
        ),
    ],
)
def test_a_ceiling_above_the_grade_is_noticed_only_where_rules_are_listed(
    expect: str, rules: set[tuple[Any, ...]], tmp_path: Path
) -> None:
    row = f"id: a, domain: A, otherwise: ej uppfyllt, expect: {expect}"
    assert shown(covered(tmp_path, row), Kind.RULE) == rules


def test_a_case_that_fails_shows_nothing(tmp_path: Path) -> None:
    """All met in A gives A; the case that expects D is no witness for any rule."""
    found = covered(tmp_path, "id: a, domain: A, otherwise: uppfyllt, expect: {grade: D}")
    assert not any(goal.is_shown for goal in (*found.goals, *found.by_domain))


def test_both_ends_of_a_range_are_seen(tmp_path: Path) -> None:
    """A2 unknown: met it gives A, not met B. The two ends are a pair by themselves."""
    row = "id: a, domain: A, answers: {A1: uppfyllt}, expect: {worst: B, best: A}"
    found = covered(tmp_path, row)
    assert ("undantag", "rule", True) in shown(found, Kind.RULE)
    (goal,) = (goal for goal in found.of(Kind.CONDITION) if goal.is_shown)
    assert (goal.rule, goal.cases) == ("undantag", ("a", "a"))


def test_a_threshold_is_shown_at_the_nearest_value_only(tmp_path: Path) -> None:
    row = "domain: B, otherwise: uppfyllt, answers: {B2: %s, B3: %s}, expect: {%s, rules: [%s]}"
    far = "id: far, " + row % ("ej uppfyllt", "ej uppfyllt", "grade: C", "råd-brist, b2")
    near = "id: near, " + row % ("ej uppfyllt", "delvis", "grade: C", "råd-brist, b2")
    side = ("råd-brist", STANDARD, QUARTER, True)
    assert side not in shown(covered(tmp_path, far), Kind.THRESHOLD)
    assert side in shown(covered(tmp_path, far, near), Kind.THRESHOLD)
    assert ("råd-brist", "rule", True) in shown(covered(tmp_path, far), Kind.RULE)


def test_a_pair_is_of_one_domain_and_one_reading(tmp_path: Path) -> None:
    fired = "id: f, domain: A, answers: {A1: ej uppfyllt, A2: uppfyllt}, expect: {grade: D}"
    elsewhere = "id: b, domain: B, otherwise: uppfyllt, expect: {grade: A}"
    here = "id: a, domain: A, otherwise: uppfyllt, expect: {grade: A}"
    apart, together = covered(tmp_path, fired, elsewhere), covered(tmp_path, fired, elsewhere, here)
    assert ("föreskrift-brist", "condition", None) not in shown(apart, Kind.CONDITION)
    (goal,) = (g for g in apart.of(Kind.CONDITION) if g.rule == "föreskrift-brist")
    assert [(e.domain, dict(e.answers)) for e in goal.examples] == [("A", {})]  # the other is there
    (goal,) = (g for g in together.of(Kind.CONDITION) if g.rule == "föreskrift-brist")
    assert goal.cases == ("f", "a")


def test_what_would_show_all_that_is_missing_does(tmp_path: Path) -> None:
    """The suggested answers, made cases whose rules are listed, leave nothing missing."""
    found = covered(tmp_path, "id: a, domain: A, otherwise: uppfyllt, expect: {grade: A}")
    rows = ["id: a, domain: A, otherwise: uppfyllt, expect: {grade: A}"]
    for number, example in enumerate(e for goal in found.missing for e in goal.examples):
        answers = ", ".join(
            f"{id}: {{status: {s}, reason: x}}" for id, s in example.answers.items()
        )
        rows.append(
            f"id: n{number}, domain: {example.domain}, otherwise: uppfyllt, profile:"
            f" {example.profile}, answers: {{{answers}}}, expect: {{grade: A, rules: []}}"
        )
    assert len(rows) > 10
    # What is expected is wrong, as no person wrote it; what is seen is all that was missing.
    seen = (row for outcome in run(tmp_path, *rows) for row in observe(MINI, outcome))
    assert cover(MINI, seen).missing == ()


# The shipped rules.


def test_the_shipped_cases_show_all_that_can_be_shown() -> None:
    rulebook = load_rulebook()
    found = coverage(rulebook, run_cases(rulebook, read_cases(rulebook)))
    assert found.missing == ()
    assert [found.share(kind) for kind in Kind] == [1, 1, 1]
    # Two kvalitetsindikatorer of three missing is under 2/3; three of three under 1/3: the share
    # is then too small as well, and the number never decides alone.
    impossible = [(g.rule, g.comparison, g.profiles, g.wanted) for g in found.impossible]
    assert impossible == [
        ("fler-än-enstaka", 0, ("sträng",), True),
        ("fler-än-enstaka", 0, ("generös",), True),
    ]
    assert {goal.tried for goal in found.impossible} == {92}  # 3 of size 1, 2 of 2, 3 of 3


def test_the_shipped_cases_show_all_in_every_domain_by_itself() -> None:
    rulebook = load_rulebook()
    found = coverage(rulebook, run_cases(rulebook, read_cases(rulebook)))
    assert len({(goal.rule, goal.domain) for goal in found.by_domain}) == 8 + 6 + 6 + 8
    assert [named(g) for g in found.by_domain if g.is_possible and not g.is_shown] == []


# MC/DC, held against its definition by truth tables.


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """Small trees of `all` and `any`."""
    leaf = st.integers(1, 4).map(lambda n: StatusTest(f"A{n}", (Status.NOT_MET,)))

    def deeper(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
        rows = st.lists(parts, min_size=1, max_size=3).map(tuple)
        return rows.map(All) | rows.map(AnyOf)

    return draw(st.recursive(leaf, deeper, max_leaves=5))


def value(condition: Condition, truth: list[bool]) -> bool:
    """The condition's value, taking each comparison's own from the front: written anew."""
    if isinstance(condition, All | AnyOf):
        parts = [value(part, truth) for part in condition.parts]
        return False not in parts if isinstance(condition, All) else True in parts
    return truth.pop(0)


def matters(condition: Condition, truths: list[tuple[bool, ...]], at: int) -> bool:
    """Whether some two differ in one comparison and in the outcome, which follows it in both."""
    for first, second in product(truths, truths):
        here, there = (value(condition, list(t)) for t in (first, second))
        if first[at] and not second[at] and here != there:
            flipped = [
                value(condition, [b != (n == at) for n, b in enumerate(t)]) for t in (first, second)
            ]
            if flipped == [not here, not there]:
                return True
    return False


@settings(max_examples=150, deadline=None)
@given(conditions(), st.data())
def test_pairs_are_those_of_the_definition(condition: Condition, data: st.DataObject) -> None:
    size = len(list(leaves(condition)))
    every = list(product((False, True), repeat=size))
    truths = data.draw(st.lists(st.sampled_from(every), max_size=8))
    for at in range(size):
        found = pair(condition, truths, at)
        assert (found is not None) == matters(condition, truths, at)
        if found is None:
            continue
        first, second = (truths[n] for n in found)
        assert first[at]
        assert not second[at]
        assert outcome(condition, first)
        assert not outcome(condition, second)
        unique = any(
            a[at]
            and not b[at]
            and is_unique_cause(a, b)
            and value(condition, list(a)) != value(condition, list(b))
            for a, b in product(truths, truths)
        )
        assert is_unique_cause(first, second) == unique


# What can be reached, held against every combination of statuses.


def letters(domain: Any) -> list[tuple[Status, ...]]:
    plain = (Status.MET, Status.PARTLY, Status.NOT_MET, Status.NOT_APPLICABLE)
    return [
        (*plain, Status.MET_OTHERWISE) if row.norm is Norm.ALLMANT_RAD else plain
        for row in domain.linked.indicators.values()
    ]


@pytest.mark.parametrize("profile", ["standard", "sträng"])
@pytest.mark.parametrize("index", [0, 1])
def test_every_state_is_found_and_no_other(index: int, profile: str) -> None:
    domain = rules_in_force(MINI, MINI.policy(profile)).domains[index]
    for rule in domain.rules:
        reach, tests = Reach(domain, rule), list(leaves(rule.condition))
        every = [
            dict(zip(domain.linked.indicators, statuses, strict=True))
            for statuses in product(*letters(domain))
        ]
        found = [[leaf_value(leaf, domain, statuses) for leaf in tests] for statuses in every]
        truths = {tuple(held for held, _ in row) for row in found}
        assert {state.truth for state in reach.states} == truths
        for at, wanted in product(range(len(tests)), (True, False)):
            deciding = [
                row[at][1]
                for row in found
                if row[at][0] is wanted
                and decides(rule.condition, tuple(held for held, _ in row), at)
            ]
            values = [v for v in deciding if v is not None]
            near = reach.nearest(at, wanted)
            assert (reach.deciding(at, wanted) is not None) == bool(deciding)
            assert (near is not None) == bool(values)
            if near is not None:
                distances = [reach.distance(at, v) for v in values]
                assert near[0] in values
                assert reach.distance(at, near[0]) == min(distances)


def test_a_rule_that_looks_at_two_norms_and_at_single_rows(tmp_path: Path) -> None:
    """Both needed: each shown by taking it away; the row named twice cannot be shown."""
    file = read_file(VALID / "ruleset.yaml")
    named_twice = {"indicator": "B2", "is": ("delvis", "ej uppfyllt")}
    when = {
        "all": (
            {"fact": "föreskrift.ej_uppfyllda", "at_least": 1},
            {"any": (named_twice, named_twice)},
        )
    }
    rules = [row | {"when": when} if row["id"] == "b2" else row for row in file.data["rules"]]
    rulebook = link(
        read_file(VALID / "catalog.yaml"), YamlFile("r", file.data | {"rules": tuple(rules)})
    )
    found = coverage(rulebook, ())
    goals = {g.comparison: g for g in found.of(Kind.CONDITION) if g.rule == "b2"}
    assert [dict(e.answers) for e in goals[0].examples] == [
        {"B1": Status.NOT_MET, "B2": Status.NOT_MET},
        {"B2": Status.NOT_MET},
    ]
    assert (goals[1].is_possible, goals[2].is_possible) == (False, False)
    assert goals[1].tried == 4 * (5 * 4)  # B1; the named B2, which may be met otherwise, and B3


def test_more_than_can_be_looked_at_is_refused_with_the_number(tmp_path: Path, capsys: Any) -> None:
    rules = tmp_path / "rules.yaml"
    text = SHIPPED_RULES.read_text("utf-8")
    named = ", ".join(f"{{indicator: D{n}, is: ej uppfyllt}}" for n in range(1, 9))
    rule = (
        f"  - id: många\n    ceiling: D\n    when: {{all: [{named},"
        " {indicator: D9, is: ej uppfyllt}]}\n    because: {sv: x}\n    source: x\n"
    )
    rules.write_text(text + rule, "utf-8")
    cases = str(CASES / "scale-without-advice.yaml")
    assert main(["test", cases, "--rules", str(rules)]) == 0
    assert main(["test", cases, "--rules", str(rules), "--coverage"]) == 2
    number = 4**8 * 5 * 4  # eight föreskrifter; D9, which may be met otherwise; D10, unnamed
    err = capsys.readouterr().err
    assert err.startswith(f"error[SR810] --coverage rule `många` can look at {number} combinations")


def test_the_exit_code_follows_the_threshold(capsys: Any) -> None:
    cases = str(VALID / "cases.yaml")
    for least, code in (("0", 0), ("10", 0), ("100", 1)):
        assert main(["test", cases, *MINI_OPTIONS, "--threshold", least]) == code
    out = capsys.readouterr().out
    assert out.endswith("Täckningen är under 100 %: regler, tröskelvärden och villkor.\n")
    assert main(["test", "--coverage", "--threshold", "100", "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)["coverage"]
    assert [found[kind] for kind in ("rules", "thresholds", "conditions")] == [
        {"shown": 8, "possible": 8},
        {"shown": 20, "possible": 20},
        {"shown": 5, "possible": 5},
    ]
