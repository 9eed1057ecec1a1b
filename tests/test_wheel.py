"""The wheel in an empty environment, away from the checkout, on every Python that is here."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden" / "primary-care-2025.native.json"


def usable(command: str) -> str | None:
    """The path of a Python that starts (a version manager's stub may be there and not start)."""
    path = shutil.which(command)
    works = (
        path and not subprocess.run([path, "-c", ""], capture_output=True, check=False).returncode
    )
    return path if works else None


OTHERS = os.environ.get("SPUR_RULES_PYTHONS", "python3.12 python3.13 python3.14").split()
PYTHONS = [sys.executable, *filter(None, map(usable, OTHERS))]


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    command = [*build, "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_it_carries_the_catalog_the_rules_the_schemas_and_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "spur_rules/data/indicator_catalog/st-spur.yaml" in names
    assert "spur_rules/data/rules/st-spur.yaml" in names
    assert "spur_rules/data/docs/errors.md" in names
    for path in (ROOT / "rules" / "cases").iterdir():
        assert f"spur_rules/data/rules/cases/{path.name}" in names
    for path in (ROOT / "schemas").iterdir():
        assert f"spur_rules/data/schemas/{path.name}" in names
    assert "spur_rules/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith("tests") for name in names)


@pytest.mark.parametrize("python", PYTHONS, ids=lambda path: Path(path).name)
def test_it_grades_in_an_empty_environment(wheel: Path, python: str, tmp_path: Path) -> None:
    """The same bytes as the checkout's own Python wrote into tests/golden."""
    environment = tmp_path / "venv"
    command = [python, "-m", "venv", "--without-pip", str(environment)]
    subprocess.run(command, check=True, capture_output=True)
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python")]
    subprocess.run([*pip, "install", "-q", str(wheel)], check=True, capture_output=True)
    checklist = tmp_path / "visit.yaml"
    shutil.copy(ROOT / "examples" / "primary-care-2025.yaml", checklist)
    done = subprocess.run(
        [str(environment / "bin" / "spur-rules"), "grade", "visit.yaml", "--format", "json"],
        cwd=tmp_path,
        capture_output=True,
        check=True,
    )
    assert done.stdout == GOLDEN.read_bytes()
    assert done.stderr == b""
    command = [str(environment / "bin" / "spur-rules"), "test", "--threshold", "100"]
    subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    command = [str(environment / "bin" / "spur-rules"), "schema", "checklist"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout == (ROOT / "schemas" / "checklist.schema.json").read_bytes()
