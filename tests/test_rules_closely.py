"""When a rule fires and what its grade is told with, in rulebooks made for one question."""

from dataclasses import FrozenInstanceError, fields
from fractions import Fraction

import pytest
from checklists import Make
from small_books import FORESKRIFT, KVALITET, RAD, answers, book, fact, graded, named

from spur_rules import Grade, Status, api, evaluation
from spur_rules.conditions import All, AnyOf, FactTest, Measure, Not, Op, ParameterName, StatusTest
from spur_rules.engines import durable, native
from spur_rules.facts import count, encode, shortcomings
from spur_rules.grading import decide, decisions
from spur_rules.in_force import Scope, rules_in_force, scope_of
from spur_rules.rulebook import Rulebook
from spur_rules.suggesting import Grader
from spur_rules.suggestion import Caveat, CaveatCode
from spur_rules.vocabulary import Norm

NO, HALF, NA, OTHERWISE = "ej uppfyllt", "delvis", "ej tillämpligt", "på annat sätt"


# norms that do not stand in the rulebook's order -------------------------------------------------


def test_what_stands_mixed_on_the_form_is_told_in_the_forms_order() -> None:
    """The form asks A1 allmänt råd, A2 föreskrift, A3 allmänt råd: so are they listed."""
    rules = [
        ("D", fact("föreskrift.brister", "at_least", 1)),
        ("C", fact("allmänt_råd.brister", "at_least", 1)),
    ]
    rulebook = book([RAD, FORESKRIFT, RAD], rules)
    every = answers(A1=NO, A2=NO, A3=NO)
    assert shortcomings(rulebook, encode(rulebook, every)) == ["A1", "A2", "A3"]
    found = api.suggest(rulebook, every, engine="native")["A"]
    assert [row.indicator for row in found.shortcomings] == ["A1", "A2", "A3"]
    assert [row.indicators for row in found.ceilings] == [("A2",), ("A1", "A3")]
    aside = graded(rulebook, A1=OTHERWISE, A2="uppfyllt", A3=OTHERWISE)
    assert [row.indicator for row in aside.set_aside] == ["A1", "A3"]


# counts, shares and thresholds -------------------------------------------------------------------

#: A fact of three allmänna råd, and each answer with the grade that follows; the rule gives C.
COUNTED = [
    ("ej_uppfyllda", "at_least", 2, {(NO, NO, HALF): "C", (NO, HALF, HALF): "A"}),
    ("brister", "more_than", 1, {(NO, HALF): "C", (NO, NA): "A", (HALF,): "A"}),
    ("undantag", "more_than", 1, {(NO, HALF, "uppfyllt"): "C", (HALF, HALF, NA): "A"}),
    ("undantag", "at_least", 1, {(HALF, HALF, NA): "C", (HALF, NA, NA): "A"}),
    ("andel_uppfyllda", "less_than", "1/2", {(NO, NA): "A", (NO, HALF, NA): "C", (NO, NO): "C"}),
    ("andel_uppfyllda", "less_than", "2/3", {(NO, HALF, "uppfyllt"): "C", (NO,): "A"}),
    ("andel_uppfyllda", "at_most", "2/3", {(NO,): "C", (HALF,): "A", (NO, NA): "C"}),
    ("andel_uppfyllda", "at_most", 1, {(): "C", (NA, NA): "C", (NA, NA, NA): "A"}),
    ("tillämpliga", "at_most", 1, {(NA, NA): "C", (NA, NA, NA): "C", (NA, NO, NO): "A"}),
    ("tillämpliga", "less_than", 1, {(NA, NA, NA): "C", (NA, NA, NO): "A"}),
    ("tillämpliga", "at_least", 3, {(): "C", (NO, NO, NO): "C", (NA, NO, NO): "A"}),
    ("tillämpliga", "more_than", 2, {(NO, HALF): "C", (NA,): "A"}),
]


