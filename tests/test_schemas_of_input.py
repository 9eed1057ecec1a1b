"""What a person writes: the reader and the schema take and refuse the same."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from json_schemas import complaints, plain

from spur_rules import InputError, load_rulebook
from spur_rules.calibration.panels.keeping_key import key_of
from spur_rules.linking import link
from spur_rules.overlaying import lay
from spur_rules.reading import read, read_plan
from spur_rules.rulebook import Rulebook
from spur_rules.testing.case_reading import read_cases
from spur_rules.yaml_file import YamlFile, parse_bytes, read_file

ROOT = Path(__file__).parent.parent
VALID, INVALID = ROOT / "tests" / "valid", ROOT / "tests" / "invalid"
MINI_CATALOG, MINI_RULES = read_file(VALID / "catalog.yaml"), read_file(VALID / "ruleset.yaml")
MINI: Rulebook = link(MINI_CATALOG, MINI_RULES)

#: Shipped files whose first line names their schema.
NAMED = [
    *(f"examples/{path.name}" for path in sorted((ROOT / "examples").glob("*.yaml"))),
    *(
        str(path.relative_to(ROOT))
        for folder in ("indicator_catalog", "rules")
        for path in sorted((ROOT / folder).rglob("*.yaml"))
    ),
]
FILES = [
    (VALID / "catalog.yaml", "catalog"),
    (VALID / "ruleset.yaml", "ruleset"),
    (VALID / "checklist.yaml", "checklist"),
    (VALID / "cases.yaml", "cases"),
    *((path, "checklist") for path in sorted((VALID / "checklists").iterdir())),
]


@pytest.mark.parametrize("name", NAMED)
def test_a_shipped_file_names_the_schema_that_it_fits(name: str) -> None:
    path = ROOT / name
    first = path.read_text("utf-8").splitlines()[0]
    mark, target = first.split("=")
    assert mark == "# yaml-language-server: $schema"
    assert (path.parent / target).resolve().parent == ROOT / "schemas"
    kind = Path(target).name.removesuffix(".schema.json")
    data = read_file(path).data
    assert data["schema"] == f"spur-rules/{kind}/1"
    assert complaints(kind, data) == []


@pytest.mark.parametrize("path, kind", FILES, ids=lambda value: getattr(value, "name", value))
def test_a_file_that_is_right_fits(path: Path, kind: str) -> None:
    assert complaints(kind, read_file(path).data) == []


# What of the broken files a schema can tell.

#: Mistakes of shape, and words that are in no list: every such file fails its schema.
ALWAYS = {
    *("SR115", "SR121", "SR122", "SR123", "SR124"),
    *("SR204", "SR206", "SR210", "SR223", "SR302", "SR312", "SR402", "SR403", "SR407"),
}
#: What one part of a file says of another, or of the catalog: a schema looks at one part at a time.
NEVER = {
    "SR109": "the same norm in two spellings",
    "SR201": "a name that stands twice",
    "SR202": "a name that stands twice",
    "SR203": "an id that begins with another letter",
    "SR207": "what is not declared in the file",
    "SR208": "what is not declared in the file",
    "SR209": "two dates in the wrong order",
    "SR211": "a name that stands twice",
    "SR213": "two names that are the same",
    "SR214": "a pair that stands twice",
    "SR215": "a word that stands twice",
    "SR216": "an id that stands elsewhere too",
    "SR217": "an id that stands nowhere",
    "SR218": "ids that lead to each other",
    "SR219": "an id that stands elsewhere too",
    "SR220": "which catalog there is",
    "SR221": "what the catalog has",
    "SR222": "a norm that is right elsewhere",
    "SR224": "a row that is changed twice",
    "SR225": "what the catalog has",
    "SR226": "what the catalog has",
    "SR227": "what the catalog has",
    "SR231": "which overlays there are",
    "SR301": "a name that stands twice",
    "SR306": "what the catalog has",
    "SR307": "what a rule comes to",
    "SR308": "what a rule comes to",
    "SR309": "the bounds of a parameter's unit",
    "SR311": "which catalog there is",
    "SR314": "what the catalog has",
    "SR315": "two grades in the wrong order",
    "SR320": "a name that stands twice",
    "SR321": "what the catalog has",
    "SR322": "what the catalog has",
    "SR324": "what the rules have",
    "SR325": "what is printed",
    "SR326": "which rules there are",
    "SR405": "which catalog there is",
    "SR406": "what the catalog has",
    "SR409": "two rows that contradict each other",
    "SR852": "what the catalog has",
}
#: Names that are unknown, or not in their place: only a malformed one, or one in no list, is seen.
SOMETIMES = {
    *("SR205", "SR212", "SR303", "SR304", "SR305", "SR310", "SR313", "SR323", "SR401", "SR404"),
    "SR610",
}

KINDS = {"checklists": "checklist", "catalogs": "catalog", "rulesets": "ruleset", "plans": "plan"}
KINDS |= {"cases": "cases", "overlays": "overlay", "phrases": "phrases"}
EXPECTED: dict[str, list[dict[str, Any]]] = yaml.safe_load(
    (INVALID / "expected.yaml").read_text("utf-8")
)


def parsed(name: str) -> YamlFile | None:
    """A broken file's content; None where it is no YAML, which is the parser's to tell."""
    try:
        return read_file(INVALID / name)
    except InputError:
        return None


READABLE = {name: file for name in EXPECTED if (file := parsed(name))}


@pytest.mark.parametrize("name", READABLE)
def test_a_mistake_that_a_schema_can_see_fails_it(name: str) -> None:
    codes = {row["code"] for row in EXPECTED[name]}
    assert codes <= ALWAYS | SOMETIMES | NEVER.keys()
    found = complaints(KINDS[Path(name).parent.name], READABLE[name].data)
    if codes & ALWAYS:
        assert found
    elif codes <= NEVER.keys():
        assert found == []


def test_the_gallery_holds_many_of_both() -> None:
    codes = [{row["code"] for row in EXPECTED[name]} for name in READABLE]
    assert sum(bool(found & ALWAYS) for found in codes) >= 200
    assert sum(found <= NEVER.keys() for found in codes) >= 50
    assert {code for found in codes for code in found} == ALWAYS | SOMETIMES | NEVER.keys()


# Files that are right, with something changed: whatever the reader makes of it, so does the schema.

PLAN = {
    "schema": "spur-rules/plan/1",
    "catalog": "mini",
    "received": "2025-12-01",
    "entries": [
        {
            "indicator": "B1",
            "action": "Skriva riktlinjer",
            "due": "2025-12-08",
            "responsible": "Verksamhetschef",
            "follow_up": ["2026-03-01", "2026-06-01"],
            "follow_up_responsible": "Studierektor",
        },
        {"indicator": "B2", "follow_up": "2026-03-01"},
        {"indicator": "B3", "action": "", "due": " ", "follow_up": None},
    ],
    "corrections": [
        {
            "indicator": "A2",
            "status": "uppfyllt",
            "reason": "Intyg visat.",
            "date": "2025-12-02",
            "comment": "Sett.",
            "evidence": "Intyg",
        }
    ],
}
CHECKLIST = plain(read_file(VALID / "checklist.yaml").data) | {"corrections": PLAN["corrections"]}
CATALOG = plain(MINI_CATALOG.data) | {
    "earlier_ids": {"B41": "B4", "B42": {"new": "B41"}},
    "retired_ids": {"B43": "x", "B44": {"reason": "x"}},
    "consistency": {
        "presupposes": [{"indicator": "B3", "needs": "B1", "because": {"sv": "x", "en": "x"}}],
        "words_against": [
            {"status": ["uppfyllt"], "words": ["saknas"], "unless": ["inget saknas"]}
        ],
    },
}
RULESET = plain(MINI_RULES.data) | {
    "action_plan": {
        "lifts": "D",
        "to": "C",
        "covers": ["föreskrift"],
        "printed": "Handlingsplan inkommen.",
        "reason": "x",
        "source": "x",
    }
}
MET = ["uppfyllt", "på annat sätt", "ej tillämpligt"]
DELVIS = {"indicator": "B2", "is": ["delvis", "NOT MET"]}
RULESET["rules"][3] |= {
    "when": {"all": [{"any": [{"not": {"indicator": "B2", "is": MET}}, {"not": {"not": DELVIS}}]}]},
    "needs": ["allmänt råd"],
    "caveat": {"sv": "Se upp.", "en": "Look out."},
    "printed": "x",
}
OVERLAY = {
    "schema": "spur-rules/overlay/1",
    "id": "x",
    "version": "0.1.0",
    "title": "x",
    "language": "sv",
    "extends": "mini@1.0.0",
    "valid_from": "2025-01-01",
    "valid_to": "2025-12-31",
    "example": True,
    "add": [
        {
            "id": "A-X1",
            "norm": "kvalitetsindikator",
            "source": "x",
            "text": "x",
            "note": "x",
            "regulations": ["SOSFS 2015:8"],
        },
        {"id": "B-X1", "source": "x", "text": "x"},
    ],
    "notes": [{"indicator": "B1", "text": "x"}],
    "bind": [{"indicator": "B2", "regulations": ["HSLF-FS 2021:8"], "reason": "x"}],
    "reword": [
        {
            "indicator": "B3",
            "text": "x",
            "reason": "x",
            "regulation": "SOSFS 2015:8",
            "source": "x",
        }
    ],
    "retire": [{"indicator": "B4", "reason": "x", "repealed_by": "x"}],
    "earlier_ids": {"B4": "B-X1", "B5": {"new": "B-X1"}},
}
BASES: dict[str, Any] = {
    "overlay": OVERLAY,
    "checklist": CHECKLIST,
    "plan": PLAN,
    "catalog": CATALOG,
    "ruleset": RULESET,
    "cases": plain(read_file(VALID / "cases.yaml").data),
    "pseudonyms": {
        "schema": "spur-rules/pseudonyms/1",
        "raters": [{"pseudonym": "R01", "name": "x"}, {"pseudonym": "R02", "name": "y"}],
        "cases": [{"pseudonym": "F01", "name": "x"}],
    },
}
ODD: tuple[Any, ...] = (
    *(None, True, 0, 1, -1, 1.5, 2025, "", " ", "_", "x", "a", "A", "B2", "B2 ", "Högst"),
    *("2025-11-03", "2025-02-30", "2025-11-3", "20251103", "1.0.0", "1.0", "mini@1.0.0", "mini"),
    *("uppfyllt", "MET", "Ej_Uppfyllt", "på annat sätt", "ej tillämpligt", "ej bedömt", "not met"),
    *("föreskrift", "ALLMÄNT_RÅD", "tolkning", "Inferred", "printed", "antal", "Vikt", "sv", "b"),
    *("1/2", "1/0", "0.5", "0,5", "föreskrift.brister", "standard", "delvis.råd"),
    *([], [None], ["x"], ["A"], ["B2"], ["2025-11-03"], ["2025-11-03", "x"], [[]], ["delvis"]),
    *({}, {"x": "x"}, {"status": "delvis"}, {"status": "på annat sätt", "reason": None}),
    *({"status": "ej tillämpligt", "reason": "x"}, {"grade": "b"}, {"grade": "B", "reason": ""}),
    *(
        {"value": 1},
        {"parameter": "delvis.råd"},
        {"text": "x"},
        {"sv": "x"},
        {"sv": "x", "en": None},
    ),
    *({"indicator": "B2"}, {"indicator": "B2", "is": ["delvis", "NOT MET"]}, {"all": []}),
    *({"fact": "föreskrift.brister", "at_least": "1"}, {"not": {"indicator": "B1", "is": "MET"}}),
    *({"standard": {"title": {"sv": "x"}, "reason": "x"}}, {"A": "x"}, {"a": "x", "D": "y"}),
)
KEYS = ("x", "status", "reason", "name", "indicator", "domain", "grade", "en", "A", "B", "b", "A9")


def places(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Where every part of the data is, but for the whole."""
    steps = node.items() if isinstance(node, dict) else enumerate(node)
    found = []
    for step, value in steps:
        found.append((*path, step))
        if isinstance(value, dict | list):
            found += places(value, (*path, step))
    return found


