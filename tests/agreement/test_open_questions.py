"""Open questions and ranges against brute force, on random rulebooks with rules on single rows."""

from functools import cache
from itertools import product

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agreement.generated import rulebooks
from spur_rules import Checklist, Grade, Status, evaluation, load_rulebook, suggest
from spur_rules.conditions import FactTest, Measure, leaves
from spur_rules.in_force import DomainInForce, rules_in_force
from spur_rules.suggestion import DomainSuggestion

ENDS = (Status.MET, Status.PARTLY, Status.NOT_MET)
MOST_UNKNOWN = 4
THOROUGH = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))

Statuses = dict[str, Status]


@THOROUGH
@given(st.data())
def test_what_is_open_is_exactly_what_can_move_the_grade(data: st.DataObject) -> None:
    rulebook = data.draw(rulebooks())
    known = {
        id: data.draw(st.sampled_from(ENDS), label=id)
        for domain in rulebook.domains
        for id in domain.order[MOST_UNKNOWN:]
    }
    suggestion = suggest(rulebook, Checklist.of("random", known), engine="native")
    for domain in rules_in_force(rulebook, rulebook.policy()).domains:
        found = suggestion[domain.linked.letter]
        statuses = {id: known.get(id, Status.NOT_ASSESSED) for id in domain.linked.order}
        outcomes = every_outcome(domain, statuses, ENDS)
        assert found.worst is max(outcomes.values())
        assert found.best is min(outcomes.values())
        every_answer = every_outcome(domain, statuses, answers_in(domain))
        assert {question.indicator for question in found.open} == movers(domain, every_answer)
        assert_worst_case(domain, statuses, found)


@THOROUGH
@given(st.data())
def test_the_shipped_rulebook(data: st.DataObject) -> None:
    rulebook = load_rulebook()
    policy = rulebook.policy(data.draw(st.sampled_from(["standard", "sträng", "generös"])))
    domain = data.draw(st.sampled_from(rules_in_force(rulebook, policy).domains))
    ids = list(domain.linked.order)
    unknown = set(data.draw(st.permutations(ids))[:MOST_UNKNOWN])
    statuses = {
        id: Status.NOT_ASSESSED if id in unknown else data.draw(st.sampled_from(ENDS), label=id)
        for id in ids
    }
    suggestion = suggest(rulebook, Checklist.of("st-spur", statuses), policy, "native")
    assert_worst_case(domain, statuses, suggestion[domain.linked.letter])


def assert_worst_case(domain: DomainInForce, statuses: Statuses, found: DomainSuggestion) -> None:
    """The order, the number of answers left and what each answer gives, followed to every end."""
    answers = answers_in(domain)

    @cache
    def fewest(rows: tuple[Status, ...]) -> int:
        worst, best = grades(rows)
        if worst is best:
            return 0
        unknown = [at for at, status in enumerate(rows) if status is Status.NOT_ASSESSED]
        return min(asked_first(rows, at) for at in unknown)

    @cache
    def grades(rows: tuple[Status, ...]) -> tuple[Grade, Grade]:
        return evaluation.grade_range(domain, dict(zip(statuses, rows, strict=True)))

    def asked_first(rows: tuple[Status, ...], at: int) -> int:
        return 1 + max(fewest(answered(rows, at, status)) for status in answers)

    now = tuple(statuses.values())
    for question in found.open:
        at = list(statuses).index(question.indicator)
        assert question.answers_left == asked_first(now, at)
        for outcome in question.outcomes:
            after = answered(now, at, outcome.status)
            assert (outcome.worst, outcome.best) == grades(after)
            assert outcome.answers_left == fewest(after)
    left = [question.answers_left for question in found.open]
    assert left == sorted(left)
    assert left[:1] == ([fewest(now)] if fewest(now) else [])


def answered(rows: tuple[Status, ...], at: int, status: Status) -> tuple[Status, ...]:
    return (*rows[:at], status, *rows[at + 1 :])


def answers_in(domain: DomainInForce) -> tuple[Status, ...]:
    """What may be answered; ej tillämpligt too where it lies between met and not met."""
    between = True
    for rule in domain.rules:
        for test in leaves(rule.condition):
            if isinstance(test, FactTest):
                between &= test.measure is not Measure.APPLICABLE
            else:
                fires = [s in test.statuses for s in (*ENDS[::2], Status.NOT_APPLICABLE)]
                between &= fires[0] <= fires[2] <= fires[1]
    return (*ENDS, Status.NOT_APPLICABLE) if between else ENDS


def every_outcome(
    domain: DomainInForce, statuses: Statuses, answers: tuple[Status, ...]
) -> dict[tuple[Status, ...], Grade]:
    unknown = [id for id, status in statuses.items() if status is Status.NOT_ASSESSED]
    return {
        chosen: evaluation.grade(domain, statuses | dict(zip(unknown, chosen, strict=True)))
        for chosen in product(answers, repeat=len(unknown))
    }


def movers(domain: DomainInForce, outcomes: dict[tuple[Status, ...], Grade]) -> set[str]:
    unknown = domain.linked.order[:MOST_UNKNOWN]
    return {
        id
        for at, id in enumerate(unknown)
        for answers, grade in outcomes.items()
        if answers[at] is Status.MET
        and outcomes[answered(answers, at, Status.NOT_MET)] is not grade
    }
