"""Run the cases that stand beside the rules, and tell what of the rules they show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from ..rulebook import Rulebook
from ..testing.case_files import case_folder, read_all
from ..testing.case_reading import Sited
from ..testing.coverage import Coverage, cover
from ..testing.observing import observe
from ..testing.running import CaseRunner, Outcome


def read_cases(
    rulebook: Rulebook, paths: Sequence[str | Path] = (), rules: str | Path | None = None
) -> tuple[Sited, ...]:
    """Read the cases that the rules are tested with.

    Args:
        rulebook: The catalog and the rules that the cases are about.
        paths: Files and folders; without them the folder `cases` beside the rules.
        rules: The ruleset's file, where it is not the shipped one.

    Returns:
        The cases with their places, in the order of the files.

    Raises:
        InputError: Every mistake in every file, with its place.

    >>> from spur_rules import load_rulebook
    >>> read_cases(load_rulebook(), ["rules/cases/scale-without-advice.yaml"])[0].case.id
    'A-allt-uppfyllt'
    """
    return read_all(paths or (case_folder(rules),), rulebook)


def run_cases(rulebook: Rulebook, cases: Iterable[Sited]) -> tuple[Outcome, ...]:
    """Run cases, on the native engine.

    Args:
        rulebook: The catalog and the rules.
        cases: What `read_cases` returned, or some of it.

    Returns:
        For each case what came, and how it differs from what was expected.

    >>> from spur_rules import load_rulebook
    >>> rulebook = load_rulebook()
    >>> all(outcome.passed for outcome in run_cases(rulebook, read_cases(rulebook)))
    True
    """
    runner = CaseRunner(rulebook)
    return tuple(runner.run(sited) for sited in cases)


def coverage(rulebook: Rulebook, outcomes: Iterable[Outcome]) -> Coverage:
    """What of the rules some cases show: each rule, both sides of each threshold, each condition.

    A case that did not come as expected shows nothing: what it says of the rules is not so.

    Args:
        rulebook: The catalog and the rules.
        outcomes: What `run_cases` returned.

    Returns:
        Every goal, the cases that show it, and answers that would show what is missing.

    Raises:
        InputError: SR810, a rule can look at too many combinations of answers.

    Source:
        MC/DC: see `spur_rules.testing.deciding`.

    >>> from spur_rules import load_rulebook
    >>> rulebook = load_rulebook()
    >>> coverage(rulebook, run_cases(rulebook, read_cases(rulebook))).missing
    ()
    """
    passed = [outcome for outcome in outcomes if outcome.passed]
    return cover(rulebook, (seen for outcome in passed for seen in observe(rulebook, outcome)))
