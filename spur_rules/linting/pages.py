"""The pages of the documentation, one for each code of lint."""

from __future__ import annotations

import re

from ..errors import CODES, InputError, Problem, quoted, suggestion_for
from ..provenance import Place
from ..shipped import shipped
from .findings import KINDS


def explained(code: str) -> str:
    """What a code means, why it matters and how it is mended, as Markdown.

    Args:
        code: A code of lint, or any other code of spur_rules.

    Raises:
        InputError: SR601, there is no such code.

    >>> explained("sr704").splitlines()[0]
    '# SR704: a sentence has no full stop'
    """
    name = code.strip().upper()
    if name in KINDS:
        return shipped("docs/lint", f"{name}.md").read_text(encoding="utf-8")
    if name in CODES:
        return _of_error(name)
    close = suggestion_for(name, [*KINDS, *CODES]) or "; codes look like `SR704`"
    raise InputError([Problem("SR601", Place("--explain"), f"no code {quoted(code)}{close}")])


def _of_error(code: str) -> str:
    """The row of docs/errors.md: what the code means, a line as it is told, and the way out."""
    page = shipped("docs", "errors.md").read_text(encoding="utf-8")
    (row,) = (line for line in page.splitlines() if line.startswith(f"| {code} |"))
    # What stands between two cells is ` | `; within one a bar has no spaces or is escaped.
    title, example, way_out = re.split(r" (?<!\\)\| ", row.strip("| "))[1:]
    shown = example.strip("` ")
    return (
        f"# {code}: {title}\n\n**The way out.** {way_out}\n\nSo it is told:\n\n```\n{shown}\n```\n"
    )
