"""The smallest repairs and the single worsenings against brute force, on random rulebooks."""

from itertools import chain, combinations, product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreement.generated import checklists, rulebooks
from spur_rules import Grade, Status, evaluation, load_rulebook
from spur_rules.explaining.repairs import Repairs
from spur_rules.explaining.what_if import what_if
from spur_rules.explanation import Repair, Way
from spur_rules.facts import encode
from spur_rules.in_force import DomainInForce, rules_in_force
from spur_rules.rulebook import Rulebook

THOROUGH = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
BETTER_TO_WORSE = (Status.MET, Status.PARTLY, Status.NOT_MET)

Statuses = dict[str, Status]


@THOROUGH
@given(st.data())
def test_repairs_are_exactly_the_smallest(data: st.DataObject) -> None:
    rulebook = data.draw(st.one_of(rulebooks(), st.just(load_rulebook())))
    for domain, statuses, repairs in each_domain(data, rulebook):
        grade = evaluation.grade(domain, statuses)
        scale = domain.linked.domain.grades
        found = repairs.find()
        assert [repair.grade for repair in found] == [g for g in reversed(scale) if g < grade]
        for repair in found:
            assert repair.is_complete
            assert listed(repair) == smallest(domain, statuses, repair.grade)
            assert repair.fewest == min(map(len, listed(repair)), default=None)
            assert repair.is_possible == bool(listed(repair))


@settings(THOROUGH, max_examples=60)
@given(st.data())
def test_with_too_many_ways_one_smallest_is_given(data: st.DataObject) -> None:
    rulebook = data.draw(st.one_of(rulebooks(), st.just(load_rulebook())))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("spur_rules.explaining.repairs.LIMIT_WAYS", 0)
        for domain, statuses, repairs in each_domain(data, rulebook):
            for repair in repairs.find():
                assert repair.is_complete == (not any(step.ways for step in repair.steps))
                assert listed(repair) <= smallest(domain, statuses, repair.grade)
                assert all(len(step.ways) <= 1 for step in repair.steps)


@THOROUGH
@given(st.data())
def test_worsenings_are_exactly_those_that_lower(data: st.DataObject) -> None:
    rulebook = data.draw(st.one_of(rulebooks(), st.just(load_rulebook())))
    for domain, statuses, repairs in each_domain(data, rulebook):
        now = evaluation.grade(domain, statuses)
        expected = {
            (id, worse, grade)
            for id, status in statuses.items()
            for worse in worse_than(status)
            if (grade := evaluation.grade(domain, statuses | {id: worse})) > now
        }
        found = [
            (id, status, row.grade)
            for row in repairs.worsenings()
            for id in row.indicators
            for status in row.statuses
        ]
        assert len(found) == len(set(found))
        assert set(found) == expected


@THOROUGH
@given(st.data())
def test_mending_never_lowers_and_worsening_never_raises(data: st.DataObject) -> None:
    rulebook = data.draw(st.one_of(rulebooks(), st.just(load_rulebook())))
    for domain, statuses, _ in each_domain(data, rulebook):
        now = evaluation.grade(domain, statuses)
        for id, status in statuses.items():
            if status.is_shortcoming:
                assert evaluation.grade(domain, statuses | {id: Status.MET}) <= now
            for worse in worse_than(status) if status is not Status.NOT_APPLICABLE else ():
                assert evaluation.grade(domain, statuses | {id: worse}) >= now


def each_domain(
    data: st.DataObject, rulebook: Rulebook
) -> list[tuple[DomainInForce, Statuses, Repairs]]:
    """Every domain, what is unknown in it taken as met."""
    checklist = data.draw(checklists(rulebook))
    codes, policy = encode(rulebook, checklist), rulebook.policy()
    found = []
    for index, domain in enumerate(rules_in_force(rulebook, policy).domains):
        known = {id: checklist.status(id) for id in domain.linked.order}
        met = {id: Status.MET for id, s in known.items() if s is Status.NOT_ASSESSED}
        own = codes[domain.linked.start : domain.linked.stop]
        found.append((domain, known | met, Repairs(what_if(rulebook, policy, index), own)))
    return found


def worse_than(status: Status) -> tuple[Status, ...]:
    if status in (Status.MET_OTHERWISE, Status.NOT_APPLICABLE):
        status = Status.MET  # what does not apply could be found to, and to fall short
    if status not in BETTER_TO_WORSE:
        return ()
    return BETTER_TO_WORSE[BETTER_TO_WORSE.index(status) + 1 :]


def listed(repair: Repair) -> set[frozenset[str]]:
    """Every set of indicators that a repair names."""
    steps = [set(chain.from_iterable(map(chosen, step.ways))) for step in repair.steps]
    return {frozenset().union(*parts) for parts in product(*steps)}


def chosen(way: Way) -> set[frozenset[str]]:
    options = [combinations(choice.of, choice.number) for choice in way]
    return {frozenset(chain.from_iterable(parts)) for parts in product(*options)}


def smallest(domain: DomainInForce, statuses: Statuses, wanted: Grade) -> set[frozenset[str]]:
    """Every set of shortcomings that is enough, and of which nothing can be left out."""
    short = [id for id, status in statuses.items() if status.is_shortcoming]
    enough: list[frozenset[str]] = []
    for size in range(len(short) + 1):
        for ids in map(frozenset, combinations(short, size)):
            if any(less < ids for less in enough):
                continue
            if evaluation.grade(domain, statuses | dict.fromkeys(ids, Status.MET)) <= wanted:
                enough.append(ids)
    return set(enough)
