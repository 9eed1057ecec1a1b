"""The command `ask`: what it asks, what it saves, and what is left when it ends in any way."""

import builtins
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spur_rules import Status, read_checklist, suggest
from spur_rules.api import read_policy
from spur_rules.asking.saving import open_document
from spur_rules.asking.session import Session, cleaned
from spur_rules.cli.main import main
from spur_rules.documents.conversation import Command, Conversation

ROOT = Path(__file__).parent.parent
EXAMPLE = ROOT / "examples" / "primary-care-2025.yaml"
HEAD = "schema: spur-rules/checklist/1\ncatalog: st-spur\n"


@pytest.fixture
def visit(tmp_path) -> Path:
    path = tmp_path / "visit.yaml"
    shutil.copy(EXAMPLE, path)
    return path


class Inspector:
    """Answers the prompts of one run: by indicator, or the next line of a list."""

    def __init__(self, lines) -> None:
        self.lines, self.asked = lines, []

    def __call__(self, prompt: str = "") -> str:
        self.asked.append(prompt.strip().rstrip(":"))
        line = self.lines(self.asked[-1]) if callable(self.lines) else next(self.lines, None)
        if line is None:
            raise EOFError
        if isinstance(line, BaseException):
            raise line
        return line


@pytest.fixture
def talk(monkeypatch, capsys):
    """Run the command; its exit code, what it printed, and what it asked."""

    def run(path: Path, lines, *options: str):
        inspector = Inspector(lines if callable(lines) else iter(lines))
        monkeypatch.setattr(builtins, "input", inspector)
        code = main(["ask", str(path), *options])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return code, out, err, inspector.asked

    return run


def session(path: Path, rulebook, *letters: str) -> Session:
    document = open_document(path, rulebook.catalog, may_be_new=True)
    return Session(document, rulebook, read_policy(rulebook), letters, "native")


def test_only_what_can_move_a_grade_is_asked(visit, talk, rulebook) -> None:
    """A4 is not met: with the three föreskrifter met, A is B. One broken one makes C a D."""
    code, out, err, asked = talk(visit, lambda _: "u", *["--domain", "A"])
    assert (code, err, sorted(asked)) == (0, "", ["A1", "A2", "A3"])
    assert "Domän A är klar: gradering B. Bland kvalitetsindikatorerna saknas mer än vad" in out
    assert "inte bedöm" not in out
    code, out, err, asked = talk(visit, ["ej uppfyllt"], "--domain", "A", "--domain", "C")
    assert (code, len(asked)) == (0, 1)
    words = " ".join(out.split())
    why = "Minst en föreskrift är inte helt uppfylld"
    (broken,) = re.findall(rf"Domän C är klar: gradering D\. {why} \((C[23])\)\.", words)
    other = {"C2": "C3", "C3": "C2"}[broken]
    left = f"{other} är inte bedömd. Den kan inte ändra graderingen, "
    left += "men en brist hör till handlingsplanen."
    assert words.count(left) == 2
    ending = f"Inga fler frågor kan ändra en gradering. {left} Dina svar är sparade i {visit}."
    assert "".join(out.split()).endswith("".join(ending.split()))  # a long path is broken
    suggestion = suggest(rulebook, read_checklist(visit, rulebook))
    assert (suggestion["A"].grade, suggestion["C"].grade) == ("B", "D")


def test_a_settled_checklist_has_no_question(talk, tmp_path) -> None:
    path = tmp_path / "visit.yaml"
    shutil.copy(ROOT / "examples" / "primary-care-2025-assumed.yaml", path)
    before = path.read_bytes()
    code, out, _, asked = talk(path, [], "--domain", "A")
    assert (code, asked) == (0, [])
    assert "A  Verksamheten                                      B\n" in out
    assert "Inga fler frågor kan ändra en gradering.\nDu har inte svarat" in out
    assert path.read_bytes() == before


def test_the_whole_checklist_from_nothing(tmp_path, talk, rulebook) -> None:
    path = tmp_path / "visit.yaml"
    code, out, _, asked = talk(path, lambda _: "u")
    assert code == 0
    assert "Filen finns inte än." in " ".join(out.split())
    suggestion = suggest(rulebook, read_checklist(path, rulebook))
    assert [domain.grade for domain in suggestion.domains] == ["A"] * 8
    assert len(asked) == len(set(asked))
    text = path.read_text("utf-8")
    assert text.startswith(HEAD + "answers:\n  A1: uppfyllt\n")
    assert max(map(len, out.splitlines())) <= 80


