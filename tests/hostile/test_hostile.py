"""More than 300 hostile files: each quick, small, told in clear lines with a code, no traceback.

Every twelfth of the corpus is run here; `scripts/hostile` runs all of it.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice

from hostile import batches
from hostile.corpus import corpus
from hostile.entry import BAD, MEGABYTES, SECONDS_CPU, Entry, Outcome
from hostile.kinds import KINDS
from hostile.sound import faults

EACH = 12


def test_every_twelfth_of_the_corpus() -> None:
    rows = batches.run(EACH)
    assert not [(row.name, row.faults) for row in rows if row.faults]
    assert len(rows) >= 300
    assert {row.exit for row in rows} == {0, 1, 2}
    by_kind = Counter(row.name.split("-")[0] for row in rows)
    assert all(by_kind[kind.name] >= 40 for kind in KINDS)


def test_names_differ_and_the_corpus_is_the_same_each_time() -> None:
    names = [entry.name for entry in corpus()]
    assert len(names) == len(set(names)) > 3000
    some = [islice(corpus(), 0, None, 97) for _ in range(2)]
    first, second = ([(entry.name, entry.content) for entry in part] for part in some)
    same = zip(first, second, strict=True)
    assert all(a == b for a, b in same if isinstance(a[1], bytes))


#: What would be wrong, were it so; each is put into an outcome in which all is right.
RIGHT = Outcome("x", 2, 0.3, 80.0, "", "error[SR103] x.yaml the file is empty; fill it\n", [])
WRONG = [
    ({"exit": 0, "err": ""}, "exit code 0"),
    ({"exit": -9, "err": ""}, "exit code -9"),
    ({"cpu": SECONDS_CPU + 0.1}, " s"),
    ({"megabytes": MEGABYTES + 1.0}, " MB"),
    ({"err": ""}, "0 lines"),
    ({"err": RIGHT.err * 102}, "102 lines"),
    ({"err": "no code\n"}, "not a clear line"),
    ({"err": "error[SR999] x.yaml unknown code\n"}, "not a clear line"),
    ({"err": "error[SR103] x.yaml \x1b[31mred\n"}, "reaches the screen"),
    ({"err": "error[SR103] x.yaml a\u202eb\n"}, "reaches the screen"),
    ({"err": "error[SR103] x.yaml " + "long " * 200 + "\n"}, "a line of"),
    ({"err": "error[SR602] x.yaml failed\n"}, "a failure of ours"),
    ({"err": "Traceback (most recent call last):\n"}, "a failure of ours"),
    ({"out": "A\n"}, "bad input, and yet"),
    ({"files": ["HARMED"]}, "it left"),
]


def test_each_fault_would_be_seen() -> None:
    entry = Entry("x", lambda path: [path], b"", BAD)
    assert not list(faults(entry, RIGHT))
    for change, words in WRONG:
        found = list(faults(entry, RIGHT._replace(**change)))  # type: ignore[arg-type]
        assert any(words in fault for fault in found), (change, found)
