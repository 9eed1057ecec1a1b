"""One pair of raters in words: what is said follows from the printed criteria by hand."""

from panels import panel, rated

from spur_rules.calibration.panels.panel import Panel
from spur_rules.calibration.split.pair_explained import explain_pair
from spur_rules.calibration.split.split import PairExplained, SplitKind, TickDifference
from spur_rules.documents.calibration.pair_text import pair_text
from spur_rules.documents.phrasing import Phrasing
from spur_rules.rulebook import Rulebook
from spur_rules.texts import Language
from spur_rules.vocabulary import Grade

NOT_MET, PARTLY, UNKNOWN = "ej uppfyllt", "delvis", "ej bedömt"
Own = tuple[dict[str, str], str]


def both(rulebook: Rulebook, first: Own, second: Own) -> Panel:
    rows = zip(("R1", "R2"), (first, second), strict=True)
    return panel(rulebook, *(rated(rulebook, "fall 1", r, own, {"E": g}) for r, (own, g) in rows))


def explained(rulebook: Rulebook, first: Own, second: Own) -> PairExplained:
    found = both(rulebook, first, second)
    pair = explain_pair(found, rulebook.policy(), "fall 1", "E", "R1", "R2")
    assert pair is not None
    return pair


def text(rulebook: Rulebook, first: Own, second: Own, language: Language = "sv") -> str:
    return pair_text(explained(rulebook, first, second), Phrasing(rulebook, language))


def test_each_row_that_differs_and_what_it_would_settle(rulebook: Rulebook) -> None:
    """E1 not met for both is D for both; met for both, the second still has E7 for a C."""
    pair = explained(rulebook, ({}, "A"), ({"E1": NOT_MET, "E7": PARTLY}, "D"))
    assert pair.kind is SplitKind.EXPLAINED
    assert pair.ticks == (
        TickDifference("E1", "uppfyllt", NOT_MET, False, True),
        TickDifference("E7", "uppfyllt", PARTLY, False, False),
    )
    assert (pair.first.follows, pair.second.follows) == (True, True)


def test_what_the_rules_make_of_each(rulebook: Rulebook) -> None:
    pair = explained(rulebook, ({"E1": UNKNOWN}, "B"), ({}, "B"))
    assert pair.kind is SplitKind.OTHER_TICKS_SAME_GRADE
    assert (pair.first.worst, pair.first.best) == (Grade.D, Grade.A)
    assert (pair.first.follows, pair.first.departs) == (False, False)
    assert (pair.second.follows, pair.second.departs) == (False, True)


def test_a_range_is_never_the_same_grade(rulebook: Rulebook) -> None:
    """E1 ej bedömt leaves A to D for both, whatever is made of E14."""
    pair = explained(rulebook, ({"E1": UNKNOWN}, "A"), ({"E1": UNKNOWN, "E14": PARTLY}, "A"))
    assert pair.ticks == (TickDifference("E14", "uppfyllt", PARTLY, False, False),)


def test_the_same_ticks_in_a_range_are_not_called_judgement(rulebook: Rulebook) -> None:
    """E14 ej bedömt beside E12 not met: one exception gives A, two give B."""
    own = {"E12": NOT_MET, "E14": UNKNOWN}
    told = text(rulebook, (own, "A"), (own, "B"))
    assert "Samma kryss men olika gradering. Rader som är ej bedömda" in told
    assert "skillnaden är en fråga om omdöme" not in told
    assert "läsning som har prövats" not in told


def test_where_no_printed_criterion_fits_both_can_be_defended(rulebook: Rulebook) -> None:
    """None of the allmänna råd is followed: C is not true as printed, D is of föreskrifter."""
    own = dict.fromkeys(("E7", "E8", "E9", "E10", "E11"), NOT_MET)
    pair = explained(rulebook, (own, "C"), (own, "D"))
    assert pair.kind is SplitKind.JUDGEMENT
    assert [each.no_criterion for each in (pair.first, pair.second)] == ["råd-ej-väsentligt"] * 2
    told = text(rulebook, (own, "C"), (own, "D"))
    assert "D går att försvara: inget tryckt kriterium passar här" in told
    assert "inte av någon läsning" not in told


