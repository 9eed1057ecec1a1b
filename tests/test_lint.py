"""Each finding of lint: a file that shows it at its place, and one that must stay silent."""

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from lint_files import Change, made, told

from spur_rules import load_rulebook
from spur_rules.errors import CODES
from spur_rules.linting import outcomes
from spur_rules.linting.deciding import Linked, in_domains
from spur_rules.linting.findings import KINDS, Severity
from spur_rules.linting.lint import Lint
from spur_rules.shipped import CATALOG as CATALOG_FILE
from spur_rules.shipped import RULES as RULES_FILE
from spur_rules.yaml_file import read_file

ROOT = Path(__file__).parent.parent


class Case(NamedTuple):
    """What is found, where the mark stands, and what is not found after the second change.

    `also` are other codes that follow from the same change.
    """

    code: str
    changes: tuple[Change, ...]
    near: tuple[Change, ...]
    also: frozenset[str] = frozenset()


def catalog(old: str, new: str) -> Change:
    return Change("catalog", old, new)


def rules(old: str, new: str) -> Change:
    return Change("rules", old, new)


def case(code: str, changes: list[Change], near: list[Change], *also: str) -> Case:
    return Case(code, tuple(changes), tuple(near), frozenset(also))


A1 = "Det finns skriftliga riktlinjer."
A3 = "Lokalerna är ändamålsenliga."
B2 = 'text: "Studierektorn är specialist i samma specialitet."'
B4 = "Journalklubb hålls regelbundet."
BECAUSE = "because: {sv: en föreskrift är inte uppfylld, en: a föreskrift is not met}"
EXCEPTIONS = "{fact: kvalitetsindikator.undantag, more_than: {parameter: enstaka.högst}}"
ADVICE = "when: {fact: allmänt_råd.brister, at_least: 1}"
SHARE = "when: {fact: allmänt_råd.andel_uppfyllda, less_than: 1/2}"
LAST = "  - id: undantag\n"
STRICT = "    values:\n      enstaka.högst: 0\n      delvis.kvalitet: 0\n"


def extra(text: str) -> Change:
    """A rule before the last one."""
    words = "    because: {sv: något saknas, en: something is missing}\n    source: Föreningen.\n"
    return rules(LAST, f"  - {text}\n{words}{LAST}")


BOTH = (
    "when: {all: [{fact: allmänt_råd.brister, at_least: 1},"
    " {fact: föreskrift.brister, at_least: 1}]}"
)
NOT_MET = "when: {fact: allmänt_råd.ej_uppfyllda, at_least: 1}"
CAVEAT = "caveat: {sv: Se efter., en: Look.}"
ADVISED = "ceiling: C\n    needs: [allmänt råd]"
PRINTED = "printed: Allmänna råd följs i väsentliga delar."

