"""The readings that a workshop decides on: from decisions to a policy."""

from __future__ import annotations

from ..errors import InputError, Problem
from ..policy import STANDARD, Override, Policy, parse_policy
from ..provenance import Place
from ..rulebook import Rulebook
from .events import ParameterDecided
from .workshop import Decision, Workshop, subject


def policy_of(workshop: Workshop, rulebook: Rulebook, before: int | None = None) -> Policy:
    """The reading in force: the one that the workshop began with, and what was decided since.

    Args:
        workshop: Where it stands.
        rulebook: Its catalog and rules.
        before: Only what was decided before this round began; everything when left out.

    Raises:
        InputError: SR303, SR309, SR310 or SR313.
    """
    profile, _ = parse_policy(workshop.opened.policy)
    return rulebook.policy(profile, overrides(workshop, before))


def policy_text(workshop: Workshop, before: int | None = None) -> str:
    """The same as `--policy` takes it.

    Args:
        workshop: Where it stands.
        before: As `policy_of` takes it.
    """
    profile, _ = parse_policy(workshop.opened.policy)
    parts = [setting(o.parameter, str(o.value), o.domain) for o in overrides(workshop, before)]
    return ",".join([profile, *parts] if profile != STANDARD or not parts else [STANDARD, *parts])


def overrides(workshop: Workshop, before: int | None = None) -> list[Override]:
    """The single values in force, those that the workshop began with first.

    A decision takes the place of an earlier value of the same parameter in the same domain, or in
    all; a domain's own value wins over the one for all, as everywhere.

    Args:
        workshop: Where it stands.
        before: As `policy_of` takes it.
    """
    _, first = parse_policy(workshop.opened.policy)
    found = {(o.parameter, o.domain): o for o in first}
    for decision in decided(workshop, before):
        if isinstance(decision.decided, ParameterDecided):
            own = as_override(decision.decided)
            found[own.parameter, own.domain] = own
    return list(found.values())


def decided(workshop: Workshop, before: int | None = None) -> list[Decision]:
    """The decisions that stood when a round began, in the order in which they were made.

    Args:
        workshop: Where it stands.
        before: The round; now when left out.
    """
    made = [d for d in workshop.decisions if before is None or d.round < before]
    last = {subject(decision.decided): decision for decision in made}
    return [decision for decision in made if last[subject(decision.decided)] is decision]


def as_override(decided: ParameterDecided) -> Override:
    """A decision about a parameter as one of a policy's values."""
    _, (own,) = parse_policy(setting(decided.parameter, decided.value, decided.domain))
    return own


def read_setting(text: str, domain: str | None, rulebook: Rulebook) -> Override:
    """A setting as it is typed, checked against the rules.

    Args:
        text: `enstaka_undantag.högst=2`, or with its domain, `B.enstaka_undantag.högst=2`.
        domain: The domain of `--domain`.
        rulebook: Whose parameters and domains they are.

    Raises:
        InputError: SR123, SR303, SR309 or SR310; SR601, it is no setting.
    """
    place = Place("--parameter")
    try:
        profile, found = parse_policy(text)
        if len(found) != 1 or profile != STANDARD:
            message = "write one parameter with its value, as enstaka_undantag.högst=2"
            raise InputError([Problem("SR601", place, message)])
        own = found[0]
        if domain is not None and own.domain not in (None, domain):
            message = f"--domain {domain} and {own.domain}. in the setting differ; keep one"
            raise InputError([Problem("SR601", place, message)])
        own = Override(own.parameter, own.value, own.domain or domain)
        rulebook.policy(STANDARD, (own,))
    except InputError as error:
        problems = (Problem(p.code, place, p.message) for p in error.problems)
        raise InputError(problems) from None
    return own


def setting(parameter: str, value: str, domain: str | None) -> str:
    """One value as `--policy` takes it.

    >>> setting("delvis.allmänt_råd", "1/2", "B")
    'B.delvis.allmänt_råd=1/2'
    """
    return f"{domain}.{parameter}={value}" if domain else f"{parameter}={value}"