def test_grades_alone_are_told_as_such(rulebook: Rulebook) -> None:
    nothing = dict.fromkeys(rulebook.indicators, UNKNOWN)
    told = text(rulebook, (nothing, "A"), (nothing, "B"))
    assert "Ingen av dem har kryssat något i domänen." in told
    assert "Samma kryss" not in told


def test_every_kind(rulebook: Rulebook) -> None:
    broken = {"E1": NOT_MET}
    pairs = {
        SplitKind.SAME_TICKS_SAME_GRADE: (({}, "A"), ({}, "A")),
        SplitKind.JUDGEMENT: (({}, "A"), ({}, "B")),
        SplitKind.OTHER_TICKS_SAME_GRADE: (({}, "A"), (broken, "A")),
        SplitKind.EXPLAINED: (({}, "A"), (broken, "D")),
        SplitKind.UNEXPLAINED: (({}, "B"), (broken, "D")),
        SplitKind.OPEN: (({"E1": UNKNOWN}, "A"), (broken, "D")),
    }
    for kind, (first, second) in pairs.items():
        assert explained(rulebook, first, second).kind is kind
        assert text(rulebook, first, second) != text(rulebook, first, second, "en")


def test_no_pair(rulebook: Rulebook) -> None:
    found = both(rulebook, ({}, "A"), ({}, "B"))
    policy = rulebook.policy()
    assert explain_pair(found, policy, "fall 2", "E", "R1", "R2") is None
    assert explain_pair(found, policy, "fall 1", "E", "R1", "R3") is None
    assert explain_pair(found, policy, "fall 1", "D", "R1", "R2") is None  # no grade is given
    rows = [rated(rulebook, "fall 1", rater, {}, {"A": "C"}) for rater in ("R1", "R2")]
    off_scale = panel(rulebook, *rows)
    assert explain_pair(off_scale, policy, "fall 1", "A", "R1", "R2") is None


def test_a_judgement_in_words(rulebook: Rulebook) -> None:
    """One and a half exceptions: A by the generous reading only."""
    ticks = {"E12": PARTLY, "E14": NOT_MET}
    assert text(rulebook, (ticks, "A"), (ticks, "B")) == (
        "R1 och R2, fall 1, domän E\n"
        "\n"
        "Samma kryss men olika gradering: skillnaden är en fråga om omdöme.\n"
        "R1 gav A. Reglerna ger B för de egna kryssen.\n"
        "R2 gav B. Det följer av de egna kryssen.\n"
        "\n"
        "A följer av läsningen generös, av att enstaka_undantag.högst är minst 3/2 eller\n"
        "av att delvis.kvalitetsindikator är 1.\n"
        "B följer av läsningen standard eller sträng, av att enstaka_undantag.högst är\n"
        "högst 1 eller av att delvis.kvalitetsindikator är högst 1/2.\n"
    )


def test_evidence_in_words(rulebook: Rulebook) -> None:
    assert text(rulebook, ({}, "A"), ({"E1": NOT_MET}, "D"), "en") == (
        "R1 and R2, fall 1, domain E\n"
        "\n"
        "Different ticks and different grades. The ticks explain the whole difference.\n"
        "R1 gave A. It follows from the rater's own ticks.\n"
        "R2 gave D. It follows from the rater's own ticks.\n"
        "\n"
        "  E1 (föreskrift). R1: met. R2: not met.\n"
        "\n"
        "Agree on E1 and the rules give you the same grade, whatever the answer is.\n"
    )


def test_a_row_that_settles_it_one_way_only(rulebook: Rulebook) -> None:
    found = text(rulebook, ({"E1": NOT_MET, "E2": PARTLY}, "D"), ({}, "A"))
    assert "Bedömer båda E1 som ej uppfyllt ger reglerna er samma gradering." in found
    assert "Bedömer båda E2 som delvis ger reglerna er samma gradering." in found
    assert "uppfyllt ger" not in found.replace("ej uppfyllt ger", "")


def test_no_row_alone_and_no_reading(rulebook: Rulebook) -> None:
    three = dict.fromkeys(("E12", "E13", "E14"), NOT_MET)
    assert "Ingen enskild rad" in text(rulebook, (three, "B"), ({}, "A"))
    assert "D följer inte av någon läsning" in text(rulebook, ({}, "A"), ({}, "D"))
    assert "enskild" not in text(rulebook, ({}, "A"), ({"E14": NOT_MET}, "B"))  # A by the rules
