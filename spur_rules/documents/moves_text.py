"""Which grades move, in few statements: the same move in several domains and profiles is one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from ..comparing.causes import Because, Cause, ValueShift
from ..comparing.changes import Change, Kind
from ..comparing.comparison import Comparison
from ..comparing.moves import Answers, CaveatMove, GradeMove, RuleShift, reasons
from ..comparing.replaying import CaveatName
from ..rulebook import Rulebook
from ..suggestion import CaveatCode
from ..texts import listing, status_word
from ..vocabulary import Grade, Status
from .change_words import ChangeWords
from .data import number

_Line = tuple[int, str]
#: Stands for a space until lines are broken: a number stays on one line.
UNBROKEN = "\N{WORD JOINER}"


class _Place(NamedTuple):
    """In which domains, under which profiles that give the same, how many classes move."""

    profiles: tuple[str, ...]
    domains: tuple[str, ...]
    classes: int


class MovesText(ChangeWords):
    """The statements of one language."""

    def grades(self, made: Comparison) -> Iterator[_Line]:
        """Every grade that moves, or that none does.

        Args:
            made: What `compare` returned.
        """
        size = {row.domain: row.classes for row in made.moves.tried}
        rows = list(zip(made.moves.grades, made.because, strict=True))
        if not rows:
            profiles = self.readings(made.moves.profiles)
            total = self.figure(sum(size.values()))
            key = "moves.none.in-use" if made.bound else "moves.none"
            yield 0, self.say(key, classes=total, profiles=profiles)
        for (old, new, rules), (moves, because) in _grouped(rows):
            if old is None or new is None:
                domains = self.domains(sorted({move.domain for move in moves}))
                key = "move.new-domain" if old is None else "move.gone-domain"
                yield 0, self.say(key, domains=domains[:1].upper() + domains[1:])
                continue
            yield 0, self.say("move", old=old, new=new, why=self.why(rules, because, new))
            yield from self._where(moves, size)
        yield from self._notes(made)

    def _where(
        self, moves: Sequence[GradeMove | CaveatMove], size: dict[str, int]
    ) -> Iterator[_Line]:
        """How many classes under each profile, in which domains, and the smallest of the first."""
        for place in _places(moves):
            readings = self.readings(place.profiles)
            total = self.figure(sum(size[letter] for letter in place.domains))
            yield (
                1,
                self.say(
                    "where",
                    readings=readings[:1].upper() + readings[1:],
                    classes=self.figure(place.classes),
                    of=total,
                    domains=self.domains(place.domains),
                ),
            )
        own = [move for move in moves if move.profile == moves[0].profile]
        smallest = min(own, key=lambda move: len(move.found.example))
        answers = self.answers(smallest.found.example)
        yield 1, self.say("example", profile=smallest.profile, answers=answers)

    def _notes(self, made: Comparison) -> Iterator[_Line]:
        apart = _names(made.old) ^ _names(made.new)
        if apart:
            names = self.listed(sorted(apart))
            yield 0, self.say("profiles-apart", count=len(apart), profiles=names)
        if made.plans:
            yield 0, self.say("plans", domains=self.domains(made.plans))
        if made.bound:
            rows = self.listed(made.bound)
            yield 0, self.say("bound", indicators=rows)
        if made.redirected:
            rows = self.listed(made.redirected)
            yield 0, self.say("redirected", count=len(made.redirected), indicators=rows)
        if any(move.found.classes for move in made.moves.grades):
            yield 0, self.say("class-is")
        kinds = {c.kind for c in made.changes if c.what == "indicator"}
        if kinds & {Kind.ADDED, Kind.REMOVED}:
            yield 0, self.say("one-sided")

    def why(
        self, rules: Sequence[RuleShift], because: Iterable[Because], grade: Grade | None
    ) -> str:
        """Which rules fire now or no longer, or put another ceiling, each with what made it.

        Args:
            rules: The rules that decide before or after.
            because: The changes that they hang on.
            grade: What the domain now gets.
        """
        told: dict[str | None, list[Cause]] = {}
        for row in because:
            told.setdefault(row.rule, []).append(row.cause)
        sentences = [
            self._because(self._shift(shift), self._untold(shift, told.get(shift.rule, [])))
            for shift in rules
            if shift.old is not shift.new
        ]
        decide = [s.rule for s in rules if s.old is s.new and s.new is grade]
        if decide:
            now = self.say("shift.decides", count=len(decide), rules=self.listed(decide))
            sentences.append(self.say("plainly", sentence=now))
        if None in told:
            causes = ", ".join(self.cause(cause) for cause in told[None])
            sentences.append(self.say("plainly", sentence=causes[:1].upper() + causes[1:]))
        return " ".join(sentences)

    def _because(self, sentence: str, causes: Iterable[Cause]) -> str:
        told = ", ".join(dict.fromkeys(self.cause(cause) for cause in causes))
        if not told:
            return self.say("plainly", sentence=sentence)
        return self.say("because", sentence=sentence, causes=told)

    def _shift(self, shift: RuleShift) -> str:
        values = {"rule": shift.rule, "old": shift.old, "new": shift.new}
        if shift.old is None:
            return self.say("shift.comes", **values)
        return self.say("shift.goes" if shift.new is None else "shift.ceiling", **values)

    def _untold(self, shift: RuleShift, causes: Sequence[Cause]) -> list[Cause]:
        """The causes without the one that the sentence says itself: the other ceiling."""
        is_told = shift.old is not None and shift.new is not None
        return [cause for cause in causes if not (is_told and _is_ceiling(cause))]

    def cause(self, cause: Cause) -> str:
        """A change in a few words."""
        if isinstance(cause, ValueShift):
            values = {"old": number(cause.old), "new": number(cause.new)}
            return self.say("cause.value", parameter=cause.parameter, **values)
        name = cause.subject[-1] if cause.subject else cause.what
        if cause.what in ("partly_counts_as", "action_plan") or cause.key == "action_plan":
            what = "action_plan" if "action_plan" in (cause.what, cause.key) else cause.what
            return self.say(f"cause.{what}", name=name)
        is_whole = cause.kind is not Kind.CHANGED
        key = f"cause.{cause.what}.{cause.kind.value if is_whole else cause.key}"
        if is_whole:
            return self.say(key, name=name)
        return self.say(key, name=name, old=self.value(cause.old), new=self.value(cause.new))

    def caveats(self, made: Comparison) -> Iterator[_Line]:
        """Every caveat that comes or goes.

        Args:
            made: What `compare` returned.
        """
        size = {row.domain: row.classes for row in made.moves.tried}
        by_name: dict[tuple[CaveatName, bool], list[CaveatMove]] = {}
        for move in made.moves.caveats:
            caveat = (move.code, move.rule, move.norm)
            by_name.setdefault((caveat, move.comes), []).append(move)
        for (caveat, comes), moves in by_name.items():
            key = "caveat.comes" if comes else "caveat.goes"
            yield 0, self.say(key, caveat=self.caveat_name(caveat))
            yield from self._where(moves, size)

    def caveat_name(self, caveat: CaveatName) -> str:
        """A caveat in a few words."""
        code, rule, norm = caveat
        if code in (CaveatCode.RULE, CaveatCode.RULE_OPEN):
            return self.say("caveat-name.rule", rule=rule)
        if code is CaveatCode.NORM_VOID:
            return self.say(f"caveat-name.{norm}")
        return self.say("caveat-name.plan")

    def answers(self, answers: Answers) -> str:
        """Answers in words: those that are not met, and that all else is."""
        by_status: dict[Status, list[str]] = {}
        for id, status in answers:
            by_status.setdefault(status, []).append(id)
        told = [
            self.say(
                "answer", indicators=self.listed(ids), status=status_word(self.language, status)
            )
            for status, ids in by_status.items()
        ]
        if not told:
            return self.say("example.all-met")
        return self.say("example.rest", answers=", ".join(told))

    def listed(self, words: Sequence[str]) -> str:
        """Words with commas, and the language's "and" before the last."""
        return listing(self.language, list(words))

    def domains(self, letters: Sequence[str]) -> str:
        """Domains by their letters, neighbours drawn together."""
        runs = groupby(enumerate(letters), key=lambda pair: ord(pair[1]) - pair[0])
        words: list[str] = []
        for _, run in runs:
            found = [letter for _, letter in run]
            words += [f"{found[0]}–{found[-1]}"] if len(found) > 2 else found
        return self.say("domains", count=len(letters), domains=self.listed(words))

    def readings(self, profiles: Sequence[str]) -> str:
        """Profiles by their names."""
        return self.say("readings", count=len(profiles), profiles=self.listed(profiles))

    def figure(self, count: int) -> str:
        """A large number as the language writes it, `UNBROKEN` where Swedish has a space."""
        return f"{count:,}".replace(",", UNBROKEN if self.language == "sv" else ",")


