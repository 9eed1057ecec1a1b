"""A checklist's text with one given grade put in or taken away, all else as it was."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from ..checklist import GivenGrade
from .checklist_text import Group, as_json, position, with_group


def graded_text(
    text: str, letter: str, grade: GivenGrade | None, order: Sequence[str]
) -> str | None:
    r"""The text with a given grade that was not there, or without one that was.

    Args:
        text: A checklist that reads without mistakes.
        letter: The domain.
        grade: What is given; None takes it away.
        order: The domains' letters in catalog order, which tells where a new grade goes.

    Returns:
        The new text; None where it has no place for given grades.

    >>> given = GivenGrade(domain="B", grade="C")
    >>> print(graded_text("answers:\n  A1: delvis  # seen\n", "B", given, ["A", "B"]), end="")
    answers:
      A1: delvis  # seen
    given:
      B: C
    >>> print(graded_text("given:\n  # A B C D\n  B:\n  C:\n", "B", given, ["B"]), end="")
    given:
      # A B C D
      B: C
      C:
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    data = as_json(text)
    if data is not None:
        written = json.dumps(graded_data(data, letter, grade, order), ensure_ascii=False, indent=2)
        return written.replace("\n", newline) + (newline if text.endswith("\n") else "")
    grades = Group.at(with_group(text, "given", newline), ("given",))
    if grades is None:
        return None
    if grade is None:
        return grades.without(letter)
    if letter in grades.entries:  # a line that was left blank
        return grades.with_value(letter, _written(grade), newline)
    at = position(list(grades.entries), letter, order)
    return grades.with_entry(at, letter, _written(grade), newline)


def graded_data(
    data: dict[str, Any], letter: str, grade: GivenGrade | None, order: Sequence[str]
) -> dict[str, Any]:
    """The plain data of a checklist with a given grade put in or taken away.

    Args:
        data: What the file holds.
        letter: The domain.
        grade: What is given; None takes it away.
        order: The domains' letters in catalog order.
    """
    items = [item for item in (data.get("given") or {}).items() if item[0] != letter]
    if grade is not None:
        at = position([known for known, _ in items], letter, order)
        items.insert(at, (letter, _written(grade)))
    return {**data, "given": dict(items)}


def _written(grade: GivenGrade) -> str | dict[str, str]:
    """As a person would write it: a bare letter where there is no more to say."""
    if grade.reason is None:
        return grade.grade.value
    return {"grade": grade.grade.value, "reason": grade.reason}