def test_a_question_shows_what_is_known_and_what_each_answer_gives(visit, talk) -> None:
    def skip_to_b9(id):
        return None if id == "B9" else ("u" if id[0] == "B" else None)

    _, out, _, _ = talk(visit, skip_to_b9, "--domain", "B")
    words = " ".join(out.split("\n   B9 ")[-1].split())
    assert "Kommentar: Tveksamt: meningen kan gälla handledarnas egen utbildning" in words
    assert "Underlag: Saknas struktur för handledning på handledning" in words
    assert "[k] kommentar, [h] hoppa över, [b] backa, [?] hjälp, [q] avsluta" in words
    first = " ".join(out.split())
    assert "[u] uppfyllt, [t] ej tillämpligt: gradering A–D" in first
    assert "[d] delvis, [e] ej uppfyllt: gradering D" in first


def test_another_way_is_offered_for_advice_only(tmp_path, talk, rulebook) -> None:
    """E1 to E6 are föreskrifter, E7 to E11 allmänna råd."""
    path, refused = tmp_path / "visit.yaml", []

    def lines(id):
        if id == "Skäl":
            return "Instruktioner ges skriftligt."
        if id == "E7":
            return "på annat sätt"
        if id == "E1" and not refused:
            refused.append(id)
            return "a"
        return "u"

    _, out, _, _ = talk(path, lines, "--domain", "E")
    assert "E1 är en föreskrift. På annat sätt gäller bara allmänna råd." in out
    answer = read_checklist(path, rulebook).by_indicator["E7"]
    assert (answer.status, answer.reason) == (Status.MET_OTHERWISE, "Instruktioner ges skriftligt.")
    assert "[a] på annat sätt" in out.split("\n   E7 ")[1].split("[k]")[0]
    assert "[a]" not in out.split("\n   E1 ")[1].split("[k]")[0]


def test_keys_words_and_both_languages(rulebook) -> None:
    swedish, english = Conversation(rulebook, "sv"), Conversation(rulebook, "en")
    for typed, command in {
        "u": Command.MET,
        " D ": Command.PARTLY,
        "ej uppfylld": Command.NOT_MET,
        "Ej_tillämpligt": Command.NOT_APPLICABLE,
        "pa\u030a annat sätt": Command.MET_OTHERWISE,
        "not applicable": Command.NOT_APPLICABLE,
        "ej bedömt": Command.SKIP,
        "hoppa över": Command.SKIP,
        "?": Command.HELP,
    }.items():
        assert swedish.meant(typed) is command
    assert english.meant("n") is Command.NOT_MET
    assert english.meant("delvis") is Command.PARTLY
    assert english.meant("u") is None
    assert swedish.meant("") is None
    for conversation in (swedish, english):
        keys = [conversation.say(f"ask-key.{command}") for command in Command]
        assert len(set(keys)) == len(keys)


def test_unknown_input_is_one_line_and_the_prompt_again(visit, talk) -> None:
    code, out, _, asked = talk(visit, ["ja", "", "q"])
    assert (code, len(set(asked))) == (0, 1)
    assert out.count("Skriv u, d, e, t, k, h, b, ? eller q.\n") == 2
    assert visit.read_bytes() == EXAMPLE.read_bytes()
    assert "Du har inte svarat på något. Inget är ändrat." in out


def test_a_reason_is_asked_for_and_nothing_saved_without(visit, talk, rulebook) -> None:
    code, out, _, asked = talk(visit, ["t", "  ", "t", "Ingen \x1b[Dsådan", "q"])
    assert code == 0
    assert "Ej tillämpligt kräver ett skäl. Inget är sparat." in out
    answer = read_checklist(visit, rulebook).by_indicator[asked[0]]
    assert (answer.status, answer.reason) == (Status.NOT_APPLICABLE, "Ingen [Dsådan")


