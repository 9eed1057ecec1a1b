"""Whatever raters answer: counts are those of a slow double loop; order and names say nothing."""

from collections import Counter
from itertools import combinations, product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spur_rules import load_rulebook
from spur_rules.calibration.agreement.agreement import Agreements, ScopeAgreement, agree
from spur_rules.calibration.agreement.coefficients import NEED_ORDER
from spur_rules.calibration.agreement.estimates import Coefficient, Estimate
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.panels.panel import Panel, Rated, gather
from spur_rules.checklist import SCHEMA, Checklist
from spur_rules.vocabulary import Grade, Norm, Status

VALID = Path(__file__).parent / "valid"
#: Two domains, A on A B D and B on A B C D, and six rows: few scopes, of every kind.
RULEBOOK = load_rulebook(VALID / "catalog.yaml", VALID / "ruleset.yaml")
#: A föreskrift, an allmänt råd and a kvalitetsindikator.
ROWS = ("A1", "B2", "A2")
LETTERS = ("A", "B")
Review = tuple[dict[str, str], dict[str, str]]


def statuses(norm: Norm) -> st.SearchStrategy[str]:
    others = [Status.MET_OTHERWISE] if norm is Norm.ALLMANT_RAD else []
    return st.sampled_from([s.value for s in Status if s is not Status.MET_OTHERWISE or others])


ANSWERS = st.fixed_dictionaries({id: statuses(RULEBOOK.indicators[id].norm) for id in ROWS})
GRADES = st.dictionaries(st.sampled_from(LETTERS), st.sampled_from([g.value for g in Grade]))
PLACES = st.tuples(st.integers(0, 3), st.integers(0, 3))
REVIEWS = st.dictionaries(PLACES, st.tuples(ANSWERS, GRADES), max_size=10)


def checklist(answers: dict[str, str], given_grades: dict[str, str]) -> Checklist:
    told = {id: {"status": status, "reason": "skäl"} for id, status in answers.items()}
    written = {"schema": SCHEMA, "catalog": "mini", "answers": told, "given": given_grades}
    return Checklist.model_validate(written)


def gathered(reviews: dict[tuple[int, int], Review], names: str = "abcd") -> Panel:
    return gather(
        RULEBOOK,
        [
            Rated(f"fall {case}", f"bedömare {names[rater]}", checklist(*review))
            for (case, rater), review in reviews.items()
        ],
    )


def agreed(panel: Panel) -> Agreements:
    return agree(panel, Resampling(len(panel.cases), 20))


def by_name(scopes: tuple[ScopeAgreement, ...]) -> dict[str, ScopeAgreement]:
    return {scope.name: scope for scope in scopes}


def pairs(
    reviews: dict[tuple[int, int], Review], part: int, keys: tuple[str, ...], scale: list[str]
) -> Counter[tuple[str, str]]:
    """Every two reviews of one case, and every row or domain that both answered on the scale."""
    found: Counter[tuple[str, str]] = Counter()
    for (one, first), (other, second) in combinations(reviews.items(), 2):
        if one[0] == other[0]:
            for key in keys:
                a, b = first[part].get(key), second[part].get(key)
                if a in scale and b in scale:
                    found[a, b] += 1
                    found[b, a] += 1
    return found


def table(counted: Counter[tuple[str, str]], scale: tuple[str, ...]) -> list[int]:
    return [counted[pair] for pair in product(scale, repeat=2)]


def flat(scope: ScopeAgreement) -> list[int]:
    return [number for row in scope.confusion for number in row]


def share(counted: Counter[tuple[str, str]], scale: tuple[str, ...], apart: int) -> float | None:
    near = sum(n for (a, b), n in counted.items() if abs(scale.index(a) - scale.index(b)) <= apart)
    return near / counted.total() if counted.total() else None


