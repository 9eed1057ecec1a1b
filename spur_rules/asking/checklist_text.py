"""A checklist's text with one row changed: comments, layout and every other row as they were."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, NamedTuple

from ..checklist import Answer
from ..vocabulary import Status
from ..yaml_events import compose, dump

FIELDS = ("status", "reason", "comment", "evidence")
_BLANK = " \t\r\n"


class RowChange(NamedTuple):
    """One row of a checklist before and after; None where the checklist does not mention it."""

    indicator: str
    before: Answer | None
    after: Answer | None


def changed_text(text: str, change: RowChange, order: Sequence[str]) -> str | None:
    r"""The text with one row changed, all else as it was; JSON stays JSON.

    Whoever saves it must read it first: layouts are many.

    Args:
        text: A checklist that reads without mistakes.
        change: The row.
        order: The indicators in catalog order, which tells where a new row goes.

    Returns:
        The new text; None where the row cannot be found in it.

    >>> row = Answer(indicator="A2", status=Status.PARTLY)
    >>> old = "answers:\n  A1: uppfyllt  # seen\n  # rooms\n  C1: delvis\n"
    >>> print(changed_text(old, RowChange("A2", None, row), ["A1", "A2", "C1"]))
    answers:
      A1: uppfyllt  # seen
      A2: delvis
      # rooms
      C1: delvis
    <BLANKLINE>
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    data = as_json(text)
    if data is not None:
        written = json.dumps(changed_data(data, change, order), ensure_ascii=False, indent=2)
        end = newline if text.endswith("\n") else ""
        return written.replace("\n", newline) + end
    text = with_group(text, "answers", newline)
    rows = Group.at(text, ("answers",))
    if rows is None:
        return None
    if change.after is None:
        return rows.without(change.indicator)
    if change.indicator in rows.entries:
        return _with_fields(text, change, newline)
    place = position(list(rows.entries), change.indicator, order)
    return rows.with_entry(place, change.indicator, _row(change.after), newline)


def changed_data(data: dict[str, Any], change: RowChange, order: Sequence[str]) -> dict[str, Any]:
    """The plain data of a checklist with one row changed.

    Args:
        data: What the file holds.
        change: The row.
        order: The indicators in catalog order.
    """
    rows = dict(data.get("answers") or {})
    ids = list(rows)
    old = rows.pop(change.indicator, None)
    items = list(rows.items())
    if change.after is not None:
        row = _row(change.after)
        if isinstance(old, dict):
            row = _merged(old, change.after)
        known = change.indicator in ids
        at = ids.index(change.indicator) if known else position(ids, change.indicator, order)
        items.insert(at, (change.indicator, row))
    return {**data, "answers": dict(items)}


def with_group(text: str, name: str, newline: str) -> str:
    """The text with a place for answers or grades: below all else where it has none.

    Args:
        text: A checklist.
        name: `answers` or `given`.
        newline: How its lines end.
    """
    header = Group.at(text, ())
    if header is None or not header.entries:
        return text
    if name not in header.entries:
        return header.with_last(name, newline)
    node = header.entries[name][1]
    is_empty = not hasattr(node, "flow_style") and node.tag.endswith(":null")
    return header.with_value(name, {}, newline) if is_empty else text