def test_a_comment_is_saved_at_once_and_comes_behind_the_old_one(visit, talk, rulebook) -> None:
    _, out, _, asked = talk(visit, ["k", "Sett", "k", "på plats.", "k", "", "d", "q"])
    id = asked[0]
    answer = read_checklist(visit, rulebook).by_indicator[id]
    assert (answer.status, answer.comment) == (Status.PARTLY, "Sett på plats.")
    assert out.count(f"Sparat: kommentar om {id}.") == 2
    assert "Kommentaren är tom. Inget är sparat." in out


def test_skipping_leaves_the_question_for_another_time(visit, talk) -> None:
    code, out, _, asked = talk(visit, lambda _: "h", "--domain", "A")
    assert (code, sorted(asked)) == (0, ["A1", "A2", "A3"])
    assert "Tre frågor kan ännu ändra en gradering. Du hoppade över alla tre." in out
    assert visit.read_bytes() == EXAMPLE.read_bytes()
    _, _, _, again = talk(visit, ["h", "b", "q"], "--domain", "A")
    assert again[0] == again[2] != again[1]


#: How many questions of A are open, how many of those are skipped, and the sentence for both.
SKIPPED = [
    (4, 4, "Fyra frågor kan ännu ändra en gradering. Du hoppade över alla fyra."),
    (4, 2, "Fyra frågor kan ännu ändra en gradering. Du hoppade över två av dem."),
    (4, 1, "Fyra frågor kan ännu ändra en gradering. Du hoppade över en av dem."),
    (4, 0, "Fyra frågor kan ännu ändra en gradering."),
    (2, 2, "Två frågor kan ännu ändra en gradering. Du hoppade över båda."),
    (1, 1, "En fråga kan ännu ändra en gradering. Du hoppade över den."),
]


@pytest.mark.parametrize("left, skipped, sentence", SKIPPED)
def test_how_many_questions_were_skipped(left, skipped, sentence, tmp_path, talk) -> None:
    path, met = tmp_path / "visit.yaml", ["A1", "A2", "A3", "A4"][left:]
    path.write_text(f"{HEAD}answers: {{{', '.join(f'{id}: uppfyllt' for id in met)}}}\n", "utf-8")
    _, out, _, _ = talk(path, ["h"] * skipped, "--domain", "A")
    assert f"\n{sentence}\n" in out


#: E1 broken makes E a D; so does H7 in H. What is left unassessed besides, and what is said of it.
UNASKED = [
    ("E2", "E2 är inte bedömd. Den kan inte ändra graderingen, men en brist hör till "
     "handlingsplanen."),
    ("E2 E3", "E2 och E3 är inte bedömda. De kan inte ändra graderingen, men en brist hör till "
     "handlingsplanen."),
    ("E8", "E8 är inte bedömt. Det kan inte ändra graderingen, men en brist hör till rapporten."),
    ("E13", "E13 är inte bedömd. Den kan inte ändra graderingen, men en brist hör till rapporten."),
    ("E8 E13", "E8 och E13 är inte bedömda. De kan inte ändra graderingen, men en brist hör till "
     "rapporten."),
    ("E2 E3 E4 E8 H1", "E2–E4, E8 och H1 är inte bedömda. De kan inte ändra någon gradering, "
     "men en föreskrift som inte är uppfylld hör till handlingsplanen."),
]  # fmt: skip


@pytest.mark.parametrize("unasked, sentence", UNASKED)
def test_what_is_not_asked_is_named_all_the_same(
    unasked, sentence, tmp_path, talk, rulebook
) -> None:
    path = tmp_path / "visit.yaml"
    words = {id: "uppfyllt" for id in rulebook.indicators if id not in unasked.split()}
    words |= {"E1": "ej uppfyllt", "H7": "ej uppfyllt"}
    path.write_text(f"{HEAD}answers: {json.dumps(words)}\n", "utf-8")
    _, out, _, asked = talk(path, [])
    assert asked == []
    assert f"ändra en gradering. {sentence} Du har inte svarat" in " ".join(out.split())
    _, out, _, _ = talk(path, [], "--domain", "A")
    assert "inte bedöm" not in out


