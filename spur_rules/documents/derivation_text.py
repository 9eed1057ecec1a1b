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
        yield 1, _rule(sentences, rule, rule.rule in binding)
        yield from _trace_lines(sentences, rule.condition, 2)


def _fact_value(sentences: Sentences, fact: FactValue) -> str:
    return _between(sentences, _written(sentences, fact.worst), _written(sentences, fact.best))


def _written(sentences: Sentences, value: Fraction | Status | None) -> str:
    if value is None:
        return sentences.say("fact.void")
    if isinstance(value, Status):
        return status_word(sentences.language, value)
    return str(number(value))


def _between(sentences: Sentences, worst: str, best: str) -> str:
    return worst if worst == best else sentences.say("fact.range", worst=worst, best=best)


def _rule(sentences: Sentences, rule: RuleTrace, is_binding: bool) -> str:
    key = "rule.binding" if is_binding else "rule.fired"
    if not rule.best:
        key = "rule.open" if rule.worst else "rule.not-fired"
    return sentences.say(key, rule=rule.rule, grade=rule.ceiling)


def _trace_lines(sentences: Sentences, trace: Trace, indent: int) -> Iterator[Line]:
    yield indent, _condition(sentences, trace)
    for part in trace.parts:
        yield from _trace_lines(sentences, part, indent + 1)


def _condition(sentences: Sentences, trace: Trace) -> str:
    result = _result(sentences, trace)
    condition = trace.condition
    if isinstance(condition, FactTest | StatusTest):
        worst, best = (_written(sentences, value) for value in trace.values)
        value = _between(sentences, worst, best)
        wanted = _wanted(sentences, condition, trace.threshold)
        if isinstance(condition, FactTest):
            fact = condition.fact
            return sentences.say("trace.fact", fact=fact, value=value, wanted=wanted, result=result)
        names = {"indicator": condition.indicator, "value": value, "wanted": wanted}
        return sentences.say("trace.status", None, **names, result=result)
    if isinstance(condition, Not):
        return sentences.say("trace.not", result=result)
    return sentences.say("trace.all" if isinstance(condition, All) else "trace.any", result=result)


def _wanted(
    sentences: Sentences, condition: FactTest | StatusTest, threshold: Fraction | None
) -> str:
    if isinstance(condition, StatusTest):
        words = [status_word(sentences.language, status) for status in condition.statuses]
        return listing(sentences.language, words, "or")
    shown = str(number(threshold)) if threshold is not None else ""
    if isinstance(condition.threshold, ParameterName):
        name = condition.threshold.name
        shown = sentences.say("threshold.named", value=shown, parameter=name)
    return sentences.say(f"wanted.{condition.op}", threshold=shown)


def _result(sentences: Sentences, trace: Trace) -> str:
    if trace.worst is not trace.best:
        return sentences.say("result.open")
    if trace.best is None:
        return sentences.say("result.void")
    return sentences.say("result.true" if trace.best else "result.false")
