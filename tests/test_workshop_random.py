"""Any sequence of steps: a workshop is what a plain model in memory says, and refuses the same."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from spur_rules.errors import InputError
from spur_rules.workshops import store
from spur_rules.workshops.events import (
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
    Source,
    Withdrawn,
)
from spur_rules.workshops.workshop import Phase, after, state

AT = "2026-03-02T09:00:00Z"
SOURCE = Source(name="x.yaml", id="x", version="1.0.0", sha256="0", text="{}")
OPENED = Opened(title="T", policy="standard", catalog=SOURCE, rules=SOURCE, version="0.1.0")
CASES, RATERS = ("fall-1", "fall-2"), ("R1", "R2", "R3")


class Workshops(RuleBasedStateMachine):
    """The real store beside lists and dictionaries."""

    @initialize()
    def begin(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name, "ws.spur")
        store.create(self.path, [OPENED, *(CaseAdded(case=case) for case in CASES)], AT)
        self.rounds: list[dict[tuple[str, str], str]] = []
        self.shown, self.closed, self.events = 0, False, 3
        self.said: list[str] = []
        self.decided: dict[object, str] = {}

    def teardown(self) -> None:
        if hasattr(self, "folder"):
            self.folder.cleanup()

    @property
    def is_open(self) -> bool:
        return len(self.rounds) > self.shown

    def take(self, event: Event, is_allowed: bool) -> bool:
        """A step that the model allows is taken, any other refused without a trace."""

        def decide(records: tuple[store.Record, ...]) -> list[Event]:
            after(state(records), event, AT, "ws.spur")
            return [event]

        if is_allowed:
            store.append(self.path, decide, AT)
            self.events += 1
            return True
        with pytest.raises(InputError, match=r"SR8(65|66|75)"):
            store.append(self.path, decide, AT)
        return False

    @rule()
    def begin_round(self) -> None:
        if self.take(RoundBegun(round=len(self.rounds) + 1), not self.is_open and not self.closed):
            self.rounds.append({})

    @rule(
        case=st.sampled_from((*CASES, "fall-9")),
        rater=st.sampled_from(RATERS),
        grade=st.sampled_from("ABCD"),
        late=st.booleans(),
    )
    def hand_in(self, case: str, rater: str, grade: str, late: bool) -> None:
        number = len(self.rounds) - late
        event = HandedIn(
            round=number, case=case, rater=rater, ticks={}, given={"A": grade}, sha256="0"
        )
        is_allowed = self.is_open and not self.closed and case in CASES and not late
        if self.take(event, is_allowed):
            self.rounds[-1][case, rater] = grade

    @rule(case=st.sampled_from(CASES), rater=st.sampled_from(RATERS))
    def withdraw(self, case: str, rater: str) -> None:
        event = Withdrawn(round=max(1, len(self.rounds)), case=case, rater=rater)
        is_there = self.is_open and (case, rater) in self.rounds[-1] and not self.closed
        if self.take(event, is_there):
            del self.rounds[-1][case, rater]

    @rule()
    def reveal(self) -> None:
        has_any = bool(self.rounds and self.rounds[-1])
        is_allowed = self.is_open and has_any and not self.closed
        if self.take(Revealed(round=len(self.rounds)), is_allowed):
            self.shown += 1

    @precondition(lambda self: not self.is_open and not self.closed)
    @rule(grade=st.sampled_from("ABCD"))
    def whole_round(self, grade: str) -> None:
        """Several steps in one, so that what comes after a reveal is tried often."""
        self.begin_round()
        self.hand_in(CASES[0], RATERS[0], grade, late=False)
        self.reveal()

    @rule(text=st.text("abcåäö ", min_size=1).filter(str.strip))
    def note(self, text: str) -> None:
        if self.take(Discussed(text=text), self.may_talk):
            self.said.append(" ".join(text.split()))

    @property
    def may_talk(self) -> bool:
        return bool(self.shown) and not self.is_open and not self.closed

    @rule(value=st.sampled_from("123"), domain=st.sampled_from((None, "A", "B")))
    def decide(self, value: str, domain: str | None) -> None:
        event = ParameterDecided(parameter="p", value=value, domain=domain, because="x")
        if self.take(event, self.may_talk):
            self.decided["p", domain] = value

    @rule(text=st.sampled_from(("så", "så här")), indicator=st.sampled_from(("A1", "A2")))
    def read_as(self, text: str, indicator: str) -> None:
        if self.take(IndicatorDecided(indicator=indicator, text=text), self.may_talk):
            self.decided[indicator] = text

    @rule(is_meant=st.integers(0, 9))
    def close(self, is_meant: int) -> None:
        if is_meant:
            return  # or most runs would be over at once
        has_any = self.is_open and bool(self.rounds[-1])
        if self.take(Closed(), not self.closed and not has_any):
            self.closed = True

    @invariant()
    def is_what_the_model_says(self) -> None:
        if not hasattr(self, "path"):
            return
        records = store.read(self.path)
        found = state(records)
        assert found.events == len(records) == self.events
        given = [
            {key: str(event.given["A"]) for key, event in round.handed_in.items()}
            for round in found.rounds
        ]
        assert given == self.rounds
        assert [row.said.text for row in found.said] == self.said
        assert len(found.revealed) == self.shown
        assert (found.phase is Phase.CLOSED) == self.closed
        standing: dict[object, str] = {}
        for row in found.standing:
            one = row.decided
            if isinstance(one, ParameterDecided):
                standing[one.parameter, one.domain] = one.value
            else:
                standing[one.indicator] = one.text
        assert (standing, len(found.standing)) == (self.decided, len(self.decided))
        assert [path.name for path in self.path.parent.iterdir()] == ["ws.spur"]


TestWorkshops = Workshops.TestCase
TestWorkshops.settings = settings(max_examples=20, stateful_step_count=25, deadline=None)
