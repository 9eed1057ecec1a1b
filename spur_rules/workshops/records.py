"""The log of a workshop: its events in a chain, in which nothing can be changed unseen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from .events import Event, as_content, canonical, kind_of, read_event

#: What the first event follows.
NOTHING_BEFORE = ""


class Record(NamedTuple):
    """An event as it stands in the log: its number, its time in UTC, and the chain it is in."""

    seq: int
    at: str
    event: Event
    previous: str
    hash: str


class Row(NamedTuple):
    """A record as the file has it."""

    seq: int
    at: str
    kind: str
    content: str
    previous: str
    hash: str


class BrokenError(ValueError):
    """The log is not as it was written."""


def chained(records: Sequence[Record], events: Iterable[Event], at: str) -> list[Row]:
    """New events as rows that follow the log.

    Args:
        records: What is in the log.
        events: What happened now.
        at: When, in UTC.

    >>> from .events import RoundBegun
    >>> chained([], [RoundBegun(round=1)], "2026-03-02T09:00:00Z")[0].previous
    ''
    """
    seq = records[-1].seq if records else 0
    previous = records[-1].hash if records else NOTHING_BEFORE
    rows = []
    for event in events:
        seq += 1
        kind, content = kind_of(event), as_content(event)
        hash = _hash(seq, at, kind, content, previous)
        rows.append(Row(seq, at, kind, content, previous, hash))
        previous = hash
    return rows


def read_rows(rows: Iterable[Row]) -> tuple[Record, ...]:
    """Rows as records, every link of the chain checked.

    Args:
        rows: What the file has, in order.

    Raises:
        BrokenError: Something was changed, is missing, or is no event.
    """
    records: list[Record] = []
    previous = NOTHING_BEFORE
    for number, row in enumerate(rows, 1):
        wanted = _hash(number, row.at, row.kind, row.content, previous)
        if (row.seq, row.previous, row.hash) != (number, previous, wanted):
            raise BrokenError(f"event {number} does not follow from the one before it")
        try:
            records.append(as_record(row))
        except ValueError as error:
            raise BrokenError(f"event {number} cannot be read ({error})") from None
        previous = row.hash
    return tuple(records)


def as_record(row: Row) -> Record:
    """A row as a record; of the chain nothing is checked.

    Args:
        row: As the file has it.

    Raises:
        ValueError: It is no event that this version writes.
    """
    return Record(row.seq, row.at, read_event(row.kind, row.content), row.previous, row.hash)


def _hash(seq: int, at: str, kind: str, content: str, previous: str) -> str:
    return hashlib.sha256(canonical([seq, at, kind, content, previous]).encode()).hexdigest()
