"""A grade that changed after the visit, in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..plan import Correction
from ..regrading.findings import Finding
from ..regrading.regrade import Corrected
from ..rulebook import Rulebook
from ..suggestion import Cause, Ceiling, GradeChange, GradeRange
from ..texts import Language, listing, say, status_word
from ..vocabulary import Status


def shown_range(language: Language, ends: GradeRange) -> str:
    """A grade, or the range with the best first.

    >>> from spur_rules.vocabulary import Grade
    >>> shown_range("sv", GradeRange(Grade.D, Grade.B))
    'B–D'
    """
    if ends.grade:
        return ends.grade.value
    return say(language, "range", best=ends.best, worst=ends.worst)


def announced(change: GradeChange, rulebook: Rulebook, language: Language) -> str:
    """What a report says of the change: the ruleset's printed sentence where it fits.

    Args:
        change: The change.
        rulebook: What it was made with.
        language: `sv` or `en`.

    Source:
        The printed sentence stands under `action_plan` in the ruleset.
    """
    rule, adjusted = rulebook.ruleset.action_plan, shown_range(language, change.adjusted)
    if change.cause is Cause.CORRECTION:
        indicators = listing(language, list(change.indicators))
        key = "corrected-to" if change.adjusted.grade else _opened(change)
        return say(language, key, indicators=indicators, adjusted=adjusted)
    if rule is not None and change.adjusted.grade is rule.to:
        return say(language, "plan-printed", text=rule.printed)
    return say(language, "plan-adjusts", adjusted=adjusted)


def _opened(change: GradeChange) -> str:
    return "corrected-to-open" if change.original.grade else "corrected-still-open"


def correction_told(
    language: Language, row: Correction | Corrected, before: Status, status: Status
) -> str:
    """A correction in words: what the indicator was, what it is, and why it is known."""
    return say(
        language,
        "correction-on-day" if row.date else "correction",
        id=row.indicator,
        before=status_word(language, before),
        status=status_word(language, status),
        day=row.date,
        reason=row.reason,
    )


def ceilings_left(
    ceilings: Iterable[Ceiling], rulebook: Rulebook, language: Language
) -> Iterator[str]:
    """The binding ceilings in words, with the indicators they rest on."""
    for ceiling in ceilings:
        if ceiling.binding:
            because = rulebook.rules[ceiling.rule].because.in_language(language)
            if ceiling.indicators:
                ids = listing(language, list(ceiling.indicators))
                because = say(language, "because-of", because=because, indicators=ids)
            yield say(language, "binding", grade=ceiling.grade, reason=because)


def told(finding: Finding, language: Language) -> str:
    """A finding in words, and whether it keeps the grade from being adjusted.

    >>> from spur_rules.regrading.findings import FindingCode
    >>> told(Finding(FindingCode.UNCOVERED, "H", "H9", blocks=True), "sv")
    'H9: planen har ingen post om bristen. Det hindrar justering.'
    """
    sentence = say(
        language,
        f"finding.{finding.code}",
        id=finding.indicator,
        part=say(language, f"part.{finding.part}") if finding.part else "",
        status=status_word(language, finding.status) if finding.status else "",
        day=finding.day,
        limit=finding.limit,
    )
    return say(language, "blocks", finding=sentence) if finding.blocks else sentence
