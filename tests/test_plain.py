"""Blocks as text for a terminal: nothing broader than the width, nothing lost that fits."""

import pytest

from spur_rules.documents.blocks import (
    Block,
    Document,
    HeatMap,
    Listing,
    Paragraph,
    Section,
    Table,
    Whisker,
    Whiskers,
)
from spur_rules.documents.plain import as_plain, as_text

SIDES = Table("Skilda", ("Fall", "Svar"), (("f1", "A: R1, R2, R3, R4, B: R5, R6"),))
FOLDED = SIDES._replace(is_folded=True)
TALL = Table("Alla", ("Fall",), tuple((f"f{number}",) for number in range(31)))
FIGURES = Table("Tal", ("", *(["kolumn"] * 6)), (("x", *(["1"] * 6)),), tuple(range(1, 7)))


def shown(*blocks: Block, width: int = 80) -> str:
    """A document's text without its title."""
    sections = (Section("s", "Läget", blocks),)
    return as_text(Document("T", "sv", (), sections), width).split("\n\n", 1)[1]


def test_the_last_column_wraps() -> None:
    wrapped = "Skilda\nFall  Svar\nf1    A: R1, R2, R3, R4,\n      B: R5, R6\n"
    assert shown(SIDES, width=26) == f"Läget\n-----\n{wrapped}"
    assert as_plain([Section("s", "Läget", (SIDES,))], "sv", 26) == f"Läget\n=====\n{wrapped}"


def test_other_columns_wrap_only_where_all_is_shown() -> None:
    table = Table("", ("Det som är olika", "Svar"), (("Handledare och studierektor", "A: R1"),))
    section = Section("s", "Läget", (table,))
    assert as_plain([section], "sv", 22).splitlines()[2:] == [
        "Det som är       Svar",
        "olika",
        "Handledare och   A: R1",
        "studierektor",
    ]
    assert as_text(Document("T", "sv", (), (section,)), 22) == "T\n=\n"


def test_a_word_is_not_broken() -> None:
    table = Table("", ("Läsning", "Fall"), (("enstaka_undantag.minsta_andel", "f1"),))
    text = as_plain([Section("s", "L", (table,))], "sv", 20)
    assert "enstaka_undantag.minsta_andel  f1" in text


@pytest.mark.parametrize("table", [FOLDED, TALL, FIGURES])
def test_a_whole_text_has_what_a_summary_leaves_out(table: Table) -> None:
    section = Section("s", "Läget", (Paragraph("Kort."), table))
    summary = as_text(Document("T", "sv", (), (section,)), 40)
    assert summary == "T\n=\n\nLäget\n-----\nKort.\n"
    assert table.caption in as_plain([section], "sv", 40)


def test_a_section_of_which_nothing_is_shown_has_no_heading() -> None:
    assert as_text(Document("T", "sv", ("Först.",), (Section("s", "Läget", (FOLDED,)),))) == (
        "T\n=\n\nFörst.\n"
    )


def test_a_title_is_no_longer_than_the_width() -> None:
    title = "Vad bedömarna såg olika och vad de bedömde olika"
    section = Section("s", title, (Paragraph("Kort."),))
    for text in (
        as_text(Document(title, "sv", (), (section,)), 20),
        as_plain([section], "sv", 20),
    ):
        assert max(map(len, text.splitlines())) == 20
        assert "bedömde olika\n" + ("=" * 20) in text


def test_figures_are_lines_in_both() -> None:
    rows = (Whisker("A", 0.5, 0.25, 1.0), Whisker("B", None, None, None, "ett fall"))
    picture = Whiskers("Andel", "", "", (0, 1), rows, is_share=True)
    line = "  A        ├─────●───────────┤   50 %  25 till 100 %\n  B  ett fall\n"
    axis = "     0 %                 100 %\n"
    assert shown(picture) == f"Läget\n-----\nAndel\n{line}{axis}"
    assert as_plain([Section("s", "Läget", (picture,))], "sv", 80).endswith(line + axis)


def test_a_long_name_has_a_line_of_its_own() -> None:
    rows = (Whisker("Tjänstgöringens upplägg", 0, -0.5, 0.5), Whisker("B", 0, None, None))
    text = shown(Whiskers("", "", "", (-1, 1), rows), width=60)
    assert "  Tjänstgöringens upplägg\n" in text
    assert "\n  B              ●" in text
    assert max(map(len, text.splitlines())) <= 60


def test_a_heat_map_is_its_table() -> None:
    cells = (("1", "–"), ("0", "2"))
    heat = HeatMap("Karta", "", ("R1", "R2"), ("f1", "f2"), ((1, None), (0, 1)), cells, ("", ""))
    table = "Karta\nRad  f1  f2\nR1    1   –\nR2    0   2\n"
    assert shown(heat) == f"Läget\n-----\n{table}"


def test_points_with_quotes() -> None:
    points = Listing(("ett två tre fyra",), is_numbered=True, quotes=("raden",))
    assert shown(points, width=12) == "Läget\n-----\n1. ett två\n   tre fyra\n     raden\n"