@settings(deadline=None, max_examples=40)
@given(REVIEWS)
def test_pairs_are_those_of_a_double_loop(reviews: dict[tuple[int, int], Review]) -> None:
    found = agreed(gathered(reviews))
    domains, rows = by_name(found.domains), by_name(found.indicators)
    for letter, scale in (("A", "ABD"), ("B", "ABCD")):
        counted = pairs(reviews, 1, (letter,), list(scale))
        assert flat(domains[letter]) == table(counted, tuple(scale))
        assert 2 * domains[letter].pairs == counted.total()
        assert domains[letter].exact.value == pytest.approx(share(counted, tuple(scale), 0))
        assert domains[letter].within_one.value == pytest.approx(share(counted, tuple(scale), 1))
    both = pairs(reviews, 1, ("A",), list("ABD")) + pairs(reviews, 1, ("B",), list("ABCD"))
    assert flat(found.overall) == table(both, tuple("ABCD"))
    for id in ROWS:
        counted = pairs(reviews, 0, (id,), list(rows[id].categories))
        assert flat(rows[id]) == table(counted, rows[id].categories)
        as_steps = pairs(_met(reviews), 0, (id,), list(rows[id].steps))
        assert 2 * rows[id].pairs_on_steps == as_steps.total()
        assert rows[id].within_one.value == pytest.approx(share(as_steps, rows[id].steps, 1))


def _met(reviews: dict[tuple[int, int], Review]) -> dict[tuple[int, int], Review]:
    """What is met in another way, as met."""
    met = {"på annat sätt": "uppfyllt"}
    return {
        place: ({id: met.get(status, status) for id, status in answers.items()}, grades)
        for place, (answers, grades) in reviews.items()
    }


@settings(deadline=None, max_examples=40)
@given(REVIEWS)
def test_every_answer_is_counted_once(reviews: dict[tuple[int, int], Review]) -> None:
    found = agreed(gathered(reviews))
    for scope in (*found.domains, *found.indicators, *found.binding[1:]):
        assert scope.rated + scope.missing + scope.off_scale + scope.not_in_use == len(reviews)
    for scope in (found.overall, *found.domains, *found.norms, *found.indicators, *found.binding):
        assert sum(scope.distribution) == scope.rated
        assert sum(flat(scope)) == 2 * scope.pairs
        assert flat(scope) == [n for row in zip(*scope.confusion, strict=True) for n in row]
    assert found.overall.rated == sum(scope.rated for scope in found.domains)
    assert sum(scope.rated for scope in found.norms) == sum(s.rated for s in found.indicators)


@settings(deadline=None, max_examples=25)
@given(REVIEWS, st.permutations("abcd"), st.randoms(use_true_random=False))
def test_order_and_names_say_nothing(
    reviews: dict[tuple[int, int], Review], names: list[str], random: object
) -> None:
    places = list(reviews)
    random.shuffle(places)  # type: ignore[attr-defined]
    shuffled = {place: reviews[place] for place in places}
    one, other = agreed(gathered(reviews)), agreed(gathered(shuffled, "".join(names)))
    for first, second in zip(
        (one.overall, *one.domains, *one.norms, *one.indicators, *one.binding),
        (other.overall, *other.domains, *other.norms, *other.indicators, *other.binding),
        strict=True,
    ):
        assert (flat(first), first.median, first.missing) == (
            flat(second),
            second.median,
            second.missing,
        )
        assert first.raters == second.raters
        assert all(map(same, figures(first), figures(second)))


def figures(scope: ScopeAgreement) -> list[Estimate]:
    return [scope.exact, scope.within_one, *scope.coefficients.values()]


def same(one: Estimate, other: Estimate) -> bool:
    """Sums in another order differ in their last digits; the reason for no figure does not."""
    ends = [
        ((e.value,) if e.value is not None else ())
        + tuple(end for interval in (e.jackknife, e.bootstrap) if interval for end in interval)
        for e in (one, other)
    ]
    assert ends[0] == pytest.approx(ends[1], abs=1e-9)
    return (one.why_not, one.undefined) == (other.why_not, other.undefined)


@settings(deadline=None, max_examples=25)
@given(REVIEWS)
def test_the_order_of_answers_matters_to_half_of_the_coefficients(
    reviews: dict[tuple[int, int], Review],
) -> None:
    """What needs an order is the same with `på annat sätt` written as `uppfyllt`."""
    one = by_name(agreed(gathered(reviews)).indicators)["B2"]
    other = by_name(agreed(gathered(_met(reviews))).indicators)["B2"]
    for each in Coefficient:
        if each in NEED_ORDER:
            assert same(one.coefficients[each], other.coefficients[each])
    assert (one.median, one.not_on_steps) == (other.median, other.not_on_steps)
