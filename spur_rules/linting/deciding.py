"""Rules that never matter, and what no rule reaches: exact, nothing is sampled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..conditions import FactTest, Measure, ParameterName, StatusTest, leaves
from ..errors import quoted
from ..rulebook import LinkedDomain, Rulebook
from ..rules import Rule
from ..vocabulary import Grade
from ..yaml_file import YamlFile
from .findings import Finding
from .outcomes import MOST_CASES, Outcomes, outcomes

CODES = ("SR724", "SR731", "SR732", "SR733", "SR734", "SR736")

#: Of more rules than this the rest are not named.
MOST_NAMED = 3
_WEIGHED = (Measure.EXCEPTIONS, Measure.SHARE_MET)


class Linked(NamedTuple):
    """A catalog and a ruleset that fit each other, and the files they stand in.

    `idle` are the rules that linking itself finds can never fire.
    """

    rulebook: Rulebook
    catalog: YamlFile
    rules: YamlFile
    idle: frozenset[str] = frozenset()

    def domains_of(self, rule: Rule) -> list[LinkedDomain]:
        """The domains where a rule applies."""
        domains = self.rulebook.domains
        return [d for d in domains if any(linked.rule is rule for linked in d.rules)]


def in_domains(linked: Linked, letters: Sequence[str]) -> str:
    """Domains in words, neighbours drawn together: domains A–C, F.

    Args:
        linked: Whose order is followed.
        letters: Some of its domains, in that order.
    """
    order = [domain.letter for domain in linked.rulebook.domains]
    runs: list[list[str]] = []
    for letter in letters:
        if runs and order.index(letter) == order.index(runs[-1][-1]) + 1:
            runs[-1].append(letter)
        else:
            runs.append([letter])
    words = [f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs]
    return f"domain{'s' if len(letters) > 1 else ''} {', '.join(words)}"


def found(linked: Linked) -> Iterator[Finding]:
    """What the rules leave out, and which of them never matter.

    Args:
        linked: A catalog and a ruleset that fit each other.
    """
    reached = outcomes(linked.rulebook)
    yield from _unseen(linked)
    yield from _idle_weights(linked)
    yield from _never_firing(linked, reached)
    yield from _never_deciding(linked, reached.values())
    for at, domain in enumerate(linked.rulebook.domains):
        yield from _unreached(linked, at, domain, reached[domain.letter])


def _unseen(linked: Linked) -> Iterator[Finding]:
    """Indicators whose norm no rule asks for in their domain, and that no rule names."""
    for at, domain in enumerate(linked.rulebook.domains):
        tests = [leaf for rule in domain.rules for leaf in leaves(rule.condition)]
        norms = {leaf.norm for leaf in tests if isinstance(leaf, FactTest)}
        named = {leaf.indicator for leaf in tests if isinstance(leaf, StatusTest)}
        for row, indicator in enumerate(domain.domain.indicators):
            if indicator.norm not in norms and indicator.id not in named:
                place = linked.catalog.place(("domains", at, "indicators", row, "id"))
                message = (
                    f"no rule looks at {quoted(indicator.id)}: whatever is answered, the grade"
                )
                message += f" stays; add a rule that counts {indicator.norm} in domain"
                yield Finding("SR731", place, f"{message} {domain.letter}, or that names it")


def _idle_weights(linked: Linked) -> Iterator[Finding]:
    ruleset = linked.rulebook.ruleset
    asked = {
        leaf.norm
        for rule in ruleset.rules
        for leaf in leaves(rule.condition)
        if isinstance(leaf, FactTest) and leaf.measure in _WEIGHED
    }
    for row, part in enumerate(ruleset.partly_counts_as):
        if part.norm not in asked:
            name = f" `{part.weight.name}`" if isinstance(part.weight, ParameterName) else ""
            message = f"no rule asks for `undantag` or `andel_uppfyllda` of {part.norm}: the weight"
            message += f"{name} changes nothing; remove it, or add such a rule"
            yield Finding("SR724", linked.rules.place(("partly_counts_as", row), key=True), message)


def _never_firing(linked: Linked, reached: dict[str, Outcomes]) -> Iterator[Finding]:
    for at, rule in enumerate(linked.rulebook.ruleset.rules):
        applies = [domain.letter for domain in linked.domains_of(rule)]
        silent = [
            letter
            for letter in applies
            if (sets := reached[letter].fired) is not None and not any(rule.id in s for s in sets)
        ]
        if silent and rule.id not in linked.idle:
            message = (
                f"rule {quoted(rule.id)} can never fire in {in_domains(linked, silent)},"
                " whatever is answered, in any profile; look at its thresholds and at how many"
                " indicators there are, or keep it out with `domains`"
            )
            yield Finding("SR732", linked.rules.place(("rules", at, "id")), message)


def _never_deciding(linked: Linked, reached: Iterable[Outcomes]) -> Iterator[Finding]:
    """Rules that could be removed without moving a grade: the later one of two that say the same.

    A rule with a caveat matters where its ceiling is the lowest, though another has the same.
    """
    known = [domain.fired for domain in reached]
    if None in known:
        return
    rules = {rule.id: rule for rule in linked.rulebook.ruleset.rules}
    sets = [fired for domain in known for fired in domain or ()]
    kept = [Counter(rules[id].ceiling for id in fired) for fired in sets]
    told: set[str] = set()
    for at, rule in reversed(list(enumerate(rules.values()))):
        firing = [number for number, fired in enumerate(sets) if rule.id in fired]
        if firing and all(_is_covered(rule, kept[number]) for number in firing):
            for number in firing:
                kept[number][rule.ceiling] -= 1
            told.add(rule.id)
            covering = [other for other in rules.values() if _covers(other, rule)]
            left = [other for other in covering if other.id not in told]
            place = linked.rules.place(("rules", at, "id"))
            yield Finding("SR733", place, _why_idle(rule, left, [sets[n] for n in firing]))


def _is_covered(rule: Rule, kept: Counter[Grade]) -> bool:
    """Whether the rules that fire beside it, and that are kept, leave a rule nothing to say."""
    is_worse = any(number and grade > rule.ceiling for grade, number in kept.items())
    return is_worse or (not rule.caveat and kept[rule.ceiling] > 1)


def _covers(other: Rule, rule: Rule) -> bool:
    """Whether a rule says all that another one does, where both fire."""
    return other.ceiling > rule.ceiling or (other.ceiling is rule.ceiling and not rule.caveat)


def _why_idle(rule: Rule, others: list[Rule], firing: Sequence[frozenset[str]]) -> str:
    """The rules that say as much: those that always do, or else those that do by turns."""
    always = [f"`{other.id}`" for other in others if all(other.id in fired for fired in firing)]
    beside = frozenset[str]().union(*firing)
    named = always or [f"`{other.id}`" for other in others if other.id in beside]
    shown = named if len(named) <= MOST_NAMED else [*named[:2], "another one"]
    if always:
        so = f"so {'does' if len(shown) == 1 else 'do'} {' and '.join(shown)}"
    else:
        so = f"so does one of {', '.join(shown)}"
    word = "a worse ceiling" if rule.caveat else "the same ceiling or a worse one"
    return (
        f"no grade hangs on rule {quoted(rule.id)}: whenever it fires, {so}, with {word};"
        " remove it, or change its ceiling or condition"
    )


def _unreached(
    linked: Linked, at: int, domain: LinkedDomain, reached: Outcomes
) -> Iterator[Finding]:
    if reached.fired is None:
        message = f"domain {domain.letter} has more than {MOST_CASES} combinations; its rules and"
        message += " grades are not looked at. Name fewer indicators in rules"
        yield Finding("SR736", linked.catalog.place(("domains", at, "letter")), message)
        return
    ceilings = {rule.rule.id: rule.rule.ceiling for rule in domain.rules}
    best = domain.domain.grades[0]
    given = {max((ceilings[id] for id in fired), default=best) for fired in reached.fired}
    for grade in domain.domain.grades:
        if grade not in given and (grade is best or grade in ceilings.values()):
            place = linked.catalog.place(("domains", at, "scale", grade.value), key=True)
            yield Finding("SR734", place, _why_unreached(grade, best, domain.letter))


def _why_unreached(grade: Grade, best: Grade, letter: str) -> str:
    if grade is best:
        why = "a rule fires whatever is answered"
    else:
        why = "where a rule with that ceiling fires, one with a worse ceiling does too, or none can"
    message = f"grade {grade} can never be reached in domain {letter}, in any profile: {why}"
    return f"{message}; change the rules, or the scale"
