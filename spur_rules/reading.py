"""Reading a checklist or a plan: what was written, checked against the catalog it is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from pydantic import BaseModel

from .catalog import Catalog
from .checklist import Checklist
from .earlier_ids import (
    KnownIds,
    known_ids,
    plan_under_current_ids,
    twice_answered,
    under_current_ids,
)
from .errors import InputError, Problem, quoted
from .frozen import read_day
from .loading import hint, load, most
from .plan import Plan, contradiction
from .provenance import Place
from .vocabulary import GRADES, STATUSES, Grade, Norm, Status, fold
from .yaml_file import YamlFile

Model = TypeVar("Model", bound=BaseModel)

#: What tells one correction from another.
_TOLD = ("indicator", "date", "status")


def read(file: YamlFile, catalog: Catalog) -> Checklist:
    """Make a frozen checklist of a file, its rows under the ids that the catalog has now.

    Args:
        file: What was read.
        catalog: The catalog whose indicators it must name.

    Raises:
        InputError: SR1xx for the file's shape, SR401 to SR409 for what does not fit the catalog.
    """
    return under_current_ids(
        _sound(Checklist, begun(file), _checklist_misfits(file, catalog)), catalog
    )


def begun(file: YamlFile) -> YamlFile:
    """The file with a place for answers, which are none where it has only a header.

    Args:
        file: What was read.

    >>> begun(YamlFile("visit.yaml", {"catalog": "st-spur"})).data
    {'catalog': 'st-spur', 'answers': {}}
    """
    if file.data.get("answers") is not None:
        return file
    return replace(file, data=file.data | {"answers": {}})


def read_plan(file: YamlFile, catalog: Catalog) -> Plan:
    """Make a frozen plan of a file.

    Args:
        file: What was read.
        catalog: The catalog whose indicators it must name.

    Raises:
        InputError: SR1xx for the file's shape, SR401 to SR409 for what does not fit the catalog.
    """
    plan = _sound(Plan, file, _plan_misfits(file, catalog))
    return plan_under_current_ids(plan, catalog)


def _sound(kind: type[Model], file: YamlFile, misfits: Iterable[Problem]) -> Model:
    """The model, or every mistake; where the file is of another kind, that mistake alone."""
    model, problems = load(kind, file)
    if not any(problem.code == "SR115" for problem in problems):
        problems += most(misfits)
    if model is None or problems:
        raise InputError(problems)
    return model


def _checklist_misfits(file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    norms = known_ids(catalog)
    yield from _answers_misfit(file)
    yield from catalog_misfit(file, catalog, "the checklist answers")
    yield from _overlay_misfits(file, catalog)
    yield from twice_answered(file, catalog, file.find("answers.*"))
    yield from regulation_misfits(file, catalog, "review.regulations.*")
    for path, answer in file.find("answers.*"):
        id = path[-1]
        if not isinstance(id, str):
            continue  # a list, which the model refuses as a whole
        if id not in norms:
            message = f"unknown indicator {quoted(id)}{id_hint(id, norms)}"
            yield Problem("SR401", file.place(path, key=True), message)
        elif (norm := norms[id]) is not None:
            yield from answer_misfits(file, path, id, answer, norm)
    yield from _row_misfits(file, "plan.*.indicator", norms)
    yield from _correction_misfits(file, norms)
    yield from _given_misfits(file, catalog)


def _plan_misfits(file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    norms = known_ids(catalog)
    yield from catalog_misfit(file, catalog, "the plan is about")
    yield from _row_misfits(file, "entries.*.indicator", norms)
    yield from _correction_misfits(file, norms)


def _answers_misfit(file: YamlFile) -> Iterator[Problem]:
    """A checklist that is only a header: `ask` begins the answers, so it is the way out."""
    way_out = "or let `spur-rules ask` begin the answers"
    if "answers" not in file.data:
        message = f"key `answers` is missing; add it, {way_out}"
        yield Problem("SR122", file.place(), message)
    elif file.data["answers"] is None:
        message = "`answers` must be a group of `key: value` lines, found nothing; add some"
        yield Problem("SR123", file.place(("answers",)), f"{message}, {way_out}")


def _row_misfits(file: YamlFile, pattern: str, norms: KnownIds) -> Iterator[Problem]:
    """Rows that name an indicator which does not exist."""
    for path, id in file.find(pattern):
        if isinstance(id, str) and id not in norms:
            message = f"unknown indicator {quoted(id)}{id_hint(id, norms)}"
            yield Problem("SR401", file.place(path), message)


def _correction_misfits(file: YamlFile, norms: KnownIds) -> Iterator[Problem]:
    yield from _row_misfits(file, "corrections.*.indicator", norms)
    for path, row in file.find("corrections.*"):
        id = row.get("indicator") if isinstance(row, dict) else None
        if isinstance(id, str) and (norm := norms.get(id)) is not None:
            known = row | {"reason": ""}  # the model tells of a reason that is missing
            yield from answer_misfits(file, path, id, known, norm)
    yield from _contradictions(file)


def _contradictions(file: YamlFile) -> Iterator[Problem]:
    """Corrections of one indicator, of one day, to different statuses: no order between them."""
    seen: dict[tuple[str, date | None], Status] = {}
    for path, row in file.find("corrections.*"):
        id, day, word = (row.get(k) if isinstance(row, dict) else None for k in _TOLD)
        status = STATUSES.get(fold(str(word)))
        if not isinstance(id, str) or not isinstance(day, str | None) or status is None:
            continue
        when = read_day(day) if day else None
        if day and when is None:
            continue  # the model tells of a date that is none
        first = seen.setdefault((id, when), status)
        if first is not status:
            message = contradiction(id, first, status, when)
            yield Problem("SR409", file.place((*path, "status")), message)


def id_hint(id: str, known: Iterable[str]) -> str:
    """What is close to an unknown indicator, or else which there are."""
    known = list(known)
    return f"; did you mean `{id.upper()}`?" if id.upper() in known else hint(id, known)


def catalog_misfit(file: YamlFile, catalog: Catalog, what: str) -> Iterator[Problem]:
    """The mistake of naming another catalog than the one there is."""
    wanted = file.data.get("catalog")
    if isinstance(wanted, str) and wanted.strip() and not catalog.is_named(wanted):
        found = f"{catalog.id}@{catalog.version}"
        message = (
            f"{what} catalog {quoted(wanted)}, the rulebook has `{found}`;"
            " correct the line, or name the other catalog and its rules"
        )
        yield Problem("SR405", file.place(("catalog",)), message)


def _overlay_misfits(file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    """Overlays that the checklist was made for and that the catalog was not extended with."""
    known = [f"{of.content.id}@{of.content.version}" for of in catalog.overlaid.overlays]
    for path, name in file.find("overlays.*"):
        if isinstance(name, str) and name.strip() and not catalog.overlaid.names(name):
            found = f"has {', '.join(map(quoted, known))}" if known else "has none"
            message = (
                f"the checklist was made for the overlay {quoted(name)}, the catalog {found};"
                " give its file with --overlay, or correct this line"
            )
            yield Problem("SR231", file.place(path), message)


def regulation_misfits(file: YamlFile, catalog: Catalog, pattern: str) -> Iterator[Problem]:
    """Regulations in use that the catalog does not know."""
    known = [regulation.id for regulation in catalog.regulations]
    for path, name in file.find(pattern):
        if isinstance(name, str) and name not in known:
            message = f"unknown regulation {quoted(name)}{hint(name, known)}"
            yield Problem("SR406", file.place(path), message)


def answer_misfits(
    file: YamlFile, path: Any, id: str, answer: Any, norm: Norm
) -> Iterator[Problem]:
    """What is wrong with a status for its norm, or lacks its reason."""
    details = answer if isinstance(answer, dict) else {"status": answer}
    status = STATUSES.get(fold(str(details.get("status"))))
    if status is None:
        return
    if status is Status.MET_OTHERWISE and norm is not Norm.ALLMANT_RAD:
        message = (
            f"{id} is a {norm}; `{status}` is only for allmänna råd."
            " Use `uppfyllt`, `delvis` or `ej uppfyllt`"
        )
        yield Problem("SR404", file.place(path), message)
    elif status.needs_reason and details.get("reason") is None:
        message = f"{id} is `{status}`, which needs a reason; add `reason: …`"
        yield Problem("SR403", file.place(path), message)


def _given_misfits(file: YamlFile, catalog: Catalog) -> Iterator[Problem]:
    """A given grade that the scale does not have is an answer too: `check` says so."""
    letters = [domain.letter for domain in catalog.domains]
    for path, _ in file.find("given.*"):
        letter = path[-1]
        if isinstance(letter, str) and letter not in letters:
            message = f"unknown domain {quoted(letter)}{hint(letter, letters)}"
            yield Problem("SR310", file.place(path, key=True), message)


def parse_given(text: str, catalog: Catalog) -> dict[str, Grade]:
    """Read given grades as a person writes them on a command line.

    Args:
        text: Domains and grades with commas between: `E=B, H=C`.
        catalog: Whose domains they are.

    Raises:
        InputError: SR310 an unknown domain, SR407 an unknown grade, SR109 a domain given twice.
    """
    letters = [domain.letter for domain in catalog.domains]
    found: dict[str, Grade] = {}
    problems: list[Problem] = []
    for part in filter(None, (part.strip() for part in text.split(","))):
        raw, _, word = (piece.strip() for piece in part.partition("="))
        letter, grade = raw.upper(), GRADES.get(fold(word))
        if letter not in letters:
            message = f"unknown domain {quoted(raw)}; use one of {', '.join(letters)}"
            problems.append(Problem("SR310", Place("--given"), message))
        elif grade is None:
            given = f"is given {quoted(word)}" if word else "is given no grade"
            message = f"domain {letter} {given}; write a grade, such as {letter}=B"
            problems.append(Problem("SR407", Place("--given"), message))
        elif letter in found:
            message = f"domain {letter} is given twice; keep one grade"
            problems.append(Problem("SR109", Place("--given"), message))
        else:
            found[letter] = grade
    if problems or not found:
        nothing = Problem("SR407", Place("--given"), "no grade is given; write E=B, H=C")
        raise InputError(problems or [nothing])
    return found
