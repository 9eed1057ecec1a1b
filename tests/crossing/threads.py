"""Threads that share one engine, each with checklists of its own whose grades are known before."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import cycle, islice
from random import Random

from differential.comparing import STATUSES, WITHOUT_OTHERWISE

from spur_rules import Checklist, Status, evaluation
from spur_rules.api.grading import grader
from spur_rules.in_force import rules_in_force
from spur_rules.rulebook import Rulebook
from spur_rules.suggesting import Outline
from spur_rules.vocabulary import Norm

THREADS = 8
CHECKLISTS = 60  # of each thread

Known = list[tuple[Checklist, Outline]]


def known(rulebook: Rulebook, thread: int, seed: int) -> Known:
    """One thread's checklists, and what the definition says of each."""
    random = Random(f"{seed}/{thread}")
    checklists = [_drawn(rulebook, random) for _ in range(CHECKLISTS)]
    return [(checklist, _defined(rulebook, checklist)) for checklist in checklists]


def _drawn(rulebook: Rulebook, random: Random) -> Checklist:
    met, drawn = random.choice((0.5, 0.9, 0.98)), {}
    for id, row in rulebook.indicators.items():
        allowed = STATUSES if row.norm is Norm.ALLMANT_RAD else WITHOUT_OTHERWISE
        drawn[id] = Status.MET if random.random() < met else random.choice(allowed)
    return Checklist.of(rulebook.catalog.id, drawn)


def _defined(rulebook: Rulebook, checklist: Checklist) -> Outline:
    domains = rules_in_force(rulebook, rulebook.policy()).domains
    statuses = [{id: checklist.status(id) for id in d.linked.order} for d in domains]
    ranges = [evaluation.grade_range(d, s) for d, s in zip(domains, statuses, strict=True)]
    worst, best = zip(*ranges, strict=True)
    short = [id for id in rulebook.indicators if checklist.status(id).is_shortcoming]
    return Outline(worst, best, short)


def crossed(rulebook: Rulebook, engine: str, each: int, seed: int) -> list[str]:
    """Grade in all threads at once; the answers that are not what they must be.

    Args:
        rulebook: What all of them share.
        engine: The engine that all of them share.
        each: How many evaluations each thread makes.
        seed: The same seed draws the same checklists.
    """
    shared = grader(rulebook, rulebook.policy(), engine)
    own = [known(rulebook, thread, seed) for thread in range(THREADS)]
    together = threading.Barrier(THREADS)

    def work(thread: int) -> list[str]:
        together.wait()
        found = []
        for number, (checklist, wanted) in enumerate(islice(cycle(own[thread]), each)):
            if shared.outline(checklist) != wanted:
                found.append(f"{engine}: thread {thread}, evaluation {number}")
        return found

    with ThreadPoolExecutor(THREADS) as pool:
        return [row for rows in pool.map(work, range(THREADS)) for row in rows]
