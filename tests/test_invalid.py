"""Broken files, one mistake each: what the user is told, where, and with which words.

The gallery is in `invalid/`; `invalid/expected.yaml` says what each file must be told. Files that
cannot sensibly be stored (huge, deep, or not files at all) are made here, in `MADE`.
"""

import os
import re
import time
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from spur_rules.cli.main import main
from spur_rules.errors import CODES

HERE = Path(__file__).parent
GALLERY = HERE / "invalid"
CATALOG, RULES, CHECKLIST = (
    HERE / "valid" / name for name in ("catalog.yaml", "ruleset.yaml", "checklist.yaml")
)
SECONDS = 2  # no broken file may keep a user waiting longer
if "COVERAGE_RUN" in os.environ:
    SECONDS = 10  # each line is counted then

#: Codes that no file can trigger, and what does.
NOT_FROM_FILES = {
    "SR229": "the option --date; tested with editions",
    "SR230": "a name on the command line; tested with editions",
    "SR232": "a catalog with earlier ids; tested with earlier ids",
    "SR233": "a folder; tested with editions",
    "SR327": "a folder; tested with cases",
    "SR408": "a folder; tested with check",
    "SR501": "the option --engine",
    "SR502": "what is installed",
    "SR503": "a mistake in an engine",
    "SR504": "rules too many for the engine durable; tested with that engine",
    "SR505": "a mistake in an engine",
    "SR601": "the command line",
    "SR602": "a mistake in spur_rules",
    "SR603": "a full disk",
    "SR604": "what is installed",
    "SR605": "a disk or a directory that cannot be written to; tested with saving",
    "SR606": "the name of a schema; tested with schemas",
    "SR801": "a sound rulebook that is too large to prove; tested with verify",
    "SR802": "the option --write; tested with verify",
    "SR611": "a file to be made that is there; tested with new",
    "SR612": "a file to be added to; tested with new",
    "SR613": "an id to be added; tested with new",
    "SR614": "a disk or a directory that cannot be written to; tested with new",
    "SR810": "a rule of very many indicators, with --coverage; tested with coverage",
    "SR820": "what diff is given; tested with diff",
    "SR821": "a changelog; tested with diff",
    "SR822": "two files; tested with diff",
    "SR823": "two files; tested with diff",
    "SR824": "two files; tested with diff",
    "SR830": "a table; tested with tables",
    "SR831": "a table; tested with tables",
    "SR832": "a table; tested with tables",
    "SR833": "a table; tested with tables",
    "SR834": "a table or a folder; tested with tables",
    "SR835": "a folder; tested with panels",
    "SR836": "a table or a folder; tested with tables",
    "SR837": "a key of pseudonyms; tested with pseudonyms",
    "SR838": "where a key of pseudonyms is; tested with pseudonyms",
    "SR839": "where names are; tested with tables and folders of panels",
    **dict.fromkeys(("SR845", "SR846", "SR847"), "options; tested with sizing"),
    "SR848": "a panel that is too small; tested with sizing",
    "SR850": "the option --between; tested with vignettes",
    "SR851": "the option --hangs-on; tested with vignettes",
    "SR853": "a catalog with words of hints; tested with phrases",
    "SR854": "the option --hangs-on; tested with vignettes",
    "SR855": "the option --key; tested with vignettes",
    "SR860": "a database; tested with workshop files",
    "SR861": "a database; tested with workshop files",
    "SR862": "a database; tested with workshop files",
    "SR863": "two programs at once; tested with workshop files",
    "SR864": "a disk or a file that cannot be written to; tested with workshop files",
    "SR865": "a step of a workshop; tested with workshop steps",
    "SR866": "a step of a workshop; tested with workshop steps",
    "SR867": "a step of a workshop; tested with workshop steps",
    "SR868": "a step of a workshop; tested with workshop steps",
    "SR869": "several workshops; tested with workshop drift",
    "SR870": "several workshops; tested with workshop drift",
    "SR871": "a step of a workshop; tested with workshop steps",
    "SR872": "a step of a workshop; tested with workshop talk",
    "SR873": "a step of a workshop; tested with workshop hand-ins",
    "SR874": "a step of a workshop; tested with workshop hand-ins",
    "SR875": "a step of a workshop; tested with workshop hand-ins",
    "SR876": "a step of a workshop; tested with workshop hand-ins",
    "SR880": "the options --samples and --seed; tested with calibrate",
    "SR881": "the option -o; tested with calibrate",
    "SR882": "the option -o; tested with calibrate",
    "SR883": "the option --pair; tested with calibrate",
    "SR884": "the option --pair; tested with calibrate",
}


