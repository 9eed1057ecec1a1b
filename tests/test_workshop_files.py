"""The workshop's file: only ever added to, told apart from anything else, whole or refused."""

import contextlib
import hashlib
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from crash.__main__ import runs

from spur_rules.cli.main import main
from spur_rules.errors import InputError
from spur_rules.workshops import store
from spur_rules.workshops.events import CaseAdded, Closed, Discussed, Opened, RoundBegun
from spur_rules.workshops.records import BrokenError, chained, read_rows
from spur_rules.workshops.workshop import state

ROOT = Path(__file__).parent.parent
AT = "2026-03-02T09:00:00Z"
HURRIED = store.Patience(seconds=0.01, times=2)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "ws.spur"
    assert main(("workshop", "new", str(path), "--title", "T", "--case", "fall-01")) == 0
    return path


def code(path: Path, append: bool = False) -> str:
    with pytest.raises(InputError) as error:
        store.append(path, lambda _: [], AT, HURRIED) if append else store.read(path)
    (problem,) = error.value.problems
    assert "\n" not in problem.message
    return problem.code


@pytest.mark.parametrize("append", [False, True])
def test_what_is_no_workshop(tmp_path: Path, append: bool) -> None:
    text, empty, other = (tmp_path / name for name in ("visit.yaml", "empty", "other.db"))
    text.write_text("schema: spur-rules/checklist/1\n" * 100)
    empty.touch()
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE events (seq INTEGER PRIMARY KEY)")
    connection.close()
    kinds = ((tmp_path / "none", "SR101"), (tmp_path, "SR102"), (empty, "SR103"))
    for path, wanted in (*kinds, (text, "SR860"), (other, "SR860")):
        before = path.read_bytes() if path.is_file() else b""
        assert code(path, append) == wanted
        assert (path.read_bytes() if path.is_file() else b"") == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["empty", "other.db", "visit.yaml"]


@pytest.mark.parametrize("append", [False, True])
def test_a_newer_format(file: Path, append: bool) -> None:
    _by_hand(file, "PRAGMA user_version=2")
    assert code(file, append) == "SR861"


def _by_hand(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


DROPPED = tuple(
    f"DROP TRIGGER {name}" for name in ("no_update", "no_delete", "in_order", "none_after_the_last")
)


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TRIGGER no_update",),
        ("CREATE TABLE more (x)",),
        (*DROPPED, "UPDATE events SET content = replace(content, 'fall-01', 'fall-02')"),
        (*DROPPED, "DELETE FROM events WHERE seq = 1"),
        (*DROPPED, "UPDATE events SET at = '2026-03-02T09:00:01Z' WHERE seq = 2"),
        (*DROPPED, "UPDATE events SET kind = 'closed' WHERE seq = 2"),
    ],
)
def test_what_was_changed_from_outside_is_seen(file: Path, statements: tuple[str, ...]) -> None:
    _by_hand(file, *statements, *(store._TRIGGERS if len(statements) > 1 else ()))
    assert code(file) == "SR862"
    assert code(file, append=True) == "SR862"


def test_every_byte_that_is_turned_is_seen_or_changes_nothing(file: Path) -> None:
    """A flipped bit is told as damage, or is where nothing is kept: what is read is never other."""
    whole, wanted = file.read_bytes(), store.read(file)
    refused: set[str] = set()
    for at in range(0, len(whole), 997):
        file.write_bytes(whole[:at] + bytes([whole[at] ^ 0x10]) + whole[at + 1 :])
        try:
            assert store.read(file) == wanted
        except InputError as error:
            refused |= {problem.code for problem in error.problems}
    assert "SR862" in refused
    assert refused <= {"SR860", "SR861", "SR862", "SR864"}


@pytest.mark.parametrize("length", [1, 50, 100, 4096, 9000, -4096, -1])
def test_a_file_that_ends_too_early(file: Path, length: int) -> None:
    file.write_bytes(file.read_bytes()[:length])
    assert code(file) in ("SR860", "SR862")


def test_an_event_is_never_changed_or_removed(file: Path) -> None:
    """Not even by raw SQL: the database itself refuses."""
    before = store.read(file)
    row = "(1, '', 'closed', '{}', '', 'x')"
    for statement in (
        "UPDATE events SET at = ''",
        "UPDATE events SET seq = seq + 10",
        "DELETE FROM events",
        f"INSERT OR REPLACE INTO events VALUES {row}",
        f"REPLACE INTO events VALUES {row}",
        "INSERT INTO events VALUES (NULL, '', 'closed', '{}', '', 'x')",
        "INSERT INTO events VALUES (3, '', 'closed', '{}', '', 'x')",
        "INSERT INTO events VALUES (0, '', 'closed', '{}', '', 'x')",
    ):
        with pytest.raises(sqlite3.IntegrityError):
            _by_hand(file, statement)
    assert store.read(file) == before


