"""The decisions of a workshop as a reader of its minutes understands them."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from ...rulebook import Rulebook
from ...texts import Language, say, spelled
from ...workshops.events import ParameterDecided
from ...workshops.readings import as_override, policy_of
from ...workshops.workshop import Workshop, subject
from ..blocks import Listing, Paragraph, Section
from .words import end

#: The shipped parameters that have a sentence of their own; any other is told by its meaning.
_TOLD = (
    "enstaka_undantag.högst",
    "enstaka_undantag.minsta_andel",
    "väsentliga_delar.minsta_andel",
    "delvis.allmänt_råd",
    "delvis.kvalitetsindikator",
)


def decided_section(workshop: Workshop, rulebook: Rulebook, language: Language) -> Section:
    """What was decided, in words, with what held before; what no longer holds says so.

    Args:
        workshop: Where it stands.
        rulebook: The catalog and rules that it keeps.
        language: `sv` or `en`.
    """
    title = say(language, "workshop.decisions")
    if not workshop.decisions:
        none = Paragraph(say(language, "workshop.decisions.none"))
        return Section("decisions", title, (none,))
    numbers = range(len(workshop.decisions))
    items = tuple(_decision(number, workshop, rulebook, language) for number in numbers)
    return Section("decisions", title, (Listing(items, is_numbered=True),))


def _decision(number: int, workshop: Workshop, rulebook: Rulebook, language: Language) -> str:
    row = workshop.decisions[number]
    one = row.decided
    if isinstance(one, ParameterDecided):
        what = _reading(one, _earlier(number, workshop, rulebook, language), rulebook, language)
    else:
        what = say(language, "workshop.indicator", None, indicator=one.indicator, text=one.text)
    parts = [f"{end(what)}."]
    if one.because is not None:
        parts.append(say(language, "workshop.decided.because", None, because=end(one.because)))
    parts.append(say(language, "workshop.decided.after", None, round=row.round))
    if not row.stands:
        later = _overtaken_by(number, workshop)
        parts.append(say(language, "workshop.decided.overtaken", None, number=later))
    return " ".join(parts)


def _reading(
    one: ParameterDecided, earlier: str | None, rulebook: Rulebook, language: Language
) -> str:
    where = f" {say(language, 'workshop.decided.domain', domain=one.domain)}" if one.domain else ""
    number = as_override(one).value
    value = _spelled(number, one.parameter, language)
    if one.parameter in _TOLD:
        count = None if one.parameter != _TOLD[0] else 1 if number == 1 else 2
        told = say(language, f"workshop.read.{one.parameter}", count, where=where, value=value)
    else:
        meanings = {p.name: p.meaning for p in rulebook.ruleset.parameters}
        meaning = meanings[one.parameter].in_language(language)
        told = say(language, "workshop.read", None, meaning=meaning, where=where, value=value)
    if earlier is None:
        return told
    return f"{told} {say(language, 'workshop.decided.earlier', None, value=earlier)}"


def _earlier(number: int, workshop: Workshop, rulebook: Rulebook, language: Language) -> str | None:
    """What the value was before; nothing where it was not the same in all domains."""
    one = workshop.decisions[number].decided
    assert isinstance(one, ParameterDecided)
    before = replace(workshop, decisions=workshop.decisions[:number])
    policy = policy_of(before, rulebook)
    letters = [one.domain] if one.domain else [domain.letter for domain in rulebook.domains]
    found = {policy.value(one.parameter, letter) for letter in letters}
    values = {_spelled(value, one.parameter, language) for value in found}
    return values.pop() if len(values) == 1 else None


def _spelled(value: Fraction, parameter: str, language: Language) -> str:
    """A whole number of exceptions as a word, any other value in figures."""
    is_count = parameter == _TOLD[0] and value.denominator == 1
    return spelled(language, int(value)) if is_count else str(value)


def _overtaken_by(number: int, workshop: Workshop) -> int:
    """The number of the decision that holds instead."""
    about = subject(workshop.decisions[number].decided)
    rows = enumerate(workshop.decisions, 1)
    return max(at for at, row in rows if subject(row.decided) == about)
