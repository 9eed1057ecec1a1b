"""A whole checklist: some domains near a boundary, all the others as a unit might well be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from ..checklist import SCHEMA, Checklist
from ..errors import InputError, Problem, quoted
from ..explaining.what_if import Alike, what_if
from ..policy import Policy
from ..provenance import Place
from ..rulebook import LinkedDomain, Rulebook
from ..vocabulary import Code, Norm, Status
from .asides import Asides, Nearness
from .boundary import Boundary, Deviation, Near
from .drawing import Draw
from .phrase_book import PhraseBook
from .plausible import Plausible

#: How often a row has which status where no boundary is sought. Made up: no statistics of real
#: reviews are behind it, only that most rows are met, and föreskrifter nearly always. A row that
#: cannot plausibly have the status that is drawn is met.
BASE_RATES: dict[Norm, tuple[tuple[Status, float], ...]] = {
    Norm.FORESKRIFT: (
        (Status.MET, 0.97),
        (Status.PARTLY, 0.01),
        (Status.NOT_MET, 0.01),
        (Status.NOT_APPLICABLE, 0.01),
    ),
    Norm.ALLMANT_RAD: (
        (Status.MET, 0.85),
        (Status.MET_OTHERWISE, 0.04),
        (Status.PARTLY, 0.06),
        (Status.NOT_MET, 0.03),
        (Status.NOT_APPLICABLE, 0.02),
    ),
    Norm.KVALITETSINDIKATOR: (
        (Status.MET, 0.74),
        (Status.PARTLY, 0.12),
        (Status.NOT_MET, 0.12),
        (Status.NOT_APPLICABLE, 0.02),
    ),
}
#: How often something is written beside a row that is met. Beside every other row something is.
REMARK_ON_MET = 0.3
#: So often other rows are drawn before a situation is given up.
MOST_TRIES = 20


class Aim(NamedTuple):
    """What one domain of a case is for: its boundary, and the step that moves it.

    The step is a row ticked differently (`indicator`, from `was` to `to`), or the boundary's
    parameter with another value (`near.value`).
    """

    near: Near
    indicator: str | None = None
    was: Status | None = None
    to: Status | None = None

    @property
    def boundary(self) -> Boundary:
        """The boundary."""
        return self.near.boundary

    @property
    def nearness(self) -> Nearness:
        """What other rows must not move."""
        return Nearness(True, self.indicator, self.to)


class Vignette(NamedTuple):
    """A made-up case: the checklist, a sentence for every row, and what its domains are for."""

    name: str
    checklist: Checklist
    sentences: Mapping[str, str]
    aims: Mapping[str, Aim]


class Wanted(NamedTuple):
    """A boundary that a domain of a case shall be near, by one of these situations."""

    nears: tuple[Near, ...]
    indicator: str | None = None


class Filler:
    """Fills checklists.

    Args:
        rulebook: What is asked.
        policy: The reading of the answer key.
        book: What may be written beside a row.
        plausible: What may be ticked where.
    """

    def __init__(
        self, rulebook: Rulebook, policy: Policy, book: PhraseBook, plausible: Plausible
    ) -> None:
        self._rulebook, self._book, self._plausible = rulebook, book, plausible
        self._asides = Asides(rulebook, policy, plausible)
        rows = enumerate(rulebook.domains)
        self._alike = {d.letter: what_if(rulebook, policy, at).alike for at, d in rows}

    def fill(self, name: str, wanted: Mapping[str, Wanted], draw: Draw) -> Vignette:
        """One case.

        Args:
            name: The case's name, which tells nothing about it.
            wanted: The boundary that a domain shall be near, by its letter.
            draw: What decides everything else.

        Raises:
            InputError: SR851, the row that a case shall hang on leaves none for the others.
        """
        statuses: dict[str, Status] = {}
        aims: dict[str, Aim] = {}
        for domain in self._rulebook.domains:
            if domain.letter in wanted:
                aim, own = self._near(domain, wanted[domain.letter], draw)
                aims[domain.letter] = aim
                rows = dict.fromkeys(domain.indicators, Status.MET) | own
            else:
                rows = {id: self._any_status(id, draw) for id in domain.indicators}
            near = aims[domain.letter].nearness if domain.letter in aims else Nearness(False)
            statuses |= self._asides.added(domain, rows, near, draw)
        asked = self._rulebook.indicators
        sentences = {
            id: draw.one_of(self._book.sentences(asked[id], status))
            for id, status in statuses.items()
        }
        answers = {id: self._answer(s, sentences[id], draw) for id, s in statuses.items()}
        return Vignette(name, self._checklist(name, answers), sentences, aims)

    def _any_status(self, id: str, draw: Draw) -> Status:
        status = draw.weighted(BASE_RATES[self._rulebook.indicators[id].norm])
        return status if self._plausible.may_be(id, status.code) else Status.MET

    def _near(
        self, domain: LinkedDomain, wanted: Wanted, draw: Draw
    ) -> tuple[Aim, dict[str, Status]]:
        for near in draw.shuffled(wanted.nears):
            for _ in range(MOST_TRIES):
                found = self._rows(domain, near, wanted.indicator, draw)
                if found is not None:
                    return found
        message = (
            f"in domain {domain.letter} no other rows are left for a case that hangs on"
            f" {quoted(wanted.indicator)}; name another indicator, or phrases for more of its rows"
        )
        raise InputError([Problem("SR851", Place("--hangs-on"), message)])

    def _rows(
        self, domain: LinkedDomain, near: Near, indicator: str | None, draw: Draw
    ) -> tuple[Aim, dict[str, Status]] | None:
        """Which rows deviate; None where a rare status finds none left."""
        taken: dict[str, Status] = {}
        others, pivot = list(near.situation), None
        if near.pivot is not None:
            is_met = near.pivot.code is Code.MET  # then it must be a row that could be not met
            row = Deviation(near.pivot.alike, Code.NOT_MET) if is_met else near.pivot
            ids = self._free(domain, row, taken)
            pivot = indicator or draw.one_of(ids)
            taken[pivot] = Status[near.pivot.code.name]
            if near.pivot in others:
                others.remove(near.pivot)
        for row in sorted(others, key=lambda row: len(self._free(domain, row, {}))):
            ids = self._free(domain, row, taken)
            if not ids:
                return None
            taken[draw.one_of(ids)] = Status[row.code.name]
        to = Status[near.to.name] if near.to is not None else None
        return Aim(near, pivot, taken[pivot] if pivot else None, to), taken

    def _free(self, domain: LinkedDomain, row: Deviation, taken: Mapping[str, Status]) -> list[str]:
        alike: Alike = self._alike[domain.letter][row.alike]
        return [id for id in self._plausible.rows(domain, alike, row.code) if id not in taken]

    def _answer(self, status: Status, sentence: str, draw: Draw) -> dict[str, str]:
        answer = {"status": status.value}
        if status.needs_reason:
            return answer | {"reason": sentence}
        if status is not Status.MET:
            return answer | {"evidence": sentence}
        return answer | {"evidence": sentence} if draw.happens(REMARK_ON_MET) else answer

    def _checklist(self, name: str, answers: Mapping[str, Any]) -> Checklist:
        catalog = self._rulebook.catalog
        used = [of.content for of in catalog.overlaid.overlays]
        return Checklist.model_validate(
            {
                "schema": SCHEMA,
                "catalog": f"{catalog.id}@{catalog.version}",
                "review": {
                    "unit": name,
                    "regulations": tuple(regulation.id for regulation in catalog.regulations),
                },
                "answers": {id: answers[id] for id in self._rulebook.indicators},
                "overlays": tuple(f"{of.id}@{of.version}" for of in used),
            }
        )
