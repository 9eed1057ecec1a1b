"""The policy in force: one value for every parameter, in every domain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Any

from .condition_reading import read_number
from .errors import InputError, Problem, quoted, suggestion_for
from .provenance import Place
from .rules import Parameter, Profile, Ruleset

STANDARD = "standard"
_PLACE = Place("--policy")


@dataclass(frozen=True, slots=True)
class Override:
    """One parameter set by hand, for one domain or for all."""

    parameter: str
    value: Fraction
    domain: str | None = None


@dataclass(frozen=True)
class Policy:
    """A profile with its overrides, resolved.

    The later layer wins, and within a layer the domain's own value: the ruleset's defaults, then
    the profile, then the overrides.
    """

    profile: str
    values: tuple[tuple[str, Fraction], ...]
    domains: tuple[tuple[str, tuple[tuple[str, Fraction], ...]], ...] = ()

    @cached_property
    def _hash(self) -> int:
        return hash((self.profile, self.values, self.domains))

    def __hash__(self) -> int:
        return self._hash  # policies are keys of caches: hash the fractions once

    def __reduce__(self) -> tuple[Any, ...]:
        return Policy, (self.profile, self.values, self.domains)

    def value(self, parameter: str, domain: str) -> Fraction:
        """The value of one parameter in one domain."""
        own = dict(dict(self.domains).get(domain, ()))
        return own[parameter] if parameter in own else dict(self.values)[parameter]


def parse_policy(text: str) -> tuple[str, tuple[Override, ...]]:
    """Read a policy as a person writes it: a profile's name, overrides, or both.

    Args:
        text: Parts with commas between: `sträng`, `enstaka_undantag.högst=2`, `B.delvis.råd=0`.

    Raises:
        InputError: Two profiles, or a value that is not a number.

    >>> parse_policy("sträng, B.enstaka_undantag.högst=2")[1][0].domain
    'B'
    """
    profiles: list[str] = []
    overrides: list[Override] = []
    problems: list[Problem] = []
    parts = (part.strip() for part in unicodedata.normalize("NFC", text).split(","))
    for part in filter(None, parts):
        name, equals, raw = (piece.strip() for piece in part.partition("="))
        value = read_number(raw)
        if not equals and name.isdigit():
            message = f"{quoted(name)} stands alone; write decimals as 0.5 or 1/2, not 0,5"
            problems.append(Problem("SR123", _PLACE, message))
        elif not equals:
            profiles.append(name)
        elif value is None:
            message = f"{quoted(raw)} is not a number; write 1, 0.5 or 1/2"
            problems.append(Problem("SR123", _PLACE, message))
        else:
            domain = re.match(r"([A-ZÅÄÖ])\.", name)
            overrides.append(
                Override(name[2:] if domain else name, value, domain[1] if domain else None)
            )
    settings = [(override.domain, override.parameter) for override in overrides]
    for name in {parameter for _, parameter in settings if settings.count((_, parameter)) > 1}:
        message = f"parameter {quoted(name)} is set twice; keep one value"
        problems.append(Problem("SR301", _PLACE, message))
    if len(profiles) > 1:
        message = f"name one profile, found {', '.join(map(quoted, profiles))}"
        problems.append(Problem("SR313", _PLACE, message))
    if problems:
        raise InputError(problems)
    return (profiles or [STANDARD])[0], tuple(overrides)


def resolve(
    ruleset: Ruleset, letters: Iterable[str], profile: str, overrides: Iterable[Override] = ()
) -> Policy:
    """The value of every parameter under a profile and overrides.

    Args:
        ruleset: Where the parameters and profiles stand.
        letters: The domains that an override may name.
        profile: The profile's name.
        overrides: Single values set by hand.

    Raises:
        InputError: An unknown profile, parameter or domain, or a value out of bounds.
    """
    overrides, letters = tuple(overrides), tuple(letters)
    profiles = {p.name: p for p in ruleset.profiles}
    parameters = {p.name: p for p in ruleset.parameters}
    problems = [p for override in overrides for p in _problems(override, parameters, letters)]
    if profile not in profiles:
        names = ", ".join(f"`{name}`" for name in profiles)
        hint = suggestion_for(profile, profiles) or f"; use one of {names}"
        problems.append(Problem("SR313", _PLACE, f"unknown profile {quoted(profile)}{hint}"))
    if problems:
        raise InputError(problems)
    return _layered(ruleset, profiles[profile], overrides)


def _problems(
    override: Override, parameters: dict[str, Parameter], letters: tuple[str, ...]
) -> list[Problem]:
    problems = []
    parameter = parameters.get(override.parameter)
    if parameter is None:
        hint = suggestion_for(override.parameter, parameters)
        message = f"unknown parameter {quoted(override.parameter)}{hint}"
        problems.append(Problem("SR303", _PLACE, message))
    elif not parameter.unit.allows(override.value):
        message = f"`{parameter.name}` is {override.value}, must be {parameter.unit.bounds}"
        problems.append(Problem("SR309", _PLACE, message))
    if override.domain is not None and override.domain not in letters:
        message = f"unknown domain {quoted(override.domain)}; use one of {', '.join(letters)}"
        problems.append(Problem("SR310", _PLACE, message))
    return problems


def _layered(ruleset: Ruleset, profile: Profile, overrides: tuple[Override, ...]) -> Policy:
    """Later layers win: a layer's general value clears the domain values of those before it."""
    general = {p.name: p.default for p in ruleset.parameters}
    own: dict[tuple[str, str], Fraction] = {
        (d.domain, p.name): d.value for p in ruleset.parameters for d in p.domains
    }
    by_profile = [Override(s.parameter, s.value) for s in profile.values] + [
        Override(s.parameter, s.value, d.domain) for d in profile.domains for s in d.settings
    ]
    for layer in (by_profile, overrides):
        for override in sorted(layer, key=lambda o: o.domain is not None):
            if override.domain is None:
                general[override.parameter] = override.value
                own = {key: v for key, v in own.items() if key[1] != override.parameter}
            else:
                own[override.domain, override.parameter] = override.value
    letters = sorted({letter for letter, _ in own})
    domains = tuple(
        (letter, tuple((name, value) for (of, name), value in own.items() if of == letter))
        for letter in letters
    )
    return Policy(profile.name, tuple(general.items()), domains)