@pytest.mark.parametrize("engine", ["native", "durable"])
@pytest.mark.parametrize(("measure", "op", "limit", "grades"), COUNTED)
def test_a_fact_held_against_a_number(
    measure: str, op: str, limit: object, grades: dict[tuple[str, ...], str], engine: str
) -> None:
    rulebook = book([FORESKRIFT, RAD, RAD, RAD], [("C", fact(f"allmänt_råd.{measure}", op, limit))])
    domain = rules_in_force(rulebook, rulebook.policy()).domains[0]
    for given, grade in grades.items():
        words = ("uppfyllt", *given, "uppfyllt", "uppfyllt", "uppfyllt")[:4]
        statuses = dict(zip(domain.linked.order, words, strict=True))
        assert api.suggest(rulebook, answers(**statuses), engine=engine)["A"].grade == grade
        settled = {id: Status(word) for id, word in statuses.items()}
        assert evaluation.grade(domain, settled) == grade


def test_half_of_what_is_partly_met_counts_where_nothing_is_said() -> None:
    rulebook = book([RAD] * 2, [("C", fact("allmänt_råd.undantag", "at_least", 1))])
    assert graded(rulebook, A1=HALF, A2="uppfyllt").grade == "A"
    assert graded(rulebook, A1=HALF, A2=HALF).grade == "C"


def test_each_norm_has_its_own_weight_of_partly() -> None:
    """A delvis råd counts as nothing met, a delvis kvalitetsindikator as all met."""
    rules = [
        ("D", fact("föreskrift.undantag", "at_least", 1)),
        ("C", fact("allmänt_råd.undantag", "at_least", 1)),
        ("B", fact("kvalitetsindikator.undantag", "more_than", 0)),
    ]
    rulebook = book([FORESKRIFT, RAD, KVALITET], rules, partly_counts_as={RAD: 0, KVALITET: 1})
    domain = rules_in_force(rulebook, rulebook.policy()).domains[0]
    for half, grade in {"A1": "A", "A2": "C", "A3": "A"}.items():
        statuses = dict.fromkeys(("A1", "A2", "A3"), "uppfyllt") | {half: HALF}
        assert graded(rulebook, **statuses).grade == grade
        settled = {id: Status(word) for id, word in statuses.items()}
        assert evaluation.grade(domain, settled) == grade


def test_the_facts_are_three_counts_for_each_norm(rulebook: Rulebook, filled: Make) -> None:
    """A and C have two norms, the others three: 22 norms. A's second norm is A4 alone."""
    rules = rules_in_force(rulebook, rulebook.policy())
    assert list(count(rules, encode(rulebook, filled()))) == [0] * 66
    facts = list(count(rules, encode(rulebook, filled(A1=HALF, A2=NO, A3=NO, A4=NA, B1=NO))))
    assert facts[:9] == [1, 2, 0, 0, 0, 1, 0, 1, 0]
    assert not any(facts[9:])


def test_named_indicators_follow_the_counts_of_their_domain() -> None:
    rulebook = book([RAD, FORESKRIFT], [("C", named("A1", NO)), ("D", named("A2", HALF, NO))])
    rules = rules_in_force(rulebook, rulebook.policy())
    facts = list(count(rules, encode(rulebook, answers(A1=NA, A2=NO))))
    # Föreskrift first: A2 not met; råd: A1 not applicable; then the codes of A2 (3) and A1 (4).
    assert facts == [0, 1, 0, 0, 0, 1, 3, 4]


# named indicators --------------------------------------------------------------------------------


@pytest.mark.parametrize("engine", ["native", "durable"])
def test_a_rule_may_name_every_status_that_is_worse(engine: str) -> None:
    rulebook = book([RAD, RAD], [("C", named("A2", HALF, NO, NA))])
    for status, grade in {"uppfyllt": "A", OTHERWISE: "A", HALF: "C", NO: "C", NA: "C"}.items():
        found = api.suggest(rulebook, answers(A1=NO, A2=status), engine=engine)["A"]
        assert found.grade == grade
        blamed = [ceiling.indicators for ceiling in found.ceilings]
        assert blamed == ([("A2",)] if grade == "C" else [])


@pytest.mark.parametrize("engine", ["native", "durable"])
def test_a_rule_may_ask_for_all_that_applies(engine: str) -> None:
    """Whatever is answered, the row costs something where it applies."""
    rulebook = book([RAD, RAD], [("C", named("A2", "uppfyllt", OTHERWISE, HALF, NO))])
    for status, grade in {"uppfyllt": "C", OTHERWISE: "C", HALF: "C", NO: "C", NA: "A"}.items():
        found = api.suggest(rulebook, answers(A1="uppfyllt", A2=status), engine=engine)["A"]
        assert found.grade == grade
    rulebook = book([FORESKRIFT], [("D", named("A1", "uppfyllt", HALF, NO))])
    assert api.suggest(rulebook, answers(A1="uppfyllt"), engine=engine)["A"].grade == "D"


