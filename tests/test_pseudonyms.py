"""Pseudonyms: nobody is told by them, everybody keeps theirs, and the key stays where it is."""

import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from json_schemas import complaints
from panels import rated
from test_panel_tables import assert_same, small

from spur_rules import InputError, load_rulebook
from spur_rules.api import editions
from spur_rules.calibration.panels.handing_on import HandingOn, hand_on
from spur_rules.calibration.panels.keeping_key import read_key, write_key
from spur_rules.calibration.panels.panel import Panel, gather
from spur_rules.calibration.panels.pseudonyms import disguised, extended
from spur_rules.calibration.panels.reading_panel import read_panel
from spur_rules.cli.main import main
from spur_rules.pseudonym_key import PseudonymKey
from spur_rules.yaml_file import read_file

RULEBOOK = load_rulebook()
SECRETS = ("Anna Andersson", "Bo Berg", "Cecilia", "Vårdcentralen Norr", "Hemligt skäl", "Enhet X")


def panel_of(*names: str, case: str = "fall 1") -> Panel:
    return gather(RULEBOOK, [rated(RULEBOOK, case, name) for name in names])


def pseudonyms(key: PseudonymKey) -> dict[str, str]:
    return {row.name: row.pseudonym for row in key.raters}


NAMES = st.lists(st.text("abcR0123F", min_size=1, max_size=3), min_size=1, max_size=8, unique=True)


@settings(deadline=None, max_examples=60)
@given(NAMES, NAMES, st.integers(0, 9))
def test_everybody_keeps_theirs_and_no_two_are_alike(
    first: list[str], second: list[str], seed: int
) -> None:
    before = extended(PseudonymKey.empty(), panel_of(*first), seed=seed)
    after = extended(before, panel_of(*second), seed=seed + 1)
    assert after.raters[: len(before.raters)] == before.raters
    found = pseudonyms(after)
    assert found.keys() == {*first, *second}
    assert len(set(found.values())) == len(found)
    assert not set(pseudonyms(before).values()) & set(first)
    assert extended(after, panel_of(*first), seed=seed) == after


def test_chance_decides_who_is_first() -> None:
    """Or the order of the names would tell of them."""
    names = [f"R{letter}" for letter in "abcdefgh"]
    orders = {
        tuple(row.name for row in extended(PseudonymKey.empty(), panel_of(*names), seed=s).raters)
        for s in range(20)
    }
    assert len(orders) == 20
    drawn = {
        tuple(row.name for row in extended(PseudonymKey.empty(), panel_of(*names)).raters)
        for _ in range(5)
    }
    assert len(drawn) > 1


def test_a_pseudonym_that_somebody_is_called_by_is_passed_over() -> None:
    """R01 is a name here: whoever reads the table must not take it for a pseudonym."""
    first = extended(PseudonymKey.empty(), panel_of("R01", "Bo"), seed=1)
    assert [row.pseudonym for row in first.raters] == ["R02", "R03"]
    later = extended(first, panel_of("R05", "Ann"), seed=1)
    assert [row.pseudonym for row in later.raters] == ["R02", "R03", "R04", "R06"]


def test_a_panel_of_a_hundred_has_three_figures() -> None:
    key = extended(PseudonymKey.empty(), panel_of(*(f"n{n}" for n in range(100))), seed=1)
    assert [row.pseudonym for row in key.raters[:2]] == ["R001", "R002"]
    assert key.raters[-1].pseudonym == "R100"


def test_the_answers_stay_with_the_one_who_gave_them() -> None:
    panel = small()
    key = extended(PseudonymKey.empty(), panel, with_cases=True, seed=3)
    hidden = disguised(panel, key, with_cases=True)
    names = {row.pseudonym: row.name for row in (*key.raters, *key.cases)}
    known = {
        (panel.cases[c], panel.raters[r]): (panel.statuses[at].tobytes(), panel.given[at].tobytes())
        for at, (c, r) in enumerate(zip(panel.case_of, panel.rater_of, strict=True))
    }
    for at, (c, r) in enumerate(zip(hidden.case_of, hidden.rater_of, strict=True)):
        who = (names[hidden.cases[c]], names[hidden.raters[r]])
        assert known[who] == (hidden.statuses[at].tobytes(), hidden.given[at].tobytes())
    rows = list(zip(hidden.case_of.tolist(), hidden.rater_of.tolist(), strict=True))
    assert rows == sorted(rows)
    assert disguised(panel, key).cases == panel.cases


