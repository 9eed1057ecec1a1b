"""`spur-rules new`: what is begun can be gone on with, and what was there stays."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from json_schemas import complaints

from spur_rules import InputError, load_rulebook
from spur_rules.cli.main import main
from spur_rules.scaffolding.entries import with_entry

ROOT = Path(__file__).parent.parent
RULES = ROOT / "rules" / "st-spur.yaml"
WHOLE_RULE = (
    *("--indicator", "D2", "--is", "delvis", "--is", "ej uppfyllt", "--ceiling", "C"),
    *("--because", "D2 är inte helt uppfylld", "--because-en", "D2 is not fully met"),
    *("--source", "Beslut: nr 7"),
)
WHOLE_CASE = (
    *("--domain", "b", "--otherwise", "uppfyllt", "--answer", "B8=ej uppfyllt"),
    *("--answer", "B7=på annat sätt: Genom samtal.", "--about", "Ett av två råd följs inte."),
    *("--fires", "råd-brist", "--grade", "C"),
)


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    return Path(shutil.copy(RULES, tmp_path / "rules.yaml"))


def new(capsys: Any, *arguments: object) -> tuple[int, str, list[str]]:
    code = main(["new", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err.splitlines()


def told(lines: list[str]) -> list[tuple[str, int]]:
    """The code and the line of every mistake."""
    return [(row[6:11], int(row.split(" ")[1].split(":")[1])) for row in lines]


def test_a_whole_rule_can_be_used_at_once(rules: Path, capsys: Any) -> None:
    code, out, _ = new(capsys, "rule", "d2-saknas", "--to", rules, *WHOLE_RULE)
    assert code == 0
    assert "TODO" not in out
    before, after = RULES.read_text("utf-8"), rules.read_text("utf-8")
    assert after.startswith(before.rstrip("\n"))
    assert yaml.safe_load(after[len(before) :]) == [
        {
            "id": "d2-saknas",
            "ceiling": "C",
            "when": {"indicator": "D2", "is": ["delvis", "ej uppfyllt"]},
            "because": {"sv": "D2 är inte helt uppfylld", "en": "D2 is not fully met"},
            "source": "Beslut: nr 7",
        }
    ]
    assert "d2-saknas" in load_rulebook(rules=rules).rules
    assert not complaints("ruleset", yaml.safe_load(after))


@pytest.mark.parametrize(
    "options, gaps",
    [
        ((), ["ceiling", "when", "because", "printed", "source"]),
        (("--norm", "Allmänt råd"), ["ceiling", "because", "printed", "source"]),
        (("--indicator", "D2", "--ceiling", "C"), ["because", "source"]),
        (("--norm", "föreskrift", "--ceiling", "D", "--printed", "x"), ["because", "source"]),
    ],
)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_rule_with_gaps_is_refused_at_each(
    options: tuple[str, ...], gaps: list[str], lang: str, rules: Path, capsys: Any
) -> None:
    code, out, _ = new(capsys, "rule", "egen", "--to", rules, *options, "--lang", lang)
    assert code == 0
    lines = rules.read_text("utf-8").splitlines()
    where = [n for n, line in enumerate(lines, 1) if "TODO" in line]
    assert [lines[n - 1].split(":")[0].strip() for n in where] == gaps
    assert all(f" {n}" in out for n in where)
    assert (
        main(["grade", str(ROOT / "examples/primary-care-2025.yaml"), "--rules", str(rules)]) == 2
    )
    assert told(capsys.readouterr().err.splitlines()) == [("SR610", n) for n in where]


def test_a_norm_is_needed_by_the_rule_that_counts_it(rules: Path, capsys: Any) -> None:
    new(capsys, "rule", "egen", "--to", rules, "--norm", "allmänt råd")
    row = yaml.safe_load(rules.read_text("utf-8"))["rules"][-1]
    assert row["needs"] == ["allmänt råd"]
    assert row["when"] == {"fact": "allmänt_råd.brister", "at_least": 1}


@pytest.mark.parametrize(
    "options, wanted",
    [
        (("--ceiling", "Q"), "error[SR305] new rule unknown grade `Q`"),
        (("--indicator", "X9"), "error[SR304] new rule unknown indicator `X9`"),
        (("--norm", "allmänt råd", "--domain", "A"), "error[SR307] new rule rule `egen` can never"),
        (("--domain", "Z"), "error[SR310] new rule unknown domain `Z`"),
        (("--norm", "rad"), "error[SR204] --norm unknown norm `rad`"),
        (("--indicator", "D2", "--is", "ok"), "error[SR402] --is unknown status `ok`"),
        (("--indicator", "D2", "--is", "uppfyllt"), "error[SR308] new rule rule `egen` could fire"),
        (("--is", "delvis"), "error[SR601] command line: --is says which status of --indicator"),
        (("--norm", "föreskrift", "--indicator", "D2"), "error[SR601] command line: --norm and"),
    ],
)
def test_a_rule_that_would_be_wrong_is_not_added(
    options: tuple[str, ...], wanted: str, rules: Path, capsys: Any
) -> None:
    before = rules.read_bytes()
    code, out, lines = new(capsys, "rule", "egen", "--to", rules, *options)
    assert (code, out) == (2, "")
    assert any(line.startswith(wanted) for line in lines), lines
    assert rules.read_bytes() == before


def test_a_rule_is_written_over_only_by_force(rules: Path, capsys: Any) -> None:
    assert new(capsys, "rule", "egen", "--to", rules)[0] == 0
    before = rules.read_text("utf-8")
    at = 1 + before.splitlines().index("  - id: egen")
    code, _, lines = new(capsys, "rule", "egen", "--to", rules, *WHOLE_RULE)
    assert (code, told(lines)) == (2, [("SR613", at)])
    assert rules.read_text("utf-8") == before
    assert new(capsys, "rule", "egen", "--to", rules, *WHOLE_RULE, "--force")[0] == 0
    assert "TODO" not in rules.read_text("utf-8")
    assert rules.read_text("utf-8").count("- id: egen\n") == 1


def test_what_is_wrong_already_is_told_at_its_place(rules: Path, capsys: Any) -> None:
    text = rules.read_text("utf-8").replace("ceiling: C", "ceiling: Q", 1)
    rules.write_text(text, "utf-8")
    line = 1 + text[: text.index("ceiling: Q")].count("\n")
    assert told(new(capsys, "rule", "egen", "--to", rules)[2]) == [("SR305", line)]


def test_a_list_in_braces_takes_nothing(tmp_path: Path, capsys: Any) -> None:
    cases = tmp_path / "cases.json"
    row = '{"id": "x", "about": "x", "domain": "B", "expect": {"worst": "D", "best": "A"}}'
    head = '"schema": "spur-rules/cases/1", "catalog": "st-spur", "rules": "st-spur"'
    cases.write_text(f'{{{head}, "cases": [{row}]}}', "utf-8")
    code, _, lines = new(capsys, "case", "y", "--to", cases, *WHOLE_CASE)
    assert code == 2
    assert lines[0].startswith(f"error[SR612] {cases} the list `cases` is not written as lines")


def test_a_whole_case_begins_a_file_and_passes(tmp_path: Path, capsys: Any) -> None:
    cases = tmp_path / "cases.yaml"
    code, out, _ = new(capsys, "case", "B-ett-råd", "--to", cases, *WHOLE_CASE)
    assert code == 0
    assert f"    spur-rules schema cases > {tmp_path / 'cases.schema.json'}\n" in out
    text = cases.read_text("utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=cases.schema.json\n# Fall till reglerna"
    )
    assert yaml.safe_load(text) == {
        "schema": "spur-rules/cases/1",
        "catalog": "st-spur",
        "rules": "st-spur",
        "cases": [
            {
                "id": "B-ett-råd",
                "about": "Ett av två råd följs inte.",
                "domain": "B",
                "otherwise": "uppfyllt",
                "answers": {
                    "B8": "ej uppfyllt",
                    "B7": {"status": "på annat sätt", "reason": "Genom samtal."},
                },
                "expect": {"grade": "C", "rules": ["råd-brist"]},
            }
        ],
    }


def test_a_case_without_a_grade_shows_the_scale_and_waits(tmp_path: Path, capsys: Any) -> None:
    cases = tmp_path / "cases.yaml"
    options = ("--to", cases, "--domain", "A", "--otherwise", "uppfyllt")
    assert new(capsys, "case", "A-allt", *options, "--lang", "en")[0] == 0
    lines = cases.read_text("utf-8").splitlines()
    assert "    #   B: Socialstyrelsens föreskrifter följs." in lines
    assert "    # The scale of domain A, as it is printed:" in lines
    assert max(map(len, lines)) <= 100
    gaps = [n for n, line in enumerate(lines, 1) if line.endswith(": TODO")]
    assert len(gaps) == 2
    code, _, errors = new(capsys, "case", "A-mer", *options, "--grade", "A", "--about", "Allt.")
    assert (code, errors) == (0, [])
    assert [row["id"] for row in yaml.safe_load(cases.read_text("utf-8"))["cases"]] == [
        "A-allt",
        "A-mer",
    ]


def test_a_range_and_a_reading_stand_in_the_case(tmp_path: Path, capsys: Any) -> None:
    cases = tmp_path / "cases.yaml"
    options = ("--domain", "E", "--worst", "D", "--best", "A", "--about", "x")
    reading = ("--policy", "sträng,enstaka_undantag.högst=2,väsentliga_delar.minsta_andel=1/3")
    assert new(capsys, "case", "E", "--to", cases, *options, *reading)[0] == 0
    row = yaml.safe_load(cases.read_text("utf-8"))["cases"][0]
    assert row["expect"] == {"worst": "D", "best": "A"}
    assert row["profile"] == "sträng"
    assert row["policy"] == {"enstaka_undantag.högst": 2, "väsentliga_delar.minsta_andel": "1/3"}


@pytest.mark.parametrize(
    "options, wanted",
    [
        (("--domain", "Q"), ["error[SR310] new case unknown domain `Q`"]),
        (("--answer", "A1=delvis"), ["error[SR321] new case A1 is not in domain B"]),
        (("--answer", "B1=på annat sätt: x"), ["error[SR404] new case B1 is a föreskrift"]),
        (("--answer", "B8=ej tillämpligt"), ["error[SR403] new case B8 is `ej tillämpligt`"]),
        (("--best", "A"), ["error[SR323] new case expect either `grade`, or `worst` and `best`"]),
        (
            ("--answer", "B8=ok", "--answer", "B9", "--policy", "x"),
            [
                "error[SR402] --answer unknown status ``; write it as",
                "error[SR402] --answer",
                "err",
            ],
        ),
        (
            ("--answer", "B8=delvis", "--answer", "B8=uppfyllt"),
            ["error[SR109] --answer `B8` is answered twice"],
        ),
    ],
)
def test_a_case_that_would_be_wrong_is_not_written(
    options: tuple[str, ...], wanted: list[str], tmp_path: Path, capsys: Any
) -> None:
    cases = tmp_path / "cases.yaml"
    defaults = () if "--domain" in options else ("--domain", "B")
    code, out, lines = new(capsys, "case", "x", "--to", cases, *defaults, *options)
    assert (code, out, len(lines)) == (2, "", len(wanted))
    assert all(line.startswith(start) for line, start in zip(lines, wanted, strict=True)), lines
    assert not cases.exists()


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, capsys: Any) -> None:
    cases = tmp_path / "none" / "cases.yaml"
    code, _, lines = new(capsys, "case", "x", "--to", cases, *WHOLE_CASE)
    assert code == 2
    assert lines[0].startswith(f"error[SR614] {cases} the file cannot be written: No such file")


def test_the_nearest_schema_is_named(tmp_path: Path, capsys: Any) -> None:
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "cases.schema.json").write_text("{}", "utf-8")
    cases = tmp_path / "rules" / "cases" / "own.yaml"
    cases.parent.mkdir(parents=True)
    _, out, _ = new(capsys, "case", "x", "--to", cases, *WHOLE_CASE)
    assert "spur-rules schema" not in out
    first = cases.read_text("utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schemas/cases.schema.json"


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_an_overlay_is_an_example_that_says_so(lang: str, tmp_path: Path, capsys: Any) -> None:
    overlay = tmp_path / "gastro.yaml"
    options = ("--domain", "e", "--valid-from", "2026-01-01", "--lang", lang)
    code, out, _ = new(capsys, "overlay", "gastro", "--to", overlay, *options)
    assert code == 0
    text = overlay.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=overlay.schema.json\n")
    assert max(map(len, text.splitlines())) <= 100
    data = yaml.safe_load(text)
    (added,) = data.pop("add")
    assert data == {
        "schema": "spur-rules/overlay/1",
        "id": "gastro",
        "version": "0.1.0",
        "title": "Exempel på tillägg, gastro",
        "language": "sv",
        "extends": "st-spur",
        "valid_from": date(2026, 1, 1),
        "example": True,
    }
    assert added["id"] == "E-GA1"
    assert added.keys() == {"id", "source", "text"}
    assert added["text"].startswith("TODO: exempel ")
    assert added["text"].endswith(".")
    assert f" {1 + text.splitlines().index('  - id: E-GA1')}." in out


def test_the_made_up_row_is_refused_once_the_overlay_is_no_example(
    tmp_path: Path, capsys: Any
) -> None:
    overlay = tmp_path / "gastro.yaml"
    assert new(capsys, "overlay", "gastro", "--to", overlay)[0] == 0
    assert load_rulebook(overlays=[overlay]).indicators["D-GA1"]
    overlay.write_text(overlay.read_text("utf-8").replace("example: true\n", ""), "utf-8")
    with pytest.raises(InputError) as error:
        load_rulebook(overlays=[overlay])
    assert [problem.code for problem in error.value.problems] == ["SR610", "SR610"]


def test_an_overlay_is_written_over_only_by_force(tmp_path: Path, capsys: Any) -> None:
    overlay = tmp_path / "x.yaml"
    overlay.write_text("mine", "utf-8")
    code, _, lines = new(capsys, "overlay", "7-tretton", "--to", overlay)
    assert code == 2
    assert lines == [
        f"error[SR611] {overlay} the file is already there; name another one, or write over it with"
        " --force"
    ]
    assert overlay.read_text("utf-8") == "mine"
    assert new(capsys, "overlay", "7-ö", "--to", overlay, "--force")[0] == 0
    assert yaml.safe_load(overlay.read_text("utf-8"))["add"][0]["id"] == "D-XX1"
    assert new(capsys, "overlay", "x", "--to", tmp_path)[2][0].startswith("error[SR102]")


def test_everything_wrong_with_an_overlay_is_told_at_once(tmp_path: Path, capsys: Any) -> None:
    options = ("--domain", "Q", "--valid-from", "1/1 2026")
    code, _, lines = new(capsys, "overlay", "Gastro", "--to", tmp_path / "x.yaml", *options)
    assert (code, [line[6:11] for line in lines]) == (2, ["SR310", "SR123", "SR124"])
    assert not (tmp_path / "x.yaml").exists()


LAYOUTS = [
    ("a:\n- id: x\n", "a:\n- id: x\n- id: n\n  b: 1\n"),
    ("a:\n  -   id: x\n", "a:\n  -   id: x\n  -   id: n\n      b: 1\n"),
    ("a:\n  - id: x\n\n  - id: y", "a:\n  - id: x\n\n  - id: y\n\n  - id: n\n    b: 1"),
    ("a:\r\n  - id: x # c\r\nz: 1\r\n", "a:\r\n  - id: x # c\r\n  - id: n\r\n    b: 1\r\nz: 1\r\n"),
    (
        "a:\n  - id: x\n    t: |\n      one\n\n    # of x\n# of z\nz: 1\n",
        "a:\n  - id: x\n    t: |\n      one\n  - id: n\n    b: 1\n\n    # of x\n# of z\nz: 1\n",
    ),
    ("a:\n  - id: x\n    # of x\n", "a:\n  - id: x\n    # of x\n  - id: n\n    b: 1\n"),
    ("a:\n  - {id: x}\n", "a:\n  - {id: x}\n  - id: n\n    b: 1\n"),
    ("a: [{id: x}]\n", None),
    ("a: []\n", None),
    ("a: 1\n", None),
    ("b: 1\n", None),
    ("a:\n  -\n    id: x\n", None),
]


@pytest.mark.parametrize("text, wanted", LAYOUTS)
def test_an_entry_is_laid_out_as_those_before(text: str, wanted: str | None) -> None:
    assert with_entry(text, "a", ["id: n", "b: 1"]) == wanted


def test_an_entry_takes_the_place_of_another() -> None:
    text = "a:\n  - id: x\n    b: 2\n    # of x\n\n  - id: y  # stays\n"
    wanted = "a:\n  - id: n\n    b: 1\n\n  - id: y  # stays\n"
    assert with_entry(text, "a", ["id: n", "b: 1"], at=0) == wanted
