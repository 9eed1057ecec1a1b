"""The shipped phrases fit their rows, and a file of one's own is told what is wrong in it."""

import re
from pathlib import Path
from typing import Any

import pytest

from spur_rules import InputError, Norm, Status, api, load_rulebook
from spur_rules.checklist import SCHEMA, Checklist
from spur_rules.cli.main import main
from spur_rules.vignettes.phrase_book import NEEDED, phrase_book
from spur_rules.yaml_file import read_file

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "indicator_catalog" / "phrases" / "st-spur.yaml"
RARE = (Status.MET_OTHERWISE, Status.NOT_APPLICABLE)

#: (indicator, status, sentence), as the file has them.
PHRASES = [
    (str(path[1]), Status(str(path[2])), str(text))
    for path, text in read_file(SHIPPED).find("indicators.*.*.*")
]


def test_the_shipped_file_passes_the_checks_of_a_file_of_ones_own() -> None:
    phrase_book(load_rulebook(), [SHIPPED])


def test_every_row_has_two_sentences_for_every_status_that_it_may_have() -> None:
    for id in load_rulebook().indicators:
        for status in NEEDED:
            assert sum(row[:2] == (id, status) for row in PHRASES) >= 2, (id, status)


def test_no_sentence_stands_twice() -> None:
    texts = [text for _, _, text in PHRASES]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("id, status, text", PHRASES)
def test_a_sentence_reads_like_one(id: str, status: Status, text: str) -> None:
    """Whole sentences, short, without the words for statuses, ids, grades or names of units."""
    assert re.match(r"[A-ZÅÄÖ]", text)
    assert text.endswith(".")
    assert len(text) <= 140
    assert "  " not in text
    assert not re.search(r"\b(uppfyll\w*|delvis|tillämplig\w*|[A-H]\d+|grad\w*)\b", text.lower()), (
        text
    )
    assert not re.search(r"\b(sjukhuset i|vårdcentralen i|Region [A-ZÅÄÖ])", text)


def test_no_sentence_is_hinted_at() -> None:
    """All sentences at once, each beside its own row."""
    rulebook = load_rulebook()
    numbers = range(max(sum(row[:2] == of[:2] for row in PHRASES) for of in PHRASES))
    for status in (*NEEDED, *RARE):
        for number in numbers:
            answers = {}
            for id in rulebook.indicators:
                own = [text for of, at, text in PHRASES if (of, at) == (id, status)]
                if number < len(own):
                    answers[id] = {"status": status.value, "reason": own[number]}
            made = {"schema": SCHEMA, "catalog": "st-spur", "answers": answers}
            assert api.hints(rulebook, Checklist.model_validate(made)) == ()


def test_only_advice_is_met_in_another_way() -> None:
    norms = load_rulebook().catalog.norms
    ids = {id for id, status, _ in PHRASES if status is Status.MET_OTHERWISE}
    assert {norms[id] for id in ids} == {Norm.ALLMANT_RAD}
    assert ids == {id for id, norm in norms.items() if norm is Norm.ALLMANT_RAD}


def test_no_sentence_is_from_the_real_report() -> None:
    """The example has what the report says, word for word: no six words of it stand here."""
    said = (ROOT / "examples" / "primary-care-2025.yaml").read_text("utf-8").lower()
    words = re.findall(r"\w+", said)
    runs = {tuple(words[at : at + 6]) for at in range(len(words) - 5)}
    for _, _, text in PHRASES:
        own = re.findall(r"\w+", text.lower())
        assert not runs & {tuple(own[at : at + 6]) for at in range(len(own) - 5)}, text


def changed(tmp_path: Path, old: str, new: str) -> Path:
    path = tmp_path / "phrases.yaml"
    text = SHIPPED.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def test_a_sentence_that_speaks_against_its_status_is_told(tmp_path: Path, capsys: Any) -> None:
    first = "Patientunderlaget är brett och ST-läkarna möter hela det uppdrag"
    path = changed(tmp_path, first, "Bredd saknas, och ST-läkarna möter bara en del av det uppdrag")
    assert main(["vignette", "--list", "--phrases", str(path)]) == 2
    line = 1 + next(
        at for at, row in enumerate(path.read_text("utf-8").splitlines()) if "Bredd saknas" in row
    )
    assert capsys.readouterr().err == (
        f"error[SR853] {path}:{line}:9 `saknas` speaks against `uppfyllt`; word it otherwise\n"
    )


def test_a_file_of_ones_own_takes_the_place_of_the_shipped_rows(tmp_path: Path) -> None:
    path = changed(tmp_path, "Tjänstgöringen ger god bredd.", "Bredden är mycket god.")
    rulebook = load_rulebook()
    row = rulebook.indicators["A3"]
    book = phrase_book(rulebook, [path])
    assert any("Bredden är mycket god." in text for text in book.sentences(row, Status.MET))


@pytest.mark.parametrize("overlay", ["allmanmedicin", "radiologi"])
def test_every_row_of_a_shipped_overlay_has_sentences(overlay: str) -> None:
    rulebook = load_rulebook(overlays=[overlay])
    path = SHIPPED.parent / f"{overlay}.yaml"
    book = phrase_book(rulebook, [path])
    added = rulebook.indicators.keys() - load_rulebook().indicators.keys()
    assert len(added) >= 5
    assert all(book.has(id, status) for id in added for status in NEEDED)
    told = {str(at[1]) for at, _ in read_file(path).find("indicators.*")}
    assert told == added


def test_a_row_without_sentences_gets_those_of_its_norm() -> None:
    valid = ROOT / "tests" / "valid"
    rulebook = load_rulebook(valid / "catalog.yaml", valid / "ruleset.yaml")
    for row in rulebook.indicators.values():
        for status in (*NEEDED, Status.NOT_ASSESSED):
            texts = phrase_book(rulebook).sentences(row, status)
            assert all(f"”{row.text}”." in text for text in texts)


def test_an_overlay_brings_its_own(tmp_path: Path) -> None:
    rulebook = load_rulebook(overlays=["allmanmedicin"])
    row = rulebook.indicators["D-AM1"]
    path = tmp_path / "own.yaml"
    path.write_text(
        "{schema: spur-rules/phrases/1, catalog: allmanmedicin, language: sv,"
        " indicators: {D-AM1: {uppfyllt: [Så är det.], ej tillämpligt: [Det görs inte här.]}}}",
        "utf-8",
    )
    book = phrase_book(rulebook, [path])
    assert book.sentences(row, Status.MET) == ("Så är det.",)
    assert book.has("D-AM1", Status.NOT_APPLICABLE)
    assert not book.has("D-AM1", Status.PARTLY)
    assert book.sentences(row, Status.PARTLY)[0].startswith("Stämmer för en del")


def test_two_files_are_told_at_once(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("{schema: spur-rules/phrases/1, catalog: x, language: sv}", "utf-8")
    with pytest.raises(InputError) as told:
        phrase_book(load_rulebook(), [tmp_path / "none.yaml", wrong])
    assert [problem.code for problem in told.value.problems] == ["SR101", "SR405"]


@pytest.mark.parametrize("overlays", [[], ["allmanmedicin"], ["radiologi"]])
def test_what_was_not_assessed_is_said_without_quoting_the_row(overlays: list[str]) -> None:
    rulebook = load_rulebook(overlays=overlays)
    book = phrase_book(rulebook)
    for row in rulebook.indicators.values():
        assert book.has(row.id, Status.NOT_ASSESSED)
        assert not any("”" in text for text in book.sentences(row, Status.NOT_ASSESSED))
