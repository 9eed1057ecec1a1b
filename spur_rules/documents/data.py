"""A suggestion as plain data: the stable JSON that other tools read, and the same as YAML."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

from ..policy import Policy
from ..provenance import ContentId, Overlaid, RowChange
from ..rulebook import Rulebook
from ..suggestion import (
    Caveat,
    CaveatCode,
    Ceiling,
    DomainSuggestion,
    GradeChange,
    GradeRange,
    OpenIndicator,
    Provenance,
    Shortcoming,
    Suggestion,
)
from ..texts import listing, say
from ..version import __version__
from ..vocabulary import Grade
from ..yaml_events import dump

SCHEMA = "spur-rules/suggestion/1"


def as_json(suggestion: Suggestion, rulebook: Rulebook) -> str:
    """The suggestion as JSON: the same input gives the same bytes.

    Args:
        suggestion: What `suggest` returned.
        rulebook: What it was made with.
    """
    return written(as_data(suggestion, rulebook), "json")


def as_yaml(suggestion: Suggestion, rulebook: Rulebook) -> str:
    """The same content as YAML."""
    return written(as_data(suggestion, rulebook), "yaml")


def written(data: dict[str, Any], format_: str) -> str:
    """Plain data as `json` or `yaml`: the same input gives the same bytes.

    Args:
        data: Mappings, lists and texts.
        format_: `json` or `yaml`.
    """
    if format_ == "yaml":
        return dump(data)
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def as_data(suggestion: Suggestion, rulebook: Rulebook) -> dict[str, Any]:
    """The suggestion as mappings, lists and texts, in a fixed order.

    Args:
        suggestion: What `suggest` returned.
        rulebook: What it was made with.
    """
    return {
        "schema": SCHEMA,
        "domains": [_domain(domain, rulebook) for domain in suggestion.domains],
        "notices": [{"code": n.code.value, "detail": n.detail} for n in suggestion.notices],
        "provenance": provenance_data(suggestion.provenance),
    }


def _domain(domain: DomainSuggestion, rulebook: Rulebook) -> dict[str, Any]:
    return {
        "domain": domain.domain,
        **range_data(domain.range),
        "ceilings": [_ceiling(ceiling, rulebook) for ceiling in domain.ceilings],
        "shortcomings": [_shortcoming(row, rulebook) for row in domain.shortcomings],
        "open": [
            _open(question) | _changed_by(question.indicator, rulebook) for question in domain.open
        ],
        "caveats": [caveat_data(caveat, rulebook) for caveat in domain.caveats],
        "set_aside": [
            {"indicator": row.indicator, "status": row.status.value, "reason": row.reason}
            for row in domain.set_aside
        ],
        "adjusted": change_data(domain.adjusted, rulebook) if domain.adjusted else None,
        **_not_in_use(domain),
    }


def _not_in_use(domain: DomainSuggestion) -> dict[str, Any]:
    """Rows bound to other regulations; no key where there is none, as before there were any."""
    rows = [
        {
            "indicator": row.indicator,
            "regulations": list(row.regulations),
            "answer": row.answer.value if row.answer else None,
        }
        for row in domain.not_in_use
    ]
    return {"not_in_use": rows} if rows else {}


def range_data(of: GradeRange) -> dict[str, str | None]:
    """A grade with its range: the grade is null while worst and best differ."""
    grade = of.grade.value if of.grade else None
    return {"grade": grade, "worst": of.worst.value, "best": of.best.value}


def change_data(link: GradeChange, rulebook: Rulebook) -> dict[str, Any]:
    """What an adjusted grade is, and why."""
    return {
        **range_data(link.adjusted),
        "cause": link.cause.value,
        "date": link.date.isoformat() if link.date else None,
        "reason": link.reason,
        "indicators": list(link.indicators),
        "by_plan": link.by_plan,
        "original": range_data(link.original),
        "caveats": [caveat_data(caveat, rulebook) for caveat in link.caveats],
        "ceilings": [_ceiling(ceiling, rulebook) for ceiling in link.ceilings],
    }


def _ceiling(ceiling: Ceiling, rulebook: Rulebook) -> dict[str, Any]:
    return {
        "rule": ceiling.rule,
        "grade": ceiling.grade.value,
        "binding": ceiling.binding,
        "indicators": list(ceiling.indicators),
        "because": rulebook.rules[ceiling.rule].because.sv,
    }


def blocked_grade(rulebook: Rulebook, shortcoming: Shortcoming) -> Grade | None:
    """The nearest grade that a shortcoming's ceiling keeps the domain from; None without one."""
    if shortcoming.ceiling is None:
        return None
    of = next(d for d in rulebook.domains if shortcoming.indicator in d.indicators)
    return max(grade for grade in of.domain.grades if grade < shortcoming.ceiling)


def _shortcoming(shortcoming: Shortcoming, rulebook: Rulebook) -> dict[str, Any]:
    blocked = blocked_grade(rulebook, shortcoming)
    data: dict[str, Any] = {
        "indicator": shortcoming.indicator,
        "norm": shortcoming.norm.value,
        "status": shortcoming.status.value,
        "ceiling": shortcoming.ceiling.value if shortcoming.ceiling else None,
        "blocks": blocked.value if blocked else None,
        "text": shortcoming.text,
        "source": rulebook.indicators[shortcoming.indicator].source,
    }
    words = {
        "comment": shortcoming.comment,
        "evidence": shortcoming.evidence,
        "reason": shortcoming.reason,
    }
    data |= {key: text for key, text in words.items() if text is not None}
    return data | _changed_by(shortcoming.indicator, rulebook)


