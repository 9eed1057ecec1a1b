"""`docs/errors.md` has one row for every code, and says the same as the code does."""

import re
from pathlib import Path

from spur_rules.errors import CODES

TEXT = (Path(__file__).parents[1] / "docs" / "errors.md").read_text("utf-8")
ROW = re.compile(r"\| (SR\d+) \| (.*) \| ``(.*?) ?`` \| (.*) \|")
ROWS = [ROW.fullmatch(line) for line in TEXT.splitlines() if line.startswith("| SR")]


def test_every_row_has_its_four_parts():
    assert all(ROWS)
    assert all(row[4].strip() for row in ROWS)


def test_documentation_has_every_code_once_and_in_order():
    assert [row[1] for row in ROWS] == sorted(CODES)


def test_documentation_says_what_the_code_means():
    assert {row[1]: row[2] for row in ROWS} == CODES


def test_every_example_is_a_message_with_the_code_of_its_row():
    for row in ROWS:
        assert re.match(rf"error\[{row[1]}\] \S", row[3]), row[0]


def test_no_row_stands_under_the_heading_of_other_codes():
    for section in TEXT.split("\n## ")[1:]:
        first, last = re.findall(r"SR\d+", section.splitlines()[0])
        codes = re.findall(r"^\| (SR\d+)", section, re.MULTILINE)
        assert (codes[0], codes[-1]) == (first, last)
