"""Hints on random texts: no grade depends on them, and a slow reading finds the same words."""

import unicodedata
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from spur_rules import Checklist, Status, load_rulebook, suggest
from spur_rules.api import hints
from spur_rules.checking.consistency import HintCode
from spur_rules.linking import link
from spur_rules.rulebook import Rulebook
from spur_rules.shipped import CATALOG, RULES
from spur_rules.yaml_file import YamlFile, read_file

MET, OTHERWISE, HALF, NO, NA, UNKNOWN = Status


def without_consistency() -> Rulebook:
    catalog = read_file(CATALOG)
    data = {key: part for key, part in catalog.data.items() if key != "consistency"}
    assert data != catalog.data
    return link(YamlFile("catalog", data), read_file(RULES))


PLAIN = without_consistency()
PIECES = (
    *("saknas", "Saknas", "brister", "inga", "a\u030atga\u0308rd", "åtgärd", "krävs", "inte"),
    *("utan", "anmärkning", "fungerar", "väl", "läkarbrist", "\n", "."),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join)
NOT_BLANK = (TEXTS | st.text()).filter(str.strip)
ROWS = ("A1", "B2", "B6", "C1", "D5", "E2", "E4", "E7", "E10", "E12", "F1", "F2", "H6", "H7", "H8")
ANSWERS = st.fixed_dictionaries(
    {"status": st.sampled_from((MET, MET, HALF, NO, NA, UNKNOWN)), "reason": NOT_BLANK},
    optional={"comment": NOT_BLANK, "evidence": NOT_BLANK},
)


def remarked() -> st.SearchStrategy[Checklist]:
    """Any statuses that any indicator can have, with any texts beside them."""
    return st.dictionaries(st.sampled_from(ROWS), ANSWERS, max_size=len(ROWS)).map(answered)


def answered(rows: dict[str, dict[str, Any]]) -> Checklist:
    data = {"schema": "spur-rules/checklist/1", "catalog": "st-spur", "answers": rows}
    return Checklist.model_validate(data)


@settings(max_examples=150, deadline=None)
@given(remarked())
def test_hints_never_change_a_suggestion(checklist: Checklist) -> None:
    shipped = load_rulebook()
    assert hints(PLAIN, checklist) == ()
    plain = suggest(PLAIN, checklist, engine="native")
    before = suggest(shipped, checklist, engine="native")
    hints(shipped, checklist)
    after = suggest(shipped, checklist, engine="native")
    assert plain.domains == before.domains == after.domains


@settings(max_examples=150, deadline=None)
@given(remarked())
def test_words_found_stand_in_the_text_and_in_the_catalog(checklist: Checklist) -> None:
    shipped = load_rulebook()
    listed = {
        word: entry.status
        for entry in shipped.catalog.consistency.words_against
        for word in entry.words
    }
    for hint in hints(shipped, checklist):
        if hint.code is HintCode.PRESUPPOSES:
            continue
        answer = checklist.by_indicator[hint.indicators[0]]
        texts = [t for t in (answer.comment, answer.evidence, answer.reason) if t]
        assert hint.words
        for word in hint.words:
            assert any(word in text for text in texts)
            plain = " ".join(unicodedata.normalize("NFC", word).casefold().split())
            assert answer.status in listed[plain]


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_a_slow_reading_finds_the_same(text: str) -> None:
    """Word by word: a phrase is a run of words, and a word under an exception is passed over."""
    entry = load_rulebook().catalog.consistency.words_against[0]
    tokens = unicodedata.normalize("NFC", text).casefold().split()
    hidden: set[int] = set()
    for phrase in entry.unless:
        hidden |= {at for run in runs(tokens, phrase) for at in run}
    expected = {
        phrase for phrase in entry.words for run in runs(tokens, phrase) if not hidden & set(run)
    }
    shipped = load_rulebook()
    told = {
        " ".join(unicodedata.normalize("NFC", word).casefold().split())
        for word in hint_words(shipped, f"Se {text}")
    }
    assert told == expected


def runs(tokens: list[str], phrase: str) -> list[range]:
    size = len(phrase.split())
    starts = range(len(tokens) - size + 1)
    return [range(at, at + size) for at in starts if tokens[at : at + size] == phrase.split()]


def hint_words(rulebook: Rulebook, comment: str) -> list[str]:
    rows = {"C1": {"status": MET, "comment": comment}}
    return [word for hint in hints(rulebook, answered(rows)) for word in hint.words]
