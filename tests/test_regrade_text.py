"""A regrading in words: what came in, in the order in which it counts."""

from datetime import date

from checklists import Make
from plans import correction, dated, entry, plan

from spur_rules import Checklist, Plan, regrade
from spur_rules.documents.regrade_text import RegradeReport
from spur_rules.documents.terminal import TextReport
from spur_rules.rulebook import Rulebook

NO = "ej uppfyllt"
PRINTED = "Handlingsplan inkommen. Gradering justerad till C."
JANUARY, FEBRUARY, MARCH = (date(2026, month, 10) for month in (1, 2, 3))


def shown(rulebook: Rulebook, checklist: Checklist, sent: Plan, language: str = "sv") -> str:
    done = regrade(rulebook, checklist, sent, MARCH, engine="native")
    report = TextReport(done.original, rulebook, checklist, language)
    return RegradeReport(done, report).render()


def test_what_came_in_is_told_in_the_order_in_which_it_counts(
    rulebook: Rulebook, filled: Make
) -> None:
    """F1 a föreskrift, F3 an allmänt råd: the first correction counts when F1 turns out met."""
    rows = (correction("F1", "uppfyllt", MARCH), correction("F3", NO, JANUARY))
    sent = plan(entry("F1"), received=FEBRUARY, corrections=(*rows, correction("F2", "uppfyllt")))
    assert (
        "F  Teoretisk utbildning: D, justerad till C\n"
        "   F2: uppfyllt rättat till uppfyllt. Skäl: F2 var fel.\n"
        "   Det ändrar inte graderingen.\n"
        "   F3: uppfyllt rättat till ej uppfyllt (2026-01-10). Skäl: F3 var fel.\n"
        "   Det ändrar inte graderingen.\n"
        "   D → handlingsplan → C (2026-02-10)\n"
        f"   {PRINTED}\n"
        "   Planen svarar på F1.\n"
        "   F1: ej uppfyllt rättat till uppfyllt (2026-03-10). Skäl: F1 var fel.\n"
        "   Det ändrar inte graderingen.\n"
    ) in shown(rulebook, filled(F1=NO), sent)


def test_a_correction_may_open_a_grade_again(rulebook: Rulebook, filled: Make) -> None:
    rows = (correction("H7", "ej bedömt", JANUARY), correction("H10", NO, FEBRUARY))
    sent = plan(corrections=rows)
    swedish, english = (shown(rulebook, filled(), sent, at) for at in ("sv", "en"))
    assert "   Faktakorrigering av H7. Graderingen är åter öppen: A–D.\n" in swedish
    assert "   Faktakorrigering av H10. Graderingen är fortfarande öppen: C–D.\n" in swedish
    assert "   Correction of facts for H7. The grade is open again: A–D.\n" in english
    assert "   H7: met corrected to not assessed (2026-01-10). Reason: H7 var fel.\n" in english
    assert "   H10: met corrected to not met (2026-02-10). Reason: H10 var fel.\n" in english


def test_where_every_domain_is_told_of_none_is_unchanged(rulebook: Rulebook, filled: Make) -> None:
    every = dict.fromkeys((f"{letter}1" for letter in "ABCDEFGH"), NO)
    text = shown(rulebook, filled(**every), plan(*map(entry, every)))
    assert "Oförändrad" not in text
    one_less = {id: NO for id in every if id != "C1"}
    assert "\n\nOförändrad gradering: C (A).\n\n" in shown(rulebook, filled(**one_less), plan())


def test_the_dates_of_a_plan_in_words(rulebook: Rulebook, filled: Make) -> None:
    dates = {"due": JANUARY, "follow_up": (FEBRUARY, JANUARY, JANUARY)}
    sent = plan(entry("H7", **dates, action=None), received=JANUARY)
    visited = dated(filled(H7=NO))
    swedish, english = (shown(rulebook, visited, sent, at) for at in ("sv", "en"))
    for line in (
        "\n\nPlanen kom in 2026-01-10, vilket är före granskningen (2026-01-16).\n\n",
        "   - H7: åtgärd saknas. Det hindrar justering.\n",
        "   - H7: genomförandet (2026-01-10) ligger före granskningen (2026-01-16).\n",
        "   - H7: uppföljningsdatumen står inte i tidsordning: 2026-01-10 efter\n"
        "     2026-02-10.\n",
        "   - H7: uppföljningsdatumet 2026-01-10 står mer än en gång.\n",
        "   - H7: genomförandedatumet 2026-01-10 har passerat.\n",
        "   - H7: uppföljningsdatumet 2026-02-10 har passerat.\n",
    ):
        assert line in swedish
    for line in (
        "   - H7: the plan gives no action. This keeps the grade from being adjusted.\n",
        "   - H7: follow-up 2026-01-10 is listed after a later date, 2026-02-10.\n",
        "   - H7: follow-up 2026-01-10 is listed twice.\n",
    ):
        assert line in english
    early = plan(entry("H7", follow_up=(JANUARY,)), corrections=(correction("H9", NO, JANUARY),))
    text = shown(rulebook, visited, early)
    assert "   - H7: uppföljningen (2026-01-10) ligger före genomförandet (2026-01-15).\n" in text
    line = "   - H9: faktakorrigeringen (2026-01-10) ligger före granskningen (2026-01-16).\n"
    assert line in text


def test_indicators_of_a_day_stand_in_the_order_of_the_catalog(
    rulebook: Rulebook, filled: Make
) -> None:
    text = shown(rulebook, filled(H7=NO, H1=NO), plan(entry("H7"), entry("H1")))
    assert "2026-03-01  Uppföljning av H1 och H7. Ansvarig: studierektor.\n" in text