class Mistake(NamedTuple):
    """One line that must be on stderr; the line is None where the whole file is wrong."""

    code: str
    line: int | None
    words: tuple[str, ...]


EXPECTED = {
    name: [Mistake(row["code"], row["line"], tuple(row["words"])) for row in rows]
    for name, rows in yaml.safe_load((GALLERY / "expected.yaml").read_text("utf-8")).items()
}

HEAD = b"schema: spur-rules/checklist/1\ncatalog: mini\nanswers:\n"
JSON_HEAD = b'{"schema": "spur-rules/checklist/1", "catalog": "mini", "answers": '
DEEP = 100_000
DIGITS = b"1" * 5_000
TOO_DEEP = Mistake("SR110", 1, ("deeper", "flatter"))
TOO_LARGE = Mistake("SR104", None, ("1 MiB",))
TOO_MANY_NODES = ("100000 nodes",)

#: The files that are made: name, content, the one mistake.
MADE = [
    ("deep-lists.json", b"[" * DEEP + b"]" * DEEP, TOO_DEEP),
    ("deep-lists-unclosed.json", b"[" * DEEP, TOO_DEEP),
    ("deep-groups.json", b'{"a": ' * DEEP + b"1" + b"}" * DEEP, TOO_DEEP),
    ("deep-lists.yaml", b"a: " + b"[" * DEEP + b"]" * DEEP, TOO_DEEP),
    ("deep-groups.yaml", b"a: " + b"{a: " * DEEP + b"}" * DEEP, TOO_DEEP),
    ("deep-dashes.yaml", b"- " * DEEP, TOO_DEEP),
    ("deep-keys.yaml", b"? " * DEEP, TOO_DEEP),
    (
        "deep-block.yaml",
        b"".join(b" " * depth + b"a:\n" for depth in range(1000)),
        Mistake("SR110", 41, ("deeper",)),
    ),
    ("number.yaml", HEAD + b"  A1: " + DIGITS, Mistake("SR112", 4, ("`1111", "quotes"))),
    ("number.json", JSON_HEAD + b'{"A1": ' + DIGITS + b"}}", Mistake("SR112", 1, ("`1111",))),
    ("exponent.yaml", HEAD + b"  A1: 1e" + DIGITS, Mistake("SR112", 4, ("`1e111",))),
    ("huge.yaml", HEAD + b"# \n" * (400 * 1024), TOO_LARGE),
    ("huge.json", b" " * 1024 * 1024 + b"{}", TOO_LARGE),
    ("huge-binary.yaml", bytes(2 * 1024 * 1024), TOO_LARGE),
    ("blank-megabyte.yaml", b" " * 1024 * 1024, Mistake("SR103", None, ("empty",))),
    ("many-nodes.yaml", b"- a\n" * 150_000, Mistake("SR111", 100_000, TOO_MANY_NODES)),
    ("many-keys.json", b"[" + b"{}," * 150_000 + b"{}]", Mistake("SR111", 1, TOO_MANY_NODES)),
    ("long-key.yaml", HEAD + b"  " + b"A" * 5_000 + b": uppfyllt", Mistake("SR106", 4, ())),
    ("long-text.yaml", HEAD + b"  A1: " + b"x" * 900_000, Mistake("SR402", 4, ("`xxx", "\u2026`"))),
    (
        "unclosed-long-list.yaml",
        HEAD + b"  A1: {status: [" + b"x, " * 50_000 + b"x",
        Mistake("SR106", 4, ("]",)),
    ),
    (
        "escaped-quotes.json",  # each quote could start a text that never ends
        JSON_HEAD + b'"' + b'\\"' * 30_000,
        Mistake("SR106", 1, ("quote",)),
    ),
    ("unclosed-quotes.json", JSON_HEAD + b'"' * 400_001, Mistake("SR106", 1, ())),
]


