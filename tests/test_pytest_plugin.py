"""Cases collected by pytest, as a maintainer of rules runs it."""

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


PLUGIN = ("-p", "spur_rules.testing.pytest_plugin", "-p", "no:cacheprovider")
pytest_plugins = ["pytester"]


@pytest.fixture(autouse=True)
def without_other_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where this one is installed, so that it is not there twice."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")


def run(pytester: pytest.Pytester, *arguments: str) -> tuple[int, str]:
    """pytest in the folder of the test, with this plugin and no other."""
    done = pytester.runpytest_inprocess(*PLUGIN, *arguments)
    return int(done.ret), "\n".join([*done.outlines, *done.errlines])


def test_each_case_is_an_item_and_a_failure_says_why(pytester: pytest.Pytester) -> None:
    (pytester.path / "cases.yaml").write_text(HEAD + RIGHT + WRONG, "utf-8")
    code, out = run(pytester, "-v")
    assert code == 1
    assert "cases.yaml::rätt PASSED" in out
    assert "cases.yaml::fel FAILED" in out
    assert "cases.yaml:6:5 fel" in out
    assert "grade: expected B, found D" in out
    assert "föreskrift-brist, ceiling D" in out
    assert "Traceback" not in out
    assert "1 failed, 1 passed" in out


def test_other_files_are_left_alone_and_nothing_heavy_is_imported(
    pytester: pytest.Pytester,
) -> None:
    (pytester.path / "other.yaml").write_text("schema: something/1\n", "utf-8")
    (pytester.path / "visit.yaml").write_text("schema: spur-rules/checklist/1\n", "utf-8")
    (pytester.path / "test_light.py").write_text(
        "import sys\n"
        "def test_light():\n"
        "    assert not {'pydantic', 'yaml', 'spur_rules.api'} & set(sys.modules)\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *PLUGIN],
        cwd=pytester.path,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, b"1 passed" in done.stdout) == (0, True), done.stdout


def test_a_mistake_in_the_file_is_told_with_its_place(pytester: pytest.Pytester) -> None:
    (pytester.path / "cases.yaml").write_text(
        HEAD + RIGHT.replace("domain: A", "domain: Ä"), "utf-8"
    )
    code, out = run(pytester)
    assert code == 2
    assert "error[SR310] " in out
    assert "cases.yaml:5:" in out
    assert "Traceback" not in out


def test_the_rules_beside_the_folder_are_tested(pytester: pytest.Pytester) -> None:
    (pytester.path / "cases").mkdir()
    (pytester.path / "cases" / "cases.yaml").write_text(HEAD + RIGHT + WRONG, "utf-8")
    rules = (ROOT / "rules" / "st-spur.yaml").read_text("utf-8")
    milder = rules.replace("ceiling: D\n    when", "ceiling: B\n    when")
    assert milder != rules
    (pytester.path / "st-spur.yaml").write_text(milder, "utf-8")
    code, out = run(pytester)
    assert (code, "2 passed" in out) == (0, True), out


@pytest.mark.parametrize("there", [True, False])
def test_other_rules_and_catalogs_are_named_in_the_settings(
    pytester: pytest.Pytester, there: bool
) -> None:
    (pytester.path / "cases.yaml").write_text(
        "schema: spur-rules/cases/1\ncatalog: mini\nrules: mini\ncases:\n"
        "  - {id: b2, about: B2., domain: B, otherwise: uppfyllt, answers: {B2: ej uppfyllt},\n"
        "     expect: {grade: B, rules: [b2]}}\n",
        "utf-8",
    )
    settings = f"[pytest]\nspur_rules = {VALID / 'ruleset.yaml'}\n"
    settings += f"spur_catalog = {VALID / 'catalog.yaml'}\n" if there else ""
    (pytester.path / "pytest.ini").write_text(settings, "utf-8")
    code, out = run(pytester)
    assert code == (0 if there else 2), out
    assert ("1 passed" if there else "SR311") in out


def test_the_shipped_cases_pass(pytester: pytest.Pytester) -> None:
    code, out = run(pytester, str(ROOT / "rules" / "cases"))
    assert code == 0, out
