"""What lint found, as SARIF: the format in which code hosts and editors take findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ..linting.findings import KINDS, Finding
from ..linting.lint import Report
from ..linting.pages import explained
from ..version import __version__

_FORMAT = "https://json.schemastore.org/sarif-2.1.0.json"


def lint_sarif(report: Report) -> str:
    """The report as a SARIF log; what a comment silences is in it, as suppressed.

    Args:
        report: What `lint` returned.

    Source:
        OASIS, Static Analysis Results Interchange Format (SARIF) 2.1.0.
    """
    silenced = [(row.finding, row.reason) for row in report.silenced]
    findings = [*((finding, None) for finding in report.findings), *silenced]
    codes = sorted({finding.code for finding, _ in findings})
    driver = {
        "name": "spur-rules",
        "version": __version__,
        "rules": [_rule(next(f for f, _ in findings if f.code == code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(file.name)}} for file in report.files],
        "results": [_result(finding, reason, codes) for finding, reason in findings],
    }
    log = {"$schema": _FORMAT, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(finding: Finding) -> dict[str, Any]:
    """A kind of finding: the code host shows its page beside each result."""
    text = f"{finding.title[:1].upper()}{finding.title[1:]}. See {finding.page}."
    return {
        "id": finding.code,
        "shortDescription": {"text": finding.title},
        "help": {"text": text, "markdown": explained(finding.code)},
        "defaultConfiguration": {"level": finding.severity.value},
        "properties": {"fixable": finding.code in KINDS and KINDS[finding.code].fixable},
    }


def _result(finding: Finding, reason: str | None, codes: list[str]) -> dict[str, Any]:
    file, line, column = finding.place
    where: dict[str, Any] = {"artifactLocation": {"uri": _uri(file)}}
    if line:
        where["region"] = {"startLine": line, "startColumn": column}
    result = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": finding.severity.value,
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": where}],
    }
    if reason is not None:
        result["suppressions"] = [{"kind": "inSource", "justification": reason}]
    return result


def _uri(name: str) -> str:
    path = Path(name)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
