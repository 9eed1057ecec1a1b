"""A policy as a person writes it: what is understood, and what is told of each mistake."""

import pickle
from fractions import Fraction

import pytest

from spur_rules import EngineError, InputError, read_policy, suggest
from spur_rules.checklist import Checklist
from spur_rules.policy import Override, parse_policy
from spur_rules.rulebook import Rulebook

HIGHEST, SHARE = "enstaka_undantag.högst", "enstaka_undantag.minsta_andel"


@pytest.mark.parametrize(
    ("written", "profile", "overrides"),
    [
        ("", "standard", ()),
        ("sträng", "sträng", ()),
        (f"{HIGHEST}=2", "standard", (Override(HIGHEST, Fraction(2)),)),
        (f" sträng , {SHARE} = 1/3", "sträng", (Override(SHARE, Fraction(1, 3)),)),
        (f"B.{HIGHEST}=0", "standard", (Override(HIGHEST, Fraction(0), "B"),)),
    ],
)
def test_what_is_written_is_understood(
    written: str, profile: str, overrides: tuple[Override, ...]
) -> None:
    assert parse_policy(written) == (profile, overrides)


@pytest.mark.parametrize(
    ("written", "code", "words"),
    [
        (f"{SHARE}=0,5", "SR123", ("`5` stands alone", "0.5 or 1/2")),
        (f"{HIGHEST}=två", "SR123", ("`två` is not a number", "write 1, 0.5 or 1/2")),
        ("sträng, generös", "SR313", ("name one profile", "`sträng`, `generös`")),
        ("strang", "SR313", ("unknown profile `strang`", "did you mean `sträng`?")),
        ("zzz", "SR313", ("unknown profile `zzz`", "use one of `standard`, `sträng`, `generös`")),
        ("enstaka_undantag.hogst=1", "SR303", ("unknown parameter", f"did you mean `{HIGHEST}`?")),
        (f"{HIGHEST}=-1", "SR309", (f"`{HIGHEST}` is -1", "must be")),
        (f"{SHARE}=3/2", "SR309", (f"`{SHARE}` is 3/2", "must be")),
        (f"Z.{HIGHEST}=1", "SR310", ("unknown domain `Z`", "use one of A, B, C")),
        (f"{HIGHEST}=1, {HIGHEST}=2", "SR301", (f"`{HIGHEST}` is set twice", "keep one value")),
    ],
)
def test_what_is_written_wrong_is_told(
    rulebook: Rulebook, written: str, code: str, words: tuple[str, ...]
) -> None:
    with pytest.raises(InputError) as caught:
        read_policy(rulebook, written)
    (problem,) = caught.value.problems
    assert problem.code == code
    for part in words:
        assert part in problem.message


def test_a_domain_of_its_own_is_no_second_value(rulebook: Rulebook) -> None:
    policy = read_policy(rulebook, f"{HIGHEST}=1, B.{HIGHEST}=2")
    assert [policy.value(HIGHEST, letter) for letter in "AB"] == [1, 2]


def test_mistakes_are_told_all_at_once(rulebook: Rulebook) -> None:
    with pytest.raises(InputError) as caught:
        read_policy(rulebook, f"strang, Z.{HIGHEST}=-1")
    assert [problem.code for problem in caught.value.problems] == ["SR309", "SR310", "SR313"]


def test_errors_come_whole_out_of_another_process(rulebook: Rulebook) -> None:
    """Those who grade many reviews do so in many processes, and errors are sent between them."""
    with pytest.raises(InputError) as caught:
        read_policy(rulebook, "zzz")
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.problems, str(again)) == (caught.value.problems, str(caught.value))
    error = EngineError("SR503", "engines disagree")
    again = pickle.loads(pickle.dumps(error))
    assert (again.code, again.message, str(again)) == ("SR503", "engines disagree", str(error))


def test_a_domain_that_there_is_not_is_a_key_error(rulebook: Rulebook) -> None:
    suggestion = suggest(rulebook, Checklist.of("st-spur", {}))
    with pytest.raises(KeyError, match="Z"):
        suggestion["Z"]
