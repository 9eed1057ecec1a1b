"""Files that look odd but are right, and what they mean. The statuses are written by hand."""

import json
import unicodedata
from pathlib import Path

import pytest

from spur_rules import InputError, Status, load_rulebook, read_checklist
from spur_rules.yaml_file import LIMIT_BYTES, read_file

VALID = Path(__file__).parent / "valid"
CATALOG, RULES, CHECKLIST = (
    VALID / name for name in ("catalog.yaml", "ruleset.yaml", "checklist.yaml")
)
CHECKLISTS = sorted(path.name for path in (VALID / "checklists").iterdir())

#: What every file in `valid/checklists` says, however it is written.
MEANT = {
    "A1": Status.MET,
    "A2": Status.NOT_MET,
    "B1": Status.PARTLY,
    "B2": Status.MET_OTHERWISE,
    "B3": Status.NOT_APPLICABLE,
    "B4": Status.NOT_ASSESSED,
}


@pytest.fixture(scope="module")
def rulebook():
    return load_rulebook(CATALOG, RULES)


def read(name, rulebook):
    return read_checklist(VALID / "checklists" / name, rulebook)


@pytest.mark.parametrize("name", CHECKLISTS)
def test_every_file_means_the_same(name, rulebook):
    checklist = read(name, rulebook)
    assert {id: checklist.status(id) for id in MEANT} == MEANT


@pytest.mark.parametrize("name", CHECKLISTS)
def test_bytes_mean_what_the_file_means(name, rulebook):
    content = (VALID / "checklists" / name).read_bytes()
    assert read_checklist(content, rulebook) == read(name, rulebook)


@pytest.mark.parametrize(
    "name",
    [
        "byte-order-mark.yaml",
        "byte-order-mark-and-carriage-returns.yaml",
        "carriage-returns.yaml",
        "carriage-returns-only.yaml",
        "comments.yaml",
        "decomposed-letters.yaml",
        "document-markers.yaml",
        "no-last-line-break.yaml",
    ],
)
def test_layout_and_encoding_change_nothing(name, rulebook):
    assert read(name, rulebook) == read("plain.yaml", rulebook)
    assert read(name, rulebook).sha256 == read("plain.yaml", rulebook).sha256


@pytest.mark.parametrize(
    "name",
    [
        "byte-order-mark-and-carriage-returns.json",
        "compact.json",
        "escapes-and-surrogate-pairs.json",
        "leading-blank-lines.json",
        "tabs.json",
    ],
)
def test_json_layout_and_escapes_change_nothing(name, rulebook):
    assert read(name, rulebook) == read("indented.json", rulebook)


def test_the_odd_files_are_what_their_names_say():
    raw = {name: (VALID / "checklists" / name).read_bytes() for name in CHECKLISTS}
    assert raw["byte-order-mark.yaml"].startswith(b"\xef\xbb\xbf")
    assert raw["carriage-returns.yaml"].count(b"\r\n") == raw["plain.yaml"].count(b"\n")
    assert b"\n" not in raw["carriage-returns-only.yaml"]
    assert b"\t" in raw["tabs.json"]
    assert rb"\ud83d\ude00" in raw["escapes-and-surrogate-pairs.json"]
    decomposed = raw["decomposed-letters.yaml"].decode()
    assert decomposed == unicodedata.normalize("NFD", decomposed) != raw["plain.yaml"].decode()


def test_texts_come_out_composed_and_whole(rulebook):
    answers = read("decomposed-letters.yaml", rulebook).by_indicator
    assert answers["A2"].comment == "Saknas på båda mottagningarna."
    answers = read("escapes-and-surrogate-pairs.json", rulebook).by_indicator
    assert answers["B2"].reason == "Målet nås ändå. \U0001f600"
    answers = read("escaped-slashes-and-keys.json", rulebook).by_indicator
    assert (
        answers["B2"].reason == '"\\\n\n\t\U0001f600'
    )  # no bare \r: a screen would write over the line
    answers = read("quoted.yaml", rulebook).by_indicator
    assert answers["B2"].reason == 'Målet nås "ändå".'
    answers = read("blocks.yaml", rulebook).by_indicator
    assert answers["A2"].comment == (
        "Saknas på båda mottagningarna:\n  - den norra\n  - den södra\n"
    )


def test_words_that_yaml_1_1_would_change_stay_text(rulebook):
    checklist = read("words-of-yaml-1.1.yaml", rulebook)
    assert checklist.review.unit == "no"
    assert checklist.review.specialty == "on"
    assert checklist.review.inspectors == (
        "yes", "off", "y", "1:30", "12e03x", "0x1f", "1_000", ".nan", "=",
    )  # fmt: skip
    answers = checklist.by_indicator
    assert (answers["A2"].comment, answers["A2"].evidence) == ("2025-11-03", "1:30:00")
    assert (answers["B2"].reason, answers["B3"].reason) == ("Yes", "010")


