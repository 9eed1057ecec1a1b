"""`scripts/differential 1000000 --seed 4`: random cases, and the figures of the run."""

from __future__ import annotations

import sys
import time
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass, field
from random import Random

from agreement.generated import rulebooks
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st
from reliability import figures

from differential.comparing import Comparison
from spur_rules import load_rulebook
from spur_rules.rulebook import Rulebook

PROFILES = ("standard", "sträng", "generös")
CASES_EACH = 250


@dataclass
class Found:
    """What a run has counted so far."""

    wanted: int
    seed: int
    cases: int = 0
    rulebooks: int = 0
    domains: int = 0
    disagreements: list[str] = field(default_factory=list)

    def add(self, rulebook: Rulebook, profile: str) -> None:
        """Compare one rulebook on checklists that all differ, as many as are left to do."""
        comparison = Comparison(rulebook, profile)
        random, seen = Random(f"{self.seed}/{self.rulebooks}"), set[tuple[int, ...]]()
        for _ in range(2 * CASES_EACH):
            checklist = comparison.checklist(random)
            codes = tuple(checklist.codes.values())
            if codes in seen or len(seen) == CASES_EACH or self.cases == self.wanted:
                continue
            seen.add(codes)
            rows = comparison.disagreements(checklist)
            self.disagreements += [f"case {self.cases}: {row}" for row in rows]
            self.cases += 1
            self.domains += len(rulebook.domains)
        self.rulebooks += 1


def run(cases: int, seed: int) -> Found:
    """So many cases: one checklist in one rulebook each, every domain of it compared.

    Args:
        cases: How many.
        seed: The same seed draws the same cases.
    """
    found, batch = Found(cases, seed), 0
    shipped = st.sampled_from([(load_rulebook(), profile) for profile in PROFILES])
    drawn = rulebooks().map(lambda rulebook: (rulebook, PROFILES[0]))
    mixed = st.integers(0, 9).flatmap(lambda number: drawn if number else shipped)
    while found.cases < cases:
        _batch(found, mixed, seed * 1_000_003 + batch)
        batch += 1
    return found


def _batch(found: Found, pairs: st.SearchStrategy[tuple[Rulebook, str]], seed: int) -> None:
    """Hypothesis draws the rulebooks, many at a time; how often it is asked is its own count."""

    @seeded(seed)
    @settings(
        max_examples=100,
        deadline=None,
        database=None,
        phases=(Phase.generate,),
        suppress_health_check=list(HealthCheck),
    )
    @given(pairs)
    def compare(pair: tuple[Rulebook, str]) -> None:
        if found.cases < found.wanted:
            found.add(*pair)

    compare()


def _arguments() -> Namespace:
    parser = ArgumentParser(prog="scripts/differential", description=__doc__)
    parser.add_argument("cases", type=int, nargs="?", default=1_000_000)
    parser.add_argument("--seed", type=int, default=4)
    return parser.parse_args()


def main() -> int:
    """Run, print and keep the figures; 1 where any case differs."""
    asked, started = _arguments(), time.perf_counter()
    found = run(asked.cases, asked.seed)
    counted = {
        "cases": found.cases,
        "rulebooks": found.rulebooks,
        "domains graded": found.domains,
        "disagreements": len(found.disagreements),
        "seconds": round(time.perf_counter() - started),
    }
    figures.write("differential", counted, asked.seed, found.disagreements[:20])
    for name, value in counted.items():
        print(f"{value:>12,} {name}")
    print(*found.disagreements[:20], sep="\n")
    return 1 if found.disagreements else 0


if __name__ == "__main__":
    sys.exit(main())
