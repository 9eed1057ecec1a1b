"""The JSON Schemas: sound, the same as the code, and a person's way to them."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_origin

import pytest
from annotated_types import MinLen
from hypothesis import given, settings
from hypothesis import strategies as st
from json_schemas import READ, WRITTEN, complaints, part
from jsonschema import Draft202012Validator
from pydantic import BaseModel

import spur_rules
from spur_rules import (
    InputError,
    api,
    cases,
    catalog,
    checklist,
    conditions,
    frozen,
    overlay,
    plan,
    pseudonym_key,
    rules,
)
from spur_rules.cli.main import main
from spur_rules.condition_reading import read_number
from spur_rules.schema_files import NAMES, schema, schema_bytes
from spur_rules.vocabulary import GRADES, NORMS, STATUSES, Status, fold

ROOT = Path(__file__).parent.parent

#: Each model that is read, where its schema is, and the field that the row's key fills.
MODELS: dict[type[BaseModel], list[tuple[str, str | None, str | None]]] = {
    checklist.Checklist: [("checklist", None, None)],
    checklist.Review: [("checklist", "review", None)],
    checklist.Answer: [(name, "answerLines", "indicator") for name in ("checklist", "cases")],
    checklist.GivenGrade: [("checklist", "gradeLines", "domain")],
    plan.Plan: [("plan", None, None)],
    plan.PlanEntry: [(name, "planEntry", None) for name in ("plan", "checklist", "cases")],
    plan.Correction: [("plan", "correction", None), ("checklist", "correction", None)],
    catalog.Catalog: [("catalog", None, None)],
    catalog.Regulation: [("catalog", "regulation", None)],
    catalog.Provision: [("catalog", "provision", None)],
    catalog.Domain: [("catalog", "domain", None)],
    catalog.ScaleStep: [("catalog", "scaleStepLines", "grade")],
    catalog.Indicator: [("catalog", "indicator", None)],
    catalog.Footnote: [("catalog", "footnote", None)],
    catalog.Consistency: [("catalog", "consistency", None)],
    catalog.Presupposition: [("catalog", "presupposition", None)],
    catalog.WordsAgainst: [("catalog", "wordsAgainst", None)],
    catalog.EarlierId: [("catalog", "earlierIdLines", "old"), ("overlay", "earlierIdLines", "old")],
    catalog.RetiredId: [("catalog", "retiredIdLines", "id")],
    overlay.Overlay: [("overlay", None, None)],
    overlay.Added: [("overlay", "added", None)],
    overlay.RowNote: [("overlay", "rowNote", None)],
    overlay.Binding: [("overlay", "binding", None)],
    overlay.Reworded: [("overlay", "reworded", None)],
    overlay.Retired: [("overlay", "retired", None)],
    frozen.Words: [("catalog", "words", None), ("ruleset", "words", None)],
    rules.Ruleset: [("ruleset", None, None)],
    rules.Parameter: [("ruleset", "parameter", "name")],
    rules.DomainValue: [("ruleset", "settingLines", "domain")],
    rules.Setting: [(name, "settingLines", "parameter") for name in ("ruleset", "cases")],
    rules.Profile: [("ruleset", "profile", "name")],
    rules.Reading: [("ruleset", "reading", None)],
    rules.PlanRule: [("ruleset", "planRule", None)],
    rules.Rule: [("ruleset", "rule", None)],
    cases.Cases: [("cases", None, None)],
    cases.Case: [("cases", "case", None)],
    cases.Expectation: [("cases", "expectation", None)],
    pseudonym_key.PseudonymKey: [("pseudonyms", None, None)],
    pseudonym_key.Pseudonym: [("pseudonyms", "pseudonym", None)],
}
#: Written as `key: value` only, so there is no group of lines to describe.
BARE: set[type[BaseModel]] = {rules.DomainSettings, rules.PartlyWeight, cases.ExpectedShortcoming}

ROWS = [(model, *row) for model, places in MODELS.items() for row in places]


@pytest.mark.parametrize("model, name, definition, key", ROWS)
def test_keys_are_those_of_the_model(
    model: type[BaseModel], name: str, definition: str | None, key: str | None
) -> None:
    described = part(name, definition)
    fields = {field.alias or name: field for name, field in model.model_fields.items()}
    fields.pop(key or "", None)
    assert list(described["properties"]) == list(fields)
    needed = [alias for alias, field in fields.items() if field.is_required()]
    assert described.get("required", []) == needed
    assert described["additionalProperties"] is False
    for alias, field in fields.items():
        least = max((m.min_length for m in field.metadata if isinstance(m, MinLen)), default=0)
        if get_origin(field.annotation) is tuple:
            rows = described["properties"][alias]
            assert rows.get("minItems", rows.get("minProperties", 0)) == least


def test_every_model_that_is_read_has_a_schema() -> None:
    roots = (checklist.Checklist, plan.Plan, catalog.Catalog, rules.Ruleset, cases.Cases)
    roots = (*roots, overlay.Overlay, pseudonym_key.PseudonymKey)
    assert {model for root in roots for model in within(root)} == MODELS.keys() | BARE


def within(annotation: Any) -> Iterator[type[BaseModel]]:
    """Every model in an annotation, and in the fields of those."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from within(field.annotation)
    for inner in getattr(annotation, "__args__", ()):
        yield from within(inner)


