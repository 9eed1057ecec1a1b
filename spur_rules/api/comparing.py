"""Compare two rulebooks: what changed, and which grades move."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..checklist import Checklist
from ..policy import STANDARD
from ..rulebook import Rulebook

# Imported where it is asked for: a suggestion alone starts fast.
if TYPE_CHECKING:
    from ..comparing.comparison import Comparison
    from ..comparing.setting_aside import SetAside
    from ..errors import Problem
    from ..yaml_file import YamlFile


def compare(
    old: Rulebook,
    new: Rulebook,
    checklists: Mapping[str, Checklist] | None = None,
    policy: str = STANDARD,
) -> Comparison:
    """Hold two rulebooks against each other: every change, and every grade that moves by it.

    Args:
        old: What was.
        new: What is to be.
        checklists: Those to replay, as they were read for the old rulebook, by name.
        policy: The reading under which they are replayed, as `read_policy` takes it.

    Returns:
        What changed, key by key; every class of answers whose grade or caveats move, under each
        profile that both have; and the checklists whose grades move, with the reasons.

    Raises:
        InputError: SR801, there are too many classes of answers to try every one.

    >>> from spur_rules import load_rulebook
    >>> rulebook = load_rulebook()
    >>> compared = compare(rulebook, rulebook)
    >>> compared.changes, compared.moves_grades
    ((), False)
    >>> sum(row.classes for row in compared.moves.tried)
    165160
    """
    from ..comparing import comparison

    return comparison.compare(old, new, checklists, policy)


def compare_files(
    old: str | Path,
    new: str | Path,
    catalog: str | Path | None = None,
    rules: str | Path | None = None,
    replay: str | Path | None = None,
    policy: str = STANDARD,
    changelog: str | Path | None = None,
) -> Comparison:
    """The same for what two paths name, with what has to be done about it.

    Args:
        old: What was: a catalog, a ruleset, a folder with `indicator_catalog/` and `rules/`, or a
            shipped version by its name, such as `st-spur@1.0.0`.
        new: What is to be, likewise.
        catalog: The catalog of a side that names none; the shipped one when left out.
        rules: The ruleset of a side that names none; the shipped one when left out.
        replay: A folder of checklists to replay; those that cannot be read are told, and those that
            name overlays or another version of the catalog are set aside.
        policy: The reading under which they are replayed.
        changelog: Where a change that moves a grade must be told; when left out, the CHANGELOG.md
            beside the new file or above it, or else in the working folder.

    Returns:
        The comparison, with findings: a version that was not raised, an entry that is missing.

    Raises:
        InputError: SR820, the two are not comparable; SR801; or every mistake in the files.

    >>> compare_files("rules/st-spur.yaml", "rules/st-spur.yaml").findings
    ()
    """
    from ..comparing import comparison
    from ..comparing.changelog import find_changelog
    from ..comparing.sources import linked_pair

    before, after, places = linked_pair(old, new, catalog, rules)
    log = find_changelog(new, changelog)
    if replay is None:
        return comparison.compare(before, after, None, policy, log, (), places)
    found, unreadable = _read_each(replay, before)
    checklists = {name: row for name, row in found.items() if isinstance(row, Checklist)}
    made = comparison.compare(before, after, checklists, policy, log, unreadable, places)
    aside = (row for row in found.values() if not isinstance(row, Checklist))
    return replace(made, set_aside=tuple(aside))


def _read_each(
    folder: str | Path, old: Rulebook
) -> tuple[dict[str, Checklist | SetAside], tuple[Problem, ...]]:
    """The checklists of a folder, as they are for the old catalog, and what is wrong in others."""
    from ..comparing.setting_aside import set_aside
    from ..folder import read_each
    from ..reading import read

    def read_it(file: YamlFile) -> Checklist | SetAside:
        name = Path(file.name).relative_to(folder).as_posix()
        return set_aside(file, name, old.catalog) or read(file, old.catalog)

    return read_each(folder, read_it)
