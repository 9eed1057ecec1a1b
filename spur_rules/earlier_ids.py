"""Rows written under the ids of an earlier version, taken for the rows that took their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from .cases import Case, ExpectedShortcoming
from .catalog import Catalog
from .checklist import Answer, Checklist
from .errors import Problem, quoted
from .plan import Correction, Plan, PlanEntry
from .vocabulary import STATUSES, Norm, fold
from .yaml_events import DataPath
from .yaml_file import YamlFile

#: Every id that a file may name, and the norm of its row; None where it is asked no longer.
KnownIds = dict[str, Norm | None]

Row = TypeVar("Row", Answer, PlanEntry, Correction, ExpectedShortcoming)


def known_ids(catalog: Catalog) -> KnownIds:
    """The ids that are used now, those of earlier versions, and those that were retired.

    Args:
        catalog: The catalog that is answered.
    """
    known: KnownIds = dict(catalog.norms)
    known |= {
        row.old: catalog.norms.get(catalog.current_id(row.old)) for row in catalog.earlier_ids
    }
    return known | dict.fromkeys(catalog.retired)


def twice_answered(
    file: YamlFile, catalog: Catalog, answers: Iterable[tuple[DataPath, object]]
) -> Iterator[Problem]:
    """Answers under an old id and under the new one that do not say the same.

    Args:
        file: A checklist, or a file of cases.
        catalog: The catalog that it answers.
        answers: Those of one review, each with its path.
    """
    first: dict[str, tuple[DataPath, object]] = {}
    for path, answer in answers if catalog.earlier_ids else ():
        id = catalog.current_id(str(path[-1]))
        if id not in catalog.norms:
            continue  # asked no longer, so nothing is made of either
        before, said = first.setdefault(id, (path, answer))
        if _meant(said) != _meant(answer):
            one, place = quoted(before[-1]), file.place(before, key=True)
            message = (
                f"{quoted(path[-1])} and {one} ({place}) are the same row, {quoted(id)}, and are"
                " answered differently; keep one of them"
            )
            yield Problem("SR232", file.place(path, key=True), message)


def _meant(answer: object) -> object:
    details = answer if isinstance(answer, dict) else {"status": answer}
    word = details.get("status")
    status = STATUSES.get(fold(word)) if isinstance(word, str) else word
    return {**{key: value for key, value in details.items() if value}, "status": status}


def under_current_ids(checklist: Checklist, catalog: Catalog) -> Checklist:
    """The checklist with its rows under the ids that are used now.

    Args:
        checklist: As it is written.
        catalog: The catalog that it answers.
    """
    rows: list[Answer | PlanEntry | Correction] = [*checklist.answers, *checklist.plan]
    rows += checklist.corrections
    renamed = _renamed(rows, catalog)
    if not renamed:
        return checklist
    answers = {row.indicator: row for row in map(_Renamer(renamed), checklist.answers)}
    return checklist.with_renamed(
        renamed,
        answers=tuple(answers.values()),
        plan=tuple(map(_Renamer(renamed), checklist.plan)),
        corrections=tuple(map(_Renamer(renamed), checklist.corrections)),
    )


def plan_under_current_ids(plan: Plan, catalog: Catalog) -> Plan:
    """The plan with its rows under the ids that are used now.

    Args:
        plan: As it is written.
        catalog: The catalog that it is about.
    """
    renamed = _renamed((*plan.entries, *plan.corrections), catalog)
    if not renamed:
        return plan
    rows = {
        "entries": tuple(map(_Renamer(renamed), plan.entries)),
        "corrections": tuple(map(_Renamer(renamed), plan.corrections)),
    }
    return plan.model_copy(update=rows)


def case_under_current_ids(case: Case, catalog: Catalog) -> Case:
    """The case with its rows under the ids that are used now.

    Args:
        case: As it is written.
        catalog: The catalog that it answers.
    """
    expected = case.expect.shortcomings
    renamed = _renamed((*case.answers, *case.plan, *(expected or ())), catalog)
    if not renamed:
        return case
    now = _Renamer(renamed)
    answers = {row.indicator: row for row in map(now, case.answers)}
    expect = case.expect
    if expected is not None:
        expect = expect.model_copy(update={"shortcomings": tuple(map(now, expected))})
    rows = {"answers": tuple(answers.values()), "plan": tuple(map(now, case.plan))}
    return case.model_copy(update={**rows, "expect": expect})


def _renamed(
    rows: Iterable[Answer | PlanEntry | Correction | ExpectedShortcoming], catalog: Catalog
) -> dict[str, str]:
    """The earlier ids among the rows, and what they are now; a retired id stays as it is."""
    if not catalog.earlier_ids:
        return {}
    now = {row.indicator: catalog.current_id(row.indicator) for row in rows}
    return {old: new for old, new in now.items() if old != new and new in catalog.norms}


class _Renamer:
    def __init__(self, renamed: dict[str, str]) -> None:
        self._renamed = renamed

    def __call__(self, row: Row) -> Row:
        new = self._renamed.get(row.indicator)
        return row if new is None else row.model_copy(update={"indicator": new})
