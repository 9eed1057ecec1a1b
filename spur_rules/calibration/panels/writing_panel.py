"""A panel as a table that can be read again: a line for each checklist."""

from __future__ import annotations

import csv
import io

from ...rulebook import Rulebook
from ...vocabulary import Code, Status
from .headings import Column
from .panel import GRADES, NO_GRADE, Panel

_WORDS = {int(status.code): status.value for status in Status}
#: What a reader takes for the same as an empty cell.
_WORDS |= {int(code): "" for code in (Code.NOT_ASSESSED, Code.NOT_IN_USE)}
_LETTERS = {number: grade.value for number, grade in enumerate(GRADES)} | {NO_GRADE: ""}


def panel_csv(panel: Panel) -> str:
    r"""A panel as CSV: case, rater, catalog, a column for each indicator and each given grade.

    What a panel does not hold cannot stand in it: no comment, no reason, no unit, no date.

    Args:
        panel: The panel.

    >>> from spur_rules import Checklist, Status, load_rulebook
    >>> from spur_rules.calibration.panels.panel import Rated, gather
    >>> one = Checklist.of("st-spur", {"A2": Status.NOT_MET})
    >>> text = panel_csv(gather(load_rulebook(), [Rated("fall 1", "R1", one)]))
    >>> [line[:35] for line in text.splitlines()]
    ['case,rater,catalog,A1,A2,A3,A4,B1,B', 'fall 1,R1,st-spur@1.1.0,,ej uppfyll']
    """
    rulebook, text = panel.rulebook, io.StringIO()
    rows = csv.writer(text, lineterminator="\n")
    overlays = [used.content for used in rulebook.catalog.overlaid.overlays]
    about = {Column.CATALOG: f"{rulebook.catalog.id}@{rulebook.catalog.version}"}
    if overlays:
        about[Column.OVERLAYS] = "; ".join(f"{of.id}@{of.version}" for of in overlays)
    head = [Column.CASE, Column.RATER, *about, *([Column.REGULATIONS] if rulebook.bound else [])]
    letters = [f"given.{letter}" for letter in panel.letters]
    rows.writerow([*map(str, head), *rulebook.indicators, *letters])
    order = [rulebook.position[id] for id in rulebook.indicators]
    for at in range(panel.size):
        codes = panel.statuses[at].tobytes()
        named = panel.cases[panel.case_of[at]], panel.raters[panel.rater_of[at]]
        used = [_regulations(rulebook, codes)] if rulebook.bound else []
        words = [_WORDS[codes[position]] for position in order]
        grades = [_LETTERS[grade] for grade in panel.given[at].tolist()]
        rows.writerow([*named, *about.values(), *used, *words, *grades])
    return text.getvalue()


def _regulations(rulebook: Rulebook, codes: bytes) -> str:
    """Regulations under which just those rows are in use that are: all but those of the others.

    A panel does not keep which regulations a review named, and needs no more than this of it.
    """
    unused = {
        name
        for id, row in rulebook.bound.items()
        if codes[rulebook.position[id]] == Code.NOT_IN_USE
        for name in row.regulations
    }
    known = (regulation.id for regulation in rulebook.catalog.regulations)
    return "; ".join(name for name in known if name not in unused)
