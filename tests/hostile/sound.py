"""What every outcome must be: quick, small, told in clear lines, nothing that a screen obeys."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spur_rules.errors import CODES

from .entry import MEGABYTES, SECONDS_CPU, Entry, Outcome

MOST_SHOWN = 1100  # lines of a report; lint tells of a thousand mistakes
MOST_LINES = 101  # a hundred mistakes, and how many more
LONGEST_LINE = 700
LINE = re.compile(r"error\[(SR\d{3})\] \S.*")
MORE = re.compile(r"… and at least \d+ more; mend these first")
#: How long `verify` took.
TIMED = re.compile(r"Prövningen tog [\d,]+ sekunder\.")
#: What a terminal obeys, and what shows a text in another order than it is read in.
OBEYED = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def faults(entry: Entry, found: Outcome) -> Iterator[str]:
    """What is wrong with how a run ended; nothing where all is as it must be."""
    if found.exit not in entry.exits:
        yield f"exit code {found.exit}, not one of {entry.exits}: {found.err[:300]}"
    if found.cpu > SECONDS_CPU:
        yield f"{found.cpu} s"
    if found.megabytes > MEGABYTES:
        yield f"{found.megabytes} MB"
    if shown := OBEYED.search(found.out + found.err):
        yield f"{shown[0]!r} reaches the screen"
    if found.out.count("\n") > MOST_SHOWN:
        yield f"{found.out.count(chr(10))} lines are printed"
    if found.files:
        yield f"it left {found.files}"
    yield from _told(found)


def _told(found: Outcome) -> Iterator[str]:
    lines = found.err.split("\n")[:-1]
    if found.exit == 2:
        yield from _mistold(lines)
        if found.out:
            yield f"bad input, and yet: {found.out[:100]}"
    elif lines and not TIMED.fullmatch(lines[0]):
        yield f"not bad input, and yet: {lines[0]}"
    if "Traceback" in found.err or "SR602" in found.err:
        yield f"a failure of ours: {found.err[:300]}"


def _mistold(lines: list[str]) -> Iterator[str]:
    if not 1 <= len(lines) <= MOST_LINES:
        yield f"{len(lines)} lines"
    for line in lines if not MORE.fullmatch(lines[-1] if lines else "") else lines[:-1]:
        told = LINE.fullmatch(line)
        if not told or told[1] not in CODES:
            yield f"not a clear line: {line[:200]!r}"
        if len(line) > LONGEST_LINE + 2 * len(found_path(line)):
            yield f"a line of {len(line)} characters: {line[:100]!r}"


def found_path(line: str) -> str:
    """The file that a line names, which may be as long as its user made it."""
    return line.split(" ", 2)[1] if line.count(" ") > 1 else ""
