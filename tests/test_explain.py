"""Why, why not better and what it hangs on, by hand from the printed criteria."""

import json
from fractions import Fraction

import pytest
from checklists import Make

from spur_rules import Checklist, Grade, InputError, Status, api
from spur_rules.cli.main import main
from spur_rules.documents.phrasing import Phrasing
from spur_rules.documents.readings_text import sensitivity_sentence
from spur_rules.documents.sentences import Sentences
from spur_rules.explanation import Choice, Derivation, Interval
from spur_rules.rulebook import Rulebook
from spur_rules.suggestion import DomainSuggestion

ASSUMED = "examples/primary-care-2025-assumed.yaml"


def repairs_in_words(rulebook: Rulebook, checklist: Checklist, domain: str) -> list[str]:
    explained = api.explain(rulebook, checklist, engine="native")[domain]
    return list(Sentences(rulebook, "sv").repairs(explained.repairs))


def test_advice_first_and_then_one_of_two_exceptions(rulebook: Rulebook, filled: Make) -> None:
    """A has room for one exception of three; B and better need every allmänt råd followed."""
    checklist = filled(E11="delvis", E12="ej uppfyllt", E14="ej uppfyllt")
    assert api.suggest(rulebook, checklist)["E"].grade is Grade.C
    assert repairs_in_words(rulebook, checklist, "E") == [
        "För B: åtgärda E11.",
        "För A: åtgärda E11, och minst en av E12 och E14.",
    ]
    nearest, best = api.explain(rulebook, checklist)["E"].repairs
    assert (nearest.grade, nearest.fewest, best.grade, best.fewest) == (Grade.B, 1, Grade.A, 2)
    assert best.steps[1].ways == ((Choice(1, ("E12", "E14"), Status.MET),),)


def test_halves_can_be_mended_in_two_ways(rulebook: Rulebook, filled: Make) -> None:
    """Two halves and a whole are two exceptions: without the whole, or without both halves, one."""
    checklist = filled(E12="delvis", E13="delvis", E14="ej uppfyllt")
    assert repairs_in_words(rulebook, checklist, "E") == [
        "För A: åtgärda antingen E14 eller E12 och E13."
    ]


def test_halves_and_wholes_that_are_alike_in_the_end(rulebook: Rulebook, filled: Make) -> None:
    """One of two met is enough: B9 partly and B10 not; mending either is."""
    checklist = filled(B9="ej uppfyllt", B10="delvis", B7="delvis")
    assert repairs_in_words(rulebook, checklist, "B") == [
        "För B: åtgärda B7.",
        "För A: åtgärda B7, och minst en av B9 och B10.",
    ]


def test_what_must_be_mended_without_a_choice_is_one_list(rulebook: Rulebook, filled: Make) -> None:
    checklist = filled(B1="ej uppfyllt", B2="ej uppfyllt", B3="delvis", B7="delvis")
    assert repairs_in_words(rulebook, checklist, "B") == [
        "För C: åtgärda B1–B3.",
        "För B och A: åtgärda B1–B3 och B7.",
    ]


def test_every_grade_that_the_same_repair_reaches_is_named_once(
    rulebook: Rulebook, filled: Make
) -> None:
    assert repairs_in_words(rulebook, filled(H7="ej uppfyllt", H9="delvis"), "H") == [
        "För C, B och A: åtgärda H7 och H9."
    ]


def test_two_of_three(rulebook: Rulebook, filled: Make) -> None:
    every = filled(D11="ej uppfyllt", D12="ej uppfyllt", D13="ej uppfyllt")
    assert repairs_in_words(rulebook, every, "D") == ["För A: åtgärda minst två av D11–D13."]


def explained_in_words(rulebook: Rulebook, checklist: Checklist, domain: str) -> list[str]:
    explained = api.explain(rulebook, checklist, engine="native")[domain]
    unknown = [id for id in rulebook.indicators if id[0] == domain]
    unknown = [id for id in unknown if checklist.status(id) is Status.NOT_ASSESSED]
    return list(Sentences(rulebook, "sv").changes(explained, unknown))


