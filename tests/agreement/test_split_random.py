"""The split against a plain loop over pairs, on random panels and random rulebooks."""

from collections import Counter
from fractions import Fraction
from itertools import combinations, product

import numpy as np
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from agreement.generated import rulebooks
from agreement.split_definition import Found, Review, split_of
from spur_rules import Checklist, Status, load_rulebook
from spur_rules.calibration.pair_explained import explain_pair
from spur_rules.calibration.panel import Panel, Rated, gather
from spur_rules.calibration.resampling import Resampling
from spur_rules.calibration.split import Split, SplitKind
from spur_rules.calibration.splitting import split
from spur_rules.calibration.suggested import suggest_panel
from spur_rules.checklist import GivenGrade
from spur_rules.policy import Override, Policy
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Grade

FEW = settings(
    max_examples=10,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=(Phase.explicit, Phase.generate),  # a panel is small already: shrinking takes minutes
)
#: Half of what raters tick differently is about a few words.
LIKELY = (Status.MET, Status.MET, Status.MET, Status.PARTLY, Status.NOT_MET)


@FEW
@given(st.data(), st.integers(1, 3))
def test_the_split_is_what_a_loop_over_pairs_says(data: st.DataObject, every: int) -> None:
    rulebook = data.draw(rulebooks())
    is_held_against_the_definition(rulebook, rulebook.policy(), reviews(data, rulebook), every)


@settings(FEW, max_examples=5)
@given(st.data(), st.integers(1, 3))
def test_so_it_is_for_the_shipped_rulebook(data: st.DataObject, every: int) -> None:
    rulebook = load_rulebook()
    most = Override("enstaka_undantag.högst", Fraction(2), "E")
    policy = data.draw(st.sampled_from((rulebook.policy("sträng", [most]), rulebook.policy())))
    is_held_against_the_definition(rulebook, policy, reviews(data, rulebook, spread=4), every)


def reviews(data: st.DataObject, rulebook: Rulebook, spread: int = 3) -> list[Review]:
    """Raters who start from the same ticks of a case and tick some rows otherwise."""
    ids = list(rulebook.indicators)
    status = st.sampled_from((*LIKELY, Status.NOT_APPLICABLE, Status.NOT_ASSESSED))
    found = []
    for case in range(data.draw(st.integers(1, 3))):
        seen = dict.fromkeys(ids, Status.MET)
        seen |= data.draw(st.dictionaries(st.sampled_from(ids), status, max_size=spread))
        for rater in range(data.draw(st.integers(1, 4))):
            own = data.draw(st.dictionaries(st.sampled_from(ids), status, max_size=2))
            grades = st.sampled_from(Grade)
            letters = st.sampled_from([domain.letter for domain in rulebook.domains])
            given_grades = data.draw(st.dictionaries(letters, grades))
            found.append(Review(f"fall {case}", f"R{rater}", seen | own, given_grades))
    return found


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


def follow_the_rules(panel: Panel, policy: Policy, every: int) -> Panel:
    """So that many differences are explained: all but some give the rules' own grade."""
    suggested = suggest_panel(panel, policy)
    own = (np.arange(panel.size) % every == 0)[:, np.newaxis] & (panel.given >= 0)
    given_grades = np.where(own, suggested.worst, panel.given).astype(np.int8)
    names = ("rulebook", "cases", "raters", "case_of", "rater_of", "statuses")
    return Panel(*(getattr(panel, name) for name in names), given_grades)


def is_held_against_the_definition(
    rulebook: Rulebook, policy: Policy, rows: list[Review], every: int
) -> None:
    drawn = panel_of(rulebook, rows)
    panel = follow_the_rules(drawn, policy, every)
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
        for name in ("one_departs", "both_depart", "despite_ticks"):
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
    for name in ("judgements", "by_one_parameter", "by_readings", "by_none", "may_follow"):
        assert getattr(found.judging, name) == whole["more"][name]
    in_all = {r.parameter: r.settled for r in found.parameters if r.domain is None and r.settled}
    assert in_all == whole["parameters"]
    assert sum(row.pairs for row in found.judgements) == whole["more"]["judgements"]


@settings(FEW, max_examples=6)
@given(st.data())
def test_every_pair_alone_is_of_the_kind_it_is_counted_as(data: st.DataObject) -> None:
    rulebook = load_rulebook()
    policy = rulebook.policy()
    panel = follow_the_rules(panel_of(rulebook, reviews(data, rulebook)), policy, 2)
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
