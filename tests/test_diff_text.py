"""What a person reads of a comparison; figures are worked out by hand."""

from pathlib import Path
from typing import Any

import pytest
from checklists import Make
from plans import entry
from rulebook_edits import CATALOG, RAISED, Edit, edited, row_of, rule_of, rulebook_of

from spur_rules import Checklist
from spur_rules.api import compare
from spur_rules.documents.diff_text import diff_text
from spur_rules.documents.word_marks import marked
from spur_rules.rulebook import Rulebook

E7 = row_of("E7")
TO_FÖRESKRIFT: Edit = (E7, E7.replace("norm: allmänt råd", "norm: föreskrift"))


@pytest.fixture
def shown(rulebook: Rulebook, tmp_path: Path) -> Any:
    def show(
        catalog: tuple[Edit, ...] = (),
        rules: tuple[Edit, ...] = (),
        checklists: dict[str, Checklist] | None = None,
        language: Any = "sv",
    ) -> str:
        new = rulebook_of(edited(tmp_path, catalog, rules))
        text = diff_text(compare(rulebook, new, checklists), language)
        assert max(map(len, text.splitlines())) <= 80
        return " ".join(text.replace("\N{NO-BREAK SPACE}", " ").split())

    return show


def test_moves_by_the_same_rule_are_one_statement(shown: Any) -> None:
    """E7 short is C before, whatever the other råd and the kvalitetsindikatorer are; D now.

    Six föreskrifter without shortcomings, 7, E7 delvis or not met, 2, four råd in any way, 35,
    three kvalitetsindikatorer in any way, 20. In all: 84 tallies of six, 4 of E7, 35 and 20.
    """
    text = shown((TO_FÖRESKRIFT, RAISED))
    assert "Indikatorn E7 var allmänt råd och är nu föreskrift." in text
    assert (
        "C → D. Regeln föreskrift-brist utlöses nu: E7 var allmänt råd, är nu föreskrift."
        " Läsningarna standard, sträng och generös: 9 800 av 235 200 svarsklasser i domän E."
        " Minsta exempel (standard): E7 ej uppfyllt, allt annat i domänen uppfyllt."
    ) in text
    assert text.count(" → D.") == 1


def test_the_same_in_english(shown: Any) -> None:
    text = shown((TO_FÖRESKRIFT, RAISED), language="en")
    assert "Indicator E7 was allmänt råd and is now föreskrift." in text
    assert (
        "C → D. Rule föreskrift-brist now fires: E7 was allmänt råd, is now föreskrift."
        " Profiles standard, sträng and generös: 9,800 of 235,200 classes of answers in domain E."
    ) in text


def test_a_better_grade_says_what_decides_now(shown: Any) -> None:
    """Without B1 its shortcoming is none: the next ceiling decides."""
    text = shown(((row_of("B1"), ""), RAISED))
    reason = (
        "D → C. Regeln föreskrift-brist utlöses inte längre: B1 är borttagen. Nu avgör råd-brist"
    )
    assert f"{reason}." in text
    assert "En rad som bara den ena katalogen har är här besvarad på alla sätt." in text


def test_nothing_moves(shown: Any) -> None:
    text = shown((("Tjänstgöringen är tillräckligt", "Tjänstgöringen är"),))
    assert "Katalog st-spur 1.1.0: ändrad, men med samma version." in text
    assert "Regler st-spur 1.1.0: oförändrade." in text
    assert "Indikatorn A3, ändring i texten: Tjänstgöringen är [-tillräckligt-] allsidig." in text
    assert text.endswith(
        "Ingen gradering flyttas: alla 165 160 svarsklasser graderas lika i läsningarna standard,"
        " sträng och generös."
    )


def test_a_domain_comes_or_goes(rulebook: Rulebook, tmp_path: Path, filled: Make) -> None:
    text = CATALOG.read_text("utf-8")
    domain = text[text.index("  - letter: H\n") : text.index("\n# What makes answers")]
    hints = text[text.index("\nconsistency:") :]
    less = rulebook_of(edited(tmp_path, ((domain, ""), (hints, ""), RAISED)))
    gone = diff_text(compare(rulebook, less, {"visit": filled()}), "sv")
    assert "   Domän H är borttagen: ”Ledarskapskompetens" in gone
    assert "   Domän H är borttagen och graderas inte längre.\n" in gone
    assert "   visit, domän H: A → ingen gradering.\n      Domänen är borttagen.\n" in gone
    assert "   visit: svaren på H1–H13 saknar rader i den nya katalogen.\n" in gone
    new = compare(less, rulebook)
    assert new.moves_grades
    assert "   Domän H är ny och har ingen tidigare gradering.\n" in diff_text(new, "sv")
    assert "   Domain H: new, without an earlier grade.\n" in diff_text(new, "en")