def as_json(text: str) -> dict[str, Any] | None:
    """The plain data of a text that is JSON; None where it is not."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        data = json.loads(text)
    except ValueError:
        return None
    return data if isinstance(data, dict) else None


def _written(answer: Answer) -> dict[str, str]:
    fields = ((name, getattr(answer, name)) for name in FIELDS)
    return {name: str(value) for name, value in fields if value is not None}


def _row(answer: Answer) -> str | dict[str, str]:
    """As a person would write it: a bare status where there is no more to say."""
    fields = _written(answer)
    return fields if len(fields) > 1 else fields["status"]


def _merged(old: dict[str, Any], after: Answer) -> dict[str, Any]:
    """The fields of a row in the order they had."""
    new = _written(after)
    return {name: new[name] for name in [*old, *new] if name in new}


def position(ids: list[str], indicator: str, order: Sequence[str]) -> int:
    """Where something new goes: behind what is nearest before it in catalog order, or else first.

    Args:
        ids: What is there.
        indicator: The new one.
        order: All there are, in catalog order.
    """
    before = order[: order.index(indicator)]
    nearest = next((id for id in reversed(before) if id in ids), None)
    return 0 if nearest is None else ids.index(nearest) + 1


def _with_fields(text: str, change: RowChange, newline: str) -> str | None:
    """A row that stands in the text, field by field where it has fields."""
    path = ("answers", change.indicator)
    rows, row = Group.at(text, path[:1]), Group.at(text, path)
    if rows is None or change.after is None or change.before is None:
        return None
    if row is None:
        return rows.with_value(change.indicator, _row(change.after), newline)
    old, new = _written(change.before), _written(change.after)
    for name in FIELDS:
        if old.get(name) == new.get(name):
            continue
        row = Group.at(text, path)
        if row is None:
            return None
        if name not in new:
            text = row.without(name)
        elif name in row.entries:
            text = row.with_value(name, new[name], newline)
        else:
            text = row.with_entry(len(row.entries), name, new[name], newline)
    return text


class Group:
    """A group of keys in a text, with the nodes of its keys and values.

    Args:
        text: The whole text.
        node: The group as the parser has it.
    """

    def __init__(self, text: str, node: Any) -> None:
        self.text, self.node = text, node
        self.is_flow = bool(node.flow_style)
        self.entries: dict[str, tuple[Any, Any]] = {key.value: (key, v) for key, v in node.value}

    @classmethod
    def at(cls, text: str, path: Sequence[str]) -> Group | None:
        """The group at a path; None where something else stands there."""
        node = compose(text)
        for step in path:
            if node is None or not hasattr(node, "flow_style"):
                return None
            node = next((value for key, value in node.value if key.value == step), None)
        return cls(text, node) if hasattr(node, "flow_style") else None

    def with_value(self, name: str, value: str | dict[str, str], newline: str) -> str:
        """The text with another value; what stands behind the old one on its line stays."""
        node = self.entries[name][1]
        start, stop = node.start_mark.index, _stop(self.text, node)
        if self.is_flow or not value:
            written = _flow(value)
        elif isinstance(value, dict):
            return _opened(self.text, start, stop, self._lines(value, newline), newline)
        else:
            written = self._block(name, value, newline).partition(":")[2].lstrip(" ")
        gap = "" if self.text[start - 1 : start].isspace() else " "
        return self.text[:start] + gap + written + self.text[stop:]

    def with_entry(
        self, position: int, name: str, value: str | dict[str, str], newline: str
    ) -> str:
        """The text with one more entry, before the entry that stands at a position."""
        text, start = self.text, self.node.start_mark.index
        if not self.entries and self._may_be_opened():
            lines = "  " + self._block(name, value, newline, column=2)
            return _opened(text, start, self.node.end_mark.index, lines, newline)
        if self.is_flow:
            written, ahead, behind = f"{name}: {_flow(value)}", "", ", "
        else:
            indent = newline + " " * self._column
            written, ahead, behind = self._block(name, value, newline), indent, indent
        if not self.entries:
            return f"{text[: start + 1]}{written}{text[start + 1 :]}"
        if position == 0:
            at = self._node(0, 0).start_mark.index
            return text[:at] + written + behind + text[at:]
        at = _stop(text, self._node(position - 1, 1))
        at = at if self.is_flow else _line_end(text, at)
        return text[:at] + (ahead or behind) + written + text[at:]

    def with_last(self, name: str, newline: str) -> str:
        """The text with one more group of keys, still empty, below all else."""
        if self.is_flow:
            return self.with_entry(len(self.entries), name, {}, newline)
        end = newline if self.text.endswith("\n") else ""
        above = self.text if end else self.text + newline
        return f"{above}{' ' * self._column}{name}: {{}}{end}"

    def without(self, name: str) -> str:
        """The text without one entry."""
        text, at = self.text, list(self.entries).index(name)
        start, stop = self._node(at, 0).start_mark.index, _stop(text, self._node(at, 1))
        if not self.is_flow and len(self.entries) == 1:
            return text[:start] + "{}" + text[stop:]
        if not self.is_flow:
            after = text.find("\n", stop) + 1 or len(text)
            return text[: text.rfind("\n", 0, start) + 1] + text[after:]
        if at:
            start = _stop(text, self._node(at - 1, 1))
        elif len(self.entries) > 1:
            stop = self._node(1, 0).start_mark.index
        return text[:start] + text[stop:]

    @property
    def _column(self) -> int:
        return int(self._node(0, 0).start_mark.column)

    def _node(self, at: int, part: int) -> Any:
        return list(self.entries.values())[at][part]

    def _may_be_opened(self) -> bool:
        """Whether it is an empty `{}` in a text of lines rather than of braces."""
        inside = self.text[self.node.start_mark.index + 1 : self.node.end_mark.index - 1]
        root = compose(self.text)
        return not inside.strip() and not root.flow_style

    def _lines(self, fields: dict[str, str], newline: str) -> str:
        indent = self._column + (self._column or 2)
        written = [self._block(name, fields[name], newline, indent) for name in fields]
        return " " * indent + (newline + " " * indent).join(written)

    def _block(
        self, name: str, value: str | dict[str, str], newline: str, column: int | None = None
    ) -> str:
        """An entry as lines; the first one still lacks its indentation."""
        at = self._column if column is None else column
        if isinstance(value, str):
            lines = dump({name: value}).rstrip("\n").split("\n")
        else:
            parts = [dump({key: value[key]}).rstrip("\n").split("\n") for key in value]
            lines = [f"{name}:", *(" " * (at or 2) + line for part in parts for line in part)]
        return (newline + " " * at).join(lines)


def _flow(value: str | dict[str, str]) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(part)}" for name, part in value.items()) + "}"
    return value if value in {status.value for status in Status} else _quoted(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _opened(text: str, start: int, stop: int, lines: str, newline: str) -> str:
    """Lines instead of a value, below what else stands on its line."""
    end = _line_end(text, stop)
    return text[:start].rstrip(" ") + text[stop:end] + newline + lines + text[end:]


def _stop(text: str, node: Any) -> int:
    """Where a value ends, without the blank lines and comments that the parser counts to it."""
    if isinstance(node.value, list) and node.value and not node.flow_style:
        last = node.value[-1]
        return _stop(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: node.end_mark.index].rstrip(_BLANK))


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    if end < 0:
        return len(text)
    return end - 1 if text[end - 1 : end] == "\r" and end > at else end
