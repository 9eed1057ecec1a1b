"""Hints: what is worth a second look, and what is not.

Which answers contradict each other is read from the printed texts, which are quoted here.
"""

import unicodedata
from pathlib import Path

import pytest
from checklists import Make

from spur_rules import Checklist, InputError, Status, load_rulebook, read_checklist
from spur_rules.api import hints
from spur_rules.checking.consistency import Hint, HintCode
from spur_rules.linking import link
from spur_rules.rulebook import Rulebook
from spur_rules.yaml_file import parse_bytes, read_file

EXAMPLES = Path(__file__).parent.parent / "examples"
VALID = Path(__file__).parent / "valid"
MET, OTHERWISE, HALF, NO, NA, UNKNOWN = Status

#: met, what it takes for granted, and the printed words that show it
PAIRS = [
    # "det för varje ST-läkare utses en huvudansvarig handledare"
    # "Det finns en utsedd huvudansvarig handledare för varje ST-läkare."
    ("D5", "E2"),
    # "Den huvudansvariga handledaren bedömer ST-läkarens kompetensutveckling kontinuerligt"
    ("E4", "E2"),
    # "få fortlöpande instruktioner"
    # "Det finns tillgång till medarbetare som kan ge nödvändiga instruktioner."
    ("E7", "B6"),
    # "Varje handledare har genomgått handledarutbildning"
    # "Samtliga huvudansvariga ST-handledare har genomgått handledarutbildning."
    ("E10", "B2"),
    # "ST-läkarna genomgår den utbildning som planerats"
    # "Teoretiska utbildningsmoment och kurser planeras in"
    ("F2", "F1"),
    # "kompetens i undervisning bedöms fortlöpande", "bereds möjlighet att … genomföra undervisning"
    ("H7", "H6"),
    # "kompetens i handledning bedöms fortlöpande", "bereds möjlighet att handleda"
    ("H9", "H8"),
    # "bereds möjlighet att undervisa under handledning"
    ("H10", "H6"),
    # "bereds möjlighet att själv handleda under handledning"
    ("H11", "H8"),
]


def found(rulebook: Rulebook, **statuses: Status) -> list[tuple[str, ...]]:
    return [hint.indicators for hint in hints(rulebook, Checklist.of("st-spur", statuses))]


@pytest.mark.parametrize(("id", "needs"), PAIRS)
@pytest.mark.parametrize("lacking", [NO, HALF])
def test_a_row_that_is_met_without_what_it_presupposes(
    rulebook: Rulebook, id: str, needs: str, lacking: Status
) -> None:
    (hint,) = hints(rulebook, Checklist.of("st-spur", {id: MET, needs: lacking}))
    assert hint[:4] == (HintCode.PRESUPPOSES, (id, needs), (MET, lacking), ())
    assert hint.because is not None
    assert hint.because.en is not None


def test_the_catalog_has_these_pairs_and_no_others(rulebook: Rulebook) -> None:
    pairs = rulebook.catalog.consistency.presupposes
    assert sorted((pair.indicator, pair.needs) for pair in pairs) == sorted(PAIRS)


def test_a_way_round_counts_as_met(rulebook: Rulebook) -> None:
    assert found(rulebook, E10=OTHERWISE, B2=NO) == [("E10", "B2")]


@pytest.mark.parametrize("status", [HALF, NO, NA, UNKNOWN])
def test_only_a_row_that_is_met_presupposes(rulebook: Rulebook, status: Status) -> None:
    assert found(rulebook, H11=status, H8=NO) == []


@pytest.mark.parametrize("status", [MET, NA, UNKNOWN])
def test_what_does_not_apply_or_is_not_known_lacks_nothing(
    rulebook: Rulebook, status: Status
) -> None:
    assert found(rulebook, H11=MET, H8=status) == []
    assert found(rulebook, H11=MET) == []


def test_the_other_way_round_nothing_is_presupposed(rulebook: Rulebook) -> None:
    assert [found(rulebook, **{needs: MET, id: NO}) for id, needs in PAIRS] == [[]] * len(PAIRS)


def test_everything_met_gives_no_hint(rulebook: Rulebook, filled: Make) -> None:
    assert hints(rulebook, filled()) == ()


def test_the_shipped_example(rulebook: Rulebook) -> None:
    """C1 is met, beside "Spaltlampa saknas." and "bortsett från avsaknad av spaltlampa"."""
    for name in ("primary-care-2025", "primary-care-2025-assumed"):
        checklist = read_checklist(EXAMPLES / f"{name}.yaml", rulebook)
        (hint,) = hints(rulebook, checklist)
        assert hint == Hint(HintCode.WORDS, ("C1",), (MET,), ("saknas", "avsaknad"))


