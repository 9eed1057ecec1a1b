"""The program as a user runs it: in a process of its own."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from spur_rules import __version__
from spur_rules.cli.main import main

ROOT = Path(__file__).parent.parent
EXAMPLE = "examples/primary-care-2025.yaml"
ASSUMED = "examples/primary-care-2025-assumed.yaml"


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, "-m", "spur_rules", *arguments],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


def test_text_is_plain_when_piped_and_fits_80_columns() -> None:
    done = run("grade", EXAMPLE)
    text = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80
    assert "H  Ledarskapskompetens och kommunikativ kompetens    D, justerad till C\n" in text
    assert "A  Verksamheten                                      B–D, ännu öppet\n" in text


def test_every_shortcoming_is_a_full_sentence_with_its_ceiling() -> None:
    text = " ".join(run("grade", ASSUMED).stdout.decode().split())
    assert (
        "Föreskriften H7 är inte uppfylld: ”ST-läkarens kompetens i undervisning bedöms "
        "fortlöpande och återkoppling sker kontinuerligt.” Den sätter taket D och hindrar C."
        in text
    )
    assert "Det allmänna rådet E11 följs bara delvis: ”Om det finns en risk" in text
    assert "Undantaget ryms och sänker inte graderingen." in text
    assert "Tak D: minst en föreskrift är inte helt uppfylld (H7 och H9)." in text


def test_english_keeps_the_legal_terms() -> None:
    text = " ".join(run("grade", ASSUMED, "--lang", "en").stdout.decode().split())
    assert "Föreskrift H7 is not met: ”ST-läkarens kompetens i undervisning" in text
    assert "Allmänt råd E11 is only partly followed" in text


def test_json_has_the_stable_shape() -> None:
    data = json.loads(run("grade", ASSUMED, "--format", "json").stdout)
    assert data["schema"] == "spur-rules/suggestion/1"
    assert [d["domain"] for d in data["domains"]] == list("ABCDEFGH")
    a = data["domains"][0]
    assert (a["grade"], a["worst"], a["best"], a["open"], a["adjusted"]) == (
        "B",
        "B",
        "B",
        [],
        None,
    )
    (ceiling,) = a["ceilings"]
    assert ceiling["rule"] == "fler-än-enstaka"
    assert (ceiling["grade"], ceiling["binding"], ceiling["indicators"]) == ("B", True, ["A4"])
    (shortcoming,) = a["shortcomings"]
    assert shortcoming["indicator"] == "A4"
    assert shortcoming["norm"] == "kvalitetsindikator"
    assert (shortcoming["status"], shortcoming["ceiling"]) == ("ej uppfyllt", "B")
    made = data["provenance"]
    assert (made["catalog"]["id"], made["rules"]["version"]) == ("st-spur", "1.1.0")
    assert made["policy"]["profile"] == "standard"
    assert made["policy"]["parameters"]["enstaka_undantag.minsta_andel"] == "1/2"
    assert made["version"] == __version__
    assert re.fullmatch("[0-9a-f]{64}", made["input_sha256"])


def test_yaml_says_the_same_as_json() -> None:
    from spur_rules.yaml_file import parse_bytes

    as_json = run("grade", EXAMPLE, "--format", "json").stdout
    as_yaml = run("grade", EXAMPLE, "--format", "yaml").stdout
    assert parse_bytes(as_yaml, "yaml").data == parse_bytes(as_json, "json").data


def test_the_same_bytes_on_every_run_and_hash_seed() -> None:
    found = {
        run("grade", EXAMPLE, "--format", format_, PYTHONHASHSEED=seed).stdout
        for seed in ("0", "1", "4711")
        for format_ in ("json",)
    }
    assert len(found) == 1


def test_engines_differ_in_nothing_but_their_name() -> None:
    outputs = []
    for engine in ("native", "durable", "auto"):
        data = json.loads(run("grade", EXAMPLE, "--format", "json", "--engine", engine).stdout)
        names = data["provenance"].pop("engines")
        assert names == (["durable", "native"] if engine == "auto" else [engine])
        outputs.append(data)
    assert outputs[0] == outputs[1] == outputs[2]


def test_json_and_yaml_checklists_of_the_same_content_have_the_same_hash(tmp_path) -> None:
    from spur_rules.yaml_file import read_file

    copy = tmp_path / "visit.json"
    copy.write_text(json.dumps(read_file(ROOT / EXAMPLE).data), encoding="utf-8")
    first = run("grade", EXAMPLE, "--format", "json").stdout
    assert run("grade", str(copy), "--format", "json").stdout == first


def test_standard_input() -> None:
    content = (ROOT / EXAMPLE).read_bytes()
    assert run("grade", "-", stdin=content).stdout == run("grade", EXAMPLE).stdout
    broken = run("grade", "-", stdin=content.replace(b"delvis", b"delvist"))
    assert broken.returncode == 2
    line = content[: content.index(b"delvis\n")].count(b"\n") + 1
    message = f"error[SR402] stdin:{line}:13 unknown status `delvist`; did you mean `delvis`?\n"
    assert broken.stderr.decode() == message


def test_exit_codes(tmp_path) -> None:
    assert run("grade", ASSUMED, "--require-complete").returncode == 0
    left = run("grade", EXAMPLE, "--require-complete")
    assert left.returncode == 3
    assert left.stdout
    assert left.stderr.decode() == "7 domäner har ännu ett spann: A, B, C, D, E, F och G.\n"
    assert run("grade", str(tmp_path / "none.yaml")).returncode == 2
    assert run("grade").returncode == 2
    assert run("nothing").returncode == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("--policy", "strang"),
            "error[SR313] --policy unknown profile `strang`; did you mean `sträng`?",
        ),
        (("--policy", "enstaka_undantag.hogst=2"), "did you mean `enstaka_undantag.högst`?"),
        (("--policy", "enstaka_undantag.minsta_andel=2"), "must be a share from 0 to 1"),
        (("--policy", "Q.enstaka_undantag.högst=2"), "error[SR310] --policy unknown domain `Q`"),
        (("--policy", "sträng,generös"), "name one profile"),
        (("--policy", "delvis.allmänt_råd=mycket"), "is not a number; write 1, 0.5 or 1/2"),
        (("--engine", "nativ"), "error[SR501] unknown engine `nativ`; did you mean `native`?"),
        (("--format", "xml"), "error[SR601] command line: Invalid value for '--format'"),
        (("--catalog", "none.yaml"), "error[SR101] none.yaml there is no such file"),
        (("--rules", "examples"), "error[SR102] examples this is a directory"),
        (("--nonsense",), "error[SR601] command line: No such option"),
    ],
)
def test_a_wrong_option_is_one_clear_line(arguments: tuple[str, ...], message: str) -> None:
    done = run("grade", EXAMPLE, *arguments)
    error = done.stderr.decode()
    assert done.returncode == 2
    assert done.stdout == b""
    assert message in error
    assert error.count("\n") == 1


def test_mistakes_in_the_policy_and_the_checklist_are_told_together(tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text("schema: spur-rules/checklist/1\ncatalog: st-spur\nanswers: {A1: ja}\n")
    done = run("grade", str(path), "--policy", "milt")
    codes = re.findall(r"error\[(SR\d+)\]", done.stderr.decode())
    assert sorted(codes) == ["SR313", "SR402"]


def test_a_policy_by_hand_is_named(rulebook) -> None:
    text = run("grade", EXAMPLE, "--policy", "sträng,B.enstaka_undantag.högst=2").stdout.decode()
    words = " ".join(text.split())
    assert "läsning sträng med B.enstaka_undantag.högst=2, motor" in words


def test_version_and_help_with_an_example() -> None:
    assert run("--version").stdout.decode() == f"spur-rules {__version__}\n"
    for arguments in (("--help",), ("grade", "--help")):
        done = run(*arguments)
        assert done.returncode == 0
        assert "Example: spur-rules grade" in " ".join(done.stdout.decode().split())


def test_a_reader_that_leaves_early_sees_no_error() -> None:
    command = f"{sys.executable} -m spur_rules grade {EXAMPLE} | head -1"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, check=False)
    assert done.stdout.decode() == "SPUR-granskning: föreslagen gradering\n"
    assert done.stderr == b""


def test_an_old_locale_still_gets_utf_8() -> None:
    assert "Föreskriften" in run("grade", ASSUMED, LC_ALL="C", PYTHONUTF8="0").stdout.decode()


def test_a_mistake_of_ours_is_one_line_too(capsys, monkeypatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("ours")

    monkeypatch.setattr("spur_rules.api.editions", broken)
    assert main(["grade", EXAMPLE]) == 2
    error = capsys.readouterr().err
    assert error.startswith(
        f"error[SR602] spur-rules {__version__} failed: ZeroDivisionError: ours"
    )
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)], ids=["tty", "no-color"]
)
def test_colour_only_on_a_terminal_that_wants_it(environment, coloured) -> None:
    import pty

    try:
        leader, follower = pty.openpty()
    except OSError:
        pytest.skip("this machine has no pseudo-terminals (/dev/pts), so nothing is a terminal")
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    process = subprocess.Popen(
        [sys.executable, "-m", "spur_rules", "grade", ASSUMED],
        cwd=ROOT,
        stdout=follower,
        env=clean | {"TERM": "xterm"} | environment,
    )
    os.close(follower)
    output = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        output += piece
    os.close(leader)
    assert process.wait() == 0
    assert (b"\x1b[" in output) is coloured
    assert "Verksamheten" in output.decode()


def test_names_in_nfd_and_values_given_twice() -> None:
    assert run("grade", EXAMPLE, "--policy", "stra\u0308ng").returncode == 0
    done = run("grade", EXAMPLE, "--policy", "delvis.allmänt_råd=0,delvis.allmänt_råd=1")
    assert done.stderr.decode().startswith("error[SR301] --policy parameter `delvis.allmänt_råd`")


def test_an_empty_option_is_not_the_shipped_file() -> None:
    assert run("grade", EXAMPLE, "--rules", "").returncode == 2


@pytest.mark.parametrize("redirection", [">&-", "<&-", "> /dev/full", "2>&-"])
def test_closed_and_full_streams_end_without_a_traceback(redirection: str) -> None:
    command = f"{sys.executable} -m spur_rules grade {EXAMPLE} {redirection}"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, check=False)
    assert b"Traceback" not in done.stderr
    assert b"SR602" not in done.stderr
