"""What is said beside the numbers: unknown rows, rows that do not apply, corrections, limits."""

from fractions import Fraction
from pathlib import Path

import pytest
from checklists import Make

from spur_rules import Checklist, Grade, InputError, Status, api
from spur_rules.checking.sanity import Check, Verdict
from spur_rules.documents.check_text import check_text
from spur_rules.documents.phrasing import Phrasing
from spur_rules.documents.sentences import Sentences
from spur_rules.documents.sweep_text import sweep_data
from spur_rules.documents.terminal import TextReport
from spur_rules.linking import link
from spur_rules.plan import Correction
from spur_rules.rulebook import Rulebook
from spur_rules.shipped import CATALOG, RULES
from spur_rules.yaml_file import YamlFile


def corrected(checklist: Checklist, **statuses: Status) -> Checklist:
    rows = tuple(Correction(indicator=i, status=s, reason="Skäl.") for i, s in statuses.items())
    return checklist.model_copy(update={"corrections": rows})


def words(rulebook: Rulebook, checklist: Checklist, domain: str) -> str:
    explained = api.explain(rulebook, checklist, engine="native")[domain]
    unknown = [id for id in rulebook.indicators if id[0] == domain]
    unknown = [id for id in unknown if checklist.status(id) is Status.NOT_ASSESSED]
    return " ".join(Sentences(rulebook, "sv").changes(explained, unknown))


def shown(made: Check, rulebook: Rulebook) -> str:
    report = TextReport(made.suggestion, rulebook, made.checklist)
    return " ".join(check_text(made, report).split())


def test_a_repair_beside_unknown_rows_says_what_it_presumes(rulebook: Rulebook) -> None:
    """H7 mended and twelve rows unknown is A–D, not C, B or A."""
    checklist = Checklist.of("st-spur", {"H7": Status.NOT_MET})
    assert api.suggest(rulebook, checklist)["H"].grade is Grade.D
    assert "Det förutsätter" in words(rulebook, checklist, "H")


def test_no_worsening_is_denied_while_the_domain_is_open(rulebook: Rulebook) -> None:
    """G1 ej uppfyllt is D: one shortcoming is enough, so "ingen" is untrue."""
    assert "Ingen enstaka brist" not in words(rulebook, Checklist.of("st-spur", {}), "G")


def test_a_change_beside_unknown_rows_says_what_it_presumes(
    rulebook: Rulebook, filled: Make
) -> None:
    made = api.check(rulebook, filled(A1="ej uppfyllt", A2="ej bedömt"), {"A": Grade.A})
    text = shown(made, rulebook)
    assert "A skulle följa om A1" in text
    assert "Det förutsätter" in text


def test_a_row_that_does_not_apply_can_be_ticked_otherwise(
    rulebook: Rulebook, filled: Make
) -> None:
    """C has one kvalitetsindikator. Not applicable: A. Not met: B. So one tick gives B."""
    found = api.check(rulebook, filled(C4="ej tillämpligt"), {"C": Grade.B})["C"]
    assert found.changes[0][0].fewest == 1


def test_a_row_that_does_not_apply_is_among_the_worsenings(
    rulebook: Rulebook, filled: Make
) -> None:
    found = api.explain(rulebook, filled(H1="ej tillämpligt"))["H"].worsenings
    assert any("H1" in row.indicators for row in found)


def rows(number: int) -> Rulebook:
    """A domain of föreskrifter, one rule that names every one of them."""
    ids = [f"A{n}" for n in range(1, number + 1)]
    row = {"norm": "föreskrift", "norm_origin": "printed", "basis": "direkt", "text": "T."}
    domain = {
        "letter": "A",
        "title": "A",
        "group": "G",
        "scale": {grade: grade for grade in "ABD"},
        "indicators": tuple({"id": id, "source": "okänd"} | row for id in ids),
    }
    catalog = {
        "schema": "spur-rules/catalog/1",
        "id": "many",
        "version": "1.0.0",
        "title": "many",
        "language": "sv",
        "valid_from": "2020-01-01",
        "regulations": ({"id": "R", "title": "R"},),
        "domains": (domain,),
    }
    when = {"any": tuple({"indicator": id, "is": ("ej uppfyllt",)} for id in ids)}
    rule = {"id": "r", "ceiling": "D", "when": when, "because": {"sv": "x"}, "source": "x"}
    ruleset = {
        "schema": "spur-rules/ruleset/1",
        "id": "many",
        "version": "1.0.0",
        "catalog": "many",
        "title": "many",
        "language": "sv",
        "profiles": {"standard": {"title": {"sv": "x"}, "reason": "x"}},
        "rules": (rule,),
    }
    return link(YamlFile("catalog", catalog), YamlFile("rules", ruleset))


def test_too_many_ways_is_not_none() -> None:
    """Seven named rows not met: met, all seven, they give A."""
    rulebook = rows(7)
    checklist = Checklist.of("many", dict.fromkeys(rulebook.indicators, Status.NOT_MET))
    made = api.check(rulebook, checklist, {"A": Grade.A}, engine="native")
    assert "Inga andra svar skulle ge A" not in shown(made, rulebook)


