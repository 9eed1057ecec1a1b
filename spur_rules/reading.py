"""Reading a checklist: what was ticked, checked against the catalog it answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .catalog import Catalog
from .checklist import Checklist
from .errors import InputError, Problem, quoted
from .loading import hint, load
from .vocabulary import GRADES, STATUSES, Norm, Status, fold
from .yaml_file import YamlFile


def read(file: YamlFile, catalog: Catalog) -> Checklist:
    """Make a frozen checklist of a file.

    Args:
        file: What was read.
        catalog: The catalog whose indicators it must name.

    Raises:
        InputError: SR1xx for the file's shape, SR401 to SR407 for what does not fit the catalog.
    """
    checklist, problems = load(Checklist, file)
    if not any(problem.code == "SR115" for problem in problems):
        problems += _misfits(file, catalog)
    if checklist is None or problems:
        raise InputError(problems)
    return checklist


def _misfits(file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    norms = {row.id: row.norm for domain in catalog.domains for row in domain.indicators}
    yield from _catalog_misfit(file, catalog)
    yield from _regulation_misfits(file, catalog)
    for path, answer in file.find("answers.*"):
        id = path[-1]
        if not isinstance(id, str):
            continue  # a list, which the model refuses as a whole
        if id not in norms:
            message = f"unknown indicator {quoted(id)}{_id_hint(id, norms)}"
            yield Problem("SR401", file.place(path, key=True), message)
        else:
            yield from _answer_misfits(file, path, answer, norms[id])
    for path, entry in file.find("plan.*.indicator"):
        if isinstance(entry, str) and entry not in norms:
            message = f"unknown indicator {quoted(entry)}{_id_hint(entry, norms)}"
            yield Problem("SR401", file.place(path), message)
    yield from _given_misfits(file, catalog)


def _id_hint(id: str, known: dict[str, Norm]) -> str:
    return f"; did you mean `{id.upper()}`?" if id.upper() in known else hint(id, known)


def _catalog_misfit(file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    wanted = file.data.get("catalog")
    if isinstance(wanted, str) and wanted.strip() and not catalog.is_named(wanted):
        found = f"{catalog.id}@{catalog.version}"
        message = (
            f"the checklist answers catalog {quoted(wanted)}, the rulebook has `{found}`;"
            " correct the line, or name the other catalog and its rules"
        )
        yield Problem("SR405", file.place(("catalog",)), message)


def _regulation_misfits(file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    known = [regulation.id for regulation in catalog.regulations]
    for path, name in file.find("review.regulations.*"):
        if isinstance(name, str) and name not in known:
            message = f"unknown regulation {quoted(name)}{hint(name, known)}"
            yield Problem("SR406", file.place(path), message)


def _answer_misfits(file: YamlFile, path: Any, answer: Any, norm: Norm) -> Iterator[Problem]:
    details = answer if isinstance(answer, dict) else {"status": answer}
    status = STATUSES.get(fold(str(details.get("status"))))
    if status is None:
        return
    if status is Status.MET_OTHERWISE and norm is not Norm.ALLMANT_RAD:
        message = (
            f"{path[-1]} is a {norm}; `{status}` is only for allmänna råd."
            " Use `uppfyllt`, `delvis` or `ej uppfyllt`"
        )
        yield Problem("SR404", file.place(path), message)
    elif status.needs_reason and details.get("reason") is None:
        message = f"{path[-1]} is `{status}`, which needs a reason; add `reason: …`"
        yield Problem("SR403", file.place(path), message)


def _given_misfits(file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    scales = {domain.letter: domain.grades for domain in catalog.domains}
    for path, given in file.find("given.*"):
        letter = path[-1]
        if not isinstance(letter, str):
            continue  # a list, which the model refuses as a whole
        raw = given.get("grade") if isinstance(given, dict) else given
        grade = GRADES.get(fold(str(raw)))
        if letter not in scales:
            message = f"unknown domain {quoted(letter)}{hint(letter, scales)}"
            yield Problem("SR310", file.place(path, key=True), message)
        elif grade is not None and grade not in scales[letter]:
            message = f"domain {letter} has no {grade}; its scale is {' '.join(scales[letter])}"
            place = (*path, "grade") if isinstance(given, dict) else path
            yield Problem("SR407", file.place(place), message)
