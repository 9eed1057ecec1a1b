"""Right files that were cut off, or had bits turned over: seeded, so always the same ones."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from .entry import ANY, Entry
from .kinds import EXAMPLE, KINDS, grade_shipped

SEED = 4
EVERY = 10
FLIPS = 25


def damaged() -> Iterator[Entry]:
    """The real case cut off at every tenth byte; every kind of file with bits turned over."""
    real = EXAMPLE.read_bytes()
    for length in range(0, len(real), EVERY):
        yield Entry(f"real-case-cut-at-{length}", grade_shipped, real[:length], ANY)
    for kind in KINDS:
        content = kind.text.encode()
        for number in range(FLIPS):
            name = f"{kind.name}-bits-{number}"
            yield Entry(name, kind.command, _turned(content, f"{SEED}/{name}"), ANY)
            name = f"{kind.name}-bytes-{number}"
            yield Entry(name, kind.command, _moved(content, f"{SEED}/{name}"), ANY)


def _turned(content: bytes, seed: str) -> bytes:
    """From one to eight bits turned over."""
    random, made = Random(seed), bytearray(content)
    for _ in range(random.randint(1, 8)):
        made[random.randrange(len(made))] ^= 1 << random.randrange(8)
    return bytes(made)


def _moved(content: bytes, seed: str) -> bytes:
    """A piece cut out and put in somewhere else, sometimes more than once."""
    random = Random(seed)
    start = random.randrange(len(content))
    piece = content[start : start + random.randint(1, 60)]
    rest = content[:start] + content[start + len(piece) :]
    at = random.randrange(len(rest))
    return rest[:at] + piece * random.randint(0, 3) + rest[at:]
