"""Overlays: what an association adds, rewords and retires, with where it comes from."""

import itertools
import json
from pathlib import Path

import pytest
from extended import added, extended, grades, overlay, visit
from hypothesis import given, settings
from hypothesis import strategies as st

from spur_rules import InputError, Status, api, load_rulebook
from spur_rules.catalog import Basis, NormOrigin
from spur_rules.cli.main import main
from spur_rules.linking import link
from spur_rules.overlaying import lay
from spur_rules.provenance import ChangeKind
from spur_rules.rulebook import Rulebook
from spur_rules.shipped import CATALOG, RULES
from spur_rules.vocabulary import Norm
from spur_rules.yaml_file import parse_bytes, read_file

C4_BEFORE = (
    "Det finns tillgång till relevanta IT-baserade kliniska beslutsstöd, sökbar vetenskaplig "
    "databas samt stöd från bibliotek eller FoU-enhet under hela specialiseringstjänstgöringen."
)
REWORD_C4 = {"indicator": "C4", "text": "Det finns beslutsstöd.", "reason": "Kortare."}
RETIRE_E14 = {"indicator": "E14", "reason": "Frågas på annat sätt."}
VISIT = "examples/primary-care-2025.yaml"
CHECKLIST = "schema: spur-rules/checklist/1\ncatalog: st-spur\n"
BIND = {"regulations": ["SOSFS 2015:8"], "reason": "x"}
NOTE_B1 = {"indicator": "B1", "text": "Be att få se beviset."}


def codes(*overlays) -> list[str]:
    with pytest.raises(InputError) as error:
        extended(*overlays)
    return [problem.code for problem in error.value.problems]


def test_an_added_row_is_a_kvalitetsindikator_of_the_association(rulebook: Rulebook) -> None:
    found = extended(overlay(add=[added("A-X1"), added("E-X1")]))
    row = found.indicators["A-X1"]
    assert (row.norm, row.basis, row.norm_origin) == (
        Norm.KVALITETSINDIKATOR,
        Basis.SPECIALTY,
        NormOrigin.OVERLAY,
    )
    assert [id for id in found.indicators if id not in rulebook.indicators] == ["A-X1", "E-X1"]
    assert list(found.domains[0].indicators) == ["A1", "A2", "A3", "A4", "A-X1"]


def test_one_exception_of_two_is_an_exception_of_two(rulebook: Rulebook) -> None:
    """Domain A prints "enstaka undantag kan förekomma"; with A4 alone an exception is all of it."""
    found = extended(overlay(add=[added("A-X1")]))
    assert grades(rulebook, visit(rulebook, A4="ej uppfyllt"))[0] == "B"
    assert grades(found, visit(found, A4="ej uppfyllt"))[0] == "A"
    assert grades(found, visit(found, A_X1="ej uppfyllt"))[0] == "A"
    assert grades(found, visit(found, A4="ej uppfyllt", A_X1="ej uppfyllt"))[0] == "B"


@pytest.mark.parametrize("engine", ["native", "durable"])
def test_both_engines_grade_an_extended_catalog(engine: str) -> None:
    found = extended(overlay(add=[added("A-X1"), added("H-X1")], retire=[RETIRE_E14]))
    checklist = visit(found, A4="delvis", A_X1="ej uppfyllt", E12="ej uppfyllt", H7="ej uppfyllt")
    assert grades(found, checklist, engine) == "BAAAAAAD"


def test_a_reworded_row_keeps_its_text_and_says_who_changed_it_and_where() -> None:
    found = extended(overlay(reword=[REWORD_C4]))
    assert found.indicators["C4"].text == "Det finns beslutsstöd."
    (change,) = found.catalog.overlaid.of("C4")
    assert (change.kind, change.text, change.reason) == (
        ChangeKind.REWORDED,
        C4_BEFORE,
        "Kortare.",
    )
    assert (change.overlay.id, change.overlay.version, change.line) == ("x", "0.1.0", 8)


