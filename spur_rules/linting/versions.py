"""A file held against its earlier versions: an id is never used for something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..errors import described, quoted
from ..provenance import Place
from ..vocabulary import fold
from ..yaml_file import YamlFile
from .findings import Finding
from .likeness import likeness

CODES = ("SR751", "SR753")
CODES_OF_MANY = ("SR752",)

#: Below this two texts say something else. Of all pairs of different rows in the shipped form, 98
#: in a hundred are below; a row that is reworded keeps most of its words.
CLEARLY_OTHER = 0.4
#: What has an id, what it is called, and where its words stand.
_ROWS = (
    ("domains.*.indicators.*", "id", "indicator", ("text",)),
    ("rules.*", "id", "rule", ("because", "sv")),
    ("readings.*", "id", "reading", ("reading", "sv")),
    ("parameters.*", None, "parameter", ("meaning", "sv")),
)


class _Row(NamedTuple):
    """Something with an id: what it is called, where its id stands, its words and its norm."""

    what: str
    place: Place
    words: str
    norm: str
    is_printed: bool


def order(file: YamlFile) -> tuple[int, ...]:
    """A file's version as numbers; nothing where it has none.

    >>> order(YamlFile("x", {"version": "1.10.0"})) > order(YamlFile("x", {"version": "1.9.0"}))
    True
    """
    version = file.data.get("version")
    parts = version.split(".") if isinstance(version, str) else []
    return tuple(map(int, parts)) if parts and all(part.isdecimal() for part in parts) else ()


def found(file: YamlFile, earlier: Sequence[YamlFile]) -> Iterator[Finding]:
    """Ids that mean something else than before, retired ids, and a version that stays.

    Args:
        file: A catalog or a ruleset.
        earlier: Other versions of it, oldest first.
    """
    rows = _rows(file)
    for before in earlier:
        yield from _not_raised(file, before)
        for id, row in rows.items():
            if (then := _rows(before).get(id)) is not None and (why := _is_other(row, then)):
                message = (
                    f"{row.what} {quoted(id[1])} was something else in {_named(before)} ({why})"
                )
                message += "; an id is never used again: take a new one"
                yield Finding("SR751", row.place, message)
    yield from _retired(file, rows, earlier)


def _rows(file: YamlFile) -> dict[tuple[str, str], _Row]:
    rows: dict[tuple[str, str], _Row] = {}
    for pattern, key, what, words in _ROWS:
        for path, row in file.find(pattern):
            id = path[-1] if key is None else file.at((*path, key))
            if isinstance(id, str) and isinstance(row, dict):
                text, norm = file.at((*path, *words)), fold(str(row.get("norm") or ""))
                printed = row.get("norm_origin") == "printed"
                at = file.place(path, key=True) if key is None else file.place((*path, key))
                said = text if isinstance(text, str) else ""
                rows[what, id] = _Row(what, at, said, norm, printed)
    return rows


def _is_other(row: _Row, then: _Row) -> str:
    """Why a row is another one than it was; nothing where it is the same.

    A norm that was only inferred may be corrected, as may the wording of any row.
    """
    if row.words and then.words and likeness(row.words, then.words) < CLEARLY_OTHER:
        return quoted(then.words)
    if then.is_printed and row.norm != then.norm:
        return then.norm
    return ""


def _not_raised(file: YamlFile, before: YamlFile) -> Iterator[Finding]:
    if file.sha256 != before.sha256 and order(file) <= order(before):
        version = described(file.data.get("version"))
        message = f"the content differs from that of {_named(before)} and the version is {version}"
        yield Finding("SR753", file.place(("version",)), f"{message}; raise it")


def _retired(
    file: YamlFile, rows: dict[tuple[str, str], _Row], earlier: Sequence[YamlFile]
) -> Iterator[Finding]:
    seen: set[tuple[str, str]] = set()
    retired: dict[tuple[str, str], YamlFile] = {}
    for before in earlier:
        now = _rows(before).keys()
        retired |= {id: before for id in seen - now if id not in retired}
        seen |= now
    for id in rows.keys() & retired.keys():
        row = rows[id]
        message = f"{row.what} {quoted(id[1])} was retired in {_named(retired[id])}"
        message += "; an id is never used again: take a new one"
        yield Finding("SR752", row.place, message)


def _named(file: YamlFile) -> str:
    return f"`{file.data.get('id')}@{file.data.get('version')}`"
