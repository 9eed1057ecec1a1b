"""A mutant of the shipped files, and the small edits of plain data that make one."""

from __future__ import annotations

from typing import Any, NamedTuple

Data = dict[str, Any]
Path = tuple[str | int, ...]

#: What a mutant changes: what is graded, or only what is said about it.
MEANING, WORDS = "meaning", "words"


class Mutant(NamedTuple):
    """The shipped files with one mistake.

    Args:
        name: What was changed, and how.
        sort: The kind of mistake.
        touches: MEANING or WORDS.
        catalog: The catalog's data; the shipped one's where it is None.
        rules: The ruleset's data; the shipped one's where it is None.
    """

    name: str
    sort: str
    touches: str
    catalog: Data | None = None
    rules: Data | None = None


def at(data: Any, path: Path) -> Any:
    """What stands at a path."""
    for step in path:
        data = data[step]
    return data


def put(data: Any, path: Path, value: Any) -> Any:
    """The data with something else at a path, added where there was nothing.

    >>> put({"a": (1, 2)}, ("a", 1), 3)
    {'a': (1, 3)}
    """
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, tuple) and isinstance(step, int):
        return (*data[:step], put(data[step], rest, value), *data[step + 1 :])
    inner = put(data.get(step, {}), rest, value)
    return {**data, step: inner}


def without(data: Any, path: Path) -> Any:
    """The data without what stands at a path.

    >>> without({"a": (1, 2)}, ("a", 0)), without({"a": 1, "b": 2}, ("a",))
    ({'a': (2,)}, {'b': 2})
    """
    *around, last = path
    holder = at(data, tuple(around))
    if isinstance(holder, tuple) and isinstance(last, int):
        left: Any = (*holder[:last], *holder[last + 1 :])
    else:
        left = {key: value for key, value in holder.items() if key != last}
    return put(data, tuple(around), left)


def swapped(data: Any, one: Path, other: Path) -> Any:
    """The data with two parts in each other's place."""
    return put(put(data, one, at(data, other)), other, at(data, one))


def clipped(text: str) -> str:
    """A text that has lost its last word but keeps its full stop.

    >>> clipped("Det finns rutiner.")
    'Det finns.'
    """
    words = text.rstrip(".").split()
    stop = "." if text.endswith(".") else ""
    return " ".join(words[:-1] or ["Ett"]) + stop