def test_the_full_checklist_is_read_whole(rulebook):
    checklist = read_checklist(CHECKLIST, rulebook)
    assert {id: checklist.status(id) for id in MEANT} == MEANT
    assert checklist.review.date is not None
    assert checklist.review.date.isoformat() == "2025-11-03"
    assert [(given.domain, given.grade) for given in checklist.given] == [("A", "B"), ("B", "D")]
    assert [day.isoformat() for day in checklist.plan[0].follow_up] == ["2026-03-01"]


def test_a_half_filled_checklist_is_right(rulebook):
    text = b"schema: spur-rules/checklist/1\ncatalog: mini\nanswers: {}\n"
    assert read_checklist(text, rulebook).answers == ()


REWRITTEN = {
    "byte order mark": lambda text: "\ufeff" + text,
    "carriage returns": lambda text: text.replace("\n", "\r\n"),
    "decomposed": lambda text: unicodedata.normalize("NFD", text),
    "comment": lambda text: "# Först\n" + text,
}


@pytest.mark.parametrize("rewrite", REWRITTEN.values(), ids=REWRITTEN)
def test_rewritten_catalog_and_rules_are_the_same(rewrite, tmp_path, rulebook):
    copies = []
    for path in (CATALOG, RULES):
        copy = tmp_path / path.name
        copy.write_bytes(rewrite(path.read_text("utf-8")).encode())
        copies.append(copy)
    copied = load_rulebook(*copies)
    assert (copied.catalog_id, copied.rules_id) == (rulebook.catalog_id, rulebook.rules_id)


def test_catalog_and_rules_as_json_are_the_same(tmp_path, rulebook):
    copies = []
    for path in (CATALOG, RULES):
        copy = tmp_path / f"{path.stem}.json"
        copy.write_text(json.dumps(read_file(path).data, indent="\t"), "utf-8")
        copies.append(copy)
    copied = load_rulebook(*copies)
    assert (copied.catalog_id, copied.rules_id) == (rulebook.catalog_id, rulebook.rules_id)


def rules_with(condition):
    text = RULES.read_text("utf-8")
    return text.replace("{indicator: B2, is: [delvis, ej uppfyllt]}", condition)


def test_just_within_the_limit_of_depth(tmp_path):
    # The file, its rules and the rule are three deep; a leaf is one more.
    path = tmp_path / "rules.yaml"
    nested = "{not: " * 36 + "{indicator: B2, is: ej uppfyllt}" + "}" * 36
    path.write_text(rules_with(nested), "utf-8")
    assert "b2" in load_rulebook(CATALOG, path).rules
    path.write_text(rules_with("{not: {not: " + nested + "}}"), "utf-8")
    with pytest.raises(InputError, match="SR110"):
        load_rulebook(CATALOG, path)


def test_just_within_the_limit_of_size(rulebook):
    text = CHECKLIST.read_bytes() + b"#"
    padded = text + b" " * (LIMIT_BYTES - len(text))
    assert read_checklist(padded, rulebook).status("A1") is Status.MET
    with pytest.raises(InputError, match="SR104"):
        read_checklist(padded + b" ", rulebook)


def test_just_within_the_limit_of_aliases(rulebook):
    head = b"schema: spur-rules/checklist/1\ncatalog: mini\nanswers: {A1: &met uppfyllt}\n"
    rows = b"    - *met\n"
    text = head + b"review:\n  inspectors:\n" + rows * 100
    assert len(read_checklist(text, rulebook).review.inspectors) == 100
    with pytest.raises(InputError, match="SR111"):
        read_checklist(text + rows, rulebook)


@pytest.mark.parametrize(
    "blank", ["given: {A: B, B: }", "given: {A: B, B: {grade: , reason: }}", "given: {A: B}"]
)
def test_a_domain_left_blank_under_given_is_not_given(blank, rulebook):
    """A form has a line for every domain, and a rater need not grade them all."""
    start = "schema: spur-rules/checklist/1\ncatalog: mini\nanswers: {A1: uppfyllt}\n"
    checklist = read_checklist(f"{start}{blank}\n".encode(), rulebook)
    assert [(row.domain, row.grade.value) for row in checklist.given] == [("A", "B")]
    assert checklist.sha256 == read_checklist(f"{start}given: {{A: B}}".encode(), rulebook).sha256


@pytest.mark.parametrize("nothing", ["given:", "given: {}", "given: {A: , B: }", ""])
def test_nothing_given_is_the_same_however_it_is_left_out(nothing, rulebook):
    start = "schema: spur-rules/checklist/1\ncatalog: mini\nanswers: {A1: uppfyllt}\n"
    checklist = read_checklist(f"{start}{nothing}\n".encode(), rulebook)
    assert checklist.given == ()
    assert checklist.sha256 == read_checklist(start.encode(), rulebook).sha256
