"""What changed in a catalog or a ruleset, change by change, in words."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from enum import Enum
from fractions import Fraction
from typing import Any

from ..catalog import Indicator
from ..comparing.changes import Change, Kind
from ..conditions import All, AnyOf, Condition, FactTest, Not, ParameterName, StatusTest
from ..frozen import Frozen, Words
from ..rules import Parameter, PlanRule, Profile, Rule, Setting
from ..texts import Language, listing, say, status_word
from .data import number
from .diff_data import plain
from .word_marks import differs_in_spacing_only, marked

#: Keys with a sentence of their own, by the row they stand in (None: any) and the key.
_OWN = {
    ("indicator", "norm"): "norm",
    ("rule", "ceiling"): "ceiling",
    ("parameter", "default"): "default",
    ("setting", "value"): "value",
    ("domain_value", "value"): "own-value",
    ("partly_counts_as", "weight"): "weight",
    ("catalog", "version"): "version",
    ("ruleset", "version"): "version",
}
#: What tells most of a row, the first that it has.
_TELLING = (
    *("text", "title", "because", "reading", "value", "weight", "settings", "words", "new"),
    "reason",
)
_WORDS_IN_A_TEXT = 3  # a shorter one is shown whole, before and after
_Line = tuple[int, str]


class ChangeWords:
    """The sentences of one language.

    Args:
        language: `sv` or `en`.
    """

    def __init__(self, language: Language) -> None:
        self.language = language

    def say(self, phrase: str, /, **values: Any) -> str:
        """A phrase of the topic; with `count` its singular or plural."""
        return say(self.language, f"diff.{phrase}", **values)

    def lines(self, change: Change) -> Iterator[_Line]:
        """A change as lines, with how far each is indented.

        Args:
            change: One difference.
        """
        match change.kind:
            case Kind.ADDED:
                yield 0, _ended(self._row_sentence("added", change, change.new))
            case Kind.REMOVED:
                yield 0, _ended(self._row_sentence("removed", change, change.old))
            case Kind.MOVED:
                yield 0, self._moved(change)
            case Kind.RENAMED:
                yield 0, self.say("renamed", row=self.row(change), new=change.new)
            case _:
                yield from self._changed(change)

    def row(self, change: Change) -> str:
        """Which row it is, as the beginning of a sentence."""
        subject = change.subject
        names = {"name": subject[-1] if subject else change.what, "of": "".join(subject[-2:-1])}
        if change.what == "setting" and len(subject) > 2:
            return self.say("row.setting.domain", profile=subject[0], of=subject[1])
        return self._known("row", change.what, **names)

    def _known(self, stem: str, kind: str, /, **values: Any) -> str:
        """A phrase by name, or the one for all others: a word of a later version is no mistake."""
        try:
            return self.say(f"{stem}.{kind}", **values)
        except KeyError:
            return self.say(f"{stem}.unknown", **values)

    def key(self, key: str) -> str:
        """A key in words; as the file has it where it has no words."""
        name, dot, language = key.partition(".")
        try:
            words = self.say(f"key.{name}")
        except KeyError:
            words = f"`{name}`"
        return (
            self.say(f"key.{language}", field=words)
            if language in ("sv", "en")
            else words + (f" `{language}`" if dot else "")
        )

    def _row_sentence(self, kind: str, change: Change, row: Any) -> str:
        subject = ("", *change.subject)
        values = {"row": self.row(change), "name": subject[-1], "of": "".join(subject[-2:-1])}
        match row:
            case Indicator():
                return self.say(
                    f"{kind}.indicator", norm=row.norm, text=self.quoted(row.text), **values
                )
            case Rule():
                condition = self.condition(row.condition)
                return self.say(f"{kind}.rule", ceiling=row.ceiling, condition=condition, **values)
            case Parameter():
                text, value = self._words(row.meaning), number(row.default)
                return self.say(f"{kind}.parameter", text=f"{text}.", value=value, **values)
        told = self._told(row)
        key = f"{kind}.{change.what}"
        if key in _ROW_KEYS:
            return self.say(key, text=told, **values)
        return self.say(f"{kind}.text", text=told, **values) if told else self.say(kind, **values)

    def _told(self, row: Frozen) -> str:
        """What a row says, in short."""
        if isinstance(row, Profile):
            return self.quoted(row.reason)
        for name in _TELLING:
            value = getattr(row, name, None)
            if isinstance(value, Words):
                return self._words(value)
            if isinstance(value, str):
                return self.quoted(value)
            if value is not None:
                return self.value(value)
        return ""

    def _moved(self, change: Change) -> str:
        values = {"row": self.row(change), "old": change.old, "new": change.new}
        if change.new is None:
            return self.say("moved.to-top", **values)
        return self.say("moved.from-top" if change.old is None else "moved", **values)

    def _changed(self, change: Change) -> Iterator[_Line]:
        key, old, new = str(change.key), change.old, change.new
        row, words = self.row(change), self.key(key)
        own = _OWN.get((change.what, key))
        if own is not None:
            subject = ("", *change.subject)
            values = {"old": self.value(old), "new": self.value(new), "name": subject[-1]}
            yield 0, self.say(f"changed.{own}", row=row, **values)
        elif isinstance(old, PlanRule) or isinstance(new, PlanRule):
            yield 0, self._plan(new)
        elif key == "when":
            yield 0, self.say("changed.when", row=row)
            yield from self._both(self.condition(old), self.condition(new))
        elif old is None or new is None:
            stem = "changed.gone" if new is None else "changed.new"
            own_key = f"{stem}.{key}" if key == "valid_to" else stem
            values = {"old": self.value(old), "new": self.value(new)}
            yield 0, _ended(self.say(own_key, row=row, field=words, **values))
        elif isinstance(old, str) and isinstance(new, str) and _is_text(old, new):
            yield from self._text(row, words, old, new)
        elif isinstance(old, tuple) and isinstance(new, tuple):
            yield 0, self._list(row, words, old, new)
        else:
            values = {"old": self.value(old), "new": self.value(new)}
            yield 0, self.say("changed", row=row, field=words, **values)

    def _plan(self, new: PlanRule | None) -> str:
        if new is None:
            return self.say("changed.action_plan.gone")
        return self.say("changed.action_plan", lifts=new.lifts, to=new.to)

    def _text(self, row: str, key: str, old: str, new: str) -> Iterator[_Line]:
        if differs_in_spacing_only(old, new):
            yield 0, self.say("changed.spacing", row=row, field=key)
            return
        yield 0, self.say("changed.text", row=row, field=key)
        both = marked(old, new)
        if both is not None:
            yield 1, both
        else:
            yield from self._both(self.quoted(old), self.quoted(new))

    def _both(self, old: str, new: str) -> Iterator[_Line]:
        yield 1, self.say("before", text=old)
        yield 1, self.say("after", text=new)

    def _list(self, row: str, key: str, old: Sequence[Any], new: Sequence[Any]) -> str:
        before, after = ([self.value(item) for item in rows] for rows in (old, new))
        parts = []
        for name, items, other in (("added", after, before), ("removed", before, after)):
            only = [item for item in items if item not in other]
            parts += [self.say(f"list.{name}", items=", ".join(only))] if only else []
        if not parts:
            return self.say("changed.order", row=row, field=key)
        return self.say("changed.list", row=row, field=key, parts="; ".join(parts))

    def value(self, value: Any) -> str:
        """A value in a sentence; what has no words of its own as the file would have it."""
        match value:
            case None:
                return self.say("none")
            case Fraction():
                return str(number(value))
            case ParameterName(name):
                return name
            case Enum():
                return str(value.value)
            case Words():
                return self._words(value)
            case str():
                return self.quoted(value)
            case Setting(parameter=name, value=number_):
                return f"{name} {number(number_)}"
            case tuple() if all(isinstance(item, Setting) or not _is_row(item) for item in value):
                return ", ".join(map(self.value, value)) or self.say("none")
        found = plain(value)
        return str(found) if isinstance(found, str | int) else json.dumps(found, ensure_ascii=False)

    def quoted(self, text: str) -> str:
        """A text in quotation marks."""
        return self.say("quoted", text=" ".join(text.split()))

    def _words(self, words: Words) -> str:
        return " ".join(words.in_language(self.language).split())

    def condition(self, condition: Condition, inside: bool = False) -> str:
        """When a rule fires, in words.

        Args:
            condition: As the file has it.
            inside: Whether it is a part of another one, and so needs brackets.
        """
        match condition:
            case All(parts) | AnyOf(parts):
                joint = "and" if isinstance(condition, All) else "or"
                is_group = len(parts) > 1
                words = [self.condition(part, is_group) for part in parts]
                text = self.say(f"condition.{joint}").join(words)
                return self.say("condition.group", part=text) if inside and is_group else text
            case Not(part):
                return self.say("condition.not", part=self.condition(part, True))
            case FactTest(op=op, threshold=threshold):
                wanted = say(self.language, f"wanted.{op}", threshold=self.value(threshold))
                return self.say("condition.fact", fact=condition.fact, wanted=wanted)
            case StatusTest(indicator, statuses):
                words = [status_word(self.language, status) for status in statuses]
                told = listing(self.language, words, "or")
                return self.say("condition.status", indicator=indicator, statuses=told)


#: Rows whose coming and going has a sentence of its own.
_ROW_KEYS = {
    f"{kind}.{what}"
    for kind in ("added", "removed")
    for what in ("scale", "words_against", "domain_value", "setting", "domain_settings")
} | {"added.partly_counts_as", "removed.partly_counts_as"}


def _ended(sentence: str) -> str:
    """With a full stop, unless what it ends with brings its own."""
    return sentence if sentence.rstrip("”").endswith((".", "!", "?")) else f"{sentence}."


def _is_row(value: Any) -> bool:
    return isinstance(value, Frozen)


def _is_text(old: str, new: str) -> bool:
    return max(len(old.split()), len(new.split())) > _WORDS_IN_A_TEXT
