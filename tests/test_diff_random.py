"""The classes that move are those of brute force over every answer, for random small rulebooks.

The two rulebooks are drawn apart: rows come and go, have other norms, and are named by other rules.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

from agreement import generated
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from spur_rules import evaluation
from spur_rules.api import compare
from spur_rules.comparing.moves import Found
from spur_rules.in_force import DomainInForce, rules_in_force
from spur_rules.rulebook import Rulebook
from spur_rules.suggestion import CaveatCode
from spur_rules.vocabulary import Norm, Status

ANSWERS = (Status.MET, Status.PARTLY, Status.NOT_MET, Status.NOT_APPLICABLE)
few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@st.composite
def small_rulebooks(draw: st.DrawFn) -> Rulebook:
    """One or two domains of one to four rows, one to four rules."""
    norms = st.lists(st.sampled_from(Norm), min_size=1, max_size=4).map(tuple)
    shapes = st.lists(st.tuples(st.sampled_from(generated.SCALES), norms), min_size=1, max_size=2)
    catalog = generated._catalog(draw(shapes))
    written = [draw(generated.rules(catalog, n)) for n in range(draw(st.integers(1, 4)))]
    weights = draw(st.sampled_from(({}, *({n.value: {"parameter": "p.vikt"}} for n in Norm))))
    return generated.linked(catalog, written, draw(generated.parameters()), weights)


Domains = tuple[DomainInForce, DomainInForce]
Answered = dict[str, Status]


def both(old: Rulebook, new: Rulebook) -> Iterator[Domains]:
    """The domains that both rulebooks have."""
    sides = [
        {d.linked.letter: d for d in rules_in_force(book, book.policy()).domains}
        for book in (old, new)
    ]
    yield from ((sides[0][at], sides[1][at]) for at in sides[1] if at in sides[0])


def norms(domains: Domains, id: str) -> tuple[Norm | None, ...]:
    rows = [domain.linked.indicators.get(id) for domain in domains]
    return tuple(row.norm if row else None for row in rows)


def every_answer(domains: Domains) -> Iterator[Answered]:
    ids = sorted({id for domain in domains for id in domain.linked.indicators})
    advice = [set(norms(domains, id)) <= {None, Norm.ALLMANT_RAD} for id in ids]
    choices = [(*ANSWERS, Status.MET_OTHERWISE) if is_advice else ANSWERS for is_advice in advice]
    for statuses in product(*choices):
        yield dict(zip(ids, statuses, strict=True))


def class_of(domains: Domains, answers: Answered) -> frozenset[Any]:
    """How many rows of the same norms have each status; a named row counts alone."""
    named = {id for domain in domains for id in domain.named}
    counts: Counter[Any] = Counter()
    for id, status in answers.items():
        alone = id in named
        told = Status.MET if status is Status.MET_OTHERWISE and not alone else status
        counts[norms(domains, id), id if alone else None, told] += 1
    return frozenset(counts.items())


def void(domain: DomainInForce, answers: Answered) -> set[Norm]:
    rows = domain.linked.indicators
    applies = {rows[id].norm for id in rows if answers[id] is not Status.NOT_APPLICABLE}
    return {row.norm for row in rows.values()} - applies


def as_answers(domains: Domains, found: Found) -> Answered:
    ids = {id for domain in domains for id in domain.linked.indicators}
    return dict.fromkeys(ids, Status.MET) | dict(found.example)


@few
@given(small_rulebooks(), small_rulebooks())
def test_what_moves_is_what_brute_force_finds(old: Rulebook, new: Rulebook) -> None:
    made = compare(old, new)
    tried = {row.domain: row for row in made.moves.tried}
    for domains in both(old, new):
        letter = domains[0].linked.letter
        answers = list(every_answer(domains))
        grades: dict[Any, list[Answered]] = {}
        voids: dict[Any, list[Answered]] = {}
        for given_ in answers:
            key = tuple(evaluation.grade(domain, given_) for domain in domains)
            if key[0] is not key[1]:
                grades.setdefault(key, []).append(given_)
            had, has = (void(domain, given_) for domain in domains)
            for norm in had ^ has:
                voids.setdefault((norm, norm in has), []).append(given_)
        assert tried[letter].answers == len(answers)
        assert tried[letter].classes == len({class_of(domains, each) for each in answers})
        found = [
            ((move.old, move.new), move.found)
            for move in made.moves.grades
            if move.domain == letter
        ]
        check(domains, grades, found)
        told = [
            ((move.norm, move.comes), move.found)
            for move in made.moves.caveats
            if move.domain == letter and move.code is CaveatCode.NORM_VOID
        ]
        check(domains, voids, told)


def check(domains: Domains, brute: dict[Any, list[Answered]], found: list[Any]) -> None:
    """As many answers and classes of each kind, and the smallest example is one of them."""
    assert {key for key, _ in found} == set(brute)
    for key, answers in brute.items():
        own = [group for name, group in found if name == key]
        assert sum(group.answers for group in own) == len(answers)
        assert sum(group.classes for group in own) == len({class_of(domains, a) for a in answers})
        fewest = min(sum(status is not Status.MET for status in a.values()) for a in answers)
        assert min(len(group.example) for group in own) == fewest
        assert all(as_answers(domains, group) in answers for group in own)


@few
@given(small_rulebooks())
def test_a_rulebook_is_the_same_as_itself(rulebook: Rulebook) -> None:
    made = compare(rulebook, rulebook)
    assert (made.changes, made.moves.grades, made.moves.caveats, made.plans) == ((), (), (), ())
