"""One panel, whatever it stands in: a folder, or a table in any format and shape."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import yaml
from extended import HEAD, NEW, OLD, added
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from panel_files import csv_bytes, long, wide, write
from panels import rated

from spur_rules import InputError, load_rulebook
from spur_rules.api import editions
from spur_rules.calibration.panels.names import alike, sound_name
from spur_rules.calibration.panels.panel import Panel, gather
from spur_rules.calibration.panels.reading_panel import read_panel
from spur_rules.calibration.panels.writing_panel import panel_csv
from spur_rules.vocabulary import Code, Norm, Status

RULEBOOK = load_rulebook()
FORMATS = (".csv", ".tsv", ".parquet", ".xlsx", ".ods")


def small() -> Panel:
    """Two cases, three raters, and not everybody everywhere."""
    rows = [
        rated(RULEBOOK, "fall 1", "R1", {"A4": "ej uppfyllt"}, {"A": "B", "H": "D"}),
        rated(RULEBOOK, "fall 1", "R2", {"A4": "delvis", "B8": "på annat sätt"}),
        rated(RULEBOOK, "fall 2", "R1", {"E14": "ej tillämpligt"}, {"E": "C"}, otherwise=None),
        rated(RULEBOOK, "fall 2", 'Åsa; "R3"', {}, {"G": "A"}, otherwise=None),
    ]
    return gather(RULEBOOK, rows)


def assert_same(found: Panel, wanted: Panel) -> None:
    assert (found.cases, found.raters) == (wanted.cases, wanted.raters)
    for name in ("case_of", "rater_of", "statuses", "given"):
        assert np.array_equal(getattr(found, name), getattr(wanted, name)), name
        assert getattr(found, name).dtype == getattr(wanted, name).dtype


@pytest.mark.parametrize("shape", [wide, long], ids=["wide", "long"])
@pytest.mark.parametrize("suffix", FORMATS)
def test_every_format_and_shape_gives_the_same_panel(
    suffix: str, shape: Any, tmp_path: Path
) -> None:
    path = write(tmp_path / f"visits{suffix}", shape(small()), "\t" if suffix == ".tsv" else ";")
    assert_same(read_panel(path), small())


def test_what_is_written_is_read_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "visits.csv"
    path.write_text(panel_csv(small()), "utf-8")
    assert_same(read_panel(path), small())
    assert panel_csv(read_panel(path)) == panel_csv(small())


NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=3)
NORMS = [RULEBOOK.indicators[id].norm for id in RULEBOOK.order]
ADVICE = [at for at, norm in enumerate(NORMS) if norm is Norm.ALLMANT_RAD]


@st.composite
def panels(draw: st.DrawFn) -> Panel:
    """Any reviews by any raters; what is answered is drawn by a seed, since it is much."""
    names = draw(st.lists(st.tuples(NAMES, NAMES), min_size=1, max_size=6, unique=True))
    names = sorted(_told_apart({(_composed(case), _composed(rater)) for case, rater in names}))
    assume(names)
    chance = np.random.default_rng(draw(st.integers(0, 2**32)))
    statuses = chance.choice([0, 2, 3, 4, 5], (len(names), len(RULEBOOK.order))).astype(np.uint8)
    others = chance.choice([0, 1], (len(names), len(ADVICE)))
    statuses[:, ADVICE] = np.where(others, Code.MET_OTHERWISE, statuses[:, ADVICE])
    given = chance.integers(-1, 4, (len(names), len(RULEBOOK.domains))).astype(np.int8)
    cases, raters = sorted({case for case, _ in names}), sorted({rater for _, rater in names})
    return Panel(
        RULEBOOK,
        tuple(cases),
        tuple(raters),
        np.array([cases.index(case) for case, _ in names], np.intp),
        np.array([raters.index(rater) for _, rater in names], np.intp),
        statuses,
        given,
    )


def _told_apart(names: set[tuple[str, str]]) -> list[tuple[str, str]]:
    """Without names that are none, or that look like another of their kind."""
    first: dict[tuple[int, str], str] = {}
    return [
        named
        for named in sorted(names)
        if all(map(sound_name, named))
        and all(first.setdefault((of, alike(name)), name) == name for of, name in enumerate(named))
    ]


def _composed(name: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", name)


QUICK = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@QUICK
@given(panels(), st.sampled_from([wide, long]), st.sampled_from([",", ";", "\t"]), st.booleans())
def test_any_panel_comes_back_from_csv(
    tmp_path: Path, panel: Panel, shape: Any, delimiter: str, is_from_windows: bool
) -> None:
    path = tmp_path / "visits.csv"
    content = csv_bytes(shape(panel), delimiter, "\r\n" if is_from_windows else "\n")
    path.write_bytes(b"\xef\xbb\xbf" * is_from_windows + content)
    assert_same(read_panel(path), panel)
    path.write_text(panel_csv(panel), "utf-8", newline="")
    assert_same(read_panel(path), panel)


@QUICK
@given(panels(), st.randoms())
def test_lines_and_columns_may_stand_in_any_order(
    tmp_path: Path, panel: Panel, chance: Any
) -> None:
    head, *lines = wide(panel)
    order = list(range(len(head)))
    chance.shuffle(order)
    chance.shuffle(lines)
    path = tmp_path / "visits.csv"
    path.write_bytes(csv_bytes([[row[at] for at in order] for row in [head, *lines]]))
    assert_same(read_panel(path), panel)
    first, *answers = long(panel)
    chance.shuffle(answers)
    path.write_bytes(csv_bytes([first, *answers]))
    assert_same(read_panel(path), panel)


def read(tmp_path: Path, text: str, **sources: Any) -> Panel:
    path = tmp_path / "visits.csv"
    path.write_text(text, "utf-8")
    return read_panel(path, editions(**sources))


def status_of(panel: Panel, at: int, indicator: str) -> Code:
    return Code(panel.statuses[at, panel.rulebook.position[indicator]])


def codes(caught: Any) -> list[str]:
    return [problem.code for problem in caught.value.problems]


@pytest.mark.parametrize(
    "word, code",
    [
        ("uppfyllt", Code.MET),
        (" Uppfylld ", Code.MET),
        ("MET", Code.MET),
        ("delvis uppfyllt", Code.PARTLY),
        ("ej_uppfyllt", Code.NOT_MET),
        ("not applicable", Code.NOT_APPLICABLE),
        ("ej tillämpligt", Code.NOT_APPLICABLE),
        ("ej tilla\u0308mpligt", Code.NOT_APPLICABLE),
        ("ej bedömt", Code.NOT_ASSESSED),
        ("", Code.NOT_ASSESSED),
        ("  ", Code.NOT_ASSESSED),
    ],
)
def test_statuses_are_spelled_as_in_a_checklist(word: str, code: Code, tmp_path: Path) -> None:
    panel = read(tmp_path, f"case,rater,A1\nfall 1,R1,{word}\n")
    assert status_of(panel, 0, "A1") is code
    panel = read(tmp_path, f"case,rater,row,value\nfall 1,R1,A1,{word}\n")
    assert status_of(panel, 0, "A1") is code


def test_a_grade_outside_the_scale_is_a_grade_that_was_given(tmp_path: Path) -> None:
    """Domain A has no C. As in a checklist it is kept: the agreement tells of it."""
    panel = read(tmp_path, "case,rater,given.A,given.B\nfall 1,R1,c,\n")
    assert panel.given[0].tolist() == [2, -1, -1, -1, -1, -1, -1, -1]


def test_what_a_panel_does_not_need_is_read_past(tmp_path: Path) -> None:
    """Also what is no text there, such as a date in a workbook."""
    head = "fall;bedömare;A1;kommentar;datum;enhet;skäl\n"
    panel = read(tmp_path, head + "fall 1;R1;delvis;x;2025-11-03;En enhet;y\n")
    assert status_of(panel, 0, "A1") is Code.PARTLY


def test_names_are_the_same_however_they_are_stored(tmp_path: Path) -> None:
    text = "case,rater,row,value\nfall 1,Åsa,A1,delvis\n fall 1,A\u030asa ,A2,delvis\n"
    panel = read(tmp_path, text)
    assert (panel.cases, panel.raters, panel.size) == (("fall 1",), ("Åsa",), 1)


def bound(tmp_path: Path) -> Any:
    """The shipped catalog, a row bound to each regulation, and one to both."""
    rows = [added("A-X1", OLD), added("A-X2", NEW), added("A-X3", OLD, NEW)]
    (tmp_path / "x.yaml").write_text(yaml.safe_dump(HEAD | {"id": "x", "add": rows}), "utf-8")
    return {"overlays": [tmp_path / "x.yaml"]}


@pytest.mark.parametrize(
    "regulations, used",
    [("", ""), (OLD, "13"), (NEW, "23"), (f"{OLD}; {NEW}", "123"), (f'"{NEW},{OLD}"', "123")],
)
def test_a_bound_row_is_there_only_where_its_regulation_is_named(
    regulations: str, used: str, tmp_path: Path
) -> None:
    """Whatever was answered: as `facts.encode` has it, in both shapes and when written again."""
    wanted = [Code.MET if number in used else Code.NOT_IN_USE for number in "123"]
    both = [
        f"case,rater,regulations,A-X1,A-X2,A-X3\nf,R1,{regulations},met,met,met\n",
        "case,rater,row,value\n"
        + "".join(f"f,R1,A-X{number},met\n" for number in "123")
        + f"f,R1,föreskrifter,{regulations}\n",
    ]
    for text in both:
        panel = read(tmp_path, text, **bound(tmp_path))
        assert [status_of(panel, 0, f"A-X{number}") for number in "123"] == wanted
        assert_same(read(tmp_path, panel_csv(panel), **bound(tmp_path)), panel)


def test_each_review_has_its_own_regulations(tmp_path: Path) -> None:
    text = f"case,rater,regulations,A-X1\nf,R1,{OLD},met\nf,R2,,met\nf,R3,{NEW},\n"
    panel = read(tmp_path, text, **bound(tmp_path))
    found = [status_of(panel, at, "A-X1") for at in range(3)]
    assert found == [Code.MET, Code.NOT_IN_USE, Code.NOT_IN_USE]


def test_a_table_names_its_catalog_and_its_overlays(tmp_path: Path) -> None:
    head = "case,rater,catalog,overlays,A1\n"
    panel = read(tmp_path, head + "f,R1,st-spur@1.0.0,allmanmedicin; radiologi,met\n")
    assert panel.rulebook.catalog.version == "1.0.0"
    used = [of.content.id for of in panel.rulebook.catalog.overlaid.overlays]
    assert used == ["allmanmedicin", "radiologi"]
    assert_same(read(tmp_path, panel_csv(panel)), panel)
    assert read(tmp_path, "case,rater,A1\nf,R1,met\n").rulebook is load_rulebook()


def renamed(tmp_path: Path) -> Any:
    """The shipped catalog where A4 was A41 before, and A42 is asked no longer."""
    text = Path(__file__).parent.parent / "indicator_catalog" / "st-spur.yaml"
    ids = "earlier_ids: {A41: A4}\nretired_ids: {A42: Frågas inte längre.}\n"
    (tmp_path / "catalog.yaml").write_text(text.read_text("utf-8") + ids, "utf-8")
    return {"catalog": tmp_path / "catalog.yaml"}


def test_earlier_ids_are_taken_for_the_rows_that_took_their_place(tmp_path: Path) -> None:
    given = renamed(tmp_path)
    panel = read(tmp_path, "case,rater,A41,A42,A4\nf,R1,delvis,met,\nf,R2,,,met\n", **given)
    assert [status_of(panel, at, "A4") for at in (0, 1)] == [Code.PARTLY, Code.MET]
    text = "case,rater,row,value\nf,R1,A41,delvis\nf,R1,A4,delvis\nf,R1,A42,met\nf,R2,A42,met\n"
    panel = read(tmp_path, text, **given)
    assert status_of(panel, 0, "A4") is Code.PARTLY
    assert (panel.statuses == Code.NOT_ASSESSED).sum() == 2 * 74 - 1  # A42 is asked no longer


@pytest.mark.parametrize(
    "text, code, place",
    [
        ("case,rater,A4,A41\nf,R1,met,delvis\n", "SR232", (2, 10)),
        ("case,rater,A42\nf,R1,ja\n", "SR402", (2, 6)),
        ("case,rater,row,value\nf,R1,A41,delvis\nf,R1,A4,met\n", "SR232", (3, 6)),
        ("case,rater,row,value\nf,R1,A42,ja\n", "SR402", (2, 10)),
        ("case,rater,A43\nf,R1,met\n", "SR401", (1, 12)),
    ],
)
def test_mistakes_under_earlier_ids(
    text: str, code: str, place: tuple[int, int], tmp_path: Path
) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, text, **renamed(tmp_path))
    assert codes(caught) == [code]
    assert caught.value.problems[0].place[1:] == place


def test_a_panel_cannot_be_changed(tmp_path: Path) -> None:
    panel = read(tmp_path, "case,rater,A1\nf,R1,met\n")
    with pytest.raises(ValueError, match="read-only"):
        panel.statuses[0, 0] = 3


@pytest.mark.parametrize("status", Status)
def test_every_status_is_written_as_a_checklist_has_it(status: Status, tmp_path: Path) -> None:
    panel = read(tmp_path, f"case,rater,B8\nf,R1,{status.value}\n")
    assert status_of(panel, 0, "B8") is status.code
    assert (f",{status.value}," in panel_csv(panel)) == (status is not Status.NOT_ASSESSED)


@pytest.mark.parametrize("first", ["sep=;\n", "\ufeffsep=;\r\n", '"SEP=;"\n'])
def test_the_separator_that_excel_names(tmp_path: Path, first: str) -> None:
    panel = read(tmp_path, f"{first}case;rater;A1;given.A\nfall 1;R1;uppfyllt;B\n")
    assert (panel.cases, panel.raters, panel.given[0, 0]) == (("fall 1",), ("R1",), 1)


def test_below_a_named_separator_places_are_the_files(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, "sep=;\ncase;rater;A99\nfall 1;R1;uppfyllt\n")
    assert caught.value.problems[0].place[1:] == (2, 12)
    with pytest.raises(InputError) as caught:
        read(tmp_path, "sep=;\ncase;rater;A1\nfall 1;R1;uppfylt\n")
    assert caught.value.problems[0].place[1:] == (3, 11)
    with pytest.raises(InputError) as caught:
        read(tmp_path, "sep=;\ncase,rater,A1\nfall 1,R1,uppfyllt\n")
    assert caught.value.problems[0].code == "SR831"


@pytest.mark.parametrize(
    "one, other",
    [
        ("A B", "A\u00a0B"),
        ("A B", "A\u200bB"),
        ("Anna", "anna"),
        ("F1", "f1"),
        ("F1", "F01"),
        ("1", "01"),
        ("1", "1.0"),
        ("Bo", "Ｂｏ"),
        ("Straße", "STRASSE"),
    ],
)
@pytest.mark.parametrize("head", ["case,rater", "rater,case"])
def test_names_that_look_alike_are_refused_once(
    tmp_path: Path, one: str, other: str, head: str
) -> None:
    lines = [f"{name},x{number},uppfyllt" for number in range(2) for name in (one, other)]
    with pytest.raises(InputError) as caught:
        read(tmp_path, "\n".join([f"{head},A1", *lines]) + "\n")
    (problem,) = caught.value.problems
    assert (problem.code, problem.place[1:]) == ("SR839", (3, 1))
    assert f"the {head.split(',')[0]} " in problem.message


@pytest.mark.parametrize("one, other", [("1 1", "11"), ("1.01", "1.1"), ("R1", "R10"), ("a", "å")])
def test_names_that_differ_to_the_eye_are_two(tmp_path: Path, one: str, other: str) -> None:
    panel = read(tmp_path, f"case,rater,A1\nx,{one},uppfyllt\nx,{other},uppfyllt\n")
    assert set(panel.raters) == {one, other}


@pytest.mark.parametrize("name", ["=cmd|x", "+1", "-1", "@a", "＝1+1", "a" * 201, "\u200b"])
def test_what_is_no_name(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError) as caught:
        read(tmp_path, f"case,rater,A1\nx,{name},uppfyllt\n")
    (problem,) = caught.value.problems
    assert (problem.code, problem.place[1:]) == ("SR832", (2, 3))
    assert "200 characters" in problem.message
