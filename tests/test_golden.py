"""What the example looks like, to the byte. `scripts/golden` writes these files anew."""

from pathlib import Path

import pytest

from spur_rules import load_rulebook, read_checklist, regrade, suggest
from spur_rules.documents.data import as_json
from spur_rules.documents.regrade_text import RegradeReport
from spur_rules.documents.terminal import TextReport
from spur_rules.explaining import explain

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", ["primary-care-2025", "primary-care-2025-assumed"])
def test_text(name: str, language: str) -> None:
    rulebook = load_rulebook()
    checklist = read_checklist(ROOT / "examples" / f"{name}.yaml", rulebook)
    suggestion = suggest(rulebook, checklist, engine="native")
    explained = explain(rulebook, checklist, suggestion)
    text = TextReport(suggestion, rulebook, checklist, language, explanation=explained).render()
    assert text == (GOLDEN / f"{name}.{language}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("name", ["primary-care-2025", "primary-care-2025-assumed"])
def test_regrade_text(name: str, language: str) -> None:
    rulebook = load_rulebook()
    checklist = read_checklist(ROOT / "examples" / f"{name}.yaml", rulebook)
    done = regrade(rulebook, checklist, engine="native")
    text = RegradeReport(done, TextReport(done.original, rulebook, checklist, language)).render()
    assert text == (GOLDEN / f"{name}.regrade.{language}.txt").read_text(encoding="utf-8")


def test_json() -> None:
    rulebook = load_rulebook()
    checklist = read_checklist(ROOT / "examples" / "primary-care-2025.yaml", rulebook)
    text = as_json(suggest(rulebook, checklist, engine="native"), rulebook)
    assert text.encode() == (GOLDEN / "primary-care-2025.native.json").read_bytes()


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
