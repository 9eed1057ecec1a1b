"""Cases for random rulebooks: whatever the rules are, the key is right by the definition."""

import pytest
from agreement.generated import rulebooks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from test_vignettes import across, check_between, defined

from spur_rules import InputError
from spur_rules.rulebook import Rulebook
from spur_rules.vignettes.making import CaseMaker
from spur_rules.vignettes.phrase_book import phrase_book
from spur_rules.vignettes.wishes import Wish


@settings(max_examples=30, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(rulebooks(), st.integers(0, 9))
def test_the_key_is_right_whatever_the_rules_are(rulebook: Rulebook, seed: int) -> None:
    maker = CaseMaker(rulebook, rulebook.policy(), phrase_book(rulebook))
    if not any(
        maker.boundaries.of(domain.letter) for domain in rulebook.domains
    ):  # no single answer decides anything
        with pytest.raises(InputError, match="SR851"):
            maker.covering(Wish(), seed)
        return
    made = maker.covering(Wish(), seed)
    for case in made.cases:
        for key in case.domains:
            outcome = defined(rulebook, made.policy, case.vignette.checklist, key.domain)
            assert key.outcome == outcome
            if key.moved is not None:
                here, there = across(rulebook, made.policy, case, key.domain)
                assert key.moved.outcome == there
                check_between(key.moved.aim.boundary, here, there)
