"""The answer key in words: what a case is near, the step that moves it, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...policy import Policy
from ...texts import status_word
from ...vignettes.answer_key import DomainKey, Moved, Outcome
from ...vignettes.boundary import Boundary, HingeKind
from ...vocabulary import Status
from ..data import number
from ..readings_text import sensitivity_sentence
from ..sentences import Sentences


@dataclass(frozen=True)
class KeyWords(Sentences):
    """The sentences of an answer key.

    Args:
        rulebook: What the cases answer.
        language: `sv` or `en`.
        policy: The reading of the key.
    """

    policy: Policy

    def explained(self, key: DomainKey) -> Iterator[str]:
        """Everything about one domain, a paragraph each.

        Args:
            key: The answer for the domain.
        """
        yield self.aimed(key)
        yield self.summary(key.explained.suggestion)
        unknown = [row.indicator for row in key.explained.suggestion.open]
        yield from self.changes(key.explained, unknown)
        yield sensitivity_sentence(self, key.sensitivity)

    def aimed(self, key: DomainKey) -> str:
        """What the domain is for, and the step that moves it."""
        if key.moved is None:
            return self.say("vignette.no-aim")
        boundary = key.moved.aim.boundary
        ends = {"better": boundary.better, "worse": boundary.worse}
        near = self.say("vignette.near", None, **ends, hinge=self.hinge(boundary))
        return f"{near} {self._step(key.moved)}"

    def tests(self, moved: Moved) -> str:
        """What a domain is for, in words for the one who leads: nothing that only we say."""
        aim, gets = moved.aim, self._gets(moved.outcome)
        if aim.indicator and aim.was and aim.to:
            kind = "status" if aim.boundary.hinge.kind is HingeKind.STATUS else "tick"
            said = {"was": self.status(aim.was), "to": self.status(aim.to), "id": aim.indicator}
            return self.say(f"vignette.tests.{kind}", None, gets=gets, **said)
        name, value = aim.boundary.hinge.name, aim.near.value
        assert value is not None, "a step is another tick or another reading"
        parameter = next(p for p in self.rulebook.ruleset.parameters if p.name == name)
        key = "vignette.tests.printed" if parameter.printed else "vignette.tests.weight"
        now = number(self.policy.value(name, aim.boundary.domain))
        said = {
            "printed": " ".join((parameter.printed or "").split()),
            "meaning": parameter.meaning.in_language(self.language),
            "profiles": self.listing(self.profiles(moved), "or"),
        }
        return self.say(key, None, now=now, value=number(value), gets=gets, **said)

    def _gets(self, of: Outcome) -> str:
        key = "vignette.gets.gap" if of.gaps else "vignette.gets"
        return self.say(key, grade=self.outcome(of))

    def details(self, key: DomainKey) -> str:
        """The boundary by its name, and how far the grade hangs on the reading."""
        assert key.moved is not None, "only what is near a boundary has details"
        of = key.moved.aim.boundary
        hinge = self.hinge(of)
        near = self.say("vignette.details", None, better=of.better, worse=of.worse, hinge=hinge)
        return f"{near} {sensitivity_sentence(self, key.sensitivity)}"

    def hinge(self, boundary: Boundary) -> str:
        """What a boundary hangs on."""
        kind, name = boundary.hinge
        word = status_word(self.language, name) if kind is HingeKind.STATUS else name
        text = self.say(f"vignette.hinge.{kind}", name=word)
        return self.say("vignette.hinge.gap", hinge=text) if boundary.is_gap else text

    def _step(self, moved: Moved) -> str:
        aim, grade = moved.aim, self.outcome(moved.outcome)
        if aim.indicator and aim.was and aim.to:
            words = {"was": self.status(aim.was), "to": self.status(aim.to)}
            return self.say("vignette.step.tick", None, id=aim.indicator, grade=grade, **words)
        name, value = aim.boundary.hinge.name, aim.near.value
        assert value is not None, "a step is another tick or another reading"
        now = number(self.policy.value(name, aim.boundary.domain))
        read = {"name": name, "value": number(value), "now": now}
        text = self.say("vignette.step.reading", None, grade=grade, **read)
        profiles = self.listing(self.profiles(moved), "and")
        return f"{text} {self.say('vignette.step.profiles', profiles=profiles)}"

    def status(self, status: Status) -> str:
        """The word for a status."""
        return status_word(self.language, status)

    def outcome(self, of: Outcome) -> str:
        """A grade, and whether no printed criterion fits."""
        key = "vignette.graded.gap" if of.gaps else "vignette.graded"
        return self.say(key, grade=self.graded(of.worst, of.best))

    def profiles(self, moved: Moved) -> list[str]:
        """The profiles that give the step's parameter its value."""
        name, letter = moved.aim.boundary.hinge.name, moved.aim.boundary.domain
        if moved.aim.near.value is None:
            return []
        named = [profile.name for profile in self.rulebook.ruleset.profiles]
        return [
            profile
            for profile in named
            if self.rulebook.policy(profile).value(name, letter) == moved.aim.near.value
        ]
