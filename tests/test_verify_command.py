"""`spur-rules verify`: what it prints and writes, and how it exits."""

import json
import re
from pathlib import Path

import pytest

from spur_rules.cli.main import main
from spur_rules.yaml_file import read_file

VALID = Path(__file__).parent / "valid"
RULES = (VALID / "ruleset.yaml").read_text("utf-8")
SOUND = RULES.replace("domains: {B: 1}", "domains: {B: 0}")  # B has one kvalitetsindikator
B2 = "is: [delvis, ej uppfyllt]"


@pytest.fixture
def rules(tmp_path: Path):
    """The options that name the small catalog and rules written here."""

    def write(text: str) -> list[str]:
        path = tmp_path / "rules.yaml"
        path.write_text(text, "utf-8")
        return ["--catalog", str(VALID / "catalog.yaml"), "--rules", str(path)]

    return write


def rule(id: str, ceiling: str, when: str) -> str:
    words = "because: {sv: x}, source: x"
    return f"  - {{id: {id}, ceiling: {ceiling}, domains: [B], when: {when}, {words}}}\n"


def test_the_shipped_rules_are_proven(capsys):
    assert main(["verify"]) == 0
    out, err = capsys.readouterr()
    assert "495\N{NO-BREAK SPACE}480 prövningar. Inget är ett urval." in out
    assert out.endswith("Inget fel.\n")
    assert "motbevisat" not in out
    assert re.fullmatch(r"Prövningen tog \d+,\d sekunder\.\n", err)
    assert max(map(len, out.splitlines())) <= 80


def test_in_english(capsys):
    assert main(["verify", "--lang", "en", "--policy", "standard"]) == 0
    out, err = capsys.readouterr()
    assert "165,160 combinations of answers, all tried under the reading standard." in out
    assert out.endswith("No violation.\n")
    assert re.fullmatch(r"The proof took \d+\.\d seconds\.\n", err)


def test_a_violation_has_its_example_in_words_and_as_a_case(rules, capsys, tmp_path):
    """B2 ej uppfyllt takes the half of the råd away that keeps C from B: only delvis gives B."""
    target = tmp_path / "found.yaml"
    options = rules(SOUND.replace(B2, "is: delvis"))
    assert main(["verify", *options, "--write", str(target)]) == 1
    out, err = capsys.readouterr()
    assert "Fel 1. Domän B: ett sämre svar ger en bättre grad.\n" in out
    assert "  Minsta exemplet, före: B2 delvis, allt annat uppfyllt, ger B (b2).\n" in out
    assert "  Efter: B2 ej uppfyllt, allt annat uppfyllt, ger A (ingen regel utlöses).\n" in out
    assert out.endswith("Ett fel.\n")
    assert f"2 testfall skrevs till {target}." in err
    assert "error[SR308]" in err  # where the rule stands
    data = read_file(target).data
    assert (data["schema"], data["catalog"], data["rules"]) == (
        "spur-rules/cases/1",
        "mini",
        "mini",
    )
    before, after = data["cases"]
    assert before == {
        "id": "B-not-monotone-before",
        "about": "Domän B: ett sämre svar ger en bättre grad. Före steget.",
        "domain": "B",
        "otherwise": "uppfyllt",
        "answers": {"B2": "delvis"},
        "profile": "standard",
        "expect": {"grade": "B", "rules": ("b2",), "caveats": ()},
    }
    assert after["answers"] == {"B2": "ej uppfyllt"}
    assert after["expect"] == {"grade": "A", "rules": (), "caveats": ()}
    printed = out.partition("Exemplen som testfall:\n\n")[2]
    assert target.read_text("utf-8") in re.sub("(?m)^  ", "", printed)


