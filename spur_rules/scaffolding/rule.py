"""A new rule in a ruleset: what is given stands in it, what is not is marked TODO."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from ..conditions import Measure
from ..linking import link
from ..loading import TODO
from ..texts import Language, say
from ..vocabulary import Grade, Norm, Status
from ..yaml_file import YamlFile
from .adding import Entry, Scaffold, add
from .target import comment, row


class RuleWish(NamedTuple):
    """What is known of a rule before it is written; None is left to be written."""

    id: str
    ceiling: str | None = None
    norm: Norm | None = None
    indicator: str | None = None
    statuses: tuple[Status, ...] = (Status.NOT_MET,)
    domains: tuple[str, ...] = ()
    because: str | None = None
    because_en: str | None = None
    printed: str | None = None
    source: str | None = None


def add_rule(
    path: Path, wish: RuleWish, catalog: YamlFile, language: Language, force: bool
) -> Scaffold:
    """Add a rule to a ruleset's file.

    Args:
        path: The ruleset.
        wish: What is known of the rule.
        catalog: The catalog that the ruleset is for.
        language: The language of the comments.
        force: Whether a rule with the same id may be written over.

    Raises:
        InputError: What is wrong with the file or would be wrong with the rule; nothing is changed.
    """
    entry = Entry(rule_lines(wish, language), rule_lines(_whole(wish), language))
    return add(path, "rules", entry, lambda file: link(catalog, file), force)


def _whole(wish: RuleWish) -> RuleWish:
    """The rule with something sound wherever something is still to be written."""
    has_condition = wish.indicator is not None or wish.norm is not None
    return wish._replace(
        ceiling=wish.ceiling or Grade.D.value,
        norm=wish.norm if has_condition else Norm.FORESKRIFT,
        because=wish.because or "-",
        printed=wish.printed or "-",
        source=wish.source or "-",
    )


def rule_lines(wish: RuleWish, language: Language) -> list[str]:
    r"""The rule as lines of YAML.

    Args:
        wish: What is known of the rule.
        language: The language of the comments.

    >>> wish = RuleWish("d2-saknas", "C", indicator="D2", because="D2 saknas", source="Beslut 7")
    >>> print("\n".join(line for line in rule_lines(wish, "sv") if "#" not in line))
    id: d2-saknas
    ceiling: C
    when:
      indicator: D2
      is: [ej uppfyllt]
    because: {sv: D2 saknas}
    source: Beslut 7
    """
    lines = row("id", wish.id)
    lines += _with_comment("ceiling", wish.ceiling, language)
    if wish.norm is not None:
        lines += _explained("needs", [wish.norm.value], language)
    if wish.domains:
        lines += row("domains", list(wish.domains))
    lines += _with_comment("when", _condition(wish), language)
    lines += _with_comment("because", _words(wish), language)
    if wish.printed is not None or not wish.indicator:
        lines += _with_comment("printed", wish.printed, language)
    return lines + _with_comment("source", wish.source, language)


def _condition(wish: RuleWish) -> dict[str, Any] | None:
    if wish.indicator is not None:
        return {"indicator": wish.indicator, "is": [status.value for status in wish.statuses]}
    if wish.norm is not None:
        fact = f"{wish.norm.value.replace(' ', '_')}.{Measure.SHORTCOMINGS.value}"
        return {"fact": fact, "at_least": 1}
    return None


def _words(wish: RuleWish) -> dict[str, str] | None:
    if wish.because is None:
        return None
    return {"sv": wish.because} | ({"en": wish.because_en} if wish.because_en else {})


def _with_comment(key: str, value: object, language: Language) -> list[str]:
    """A row; where its value is still to be written, with a comment on what belongs there."""
    if value is not None:
        return row(key, value)
    left: object = {"sv": TODO} if key == "because" else TODO
    return _explained(key, left, language)


def _explained(key: str, value: object, language: Language) -> list[str]:
    return [*comment(say(language, f"new-rule.{key}"), indent=4), *row(key, value)]
