"""The examples of a proof as a cases file, ready to be run and corrected."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..policy import Policy
from ..proving.findings import Example, Finding, Verification
from ..vocabulary import Status
from ..yaml_events import dump
from .data import number
from .phrasing import Phrasing

SCHEMA = "spur-rules/cases/1"

#: Leaves room in 80 columns for the word that passes it, and for how far the report indents it.
_WIDTH = 54


def what(words: Phrasing, finding: Finding, engine: str) -> str:
    """What was found, in words.

    Args:
        words: The language.
        finding: One of a proof's findings.
        engine: The engine that was tried.
    """
    grade = finding.grade or (finding.examples[0].grade if finding.examples else "")
    key = f"verify.what.{finding.kind.value}" if finding.domain else "verify.what.nowhere"
    return words.say(key, rule=finding.rule, grade=grade, engine=engine)


def cases_text(words: Phrasing, proof: Verification) -> str:
    """The examples of every violation as a cases file; empty where there are none.

    Args:
        words: The language of what each case is about.
        proof: What `verify` returned.
    """
    rows = cases_data(words, proof)
    if not rows:
        return ""
    data = {"schema": SCHEMA, "catalog": proof.catalog.id, "rules": proof.rules.id, "cases": rows}
    return words.say("verify.cases-of") + "\n" + dump(data, width=_WIDTH)


def cases_data(words: Phrasing, proof: Verification) -> list[dict[str, Any]]:
    """The examples of every violation as cases.

    Args:
        words: The language of what each case is about.
        proof: What `verify` returned.
    """
    found = [
        row
        for finding in proof.violations
        for row in _cases(words, finding, what(words, finding, proof.engine))
    ]
    seen: dict[str, int] = {}
    for row in found:
        seen[row["id"]] = times = seen.get(row["id"], 0) + 1
        row["id"] += f"-{times}" if times > 1 else ""
    return found


def _cases(words: Phrasing, finding: Finding, told: str) -> Iterator[dict[str, Any]]:
    about = [finding.rule, finding.grade.value if finding.grade else None]
    stem = "-".join(filter(None, [finding.domain, finding.kind.value, *about]))
    ends = ("before", "after") if len(finding.examples) == 2 else ("",)
    for end, example in zip(ends, finding.examples, strict=False):
        key = f"verify.case-about.{end}" if end else "verify.case-about"
        row = {
            "id": f"{stem}-{end}" if end else stem,
            "about": words.say(key, domain=finding.domain, what=told),
            "domain": finding.domain,
            **_answers(words, example),
            "profile": example.policy.profile,
            "policy": _changes(words, example.policy, finding.domain or ""),
            "expect": _expected(example),
        }
        yield {key: part for key, part in row.items() if part or key == "answers"}


def _answers(words: Phrasing, example: Example) -> dict[str, Any]:
    """The fewest rows that tell the answers."""
    if all(status is Status.NOT_MET for _, status in example.answers):
        return {"otherwise": Status.NOT_MET.value, "answers": {}}
    rows = {id: _answer(words, status) for id, status in example.not_met}
    return {"otherwise": Status.MET.value, "answers": rows}


def _answer(words: Phrasing, status: Status) -> str | dict[str, str]:
    if not status.needs_reason:
        return status.value
    return {"status": status.value, "reason": words.say("verify.case-reason")}


def _changes(words: Phrasing, policy: Policy, domain: str) -> dict[str, int | str]:
    """What differs from the profile in the domain."""
    base = words.rulebook.policy(policy.profile)
    values = ((name, policy.value(name, domain)) for name, _ in policy.values)
    return {name: number(value) for name, value in values if value != base.value(name, domain)}


def _expected(example: Example) -> dict[str, Any]:
    return {
        "grade": example.grade.value,
        "rules": list(example.rules),
        "caveats": list(example.caveats),
    }