def test_the_smallest_example_names_its_reading_where_there_are_several(rules, capsys):
    """Wherever `två` fires, b2 says as much; that is so under both readings."""
    options = rules(SOUND + rule("två", "B", "{indicator: B2, is: ej uppfyllt}"))
    assert main(["verify", *options]) == 1
    out = capsys.readouterr().out
    assert "i läsningarna standard och sträng.\n  Minsta exemplet (läsning standard): B2 " in out


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_a_long_sentence_of_a_case_stays_within_the_screen(rules, capsys, lang):
    id = "en-regel-som-aldrig-avgör"
    options = rules(SOUND + rule(id, "B", "{indicator: B2, is: ej uppfyllt}"))
    assert main(["verify", *options, "--lang", lang]) == 1
    out = capsys.readouterr().out
    assert "about: 'Dom" in out
    assert max(map(len, out.splitlines())) <= 80


def test_an_overlay_is_named(capsys):
    arguments = ["verify", "--overlay", "radiologi", "--policy", "standard"]
    assert main(arguments) == 0
    assert re.search(r"\nTillägg till katalogen: radiologi 0\.1\.0 \(", capsys.readouterr().out)
    assert main([*arguments, "--format", "json"]) == 0
    (used,) = json.loads(capsys.readouterr().out)["overlays"]
    assert (used["id"], used["version"]) == ("radiologi", "0.1.0")


