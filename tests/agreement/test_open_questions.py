"""Open questions and ranges against brute force, on random rulebooks with rules on single rows."""

from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreement.generated import rulebooks
from spur_rules import Checklist, Status, evaluation, suggest
from spur_rules.in_force import DomainInForce, rules_in_force

ANSWERS = (Status.MET, Status.PARTLY, Status.NOT_MET)
MOST_UNKNOWN = 5


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_what_is_open_is_exactly_what_can_move_the_grade(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks())
    known = {
        id: data.draw(st.sampled_from(ANSWERS), label=id)
        for domain in rulebook.domains
        for id in domain.order[MOST_UNKNOWN:]
    }
    suggestion = suggest(rulebook, Checklist.of("random", known), engine="native")
    for domain in rules_in_force(rulebook, rulebook.policy()).domains:
        found = suggestion[domain.linked.letter]
        outcomes = every_outcome(domain, known)
        assert {found.worst, found.best} <= set(outcomes.values())
        assert all(found.best <= grade <= found.worst for grade in outcomes.values())
        assert {question.indicator for question in found.open} == movers(domain, outcomes)


def every_outcome(domain: DomainInForce, known: dict[str, Status]) -> dict[tuple, object]:
    unknown = domain.linked.order[:MOST_UNKNOWN]
    rest = {id: known[id] for id in domain.linked.order if id in known}
    return {
        answers: evaluation.grade(domain, rest | dict(zip(unknown, answers, strict=True)))
        for answers in product(ANSWERS, repeat=len(unknown))
    }


def movers(domain: DomainInForce, outcomes: dict[tuple, object]) -> set[str]:
    unknown = domain.linked.order[:MOST_UNKNOWN]
    return {
        id
        for at, id in enumerate(unknown)
        for answers, grade in outcomes.items()
        if answers[at] is Status.MET
        and outcomes[(*answers[:at], Status.NOT_MET, *answers[at + 1 :])] is not grade
    }