@pytest.fixture
def workshop(tmp_path: Path) -> Path:
    """A folder whose files tell who, where and why in every way that a checklist can."""
    for case in ("Vårdcentralen Norr", "Vårdcentralen Norr 2"):
        for rater in ("Anna Andersson", "Bo Berg"):
            path = tmp_path / "workshop" / case / f"{rater}.yaml"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(
                "schema: spur-rules/checklist/1\ncatalog: st-spur\n"
                f"review: {{unit: Enhet X, date: 2025-11-03, inspectors: [{rater}]}}\n"
                "answers:\n  A1: uppfyllt\n"
                "  A4: {status: delvis, comment: Bo Berg såg det., evidence: Enhet X}\n"
                "  B8: {status: på annat sätt, reason: Hemligt skäl}\n"
                "given: {A: {grade: B, reason: Hemligt skäl}}\n",
                "utf-8",
            )
    (tmp_path / "keys").mkdir()
    (tmp_path / "out").mkdir()
    return tmp_path


def wanted(folder: Path, **more: Any) -> HandingOn:
    files = (folder / "workshop", folder / "out" / "panel.csv", folder / "keys" / "key.yaml")
    return HandingOn(*files, **more)


def test_nothing_that_tells_who_is_handed_on(workshop: Path) -> None:
    hand_on(wanted(workshop, with_cases=True), editions())
    text = (workshop / "out" / "panel.csv").read_text("utf-8")
    assert not any(secret in text for secret in SECRETS)
    assert "2025" not in text
    head, *lines = text.splitlines()
    assert head.startswith("case,rater,catalog,A1,A2,")
    assert [line.split(",")[:7] for line in lines] == [
        [case, rater, "st-spur@1.1.0", "uppfyllt", "", "", "delvis"]
        for case in ("F01", "F02")
        for rater in ("R01", "R02")
    ]


def test_the_table_is_the_panel_under_other_names(workshop: Path) -> None:
    made = hand_on(wanted(workshop), editions(), seed=1)
    assert_same(read_panel(workshop / "out" / "panel.csv"), made.panel)
    assert made[1:] == (2, 2, 0, 0, False)


def test_only_its_owner_can_read_the_key(workshop: Path) -> None:
    key = workshop / "keys" / "key.yaml"
    hand_on(wanted(workshop, header="Skicka den aldrig.\nNågonsin."), editions())
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert key.read_text("utf-8").startswith("# Skicka den aldrig.\n# Någonsin.\nschema: ")
    assert complaints("pseudonyms", read_file(key).data) == []
    key.chmod(0o644)
    hand_on(wanted(workshop, force=True), editions())
    assert stat.S_IMODE(key.stat().st_mode) == 0o600


def test_the_key_is_extended_and_what_its_owner_wrote_above_it_stays(workshop: Path) -> None:
    key = workshop / "keys" / "key.yaml"
    key.write_text(
        "# Pärmen i kassaskåpet.\n\nschema: spur-rules/pseudonyms/1\nraters:\n"
        "- {pseudonym: R07, name: Bo Berg}\n- {pseudonym: R01, name: '2025-11-03'}\n",
        "utf-8",
    )
    made = hand_on(wanted(workshop), editions())
    assert (made.raters, made.new_raters) == (3, 1)
    assert key.read_text("utf-8").startswith("# Pärmen i kassaskåpet.\nschema: ")
    assert pseudonyms(read_key(key)) == {
        "Bo Berg": "R07",
        "2025-11-03": "R01",
        "Anna Andersson": "R02",
    }
    before = key.stat().st_mtime_ns, key.read_bytes()
    hand_on(wanted(workshop, force=True), editions())
    assert (key.stat().st_mtime_ns, key.read_bytes()) == before


@pytest.mark.parametrize("name", ["a: b", "'", '"', "#", "- x", "null", "1", "å" * 300, "{x}", "*"])
def test_any_name_comes_back(name: str, tmp_path: Path) -> None:
    key = extended(PseudonymKey.empty(), panel_of(name, case=name), with_cases=True)
    write_key(tmp_path / "key.yaml", key, "x")
    assert read_key(tmp_path / "key.yaml") == key


def told(workshop: Path, **changed: Any) -> list[str]:
    with pytest.raises(InputError) as caught:
        hand_on(wanted(workshop)._replace(**changed), editions())
    return [str(p).replace(f"{workshop}/", "") for p in caught.value.problems]


KEY = "schema: spur-rules/pseudonyms/1\nraters:\n- {pseudonym: R01, name: Bo}\n"
TWICE = "stands on line 3"


