"""Checklists graded by both rulebooks: which grades move, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..checklist import Checklist
from ..engines.base import Fired
from ..engines.choice import native_engine
from ..facts import count, encode, ends
from ..grading import decide
from ..in_force import DomainInForce, rules_in_force
from ..policy import Policy
from ..rulebook import Rulebook
from ..suggesting import Grader
from ..suggestion import CaveatCode, DomainSuggestion, GradeRange
from ..vocabulary import Norm, Status
from .causes import Because, Cause, Causes, causes_of
from .moves import RuleShift, reasons, rule_shifts
from .renaming import carried, new_names

#: A caveat without the indicators that it lists.
CaveatName = tuple[CaveatCode, str | None, Norm | None]


class Replayed(NamedTuple):
    """One domain of one checklist, by the old rulebook and by the new one.

    A range is None where the rulebook does not have the domain. `adjusted` are the ranges after
    corrections and the plan. `unassessed` are the new rows that keep the grade open.
    """

    checklist: str
    domain: str
    old: GradeRange | None
    new: GradeRange | None
    old_adjusted: GradeRange | None
    new_adjusted: GradeRange | None
    rules: tuple[RuleShift, ...]
    because: tuple[Because, ...]
    unassessed: tuple[str, ...]
    caveats_come: tuple[CaveatName, ...]
    caveats_go: tuple[CaveatName, ...]

    @property
    def causes(self) -> tuple[Cause, ...]:
        """What made the grade move, without the rules."""
        return causes_of(self.because)

    @property
    def moves(self) -> bool:
        """Whether a grade is another, or a range has another end."""
        return self.old != self.new or self.old_adjusted != self.new_adjusted


class Misfit(NamedTuple):
    """Answers that the new catalog has no row for, or whose row no longer takes the status."""

    checklist: str
    dropped: tuple[str, ...]
    refused: tuple[str, ...]


class Replay(NamedTuple):
    """Every domain of every checklist that differs; `read` is how many checklists there are."""

    policy: str
    read: int
    rows: tuple[Replayed, ...]
    misfits: tuple[Misfit, ...]

    @property
    def moved(self) -> tuple[Replayed, ...]:
        """The domains whose grade moves."""
        return tuple(row for row in self.rows if row.moves)

    @property
    def unmoved(self) -> int:
        """How many checklists have no grade that moves."""
        return self.read - len({row.checklist for row in self.moved})


class _Graded(NamedTuple):
    """One checklist by one rulebook: each domain's suggestion, its rules, and what fires."""

    suggested: dict[str, DomainSuggestion]
    rules: dict[str, DomainInForce]
    worst: dict[str, int]
    best: dict[str, int]


