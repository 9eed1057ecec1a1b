"""One review from checklist to suggestion: encode, count, fire, grade."""

from __future__ import annotations

from collections.abc import Iterator

from .checklist import Checklist
from .engines.base import Engine, Fired
from .engines.choice import native_engine
from .errors import EngineError
from .facts import count, encode, ends
from .grading import decide, suggest_domain
from .in_force import rules_in_force
from .open_questions import OpenQuestions
from .policy import Policy
from .rulebook import Rulebook
from .suggestion import Notice, NoticeCode, OpenIndicator, Provenance, Suggestion
from .version import __version__
from .vocabulary import Grade


def suggest(rulebook: Rulebook, checklist: Checklist, policy: Policy, engine: Engine) -> Suggestion:
    """The suggestion for a whole review.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered.
        policy: The value of every parameter.
        engine: Fires the rules, made for this rulebook and policy.

    Raises:
        InputError: SR401, the checklist answers an indicator that the rulebook does not have.
        EngineError: SR503, two engines disagree.
    """
    codes = encode(rulebook, checklist)
    notices = tuple(_notices(rulebook, checklist))
    try:
        worst, best = _fire_ends(rulebook, policy, engine, codes)
        names = engine.names
    except EngineError as error:
        if error.code != "SR505":
            raise
        native = native_engine(rulebook, policy)
        worst, best = _fire_ends(rulebook, policy, native, codes)
        names, notices = native.names, (*notices, Notice(NoticeCode.ENGINE_FAILED, error.message))
    domains = []
    for index, domain in enumerate(rules_in_force(rulebook, policy)):
        fired = (worst[index], best[index])
        is_open = decide(domain, fired[0]) is not decide(domain, fired[1])
        questions = _open(rulebook, policy, index, codes) if is_open else ()
        domains.append(suggest_domain(domain, checklist, codes, fired, questions))
    provenance = Provenance(
        rulebook.catalog_id, rulebook.rules_id, policy, names, checklist.sha256, __version__
    )
    return Suggestion(tuple(domains), notices, provenance)


def grades(
    rulebook: Rulebook, checklist: Checklist, policy: Policy, engine: Engine
) -> dict[str, tuple[Grade, Grade]]:
    """Only the worst and best possible grade of every domain, by letter: fast, for many reviews.

    Args:
        rulebook: The linked catalog and ruleset.
        checklist: What was answered.
        policy: The value of every parameter.
        engine: Fires the rules, made for this rulebook and policy.

    Raises:
        InputError: SR401, the checklist answers an indicator that the rulebook does not have.
        EngineError: The engine failed, or two engines disagree.
    """
    worst, best = _fire_ends(rulebook, policy, engine, encode(rulebook, checklist))
    return {
        domain.linked.letter: (decide(domain, low), decide(domain, high))
        for domain, low, high in zip(rules_in_force(rulebook, policy), worst, best, strict=True)
    }


def _fire_ends(
    rulebook: Rulebook, policy: Policy, engine: Engine, codes: bytes
) -> tuple[Fired, Fired]:
    """The rules that fire at the worst and at the best that the unknown can be."""
    domains = rules_in_force(rulebook, policy)
    worst, best = ends(codes)
    fired_best = engine.fire([count(domain, best) for domain in domains])
    if worst is best:
        return fired_best, fired_best
    return engine.fire([count(domain, worst) for domain in domains]), fired_best


def _open(
    rulebook: Rulebook, policy: Policy, index: int, codes: bytes
) -> tuple[OpenIndicator, ...]:
    domain = rules_in_force(rulebook, policy)[index]
    return OpenQuestions(domain, index, native_engine(rulebook, policy), codes).find()


def _notices(rulebook: Rulebook, checklist: Checklist) -> Iterator[Notice]:
    day, catalog = checklist.review.date, rulebook.catalog
    too_late = day and catalog.valid_to and day > catalog.valid_to
    if day and (day < catalog.valid_from or too_late):
        until = catalog.valid_to or ""
        detail = f"{day}: {catalog.id} {catalog.version} {catalog.valid_from}–{until}"
        yield Notice(NoticeCode.OUTSIDE_VALIDITY, detail)