def run(capsys, path, *options, command="grade"):
    """The exit code, what was printed on stderr line by line; stdout must stay empty."""
    started = time.process_time()  # not the time of other programs
    code = main([command, str(path), *map(str, options)])
    elapsed = time.process_time() - started
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    assert elapsed < SECONDS
    return code, err.splitlines()


def grade(capsys, path, kind="checklists"):
    """Run the command with one broken file beside two that are right."""
    if kind == "plans":
        options = ("--plan", path, "--catalog", CATALOG, "--rules", RULES)
        return run(capsys, CHECKLIST, *options, command="regrade")
    if kind == "overlays":
        return run(capsys, CHECKLIST, "--overlay", path, "--catalog", CATALOG, "--rules", RULES)
    if kind == "cases":
        return run(capsys, path, "--catalog", CATALOG, "--rules", RULES, command="test")
    if kind == "phrases":
        options = ("--phrases", path, "--catalog", CATALOG, "--rules", RULES)
        return run(capsys, "--list", *options, command="vignette")
    files = {"checklists": CHECKLIST, "catalogs": CATALOG, "rulesets": RULES} | {kind: path}
    return run(
        capsys, files["checklists"], "--catalog", files["catalogs"], "--rules", files["rulesets"]
    )


def check(lines, path, mistakes):
    """Exactly these mistakes, one line each, in the order of their places."""
    codes = [line[line.find("[") + 1 : line.find("]")] for line in lines]
    assert codes == [mistake.code for mistake in mistakes], lines
    for line, mistake in zip(lines, mistakes, strict=True):
        start = re.escape(f"error[{mistake.code}] {path}")
        place = "" if mistake.line is None else rf":{mistake.line}:[1-9]\d*"
        told = re.fullmatch(rf"{start}{place} (.+)", line)
        assert told, f"wanted line {mistake.line}: {line}"
        for words in mistake.words:
            assert words in told[1], line
        assert len(told[1]) < 500, "a message is one clear line"


@pytest.mark.parametrize("name", EXPECTED)
def test_gallery(name, capsys):
    path = GALLERY / name
    code, lines = grade(capsys, path, path.parent.name)
    assert code == 2
    check(lines, path, EXPECTED[name])


@pytest.mark.parametrize("name, content, mistake", MADE, ids=[row[0] for row in MADE])
def test_made(name, content, mistake, tmp_path, capsys):
    path = tmp_path / name
    path.write_bytes(content)
    code, lines = grade(capsys, path)
    assert code == 2
    check(lines, path, [mistake])


def test_gallery_and_expected_name_the_same_files():
    stored = {
        path.relative_to(GALLERY).as_posix() for path in GALLERY.glob("*/*") if path.is_file()
    }
    assert stored == set(EXPECTED)


def test_every_code_of_files_is_in_the_gallery():
    covered = {mistake.code for rows in EXPECTED.values() for mistake in rows}
    covered |= {mistake.code for _, _, mistake in MADE}
    covered |= {"SR101", "SR102"}  # see the tests below
    assert covered == CODES.keys() - NOT_FROM_FILES.keys()


def test_missing_file(tmp_path, capsys):
    path = tmp_path / "visit.yaml"
    code, lines = grade(capsys, path)
    assert code == 2
    check(lines, path, [Mistake("SR101", None, ("no such file", "path"))])


def test_file_below_a_file(capsys):
    path = CHECKLIST / "visit.yaml"
    code, lines = grade(capsys, path)
    assert code == 2
    check(lines, path, [Mistake("SR101", None, ())])