#: Lists of words: where they stand, and every spelling that the reader takes.
NEED_NO_REASON = {word: s for word, s in STATUSES.items() if not s.needs_reason}
SETTLED = {word: s for word, s in STATUSES.items() if s is not Status.NOT_ASSESSED}
WORDS: list[tuple[str, str, dict[str, Any]]] = [
    *((name, "status", STATUSES) for name in ("checklist", "plan", "catalog", "cases")),
    *((name, "statusWithoutReason", NEED_NO_REASON) for name in ("checklist", "cases")),
    ("ruleset", "settledStatus", SETTLED),
    *((name, "grade", GRADES) for name in ("checklist", "catalog", "ruleset", "cases")),
    *((name, "norm", NORMS) for name in ("catalog", "ruleset", "overlay")),
    ("catalog", "basis", {basis.value: basis for basis in catalog.Basis}),
    ("catalog", "normOrigin", {origin.value: origin for origin in catalog.NormOrigin}),
    ("ruleset", "unit", {unit.value: unit for unit in rules.Unit}),
]


@pytest.mark.parametrize("name, definition, table", WORDS)
def test_words_are_those_of_the_code(name: str, definition: str, table: dict[str, Any]) -> None:
    choices = part(name, definition)["anyOf"]
    offered = [word for c in choices for word in c.get("enum", [c.get("const")]) if word]
    assert offered == list(dict.fromkeys(found.value for found in table.values()))
    for word in table:
        assert not complaints(name, word, definition)


@st.composite
def spelled(draw: st.DrawFn, word: str) -> str:
    """A word as somebody in a hurry types it: it may or may not still be one."""
    letters = [draw(st.sampled_from([c, c.upper()])) for c in word]
    blanks = st.sampled_from([" ", "_", "  ", " _", "\t", "\n"])
    letters = [draw(blanks) if c == " " else c for c in letters]
    if draw(st.booleans()):
        at = draw(st.integers(0, len(letters) - 1))
        letters[at] = draw(st.sampled_from(["", "x", letters[at] * 2, " "]))
    around = st.sampled_from(["", " ", "_", " _\n"])
    return draw(around) + "".join(letters) + draw(around)


@settings(deadline=None)
@given(st.data())
def test_a_spelling_fits_exactly_when_the_reader_takes_it(data: st.DataObject) -> None:
    name, definition, table = data.draw(st.sampled_from(WORDS))
    word = data.draw(st.sampled_from(sorted({*table, *STATUSES})).flatmap(spelled))
    assert (not complaints(name, word, definition)) == (fold(word) in table)


