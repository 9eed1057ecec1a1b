"""durable-rules at the edges of its limits, and engines by name."""

import gc
import subprocess
from fractions import Fraction

import pytest
from checklists import Make
from small_books import RAD, answers, book, named
from test_durable import (
    NO,
    alone,
    exceptions_above,
    facts_of,
    first_domain,
    many_rules,
    rule_in_force,
)

from spur_rules import EngineError
from spur_rules.conditions import AnyOf, FactTest, Measure, Op, StatusTest
from spur_rules.engines import durable
from spur_rules.engines.choice import CrossCheckedEngine, engine_for, native_engine
from spur_rules.engines.durable import DurableEngine
from spur_rules.engines.native import NativeEngine
from spur_rules.in_force import RulesInForce, rules_in_force
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Norm, Status


def shares_below(number: int, first: int = 1) -> AnyOf:
    """So many comparisons, each with a property of its own, as no two shares count alike."""
    limits = (Fraction(n, 1009) for n in range(first, first + number))
    return AnyOf(
        tuple(FactTest(Norm.FORESKRIFT, Measure.SHARE_MET, Op.LESS_THAN, x) for x in limits)
    )


def exceptions_above_any(number: int) -> AnyOf:
    """So many comparisons of one property."""
    return AnyOf(tuple(exceptions_above(Fraction(n, 2)) for n in range(number)))


def sizes(rules: RulesInForce) -> list[int]:
    """How many rules each of the engine's rulesets has."""
    return [len(chunk.rules) for chunk in durable._chunks(rules)]


@pytest.mark.parametrize(
    ("each", "number", "expected"),
    [
        (10, 20, [20]),  # 200 comparisons
        (10, 21, [20, 1]),
        (150, 3, [1, 1, 1]),
        (200, 1, [1]),
    ],
)
def test_a_ruleset_has_at_most_two_hundred_comparisons(
    rulebook: Rulebook, each: int, number: int, expected: list[int]
) -> None:
    condition = exceptions_above_any(each)
    rules = (rule_in_force(n, f"r{n}", condition) for n in range(number))
    assert sizes(alone(first_domain(rulebook), *rules)) == expected


def test_one_comparison_beside_two_hundred_is_too_many(rulebook: Rulebook) -> None:
    rules = (
        rule_in_force(n, f"r{n}", exceptions_above_any(size)) for n, size in enumerate((200, 1))
    )
    assert sizes(alone(first_domain(rulebook), *rules)) == [1, 1]


def test_a_named_indicator_counts_its_statuses_and_one_more(rulebook: Rulebook) -> None:
    """One status is two comparisons, two are three: of 200, 100 or 66 of them."""
    one, two = (Status.NOT_MET,), (Status.PARTLY, Status.NOT_MET)
    for statuses, most in ((one, 100), (two, 66)):
        tests = (StatusTest("A1", statuses),) * most
        fits, does_not = (rule_in_force(0, "r", AnyOf(t)) for t in (tests, (*tests, tests[0])))
        assert sizes(alone(first_domain(rulebook), fits)) == [1]
        with pytest.raises(EngineError, match="SR504"):
            sizes(alone(first_domain(rulebook), does_not))


def test_a_ruleset_has_at_most_fifty_rules(rulebook: Rulebook) -> None:
    assert sizes(many_rules(first_domain(rulebook), 50)) == [50]
    assert sizes(many_rules(first_domain(rulebook), 51)) == [50, 1]


def test_a_ruleset_has_at_most_so_many_properties(rulebook: Rulebook) -> None:
    domain = first_domain(rulebook)
    fits, too_many = (rule_in_force(0, "r", shares_below(n)) for n in (190, 191))
    assert sizes(alone(domain, fits)) == [1]
    with pytest.raises(EngineError, match=r"SR504.*`r`"):
        sizes(alone(domain, too_many))
    # A second rule with one property of its own does not fit beside 190 of them.
    second = rule_in_force(1, "s", exceptions_above(Fraction(1)))
    assert sizes(alone(domain, fits, second)) == [1, 1]
    fewer = rule_in_force(0, "r", shares_below(189))
    assert sizes(alone(domain, fewer, second)) == [2]
    halves = [rule_in_force(n, f"r{n}", shares_below(96, first=1 + 96 * n)) for n in range(2)]
    assert sizes(alone(domain, *halves)) == [1, 1]