def words(rulebook: Rulebook, status: Status, **texts: str) -> tuple[str, ...]:
    """The words found beside C1."""
    row = {"status": status} | texts
    data = {"schema": "spur-rules/checklist/1", "catalog": "st-spur", "answers": {"C1": row}}
    return tuple(w for h in hints(rulebook, Checklist.model_validate(data)) for w in h.words)


#: a comment beside `uppfyllt`, and what speaks against it
AGAINST_MET = [
    ("Spaltlampa saknas.", ["saknas"]),
    ("SPALTLAMPA SAKNAS", ["SAKNAS"]),
    ("Åtgärd krävs.", ["Åtgärd krävs"]),
    ("åtgärder krävs", ["åtgärder krävs"]),
    ("Där finns en åtgärd\n  krävs det sägs", ["åtgärd\n  krävs"]),
    ("Brister i rutiner, och schema saknas", ["Brister", "saknas"]),
    ("Brister, brister och saknas, saknas", ["Brister", "brister", "saknas"]),
    ("Otillräckligt; uppfylls inte", ["Otillräckligt", "uppfylls inte"]),
    ("(saknas)", ["saknas"]),
    ("Inga brister, men schema saknas", ["saknas"]),
    ("Inga. Brister finns.", ["Brister"]),
    ("Inga brister. Brister finns ändå.", ["Brister"]),
    ("Åtgärd krävs, åtgärd krävs inte", ["Åtgärd krävs"]),
    # A phrase that means the opposite, in any case and across lines.
    ("Inga brister", []),
    ("INGA\nBRISTER", []),
    ("Inget saknas.", []),
    ("Utrustning saknas inte", []),
    ("Åtgärder krävs ej", []),
    ("ingen åtgärd krävs", []),
    ("Tidigare brister är åtgärdade.", []),
    # Parts of words are no words.
    ("Läkarbrist råder, bristerna är kända och saknaden stor", []),
    ("saknas_inte1", []),
    ("God struktur.", []),
    # What speaks against another status.
    ("Fungerar väl utan anmärkning", []),
]


@pytest.mark.parametrize(("text", "expected"), AGAINST_MET)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("place", ["comment", "evidence", "reason"])
def test_words_against_met(
    rulebook: Rulebook, text: str, expected: list[str], form: str, place: str
) -> None:
    written = {place: unicodedata.normalize(form, text)}
    assert words(rulebook, MET, **written) == tuple(
        unicodedata.normalize(form, word) for word in expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Utan anmärkning.", ("Utan anmärkning",)),
        ("Handledningen fungerar väl", ("fungerar väl",)),
        ("Inte utan anmärkning", ()),
        ("Fungerar väl i övrigt", ()),
        ("Schema saknas", ()),
    ],
)
def test_words_against_not_met(rulebook: Rulebook, text: str, expected: tuple[str, ...]) -> None:
    assert words(rulebook, NO, comment=text) == expected


@pytest.mark.parametrize("status", [OTHERWISE, HALF, NA, UNKNOWN])
def test_words_say_nothing_against_other_statuses(rulebook: Rulebook, status: Status) -> None:
    assert words(rulebook, status, comment="Saknas. Utan anmärkning.") == ()


def test_an_accent_on_its_own_belongs_to_its_word(rulebook: Rulebook) -> None:
    """`brist` stands in the decomposed `briste\u0301` and after `a\u0308`, but not as a word."""
    assert words(rulebook, MET, comment="brist\u0301 a\u0308brist") == ()


def test_texts_are_searched_in_order_and_each_word_is_told_once(rulebook: Rulebook) -> None:
    texts = {"reason": "brist", "evidence": "saknas, brister", "comment": "saknar och saknas"}
    assert words(rulebook, MET, **texts) == ("saknar", "saknas", "brister", "brist")


def test_pairs_come_first_then_words_in_the_order_of_the_form(rulebook: Rulebook) -> None:
    text = (
        "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {"
        "H8: ej uppfyllt, H11: uppfyllt, C1: {status: uppfyllt, comment: saknas},"
        "A3: {status: uppfyllt, comment: saknas}, D5: uppfyllt, E2: delvis}}"
    )
    checklist = read_checklist(text.encode(), rulebook)
    order = [("D5", "E2"), ("H11", "H8"), ("A3",), ("C1",)]
    assert [hint.indicators for hint in hints(rulebook, checklist)] == order


def test_every_word_of_the_catalog_is_found_and_every_exception_hides(rulebook: Rulebook) -> None:
    for entry in rulebook.catalog.consistency.words_against:
        for status in entry.status:
            for word in entry.words:
                assert words(rulebook, status, comment=f"Se: {word}.") == (word,)
            for phrase in entry.unless:
                assert words(rulebook, status, comment=f"Se: {phrase}.") == (), phrase


