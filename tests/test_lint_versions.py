"""Earlier versions: an id is never something else, and a changed file has a new version."""

from pathlib import Path

import pytest
from lint_files import CATALOG, RULES, Change, made, told

from spur_rules import InputError
from spur_rules.linting.lint import Lint

A3 = "        text: Lokalerna är ändamålsenliga.\n"
ROW_A3 = (
    "      - id: A3\n        norm: kvalitetsindikator\n        norm_origin: printed\n"
    f"        basis: spur\n        source: SPUR\n{A3}"
)
KV, FORESKRIFT = "norm: kvalitetsindikator", "norm: föreskrift"
INFERRED = f"{KV}\n        norm_origin: inferred\n        note: Härledd ur ordningen.\n"
RAISED = Change("catalog", "version: 1.2.0", "version: 1.10.0")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """The clean files once more, in a folder of their own."""
    folder = tmp_path / "old"
    folder.mkdir()
    made(folder)
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / "new"
    folder.mkdir()
    return folder


def test_nothing_is_changed(old: Path, new: Path) -> None:
    made(new)
    assert told(Lint([new], [old]).report) == []


@pytest.mark.parametrize(
    "changes",
    [
        [
            Change("catalog", "      - id: A3", "      - id: ¤A3"),
            Change(
                "catalog", A3, A3.replace("Lokalerna är ändamålsenliga", "Chefer kan auskulteras")
            ),
        ],
        [  # the form printed the norm: it was no mistake that is corrected
            Change("catalog", ROW_A3, ROW_A3.replace("A3", "¤A3").replace(KV, FORESKRIFT)),
        ],
    ],
)
def test_an_id_for_something_else(changes: list[Change], old: Path, new: Path) -> None:
    broken = made(new, RAISED, *changes)
    assert told(Lint([new], [old]).report) == [("SR751", *mark) for mark in broken.marks]


@pytest.mark.parametrize(
    "change",
    [
        Change("catalog", A3, "        text: Enhetens lokaler är ändamålsenliga och rymliga.\n"),
        Change(  # the norm of A2 was inferred: now the form is at hand
            "catalog",
            INFERRED,
            f"{FORESKRIFT}\n        norm_origin: printed\n",
        ),
    ],
)
def test_a_row_that_is_corrected(change: Change, old: Path, new: Path) -> None:
    made(new, RAISED, change)
    assert told(Lint([new], [old]).report) == []


def test_a_rule_and_a_parameter_for_something_else(old: Path, new: Path) -> None:
    broken = made(
        new,
        Change("rules", "version: 1.0.0", "version: 1.0.1"),
        Change("rules", "  enstaka.högst:\n    d", "  ¤enstaka.högst:\n    d"),
        Change("rules", "{sv: högsta antal undantag,", "{sv: lägsta tillåtna poäng,"),
        Change("rules", "- id: undantag", "- id: ¤undantag"),
        Change("rules", "{sv: undantagen är fler,", "{sv: lokalerna brister,"),
    )
    assert told(Lint([new], [old]).report) == [("SR751", *mark) for mark in broken.marks]


@pytest.mark.parametrize("version", ["1.2.0", "1.1.9"])
def test_a_version_that_is_not_raised(version: str, old: Path, new: Path) -> None:
    changed = Change("catalog", A3, A3.replace("är", "är väl"))
    broken = made(new, changed, Change("catalog", "version: 1.2.0", f"version: ¤{version}"))
    assert told(Lint([new], [old]).report) == [("SR753", *mark) for mark in broken.marks]


def test_layout_and_comments_are_no_new_version(old: Path, new: Path) -> None:
    made(
        new, Change("catalog", A3, "        text: # ny\n          'Lokalerna är ändamålsenliga.'\n")
    )
    assert told(Lint([new], [old]).report) == []


def test_versions_beside_each_other_in_a_folder(tmp_path: Path) -> None:
    """A3 is retired in 1.3.0 and comes back in 1.10.0, which is later than 1.9.0."""
    texts = {
        "1": CATALOG,
        "2": CATALOG.replace(ROW_A3, "").replace("1.2.0", "1.3.0"),
        "3": CATALOG.replace("1.2.0", "1.10.0"),
        "4": CATALOG.replace(ROW_A3, "").replace("1.2.0", "1.9.0"),
    }
    for name, text in texts.items():
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    (tmp_path / "rules.yaml").write_text(RULES, "utf-8")
    report = Lint([tmp_path]).report
    assert told(report) == [("SR752", "3", 35, 13)]
    assert "`liten@1.3.0`" in report.findings[0].message


def test_two_files_of_the_same_version_are_told_once(tmp_path: Path) -> None:
    made(tmp_path)
    other = CATALOG.replace("Lokalerna är", "Lokalerna är väl")
    (tmp_path / "catalog-2.yaml").write_text(other, "utf-8")
    assert [(code, file) for code, file, *_ in told(Lint([tmp_path]).report)] == [
        ("SR753", "catalog")
    ]


def test_an_earlier_version_that_cannot_be_read(tmp_path: Path, new: Path) -> None:
    made(new)
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("a: [", "utf-8")
    with pytest.raises(InputError, match="SR106"):
        Lint([new], [wrong])
    with pytest.raises(InputError, match="SR101"):
        Lint([new], [tmp_path / "none.yaml"])


def test_another_catalog_is_no_earlier_version(old: Path, new: Path) -> None:
    (old / "catalog.yaml").write_text(CATALOG.replace("id: liten", "id: annan"), "utf-8")
    made(new, Change("catalog", A3, "        text: Något helt annat här.\n"))
    assert told(Lint([new], [old]).report) == []
