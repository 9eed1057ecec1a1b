"""Linking a ruleset to a catalog: the two fit, and every rule means something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import product

from .catalog import Catalog, Domain
from .condition_reading import leaf_paths
from .conditions import (
    AnyOf,
    FactTest,
    Measure,
    Op,
    ParameterName,
    StatusTest,
    leaves,
    without_not,
)
from .errors import InputError, Problem, quoted
from .evaluation import holds
from .in_force import DomainInForce, RuleInForce, rules_in_force
from .loading import hint, keys_named, load, sound_rules
from .overlaying import lay
from .policy import STANDARD, resolve
from .provenance import ContentId
from .rulebook import LinkedDomain, LinkedRule, NormGroup, Rulebook
from .rules import Rule, Ruleset, Unit
from .vocabulary import Norm, Status
from .yaml_events import DataPath
from .yaml_file import YamlFile


def link(
    catalog: YamlFile, rules: YamlFile, overlays: Sequence[YamlFile] = (), proven: bool = True
) -> Rulebook:
    """Load a catalog and a ruleset and make one rulebook of them.

    Args:
        catalog: The catalog's file: what is asked.
        rules: The ruleset's file: what an answer costs.
        overlays: Files that extend the catalog, in order.
        proven: Without it a rule may be one that no answer fires (SR307), or that fires because an
            answer got better (SR308): such a rulebook is to be looked at, not to be graded with.

    Raises:
        InputError: What is wrong in any file, and where they do not fit, all at once.
    """
    asked, in_catalog = load(Catalog, catalog)
    ruleset, in_rules = load(Ruleset, rules)
    if asked is None or in_catalog:
        raise InputError(in_catalog + in_rules)
    try:
        asked = lay(asked, overlays)
    except InputError as error:
        raise InputError((*error.problems, *in_rules)) from None
    sound, kept = sound_rules(rules) if ruleset is None else (ruleset, range(len(ruleset.rules)))
    linker = _Linker(asked, sound, rules, kept, proven) if sound is not None else None
    if linker is not None:
        linker.check()
        in_rules += linker.problems
    if linker is None or ruleset is None or in_rules:
        raise InputError(in_rules)
    rulebook = Rulebook(
        asked,
        ruleset,
        ContentId(asked.id, asked.version, catalog.sha256),
        ContentId(ruleset.id, ruleset.version, rules.sha256),
        linker.domains(),
    )
    if proven:
        linker.check_reachable(rulebook)
    if linker.problems:
        raise InputError(linker.problems)
    return rulebook


class _Linker:
    def __init__(
        self,
        catalog: Catalog,
        ruleset: Ruleset,
        file: YamlFile,
        numbers: Sequence[int],
        proven: bool,
    ) -> None:
        self.catalog, self.ruleset, self.file = catalog, ruleset, file
        self.proven = proven
        self.numbers = numbers  # where each rule stands in the file
        self.problems: list[Problem] = []
        self.parameters = {p.name: p for p in ruleset.parameters}
        self.domain_of = {row.id: d.letter for d in catalog.domains for row in d.indicators}
        self.norm_of = {row.id: row.norm for d in catalog.domains for row in d.indicators}
        self.letters = [domain.letter for domain in catalog.domains]

    def report(self, code: str, path: DataPath, message: str, key: bool = False) -> None:
        self.problems.append(Problem(code, self.file.place(path, key), message))

    def check(self) -> None:
        self.check_catalog()
        self.check_values()
        self.check_letters()
        self.check_action_plan()
        for index, rule in zip(self.numbers, self.ruleset.rules, strict=True):
            self.check_rule(rule, ("rules", index))

    def check_catalog(self) -> None:
        if not self.catalog.is_named(self.ruleset.catalog):
            found = f"{self.catalog.id}@{self.catalog.version}"
            message = (
                f"the rules are written for catalog {quoted(self.ruleset.catalog)}, the catalog is"
                f" `{found}`; give the right one with --catalog or --rules, or correct this line"
            )
            self.report("SR311", ("catalog",), message)
        names = [profile.name for profile in self.ruleset.profiles]
        if STANDARD not in names:
            message = f"profile `{STANDARD}` is missing; it is the one used by default"
            self.report("SR313", ("profiles",), message, key=True)

    def check_values(self) -> None:
        """Every value that a parameter is given is within its unit's bounds."""
        for path, name, value in self.values():
            parameter = self.parameters.get(name)
            if parameter is not None and not parameter.unit.allows(value):
                message = f"`{name}` is {value}, must be {parameter.unit.bounds}"
                self.report("SR309", path, message)
        for i, row in enumerate(self.ruleset.partly_counts_as):
            if not self.is_weight(row.weight):
                message = f"the weight of delvis must be {Unit.WEIGHT.bounds} (unit `vikt`)"
                self.report("SR309", ("partly_counts_as", i), message)

    def is_weight(self, weight: Fraction | ParameterName) -> bool:
        if isinstance(weight, ParameterName):
            parameter = self.parameters.get(weight.name)
            return parameter is None or parameter.unit is Unit.WEIGHT
        return Unit.WEIGHT.allows(weight)

    def values(self) -> Iterator[tuple[DataPath, str, Fraction]]:
        """Each place where a parameter gets a value."""
        for p in self.ruleset.parameters:
            yield ("parameters", p.name, "default"), p.name, p.default
            for row in p.domains:
                yield ("parameters", p.name, "domains", row.domain), p.name, row.value
        for profile in self.ruleset.profiles:
            path: DataPath = ("profiles", profile.name)
            for setting in profile.values:
                yield (*path, "values", setting.parameter), setting.parameter, setting.value
            for own in profile.domains:
                for setting in own.settings:
                    place = (*path, "domains", own.domain, setting.parameter)
                    yield place, setting.parameter, setting.value

    def check_letters(self) -> None:
        """Every domain that the ruleset names exists."""
        for pattern in ("parameters.*.domains", "profiles.*.domains", "rules.*.domains"):
            for path, named in self.file.find(pattern):
                keyed = isinstance(named, dict)
                for index, letter in enumerate(named if keyed or isinstance(named, tuple) else ()):
                    is_letter = isinstance(letter, str) and letter.isupper()
                    if is_letter and letter not in self.letters:
                        message = f"unknown domain {quoted(letter)}{hint(letter, self.letters)}"
                        place = (*path, letter if keyed else index)
                        self.report("SR310", place, message, key=keyed)

    def check_action_plan(self) -> None:
        plan = self.ruleset.action_plan
        if plan is not None and plan.to >= plan.lifts:
            message = (
                f"an action plan takes {plan.lifts} to `{plan.to}`, which is not better;"
                " name a better grade, or remove `action_plan`"
            )
            self.report("SR315", ("action_plan", "to"), message)

    def check_rule(self, rule: Rule, path: DataPath) -> None:
        for place, id in keys_named("indicator", self.file.at((*path, "when")), (*path, "when")):
            if id not in self.domain_of:
                message = f"unknown indicator {quoted(id)}{hint(str(id), self.domain_of)}"
                self.report("SR304", place, message)
        named = {self.domain_of[id] for id in _named(rule) if id in self.domain_of}
        if len(named) > 1:
            message = f"the rule names indicators of domains {', '.join(sorted(named))}; split it"
            self.report("SR314", (*path, "when"), message)
        is_known = _named(rule) <= set(self.domain_of)
        domains = self.applicable(rule) if is_known else []
        for domain in domains:
            self.check_ceiling(rule, domain, path)
        places = leaf_paths(self.file.at((*path, "when")), (*path, "when"))
        for place, leaf in zip(places, leaves(without_not(rule.condition)), strict=True):
            self.check_leaf(leaf, rule, place)
            if isinstance(leaf, FactTest):
                self.check_norm(leaf, domains, place)

    def applicable(self, rule: Rule) -> list[Domain]:
        """The domains a rule applies in: those it names, or those of the indicators it names."""
        named = {self.domain_of[id] for id in _named(rule) if id in self.domain_of}
        return [
            domain
            for domain in self.catalog.domains
            if (not rule.domains or domain.letter in rule.domains)
            and (not named or domain.letter in named)
            and set(rule.needs) <= _norms(domain)
        ]

    def check_ceiling(self, rule: Rule, domain: Domain, path: DataPath) -> None:
        if rule.ceiling not in domain.grades:
            scale = " ".join(domain.grades)
            message = (
                f"ceiling `{rule.ceiling}` is not on the scale of domain {domain.letter} ({scale});"
                " say with `needs` which norm the rule needs, or with `domains` where it applies"
            )
            self.report("SR305", (*path, "ceiling"), message)

    def check_norm(self, leaf: FactTest, domains: list[Domain], place: DataPath) -> None:
        for domain in domains:
            if leaf.norm not in _norms(domain):
                message = f"domain {domain.letter} has no {leaf.norm}; add it to the rule's `needs`"
                self.report("SR306", (*place, "fact"), message)

    def check_leaf(self, leaf: FactTest | StatusTest, rule: Rule, place: DataPath) -> None:
        if self.proven and not self.is_monotone(leaf):
            message = (
                f"rule {quoted(rule.id)} could fire because an answer got better"
                f" ({_described(leaf)}); a rule may only ask for what is missing"
            )
            self.report("SR308", place, message)
        if isinstance(leaf, FactTest) and not self.unit_fits(leaf):
            is_share = leaf.measure is Measure.SHARE_MET
            what, unit = ("a share", Unit.SHARE) if is_share else ("a count", Unit.COUNT)
            threshold = leaf.threshold
            name = threshold.name if isinstance(threshold, ParameterName) else str(threshold)
            message = f"fact `{leaf.fact}` is {what}, `{name}` is not; write {unit.bounds}"
            self.report("SR309", (*place, leaf.op.value), message)

    def is_monotone(self, leaf: FactTest | StatusTest) -> bool:
        """Whether an answer that gets worse can only make the comparison true, never false."""
        if isinstance(leaf, StatusTest):
            met = {Status.MET, Status.MET_OTHERWISE} & set(leaf.statuses)
            partly, not_met = (s in leaf.statuses for s in (Status.PARTLY, Status.NOT_MET))
            is_advice = self.norm_of.get(leaf.indicator) is Norm.ALLMANT_RAD
            ways_differ = is_advice and len(met) == 1
            return (not met or partly) and (not partly or not_met) and not ways_differ
        if leaf.measure is Measure.APPLICABLE:
            return True
        return (leaf.measure in _WORSE_WHEN_MORE) == (leaf.op in _UPWARD)

    def unit_fits(self, leaf: FactTest) -> bool:
        unit = Unit.SHARE if leaf.measure is Measure.SHARE_MET else Unit.COUNT
        if isinstance(leaf.threshold, ParameterName):
            parameter = self.parameters.get(leaf.threshold.name)
            return parameter is None or parameter.unit is unit
        return unit.allows(leaf.threshold)

    def domains(self) -> tuple[LinkedDomain, ...]:
        linked: list[LinkedDomain] = []
        for domain in self.catalog.domains:
            start = linked[-1].stop if linked else 0
            rules = [rule for rule in self.ruleset.rules if domain in self.applicable(rule)]
            linked.append(_linked(domain, start, rules))
        return tuple(linked)

    def check_reachable(self, rulebook: Rulebook) -> None:
        """Every rule can fire in some domain under some profile, and lowers something there."""
        reachable: set[str] = set()
        for profile in self.ruleset.profiles:
            if len(reachable) == len(self.ruleset.rules):
                return
            policy = resolve(self.ruleset, self.letters, profile.name)
            for domain in rules_in_force(rulebook, policy).domains:
                reachable |= {
                    rule.id
                    for rule in domain.rules
                    if rule.ceiling is not domain.best_grade and _can_fire(rule, domain)
                }
        for index, rule in enumerate(self.ruleset.rules):
            if rule.id not in reachable:
                message = (
                    f"rule {quoted(rule.id)} can never lower a grade, in any domain or profile;"
                    " look at its ceiling, its thresholds, `domains` and `needs`, or remove it"
                )
                self.report("SR307", ("rules", index, "id"), message)


