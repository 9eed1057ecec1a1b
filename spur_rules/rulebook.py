"""The rulebook: a catalog and a ruleset linked into one frozen whole."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from .catalog import Catalog, Domain, Indicator
from .conditions import Condition, Measure, StatusTest, leaves
from .errors import Problem, quoted
from .policy import STANDARD, Override, Policy, resolve
from .provenance import Chosen, ContentId, Place
from .rules import Rule, Ruleset
from .vocabulary import Norm, Status


@dataclass(frozen=True, slots=True)
class NormGroup:
    """The indicators of one norm in one domain, and where they stand in the rulebook's order."""

    norm: Norm
    start: int
    stop: int

    @property
    def size(self) -> int:
        """How many indicators there are."""
        return self.stop - self.start


@dataclass(frozen=True, slots=True)
class LinkedRule:
    """A rule as one domain has it; its condition holds no `not`. The number is its bit."""

    number: int
    rule: Rule
    condition: Condition


@dataclass(frozen=True)
class LinkedDomain:
    """A domain with its indicators grouped by norm and the rules that apply in it."""

    domain: Domain
    groups: tuple[NormGroup, ...]
    order: tuple[str, ...]
    rules: tuple[LinkedRule, ...]

    @cached_property
    def letter(self) -> str:
        """The domain's letter."""
        return self.domain.letter

    @cached_property
    def start(self) -> int:
        """Where the domain's indicators start in the rulebook's order."""
        return self.groups[0].start

    @cached_property
    def stop(self) -> int:
        """Where they end."""
        return self.groups[-1].stop

    @cached_property
    def is_in_catalog_order(self) -> bool:
        """Whether the domain's order is that of the catalog."""
        return self.order == tuple(self.indicators)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """The domain's indicators by id, in catalog order."""
        return {indicator.id: indicator for indicator in self.domain.indicators}

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each indicator stands in the rulebook's order."""
        return {id: self.start + offset for offset, id in enumerate(self.order)}

    @cached_property
    def asks_what_applies(self) -> bool:
        """Whether a rule can fire because a row is ej tillämpligt, or because it is not."""
        tests = (leaf for rule in self.rules for leaf in leaves(rule.condition))
        return any(
            Status.NOT_APPLICABLE in test.statuses
            if isinstance(test, StatusTest)
            else test.measure is Measure.APPLICABLE
            for test in tests
        )

    def group(self, norm: Norm) -> NormGroup | None:
        """The indicators of one norm; None where the domain has none."""
        return next((group for group in self.groups if group.norm is norm), None)


@dataclass(frozen=True, eq=False)
class Rulebook:
    """A catalog and a ruleset that fit each other. Frozen: share it between threads freely.

    Two rulebooks are equal when they are the same object; compare their ids for their content.
    `is_shipped` when both are the ones that come with spur_rules; `chosen` where another version of
    the catalog was taken than the newest.
    """

    catalog: Catalog
    ruleset: Ruleset
    catalog_id: ContentId
    rules_id: ContentId
    domains: tuple[LinkedDomain, ...]
    is_shipped: bool = False
    chosen: Chosen | None = None

    def chosen_for(self, chosen: Chosen | None, is_shipped: bool) -> Rulebook:
        """The same rulebook with what decided that it is this one.

        Args:
            chosen: What decided, where another than the newest was taken.
            is_shipped: Whether it came with spur_rules as it is.
        """
        return replace(self, chosen=chosen, is_shipped=is_shipped)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Every indicator id, domain by domain and norm by norm: the order of status codes."""
        return tuple(id for domain in self.domains for id in domain.order)

    @cached_property
    def indicators(self) -> dict[str, Indicator]:
        """Every indicator by id, in catalog order."""
        return {id: row for domain in self.domains for id, row in domain.indicators.items()}

    @cached_property
    def position(self) -> dict[str, int]:
        """Where each indicator stands in the rulebook's order."""
        return {id: at for at, id in enumerate(self.order)}

    @cached_property
    def bound(self) -> dict[str, Indicator]:
        """The indicators that are bound to regulations, by id, in catalog order."""
        return {id: row for id, row in self.indicators.items() if row.regulations}

    @cached_property
    def is_in_catalog_order(self) -> bool:
        """Whether the rulebook's order is that of the catalog, as it is for the shipped one."""
        return self.order == tuple(self.indicators)

    @cached_property
    def rules(self) -> dict[str, Rule]:
        """Every rule by id."""
        return {rule.id: rule for rule in self.ruleset.rules}

    def policy(self, profile: str = STANDARD, overrides: Iterable[Override] = ()) -> Policy:
        """The value of every parameter under a profile and overrides.

        Args:
            profile: A profile of the ruleset.
            overrides: Single values set by hand.

        Raises:
            InputError: An unknown profile, parameter or domain, or a value out of bounds.
        """
        letters = [domain.letter for domain in self.domains]
        return resolve(self.ruleset, letters, profile, overrides)

    def domain(self, letter: str) -> LinkedDomain:
        """A domain by its letter, which must be one of the catalog's."""
        return next(domain for domain in self.domains if domain.letter == letter)

    def unknown_domain(self, letter: str, place: Place) -> Problem:
        """The mistake of naming a domain that there is not."""
        known = ", ".join(domain.letter for domain in self.domains)
        return Problem("SR310", place, f"unknown domain {quoted(letter)}; use one of {known}")
