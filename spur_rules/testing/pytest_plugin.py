"""pytest collects cases files: every `*.yaml` whose schema is `spur-rules/cases/1`, case by case.

The rules are the file `../ID.yaml` beside the folder of the cases, where ID is what the cases file
says under `rules`, or else the shipped ones; the catalog is the shipped one. The ini settings
`spur_rules` and `spur_catalog`, from the root directory, name others.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ..rulebook import Rulebook
    from .running import Outcome

MARK = b"spur-rules/cases/"
#: The schema line stands at the top: no more of a file is read before it is known to be one of us.
HEAD = 4096


def pytest_addoption(parser: pytest.Parser) -> None:
    """Two settings of the ini file."""
    parser.addini("spur_rules", "The rules that cases are run against (a YAML file).")
    parser.addini("spur_catalog", "The catalog that those rules are about (a YAML file).")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> CasesFile | None:
    """A cases file; nothing for any other, which is not read beyond its top."""
    if file_path.suffix not in (".yaml", ".yml"):
        return None
    with file_path.open("rb") as stream:
        is_ours = MARK in stream.read(HEAD)
    return CasesFile.from_parent(parent, path=file_path) if is_ours else None


class CasesFile(pytest.File):
    """A cases file, checked as a whole: a mistake in it is an error of collection."""

    def collect(self) -> Iterator[CaseItem]:
        """Its cases."""
        from ..api.testing import read_cases
        from ..errors import InputError

        try:
            rulebook = _rulebook(self)
            for sited in read_cases(rulebook, (self.path,)):
                yield CaseItem.from_parent(self, name=sited.case.id, about=(rulebook, sited))
        except InputError as error:
            raise self.CollectError(str(error)) from None


class CaseItem(pytest.Item):
    """One case."""

    def __init__(self, about: Any, **settings: Any) -> None:
        super().__init__(**settings)
        self._rulebook, self._sited = about

    def runtest(self) -> None:
        """Run it; what did not come as expected is a failure."""
        from ..api.testing import run_cases

        (outcome,) = run_cases(self._rulebook, (self._sited,))
        if not outcome.passed:
            raise CaseFailedError(outcome, self._rulebook)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was expected, what came, and which rule decided; no traceback."""
        if isinstance(excinfo.value, CaseFailedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        """Where it stands."""
        return self.path, self._sited.place.line - 1, self.name


class CaseFailedError(Exception):
    """A case that did not come as expected."""

    def __init__(self, outcome: Outcome, rulebook: Rulebook) -> None:
        from ..documents.case_text import failure_text

        super().__init__(failure_text(outcome, rulebook))


def _rulebook(file: CasesFile) -> Rulebook:
    from ..api.reading import load_rulebook
    from ..yaml_file import read_file

    rules, catalog = (_setting(file, name) for name in ("spur_rules", "spur_catalog"))
    if rules is None:
        named = str(read_file(file.path).data.get("rules", "")).split("@")[0]
        beside = file.path.parent.parent / f"{named}.yaml"
        rules = beside if beside.is_file() else None
    return _loaded(file.config, load_rulebook, catalog, rules)


def _setting(file: CasesFile, name: str) -> Path | None:
    value = file.config.getini(name)
    return file.config.rootpath / str(value) if value else None


_KEPT = pytest.StashKey[dict[Any, Any]]()


def _loaded(config: pytest.Config, load: Any, *files: Path | None) -> Rulebook:
    """A rulebook, loaded once in a run."""
    kept = config.stash.setdefault(_KEPT, {})
    if files not in kept:
        kept[files] = load(*files)
    found: Rulebook = kept[files]
    return found