def test_the_only_repair_is_no_example() -> None:
    """Fifteen named rows not met: all fifteen must be mended, there is no other way."""
    rulebook = rows(15)
    checklist = Checklist.of("many", dict.fromkeys(rulebook.indicators, Status.NOT_MET))
    (repair, *_) = api.explain(rulebook, checklist, engine="native")["A"].repairs
    assert repair.is_complete


def test_a_correction_opens_a_range_that_holds_the_given_grade(
    rulebook: Rulebook, filled: Make
) -> None:
    checklist = corrected(filled(A1="ej uppfyllt", A2="ej bedömt"), A1=Status.MET)
    found = api.check(rulebook, checklist, {"A": Grade.A})["A"]
    assert found.verdict is Verdict.UNDECIDED


def test_a_given_grade_beside_a_corrected_one(rulebook: Rulebook, filled: Make) -> None:
    """E11 was wrong: C became A. B is then stricter, and E11 carries nothing."""
    checklist = corrected(filled(E11="ej uppfyllt"), E11=Status.MET)
    found = api.check(rulebook, checklist, {"E": Grade.B})["E"]
    assert found.verdict is Verdict.STRICTER
    assert "E11" not in found.indicators


def test_what_a_correction_took_away_is_not_required(rulebook: Rulebook, filled: Make) -> None:
    checklist = corrected(filled(H7="ej uppfyllt"), H7=Status.MET)
    assert api.summarise(rulebook, api.suggest(rulebook, checklist)).required == ()


def test_a_derivation_refuses_a_foreign_checklist(rulebook: Rulebook) -> None:
    with pytest.raises(InputError, match="SR405"):
        api.derive(rulebook, Checklist.of("other", {}), "A")
    with pytest.raises(InputError, match="SR401"):
        api.derive(rulebook, Checklist.of("st-spur", {"Z1": Status.MET}), "A")


def test_a_sweep_of_nothing_is_data(rulebook: Rulebook) -> None:
    assert sweep_data(api.sweep(rulebook, []))["reviews"] == 0


def test_a_whole_number_lies_in_an_interval(rulebook: Rulebook, filled: Make) -> None:
    values = api.sensitivity(rulebook, filled(B9="ej uppfyllt"))[1].parameters[0].values
    assert Fraction(0) in values
    assert 0 in values


def test_a_given_grade_that_there_is_not(rulebook: Rulebook, filled: Make) -> None:
    with pytest.raises(InputError):
        api.check(rulebook, filled(), {"E": "Z"})


def test_a_domain_that_there_is_not_in_a_checklist_made_in_code(rulebook: Rulebook) -> None:
    data = {"schema": "spur-rules/checklist/1", "catalog": "st-spur", "answers": {}}
    checklist = Checklist.model_validate(data | {"given": {"Z": "A"}})
    with pytest.raises(InputError, match="SR310"):
        api.check(rulebook, checklist)


def test_a_file_of_corrections_does_not_date_the_checklists_plan(rulebook: Rulebook) -> None:
    checklist = api.read_checklist("examples/primary-care-2025-assumed.yaml", rulebook)
    text = (
        "{schema: spur-rules/plan/1, catalog: st-spur, received: 2026-03-03, corrections: "
        "[{indicator: E11, status: uppfyllt, reason: Fel., date: 2026-02-02}]}"
    )
    plan = api.read_plan(text.encode(), rulebook)
    assert api.regrade(rulebook, checklist, plan)["H"].changes[0].date is None


def test_ids_are_drawn_together_only_where_they_are_counted_on(tmp_path: Path) -> None:
    """A3 is called A5, and stands before A4: A1–A5 would take in A4."""
    text = CATALOG.read_text("utf-8").replace("- id: A3\n", "- id: A5\n")
    (tmp_path / "catalog.yaml").write_text(text, "utf-8")
    words = Phrasing(api.load_rulebook(tmp_path / "catalog.yaml"), "sv")
    assert words.spans(["A1", "A2", "A5"]) == "A1, A2 och A5"
    assert words.spans(["B1", "B2", "B3"]) == "B1–B3"


def test_what_cannot_move_a_grade_may_still_not_apply(tmp_path: Path, filled: Make) -> None:
    """E14 is not asked: met or not, E is A. A rule of the test's own asks for ej tillämpligt."""
    rule = (
        "  - {id: ej, ceiling: B, when: {indicator: E14, is: [ej tillämpligt]},"
        " because: {sv: x}, source: x}\n"
    )
    (tmp_path / "rules.yaml").write_text(RULES.read_text("utf-8") + rule, "utf-8")
    rulebook = api.load_rulebook(rules=tmp_path / "rules.yaml")
    every = dict.fromkeys(rulebook.indicators, Status.MET) | {"E14": Status.NOT_ASSESSED}
    checklist = Checklist.of("st-spur", every)
    report = TextReport(api.suggest(rulebook, checklist), rulebook, checklist).render()
    words = " ".join(report.split())
    assert "E14. Varken uppfyllt, delvis eller ej uppfyllt kan ändra graderingen, men en" in words
    assert "kan inte ändra" not in words
