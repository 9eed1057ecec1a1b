"""Every class of answers by the definition of right, and where the program says otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import product

from .. import evaluation
from ..checklist import Answer, Checklist
from ..engines.base import Engine
from ..engines.durable import DurableEngine
from ..engines.native import NativeEngine
from ..evaluation import holds
from ..grading import decide, suggest_domain
from ..in_force import DomainInForce, RuleInForce, RulesInForce
from ..suggestion import Caveat, CaveatCode, DomainSuggestion
from ..vocabulary import Status
from .alike import AlikeRows
from .enumeration import Classes, ClassPart


def by_definition(classes: Classes, view: int) -> list[int]:
    """The rules that fire in every class, as the definition says: bit n is set for the rule n.

    A rule is asked about every combination of the indicators that it looks at, the others met.

    Args:
        classes: The classes of one domain.
        view: Which of its views.
    """
    tables = (_table(classes, view, part, rows, {}) for part, rows in classes.by_part())
    return classes.combined(list(tables))


def differs_otherwise(classes: Classes, view: int) -> Iterator[int]:
    """Every class in which på annat sätt is anything but met, where the two are not told apart.

    Args:
        classes: The classes of one domain.
        view: Which of its views.
    """
    tables = []
    for part, rows in classes.by_part():
        advice = [id for row in rows if row.is_advice and not row.is_named for id in row.ids]
        otherwise = dict.fromkeys(advice, Status.MET_OTHERWISE)
        as_met, by_another_way = (_table(classes, view, part, rows, w) for w in ({}, otherwise))
        tables.append([a ^ b for a, b in zip(as_met, by_another_way, strict=True)])
    if any(map(any, tables)):
        yield from (n for n, bits in enumerate(classes.combined(tables)) if bits)


def _table(
    classes: Classes,
    view: int,
    part: ClassPart,
    rows: Sequence[AlikeRows],
    met_as: dict[str, Status],
) -> list[int]:
    domain = classes.views[view]
    rules = [rule for rule in domain.rules if rule.bit & part.rules[view]]
    statuses = dict.fromkeys(domain.linked.indicators, Status.MET)
    fired = []
    for answers in product(*(row.answers for row in rows)):
        for own in answers:
            statuses |= own
        met = {id: way for id, way in met_as.items() if statuses[id] is Status.MET}
        asked = statuses | met
        fired.append(sum(rule.bit for rule in rules if holds(rule.written, domain, asked)))
    return fired


def engine_of(name: str, domain: DomainInForce) -> Engine:
    """An engine for one domain alone.

    Args:
        name: `native` or `durable`.
        domain: The rules in force.

    Raises:
        EngineError: SR502, SR504 or SR505, from durable-rules.
    """
    rules = RulesInForce((replace(domain, first_fact=0),))
    return NativeEngine(rules) if name == "native" else DurableEngine(rules)


def differing(
    classes: Classes, engines: Sequence[Engine], fired: Sequence[Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Every class and view in which an engine does not fire the rules that it should.

    Args:
        classes: The classes of one domain.
        engines: One for each view.
        fired: The rules that should fire, for each view.
    """
    pairs = [(view, engines[view].fire, fired[view]) for view in range(len(engines))]
    for number, facts in enumerate(classes.facts(0)):
        for view, fire, expected in pairs:
            if fire(facts)[0] != expected[number]:
                yield number, view


def decided(classes: Classes, view: int, fired: Sequence[int]) -> tuple[bytes, list[int]]:
    """The grade of every class as a letter, and classes where the definition has another.

    Args:
        classes: The classes of one domain.
        view: Which of its views.
        fired: The rules that fire in each class.
    """
    domain = classes.views[view]
    first = {bits: number for number, bits in reversed(list(enumerate(fired)))}
    grades = {bits: decide(domain, bits) for bits in first}
    letters = {bits: ord(grade) for bits, grade in grades.items()}
    wrong = [
        number
        for bits, number in first.items()
        if evaluation.grade(domain, classes.answers(number)) is not grades[bits]
    ]
    return bytes([letters[bits] for bits in fired]), wrong


def without_caveat(
    classes: Classes, view: int, rule: RuleInForce, fired: Sequence[int], grades: bytes
) -> Iterator[int]:
    """The classes whose grade rests on a rule with a caveat, and whose suggestion has it not.

    Args:
        classes: The classes of one domain.
        view: Which of its views.
        rule: The rule with the caveat.
        fired: The rules that fire in each class.
        grades: The grade of each class, as `decided` gives it.
    """
    domain, ceiling = classes.views[view], ord(rule.ceiling)
    caveat = Caveat(CaveatCode.RULE, rule=rule.id)
    for number, (bits, letter) in enumerate(zip(fired, grades, strict=True)):
        rests = letter == ceiling and bits & rule.bit
        if rests and caveat not in suggested(domain, classes.answers(number), bits).caveats:
            yield number


def suggested(
    domain: DomainInForce, statuses: Mapping[str, Status], fired: int
) -> DomainSuggestion:
    """The suggestion for one domain, made as any suggestion is.

    Args:
        domain: The rules in force.
        statuses: The domain's answers, in catalog order.
        fired: The rules that fire.
    """
    checklist = _checklist(statuses)
    codes = bytes([checklist.codes[id] for id in domain.linked.order])
    return suggest_domain(domain, checklist, bytes(domain.linked.start) + codes, (fired, fired))


def _checklist(statuses: Mapping[str, Status]) -> Checklist:
    """A checklist of answers that need no checking: there are tens of thousands."""
    answers = tuple([_answer(id, status) for id, status in statuses.items()])
    return Checklist.model_construct(answers=answers)


@lru_cache(maxsize=4096)
def _answer(id: str, status: Status) -> Answer:
    return Answer.model_construct(indicator=id, status=status)
