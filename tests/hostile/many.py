"""The same mistake a hundred thousand times, or as often as a file has room for."""

from __future__ import annotations

from collections.abc import Iterator

from .entry import Entry
from .kinds import KINDS, Kind

ROOM = 1024 * 1024 - 20_000
MOST = 100_000

#: Kind of file: what is repeated, under which key, and each row with its number.
ROWS: tuple[tuple[str, str, str, str], ...] = (
    ("checklist", "unknown-rows", "answers:\n", "  X%d: delvis\n"),
    ("checklist", "unknown-statuses", "answers:\n", "  A1%d: ja\n"),
    ("checklist", "long-unknown-rows", "answers:\n", "  Xaaaaaaaaaaaaaaaaaaaaaaaaa%d: ja\n"),
    ("checklist", "unknown-keys", "review:\n", "  k%d: 1\n"),
    ("checklist", "top-keys", "", "k%d: 1\n"),
    ("checklist", "inspectors", "review:\n  inspectors:\n", "  - %d\n"),
    ("checklist", "regulations", "review:\n  regulations:\n", "  - R%d\n"),
    ("checklist", "given", "given:\n", "  X%d: E\n"),
    ("checklist", "plan-rows", "plan:\n", "  - {indicator: X%d}\n"),
    ("checklist", "corrections", "corrections:\n", "  - {indicator: A1, status: s%d}\n"),
    ("checklist", "tags", "x:\n", "  - !t%d 1\n"),
    ("checklist", "keys-of-lists", "", "? [%d]\n: 1\n"),
    ("checklist", "control-characters", "x:\n", '  - "\\e%d"\n'),
    ("plan", "entries", "entries:\n", "  - {indicator: X%d}\n"),
    ("plan", "unknown-keys", "", "k%d: 1\n"),
    ("plan", "nothing", "entries:\n", "  -\n"),
    ("plan", "dates", "entries:\n", "  - {indicator: B1, due: %d}\n"),
    ("catalog", "rows", "domains:\n", "  - {letter: A, id: %d}\n"),
    ("catalog", "letters", "domains:\n", "  - {letter: a%d}\n"),
    ("catalog", "regulations", "regulations:\n", "  - {id: R, title: %d}\n"),
    ("catalog", "numbers-for-domains", "domains:\n", "  - %d\n"),
    ("ruleset", "rules", "rules:\n", "  - {id: r%d, ceiling: E}\n"),
    ("ruleset", "parameters", "parameters:\n", "  p%d: {default: x}\n"),
    ("ruleset", "profiles", "profiles:\n", "  p%d: {values: {q: 1}}\n"),
    ("ruleset", "numbers-for-rules", "rules:\n", "  - %d\n"),
)


def many() -> Iterator[Entry]:
    """Files with as many mistakes as they have room for."""
    kinds = {kind.name: kind for kind in KINDS}
    for name, what, before, row in ROWS:
        kind = kinds[name]
        content = _head(kind, before) + before + _rows(row)
        yield Entry(f"{name}-many-{what}", kind.command, content.encode())


def _head(kind: Kind, before: str) -> str:
    """The right file without the key that the rows are put under."""
    key = before.partition(":")[0]
    kept, is_under = [], False
    for line in kind.text.splitlines(keepends=True):
        if not line.startswith((" ", "-")):
            is_under = bool(key) and line.startswith(f"{key}:")
        if not is_under:
            kept.append(line)
    return "".join(kept)


def _rows(row: str) -> str:
    made, size = [], 0
    for number in range(MOST):
        line = row % number if "%d" in row else row
        size += len(line.encode())
        if size > ROOM:
            break
        made.append(line)
    return "".join(made)