@settings(deadline=None)
@given(st.sampled_from(sorted(STATUSES)).flatmap(spelled), st.sampled_from([None, "Så är det."]))
def test_only_a_status_that_needs_a_reason_must_have_one(word: str, reason: str | None) -> None:
    status = STATUSES.get(fold(word))
    fits = status is not None and (reason is not None or not status.needs_reason)
    rows = [{"status": word, "reason": reason}, *([{"status": word}] if reason is None else [])]
    for row in rows:
        assert (not complaints("checklist", row, "answerLines")) == fits


@settings(deadline=None)
@given(st.text("0123456789./-e", max_size=14))
def test_a_number_in_text_fits_exactly_when_the_reader_takes_it(text: str) -> None:
    assert (not complaints("ruleset", text, "number")) == (read_number(text) is not None)


@settings(deadline=None)
@given(st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.booleans())
def test_a_number_that_the_reader_takes_fits(number: float) -> None:
    if read_number(number) is not None:
        assert not complaints("ruleset", number, "number")
    if isinstance(number, bool):
        assert complaints("ruleset", number, "number")


NAME_PATTERNS = {
    "text": frozen.Text,
    "letter": frozen.Letter,
    "indicatorId": frozen.IndicatorId,
    "identifier": frozen.Identifier,
    "version": frozen.Version,
    "parameterId": frozen.ParameterId,
    "caseId": frozen.CaseId,
}


@pytest.mark.parametrize("name", READ)
def test_patterns_of_names_are_those_of_the_reader(name: str) -> None:
    identifier, version = (_pattern(kind) for kind in (frozen.Identifier, frozen.Version))
    wanted = {key: _pattern(kind) for key, kind in NAME_PATTERNS.items()}
    wanted["catalogName"] = f"{identifier.removesuffix('$')}(@{version.strip('^$')})?$"
    wanted["day"] = f"^{frozen.DAY.pattern}$"
    definitions = schema(name)["$defs"]
    found = {key: definitions[key]["pattern"] for key in wanted.keys() & definitions.keys()}
    assert found == {key: wanted[key] for key in found}
    assert {"text", "catalogName"} <= found.keys() or name in ("catalog", "pseudonyms")


def _pattern(kind: Any) -> str:
    (field,) = kind.__metadata__
    return str(next(m.pattern for m in field.metadata if getattr(m, "pattern", None)))


def test_conditions_are_those_of_the_code() -> None:
    assert part("ruleset", "fact")["enum"] == list(conditions.FACTS)
    forms = part("ruleset", "condition")["oneOf"]
    keys = [["fact", op.value] for op in conditions.Op]
    keys += [["indicator", "is"], ["all"], ["any"], ["not"]]
    assert [list(form["properties"]) for form in forms] == keys
    assert [form["required"] for form in forms] == keys
    assert not any(form["additionalProperties"] for form in forms)


def test_the_checklist_shows_what_the_form_prints() -> None:
    """Whoever changes a text of the catalog changes it in checklist.schema.json too."""
    rulebook = api.load_rulebook()
    shown = part("checklist", "printedRows")["properties"]
    rows = [
        (row, f"{row.norm}: {row.text}") for d in rulebook.domains for row in d.domain.indicators
    ]
    assert {id: row["description"] for id, row in shown.items()} == {r.id: text for r, text in rows}
    titles = part("checklist", "printedDomains")["properties"]
    wanted = {d.letter: d.domain.title for d in rulebook.domains}
    assert {letter: row["description"] for letter, row in titles.items()} == wanted


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_sound(name: str) -> None:
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert found["$id"] == f"urn:spur-rules:schema:{name}:1"
    assert found["properties"]["schema"]["const"] == f"spur-rules/{name}/1"
    used = {node["$ref"] for node in _nodes(found) if "$ref" in node}
    assert used == {f"#/$defs/{definition}" for definition in found["$defs"]}
    assert ("additionalProperties" in found) == (name in READ)


