"""What is allowed in a catalog and a ruleset, but hardly meant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..shipped import CATALOG, RULES

if TYPE_CHECKING:
    from ..linting.lint import Report


def lint(
    paths: Sequence[str | Path] = (),
    catalog: str | Path | None = None,
    rules: str | Path | None = None,
    against: Sequence[str | Path] = (),
    fix: bool = False,
) -> Report:
    """Look at catalogs and rulesets for what is allowed but hardly meant.

    Args:
        paths: Files and folders; the shipped catalog and ruleset when nothing is named at all.
        catalog: One more catalog: the one that the rulesets in `paths` are held against.
        rules: One more ruleset: the one that the catalogs in `paths` are held against.
        against: Earlier versions, to tell which ids are used for something else.
        fix: Whether to mend in the files what can be mended by machine.

    Returns:
        Every finding with its code, place, weight and way out. What the reader refuses is among
        them: lint works on a broken file.

    Raises:
        InputError: A path that there is not, an earlier version that cannot be read, or a file that
            cannot be written.

    >>> report = lint()
    >>> report.fails, sorted({finding.severity.value for finding in report.findings})
    (False, ['note'])
    """
    from ..linting.fixing import fix as fix_files  # grading needs none of it
    from ..linting.lint import Lint

    named = [*paths, *(path for path in (catalog, rules) if path is not None)]
    if not paths:
        named = [CATALOG if catalog is None else catalog, RULES if rules is None else rules]
    return fix_files(named, against) if fix else Lint(named, against).report
