"""What the program writes: every JSON fits its schema, and the schema describes nothing else."""

import copy
import json
from collections.abc import Callable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from json_schemas import WRITTEN, complaints, part, plain
from jsonschema import Draft202012Validator
from plans import correction, entry
from rulebook_edits import TWO_EXCEPTIONS, edited, row_of, rule_of
from test_workshop_drift import AUTUMN, SPRING
from test_workshop_drift import workshop as one_round
from workshop_story import story

from spur_rules import Checklist, Status, api, load_rulebook
from spur_rules.calibration.agreement.agreement import ScopeKind
from spur_rules.calibration.agreement.coefficients import OF_UNITS
from spur_rules.calibration.agreement.estimates import NoFigure
from spur_rules.calibration.agreement.labels import Level
from spur_rules.calibration.sizing.sizing import Bound
from spur_rules.calibration.split.split import SplitKind, Stands, TopicKind
from spur_rules.checking.consistency import HintCode
from spur_rules.checking.sanity import Verdict
from spur_rules.cli.main import main
from spur_rules.comparing.changes import Kind as ChangeKind
from spur_rules.comparing.setting_aside import Why
from spur_rules.conditions import FACTS, Op
from spur_rules.documents import data, regrade_data
from spur_rules.documents.check_data import check_data
from spur_rules.documents.explanation_data import explanation_data
from spur_rules.linting.findings import Severity
from spur_rules.plan import PARTS
from spur_rules.provenance import ChangeKind as RowChangeKind
from spur_rules.proving.findings import FindingKind
from spur_rules.regrading.findings import FindingCode
from spur_rules.regrading.regrade import AppointmentKind
from spur_rules.schema_files import schema
from spur_rules.suggestion import Cause, CaveatCode, NoticeCode
from spur_rules.testing.coverage import Kind as GoalKind
from spur_rules.testing.running import What
from spur_rules.vignettes.boundary import HingeKind
from spur_rules.vocabulary import Grade, Norm
from spur_rules.workshops.moves import Direction
from spur_rules.workshops.moves import Why as WhyMoved
from spur_rules.yaml_file import parse_bytes

ROOT = Path(__file__).parent.parent
BARE, ASSUMED = (
    str(ROOT / "examples" / f"{name}.yaml")
    for name in ("primary-care-2025", "primary-care-2025-assumed")
)
PANEL = str(ROOT / "examples" / "workshop" / "panel.csv")
VALID = ROOT / "tests" / "valid"
MINI = ("--catalog", str(VALID / "catalog.yaml"))


