"""Cases collected by pytest, in a process of its own, as a maintainer of rules runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
VALID = ROOT / "tests" / "valid"
HEAD = "schema: spur-rules/cases/1\ncatalog: st-spur\nrules: st-spur\ncases:\n"
RIGHT = "  - {id: rätt, about: Allt., domain: A, otherwise: uppfyllt, expect: {grade: A}}\n"
WRONG = (
    "  - {id: fel, about: En föreskrift saknas., domain: A, otherwise: uppfyllt,\n"
    "     answers: {A1: ej uppfyllt}, expect: {grade: B}}\n"
)


def run(folder: Path, *arguments: str) -> tuple[int, str]:
    """pytest in a folder, with this plugin and no other."""
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        "PYTHONIOENCODING": "utf-8",
        "PYTHONUTF8": "1",
    }
    plugin = ("-p", "spur_rules.testing.pytest_plugin", "-p", "no:cacheprovider")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *plugin, *arguments],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
    )
    return done.returncode, done.stdout.decode() + done.stderr.decode()


def test_each_case_is_an_item_and_a_failure_says_why(tmp_path: Path) -> None:
    (tmp_path / "cases.yaml").write_text(HEAD + RIGHT + WRONG, "utf-8")
    code, out = run(tmp_path, "-v")
    assert code == 1
    assert "cases.yaml::rätt PASSED" in out
    assert "cases.yaml::fel FAILED" in out
    assert "cases.yaml:6:5 fel" in out
    assert "grade: expected B, found D" in out
    assert "föreskrift-brist, ceiling D" in out
    assert "Traceback" not in out
    assert "1 failed, 1 passed" in out


def test_other_files_are_left_alone_and_nothing_heavy_is_imported(tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text("schema: something/1\n", "utf-8")
    (tmp_path / "visit.yaml").write_text("schema: spur-rules/checklist/1\n", "utf-8")
    (tmp_path / "test_light.py").write_text(
        "import sys\n"
        "def test_light():\n"
        "    assert not {'pydantic', 'yaml', 'spur_rules.api'} & set(sys.modules)\n",
        "utf-8",
    )
    code, out = run(tmp_path)
    assert (code, "1 passed" in out) == (0, True), out


def test_a_mistake_in_the_file_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "cases.yaml").write_text(HEAD + RIGHT.replace("domain: A", "domain: Ä"), "utf-8")
    code, out = run(tmp_path)
    assert code == 2
    assert "error[SR310] " in out
    assert "cases.yaml:5:" in out
    assert "Traceback" not in out


def test_the_rules_beside_the_folder_are_tested(tmp_path: Path) -> None:
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "cases.yaml").write_text(HEAD + RIGHT + WRONG, "utf-8")
    rules = (ROOT / "rules" / "st-spur.yaml").read_text("utf-8")
    milder = rules.replace("ceiling: D\n    when", "ceiling: B\n    when")
    assert milder != rules
    (tmp_path / "st-spur.yaml").write_text(milder, "utf-8")
    code, out = run(tmp_path)
    assert (code, "2 passed" in out) == (0, True), out


@pytest.mark.parametrize("there", [True, False])
def test_other_rules_and_catalogs_are_named_in_the_settings(tmp_path: Path, there: bool) -> None:
    (tmp_path / "cases.yaml").write_text(
        "schema: spur-rules/cases/1\ncatalog: mini\nrules: mini\ncases:\n"
        "  - {id: b2, about: B2., domain: B, otherwise: uppfyllt, answers: {B2: ej uppfyllt},\n"
        "     expect: {grade: B, rules: [b2]}}\n",
        "utf-8",
    )
    settings = f"[pytest]\nspur_rules = {VALID / 'ruleset.yaml'}\n"
    settings += f"spur_catalog = {VALID / 'catalog.yaml'}\n" if there else ""
    (tmp_path / "pytest.ini").write_text(settings, "utf-8")
    code, out = run(tmp_path)
    assert code == (0 if there else 2), out
    assert ("1 passed" if there else "SR311") in out


def test_the_shipped_cases_pass(tmp_path: Path) -> None:
    code, out = run(tmp_path, str(ROOT / "rules" / "cases"))
    assert code == 0, out
