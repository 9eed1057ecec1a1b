"""What lint found, as plain data: the stable JSON that other tools read."""

from __future__ import annotations

from typing import Any

from ..linting.findings import Finding, Severity
from ..linting.lint import Report

SCHEMA = "spur-rules/lint/1"


def lint_data(report: Report) -> dict[str, Any]:
    """The report as mappings, lists and texts, in a fixed order.

    Args:
        report: What `lint` returned.
    """
    return {
        "schema": SCHEMA,
        "files": [
            {"file": file.name, "kind": file.kind, "id": file.id, "version": file.version}
            for file in report.files
        ],
        "findings": [_finding(finding) for finding in report.findings],
        "silenced": [{**_finding(row.finding), "reason": row.reason} for row in report.silenced],
        "mended": [{**_finding(row.finding), "printed": row.is_legal} for row in report.mended],
        "counts": {severity.value: report.count(severity) for severity in Severity},
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.place.file,
        "line": finding.place.line or None,
        "column": finding.place.column or None,
        "message": finding.message,
        "fixable": finding.fixable,
        "page": finding.page,
    }
