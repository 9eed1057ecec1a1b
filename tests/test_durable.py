"""durable-rules inside its limits: chunks, names, threads, failures, and the trial in a child."""

import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fractions import Fraction

import pytest
from checklists import Make

from spur_rules import EngineError, suggest
from spur_rules.api import grading
from spur_rules.conditions import AnyOf, Condition, FactTest, Measure, Op
from spur_rules.engines import durable
from spur_rules.engines.choice import CrossCheckedEngine
from spur_rules.engines.durable import DurableEngine
from spur_rules.engines.native import NativeEngine
from spur_rules.facts import count, encode
from spur_rules.in_force import DomainInForce, RuleInForce, RulesInForce, rules_in_force
from spur_rules.rulebook import Rulebook
from spur_rules.suggesting import Grader
from spur_rules.vocabulary import Grade, Norm

NO = "ej uppfyllt"


def facts_of(rulebook: Rulebook, checklist) -> list:
    return count(rules_in_force(rulebook, rulebook.policy()), encode(rulebook, checklist))


def first_domain(rulebook: Rulebook) -> DomainInForce:
    return rules_in_force(rulebook, rulebook.policy()).domains[0]


def alone(domain: DomainInForce, *rules: RuleInForce) -> RulesInForce:
    """One domain with other rules."""
    return RulesInForce((replace(domain, rules=rules),))


def many_rules(domain: DomainInForce, number: int) -> RulesInForce:
    """A domain with so many rules, each with a threshold of its own."""
    rules = (rule_in_force(n, f"r{n}", exceptions_above(Fraction(n, 1000))) for n in range(number))
    return alone(domain, *rules)


def rule_in_force(number: int, id: str, condition: Condition) -> RuleInForce:
    return RuleInForce(number, id, Grade.D, condition, condition, None, 1 << number)


def exceptions_above(threshold: Fraction) -> FactTest:
    return FactTest(Norm.FORESKRIFT, Measure.EXCEPTIONS, Op.MORE_THAN, threshold)


def test_five_hundred_rules_are_split_and_all_fire(rulebook: Rulebook, filled: Make) -> None:
    """More than 64 matches at once, or 512 conditions in one ruleset, would break the engine."""
    rules = many_rules(first_domain(rulebook), 500)
    engine = DurableEngine(rules)
    assert all(len(chunk.rules) <= durable.MAX_RULES for chunk in engine._chunks)
    assert len(engine._chunks) == 10
    facts = facts_of(rulebook, filled(A1=NO))[: rules.number_of_facts]
    assert engine.fire(facts) == NativeEngine(rules).fire(facts) == ((1 << 500) - 1,)


def test_a_rule_too_large_is_refused_before_the_engine_sees_it(rulebook: Rulebook) -> None:
    parts = tuple(exceptions_above(Fraction(n, 1000)) for n in range(201))
    rule = rule_in_force(0, "huge", AnyOf(parts))
    with pytest.raises(EngineError, match=r"SR504.*`huge`.*split it, or use --engine native"):
        DurableEngine(alone(first_domain(rulebook), rule))


def test_numbers_it_would_round_are_refused(rulebook: Rulebook, filled: Make) -> None:
    huge = exceptions_above(Fraction(1, 2**54))
    rules = alone(first_domain(rulebook), rule_in_force(0, "r", huge))
    engine = DurableEngine(rules)
    with pytest.raises(EngineError, match="SR504"):
        engine.fire(facts_of(rulebook, filled(A1=NO))[: rules.number_of_facts])


