"""--fix: only what it says is changed, twice is once, and printed text never in silence."""

import copy
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lint_files import CATALOG, RULES, Change, Made, made, told

from spur_rules import InputError
from spur_rules.linting import fixing
from spur_rules.linting.findings import KINDS
from spur_rules.linting.fixing import fix
from spur_rules.linting.lint import Lint, Report
from spur_rules.linting.mending import mended
from spur_rules.linting.source import Source
from spur_rules.linting.wording import found
from spur_rules.shipped import CATALOG as SHIPPED
from spur_rules.yaml_file import parse_bytes

A1 = "text: Det finns skriftliga riktlinjer."
NOTE = "note: Härledd ur ordningen."
BECAUSE = "sv: en föreskrift är inte uppfylld,"


def fixed(folder: Made) -> tuple[Report, dict[str, str]]:
    report = fix([folder.folder])
    names = ("catalog", "rules")
    return report, {name: (folder.folder / f"{name}.yaml").read_bytes().decode() for name in names}


#: What is written, and what it becomes; all else stays as it is.
MENDED = [
    ("catalog", NOTE, "note: Ha\u0308rledd ur ordningen.", NOTE),
    (
        "catalog",
        NOTE,
        'note: "Ha\\u0308rledd ur ordningen." # så',
        'note: "Härledd ur ordningen." # så',
    ),
    (
        "catalog",
        NOTE,
        "note:   'Ha\u0308rledd  ur   ordningen ' # två  rum",
        "note:   'Härledd ur ordningen.' # två  rum",
    ),
    ("catalog", NOTE, "note: Härledd\tur ordningen.", NOTE),
    ("catalog", NOTE, "note: Härledd ur ordningen", NOTE),
    ("catalog", NOTE, "note: Härledd ur (ordningen)", "note: Härledd ur (ordningen)."),
    ("catalog", NOTE, "note: Här\u00adledd\u00a0ur ordningen.", NOTE),
    (
        "catalog",
        NOTE,
        "note: >  # vikt\n          Härledd  \n          ur  ordningen \n\n\n        # kvar",
        "note: >-  # vikt\n          Härledd\n          ur ordningen.\n\n\n        # kvar",
    ),
    (
        "catalog",
        NOTE,
        "note: |2+\n          Härledd ur\n            ordningen.\n",
        "note: |2-\n          Härledd ur\n            ordningen.\n",
    ),
    ("rules", BECAUSE, "sv: en föreskrift  är inte uppfylld.,", BECAUSE),
    ("rules", BECAUSE, "'sv' : 'det ''är''  så.',", "'sv' : 'det ''är'' så',"),
    ("rules", "reason: Hälften är mitt emellan.", "reason: &r Hälften är mitt emellan", None),
]


@pytest.mark.parametrize("file, old, written, becomes", MENDED)
def test_what_is_mended(
    file: str, old: str, written: str, becomes: str | None, tmp_path: Path
) -> None:
    folder = made(tmp_path, Change(file, old, written))
    report, texts = fixed(folder)
    base = {"catalog": CATALOG, "rules": RULES}
    wanted = base | {file: base[file].replace(old, becomes or f"{written}.")}
    assert texts == wanted
    assert told(report) == []
    assert [row.is_legal for row in report.mended] == [False] * max(1, len(report.mended))


def test_once_is_enough(tmp_path: Path) -> None:
    folder = made(tmp_path, Change("catalog", NOTE, "note: Ha\u0308rledd  ur ordningen "))
    _, once = fixed(folder)
    report, twice = fixed(folder)
    assert once == twice
    assert report.mended == ()


def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    folder = made(tmp_path, Change("catalog", NOTE, "note: Härledd  ur ordningen"))
    path = tmp_path / "catalog.yaml"
    before = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(before)
    path.chmod(0o640)
    report, _ = fixed(folder)
    assert told(report) == []
    assert path.read_bytes() == before.replace(b"  ur ordningen", b" ur ordningen.")
    assert path.stat().st_mode & 0o777 == 0o640


def test_printed_text_is_mended_and_told(tmp_path: Path) -> None:
    """The row is named, and the exit code is not 0: another text is another version."""
    folder = made(
        tmp_path,
        Change("catalog", A1, "text: Det  finns skriftliga riktlinjer"),
        Change("catalog", "B: Föreskrifter och allmänna", "B: Föreskrifter och\u00a0allmänna"),
        Change("catalog", "text: Tjänstgöringen ska", "text: Tja\u0308nstgöringen ska"),
    )
    report, texts = fixed(folder)
    assert texts["catalog"] == CATALOG
    assert told(report) == [("SR754", "catalog", 3, 10)]
    assert "`A1`, `B` (scale B);" in report.findings[0].message
    assert report.fails
    printed = {(row.finding.code, row.finding.place.line) for row in report.mended if row.is_legal}
    assert printed == {("SR702", 27), ("SR704", 27), ("SR705", 48)}
    assert ("SR701", 11) in {(row.finding.code, row.finding.place.line) for row in report.mended}
    assert told(fixed(folder)[0]) == []


def test_what_is_silenced_is_left(tmp_path: Path) -> None:
    silence = "# lint: SR704 because the form has none"
    written = f"{silence}\n        text: Det finns  skriftliga riktlinjer"
    folder = made(tmp_path, Change("catalog", A1, written))
    _, texts = fixed(folder)
    assert texts["catalog"] == CATALOG.replace(
        A1, f"{silence}\n        text: Det finns skriftliga riktlinjer"
    )


