"""A panel made fit to be handed on: under pseudonyms, as a table, the key kept apart from it."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import NamedTuple

from ...editions import Editions
from ...errors import both, refusal
from ...replacing import is_database, real_path
from ...writing import write
from .keeping_key import check_place, lies_beside, read_key, write_key
from .panel import Panel
from .pseudonyms import disguised, extended
from .reading_panel import read_panel
from .writing_panel import panel_csv

_FOR_OTHERS = stat.S_IRWXG | stat.S_IRWXO


class HandingOn(NamedTuple):
    """What is to be done: the panel to read, the table and the key to write, and how freely."""

    source: Path
    table: Path
    key: Path
    with_cases: bool = False
    in_git: bool = False
    force: bool = False
    header: str = ""
    folders: str | None = None


class HandedOn(NamedTuple):
    """What was done: the panel under pseudonyms, how many names the key has and how many are new.

    `key_is_beside` where whoever shares the table's folder shares the key.
    """

    panel: Panel
    raters: int
    new_raters: int
    cases: int
    new_cases: int
    key_is_beside: bool


def hand_on(wanted: HandingOn, found_in: Editions, seed: int | None = None) -> HandedOn:
    """Write a table under pseudonyms, and the key or what is new in it.

    The key is written first: a table whose key is lost could not be read by anyone.

    Args:
        wanted: The files, and what is allowed.
        found_in: Where rulebooks come from.
        seed: For tests; see `pseudonyms.extended`.

    Raises:
        InputError: What is wrong in the panel or in the key; SR611, SR614 and SR838 for what may
            not be written.
    """
    check_place(wanted.key, wanted.table, wanted.source, wanted.in_git)
    _check_table(wanted)
    before, panel = both(
        lambda: read_key(wanted.key),
        lambda: read_panel(wanted.source, found_in, wanted.folders),
    )
    key = extended(before, panel, wanted.with_cases, seed)
    if key != before or _is_open(wanted.key):
        write_key(wanted.key, key, wanted.header)
    made = disguised(panel, key, wanted.with_cases)
    write(wanted.table, panel_csv(made).encode())
    return HandedOn(
        made,
        len(key.raters),
        len(key.raters) - len(before.raters),
        len(key.cases),
        len(key.cases) - len(before.cases),
        lies_beside(wanted.key, wanted.table),
    )


def _is_open(key: Path) -> bool:
    """Whether others than its owner may look at a key that is there."""
    return key.exists() and bool(key.stat().st_mode & _FOR_OTHERS)


def _check_table(wanted: HandingOn) -> None:
    table = wanted.table
    if real_path(table) == real_path(wanted.source):
        message = "this is what is read; name another file for the table"
        raise refusal("SR611", table, message)
    if is_database(table):
        message = "this is a workshop, which nothing is written over; name another file"
        raise refusal("SR882", table, message)
    if table.exists() and not wanted.force:
        message = "the file is already there; name another one, or write over it with --force"
        raise refusal("SR611", table, message)