def test_every_exception_of_the_catalog_has_something_to_hide(rulebook: Rulebook) -> None:
    for entry in rulebook.catalog.consistency.words_against:
        for phrase in entry.unless:
            assert any(f" {word} " in f" {phrase} " for word in entry.words), phrase


def mini(consistency: str) -> Rulebook:
    text = (VALID / "catalog.yaml").read_bytes() + consistency.encode()
    return link(parse_bytes(text, "catalog"), read_file(VALID / "ruleset.yaml"))


def test_two_may_presuppose_each_other_and_a_hint_stands_where_they_differ() -> None:
    because = "because: {sv: därför}"
    rulebook = mini(
        "consistency:\n  presupposes:\n"
        f"    - {{indicator: B1, needs: B2, {because}}}\n"
        f"    - {{indicator: B2, needs: B3, {because}}}\n"
        f"    - {{indicator: B3, needs: B1, {because}}}\n"
    )
    both = {"B1": MET, "B2": MET, "B3": MET}
    assert found_in(rulebook, both) == []
    assert found_in(rulebook, dict.fromkeys(both, NO)) == []
    assert found_in(rulebook, both | {"B2": NO}) == [("B1", "B2")]
    # Each pair by itself: what B1 needs is not met, what that one needs is not asked.
    assert found_in(rulebook, both | {"B1": NO}) == [("B3", "B1")]


def found_in(rulebook: Rulebook, statuses: dict[str, Status]) -> list[tuple[str, ...]]:
    return [hint.indicators for hint in hints(rulebook, Checklist.of("mini", statuses))]


def against_met(entries: str, comment: str) -> tuple[str, ...]:
    """The words found beside B1, which is met, by a catalog with these entries."""
    rulebook = mini(f"consistency:\n  words_against:\n{entries}")
    row = {"status": MET, "comment": comment}
    checklist = Checklist.model_validate(
        {"schema": "spur-rules/checklist/1", "catalog": "mini", "answers": {"B1": row}}
    )
    return tuple(word for hint in hints(rulebook, checklist) for word in hint.words)


def test_exceptions_that_overlap_all_hide() -> None:
    entry = (
        "    - {status: [uppfyllt], words: [brister, saknas],"
        " unless: [inga brister, brister saknas helt]}\n"
    )
    assert against_met(entry, "Inga brister saknas helt.") == ()
    assert against_met(entry, "Inga brister. Mer saknas helt.") == ("saknas",)


def test_the_longest_phrase_is_told() -> None:
    entry = "    - {status: [uppfyllt], words: [åtgärd, åtgärd krävs nu, åtgärd krävs]}\n"
    assert against_met(entry, "En åtgärd krävs nu.") == ("åtgärd krävs nu",)


def test_entries_for_the_same_status_add_up_and_hide_each_for_itself() -> None:
    entries = (
        "    - {status: [uppfyllt], words: [saknas], unless: [saknas inte]}\n"
        "    - {status: [delvis, uppfyllt], words: [inte]}\n"
    )
    assert against_met(entries, "saknas") == ("saknas",)
    assert against_met(entries, "saknas inte") == ("inte",)


def test_a_catalog_without_the_section_gives_no_hint() -> None:
    rulebook = load_rulebook(VALID / "catalog.yaml", VALID / "ruleset.yaml")
    data = {"status": MET, "comment": "Saknas."}
    checklist = Checklist.model_validate(
        {"schema": "spur-rules/checklist/1", "catalog": "mini", "answers": {"B1": data}}
    )
    assert hints(rulebook, checklist) == ()


def test_a_changed_copy_is_looked_at_anew(rulebook: Rulebook) -> None:
    text = (
        "{schema: spur-rules/checklist/1, catalog: st-spur,"
        " answers: {C1: {status: uppfyllt, comment: Saknas.}}}"
    )
    first = read_checklist(text.encode(), rulebook)
    assert len(hints(rulebook, first)) == 1
    plain = Checklist.of("st-spur", {"C1": MET})
    assert hints(rulebook, first.model_copy(update={"answers": plain.answers})) == ()


def test_the_words_are_compiled_once(rulebook: Rulebook) -> None:
    from spur_rules.checking.consistency import _searches

    assert _searches(rulebook) is _searches(rulebook)


def test_a_hint_for_an_unknown_indicator_is_refused_at_its_place() -> None:
    with pytest.raises(InputError, match=r"error\[SR212\] catalog:41:30 unknown indicator `E2`"):
        mini(
            "consistency:\n  presupposes:\n"
            "    - {indicator: B1, needs: E2, because: {sv: därför}}\n"
        )