def test_no_rules_are_no_ruleset(rulebook: Rulebook, filled: Make) -> None:
    rules = alone(first_domain(rulebook))
    engine = DurableEngine(rules)
    assert engine._chunks == []
    assert engine.fire(facts_of(rulebook, filled(A1=NO))[: rules.number_of_facts]) == (0,)


def test_the_largest_number_that_it_holds_exactly(rulebook: Rulebook, filled: Make) -> None:
    """One exception times 2⁵³ is held; see test_durable for one more."""
    limit = exceptions_above(Fraction(2**53 - 1, 2**53))
    rules = alone(first_domain(rulebook), rule_in_force(0, "r", limit))
    facts = facts_of(rulebook, filled(A1=NO))[: rules.number_of_facts]
    assert DurableEngine(rules).fire(facts) == NativeEngine(rules).fire(facts) == (1,)


def test_where_all_is_met_nothing_is_told(rulebook: Rulebook, filled: Make) -> None:
    """A zero that no rule asks for is left out: durable-rules is slow in what it is told."""
    engine = DurableEngine(rules_in_force(rulebook, rulebook.policy()))
    (chunk,) = engine._chunks
    assert durable._message(chunk, facts_of(rulebook, filled())) == {"sid": "1", "id": "1", "k": 1}


def test_where_a_named_indicator_is_met_nothing_is_told() -> None:
    rulebook = book([RAD, RAD], [("C", named("A2", "delvis", NO))])
    (chunk,) = durable._chunks(rules_in_force(rulebook, rulebook.policy()))
    met, missing = answers(A1=NO, A2="uppfyllt"), answers(A1="uppfyllt", A2="delvis")
    told = [durable._message(chunk, facts_of(rulebook, found)) for found in (met, missing)]
    assert told == [bare := {"sid": "1", "id": "1", "k": 1}, bare | {"p0": 2}]


def test_rules_of_ones_own_are_tried_first_each_ruleset(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried: list[int] = []
    monkeypatch.setattr(durable, "_probe", lambda rules: tried.append(len(rules)))
    DurableEngine(many_rules(first_domain(rulebook), 51))
    assert tried == [50, 1]


def test_names_are_looked_at_before_the_engine_sees_them(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "fnv1a", lambda _: 0)
    with pytest.raises(EngineError, match=r"SR504.*same hash"):
        DurableEngine(rules_in_force(rulebook, rulebook.policy()))


def test_a_failure_that_the_engine_swallows_is_found(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: object) -> None:
        raise ValueError("inside an action")

    monkeypatch.setattr(DurableEngine, "_recorder", lambda *_: broken)
    engine = DurableEngine(rules_in_force(rulebook, rulebook.policy()), probe=False)
    with pytest.raises(EngineError, match=r"SR505.*failed twice \(RuntimeError\)"):
        engine.fire(facts_of(rulebook, filled(A1=NO)))


def test_its_memory_is_given_back(rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    given_back: list[int] = []
    monkeypatch.setattr(durable, "_release", given_back.append)
    engine = DurableEngine(rules_in_force(rulebook, rulebook.policy()), probe=False)
    handles = [host.get_ruleset("r")._handle for host in engine._hosts]
    assert given_back == []
    del engine
    gc.collect()
    assert given_back == handles


def test_names_that_collide_with_the_engines_own_are_refused() -> None:
    chunk = durable._Chunk(properties={"x": "id"})  # type: ignore[dict-item]
    with pytest.raises(EngineError, match="SR504"):
        durable._check_names(chunk)


@pytest.mark.parametrize(
    ("text", "value"), [("", 0x811C9DC5), ("a", 0xE40C292C), ("foobar", 0xBF9CF968)]
)
def test_the_hash_is_the_published_one(text: str, value: int) -> None:
    """Test vectors of FNV-1a, 32 bits."""
    assert durable.fnv1a(text) == value


def test_the_trial_has_the_time_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[float] = []

    def run(*_: object, timeout: float, **__: object) -> subprocess.CompletedProcess[str]:
        asked.append(timeout)
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(subprocess, "run", run)
    durable._probe({})
    assert asked == [10]


def test_what_the_trial_prints_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(EngineError, match="SR505"):
        durable._probe({"r0": {"p0": [1]}})
    assert capfd.readouterr() == ("", "")


# engines by name ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("nativ", r"`nativ`; did you mean `native`"),
        ("zzz", r"use one of `auto`, `native`, `durable`"),
    ],
)
def test_an_unknown_engine_is_told_what_there_is(rulebook: Rulebook, name: str, told: str) -> None:
    with pytest.raises(EngineError, match=rf"SR501.*{told}"):
        engine_for(name, rulebook, rulebook.policy())


