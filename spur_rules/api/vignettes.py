"""Made-up cases near a boundary between two grades, with their answer key."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..policy import STANDARD, Policy
from ..rulebook import Rulebook
from ..vocabulary import Grade
from .grading import resolved

# Imported where it is asked for: a suggestion alone starts fast.
if TYPE_CHECKING:
    from ..vignettes.boundary import Boundary
    from ..vignettes.making import CaseMaker, CaseSet


def boundaries(
    rulebook: Rulebook,
    policy: Policy | str = STANDARD,
    domains: Iterable[str] = (),
    between: tuple[Grade, Grade] | None = None,
    hangs_on: str | None = None,
    phrases: Sequence[str | Path] = (),
) -> tuple[Boundary, ...]:
    """The boundaries between neighbouring grades, and what each hangs on.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: How vague words are read: a `Policy`, or text as `read_policy` takes it.
        domains: Only those of these domains.
        between: Only those between these two grades, the better one first.
        hangs_on: Only those that hang on this status, parameter, rule or indicator.
        phrases: Files of phrases besides those that come with the catalog.

    Returns:
        The boundaries domain by domain, the best grades first.

    Raises:
        InputError: What is wrong in the phrases; SR850, SR851 or SR854, there is no such boundary.

    >>> from spur_rules import Grade, load_rulebook
    >>> found = boundaries(load_rulebook(), domains="E", between=(Grade.B, Grade.C))
    >>> [row.hinge.name for row in found]
    ['råd-brist', 'på annat sätt', 'delvis', 'ej tillämpligt', 'ej bedömt']
    """
    from ..vignettes.wishes import Wish

    maker = _maker(rulebook, policy, phrases)
    found = maker.boundaries.wished(Wish(tuple(domains), between, hangs_on))
    return tuple(row.boundary for row in found)


def make_cases(
    rulebook: Rulebook,
    seed: int,
    number: int = 1,
    policy: Policy | str = STANDARD,
    domains: Iterable[str] = (),
    between: tuple[Grade, Grade] | None = None,
    hangs_on: str | None = None,
    phrases: Sequence[str | Path] = (),
) -> CaseSet:
    """Made-up cases, each near one of the boundaries that are named, with the answer key.

    Args:
        rulebook: The linked catalog and ruleset.
        seed: Other seed, other cases; the same seed, the same cases.
        number: How many; every boundary is used before any is used twice.
        policy: The reading that the answer key is made under.
        domains: As `boundaries` takes it.
        between: As `boundaries` takes it.
        hangs_on: As `boundaries` takes it.
        phrases: As `boundaries` takes it.

    Raises:
        InputError: What is wrong in the phrases; SR850, SR851 or SR854, there is no such boundary.

    >>> from spur_rules import load_rulebook
    >>> made = make_cases(load_rulebook(), seed=7, domains="E", hangs_on="råd-brist")
    >>> key = next(row for row in made.cases[0].domains if row.domain == "E")
    >>> key.outcome.best.value, key.moved.aim.to.value, key.moved.outcome.best.value
    ('C', 'uppfyllt', 'B')
    """
    from ..vignettes.wishes import Wish

    wish = Wish(tuple(domains), between, hangs_on)
    return _maker(rulebook, policy, phrases).cases(wish, number, seed)


def covering_cases(
    rulebook: Rulebook,
    seed: int,
    policy: Policy | str = STANDARD,
    domains: Iterable[str] = (),
    between: tuple[Grade, Grade] | None = None,
    hangs_on: str | None = None,
    phrases: Sequence[str | Path] = (),
) -> CaseSet:
    """The fewest made-up cases that are near every boundary that is named; all where none is.

    Args:
        rulebook: The linked catalog and ruleset.
        seed: Other seed, other cases; the same seed, the same cases.
        policy: The reading that the answer key is made under.
        domains: As `boundaries` takes it.
        between: As `boundaries` takes it.
        hangs_on: As `boundaries` takes it.
        phrases: As `boundaries` takes it.

    Raises:
        InputError: What is wrong in the phrases; SR850, SR851 or SR854, there is no such boundary.

    >>> from spur_rules import load_rulebook
    >>> len(covering_cases(load_rulebook(), seed=1, domains="AC").cases)
    9
    """
    from ..vignettes.wishes import Wish

    wish = Wish(tuple(domains), between, hangs_on)
    return _maker(rulebook, policy, phrases).covering(wish, seed)


def _maker(rulebook: Rulebook, policy: Policy | str, phrases: Sequence[str | Path]) -> CaseMaker:
    from ..vignettes.making import CaseMaker
    from ..vignettes.phrase_book import phrase_book

    book = phrase_book(rulebook, phrases)
    return CaseMaker(rulebook, resolved(rulebook, policy), book)
