"""What is still open: which questions could move the grade, and in which order to ask them.

The worst case is exact: every answer to every question is followed to where the grade is settled.
States from which the same answers give the same grades are one state, so there are few of them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from ..suggestion import OpenIndicator, Outcome
from ..vocabulary import Code, Grade, Status
from .what_if import Tallies, WhatIf, as_answered, moved

#: Beyond so many states the worst case is not counted, and what can move the grade not singled out.
LIMIT_STATES = 5_000
LIMIT_UNKNOWN = 60

_UNKNOWN = Code.NOT_ASSESSED
_ANSWERS = (Code.MET, Code.PARTLY, Code.NOT_MET, Code.NOT_APPLICABLE)


@dataclass(frozen=True, eq=False, slots=True)
class State:
    """What is known of a part: its range, and the state after each answer to each question."""

    worst: Grade
    best: Grade
    questions: tuple[Question, ...] = ()


class Question(NamedTuple):
    """One of some alike indicators, and the state after each answer."""

    alike: int
    after: tuple[State, ...]


class _TooMany(Exception):  # noqa: N818 (a signal, not an error)
    """More states than can be followed."""


class OpenQuestions:
    """The open indicators of one domain.

    Args:
        what_if: What every answer would give.
        own: The statuses of the domain's indicators, in the rulebook's order.
    """

    def __init__(self, what_if: WhatIf, own: bytes) -> None:
        self._what_if, self._own = what_if, own
        self.codes = _ANSWERS if what_if.is_between() else _ANSWERS[:3]
        parts = range(len(what_if.parts))
        self._tallies = [what_if.tallies(part, own) for part in parts]
        self._scale = what_if.domain.linked.domain.grades
        self._best = self._scale[0]
        self._best = max(self._range(part, self._tallies[part])[1] for part in parts)
        self._known: dict[tuple[int, Tallies], State] = {}
        self._same: dict[object, State] = {}
        self._left: dict[tuple[State, ...], int] = {}

    def find(self) -> tuple[OpenIndicator, ...]:
        """Every open indicator, the one that settles the grade soonest first."""
        try:
            found = list(self._followed())
        except _TooMany:
            found = list(self._not_followed())
        order = list(self._what_if.domain.linked.indicators)
        return tuple(sorted(found, key=lambda q: (*self._urgency(q), order.index(q.indicator))))

    def _followed(self) -> Iterator[OpenIndicator]:
        if sum(t[_UNKNOWN] for tallies in self._tallies for t in tallies) > LIMIT_UNKNOWN:
            raise _TooMany
        states = tuple(self._state(part, t) for part, t in enumerate(self._tallies))
        for part, state in enumerate(states):
            for question in state.questions:
                after = [(*states[:part], s, *states[part + 1 :]) for s in question.after]
                outcomes = tuple(map(self._outcome, self.codes, after))
                left = 1 + max(outcome.answers_left or 0 for outcome in outcomes)
                yield from self._rows(question.alike, left, outcomes)

    def _outcome(self, code: Code, states: tuple[State, ...]) -> Outcome:
        worst, best = max(s.worst for s in states), max(s.best for s in states)
        return Outcome(Status[code.name], worst, best, self._answers_left(states))

    def _rows(
        self, alike: int, left: int | None, outcomes: tuple[Outcome, ...]
    ) -> Iterator[OpenIndicator]:
        rows = self._what_if.domain.linked.indicators
        for id in self._what_if.ids(alike, self._own, _UNKNOWN):
            yield OpenIndicator(id, rows[id].norm, rows[id].text, left, outcomes)

    def _range(self, part: int, tallies: Tallies) -> tuple[Grade, Grade]:
        """The part's range; a grade better than the domain's best is as good as that."""
        ends = (as_answered(tallies, code) for code in (Code.NOT_MET, Code.MET))
        worst, best = (max(self._what_if.ceiling(part, end), self._best) for end in ends)
        return worst, best

    def _state(self, part: int, tallies: Tallies) -> State:
        known = self._known.get((part, tallies))
        if known is None:
            if len(self._known) > LIMIT_STATES:
                raise _TooMany
            known = self._known[part, tallies] = self._made(part, tallies)
        return known

    def _made(self, part: int, tallies: Tallies) -> State:
        worst, best = self._range(part, tallies)
        if worst is best:
            return self._same.setdefault((part, worst), State(worst, best))
        questions: list[Question] = []
        for at, tally in enumerate(tallies):
            if tally[_UNKNOWN]:
                after = tuple(self._after(part, tallies, at, code) for code in self.codes)
                if all(state is after[0] for state in after):
                    return after[0]  # no answer matters
                questions.append(Question(self._what_if.parts[part].alike[at], after))
        made = State(worst, best, tuple(questions))
        return self._same.setdefault((part, *made.questions), made)

    def _after(self, part: int, tallies: Tallies, at: int, code: Code) -> State:
        answered = moved(tallies[at], _UNKNOWN, code)
        return self._state(part, (*tallies[:at], answered, *tallies[at + 1 :]))

    def _answers_left(self, states: tuple[State, ...]) -> int:
        """How many answers are enough to settle the grade, whatever they are."""
        best = max(state.best for state in states)
        open_states = tuple(state for state in states if state.worst > best)
        if not open_states:
            return 0
        known = self._left.get((*open_states, _SETTLED[best]))
        if known is None:
            if len(self._left) > LIMIT_STATES:
                raise _TooMany
            known = self._fewest((*open_states, _SETTLED[best]))
            self._left[(*open_states, _SETTLED[best])] = known
        return known

    def _fewest(self, states: tuple[State, ...]) -> int:
        fewest = LIMIT_UNKNOWN + 1
        for part, state in enumerate(states):
            for question in state.questions:
                needed = 0
                for after in question.after:
                    left = self._answers_left((*states[:part], after, *states[part + 1 :]))
                    needed = max(needed, 1 + left)
                    if needed >= fewest:
                        break
                fewest = min(fewest, needed)
        return fewest

    def _not_followed(self) -> Iterator[OpenIndicator]:
        """Every unknown that a rule looks at and that could lower the best grade still possible."""
        for part, tallies in enumerate(self._tallies):
            if self._range(part, tallies)[0] > self._best:
                for at, tally in enumerate(tallies):
                    if tally[_UNKNOWN]:
                        outcomes = tuple(self._range_after(part, at, code) for code in self.codes)
                        alike = self._what_if.parts[part].alike[at]
                        yield from self._rows(alike, None, outcomes)

    def _range_after(self, part: int, at: int, code: Code) -> Outcome:
        changed = list(self._tallies)
        answered = moved(changed[part][at], _UNKNOWN, code)
        changed[part] = (*changed[part][:at], answered, *changed[part][at + 1 :])
        ranges = [self._range(number, tallies) for number, tallies in enumerate(changed)]
        worst, best = max(r[0] for r in ranges), max(r[1] for r in ranges)
        return Outcome(Status[code.name], worst, best, None)

    def _urgency(self, question: OpenIndicator) -> tuple[int, ...]:
        """Fewest answers first; then what leaves the narrowest range, at worst and on the whole."""
        index = self._scale.index
        widths = [index(outcome.worst) - index(outcome.best) for outcome in question.outcomes]
        return question.answers_left or 0, max(widths), sum(widths)


_SETTLED = {grade: State(grade, grade) for grade in Grade}
