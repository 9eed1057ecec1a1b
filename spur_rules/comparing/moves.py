"""Which answers get another grade: every class of them, exact, in few groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from ..explaining.what_if import Tally
from ..grading import decide
from ..in_force import DomainInForce, rules_in_force
from ..proving.enumeration import AlikeRows, Classes, classes_of
from ..rulebook import Rulebook
from ..suggestion import CaveatCode
from ..vocabulary import Code, Grade, Norm, Status

#: Answers as a person gives them: those that are not simply met.
Answers = tuple[tuple[str, Status], ...]


class RuleShift(NamedTuple):
    """A rule that decides before or after, and the ceiling it puts; None where it does not fire."""

    rule: str
    old: Grade | None
    new: Grade | None


class Found(NamedTuple):
    """How many classes there are, how many answers they stand for, and the smallest of them."""

    classes: int
    answers: int
    example: Answers

    def __add__(self, other: object) -> Found:
        """Both together; the example stays the first one's."""
        assert isinstance(other, Found)
        return Found(self.classes + other.classes, self.answers + other.answers, self.example)


class GradeMove(NamedTuple):
    """Answers in one domain, under one profile, whose grade moves for the same reason.

    `old` or `new` is None, and nothing is found, where only the other rulebook has the domain.
    """

    domain: str
    profile: str
    old: Grade | None
    new: Grade | None
    rules: tuple[RuleShift, ...]
    found: Found


class CaveatMove(NamedTuple):
    """Answers for which a caveat comes or goes: a rule's own, or that nothing of a norm applies."""

    domain: str
    profile: str
    code: CaveatCode
    rule: str | None
    norm: Norm | None
    comes: bool
    found: Found


class DomainTried(NamedTuple):
    """How many classes of answers, and answers, there are in a domain."""

    domain: str
    classes: int
    answers: int


class Moves(NamedTuple):
    """Everything that moves, and what was tried: each profile that both rulebooks have."""

    profiles: tuple[str, ...]
    tried: tuple[DomainTried, ...]
    grades: tuple[GradeMove, ...]
    caveats: tuple[CaveatMove, ...]


def moves(old: Rulebook, new: Rulebook) -> Moves:
    """Hold two rulebooks against each other on every class of answers.

    An indicator that only one of them asks is answered in every way. Nothing is unknown: the ends
    of a range are classes too, so a range moves exactly when one of those does.

    Args:
        old: What was.
        new: What is to be.

    Raises:
        InputError: SR801, there are too many classes.
    """
    names = {profile.name for profile in old.ruleset.profiles}
    profiles = tuple(p.name for p in new.ruleset.profiles if p.name in names)
    pairs = [_in_force(old, new, name) for name in profiles]
    letters = [letter for letter in pairs[0] if None not in pairs[0][letter]]
    views = {at: [view for pair in pairs for view in pair[at] if view] for at in letters}
    tried: list[DomainTried] = []
    grades, caveats = list[GradeMove](), list[CaveatMove]()
    for classes in classes_of(views.values()):
        tried.append(DomainTried(classes.letter, classes.count, classes.total))
        compared = _Compared(classes)
        for number, profile in enumerate(profiles):
            grades += compared.grades(profile, 2 * number)
            caveats += compared.caveats(profile, 2 * number)
    return Moves(profiles, tuple(tried), (*grades, *_of_one_side(pairs, profiles)), tuple(caveats))


_Pair = tuple[DomainInForce | None, DomainInForce | None]


def _in_force(old: Rulebook, new: Rulebook, profile: str) -> dict[str, _Pair]:
    before, after = (
        {d.linked.letter: d for d in rules_in_force(book, book.policy(profile)).domains}
        for book in (old, new)
    )
    return {at: (before.get(at), after.get(at)) for at in dict.fromkeys((*after, *before))}


def _of_one_side(pairs: Sequence[dict[str, _Pair]], profiles: Sequence[str]) -> Iterator[GradeMove]:
    """A domain that is new or gone: a grade that there was not, or that there is no longer."""
    for profile, pair in zip(profiles, pairs, strict=True):
        for letter, (before, after) in pair.items():
            if before is None or after is None:
                best = [view.best_grade if view else None for view in (before, after)]
                yield GradeMove(letter, profile, best[0], best[1], (), Found(0, 0, ()))


#: A list with a number for each class, of what the rows of the class are.
def _of_every_class(
    classes: Classes,
    value: Callable[[AlikeRows, int, Tally], int],
    joined: Callable[[int, int], int],
    start: int = 0,
) -> list[int]:
    found = [start]
    for at, row in enumerate(classes.alike):
        own = [value(row, at, tally) for tally in row.tallies]
        found = [joined(before, now) for before in found for now in own]
    return found


_DIGITS = 1 << 12  # more than a domain has indicators


def _cost(row: AlikeRows, _: int, tally: Tally) -> int:
    """The fewer are not met the smaller, then the fewer reasons it needs, then the fewer delvis."""
    reasons = tally[Code.MET_OTHERWISE] + tally[Code.NOT_APPLICABLE]
    unmet = len(row.ids) - tally[Code.MET]
    return (unmet * _DIGITS + reasons) * _DIGITS + tally[Code.PARTLY]


