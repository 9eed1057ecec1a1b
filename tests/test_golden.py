"""What the examples look like, to the byte. `scripts/golden` writes these files anew."""

import pytest
from golden_commands import COMMANDS, GOLDEN, printed

from spur_rules import load_rulebook, read_checklist, suggest
from spur_rules.documents.terminal import TextReport


@pytest.mark.parametrize("name", COMMANDS)
def test_golden(name: str) -> None:
    assert printed(COMMANDS[name]) == (GOLDEN / name).read_text(encoding="utf-8")


def test_every_file_has_its_command() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(COMMANDS)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.endswith(".txt")])
def test_a_text_keeps_within_80_columns(name: str) -> None:
    lines = (GOLDEN / name).read_text(encoding="utf-8").splitlines()
    assert max(map(len, lines)) <= 80


def test_reasons_are_shown() -> None:
    """Why a status that needs a reason was chosen, in the domain where it counts."""
    rulebook = load_rulebook()
    text = (
        "{schema: spur-rules/checklist/1, catalog: st-spur, review: {regulations: [SOSFS 2015:8]},"
        " answers: {E6: delvis, E7: {status: på annat sätt, reason: Skriftligt.},"
        " E8: {status: ej tillämpligt, reason: Ingen ST-läkare.}}}"
    )
    checklist = read_checklist(text.encode(), rulebook)
    shown = TextReport(suggest(rulebook, checklist, engine="native"), rulebook, checklist).render()
    assert "   E7 nås på annat sätt: Skriftligt.\n" in shown
    assert "   E8 är inte tillämpligt: Ingen ST-läkare.\n" in shown
    assert "Fotnot, SOSFS 2015:8: (För ST enligt 2015:8 är verksamhetschef ansvarig" in shown
