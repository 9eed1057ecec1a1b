"""What can fire together, held against the definition on every combination of answers."""

from itertools import product

from agreement.generated import rulebooks
from hypothesis import HealthCheck, assume, given, settings

from spur_rules.evaluation import fired
from spur_rules.in_force import rules_in_force
from spur_rules.linting.outcomes import outcomes
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Norm, Status


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.filter_too_much])
@given(rulebooks())
def test_outcomes_are_all_there_is(rulebook: Rulebook) -> None:
    small = [d for d in rulebook.domains if len(d.indicators) <= 4]
    assume(small)
    found = outcomes(rulebook)
    rules = rules_in_force(rulebook, rulebook.policy())
    for domain in rules.domains:
        if domain.linked not in small:
            continue
        allowed = [
            [s for s in Status if s is not Status.NOT_ASSESSED and _may_be(s, row.norm)]
            for row in domain.linked.indicators.values()
        ]
        sets = {
            frozenset(fired(domain, dict(zip(domain.linked.indicators, answers, strict=True))))
            for answers in product(*allowed)
        }
        assert found[domain.linked.letter].fired == sets


def _may_be(status: Status, norm: Norm) -> bool:
    return status is not Status.MET_OTHERWISE or norm is Norm.ALLMANT_RAD