class _Compared:
    """One domain in both rulebooks; each view of the old one is followed by that of the new."""

    def __init__(self, classes: Classes) -> None:
        self._classes = classes
        self._costs = _of_every_class(classes, _cost, int.__add__)
        self._sizes = _of_every_class(classes, lambda row, _, t: row.size(t), int.__mul__, 1)
        self._void = self._voids() if self._norms_differ() else [0] * classes.count
        self._groups: dict[int, dict[_Fired, _Group]] = {}

    def _norms_differ(self) -> bool:
        return any(row.norms[0] is not row.norms[1] for row in self._classes.alike)

    def _voids(self) -> list[int]:
        """Of each class, the alike rows of which nothing applies; bit n for the n-th."""

        def void(row: AlikeRows, at: int, tally: Tally) -> int:
            return (tally[Code.NOT_APPLICABLE] == len(row.ids)) << at

        return _of_every_class(self._classes, void, int.__or__)

    def grades(self, profile: str, view: int) -> Iterator[GradeMove]:
        """Every group of classes whose grade moves, the largest group first."""
        old, new = self._classes.views[view : view + 2]
        found: dict[tuple[Grade, Grade, tuple[RuleShift, ...]], _Group] = {}
        for (before, after, _), group in self._signatures(view).items():
            was, becomes = decide(old, before), decide(new, after)
            if was is not becomes:
                rules = rule_shifts(old, before, new, after)
                found.setdefault((was, becomes, rules), _Group()).take(group)
        for (was, becomes, rules), group in _largest_first(found):
            made = group.found(self._classes)
            yield GradeMove(self._classes.letter, profile, was, becomes, rules, made)

    def caveats(self, profile: str, view: int) -> Iterator[CaveatMove]:
        """Every caveat that comes or goes."""
        old, new = self._classes.views[view : view + 2]
        found: dict[tuple[_Caveat, bool], _Group] = {}
        for (before, after, void), group in self._signatures(view).items():
            had = set(self._caveats(old, before, void, 0))
            has = set(self._caveats(new, after, void, 1))
            for caveat, comes in _differing(had, has):
                found.setdefault((caveat, comes), _Group()).take(group)
        for (caveat, comes), group in _largest_first(found):
            made = group.found(self._classes)
            yield CaveatMove(self._classes.letter, profile, *caveat, comes, made)

    def _caveats(self, view: DomainInForce, fired: int, void: int, side: int) -> Iterator[_Caveat]:
        grade = decide(view, fired)
        for rule in view.rules:
            if fired & rule.bit and rule.ceiling is grade and rule.id in view.rules_with_caveat:
                yield CaveatCode.RULE, rule.id, None
        for group in view.groups if void else ():
            rows = enumerate(self._classes.alike)
            own = sum(1 << at for at, row in rows if row.norms[side] is group.norm)
            if void & own == own:
                yield CaveatCode.NORM_VOID, None, group.norm

    def _signatures(self, view: int) -> dict[_Fired, _Group]:
        """The classes by what fires before and after, and by what is void."""
        if view not in self._groups:
            made: dict[_Fired, _Group] = {}
            fired = (self._classes.fired(view), self._classes.fired(view + 1), self._void)
            for number, signature in enumerate(zip(*fired, strict=True)):
                group = made.get(signature)
                if group is None:
                    group = made[signature] = _Group()
                group.add(number, self._costs[number], self._sizes[number])
            self._groups[view] = made
        return self._groups[view]


_Fired = tuple[int, int, int]
_Caveat = tuple[CaveatCode, str | None, Norm | None]


class _Group:
    """Classes counted, and which is the smallest."""

    __slots__ = ("answers", "classes", "cost", "number")

    def __init__(self) -> None:
        self.classes = self.answers = 0
        self.number = self.cost = -1

    def add(self, number: int, cost: int, answers: int, classes: int = 1) -> None:
        self.classes += classes
        self.answers += answers
        if self.number < 0 or (cost, number) < (self.cost, self.number):
            self.number, self.cost = number, cost

    def take(self, other: _Group) -> None:
        self.add(other.number, other.cost, other.answers, other.classes)

    def found(self, classes: Classes) -> Found:
        answers = classes.answers(self.number).items()
        unmet = tuple((id, status) for id, status in answers if status is not Status.MET)
        return Found(self.classes, self.answers, unmet)


_Name = TypeVar("_Name")


def _largest_first(found: dict[_Name, _Group]) -> list[tuple[_Name, _Group]]:
    return sorted(found.items(), key=lambda row: (-row[1].classes, row[1].cost, str(row[0])))


def _differing(had: set[_Caveat], has: set[_Caveat]) -> Iterator[tuple[_Caveat, bool]]:
    yield from ((caveat, False) for caveat in had - has)
    yield from ((caveat, True) for caveat in has - had)


def rule_shifts(
    old: DomainInForce, before: int, new: DomainInForce, after: int
) -> tuple[RuleShift, ...]:
    """The rules that a grade rests on before or after, with the ceilings they put.

    Args:
        old: The domain as it was.
        before: The rules that fired then, as bits.
        new: The domain as it is to be.
        after: The rules that fire then, as bits.
    """
    was, becomes = _fired(old, before), _fired(new, after)
    deciding = [*_deciding(was), *_deciding(becomes)]
    return tuple(RuleShift(id, was.get(id), becomes.get(id)) for id in dict.fromkeys(deciding))


def reasons(shifts: Iterable[RuleShift], old: Grade, new: Grade) -> tuple[RuleShift, ...]:
    """Those of the rules that made a grade move.

    A worse grade comes from what now puts that ceiling; a better one also from every rule that put
    the old one and no longer does.

    Args:
        shifts: The rules that decide before or after.
        old: The grade that was.
        new: The grade that is to be.
    """
    return tuple(shift for shift in shifts if new < old or shift.new is new)


def _fired(view: DomainInForce, bits: int) -> dict[str, Grade]:
    return {rule.id: rule.ceiling for rule in view.rules if bits & rule.bit}


def _deciding(ceilings: dict[str, Grade]) -> Iterable[str]:
    worst = max(ceilings.values(), default=None)
    return [id for id, ceiling in ceilings.items() if ceiling is worst]
