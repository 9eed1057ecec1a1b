"""How fast a whole review is graded: 8 domains, 74 indicators, grades and shortcoming ids.

All contestants run in turn in every round of one process, so that they meet the same machine. Each
must first give the same answers on random checklists. Nothing is asserted about time.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from by_hand import by_hand
from durable_bare import durable_bare
from reviews import Answers, Result, checklist_of, real_case, varied
from rounds import interleaved
from rule_engine_form import rule_engine_form
from spur_forms import (
    by_definition,
    coded,
    lean,
    read_lean,
    read_whole,
    ready,
    statuses,
    whole,
)
from zen_forms import codes_form, loaded_node_form, root_list_form, sparse_form

CHECKED = 300
IN_TURN = 64
SHARES = (0.02, 0.1, 0.2)


@dataclass(frozen=True)
class Contestant:
    """One way to grade.

    Args:
        grade: What is timed.
        prepare: Makes its input of the answers; not timed.
        read: Makes the common result of its own; not timed.
        anew: Its input is made anew in every round, so that nothing kept in it helps.
    """

    grade: Callable[[Any], Any]
    prepare: Callable[[Answers], Any] = dict
    read: Callable[[Any], Result] = tuple  # type: ignore[assignment]
    anew: bool = False

    def result(self, answers: Answers) -> Result:
        """What it says of one checklist."""
        return self.read(self.grade(self.prepare(answers)))


HAND = "hand-written Python"
NATIVE = "native"
SUGGESTION = "whole Suggestion"
DURABLE = "durable"
BARE = "durable-rules, bare"
# Twelve forms of zen-engine were tried; `zen_forms.py` has them with their ratios to hand-written
# Python: one compiled expression over counts 1.1 to 2.2, one for each domain 2.5, counting in ZEN 6
# to 7, a decision graph in a static loader 2.8, a decision table there 6.5, and a graph made by
# `create_decision` 20 to 150. The fastest run here: two that start from texts, and one from status
# codes, which is the strictest, because a checklist that was graded before keeps its codes too.
ZEN = ("zen-engine, sparse counts", "zen-engine, list of counts")
ZEN_CODES = "zen-engine, status codes"

CONTESTANTS: dict[str, Contestant] = {
    HAND: Contestant(by_hand),
    NATIVE: Contestant(lean("native"), ready, read_lean),
    "native, checklist first seen": Contestant(lean("native"), checklist_of, read_lean, True),
    ZEN[0]: Contestant(sparse_form()),
    ZEN[1]: Contestant(root_list_form()),
    ZEN_CODES: Contestant(codes_form(), coded),
    "zen-engine, decision graph": Contestant(loaded_node_form()),
    SUGGESTION: Contestant(whole, ready, read_whole),
    "whole Suggestion, first seen": Contestant(whole, checklist_of, read_whole, True),
    BARE: Contestant(durable_bare()),
    DURABLE: Contestant(lean("durable"), ready, read_lean),
    "rule-engine": Contestant(rule_engine_form()),
    "the definition": Contestant(by_definition, statuses),
}

#: What is compared, with the fastest of what, and how many times as long it may take.
GOALS = (
    (NATIVE, ZEN, 1.0),
    (NATIVE, (ZEN_CODES,), 1.0),
    (SUGGESTION, (HAND,), 10.0),
    (DURABLE, (BARE,), 1.3),
)


def check_same(checklists: Sequence[Answers]) -> None:
    """Every contestant says the same of every checklist."""
    for answers in checklists:
        expected = by_hand(answers)
        for name, contestant in CONTESTANTS.items():
            found = contestant.result(answers)
            assert found == expected, f"{name}: {found}, not {expected}, of {answers}"


def times(checklists: Sequence[Answers], rounds: int) -> dict[str, float]:
    """Each contestant's median time for one review, in microseconds."""
    kept = {n: [c.prepare(a) for a in checklists] for n, c in CONTESTANTS.items() if not c.anew}

    def inputs(name: str) -> Sequence[Any]:
        prepare = CONTESTANTS[name].prepare
        return kept[name] if name in kept else [prepare(answers) for answers in checklists]

    runs = {name: contestant.grade for name, contestant in CONTESTANTS.items()}
    once = frozenset(name for name, contestant in CONTESTANTS.items() if contestant.anew)
    return interleaved(runs, inputs, rounds, once)


def show(columns: dict[str, dict[str, float]]) -> None:
    """The table: times, and how many times as long as hand-written Python."""
    print(f"{'median µs (times hand-written)':32}" + "".join(f"{title:>22}" for title in columns))
    for name in CONTESTANTS:
        cells = (f"{t[name]:10.1f} µs ({t[name] / t[HAND]:6.2f})" for t in columns.values())
        print(f"{name:32}" + "".join(f"{cell:>22}" for cell in cells))


def show_goals(columns: dict[str, dict[str, float]]) -> None:
    """Each goal, and whether it is met in each column."""
    print()
    for name, others, limit in GOALS:
        ratios = [
            (title, taken[name] / min(taken[other] for other in others))
            for title, taken in columns.items()
        ]
        verdicts = (
            f"{title} {ratio:.2f} {'pass' if ratio <= limit else 'FALLS SHORT'}"
            for title, ratio in ratios
        )
        print(f"{name} ≤ {limit:g} × {' / '.join(others)}: {'; '.join(verdicts)}")


def main() -> None:
    """Check that all agree, time them, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=60)
    rounds = parser.parse_args().rounds
    check_same([real_case(), *varied(CHECKED, (0, 0.02, 0.1, 0.3, 1))])
    print(f"{CHECKED + 1} checklists: all {len(CONTESTANTS)} contestants agree\n")
    columns = {
        "the real case": times([real_case()] * IN_TURN, rounds),
        f"{IN_TURN} in turn": times(varied(IN_TURN, SHARES, seed=1), rounds),
    }
    show(columns)
    show_goals(columns)


if __name__ == "__main__":
    main()
