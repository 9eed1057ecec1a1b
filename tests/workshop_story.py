"""One workshop from beginning to end, as three raters would: what several tests and goldens use."""

import contextlib
import io
from collections.abc import Mapping
from pathlib import Path

import pytest

from spur_rules import load_rulebook
from spur_rules.cli.main import main

#: 2026-03-02 09:00 UTC; each step is a minute later.
NOON = 1772442000
CASES = ("fall-01", "fall-02", "fall-03", "fall-04")
RATERS = ("R1", "R2", "R3")
#: Rows that are not met in each case, whoever looks; all of them kvalitetsindikatorer. By the
#: printed scales the rules then give A and E: B A, A A, A A and A B. E has three such rows.
SHORT = {"fall-01": ("A4",), "fall-02": ("E12",), "fall-03": (), "fall-04": ("E12", "E13")}


def checklist(path: Path, ticks: Mapping[str, str], given: Mapping[str, str]) -> Path:
    """A checklist with every row met but those named."""
    rows = dict.fromkeys(load_rulebook().indicators, "uppfyllt") | dict(ticks)
    text = ", ".join(f"{id}: {status}" for id, status in rows.items())
    grades = ", ".join(f"{letter}: {grade}" for letter, grade in given.items())
    head = "schema: spur-rules/checklist/1\ncatalog: st-spur\n"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{head}answers: {{{text}}}\ngiven: {{{grades}}}\n", "utf-8")
    return path


def run(*words: str) -> str:
    """A command that must succeed; what it printed."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        code = main(("workshop", *words))
    assert code == 0, (words, out.getvalue())
    return out.getvalue()


class Clock:
    """The time of SOURCE_DATE_EPOCH, a minute later at each step."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, start: int = NOON) -> None:
        self.patch, self.now = monkeypatch, start

    def __call__(self, *words: str) -> str:
        self.patch.setenv("SOURCE_DATE_EPOCH", str(self.now))
        self.now += 60
        return run(*words)


#: The grades of A and E by rater and case. R3 overlooks A4 in the first round.
FIRST = {
    "R1": {"fall-01": "BA", "fall-02": "AA", "fall-03": "AA", "fall-04": "AB"},
    "R2": {"fall-01": "BA", "fall-02": "AB", "fall-03": "AA", "fall-04": "AC"},
    "R3": {"fall-01": "AA", "fall-02": "AA", "fall-03": "AA", "fall-04": "AB"},
}
#: After two exceptions of three were decided to be "enstaka" in E, which makes fall-04 an A.
SECOND = {
    "R1": {"fall-01": "BA", "fall-02": "AA", "fall-03": "AA", "fall-04": "AA"},
    "R2": {"fall-01": "BA", "fall-02": "AA", "fall-03": "AA", "fall-04": "AA"},
    "R3": {"fall-01": "BA", "fall-02": "AA", "fall-03": "AA", "fall-04": "AB"},
}


def hand_in(step, file: str, folder: Path, grades, unseen: Mapping[str, str]) -> None:
    """Every rater's four checklists; `unseen` is the row of a case that a rater takes as met."""
    for rater in RATERS:
        paths = []
        for case in CASES:
            short = [row for row in SHORT[case] if unseen.get(rater) != row]
            given = dict(zip("AE", grades[rater][case], strict=True))
            path = folder / rater / f"{case}.yaml"
            paths.append(str(checklist(path, dict.fromkeys(short, "ej uppfyllt"), given)))
        step("hand-in", file, *paths, "--rater", rater)


def story(file: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """A workshop with two rounds and a decision, closed; what some steps printed."""
    step, name, said = Clock(monkeypatch), str(file), {}
    cases = [word for case in CASES for word in ("--case", case)]
    said["new"] = step("new", name, "--title", "Vad är enstaka?", *cases)
    said["round"] = step("round", name)
    hand_in(step, name, folder / "1", FIRST, {"R3": "A4"})
    said["open"] = step("show", name)
    said["reveal-1"] = step("reveal", name)
    step("note", name, "Två undantag av tre kan vara enstaka.", "--about", "E")
    said["decide"] = step(
        *("decide", name, "--parameter", "enstaka_undantag.högst=2", "--domain", "E"),
        *("--because", "Raderna i E hänger ihop."),
    )
    setting = "E.enstaka_undantag.minsta_andel=1/3"
    step("decide", name, "--parameter", setting, "--because", "Annars vore två av tre för många.")
    text = ("--text", "Uppfyllt om minst en handledare har gått utbildningen.")
    step("decide", name, "--indicator", "E12", *text, "--because", "Så läste alla tre.")
    step("round", name)
    hand_in(step, name, folder / "2", SECOND, {})
    said["reveal-2"] = step("reveal", name)
    said["close"] = step("close", name)
    return said
