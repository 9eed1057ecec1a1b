"""Swedish and English say the same things, with the same places to fill."""

import re
import string
from types import ModuleType

import pytest

from spur_rules.texts import LANGUAGES, en, listing, sv


def places(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def test_both_languages_have_every_phrase() -> None:
    assert list(sv.PHRASES) == list(en.PHRASES)


@pytest.mark.parametrize("language", [sv, en])
def test_no_phrase_stands_in_two_topics(language: ModuleType) -> None:
    assert sum(len(topic.PHRASES) for topic in language.TOPICS) == len(language.PHRASES)


@pytest.mark.parametrize("key", sv.PHRASES)
def test_both_have_the_same_places(key: str) -> None:
    assert places(sv.PHRASES[key]) == places(en.PHRASES[key])


@pytest.mark.parametrize("key", sv.PHRASES)
def test_a_plural_has_its_singular(key: str) -> None:
    if key.endswith((".one", ".other")):
        stem = key.rpartition(".")[0]
        assert {f"{stem}.one", f"{stem}.other"} <= set(sv.PHRASES)


def test_what_a_report_says_by_name_is_there() -> None:
    """Keys that are put together are not looked at; most are not."""
    from pathlib import Path

    folder = Path(__file__).parent.parent / "spur_rules" / "documents" / "calibration"
    said = {
        (path.name, key)
        for path in folder.glob("*.py")
        if "import CalibrationWords" in (code := path.read_text("utf-8"))
        for key in re.findall(r'words\.say\(\s*"([^"]+)"', code)
    }
    stems = {re.sub(r"\.(one|other)$", "", key) for key in sv.PHRASES}
    assert len(said) > 50
    assert not {(name, key) for name, key in said if f"calibrate.{key}" not in stems}


def test_every_phrase_is_used() -> None:
    from pathlib import Path

    code = "".join(
        path.read_text(encoding="utf-8")
        for path in (Path(__file__).parent.parent / "spur_rules").rglob("*.py")
        if "texts" not in path.parts or path.parent.name == "texts"
    )
    stems = {key.split(".")[0] for key in sv.PHRASES}
    norms = {"föreskrift", "allmänt råd", "kvalitetsindikator"}
    unused = {stem for stem in stems - norms if f'"{stem}' not in code}
    assert not unused


@pytest.mark.parametrize("language", LANGUAGES)
def test_lists(language: str) -> None:
    word = {"sv": "och", "en": "and"}[language]
    assert listing(language, []) == ""
    assert listing(language, ["A1"]) == "A1"
    assert listing(language, ["A1", "A2"]) == f"A1 {word} A2"
    assert listing(language, ["A1", "A2", "A3"]) == f"A1, A2 {word} A3"