@pytest.mark.parametrize("name", NAMES)
def test_every_key_has_a_description(name: str) -> None:
    definitions = schema(name)["$defs"]
    for shape in _nodes(schema(name)):
        properties = shape.get("properties", {}) if shape.get("type") == "object" else {}
        for key, value in properties.items():
            target = value.get("$ref", "").removeprefix("#/$defs/")
            assert "description" in value or "description" in definitions.get(target, {}), key


@pytest.mark.parametrize("names", [READ, WRITTEN], ids=["read", "written"])
def test_what_has_one_name_is_the_same_in_every_schema(names: tuple[str, ...]) -> None:
    differing = {"domain", "plan", "reading", "check"}  # each schema's own
    seen: dict[str, Any] = {}
    for name in names:
        for key, value in schema(name)["$defs"].items():
            assert key in differing or seen.setdefault(key, value) == value, (name, key)


SAYING = {"$ref", "const", "enum", "type", "anyOf", "oneOf"}


@pytest.mark.parametrize("name", NAMES)
def test_every_part_says_what_may_stand_there(name: str) -> None:
    found = schema(name)
    shown = {"printedRows", "printedDomains"}  # what they describe is checked elsewhere
    assert found["type"] == "object"
    assert all(d.keys() & SAYING for key, d in found["$defs"].items() if key not in shown)
    for node in _nodes(found):
        inner = [
            *node.get("properties", {}).values(),
            *node.get("anyOf", []),
            *node.get("oneOf", []),
        ]
        inner += [node[key] for key in ("items", "propertyNames") if key in node]
        inner += [node["additionalProperties"]] if node.get("additionalProperties") else []
        for described in inner:
            assert described.keys() & SAYING, described


def _nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every group of keys in a schema, at any depth."""
    if isinstance(node, dict):
        yield node
    for inner in node.values() if isinstance(node, dict) else node:
        if isinstance(inner, dict | list):
            yield from _nodes(inner)


@pytest.mark.parametrize("name", NAMES)
def test_the_command_prints_the_file(name: str, capsysbinary: Any) -> None:
    assert main(["schema", name]) == 0
    assert capsysbinary.readouterr().out == (ROOT / "schemas" / f"{name}.schema.json").read_bytes()
    assert api.schema(name) == schema(name)


def test_the_command_lists_the_names(capsys: Any) -> None:
    assert main(["schema"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split("  ")[0] for line in lines] == list(NAMES)
    assert lines[0].split("  ", 1)[1].strip() == "A filled checklist"
    assert {path.name for path in (ROOT / "schemas").iterdir()} == {
        f"{name}.schema.json" for name in NAMES
    }


@pytest.mark.parametrize(
    "name, words",
    [("checklst", "did you mean `checklist`?"), ("x", "use one of `checklist`, `plan`,")],
)
def test_an_unknown_name_is_told_in_one_line(name: str, words: str, capsys: Any) -> None:
    assert main(["schema", name]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"error[SR606] schema there is no schema `{name}`; {words}")
    assert err.count("\n") == 1
    with pytest.raises(InputError, match="SR606"):
        schema_bytes(f"../{name}")


def test_printing_a_schema_needs_neither_pydantic_nor_yaml() -> None:
    program = (
        "import sys; from spur_rules.cli.main import main; main(['schema', 'plan']);"
        "sys.exit(bool({'pydantic', 'yaml', 'spur_rules.api'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == schema_bytes("plan")


def test_a_public_name_is_there_when_it_is_asked_for() -> None:
    assert all(hasattr(spur_rules, name) for name in spur_rules.__all__)
    assert not hasattr(spur_rules, "grade_everything")