class Replayer:
    """Two rulebooks under one reading.

    Args:
        causes: The changes between them.
        old: What was.
        new: What is to be.
        policies: The reading in each of them.
    """

    def __init__(
        self, causes: Causes, old: Rulebook, new: Rulebook, policies: tuple[Policy, Policy]
    ) -> None:
        self._causes, self._books = causes, (old, new)
        self._policies = policies
        self._graders = [
            Grader(book, policy, "native")
            for book, policy in zip(self._books, policies, strict=True)
        ]
        self._names = new_names(causes.changes)

    def replay(self, checklists: Mapping[str, Checklist], policy: str) -> Replay:
        """Grade checklists by both.

        Args:
            checklists: As they were read for the old catalog, by name.
            policy: How the reading was asked for.

        Raises:
            InputError: A checklist answers another catalog than the old one.
        """
        rows, misfits = list[Replayed](), list[Misfit]()
        for name, checklist in checklists.items():
            after = carried(checklist, self._books[1], self._names)
            graded = self._graded(0, checklist), self._graded(1, after)
            rows += (row for row in self._rows(name, after, *graded) if _differs(row))
            misfit = self._misfit(name, checklist)
            misfits += [misfit] if misfit.dropped or misfit.refused else []
        return Replay(policy, len(checklists), tuple(rows), tuple(misfits))

    def _graded(self, side: int, checklist: Checklist) -> _Graded:
        book, policy = self._books[side], self._policies[side]
        rules = rules_in_force(book, policy)
        fire = native_engine(book, policy).fire
        worst, best = (fire(count(rules, codes)) for codes in ends(encode(book, checklist)))
        letters = [domain.letter for domain in book.domains]

        def by_letter(fired: Fired) -> dict[str, int]:
            return dict(zip(letters, fired, strict=True))

        suggested = self._graders[side].suggest(checklist).domains
        return _Graded(
            {domain.domain: domain for domain in suggested},
            {domain.linked.letter: domain for domain in rules.domains},
            by_letter(worst),
            by_letter(best),
        )

    def _rows(
        self, name: str, checklist: Checklist, old: _Graded, new: _Graded
    ) -> Iterator[Replayed]:
        for letter in dict.fromkeys((*new.suggested, *old.suggested)):
            was, becomes = old.suggested.get(letter), new.suggested.get(letter)
            (before, planned), (after, replanned) = _ranges(was), _ranges(becomes)
            rules, because = self._why(letter, checklist, old, new)
            if before == after and planned != replanned:
                because += self._causes.of_plan(letter)
            had, has = _caveats(was), _caveats(becomes)
            yield Replayed(
                checklist=name,
                domain=letter,
                old=before,
                new=after,
                old_adjusted=planned,
                new_adjusted=replanned,
                rules=rules,
                because=because,
                unassessed=self._unassessed(letter, checklist) if before != after else (),
                caveats_come=tuple(caveat for caveat in has if caveat not in had),
                caveats_go=tuple(caveat for caveat in had if caveat not in has),
            )

    def _why(
        self, letter: str, checklist: Checklist, old: _Graded, new: _Graded
    ) -> tuple[tuple[RuleShift, ...], tuple[Because, ...]]:
        """The rules on which the ends rest that differ, and what changed in them."""
        if letter not in old.rules or letter not in new.rules:
            return (), self._causes.of_domain(letter)
        shifts: dict[RuleShift, None] = {}
        for before, after in ((old.worst, new.worst), (old.best, new.best)):
            ends = (old.rules[letter], before[letter], new.rules[letter], after[letter])
            was, becomes = decide(*ends[:2]), decide(*ends[2:])
            if was is not becomes:
                found = reasons(rule_shifts(*ends), was, becomes)
                shifts |= dict.fromkeys(shift for shift in found if shift.old is not shift.new)
        because = self._causes.of(shifts, letter, self._policies)
        rebound = tuple(self._rebound(letter, checklist))
        return tuple(shifts), because + self._causes.of_bindings(shifts, rebound)

    def _rebound(self, letter: str, checklist: Checklist) -> Iterator[str]:
        """The rows that the review no longer has in use, or now has, under their new ids."""
        used, rows = checklist.review.regulations, self._books[1].domain(letter).indicators
        for id, row in self._books[0].domain(letter).indicators.items():
            now = rows.get(self._names.get(id, id))
            if now is not None and row.is_in_use(used) is not now.is_in_use(used):
                yield now.id

    def _unassessed(self, letter: str, checklist: Checklist) -> tuple[str, ...]:
        known = {*self._books[0].indicators, *self._names.values()}
        rows = self._books[1].domain(letter).indicators if self._has(letter) else {}
        return tuple(
            id for id in rows if id not in known and checklist.status(id) is Status.NOT_ASSESSED
        )

    def _has(self, letter: str) -> bool:
        return letter in [domain.letter for domain in self._books[1].domains]

    def _misfit(self, name: str, checklist: Checklist) -> Misfit:
        rows = self._books[1].indicators
        new_id = {a.indicator: self._names.get(a.indicator, a.indicator) for a in checklist.answers}
        dropped = tuple(id for id, own in new_id.items() if own not in rows)
        refused = tuple(
            id
            for id, own in new_id.items()
            if own in rows
            and checklist.status(id) is Status.MET_OTHERWISE
            and rows[own].norm is not Norm.ALLMANT_RAD
        )
        return Misfit(name, dropped, refused)


def _differs(row: Replayed) -> bool:
    return bool(row.moves or row.caveats_come or row.caveats_go)


def _ranges(domain: DomainSuggestion | None) -> tuple[GradeRange | None, GradeRange | None]:
    """The range, and what corrections and the plan made of it."""
    if domain is None:
        return None, None
    return domain.range, domain.adjusted.adjusted if domain.adjusted else None


def _caveats(domain: DomainSuggestion | None) -> tuple[CaveatName, ...]:
    found = domain.caveats if domain else ()
    return tuple(dict.fromkeys((c.code, c.rule, c.norm) for c in found))
