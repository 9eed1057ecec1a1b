"""Files to what the engine works on: rulebooks, checklists, plans and policies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from .. import folder as folders
from ..checklist import Checklist
from ..editions import Editions, Sources, header, shipped_editions
from ..plan import SCHEMA as PLAN_SCHEMA
from ..plan import Plan
from ..policy import STANDARD, Override, Policy, parse_policy
from ..reading import read
from ..reading import read_plan as read_plan_file
from ..rulebook import Rulebook
from ..yaml_file import YamlFile, parse_bytes, read_file


def load_rulebook(
    catalog: str | Path | None = None,
    rules: str | Path | None = None,
    overlays: Iterable[str | Path] = (),
    day: date | None = None,
    proven: bool = True,
) -> Rulebook:
    """Load a catalog and a ruleset and link them.

    Args:
        catalog: The catalog's file, a folder with several versions, or a shipped one by its name
            (`st-spur@1.0.0`); the newest shipped one when left out.
        rules: The same for the ruleset.
        overlays: Files that extend the catalog, or shipped ones by their name, in order.
        day: The day on which the catalog must be in force.
        proven: Without it rules are taken that can never fire (SR307), or that fire because an
            answer got better (SR308): to look at such a rulebook, not to grade with it.

    Returns:
        A frozen rulebook, to be kept and shared.

    Raises:
        InputError: Every mistake in the files, with its place; SR229, nothing is in force that day.

    >>> rulebook = load_rulebook()
    >>> len(rulebook.indicators)
    74
    >>> extended = load_rulebook(overlays=["allmanmedicin"])
    >>> [id for id in extended.indicators if id not in rulebook.indicators][:2]
    ['C-AM1', 'D-AM1']
    """
    return editions(catalog, rules, overlays, day, proven).rulebook()


def editions(
    catalog: str | Path | None = None,
    rules: str | Path | None = None,
    overlays: Iterable[str | Path] = (),
    day: date | None = None,
    proven: bool = True,
) -> Editions:
    """What finds the rulebook for each of many checklists: `.rulebook(header(file))`.

    Args:
        catalog: As `load_rulebook` takes it.
        rules: As `load_rulebook` takes it.
        overlays: As `load_rulebook` takes it; those that a checklist names are found besides.
        day: As `load_rulebook` takes it; without it the day of each review decides.
        proven: As `load_rulebook` takes it.
    """
    sources = Sources(catalog, rules, tuple(overlays), day)
    return shipped_editions() if sources == Sources() and proven else Editions(sources, proven)


class Review(NamedTuple):
    """A checklist, and the rulebook that it is graded with."""

    rulebook: Rulebook
    checklist: Checklist


def read_review(
    source: str | Path | bytes, found_in: Editions | None = None, name: str = "-"
) -> Review:
    """Read a checklist together with the rulebook that it says it was made for.

    Args:
        source: The file's path, or its bytes.
        found_in: Where rulebooks come from, as `editions` makes it; the shipped ones if left out.
        name: How messages name the source when it is bytes.

    Returns:
        The checklist, and the version of the catalog that it names, or else the one in force on the
        day of the review, extended by the overlays that it names.

    Raises:
        InputError: Every mistake in the files, with its place.

    >>> text = b"{schema: spur-rules/checklist/1, catalog: st-spur@1.0.0, answers: {A4: delvis}}"
    >>> read_review(text).rulebook.catalog.version
    '1.0.0'
    """
    file = parse_bytes(source, name) if isinstance(source, bytes) else read_file(source)
    rulebook = (found_in or shipped_editions()).rulebook(header(file))
    return Review(rulebook, read(file, rulebook.catalog))


def read_reviews(folder: str | Path, found_in: Editions | None = None) -> dict[str, Review]:
    """Read every checklist in a folder and in those below it, each with its own rulebook.

    Args:
        folder: Where the YAML and JSON files are.
        found_in: Where rulebooks come from, as `editions` makes it; the shipped ones if left out.

    Returns:
        The reviews by their path within the folder, in its order.

    Raises:
        InputError: Every mistake in every file; SR408, there is no checklist.

    >>> [review.rulebook.catalog.id for review in read_reviews("examples").values()]
    ['st-spur', 'st-spur']
    """
    known = found_in or shipped_editions()

    def reviewed(file: YamlFile) -> Review:
        rulebook = known.rulebook(header(file))
        return Review(rulebook, read(file, rulebook.catalog))

    return folders.read_folder(folder, reviewed)


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
    return folders.read_folder(folder, lambda file: read(file, rulebook.catalog))