CASES = [
    case(
        "SR701", [catalog(A1, "Riktlinjer f¤o\u0308r alla.")], [catalog(A1, "Riktlinjer för alla.")]
    ),
    case("SR701", [rules("  sträng:\n", "  str¤a\u0308ng:\n")], []),
    case("SR701", [catalog(A1, '¤"Riktlinjer fo\\u0308r alla."')], []),
    case("SR702", [catalog(A1, "Det finns¤  riktlinjer.")], [catalog(A1, "Det finns riktlinjer.")]),
    case(
        "SR702", [catalog(A1, "Det finns¤\triktlinjer.")], [catalog(A1, "Det finns # riktlinjer.")]
    ),
    case(
        "SR702",
        [catalog("har genomgått utbildning\n", "har genomgått utbildning¤  \n")],
        [catalog("har genomgått utbildning\n", "har genomgått utbildning\n\n")],
    ),
    case(
        "SR703",
        [catalog(B2, 'text: ¤"Studierektorn är specialist. "')],
        [catalog(B2, 'text:   "Studierektorn är specialist."  ')],
    ),
    case(
        "SR703",
        [catalog("text: >-\n          Handledare", "text: ¤>\n          Handledare")],
        [catalog("text: >-\n          Handledare", "text: |-\n          Handledare")],
    ),
    case("SR704", [catalog(B4, "¤Journalklubb hålls")], [catalog(B4, "Hålls journalklubb?")]),
    case("SR704", [catalog(B4, "¤Journalklubb hålls,")], [catalog(B4, "Möten (journalklubb.)")]),
    case(
        "SR704",
        [rules("reason: Något saknas.", "reason: ¤Något saknas")],
        [rules("title: Regler", "title: Regler utan punkt")],
    ),
    case(
        "SR705",
        [catalog(A3, "Lokalerna är¤\u00a0bra.")],
        [catalog(A3, "Lokalerna är bra – nästan.")],
    ),
    case("SR705", [catalog(A3, "Loka¤\u00adlerna är bra.")], [catalog(A3, "Loka-lerna är bra.")]),
    case(
        "SR706",
        [rules("sv: en föreskrift är inte uppfylld,", "sv: ¤en föreskrift är inte uppfylld.,")],
        [rules("sv: en föreskrift är inte uppfylld,", "sv: rutiner saknas m.m.,")],
    ),
    case(
        "SR707",
        [
            catalog(A3, "Ett introduktionsprogramm finns, det!"),
            catalog("'Det finns ett introd", "¤'Det finns ett introd"),
        ],
        [catalog(A3, "Det finns ett utbildningsprogram.")],
    ),
    case(
        "SR708",
        [rules(BECAUSE, "¤because: {sv: en föreskrift är inte uppfylld}")],
        [rules(BECAUSE, "because: {sv: en föreskrift brister, en: it is lacking}")],
    ),
    case(
        "SR711",
        [catalog("note: Härledd ur ordningen.", "note: ¤Todo kolla formuläret.")],
        [catalog("note: Härledd ur ordningen.", "note: Metoden är känd – todo är ett ord.")],
    ),
    case(
        "SR712",
        [catalog("source: 3 kap. 2 §", "source: ¤'?'")],
        [catalog("source: 3 kap. 2 §", "source: Okänd paragraf")],
    ),
    case("SR712", [rules("source: Inte tryckt.", "source: ¤tbd")], []),
    case(
        "SR713",
        [catalog("source: 3 kap. 2 §", "source: ¤okänd")],
        [
            catalog(
                "        source: SPUR\n        text: Kvali",
                "        source: okänd\n        text: Kvali",
            )
        ],
    ),
    case(
        "SR714",
        [catalog("    provision: hög-kvalitet\n", ""), catalog("id: hög-", "id: ¤hög-")],
        [],
    ),
    case(
        "SR715",
        [catalog("inga brister]", "¤utan bristfällighet]")],
        [catalog("inga brister]", "inga Brister alls]")],
    ),
    case(
        "SR721",
        [
            rules(EXCEPTIONS, "{fact: kvalitetsindikator.undantag, more_than: 0}"),
            rules("  enstaka.högst:\n    def", "  ¤enstaka.högst:\n    def"),
        ],
        [rules(EXCEPTIONS, f"{{any: [{EXCEPTIONS}]}}")],
    ),
    case("SR722", [rules("domains: {B: 0}", "domains: {B: ¤1.0}")], []),
    case(
        "SR722",
        [rules(STRICT, STRICT + "    domains: {B: {enstaka.högst: ¤0}}\n")],
        [rules(STRICT, STRICT + "    domains: {B: {enstaka.högst: 1/2}}\n")],
    ),
    case(
        "SR723",
        [rules(STRICT, "    values: {delvis.kvalitet: 0.5}\n"), rules("  sträng:", "  ¤sträng:")],
        [rules(STRICT, "    values: {delvis.kvalitet: 1}\n")],
    ),
    case(
        "SR724",
        [
            rules("kvalitetsindikator.undantag", "kvalitetsindikator.brister"),
            rules("  kvalitetsindikator: {par", "  ¤kvalitetsindikator: {par"),
        ],
        [],
    ),
    case(
        "SR731",
        [
            catalog("id: A2", "id: ¤A2"),
            catalog("id: A3", "id: ¤A3"),
            rules(LAST, LAST + "    domains: [B]\n"),
        ],
        [rules(LAST, LAST + "    domains: [A, B]\n")],
        "SR742",
    ),
    case(
        "SR731",
        [
            catalog("id: A3", "id: ¤A3"),
            rules(LAST, LAST + "    domains: [B]\n"),
            rules(
                "  - id: råd-brist\n",
                "  - {id: a2, ceiling: B, when: {indicator: A2, is: ej uppfyllt}, source: SPUR.,\n"
                "     because: {sv: A2 saknas, en: A2 is missing}}\n  - id: råd-brist\n",
            ),
        ],
        [],
        "SR735",
    ),
    case(
        "SR732",
        [
            rules(EXCEPTIONS, "{fact: kvalitetsindikator.undantag, more_than: 1}"),
            rules(LAST, "  - id: ¤undantag\n"),
        ],
        [rules(EXCEPTIONS, "{fact: kvalitetsindikator.undantag, more_than: 1/2}")],
        "SR721",
        "SR734",
    ),
    case(
        "SR733",
        [extra(f"id: ¤extra\n    {ADVISED}\n    {NOT_MET}\n    {PRINTED}")],
        [extra(f"id: extra\n    {ADVISED}\n    {NOT_MET}\n    {PRINTED}\n    {CAVEAT}")],
    ),
    case(
        "SR733",
        [
            extra(
                "id: ¤extra\n    ceiling: B\n    needs: [allmänt råd]\n"
                f"    {ADVICE.replace('brister', 'ej_uppfyllda')}\n    {CAVEAT}"
            )
        ],
        [
            extra(
                "id: extra\n    ceiling: B\n    needs: [allmänt råd]\n"
                "    when: {indicator: B4, is: ej uppfyllt}\n    " + CAVEAT
            )
        ],
        "SR735",
    ),
    case(
        "SR733",
        [extra("id: ¤extra\n    ceiling: D\n    when: {fact: föreskrift.brister, at_least: 1}")],
        [extra("id: extra\n    ceiling: D\n    when: {indicator: A2, is: ej uppfyllt}")],
        "SR735",
    ),
    case(
        "SR734",
        [
            rules(ADVICE, BOTH),
            rules(SHARE, BOTH.replace("at_least: 1},", "at_least: 2},")),
            catalog("      C: Föreskrifter", "      ¤C: Föreskrifter"),
        ],
        [rules(ADVICE, BOTH)],
        "SR733",
    ),
    case(
        "SR734",
        [
            extra(
                "id: alltid\n    ceiling: B\n    domains: [A]\n"
                "    when: {fact: föreskrift.tillämpliga, at_least: 0}"
            ),
            catalog("      A: Föreskrifter följs. Kv", "      ¤A: Föreskrifter följs. Kv"),
        ],
        [
            extra(
                "id: alltid\n    ceiling: B\n    domains: [A]\n"
                "    when: {indicator: A2, is: [delvis, ej uppfyllt]}"
            )
        ],
        "SR735",
    ),
    case(
        "SR735",
        [
            rules(LAST, "  - id: ¤undantag\n"),
            rules(
                "    printed: Kvalitetsindikatorer är uppfyllda, men enstaka undantag kan"
                " förekomma.\n",
                "",
            ),
        ],
        [],
    ),
    case(
        "SR741",
        [rules("printed: Brister i föreskrifter. Åtgärder krävs.", "printed: ¤Brister finns.")],
        [rules("printed: Brister i föreskrifter. Åtgärder krävs.", "printed: Åtgärder krävs.")],
    ),
    case(  # what grade A asks for is no criterion of C
        "SR741",
        [
            extra(
                f"id: extra\n    {ADVISED}\n    {NOT_MET}\n    {CAVEAT}\n"
                "    printed: ¤Kvalitetsindikatorer är uppfyllda, men enstaka"
                " undantag kan förekomma."
            )
        ],
        [
            extra(
                f"id: extra\n    {ADVISED}\n    {NOT_MET}\n    {CAVEAT}\n"
                "    printed: Föreskrifter och allmänna råd följs."
            )
        ],
    ),
    case(
        "SR742",
        [
            catalog(
                "      B: Föreskrifter följs.\n",
                "      B: Föreskrifter följs.\n      ¤C: Åtgärder.\n",
            )
        ],
        [],
    ),
    case(
        "SR743",
        [
            catalog(
                "      B: Föreskrifter följs.\n", "      ¤B: Föreskrifter och allmänna råd följs.\n"
            )
        ],
        [catalog("      B: Föreskrifter följs.\n", "      B: Föreskrifter följs utan råd.\n")],
    ),
    case(
        "SR744",
        [
            catalog(
                "scale:\n      A: Föreskrifter följs. Kvalitetsindikatorer är uppfyllda, men",
                "¤scale:\n      A: Föreskrifter följs, men",
            )
        ],
        [
            catalog(
                "A: Föreskrifter följs. Kvalitetsindikatorer är uppfyllda, men",
                "A: Föreskrifter följs. Varje kvalitetsindikator är uppfylld, men",
            )
        ],
    ),
    case(
        "SR745",
        [
            rules(
                "printed: enstaka undantag kan förekomma", "printed: ¤några undantag kan förekomma"
            )
        ],
        [rules("printed: enstaka undantag kan förekomma", "printed: hög och jämn kvalitet")],
    ),
    case("SR745", [rules("printed: Brister i föreskrifter.\n", "printed: ¤Brister finns.\n")], []),
    case(
        "SR761",
        [
            catalog(
                "        text: Journ",
                "        ¤# lint: SR704 because it is so\n        text: Journ",
            )
        ],
        [catalog(f"text: {B4}", "text: Journalklubb # lint: SR704 because it is so")],
    ),
    case(
        "SR762",
        [catalog(f"text: {B4}", f"text: {B4} ¤# lint: SR704")],
        [catalog(f"text: {B4}", f"text: {B4} # linted: SR704")],
    ),
    case("SR762", [catalog(f"text: {B4}", f"text: {B4} ¤# lint: SR999 because so")], []),
    case("SR762", [catalog(f"text: {B4}", f"text: {B4} ¤# lint: SR761 because so")], []),
    case("SR762", [catalog(f"text: {B4}", f"text: {B4} ¤#lint: all is well")], []),
]