def _named(rule: Rule) -> set[str]:
    return {leaf.indicator for leaf in leaves(rule.condition) if isinstance(leaf, StatusTest)}


def _norms(domain: Domain) -> set[Norm]:
    return {indicator.norm for indicator in domain.indicators}


def _linked(domain: Domain, start: int, rules: list[Rule]) -> LinkedDomain:
    groups: list[NormGroup] = []
    order: list[str] = []
    for norm in Norm:
        ids = [row.id for row in domain.indicators if row.norm is norm]
        if ids:
            groups.append(NormGroup(norm, start + len(order), start + len(order) + len(ids)))
            order += ids
    linked = (LinkedRule(n, rule, without_not(rule.condition)) for n, rule in enumerate(rules))
    return LinkedDomain(domain, tuple(groups), tuple(order), tuple(linked))


MOST_CASES = 2_000  # a rule that has not fired by then is taken to be able to
_WORSE_WHEN_MORE = (Measure.SHORTCOMINGS, Measure.NOT_MET, Measure.EXCEPTIONS)
_UPWARD = (Op.AT_LEAST, Op.MORE_THAN)


def _described(leaf: FactTest | StatusTest) -> str:
    if isinstance(leaf, StatusTest):
        return f"{leaf.indicator} is {' or '.join(leaf.statuses)}"
    return f"{leaf.fact} {leaf.op.replace('_', ' ')} …"