def _open(question: OpenIndicator) -> dict[str, Any]:
    return {
        "indicator": question.indicator,
        "norm": question.norm.value,
        "if_met": _range(question.if_met),
        "if_not_met": _range(question.if_not_met),
        "text": question.text,
        "answers_left": question.answers_left,
        "answers": [
            {
                "status": outcome.status.value,
                "worst": outcome.worst.value,
                "best": outcome.best.value,
                "answers_left": outcome.answers_left,
            }
            for outcome in question.outcomes
        ],
    }


def _range(ends: tuple[Grade, Grade]) -> dict[str, str]:
    return {"worst": ends[0].value, "best": ends[1].value}


def caveat_data(caveat: Caveat, rulebook: Rulebook) -> dict[str, Any]:
    """A caveat as data, with its Swedish text."""
    data: dict[str, Any] = {
        "code": caveat.code.value,
        "rule": caveat.rule,
        "norm": caveat.norm.value if caveat.norm else None,
        "text": caveat_text(caveat, rulebook, "sv"),
    }
    return data | ({"indicators": list(caveat.indicators)} if caveat.indicators else {})


def caveat_text(caveat: Caveat, rulebook: Rulebook, language: Any) -> str:
    """A caveat in words: the rule's own, that nothing of a norm applies, or what a plan meets."""
    rule = rulebook.rules[caveat.rule] if caveat.rule else None
    indicators = listing(language, list(caveat.indicators))
    if caveat.code in (CaveatCode.RULE, CaveatCode.RULE_OPEN):
        text = rule.caveat.in_language(language) if rule and rule.caveat else ""
        is_open = caveat.code is CaveatCode.RULE_OPEN
        return say(language, "caveat-open", text=text) if is_open else text
    if caveat.code is CaveatCode.PLAN_SHORT:
        return say(language, "plan-short", indicators=indicators)
    if caveat.code is CaveatCode.PLAN_OFF_SCALE:
        return say(language, "plan-off-scale", grade=caveat.grade)
    if caveat.code is CaveatCode.PLAN_CANNOT_MEND:
        reason = rule.because.in_language(language) if rule else ""
        return say(language, "plan-cannot-mend", grade=caveat.grade, reason=reason)
    if caveat.code is CaveatCode.PLAN_UNASSESSED:
        key, number = f"plan-unassessed.{caveat.norm}", len(caveat.indicators)
        return say(language, key, count=number, indicators=indicators)
    return say(language, f"void.{caveat.norm}")


def provenance_data(provenance: Provenance) -> dict[str, Any]:
    """What it was made from and by."""
    return {
        "catalog": content_data(provenance.catalog),
        "rules": content_data(provenance.rules),
        "policy": policy_data(provenance.policy),
        "engines": list(provenance.engines),
        "input_sha256": provenance.input_sha256,
        "version": provenance.version,
        **overlays_data(provenance.overlaid),
    }


def overlays_data(overlaid: Overlaid) -> dict[str, Any]:
    """The overlays and all that they did; no key where there is none.

    Args:
        overlaid: What overlays did to a catalog.
    """
    rows = [
        {
            **content_data(used.content),
            "title": used.title,
            "example": used.is_example,
            "changes": [
                {"indicator": row.indicator, **_change(row)}
                for row in overlaid.changes
                if row.overlay == used.content
            ],
        }
        for used in overlaid.overlays
    ]
    return {"overlays": rows} if rows else {}


def _change(row: RowChange) -> dict[str, Any]:
    words = {"text": row.text, "reason": row.reason, "law": row.law}
    return {"change": row.kind.value, "line": row.line, **words}


def _changed_by(indicator: str, rulebook: Rulebook) -> dict[str, Any]:
    """What overlays did to one row; no key where they did nothing."""
    rows = [
        {"overlay": f"{row.overlay.id}@{row.overlay.version}", **_change(row)}
        for row in rulebook.catalog.overlaid.of(indicator)
    ]
    return {"changed_by": rows} if rows else {}


def content_data(content: ContentId) -> dict[str, str]:
    """Which content was used."""
    return {"id": content.id, "version": content.version, "sha256": content.sha256}


def calibrated_from(rulebook: Rulebook, policy: Policy) -> dict[str, Any]:
    """What raters were compared by: the rulebook, the reading, the program.

    Args:
        rulebook: What the checklists answer.
        policy: How vague words were read.
    """
    return {
        "catalog": content_data(rulebook.catalog_id),
        "rules": content_data(rulebook.rules_id),
        "policy": policy_data(policy),
        "version": __version__,
    }


def policy_data(policy: Policy) -> dict[str, Any]:
    """The value of every parameter."""
    return {
        "profile": policy.profile,
        "parameters": {name: number(value) for name, value in policy.values},
        "domains": {
            letter: {name: number(value) for name, value in values}
            for letter, values in policy.domains
        },
    }


def number(value: Fraction) -> int | str:
    """A number as files write it: whole, or as `1/2`; never a float."""
    return int(value) if value.denominator == 1 else str(value)
