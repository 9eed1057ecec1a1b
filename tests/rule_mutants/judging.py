"""Whether loading, test, lint or verify notices a mutant: the first of them that does, in order."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from spur_rules.api import load_rulebook
from spur_rules.api.linting import lint
from spur_rules.api.testing import coverage, read_cases, run_cases
from spur_rules.api.verifying import verify
from spur_rules.errors import InputError
from spur_rules.rulebook import Rulebook
from spur_rules.shipped import CATALOG, RULES
from spur_rules.yaml_events import dump
from spur_rules.yaml_file import read_file

from .alike import is_alike
from .edits import MEANING, Data, Mutant
from .of_catalog import mutants as of_catalog
from .of_rules import mutants as of_rules

CASES = RULES.parent / "cases"
#: By this alone lint notices any change at all that forgets to raise the version.
VERSION_NOT_RAISED = "SR753"
#: What lint finds only where it is given the earlier files.
OF_EARLIER = ("SR751", "SR752", VERSION_NOT_RAISED)
#: Not a mistake after all: no combination of answers gives another grade or caveat.
SAME = "the same grades"
UNNOTICED = "nothing"
TOOLS = ("loading", "test", "lint", "verify", "lint --against", VERSION_NOT_RAISED, SAME, UNNOTICED)


def shipped() -> tuple[Data, Data]:
    """The shipped catalog and ruleset as plain data."""
    return read_file(CATALOG).data, read_file(RULES).data


def mutants() -> Iterator[Mutant]:
    """All of them, always the same, in the same order."""
    catalog, rules = shipped()
    yield from of_catalog(catalog)
    yield from of_rules(rules, "".join(domain["letter"] for domain in catalog["domains"]))


class Judge:
    """Knows what the shipped files give, and tells what a mutant adds to it.

    Args:
        folder: Where the mutants' files may be written.
    """

    def __init__(self, folder: Path) -> None:
        self._catalog, self._rules = folder / "catalog.yaml", folder / "rules.yaml"
        self._before = folder / "before-catalog.yaml", folder / "before-rules.yaml"
        self._shipped = shipped()
        for path, data in zip(self._before, self._shipped, strict=True):
            path.write_text(dump(data), "utf-8")
        self._write(Mutant("none", "none", MEANING))
        self._known = self._linted()
        self._rulebook = load_rulebook(self._catalog, self._rules)

    def noticed_by(self, mutant: Mutant) -> str:
        """The first of `TOOLS` that notices it."""
        self._write(mutant)
        try:
            rulebook = load_rulebook(self._catalog, self._rules)
        except InputError:
            return "loading"
        if self._test_fails(rulebook):
            return "test"
        codes = {finding[:5] for finding in self._linted() - self._known}
        if codes - set(OF_EARLIER):
            return "lint"
        if mutant.touches == MEANING and verify(rulebook).violations:
            return "verify"
        if codes - {VERSION_NOT_RAISED}:
            return "lint --against"
        if mutant.touches == MEANING and is_alike(rulebook, self._rulebook):
            return SAME
        return VERSION_NOT_RAISED if codes else UNNOTICED

    def _write(self, mutant: Mutant) -> None:
        catalog, rules = self._shipped
        self._catalog.write_text(dump(mutant.catalog or catalog), "utf-8")
        self._rules.write_text(dump(mutant.rules or rules), "utf-8")

    def _test_fails(self, rulebook: Rulebook) -> bool:
        """As `spur-rules test --threshold 100` does: a case that fails, or something not shown."""
        try:
            outcomes = run_cases(rulebook, read_cases(rulebook, [CASES]))
            return not all(found.passed for found in outcomes) or bool(
                coverage(rulebook, outcomes).missing
            )
        except InputError:
            return True

    def _linted(self) -> set[str]:
        """What lint finds that makes it fail, without the places."""
        report = lint([self._catalog, self._rules], against=self._before)
        return {f"{f.code} {f.message}" for f in report.findings if f.severity.value != "note"}
