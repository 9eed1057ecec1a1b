"""What a split is, by a plain loop over pairs: slow, and without any of the package's counting."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache
from itertools import combinations, pairwise, product
from typing import NamedTuple

from spur_rules import Status, evaluation
from spur_rules.in_force import DomainInForce, RulesInForce, rules_in_force
from spur_rules.policy import Override, Policy
from spur_rules.rulebook import Rulebook
from spur_rules.vocabulary import Grade

Ticks = Mapping[str, Status]
MOST_ROWS = 9
SHARES = sorted({Fraction(k, 2 * n) for n in range(1, MOST_ROWS + 1) for k in range(2 * n + 1)})
GRIDS = {
    "antal": [Fraction(k, 2) for k in range(2 * MOST_ROWS + 2)],
    "andel": sorted([*SHARES, *((low + high) / 2 for low, high in pairwise(SHARES))]),
    "vikt": [Fraction(0), Fraction(1, 2), Fraction(1)],
}


class Review(NamedTuple):
    """Every row has a status, ej bedömt among them."""

    case: str
    rater: str
    ticks: Ticks
    given: Mapping[str, Grade]


class Found(NamedTuple):
    kinds: Counter[str]
    more: Counter[str]
    differing: Counter[str]
    settled: Counter[str]
    possibly: Counter[str]
    together: Counter[tuple[str, str]]
    parameters: Counter[str]


def ends(domain: DomainInForce, ticks: Ticks) -> tuple[Grade, Grade]:
    worst, best = (
        {id: unknown if status is Status.NOT_ASSESSED else status for id, status in ticks.items()}
        for unknown in (Status.NOT_MET, Status.MET)
    )
    return evaluation.grade(domain, worst), evaluation.grade(domain, best)


def exact(domain: DomainInForce, ticks: Ticks) -> Grade | None:
    worst, best = ends(domain, ticks)
    return worst if worst is best else None


def split_of(rulebook: Rulebook, policy: Policy, letter: str, reviews: Sequence[Review]) -> Found:
    """The split of one domain."""
    at = [domain.letter for domain in rulebook.domains].index(letter)
    domain = rules_in_force(rulebook, policy).domains[at]
    found = Found(*(Counter() for _ in Found._fields))
    for first, second in combinations(reviews, 2):
        grades = first.given.get(letter), second.given.get(letter)
        if first.case == second.case and set(grades) <= set(domain.linked.domain.grades):
            one, other = ({id: r.ticks[id] for id in domain.linked.order} for r in (first, second))
            _count(found, domain, (one, other), grades)
            best_and_worst = ends(domain, one)[::-1]
            if one == other and grades[0] != grades[1] and not _in_range(grades, *best_and_worst):
                _judge(found, rulebook, policy, at, one, grades)
    return found


def _count(
    found: Found, domain: DomainInForce, ticks: tuple[Ticks, Ticks], grades: tuple[Grade, Grade]
) -> None:
    rules = [exact(domain, own) for own in ticks]
    departs = sum(
        not best <= given <= worst
        for given, (worst, best) in zip(grades, (ends(domain, own) for own in ticks), strict=True)
    )
    differing = [id for id in ticks[0] if ticks[0][id] != ticks[1][id]]
    found.differing.update(differing)
    if None not in rules:
        found.more["same_by_rules" if rules[0] is rules[1] else "other_by_rules"] += 1
    nothing = all(status is Status.NOT_ASSESSED for own in ticks for status in own.values())
    found.more["nothing_ticked"] += nothing
    if not differing and grades[0] is grades[1]:
        found.kinds["same_ticks_same_grade"] += 1
    elif not differing and departs:
        found.kinds["same_ticks_other_grade"] += 1
        found.more["listed"] += 1
    elif not differing:
        found.kinds["open_because_unknown"] += 1
        found.more["may_follow"] += 1
        found.more["listed"] += not nothing
    elif grades[0] is grades[1]:
        found.kinds["other_ticks_same_grade"] += 1
        found.more["despite_ticks"] += None not in rules and rules[0] is not rules[1]
    elif departs:
        found.kinds["not_explained_by_ticks"] += 1
        found.more["one_departs" if departs == 1 else "both_depart"] += 1
    elif rules == list(grades):
        found.kinds["explained_by_ticks"] += 1
        _settle(found, domain, ticks, differing)
    else:
        found.kinds["open_because_unknown"] += 1


def _settle(
    found: Found, domain: DomainInForce, ticks: tuple[Ticks, Ticks], differing: list[str]
) -> None:
    agree = {id: [_agree(domain, ticks, {id: own[id]}) for own in ticks] for id in differing}
    found.settled.update(id for id, both in agree.items() if all(both))
    found.possibly.update(id for id, both in agree.items() if sum(both) == 1)
    if any(all(both) for both in agree.values()):
        found.more["by_one_row"] += 1
        return
    found.more["by_one_tick"] += any(any(both) for both in agree.values())
    together = [rows for rows in combinations(differing, 2) if _settles(domain, ticks, rows)]
    found.together.update(together)
    found.more["by_two_rows" if together else "by_more_rows"] += 1


def _settles(domain: DomainInForce, ticks: tuple[Ticks, Ticks], rows: tuple[str, ...]) -> bool:
    """Whether both have the same grade whichever of the two ticks each row gets."""
    return all(
        _agree(domain, ticks, {id: own[id] for id, own in zip(rows, chosen, strict=True)})
        for chosen in product(ticks, repeat=len(rows))
    )


def _agree(domain: DomainInForce, ticks: tuple[Ticks, Ticks], agreed: Ticks) -> bool:
    grades = {exact(domain, {**own, **agreed}) for own in ticks}
    return len(grades) == 1 and None not in grades


def _judge(
    found: Found,
    rulebook: Rulebook,
    policy: Policy,
    at: int,
    ticks: Ticks,
    grades: tuple[Grade, ...],
) -> None:
    follows: set[Grade | None] = set()
    by_one = False
    for parameter in rulebook.ruleset.parameters:
        given = set(_under(rulebook, policy, at, ticks, parameter.name))
        follows |= given
        if set(grades) <= given:
            found.parameters[parameter.name] += 1
            by_one = True
    for profile in rulebook.ruleset.profiles:
        rules = rules_in_force(rulebook, rulebook.policy(profile.name))
        follows.add(exact(rules.domains[at], ticks))
    own = rules_in_force(rulebook, policy).domains[at]
    follows.add(exact(own, ticks))
    worst, best = ends(own, ticks)
    found.more["judgements"] += 1
    if by_one:
        found.more["by_one_parameter"] += 1
    elif set(grades) <= follows:
        found.more["by_readings"] += 1
    elif worst is best and set(grades) == _where_none_fits(own, ticks, worst):
        found.more["no_criterion"] += 1
    else:
        found.more["by_none"] += 1


def _in_range(grades: tuple[Grade, ...], best: Grade, worst: Grade) -> bool:
    return all(best <= grade <= worst for grade in grades)


def _where_none_fits(domain: DomainInForce, ticks: Ticks, grade: Grade) -> set[Grade]:
    """The grade and the next below, where a rule with a caveat of its own gives the grade."""
    scale = domain.linked.domain.grades
    for rule in domain.linked.rules:
        alone = replace(domain, rules=tuple(r for r in domain.rules if r.id == rule.rule.id))
        is_caveat = rule.rule.caveat is not None and grade is not scale[0]
        if is_caveat and exact(alone, ticks) is grade:
            return {grade, *scale[scale.index(grade) + 1 :][:1]}
    return set()


def _under(
    rulebook: Rulebook, policy: Policy, at: int, ticks: Ticks, parameter: str
) -> Iterator[Grade | None]:
    """The grade under every value of one parameter, all else as it is."""
    letter = rulebook.domains[at].letter
    names = [name for name, _ in policy.values if name != parameter]
    others = tuple(Override(name, policy.value(name, letter)) for name in names)
    return (exact(rules.domains[at], ticks) for rules in _every_value(rulebook, others, parameter))


@lru_cache(maxsize=64)
def _every_value(
    rulebook: Rulebook, others: tuple[Override, ...], parameter: str
) -> list[RulesInForce]:
    unit = next(p.unit.value for p in rulebook.ruleset.parameters if p.name == parameter)
    each = [Override(parameter, value) for value in GRIDS[unit]]
    return [rules_in_force(rulebook, rulebook.policy(overrides=[*others, own])) for own in each]
