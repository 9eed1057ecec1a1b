"""Cases run against a rulebook: what was expected, and what came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from ..cases import Case
from ..checklist import Checklist
from ..policy import Override, Policy
from ..provenance import Place
from ..rulebook import Rulebook
from ..suggesting import Grader
from ..suggestion import DomainSuggestion, Suggestion
from ..vocabulary import Grade
from .case_reading import Sited


class What(StrEnum):
    """What an expectation is about."""

    GRADE = "grade"
    RULES = "rules"
    SHORTCOMINGS = "shortcomings"
    CAVEATS = "caveats"
    ADJUSTED = "adjusted"


#: In words that no language changes: grades, worst first; ids of rules; codes of caveats; an
#: indicator and its ceiling (`B8 C`), or the indicator alone where it sets none.
Words = tuple[str, ...]


class Difference(NamedTuple):
    """What was expected of one thing, and what came instead."""

    what: What
    expected: Words
    found: Words


class Outcome(NamedTuple):
    """One case run: what came of it, and how that differs from what was expected."""

    case: Case
    place: Place
    policy: Policy
    checklist: Checklist
    suggestion: Suggestion
    differences: tuple[Difference, ...]

    @property
    def passed(self) -> bool:
        """Whether everything came as expected."""
        return not self.differences

    @property
    def domain(self) -> DomainSuggestion:
        """What came in the case's domain."""
        return self.suggestion[self.case.domain]


class CaseRunner:
    """Runs cases against one rulebook, on the native engine.

    Args:
        rulebook: The catalog and the rules.
    """

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._policies: dict[tuple[str, tuple[Override, ...]], Policy] = {}
        self._graders: dict[Policy, Grader] = {}

    def run(self, sited: Sited) -> Outcome:
        """One case.

        Args:
            sited: The case and where it stands.

        Raises:
            InputError: The case names a profile or a parameter that the rules do not have.
        """
        case, policy = sited.case, self._policy(sited.case)
        own = self._rulebook.domain(case.domain).order
        others = tuple(id for id in self._rulebook.order if id not in own)
        checklist = case.checklist(self._rulebook.catalog, own, others)
        suggestion = self._grader(policy).suggest(checklist)
        differences = tuple(_differences(case, suggestion[case.domain]))
        return Outcome(case, sited.place, policy, checklist, suggestion, differences)

    def _policy(self, case: Case) -> Policy:
        overrides = tuple(Override(s.parameter, s.value) for s in case.policy)
        key = (case.profile, overrides)
        if key not in self._policies:
            self._policies[key] = self._rulebook.policy(*key)
        return self._policies[key]

    def _grader(self, policy: Policy) -> Grader:
        if policy not in self._graders:
            self._graders[policy] = Grader(self._rulebook, policy, "native")
        return self._graders[policy]


def _differences(case: Case, found: DomainSuggestion) -> Iterator[Difference]:
    for what, wanted in expected(case).items():
        if wanted != (came := _came(what, found)):
            yield Difference(what, wanted, came)


def expected(case: Case) -> dict[What, Words]:
    """What a case expects of each thing that it speaks of.

    Args:
        case: Any case.
    """
    expect = case.expect
    ends = (expect.grade, expect.grade) if expect.grade else (expect.worst, expect.best)
    told: dict[What, Words] = {What.GRADE: _grades(*ends)}
    if expect.rules is not None:
        told[What.RULES] = tuple(sorted(expect.rules))
    if expect.shortcomings is not None:
        rows = ((row.indicator, row.ceiling) for row in expect.shortcomings)
        told[What.SHORTCOMINGS] = _with_ceilings(rows)
    if expect.caveats is not None:
        told[What.CAVEATS] = tuple(sorted(expect.caveats))
    if expect.adjusted is not None:
        told[What.ADJUSTED] = (expect.adjusted.value,)
    return told


def _came(what: What, found: DomainSuggestion) -> Words:
    match what:
        case What.GRADE:
            return _grades(*found.range)
        case What.RULES:
            return tuple(sorted(row.rule for row in found.ceilings))
        case What.SHORTCOMINGS:
            return _with_ceilings((row.indicator, row.ceiling) for row in found.shortcomings)
        case What.CAVEATS:
            return tuple(sorted(caveat.code.value for caveat in found.caveats))
        case What.ADJUSTED:
            return _grades(*found.range_now)


def _grades(worst: Grade | None, best: Grade | None) -> Words:
    return tuple(dict.fromkeys(grade.value for grade in (worst, best) if grade))


def _with_ceilings(rows: Iterable[tuple[str, Grade | None]]) -> Words:
    return tuple(sorted(f"{id} {ceiling}" if ceiling else id for id, ceiling in rows))