def test_what_repairs_presume(rulebook: Rulebook, filled: Make) -> None:
    """E13 cannot move the grade C, but A would need it met as well, or E14."""
    checklist = filled(E11="delvis", E13="ej bedömt", E14="ej uppfyllt")
    assert explained_in_words(rulebook, checklist, "E") == [
        "För B och A: åtgärda E11.",
        "Det förutsätter att det som inte är bedömt (E13) är uppfyllt.",
        "Ytterligare en brist skulle sänka graderingen till D (E1–E6).",
    ]


def test_what_is_not_assessed_or_does_not_apply_could_fall_short(rulebook: Rulebook) -> None:
    empty = Checklist.of("st-spur", {"A3": Status.NOT_APPLICABLE})
    assert explained_in_words(rulebook, empty, "A") == [
        "Ytterligare en brist skulle sänka graderingen till D (A1–A3) eller till B "
        "(A4, vid ej uppfyllt)."
    ]


def test_a_caveat_is_never_left_out(rulebook: Rulebook, filled: Make) -> None:
    """Below half of the allmänna råd no printed criterion fits, in every depth."""
    none = filled(**dict.fromkeys(["E7", "E8", "E9", "E10", "E11"], "ej uppfyllt"))
    assert "Förbehåll: Inget tryckt kriterium passar." in summary(rulebook, none, "E")
    half_known = filled(E11="ej uppfyllt", **dict.fromkeys(["E7", "E8", "E9", "E10"], "ej bedömt"))
    assert api.suggest(rulebook, half_known)["E"].grade is Grade.C
    text = summary(rulebook, half_known, "E")
    assert "Det som inte är bedömt kan avgöra om även detta gäller: Inget tryckt" in text
    known = filled(E11="ej uppfyllt", E10="ej bedömt")
    assert "Förbehåll" not in summary(rulebook, known, "E")


def test_an_exception_that_is_allowed_is_named(rulebook: Rulebook, filled: Make) -> None:
    assert summary(rulebook, filled(G9="ej uppfyllt"), "G").endswith(
        "Ett undantag ryms: ”Det finns tillgång till ett välfungerande doktorandprogram.” (G9)."
    )


def test_nothing_to_mend_where_the_grade_is_the_best(rulebook: Rulebook, filled: Make) -> None:
    assert api.explain(rulebook, filled())["A"].repairs == ()


@pytest.mark.parametrize(
    ("statuses", "domain", "sentence"),
    [
        # A has one kvalitetsindikator: half of it is still half of them.
        ({}, "A", "till D (A1–A3) eller till B (A4, vid ej uppfyllt)."),
        ({"A4": "delvis"}, "A", "till D (A1–A3) eller till B (A4, vid ej uppfyllt)."),
        (
            {},
            "D",
            "sänka graderingen till D (D1–D8) eller till C (D9 eller D10).",
        ),
        ({"G10": "ej uppfyllt"}, "G", "till C (G7) eller till B (G8 eller G9)."),
        ({"B7": "delvis"}, "B", "Ytterligare en brist skulle sänka graderingen till D (B1–B6)."),
        ({"H1": "delvis"}, "H", "Ingen enstaka brist till skulle sänka graderingen."),
    ],
)
def test_single_worsenings(
    rulebook: Rulebook, filled: Make, statuses: dict[str, str], domain: str, sentence: str
) -> None:
    found = api.explain(rulebook, filled(**statuses))[domain].worsenings
    assert sentence in Sentences(rulebook, "sv").worsenings(found)


def summary(rulebook: Rulebook, checklist: Checklist, domain: str, language: str = "sv") -> str:
    found: DomainSuggestion = api.suggest(rulebook, checklist, engine="native")[domain]
    return Sentences(rulebook, language).summary(found)


def test_sentences_for_a_report(rulebook: Rulebook, filled: Make) -> None:
    checklist = filled(H7="ej uppfyllt", H9="ej uppfyllt", H2="delvis", H10="ej uppfyllt")
    assert summary(rulebook, checklist, "H") == (
        "Gradering D. Två föreskrifter är inte uppfyllda: ”ST-läkarens kompetens i undervisning "
        "bedöms fortlöpande och återkoppling sker kontinuerligt.” (H7) och ”ST-läkarens kompetens "
        "i handledning bedöms fortlöpande och återkoppling sker kontinuerligt.” (H9). En "
        "föreskrift är bara delvis uppfylld: ”ST-läkaren bedöms kontinuerligt i medicinskt "
        "ledarskap och multiprofessionellt samarbete och återkoppling sker.” (H2). Även utan "
        "detta: C, därför att minst ett allmänt råd följs inte helt (H10)."
    )
    assert summary(rulebook, checklist, "H", "en").startswith(
        "Grade D. Two föreskrifter are not met: ”ST-läkarens kompetens i undervisning"
    )


