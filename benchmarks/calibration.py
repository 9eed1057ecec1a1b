"""All statistics of a large panel: seconds, peak memory, and where the time goes."""

from __future__ import annotations

import argparse
import resource
from collections.abc import Callable, Iterator
from time import perf_counter, process_time
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from reviews import RULEBOOK

from spur_rules.api import read_policy
from spur_rules.calibration.agreement.agreement import agree
from spur_rules.calibration.agreement.resampling import Resampling
from spur_rules.calibration.calibrating import Calibration
from spur_rules.calibration.panels.panel import GRADES, NO_GRADE, Panel
from spur_rules.calibration.severity.rating_severity import rate_severity
from spur_rules.calibration.split.splitting import split
from spur_rules.calibration.suggested import suggest_panel
from spur_rules.documents.calibration.data import calibration_csv, calibration_data
from spur_rules.documents.calibration.document import calibration_document
from spur_rules.documents.data import written
from spur_rules.documents.html import as_html
from spur_rules.vocabulary import Code, Norm

RATERS, CASES, SAMPLES = 60, 200, 2000
GOAL_SECONDS, GOAL_REPORT, GOAL_MB = 30.0, 5.0, 500.0
#: How large a part of the rows falls short in a case, of those how many only partly, and how often
#: a rater sees something else, leaves a row or a grade out, or grades against the rules.
SHORT, PARTLY, SLIP, LEFT_OUT, JUDGED = 0.12, 0.3, 0.04, 0.03, 0.1


class Step(NamedTuple):
    """One part of the work: how long it took, how busy it was, and the peak of memory after it."""

    name: str
    seconds: float
    cpu_seconds: float
    peak_mb: float


def drawn_panel(raters: int, cases: int, seed: int) -> Panel:
    """A panel in which every rater reviews nearly every case, some of them stricter than others."""
    random = np.random.Generator(np.random.PCG64(seed))
    review = np.argwhere(random.random((cases, raters)) < 0.97)
    case_of, rater_of = review[:, 0], review[:, 1]
    truth = _truth(random, cases)
    seen = _seen(random, truth[case_of], random.normal(0, 0.5, raters)[rater_of])
    empty = np.full((len(review), len(RULEBOOK.domains)), NO_GRADE, np.int8)
    kinds = (("F", cases), ("R", raters))
    names = [tuple(f"{kind} {n:03}" for n in range(of)) for kind, of in kinds]
    ungraded = Panel(RULEBOOK, names[0], names[1], case_of, rater_of, seen, empty)
    worst = suggest_panel(ungraded, read_policy(RULEBOOK)).worst
    return Panel(
        RULEBOOK, names[0], names[1], case_of, rater_of, seen, _judged(random, worst, empty)
    )


def _truth(random: np.random.Generator, cases: int) -> NDArray[np.uint8]:
    """What each case is like: föreskrifter are broken less often than the rest."""
    rows = [RULEBOOK.indicators[id].norm for id in RULEBOOK.order]
    share = np.array([SHORT / 4 if norm is Norm.FORESKRIFT else SHORT for norm in rows])
    is_short = random.random((cases, len(rows))) < share
    is_partly = random.random((cases, len(rows))) < PARTLY
    truth = np.where(is_short, np.where(is_partly, Code.PARTLY, Code.NOT_MET), Code.MET)
    is_void = random.random((cases, len(rows))) < 0.02
    return np.where(is_void, Code.NOT_APPLICABLE, truth).astype(np.uint8)


def _seen(
    random: np.random.Generator, truth: NDArray[np.uint8], severity: NDArray[np.float64]
) -> NDArray[np.uint8]:
    """What a rater ticks: mostly what is there; the strict see more shortcomings."""
    drawn = random.random(truth.shape)
    slip = SLIP * np.exp(severity)[:, None]
    worse, better = np.minimum(truth + 2, Code.NOT_MET), np.where(truth >= 2, truth - 2, truth)
    seen = np.where(drawn < slip / 2, worse, np.where(drawn > 1 - SLIP / 2, better, truth))
    seen = np.where(truth == Code.NOT_APPLICABLE, truth, np.where(seen == 1, Code.MET, seen))
    left_out = random.random(truth.shape) < LEFT_OUT
    return np.where(left_out, Code.NOT_ASSESSED, seen).astype(np.uint8)


