"""The full derivation of a grade as text: each fact, each condition with its values, each rule."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..conditions import All, FactTest, Not, ParameterName, StatusTest
from ..explanation import Derivation, FactValue, RuleTrace, Trace
from ..suggestion import DomainSuggestion
from ..texts import listing, status_word
from ..vocabulary import Status
from .data import number
from .phrasing import Phrasing
from .sentences import Sentences

#: An indentation and a line.
Line = tuple[int, str]


def derivation_lines(
    sentences: Sentences, derivation: Derivation, domain: DomainSuggestion
) -> Iterator[Line]:
    """Every line of a derivation, with how far it is indented.

    Args:
        sentences: The language.
        derivation: What `derive` returned.
        domain: The suggestion it derives.
    """
    yield 0, sentences.say("answers")
    for status in Status:
        ids = [id for id, found in derivation.statuses if found is status]
        if ids:
            yield 1, f"{status_word(sentences.language, status)}: {sentences.spans(ids)}"
    is_open = any(fact.worst != fact.best for fact in derivation.facts)
    yield 0, sentences.say("facts.range" if is_open else "facts")
    for fact in derivation.facts:
        yield 1, f"{fact.fact}: {_fact_value(sentences, fact)}"
    yield 0, sentences.say("rules")
    binding = {ceiling.rule for ceiling in domain.ceilings if ceiling.binding}
    for rule in derivation.rules:
        yield from rule_lines(sentences, rule, rule.rule in binding)


def rule_lines(sentences: Phrasing, rule: RuleTrace, is_binding: bool) -> Iterator[Line]:
    """A rule, fired or not, and its conditions with their values.

    Args:
        sentences: The language.
        rule: What the rule came to.
        is_binding: Whether the grade rests on it.
    """
    yield 1, _rule(sentences, rule, is_binding)
    yield from _trace_lines(sentences, rule.condition, 2)


def _fact_value(sentences: Phrasing, fact: FactValue) -> str:
    return _between(sentences, _written(sentences, fact.worst), _written(sentences, fact.best))


def _written(sentences: Phrasing, value: Fraction | Status | None) -> str:
    if value is None:
        return sentences.say("fact.void")
    if isinstance(value, Status):
        return status_word(sentences.language, value)
    return str(number(value))


def _between(sentences: Phrasing, worst: str, best: str) -> str:
    return worst if worst == best else sentences.say("fact.range", worst=worst, best=best)


def _rule(sentences: Phrasing, rule: RuleTrace, is_binding: bool) -> str:
    key = "rule.binding" if is_binding else "rule.fired"
    if not rule.best:
        key = "rule.open" if rule.worst else "rule.not-fired"
    return sentences.say(key, rule=rule.rule, grade=rule.ceiling)


def _trace_lines(sentences: Phrasing, trace: Trace, indent: int) -> Iterator[Line]:
    yield indent, _condition(sentences, trace)
    for part in trace.parts:
        yield from _trace_lines(sentences, part, indent + 1)


def _condition(sentences: Phrasing, trace: Trace) -> str:
    result = _result(sentences, trace)
    condition = trace.condition
    if isinstance(condition, FactTest | StatusTest):
        worst, best = (_written(sentences, value) for value in trace.values)
        value = _between(sentences, worst, best)
        asked = wanted(sentences, condition, trace.threshold)
        if isinstance(condition, FactTest):
            fact = condition.fact
            return sentences.say("trace.fact", fact=fact, value=value, wanted=asked, result=result)
        names = {"indicator": condition.indicator, "value": value, "wanted": asked}
        return sentences.say("trace.status", None, **names, result=result)
    if isinstance(condition, Not):
        return sentences.say("trace.not", result=result)
    return sentences.say("trace.all" if isinstance(condition, All) else "trace.any", result=result)


def wanted(
    sentences: Phrasing, condition: FactTest | StatusTest, threshold: Fraction | None
) -> str:
    """What a comparison asks for.

    Args:
        sentences: The language.
        condition: The comparison, which may name a parameter.
        threshold: The number in force.
    """
    if isinstance(condition, StatusTest):
        words = [status_word(sentences.language, status) for status in condition.statuses]
        return listing(sentences.language, words, "or")
    shown = str(number(threshold)) if threshold is not None else ""
    if isinstance(condition.threshold, ParameterName):
        name = condition.threshold.name
        shown = sentences.say("threshold.named", value=shown, parameter=name)
    return sentences.say(f"wanted.{condition.op}", threshold=shown)


def _result(sentences: Phrasing, trace: Trace) -> str:
    if trace.worst is not trace.best:
        return sentences.say("result.open")
    if trace.best is None:
        return sentences.say("result.void")
    return sentences.say("result.true" if trace.best else "result.false")
