"""The pages of the documentation, one for each code of lint."""

from __future__ import annotations

from ..errors import CODES, InputError, Problem, quoted, suggestion_for
from ..provenance import Place
from ..shipped import shipped
from .findings import KINDS


def explained(code: str) -> str:
    """What a code means, why it matters and how it is mended, as Markdown.

    Args:
        code: A code of lint; of any other code of spur_rules it tells what it means.

    Raises:
        InputError: SR601, there is no such code.

    >>> explained("sr704").splitlines()[0]
    '# SR704: a sentence has no full stop'
    """
    name = code.strip().upper()
    if name in KINDS:
        return shipped("docs/lint", f"{name}.md").read_text(encoding="utf-8")
    if name in CODES:
        return f"# {name}: {CODES[name]}\n\nThe way out stands in docs/errors.md.\n"
    close = suggestion_for(name, [*KINDS, *CODES]) or "; codes look like `SR704`"
    raise InputError([Problem("SR601", Place("--explain"), f"no code {quoted(code)}{close}")])