def test_a_question_that_is_still_open_is_not_among_them(visit, talk) -> None:
    """A1 to A3 may each make A a D; of C2 and C3 the second counts no more when the first did."""
    _, out, _, _ = talk(visit, lambda _: "h", "--domain", "A")
    assert "inte bedöm" not in out
    _, out, _, _ = talk(visit, ["n"], "--domain", "C", "--lang", "en")
    assert re.search(
        r"Domain C is settled: grade D\. At least one föreskrift is not fully met \(C[23]\)\.\n"
        r"C[23] is not assessed\. It cannot change the grade, but a shortcoming belongs in the\s"
        r"action plan\.\n",
        out,
    )


@pytest.mark.parametrize("rest", ["", "answers:\n", "answers: null  # tomt\n"])
def test_a_header_is_enough_to_begin_with(rest, tmp_path, talk, rulebook) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text("# yaml-language-server: $schema=x\n" + HEAD + rest, "utf-8")
    code, out, err, _ = talk(path, lambda _: "u", "--domain", "A")
    assert (code, err) == (0, "")
    assert "Filen finns inte än" not in out
    text = path.read_text("utf-8")
    assert text.startswith("# yaml-language-server: $schema=x\n" + HEAD + "answers:")
    assert suggest(rulebook, read_checklist(path, rulebook))["A"].grade == "A"


def test_back_restores_every_byte(visit, talk) -> None:
    lines = ["u", "k", "Sett", "t", "Skäl", "e", "b", "b", "b", "b", "b", "q"]
    _, out, _, asked = talk(visit, lines)
    assert visit.read_bytes() == EXAMPLE.read_bytes()
    assert asked[0] == asked[-1]
    assert "Det finns inget att backa till." in out


def with_row(text: str, row: str) -> str:
    """A checklist's text with one more row, as a person puts it in."""
    return text.replace("answers:\n", f"answers:\n{row}", 1)


def test_a_change_made_in_an_editor_meanwhile_is_kept(visit, talk, rulebook) -> None:
    def lines(id):
        lines.count += 1
        if lines.count == 2:
            text = with_row(visit.read_text("utf-8"), "  H13: delvis  # skrivet för hand\n")
            visit.write_text(text, "utf-8")
        return "b" if lines.count == 3 else ("u" if lines.count < 3 else None)

    lines.count = 0
    code, _, _, asked = talk(visit, lines)
    assert code == 0
    checklist = read_checklist(visit, rulebook)
    assert checklist.status(asked[0]) is Status.MET
    assert checklist.status(asked[1]) is Status.NOT_ASSESSED
    assert checklist.status("H13") is Status.PARTLY
    assert "  H13: delvis  # skrivet för hand\n" in visit.read_text("utf-8")


def test_back_leaves_other_changes_alone(visit, rulebook) -> None:
    asking = session(visit, rulebook)
    asking.answer("A1", Status.MET)
    text = visit.read_text("utf-8")
    visit.write_text(with_row(text, "  H13: delvis\n"), "utf-8")
    asking.back()
    example = EXAMPLE.read_text("utf-8")
    assert visit.read_text("utf-8") == with_row(example, "  H13: delvis\n")


def test_a_row_answered_in_an_editor_meanwhile_is_not_overwritten(visit, talk, rulebook) -> None:
    def lines(id):
        if lines.is_first:
            lines.is_first = False
            text = with_row(EXAMPLE.read_text("utf-8"), f"  {id}: delvis\n")
            visit.write_text(text, "utf-8")
            return "u"
        return None

    lines.is_first = True
    code, out, _, asked = talk(visit, lines)
    assert code == 0
    assert f"{asked[0]} har ändrats i filen under tiden." in out
    assert read_checklist(visit, rulebook).status(asked[0]) is Status.PARTLY
    asking = session(visit, rulebook)
    asking.answer("A2", Status.MET)
    text = visit.read_text("utf-8").replace("A2: uppfyllt", "A2: ej uppfyllt")
    visit.write_text(text, "utf-8")
    _, result = asking.back()
    assert (result.is_kept_out, visit.read_text("utf-8")) == (True, text)


def test_a_file_that_breaks_between_two_answers_is_told_and_left(visit, talk) -> None:
    broken = b"answers: [oops"

    def lines(id):
        lines.count += 1
        if lines.count == 2:
            visit.write_bytes(broken)
        return "u"

    lines.count = 0
    code, out, err, asked = talk(visit, lines)
    assert (code, len(asked)) == (2, 2)
    assert f"error[SR106] {visit}:1:10" in err
    assert "Sparat" in out
    assert visit.read_bytes() == broken


