"""What `spur-rules lint` prints, in every format, and what it ends with."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lint_files import CATALOG, RULES, Change, made

from spur_rules.cli.main import main
from spur_rules.errors import CODES
from spur_rules.linting.findings import KINDS
from spur_rules.linting.pages import explained
from spur_rules.schema_files import schema

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "docs" / "lint"
NO_STOP = Change(
    "catalog", "text: Journalklubb hålls regelbundet.", "text: Journalklubb – 100 %, ja"
)
SILENT = Change(
    "catalog",
    "text: Kvaliteten utvärderas varje år.",
    "text: Kvaliteten # lint: SR704 because A, b",
)
NOTE = Change("catalog", "source: 3 kap. 2 §", "source: okänd")


def run(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str, str]:
    code = main(["lint", *map(str, arguments)])
    return code, *capsys.readouterr()


# Exit codes.


def test_nothing_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path)
    assert run(capsys, tmp_path) == (0, "Inga anmärkningar i 2 filer.\n", "")
    assert run(capsys, tmp_path, "--lang", "en") == (0, "Nothing found in 2 files.\n", "")


def test_notes_do_not_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path, NOTE)
    code, out, _ = run(capsys, tmp_path)
    assert code == 0
    assert "1 upplysning i 2 filer." in out


def test_findings_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path, NO_STOP, SILENT)
    code, out, err = run(capsys, tmp_path, "--lang", "en")
    first, closing = out.split("\n\n")
    first, rest = " ".join(first.split()), closing.splitlines()
    assert (code, err) == (1, "")
    place = re.escape(f"{tmp_path / 'catalog.yaml'}:77:15")
    assert re.fullmatch(
        rf"warning\[SR704\] {place} `Journalklubb – 100 %, ja` .+; write one", first
    )
    assert rest == [
        "1 warning in 2 files.",
        "1 is silenced in the files, with a reason.",
        "--fix mends 1 of them.",
        "About a code: spur-rules lint --explain SR704 (docs/lint/SR704.md).",
    ]


def test_what_the_reader_refuses_is_a_finding(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "catalog.yaml"
    path.write_text("a: [", "utf-8")
    code, out, err = run(capsys, path)
    assert (code, err) == (1, "")
    assert out.startswith(f"error[SR106] {path}:")
    assert "1 fel i 1 fil.\n" in out


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["none.yaml"], "SR101"),
        (["--catalog", "none.yaml"], "SR101"),
        (["--against", "none.yaml"], "SR101"),
        (["--format", "xml"], "SR601"),
        (["--explain", "SR7O4"], "SR601"),
    ],
)
def test_bad_input(arguments: list[str], code: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert err.startswith(f"error[{code}]")


# Which files.


def test_the_shipped_files_are_looked_at_by_default(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "--format", "json")
    files = [Path(file["file"]) for file in json.loads(out)["files"]]
    assert code == 0
    assert [path.parts[-2:] for path in files] == [
        ("indicator_catalog", "st-spur.yaml"),
        ("rules", "st-spur.yaml"),
    ]


def test_a_catalog_and_rules_by_option(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path)
    both = ("--catalog", tmp_path / "catalog.yaml", "--rules", tmp_path / "rules.yaml")
    assert run(capsys, *both)[0] == 0
    assert run(capsys, tmp_path / "rules.yaml", *both[:2])[0] == 0
    code, out, _ = run(capsys, tmp_path / "rules.yaml")  # with the shipped catalog
    assert code == 1
    assert "SR311" in out


def test_a_file_named_twice_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path, NO_STOP)
    path = tmp_path / "catalog.yaml"
    (tmp_path / "rules.yaml").unlink()
    assert "1 varning i 1 fil." in run(capsys, path, tmp_path, path)[1]


def test_rules_go_with_the_newest_catalog_that_they_name(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made(tmp_path)
    newer = CATALOG.replace("1.2.0", "1.10.0").replace("id: B4", "id: B5")
    (tmp_path / "newer.yaml").write_text(newer, "utf-8")
    named = RULES.replace("{fact: föreskrift.brister, at_least: 1}", "{indicator: B4, is: delvis}")
    (tmp_path / "rules.yaml").write_text(named, "utf-8")
    assert "SR304" in run(capsys, tmp_path)[1]
    pinned = named.replace("catalog: liten", "catalog: liten@1.2.0")
    (tmp_path / "rules.yaml").write_text(pinned, "utf-8")
    assert "SR304" not in run(capsys, tmp_path)[1]


# JSON.


def test_the_json_fits_its_schema(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made(tmp_path, NO_STOP, SILENT, NOTE)
    (tmp_path / "wrong.yaml").write_bytes(b"\xff\xfe")
    code, out, _ = run(capsys, tmp_path, "--format", "json")
    data = json.loads(out)
    closed = json.loads(json.dumps(schema("lint")).replace('"type": "object"', _CLOSED))
    assert [e.message for e in Draft202012Validator(closed).iter_errors(data)] == []
    assert code == 1
    assert data["counts"] == {"error": 1, "warning": 1, "note": 1}
    assert [(f["code"], f["line"]) for f in data["findings"]] == [
        ("SR713", 64),
        ("SR704", 77),
        ("SR105", None),
    ]
    assert [row["reason"] for row in data["silenced"]] == ["A, b"]
    code, out, _ = run(capsys, tmp_path, "--format", "json", "--fix")
    data = json.loads(out)
    assert [e.message for e in Draft202012Validator(closed).iter_errors(data)] == []
    assert [(row["code"], row["printed"]) for row in data["mended"]] == [("SR704", True)]
    assert data["mended"][0]["page"] == "docs/lint/SR704.md"


_CLOSED = '"type": "object", "additionalProperties": false'


# SARIF. The log was held against the schema of the standard by hand; here its structure is.


def test_sarif(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    odd = tmp_path / "en mapp å"
    odd.mkdir()
    made(odd, NO_STOP, SILENT, NOTE)
    (odd / "wrong.yaml").write_bytes(b"\xff\xfe")
    code, out, _ = run(capsys, odd, "--format", "sarif")
    log: Any = json.loads(out)
    assert code == 1
    assert log["version"] == "2.1.0"
    (done,) = log["runs"]
    rules = done["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["SR105", "SR704", "SR713"]
    assert [rule["defaultConfiguration"]["level"] for rule in rules] == ["error", "warning", "note"]
    assert rules[1]["help"]["markdown"].startswith("# SR704")
    results = done["results"]
    assert all(rules[row["ruleIndex"]]["id"] == row["ruleId"] for row in results)
    assert [row["ruleId"] for row in results] == ["SR713", "SR704", "SR105", "SR704"]
    assert ["suppressions" in row for row in results] == [False, False, False, True]
    assert results[3]["suppressions"] == [{"kind": "inSource", "justification": "A, b"}]
    where = results[1]["locations"][0]["physicalLocation"]
    assert where["region"] == {"startLine": 77, "startColumn": 15}
    assert where["artifactLocation"]["uri"] == (odd / "catalog.yaml").as_uri()
    assert "%C3%A5" in where["artifactLocation"]["uri"]
    assert "region" not in results[2]["locations"][0]["physicalLocation"]


def test_sarif_names_files_from_the_working_directory(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a b").mkdir()
    made(tmp_path / "a b")
    monkeypatch.chdir(tmp_path)
    log = json.loads(run(capsys, tmp_path, "--format", "sarif")[1])
    uris = [row["location"]["uri"] for row in log["runs"][0]["artifacts"]]
    assert uris == ["a%20b/catalog.yaml", "a%20b/rules.yaml"]


# GitHub.


def test_github(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "a,b:c%"
    folder.mkdir()
    made(folder, NO_STOP, NOTE)
    (folder / "wrong.yaml").write_bytes(b"\xff\xfe")
    monkeypatch.chdir(tmp_path)
    code, out, _ = run(capsys, folder, "--format", "github")
    note, warning, error = out.splitlines()
    assert code == 1
    assert note.startswith("::notice file=a%2Cb%3Ac%25/catalog.yaml,line=64,col=17,title=SR713%3A ")
    start = "::warning file=a%2Cb%3Ac%25/catalog.yaml,line=77,col=15,title=SR704%3A a sentence has"
    assert warning.startswith(start)
    assert (
        "::`Journalklubb – 100 %25, ja` has no full stop; write one (docs/lint/SR704.md)" in warning
    )
    assert error.startswith("::error file=a%2Cb%3Ac%25/wrong.yaml,title=SR105%3A ")


# The pages.


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} - {"index"} == set(KINDS)


@pytest.mark.parametrize("code", KINDS)
def test_a_page_says_what_a_person_needs(code: str) -> None:
    text, kind = explained(code), KINDS[code]
    assert text.startswith(f"# {code}: {kind.title}\n")
    mends = ", mended by `--fix`" if kind.fixable else ""
    assert text.splitlines()[2] == f"*{kind.severity.value.capitalize()}{mends}.*"
    for part in ("**What it means.**", "**Why it matters.**", "**The way out.**"):
        assert text.count(part) == 1
    assert text.count("```yaml") == 2
    assert f"[{code}]({code}.md): {kind.title}" in (PAGES / "index.md").read_text("utf-8")


def test_explain(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "--explain", "sr743")[1].startswith("# SR743: the scale names")
    code, out, _ = run(capsys, "--explain", "SR307")
    assert (code, out) == (
        0,
        "# SR307: a rule can never fire\n\n**The way out.** Compare its threshold with how many"
        " indicators there are; check `domains`, `needs` and the ceiling; or remove the rule.\n\n"
        "So it is told:\n\n```\nerror[SR307] rules.yaml:63:9 rule `b2` can never lower a grade, in"
        " any domain or profile\n```\n",
    )


@pytest.mark.parametrize("code", CODES)
def test_every_code_of_an_error_tells_its_way_out(code: str) -> None:
    text = explained(code)
    assert text.startswith(f"# {code}: {CODES[code]}\n\n**The way out.** ")
    example = text.partition("```\n")[2]
    assert example.startswith(f"error[{code}]")
    assert example.count("\n") == 2
