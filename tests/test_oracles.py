"""The coefficients against irrCAC, krippendorff and scikit-learn, and that a difference is seen."""

from __future__ import annotations

import numpy as np
import pytest
from oracles.__main__ import counted, run
from oracles.comparing import DEGREES, Found
from oracles.tables import MISSING, Table, tables

from spur_rules.calibration.agreement.student import t_quantile

TABLES, SEED = 2000, 4
#: Two raters, ten units, one step apart in one of them.
TABLE = Table(np.array([[0, 0], [1, 1], [2, 2], [2, 2], [0, 1], *[[1, 1]] * 5]), 3)


def test_every_oracle_says_the_same() -> None:
    """Makes the oracles' environment where it is not there: `build/oracles`."""
    found = run(TABLES, SEED)
    print(f"seed {SEED}", counted(found, TABLES, 0))
    assert found.wrong == []
    assert found.compared["irrCAC gwet_ac2"] > 1900
    assert found.compared["krippendorff krippendorff_alpha_ordinal"] > 1600
    assert found.compared["scikit-learn cohen_kappa_quadratic"] > 400
    assert found.compared["scipy t"] == len(DEGREES)


def test_a_difference_is_seen() -> None:
    """Nine of ten agree, and chance would give a third: (0.9 − 1/3) / (2/3) = 0.85."""
    found = Found()
    found.add(0, TABLE, {"irrCAC brennan_prediger": 0.85})
    assert (found.wrong, found.compared) == ([], {"irrCAC brennan_prediger": 1})
    found.add(1, TABLE, {"irrCAC brennan_prediger": 0.85 + 2e-9})
    found.add(2, TABLE, {"irrCAC brennan_prediger": None})
    assert [row.split(":")[0] for row in found.wrong] == ["table 1", "table 2"]


def test_where_we_withhold_a_figure_the_formula_is_compared() -> None:
    same = Table(np.zeros((4, 2), int), 3)
    found = Found()
    found.add(0, same, {"irrCAC gwet_ac1": 1.0, "krippendorff krippendorff_alpha_nominal": None})
    assert (found.wrong, found.withheld, found.no_answer) == ([], {"one_answer": 1}, 1)
    found.add(1, same, {"irrCAC gwet_ac1": 0.9})
    assert len(found.wrong) == 1


def test_only_what_irrcac_divides_from_noise_is_left_out() -> None:
    found = Found()
    found.add(0, Table(np.array([[0, 0], [0, 0], [1, MISSING]]), 2), {NOISY: 1.5})
    assert (found.noise, found.wrong) == (1, [])
    found.add(1, TABLE, {NOISY: 1.5})
    assert (found.noise, len(found.wrong)) == (1, 1)


NOISY = "irrCAC krippendorff_alpha_nominal"


def test_students_t_is_compared() -> None:
    found = Found()
    found.add_quantiles([t_quantile(degrees) for degrees in DEGREES])
    assert (found.wrong, found.largest) == ([], 0)
    found.add_quantiles([t_quantile(degrees) + 1e-8 for degrees in DEGREES])
    assert len(found.wrong) == len(DEGREES)


def test_the_tables_are_of_every_kind() -> None:
    drawn, again = tables(600, 1), tables(600, 1)
    pairs = zip(drawn, again, strict=True)
    assert all(np.array_equal(one.values, other.values) for one, other in pairs)
    assert {table.values.shape[1] for table in drawn} == set(range(2, 13))
    assert {table.size for table in drawn} == set(range(2, 7))
    units = [table.values.shape[0] for table in drawn]
    assert (min(units), max(units)) == (2, 40)
    missing = [(table.values == MISSING).mean() for table in drawn if table.values.size > 100]
    assert min(missing) == pytest.approx(0, abs=0.02)
    assert max(missing) == pytest.approx(0.6, abs=0.1)