def test_what_is_none_of_a_machines_business_is_left(tmp_path: Path) -> None:
    folder = made(
        tmp_path,
        Change("catalog", NOTE, "note: Härledd, # en  kommentar ha\u0308r"),
        Change("rules", "source: Inte tryckt.", "source: tbd"),
    )
    report, texts = fixed(folder)
    assert texts == folder.texts
    assert [code for code, *_ in told(report)] == ["SR704", "SR712"]
    assert not any(finding.fixable for finding in report.findings)


def test_a_file_that_does_not_parse_is_not_touched(tmp_path: Path) -> None:
    folder = made(tmp_path, Change("catalog", NOTE, "note: [Härledd  ur"))
    report, texts = fixed(folder)
    assert texts == folder.texts
    assert report.mended == ()


def test_a_file_that_is_changed_meanwhile_is_not_touched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = made(tmp_path, Change("catalog", NOTE, "note: Härledd  ur"))
    path = tmp_path / "catalog.yaml"
    monkeypatch.setattr(fixing, "read_bytes", lambda _: b"something else")
    with pytest.raises(InputError, match=r"error\[SR605\] .*changed meanwhile"):
        fix([tmp_path])
    assert path.read_bytes().decode() == folder.texts["catalog"]


def test_a_disk_that_is_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, Change("catalog", NOTE, "note: Härledd  ur"))

    def full(*_: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(fixing, "replace_file", full)
    with pytest.raises(InputError, match=r"error\[SR605\] .*No space left"):
        fix([tmp_path])


# Any text at all, in any way of writing it.

LETTERS = st.sampled_from(
    [*"abåäö .,:#'\"!-\t", "o\u0308", "\u00a0", "\u00ad", "\u0301", "  ", ". "]
)
TEXTS = st.lists(LETTERS, min_size=1, max_size=14).map("".join)


def written(text: str, style: str) -> str:
    if style == "'":
        return "'" + text.replace("'", "''") + "'"
    if style == '"':
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\t", "\\t")
        return f'"{escaped}"'
    return f"{style}\n      {text}\n"


FILES = st.lists(
    st.tuples(
        st.sampled_from(["printed", "caveat", "because", "source", "x\u0308"]),
        TEXTS,
        st.sampled_from(["'", '"', ">", ">-", "|", "|+", ">2"]),
    ),
    min_size=1,
    max_size=3,
    unique_by=lambda row: row[0],
)


def file_of(rows: list[tuple[str, str, str]]) -> str:
    lines = ["# ett  rum\nrules:\n  - id: x"]
    for key, text, style in rows:
        if key in ("caveat", "because"):
            deeper = written(text, style).replace("\n  ", "\n    ")
            lines.append(f"    {key}:\n      sv: {deeper}")
        else:
            lines.append(f"    {key}: {written(text, style)}")
    return "\n".join([*lines, "# slut  på filen\n"])


def marked(file: Any, source: Source) -> dict[Any, set[str]]:
    codes: dict[Any, set[str]] = {}
    for scalar, finding in found(file, source):
        if finding.fixable:
            codes.setdefault(scalar, set()).add(finding.code)
    return codes


@settings(deadline=None, max_examples=300)
@given(FILES)
def test_only_what_is_marked_is_changed(rows: list[tuple[str, str, str]]) -> None:
    text = file_of(rows)
    try:
        file = parse_bytes(text.encode(), "x")
    except InputError:
        return
    source = Source("x", text)
    codes = marked(file, source)
    after, done = mended(source, codes)
    again = parse_bytes(after.encode(), "x")
    assert skeleton(again.data) == skeleton(file.data)
    comments = [line for line in text.splitlines() if line.startswith("#")]
    assert [line for line in after.splitlines() if line.startswith("#")] == comments
    untouched = {s.path for s in source.scalars if not s.is_key} - {s.path for s in done}
    for path in untouched:
        assert again.at(path) == file.at(path)
    twice, _ = mended(Source("x", after), marked(again, Source("x", after)))
    assert twice == after


def skeleton(node: Any) -> Any:
    """The same content with what is only a matter of writing taken out of every text."""
    if isinstance(node, dict):
        return {key: skeleton(value) for key, value in node.items()}
    if isinstance(node, tuple):
        return [skeleton(value) for value in node]
    if not isinstance(node, str):
        return copy.copy(node)
    plain = unicodedata.normalize("NFC", node.translate({0xA0: " ", 0xAD: None}))
    return unicodedata.normalize("NFC", "".join(plain.split()).rstrip("."))


def test_every_kind_that_is_said_to_be_fixable_is_mended_above(tmp_path: Path) -> None:
    folder = made(
        tmp_path,
        Change("catalog", NOTE, "note: 'Ha\u0308r\u00adledd  ur ordningen '"),
        Change("rules", BECAUSE, "sv: en föreskrift är inte uppfylld.,"),
    )
    codes = {finding.code for finding in Lint([tmp_path]).report.findings}
    assert codes == {code for code, kind in KINDS.items() if kind.fixable}
    assert told(fixed(folder)[0]) == []


def test_what_other_places_say_by_an_alias_is_left(tmp_path: Path) -> None:
    """A note and, by an alias, a föreskrift's printed text: mending the note would change it."""
    path = tmp_path / "catalog.yaml"
    text = SHIPPED.read_text("utf-8")
    text = text.replace("text: Tjänstgöringen är tillräckligt allsidig.", "text: *said", 1)
    note = "note: Raden räknas upp under den citerade bestämmelsen, i rubriken Föreskrift."
    text = text.replace(note, "note: &said Tjänstgöringen  är tillräckligt allsidig.", 1)
    path.write_text(text, "utf-8")
    left = fix([path])
    assert path.read_text("utf-8") == text
    assert "SR702" in [finding.code for finding in left.findings]
