"""A workshop's file: one SQLite database that is only ever added to. The only importer of sqlite3.

An event is acknowledged when its transaction is on the disk (WAL, synchronous FULL). What a killed
process left half done is gone at the next opening. What may happen next is decided inside the
transaction, so that several may hand in at once. To read changes nothing, not even beside the file.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from ..errors import InputError, refusal
from .events import Event
from .records import BrokenError, Record, Row, as_record, chained, read_rows

#: "SPUR", by which the file is told from any other SQLite database.
APPLICATION_ID = 0x53505552
FORMAT = 1

_TABLE = """CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  kind TEXT NOT NULL,
  content TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash TEXT NOT NULL UNIQUE
)"""
_TRIGGERS = tuple(
    f"CREATE TRIGGER {name} BEFORE {when}\nBEGIN SELECT RAISE(ABORT, '{why}'); END"
    for name, when, why in (
        ("no_update", "UPDATE ON events", "an event is never changed"),
        ("no_delete", "DELETE ON events", "an event is never removed"),
        (
            "in_order",
            "INSERT ON events WHEN NEW.seq IS NOT"
            " (SELECT coalesce(max(seq), 0) + 1 FROM events) OR NEW.previous IS NOT"
            " coalesce((SELECT hash FROM events ORDER BY seq DESC LIMIT 1), '')",
            "an event follows the last one",
        ),
        (
            "none_after_the_last",
            "INSERT ON events WHEN EXISTS (SELECT 1 FROM events WHERE kind = 'closed')",
            "the workshop is closed",
        ),
    )
)
_SCHEMA = (_TABLE, *_TRIGGERS)
_INSERT = "INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)"
_READ = "SELECT seq, at, kind, content, previous, hash FROM events ORDER BY seq"
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL)


class Patience(NamedTuple):
    """How long another writer is waited for: so many times so many seconds, `told` before each."""

    seconds: float = 5.0
    times: int = 6
    told: Callable[[], None] = lambda: None


def create(path: Path, events: Sequence[Event], at: str) -> None:
    """Begin a workshop's file with its first events, as one step.

    Args:
        path: The file, which must not be there.
        events: What happened.
        at: When, in UTC.

    Raises:
        InputError: SR611, the file is there; SR864, it cannot be written.
    """
    _refuse_taken(path)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        temporary.unlink(missing_ok=True)
        _fill(temporary, chained((), events, at))
        os.link(temporary, path)  # unlike a rename, it never takes the place of a file
        _sync(path.parent)
    except FileExistsError:
        _refuse_taken(path)
    except OSError as error:
        raise refusal("SR864", path, _unwritten(error.strerror or str(error))) from None
    except sqlite3.Error as error:
        raise _told(path, error) from None
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _fill(path: Path, rows: list[Row]) -> None:
    with closing(_connect(path, "rwc", 0)) as connection:
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("BEGIN IMMEDIATE")
        for statement in _SCHEMA:
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version={FORMAT}")
        connection.executemany(_INSERT, rows)
        connection.execute("COMMIT")
        connection.execute("PRAGMA journal_mode=WAL")


def read(path: Path) -> tuple[Record, ...]:
    """The log of a workshop, every link checked; the file and its folder stay as they are.

    Args:
        path: The file.

    Raises:
        InputError: SR101, SR102 or SR103, there is no file, a directory or nothing in it; SR860 to
            SR864, it is no workshop, of a newer format, damaged, locked, or cannot be read.
    """
    _check_file(path)
    for _ in range(10):
        before = _state(path)
        try:
            return _read_once(path, is_alone=not before[0])
        except InputError:
            if _state(path) == before:
                raise  # nobody wrote meanwhile: it is as it is told
        except _Written:
            pass
    raise refusal("SR863", path, _LOCKED)


class _Written(Exception):  # noqa: N818 (not told to anybody)
    """Somebody wrote while a file was read without locks."""


def _read_once(path: Path, is_alone: bool) -> tuple[Record, ...]:
    """Without a write-ahead log nobody writes, and locks would leave files behind."""
    before = _state(path)
    try:
        with closing(_connect(path, "ro&immutable=1" if is_alone else "ro", 5)) as connection:
            records = _records(connection, path)
    except sqlite3.Error as error:
        raise _told(path, error) from None
    if is_alone and _state(path) != before:
        raise _Written
    return records


def _state(path: Path) -> tuple[bool, int, int]:
    """Whether there is a write-ahead log, and what changes when the file is written."""
    found = path.stat()
    return _wal(path).exists(), found.st_mtime_ns, found.st_size


def _wal(path: Path) -> Path:
    real = Path(os.path.realpath(path))
    return real.with_name(f"{real.name}-wal")


def append(
    path: Path,
    decide: Callable[[tuple[Record, ...]], Sequence[Event]],
    at: str,
    patience: Patience = Patience(),  # noqa: B008 (a frozen value)
) -> tuple[Record, ...]:
    """Add events to a workshop. When this returns they are on the disk.

    Args:
        path: The file.
        decide: What happens now, told from the log as it is when nobody else may write; it may
            raise InputError, and then nothing is written.
        at: When, in UTC.
        patience: How long another writer is waited for.

    Returns:
        The whole log, the new events last.

    Raises:
        InputError: As `read`, and what `decide` raises.
    """
    _check_file(path)
    for left in reversed(range(patience.times)):
        try:
            return _append_once(path, decide, at, patience.seconds)
        except sqlite3.Error as error:
            if not _is_busy(error) or not left:
                raise _told(path, error) from None
        patience.told()
        time.sleep(patience.seconds / 10)  # what is busy with a log left behind does not wait
    raise refusal("SR863", path, _LOCKED)


def _append_once(
    path: Path, decide: Callable[[tuple[Record, ...]], Sequence[Event]], at: str, seconds: float
) -> tuple[Record, ...]:
    """The same without trying again: whatever is busy, from opening to keeping, nothing is kept."""
    with closing(_connect(path, "rw", seconds)) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        _check_kind(connection, path)
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        with _transaction(connection):
            records = _records(connection, path)
            rows = chained(records, decide(records), at)
            connection.executemany(_INSERT, rows)
        with suppress(sqlite3.OperationalError):  # somebody reads: the last to close does it
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        return records + tuple(map(as_record, rows))


def _is_busy(error: sqlite3.Error) -> bool:
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _BUSY


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Nobody else writes meanwhile; all of it is kept, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with suppress(sqlite3.Error):
            connection.execute("ROLLBACK")
        raise


def _connect(path: Path, mode: str, seconds: float) -> sqlite3.Connection:
    uri = f"file:{quote(os.path.realpath(path))}?mode={mode}"
    return sqlite3.connect(uri, uri=True, timeout=seconds, isolation_level=None)


def _check_file(path: Path) -> None:
    if path.is_dir():
        raise refusal("SR102", path, "this is a directory; name a workshop's file in it")
    try:
        size = path.stat().st_size
    except OSError as error:
        message = f"no such file ({error.strerror}); check the path, or begin it: workshop new"
        raise refusal("SR101", path, message) from None
    if not path.is_file():
        raise refusal("SR102", path, "this is no file; name a workshop's file")
    if size == 0:
        raise refusal("SR103", path, "the file is empty; begin a workshop with `workshop new`")


def _check_kind(connection: sqlite3.Connection, path: Path) -> None:
    """Whether it is a workshop's file, in a format that this version knows."""
    application, format_ = (
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    )
    if application != APPLICATION_ID:
        raise refusal("SR860", path, _NO_WORKSHOP)
    if format_ > FORMAT:
        message = (
            f"the workshop has format {format_}, this spur-rules knows {FORMAT}; use the version"
            " that it was written by, or a later one"
        )
        raise refusal("SR861", path, message)