def test_each_name_gives_its_engines(rulebook: Rulebook) -> None:
    found = {name: engine_for(name, rulebook, rulebook.policy()).names for name in ENGINES}
    assert found == {
        "auto": ("durable", "native"),
        "native": ("native",),
        "durable": ("durable",),
    }


ENGINES = ("auto", "native", "durable")


def test_native_is_made_once_for_each_policy(rulebook: Rulebook) -> None:
    """A thousand checklists under one reading compile its rules once."""
    policy, other = rulebook.policy(), rulebook.policy("sträng")
    assert native_engine(rulebook, policy) is native_engine(rulebook, policy)
    assert native_engine(rulebook, policy) is not native_engine(rulebook, other)
    assert rules_in_force(rulebook, policy) is rules_in_force(rulebook, rulebook.policy())


@pytest.mark.parametrize("names", ["auto", "durable"])
def test_the_shipped_rules_need_no_trial(
    rulebook: Rulebook, names: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def trial(*_: object) -> None:
        raise AssertionError("a child process costs a fifth of a second")

    monkeypatch.setattr(durable, "_probe", trial)
    assert engine_for(names, rulebook, rulebook.policy())


def test_two_engines_that_differ_name_every_domain_where_they_do(
    rulebook: Rulebook, filled: Make
) -> None:
    strict = NativeEngine(rules_in_force(rulebook, rulebook.policy("sträng")))
    standard = NativeEngine(rules_in_force(rulebook, rulebook.policy()))
    both = CrossCheckedEngine(strict, standard, "ABCDEFGH")
    with pytest.raises(EngineError, match=r"SR503.*in domain A, B;"):
        both.fire(facts_of(rulebook, filled(A4="delvis", B9=NO, E12=NO)))
    assert both.fire(facts_of(rulebook, filled(A1=NO)))[0] == 1


class Fixed:
    """An engine that always gives the same answer."""

    names = ("fixed",)

    def __init__(self, *fired: int) -> None:
        self.fired = fired

    def fire(self, _: object) -> tuple[int, ...]:
        return self.fired


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [((1, 0, 0), (0, 1, 0), "A, B"), ((0, 0, 1), (0, 0, 3), "C"), ((0, 2, 0), (0, 0, 0), "B")],
)
def test_a_difference_either_way_is_an_error(
    first: tuple[int, ...], second: tuple[int, ...], told: str
) -> None:
    with pytest.raises(EngineError, match=f"SR503.*in domain {told};"):
        CrossCheckedEngine(Fixed(*first), Fixed(*second), "ABC").fire(())
    assert CrossCheckedEngine(Fixed(*first), Fixed(*first), "ABC").fire(()) == first
