"""A document as Markdown: nothing in a text is taken for Markdown's own."""

from spur_rules.documents.blocks import (
    Document,
    HeatMap,
    Listing,
    Paragraph,
    Section,
    Table,
    Whisker,
    Whiskers,
)
from spur_rules.documents.markdown import as_markdown


def written(*blocks: object) -> str:
    page = as_markdown(Document("T", "sv", (), (Section("s", "S", blocks),)))  # type: ignore[arg-type]
    assert page.startswith("# T\n\n## S\n\n")
    return page.removeprefix("# T\n\n## S\n\n")


def test_texts_stay_texts() -> None:
    assert written(Paragraph("*a* [b](c) <i> `d` e|f \\ ~g~")) == (
        "\\*a\\* \\[b\\](c) \\<i\\> \\`d\\` e\\|f \\\\ \\~g\\~\n"
    )
    assert written(Paragraph("enstaka_undantag _x_ &amp; A & B")) == (
        "enstaka_undantag \\_x\\_ \\&amp; A & B\n"
    )


def test_what_would_begin_a_heading_or_a_list() -> None:
    assert written(Paragraph("# nej")) == "\\# nej\n"
    assert written(Paragraph("#nej")) == "#nej\n"
    assert written(Paragraph("- nej\n+ nej")) == "\\- nej\n\\+ nej\n"
    assert written(Paragraph("---")) == "\\---\n"
    assert written(Paragraph("1. nej")) == "1\\. nej\n"
    assert written(Paragraph("2025 var")) == "2025 var\n"


def test_lists() -> None:
    assert written(Listing(("a\nb", "c"))) == "- a b\n- c\n"
    assert written(Listing(("a", "b"), is_numbered=True)) == "1. a\n2. b\n"


def test_a_cell_stays_in_its_line() -> None:
    table = Table("", ("h",), (("a\nb|c",),))
    assert written(table) == "| h |\n| --- |\n| a b\\|c |\n"


def test_pictures_are_their_tables() -> None:
    heat = HeatMap("K", "Om.", ("r",), ("x",), ((0.5,),), (("1",),), ("0", "9"), "fall")
    assert written(heat) == "**K**\n\nOm.\n\n| fall | x |\n| --- | ---: |\n| r | 1 |\n"
    shades, words = ((0.5, None),), (("1", "–"),)
    wide = HeatMap("K", "", ("r",), ("x", "y"), shades, words, ("0", "9"), "R", "fall")
    assert written(wide) == "**K**\n\n| fall | r |\n| --- | ---: |\n| x | 1 |\n| y | – |\n"
    rows = (Whisker("a", 0.5, 0.25, 0.75), Whisker("b", None, None, None, "ett fall"))
    assert written(Whiskers("K", "", "v", (0, 1), rows)) == (
        "**K**\n\n| Rad | Värde | 95 %-intervall | Anmärkning |\n| --- | ---: | ---: | --- |\n"
        "| a | 0,50 | 0,25 till 0,75 |  |\n| b | – |  | ett fall |\n"
    )


def test_the_footer_stands_apart() -> None:
    assert as_markdown(Document("T", "en", ("L",), (), ("F",))) == "# T\n\nL\n\n---\n\nF\n"