def _can_fire(rule: RuleInForce, domain: DomainInForce) -> bool:
    """Whether some answers make the rule fire.

    Worse answers only help, so it is enough to try nothing met, with any number not applicable.
    """
    if isinstance(rule.condition, AnyOf):
        parts = (replace(rule, condition=part) for part in rule.condition.parts)
        return any(_can_fire(part, domain) for part in parts)
    for tried, worst in enumerate(_worst_cases(rule, domain)):
        if holds(rule.condition, domain, worst) or tried >= MOST_CASES:
            return True
    return False


def _worst_cases(rule: RuleInForce, domain: DomainInForce) -> Iterator[dict[str, Status]]:
    tests = [leaf for leaf in leaves(rule.condition) if isinstance(leaf, StatusTest)]
    named = list(dict.fromkeys(leaf.indicator for leaf in tests))
    asked = {leaf.norm for leaf in leaves(rule.condition) if isinstance(leaf, FactTest)}
    rows = domain.linked.indicators.values()
    plain = [[r.id for r in rows if r.norm is n and r.id not in named] for n in sorted(asked)]
    worst = dict.fromkeys(domain.linked.indicators, Status.NOT_MET)
    for own in product((Status.NOT_MET, Status.NOT_APPLICABLE), repeat=len(named)):
        for counts in product(*(range(len(ids) + 1) for ids in plain)):
            left_out = [id for ids, n in zip(plain, counts, strict=True) for id in ids[:n]]
            void = dict.fromkeys(left_out, Status.NOT_APPLICABLE)
            yield worst | void | dict(zip(named, own, strict=True))