def test_a_legal_text_is_reworded_only_with_where_the_regulation_has_it() -> None:
    new = {"indicator": "B1", "text": "Ny lydelse.", "reason": "Föreskriften är ändrad."}
    assert codes(overlay(reword=[new])) == ["SR225"]
    assert codes(overlay(reword=[new | {"source": "3 kap. 1 §"}])) == ["SR225"]
    where = {"regulation": "HSLF-FS 2021:8", "source": "3 kap. 1 §"}
    found = extended(overlay(reword=[new | where]))
    assert found.indicators["B1"].source == "HSLF-FS 2021:8, 3 kap. 1 §"
    assert found.catalog.overlaid.of("B1")[0].law == "HSLF-FS 2021:8, 3 kap. 1 §"
    assert found.indicators["B1"].norm is Norm.FORESKRIFT


def test_a_retired_row_is_gone_from_every_count_and_told() -> None:
    found = extended(overlay(retire=[RETIRE_E14]))
    assert "E14" not in found.indicators
    assert found.catalog.retired == {"E14": "Frågas på annat sätt."}
    # two of E12 and E13 are left: one exception is half of them, two are more than enstaka
    assert grades(found, visit(found, E12="ej uppfyllt"))[4] == "A"
    assert grades(found, visit(found, E12="ej uppfyllt", E13="ej uppfyllt"))[4] == "B"


def test_a_foreskrift_is_never_dropped_silently() -> None:
    gone = {"indicator": "B1", "reason": "Gäller inte längre."}
    assert codes(overlay(retire=[gone])) == ["SR226"]
    found = extended(overlay(retire=[gone | {"repealed_by": "HSLF-FS 2030:1"}]))
    notices = api.suggest(found, visit(found)).notices
    assert [(n.code.value, n.detail) for n in notices] == [("law-repealed", "B1 (HSLF-FS 2030:1)")]


def test_hints_about_a_retired_row_are_left_out() -> None:
    """H11 presupposes H8 in the catalog; without H11 there is nothing to presuppose."""
    gone = {"indicator": "H11", "reason": "x", "repealed_by": "HSLF-FS 2030:1"}
    found = extended(overlay(retire=[gone]))
    assert "H11" not in {pair.indicator for pair in found.catalog.consistency.presupposes}


def test_overlays_stack_and_each_is_named_in_order() -> None:
    first = overlay("a", add=[added("A-A1")])
    second = overlay("b", reword=[{"indicator": "A-A1", "text": "Nytt.", "reason": "Bättre."}])
    found = extended(first, second)
    assert [change.kind.value for change in found.catalog.overlaid.of("A-A1")] == [
        "added",
        "reworded",
    ]
    made = api.suggest(found, visit(found)).provenance.overlaid.overlays
    assert [(used.content.id, used.content.sha256) for used in made] == [
        ("a", first.sha256),
        ("b", second.sha256),
    ]
    assert codes(second, first) == ["SR221"]


@pytest.mark.parametrize(
    "first, second",
    [
        ({"reword": [REWORD_C4]}, {"reword": [REWORD_C4]}),
        ({"reword": [REWORD_C4]}, {"retire": [{"indicator": "C4", "reason": "x"}]}),
        ({"retire": [RETIRE_E14]}, {"retire": [RETIRE_E14]}),
        ({"retire": [RETIRE_E14]}, {"notes": [{"indicator": "E14", "text": "x"}]}),
        ({"add": [added("A-X1")]}, {"add": [added("A-X1")]}),
    ],
)
def test_two_overlays_that_do_not_go_together(first, second) -> None:
    with pytest.raises(InputError) as error:
        extended(overlay("a", **first), overlay("b", **second))
    (problem,) = error.value.problems
    assert problem.code in ("SR224", "SR221")
    assert problem.place.file == "b.yaml"
    assert problem.place.line == 8
    assert "a.yaml:8" in problem.message


def test_notes_of_two_overlays_go_together_and_with_a_rewording() -> None:
    found = extended(
        overlay("a", notes=[NOTE_B1, {"indicator": "C4", "text": "x"}]),
        overlay("b", notes=[NOTE_B1], reword=[REWORD_C4]),
    )
    assert len(found.catalog.overlaid.of("B1")) == 2


