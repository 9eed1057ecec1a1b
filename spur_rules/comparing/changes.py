"""What differs between two catalogs or two rulesets, row by row and key by key.

Every field of every model is looked at, and no list says which: what a later version of the files
adds is told too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from .. import catalog as catalogs
from .. import rules as rulesets
from ..frozen import Frozen
from ..rulebook import Rulebook

Half = Literal["catalog", "rules"]
#: A row's name, and a number where several rows of a list have the same name.
_Key = tuple[str, int]


class Kind(StrEnum):
    """What happened to a row, or to one key of it.

    RENAMED: a row is gone and another one says the same; their other keys are then compared.
    """

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    RENAMED = "renamed"


class Change(NamedTuple):
    """One difference.

    `what` is the kind of row and `subject` its names from the outside in, such as a domain's letter
    and an indicator's id; `key` is the key that changed. Of a row that is added or removed, `old`
    or `new` is the row; of one that moved they are the names of the rows before it, of one that is
    renamed its names.
    """

    of: Half
    what: str
    subject: tuple[str, ...]
    kind: Kind
    key: str | None
    old: Any
    new: Any


#: Each kind of row: what it is called here, and what names it among its like.
ROWS: dict[type[Frozen], tuple[str, Callable[[Any], str]]] = {
    catalogs.Regulation: ("regulation", lambda row: row.id),
    catalogs.Provision: ("provision", lambda row: row.id),
    catalogs.Domain: ("domain", lambda row: row.letter),
    catalogs.ScaleStep: ("scale", lambda row: row.grade),
    catalogs.Indicator: ("indicator", lambda row: row.id),
    catalogs.Footnote: ("footnote", lambda row: row.regulation),
    catalogs.EarlierId: ("earlier_id", lambda row: row.old),
    catalogs.RetiredId: ("retired_id", lambda row: row.id),
    catalogs.Presupposition: ("presupposes", lambda row: f"{row.indicator}–{row.needs}"),
    catalogs.WordsAgainst: ("words_against", lambda row: ", ".join(row.status)),
    rulesets.Parameter: ("parameter", lambda row: row.name),
    rulesets.DomainValue: ("domain_value", lambda row: row.domain),
    rulesets.Profile: ("profile", lambda row: row.name),
    rulesets.Setting: ("setting", lambda row: row.parameter),
    rulesets.DomainSettings: ("domain_settings", lambda row: row.domain),
    rulesets.PartlyWeight: ("partly_counts_as", lambda row: row.norm),
    rulesets.Reading: ("reading", lambda row: row.id),
    rulesets.Rule: ("rule", lambda row: row.id),
}
#: Groups of keys that there is one of: what they are called.
GROUPS: dict[type[Frozen], str] = {
    catalogs.Consistency: "consistency",
    rulesets.PlanRule: "action_plan",
}


class _At(NamedTuple):
    """Where two values stand."""

    of: Half
    what: str
    subject: tuple[str, ...] = ()
    prefix: str = ""
    new_ids: Mapping[str, str] = MappingProxyType({})

    def change(self, kind: Kind, key: str | None, old: Any, new: Any) -> Change:
        return Change(self.of, self.what, self.subject, kind, key, old, new)


def changes(old: Rulebook, new: Rulebook) -> tuple[Change, ...]:
    """Every difference between two rulebooks: the catalog's first, each in the files' order.

    Args:
        old: What was.
        new: What is to be.
    """
    new_ids = {row.old: new.catalog.current_id(row.old) for row in new.catalog.earlier_ids}
    catalog = _fields(old.catalog, new.catalog, _At("catalog", "catalog", new_ids=new_ids))
    rules = _fields(old.ruleset, new.ruleset, _At("rules", "ruleset"))
    return (*catalog, *rules)


def _fields(old: Frozen, new: Frozen, at: _At) -> Iterator[Change]:
    for name, field in type(old).model_fields.items():
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield from _values(before, after, at, at.prefix + (field.alias or name))


def _values(old: Any, new: Any, at: _At, key: str) -> Iterator[Change]:
    kind = _row_type(old, new)
    if kind is not None:
        yield from _rows(old, new, at, *ROWS[kind])
    elif isinstance(old, Frozen) and type(old) is type(new):
        group = GROUPS.get(type(old))
        inside = at._replace(what=group, prefix="") if group else at._replace(prefix=f"{key}.")
        yield from _fields(old, new, inside)
    else:
        yield at.change(Kind.CHANGED, key, old, new)


def _row_type(old: Any, new: Any) -> type[Frozen] | None:
    """The kind of named rows that two lists hold; None where they hold something else."""
    if not isinstance(old, tuple) or not isinstance(new, tuple):
        return None
    kinds = {type(row) for row in (*old, *new)}
    return next(iter(kinds)) if len(kinds) == 1 and kinds <= ROWS.keys() else None


def _rows(
    old: Sequence[Frozen], new: Sequence[Frozen], at: _At, what: str, name: Callable[[Any], str]
) -> Iterator[Change]:
    before, after = _named(old, name), _named(new, name)
    renamed = dict(_renamed(before, after, at.new_ids)) if what == "indicator" else {}
    for key, row in before.items():
        place = at._replace(what=what, subject=(*at.subject, key[0]), prefix="")
        if key in renamed:
            other = after[renamed[key]]
            yield place.change(Kind.RENAMED, None, key[0], renamed[key][0])
            own = place._replace(subject=(*at.subject, renamed[key][0]))
            yield from (change for change in _fields(row, other, own) if change.key != "id")
        elif key not in after:
            yield place.change(Kind.REMOVED, None, row, None)
        else:
            yield from _fields(row, after[key], place)
    for key, row in after.items():
        if key not in before and key not in renamed.values():
            yield _At(at.of, what, (*at.subject, key[0])).change(Kind.ADDED, None, None, row)
    yield from _moved([renamed.get(key, key) for key in before], list(after), at, what)


def _named(rows: Sequence[Frozen], name: Callable[[Any], str]) -> dict[_Key, Frozen]:
    seen: Counter[str] = Counter()
    found: dict[_Key, Frozen] = {}
    for row in rows:
        own = str(name(row))
        found[own, seen[own]] = row
        seen[own] += 1
    return found


def _renamed(
    before: dict[_Key, Any], after: dict[_Key, Any], new_ids: Mapping[str, str]
) -> Iterator[tuple[_Key, _Key]]:
    """Indicators that are gone: the catalog names another, or one now says exactly the same."""
    gained = {row.text: key for key, row in after.items() if key not in before}
    for key, row in before.items():
        named = (new_ids.get(key[0], ""), 0)
        if key not in after and named in gained.values():
            gained.pop(after[named].text)
            yield key, named
        elif key not in after and row.text in gained:
            yield key, gained.pop(row.text)


def _moved(before: list[_Key], after: list[_Key], at: _At, what: str) -> Iterator[Change]:
    """As few rows as explain the new order, each with the row that stands before it."""
    both = set(before) & set(after)
    old, new = ([key for key in keys if key in both] for keys in (before, after))
    kept: set[_Key] = set()
    for start, _, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        kept |= set(old[start : start + size])
    for key in new:
        if key not in kept:
            place = _At(at.of, what, (*at.subject, key[0]))
            yield place.change(Kind.MOVED, None, _before(key, before), _before(key, after))


def _before(key: _Key, keys: list[_Key]) -> str | None:
    at = keys.index(key)
    return keys[at - 1][0] if at else None
