"""The shipped catalog, held against the printed form."""

import csv
from pathlib import Path

import pytest

from spur_rules.catalog import NormOrigin
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Grade, Norm

CSV = Path(__file__).parent / "indicators.csv"
ROWS = list(csv.DictReader(CSV.read_text(encoding="utf-8").splitlines()))

TITLES = {
    "A": ("Verksamheten", "STRUKTUR", "ABD"),
    "B": ("Medarbetarstab och interna kompetenser", "STRUKTUR", "ABCD"),
    "C": ("Lokaler och utrustning", "STRUKTUR", "ABD"),
    "D": ("Tjänstgöringens upplägg", "PROCESS", "ABCD"),
    "E": ("Handledning och kompetensbedömning", "PROCESS", "ABCD"),
    "F": ("Teoretisk utbildning", "PROCESS", "ABCD"),
    "G": (
        "Medicinsk vetenskap och systematiskt kvalitets- och patientsäkerhetsarbete",
        "PROCESS",
        "ABCD",
    ),
    "H": ("Ledarskapskompetens och kommunikativ kompetens", "PROCESS", "ABCD"),
}
A = (
    "Socialstyrelsens föreskrifter och allmänna råd följs. Övriga kvalitetsindikatorer är "
    "uppfyllda, men enstaka undantag kan förekomma."
)
B = "Socialstyrelsens föreskrifter och allmänna råd följs."
C = (
    "Socialstyrelsens föreskrifter följs. Allmänna råd följs i väsentliga delar men brister "
    "förekommer. Åtgärder rekommenderas."
)
D = (
    "Brister har påvisats vad gäller följsamheten till Socialstyrelsens föreskrifter. "
    "Åtgärder krävs."
)
WITH_ADVICE = {Grade.A: A, Grade.B: B, Grade.C: C, Grade.D: D}
SCALES = dict.fromkeys("BDEFGH", WITH_ADVICE) | {
    "A": {Grade.A: A, Grade.B: "Socialstyrelsens föreskrifter följs.", Grade.D: D},
    "C": {
        Grade.A: "Socialstyrelsens föreskrifter följs. Övriga kvalitetsindikatorer är uppfyllda, "
        "men enstaka undantag kan förekomma.",
        Grade.B: "Socialstyrelsens föreskrifter.",
        Grade.D: D,
    },
}
PROVISION = (
    "Den vårdgivare som tar emot läkare för specialiseringstjänstgöring ska ansvara för att det "
    "finns förutsättningar för att genomföra sådan tjänstgöring av hög och jämn kvalitet."
)


def test_every_text_is_the_printed_one_character_by_character(rulebook: Rulebook) -> None:
    assert [(row["id"], row["text"]) for row in ROWS] == [
        (id, row.text) for id, row in rulebook.indicators.items()
    ]


def test_norm_basis_and_domain_are_those_of_the_form(rulebook: Rulebook) -> None:
    found = [
        (id, domain.letter, row.norm.value, row.basis.value)
        for domain in rulebook.domains
        for id, row in domain.indicators.items()
    ]
    assert found == [(row["id"], row["domain"], row["kind"], row["basis"]) for row in ROWS]


def test_there_are_74_indicators_43_15_and_16_to_a_norm(rulebook: Rulebook) -> None:
    norms = [row.norm for row in rulebook.indicators.values()]
    assert len(norms) == 74
    assert [norms.count(norm) for norm in Norm] == [43, 15, 16]


def test_domains_have_their_titles_groups_and_scales(rulebook: Rulebook) -> None:
    found = {
        d.letter: (d.domain.title, d.domain.group, "".join(d.domain.grades))
        for d in rulebook.domains
    }
    assert found == TITLES


@pytest.mark.parametrize("letter", "ABCDEFGH")
def test_the_scale_quotes_the_printed_sentences(rulebook: Rulebook, letter: str) -> None:
    domain = next(d.domain for d in rulebook.domains if d.letter == letter)
    assert {step.grade: step.text for step in domain.scale} == SCALES[letter]


def test_the_quoted_provision_stands_in_a_c_d_and_f(rulebook: Rulebook) -> None:
    (provision,) = rulebook.catalog.provisions
    assert provision.text == PROVISION
    with_it = [d.letter for d in rulebook.domains if d.domain.provision == provision.id]
    assert with_it == ["A", "C", "D", "F"]


def test_what_the_form_does_not_print_is_marked_as_inferred_with_a_note(
    rulebook: Rulebook,
) -> None:
    """The rows that the model's evidence gives from order and wording only, at the least."""
    rows = "B8 B9 B10 D10 D11 D12 D13 E10 E12 E13 G7 G8 G9 G10 H10 H11 H12"
    for id in rows.split():
        assert rulebook.indicators[id].norm_origin is NormOrigin.INFERRED
    assert all(row.note for row in rulebook.indicators.values())


def test_page_breaks_and_wording_count_as_printed(rulebook: Rulebook) -> None:
    for id in ["D8", "D9", "E6", "E7", "E11", "F6", "G1", "G6", "H9"]:
        assert rulebook.indicators[id].norm_origin is NormOrigin.PRINTED


def test_the_footnote_of_e6_is_bound_to_one_regulation(rulebook: Rulebook) -> None:
    (footnote,) = rulebook.indicators["E6"].footnotes
    assert footnote.regulation == "SOSFS 2015:8"
    assert footnote.text == "(För ST enligt 2015:8 är verksamhetschef ansvarig enligt ovan)"
    assert [id for id, row in rulebook.indicators.items() if row.footnotes] == ["E6"]


def test_no_paragraph_is_invented(rulebook: Rulebook) -> None:
    for row in rulebook.indicators.values():
        assert "okänd" in row.source or row.source == "SPUR-modellens egen kvalitetsindikator"
        assert "kap" not in row.source
