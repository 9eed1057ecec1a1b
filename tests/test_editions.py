"""Versions side by side: which one a review is graded with, and how the output says so."""

from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest
from extended import added, overlay

from spur_rules import InputError, api, load_rulebook
from spur_rules.cli.main import main
from spur_rules.editions import Editions, Header, Sources
from spur_rules.shipped import CATALOG, RULES, shipped_files
from spur_rules.yaml_file import read_file

VISIT = "schema: spur-rules/checklist/1\ncatalog: {}\n{}answers: {{A4: ej uppfyllt}}\n"


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """1.0.0 in 2025, 1.1.0 from 2025-07-01 to 2026-06-30, 2.0.0 from 2027-01-01: half a year of
    two, half a year of none."""
    text = CATALOG.read_text("utf-8")
    spans = {
        "1.0.0": ("2025-01-01", "2025-12-31"),
        "1.1.0": ("2025-07-01", "2026-06-30"),
        "2.0.0": ("2027-01-01", "null"),
    }
    for version, (start, end) in spans.items():
        made = text.replace("version: 1.1.0\n", f"version: {version}\n")
        made = made.replace("valid_from: 2025-01-01 #", f"valid_from: {start} #")
        made = made.replace("valid_to: null\n", f"valid_to: {end}\n")
        (tmp_path / f"form-{version}.yaml").write_text(made, "utf-8")
    (tmp_path / "notes.txt").write_text("not a catalog", "utf-8")
    (tmp_path / "rules.yaml").write_text(RULES.read_text("utf-8"), "utf-8")
    return tmp_path


def version(shelf: Path, day: str | None = None, review: str | None = None, pin: str = "") -> str:
    asked = date.fromisoformat(day) if day else None
    visited = date.fromisoformat(review) if review else None
    found = Editions(Sources(catalog=shelf, day=asked)).rulebook(
        Header(f"st-spur{pin}", day=visited)
    )
    return found.catalog.version


@pytest.mark.parametrize(
    "day, wanted",
    [
        ("2025-01-01", "1.0.0"),
        ("2025-06-30", "1.0.0"),
        ("2025-07-01", "1.1.0"),  # both are in force: the highest
        ("2025-12-31", "1.1.0"),
        ("2026-06-30", "1.1.0"),
        ("2027-01-01", "2.0.0"),
        ("2040-01-01", "2.0.0"),
    ],
)
def test_the_day_picks_the_version_in_force(shelf: Path, day: str, wanted: str) -> None:
    assert version(shelf, day) == wanted
    assert version(shelf, None, review=day) == wanted
    assert version(shelf, day, review="2025-01-01") == wanted  # the day that is asked for decides


def test_a_gap_is_told_with_the_nearest_versions(shelf: Path) -> None:
    with pytest.raises(InputError) as error:
        version(shelf, "2026-08-01")
    (problem,) = error.value.problems
    assert problem.code == "SR229"
    assert "2026-08-01" in problem.message
    assert "`st-spur@1.1.0` (2025-07-01–2026-06-30)" in problem.message
    assert "`st-spur@2.0.0` (2027-01-01–)" in problem.message
    assert "1.0.0" not in problem.message
    with pytest.raises(InputError, match=r"SR229.*`st-spur@1\.0\.0` \(2025-01-01–2025-12-31\)$"):
        version(shelf, "2024-12-31")


def test_a_review_in_a_gap_gets_the_newest_and_a_notice(shelf: Path) -> None:
    editions = Editions(Sources(catalog=shelf))
    rulebook = editions.rulebook(Header("st-spur", day=date(2026, 8, 1)))
    assert rulebook.catalog.version == "2.0.0"


def test_without_a_day_the_newest_that_is_not_out_of_force(shelf: Path) -> None:
    assert version(shelf) == "2.0.0"
    (shelf / "form-2.0.0.yaml").unlink()
    assert version(shelf) == "1.1.0"


def test_a_version_that_is_named_wins_over_any_day(shelf: Path) -> None:
    assert version(shelf, "2027-01-01", pin="@1.0.0") == "1.0.0"
    assert version(shelf, None, review="2027-01-01", pin="@1.1.0") == "1.1.0"


