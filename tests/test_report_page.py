"""The page of a report: whole in itself, read by anybody, and no name is taken for HTML."""

import re
import shutil
import subprocess
from collections import Counter
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from panels import panel, rated

from spur_rules.api import read_policy
from spur_rules.calibration.calibrating import calibrate
from spur_rules.documents.blocks import Document, HeatMap, Section, Table, Whisker, Whiskers
from spur_rules.documents.calibration.document import calibration_document
from spur_rules.documents.html import as_html
from spur_rules.documents.picture_layout import SHADES, HeatMapLayout, runs, shade_number
from spur_rules.documents.pictures import as_svg
from spur_rules.rulebook import Rulebook
from spur_rules.texts import LANGUAGES

VOID = {"meta", "br", "hr", "img", "link", "input"}
EVIL = '<script>alert("1")</script> & $x^2$ ]]> -->'


class Page(HTMLParser):
    """Every element with its attributes and its ancestors."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str], tuple[str, ...]]] = []
        self.open: list[str] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {key: value or "" for key, value in attrs}, tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, {key: value or "" for key, value in attrs}, tuple(self.open)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes, _ in self.found if name == tag]


def report(rulebook: Rulebook, names: tuple[str, str, str], language: str = "sv") -> str:
    """Three raters of three cases: one ticks A4 otherwise, one grades E otherwise."""
    rows = [
        rated(
            rulebook,
            f"{names[0]} {case}",
            rater,
            {"A4": "ej uppfyllt"} if rater == names[1] else {},
            {"A": "B" if rater == names[1] else "A", "E": "B" if rater == names[2] else "A"},
        )
        for case in range(3)
        for rater in (names[1], names[2], "R3")
    ]
    found = calibrate(panel(rulebook, *rows), read_policy(rulebook), 100)
    return as_html(calibration_document(found, language))  # type: ignore[arg-type]


@pytest.fixture(scope="module", params=LANGUAGES)
def text(request: pytest.FixtureRequest, rulebook: Rulebook) -> str:
    return report(rulebook, ("Fall", "R1", "R2"), request.param)


@pytest.fixture(scope="module")
def page(text: str) -> Page:
    return Page(text)


def test_nothing_is_fetched_and_nothing_runs(text: str, page: Page) -> None:
    tags = {tag for tag, _, _ in page.found}
    assert not tags & {"script", "link", "img", "iframe", "object", "image", "a:script"}
    policy = [a["content"] for a in page.all("meta") if a.get("http-equiv")]
    assert policy == [
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    ]
    keys = {key for _, attributes, _ in page.found for key in attributes}
    assert not [key for key in keys if key.startswith("on") or key in ("src", "srcset", "action")]
    links = [a[key] for _, a, _ in page.found for key in ("href", "xlink:href") if key in a]
    assert all(link.startswith("#") for link in links)
    assert not re.search(r"url\((?!#)|@import|@font-face", text)


def test_every_id_is_one_and_every_reference_leads_to_one(text: str, page: Page) -> None:
    ids = Counter(a["id"] for _, a, _ in page.found if "id" in a)
    assert [id for id, number in ids.items() if number > 1] == []
    keys = ("aria-labelledby", "aria-describedby")
    named = {word for _, a, _ in page.found for key in keys for word in a.get(key, "").split()}
    linked = {a["href"][1:] for _, a, _ in page.found if a.get("href", "").startswith("#")}
    drawn = set(re.findall(r"url\(#([^)]*)\)", text)) | set(
        re.findall(r'xlink:href="#([^"]*)', text)
    )
    assert named | linked | drawn <= set(ids)


def test_a_heading_for_each_section_and_one_for_all(page: Page) -> None:
    assert len(page.all("h1")) == 1
    assert len(page.all("section")) + 1 == len(page.all("h2"))
    assert {"header", "nav", "main", "footer"} <= {tag for tag, _, _ in page.found}
    assert page.all("html")[0]["lang"] in LANGUAGES
    first = next(a for tag, a, _ in page.found if tag == "a")
    assert first == {"class": "skip", "href": "#main"}


def test_every_table_has_a_caption_and_its_cells_a_heading(page: Page) -> None:
    assert len(page.all("caption")) == len(page.all("table"))
    scopes = Counter((a.get("scope"), above[-2]) for tag, a, above in page.found if tag == "th")
    assert set(scopes) == {("col", "thead"), ("row", "tbody")}
    rows = sum(tag == "tr" and above[-1] == "tbody" for tag, _, above in page.found)
    assert scopes["row", "tbody"] == rows


def test_every_picture_is_followed_by_its_table(page: Page) -> None:
    order = [tag for tag, _, above in page.found if above[-1:] == ("section",)]
    after = [order[at + 1] for at, tag in enumerate(order) if tag == "figure"]
    assert after
    assert set(after) == {"details"}
    pictures = page.all("svg")
    assert len(pictures) == len(after)
    assert all(picture["role"] == "img" for picture in pictures)


def test_a_wide_table_is_reached_by_the_keyboard(page: Page) -> None:
    wide = [a for tag, a, _ in page.found if tag == "div"]
    assert wide
    assert all(a["tabindex"] == "0" and a["aria-labelledby"] for a in wide)


def test_a_name_is_never_taken_for_html(rulebook: Rulebook) -> None:
    text = report(rulebook, (EVIL, EVIL, f"{EVIL} 2"))
    page = Page(text)
    assert page.all("script") == []
    assert "<script" not in text
    assert text.count("&lt;script&gt;alert(") > 10


def test_the_same_bytes(rulebook: Rulebook) -> None:
    names = ("Fall", "R1", "R2")
    assert report(rulebook, names) == report(rulebook, names)


def test_no_time_and_no_maker_in_a_picture() -> None:
    svg = as_svg(Whiskers("K", "", "v", (0, 1), (Whisker("a", 0.5, 0.2, 0.8),)), "sv", "b1")
    assert not re.search(r"matplotlib version|20\d\d-|metadata|DOCTYPE|<!--|<\?xml", svg.lower())


def test_shades_grow_darker_for_every_eye() -> None:
    """Relative luminance (WCAG 2.2) falls at every step; what is written stands out by 4.5 to 1."""
    seen = [luminance(shade) for shade in SHADES]
    assert seen == sorted(seen, reverse=True)
    assert all(one - other > 0.02 for one, other in pairwise(seen))
    ink = luminance("#1a1a1a")
    for number, light in enumerate(seen):
        contrast = 1.05 / (light + 0.05) if number >= 4 else (light + 0.05) / (ink + 0.05)
        assert contrast >= 4.5, SHADES[number]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def heat_map(rows: int, columns: int) -> HeatMap:
    shades = tuple(tuple((r * c % 5) / 4 for c in range(columns)) for r in range(rows))
    words = tuple(tuple(str(round(shade * 4)) for shade in row) for row in shades)
    names = (tuple(f"R{n}" for n in range(rows)), tuple(f"fall {n}" for n in range(columns)))
    return HeatMap("K", "Om", *names, shades, words, ("0", "4"))


def test_a_large_picture_is_light_and_leaves_the_words_to_the_table() -> None:
    svg = as_svg(heat_map(60, 200), "sv", "b1")
    assert len(svg) < 1_500_000
    assert svg.count("<text") < 60 + 200 + 10
    assert as_svg(heat_map(6, 8), "sv", "b1").count("<text") == 6 * 8 + 6 + 8 + 2


def test_every_cell_is_drawn_once() -> None:
    picture = heat_map(7, 9)
    cells = {
        (run.row, column): number
        for number, found in runs(picture).items()
        for run in found
        for column in range(run.start, run.stop)
    }
    assert cells == {
        (row, column): shade_number(picture.shades[row][column])
        for row in range(7)
        for column in range(9)
    }
    assert HeatMapLayout(picture).shows_words


def test_a_folded_table_and_an_open_one() -> None:
    tables = (Table("Ett", ("a",), (("1",),)), Table("Två", ("a",), (("2",),), is_folded=True))
    found = Page(as_html(Document("T", "sv", (), (Section("s", "S", tables),))))
    inside = [above for tag, _, above in found.found if tag == "table"]
    assert ["details" in above for above in inside] == [False, True]


def browser() -> str | None:
    return next(
        filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None
    )


@pytest.mark.skipif(browser() is None, reason="needs Chromium, which is no library of Python")
def test_a_browser_has_nothing_to_complain_of(tmp_path: Path, text: str) -> None:
    """Neither of the page's own policy, nor of anything that it cannot find."""
    (tmp_path / "page.html").write_text(text, "utf-8")
    command = [str(browser()), "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"]
    options = ["--enable-logging=stderr", f"--user-data-dir={tmp_path / 'profile'}"]
    done = subprocess.run(
        [*command, *options, (tmp_path / "page.html").as_uri()],
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0
    assert [line for line in done.stderr.splitlines() if "CONSOLE" in line] == []
    shown = Page(done.stdout.removeprefix("<!DOCTYPE html>"))
    assert len(shown.all("section")) == text.count("<section ")