_Name = tuple[Grade | None, Grade | None, tuple[RuleShift, ...]]
_Moves = tuple[list[GradeMove], list[Because]]


def _grouped(
    rows: Sequence[tuple[GradeMove, tuple[Because, ...]]],
) -> list[tuple[_Name, _Moves]]:
    """The moves that are told in one, with all their causes: the largest first."""
    groups: dict[_Name, _Moves] = {}
    for move, because in rows:
        rules = move.rules
        if move.old is not None and move.new is not None:
            rules = reasons(rules, move.old, move.new)
        moves, known = groups.setdefault((move.old, move.new, rules), ([], []))
        moves.append(move)
        known += (row for row in because if row not in known)
    return sorted(groups.items(), key=lambda row: -max(m.found.classes for m in row[1][0]))


def _places(moves: Sequence[GradeMove | CaveatMove]) -> Iterator[_Place]:
    """The domains of each profile; profiles that move as many classes in the same together."""
    found: dict[str, Counter[str]] = {}
    for move in moves:
        found.setdefault(move.profile, Counter())[move.domain] += move.found.classes
    together: dict[tuple[tuple[str, int], ...], list[str]] = {}
    for profile, classes in found.items():
        together.setdefault(tuple(sorted(classes.items())), []).append(profile)
    for rows, profiles in together.items():
        domains = tuple(letter for letter, _ in rows)
        yield _Place(tuple(profiles), domains, sum(count for _, count in rows))


def _is_ceiling(cause: Cause) -> bool:
    return isinstance(cause, Change) and (cause.what, cause.key) == ("rule", "ceiling")


def _names(book: Rulebook) -> set[str]:
    return {profile.name for profile in book.ruleset.profiles}