def _judged(
    random: np.random.Generator, worst: NDArray[np.int8], given: NDArray[np.int8]
) -> NDArray[np.int8]:
    """The grades that are given: what the rules say of the rater's own ticks, or a neighbour."""
    given = given.copy()
    for at, domain in enumerate(RULEBOOK.domains):
        scale = np.array([GRADES.index(grade) for grade in domain.domain.grades])
        place = np.searchsorted(scale, worst[:, at])
        moved = random.choice([-1, 0, 1], len(place), p=[JUDGED / 2, 1 - JUDGED, JUDGED / 2])
        given[:, at] = scale[np.clip(place + moved, 0, len(scale) - 1)]
    return np.where(random.random(given.shape) < LEFT_OUT, np.int8(NO_GRADE), given)


class Work:
    """A calibration in its steps, as `calibrate` and the report take them."""

    def __init__(self, panel: Panel, samples: int) -> None:
        self.panel, self.policy = panel, read_policy(RULEBOOK)
        self.resampling = Resampling(len(panel.cases), samples)
        self.found: Calibration | None = None

    def statistics(self) -> Iterator[Step]:
        """All statistics, one after the other."""
        panel, resampling = self.panel, self.resampling
        yield (suggested := measured("suggested", lambda: suggest_panel(panel, self.policy))).step
        yield (agreements := measured("agreement", lambda: agree(panel, resampling))).step
        by_rules = suggested.found
        split_up = measured("split", lambda: split(panel, self.policy, by_rules, resampling))
        yield split_up.step
        strict = measured("severity", lambda: rate_severity(panel, by_rules, resampling))
        yield strict.step
        found = (agreements.found, split_up.found, strict.found)
        self.found = Calibration(panel, self.policy, by_rules, *found)

    def reports(self) -> Iterator[Step]:
        """What is written after that."""
        found = self.found
        yield measured("html", lambda: as_html(calibration_document(found, "sv"))).step
        yield measured("json", lambda: written(calibration_data(found), "json")).step
        yield measured("csv", lambda: calibration_csv(found)).step


def peak_mb() -> float:
    """The most memory that this process ever held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


class Measured(NamedTuple):
    """What a step found, and what it took."""

    found: Any
    step: Step


def measured(name: str, work: Callable[[], object]) -> Measured:
    """Do one part of the work."""
    start, cpu = perf_counter(), process_time()
    found = work()
    return Measured(found, Step(name, perf_counter() - start, process_time() - cpu, peak_mb()))


def show(steps: list[Step], goal: float) -> None:
    """Each step with its share, and all of them against the goal."""
    whole = sum(step.seconds for step in steps)
    for step in steps:
        share = step.seconds / whole
        taken = f"{step.seconds:>7.2f} s {share:>5.0%}  {step.cpu_seconds:>6.2f} s of CPU"
        print(f"{step.name:<12}{taken}  peak {step.peak_mb:.0f} MB")
    passed = whole < goal and steps[-1].peak_mb < GOAL_MB
    told = f"{whole:.2f} s of {goal:.0f}, peak {steps[-1].peak_mb:.0f} MB of {GOAL_MB:.0f}"
    print(f"in all {told}: {'pass' if passed else 'FALLS SHORT'}\n")


def main() -> None:
    """Draw a panel, count everything, write it, and print what that took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raters", type=int, default=RATERS)
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--samples", type=int, default=SAMPLES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    before = peak_mb()
    panel = drawn_panel(options.raters, options.cases, options.seed)
    shape = f"{options.raters} raters × {options.cases} cases × {len(RULEBOOK.order)} indicators"
    print(f"{shape}: {panel.size} reviews, {options.samples} samples, seed {options.seed}")
    print(f"peak {before:.0f} MB before the panel is drawn, {peak_mb():.0f} MB after\n")
    work = Work(panel, options.samples)
    show(list(work.statistics()), GOAL_SECONDS)
    show(list(work.reports()), GOAL_REPORT)


if __name__ == "__main__":
    main()
