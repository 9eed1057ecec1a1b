"""Answers put into a checklist file: what stays as it was, and what a broken save leaves behind."""

import contextlib
import errno
import json
import os
import re
import shutil
import tempfile
import unicodedata
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from spur_rules import InputError, Status, read_checklist
from spur_rules.asking.saving import check_place, open_document, put, with_row, write
from spur_rules.checklist import Answer

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.yaml"))
HEAD = "schema: spur-rules/checklist/1\ncatalog: st-spur\n"
MET, PARTLY, UNKNOWN = Status.MET, Status.PARTLY, Status.NOT_ASSESSED


def row(indicator: str, status: Status = MET, **texts: str) -> Answer:
    return Answer(indicator=indicator, status=status, **texts)


def saved(path: Path, rulebook, indicator: str, answer: Answer | None) -> str:
    """The file's text after one row was put in."""
    put(open_document(path, rulebook.catalog), indicator, answer, rulebook.catalog)
    return path.read_bytes().decode("utf-8")


def lines_outside(text: str, indicator: str) -> list[str]:
    """The lines of a block-style checklist that do not belong to one row."""
    kept, is_inside = [], False
    for line in text.splitlines(keepends=True):
        if re.match(r"( {2})?\S", line):
            is_inside = line.startswith(f"  {indicator}:")
        kept += [] if is_inside else [line]
    return kept


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("answer", [row("x"), row("x", PARTLY, comment="Sett: på plats #1")])
def test_examples_stay_byte_for_byte_outside_the_row(example, answer, rulebook, tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    for indicator in rulebook.indicators:
        shutil.copy(example, path)
        before = path.read_text("utf-8")
        after = saved(path, rulebook, indicator, answer.model_copy(update={"indicator": indicator}))
        assert lines_outside(after, indicator) == lines_outside(before, indicator)
        assert read_checklist(path, rulebook).status(indicator) is answer.status


def test_a_row_keeps_its_comment_and_evidence_when_its_status_changes(rulebook, tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    shutil.copy(next(path for path in EXAMPLES if path.stem == "primary-care-2025"), path)
    before = path.read_text("utf-8")
    old = read_checklist(path, rulebook).by_indicator["B9"]
    after = saved(path, rulebook, "B9", old.model_copy(update={"status": MET}))
    assert after == before.replace("status: ej bedömt", "status: uppfyllt")


#: What the file says, the row that is put in, and what the file must say then.
LAYOUTS = {
    "first of an empty list": (
        HEAD + "answers: {}  # tomt\ngiven: {A: B}\n",
        row("E1"),
        HEAD + "answers:  # tomt\n  E1: uppfyllt\ngiven: {A: B}\n",
    ),
    "with a reason": (
        HEAD + "answers:\n  A1: uppfyllt\n",
        row("A2", Status.NOT_APPLICABLE, reason="Ingen ST"),
        HEAD + "answers:\n  A1: uppfyllt\n  A2:\n    status: ej tillämpligt\n"
        "    reason: Ingen ST\n",
    ),
    "in catalog order, below the comments of others": (
        HEAD + "answers:\n    A1:  delvis   # sett\n\n    # Kollegor\n    B1:  delvis\n",
        row("A3"),
        HEAD + "answers:\n    A1:  delvis   # sett\n    A3: uppfyllt\n\n    # Kollegor\n"
        "    B1:  delvis\n",
    ),
    "before all others": (
        HEAD + "answers:\n  # Sist\n  H1: delvis\n",
        row("A1"),
        HEAD + "answers:\n  # Sist\n  A1: uppfyllt\n  H1: delvis\n",
    ),
    "aligned by hand": (
        HEAD + "answers:\n  A1:   'ej bedömt'   # fråga chefen\n  A2:   delvis\n",
        row("A1"),
        HEAD + "answers:\n  A1:   uppfyllt   # fråga chefen\n  A2:   delvis\n",
    ),
    "a bare row gets a comment": (
        HEAD + "answers:\n  A1: ej bedömt  # fråga\n",
        row("A1", comment="Sett"),
        HEAD + "answers:\n  A1:  # fråga\n    status: uppfyllt\n    comment: Sett\n",
    ),
    "flow style": (
        HEAD + "answers: {A1: ej bedömt, A2: delvis,\n  B1: delvis}  # slut\n",
        row("A1", comment='En "bra" sak'),
        HEAD + "answers: {A1: {status: uppfyllt, comment: \"En \\\"bra\\\" sak\"}, A2: delvis,\n"
        "  B1: delvis}  # slut\n",
    ),
    "a row in flow style": (
        HEAD + "answers:\n  A1: {status: ej bedömt,\n       evidence: Samtal}\n",
        row("A1", evidence="Samtal", comment="Sett"),
        HEAD + "answers:\n  A1: {status: uppfyllt,\n       evidence: Samtal, comment: \"Sett\"}\n",
    ),
    "all in braces": (
        "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {}}",
        row("A1"),
        "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {A1: uppfyllt}}",
    ),
    "line ends of Windows": (
        (HEAD + "answers:\n  A1: delvis\n  # sen\n").replace("\n", "\r\n"),
        row("A2", comment="Sett"),
        (HEAD + "answers:\n  A1: delvis\n  A2:\n    status: uppfyllt\n    comment: Sett\n  # sen\n")
        .replace("\n", "\r\n"),
    ),
    "byte order mark": (
        "\ufeff" + HEAD + "answers:\n  A1: ej bedömt\n",
        row("A1"),
        "\ufeff" + HEAD + "answers:\n  A1: uppfyllt\n",
    ),
    "no line end at the end": (
        HEAD + "answers:\n  A1: delvis",
        row("A2"),
        HEAD + "answers:\n  A1: delvis\n  A2: uppfyllt",
    ),
    "texts over several lines": (
        HEAD + "answers:\n  A1:\n    status: >-\n      ej\n      bedömt\n"
        "    comment: |\n      Ett\n\n      Två\n  # sen\n  A3: delvis\n",
        row("A1", comment="Ett\n\nTvå\n"),
        HEAD + "answers:\n  A1:\n    status: uppfyllt\n    comment: |\n      Ett\n\n"
        "      Två\n  # sen\n  A3: delvis\n",
    ),
    "JSON": (
        '{"schema": "spur-rules/checklist/1", "catalog": "st-spur", "answers": {"C1": "delvis"}}\n',
        row("A1", comment="Åsikt"),
        '{\n  "schema": "spur-rules/checklist/1",\n  "catalog": "st-spur",\n  "answers": {\n'
        '    "A1": {\n      "status": "uppfyllt",\n      "comment": "Åsikt"\n    },\n'
        '    "C1": "delvis"\n  }\n}\n',
    ),
    "only a header": (
        HEAD + "review:\n  unit: Enheten  # här\n\n# Svaren kommer nedan\n",
        row("E1"),
        HEAD + "review:\n  unit: Enheten  # här\n\n# Svaren kommer nedan\n"
        "answers:\n  E1: uppfyllt\n",
    ),
    "only a header, no line end at the end": (
        HEAD.rstrip(),
        row("E1", comment="Sett"),
        HEAD + "answers:\n  E1:\n    status: uppfyllt\n    comment: Sett",
    ),
    "only a header, with line ends of Windows": (
        HEAD.replace("\n", "\r\n"),
        row("E1"),
        (HEAD + "answers:\n  E1: uppfyllt\n").replace("\n", "\r\n"),
    ),
    "only a header, in braces": (
        "{schema: spur-rules/checklist/1, catalog: st-spur}\n",
        row("E1"),
        "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {E1: uppfyllt}}\n",
    ),
    "answers left empty": (
        "answers:  # tomt\n# Rubrik\n" + HEAD,
        row("E1"),
        "answers:  # tomt\n  E1: uppfyllt\n# Rubrik\n" + HEAD,
    ),
    "answers left empty at the end": (
        HEAD + "answers:\n\n  # skriv här\n",
        row("E1"),
        HEAD + "answers:\n  E1: uppfyllt\n\n  # skriv här\n",
    ),
    "answers that are null": (
        HEAD + "answers: ~\n",
        row("E1"),
        HEAD + "answers:\n  E1: uppfyllt\n",
    ),
    "JSON with only a header": (
        '{"schema": "spur-rules/checklist/1", "catalog": "st-spur"}',
        row("E1"),
        '{\n  "schema": "spur-rules/checklist/1",\n  "catalog": "st-spur",\n  "answers": {\n'
        '    "E1": "uppfyllt"\n  }\n}',
    ),
    "JSON whose answers are null": (
        '{"answers": null, "schema": "spur-rules/checklist/1", "catalog": "st-spur"}\n',
        row("E1"),
        '{\n  "answers": {\n    "E1": "uppfyllt"\n  },\n'
        '  "schema": "spur-rules/checklist/1",\n  "catalog": "st-spur"\n}\n',
    ),
    "the comments above all else stay in any layout": (
        "# yaml-language-server: $schema=x.json\n" + HEAD + "answers: {A1: &x ej bedömt, A2: *x}\n",
        row("A1"),
        "# yaml-language-server: $schema=x.json\n" + HEAD
        + "answers:\n  A1: uppfyllt\n  A2: ej bedömt\n",
    ),
    "layout that only a parser follows": (
        HEAD + "answers:\n  A1: &x ej bedömt\n  A2: *x\n",
        row("A1"),
        HEAD + "answers:\n  A1: uppfyllt\n  A2: ej bedömt\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LAYOUTS)
def test_layout(name, rulebook, tmp_path) -> None:
    before, answer, after = LAYOUTS[name]
    path = tmp_path / ("visit.json" if name.startswith("JSON") else "visit.yaml")
    path.write_bytes(before.encode("utf-8"))
    assert saved(path, rulebook, answer.indicator, answer) == after


@pytest.mark.parametrize(
    "before, after",
    [
        ("answers:\n  A1: delvis\n  # x\n  A2: delvis  # y\n", "answers:\n  A1: delvis\n  # x\n"),
        ("answers:\n  # x\n  A2: delvis\n", "answers:\n  # x\n  {}\n"),
        ("answers: {A2: delvis}\n", "answers: {}\n"),
        ("answers: {A2: delvis, A3: delvis}\n", "answers: {A3: delvis}\n"),
        ("answers: {A1: delvis, A2: delvis}\n", "answers: {A1: delvis}\n"),
    ],
)
def test_a_row_taken_away(before, after, rulebook, tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(HEAD + before, "utf-8")
    assert saved(path, rulebook, "A2", None) == HEAD + after


def test_a_field_taken_away(rulebook, tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(HEAD + "answers:\n  A2:\n    comment: x\n    status: delvis\n", "utf-8")
    assert saved(path, rulebook, "A2", row("A2", PARTLY)) == (
        HEAD + "answers:\n  A2:\n    status: delvis\n"
    )


def test_a_new_file_is_written_as_a_person_would(rulebook, tmp_path) -> None:
    for name, text in (
        ("visit.yaml", HEAD + "answers:\n  E1: uppfyllt\n"),
        (
            "visit.json",
            '{\n  "schema": "spur-rules/checklist/1",\n  "catalog": "st-spur",\n'
            '  "answers": {\n    "E1": "uppfyllt"\n  }\n}\n',
        ),
    ):
        path = tmp_path / name
        document = open_document(path, rulebook.catalog, may_be_new=True)
        assert document.is_new
        assert not path.exists()
        put(document, "E1", row("E1"), rulebook.catalog)
        assert path.read_text("utf-8") == text


def test_a_row_that_no_checklist_may_have_is_refused(rulebook, tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(HEAD + "answers: {}\n", "utf-8")
    for answer, code in (
        (row("A1", Status.NOT_APPLICABLE), "SR403"),
        (row("A1", Status.MET_OTHERWISE, reason="x"), "SR404"),
    ):
        with pytest.raises(InputError, match=code):
            saved(path, rulebook, "A1", answer)
    assert path.read_text("utf-8") == HEAD + "answers: {}\n"


@pytest.mark.parametrize("rest", ["answers: []\n", "answers: uppfyllt\n", "answer:\n"])
def test_answers_that_cannot_be_begun_are_told_and_left(rest, rulebook, tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(HEAD + rest, "utf-8")
    with pytest.raises(InputError, match="answers"):
        open_document(path, rulebook.catalog)
    assert path.read_text("utf-8") == HEAD + rest


BEGIN = " or let `spur-rules ask` begin the answers"


@pytest.mark.parametrize(
    "rest, told",
    [
        ("", r"SR122\] visit.yaml:1:1 key `answers` is missing; add it,"),
        ("answers:\n", r"SR123\] visit.yaml:3:9 `answers` must be .* nothing; add some,"),
    ],
)
def test_only_a_header_is_enough_for_ask_alone(rest, told, rulebook, tmp_path, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    path = Path("visit.yaml")
    path.write_text(HEAD + rest, "utf-8")
    with pytest.raises(InputError, match=f"{told}{BEGIN}") as caught:
        read_checklist(path, rulebook)
    assert len(caught.value.problems) == 1
    assert open_document(path, rulebook.catalog).checklist.answers == ()
    assert path.read_text("utf-8") == HEAD + rest


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.stem)
def test_an_editor_still_finds_the_schema_in_the_first_line(example, rulebook, tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    whole = example.read_text("utf-8")
    header, found, _ = whole.partition("answers:\n")
    assert found
    for text in (whole, header, header + "answers:\n", header + "answers: {}\n"):
        path.write_text(text, "utf-8")
        after = saved(path, rulebook, "A1", row("A1", comment="Sett"))
        assert after.startswith(header)
        assert after.startswith("# yaml-language-server: $schema=../schemas/checklist.schema")


def test_a_symbolic_link_stays_one(rulebook, tmp_path) -> None:
    directory = tmp_path / "elsewhere"
    directory.mkdir()
    real, link, dangling = directory / "real.yaml", tmp_path / "link.yaml", tmp_path / "new.yaml"
    real.write_text(HEAD + "answers: {}\n", "utf-8")
    link.symlink_to(real)
    dangling.symlink_to(directory / "new.yaml")
    saved(link, rulebook, "A1", row("A1"))
    document = open_document(dangling, rulebook.catalog, may_be_new=True)
    put(document, "A1", row("A1"), rulebook.catalog)
    assert link.is_symlink()
    assert dangling.is_symlink()
    assert real.read_text("utf-8") == (directory / "new.yaml").read_text("utf-8")
    assert sorted(path.name for path in directory.iterdir()) == ["new.yaml", "real.yaml"]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o664])
def test_the_mode_stays(mode, rulebook, tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(HEAD + "answers: {}\n", "utf-8")
    path.chmod(mode)
    saved(path, rulebook, "A1", row("A1"))
    assert path.stat().st_mode & 0o777 == mode


def test_a_new_file_has_the_mode_that_the_user_wants(tmp_path) -> None:
    old = os.umask(0o027)
    try:
        write(tmp_path / "visit.yaml", b"x")
    finally:
        os.umask(old)
    assert (tmp_path / "visit.yaml").stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("function", ["open", "fsync", "fchmod", "replace"])
def test_a_save_that_fails_leaves_the_file_and_nothing_else(
    function, rulebook, tmp_path, monkeypatch
) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(HEAD + "answers: {}\n", "utf-8")
    document = open_document(path, rulebook.catalog)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(f"spur_rules.asking.saving.os.{function}", full)
        with pytest.raises(InputError) as caught:
            put(document, "A1", row("A1"), rulebook.catalog)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place.file) == ("SR605", str(path))
    assert "No space left on device; the file is as it was" in problem.message
    assert [found.name for found in tmp_path.iterdir()] == ["visit.yaml"]
    assert path.read_text("utf-8") == HEAD + "answers: {}\n"


def test_an_interrupt_in_the_middle_leaves_the_file_and_nothing_else(tmp_path, monkeypatch) -> None:
    path = tmp_path / "visit.yaml"
    path.write_bytes(b"old")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("spur_rules.asking.saving.os.replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            write(path, b"new")
    assert [found.name for found in tmp_path.iterdir()] == ["visit.yaml"]
    assert path.read_bytes() == b"old"


@contextlib.contextmanager
def nobody():
    """As a user who may not write everywhere."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


def test_a_read_only_directory(rulebook) -> None:
    directory = Path(tempfile.mkdtemp())  # not below tmp_path, which nobody but us may enter
    try:
        path = directory / "visit.yaml"
        path.write_text(HEAD + "answers: {}\n", "utf-8")
        path.chmod(0o644)
        directory.chmod(0o555)
        with nobody():
            with pytest.raises(InputError, match=r"SR605.*Permission denied.*as it was"):
                saved(path, rulebook, "A1", row("A1"))
            with pytest.raises(InputError, match=r"SR605.*directory cannot be written to"):
                check_place(path)
        assert path.read_text("utf-8") == HEAD + "answers: {}\n"
        assert [found.name for found in directory.iterdir()] == ["visit.yaml"]
    finally:
        directory.chmod(0o755)
        shutil.rmtree(directory)


def test_no_directory_and_no_ordinary_file(rulebook, tmp_path) -> None:
    with pytest.raises(InputError, match=r"SR605.*no such directory"):
        check_place(tmp_path / "none" / "visit.yaml")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(InputError, match=r"SR605.*not an ordinary file"):
        open_document(tmp_path / "pipe", rulebook.catalog)
    with pytest.raises(InputError, match="SR102"):
        open_document(tmp_path, rulebook.catalog, may_be_new=True)
    with pytest.raises(InputError, match="SR101"):
        open_document(tmp_path / ("a" * 5000), rulebook.catalog, may_be_new=True)


#: What turns the order of a text is refused in files, and left out of what is typed.
TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LETTERS = st.characters(
    codec="utf-8", exclude_categories=("Cc", "Cs", "Cn"), exclude_characters=TURNING
)
TEXTS = st.text(LETTERS, min_size=1, max_size=150).filter(str.strip)
STARTS = {
    "block.yaml": EXAMPLES[0].read_text("utf-8"),
    "empty.yaml": HEAD + "answers: {}\n",
    "null.yaml": HEAD + "answers: null # än\ngiven: {A: B}\n",
    "header.yaml": HEAD + "review: {unit: Enheten}\n# slut",
    "flow.yaml": HEAD + "answers: {A1: ej bedömt, B1: {status: delvis, comment: x}}\n",
    "braces.yaml": "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {}}",
    "plain.json": json.dumps(
        {"schema": "spur-rules/checklist/1", "catalog": "st-spur", "answers": {}}
    ),
}


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    indicator = draw(st.sampled_from(["A1", "A4", "B1", "B9", "C1", "E11", "H13"]))
    statuses = [status for status in Status if status is not Status.MET_OTHERWISE]
    status = draw(st.sampled_from(statuses))
    reason = draw(TEXTS) if status.needs_reason else None
    comment, evidence = draw(st.none() | TEXTS), draw(st.none() | TEXTS)
    return Answer(
        indicator=indicator, status=status, reason=reason, comment=comment, evidence=evidence
    )


def composed(answer: Answer) -> Answer:
    """Reading composes letters (`a` and a ring after it come back as one) and ends lines alike."""
    texts = answer.model_dump()
    for name in ("comment", "evidence", "reason"):
        if texts[name]:
            one_line_end = re.sub("\r\n|[\r\x85\u2028\u2029]", "\n", texts[name])
            texts[name] = unicodedata.normalize("NFC", one_line_end)
    return Answer.model_validate(texts)


@settings(max_examples=60, deadline=None)
@example(
    name="block.yaml",
    rows=[Answer(indicator="A1", status=MET, comment="a\u030a:\u2028\x85 #\u00a0")],
)
@example(
    name="flow.yaml", rows=[Answer(indicator="A4", status=MET, comment="}, \U0001f600\u0085\n\n x")]
)
@given(name=st.sampled_from(sorted(STARTS)), rows=st.lists(answers(), min_size=1, max_size=6))
def test_one_by_one_is_the_same_as_all_at_once_and_back_again(name, rows, rulebook) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / name
        path.write_text(STARTS[name], "utf-8")
        first = document = open_document(path, rulebook.catalog)
        together, old = document.checklist, []
        for answer in rows:
            old.append((answer.indicator, document.row(answer.indicator)))
            together = with_row(together, answer.indicator, composed(answer))
            document = put(document, answer.indicator, answer, rulebook.catalog)
        assert read_checklist(path, rulebook).sha256 == together.sha256
        for indicator, answer in reversed(old):
            document = put(document, indicator, answer, rulebook.catalog)
        assert read_checklist(path, rulebook).sha256 == first.checklist.sha256
