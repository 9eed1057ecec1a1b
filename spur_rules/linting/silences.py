"""Comments that silence a finding, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from typing import NamedTuple

from ..errors import quoted
from ..provenance import Place
from .findings import KINDS, Finding
from .source import Source

CODES = ("SR761", "SR762")

_COMMENT = re.compile(r"(?<!\S)#[ \t]*lint:[ \t]*([^\n]*)")
_WRITTEN = re.compile(r"(SR\d+(?:[ ,]+SR\d+)*)[ ,]*(?:because\b[ \t:]*(.*))?")


class Silence(NamedTuple):
    """A comment `# lint: SR704 because …`: what it silences, on which line, and why."""

    codes: tuple[str, ...]
    reason: str
    place: Place
    line: int


class Silenced(NamedTuple):
    """A finding that a comment silences, and the reason that the comment gives."""

    finding: Finding
    reason: str


def read(source: Source) -> tuple[list[Silence], list[Finding]]:
    """The silences in a file, and what is wrong with those that silence nothing at all.

    Args:
        source: The file's text.
    """
    silences: list[Silence] = []
    wrong: list[Finding] = []
    silenced = _silenced_lines(source)
    for comment in source.comments(_COMMENT):
        place = source.place(comment.start())
        written = _WRITTEN.fullmatch(comment[1].strip())
        codes = tuple(re.findall(r"SR\d+", written[1])) if written else ()
        unknown = [code for code in codes if code not in KINDS or code in CODES]
        if not written or not (written[2] or "").strip() or unknown:
            what = f"{quoted(unknown[0])} cannot be silenced" if unknown else "no code or no reason"
            message = f"{what}; write `# lint: SR704 because …` with the code of a lint finding"
            wrong.append(Finding("SR762", place, message))
        else:
            reason, line = written[2].strip(), silenced[place.line - 1]
            silences.append(Silence(codes, reason, place, line))
    return silences, wrong


def _silenced_lines(source: Source) -> list[int]:
    """For each line itself; for one with a comment alone, the next that holds something else."""
    lines: list[int] = []
    target = len(source.lines)
    for number in range(len(source.lines), 0, -1):
        if not source.lines[number - 1].lstrip().startswith(("#", "\n", "\r")):
            target = number
        lines.append(target)
    return lines[::-1]


def applied(
    findings: Iterable[Finding], silences: Iterable[Silence], checked: Collection[str]
) -> tuple[list[Finding], list[Silenced]]:
    """The findings that are left, with those about silences; and the findings that are silenced.

    Args:
        findings: What was found in one file.
        silences: Those of the same file.
        checked: The codes that could be looked for: the silence of another may yet be needed.
    """
    by_line = {(s.line, code): s for s in silences for code in s.codes}
    kept: list[Finding] = []
    silenced: list[Silenced] = []
    used: set[tuple[int, str]] = set()
    for finding in findings:
        at = (finding.anchor or finding.place.line, finding.code)
        used.add(at)
        if at in by_line:
            silenced.append(Silenced(finding, by_line[at].reason))
        else:
            kept.append(finding)
    for (line, code), silence in by_line.items():
        if (line, code) not in used and code in checked:
            message = f"nothing on line {line} is {quoted(code)} any more; remove the comment"
            kept.append(Finding("SR761", silence.place, message))
    return kept, silenced
