"""A new case in a cases file: the answers as given, the expected grade for a person to write."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from ..catalog import Domain
from ..loading import TODO
from ..rulebook import Rulebook
from ..texts import Language, say
from .adding import Check, Entry, Scaffold, add, begin
from .target import comment, row, schema_line

SCHEMA = "spur-rules/cases/1"


class CaseWish(NamedTuple):
    """What is known of a case before it is written; None is left to be written, or left out."""

    id: str
    domain: str
    answers: dict[str, dict[str, str]]
    otherwise: str | None = None
    about: str | None = None
    printed: str | None = None
    profile: str | None = None
    policy: Mapping[str, int | str] | None = None
    grade: str | None = None
    worst: str | None = None
    best: str | None = None
    fires: tuple[str, ...] = ()


def add_case(
    path: Path,
    wish: CaseWish,
    rulebook: Rulebook,
    check: Check,
    language: Language,
    force: bool,
) -> Scaffold:
    """Add a case to a file of cases, which is begun where there is none.

    Args:
        path: The file.
        wish: What is known of the case.
        rulebook: The catalog and the rules that it is about.
        check: What reads a cases file and tells what is wrong.
        language: The language of the comments.
        force: Whether a case with the same id may be written over.

    Raises:
        InputError: What is wrong with the file or would be wrong with the case; nothing is changed.
    """
    entry = Entry(
        case_lines(wish, rulebook, language), case_lines(_whole(wish), rulebook, language)
    )
    if path.exists():
        return add(path, "cases", entry, check, force)
    head = _head(path, rulebook, language)
    written, tried = ("\n".join([*head, *_moved_in(lines), ""]) for lines in entry)
    return begin(path, (written, tried), "cases", check)


def _whole(wish: CaseWish) -> CaseWish:
    """The case with something sound wherever something is still to be written."""
    has_grade = wish.grade or wish.worst or wish.best
    return wish._replace(about=wish.about or "-", grade=wish.grade if has_grade else "D")


def case_lines(wish: CaseWish, rulebook: Rulebook, language: Language) -> list[str]:
    """The case as lines of YAML.

    Args:
        wish: What is known of the case.
        rulebook: The catalog that it is about.
        language: The language of the comments.
    """
    lines = row("id", wish.id)
    if wish.about is None:
        lines += comment(say(language, "new-case.about"), indent=4)
    lines += row("about", wish.about or TODO)
    if wish.printed is not None:
        lines += row("printed", wish.printed)
    lines += row("domain", wish.domain)
    if wish.otherwise is not None:
        lines += row("otherwise", wish.otherwise)
    if wish.answers:
        lines += row("answers", {id: _written(answer) for id, answer in wish.answers.items()})
    if wish.profile is not None:
        lines += row("profile", wish.profile)
    if wish.policy:
        lines += row("policy", dict(wish.policy))
    return [*lines, *_expect(wish, rulebook, language)]


def _written(answer: dict[str, str]) -> str | dict[str, str]:
    """As a person would write it: a bare status where there is no more to say."""
    return answer if len(answer) > 1 else answer["status"]


def _expect(wish: CaseWish, rulebook: Rulebook, language: Language) -> list[str]:
    expected: dict[str, Any] = {"worst": wish.worst, "best": wish.best}
    if not any(expected.values()):
        expected = {"grade": wish.grade or TODO}
    expected |= {"rules": list(wish.fires)} if wish.fires else {}
    lines = [f"  {line}" for key, value in expected.items() for line in row(key, value)]
    if TODO not in expected.values():
        return ["expect:", *lines]
    more = [f"  {line}" for line in comment(say(language, "new-case.more"), indent=6)]
    return [
        *_scale(wish, rulebook, language),
        *comment(say(language, "new-case.expect"), indent=4),
        "expect:",
        *lines,
        *more,
        "  # rules: []",
        "  # shortcomings: {}",
        "  # caveats: []",
    ]


def _scale(wish: CaseWish, rulebook: Rulebook, language: Language) -> list[str]:
    """The domain's printed criteria as comments: what the expected grade is written from."""
    domain = _domain(wish, rulebook)
    if domain is None:
        return []
    lines = comment(say(language, "new-case.scale", domain=domain.letter), indent=4)
    for step in domain.scale:
        first, *rest = comment(f"{step.grade}: {step.text}", indent=6)
        lines += [f"#   {first[2:]}", *(f"#      {line[2:]}" for line in rest)]
    return lines


def _domain(wish: CaseWish, rulebook: Rulebook) -> Domain | None:
    found = (d.domain for d in rulebook.domains if d.letter == wish.domain)
    return next(found, None)


def _head(path: Path, rulebook: Rulebook, language: Language) -> list[str]:
    return [
        schema_line(path, "cases"),
        *comment(say(language, "new-cases.about")),
        *row("schema", SCHEMA),
        *row("catalog", rulebook.catalog.id),
        *row("rules", rulebook.rules_id.id),
        "",
        "cases:",
    ]


def _moved_in(lines: list[str]) -> list[str]:
    """An entry as the first of its list."""
    return [f"  - {lines[0]}", *(f"    {line}" for line in lines[1:])]
