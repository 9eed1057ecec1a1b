"""Lint on every broken catalog and ruleset: what the reader refuses is told, and the rest too."""

from pathlib import Path

import pytest
import yaml

from spur_rules.linting.findings import Severity
from spur_rules.linting.fixing import fix
from spur_rules.linting.lint import Lint

GALLERY = Path(__file__).parent / "invalid"
VALID = Path(__file__).parent / "valid"
EXPECTED = yaml.safe_load((GALLERY / "expected.yaml").read_text("utf-8"))
#: Lint asks a file what it is, and which catalog it is for, rather than being told.
RIGHT = {
    "catalogs/schema-of-a-ruleset.yaml": "looked at as a ruleset",
    "rulesets/for-another-catalog.yaml": "held against the shipped catalog, which it names",
}
BROKEN = [
    name for name in EXPECTED if name.startswith(("catalogs/", "rulesets/")) and name not in RIGHT
]


@pytest.mark.parametrize("name", BROKEN)
def test_what_the_reader_refuses_is_told(name: str) -> None:
    """The same codes on the same lines as the other commands tell, beside two that are right."""
    kind, path = name.split("/")[0], GALLERY / name
    pair = {"catalogs": VALID / "catalog.yaml", "rulesets": VALID / "ruleset.yaml"} | {kind: path}
    report = Lint(list(pair.values())).report
    errors = {
        (finding.code, finding.place.line)
        for finding in report.findings
        if finding.severity is Severity.ERROR
    }
    assert {(row["code"], row["line"] or 0) for row in EXPECTED[name]} <= errors
    assert report.fails


def test_a_file_that_does_not_parse_is_never_touched(tmp_path: Path) -> None:
    contents = {name: (GALLERY / name).read_bytes() for name in EXPECTED}
    for number, content in enumerate(contents.values()):
        (tmp_path / f"{number}.yaml").write_bytes(content)
    unread = [entry for entry in Lint([tmp_path]).named if entry.file is None]
    assert len(unread) > 30
    fix([tmp_path])
    for entry in unread:
        assert Path(entry.name).read_bytes() == entry.content