def test_nothing_follows_the_last_event(file: Path) -> None:
    records = store.append(file, lambda _: [Closed()], AT)
    (row,) = chained(records, [RoundBegun(round=1)], AT)
    with pytest.raises(sqlite3.IntegrityError, match="closed"):
        _by_hand(file, f"INSERT INTO events VALUES {tuple(row)}")


def test_the_settings_are_as_promised(file: Path) -> None:
    connection = sqlite3.connect(file)
    found = [
        connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("journal_mode", "application_id", "user_version")
    ]
    connection.close()
    assert found == ["wal", int.from_bytes(b"SPUR", "big"), 1]


def test_every_transaction_is_on_the_disk_before_it_is_acknowledged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kill does not show it, a power cut would: what SQLite is asked for, in order."""
    asked: list[str] = []

    def traced(path: Path, mode: str, seconds: float) -> sqlite3.Connection:
        connection = connect(path, mode, seconds)
        connection.set_trace_callback(asked.append)
        return connection

    connect = store._connect
    monkeypatch.setattr(store, "_connect", traced)
    path = tmp_path / "ws.spur"
    store.create(path, [CaseAdded(case="a")], AT)
    begun = asked.copy()
    asked.clear()
    store.append(path, lambda _: [CaseAdded(case="b")], AT)
    for steps in (begun, asked):
        order = [s for s in steps if s.startswith(("PRAGMA synchronous", "BEGIN", "COMMIT"))]
        assert order == ["PRAGMA synchronous=FULL", "BEGIN IMMEDIATE", "COMMIT"]
    assert "PRAGMA foreign_keys=ON" in asked
    assert asked.index("PRAGMA journal_mode=WAL") < asked.index("BEGIN IMMEDIATE")


def _seen(folder: Path) -> dict[str, str]:
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


def test_to_read_changes_nothing(file: Path) -> None:
    before, stat = _seen(file.parent), file.stat()
    for command in (("show", str(file)), ("log", str(file)), ("minutes", str(file))):
        assert main(("workshop", *command)) == 0
    assert _seen(file.parent) == before
    assert file.stat().st_mtime_ns == stat.st_mtime_ns


def test_what_a_dead_writer_left_is_read_and_left_as_it_is(file: Path, tmp_path: Path) -> None:
    """A copy made while a writer has it open, with its log beside it."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA wal_autocheckpoint=0")
    (row,) = chained(store.read(file), [RoundBegun(round=1)], AT)
    connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", row)
    other = tmp_path / "copied"
    other.mkdir()
    for name in ("ws.spur", "ws.spur-wal"):
        shutil.copy(tmp_path / name, other / name)
    connection.close()
    before = {name: seen for name, seen in _seen(other).items() if not name.endswith("-shm")}
    assert len(store.read(other / "ws.spur")) == 3
    after = {name: seen for name, seen in _seen(other).items() if not name.endswith("-shm")}
    assert after == before
    store.append(other / "ws.spur", lambda _: [Closed()], AT)
    assert [path.name for path in other.iterdir()] == ["ws.spur"]


def test_another_writer_is_waited_for_and_told(file: Path) -> None:
    waited: list[int] = []
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    assert code(file, append=True) == "SR863"
    patience = store.Patience(0.01, 5, lambda: waited.append(1) or connection.rollback())
    assert len(store.append(file, lambda _: [RoundBegun(round=1)], AT, patience)) == 3
    assert len(waited) == 1
    connection.close()


def test_a_file_that_is_busy_from_its_opening_on_is_waited_for(file: Path) -> None:
    """As while another process looks through the log that a killed one left."""
    waited: list[int] = []
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA locking_mode=EXCLUSIVE")
    connection.execute("BEGIN EXCLUSIVE")
    patience = store.Patience(0.01, 5, lambda: waited.append(1) or connection.close())
    assert len(store.append(file, lambda _: [RoundBegun(round=1)], AT, patience)) == 3
    assert len(waited) == 1


def test_it_can_be_read_while_another_writes(file: Path) -> None:
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    (row,) = chained(store.read(file), [RoundBegun(round=1)], AT)
    connection.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", row)
    assert len(store.read(file)) == 2  # what is not committed is not there
    connection.execute("COMMIT")
    assert len(store.read(file)) == 3
    connection.close()


FULL = """
import resource, sys
from spur_rules.cli.main import main
size = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
sys.exit(main(["workshop", *sys.argv[2:]]))
"""


def _on_a_full_disk(size: int, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", FULL, str(size), *words]
    env = dict(os.environ) | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, capture_output=True, text=True, env=env, cwd=ROOT)