def test_values_by_hand_and_reasons_stand_in_the_case(rules, capsys):
    """Two rules that are the same: nothing hangs on either. Both ask for what does not apply."""
    same = "{indicator: B3, is: ej tillämpligt}"
    options = rules(SOUND + rule("ett", "D", same) + rule("två", "D", same))
    policy = "sträng,B.väsentligt.andel=1/3"
    assert main(["verify", *options, "--policy", policy, "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [row["rule"] for row in data["violations"]] == ["ett", "två"]
    case = data["cases"][0]
    assert case["id"] == "B-never-decides-ett"
    assert (case["profile"], case["policy"]) == ("sträng", {"väsentligt.andel": "1/3"})
    assert case["answers"] == {
        "B3": {"status": "ej tillämpligt", "reason": "Exempel ur prövningen."}
    }
    assert case["expect"] == {"grade": "D", "rules": ["ett", "två"], "caveats": []}
    assert data["proven"] is False


def test_what_grading_refuses_is_not_proven_even_where_nothing_is_found(rules, capsys):
    """Each half fires when an answer got better, but the two together never fall silent."""
    halves = "any: [{indicator: B2, is: delvis}, {indicator: B2, is: ej uppfyllt}]"
    options = rules(SOUND.replace("{indicator: B2, is: [delvis, ej uppfyllt]}", f"{{{halves}}}"))
    assert main(["verify", *options, "--format", "json"]) == 1
    out, err = capsys.readouterr()
    data = json.loads(out)
    assert (data["proven"], data["violations"]) == (False, [])
    assert len(data["refused"]) == 1
    assert data["refused"][0] in err


def test_everything_not_met_is_written_in_one_word(rules, capsys):
    options = rules(SOUND + rule("tre", "C", "{fact: allmänt_råd.ej_uppfyllda, at_least: 3}"))
    assert main(["verify", *options, "--policy", "standard"]) == 1
    out = capsys.readouterr().out
    assert "Fel 1. Domän B: regeln tre utlöses aldrig.\n" in out
    assert "  Inte i någon av 320 prövningar, i läsningen standard.\n" in out
    assert "    otherwise: ej uppfyllt\n    answers: {}\n" in out


def test_a_rule_that_applies_nowhere_has_no_example(rules, capsys):
    text = rule("ingenstans", "B", "{fact: allmänt_råd.brister, at_least: 1}")
    options = rules(SOUND + text.replace("[B]", "[A], needs: [allmänt råd]"))
    assert main(["verify", *options]) == 1
    out = capsys.readouterr().out
    assert "Fel 1: regeln ingenstans gäller inte i någon domän.\n" in out
    assert "testfall" not in out


def test_remarks_of_every_kind_are_told(rules, capsys):
    text = SOUND.replace("domains: {B: 0}", "domains: {B: 1}")
    options = rules(text + rule("b3", "C", "{indicator: B3, is: ej tillämpligt}"))
    assert main(["verify", *options]) == 0
    out = capsys.readouterr().out
    assert "- I läsningen standard utlöses regeln undantag aldrig i domän B.\n" in out
    assert "obs      Ej tillämpligt ligger inte alltid mellan" in out
    assert "före: B3 ej tillämpligt, allt annat uppfyllt, ger C (b3).\n" in out


def test_many_named_indicators_are_a_power(rules, capsys):
    """B1, B2 (an allmänt råd: 5), B3 (5) and B4 all alone; in A both kinds are one each."""
    parts = ", ".join(f"{{indicator: B{n}, is: ej uppfyllt}}" for n in (1, 3, 4))
    main(["verify", *rules(SOUND + rule("alla", "D", f"{{any: [{parts}]}}"))])
    out = capsys.readouterr().out
    assert "B                400  4 × 5 × 5 × 4  A B C D\n" in out
    rows = "".join(
        f"      - {{id: A{n}, norm: föreskrift, norm_origin: printed, basis: direkt,"
        f" source: okänd, text: Rad {n}}}\n"
        for n in (3, 4)
    )
    text = (VALID / "catalog.yaml").read_text("utf-8")
    catalog = Path(rules(SOUND)[3]).with_name("catalog.yaml")
    catalog.write_text(text.replace("  - letter: B", rows + "  - letter: B"), "utf-8")
    parts = ", ".join(f"{{indicator: A{n}, is: ej uppfyllt}}" for n in (1, 3, 4))
    more = rule("alla", "D", f"{{any: [{parts}]}}").replace("[B]", "[A]")
    options = rules(SOUND + more)
    main(["verify", "--catalog", str(catalog), *options[2:]])
    assert "A                256  4⁴  " in capsys.readouterr().out


def test_nothing_found_writes_nothing(rules, capsys, tmp_path):
    target = tmp_path / "found.yaml"
    assert main(["verify", *rules(SOUND), "--write", str(target)]) == 0
    assert f"Inget fel: {target} skrevs inte." in capsys.readouterr().err
    assert not target.exists()


@pytest.mark.parametrize("format_", ["text", "json", "yaml"])
def test_the_same_bytes_every_time(rules, capsys, format_):
    options = [*rules(SOUND.replace(B2, "is: delvis")), "--format", format_]
    outputs = []
    for _ in range(2):
        main(["verify", *options])
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


def test_the_other_engine(rules, capsys):
    assert main(["verify", *rules(SOUND), "--engine", "durable", "--policy", "standard"]) == 0
    assert "Motorn durable utlöser samma regler" in capsys.readouterr().out


@pytest.mark.parametrize(
    "options, code, words",
    [
        (["--engine", "auto"], "SR601", "native or durable"),
        (["--policy", "streng"], "SR313", "did you mean `sträng`?"),
        (["--write", str(VALID / "catalog.yaml")], "SR802", "name a new file"),
        (["--write", "-"], "SR802", "name a new file"),
        (["--rules", str(VALID / "ruleset.yaml")], "SR311", "catalog"),
    ],
)
def test_bad_input_is_one_line(options, code, words, capsys):
    assert main(["verify", *options]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith(f"error[{code}]")
    assert words in err
    assert err.count("\n") == 1


def test_a_folder_that_is_not_there(rules, capsys, tmp_path):
    target = tmp_path / "nowhere" / "found.yaml"
    options = rules(SOUND.replace(B2, "is: delvis"))
    assert main(["verify", *options, "--write", str(target)]) == 2
    assert f"error[SR603] {target} cannot be written" in capsys.readouterr().err


def test_too_many_are_refused_at_once(rules, capsys, monkeypatch):
    monkeypatch.setattr("spur_rules.proving.enumeration.MOST_CLASSES", 671)
    assert main(["verify", *rules(SOUND)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("error[SR801] rulebook 672 combinations are too many to try every one")
    assert err.count("\n") == 1


def test_mistakes_of_other_kinds_are_told_as_ever(rules, capsys):
    assert main(["verify", *rules(SOUND.replace("ceiling: D", "ceiling: C"))]) == 2
    assert "error[SR305]" in capsys.readouterr().err
