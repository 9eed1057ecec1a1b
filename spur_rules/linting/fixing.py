"""What can be mended by machine, mended in the files. Printed text is never changed in silence."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from ..errors import InputError, Problem
from ..provenance import Place
from ..replacing import replace as replace_file
from ..yaml_events import DataPath
from ..yaml_file import YamlFile, read_bytes
from .findings import Finding
from .gathering import Entry
from .lint import Lint, Mended, Report
from .mending import mended
from .source import Scalar
from .wording import LEGAL

_BOM = b"\xef\xbb\xbf"
#: Mending these changes no text: the reader takes both ways of writing a letter for the same.
_ONLY_WRITING = frozenset({"SR701"})


def fix(paths: Sequence[str | Path], against: Sequence[str | Path] = ()) -> Report:
    """Mend what can be mended, each file as one step, and look at the files again.

    A file that cannot be read is not touched, nor is anything that a comment silences.

    Args:
        paths: Files and folders.
        against: Earlier versions of the catalog or of the ruleset.

    Returns:
        What is left, with what was mended; SR754 where printed text was.

    Raises:
        InputError: A path that there is not; SR605, a file that cannot be written.
    """
    run = Lint(paths, against)
    done: list[Mended] = []
    warnings: list[Finding] = []
    for entry in run.named:
        rows, changed = _fix(entry, run.mendable(entry))
        done += rows
        warnings += changed
    left = Lint(paths, against).report if done else run.report
    findings = sorted((*left.findings, *warnings), key=lambda f: (f.place, f.code, f.message))
    return replace(left, findings=tuple(findings), mended=tuple(done))


def _fix(
    entry: Entry, marked: dict[Scalar, list[Finding]]
) -> tuple[list[Mended], Iterable[Finding]]:
    if not marked or entry.source is None or entry.file is None:
        return [], ()
    codes = {scalar: {finding.code for finding in found} for scalar, found in marked.items()}
    text, scalars = mended(entry.source, codes)
    if not scalars:
        return [], ()
    _write(entry, text)
    legal = {path for pattern in LEGAL for path, _ in entry.file.find(pattern)}
    rows: list[Mended] = []
    changed: list[DataPath] = []
    for scalar in scalars:
        is_printed = scalar.path in legal and not scalar.is_key
        is_legal = is_printed and bool(codes[scalar] - _ONLY_WRITING)
        rows += (Mended(f, is_legal and f.code not in _ONLY_WRITING) for f in marked[scalar])
        changed += [scalar.path] if is_legal else []
    return rows, _to_be_raised(entry.file, changed)


def _write(entry: Entry, text: str) -> None:
    start = _BOM if entry.content.startswith(_BOM) else b""
    path = Path(entry.name)
    try:
        if read_bytes(path) != entry.content:
            raise OSError(0, "it was changed meanwhile")
        replace_file(path, start + text.encode())
    except OSError as error:
        message = f"the file cannot be saved: {error.strerror}; it is as it was."
        message += " Check the disk and the rights of its directory"
        raise InputError([Problem("SR605", Place(entry.name), message)]) from None


def _to_be_raised(file: YamlFile, changed: list[DataPath]) -> Iterable[Finding]:
    """The rows whose printed text was changed: another text is another version."""
    if changed:
        names = ", ".join(dict.fromkeys(_row(file, path) for path in changed))
        message = f"printed text was mended in {names}; check it with the form, and raise `version`"
        yield Finding("SR754", file.place(("version",)), message)


def _row(file: YamlFile, path: DataPath) -> str:
    """What a person calls the row in which a text stands."""
    for end in range(len(path), 0, -1):
        for key in ("id", "letter"):
            name = file.at((*path[:end], key))
            if isinstance(name, str):
                scale = f" (scale {path[end + 1]})" if path[end:][:1] == ("scale",) else ""
                return f"`{name}`{scale}"
    return f"`{path[1] if len(path) > 1 else path[0]}`"
