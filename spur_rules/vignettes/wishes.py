"""Which boundaries a person wants cases near, and a clear answer where there are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..errors import InputError, Problem, quoted, suggestion_for
from ..explaining.what_if import Alike, what_if
from ..policy import Policy
from ..provenance import Place
from ..rulebook import LinkedDomain, Rulebook
from ..vocabulary import STATUSES, Code, Grade, Status, fold
from .boundary import Boundary, Deviation, Near, Situation
from .filling import Wanted
from .plausible import Plausible
from .searching import are_neighbours, near_boundaries

#: Statuses that are a hinge of their own; the others are what a rule or a norm hangs on.
HINGES = (Status.PARTLY, Status.MET_OTHERWISE, Status.NOT_APPLICABLE, Status.NOT_ASSESSED)


class Wish(NamedTuple):
    """Cases near which boundaries: of these domains, between these grades, hanging on this.

    `hangs_on` is a status, a rule's id, a parameter's name or the first part of it, or an
    indicator. What is left out may be any.
    """

    domains: tuple[str, ...] = ()
    between: tuple[Grade, Grade] | None = None
    hangs_on: str | None = None


class Found(NamedTuple):
    """A boundary, and how a case can be near it."""

    boundary: Boundary
    wanted: Wanted


class Boundaries:
    """Every boundary of every domain.

    Args:
        rulebook: The linked catalog and ruleset.
        policy: The reading that the answer key is made under.
        plausible: What may be ticked where.
    """

    def __init__(self, rulebook: Rulebook, policy: Policy, plausible: Plausible) -> None:
        self._rulebook, self._policy, self._plausible = rulebook, policy, plausible
        self._known: dict[str, dict[Boundary, tuple[Near, ...]]] = {}

    def of(self, letter: str) -> dict[Boundary, tuple[Near, ...]]:
        """The boundaries of one domain with the plainest situations near each; searched once."""
        if letter not in self._known:
            rows = enumerate(self._rulebook.domains)
            index, domain = next((at, of) for at, of in rows if of.letter == letter)
            found = near_boundaries(self._rulebook, self._policy, index, self._plausible)
            self._known[letter] = dict(_preferred(domain, found))
        return self._known[letter]

    def wished(self, wish: Wish) -> tuple[Found, ...]:
        """The boundaries that a wish names, in catalog order.

        Args:
            wish: What is wanted.

        Raises:
            InputError: SR310 an unknown domain, SR850 no such pair of grades on its scale, SR851
                nothing there hangs on what is named, SR854 what is named is unknown.
        """
        letters = self._letters(wish)
        matches = self._matching(wish.hangs_on)
        if isinstance(matches, _OfRow) and matches.domain.letter not in letters:
            message = (
                f"{quoted(matches.indicator)} is a row of domain {matches.domain.letter}; name that"
                " domain, or leave --domain and --between out"
            )
            raise InputError([Problem("SR851", Place("--hangs-on"), message)])
        if isinstance(matches, _OfRow):
            letters = [matches.domain.letter]
        found = [row for letter in letters for row in self._found(letter, wish.between, matches)]
        if not found:
            raise InputError([self._nothing(letters, wish)])
        return tuple(found)

    def _found(
        self, letter: str, between: tuple[Grade, Grade] | None, matches: _Matches
    ) -> Iterator[Found]:
        for boundary, nears in self.of(letter).items():
            if between is None or between == (boundary.better, boundary.worse):
                wanted = matches.wanted(boundary, nears)
                if wanted is not None:
                    yield Found(boundary, wanted)

    def _letters(self, wish: Wish) -> list[str]:
        known = {domain.letter: domain for domain in self._rulebook.domains}
        place = Place("--domain")
        wrong = [self._rulebook.unknown_domain(at, place) for at in wish.domains if at not in known]
        if wrong:
            raise InputError(wrong)
        letters = [letter for letter in known if not wish.domains or letter in wish.domains]
        if wish.between is None:
            return letters
        on_scale = [at for at in letters if are_neighbours(known[at].domain.grades, *wish.between)]
        if on_scale and (not wish.domains or len(on_scale) == len(letters)):
            return on_scale
        raise InputError(_not_on_scale([known[at] for at in letters], wish.between))

    def _matching(self, hangs_on: str | None) -> _Matches:
        if hangs_on is None:
            return _OfNames()
        typed, rulebook = hangs_on.strip(), self._rulebook
        status = STATUSES.get(fold(typed))
        names = [p.name for p in rulebook.ruleset.parameters]
        hinges = {name for name in names if typed in (name, name.rpartition(".")[0])}
        hinges |= {name for name in names if name.startswith(f"{typed}.")}
        hinges |= {rule for rule in rulebook.rules if rule == typed}
        if status in HINGES:
            hinges.add(status.value)
        id = rulebook.catalog.current_id(typed.upper() if typed.upper() in self._rows else typed)
        if id in self._rows:
            return self._of_row(id)
        if not hinges:
            raise InputError([self._unknown(typed, status, names)])
        return _OfNames(frozenset(hinges))

    @property
    def _rows(self) -> Mapping[str, object]:
        return self._rulebook.indicators

    def _of_row(self, id: str) -> _OfRow:
        """Rows that a case can hang on: not those that other rows take for granted."""
        pairs = self._rulebook.catalog.consistency.presupposes
        others = [pair.indicator for pair in pairs if pair.needs == id]
        if others:
            message = (
                f"{', '.join(map(quoted, others))} takes {quoted(id)} for granted, so a case that"
                f" hangs on {quoted(id)} alone would not hold together; name another indicator"
            )
            raise InputError([Problem("SR851", Place("--hangs-on"), message)])
        rows = enumerate(self._rulebook.domains)
        at, domain = next((at, domain) for at, domain in rows if id in domain.indicators)
        alike = what_if(self._rulebook, self._policy, at).alike
        return _OfRow(id, domain, alike, self._plausible)

    def _unknown(self, typed: str, status: Status | None, parameters: Sequence[str]) -> Problem:
        rules = list(self._rulebook.rules)
        words = [status.value for status in HINGES]
        if status is not None:
            way_out = f"; a case hangs on a rule there: {', '.join(map(quoted, rules))}"
            message = f"no case hangs on {quoted(status.value)} as such{way_out}"
        else:
            known = [*words, *parameters, *rules, *self._rulebook.indicators]
            close = suggestion_for(typed, known) or (
                f"; name a status ({', '.join(map(quoted, words))}), a parameter, a rule or an"
                " indicator; --list tells them"
            )
            message = f"unknown {quoted(typed)}{close}"
        return Problem("SR854", Place("--hangs-on"), message)

    def _nothing(self, letters: Sequence[str], wish: Wish) -> Problem:
        there = [
            boundary.hinge.name
            for letter in letters
            for boundary in self.of(letter)
            if wish.between in (None, (boundary.better, boundary.worse))
        ]
        where = f"domain {', '.join(letters)}" if wish.domains else "any domain"
        pair = f" between {wish.between[0]} and {wish.between[1]}" if wish.between else ""
        names = ", ".join(map(quoted, dict.fromkeys(there)))
        way_out = f"name one of {names}" if wish.domains and there else "--list tells what does"
        reading = f"under the reading {quoted(self._policy.profile)}"
        if wish.hangs_on is None:
            message = f"no case is near a boundary in {where}{pair} {reading}; {way_out}"
        else:
            message = (
                f"nothing in {where}{pair} hangs on {quoted(wish.hangs_on)} {reading}; {way_out}"
            )
        return Problem("SR851", Place("--hangs-on"), message)


class _OfNames(NamedTuple):
    """Boundaries that hang on one of these names; on anything where there are none."""

    names: frozenset[str] = frozenset()

    def wanted(self, boundary: Boundary, nears: tuple[Near, ...]) -> Wanted | None:
        fits = not self.names or boundary.hinge.name in self.names
        return Wanted(nears) if fits else None


class _OfRow(NamedTuple):
    """Boundaries that are passed by ticking one row differently."""

    indicator: str
    domain: LinkedDomain
    alike: tuple[Alike, ...]
    plausible: Plausible

    def wanted(self, boundary: Boundary, nears: tuple[Near, ...]) -> Wanted | None:
        if boundary.domain != self.domain.letter:
            return None
        kept = tuple(near for near in nears if self._can_be_pivot(near))
        return Wanted(kept, self.indicator) if kept else None

    def _can_be_pivot(self, near: Near) -> bool:
        if near.pivot is None:
            return False
        code = Code.NOT_MET if near.pivot.code is Code.MET else near.pivot.code
        rows = self.plausible.rows(self.domain, self.alike[near.pivot.alike], code)
        return self.indicator in rows


_Matches = _OfNames | _OfRow


def _not_on_scale(
    domains: Sequence[LinkedDomain], between: tuple[Grade, Grade]
) -> Iterator[Problem]:
    """One mistake for each scale that does not have the two grades beside each other."""
    by_scale: dict[tuple[Grade, ...], list[str]] = {}
    for domain in domains:
        by_scale.setdefault(domain.domain.grades, []).append(domain.letter)
    for grades, letters in by_scale.items():
        if not are_neighbours(grades, *between):
            pairs = [quoted(f"{better} {worse}") for better, worse in pairwise(grades)]
            message = (
                f"domain {', '.join(letters)} has no boundary between {between[0]} and"
                f" {between[1]}: the scale is {' '.join(grades)}; choose {' or '.join(pairs)}"
            )
            yield Problem("SR850", Place("--between"), message)


def _preferred(
    domain: LinkedDomain, found: Mapping[Boundary, tuple[Near, ...]]
) -> Iterator[tuple[Boundary, tuple[Near, ...]]]:
    """Neighbouring grades only, and of their situations the plainest.

    Those without a row that has nothing to do with it; of them those that are near few other
    boundaries, so that a rater who grades otherwise shows which it was; and of those the ones with
    few rows that are not met.
    """
    grades = domain.domain.grades
    near_how_many = Counter(_situations(found.values()))
    for boundary, nears in found.items():
        if not are_neighbours(grades, boundary.better, boundary.worse):
            continue
        bare = list(_bare(nears))
        few = min(near_how_many[near.situation] for near in bare)
        plain = [near for near in bare if near_how_many[near.situation] <= few + 1]
        fewest = min(len(near.situation) for near in plain)
        yield boundary, tuple(near for near in plain if len(near.situation) <= fewest + 1)


def _bare(nears: tuple[Near, ...]) -> Iterator[Near]:
    """Those that are near no more when a row other than the pivot is met after all."""
    known = set(nears)
    for near in nears:
        others = list(near.situation)
        if near.pivot in others:
            others.remove(near.pivot)
        if not any(_without(near, row) in known for row in others):
            yield near


def _without(near: Near, row: Deviation) -> Near:
    left = list(near.situation)
    left.remove(row)
    return near._replace(situation=tuple(left))


def _situations(nears: Iterable[tuple[Near, ...]]) -> Iterator[Situation]:
    for rows in nears:
        yield from {near.situation for near in rows}