def test_name_that_no_file_can_have(capsys):
    code, lines = grade(capsys, "a" * 5_000)
    assert code == 2
    assert [line[:12] for line in lines] == ["error[SR101]"]


def test_directory(tmp_path, capsys):
    code, lines = grade(capsys, tmp_path)
    assert code == 2
    check(lines, tmp_path, [Mistake("SR102", None, ("directory",))])


@pytest.mark.parametrize("kind", ["catalogs", "rulesets"])
def test_missing_and_directory_for_catalog_and_rules(kind, tmp_path, capsys):
    path = tmp_path / "none.yaml"
    check(grade(capsys, path, kind)[1], path, [Mistake("SR101", None, ("no such file",))])
    check(grade(capsys, tmp_path, kind)[1], tmp_path, [Mistake("SR102", None, ("directory",))])


def test_name_with_a_line_break_stays_on_one_line(tmp_path, capsys):
    code, lines = grade(capsys, tmp_path / "a\nb.yaml")
    assert code == 2
    assert len(lines) == 1


def test_mistakes_of_shape_and_of_linking_are_told_at_once(tmp_path, capsys):
    """One rule is misshapen; those after it are still linked, and keep their places."""
    text = RULES.read_text("utf-8")
    rules = tmp_path / "rules.yaml"
    wrong = """\
  - {id: w1, ceiling: B, when: {fact: kvalitet.brister, at_least: 1}, because: {sv: x}, source: x}
  - {id: w2, ceiling: C, when: {indicator: B9, is: delvis}, because: {sv: x}, source: x}
  - {id: w2, ceiling: C, domains: [A], when: {fact: föreskrift.brister, at_least: 1},
     because: {sv: x}, source: x}
"""
    rules.write_text(text + wrong, "utf-8")
    first = text.count("\n") + 1
    code, lines = grade(capsys, rules, "rulesets")
    assert code == 2
    found = [(line[6:11], int(line.split(":")[1])) for line in lines]
    assert found == [
        ("SR302", first),
        ("SR308", first + 1),
        ("SR304", first + 1),
        ("SR301", first + 2),
        ("SR305", first + 2),
    ]


def test_catalog_and_rules_are_both_told_at_once(capsys):
    catalog = GALLERY / "catalogs" / "norm-unknown.yaml"
    rules = GALLERY / "rulesets" / "fact-unknown.yaml"
    code, lines = run(capsys, CHECKLIST, "--catalog", catalog, "--rules", rules)
    assert code == 2
    check(lines[:1], catalog, EXPECTED["catalogs/norm-unknown.yaml"])
    check(lines[1:], rules, EXPECTED["rulesets/fact-unknown.yaml"])


def test_catalog_that_lacks_what_the_rules_use(tmp_path, capsys):
    catalog = tmp_path / "catalog.yaml"
    kept = [row for row in CATALOG.read_text("utf-8").splitlines() if "{id: A2," not in row]
    catalog.write_text("\n".join(kept), "utf-8")
    code, lines = run(capsys, CHECKLIST, "--catalog", catalog, "--rules", RULES)
    assert code == 2
    line = 1 + RULES.read_text("utf-8").splitlines().index(
        "    when: {fact: kvalitetsindikator.undantag, more_than: {parameter: enstaka.högst}}"
    )
    check(lines, RULES, [Mistake("SR306", line, ("domain A", "kvalitetsindikator", "`needs`"))])


@pytest.mark.parametrize("option", ["--catalog", "--rules"])
def test_shipped_files_do_not_fit_small_ones(option, capsys):
    code, lines = run(capsys, CHECKLIST, option, {"--catalog": CATALOG, "--rules": RULES}[option])
    assert code == 2
    assert "SR311" in lines[0]