@pytest.mark.parametrize("engine", ["native", "durable"])
def test_not_of_every_status_is_never_true(engine: str) -> None:
    every = named("A1", "uppfyllt", OTHERWISE, HALF, NO, NA)
    rulebook = book([RAD, RAD], [("C", {"any": ({"not": every}, named("A2", NO))})])
    for status, grade in {"uppfyllt": "A", HALF: "A", NO: "C"}.items():
        found = api.suggest(rulebook, answers(A1=status, A2=status), engine=engine)["A"]
        assert found.grade == grade


@pytest.mark.parametrize("engine", ["native", "durable"])
def test_not_means_every_other_status(engine: str) -> None:
    rule = {
        "not": {"any": (named("A1", "uppfyllt", OTHERWISE, NA), named("A2", "uppfyllt", OTHERWISE))}
    }
    rulebook = book([RAD, RAD], [("C", rule)])
    fires = {(NO, NO), (HALF, NO), (NO, NA)}
    silent = {("uppfyllt", NO), (OTHERWISE, NO), (NA, NO), (NO, "uppfyllt"), (NO, OTHERWISE)}
    for pair in fires | silent:
        found = api.suggest(rulebook, answers(A1=pair[0], A2=pair[1]), engine=engine)["A"]
        assert found.grade == ("C" if pair in fires else "A")


# grading -----------------------------------------------------------------------------------------


def test_every_set_of_fired_rules_is_decided_beforehand(rulebook: Rulebook) -> None:
    """Domain E has four rules: föreskrift D, råd C twice, fler än enstaka B."""
    domain = rules_in_force(rulebook, rulebook.policy()).domains[4]
    found = decisions(domain)
    assert found == tuple(decide(domain, fired) for fired in range(16))
    assert [found[0], found[1], found[2], found[4], found[8], found[15]] == list("ADCCBD")


@pytest.mark.parametrize(("rules", "sets"), [(10, 1024), (11, 0)])
def test_too_many_sets_are_not_decided_beforehand(rules: int, sets: int) -> None:
    """Grades are the same: only how they are found differs."""
    many = [("B", named(f"A{n}", NO)) for n in range(1, rules + 1)]
    rulebook = book([KVALITET] * rules, many)
    (domain,) = rules_in_force(rulebook, rulebook.policy()).domains
    assert len(decisions(domain)) == sets
    one = answers(**{f"A{n}": "uppfyllt" for n in range(2, rules + 1)}, A1=NO)
    grader = Grader(rulebook, rulebook.policy(), "native")
    assert grader.outline(one).best == (Grade.B,)


def test_a_caveat_is_open_only_while_the_unknown_can_decide_it(
    rulebook: Rulebook, filled: Make
) -> None:
    """Three of five råd must be met in essential parts: two not, one unknown is neither."""
    known = {"E7": NO, "E8": NO, "E9": "ej bedömt"}
    codes = [c.code.value for c in api.suggest(rulebook, filled(**known))["E"].caveats]
    assert codes == ["rule-open"]
    settled = api.suggest(rulebook, filled(**known | {"E10": NO}))["E"].caveats
    assert [c.code.value for c in settled] == ["rule"]
    below = api.suggest(rulebook, filled(**known, E1=NO))["E"].caveats
    assert below == ()


def test_no_caveat_of_a_rule_while_the_grade_is_open(rulebook: Rulebook, filled: Make) -> None:
    known = {"E7": NO, "E8": NO, "E9": "ej bedömt", "E1": "ej bedömt"}
    found = api.suggest(rulebook, filled(**known))["E"]
    assert (found.worst, found.best, found.caveats) == ("D", "C", ())
    alone = graded(book([RAD], [("C", named("A1", NO), {"caveat": {"sv": "x"}})]))
    assert (alone.worst, alone.best, alone.caveats) == ("C", "A", ())