def _records(connection: sqlite3.Connection, path: Path) -> tuple[Record, ...]:
    """The log, after everything that could be wrong with its file was looked at."""
    _check_kind(connection, path)
    found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    if found != "ok":
        raise _damaged(path, f"the database is not whole ({' '.join(found.split())[:80]})")
    query = "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid"
    if tuple(sql for (sql,) in connection.execute(query)) != _SCHEMA:
        raise _damaged(path, "its tables or what guards them were changed")
    try:
        records = read_rows(Row(*row) for row in connection.execute(_READ))
    except BrokenError as error:
        raise _damaged(path, str(error)) from None
    if not records:
        raise _damaged(path, "it has no events")
    return records


_NO_WORKSHOP = (
    "this is no workshop; name a file that `spur-rules workshop new` made, or begin one with it"
)
_LOCKED = (
    "another program is writing to the workshop; nothing was written. Try again, and close what"
    " has the file open"
)


def _told(path: Path, error: sqlite3.Error) -> InputError:
    """What SQLite found, in this project's words."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if _is_busy(error):
        return refusal("SR863", path, _LOCKED)
    if code == sqlite3.SQLITE_NOTADB:
        return refusal("SR860", path, _NO_WORKSHOP)
    if code == sqlite3.SQLITE_CORRUPT:
        return _damaged(path, "the database is not whole")
    if code in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR):
        what = f"the disk is full, or cannot be read or written ({error})"
        return refusal("SR864", path, _unwritten(what))
    return refusal("SR864", path, _unwritten(str(error)))


def _unwritten(what: str) -> str:
    return (
        f"the workshop cannot be opened or written: {what}; nothing was added. Check the disk, and"
        " the rights of the file and its directory"
    )


def _damaged(path: Path, what: str) -> InputError:
    message = f"the workshop is damaged: {what}; go on with a copy from before"
    return refusal("SR862", path, message)


def _refuse_taken(path: Path) -> None:
    if path.is_dir():
        raise refusal("SR102", path, "this is a directory; name a file in it")
    if path.exists() or path.is_symlink():
        raise refusal("SR611", path, "the file is already there; name another one")


def _sync(directory: Path) -> None:
    """The name is on the disk only when its directory is. Some file systems cannot say."""
    with suppress(OSError):
        descriptor = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
