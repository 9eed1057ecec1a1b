"""`scripts/oracles 2500 --seed 4`: the coefficients against the oracles, and the figures."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

from reliability import figures

from oracles.comparing import Found, answers_of
from oracles.environment import python
from oracles.tables import tables

#: Where an oracle means something else, or says something that we do not.
NOTES = (
    "irrCAC rounds to five decimals; it is asked for 17.",
    "irrCAC and krippendorff count the categories that are used unless told the scale's: they are"
    " told.",
    "irrCAC's ordinal alpha uses Gwet's ordinal weights, not Krippendorff's metric: the ordinal"
    " alpha is compared with krippendorff alone.",
    "Where every rating is one answer, irrCAC says 1 for AC1, AC2 and Brennan–Prediger; the program"
    " gives no figure, as it does where a single unit has two ratings. The formulas are"
    " compared all the same; such tables are counted as withheld.",
    "Where all ratings that can be paired are one answer, alpha is 0/0. krippendorff says so;"
    " irrCAC divides what rounding left of both, and has said 1.5, 0.5 and 0: left out.",
    "scikit-learn takes no missing ratings: it is given the units that both raters rated.",
)


def run(count: int, seed: int) -> Found:
    """So many tables, and Student's t.

    Args:
        count: How many tables.
        seed: The same seed draws the same tables.
    """
    drawn = tables(count, seed)
    answers, quantiles = answers_of(python(), drawn)
    found = Found()
    for number, (table, theirs) in enumerate(zip(drawn, answers, strict=True)):
        found.add(number, table, theirs)
    found.add_quantiles(quantiles)
    return found


def counted(found: Found, count: int, seconds: float) -> Mapping[str, int | float | str]:
    """What a run shows.

    Args:
        found: What it found.
        count: How many tables there were.
        seconds: How long it took.
    """
    return {
        "tables": count,
        **{f"compared: {name}": number for name, number in sorted(found.compared.items())},
        "largest difference": f"{found.largest:.1e}",
        "further apart than 1e-9, or one has an answer that the other lacks": len(found.wrong),
        "the oracle has no answer, nor do we": found.no_answer,
        "irrCAC's alpha of one answer, 0/0, left out": found.noise,
        **{f"withheld: {why}": number for why, number in sorted(found.withheld.items())},
        "seconds": round(seconds),
    }


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="scripts/oracles", description=__doc__)
    parser.add_argument("tables", type=int, nargs="?", default=2500)
    parser.add_argument("--seed", type=int, default=4)
    return parser.parse_args()


def main() -> int:
    """Run, print and keep the figures; 1 where anything differs."""
    asked, started = _arguments(), time.perf_counter()
    print(f"seed {asked.seed}")
    found = run(asked.tables, asked.seed)
    rows = counted(found, asked.tables, time.perf_counter() - started)
    figures.write("oracles", rows, asked.seed, [*found.wrong[:20], *NOTES])
    for name, value in rows.items():
        print(f"{value:>12,} {name}" if isinstance(value, int) else f"{value:>12} {name}")
    print(*found.wrong[:20], sep="\n")
    return 1 if found.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