def exact(name: str) -> Draft202012Validator:
    """The schema with every key that it does not describe refused."""
    closed = copy.deepcopy(schema(name))
    for node in _shapes(closed):
        node["additionalProperties"] = False
    return Draft202012Validator(closed, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _shapes(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict) and "properties" in node and node.get("type") == "object":
        yield node
    for inner in node.values() if isinstance(node, dict) else node:
        if isinstance(inner, dict | list):
            yield from _shapes(inner)


EXACT = {name: exact(name) for name in WRITTEN}


def check_exactly(written: Any) -> None:
    name = written["schema"].split("/")[1]
    assert [f"{e.json_path}: {e.message[:300]}" for e in EXACT[name].iter_errors(written)] == []
    assert complaints(name, written) == []


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reviews with given grades of every verdict, an incomplete plan, and corrections."""
    made = tmp_path_factory.mktemp("reviews")
    texts = {
        "given.yaml": (
            "answers: {A1: uppfyllt, C1: ej uppfyllt, B9: ej uppfyllt, "
            f"{', '.join(f'B{n}: uppfyllt' for n in (1, 2, 3, 4, 5, 6, 7, 8, 10))}}}\n"
            "given: {A: C, B: B, C: {grade: B, reason: Vi har sett annat.}, D: A}\n"
        ),
        "plan.yaml": (
            "review: {date: 2024-11-03}\n"  # before the catalog is valid
            "answers: {H7: {status: ej uppfyllt, reason: x}, H9: delvis, A1: uppfyllt, "
            "H8: ej uppfyllt, H11: uppfyllt}\n"  # H11 presupposes H8
            "corrections:\n"
            "  - {indicator: H9, status: ej uppfyllt, reason: Fel., date: 2025-12-01}\n"
            "  - {indicator: A1, status: uppfyllt, reason: Rätt redan., comment: x, evidence: y}\n"
            "plan:\n"
            "  - {indicator: H7, due: 2024-10-01, follow_up: [2024-09-01]}\n"
            "  - {indicator: A1, action: Inget}\n"
        ),
        "extended.yaml": (
            "overlays: [allmanmedicin, radiologi]\n"
            "review: {regulations: [SOSFS 2015:8]}\n"
            "answers: {C4: ej uppfyllt, C-AM1: ej uppfyllt, E-AM2: ej uppfyllt, E14: delvis}\n"
            "given: {C: B}\n"
        ),
    }
    head = "schema: spur-rules/checklist/1\ncatalog: st-spur\n"
    for name, text in texts.items():
        (made / name).write_text(head + text, "utf-8")
    return made


@pytest.fixture(scope="module")
def deep_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rules with every form of a condition."""
    path = tmp_path_factory.mktemp("rules") / "deep.yaml"
    leaf = "{indicator: B2, is: [delvis, ej uppfyllt]}"
    deep = f"{{all: [{leaf}, {{any: [{leaf}, {{not: {{not: {leaf}}}}}]}}]}}"
    path.write_text((VALID / "ruleset.yaml").read_text("utf-8").replace(leaf, deep), "utf-8")
    return path


@pytest.fixture(scope="module")
def doubled_rules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Rules that grading refuses: one of two that ask the same fires only for what got better."""
    path = tmp_path_factory.mktemp("rules") / "doubled.yaml"
    text = (VALID / "ruleset.yaml").read_text("utf-8")
    for number, words in enumerate(("ej tillämpligt", "ej tillämpligt", "delvis")):
        when = f"{{indicator: B3, is: {words}}}"
        text += f"  - {{id: r{number}, ceiling: D, domains: [B], when: {when},"
        text += " because: {sv: x}, source: x}\n"
    path.write_text(text, "utf-8")
    return path


@pytest.fixture(scope="module")
def failing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case that fails."""
    path = tmp_path_factory.mktemp("cases") / "failing.yaml"
    path.write_text(
        "{schema: spur-rules/cases/1, catalog: mini, rules: mini, cases: [{id: a, about: x,"
        " domain: A, otherwise: uppfyllt, expect: {grade: D, rules: [undantag]}}]}",
        "utf-8",
    )
    return path


@pytest.fixture(scope="module")
def compared(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Two rulebooks with a row that is gone, a rule that is, and a threshold that is another.

    One of the checklists answers the row that is gone, one has råd not followed, one is broken,
    one is made for an overlay.
    """
    made = tmp_path_factory.mktemp("compared")
    reviews = made / "reviews"
    reviews.mkdir()
    head = "schema: spur-rules/checklist/1\ncatalog: st-spur\nanswers: "
    every = ", ".join(f"B{number}: uppfyllt" for number in range(1, 7))
    (reviews / "a.yaml").write_text(f"{head}{{A1: uppfyllt, A4: ej uppfyllt}}", "utf-8")
    short = "B7: ej uppfyllt, B8: ej uppfyllt, B9: delvis, B10: ej uppfyllt"
    (reviews / "b.yaml").write_text(f"{head}{{{every}, {short}}}", "utf-8")
    (reviews / "c.yaml").write_text(f"{head}{{A1: kanske}}", "utf-8")
    overlay = "overlays: [allmanmedicin@0.1.0]"
    (reviews / "d.yaml").write_text(f"{head}{{A1: uppfyllt}}\n{overlay}", "utf-8")
    gone = rule_of("råd-ej-väsentligt")
    new = edited(made / "new", ((row_of("A4"), ""),), ((gone, ""), TWO_EXCEPTIONS))
    return ["diff", str(ROOT), str(new), "--replay", str(reviews)]


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A catalog with something to mend and something silenced, and a file that is no text."""
    lines = "schema: spur-rules/catalog/1\nid: x\nversion: 1.0.0\n# lint: SR702 because so\n"
    (tmp_path / "x.yaml").write_text(f"{lines}title: a  b\nlanguage: 's  v'\n", "utf-8")
    (tmp_path / "y.yaml").write_bytes(b"\xff\xfe")
    return tmp_path


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workshop with two rounds, a note and decisions of both kinds."""
    made = tmp_path_factory.mktemp("workshop")
    with pytest.MonkeyPatch.context() as patch:
        story(made / "ws.spur", made, patch)
    return made / "ws.spur"


@pytest.fixture(scope="module")
def seasons(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Two workshops in which a rater gave enough grades to be held against each other."""
    made = tmp_path_factory.mktemp("seasons")
    found = []
    for number, grades in enumerate((SPRING, AUTUMN)):
        with pytest.MonkeyPatch.context() as patch:
            start = 1_772_442_000 + number * 10_000_000
            found.append(str(one_round(made, f"w{number}", start, grades, patch)))
    return found


@pytest.fixture(scope="module")
def two_rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two rows that settle a difference together and neither alone; R2 alone links R1 and R3."""
    path = tmp_path_factory.mktemp("panel") / "panel.csv"
    rows = ["G8", "G9", *(f"G{number}" for number in range(1, 8)), "G10"]
    lines = [["case", "rater", "given.G", *rows]]
    for case, rater, grade, tick in (
        ("f1", "R1", "B", "ej uppfyllt"),
        ("f1", "R2", "A", "uppfyllt"),
        ("f2", "R2", "A", "uppfyllt"),
        ("f2", "R3", "A", "uppfyllt"),
    ):
        lines.append([case, rater, grade, tick, tick, *["uppfyllt"] * 8])
    path.write_text("".join(",".join(line) + "\n" for line in lines), "utf-8")
    return path


@pytest.fixture
def commands(
    workshop: Path,
    seasons: list[str],
    folder: Path,
    deep_rules: Path,
    doubled_rules: Path,
    failing: Path,
    compared: list[str],
    broken: Path,
    two_rows: Path,
) -> list[list[str]]:
    mini = [str(VALID / "checklist.yaml"), *MINI, "--rules", str(deep_rules)]
    given_grades = "A=C,B=C,C=B,D=A,E=B,F=D,G=B,H=C"
    readings = [f"--policy={policy}" for policy in ("standard", "sträng", "generös")]
    return [
        *(["grade", file, *more] for file in (BARE, ASSUMED) for more in ([], ["--sensitivity"])),
        ["grade", str(folder / "plan.yaml")],
        ["grade", *mini],
        *(
            ["explain", file, "--depth", depth, *more]
            for file in (BARE, ASSUMED)
            for depth in ("sentence", "list", "derivation")
            for more in ([], ["--sensitivity"])
        ),
        ["explain", *mini, "--depth", "derivation", "--sensitivity"],
        ["explain", ASSUMED, "--domain", "E"],
        ["explain", str(folder / "plan.yaml")],
        *(["check", file, "--given", given_grades] for file in (BARE, ASSUMED)),
        *(["check", ASSUMED, "--given", given_grades, reading] for reading in readings),
        ["check", str(folder / "given.yaml")],
        *([command, str(folder / "extended.yaml")] for command in ("grade", "explain", "check")),
        ["regrade", str(folder / "extended.yaml")],
        ["check", str(folder)],
        ["check", str(ROOT / "examples")],
        *(["regrade", file] for file in (BARE, ASSUMED)),
        ["regrade", ASSUMED, "--as-of", "2026-04-01", "--correct", "A1=delvis", "--reason", "Fel."],
        ["regrade", str(folder / "plan.yaml"), "--as-of", "2026-04-01"],
        ["sweep", str(folder)],
        compared,
        ["sweep", str(ROOT / "examples")],
        ["verify", "--policy", "standard", "--overlay", "radiologi"],
        ["verify", "--policy", "sträng,B.enstaka_undantag.högst=2"],
        ["verify", *MINI, "--rules", str(doubled_rules)],
        ["test", *MINI, "--rules", str(VALID / "ruleset.yaml"), "--coverage", str(failing)],
        ["test", "-k", "allt"],
        ["test", "rules/cases/scale-without-advice.yaml", "--overlay", "radiologi"],
        ["lint", str(broken), "--fix"],
        ["vignette", "--list", "--overlay", "radiologi"],
        ["vignette", "--set", "--domain", "B", "--seed", "1", "-o", str(broken / "cases")],
        ["workshop", "size", "--width", "0.3", "--agreement", "0.7", "--simulations", "20"],
        ["workshop", "show", str(workshop)],
        ["workshop", "drift", *seasons, "--rater", "R1"],
        ["calibrate", PANEL, "--samples", "100"],
        ["calibrate", str(two_rows), "--samples", "100"],
        ["calibrate", PANEL, "--pair", "Fall 1", "A", "R1", "R4"],
        ["calibrate", PANEL, "--pair", "Fall 2", "E", "R1", "R4"],
    ]


@pytest.fixture
def printed(commands: list[list[str]]) -> Callable[[Any], list[Any]]:
    def run(capsys: Any) -> list[Any]:
        found = []
        for command in commands:
            assert main([*command, "--format", "json"]) in (0, 1), command
            found.append(json.loads(capsys.readouterr().out))
        return found

    return run


def test_what_every_command_prints_fits(printed: Callable[[Any], list[Any]], capsys: Any) -> None:
    found = printed(capsys)
    for written in found:
        check_exactly(written)
    assert {written["schema"].split("/")[1] for written in found} == set(WRITTEN)
    verdicts = {row["verdict"] for written in found for row in _rows(written)}
    assert verdicts == set(Verdict)
    assert {hint["code"] for written in found for hint in written.get("hints", [])} == set(HintCode)
    described = {(name, *key) for name in WRITTEN for key in _described(schema(name))}
    met = {key for written in found for key in _met(written)}
    assert described <= met, sorted(described - met)


def _rows(written: dict[str, Any]) -> list[Any]:
    return list(written["domains"]) if written["schema"] == "spur-rules/check/1" else []


def _described(node: Any) -> set[tuple[str, str]]:
    """Every key that a schema describes, with the description of the group that it stands in."""
    return {(shape["description"], key) for shape in _shapes(node) for key in shape["properties"]}


def _met(written: dict[str, Any]) -> set[tuple[str, str, str]]:
    """The same of every key that is there, found by validating the data and each part of it."""
    name = written["schema"].split("/")[1]
    root = schema(name)
    return {(name, *found) for found in _walk(root, root, written)}


def _walk(root: Any, node: Any, value: Any) -> Iterator[tuple[str, str]]:
    if "$ref" in node:
        yield from _walk(root, root["$defs"][node["$ref"].removeprefix("#/$defs/")], value)
    for choice in node.get("anyOf", node.get("oneOf", [])):
        if Draft202012Validator(choice | {"$defs": root["$defs"]}).is_valid(value):
            yield from _walk(root, choice, value)
    if isinstance(value, dict):
        for key, inner in value.items():
            below = node.get("properties", {}).get(key)
            if below is not None:
                yield node["description"], key
            yield from _walk(root, below or node.get("additionalProperties") or {}, inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _walk(root, node.get("items", {}), inner)


@pytest.mark.parametrize(
    "command",
    [
        ["grade", BARE],
        ["explain", BARE, "--depth", "derivation"],
        ["check", ASSUMED, "--given", "E=B"],
        ["regrade", ASSUMED],
        ["sweep", str(ROOT / "examples")],
        ["verify", "--policy", "sträng"],
        ["diff", str(ROOT), str(ROOT)],
    ],
    ids=lambda command: command[0],
)
def test_the_yaml_fits_too(command: list[str], capsys: Any) -> None:
    assert main([*command, "--format", "yaml"]) in (0, 1)
    check_exactly(plain(parse_bytes(capsys.readouterr().out.encode(), "-").data))


@st.composite
def reviews(draw: st.DrawFn) -> Checklist:
    """Any statuses, a plan and corrections for some indicators, dated or not."""
    rulebook = load_rulebook()
    few = st.sets(st.sampled_from(list(rulebook.indicators)), max_size=6)
    mostly = st.sampled_from([*[Status.MET] * 12, *Status])
    statuses = {id: draw(mostly) for id in rulebook.indicators}
    made = Checklist.of("st-spur", statuses)
    lacking = st.sampled_from([{}, {"due": None}, {"responsible": None, "follow_up": None}])
    entries = tuple(entry(id, **draw(lacking)) for id in sorted(draw(few)))
    words = st.sampled_from(["uppfyllt", "delvis", "ej uppfyllt", "ej bedömt"])
    corrections = tuple(correction(id, draw(words)) for id in sorted(draw(few)))
    return made.model_copy(update={"plan": entries, "corrections": corrections})


@settings(max_examples=20, deadline=None)
@given(reviews(), st.dictionaries(st.sampled_from("ABCDEFGH"), st.sampled_from(Grade)))
def test_whatever_was_answered_fits(checklist: Checklist, grades: dict[str, Grade]) -> None:
    rulebook = load_rulebook()
    letters = [domain.letter for domain in rulebook.domains]
    explained = api.explain(rulebook, checklist, engine="native")
    derived = [api.derive(rulebook, checklist, letter) for letter in letters]
    hanging = api.sensitivity(rulebook, checklist)
    check_exactly(plain(data.as_data(explained.suggestion, rulebook)))
    check_exactly(plain(explanation_data(explained, rulebook, letters, derived, hanging)))
    check_exactly(plain(check_data(api.check(rulebook, checklist, grades), rulebook)))
    check_exactly(plain(regrade_data.as_data(api.regrade(rulebook, checklist), rulebook)))


#: What tells of no single review.
UNGRADED = ("sweep", "lint", "size", "drift")
#: Where a list of words stands: the schema, its definition, the key in it.
#: What says which overlays it was made with, and what they did.
MADE_FROM = ("suggestion", "explanation", "check", "agreement", "regrade", "verify", "test")
MADE_FROM += ("answer-key",)
ENUMS: list[tuple[str, str, str | None, list[Any]]] = [
    ("diff", "half", None, ["catalog", "rules"]),
    ("diff", "changeKind", None, list(ChangeKind)),
    ("diff", "caveatCode", None, list(CaveatCode)),
    ("diff", "norm", None, list(Norm)),
    ("diff", "notReplayed", "why", list(Why)),
    *(
        (name, "norm", None, list(Norm))
        for name in ("suggestion", "explanation", "regrade", "verify")
    ),
    *((name, "grade", None, list(Grade)) for name in WRITTEN if name not in UNGRADED),
    *(
        (name, "status", None, list(Status))
        for name in WRITTEN
        if name not in (*UNGRADED, "calibration")
    ),
    *((n, "caveat", "code", list(CaveatCode)) for n in ("suggestion", "explanation", "regrade")),
    *((n, "change", "cause", list(Cause)) for n in ("suggestion", "explanation", "regrade")),
    *((name, "notice", "code", list(NoticeCode)) for name in ("suggestion", "explanation")),
    *((name, "hint", "code", list(HintCode)) for name in ("suggestion", "explanation")),
    *((name, "verdict", None, list(Verdict)) for name in ("check", "agreement")),
    *(
        (name, "direction", None, [Verdict.STRICTER, Verdict.MILDER, None])
        for name in ("check", "agreement")
    ),
    ("explanation", "factName", None, list(FACTS)),
    *((name, "overlayChange", None, list(RowChangeKind)) for name in MADE_FROM),
    ("regrade", "finding", "code", list(FindingCode)),
    ("regrade", "appointment", "kind", list(AppointmentKind)),
    ("regrade", "part", None, list(PARTS)),
    ("verify", "proofFinding", "kind", list(FindingKind)),
    ("test", "difference", "what", list(What)),
    ("test", "goal", "kind", list(GoalKind)),
    ("lint", "lintSeverity", None, list(Severity)),
    ("answer-key", "hingeKind", None, list(HingeKind)),
    ("size", "sizedCoefficient", None, list(OF_UNITS)),
    ("size", "answeredWidth", "bound_by", list(Bound)),
    ("workshop", "workshopMove", "direction", list(Direction)),
    ("workshop", "workshopMove", "why", list(WhyMoved)),
    *((name, "noFigure", None, list(NoFigure)) for name in ("calibration", "drift")),
    ("calibration", "scopeAgreement", "scope", list(ScopeKind)),
    ("calibration", "agreementLabel", "at_least", list(Level)),
    ("calibration", "pairsOfKind", "kind", list(SplitKind)),
    ("calibration", "judgedGrade", "stands", list(Stands)),
    ("pair", "splitKind", None, list(SplitKind)),
    ("calibration", "talkingPoint", "kind", list(TopicKind)),
]


@pytest.mark.parametrize("name, definition, key, members", ENUMS)
def test_words_are_those_of_the_code(
    name: str, definition: str, key: str | None, members: list[Any]
) -> None:
    described = part(name, definition)
    listed = (described["properties"][key] if key else described)["enum"]
    assert listed == [m.value if isinstance(m, StrEnum) else m for m in members]


def test_every_list_of_words_is_held_against_the_code() -> None:
    held = {(name, definition, key) for name, definition, key, _ in ENUMS}
    held |= {("explanation", "condition", "op")}
    found = {(name, *place) for name in WRITTEN for place in _enums(schema(name)["$defs"])}
    assert found == held
    forms = part("explanation", "condition")["oneOf"]
    assert forms[0]["properties"]["op"]["enum"] == [op.value for op in Op]


def _enums(definitions: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    for definition, described in definitions.items():
        if "enum" in described:
            yield definition, None
        for shape in _shapes(described):
            yield from ((definition, k) for k, v in shape["properties"].items() if "enum" in v)


#: Keys that stand there only where there is something to say; every other key always does.
#: What the commands add to the documents, the documents made in Python lack.
OPTIONAL = {
    "suggestion": {"hints", "review", "sensitivity"},
    "explanation": {"hints", "review"},
    "suggested domain": {"not_in_use"},
    "explained domain": {"derivation", "sensitivity", "not_in_use"},
    "shortcoming": {"comment", "evidence", "reason", "changed_by"},
    "open": {"changed_by"},
    "provenance": {"overlays"},
    **{key: {"overlays"} for key in ("sweep", "verify", "test", "answer-key")},
    "caveat": {"indicators"},
    "finding": {"part", "status", "day", "limit"},
    "proofCase": {"policy"},
}


@pytest.mark.parametrize("name", WRITTEN)
def test_a_key_may_be_added_but_none_left_out(name: str) -> None:
    whole = schema(name)
    assert not any("additionalProperties" in shape for shape in _shapes(whole))
    named = {**whole["$defs"], name: {k: v for k, v in whole.items() if k != "$defs"}}
    if name == "explanation":
        named["explained domain"] = named.pop("domain")
    if name == "suggestion":
        named["suggested domain"] = named.pop("domain")
    for place, described in named.items():
        for shape in _shapes(described):
            left_out = shape["properties"].keys() - set(shape["required"])
            assert left_out == OPTIONAL.get(place, set()), place
