"""All of it, each with a name of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from .damaged import damaged
from .endings import BYTES, TEXT
from .entry import ANY, BAD, RIGHT, Entry
from .kinds import KINDS
from .many import many
from .odd import odd
from .values import VALUES
from .wholes import ENCODINGS, FOREIGN, archives

HAND_MADE = Path(__file__).parent / "handmade"


def corpus() -> Iterator[Entry]:
    """Every hostile thing, in a fixed order, made when its turn comes: together they are large."""
    return chain(_endings(), _wholes(), _values(), many(), damaged(), odd(), _hand_made())


def _endings() -> Iterator[Entry]:
    """A right file and then something hostile; a comment may hold what a screen never shows."""
    for kind in KINDS:
        for name, ending in TEXT.items():
            content = kind.text.encode() + ending.encode()
            yield Entry(
                f"{kind.name}-then-{name}",
                kind.command,
                content,
                ANY if name in MILD else kind.refused,
            )
        for name, raw in BYTES.items():
            content = kind.text.encode() + raw
            yield Entry(f"{kind.name}-then-{name}", kind.command, content, kind.refused)


#: What leaves the file right.
MILD = ("many-ends",)
#: Encodings and layouts in which the same content may stand.
SAME = ("two-marks",)


def _wholes() -> Iterator[Entry]:
    for kind in KINDS:
        for name, encoded in ENCODINGS.items():
            content = encoded(kind.text)
            is_right = name in SAME or content == kind.text.encode()  # plain ASCII, say
            exits = RIGHT if is_right else kind.refused
            yield Entry(f"{kind.name}-as-{name}", kind.command, content, exits)
        for name, content in (FOREIGN | archives(kind.text)).items():
            yield Entry(f"{kind.name}-is-{name}", kind.command, content, kind.refused)


def _values() -> Iterator[Entry]:
    for kind in KINDS:
        for number, slot in enumerate(kind.slots):
            assert slot in kind.text, (kind.name, slot)
            for name, value in VALUES.items():
                written = value + ("\n" if slot.endswith("\n") else "")
                content = kind.text.replace(slot, written, 1).encode()
                yield Entry(f"{kind.name}-{number}-{name}", kind.command, content, ANY)


def _hand_made() -> Iterator[Entry]:
    kinds = {kind.name: kind for kind in KINDS}
    for path in sorted(HAND_MADE.glob("*/*")):
        kind, content = kinds[path.parent.name], path.read_bytes()
        exits = RIGHT_HAND_MADE.get(path.name, BAD)
        yield Entry(f"{kind.name}-by-hand-{path.stem}", kind.command, content, exits)


#: Hand-made files that are right, for all their looks.
RIGHT_HAND_MADE: dict[str, tuple[int, ...]] = {
    "comment-forges-an-error-line.yaml": RIGHT,
    "windows-line-ends-and-marks.yaml": RIGHT,
    "decomposed.yaml": RIGHT,
    "soft-line-breaks.yaml": RIGHT,
    "title-over-many-lines.yaml": RIGHT,
}
