"""Compare raters: read a panel, and calibrate it."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from ..editions import Editions
from ..errors import InputError, Problem
from ..policy import STANDARD, Policy
from ..provenance import Place
from .grading import resolved

if TYPE_CHECKING:
    from ..calibration.calibrating import Calibration
    from ..calibration.panels.panel import Panel


def read_panel(
    source: str | Path, found_in: Editions | None = None, folders: str | None = None
) -> Panel:
    """Read the checklists of several raters: a folder, or one table.

    Args:
        source: A folder of checklists, as `CASE/RATER.yaml` or `CASE--RATER.yaml`, or a table with
            a line for each checklist or each answer.
        found_in: Where rulebooks come from, as `editions` makes it; the shipped ones if left out.
        folders: What the folders in a folder are, `cases` or `raters`; if left out, told by what
            `review.unit` in the files says, and `cases` where it says nothing.

    Returns:
        The reviews by case and rater, all of one catalog.

    Raises:
        InputError: Every mistake in it, with its place; SR604, a library is not installed.

    >>> panel = read_panel("examples/workshop/panel.csv")
    >>> len(panel.cases), panel.raters
    (8, ('R1', 'R2', 'R3', 'R4', 'R5', 'R6'))
    """
    need_libraries("numpy")
    from ..calibration.panels.reading_panel import read_panel

    return read_panel(source, found_in, folders)


def calibrate(
    panel: Panel, policy: Policy | str = STANDARD, samples: int = 2000, seed: int = 1
) -> Calibration:
    """Compare the raters of a panel: how far they agree, and whether they saw or judged apart.

    Args:
        panel: What `read_panel` returned.
        policy: How vague words are read, as `read_policy` takes it.
        samples: How many times cases are drawn anew, for the bootstrap intervals.
        seed: The same seed gives the same intervals, on every machine.

    Returns:
        Agreement with intervals, evidence told apart from judgement, and severity by rater.

    Raises:
        InputError: SR880, samples or seed are out of bounds; or an unknown profile or parameter.

    >>> found = calibrate(read_panel("examples/workshop/panel.csv"), samples=100)
    >>> found.split.talk_about[0].topic
    'A4'
    """
    need_libraries("numpy")
    from ..calibration.bounds import check_drawing
    from ..calibration.calibrating import calibrate

    check_drawing(samples, seed)
    return calibrate(panel, resolved(panel.rulebook, policy), samples, seed)


def need_libraries(*names: str) -> None:
    """Tell at once which libraries of the extra `calibration` are not there.

    Args:
        names: Their names as they are imported.

    Raises:
        InputError: SR604.

    >>> need_libraries("numpy")
    """
    missing = [name for name in names if find_spec(name) is None]
    if missing:
        needed = " and ".join(missing)
        message = f"this needs {needed}; run pip install 'spur_rules[calibration]'"
        raise InputError([Problem("SR604", Place("calibration"), message)])
