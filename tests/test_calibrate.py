"""The command calibrate: what it reads, writes and refuses."""

import importlib.util
import json
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from json_schemas import complaints

from spur_rules.cli.main import main

ROOT = Path(__file__).parent.parent
WORKSHOP = ROOT / "examples" / "workshop" / "panel.csv"
FEW = ("--samples", "100")


def told(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str, list[str]]:
    code = main(["calibrate", *map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err.splitlines()


def test_a_terminal_reads_what_to_talk_about(capsys) -> None:
    """A4 is ticked by halves in three cases: 9 pairs each, all but those of who was not there.

    Fall 4 was not reviewed by R2, who ticked A4 as not met: 3 × 2 pairs. In all 9 + 6 + 9 = 24.
    """
    code, out, err = told(capsys, WORKSHOP, *FEW)
    assert (code, err) == (0, [])
    assert "46 granskningar av 8 fall, gjorda av 6 bedömare" in out
    assert "2 av 48 möjliga granskningar" in out
    points = out[out.index("\n1. ") : out.index("\n2. ")]
    assert points.startswith("\n1. A4 Det finns rutiner som, utöver extern granskning")
    assert "\n   Fall 1. Uppfyllt: 3 bedömare. Ej uppfyllt: 3.\n" in points
    assert "\n   Såg ni olika saker, eller läser ni raden olika?\n" in points
    assert "\n   I Fall 1 avgör frågan 9 par; i alla fall 24.\n" in points
    assert max(map(len, out.splitlines())) <= 80


def test_figures_with_words_beside_their_intervals(capsys) -> None:
    """E of the made-up workshop: the interval of AC2 begins between 0.6 and 0.8."""
    code, out, err = told(capsys, WORKSHOP, *FEW, "--format", "figures")
    assert (code, err) == (0, [])
    lines = out.splitlines()
    assert max(map(len, lines)) <= 80
    parts = ["Samstämmighet mellan bedömare", "Hur stränga är bedömarna?"]
    assert [line for line, under in pairwise(lines) if set(under) == {"="}] == parts
    beyond = lines[lines.index("Satta graderingar: samstämmighet utöver slumpen") + 2 :]
    row = next(line for line in beyond if line.startswith("E "))
    low = float(row.split("[")[1].split(";")[0].replace(",", "."))
    assert 0.6 < low <= 0.8
    assert row.endswith("  god")
    assert "A, B, C, D, E, F och G: Ingen koefficient: ingen satte D. Då finns inget" in out


def test_figures_take_the_place_of_figures(tmp_path: Path, capsys) -> None:
    target = tmp_path / "tal.txt"
    for _ in range(2):
        code, out, _ = told(capsys, WORKSHOP, *FEW, "--format", "figures", "-o", target)
        assert (code, out) == (0, "")
    assert "Gwets AC2" in target.read_text("utf-8")


def test_a_pair_parted_by_a_tick(capsys) -> None:
    """A4, a kvalitetsindikator, is the only row of A that R1 has as not met: B, and A without."""
    code, out, err = told(capsys, WORKSHOP, "--pair", "Fall 1", "A", "R1", "R4")
    assert (code, err) == (0, [])
    assert out.startswith("R1 och R4, Fall 1, domän A\n")
    assert "R1 gav B. Det följer av de egna kryssen.\nR4 gav A." in out
    assert "  A4 (kvalitetsindikator). R1: ej uppfyllt. R4: uppfyllt.\n" in out


def test_a_pair_for_programs(capsys) -> None:
    pair = ("--pair", "Fall 1", "A", "R4", "R1", "--format", "json")
    code, out, _ = told(capsys, WORKSHOP, *pair)
    found = json.loads(out)
    assert (code, complaints("pair", found)) == (0, [])
    assert found["kind"] == "explained_by_ticks"
    assert [found[key]["rater"] for key in ("first", "second")] == ["R4", "R1"]
    assert found["ticks"] == [
        {
            "indicator": "A4",
            "first": "uppfyllt",
            "second": "ej uppfyllt",
            "settled_by_first": True,
            "settled_by_second": True,
        }
    ]


def test_a_pair_is_read_by_the_policy(capsys) -> None:
    pair = ("--pair", "Fall 2", "E", "R1", "R4")
    assert "R1 gav A. Det följer" in told(capsys, WORKSHOP, *pair)[1]
    assert "R4 gav B. Det följer" in told(capsys, WORKSHOP, *pair, "--policy", "sträng")[1]


def test_unknown_names_of_a_pair_are_told_at_once(capsys) -> None:
    code, out, err = told(capsys, WORKSHOP, "--pair", "Fal 1", "Z", "R1", "R44")
    assert (code, out) == (2, "")
    assert err == [
        "error[SR883] --pair there is no case `Fal 1`; did you mean `Fall 1`?",
        "error[SR883] --pair there is no domain `Z`; there are `A`, `B`, `C`, `D`, `E`, `F`, `G`,"
        " `H`",
        "error[SR883] --pair there is no rater `R44`; did you mean `R4`?",
    ]


def test_two_that_are_no_pair(capsys) -> None:
    """R6 did not review the last case."""
    lacking = "`R6` gave no grade on the scale of domain A in `Fall 8`"
    others = "`R1`, `R2`, `R3`, `R4`, `R5` did"
    code, _, err = told(capsys, WORKSHOP, "--pair", "Fall 8", "A", "R1", "R6")
    assert (code, err) == (2, [f"error[SR884] --pair {lacking}; {others}"])
    code, _, err = told(capsys, WORKSHOP, "--pair", "Fall 8", "A", "R1", "R1")
    assert (code, err) == (2, ["error[SR884] --pair `R1` is named twice; name two raters"])


@pytest.mark.parametrize("more", [("-o", "x.txt"), ("--format", "csv")])
def test_a_pair_is_text_or_json(capsys, more: tuple[str, ...]) -> None:
    code, _, err = told(capsys, WORKSHOP, "--pair", "Fall 1", "A", "R1", "R4", *more)
    assert (code, err[0][:12]) == (2, "error[SR601]")


def test_english(capsys) -> None:
    code, out, _ = told(capsys, WORKSHOP, *FEW, "--lang", "en")
    assert code == 0
    assert "46 reviews of 8 cases, made by 6 raters" in out
    assert "bedömare" not in out


@pytest.mark.parametrize(
    "ending, start",
    [
        (".html", '<!DOCTYPE html>\n<html lang="sv">'),
        (".md", "# Kalibrering"),
        (".txt", "Kalibrering"),
        (".csv", "about,scope,name,"),
        (".json", '{\n  "schema": "spur-rules/calibration/1"'),
    ],
)
def test_the_ending_says_the_format(tmp_path: Path, capsys, ending: str, start: str) -> None:
    """And a report takes the place of an earlier one, byte by byte the same."""
    target = tmp_path / f"rapport{ending}"
    assert told(capsys, WORKSHOP, *FEW, "-o", target) == (0, "", [f"Skrev {target}."])
    first = target.read_bytes()
    assert first.decode().startswith(start)
    assert first.endswith(b"\n")
    assert told(capsys, WORKSHOP, *FEW, "-o", target)[0] == 0
    assert target.read_bytes() == first
    assert list(tmp_path.iterdir()) == [target]


def test_format_without_a_file_is_printed(capsys) -> None:
    code, out, _ = told(capsys, WORKSHOP, *FEW, "--format", "json")
    assert code == 0
    assert complaints("calibration", json.loads(out)) == []


def test_another_seed_moves_the_bootstrap_and_nothing_else(capsys) -> None:
    one, other = (
        json.loads(told(capsys, WORKSHOP, *FEW, "--seed", seed, "--format", "json")[1])
        for seed in ("1", "2")
    )
    first, second = (found["agreement"]["overall"]["exact"] for found in (one, other))
    assert first["bootstrap"] != second["bootstrap"]
    assert (first["value"], first["jackknife"]) == (second["value"], second["jackknife"])


def test_another_reading_moves_the_split(capsys) -> None:
    """Two kvalitetsindikatorer of E are delvis: read strictly, A is what departs from the rules."""
    code, out, _ = told(capsys, WORKSHOP, *FEW, "--policy", "sträng", "--format", "json")
    assert code == 0
    found = json.loads(out)
    assert found["provenance"]["policy"]["profile"] == "sträng"
    strict = next(row for row in found["split"]["judgements"] if row["domain"] == "E")
    assert (strict["worst"], strict["best"]) == ("B", "B")


def test_all_mistakes_are_told_at_once(tmp_path: Path, capsys) -> None:
    options = ("--samples", "0", "--seed", "-1", "--policy", "x", "-o", tmp_path / "r.docx")
    code, out, err = told(capsys, tmp_path / "none.csv", *options)
    assert (code, out) == (2, "")
    assert sorted(line[6:11] for line in err) == ["SR101", "SR313", "SR880", "SR880", "SR881"]
    assert any("--samples 0 samples; draw 100 to 20000" in line for line in err)
    assert any("--seed -1 is no seed" in line for line in err)
    assert any("name a file that ends in .html" in line for line in err)
    assert len(err) == 5


@pytest.mark.parametrize("samples, code", [(99, 2), (100, 0), (20_001, 2)])
def test_samples_have_bounds(capsys, samples: int, code: int) -> None:
    assert told(capsys, WORKSHOP, "--samples", str(samples))[0] == code


def test_only_a_report_is_overwritten(tmp_path: Path, capsys) -> None:
    mine = tmp_path / "mine.html"
    mine.write_text("<p>mitt</p>", "utf-8")
    code, _, err = told(capsys, WORKSHOP, *FEW, "-o", mine)
    assert (code, mine.read_text("utf-8")) == (2, "<p>mitt</p>")
    assert err == [
        f"error[SR882] -o {mine} this file exists and is no report of calibrate in that format;"
        " name another file"
    ]


def test_what_is_read_is_not_overwritten(tmp_path: Path, capsys) -> None:
    panel = tmp_path / "panel.csv"
    panel.write_bytes(WORKSHOP.read_bytes())
    code, _, err = told(capsys, panel, *FEW, "-o", panel)
    assert code == 2
    assert "this file is read" in err[0]
    assert panel.read_bytes() == WORKSHOP.read_bytes()


def test_json_into_the_folder_that_is_read(tmp_path: Path, capsys) -> None:
    """It would be a checklist the next time."""
    (tmp_path / "a--R1.yaml").write_text(
        "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {A1: uppfyllt}}", "utf-8"
    )
    code, _, err = told(capsys, tmp_path, *FEW, "-o", tmp_path / "r.json")
    assert code == 2
    assert "error[SR882]" in err[0]


def test_a_directory_that_is_not_there(tmp_path: Path, capsys) -> None:
    code, _, err = told(capsys, WORKSHOP, *FEW, "-o", tmp_path / "none" / "r.md")
    assert code == 2
    assert "error[SR603]" in err[0]


def test_what_is_not_installed_is_told_before_anything_is_counted(monkeypatch, capsys) -> None:
    real = importlib.util.find_spec
    gone = ("matplotlib", "jinja2")
    monkeypatch.setattr(
        "spur_rules.api.calibrating.find_spec", lambda name: None if name in gone else real(name)
    )
    code, _, err = told(capsys, WORKSHOP, "--format", "html")
    assert code == 2
    assert err == [
        "error[SR604] calibration this needs matplotlib and jinja2;"
        " run pip install 'spur_rules[calibration]'"
    ]
    assert told(capsys, WORKSHOP, *FEW)[0] == 0


def test_the_facade_imports_no_heavy_library() -> None:
    script = (
        "import sys, spur_rules.api, spur_rules.cli.calibrate;"
        "print(sorted({'numpy', 'matplotlib', 'jinja2', 'pyarrow'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT)
    assert (done.stdout, done.stderr) == ("[]\n", "")


HEAD = "case;rater;A1;A2;A3;A4;given.A\n"
MET = "uppfyllt;uppfyllt;uppfyllt;uppfyllt"


@pytest.mark.parametrize(
    "lines, sentence",
    [
        (f"f;R1;{MET};A\n", "Inga två bedömare har graderat samma domän i samma fall"),
        (f"f;R1;{MET};A\nf;R2;{MET};A\n", "Det finns ett enda par, och graderingen är densamma"),
        (f"f;R1;{MET};A\ng;R2;{MET};B\n", "Inga två bedömare"),
        (f"f;R1;{MET};\nf;R2;{MET};\n", "Ingen har gett någon gradering"),
    ],
)
@pytest.mark.parametrize("format_", ["text", "html", "md", "json", "csv"])
def test_little_data_is_told_and_nothing_invented(
    tmp_path: Path, capsys, lines: str, sentence: str, format_: str
) -> None:
    panel = tmp_path / "panel.csv"
    panel.write_text(HEAD + lines, "utf-8")
    code, out, err = told(capsys, panel, *FEW, "--format", format_)
    assert (code, err) == (0, [])
    if format_ in ("text", "html", "md"):
        assert sentence in " ".join(out.split())
    if format_ == "json":
        overall = json.loads(out)["agreement"]["overall"]
        assert all(found["value"] is None for found in overall["coefficients"].values())


def test_markdown_has_the_tables_that_a_terminal_has_no_room_for(capsys) -> None:
    """R4 and R6 gave B where the others gave A, with the same ticks of E, in the cases 2, 3 and 5.

    In each 4 × 2 = 8 pairs, 24 in all: by the reading sträng it is B, by standard A.
    """
    _, out, _ = told(capsys, WORKSHOP, *FEW, "--format", "md")
    rows = [line.split(" | ") for line in out.splitlines() if line.startswith("| Fall ")]
    judged = [row for row in rows if len(row) == 5 and row[1] == "E" and ":" in row[2]]
    assert [row[0] for row in judged] == ["| Fall 2", "| Fall 3", "| Fall 5"]
    assert all(row[2] == "A: R1, R2, R3, R5; B: R4, R6" and row[3] == "A" for row in judged)
    assert all("B följer av läsningen sträng." in row[4] for row in judged)
    assert not any("enstaka_undantag" in row[4] for row in judged)
    assert "| Fall 2 | E | B | delvis.kvalitetsindikator | " in out
    assert "| delvis.kvalitetsindikator | E | 24 |" in out


def test_the_strict_rater_is_stricter_than_the_rules(capsys) -> None:
    """R5 graded D one step below the rules in cases 1, 3 and 8, and B two steps in case 2.

    Of 8 × 8 = 64 grades that is 5 steps in all: 5/64.
    """
    found = json.loads(told(capsys, WORKSHOP, *FEW, "--format", "json")[1])
    severity = {row["rater"]: row for row in found["severity"]["raters"]}
    assert severity["R5"]["against_rules"]["value"] == pytest.approx(5 / 64)
    assert severity["R1"]["against_rules"]["value"] == 0
    assert found["severity"]["groups"] == [["R1", "R2", "R3", "R4", "R5", "R6"]]
