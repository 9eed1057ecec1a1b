"""The plan's dates as an .ics file, read again by the same library."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import icalendar
import pytest
from checklists import Make
from plans import entry, plan

from spur_rules import InputError, read_checklist, regrade
from spur_rules.checklist import Review
from spur_rules.cli.main import main
from spur_rules.documents.calendar import as_calendar
from spur_rules.rulebook import Rulebook

NO = "ej uppfyllt"
ROOT = Path(__file__).parent.parent
ASSUMED = ROOT / "examples" / "primary-care-2025-assumed.yaml"


def events(content: bytes) -> list[icalendar.Event]:
    return icalendar.Calendar.from_ical(content).walk("VEVENT")


def test_the_real_case(rulebook: Rulebook) -> None:
    """From the report: one date for both actions, four for following them up."""
    checklist = read_checklist(ASSUMED, rulebook)
    found = events(as_calendar(regrade(rulebook, checklist), checklist.review))
    assert [(event.decoded("dtstart"), event.decoded("dtend")) for event in found] == [
        (date(2025, 12, 8), date(2025, 12, 9)),
        (date(2026, 3, 1), date(2026, 3, 2)),
        (date(2026, 6, 1), date(2026, 6, 2)),
        (date(2026, 9, 1), date(2026, 9, 2)),
        (date(2026, 12, 1), date(2026, 12, 2)),
    ]
    assert [str(event["summary"]) for event in found] == [
        "SPUR H: åtgärderna ska vara genomförda (H7 och H9)",
        *["SPUR H: uppföljning (H7 och H9)"] * 4,
    ]
    lines = str(found[1]["description"]).splitlines()
    assert lines[:3] == [
        "En vårdcentral i innerstaden",
        "Uppföljning av H7 och H9.",
        "Ansvarig: verksamhetschef och medicinskt ansvarig läkare.",
    ]
    assert [line[:11] for line in lines[3:]] == ["H7, åtgärd:", "H9, åtgärd:"]
    assert len({str(event["uid"]) for event in found}) == 5


def test_other_words_in_english(rulebook: Rulebook) -> None:
    checklist = read_checklist(ASSUMED, rulebook)
    content = as_calendar(regrade(rulebook, checklist), checklist.review, "en")
    assert str(events(content)[0]["summary"]) == "SPUR H: actions due (H7 and H9)"


def test_one_action_in_the_singular(rulebook: Rulebook, filled: Make) -> None:
    done = regrade(rulebook, filled(H7=NO), plan(entry("H7")))
    titles = {
        at: [str(event["summary"]) for event in events(as_calendar(done, Review(), at))]
        for at in ("sv", "en")
    }
    assert titles["sv"][:2] == [
        "SPUR H: åtgärden ska vara genomförd (H7)",
        "SPUR H: uppföljning (H7)",
    ]
    assert titles["en"][0] == "SPUR H: action due (H7)"


def test_texts_with_commas_and_line_breaks_survive(rulebook: Rulebook, filled: Make) -> None:
    action = "Ett; två, tre \\ fyra\n\nfem 😀 " + "lång " * 40
    done = regrade(rulebook, filled(H7=NO), plan(entry("H7", action=action)))
    content = as_calendar(done, Review())
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    (line,) = (
        line
        for line in str(events(content)[0]["description"]).splitlines()
        if line.startswith("H7, åtgärd")
    )
    assert line == "H7, åtgärd: " + " ".join(action.split())


def test_ids_and_stamps_come_from_the_content(rulebook: Rulebook, filled: Make) -> None:
    """Another unit's event is another event; a longer plan leaves the first ones as they were."""
    checklist = filled(H7=NO, H9=NO)
    one = plan(entry("H7"), received=date(2026, 1, 2))
    more = plan(entry("H7"), entry("H9", responsible="x", follow_up=date(2026, 9, 9).isoformat()))
    first, again, other = (
        [str(event["uid"]) for event in events(as_calendar(regrade(rulebook, checklist, p), r))]
        for p, r in ((one, Review()), (more, Review()), (one, Review(unit="En annan")))
    )
    assert set(first) < set(again)
    assert not set(first) & set(other)
    stamps = {
        e.decoded("dtstamp").date()
        for e in events(as_calendar(regrade(rulebook, checklist, one), Review()))
    }
    assert stamps == {date(2026, 1, 2)}