def test_an_open_rule_with_a_caveat_is_told_whichever_rule_is_certain() -> None:
    """A1 decides only whether the rule with a caveat fires too; A2 settles C."""
    rules = [
        ("C", named("A1", NO), {"caveat": {"sv": "x"}}),
        ("C", named("A2", NO)),
    ]
    for first, rows in enumerate((rules, rules[::-1])):
        found = graded(book([RAD, RAD], rows), A2=NO)
        assert found.grade == "C"
        assert found.caveats == (Caveat(CaveatCode.RULE_OPEN, rule=f"r{first}"),)


def test_each_norm_of_each_domain_can_be_void(rulebook: Rulebook, filled: Make) -> None:
    for domain in rulebook.domains:
        for group in domain.groups:
            left_out = dict.fromkeys(rulebook.order[group.start : group.stop], NA)
            found = api.suggest(rulebook, filled(**left_out), engine="native")[domain.letter]
            assert found.caveats == (Caveat(CaveatCode.NORM_VOID, norm=group.norm),)
        all_but_one = [rulebook.order[g.start : g.stop - 1] for g in domain.groups]
        left_out = dict.fromkeys([id for ids in all_but_one for id in ids], NA)
        found = api.suggest(rulebook, filled(**left_out), engine="native")[domain.letter]
        assert found.caveats == ()


def test_a_caveat_that_is_certain_is_told_once(rulebook: Rulebook, filled: Make) -> None:
    """Two kvalitetsindikatorer are open too, but C stands whatever they are."""
    known = {"E7": NO, "E8": NO, "E9": NO, "E12": "ej bedömt", "E13": "ej bedömt"}
    found = api.suggest(rulebook, filled(**known))["E"]
    assert found.grade == "C"
    assert [(c.code.value, c.rule) for c in found.caveats] == [("rule", "råd-ej-väsentligt")]


def test_a_rule_may_fire_where_all_is_met() -> None:
    """It is about how many there are; nobody is to blame."""
    rulebook = book([FORESKRIFT], [("B", fact("föreskrift.tillämpliga", "at_least", 1))])
    found = graded(rulebook, A1="uppfyllt")
    assert found.grade == "B"
    assert [(row.rule, row.indicators) for row in found.ceilings] == [("r0", ())]


# what no rulebook holds is refused, never guessed ------------------------------------------------


def test_a_threshold_that_no_policy_set_is_refused(rulebook: Rulebook) -> None:
    domain = rules_in_force(rulebook, rulebook.policy()).domains[0]
    test = FactTest(Norm.FORESKRIFT, Measure.NOT_MET, Op.AT_LEAST, ParameterName("x"))
    met = dict.fromkeys(domain.linked.order, Status.MET)
    with pytest.raises(TypeError, match="not a condition in force"):
        evaluation.holds(test, domain, met)


def test_a_not_never_reaches_an_engine(rulebook: Rulebook) -> None:
    domain = rules_in_force(rulebook, rulebook.policy()).domains[0]
    condition = Not(StatusTest("A1", (Status.MET,)))
    with pytest.raises(TypeError, match="not a linked condition"):
        native._expression(condition, domain)
    with pytest.raises(TypeError, match="not a linked condition"):
        durable._expression(condition, domain, {})
    with pytest.raises(TypeError, match="holds no `not`"):
        scope_of(condition, domain.weight_of)


def test_what_is_shared_cannot_be_changed(rulebook: Rulebook) -> None:
    """A rulebook is shared between threads; nothing of it or under it can be set."""
    rules = rules_in_force(rulebook, rulebook.policy())
    domain, linked = rules.domains[0], rulebook.domains[0]
    parts = (domain.rules[0], Scope(), linked.groups[0], linked.rules[0])
    conditions = (
        ParameterName("x"),
        FactTest(Norm.FORESKRIFT, Measure.NOT_MET, Op.AT_LEAST, Fraction(1)),
        StatusTest("A1", (Status.MET,)),
        All(()),
        AnyOf(()),
        Not(All(())),
    )
    for shared in (rulebook, rules, domain, linked, *parts, *conditions):
        first = fields(shared)[0].name
        with pytest.raises(FrozenInstanceError):
            setattr(shared, first, None)