def test_the_best_grade_quotes_the_form(rulebook: Rulebook, filled: Make) -> None:
    assert summary(rulebook, filled(), "C") == (
        "Gradering A. Formuläret beskriver A så: ”Socialstyrelsens föreskrifter följs. Övriga "
        "kvalitetsindikatorer är uppfyllda, men enstaka undantag kan förekomma.”"
    )


def test_an_open_domain_says_what_is_open(rulebook: Rulebook, filled: Make) -> None:
    checklist = filled(A1="ej bedömt", A2="ej bedömt")
    assert summary(rulebook, checklist, "A") == (
        "Graderingen är öppen mellan A och D. Öppna frågor, den viktigaste först: A1, A2. Högst 2 "
        "svar till avgör graderingen. Svaret på A1 avgör mest: uppfyllt eller ej tillämpligt ger "
        "A–D, delvis eller ej uppfyllt ger D."
    )


def test_how_many_answers_settle_it(rulebook: Rulebook, filled: Make) -> None:
    """Two exceptions of three are too many, one is not: two answers may be needed, or three."""
    unknown = dict.fromkeys(["E12", "E13", "E14"], "ej bedömt")
    assert api.suggest(rulebook, filled(**unknown))["E"].open[0].answers_left == 3
    one_known = filled(**unknown | {"E12": "ej uppfyllt"})
    first = api.suggest(rulebook, one_known)["E"].open[0]
    assert (first.indicator, first.answers_left) == ("E13", 2)
    left = {outcome.status: outcome.answers_left for outcome in first.outcomes}
    # One exception is there. Another makes two. Half a one leaves room for none; met, for one.
    # If E13 does not apply, one of two is met or none: the other must be known.
    assert left == {
        Status.MET: 0 + 1,
        Status.PARTLY: 0,
        Status.NOT_MET: 0,
        Status.NOT_APPLICABLE: 1,
    }


def test_the_derivation_of_a_mixed_domain(rulebook: Rulebook) -> None:
    """E of the real case: five råd, one half followed; three kvalitetsindikatorer, one missing."""
    checklist = api.read_checklist(ASSUMED, rulebook)
    derived = api.derive(rulebook, checklist, "E")
    facts = {fact.fact: (fact.worst, fact.best) for fact in derived.facts}
    assert facts["föreskrift.brister"] == (0, 0)
    assert facts["allmänt_råd.andel_uppfyllda"] == (Fraction(9, 10), Fraction(9, 10))
    assert facts["allmänt_råd.undantag"] == (Fraction(1, 2), Fraction(1, 2))
    assert facts["kvalitetsindikator.andel_uppfyllda"] == (Fraction(2, 3), Fraction(2, 3))
    assert len(facts) == 15
    assert fired(derived) == {
        "föreskrift-brist": (False, False),
        "råd-brist": (True, True),
        "råd-ej-väsentligt": (False, False),
        "fler-än-enstaka": (False, False),
    }
    either = derived.rules[3].condition
    assert [part.threshold for part in either.parts] == [1, Fraction(1, 2)]
    assert [part.values for part in either.parts] == [(1, 1), (Fraction(2, 3), Fraction(2, 3))]


def fired(derived: Derivation) -> dict[str, tuple[bool, bool]]:
    return {rule.rule: (rule.worst, rule.best) for rule in derived.rules}


def test_the_derivation_of_what_is_unknown(rulebook: Rulebook, filled: Make) -> None:
    derived = api.derive(rulebook, filled(A1="ej bedömt"), "A")
    assert fired(derived)["föreskrift-brist"] == (True, False)


def test_the_derivation_of_a_void_share(rulebook: Rulebook, filled: Make) -> None:
    derived = api.derive(rulebook, filled(C4="ej tillämpligt"), "C")
    share = derived.rules[1].condition.parts[1]
    assert (share.values, share.worst, share.best) == ((None, None), None, None)


def test_a_domain_that_there_is_not(rulebook: Rulebook, filled: Make) -> None:
    with pytest.raises(InputError, match=r"SR310.*`X`; use one of A, B, C, D, E, F, G, H"):
        api.derive(rulebook, filled(), "X")


