"""What an explanation costs beside the suggestion, and the exact searches in the largest domain.

The first table is ratios of medians of one interleaved run. The second is the slowest of many
random states of the largest domain, nothing kept from one to the next.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from random import Random
from time import perf_counter
from typing import Any

from reviews import RULEBOOK, checklist_of, real_case, varied
from rounds import interleaved

from spur_rules import Checklist
from spur_rules.api import derive, explain, hints, read_policy, sensitivity, suggest, summarise
from spur_rules.explaining.open_questions import OpenQuestions
from spur_rules.explaining.repairs import Repairs
from spur_rules.explaining.reticking import Reticking
from spur_rules.explaining.what_if import WhatIf
from spur_rules.in_force import rules_in_force
from spur_rules.vocabulary import Code

PLAIN = "the suggestion"
EXPLAINED = "explained: repairs and worsenings"
WHOLE = "the same, with hints and the whole review"
POLICY = read_policy(RULEBOOK)
GOAL_RATIO, GOAL_MS = 15, 50


def explained(checklist: Checklist) -> None:
    """What `explain` gives: the suggestion, the smallest repairs and the single worsenings."""
    explain(RULEBOOK, checklist, POLICY, "native")


def whole(checklist: Checklist) -> None:
    """All that the text report shows."""
    explanation = explain(RULEBOOK, checklist, POLICY, "native")
    hints(RULEBOOK, checklist)
    summarise(RULEBOOK, explanation.suggestion)


def derived(checklist: Checklist) -> None:
    """The full derivation of every domain."""
    for domain in RULEBOOK.domains:
        derive(RULEBOOK, checklist, domain.letter, POLICY)


RUNS: dict[str, Callable[[Any], Any]] = {
    PLAIN: lambda checklist: suggest(RULEBOOK, checklist, POLICY, "native"),
    EXPLAINED: explained,
    WHOLE: whole,
    "every derivation, by the definition": derived,
    "sensitivity to every reading": lambda c: sensitivity(RULEBOOK, c, POLICY),
}


def explanations(rounds: int) -> bool:
    """The table of ratios; whether the goal is reached."""
    reached = True
    for title, answers in (
        ("the real case", [real_case()]),
        ("64 in turn", varied(64, (0.02, 0.1, 0.2))),
    ):
        checklists = [checklist_of(dict(found)) for found in answers]
        medians = interleaved(RUNS, lambda _, found=checklists: found, rounds)
        print(f"\n{title}")
        for name, taken in medians.items():
            print(f"  {name:<45} {taken:9.1f} us  ({taken / medians[PLAIN]:.1f})")
        reached &= medians[WHOLE] <= GOAL_RATIO * medians[PLAIN]
    return reached


def largest_domain(states: int) -> bool:
    """The slowest of many states of the largest domain; whether the goal is reached."""
    domains = rules_in_force(RULEBOOK, POLICY).domains
    domain = max(domains, key=lambda found: len(found.linked.order))
    searches: dict[str, Callable[[WhatIf, bytes], Any]] = {
        "smallest repairs and worsenings": _repairs,
        "order of the questions": lambda what_if, own: OpenQuestions(what_if, own).find(),
        "fewest ticks to every grade": lambda what_if, own: [
            Reticking(what_if, own).find(grade) for grade in domain.linked.domain.grades
        ],
    }
    random, size = Random(14), len(domain.linked.order)
    slowest = dict.fromkeys(searches, 0.0)
    for number in range(states):
        unknown = number % (size + 1)
        codes = [random.choice((Code.MET, Code.PARTLY, Code.NOT_MET)) for _ in range(size)]
        for at in random.sample(range(size), unknown):
            codes[at] = Code.NOT_ASSESSED
        for name, search in searches.items():
            what_if = WhatIf(domain)
            start = perf_counter()
            search(what_if, bytes(codes))
            slowest[name] = max(slowest[name], 1000 * (perf_counter() - start))
    print(f"\ndomain {domain.linked.letter}, {size} indicators, the slowest of {states} states")
    for name, taken in slowest.items():
        print(f"  {name:<45} {taken:9.1f} ms")
    return max(list(slowest.values())[:2]) <= GOAL_MS


def _repairs(what_if: WhatIf, own: bytes) -> None:
    repairs = Repairs(what_if, own)
    repairs.find()
    repairs.worsenings()


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--states", type=int, default=1500)
    arguments = parser.parse_args()
    goals = {
        f"all that a report shows ≤ {GOAL_RATIO} × the suggestion": explanations(arguments.rounds),
        f"repairs and questions ≤ {GOAL_MS} ms each": largest_domain(arguments.states),
    }
    print()
    for goal, is_reached in goals.items():
        print(f"{goal}: {'reached' if is_reached else 'FALLS SHORT'}")


if __name__ == "__main__":
    main()
