"""YAML events to plain data, by the core schema of YAML 1.2. The only importer of `yaml`."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

import yaml

from .errors import Problem, described, quoted
from .provenance import Place
from .yaml_syntax import Spot, Stumble, told

LIMIT_DEPTH = 40
LIMIT_ALIASES = 100
LIMIT_NODES = 100_000
LIMIT_MARKS = 30  # as Unicode's stream-safe text

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DataPath = tuple[str | int, ...]


def dump(data: Any, leaves_on_one_line: bool = False, width: int = 100) -> str:
    r"""Plain data as YAML, keys in their order.

    Args:
        data: Mappings, lists, texts and numbers.
        leaves_on_one_line: Whether what holds nothing but values is written with braces.
        width: A sentence goes on on the next line after the word that passes this column.

    >>> dump({"grade": "B", "å": [1]}), dump({"grade": "B", "å": [1]}, leaves_on_one_line=True)
    ('grade: B\nå:\n- 1\n', 'grade: B\nå: [1]\n')
    """
    flow = None if leaves_on_one_line else False
    return str(
        yaml.safe_dump(
            data, allow_unicode=True, sort_keys=False, width=width, default_flow_style=flow
        )
    )


def as_read(text: str) -> str:
    r"""A text as reading makes it: its letters composed (NFC), and one kind of line end.

    >>> as_read("a\u030a\r\nb\u2028c")
    'å\nb\nc'
    """
    return unicodedata.normalize("NFC", _LINE_ENDS.sub("\n", text))


def compose(text: str) -> Any:
    """The nodes of a text, each with the marks where it starts and ends; None where it has none.

    >>> compose("a: {b: 1}").value[0][1].start_mark.index
    3
    """
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError:
        return None


class _StopReading(Exception):  # noqa: N818 (a signal, not an error)
    """Reading further would only add noise."""


@dataclass
class _Frame:
    """A container that is being read, where it goes, and how many nodes came before it."""

    items: dict[str, Any] | list[Any]
    path: DataPath
    start: Place
    nodes_before: int
    anchor: str | None
    key: Any = None
    key_place: Place | None = None


_NO_KEY: Any = object()
_SKIP: Any = object()


class Builder:
    """Turns YAML events into plain data without recursion, and counts what it takes in."""

    def __init__(self, name: str, text: str, keep_places: bool = False) -> None:
        self.name = name
        self.data: Any = None
        self.problems: list[Problem] = []
        self.places: dict[DataPath, tuple[Place, Place | None]] = {}
        self.root = Place(name)
        self._keep_places = keep_places
        self._frames: list[_Frame] = []
        self._anchors: dict[str, tuple[Any, int]] = {}
        self._nodes = self._aliases = self._documents = 0
        try:
            self._read(_as_yaml(text))
        except _StopReading:
            pass
        except yaml.MarkedYAMLError as error:
            self._syntax_error(error, text)
        except yaml.YAMLError as error:
            self._problem("SR106", Place(name), str(error).replace("\n", " "))

    def _read(self, text: str) -> None:
        for event in yaml.parse(text, Loader=_Loader):
            handler = _HANDLERS.get(type(event))
            if handler is not None:
                handler(self, event)
            if self._nodes > LIMIT_NODES or self._aliases > LIMIT_ALIASES:
                limits = f"{LIMIT_NODES} nodes or {LIMIT_ALIASES} aliases"
                self._stop("SR111", event, f"more than {limits}; write it out or split it")

    def _problem(self, code: str, place: Place, message: str) -> None:
        self.problems.append(Problem(code, place, message))

    def _stop(self, code: str, event: Any, message: str) -> None:
        self._problem(code, self._place(event), message)
        raise _StopReading

    def _place(self, event: Any) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def _syntax_error(self, error: yaml.MarkedYAMLError, text: str) -> None:
        opened, met = _spot(error.context_mark), _spot(error.problem_mark)
        stumble = Stumble(error.context or "", error.problem or "", opened, met)
        spot, message = told(stumble, text)
        self._problem("SR106", Place(self.name, *(spot or ())), message)

    def _on_document(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            self._stop("SR107", event, "a second document starts here; keep one to a file")

    def _on_scalar(self, event: Any) -> None:
        self._nodes += 1
        self._check_tag(event)
        value = self._checked(event.value, event)
        if event.style is None or event.style == "":
            value = self._resolve(value, event)
        if event.anchor:
            self._anchors[event.anchor] = (value, 1)
        self._add(value, event)

    def _checked(self, value: str, event: Any) -> str:
        """The text in one spelling, where it is text that a screen can show as it was meant."""
        if _HIGH.search(value) and _has_heap_of_marks(value):
            message = f"more than {LIMIT_MARKS} marks on one letter; write it plainly"
            self._stop("SR105", event, message)
        if control := NOT_TEXT.search(value):
            message = not_text(control[0], "is not text, even escaped; remove it")
            self._problem("SR105", self._place(event), message)
        return as_read(value)

    def _on_alias(self, event: Any) -> None:
        self._aliases += 1
        name = quoted(event.anchor)
        if any(frame.anchor == event.anchor for frame in self._frames):
            self._stop("SR111", event, f"alias {name} stands inside what it names; write it out")
        if event.anchor not in self._anchors:
            message = f"alias {name} has no anchor before it; if the star is text, use quotes"
            self._stop("SR106", event, message)
        value, size = self._anchors[event.anchor]
        self._nodes += size
        self._add(value, event)

    def _on_start(self, event: Any) -> None:
        if len(self._frames) >= LIMIT_DEPTH:
            self._stop("SR110", event, f"nested deeper than {LIMIT_DEPTH}; write it flatter")
        self._check_tag(event)
        self._nodes += 1
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        items: dict[str, Any] | list[Any] = {} if is_mapping else []
        path = self._next_path()
        place = self._place(event)
        self._frames.append(_Frame(items, path, place, self._nodes - 1, event.anchor, _NO_KEY))

    def _on_end(self, event: Any) -> None:
        frame = self._frames.pop()
        value = frame.items if isinstance(frame.items, dict) else tuple(frame.items)
        if frame.anchor:
            self._anchors[frame.anchor] = (value, self._nodes - frame.nodes_before)
        self._add(value, event, frame.start)

    def _next_path(self) -> DataPath:
        if not self._frames:
            return ()
        frame = self._frames[-1]
        return (*frame.path, frame.key if isinstance(frame.items, dict) else len(frame.items))

    def _add(self, value: Any, event: Any, place: Place | None = None) -> None:
        if not self._frames:
            self.data, self.root = value, place or self._place(event)
            self.places[()] = (self.root, None)
            return
        frame = self._frames[-1]
        if isinstance(frame.items, list):
            self._keep(event, place, None)
            frame.items.append(value)
        elif frame.key is _NO_KEY:
            self._take_key(frame, value, place or self._place(event))
        else:
            if frame.key is not _SKIP:
                self._keep(event, place, frame.key_place)
                frame.items[frame.key] = value
            frame.key = _NO_KEY

    def _keep(self, event: Any, place: Place | None, key_place: Place | None) -> None:
        if self._keep_places:
            self.places[self._next_path()] = (place or self._place(event), key_place)

    def _take_key(self, frame: _Frame, key: Any, place: Place) -> None:
        frame.key, frame.key_place = key, place
        if not isinstance(key, str):
            frame.key = _SKIP
            found = "an empty key" if key is None else described(key)
            message = f"a key must be text, found {found}; put it in quotes"
            self._problem("SR114", place, message)
        elif key in frame.items:
            frame.key = _SKIP
            self._problem("SR109", place, f"key {quoted(key)} stands twice; keep one of them")

    def _check_tag(self, event: Any) -> None:
        if event.tag is not None:
            message = f"tag {quoted(event.tag)} is not allowed; write the value plainly"
            self._problem("SR108", self._place(event), message)

    def _resolve(self, text: str, event: Any) -> Any:
        """A plain scalar by the core schema of YAML 1.2: `no` is text, `010` is ten."""
        if text in _CONSTANTS:
            return _CONSTANTS[text]
        if text[0] not in "+-.0123456789" or not _NUMBER.fullmatch(text):
            return text
        if len(text) > 18:
            message = f"number {quoted(text, 20)} is longer than 18 characters; is it text?"
            self._problem("SR112", self._place(event), f"{message} Put it in quotes")
            return text
        return float(text) if set(text) & set(".eE") else int(text)


_HANDLERS: dict[type, Any] = {
    yaml.DocumentStartEvent: Builder._on_document,
    yaml.ScalarEvent: Builder._on_scalar,
    yaml.AliasEvent: Builder._on_alias,
    yaml.MappingStartEvent: Builder._on_start,
    yaml.SequenceStartEvent: Builder._on_start,
    yaml.MappingEndEvent: Builder._on_end,
    yaml.SequenceEndEvent: Builder._on_end,
}
_CONSTANTS: dict[str, Any] = dict.fromkeys(("", "~", "null", "Null", "NULL"))
_CONSTANTS |= dict.fromkeys(("true", "True", "TRUE"), True)
_CONSTANTS |= dict.fromkeys(("false", "False", "FALSE"), False)
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
#: Control characters, which a terminal would obey, halves of surrogate pairs, and what makes a
#: screen show a text in another order than it is read in.
NOT_TEXT = re.compile(
    rf"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]|[\ud800-\udfff]|{_TURNING.pattern}"
)
#: Ends of lines other than \n; a word processor saves the last but one.
_LINE_ENDS = re.compile("\r\n|[\r\x85\u2028\u2029]")
#: So many characters above all of Latin in a row can be a heap of marks, which normalising would
#: take the square of their number to sort.
_HIGH = re.compile(rf"[\u0300-\U0010ffff]{{{LIMIT_MARKS + 1}}}")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_JSON_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"?|\t', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u(d[89ab]\w\w)\\u(d[c-f]\w\w)|.)", re.IGNORECASE | re.DOTALL)


def not_text(character: str, otherwise: str) -> str:
    r"""What to say of a character that `NOT_TEXT` finds.

    >>> not_text("\u202e", "")
    "character '\\u202e' makes a screen show text in another order; remove it"
    """
    if _TURNING.match(character):
        otherwise = "makes a screen show text in another order; remove it"
    return f"character {character!r} {otherwise}"


def _has_heap_of_marks(text: str) -> bool:
    """Whether a letter anywhere has more marks than any language gives it."""
    run = 0
    for character in text:
        run = run + 1 if unicodedata.combining(character) else 0
        if run > LIMIT_MARKS:
            return True
    return False


def _spot(mark: Any) -> Spot | None:
    return Spot(mark.line + 1, mark.column + 1) if mark else None


def _as_yaml(text: str) -> str:
    """JSON as YAML reads it: no tabs between its parts, no escaped surrogate pairs."""
    if not text.lstrip().startswith(("{", "[")):
        return text
    return _JSON_PIECE.sub(lambda m: " " if m[0] == "\t" else _ESCAPE.sub(_joined, m[0]), text)


def _joined(escape: re.Match[str]) -> str:
    if not escape[1]:
        return escape[0]
    character = json.loads('"' + escape[0] + '"')
    return f"\\U{ord(character):08x}"