PLACES = {kind: places(data) for kind, data in BASES.items()}


@st.composite
def changed(draw: st.DrawFn, kind: str) -> Any:
    data = copy.deepcopy(BASES[kind])
    *above, last = draw(st.sampled_from(PLACES[kind]))
    node = data
    for step in above:
        node = node[step]
    way = draw(st.sampled_from(["replace", "replace", "remove", "add", "rename"]))
    if way == "replace":
        node[last] = draw(st.sampled_from(ODD))
    elif way == "remove":
        del node[last]
    elif way == "add" and isinstance(node, dict):
        node[draw(st.sampled_from(KEYS))] = draw(st.sampled_from(ODD))
    elif isinstance(node, dict):
        node[draw(st.sampled_from([*KEYS, str(last).upper(), f" {last}"]))] = node.pop(last)
    return data


def codes_of(kind: str, data: Any) -> set[str]:
    """The codes of what the reader finds wrong; none where it takes the file."""
    file = parse_bytes(json.dumps(data).encode(), "-")
    try:
        if kind == "checklist":
            read(file, MINI.catalog)
        elif kind == "plan":
            read_plan(file, MINI.catalog)
        elif kind == "overlay":
            lay(MINI.catalog, [file])
        elif kind == "cases":
            read_cases(file, MINI)
        elif kind == "pseudonyms":
            key_of(file)
        else:
            link(*((file, MINI_RULES) if kind == "catalog" else (MINI_CATALOG, file)))
    except InputError as error:
        return {problem.code for problem in error.problems}
    return set()


@pytest.mark.parametrize("kind", BASES)
def test_what_is_changed_below_is_right_to_begin_with(kind: str) -> None:
    assert codes_of(kind, BASES[kind]) == set()
    assert complaints(kind, BASES[kind]) == []


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(sorted(BASES)).flatmap(lambda kind: st.tuples(st.just(kind), changed(kind))))
def test_the_schema_takes_what_the_reader_takes(change: tuple[str, Any]) -> None:
    kind, data = change
    codes, found = codes_of(kind, data), complaints(kind, data)
    if not codes:
        assert found == []
    elif codes & ALWAYS:
        assert found, codes


def test_the_rulebook_of_these_tests_is_not_the_shipped_one() -> None:
    assert MINI.catalog.id != load_rulebook().catalog.id
