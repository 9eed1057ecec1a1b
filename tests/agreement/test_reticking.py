"""The fewest ticks to change, and sensitivity, against brute force on random rulebooks."""

from fractions import Fraction
from itertools import chain, combinations, product

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from agreement.generated import checklists, rulebooks
from spur_rules import Checklist, Status, evaluation
from spur_rules.explaining.reticking import Reticking
from spur_rules.explaining.sensitivity import readings
from spur_rules.explaining.what_if import what_if
from spur_rules.explanation import Step, Way
from spur_rules.facts import encode
from spur_rules.in_force import DomainInForce, rules_in_force
from spur_rules.policy import Override

TICKS = (Status.MET, Status.PARTLY, Status.NOT_MET)
MOST_KNOWN = 5
THOROUGH = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))

Statuses = dict[str, Status]
Change = frozenset[tuple[str, Status]]


@THOROUGH
@given(st.data())
def test_exactly_the_fewest_ticks(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks())
    known = {
        id: data.draw(st.sampled_from((*TICKS, Status.NOT_APPLICABLE)), label=id)
        for domain in rulebook.domains
        for id in domain.order[:MOST_KNOWN]
    }
    codes, policy = encode(rulebook, Checklist.of("random", known)), rulebook.policy()
    for index, domain in enumerate(rules_in_force(rulebook, policy).domains):
        own = codes[domain.linked.start : domain.linked.stop]
        statuses = {id: known.get(id, Status.MET) for id in domain.linked.order}
        ticked = list(statuses)[: MOST_KNOWN + 1]
        assume(len(ticked) == len(statuses))
        for grade in domain.linked.domain.grades:
            found = Reticking(what_if(rulebook, policy, index), own).find(grade)
            assert found.is_complete
            expected = fewest_changes(domain, statuses, ticked, grade)
            assert set(chain.from_iterable(map(listed, found.changes))) == expected


def fewest_changes(
    domain: DomainInForce, statuses: Statuses, ticked: list[str], grade: object
) -> set[Change]:
    for size in range(len(ticked) + 1):
        found = {
            frozenset(zip(ids, new, strict=True))
            for ids in combinations(ticked, size)
            for new in product(TICKS, repeat=size)
            if all(statuses[id] is not s for id, s in zip(ids, new, strict=True))
            and evaluation.grade(domain, statuses | dict(zip(ids, new, strict=True))) is grade
        }
        if found:
            return found
    return set()


def listed(steps: tuple[Step, ...]) -> set[Change]:
    options = [set(chain.from_iterable(map(changes, step.ways))) for step in steps]
    return {frozenset().union(*parts) for parts in product(*options)}


def changes(way: Way) -> set[Change]:
    """Choices of the same indicators for two statuses are of different ones."""
    options = [
        [frozenset((id, choice.status) for id in ids) for ids in combinations(choice.of, n)]
        for choice in way
        if (n := choice.number)
    ]
    joined = (frozenset().union(*parts) for parts in product(*options))
    number = sum(choice.number for choice in way)
    return {change for change in joined if len({id for id, _ in change}) == number}


@THOROUGH
@given(st.data())
def test_sensitivity_is_what_each_reading_gives(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks())
    checklist = data.draw(checklists(rulebook))
    tried = readings(rulebook, rulebook.policy()).sensitivity(checklist)
    for parameter in rulebook.ruleset.parameters:
        for value in values(parameter.unit.value):
            policy = rulebook.policy(overrides=[Override(parameter.name, value)])
            for found, domain in zip(tried, rules_in_force(rulebook, policy).domains, strict=True):
                statuses = {id: checklist.status(id) for id in domain.linked.order}
                moves = [r for r in found.parameters if r.parameter == parameter.name]
                under = [(r.worst, r.best) for r in moves if value in r.values]
                expected = evaluation.grade_range(domain, statuses)
                assert under == ([expected] if expected != (found.worst, found.best) else [])


def values(unit: str) -> list[Fraction]:
    if unit == "vikt":
        return [Fraction(0), Fraction(1, 2), Fraction(1)]
    if unit == "antal":
        return [Fraction(n, 2) for n in range(20)]
    return [Fraction(n, 24) for n in range(25)] + [Fraction(1, 7), Fraction(3, 11), Fraction(8, 9)]