def test_a_file_that_goes_away_is_not_begun_anew(visit, talk) -> None:
    def lines(id):
        visit.unlink()
        return "u"

    code, _, err, _ = talk(visit, lines)
    assert (code, visit.exists()) == (2, False)
    assert "SR101" in err


def test_ctrl_c_and_the_end_of_input_are_polite(visit, talk, rulebook) -> None:
    code, out, err, asked = talk(visit, ["u", KeyboardInterrupt()])
    assert (code, err) == (130, "")
    assert read_checklist(visit, rulebook).status(asked[0]) is Status.MET
    assert "frågor kan ännu ändra en gradering." in out
    code, out, err, _ = talk(visit, ["t", EOFError()])
    assert (code, err) == (0, "")
    assert "Inget är ändrat." in out


def test_english(visit, talk) -> None:
    _, out, _, _ = talk(visit, ["?", "m", "x", "None here", "u", "q"], "--lang", "en")
    assert "[m] met, [x] not applicable: grade B–D" in out
    assert "Saved: A" in out
    assert "Type m, p, n, x, c, s, b, ? or q." in out
    assert "A  Verksamheten                                      B–D, still open" in out


@pytest.mark.parametrize(
    "file, options, message",
    [
        ("-", (), "error[SR601] command line: ask saves the answers in a file; name one"),
        (
            "v.yaml",
            ("--domain", "x"),
            "error[SR310] --domain unknown domain `x`; use one of A, B, C, D, E, F, G, H",
        ),
        ("v.yaml", ("--policy", "strang"), "error[SR313] --policy unknown profile `strang`"),
        ("none/v.yaml", (), "error[SR605] none/v.yaml there is no such directory"),
        (".", (), "error[SR102] . this is a directory"),
    ],
)
def test_what_cannot_be_asked_is_one_clear_line(
    file, options, message, talk, tmp_path, monkeypatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err, asked = talk(file, [], *options)
    assert (code, out, asked) == (2, "", [])
    assert err.startswith(message)
    assert err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_other_catalogs_and_rules(talk, tmp_path) -> None:
    valid = ROOT / "tests" / "valid"
    path = tmp_path / "visit.json"
    options = ("--catalog", str(valid / "catalog.yaml"), "--rules", str(valid / "ruleset.yaml"))
    code, _, _, asked = talk(path, lambda _: "u", *options)
    assert code == 0
    data = json.loads(path.read_text("utf-8"))
    assert data["catalog"] == "mini"
    assert data["answers"] == dict.fromkeys(sorted(asked), "uppfyllt")


def test_what_is_typed_is_cleaned() -> None:
    assert cleaned(" a\u030a \x00\x1b\t b\udcff ") == "å b"


STEPS = st.lists(
    st.sampled_from(["met", "partly", "not_met", "comment", "skip", "back", "back"]), max_size=12
)


STARTS = {
    "example": EXAMPLE.read_text("utf-8"),
    "empty": HEAD + "answers: {}\n",
    "null": HEAD + "answers:  # tomt\n",
    "header": HEAD + "# slut",
    "none": "",
}


@settings(max_examples=60, deadline=None)
@given(steps=STEPS, start=st.sampled_from(sorted(STARTS)))
def test_going_back_to_the_start_restores_the_file(
    steps, start, rulebook, tmp_path_factory
) -> None:
    path = tmp_path_factory.mktemp("visit") / "visit.yaml"
    if start != "none":
        path.write_text(STARTS[start], "utf-8")
    asking = session(path, rulebook, "A", "C")
    before = asking.document
    for step in steps:
        question = asking.question()
        if step == "back":
            asking.back()
        elif question is None:
            continue
        elif step in ("skip", "comment"):
            getattr(asking, step)(question.id, *(["Sett: #1"] if step == "comment" else []))
        else:
            asking.answer(question.id, Status[step.upper()])
        if not asking.document.is_new:
            assert asking.document.content == path.read_bytes()
            read = open_document(path, rulebook.catalog).checklist
            assert asking.suggestion == suggest(rulebook, read, engine="native")
    while asking.back():
        pass
    assert asking.document.content == before.content
    assert asking.skipped == 0


def environment(**extra: str) -> dict[str, str]:
    clean = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "COLUMNS")}
    return clean | {"PYTHONPATH": str(ROOT)} | extra