def test_rules_have_versions_too(tmp_path: Path) -> None:
    text = RULES.read_text("utf-8")
    for number, end in (("1.1.0", "2025-12-31"), ("1.2.0", "null")):
        made = text.replace("version: 1.1.0\n", f"version: {number}\nvalid_to: {end}\n")
        (tmp_path / f"r-{number}.yaml").write_text(made, "utf-8")
    other = text.replace(
        "version: 1.1.0\ncatalog: st-spur\n", "version: 3.0.0\ncatalog: st-spur@9.0.0\n"
    )
    (tmp_path / "r-3.yaml").write_text(other, "utf-8")
    assert load_rulebook(rules=tmp_path).rules_id.version == "1.2.0"
    early = load_rulebook(rules=tmp_path, day=date(2025, 6, 1))
    assert early.rules_id.version == "1.2.0"  # both are in force
    (tmp_path / "r-1.2.0.yaml").write_text(
        (tmp_path / "r-1.2.0.yaml")
        .read_text("utf-8")
        .replace("valid_to: null", "valid_from: 2026-01-01"),
        "utf-8",
    )
    assert load_rulebook(rules=tmp_path, day=date(2025, 6, 1)).rules_id.version == "1.1.0"


# What is shipped.


def test_shipped_files_of_earlier_versions_are_named_by_their_version() -> None:
    for current, folder in ((CATALOG, "indicator_catalog"), (RULES, "rules")):
        newest = [int(n) for n in read_file(current).data["version"].split(".")]
        earlier = shipped_files(folder, "earlier")
        assert earlier
        for path in earlier:
            data = read_file(path).data
            assert path.stem == f"{data['id']}-{data['version']}"
            assert [int(n) for n in data["version"].split(".")] < newest


def test_the_first_version_asks_the_same_and_grades_the_same() -> None:
    """1.1.0 added hints and what a plan does; no indicator and no rule changed."""
    first = load_rulebook("st-spur@1.0.0", "st-spur@1.0.0")
    now = load_rulebook()
    assert first.catalog.domains == now.catalog.domains
    assert first.ruleset.rules == now.ruleset.rules
    assert first.ruleset.action_plan is None
    assert first.catalog.consistency.presupposes == ()


def test_a_checklist_that_names_a_version_is_graded_with_it(tmp_path: Path, capsys) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(VISIT.format("st-spur@1.0.0", ""), "utf-8")
    for command in ("grade", "explain"):
        assert main([command, str(path)]) == 0
        shown = " ".join(capsys.readouterr().out.split())
        assert "Katalog st-spur 1.0.0" in shown
        assert "den som namngetts, inte den nyaste: st-spur 1.0.0" in shown
    assert api.read_review(path).rulebook.catalog.version == "1.0.0"


