"""One entry added to a list in a YAML text: comments, layout and every other entry as they were."""

from __future__ import annotations

from typing import Any

from ..yaml_events import compose


def ids(text: str, key: str) -> list[str | None]:
    r"""The id of every entry of a list, None for one without.

    Args:
        text: YAML or JSON.
        key: The list's key at the top of the file.

    >>> ids("rules:\n  - id: a\n  - {id: b}\n", "rules")
    ['a', 'b']
    """
    return [_id(entry) for entry in _entries(text, key)]


def with_entry(text: str, key: str, lines: list[str], at: int | None = None) -> str | None:
    r"""The text with one more entry at the end of a list, or another entry in place of an old one.

    Args:
        text: YAML.
        key: The list's key at the top of the file.
        lines: The new entry, as it would stand at the left edge without its dash.
        at: Which entry it takes the place of; None for one more.

    Returns:
        The new text; None where the list is not written as lines that begin with a dash.

    >>> print(with_entry("rules:\n  - id: a  # first\n# end\n", "rules", ["id: b", "ceiling: C"]))
    rules:
      - id: a  # first
      - id: b
        ceiling: C
    # end
    <BLANKLINE>
    """
    found = _list(text, key)
    entries = _entries(text, key)
    if found is None or found.flow_style or not entries:
        return None
    newline = "\r\n" if "\r\n" in text else "\n"
    dash = _dash(text, entries[-1] if at is None else entries[at])
    if dash is None:
        return None
    written = newline.join([dash + lines[0], *(_indented(line, len(dash)) for line in lines[1:])])
    if at is not None:
        start, stop = _line_start(text, entries[at]), _end(text, entries[at], len(dash))
        return text[:start] + written + text[stop:]
    stop = _end(text, entries[-1], len(dash))
    blank = newline if _stands_apart(text, entries) else ""
    return text[:stop] + newline + blank + written + text[stop:]


def _list(text: str, key: str) -> Any:
    """The node of the list; None where there is none."""
    root = compose(text)
    if root is None or not hasattr(root, "flow_style"):
        return None
    for name, value in root.value if root.id == "mapping" else ():
        if name.value == key:
            return value if value.id == "sequence" else None
    return None


def _entries(text: str, key: str) -> list[Any]:
    found = _list(text, key)
    return [] if found is None else list(found.value)


def _id(entry: Any) -> str | None:
    rows = entry.value if entry.id == "mapping" else ()
    return next((str(value.value) for name, value in rows if name.value == "id"), None)


def _line_start(text: str, entry: Any) -> int:
    return text.rfind("\n", 0, entry.start_mark.index) + 1


def _dash(text: str, entry: Any) -> str | None:
    """What stands before an entry on its line: spaces, a dash, spaces."""
    before = text[_line_start(text, entry) : entry.start_mark.index]
    return before if before.strip() == "-" else None


def _indented(line: str, by: int) -> str:
    return " " * by + line if line else line


def _end(text: str, entry: Any, column: int) -> int:
    """The end of an entry's last line, with the comments below it that are indented as it is."""
    at = _line_end(text, _stop(text, entry))
    while at < len(text):
        end = _line_end(text, text.index("\n", at) + 1)
        line = text[at:end].lstrip("\r\n")
        if not line.lstrip(" ").startswith("#") or len(line) - len(line.lstrip(" ")) < column:
            return at
        at = end
    return at


def _stop(text: str, node: Any) -> int:
    """Where a value ends, without the blank lines and comments that the parser counts to it."""
    if isinstance(node.value, list) and node.value and not node.flow_style:
        last = node.value[-1]
        return _stop(text, last[1] if isinstance(last, tuple) else last)
    return len(text[: node.end_mark.index].rstrip())


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    if end < 0:
        return len(text)
    return end - 1 if text[end - 1 : end] == "\r" and end > at else end


def _stands_apart(text: str, entries: list[Any]) -> bool:
    """Whether a blank line stands between the last two entries."""
    if len(entries) < 2:
        return False
    between = text[_stop(text, entries[-2]) : _line_start(text, entries[-1])]
    return any(not line.strip() for line in between.splitlines()[1:])
