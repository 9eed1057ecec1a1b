"""Asks the oracles, in their own environment: tables in as JSON, answers out.

Imports nothing of ours. What an oracle refuses or answers with nan is no answer: null.
"""

from __future__ import annotations

import json
import math
import sys
import warnings
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor

#: irrCAC rounds to five decimals unless told otherwise; this is beyond what a float holds.
DIGITS = 17


def _answer(ask: Callable[[], float]) -> float | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            answer = float(ask())
    except (ValueError, ZeroDivisionError, IndexError):
        return None
    return answer if math.isfinite(answer) else None


def of_table(table: dict) -> dict[str, float | None]:
    """Every oracle's answer to one table. Imported here: pytest reads this file without them."""
    import krippendorff
    import numpy as np
    import pandas
    from irrCAC.raw import CAC
    from sklearn.metrics import cohen_kappa_score

    values = np.array(table["values"], float)
    values[values < 0] = np.nan
    scale = [float(place) for place in range(table["size"])]

    def cac(weights: str, method: str) -> float:
        frame = pandas.DataFrame(values)
        made = CAC(frame, weights=weights, categories=scale, digits=DIGITS)
        return getattr(made, method)()["est"]["coefficient_value"]

    def alpha(level: str) -> float:
        return krippendorff.alpha(values.T, value_domain=scale, level_of_measurement=level)

    answers = {
        "irrCAC gwet_ac1": _answer(lambda: cac("identity", "gwet")),
        "irrCAC gwet_ac2": _answer(lambda: cac("ordinal", "gwet")),
        "irrCAC krippendorff_alpha_nominal": _answer(lambda: cac("identity", "krippendorff")),
        "irrCAC brennan_prediger": _answer(lambda: cac("identity", "bp")),
        "irrCAC brennan_prediger_ordinal": _answer(lambda: cac("ordinal", "bp")),
        "krippendorff krippendorff_alpha_nominal": _answer(lambda: alpha("nominal")),
        "krippendorff krippendorff_alpha_ordinal": _answer(lambda: alpha("ordinal")),
    }
    rated = values[:, ~np.isnan(values).all(axis=0)]
    if rated.shape[1] == 2:
        both = rated[~np.isnan(rated).any(axis=1)].astype(int)
        for weights in ("linear", "quadratic"):

            def kappa(weights: str = weights) -> float:
                labels = range(table["size"])
                return cohen_kappa_score(both[:, 0], both[:, 1], labels=labels, weights=weights)

            answers[f"scikit-learn cohen_kappa_{weights}"] = _answer(kappa)
    return answers


def quantiles(degrees: list[int]) -> list[float]:
    """Student's t at 97.5 %, by scipy."""
    from scipy.stats import t

    return [float(t.ppf(0.975, each)) for each in degrees]


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    with ProcessPoolExecutor() as pool:
        answers = list(pool.map(of_table, asked["tables"], chunksize=50))
    json.dump({"answers": answers, "quantiles": quantiles(asked["degrees"])}, sys.stdout)