@pytest.mark.parametrize(
    "text, place, words",
    [
        (
            KEY + "- {pseudonym: R01, name: Ann}\n",
            "SR837] keys/key.yaml:4:15",
            "`R01` " + TWICE,
        ),
        (
            KEY + "- {pseudonym: R02, name: Bo}\n",
            "SR837] keys/key.yaml:4:26",
            "`Bo` " + TWICE,
        ),
        (KEY + "- {pseudonym: R02}\n", "SR122] keys/key.yaml:4:3", "`name` is missing"),
        (KEY + "units: []\n", "SR121] keys/key.yaml:4:1", "`units`"),
        (KEY + "cases: x\n", "SR123] keys/key.yaml:4:8", "a list"),
        ("schema: spur-rules/checklist/1\n", "SR115] keys/key.yaml:1:9", "pseudonyms/1"),
        ("", "SR103] keys/key.yaml ", "empty"),
    ],
)
def test_a_key_that_cannot_be_used_is_left_alone(
    text: str, place: str, words: str, workshop: Path
) -> None:
    key = workshop / "keys" / "key.yaml"
    key.write_text(text)
    (line,) = told(workshop)
    assert line.startswith(f"error[{place}")
    assert words in line
    assert key.read_text() == text
    assert list((workshop / "out").iterdir()) == []


def test_the_key_is_not_put_where_git_would_keep_it(workshop: Path) -> None:
    (workshop / ".git").mkdir()
    (line,) = told(workshop)
    assert line.startswith("error[SR838] keys/key.yaml the key would stand in a work tree of Git")
    assert "--key-in-git" in line
    assert list((workshop / "keys").iterdir()) == []
    hand_on(wanted(workshop, in_git=True), editions())
    assert (workshop / "keys" / "key.yaml").exists()


def test_a_link_into_git_is_followed(workshop: Path) -> None:
    for folder in (".git", "deep"):
        (workshop / "tree" / folder).mkdir(parents=True)
    (workshop / "link").symlink_to(workshop / "tree" / "deep", target_is_directory=True)
    (line,) = told(workshop, key=workshop / "link" / "key.yaml")
    assert line.startswith("error[SR838] link/key.yaml ")


def test_no_file_is_written_over(workshop: Path) -> None:
    table = workshop / "out" / "panel.csv"
    (line,) = told(workshop, key=table)
    assert line.startswith("error[SR838] out/panel.csv this is another of the files")
    table.write_text("x")
    (line,) = told(workshop)
    assert line.startswith("error[SR611] out/panel.csv the file is already there")
    (line,) = told(workshop, source=table, force=True)
    assert line.startswith("error[SR611] out/panel.csv this is what is read")
    assert table.read_text() == "x"
    assert list((workshop / "keys").iterdir()) == []


def test_a_folder_that_is_not_there(workshop: Path) -> None:
    (line,) = told(workshop, key=workshop / "no" / "key.yaml")
    assert line.startswith("error[SR614] no/key.yaml the file cannot be written: No such file")
    assert list((workshop / "out").iterdir()) == []


SAID = {
    "sv": """panel.csv: 4 checklistor av 2 bedömare för 2 fall.
Bedömarna står under pseudonym. Fallen står kvar under sina namn: ange --cases
om också de ska bytas.
Kommentarer, skäl, underlag, enhet, datum och inspektörer följer inte med.
Nyckeln keys/key.yaml: 2 bedömare, varav 2 nya.
Nyckeln visar vem som är vem. Skicka den aldrig.
Obs: nyckeln ligger bland det som lämnas vidare, i tabellens mapp. Flytta den
innan mappen delas eller säkerhetskopieras åt andra.
""",
    "en": """panel.csv: 4 checklists by 2 raters of 2 cases.
The raters and the cases have pseudonyms.
Comments, reasons, evidence, unit, date and inspectors are not carried along.
The key keys/key.yaml: 2 raters and 2 cases, 2 of them new.
The key shows who is who. Never send it.
Note: the key lies among what is handed on, in the table's folder. Move it
before the folder is shared, or backed up where others can read it.
""",
}


def test_what_the_command_says(workshop: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(workshop)
    line = ("pseudonyms", "workshop", "-o", "panel.csv", "--key", "keys/key.yaml")
    assert main(line) == 1
    assert capsys.readouterr().out == SAID["sv"]
    assert main([*line, "--cases", "--force", "--lang", "en"]) == 1
    assert capsys.readouterr().out == SAID["en"]
    apart = [*line[:3], "out/panel.csv", *line[4:]]
    assert main(apart) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-2] == "Nyckeln keys/key.yaml: 2 bedömare och 2 fall, inga nya."
    assert said[-1] == "Nyckeln visar vem som är vem. Skicka den aldrig."
    assert main(line) == 2
    assert capsys.readouterr().err.startswith("error[SR611] panel.csv ")
