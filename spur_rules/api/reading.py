"""Files to what the engine works on: rulebooks, checklists, plans and policies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from .. import folder as folders
from ..checklist import Checklist
from ..errors import both
from ..linking import link
from ..plan import SCHEMA as PLAN_SCHEMA
from ..plan import Plan
from ..policy import STANDARD, Override, Policy, parse_policy
from ..reading import read
from ..reading import read_plan as read_plan_file
from ..rulebook import Rulebook
from ..shipped import CATALOG, RULES
from ..yaml_file import YamlFile, parse_bytes, read_file


def load_rulebook(
    catalog: str | Path | None = None, rules: str | Path | None = None, proven: bool = True
) -> Rulebook:
    """Load a catalog and a ruleset and link them.

    Args:
        catalog: The catalog file; the shipped one when left out.
        rules: The ruleset file; the shipped one when left out.
        proven: Without it rules are taken that can never fire (SR307), or that fire because an
            answer got better (SR308): to look at such a rulebook, not to grade with it.

    Returns:
        A frozen rulebook, to be kept and shared.

    Raises:
        InputError: Every mistake in both files, with its place.

    >>> rulebook = load_rulebook()
    >>> len(rulebook.indicators)
    74
    """
    if catalog is None and rules is None:
        return _shipped_rulebook()
    files = (CATALOG if catalog is None else catalog, RULES if rules is None else rules)
    return _linked(*files, proven)


@lru_cache(maxsize=1)
def _shipped_rulebook() -> Rulebook:
    return replace(_linked(CATALOG, RULES), is_shipped=True)


def _linked(catalog: str | Path, rules: str | Path, proven: bool = True) -> Rulebook:
    return link(*both(lambda: read_file(catalog), lambda: read_file(rules)), proven)


def read_checklist(source: str | Path | bytes, rulebook: Rulebook, name: str = "-") -> Checklist:
    """Read a filled checklist from a YAML or JSON file.

    Args:
        source: The file's path, or its bytes.
        rulebook: What the checklist answers.
        name: How messages name the source when it is bytes.

    Returns:
        A frozen checklist.

    Raises:
        InputError: Every mistake in the file, with its place.

    >>> text = b"{schema: spur-rules/checklist/1, catalog: st-spur, answers: {A4: ej uppfyllt}}"
    >>> read_checklist(text, load_rulebook()).status("A4")
    <Status.NOT_MET: 'ej uppfyllt'>
    """
    file = parse_bytes(source, name) if isinstance(source, bytes) else read_file(source)
    return read(file, rulebook.catalog)


def read_policy(
    rulebook: Rulebook, text: str = STANDARD, overrides: Iterable[Override] = ()
) -> Policy:
    """The value of every parameter, from a profile's name and overrides.

    Args:
        rulebook: Whose parameters and profiles they are.
        text: `standard`, `sträng`, `generös`, and overrides as `B.enstaka_undantag.högst=2`.
        overrides: The same overrides, typed.

    Raises:
        InputError: SR303, SR309, SR310, SR313 or SR123, all at once.

    >>> str(read_policy(load_rulebook(), "generös").value("enstaka_undantag.högst", "E"))
    '2'
    """
    profile, written = parse_policy(text)
    return rulebook.policy(profile, (*written, *overrides))


def read_plan(source: str | Path | bytes, rulebook: Rulebook, name: str = "-") -> Plan:
    """Read an action plan, corrections, or both from a YAML or JSON file.

    Args:
        source: The file's path, or its bytes.
        rulebook: What the plan is about.
        name: How messages name the source when it is bytes.

    Returns:
        A frozen plan.

    Raises:
        InputError: Every mistake in the file, with its place.

    >>> text = b"{schema: spur-rules/plan/1, catalog: st-spur, entries: [{indicator: H7}]}"
    >>> read_plan(text, load_rulebook()).entries[0].missing[:2]
    ('action', 'due')
    """
    file = parse_bytes(source, name) if isinstance(source, bytes) else read_file(source)
    return read_plan_file(file, rulebook.catalog)


def plan_of_corrections(
    rulebook: Rulebook, corrections: Iterable[Mapping[str, str]], name: str = "-"
) -> Plan:
    """A plan that holds only corrections, checked as a file is.

    Args:
        rulebook: What the plan is about.
        corrections: Rows with `indicator`, `status` and `reason`.
        name: How messages name where they come from.

    Raises:
        InputError: Every mistake in them.

    >>> row = {"indicator": "H7", "status": "uppfyllt", "reason": "Intyg visat efter besöket."}
    >>> plan_of_corrections(load_rulebook(), [row]).corrections[0].status
    <Status.MET: 'uppfyllt'>
    """
    rows = tuple(dict(row) for row in corrections)
    about = {"schema": PLAN_SCHEMA, "catalog": rulebook.catalog.id}
    return read_plan_file(YamlFile(name, about | {"corrections": rows}), rulebook.catalog)


def read_folder(folder: str | Path, rulebook: Rulebook) -> dict[str, Checklist]:
    """Read every checklist in a folder and in those below it.

    Args:
        folder: Where the YAML and JSON files are; other kinds of this project's files are passed
            over.
        rulebook: What the checklists answer.

    Returns:
        The checklists by their path within the folder, in its order.

    Raises:
        InputError: Every mistake in every file; SR408, there is no checklist.

    >>> sorted(read_folder("examples", load_rulebook()))
    ['primary-care-2025-assumed.yaml', 'primary-care-2025.yaml']
    """
    return folders.read_folder(folder, rulebook.catalog)