def test_what_a_replay_says(shown: Any, filled: Make) -> None:
    row = row_of("A3")
    new_row = (row, row + row.replace("A3", "A5").replace("tillräckligt ", ""))
    plan = ("  lifts: D\n  to: C", "  lifts: D\n  to: B")
    gone = (rule_of("råd-ej-väsentligt"), "")
    visit = filled(H7="ej uppfyllt", E7="på annat sätt", G7="ej uppfyllt")
    visit = visit.model_copy(update={"plan": (entry("H7"),)})
    checklists = {"visit.yaml": visit}
    text = shown((new_row, TO_FÖRESKRIFT, RAISED), (plan, gone, RAISED), checklists)
    assert (
        "En omspelad checklista, läsning standard"
        " visit.yaml, domän A: A → A–D. Regeln föreskrift-brist utlöses nu: A5 är ny."
        " A5 är ny och inte bedömd."
        " visit.yaml, domän G: C som förut, men:"
        " Förbehåll som faller bort: förbehållet i regeln råd-ej-väsentligt."
        " visit.yaml, domän H: D som förut, men:"
        " Efter handlingsplan och faktakorrigering: C → B. Vad en handlingsplan gör är ändrat."
        " visit.yaml: E7 är inte längre allmänt råd, så ”på annat sätt” tas inte emot."
        " Här räknas det som uppfyllt."
    ) in text
    assert "Vad en handlingsplan gör med graderingen ändras i domänerna A–H." in text


def test_a_text_that_moves_to_another_domain(shown: Any) -> None:
    row, above = row_of("B1"), row_of("C1")
    text = shown(((row, ""), (above, above + row.replace("id: B1", "id: C7")), RAISED))
    assert "Indikatorn B1 är borttagen, föreskrift: ”Den huvudansvariga" in text
    assert "specialitet.” Samma text står nu som C7. Indikatorn C7 är ny" in text


def test_profiles_that_only_one_has(shown: Any) -> None:
    text = shown((), (("  sträng:\n    title", "  egen:\n    title"), RAISED))
    assert "Läsningen sträng är borttagen: ”Den trängsta läsning" in text
    assert "Bara den ena har läsningarna egen och sträng. De jämförs inte." in text


@pytest.mark.parametrize(
    "old, new, expected",
    [
        ("Handledning ges.", "Handledning ges varje vecka.", None),
        ("a b c d", "a b x d", "a b [-c-] {+x+} d"),
        ("a b c", "a b c d", "a b c {+d+}"),
        ("a b c d", "b c d", "[-a-] b c d"),
    ],
)
def test_what_is_gone_and_what_is_new_is_marked(old: str, new: str, expected: str | None) -> None:
    assert marked(old, new) == expected


def test_a_cause_stands_with_its_own_rule(shown: Any) -> None:
    """A single föreskrift short is D no longer; what decides now has not changed: no cause.

    The råd of G is one: not met, it breaks both of the rules for allmänna råd.
    """
    rule = rule_of("föreskrift-brist")
    text = shown((), ((rule, rule.replace("at_least: 1", "at_least: 2")), RAISED))
    gone = "Regeln föreskrift-brist utlöses inte längre: villkoret är ändrat."
    assert f"D → C. {gone} Nu avgör råd-brist och råd-ej-väsentligt. Läsning" in text
    assert f"D → A. {gone} Läsning" in text
    assert text.count("villkoret är ändrat") == text.count(gone)


def test_another_ceiling_is_told_once(shown: Any) -> None:
    rule = rule_of("föreskrift-brist")
    text = shown((), ((rule, rule.replace("ceiling: D", "ceiling: B")), RAISED))
    own = "Regeln föreskrift-brist sätter taket B i stället för D."
    assert f"D → B. {own} Läsning" in text
    assert f"D → C. {own} Nu avgör råd-brist. Läsning" in text
    assert "taket D → B" not in text


def test_answers_without_a_row_in_the_right_number(shown: Any, filled: Make) -> None:
    text = shown(((row_of("A3"), ""), RAISED), (), {"visit.yaml": filled()})
    assert "visit.yaml: svaret på A3 saknar rad i den nya katalogen." in text
    row = row_of("A3")
    moves = {"one.yaml": filled(), "two.yaml": filled(A3="ej uppfyllt")}
    text = shown(
        ((row, row.replace("norm: föreskrift", "norm: kvalitetsindikator")), RAISED), (), moves
    )
    assert "En checklista behåller alla sina graderingar." in text