def test_half_of_two_hangs_on_the_reading(rulebook: Rulebook, filled: Make) -> None:
    """One of B's two kvalitetsindikatorer: half are met. Sträng asks for two thirds."""
    found = api.sensitivity(rulebook, filled(B9="ej uppfyllt"))[1]
    assert [(row.profile, row.worst, row.best) for row in found.profiles] == [("sträng", "B", "B")]
    moved = {row.parameter: (row.values, row.profiles) for row in found.parameters}
    assert moved == {
        "enstaka_undantag.högst": (Interval(Fraction(0), Fraction(1, 2)), ()),
        "enstaka_undantag.minsta_andel": (
            Interval(Fraction(1, 2), Fraction(1), has_low=False),
            ("sträng",),
        ),
    }
    assert sensitivity_sentence(Phrasing(rulebook, "sv"), found) == (
        "Hänger på läsningen: B i läsningen sträng; B om enstaka_undantag.minsta_andel är mer än "
        "1/2."
    )


def test_a_foreskrift_hangs_on_no_reading(rulebook: Rulebook, filled: Make) -> None:
    found = api.sensitivity(rulebook, filled(H7="delvis"))[7]
    assert found.stands_fast
    assert "Står fast" in sensitivity_sentence(Phrasing(rulebook, "sv"), found)


def test_delvis_hangs_on_its_weight(rulebook: Rulebook, filled: Make) -> None:
    """G: one exception and two halves are two exceptions; were a half none, they were one."""
    found = api.sensitivity(rulebook, filled(G8="ej uppfyllt", G9="delvis", G10="delvis"))[6]
    weights = [row for row in found.parameters if row.parameter == "delvis.kvalitetsindikator"]
    assert [(row.values.low, row.values.high, row.best) for row in weights] == [(1, 1, Grade.A)]
    assert weights[0].profiles == ("generös",)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main([*arguments])
    out, err = capsys.readouterr()
    return code, out, err


def test_explain_one_domain_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run(capsys, "explain", ASSUMED, "--domain", "e", "--depth", "sentence")
    assert code == 0
    assert "\nE  Handledning och kompetensbedömning: C\n   Gradering C. Ett allmänt råd" in out
    assert "Verksamheten" not in out
    code, out, _ = run(capsys, "explain", ASSUMED, "--domain", "E", "--sensitivity")
    assert (code, "   För B och A: åtgärda E11.\n" in out, "   Står fast:" in out) == (
        0,
        True,
        True,
    )


def test_explain_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capsys, "explain", ASSUMED, "--domain", "E", "--depth", "derivation")
    assert "     ej uppfyllt: E14\n" in out
    assert "     råd-brist, tak C: utlöst, avgör\n" in out
    assert "       allmänt_råd.brister är 1, villkoret är minst 1: ja\n" in out
    arguments = ("--lang", "en", "--domain", "E", "--depth", "derivation")
    _, out, _ = run(capsys, "explain", ASSUMED, *arguments)
    assert "     råd-brist, ceiling C: fired, decides\n" in out


def test_explain_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ("--format", "json", "--domain", "E", "--depth", "derivation", "--sensitivity")
    _, out, _ = run(capsys, "explain", ASSUMED, *arguments)
    data = json.loads(out)
    assert data["schema"] == "spur-rules/explanation/1"
    (domain,) = data["domains"]
    assert domain["sentence"]["sv"].startswith("Gradering C. Ett allmänt råd följs bara delvis")
    assert domain["repairs"][1] == {
        "grade": "A",
        "fewest": 1,
        "possible": True,
        "complete": True,
        "steps": [{"ways": [[{"number": 1, "of": ["E11"], "status": "uppfyllt"}]]}],
    }
    assert domain["worsenings"][0]["indicators"] == ["E1", "E2", "E3", "E4", "E5", "E6"]
    assert domain["derivation"]["rules"][1]["condition"] == {
        "fact": "allmänt_råd.brister",
        "op": "at_least",
        "threshold": 1,
        "parameter": None,
        "values": [1, 1],
        "holds_at_worst": True,
        "holds_at_best": True,
    }
    assert domain["sensitivity"]["stands_fast"] is True
    assert domain["shortcomings"][0]["blocks"] == "B"
    assert [hint["indicators"] for hint in data["hints"]] == [["C1"]]
    assert data["review"]["grades"] == {"A": 3, "B": 3, "C": 1, "D": 1}
    assert data["review"]["adjusted"] == {"A": 3, "B": 3, "C": 2, "D": 0}