def start(path: Path, *options: str, **streams) -> subprocess.Popen:
    command = [sys.executable, "-m", "spur_rules", "ask", str(path), *options]
    return subprocess.Popen(command, cwd=ROOT, env=streams.pop("env", environment()), **streams)


@pytest.mark.parametrize("term", ["dumb", "xterm"])
def test_a_whole_domain_on_a_real_terminal(term, visit, rulebook) -> None:
    import pty

    try:
        leader, follower = pty.openpty()
    except OSError:
        pytest.skip("this machine has no pseudo-terminals (/dev/pts), so nothing is a terminal")
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), follower)
    process = start(visit, "--domain", "A", env=environment(TERM=term, NO_COLOR="1"), **streams)
    os.close(follower)
    answers, seen, output = {"A1": "u", "A2": "delvist\nuppfyllt", "A3": "u"}, 0, b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break  # the other end is closed
        output += piece
        prompt = re.search(rb"(A\d): $", output[seen:])
        if prompt:
            seen = len(output)
            os.write(leader, f"{answers[prompt[1].decode()]}\n".encode())
    os.close(leader)
    assert process.wait() == 0
    text = output.decode()
    assert "Domän A är klar: gradering B." in text
    assert "Skriv u, d, e, t, k, h, b, ? eller q." in text
    if term == "dumb":
        assert "\x1b" not in text
    assert suggest(rulebook, read_checklist(visit, rulebook))["A"].grade == "B"


def test_piped_answers_read_as_a_dialogue(visit) -> None:
    process = start(visit, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    piped, err = process.communicate("k\nSkåp åt alla\nu\n".encode())
    out = piped.decode()
    assert (process.returncode, err) == (0, b"")
    assert re.search(r"\n(A\d): k\nKommentar: Skåp åt alla\nSparat: kommentar om \1\.\n", out)
    assert "comment: Skåp åt alla" in visit.read_text("utf-8")


@pytest.mark.parametrize("redirection", ["<&-", "<&- >&-", "< /dev/null"])
def test_closed_streams_end_politely(redirection, visit) -> None:
    command = f"{sys.executable} -m spur_rules ask {visit} {redirection}"
    done = subprocess.run(command, shell=True, cwd=ROOT, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert visit.read_bytes() == EXAMPLE.read_bytes()


LINES = ["u", "k", "Sett på plats", "u", "t", "Ingen sådan", "u", "b", "u", "d", "u", "u", "e", "u"]


def states(path: Path, talk) -> list[bytes]:
    """What the file holds at the start and after every save of `LINES`."""
    found = [path.read_bytes()]
    for end in range(1, len(LINES) + 1):
        shutil.copy(EXAMPLE, path)
        talk(path, LINES[:end])
        if path.read_bytes() != found[-1]:
            found.append(path.read_bytes())
    shutil.copy(EXAMPLE, path)
    return found


def test_a_killed_process_loses_at_most_the_answer_being_typed(visit, talk, rulebook) -> None:
    """Killed at 30 moments: the file is whole and has every answer that was acknowledged."""
    known = states(visit, talk)
    assert len(known) == 13  # LINES saves twelve times, and every time something else
    choose, moments = random.Random(1), set()
    for _ in range(30):
        shutil.copy(EXAMPLE, visit)
        process = start(visit, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        process.stdin.write("".join(f"{line}\n" for line in LINES).encode())
        process.stdin.close()
        output, wanted = b"", choose.randrange(0, 6000)
        while len(output) < wanted and (piece := os.read(process.stdout.fileno(), 64)):
            output += piece
        time.sleep(choose.uniform(0, 0.01))  # anywhere between two outputs, also while it saves
        process.send_signal(signal.SIGKILL)
        output += process.stdout.read()
        process.wait()
        process.stdout.close()
        told = len(re.findall(rb"^(?:Sparat|\xc3\x85ngrat): .*\n", output, re.MULTILINE))
        content = visit.read_bytes()
        moments.add(told)
        assert content in known[told : told + 2]
        read_checklist(visit, rulebook)
    assert len(moments) > 5  # the kills were spread over the run
