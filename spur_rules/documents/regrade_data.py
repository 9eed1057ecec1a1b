"""A regrading as plain data: the stable JSON that other tools read, and the same as YAML."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..regrading.findings import Finding
from ..regrading.regrade import Appointment, Corrected, RegradedDomain, Regrading
from ..rulebook import Rulebook
from .adjusted import told
from .data import caveat_data, change_data, provenance_data, range_data, written

SCHEMA = "spur-rules/regrade/1"


def as_json(regrading: Regrading, rulebook: Rulebook) -> str:
    """The regrading as JSON: the same input gives the same bytes.

    Args:
        regrading: What `regrade` returned.
        rulebook: What it was made with.
    """
    return written(as_data(regrading, rulebook), "json")


def as_yaml(regrading: Regrading, rulebook: Rulebook) -> str:
    """The same content as YAML."""
    return written(as_data(regrading, rulebook), "yaml")


def as_data(regrading: Regrading, rulebook: Rulebook) -> dict[str, Any]:
    """The regrading as mappings, lists and texts, in a fixed order.

    Args:
        regrading: What `regrade` returned.
        rulebook: What it was made with.
    """
    return {
        "schema": SCHEMA,
        "as_of": _day(regrading.as_of),
        "plan": _plan(regrading),
        "domains": [_domain(domain, rulebook) for domain in regrading.domains],
        "corrections": [_corrected(row) for row in regrading.corrections],
        "findings": [_finding(finding) for finding in regrading.findings],
        "appointments": [_appointment(row) for row in regrading.appointments],
        "provenance": provenance_data(regrading.original.provenance),
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _plan(regrading: Regrading) -> dict[str, Any] | None:
    if not regrading.plan:
        return None
    return {
        "received": _day(regrading.received),
        "entries": [
            {"indicator": entry.indicator, "missing": list(entry.missing)}
            for entry in regrading.plan
        ],
        "held_back": regrading.is_held_back,
    }


def _domain(domain: RegradedDomain, rulebook: Rulebook) -> dict[str, Any]:
    return {
        "domain": domain.domain,
        **range_data(domain.now),
        "original": range_data(domain.original),
        "changes": [change_data(link, rulebook) for link in domain.changes],
        "needed": list(domain.needed),
        "short": list(domain.short),
        "caveats": [caveat_data(caveat, rulebook) for caveat in domain.caveats],
    }


def _corrected(row: Corrected) -> dict[str, Any]:
    return {
        "indicator": row.indicator,
        "domain": row.domain,
        "before": row.before.value,
        "status": row.status.value,
        "date": _day(row.date),
        "reason": row.reason,
        "comment": row.comment,
        "evidence": row.evidence,
    }


def _finding(finding: Finding) -> dict[str, Any]:
    data = {
        "code": finding.code.value,
        "domain": finding.domain,
        "indicator": finding.indicator,
        "blocks": finding.blocks,
    }
    details = {
        "part": finding.part,
        "status": finding.status.value if finding.status else None,
        "day": _day(finding.day),
        "limit": _day(finding.limit),
    }
    kept = {key: value for key, value in details.items() if value is not None}
    return data | kept | {"text": told(finding, "sv")}


def _appointment(row: Appointment) -> dict[str, Any]:
    return {
        "date": row.date.isoformat(),
        "domain": row.domain,
        "kind": row.kind.value,
        "indicators": list(row.indicators),
        "responsible": row.responsible,
    }