def test_the_program_writes_the_same_bytes_every_time(tmp_path: Path) -> None:
    contents = set()
    for seed in ("0", "1", "4711"):
        path = tmp_path / f"{seed}.ics"
        command = [sys.executable, "-m", "spur_rules", "regrade", ASSUMED, "--ics", path]
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": f"UTC-{seed[0]}"}
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, env=environment)
        contents.add(path.read_bytes())
    assert len(contents) == 1
    assert len(events(contents.pop())) == 5


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path, capsys) -> None:
    path = tmp_path / "plan.ics"
    path.write_text("BEGIN:VCALENDAR\nold")
    assert main(["regrade", str(ASSUMED), "--ics", str(path)]) == 0
    assert path.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert [file.name for file in tmp_path.iterdir()] == ["plan.ics"]
    capsys.readouterr()
    folder = tmp_path / "folder"
    folder.mkdir()
    for wrong in (folder, tmp_path / "none" / "plan.ics"):
        assert main(["regrade", str(ASSUMED), "--ics", str(wrong)]) == 2
        out, err = capsys.readouterr()
        assert out == ""
        assert err.startswith(f"error[SR603] {wrong} cannot be written")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["folder", "plan.ics"]


TINY = "{schema: spur-rules/checklist/1, catalog: st-spur, answers: {H7: delvis}}"


def refused(capsys, *arguments: object) -> str:
    """The one line that says why nothing is written."""
    assert main(["regrade", *map(str, arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("error[SR601] --ics ")
    assert err.endswith("; name a file that ends in .ics\n")
    return err


def test_no_file_that_is_read_is_overwritten(
    tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not by its name, another path to it, a symbolic link or a hard link."""
    names = {
        "visit.yaml": ASSUMED,
        "catalog.yaml": ROOT / "indicator_catalog" / "st-spur.yaml",
        "rules.yaml": ROOT / "rules" / "st-spur.yaml",
    }
    kept = {tmp_path / name: source.read_bytes() for name, source in names.items()}
    kept[tmp_path / "plan.yaml"] = b"{schema: spur-rules/plan/1, catalog: st-spur}"
    for path, content in kept.items():
        path.write_bytes(content)
    visit, catalog, rules, papers = kept
    inputs = (visit, "--plan", papers, "--catalog", catalog, "--rules", rules)
    for number, path in enumerate(kept):
        soft, hard = tmp_path / f"{number}.ics", tmp_path / f"hard-{number}.ics"
        soft.symlink_to(path)
        hard.hardlink_to(path)
        for target in (path, tmp_path / "." / path.name, soft, hard):
            assert "would be overwritten" in refused(capsys, *inputs, "--ics", target)
        assert path.read_bytes() == kept[path]
    monkeypatch.chdir(tmp_path)
    assert "would be overwritten" in refused(capsys, *inputs, "--ics", "visit.yaml")


def test_only_a_calendar_is_replaced(tmp_path: Path, capsys) -> None:
    for content in (b"", b"notes", b"BEGIN:VCARD", b"\xff\xfe"):
        path = tmp_path / "plan.ics"
        path.write_bytes(content)
        assert "exists and is no calendar" in refused(capsys, ASSUMED, "--ics", path)
        assert path.read_bytes() == content
    assert "exists and is no calendar" in refused(capsys, ASSUMED, "--ics", os.devnull)
    assert not Path(os.devnull).is_file()


def test_a_calendar_is_not_written_to_standard_output(
    tmp_path: Path, capsys, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert "a calendar is written to a file" in refused(capsys, ASSUMED, "--ics", "-")
    assert list(tmp_path.iterdir()) == []


def test_a_wrong_target_is_told_with_the_other_mistakes(tmp_path: Path, capsys) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(TINY.replace("delvis", "kanske"))
    assert main(["regrade", str(path), "--ics", "-", "--as-of", "nu"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert sorted(line[6:11] for line in lines) == ["SR123", "SR402", "SR601"]
    assert path.read_text().count("kanske") == 1


def test_a_plan_without_dates_has_no_calendar(tmp_path: Path, capsys) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(TINY)
    assert main(["regrade", str(path), "--ics", str(tmp_path / "plan.ics")]) == 2
    assert "SR601" in capsys.readouterr().err
    assert not (tmp_path / "plan.ics").exists()


def test_without_the_library_there_is_a_way_out(
    rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys
) -> None:
    monkeypatch.setitem(sys.modules, "icalendar", None)
    checklist = read_checklist(ASSUMED, rulebook)
    with pytest.raises(InputError, match="SR604"):
        as_calendar(regrade(rulebook, checklist), checklist.review)
    assert main(["regrade", str(ASSUMED), "--ics", str(tmp_path / "plan.ics")]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error[SR604] --ics writing an .ics file needs icalendar; run pip")
    assert list(tmp_path.iterdir()) == []
    assert main(["regrade", str(ASSUMED)]) == 0


def test_the_library_is_not_loaded_without_need() -> None:
    code = (
        "import sys; from spur_rules.cli.main import main\n"
        f"main(['regrade', {str(ASSUMED)!r}, '--format', 'json'])\n"
        "assert 'icalendar' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, cwd=ROOT)
