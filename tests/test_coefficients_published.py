"""The coefficients on published tables, with the figures that the publications print."""

from __future__ import annotations

import pytest
from rating_tables import distributed, ratings, two_raters

from spur_rules.calibration.agreement.coefficients import coefficients
from spur_rules.calibration.agreement.estimates import Coefficient
from spur_rules.calibration.agreement.ratings import Ratings
from spur_rules.calibration.agreement.resampling import Resampling

#: Four observers, twelve units, five values, some missing: Krippendorff, Computing Krippendorff's
#: Alpha-Reliability (2011), part C.
KRIPPENDORFF = ratings(
    "123321412...",
    "123322412 5.3",
    ".33323422 51.",
    "123324412 51.",
    scale="12345",
)
#: The same in Gwet, Handbook of Inter-Rater Reliability, 4th ed. (2014), where another observer has
#: the last unit; the figures are those of the R package irrCAC by the same author.
GWET = ratings(
    "123321412...",
    "123322412 5..",
    ".33323422 513",
    "123324412 51.",
    scale="12345",
)
#: Six psychiatrists, five diagnoses: 15 of the 30 patients of Fleiss, Measuring nominal scale
#: agreement among many raters, Psychological Bulletin 76 (1971), as in irrCAC.
FLEISS = distributed(
    (0, 0, 0, 6, 0),
    (0, 3, 0, 0, 3),
    (0, 1, 4, 0, 1),
    (0, 0, 0, 0, 6),
    (0, 3, 0, 3, 0),
    (2, 0, 4, 0, 0),
    (0, 0, 4, 0, 2),
    (2, 0, 3, 1, 0),
    (2, 0, 0, 4, 0),
    (0, 0, 0, 0, 6),
    (1, 0, 0, 5, 0),
    (1, 1, 0, 4, 0),
    (0, 3, 3, 0, 0),
    (1, 0, 0, 5, 0),
    (0, 2, 0, 3, 1),
)
#: Two abstractors, 100 pregnancies, three categories: Gwet (2014), as in irrCAC.
ABSTRACTORS = two_raters((13, 0, 0), (0, 20, 7), (0, 4, 56))
#: Two neurologists, four categories of multiple sclerosis: Westlund & Kurland (1953), by way of
#: Landis & Koch, Biometrics 33 (1977); kappa with linear weights from Friendly, Visualizing
#: Categorical Data (2000), and vcd's Kappa(MSPatients).
WINNIPEG = two_raters((38, 5, 0, 1), (33, 11, 3, 0), (10, 14, 5, 6), (3, 7, 3, 10))
NEW_ORLEANS = two_raters((5, 3, 0, 0), (3, 11, 4, 0), (2, 13, 3, 4), (1, 2, 4, 14))
#: Five observers, 40 articles, tone 0–3, some missing: Hayes & Krippendorff, Answering the call for
#: a standard reliability measure for coding data, Communication Methods and Measures 1 (2007).
HAYES = ratings(
    "112.001122 .013112110 0020100111 1223222221",
    "1130000.21 1023111210 0030210211 1122222221",
    "2030002221 0022112300 1.30.10122 02.2232.21",
    ".13....0.1 0022...31. 103021122. .122...12.",
    "2..0001.2. ...3112..0 .0..2.0..2 0.2.2222.1",
    scale="0123",
)

PUBLISHED = [
    ("Krippendorff", KRIPPENDORFF, Coefficient.ALPHA_NOMINAL, 0.743, 3),
    ("Krippendorff", KRIPPENDORFF, Coefficient.ALPHA_ORDINAL, 0.815, 3),
    ("Hayes & Krippendorff", HAYES, Coefficient.ALPHA_ORDINAL, 0.7598, 4),
    ("Gwet, four raters", GWET, Coefficient.AC1, 0.77544, 5),
    ("Gwet, four raters", GWET, Coefficient.BRENNAN_PREDIGER, 0.77273, 5),
    ("Gwet, four raters", GWET, Coefficient.ALPHA_NOMINAL, 0.74342, 5),
    ("Fleiss", FLEISS, Coefficient.AC1, 0.4448007, 7),
    ("Fleiss", FLEISS, Coefficient.BRENNAN_PREDIGER, 0.4388889, 7),
    ("Fleiss", FLEISS, Coefficient.ALPHA_NOMINAL, 0.4204384, 7),
    ("Gwet, abstractors", ABSTRACTORS, Coefficient.AC1, 0.8493305, 7),
    ("Gwet, abstractors", ABSTRACTORS, Coefficient.BRENNAN_PREDIGER, 0.835, 7),
    ("Gwet, abstractors", ABSTRACTORS, Coefficient.ALPHA_NOMINAL, 0.7972585, 7),
    ("Friendly, Winnipeg", WINNIPEG, Coefficient.KAPPA_LINEAR, 0.380, 3),
    ("Friendly, New Orleans", NEW_ORLEANS, Coefficient.KAPPA_LINEAR, 0.477, 3),
]


def value(table: Ratings, which: Coefficient) -> float:
    found = coefficients(table, Resampling(table.cases, samples=1))[which].value
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("table", "which", "printed", "decimals"),
    [row[1:] for row in PUBLISHED],
    ids=[f"{source}: {which}" for source, _, which, _, _ in PUBLISHED],
)
def test_the_figure_is_the_printed_one(
    table: Ratings, which: Coefficient, printed: float, decimals: int
) -> None:
    assert round(value(table, which), decimals) == printed


def test_ordinal_weights_by_hand() -> None:
    """Gwet's four raters. With five categories, steps cost 1/10, 3/10, 6/10 and 1.

    Of the eleven units with two ratings or more, 2223 and 1112 have half their pairs one step apart
    (0.05 each); 1234 has three pairs one step apart, two at two, one at three: 1.5/6 = 0.25. In all
    0.35/11 disagreement.
    """
    observed = 0.35 / 11
    # 25 cells, less what the steps cost: 2·(4·0.1 + 3·0.3 + 2·0.6 + 1) = 7.
    in_all = 18
    assert value(GWET, Coefficient.BRENNAN_PREDIGER_ORDINAL) == pytest.approx(
        1 - observed / (1 - in_all / 25), abs=1e-12
    )
    # Portions of the twelve units: 1 in 1, ¼ in 6, ¾ in 8, 1 in 11; and so on for the others.
    used = [3 / 12, 3.25 / 12, 3.5 / 12, 1.25 / 12, 1 / 12]
    by_chance = in_all / (5 * 4) * sum(share * (1 - share) for share in used)
    assert value(GWET, Coefficient.AC2) == pytest.approx(1 - observed / (1 - by_chance), abs=1e-12)


def test_kappa_by_hand() -> None:
    """Eight units, two of them one step apart; rows 3, 3, 2 and columns 2, 3, 3.

    By chance, in 64ths: 9·1 + 9·2 + 6·1 + 9·1 + 4·2 + 6·1 = 56 steps, and with squares
    9·1 + 9·4 + 6·1 + 9·1 + 4·4 + 6·1 = 82.
    """
    table = two_raters((2, 1, 0), (0, 2, 1), (0, 0, 2))
    assert value(table, Coefficient.KAPPA_LINEAR) == pytest.approx(1 - 2 * 8 / 56, abs=1e-12)
    assert value(table, Coefficient.KAPPA_QUADRATIC) == pytest.approx(1 - 2 * 8 / 82, abs=1e-12)
