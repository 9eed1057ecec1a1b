"""`spur-rules diff`: what OLD and NEW may be, what is found, and the exit code."""

import json
from pathlib import Path
from typing import Any

import pytest
from rulebook_edits import CATALOG, RAISED, ROOT, RULES, TWO_EXCEPTIONS, Edit, edited, row_of

from spur_rules.cli.main import main
from spur_rules.comparing.changelog import Changelog
from spur_rules.errors import CODES
from spur_rules.provenance import ContentId

TEXT = ("Tjänstgöringen är tillräckligt allsidig.", "Tjänstgöringen är allsidig.")
LOWERED = ("version: 1.1.0", "version: 1.0.9")
ENTRY = "- **[grade]** Ruleset `st-spur` 1.2.0: two exceptions.\n"


def run(capsys: Any, *command: object) -> tuple[int, str, list[str]]:
    code = main(["diff", *map(str, command)])
    out, err = capsys.readouterr()
    assert "Traceback" not in err
    return code, out, err.splitlines()


def findings(capsys: Any, *command: object) -> tuple[int, list[str]]:
    """The exit code and the codes of the findings; what is printed as JSON says the same."""
    code, out, _ = run(capsys, *command, "--format", "json")
    return code, [row["code"] for row in json.loads(out)["findings"]]


def log(folder: Path, *entries: str) -> Path:
    path = folder / "CHANGELOG.md"
    path.write_text("# Changelog\n\n## 1.2.0\n\n" + "".join(entries), "utf-8")
    return folder


@pytest.mark.parametrize(
    "catalog, rules, entries, expected",
    [
        ((), (), (), (0, [])),
        ((), (TWO_EXCEPTIONS, RAISED), (ENTRY,), (0, [])),
        ((), (TWO_EXCEPTIONS, RAISED), (), (1, ["SR821"])),
        ((), (TWO_EXCEPTIONS,), (), (1, ["SR822", "SR821"])),
        # An entry for the version that was cannot be about this change.
        ((), (TWO_EXCEPTIONS,), (ENTRY.replace("1.2.0", "1.1.0"),), (1, ["SR822", "SR821"])),
        ((), (TWO_EXCEPTIONS, LOWERED), (), (1, ["SR823", "SR821"])),
        ((), (TWO_EXCEPTIONS, RAISED), (ENTRY.replace("Ruleset", "Catalog"),), (1, ["SR821"])),
        ((), (TWO_EXCEPTIONS, RAISED), (ENTRY.replace("**[grade]** ", ""),), (1, ["SR821"])),
        ((TEXT, RAISED), (), (), (0, [])),
        ((TEXT,), (), (), (1, ["SR822"])),
        ((RAISED,), (TWO_EXCEPTIONS, RAISED), (ENTRY,), (0, [])),
        # Only the version raised: no content moved, and nothing need be said.
        ((RAISED,), (), (), (0, [])),
    ],
)
def test_what_is_found(
    capsys: Any,
    tmp_path: Path,
    catalog: tuple[Edit, ...],
    rules: tuple[Edit, ...],
    entries: tuple[str, ...],
    expected: tuple[int, list[str]],
) -> None:
    new = log(edited(tmp_path, catalog, rules), *entries)
    assert findings(capsys, ROOT, new) == expected


def test_both_halves_move_grades(capsys: Any, tmp_path: Path) -> None:
    row = row_of("A4")
    norm = (row, row.replace("norm: kvalitetsindikator", "norm: föreskrift"))
    new = log(edited(tmp_path, (norm, RAISED), (TWO_EXCEPTIONS, RAISED)), ENTRY)
    code, out, _ = run(capsys, ROOT, new)
    assert code == 1
    assert "   - **[grade]** Catalog `st-spur` 1.2.0: …\n" in out
    assert "Ruleset `st-spur` 1.2.0: …" not in out