def test_nothing_is_found_in_the_files_that_are_broken_below(tmp_path: Path) -> None:
    assert told(made(tmp_path).report) == []


@pytest.mark.parametrize("row", CASES, ids=[f"{n}-{row.code}" for n, row in enumerate(CASES)])
def test_a_finding_at_its_place(row: Case, tmp_path: Path) -> None:
    broken = made(tmp_path, *row.changes)
    found = told(broken.report)
    assert [place for place in found if place[0] == row.code] == [
        (row.code, *mark) for mark in broken.marks
    ]
    assert {code for code, *_ in found} == {row.code} | row.also


@pytest.mark.parametrize("row", CASES, ids=[f"{n}-{row.code}" for n, row in enumerate(CASES)])
def test_what_is_close_to_it_is_not_found(row: Case, tmp_path: Path) -> None:
    found = told(made(tmp_path, *row.near).report)
    assert row.code not in {code for code, *_ in found}


#: Codes that need more than a broken file; tested below and in the other files about lint.
ELSEWHERE = {"SR736", "SR751", "SR752", "SR753", "SR754"}


def test_every_code_is_shown() -> None:
    assert {row.code for row in CASES} | ELSEWHERE == set(KINDS)
    assert not KINDS.keys() & CODES.keys()


def test_too_many_combinations_are_told_and_not_sampled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outcomes, "MOST_CASES", 9)  # A has two kvalitetsindikatorer: ten cases
    found = told(made(tmp_path, rules(EXCEPTIONS, EXCEPTIONS)).report)
    assert found == [("SR736", "catalog", 13, 13), ("SR736", "catalog", 41, 13)]
    # B: föreskrift 2 ways, råd 3 (none short, some, more than half), kvalitetsindikator 2
    monkeypatch.setattr(outcomes, "MOST_CASES", 11)
    assert told(made(tmp_path).report) == [("SR736", "catalog", 41, 13)]
    monkeypatch.setattr(outcomes, "MOST_CASES", 12)
    assert told(made(tmp_path).report) == []


