"""What the files look like, to the byte, on every Python. `scripts/golden` writes them anew."""

import os
import subprocess
from pathlib import Path

import pytest
from golden_commands import CASES
from test_wheel import PYTHONS

ROOT = Path(__file__).parent.parent
STORED = ROOT / "tests" / "vignettes"


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def has_what_it_needs(python: str) -> bool:
    """Another Python is asked only where the program's libraries are installed for it."""
    command = [python, "-c", "import click, pydantic, yaml"]
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("python", PYTHONS, ids=lambda path: Path(path).name)
def test_the_files_are_these(python: str, tmp_path: Path) -> None:
    if not has_what_it_needs(python):
        pytest.skip("the libraries that the program needs are not installed for it")
    command = [python, "-m", "spur_rules", *CASES, "-o", str(tmp_path / "fall")]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    subprocess.run(command, check=True, capture_output=True, env=environment)
    assert files(tmp_path) == files(STORED)