#: The same mistake very many times: what is told must not take longer and longer for each.
RULE = RULES.read_bytes() + b"  - id: many\n    ceiling: B\n    when:\n      any:\n"
RULE_END = b"    because: {sv: x}\n    source: x\n"
ROW = b", norm: x, norm_origin: printed, basis: spur, source: x, text: x}\n"
ANSWER = HEAD + b"  A1:\n    status: delvis\n"
INSPECTORS = HEAD + b"  {}\nreview:\n  inspectors:\n"
PAIRS = CATALOG.read_bytes() + b"consistency:\n  presupposes:\n"
WORDS = CATALOG.read_bytes() + b"consistency:\n  words_against:\n    - status: [delvis]\n"
WORDS += b"      words: [x]\n      unless:\n"
PAIR = b"    - {indicator: X%d, needs: B1, because: {sv: x}}\n"
REPEATED = [
    ("checklists", "SR401", 6_000, HEAD, b"  X%d: uppfyllt\n", b""),
    ("checklists", "SR402", 6_000, HEAD, b"  A%d: ja\n", b""),
    ("checklists", "SR121", 6_000, ANSWER, b"    k%d: 1\n", b""),
    ("checklists", "SR123", 6_000, INSPECTORS, b"    - %d\n", b""),
    ("catalogs", "SR204", 3_000, CATALOG.read_bytes(), b"      - {id: B1%d" + ROW, b""),
    ("catalogs", "SR212", 3_000, PAIRS, PAIR, b""),
    ("catalogs", "SR215", 6_000, WORDS, b"        - y%d\n", b"        - x\n"),
    ("rulesets", "SR302", 6_000, RULE, b"        - {fact: x, at_least: %d}\n", RULE_END),
    ("rulesets", "SR304", 6_000, RULE, b"        - {indicator: X%d, is: delvis}\n", RULE_END),
]


@pytest.mark.parametrize(
    "kind, wanted, times, start, row, end", REPEATED, ids=[row[1] for row in REPEATED]
)
def test_one_mistake_very_many_times(kind, wanted, times, start, row, end, tmp_path, capsys):
    path = tmp_path / "many.yaml"
    path.write_bytes(start + b"".join(row % number for number in range(times)) + end)
    code, lines = grade(capsys, path, kind)
    assert code == 2
    assert any(line.startswith(f"error[{wanted}] {path}:") for line in lines)


@pytest.mark.parametrize(
    "parts",
    [
        "{indicator: B2, is: ej tillämpligt}, {indicator: B2, is: ej uppfyllt}",
        "{fact: föreskrift.ej_uppfyllda, at_least: 2}, {fact: föreskrift.tillämpliga, at_most: 1}",
        "{fact: föreskrift.andel_uppfyllda, at_most: 0},"
        " {fact: föreskrift.tillämpliga, at_most: 0}",
    ],
)
def test_parts_that_contradict_each_other_never_fire(parts, tmp_path, capsys):
    path = tmp_path / "rules.yaml"
    rule = f"  - {{id: w, ceiling: B, domains: [B], when: {{all: [{parts}]}},"
    path.write_text(RULES.read_text("utf-8") + rule + " because: {sv: x}, source: x}\n", "utf-8")
    code, lines = grade(capsys, path, "rulesets")
    assert code == 2
    assert [line[6:11] for line in lines] == ["SR307"]


@pytest.mark.parametrize("wrong", ["[1]", "5", "true", "[null]", "[[A]]", "[{a: 1}]", "{A: B}"])
def test_domains_of_a_rule_of_any_wrong_shape(wrong, tmp_path, capsys):
    path = tmp_path / "rules.yaml"
    rule = (
        f"  - {{id: w, ceiling: B, domains: {wrong}, when: {{indicator: B2, is: ej uppfyllt}},"
        " because: {sv: x}, source: x}\n"
    )
    path.write_text(RULES.read_text("utf-8") + rule, "utf-8")
    code, lines = grade(capsys, path, "rulesets")
    assert code == 2
    assert all(re.match(r"error\[SR12[34]\]|error\[SR310\]", line) for line in lines)