def test_a_rule_without_effect_is_told_with_the_one_that_always_fires(tmp_path: Path) -> None:
    """`undantag` may fire beside it too, but need not: it is not named."""
    copy = extra(f"id: extra\n    {ADVISED}\n    {ADVICE}\n    {PRINTED}")
    (finding,) = made(tmp_path, copy).report.findings
    (rule,) = re.findall(r"so does `([^`]+)`, with the same", finding.message)
    assert finding.message.startswith("no grade hangs on rule `extra`: whenever it fires, so does ")
    assert rule == "råd-brist"


def test_domains_that_stand_side_by_side_are_drawn_together() -> None:
    rulebook = load_rulebook()
    linked = Linked(rulebook, *(read_file(path) for path in (CATALOG_FILE, RULES_FILE)))
    assert in_domains(linked, list("ABCDEFGH")) == "domains A–H"
    assert in_domains(linked, list("ABDFGH")) == "domains A, B, D, F–H"
    assert in_domains(linked, ["C"]) == "domain C"


# What the reader refuses is told beside the rest.


def test_an_inferred_norm_without_a_note(tmp_path: Path) -> None:
    note = "        note: Härledd ur ordningen.\n"
    origin = catalog(f"inferred\n{note}", "¤inferred\n")
    broken = made(tmp_path, origin, catalog(B4, "¤Journalklubb"))
    report = broken.report
    assert told(report) == [("SR210", *broken.marks[0]), ("SR704", *broken.marks[1])]
    assert report.findings[0].severity is Severity.ERROR
    assert report.findings[0].page == "docs/errors.md"


