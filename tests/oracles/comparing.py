"""Our coefficients beside the oracles'."""

from __future__ import annotations

import json
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from oracles.tables import Table
from spur_rules.calibration.agreement.case_sums import two_rater_sums, unit_sums
from spur_rules.calibration.agreement.coefficients import OF_TWO_RATERS, OF_UNITS, coefficients
from spur_rules.calibration.agreement.estimates import Coefficient
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.agreement.student import t_quantile

#: What the two may differ by.
CLOSE = 1e-9
#: Degrees of freedom at which Student's t is held against scipy's.
DEGREES = [*range(1, 301), 999, 1000, 10_000]
Answers = Mapping[str, float | None]


@dataclass
class Found:
    """What the comparison has counted. A difference that no definition explains is in `wrong`."""

    compared: Counter[str] = field(default_factory=Counter)
    largest: float = 0.0
    #: Tables for which the program gives no figure, by its reason, though the oracle does. Its
    #: formula is compared all the same.
    withheld: Counter[str] = field(default_factory=Counter)
    no_answer: int = 0
    #: irrCAC's alpha of ratings that are one answer: 0/0, but for what rounding leaves of both.
    noise: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, number: int, table: Table, answers: Answers) -> None:
        """Compare every answer to one table.

        Args:
            number: Its number, to find it again by.
            table: The ratings.
            answers: By oracle and coefficient, as `answering` names them.
        """
        given = coefficients(table.ratings(), Resampling(len(table.values), samples=1))
        for name, theirs in answers.items():
            which = Coefficient(name.split()[1])
            if name == "irrCAC krippendorff_alpha_nominal" and table.is_one_answer():
                self.noise += 1
                continue
            why_not, by_formula = given[which].why_not, formula_alone(which, table)
            shown = given[which].value
            if theirs is None:
                self.no_answer += 1
                if shown is not None:
                    self.wrong.append(f"table {number}: {name} has no answer, ours is {shown}")
                continue
            if why_not:
                self.withheld[why_not] += 1
            ours = by_formula if shown is None else shown
            self._count(f"table {number}: {name}", name, ours, theirs)

    def _count(self, where: str, name: str, ours: float | None, theirs: float) -> None:
        if ours is None or abs(ours - theirs) > CLOSE:
            self.wrong.append(f"{where} says {theirs!r}, ours is {ours!r}")
            return
        self.compared[name] += 1
        self.largest = max(self.largest, abs(ours - theirs))

    def add_quantiles(self, theirs: Sequence[float]) -> None:
        """Compare Student's t.

        Args:
            theirs: One for each of DEGREES.
        """
        for degrees, quantile in zip(DEGREES, theirs, strict=True):
            name = "scipy t"
            self._count(f"{degrees} degrees: {name}", name, t_quantile(degrees), quantile)


def formula_alone(which: Coefficient, table: Table) -> float | None:
    """What the formula says, also where the program has a reason to show nothing."""
    if which in OF_UNITS:
        value = OF_UNITS[which](unit_sums(table.ratings()).total()).agreement()[0]
    else:
        sums = two_rater_sums(table.ratings())
        if sums is None:
            return None
        value = OF_TWO_RATERS[which](sums.total()).agreement()[0]
    return None if np.isnan(value) else float(value)


def answers_of(python: Path, tables: Sequence[Table]) -> tuple[list[Answers], list[float]]:
    """Every oracle's answer to every table, and scipy's quantiles.

    Args:
        python: The oracles' own.
        tables: What to ask of.
    """
    asked = [{"values": table.values.tolist(), "size": table.size} for table in tables]
    text = json.dumps({"tables": asked, "degrees": DEGREES})
    command = [python, Path(__file__).parent / "answering.py"]
    done = subprocess.run(command, input=text, capture_output=True, text=True)
    if done.returncode:
        raise SystemExit(f"the oracles failed:\n{done.stderr[-2000:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found["answers"], found["quantiles"]