def test_the_changelog_is_looked_for(
    capsys: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside NEW, above it, in the working folder; or the one that is named."""
    monkeypatch.chdir(tmp_path)
    new = edited(tmp_path / "a" / "b", rules=(TWO_EXCEPTIONS, RAISED))
    file = new / "rules" / "st-spur.yaml"
    code, out, _ = run(capsys, RULES, file)
    assert code == 1
    assert "CHANGELOG.md a grade moves, and there is no changelog" in " ".join(out.split())
    log(tmp_path / "a", ENTRY)
    assert findings(capsys, RULES, file) == (0, [])
    log(new / "rules")
    assert findings(capsys, RULES, file) == (1, ["SR821"])
    assert findings(capsys, RULES, file, "--changelog", tmp_path / "a" / "CHANGELOG.md")[0] == 0
    code, _, err = run(capsys, RULES, file, "--changelog", tmp_path / "none.md")
    assert (code, err[0][:12]) == (2, "error[SR101]")


CONTENT = ContentId("st-spur", "1.2.0", "")
ENTRIES = [
    ("- **[grade]** Ruleset `st-spur` 1.2.0: x.", True),
    ("* **[grade]** ruleset st-spur@1.2.0: x.", True),
    ("- Ruleset `st-spur` 1.2.0: x. **[grade]** Grades move.", True),
    ("- **[grade]** Regelverket `st-spur` 1.2.0: x.", True),
    ("- **[grade]** Two exceptions:\n  ruleset `st-spur`\n  1.2.0.", True),
    ("- **[grade]** Ruleset `st-spur` 1.2.0.1: x.", False),
    ("- **[grade]** Ruleset `st-spur` 11.2.0: x.", False),
    ("- **[grade]** Ruleset `st-spur-x` 1.2.0: x.", False),
    ("- **[grade]** Ruleset `st-spur` 1.1.0: x.\n- Ruleset `st-spur` 1.2.0: y.", False),
    ("**[grade]** Ruleset `st-spur` 1.2.0: not in a list.", False),
    # What is offered to paste, not filled in.
    ("- **[grade]** Ruleset `st-spur` 1.2.0: …", False),
    ("- **[grade]** Ruleset `st-spur@1.2.0`: ...", False),
    ("- **[grade]** Ruleset `st-spur` 1.2.0:\n", False),
    ("- **[grade]** Ruleset `st-spur` 1.2.0: …\n  two exceptions.", True),
]


@pytest.mark.parametrize("text, expected", ENTRIES)
def test_what_an_entry_says(text: str, expected: bool) -> None:
    assert Changelog("CHANGELOG.md", text).tells("rules", CONTENT) is expected


@pytest.mark.parametrize(
    "old, new",
    [(CATALOG, CATALOG), (RULES, RULES), (ROOT, ROOT), (CATALOG, ROOT), (ROOT, RULES)],
)
def test_what_may_be_compared(capsys: Any, old: Path, new: Path) -> None:
    code, out, _ = run(capsys, old, new)
    assert code == 0
    assert "Inget skiljer." in out


def test_shipped_versions_by_their_names(capsys: Any) -> None:
    """From 1.0.0 to 1.1.0 the hints came and the action plan; the changelog tells of the plan."""
    code, out, _ = run(capsys, "st-spur@1.0.0", "st-spur@1.1.0")
    assert code == 0
    assert "Katalog st-spur 1.0.0 → 1.1.0.\nRegler st-spur 1.0.0 → 1.1.0.\n" in out
    assert "En handlingsplan ändrar nu graderingen från D till C." in out
    assert run(capsys, "st-spur@1.0.0", ROOT)[1] == out
    # Without a version it is the newest; a file is compared with the half that it is.
    assert "Inget skiljer." in run(capsys, "st-spur", "st-spur@1.1.0")[1]
    assert "Katalog st-spur 1.0.0: oförändrad." in run(capsys, "st-spur@1.0.0", RULES)[1]


def test_a_half_that_neither_names(capsys: Any, tmp_path: Path) -> None:
    """Two rulesets for another catalog than the shipped one."""
    valid = ROOT / "tests" / "valid"
    rules = valid / "ruleset.yaml"
    assert run(capsys, rules, rules, "--catalog", valid / "catalog.yaml")[0] == 0
    code, _, err = run(capsys, rules, rules)
    assert code == 2
    assert err[0].startswith("error[SR3")


REFUSED = [
    ((CATALOG, RULES), "SR820", "two of a kind"),
    ((RULES, CATALOG), "SR820", "two of a kind"),
    ((ROOT, ROOT / "docs"), "SR820", "neither `indicator_catalog` nor `rules`"),
    ((ROOT, ROOT / "examples" / "primary-care-2025.yaml"), "SR820", "spur-rules/catalog/1"),
    ((ROOT, ROOT / "none.yaml"), "SR101", "no such file"),
    (
        ("st-spur@1.0.1", ROOT),
        "SR230",
        "`1.0.1` of the catalog and its rules; there is `1.0.0`, `1.1.0`",
    ),
    (("st-spr@1.0.0", ROOT), "SR230", "did you mean `st-spur`?"),
    ((ROOT, ROOT, "--rules", RULES), "SR820", "leave --rules out"),
    ((ROOT, ROOT, "--replay", ROOT / "none"), "SR101", "no such folder"),
    ((ROOT, ROOT, "--replay", ROOT / "examples", "--policy", "streng"), "SR313", "sträng"),
]


@pytest.mark.parametrize("command, code, words", REFUSED, ids=range(len(REFUSED)))
def test_what_may_not(capsys: Any, command: tuple[object, ...], code: str, words: str) -> None:
    exit_code, out, err = run(capsys, *command)
    assert (exit_code, out) == (2, "")
    assert err[0].startswith(f"error[{code}]")
    assert words in err[0]


def test_several_files_of_a_kind(capsys: Any, tmp_path: Path) -> None:
    """The shipped one's name settles it; without it one has to be named."""
    new = edited(tmp_path)
    rules = new / "rules"
    (rules / "other.yaml").write_text((rules / "st-spur.yaml").read_text("utf-8"), "utf-8")
    assert run(capsys, ROOT, new)[0] == 0
    (rules / "st-spur.yaml").rename(rules / "mine.yaml")
    code, _, err = run(capsys, ROOT, new)
    assert code == 2
    assert err[0].startswith("error[SR820]")
    assert "`mine.yaml`, `other.yaml`" in err[0]


def test_mistakes_on_both_sides_are_told_at_once(capsys: Any, tmp_path: Path) -> None:
    for name in ("old.yaml", "new.yaml"):
        text = RULES.read_text("utf-8").replace("ceiling: D", "ceiling: E")
        (tmp_path / name).write_text(text, "utf-8")
    code, _, err = run(capsys, tmp_path / "old.yaml", tmp_path / "new.yaml")
    assert code == 2
    assert [line.split(":")[0].rpartition("/")[2] for line in err] == ["new.yaml", "old.yaml"]


def test_unreadable_checklists_are_told_and_the_rest_replayed(capsys: Any, tmp_path: Path) -> None:
    head = "schema: spur-rules/checklist/1\ncatalog: st-spur\nanswers: "
    (tmp_path / "a.yaml").write_text(head + "{A1: kanske, Z1: delvis}", "utf-8")
    (tmp_path / "b.yaml").write_text(head + "{A1: uppfyllt}", "utf-8")
    code, out, _ = run(capsys, ROOT, ROOT, "--replay", tmp_path)
    assert code == 1
    assert "En omspelad checklista, läsning standard\n" in out
    assert "En checklista gick inte att läsa" in out
    assert f"   error[SR402] {tmp_path}/a.yaml:3:15 unknown status `kanske`" in out
    assert f"   error[SR401] {tmp_path}/a.yaml:3:23 unknown indicator `Z1`" in out


def test_too_many_classes_are_refused_with_the_count(capsys: Any, tmp_path: Path) -> None:
    """A rule that names ten indicators of E: each multiplies the classes by four or five."""
    parts = ", ".join(f"{{indicator: E{n}, is: ej uppfyllt}}" for n in range(1, 14))
    rule = (
        "  - id: många\n    ceiling: D\n    when: {all: [" + parts + "]}\n"
        "    because: {sv: x}\n    source: x\n"
    )
    text = RULES.read_text("utf-8")
    (tmp_path / "new.yaml").write_text(text + rule, "utf-8")
    code, _, err = run(capsys, RULES, tmp_path / "new.yaml")
    assert (code, len(err)) == (2, 1)
    assert err[0].startswith("error[SR801]")


def test_the_same_in_another_layout(capsys: Any, tmp_path: Path) -> None:
    """`0.5` for `1/2`: another hash, the same content. The version is asked for, no grade moves."""
    edit = (
        "enstaka_undantag.minsta_andel:\n    default: 1/2",
        "enstaka_undantag.minsta_andel:\n    default: 0.5",
    )
    code, out, _ = run(capsys, ROOT, log(edited(tmp_path, rules=(edit,))))
    assert code == 1
    assert "samma innehåll, annat skrivsätt" in out
    assert "finding[SR822]" in out


def test_the_finding_has_its_place(capsys: Any, tmp_path: Path) -> None:
    new = log(edited(tmp_path, (TEXT,)))
    _, out, _ = run(capsys, ROOT, new, "--format", "json")
    place = json.loads(out)["findings"][0]["place"]
    line = CATALOG.read_text("utf-8").splitlines().index("version: 1.1.0") + 1
    assert place == f"{new}/indicator_catalog/st-spur.yaml:{line}:10"


def test_the_codes_are_documented() -> None:
    assert {code for code in CODES if code.startswith("SR82")} == {
        "SR820",
        "SR821",
        "SR822",
        "SR823",
        "SR824",
    }


def test_a_binding_must_be_told(capsys: Any, tmp_path: Path) -> None:
    row = row_of("A3")
    bound = (row, row + "        regulations: [HSLF-FS 2021:8]\n")
    code, out, _ = run(capsys, ROOT, log(edited(tmp_path, (bound, RAISED))))
    text = " ".join(out.replace("\N{NO-BREAK SPACE}", " ").split())
    assert code == 1
    assert "Indikatorn A3, föreskrifterna som raden är bunden till: nytt" in text
    assert "Där alla rader är i bruk flyttas ingen gradering: alla 165 160" in text
    assert "Bindningen till föreskrifter är ändrad för A3." in text
    assert "- **[grade]** Catalog `st-spur` 1.2.0: …" in text
    assert findings(capsys, ROOT, tmp_path) == (1, ["SR821"])


A3, A4 = row_of("A3"), row_of("A4")
RENAMED = (A3, A3.replace("id: A3", "id: A9"))
DROPPED = (A4, "")
ALL_SAID = "valid_to: null\nearlier_ids: {A3: A9}\nretired_ids: {A4: Frågas inte längre.}"
HALF_SAID = "valid_to: null\nearlier_ids: {A3: A9}\nretired_ids: {A4: …}"
GRADE = "- **[grade]** Catalog `st-spur` 1.2.0: A4 is asked no longer.\n"


@pytest.mark.parametrize(
    "said, expected, paste",
    [
        ("valid_to: null", ["SR824"], "earlier_ids:\n  A3: A9\nretired_ids:\n  A4: …"),
        (HALF_SAID, ["SR824"], "retired_ids:\n  A4: …"),
        (ALL_SAID, [], None),
    ],
)
def test_an_id_that_is_gone_must_be_said(
    capsys: Any, tmp_path: Path, said: str, expected: list[str], paste: str | None
) -> None:
    """An old checklist answers A3 and A4: the catalog must know what became of them."""
    new = log(edited(tmp_path, (RENAMED, DROPPED, ("valid_to: null", said), RAISED)), GRADE)
    code, out, _ = run(capsys, ROOT, new, "--format", "json")
    found = json.loads(out)["findings"]
    assert (code, [row["code"] for row in found]) == (1 if expected else 0, expected)
    assert [row["paste"] for row in found] == ([paste] if paste else [])


def test_the_lines_for_ids_that_are_gone(capsys: Any, tmp_path: Path) -> None:
    code, out, _ = run(capsys, ROOT, log(edited(tmp_path, (RENAMED, RAISED))))
    assert code == 1
    assert "   Klistra in och fyll i:\n   earlier_ids:\n     A3: A9\n" in out
    assert "`A3` is gone, and the catalog does not say what became of it" in " ".join(out.split())


def test_what_was_known_of_earlier_ids_stays_known(capsys: Any, tmp_path: Path) -> None:
    """A41 was A4 and A42 retired: a new version that forgets it refuses what was taken."""
    known = "valid_to: null\nearlier_ids: {A41: A4}\nretired_ids: {A42: 'Nej: struken.'}"
    old = edited(tmp_path, (("valid_to: null", known),))
    code, out, _ = run(capsys, old, ROOT, "--format", "json")
    paste = [row["paste"] for row in json.loads(out)["findings"] if row["code"] == "SR824"]
    assert code == 1
    assert paste == ['earlier_ids:\n  A41: A4\nretired_ids:\n  A42: "Nej: struken."']


def test_checklists_that_are_graded_with_something_else(capsys: Any, tmp_path: Path) -> None:
    """One with an overlay and one that is pinned are named and told why; the rest is replayed."""
    head = "schema: spur-rules/checklist/1\ncatalog: {}\nanswers: {{A1: uppfyllt}}\n"
    (tmp_path / "a.yaml").write_text(head.format("st-spur"), "utf-8")
    (tmp_path / "b.yaml").write_text(
        head.format("st-spur") + "overlays: [allmanmedicin@0.1.0]\n", "utf-8"
    )
    (tmp_path / "c.yaml").write_text(head.format("st-spur@1.0.0"), "utf-8")
    code, out, _ = run(capsys, ROOT, ROOT, "--replay", tmp_path)
    text = " ".join(out.split())
    assert code == 0
    assert "En omspelad checklista, läsning standard" in text
    assert "b.yaml är gjord för tillägget allmanmedicin@0.1.0." in text
    assert "c.yaml är bunden till st-spur@1.0.0 och graderas med den versionen" in text
    assert "error[" not in text
    _, out, _ = run(capsys, ROOT, ROOT, "--replay", tmp_path, "--format", "json")
    replay = json.loads(out)["replay"]
    assert (replay["read"], replay["unreadable"]) == (1, [])
    assert [(row["checklist"], row["why"]) for row in replay["set_aside"]] == [
        ("b.yaml", "overlays"),
        ("c.yaml", "version"),
    ]
    # Against the version that it names it is replayed.
    _, out, _ = run(capsys, "st-spur@1.0.0", ROOT, "--replay", tmp_path, "--format", "json")
    assert [row["checklist"] for row in json.loads(out)["replay"]["set_aside"]] == ["b.yaml"]
