"""A virtual environment for the oracles alone: some are GPL, and none is a requirement of ours."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import venv
from pathlib import Path

from reliability.figures import ROOT

HERE = Path(__file__).parent
REQUIREMENTS = HERE / "requirements.txt"
FOLDER = ROOT / "build" / "oracles"


def python() -> Path:
    """The environment's Python; made first where it is not there, or was made of other versions."""
    inside = FOLDER / ("Scripts" if sys.platform == "win32" else "bin") / "python"
    stamp = FOLDER / "made-from"
    wanted = f"{sys.version} {hashlib.sha256(REQUIREMENTS.read_bytes()).hexdigest()}"
    if not stamp.exists() or stamp.read_text("utf-8") != wanted:
        _make(inside)
        stamp.write_text(wanted, "utf-8")
    return inside


def _make(inside: Path) -> None:
    """Every package is listed with its hash, so pip looks for no others."""
    print(f"making {FOLDER.relative_to(ROOT)}", file=sys.stderr)
    venv.create(FOLDER, with_pip=True, clear=True)
    options = ("--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes")
    command = [inside, "-m", "pip", "install", *options, "-r", REQUIREMENTS]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"the oracles cannot be installed:\n{done.stderr[-2000:]}")
