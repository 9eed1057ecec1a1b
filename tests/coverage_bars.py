"""Branch coverage held against its bars in pyproject.toml. Run as a script, it runs the tests."""

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
BARS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["spur-rules"]["coverage"]
#: The long comparisons (all but `test_few`) are many for what they may find, and slow where each
#: line is counted; a wheel runs in processes of its own. What they alone reach counts as not run.
WITHOUT = ("--ignore=tests/test_wheel.py", "--ignore-glob=tests/agreement/test_[!f]*.py")

Row = dict[str, Any]


def main() -> int:
    """Run the tests under coverage; 1 where a bar is missed, or a test fails."""
    parser = argparse.ArgumentParser(prog="scripts/coverage", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures to a file")
    options, to_pytest = parser.parse_known_args()
    command = ("run", "-m", "pytest", *WITHOUT, *to_pytest)
    failed = coverage(*command)
    files = measured()
    found = figures(files)
    if options.json:
        options.json.write_text(json.dumps(found, ensure_ascii=False, indent=2) + "\n", "utf-8")
    print(*missed(files), sep="\n")
    print(f"grading path {found['grading_path']:.2f} % of {BARS['grading_path_least']} %,", end=" ")
    print(f"overall {found['overall']:.2f} % of {BARS['overall_least']} %")
    return int(bool(failed) or not passes(found))


def coverage(*command: str) -> int:
    """Run a command of coverage.py with this Python."""
    return subprocess.run([sys.executable, "-m", "coverage", *command], cwd=ROOT).returncode


def measured() -> dict[str, Row]:
    """What coverage.py says of each module, by the module's path below `spur_rules`."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "coverage.json"
        coverage("json", "--quiet", "-o", str(report))
        files: dict[str, Row] = json.loads(report.read_text("utf-8"))["files"]
    return {Path(path).relative_to("spur_rules").as_posix(): row for path, row in files.items()}


def figures(files: dict[str, Row]) -> dict[str, Any]:
    """The shares of lines and branches that ran, in per cent, and how many there are.

    Args:
        files: What was measured.
    """
    path = [files[f"{name}.py"] for name in grading_path()]
    return {
        "tool": f"coverage {_version()}",
        "commit": _commit(),
        "grading_path": _share(path),
        "overall": _share(list(files.values())),
        "lines": sum(row["summary"]["num_statements"] for row in files.values()),
        "branches": sum(row["summary"]["num_branches"] for row in files.values()),
        "grading_path_modules": len(path),
        "modules": len(files),
    }


def passes(found: dict[str, Any]) -> bool:
    """Whether both bars are reached."""
    return all(found[name] >= BARS[f"{name}_least"] for name in ("grading_path", "overall"))


def grading_path() -> list[str]:
    """The modules that an answer passes on its way to a grade."""
    names: list[str] = BARS["grading_path"]
    return names


def missed(files: dict[str, Row]) -> list[str]:
    """Each line and branch of the grading path that no test runs.

    Args:
        files: What was measured.
    """
    found = []
    for name in grading_path():
        row = files[f"{name}.py"]
        found += [f"not run: spur_rules/{name}.py:{line}" for line in row["missing_lines"]]
        for start, end in row["missing_branches"]:
            goal = f"line {end}" if end > 0 else "its end"
            found.append(f"never goes from spur_rules/{name}.py:{start} to {goal}")
    return found


def _share(rows: list[Row]) -> float:
    """Lines and branches together, cut (not rounded) to hundredths: 100 is all of them."""
    parts = [row["summary"] for row in rows]
    ran = sum(part["covered_lines"] + part["covered_branches"] for part in parts)
    all_ = sum(part["num_statements"] + part["num_branches"] for part in parts)
    return ran * 10_000 // all_ / 100


def _version() -> str:
    from importlib.metadata import version

    return version("coverage")


def _commit() -> str:
    command = ["git", "-C", str(ROOT), "describe", "--always", "--dirty", "--abbrev=12"]
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    raise SystemExit(main())
