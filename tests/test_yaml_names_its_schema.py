"""Every YAML file that we ship or begin names its JSON Schema, and is valid by it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from spur_rules.cli.main import main
from spur_rules.yaml_file import read_file

ROOT = Path(__file__).parent.parent
FOLDERS = ("examples", "indicator_catalog", "rules")
SHIPPED = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.yaml"))
NAMED = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def complaints(path: Path) -> list[str]:
    """What the schema that a file names says of it."""
    first = NAMED.match(path.read_text(encoding="utf-8"))
    assert first, f"{path} does not name its schema in its first line"
    schema = json.loads((path.parent / first[1]).read_text(encoding="utf-8"))
    found = Draft202012Validator(schema).iter_errors(json.loads(json.dumps(read_file(path).data)))
    return [f"{error.json_path}: {error.message[:200]}" for error in found]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_shipped_file_is_valid_by_the_schema_it_names(path: Path) -> None:
    assert complaints(path) == []


def test_all_kinds_are_among_them() -> None:
    kinds = {read_file(path).data["schema"].split("/")[1] for path in SHIPPED}
    assert kinds >= {"checklist", "catalog", "ruleset", "cases"}


BEGUN: dict[str, tuple[str, ...]] = {
    "case": (
        *("new", "case", "B-ett-råd", "--domain", "B", "--otherwise", "uppfyllt"),
        *("--answer", "B8=ej uppfyllt", "--about", "Ett råd följs inte.", "--grade", "C"),
    ),
}


if (ROOT / "schemas" / "overlay.schema.json").is_file():
    BEGUN["overlay"] = ("new", "overlay", "gastro", "--valid-from", "2026-01-01")


@pytest.mark.parametrize("kind", BEGUN)
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_what_is_begun_is_valid_by_the_schema_it_names(
    kind: str, lang: str, tmp_path: Path, capsys: Any
) -> None:
    """Beside a checkout's schemas, as in a folder of its own."""
    (tmp_path / "schemas").symlink_to(ROOT / "schemas")
    path = tmp_path / "rules" / "mine" / "new.yaml"
    path.parent.mkdir(parents=True)
    assert main([*BEGUN[kind], "--to", str(path), "--lang", lang]) == 0
    capsys.readouterr()
    assert complaints(path) == []
