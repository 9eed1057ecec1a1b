"""Every change of a catalog or a ruleset is told: each key of each schema, and in which words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from rulebook_edits import RAISED, edited, row_of, rule_of, rulebook_of

from spur_rules import Checklist, Status, load_rulebook
from spur_rules.api import compare
from spur_rules.catalog import Catalog, Indicator
from spur_rules.comparing.changes import Change, Kind, changes
from spur_rules.comparing.renaming import carried, new_names
from spur_rules.conditions import Condition, Not, ParameterName
from spur_rules.documents.change_words import ChangeWords
from spur_rules.documents.diff_text import diff_text
from spur_rules.frozen import Frozen, Words
from spur_rules.rulebook import Rulebook
from spur_rules.rules import PlanRule, Ruleset
from spur_rules.texts import LANGUAGES

#: What the shipped files do not use: a parameter's and a profile's values for single domains.
OWN_VALUES = (
    (
        "    default: 1\n    unit: antal",
        "    default: 1\n    domains: {B: 2, E: 2}\n    unit: antal",
    ),
    (
        "      delvis.kvalitetsindikator: 0\n",
        "      delvis.kvalitetsindikator: 0\n    domains:\n      B: {enstaka_undantag.högst: 2}\n",
    ),
)


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Rulebook:
    """The shipped rulebook with something under every key."""
    rule = rule_of("råd-brist")
    own = (rule, rule.replace("needs:", "domains: [B, D]\n    needs:"))
    ids = "earlier_ids: {A41: A4}\nretired_ids: {A42: Frågas inte längre.}"
    retired = ("valid_to: null", f"valid_to: null\n{ids}")
    folder = tmp_path_factory.mktemp("rich")
    return rulebook_of(edited(folder, catalog=(retired,), rules=(*OWN_VALUES, own)))


def other(value: Any) -> Any:
    """A value of the same kind that is not the same."""
    match value:
        case None:
            return "x"
        case Enum():
            return next(member for member in type(value) if member is not value)
        case str():
            return value + " x"
        case Fraction():
            return value + 1
        case ParameterName():
            return Fraction(1)
        case date():
            return value + timedelta(days=1)
        case Words():
            return Words(sv=value.sv + " x", en=value.en)
        case tuple():
            return value[1:] if value else ("x",)
    return Not(value)


def mutants(model: Frozen) -> Iterator[tuple[type[BaseModel], str, Frozen]]:
    """The model with each key in turn changed, at any depth; the first rows stand for all."""
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        alias = field.alias or name
        if isinstance(value, Frozen):
            for kind, key, inner in mutants(value):
                changed = model.model_copy(update={name: inner})
                yield kind, key, changed
                yield type(model), alias, changed
        elif isinstance(value, tuple) and any(isinstance(row, Frozen) for row in value):
            for at, row in enumerate(value[:6]):
                for kind, key, inner in mutants(row):
                    rows = (*value[:at], inner, *value[at + 1 :])
                    yield kind, key, model.model_copy(update={name: rows})
            yield type(model), alias, model.model_copy(update={name: value[1:]})
            yield type(model), alias, model.model_copy(update={name: value[::-1] + value[:1]})
        else:
            yield type(model), alias, model.model_copy(update={name: other(value)})
            if value is not None and not field.is_required():
                yield type(model), alias, model.model_copy(update={name: None})


def models(of: type[BaseModel]) -> dict[type[BaseModel], set[str]]:
    """Every model below one, with the keys that its schema has."""
    found: dict[type[BaseModel], set[str]] = {}
    for field in of.model_fields.values():
        for inner in _within(field.annotation):
            found |= models(inner)
    return found | {of: {field.alias or name for name, field in of.model_fields.items()}}


def _within(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _within(inner)


@pytest.mark.parametrize("half", ["catalog", "ruleset"])
def test_no_key_changes_silently(rich: Rulebook, half: str) -> None:
    model: Catalog | Ruleset = getattr(rich, half)
    seen: dict[type[BaseModel], set[str]] = {}
    for kind, key, mutant in mutants(model):
        found = changes(rich, replace(rich, **{half: mutant}))
        assert found, (kind, key)
        seen.setdefault(kind, set()).add(key)
        for language in LANGUAGES:
            words = ChangeWords(language)
            for change in found:
                told = [text for _, text in words.lines(change)]
                assert all(text.replace("{+", "").strip() for text in told), told
                assert not any("{" in text.replace("{+", "") for text in told), told
    for kind, keys in models(type(model)).items():
        assert seen[kind] == keys, kind


def test_a_rulebook_does_not_differ_from_itself(rich: Rulebook) -> None:
    assert changes(rich, rich) == ()


def test_a_key_of_a_later_version_is_told(rulebook: Rulebook) -> None:
    """A key that nobody has words for yet is shown as the file has it."""

    class Later(Indicator):
        retired: str | None = None

    domain = rulebook.catalog.domains[0]
    rows = [Later.model_construct(**dict(row)) for row in domain.indicators]
    books = []
    for value in (None, "2027-01-01"):
        first = rows[0].model_copy(update={"retired": value})
        asked = domain.model_copy(update={"indicators": (first, *rows[1:])})
        domains = (asked, *rulebook.catalog.domains[1:])
        catalog = rulebook.catalog.model_copy(update={"domains": domains})
        books.append(replace(rulebook, catalog=catalog))
    found = changes(*books)
    told = [text for change in found for _, text in ChangeWords("sv").lines(change)]
    assert "".join(told).count("2027-01-01") == 1


def told(old: Rulebook, new: Rulebook, language: Any = "sv") -> list[str]:
    """Every line but that of a version."""
    found = [change for change in changes(old, new) if change.key != "version"]
    return [text for change in found for _, text in ChangeWords(language).lines(change)]


A3, B9, B10 = row_of("A3"), row_of("B9"), row_of("B10")
BRIST = rule_of("föreskrift-brist")
CATALOG_WORDS = [
    (
        (A3, A3.replace("tillräckligt allsidig", "allsidig")),
        ["Indikatorn A3, ändring i texten:", "Tjänstgöringen är [-tillräckligt-] allsidig."],
    ),
    (
        (A3, A3.replace("norm: föreskrift", "norm: allmänt råd")),
        ["Indikatorn A3 var föreskrift och är nu allmänt råd."],
    ),
    (
        (A3, A3.replace("id: A3", "id: A8")),
        ["Indikatorn A3 heter nu A8."],
    ),
    ((B9 + B10, B10 + B9), ["Indikatorn B10 står nu efter B8, förut efter B9."]),
    (
        (A3, ""),
        ["Indikatorn A3 är borttagen, föreskrift: ”Tjänstgöringen är tillräckligt allsidig.”"],
    ),
    (
        (A3, A3 + A3.replace("A3", "A8").replace("tillräckligt ", "")),
        ["Indikatorn A8 är ny, föreskrift: ”Tjänstgöringen är allsidig.”"],
    ),
    (
        (A3, A3.replace("norm_origin: printed", "norm_origin: inferred")),
        ["Indikatorn A3, uppgiften om normen är tryckt eller härledd: printed → inferred."],
    ),
    (
        ("      B: Socialstyrelsens föreskrifter följs.\n", ""),
        ["Skalan i domän A har inte längre graden B: ”Socialstyrelsens föreskrifter följs.”"],
    ),
    (("valid_to: null", "valid_to: 2027-01-01"), None),
    (
        ("        - avsaknad\n", "        - brister allvarligt\n"),
        [
            "Orden som talar emot uppfyllt, orden: nytt ”brister allvarligt”; struket ”avsaknad”.",
        ],
    ),
]


@pytest.mark.parametrize("edit, expected", CATALOG_WORDS, ids=range(len(CATALOG_WORDS)))
def test_the_catalog_in_words(
    rulebook: Rulebook, tmp_path: Path, edit: tuple[str, str], expected: list[str] | None
) -> None:
    # The rules ask for B in every domain; only the catalog's words are looked at here.
    from spur_rules.loading import load
    from spur_rules.yaml_file import read_file

    folder = edited(tmp_path, catalog=(edit, RAISED))
    catalog, problems = load(Catalog, read_file(folder / "indicator_catalog" / "st-spur.yaml"))
    assert catalog is not None
    assert not problems
    found = told(rulebook, replace(rulebook, catalog=catalog))
    assert found == (expected or ["Katalogen har nu en sista giltighetsdag: 2027-01-01."])


RULES_WORDS = [
    (
        ("    default: 1\n    unit: antal", "    default: 2\n    unit: antal"),
        ["Parametern enstaka_undantag.högst har nu det förvalda värdet 2, förut 1."],
        ["Parameter enstaka_undantag.högst now has the default 2, before 1."],
    ),
    (
        ("enstaka_undantag.minsta_andel: 2/3", "enstaka_undantag.minsta_andel: 3/4"),
        ["Läsningen sträng sätter nu enstaka_undantag.minsta_andel till 3/4, förut 2/3."],
        ["Profile sträng now sets enstaka_undantag.minsta_andel to 3/4, before 2/3."],
    ),
    (
        ("      enstaka_undantag.minsta_andel: 2/3\n", ""),
        ["Läsningen sträng sätter inte längre enstaka_undantag.minsta_andel (förut 2/3)."],
        ["Profile sträng no longer sets enstaka_undantag.minsta_andel (it was 2/3)."],
    ),
    (
        ("  allmänt råd: {parameter: delvis.allmänt_råd}", "  allmänt råd: 0"),
        ["Vikten av delvis för allmänt råd är nu 0, förut delvis.allmänt_råd."],
        ["The weight of delvis for allmänt råd is now 0, before delvis.allmänt_råd."],
    ),
    (
        (BRIST, BRIST.replace("at_least: 1", "more_than: 1")),
        [
            "Regeln föreskrift-brist har ett annat villkor:",
            "förut: föreskrift.brister är minst 1",
            "nu: föreskrift.brister är mer än 1",
        ],
        [
            "Rule föreskrift-brist has another condition:",
            "before: föreskrift.brister is at least 1",
            "now: föreskrift.brister is more than 1",
        ],
    ),
    (
        (BRIST, BRIST.replace("ceiling: D", "ceiling: B")),
        ["Regeln föreskrift-brist sätter nu taket B, förut D."],
        ["Rule föreskrift-brist now puts the ceiling B, before D."],
    ),
    (
        (BRIST, ""),
        ["Regeln föreskrift-brist är borttagen: tak D när föreskrift.brister är minst 1."],
        ["Rule föreskrift-brist is removed: ceiling D when föreskrift.brister is at least 1."],
    ),
    (
        (BRIST, BRIST.replace("    when:", "    domains: [A]\n    when:")),
        ["Regeln föreskrift-brist, domänerna som regeln gäller: nytt ”A”."],
        ["Rule föreskrift-brist, the domains that the rule is for: new “A”."],
    ),
    (
        ("  lifts: D\n  to: C", "  lifts: D\n  to: B"),
        ["Handlingsplanens verkan, graden som nås: C → B."],
        ["What an action plan does, the grade that is reached: C → B."],
    ),
]


@pytest.mark.parametrize("edit, swedish, english", RULES_WORDS, ids=range(len(RULES_WORDS)))
def test_the_rules_in_words(
    rulebook: Rulebook,
    tmp_path: Path,
    edit: tuple[str, str],
    swedish: list[str],
    english: list[str],
) -> None:
    new = rulebook_of(edited(tmp_path, rules=(edit, RAISED)))
    assert told(rulebook, new) == swedish
    assert told(rulebook, new, "en") == english


def test_no_action_plan_any_more(rulebook: Rulebook) -> None:
    ruleset = rulebook.ruleset.model_copy(update={"action_plan": None})
    without = replace(rulebook, ruleset=ruleset)
    assert told(rulebook, without) == ["En handlingsplan ändrar inte längre någon gradering."]
    assert told(without, rulebook) == ["En handlingsplan ändrar nu graderingen från D till C."]
    assert isinstance(rulebook.ruleset.action_plan, PlanRule)


def test_a_text_that_only_has_other_spaces(rulebook: Rulebook) -> None:
    row = rulebook.indicators["A3"]
    spaced = row.model_copy(update={"text": row.text.replace(" ", "  ")})
    change = Change(
        "catalog", "indicator", ("A", "A3"), Kind.CHANGED, "text", row.text, spaced.text
    )
    lines = [text for _, text in ChangeWords("sv").lines(change)]
    assert lines == ["Indikatorn A3, texten: bara mellanslag skiljer."]


CONDITIONS = [
    ("{not: {indicator: A1, is: uppfyllt}}", "inte A1 är uppfyllt"),
    (
        "{any: [{fact: föreskrift.brister, at_least: 2}, {all: [{indicator: A1, is: [delvis, ej"
        " uppfyllt]}, {fact: föreskrift.andel_uppfyllda, less_than: {parameter: x}}]}]}",
        "föreskrift.brister är minst 2 eller (A1 är delvis eller ej uppfyllt och"
        " föreskrift.andel_uppfyllda är mindre än x)",
    ),
]


@pytest.mark.parametrize("written, expected", CONDITIONS)
def test_a_condition_in_words(written: str, expected: str) -> None:
    from spur_rules.condition_reading import read_condition
    from spur_rules.yaml_file import parse_bytes

    data = parse_bytes(f"when: {written}".encode(), "rules").data["when"]
    condition: Condition = read_condition(data)
    assert ChangeWords("sv").condition(condition) == expected


def test_the_shipped_one_is_loaded_once() -> None:
    assert changes(load_rulebook(), load_rulebook()) == ()


def test_a_row_that_the_catalog_says_is_the_same(tmp_path: Path, rulebook: Rulebook) -> None:
    """A3 is now A8 in other words; the catalog says that it is the same row."""
    renamed = ("- id: A3\n", "- id: A8\n")
    reworded = ("Tjänstgöringen är tillräckligt allsidig.", "Tjänstgöringen är allsidig.")
    known = ("valid_to: null", "valid_to: null\nearlier_ids: {A3: A8}")
    new = rulebook_of(edited(tmp_path, catalog=(renamed, reworded, known)))
    lines = told(rulebook, new)
    assert lines[:2] == ["Indikatorn A3 heter nu A8.", "Indikatorn A8, ändring i texten:"]
    assert lines[-1] == "Hänvisningen från det tidigare namnet A3 är ny: ”A8”."
    old = Checklist.of("st-spur", {"A3": Status.NOT_MET})
    assert carried(old, new, new_names(changes(rulebook, new))).status("A8") is Status.NOT_MET


def test_what_is_gone_in_words(rulebook: Rulebook) -> None:
    """In good Swedish, each sentence with its full stop."""
    catalog = rulebook.catalog.model_copy(update={"valid_to": date(2025, 6, 30)})
    before = replace(rulebook, catalog=catalog)
    said = "Katalogen har ingen sista giltighetsdag längre (förut 2025-06-30)."
    assert told(before, rulebook) == [said]


def test_an_earlier_id_that_stands_for_another_row_can_move_a_grade(tmp_path: Path) -> None:
    """Answers under A9 counted for A1, a föreskrift, and now for A4, a kvalitetsindikator."""
    books = [
        rulebook_of(edited(tmp_path / id, catalog=(("valid_to: null", line),)))
        for id in ("A1", "A4")
        for line in [f"valid_to: null\nearlier_ids: {{A9: {id}}}"]
    ]
    made = compare(*books)
    assert (made.redirected, made.moves_grades) == (("A9",), True)
    assert "Det tidigare namnet A9 står nu för en annan rad." in " ".join(
        diff_text(made, "sv").split()
    )
    assert compare(books[0], books[0]).redirected == ()
