"""Where cases are: files and folders, all their mistakes told together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from ..cases import SCHEMA
from ..errors import InputError, Problem, quoted
from ..provenance import Place
from ..rulebook import Rulebook
from ..shipped import CASES
from ..yaml_file import YamlFile, read_file
from .case_reading import Sited, read_cases

SUFFIXES = (".yaml", ".yml", ".json")


def case_folder(rules: str | Path | None) -> Path:
    """The folder `cases` beside a ruleset's file.

    Args:
        rules: The ruleset's file; None for the shipped one.

    Raises:
        InputError: SR327, there is no such folder.
    """
    folder = _from_here(CASES) if rules is None else Path(rules).parent / "cases"
    if not folder.is_dir():
        message = "there are no cases beside the rules; write some, or name files or folders"
        raise InputError([Problem("SR327", Place(str(folder)), message)])
    return folder


def _from_here(path: Path) -> Path:
    """The path as a person in the checkout would write it."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path


def read_all(paths: Sequence[str | Path], rulebook: Rulebook) -> tuple[Sited, ...]:
    """Every case in some files and folders, in the order given, each folder in its own order.

    Args:
        paths: Files, or folders that are searched with those below them.
        rulebook: The catalog and the rules that the cases are about.

    Raises:
        InputError: Every mistake in every file; SR320, an id that stands twice; SR327, no case.
    """
    problems: list[Problem] = []
    found: list[Sited] = []
    for path in paths:
        try:
            for file in _opened(Path(path), problems):
                found += _cases(file, rulebook, problems)
        except InputError as error:
            problems += error.problems
    problems += _repeated(found)
    if not found and not problems:
        message = "there is no cases file here (YAML or JSON); name another file or folder"
        problems += [Problem("SR327", Place(str(path)), message) for path in paths]
    if problems:
        raise InputError(problems)
    return tuple(found)


def _opened(path: Path, problems: list[Problem]) -> Iterator[YamlFile]:
    """The file, or every cases file in the folder; other kinds of our files are passed over."""
    if not path.is_dir():
        yield read_file(path)
        return
    for inner in sorted(p for p in path.rglob("*") if _is_wanted(p, path)):
        try:
            file = read_file(inner)
        except InputError as error:
            problems += error.problems
            continue
        if file.data.get("schema") == SCHEMA or not _is_ours(file):
            yield file


def _cases(file: YamlFile, rulebook: Rulebook, problems: list[Problem]) -> Iterable[Sited]:
    try:
        return read_cases(file, rulebook)
    except InputError as error:
        problems += error.problems
        return ()


def _is_wanted(path: Path, folder: Path) -> bool:
    is_hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in SUFFIXES and not is_hidden and path.is_file()


def _is_ours(file: YamlFile) -> bool:
    """Whether it says to be another kind of file of ours, such as a checklist."""
    schema = file.data.get("schema")
    return isinstance(schema, str) and schema.startswith("spur-rules/")


def _repeated(found: Iterable[Sited]) -> Iterator[Problem]:
    """An id that stands in two files; within one file, reading tells."""
    seen: dict[str, Place] = {}
    for case, place in found:
        first = seen.setdefault(case.id, place)
        if first.file != place.file:
            message = f"case {quoted(case.id)} stands twice, first at {first}; rename one"
            yield Problem("SR320", place, message)