def test_explain_tells_every_unknown_domain(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "explain", ASSUMED, "--domain", "X", "--domain", "Y")
    assert (code, err.count("error[SR310] --domain unknown domain")) == (2, 2)


def test_sweep(capsys: pytest.CaptureFixture[str], tmp_path) -> None:
    """B9 ej uppfyllt is A by the standard, B by sträng; G10 alone is A by both."""
    every = "B9: ej uppfyllt, G10: ej uppfyllt"
    met = ", ".join(f"{id}: uppfyllt" for id in ("B10", "G8", "G9"))
    text = f"{{schema: spur-rules/checklist/1, catalog: st-spur, answers: {{{every}, {met}}}}}"
    (tmp_path / "a.yaml").write_text(text, "utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "b.yml").write_text(text, "utf-8")
    (tmp_path / "plan.yaml").write_text("schema: spur-rules/plan/1\n", "utf-8")
    (tmp_path / "notes.txt").write_text("no checklist", "utf-8")
    _, out, _ = run(capsys, "sweep", str(tmp_path), "--format", "csv")
    head, standard, strict, *rest = out.splitlines()
    assert head.endswith("moved,raised,lowered," + ",".join(f"moved_{d}" for d in "ABCDEFGH"))
    assert standard == "standard,,,,,,0,0,0,0,0,0,0,0,0,0,0"
    assert strict == "sträng,,,,,,2,0,2,0,2,0,0,0,0,0,0"
    assert any(row.startswith(",enstaka_undantag.minsta_andel,1/2,false,2/3,true,") for row in rest)
    _, out, _ = run(capsys, "sweep", str(tmp_path))
    assert "2 granskningar, läsning standard" in out
    assert all(len(line) <= 80 for line in out.splitlines())
    _, out, _ = run(capsys, "sweep", str(tmp_path), "--format", "json")
    assert json.loads(out)["readings"][1]["moved"]["B"] == 2


def test_a_sweep_of_no_reviews(rulebook: Rulebook) -> None:
    assert {row.moved for row in api.sweep(rulebook, []).rows} == {(0,) * 8}


def test_a_checklist_for_another_catalog(rulebook: Rulebook) -> None:
    other = Checklist.of("other", {"A1": Status.MET})
    for ask in (lambda: api.derive(rulebook, other, "A"), lambda: api.hints(rulebook, other)):
        with pytest.raises(InputError, match="SR405"):
            ask()


def test_a_folder_tells_all_its_mistakes(capsys: pytest.CaptureFixture[str], tmp_path) -> None:
    code, _, err = run(capsys, "sweep", str(tmp_path))
    assert (code, "error[SR408]" in err) == (2, True)
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text("schema: spur-rules/checklist/1\ncatalog: st-spur\n", "utf-8")
    code, _, err = run(capsys, "check", str(tmp_path))
    assert (code, err.count("error[SR122]")) == (2, 2)
    code, _, err = run(capsys, "sweep", str(tmp_path / "missing"))
    assert (code, "there is no such" in err) == (2, True)
    code, _, err = run(capsys, "sweep", ASSUMED)
    assert (code, "this is a file, not a folder" in err) == (2, True)
    hidden = tmp_path / ".trash"
    hidden.mkdir()
    (hidden / "c.yaml").write_text("schema: spur-rules/checklist/1\n", "utf-8")
    code, _, err = run(capsys, "check", str(tmp_path))
    assert "c.yaml" not in err


def test_no_option_is_lost(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = run(capsys, "explain", ASSUMED, "--policy", "sträng", "--policy", "generös")
    assert (code, "error[SR313] --policy name one profile" in err) == (2, True)
    more = ("--policy", "sträng", "--policy", "enstaka_undantag.högst=2")
    _, out, _ = run(capsys, "sweep", "examples", *more)
    assert "läsning sträng med enstaka_undantag.högst=2" in out
    code, _, err = run(capsys, "explain", ASSUMED, "--policy", "enstaka_undantag.minsta_andel=0,5")
    assert (code, "error[SR123] --policy `5` stands alone; write decimals as 0.5" in err) == (
        2,
        True,
    )
