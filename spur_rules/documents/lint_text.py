"""What lint found, as text for a person and as the lines that GitHub shows beside the code."""

from __future__ import annotations

from collections.abc import Iterator

from ..linting.findings import KINDS, Finding, Severity
from ..linting.lint import Report
from ..texts import Language, listing, say
from .wrapping import wrapped

#: Fewer columns than this beside the place are not worth a word.
_LEAST = 12
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def lint_text(report: Report, language: Language, width: int) -> str:
    """A paragraph for each finding, which starts with its place, and how many there are.

    Args:
        report: What `lint` returned.
        language: That of the summary; the findings are English.
        width: Columns to stay within.
    """
    mended = say(language, "lint.mended")
    lines = [_paragraph(mended, row.finding, width) for row in report.mended]
    lines += [_paragraph(row.severity.value, row, width) for row in report.findings]
    closing = [wrapped(line, width, "", 0) for line in _closing(report, language)]
    return "\n".join([*lines, *([""] if lines else []), *closing]) + "\n"


def _paragraph(word: str, finding: Finding, width: int) -> str:
    """The place is never broken: editors and terminals open what it names."""
    head = f"{word}[{finding.code}] {finding.place}"
    if len(head) > width - _LEAST:
        return f"{head}\n{wrapped(finding.message, width, '  ', 2)}"
    return wrapped(finding.message, width, f"{head} ", 2)


def _closing(report: Report, language: Language) -> Iterator[str]:
    files, counts = len(report.files), []
    for severity in Severity:
        if number := report.count(severity):
            counts.append(say(language, f"lint.{severity.value}", count=number))
    total = "lint.total" if counts else "lint.clean"
    yield say(language, total, count=files, counts=listing(language, counts))
    if report.silenced:
        key = "lint.silenced-in-file" if files == 1 else "lint.silenced-in-files"
        yield say(language, key, count=len(report.silenced))
    if fixable := sum(finding.fixable for finding in report.findings):
        yield say(language, "lint.fixable", count=fixable)
    codes = [finding.code for finding in report.findings if finding.code in KINDS]
    if codes:
        worst = min(codes, key=lambda code: list(Severity).index(KINDS[code].severity))
        yield say(language, "lint.explain", code=worst)


def lint_github(report: Report) -> str:
    """A workflow command for each finding, which GitHub shows at its line of a pull request.

    Args:
        report: What `lint` returned.

    Source:
        GitHub, "Workflow commands for GitHub Actions".
    """
    return "".join(f"{_annotation(finding)}\n" for finding in report.findings)


def _annotation(finding: Finding) -> str:
    file, line, column = finding.place
    at = f",line={line},col={column}" if line else ""
    title = _property(f"{finding.code}: {finding.title}")
    message = _data(f"{finding.message} ({finding.page})")
    return f"::{_COMMANDS[finding.severity]} file={_property(file)}{at},title={title}::{message}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