def test_a_version_that_there_is_not_is_told_at_its_line(tmp_path: Path, capsys) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(VISIT.format("st-spur@7.0.0", ""), "utf-8")
    assert main(["grade", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"error[SR405] {path}:2:10 the checklist answers")


def test_the_shipped_rulebook_is_the_same_object_for_all_that_name_no_other(
    tmp_path: Path,
) -> None:
    path = tmp_path / "visit.yaml"
    for name in ("st-spur", "st-spur@1.1.0"):
        path.write_text(VISIT.format(name, "review: {date: 2026-01-01}\n"), "utf-8")
        assert api.read_review(path).rulebook is load_rulebook()
    assert load_rulebook().is_shipped
    assert load_rulebook().chosen is None


def test_date_says_which_version_it_picked(tmp_path: Path, capsys) -> None:
    path = tmp_path / "visit.yaml"
    path.write_text(VISIT.format("st-spur", ""), "utf-8")
    assert main(["grade", str(path), "--date", "2025-06-01"]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    assert "den som gällde på angiven dag: st-spur 1.1.0 (2025-06-01)" in shown
    assert main(["grade", str(path), "--date", "2024-06-01"]) == 2
    assert capsys.readouterr().err.startswith("error[SR229] --date no version of the catalog")
    assert main(["grade", str(path), "--date", "1 juni"]) == 2
    assert capsys.readouterr().err.startswith("error[SR123] --date expected a date")


@pytest.mark.parametrize(
    "options, words",
    [
        (["--catalog", "st-spru"], "error[SR230] --catalog st-spru there is no file and nothing"),
        (["--catalog", "st-spur@3.0.0"], "error[SR230] st-spur@3.0.0 there is no version `3.0.0`"),
        (
            ["--rules", "st-spur@3.0.0"],
            "there is no version `3.0.0` of the rules; there is `1.0.0`",
        ),
        (["--overlay", "radiolog"], "did you mean `radiologi`"),
        (["--overlay", "radiologi@3.0.0"], "there is no version `3.0.0` of the overlay"),
        (["--overlay", "no.yaml"], "error[SR101] no.yaml there is no such file"),
    ],
)
def test_a_name_that_is_none_is_told(options: list[str], words: str, capsys) -> None:
    assert main(["grade", "examples/primary-care-2025.yaml", *options]) == 2
    err = capsys.readouterr().err
    assert words in err
    assert err.count("\n") == 1


# A folder of reviews, each with its own version.


@pytest.fixture
def reviews(tmp_path: Path) -> Path:
    folder = tmp_path / "reviews"
    folder.mkdir()
    (folder / "a.yaml").write_text(VISIT.format("st-spur@1.0.0", "given: {A: B}\n"), "utf-8")
    (folder / "b.yaml").write_text(VISIT.format("st-spur", "given: {A: B}\n"), "utf-8")
    extra = "overlays: [allmanmedicin]\ngiven: {E: B}\n"
    text = VISIT.format("st-spur", extra).replace("A4:", "E-AM1: ej uppfyllt, A4:")
    (folder / "c.yaml").write_text(text, "utf-8")
    return folder


def test_each_review_of_a_folder_has_its_own(reviews: Path) -> None:
    found = api.read_reviews(reviews)
    assert [review.rulebook.catalog.version for review in found.values()] == [
        "1.0.0",
        "1.1.0",
        "1.1.0",
    ]
    assert [len(review.rulebook.indicators) for review in found.values()] == [74, 74, 79]


def test_a_folder_is_checked_and_swept_together(reviews: Path, capsys) -> None:
    for format_ in ("text", "json", "csv"):
        assert main(["check", str(reviews), "--format", format_]) in (0, 1)
        assert main(["sweep", str(reviews), "--format", format_]) == 0
    assert capsys.readouterr().err == ""


def test_reviews_of_versions_that_ask_the_same_sweep_as_those_of_one(reviews: Path) -> None:
    (reviews / "c.yaml").unlink()
    together = api.sweep_reviews(api.read_reviews(reviews).values())
    (reviews / "a.yaml").write_text(VISIT.format("st-spur", "given: {A: B}\n"), "utf-8")
    one = api.sweep_reviews(api.read_reviews(reviews).values())
    assert (together.reviews, together.rows) == (one.reviews, one.rows)


def test_a_sweep_with_an_overlay_counts_every_review(reviews: Path) -> None:
    """A4 alone not met: B under each reading. What moves is counted in every review."""
    made = api.sweep_reviews(api.read_reviews(reviews).values())
    assert made.reviews == 3
    generous = next(row for row in made.rows if row.profile == "generös")
    alone = [
        api.sweep(review.rulebook, [review.checklist])
        for review in api.read_reviews(reviews).values()
    ]
    each = [next(r for r in s.rows if r.profile == "generös").moved for s in alone]
    assert generous.moved == tuple(map(sum, zip(*each, strict=True)))
    for name in {row.parameter for row in made.rows if row.parameter}:
        rows = [row for row in made.rows if row.parameter == name and row.values]
        for row in rows:
            value = (row.values.low + row.values.high) / 2
            own = [
                next(r for r in s.rows if r.parameter == name and r.values and value in r.values)
                for s in alone
            ]
            assert row.moved == tuple(map(sum, zip(*(r.moved for r in own), strict=True)))


def test_an_own_overlay_for_every_review_of_a_folder(reviews: Path, tmp_path: Path) -> None:
    own = tmp_path / "own.yaml"
    own.write_text(overlay("own", add=[added("A-X1")]).text or "", "utf-8")
    found = api.read_reviews(reviews, api.editions(overlays=[own]))
    assert all("A-X1" in review.rulebook.indicators for review in found.values())


@pytest.mark.parametrize("day, is_in_force", [("2029-12-31", False), ("2030-01-01", True)])
def test_an_overlay_must_be_in_force_on_a_day_that_is_asked_for(
    tmp_path: Path, day: str, is_in_force: bool
) -> None:
    (tmp_path / "later.yaml").write_text(
        "schema: spur-rules/overlay/1\nid: later\nversion: 0.1.0\ntitle: x\nlanguage: sv\n"
        "extends: st-spur\nvalid_from: 2030-01-01\n",
        "utf-8",
    )
    found = nullcontext() if is_in_force else pytest.raises(InputError, match=r"SR229.*overlay")
    with found:
        api.load_rulebook(overlays=[tmp_path / "later.yaml"], day=date.fromisoformat(day))
