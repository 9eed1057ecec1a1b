"""Where a workshop stands: its events, one after the other, as one frozen state."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from ..errors import InputError, Problem, quoted, refusal, suggestion_for
from ..provenance import Place
from .events import (
    CaseAdded,
    Closed,
    Discussed,
    Event,
    HandedIn,
    IndicatorDecided,
    Opened,
    ParameterDecided,
    Revealed,
    RoundBegun,
    Withdrawn,
)
from .records import Record

#: Who scored what: a case and a rater.
CaseRater = tuple[str, str]


class Phase(StrEnum):
    """What may happen now. The names stand in JSON."""

    BEGUN = "begun"
    SCORING = "scoring"
    DISCUSSING = "discussing"
    CLOSED = "closed"


@dataclass(frozen=True)
class Round:
    """One round: what each rater handed in last of each case.

    `replaced` is what later hand-ins took the place of, and what was withdrawn.
    """

    number: int
    begun: str
    revealed: str | None = None
    handed_in: Mapping[CaseRater, HandedIn] = field(default_factory=dict)
    replaced: tuple[HandedIn, ...] = ()

    @property
    def raters(self) -> tuple[str, ...]:
        """Who has handed in anything."""
        return tuple(sorted({rater for _, rater in self.handed_in}))


class Said(NamedTuple):
    """A note of the discussion, and after which round it was made."""

    at: str
    round: int
    said: Discussed


class Decision(NamedTuple):
    """A decision, and after which round; `stands` until a later one is about the same."""

    at: str
    round: int
    decided: ParameterDecided | IndicatorDecided
    stands: bool = True


@dataclass(frozen=True)
class Workshop:
    """A workshop after some events.

    `head` is the hash of the last event: it stands for all of them. `first` is that of the first:
    no other workshop has it.
    """

    opened: Opened
    begun: str
    cases: tuple[CaseAdded, ...] = ()
    rounds: tuple[Round, ...] = ()
    said: tuple[Said, ...] = ()
    decisions: tuple[Decision, ...] = ()
    closed: str | None = None
    last: str = ""
    first: str = ""
    head: str = ""
    events: int = 0

    @property
    def phase(self) -> Phase:
        """What may happen now."""
        if self.closed is not None:
            return Phase.CLOSED
        if not self.rounds:
            return Phase.BEGUN
        return Phase.SCORING if self.rounds[-1].revealed is None else Phase.DISCUSSING

    @property
    def case_ids(self) -> tuple[str, ...]:
        """The cases, in the order in which they were given."""
        return tuple(case.case for case in self.cases)

    @property
    def raters(self) -> tuple[str, ...]:
        """Everybody who has handed in, in any round."""
        return tuple(sorted({rater for round in self.rounds for rater in round.raters}))

    @property
    def revealed(self) -> tuple[Round, ...]:
        """The rounds that everybody may see."""
        return tuple(round for round in self.rounds if round.revealed is not None)

    @property
    def standing(self) -> tuple[Decision, ...]:
        """The decisions that no later one took the place of."""
        return tuple(decision for decision in self.decisions if decision.stands)


def state(records: Iterable[Record], name: str = "workshop") -> Workshop:
    """Where a workshop stands after its events.

    Args:
        records: The log, from the first event.
        name: How messages name the workshop's file.

    Raises:
        InputError: SR862, the events are in an order that cannot be.
    """
    found: Workshop | None = None
    for record in records:
        try:
            found = after(found, record.event, record.at, name)
        except InputError as error:
            what = f"event {record.seq} cannot be ({error.problems[0].message})"
            raise refusal("SR862", name, f"the workshop is damaged: {what}") from None
        first = found.first or record.hash
        found = replace(found, first=first, head=record.hash, events=record.seq)
    if found is None:
        raise refusal("SR862", name, "the workshop is damaged: it has no events")
    return _sealed(found)


def after(found: Workshop | None, event: Event, at: str, name: str) -> Workshop:
    """The workshop when one more thing has happened.

    Args:
        found: Where it stood; None before its first event.
        event: What happens.
        at: When.
        name: How messages name the workshop's file.

    Raises:
        InputError: SR865, it cannot happen now; SR866, there is no such case; SR871, the case is
            there already.
    """
    if isinstance(event, Opened):
        if found is not None:
            raise refusal("SR865", name, "the workshop has begun already")
        return Workshop(event, at, last=at)
    if found is None:
        raise refusal("SR865", name, "the workshop has not begun")
    return replace(_happened(found, event, at, name), last=at)


def _happened(found: Workshop, event: Event, at: str, name: str) -> Workshop:
    wrong = _out_of_order(found, event)
    if wrong is not None:
        raise refusal("SR865", name, wrong)
    match event:
        case CaseAdded():
            return _with_case(found, event, name)
        case RoundBegun():
            return replace(found, rounds=(*found.rounds, Round(event.round, at)))
        case HandedIn():
            return _with_checklist(found, event, name)
        case Withdrawn():
            return _without_checklist(found, event, name)
        case Revealed():
            shown = replace(found.rounds[-1], revealed=at)
            return replace(found, rounds=(*found.rounds[:-1], shown))
        case Discussed():
            said = Said(at, found.rounds[-1].number, event)
            return replace(found, said=(*found.said, said))
        case ParameterDecided() | IndicatorDecided():
            return _with_decision(found, event, at)
        case _:
            return replace(found, closed=at)


#: What may happen in each phase, and what is told of anything else.
_IN_ORDER: dict[Phase, tuple[tuple[type[Event], ...], str]] = {
    Phase.BEGUN: (
        (CaseAdded, RoundBegun, Closed),
        "no round has begun; begin it with `workshop round`",
    ),
    Phase.SCORING: (
        (HandedIn, Withdrawn, Revealed, Closed),
        "round {number} is open, and everybody scores alone; end it with `workshop reveal` first",
    ),
    Phase.DISCUSSING: (
        (RoundBegun, Discussed, ParameterDecided, IndicatorDecided, Closed),
        "round {number} is revealed; begin the next one with `workshop round`",
    ),
    Phase.CLOSED: ((), "the workshop is closed; begin another one with `workshop new`"),
}


def _out_of_order(found: Workshop, event: Event) -> str | None:
    """Why it cannot happen now, and what can."""
    number = len(found.rounds)
    allowed, otherwise = _IN_ORDER[found.phase]
    if not isinstance(event, allowed):
        return otherwise.format(number=number)
    if isinstance(event, RoundBegun):
        is_next = event.round == number + 1 and found.cases
        return None if is_next else f"round {event.round} cannot follow round {number}"
    if isinstance(event, HandedIn | Withdrawn | Revealed) and event.round != number:
        return f"round {event.round} is not the open one, which is {number}"
    has_any = found.phase is Phase.SCORING and bool(found.rounds[-1].handed_in)
    if isinstance(event, Revealed) and not has_any:
        return f"nobody has handed in anything in round {number}; see `workshop hand-in`"
    if isinstance(event, Closed) and has_any:
        return f"round {number} is open; end it with `workshop reveal` before you close"
    return None


def _with_case(found: Workshop, event: CaseAdded, name: str) -> Workshop:
    if event.case in found.case_ids:
        message = f"the case {quoted(event.case)} stands twice; name it once"
        raise refusal("SR871", name, message)
    return replace(found, cases=(*found.cases, event))


def _with_checklist(found: Workshop, event: HandedIn, name: str) -> Workshop:
    if event.case not in found.case_ids:
        raise unknown_case(event.case, found, Place(name))
    now, key = found.rounds[-1], (event.case, event.rater)
    # While the log is read, the last round alone is added to: to copy it each time would take
    # longer and longer. `_sealed` makes it one that nobody can change.
    handed_in = now.handed_in if isinstance(now.handed_in, dict) else dict(now.handed_in)
    old = handed_in.get(key)
    replaced = now.replaced if old is None else (*now.replaced, old)
    handed_in[key] = event
    changed = replace(now, handed_in=handed_in, replaced=replaced)
    return replace(found, rounds=(*found.rounds[:-1], changed))


def _without_checklist(found: Workshop, event: Withdrawn, name: str) -> Workshop:
    if event.case not in found.case_ids:
        raise unknown_case(event.case, found, Place(name))
    now, key = found.rounds[-1], (event.case, event.rater)
    handed_in = dict(now.handed_in)
    if key not in handed_in:
        raise refusal("SR875", name, _nothing_of(event, now.raters))
    replaced = (*now.replaced, handed_in.pop(key))
    changed = replace(now, handed_in=handed_in, replaced=replaced)
    return replace(found, rounds=(*found.rounds[:-1], changed))


def _nothing_of(event: Withdrawn, raters: tuple[str, ...]) -> str:
    what = f"`{event.rater}` has handed in nothing of `{event.case}` in round {event.round}"
    remedy = suggestion_for(event.rater, [name for name in raters if name != event.rater])
    return f"{what}{remedy or '; `workshop round` tells who has handed in how much'}"


def _sealed(found: Workshop) -> Workshop:
    rounds = tuple(
        replace(round, handed_in=MappingProxyType(dict(sorted(round.handed_in.items()))))
        for round in found.rounds
    )
    return replace(found, rounds=rounds)


def _with_decision(
    found: Workshop, event: ParameterDecided | IndicatorDecided, at: str
) -> Workshop:
    kept = (
        old._replace(stands=old.stands and subject(old.decided) != subject(event))
        for old in found.decisions
    )
    new = Decision(at, found.rounds[-1].number, event)
    return replace(found, decisions=(*kept, new))


def subject(decided: ParameterDecided | IndicatorDecided) -> tuple[str, str | None]:
    """What a decision is about: a later one about the same takes its place."""
    if isinstance(decided, IndicatorDecided):
        return decided.indicator, None
    return decided.parameter, decided.domain or ""


def unknown_case(case: str, found: Workshop, place: Place) -> InputError:
    """The mistake of naming a case that the workshop does not have."""
    known = found.case_ids
    listed = ", ".join(map(quoted, known[:6])) + (" …" if len(known) > 6 else "")
    remedy = suggestion_for(case, known) or f"; its cases are {listed}"
    message = f"the workshop has no case {quoted(case)}{remedy}"
    return InputError([Problem("SR866", place, message)])