def test_auto_answers_by_native_what_durable_refuses(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(durable, "MAX_CONDITIONS", 0)
    suggestion = Grader(rulebook, rulebook.policy(), "auto").suggest(filled(A1=NO))
    assert suggestion["A"].grade == "D"
    assert suggestion.provenance.engines == ("native",)
    assert suggestion.notices[0].code == "engine-failed"
    with pytest.raises(EngineError, match="SR504"):
        Grader(rulebook, rulebook.policy(), "durable")


def test_native_takes_thousands_of_rules(rulebook: Rulebook, filled: Make) -> None:
    rules = many_rules(first_domain(rulebook), 5000)
    facts = facts_of(rulebook, filled(A1=NO))[: rules.number_of_facts]
    assert NativeEngine(rules).fire(facts) == ((1 << 1000) - 1,)  # thresholds below one exception


def test_it_sees_generated_names_and_whole_numbers_only(rulebook: Rulebook, filled: Make) -> None:
    engine = DurableEngine(rules_in_force(rulebook, rulebook.policy()))
    (chunk,) = engine._chunks
    message = durable._message(chunk, facts_of(rulebook, filled(H7=NO)))
    assert {type(value) for name, value in message.items() if name.startswith("p")} == {int}
    assert all(name in ("sid", "id", "k") or name[1:].isdigit() for name in message)


def test_two_names_with_one_hash_are_refused() -> None:
    chunk = durable._Chunk(properties={"x": "liquid", "y": "costarring"})  # type: ignore[dict-item]
    with pytest.raises(EngineError, match="SR504"):
        durable._check_names(chunk)


def test_nothing_stays_behind(rulebook: Rulebook, filled: Make) -> None:
    """Facts are taken back, so one checklist never meets the next."""
    engine = DurableEngine(rules_in_force(rulebook, rulebook.policy()))
    met, missing = facts_of(rulebook, filled()), facts_of(rulebook, filled(A1=NO, H12=NO))
    for _ in range(200):
        assert engine.fire(missing) == (1, 0, 0, 0, 0, 0, 0, 0)
        assert engine.fire(met) == (0,) * 8
    (host,) = engine._hosts
    assert host.get_facts("r", "1") == []


def test_eight_threads_share_one_engine(rulebook: Rulebook, filled: Make) -> None:
    engine = DurableEngine(rules_in_force(rulebook, rulebook.policy()))
    kinds = [
        (facts_of(rulebook, filled(A1=NO)), (1, 0, 0, 0, 0, 0, 0, 0)),
        (facts_of(rulebook, filled(B7=NO)), (0, 2, 0, 0, 0, 0, 0, 0)),
        (facts_of(rulebook, filled(F6=NO)), (0, 0, 0, 0, 0, 8, 0, 0)),
        (facts_of(rulebook, filled()), (0,) * 8),
    ]

    def work(thread: int) -> bool:
        facts, expected = kinds[thread % 4]
        return all(engine.fire(facts) == expected for _ in range(1000))

    with ThreadPoolExecutor(8) as pool:
        assert all(pool.map(work, range(8)))


def test_it_leaves_no_threads(rulebook: Rulebook) -> None:
    before = threading.active_count()
    DurableEngine(rules_in_force(rulebook, rulebook.policy()))
    assert threading.active_count() == before


def test_what_fails_once_is_built_anew(rulebook: Rulebook, filled: Make) -> None:
    engine = DurableEngine(rules_in_force(rulebook, rulebook.policy()))
    engine._hosts = [object()]
    assert engine.fire(facts_of(rulebook, filled(A1=NO)))[0] == 1


def test_what_fails_twice_is_answered_by_native_and_says_so(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("303")

    monkeypatch.setattr(DurableEngine, "_evaluate", broken)
    for engine in ("durable", "auto"):
        suggestion = suggest(rulebook, filled(A1=NO), engine=engine)
        assert suggestion["A"].grade == "D"
        assert suggestion.provenance.engines == ("native",)
        (notice,) = suggestion.notices
        assert notice.code == "engine-failed"


def test_a_difference_between_engines_is_an_error(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    domains = rules_in_force(rulebook, rulebook.policy())
    stricter = rules_in_force(rulebook, rulebook.policy("sträng"))
    wrong = CrossCheckedEngine(DurableEngine(stricter), NativeEngine(domains), "ABCDEFGH")
    monkeypatch.setattr("spur_rules.suggesting.engine_for", lambda *_: wrong)
    grader = Grader(rulebook, rulebook.policy(), "auto")
    assert grader.suggest(filled(A1=NO))["A"].grade == "D"
    with pytest.raises(EngineError, match=r"SR503.*durable and native disagree in domain B"):
        grader.suggest(filled(B9=NO))


def test_auto_is_native_where_durable_is_missing(
    rulebook: Rulebook, filled: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "durable", None)
    grading._grader.cache_clear()
    try:
        assert suggest(rulebook, filled()).provenance.engines == ("native",)
        with pytest.raises(EngineError, match=r"SR502.*use --engine native for the same grades"):
            suggest(rulebook, filled(), engine="durable")
    finally:
        grading._grader.cache_clear()


def test_a_hang_inside_c_is_found_by_the_trial(monkeypatch: pytest.MonkeyPatch) -> None:
    """`$nex` alone loops for ever; the trial runs in a child that is killed."""
    monkeypatch.setattr(durable, "PROBE_SECONDS", 1)
    with pytest.raises(EngineError, match=r"SR505.*hangs"):
        durable._probe({"r0": {"$nex": {"q": 1}}})


def test_a_refused_ruleset_is_found_by_the_trial() -> None:
    with pytest.raises(EngineError, match=r"SR505.*refuses"):
        durable._probe({"r0": {"p0": [1]}})


def test_it_works_in_a_forked_child() -> None:
    code = """
import os
from spur_rules import Checklist, Status, load_rulebook, suggest
rulebook = load_rulebook()
checklist = Checklist.of("st-spur", dict.fromkeys(rulebook.indicators, Status.NOT_MET))
suggest(rulebook, checklist)
child = os.fork()
if child == 0:
    os._exit(0 if suggest(rulebook, checklist)["A"].grade == "D" else 1)
print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=True)
    assert done.stdout == b"0\n"