def test_every_mistake_of_every_overlay_is_told_at_once() -> None:
    found = codes(
        overlay("a", add=[added("A7")], retire=[{"indicator": "B1", "reason": "x"}]),
        overlay("b", reword=[{"indicator": "Q1", "text": "x", "reason": "x"}]),
    )
    assert found == ["SR223", "SR226", "SR221"]


def test_a_rule_that_names_a_retired_row_is_told() -> None:
    own = (
        "  - {id: e14, ceiling: B, when: {indicator: E14, is: [ej uppfyllt]},"
        " because: {sv: x}, source: x}\n"
    )
    text = RULES.read_text("utf-8").replace("\nrules:\n", f"\nrules:\n{own}")
    with pytest.raises(InputError, match="SR304"):
        link(read_file(CATALOG), parse_bytes(text.encode(), "r"), [overlay(retire=[RETIRE_E14])])


# What is shipped.


@pytest.mark.parametrize("name", ["allmanmedicin", "radiologi"])
def test_a_shipped_overlay_is_an_example_and_says_so(name: str, capsys) -> None:
    found = load_rulebook(overlays=[name])
    (used,) = found.catalog.overlaid.overlays
    assert used.is_example
    assert used.title.startswith("Exempel")
    legal = {id for id, norm in found.catalog.norms.items() if norm is not Norm.KVALITETSINDIKATOR}
    changes = found.catalog.overlaid.changes
    assert not legal & {row.indicator for row in changes if row.kind is not ChangeKind.NOTED}
    for command in ("grade", "explain", "check", "regrade"):
        for language, words in (("sv", "är ett exempel"), ("en", "is an example")):
            given_grades = ["--given", "A=B"] if command == "check" else []
            main([command, VISIT, "--overlay", name, "--lang", language, *given_grades])
            assert words in " ".join(capsys.readouterr().out.split()), (command, language)
    main(["sweep", "examples", "--overlay", name])
    assert "är ett exempel" in " ".join(capsys.readouterr().out.split())


def test_json_has_the_overlay_and_all_that_it_did(capsys) -> None:
    main(["grade", "examples/primary-care-2025.yaml", "--overlay", "radiologi", "--format", "json"])
    (used,) = json.loads(capsys.readouterr().out)["provenance"]["overlays"]
    assert (used["id"], used["version"], used["example"]) == ("radiologi", "0.1.0", True)
    assert {row["change"] for row in used["changes"]} == {"added", "noted", "retired"}
    (retired,) = (row for row in used["changes"] if row["change"] == "retired")
    assert retired["indicator"] == "E14"
    assert retired["text"] == "ST-läkarnas sidoutbildning följs upp."