def test_one_broken_file_does_not_hide_the_other(tmp_path: Path) -> None:
    broken = made(
        tmp_path, catalog("title: En", "title: [En"), rules("source: Inte tryckt.", "source: ¤tbd")
    )
    (unclosed, *_), other = told(broken.report)
    assert (unclosed, other) == ("SR106", ("SR712", *broken.marks[0]))


def test_a_rule_that_can_never_fire_is_told_once(tmp_path: Path) -> None:
    changed = made(
        tmp_path,
        extra("id: ¤extra\n    ceiling: B\n    when: {fact: föreskrift.brister, at_least: 9}"),
        catalog(B4, "¤Journalklubb"),
    )
    codes = [(code, *place) for code, *place in told(changed.report)]
    assert codes == [
        ("SR704", *changed.marks[0]),
        ("SR307", *changed.marks[1]),
        ("SR735", *changed.marks[1]),
    ]


def test_a_rule_that_is_not_monotone_is_still_looked_at(tmp_path: Path) -> None:
    report = made(
        tmp_path,
        extra("id: y\n    ceiling: D\n    domains: [B]\n    when: {indicator: B2, is: uppfyllt}"),
    ).report
    assert {"SR308", "SR735"} == {code for code, *_ in told(report)}


def test_rules_for_a_catalog_that_is_not_there(tmp_path: Path) -> None:
    made(tmp_path)
    (tmp_path / "catalog.yaml").unlink()
    assert [f.code for f in Lint([tmp_path]).report.findings] == ["SR311"]


def test_files_of_others_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    texts = {
        "other.yaml": "a: b  c\n",
        "checklist.yaml": "schema: spur-rules/checklist/1\na: b  c\n",
        ".hidden.yaml": "a: [\n",
        "text.txt": "a: [\n",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    assert Lint([tmp_path]).report.files == ()
    named = [tmp_path / "other.yaml", tmp_path / "checklist.yaml"]
    assert told(Lint(named).report) == [("SR115", "checklist", 1, 9), ("SR115", "other", 1, 1)]


@pytest.mark.parametrize("line", ["", "schema: spur-rules/katalog/1\n"])
def test_a_catalog_without_its_schema_line_is_not_passed_over(line: str, tmp_path: Path) -> None:
    made(tmp_path, catalog("schema: spur-rules/catalog/1\n", line))
    (tmp_path / "rules.yaml").unlink()
    column = 9 if line else 1
    assert told(Lint([tmp_path]).report) == [("SR115", "catalog", 1, column)]


def test_cases_and_overlays_are_looked_at(tmp_path: Path) -> None:
    """Two spaces in a case; an overlay that changes a row which the form does not have."""
    (tmp_path / "cases.yaml").write_text(
        "schema: spur-rules/cases/1\ncatalog: st-spur\nrules: st-spur\ncases:\n"
        "  - {id: a, about: Ett  fall., domain: A, expect: {worst: D, best: A}}\n",
        "utf-8",
    )
    (tmp_path / "overlay.yaml").write_text(
        "schema: spur-rules/overlay/1\nid: x\nversion: 0.1.0\ntitle: x\nlanguage: sv\n"
        "extends: st-spur\nnotes:\n  - {indicator: A9, text: En not}\n",
        "utf-8",
    )
    assert told(Lint([tmp_path]).report) == [
        ("SR702", "cases", 5, 23),
        ("SR221", "overlay", 8, 17),
        ("SR704", "overlay", 8, 27),
    ]


def test_an_earlier_version_is_never_edited() -> None:
    """E6 is printed without a full stop: silenced in this version, and not told in the earlier."""
    report = Lint(["indicator_catalog", "rules"]).report
    assert not report.fails
    assert any(file.version == "1.0.0" for file in report.files)


def test_the_shipped_files_have_notes_only() -> None:
    report = Lint(
        [ROOT / "indicator_catalog" / "st-spur.yaml", ROOT / "rules" / "st-spur.yaml"]
    ).report
    assert [(f.code, f.severity) for f in report.findings] == [
        ("SR743", Severity.NOTE),
        ("SR713", Severity.NOTE),
    ]
    assert [row.finding.code for row in report.silenced] == ["SR704"]
    assert not report.fails
