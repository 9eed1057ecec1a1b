"""The split against a plain loop over pairs, on random panels and random rulebooks."""

from collections import Counter
from dataclasses import replace
from fractions import Fraction
from itertools import combinations, product
from random import Random

import numpy as np
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from agreement.generated import rulebooks
from agreement.split_definition import Found, Review, split_of
from spur_rules import Checklist, Status, load_rulebook
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.panels.panel import NO_GRADE, Panel, Rated, gather
from spur_rules.calibration.split.pair_explained import explain_pair
from spur_rules.calibration.split.split import Judging, Split, SplitKind
from spur_rules.calibration.split.splitting import split
from spur_rules.calibration.suggested import suggest_panel
from spur_rules.checklist import GivenGrade
from spur_rules.policy import Override, Policy
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Grade

FEW = settings(
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # a panel is small already: shrinking takes minutes
)
STATUSES = (
    *(Status.PARTLY, Status.NOT_MET) * 3,
    *(Status.MET, Status.NOT_APPLICABLE, Status.NOT_ASSESSED),
)


@settings(FEW, max_examples=25)
@given(rulebooks(), st.integers(0, 10**6))
def test_the_split_is_what_a_loop_over_pairs_says(rulebook: Rulebook, seed: int) -> None:
    is_held_against_the_definition(rulebook, rulebook.policy(), Random(seed))


@settings(FEW, max_examples=5)
@given(st.booleans(), st.integers(0, 10**6))
def test_so_it_is_for_the_shipped_rulebook(is_strict: bool, seed: int) -> None:
    rulebook = load_rulebook()
    most = Override("enstaka_undantag.högst", Fraction(2), "E")
    policy = rulebook.policy("sträng", [most]) if is_strict else rulebook.policy()
    is_held_against_the_definition(rulebook, policy, Random(seed))


def reviews(rulebook: Rulebook, random: Random) -> list[Review]:
    """Raters who start from the same ticks of a case and tick some rows otherwise.

    Most shortcomings are among the last rows of each domain, where the words leave room.
    """
    found = []
    grades = [*Grade, None]
    for case in range(random.randint(1, 3)):
        seen = dict.fromkeys(rulebook.indicators, Status.MET) | drawn(rulebook, random, 3)
        for rater in range(random.randint(1, 5)):
            own = drawn(rulebook, random, 2) if random.random() < 0.6 else {}
            letters = [domain.letter for domain in rulebook.domains]
            given_grades = {at: grade for at in letters if (grade := random.choice(grades))}
            found.append(Review(f"fall {case}", f"R{rater}", seen | own, given_grades))
    return found


def drawn(rulebook: Rulebook, random: Random, most: int) -> dict[str, Status]:
    """Statuses of a few rows of every domain."""
    return {
        id: random.choice(STATUSES)
        for domain in rulebook.domains
        for id in random.sample(domain.order[-8:], min(random.randint(0, most), len(domain.order)))
    }


def panel_of(rulebook: Rulebook, rows: list[Review]) -> Panel:
    return gather(
        rulebook,
        [
            Rated(
                row.case,
                row.rater,
                Checklist.of(rulebook.catalog.id, dict(row.ticks)).model_copy(
                    update={
                        "given": tuple(GivenGrade(domain=d, grade=g) for d, g in row.given.items())
                    }
                ),
            )
            for row in rows
        ],
    )


def given_by_rules(panel: Panel, policies: list[Policy], random: Random) -> Panel:
    """Most given grades are what the rules make of the ticks under some reading."""
    given_grades = panel.given.copy()
    made = [suggest_panel(panel, policy).worst for policy in policies]
    for place in np.argwhere(panel.given != NO_GRADE):
        if random.random() < 0.75:
            given_grades[tuple(place)] = random.choice(made)[tuple(place)]
    return replace(panel, given=given_grades)


def is_held_against_the_definition(rulebook: Rulebook, policy: Policy, random: Random) -> None:
    rows = reviews(rulebook, random)
    names = [profile.name for profile in rulebook.ruleset.profiles]
    policies = [policy, policy, *map(rulebook.policy, names)]
    panel = given_by_rules(panel_of(rulebook, rows), policies, random)
    given_grades = [
        {letter: list(Grade)[n] for letter, n in zip(panel.letters, own, strict=True) if n >= 0}
        for own in panel.given.tolist()
    ]
    read = [row._replace(given=own) for row, own in zip(rows, given_grades, strict=True)]
    found = split(panel, policy, suggest_panel(panel, policy), Resampling(len(panel.cases), 40))
    compare(found, {d: split_of(rulebook, policy, d, read) for d in panel.letters})


def compare(found: Split, expected: dict[str, Found]) -> None:
    for row in found.domains:
        assert row.domain
        plain = expected[row.domain]
        assert row.numbers == {kind: plain.kinds[kind] for kind in SplitKind}
        assert row.pairs == plain.kinds.total()
        for name in ("one_departs", "both_depart", "despite_ticks", "nothing_ticked"):
            assert getattr(row, name) == plain.more[name]
        assert row.same_by_rules == plain.more["same_by_rules"]
        assert row.other_by_rules == plain.more["other_by_rules"]
    whole = {name: Counter[object]() for name in Found._fields}
    for plain in expected.values():
        for name in Found._fields:
            whole[name].update(getattr(plain, name))
    assert found.overall.numbers == {kind: whole["kinds"][kind] for kind in SplitKind}
    assert {r.indicator: r.differing for r in found.rows} == whole["differing"]
    assert {r.indicator: r.settled for r in found.rows if r.settled} == whole["settled"]
    assert {r.indicator: r.possibly for r in found.rows if r.possibly} == whole["possibly"]
    together = {frozenset(r.indicators): r.pairs for r in found.rows_together}
    assert together == {frozenset(rows): n for rows, n in whole["together"].items()}
    for name in ("by_one_row", "by_two_rows", "by_more_rows", "by_one_tick"):
        assert getattr(found.settling, name) == whole["more"][name]
    for name in Judging._fields:
        assert getattr(found.judging, name) == whole["more"][name]
    in_all = {r.parameter: r.settled for r in found.parameters if r.domain is None and r.settled}
    assert in_all == whole["parameters"]
    assert sum(row.pairs for row in found.judgements) == whole["more"]["listed"]


@settings(FEW, max_examples=6)
@given(st.integers(0, 10**6))
def test_every_pair_alone_is_of_the_kind_it_is_counted_as(seed: int) -> None:
    rulebook, random = load_rulebook(), Random(seed)
    policy = rulebook.policy()
    drawn_panel = panel_of(rulebook, reviews(rulebook, random))
    panel = given_by_rules(drawn_panel, [policy], random)
    found = split(panel, policy, suggest_panel(panel, policy), Resampling(len(panel.cases), 40))
    pairs = [
        explain_pair(panel, policy, case, letter, *raters)
        for case, letter in product(panel.cases, panel.letters)
        for raters in combinations(panel.raters, 2)
    ]
    kinds = Counter(pair.kind for pair in pairs if pair is not None)
    assert found.overall.numbers == {kind: kinds[kind] for kind in SplitKind}
    differing = Counter(tick.indicator for pair in pairs if pair for tick in pair.ticks)
    assert {row.indicator: row.differing for row in found.rows} == differing