def test_a_checklist_finds_the_shipped_overlay_that_it_names(tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    text = CHECKLIST + "overlays: [{}]\nanswers: {{C-AM1: delvis}}\n"
    for name in ("allmanmedicin", "allmanmedicin@0.1.0"):
        path.write_text(text.format(name), "utf-8")
        review = api.read_review(path)
        assert review.checklist.status("C-AM1") is Status.PARTLY
        assert review.rulebook.catalog.overlaid.names(name)
    path.write_text(text.format("allmanmedicin@0.9.0"), "utf-8")
    with pytest.raises(InputError, match="SR231"):
        api.read_review(path)


def test_an_overlay_of_the_checklists_name_is_laid_once(tmp_path, capsys) -> None:
    own = tmp_path / "own.yaml"
    own.write_text((overlay("allmanmedicin", add=[added("A-X1")])).text or "", "utf-8")
    visit_file = tmp_path / "visit.yaml"
    visit_file.write_text(
        "schema: spur-rules/checklist/1\ncatalog: st-spur\noverlays: [allmanmedicin]\n"
        "answers: {A-X1: uppfyllt}\n",
        "utf-8",
    )
    assert main(["grade", str(visit_file), "--overlay", str(own), "--format", "json"]) == 0
    (used,) = json.loads(capsys.readouterr().out)["provenance"]["overlays"]
    assert used["title"] == "Tillägg"


def test_ask_begins_a_file_that_names_its_overlays(tmp_path, monkeypatch, capsys) -> None:
    import io

    path = tmp_path / "new.yaml"
    monkeypatch.setattr("sys.stdin", io.StringIO("u\nq\n"))
    assert main(["ask", str(path), "--overlay", "allmanmedicin"]) == 0
    assert "är ett exempel" in " ".join(capsys.readouterr().out.split())
    text = path.read_text("utf-8")
    assert "allmanmedicin@0.1.0" in text
    assert "A1: uppfyllt" in text
    assert api.read_review(path).rulebook.catalog.overlaid.names("allmanmedicin")


# Whatever the overlay is.


def test_overlaying_nothing_is_the_identity(rulebook: Rulebook) -> None:
    assert lay(rulebook.catalog, []) is rulebook.catalog
    empty = extended(overlay())
    assert empty.catalog.domains == rulebook.catalog.domains
    assert empty.catalog.consistency == rulebook.catalog.consistency
    checklist = visit(rulebook, A4="ej uppfyllt", E11="delvis", H7="ej uppfyllt")
    assert grades(empty, checklist) == grades(rulebook, checklist)


PARTS = {
    "add": [added("A-X1"), added("E-X1"), added("E-X2")],
    "notes": [NOTE_B1, {"indicator": "C4", "text": "x"}],
    "bind": [{"indicator": "B9", **BIND}, {"indicator": "D11", **BIND}],
    "reword": [REWORD_C4, {"indicator": "F6", "text": "Ny.", "reason": "x"}],
    "retire": [RETIRE_E14, {"indicator": "G8", "reason": "x"}],
}


@settings(deadline=None, max_examples=30)
@given(st.data())
def test_the_order_of_independent_changes_does_not_matter(data: st.DataObject) -> None:
    shuffled = {key: data.draw(st.permutations(rows)) for key, rows in PARTS.items()}
    keys = data.draw(st.permutations(sorted(shuffled)))
    cut = data.draw(st.integers(0, len(keys)))
    together = extended(overlay(**PARTS))
    halves = [{k: shuffled[k] for k in part} for part in (keys[:cut], keys[cut:])]
    pieces = [overlay(str(number), **half) for number, half in enumerate(halves)]
    apart = extended(*pieces)
    for one, other in zip(together.domains, apart.domains, strict=True):
        assert one.indicators == other.indicators
    status = st.sampled_from(["uppfyllt", "delvis", "ej uppfyllt"])
    ids = data.draw(
        st.dictionaries(st.sampled_from(sorted(together.indicators)), status, max_size=8)
    )
    answers = {id.replace("-", "_"): word for id, word in ids.items()}
    assert grades(together, visit(together, **answers)) == grades(apart, visit(apart, **answers))


def test_every_pair_of_shipped_overlays_goes_together() -> None:
    for pair in itertools.permutations(["allmanmedicin", "radiologi"]):
        assert len(load_rulebook(overlays=pair).catalog.overlaid.overlays) == 2


@pytest.mark.parametrize(
    "declared, said",
    [
        ("earlier_ids: {A9: A1}", "`A9` leads to `A1` already"),
        ("retired_ids: {A9: Frågas inte längre.}", "`A9` is retired already"),
    ],
)
def test_an_overlay_cannot_lead_an_id_elsewhere(tmp_path: Path, declared: str, said: str) -> None:
    text = CATALOG.read_text("utf-8").replace("valid_to: null", f"valid_to: null\n{declared}")
    (tmp_path / "catalog.yaml").write_text(text, "utf-8")
    (tmp_path / "own.yaml").write_text(
        "schema: spur-rules/overlay/1\nid: own\nversion: 0.1.0\ntitle: x\nlanguage: sv\n"
        "extends: st-spur\nearlier_ids: {A9: A4}\n",
        "utf-8",
    )
    with pytest.raises(InputError, match=f"SR224.*{said}"):
        api.load_rulebook(tmp_path / "catalog.yaml", overlays=[tmp_path / "own.yaml"])