def test_a_full_disk(file: Path, tmp_path: Path) -> None:
    assert resource.RLIMIT_FSIZE is not None
    before = store.read(file)
    done = _on_a_full_disk(8192, "round", str(file))
    assert (done.returncode, done.stdout, done.stderr[:12]) == (2, "", "error[SR864]")
    assert store.read(file) == before
    new = tmp_path / "new.spur"
    done = _on_a_full_disk(8192, "new", str(new), "--title", "T", "--case", "a")
    assert (done.returncode, done.stdout, done.stderr[:12]) == (2, "", "error[SR864]")
    assert not new.exists()
    assert not [path for path in tmp_path.iterdir() if "new.spur" in path.name]
    assert main(("workshop", "round", str(file))) == 0


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(InputError) as error:
        store.create(tmp_path / "none" / "ws.spur", [RoundBegun(round=1)], AT)
    assert error.value.problems[0].code == "SR864"


@contextlib.contextmanager
def nobody() -> Iterator[None]:
    """As a user who may not write everywhere."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def test_a_file_and_a_folder_that_may_not_be_written(file: Path) -> None:
    folder = Path(tempfile.mkdtemp())  # not below tmp_path, which nobody but us may enter
    try:
        path = folder / "ws.spur"
        shutil.copy(file, path)
        path.chmod(0o444)
        folder.chmod(0o555)
        with nobody():
            assert len(store.read(path)) == 2
            assert code(path, append=True) == "SR864"
            with pytest.raises(InputError) as error:
                store.create(folder / "new", [RoundBegun(round=1)], AT)
        assert error.value.problems[0].code == "SR864"
        assert [one.name for one in folder.iterdir()] == ["ws.spur"]
    finally:
        folder.chmod(0o700)
        shutil.rmtree(folder)


def test_a_file_that_is_there_is_never_written_over(file: Path, tmp_path: Path) -> None:
    before = file.read_bytes()
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "nowhere")
    for path in (file, link):
        with pytest.raises(InputError) as error:
            store.create(path, [RoundBegun(round=1)], AT)
        assert error.value.problems[0].code == "SR611"
    assert file.read_bytes() == before


def test_several_hand_in_at_once(file: Path) -> None:
    """Four programs, ten notes each: all are kept, none twice, the chain is whole."""
    program = (
        "import sys; from pathlib import Path; from spur_rules.workshops import store\n"
        "from spur_rules.workshops.events import Discussed\n"
        "for n in range(10):\n"
        "    made = [Discussed(text=f'{sys.argv[2]} {n}')]\n"
        f"    store.append(Path(sys.argv[1]), lambda _: made, '{AT}')\n"
    )
    env = dict(os.environ) | {"PYTHONPATH": str(ROOT)}
    started = [
        subprocess.Popen([sys.executable, "-c", program, str(file), name], env=env)
        for name in "abcd"
    ]
    assert [process.wait(120) for process in started] == [0, 0, 0, 0]
    texts = [r.event.text for r in store.read(file) if isinstance(r.event, Discussed)]
    assert sorted(texts) == sorted(f"{name} {n}" for name in "abcd" for n in range(10))
    assert [path.name for path in file.parent.iterdir()] == ["ws.spur"]


def test_the_chain_by_hand() -> None:
    rows = chained([], [CaseAdded(case="a"), CaseAdded(case="b")], AT)
    assert [record.event.case for record in read_rows(rows)] == ["a", "b"]
    content = '[1,"2026-03-02T09:00:00Z","case added","{\\"case\\":\\"a\\",\\"sha256\\":null}",""]'
    assert rows[0].hash == hashlib.sha256(content.encode()).hexdigest()
    assert rows[1].previous == rows[0].hash
    for broken in (rows[1:], rows[::-1], [rows[0], rows[1]._replace(content="{}")]):
        with pytest.raises(BrokenError):
            read_rows(broken)


def test_an_order_that_cannot_be_is_damage(file: Path) -> None:
    first = store.read(file)[0].event
    assert isinstance(first, Opened)
    rows = chained([], [first, RoundBegun(round=2)], AT)
    with pytest.raises(InputError) as error:
        state(read_rows(rows), "ws.spur")
    assert error.value.problems[0].code == "SR862"


def test_killed_twenty_times() -> None:
    """The short form of `scripts/crash-workshop`: nothing that was acknowledged is lost."""
    found = runs(20, seed=1)
    assert [what for one in found for what in one.wrong] == []
    assert sum(one.lost for one in found) == 0
    assert sum(one.acknowledged for one in found) > 50
    assert any(one.wal_left for one in found)  # some were killed in the middle of writing
