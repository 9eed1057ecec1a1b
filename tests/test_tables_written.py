"""Rows as CSV: nothing in them that a spreadsheet runs."""

import pytest

from spur_rules.documents.tables import csv_text


@pytest.mark.parametrize("text", ["=cmd|x", "+a", "-a", "@sum(A1)", "\tx", "\rx"])
def test_a_text_that_a_spreadsheet_would_run_is_marked(text: str) -> None:
    assert csv_text([[text, "b"]]) == f"'{text},b\n"


@pytest.mark.parametrize("cell", [-0.5, "-0.5", "+0,43", "-12%", "-", "a=b", ""])
def test_numbers_and_other_text_stay(cell: object) -> None:
    assert csv_text([[cell, 1]]) == csv_text([[str(cell), 1]])
    assert "'" not in csv_text([[cell, 1]])
