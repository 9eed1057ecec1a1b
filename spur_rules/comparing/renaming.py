"""Rows that have another id in the new catalog: the old rulebook and old answers under it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..catalog import Domain
from ..checklist import Checklist
from ..conditions import Leaf, StatusTest, rewrite
from ..rulebook import LinkedDomain, LinkedRule, Rulebook
from .changes import Change, Kind

#: The new id of each row that has one.
Names = Mapping[str, str]


def new_names(changes: Iterable[Change]) -> dict[str, str]:
    """The rows whose printed text is the same under another id.

    Args:
        changes: What `changes` found.
    """
    return {change.old: change.new for change in changes if change.kind is Kind.RENAMED}


def under_new_names(old: Rulebook, names: Names) -> Rulebook:
    """The same rulebook with the new ids, so that it can be held against the new one row by row.

    Args:
        old: What was.
        names: The new ids.
    """
    if not names:
        return old
    return replace(old, domains=tuple(_domain(domain, names) for domain in old.domains))


def _domain(linked: LinkedDomain, names: Names) -> LinkedDomain:
    order = tuple(names.get(id, id) for id in linked.order)
    rules = tuple(_rule(rule, names) for rule in linked.rules)
    return replace(linked, domain=_asked(linked.domain, names), order=order, rules=rules)


def _asked(domain: Domain, names: Names) -> Domain:
    rows = [row.model_copy(update={"id": names.get(row.id, row.id)}) for row in domain.indicators]
    return domain.model_copy(update={"indicators": tuple(rows)})


def _rule(linked: LinkedRule, names: Names) -> LinkedRule:
    def named(leaf: Leaf) -> Leaf:
        if isinstance(leaf, StatusTest):
            return StatusTest(names.get(leaf.indicator, leaf.indicator), leaf.statuses)
        return leaf

    written = rewrite(linked.rule.condition, named)
    rule = linked.rule.model_copy(update={"when": written})
    return LinkedRule(linked.number, rule, rewrite(linked.condition, named))


def carried(checklist: Checklist, new: Rulebook, names: Names) -> Checklist:
    """What a checklist for the old catalog says of the rows of the new one.

    An answer follows its row to the new id; a row that is gone takes its answer, its correction and
    its entry in the plan with it; a new row is not assessed.

    Args:
        checklist: As it was read for the old catalog.
        new: The new rulebook.
        names: The new ids.
    """
    known = new.indicators
    letters = {domain.letter for domain in new.domains}
    rows = {
        key: tuple(
            row.model_copy(update={"indicator": names.get(row.indicator, row.indicator)})
            for row in getattr(checklist, key)
            if names.get(row.indicator, row.indicator) in known
        )
        for key in ("answers", "plan", "corrections")
    }
    given = tuple(row for row in checklist.given if row.domain in letters)
    return checklist.model_copy(update={"catalog": new.catalog.id, "given": given, **rows})
