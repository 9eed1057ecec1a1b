"""RELIABILITY.md: the figures that were kept, and "not run" where there are none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from textwrap import wrap

from .figures import Run
from .producers import PRODUCERS, Producer

HEAD = """\
# Reliability

Every figure here was counted by the command beside it, on the day and the commit that it names.
Written by `scripts/reliability` from the files that those runs left; with `--run NAME` it runs one
anew. What was not run says so.
"""
MOST_NOTES = 40


def page(runs: Mapping[str, Run | None], of_this_code: Mapping[str, bool]) -> str:
    """The whole page; the same runs give the same bytes.

    Args:
        runs: The last run of each producer.
        of_this_code: For each commit in the runs, whether the code is still what it was then.
    """
    parts = [HEAD, *_summary(runs)]
    for producer in PRODUCERS:
        parts += _section(producer, runs.get(producer.name), of_this_code)
    return "\n".join(parts)


def _summary(runs: Mapping[str, Run | None]) -> Iterator[str]:
    yield "| what | run | commit | seed |\n|---|---|---|---|"
    for producer in PRODUCERS:
        run = runs.get(producer.name)
        link = "".join(c for c in producer.title.lower() if c.isalnum() or c in " -")
        cells = (run.date, f"`{run.commit}`", _seed(run)) if run else ("not run", "", "")
        title = f"[{producer.title}](#{link.replace(' ', '-')})"
        yield f"| {title} | {' | '.join(cells)} |"
    yield ""


def _section(
    producer: Producer, run: Run | None, of_this_code: Mapping[str, bool]
) -> Iterator[str]:
    yield f"## {producer.title}\n"
    yield from wrap(producer.what, 100)
    yield f"\n```sh\n{producer.command}\n```\n"
    if run is None:
        yield "**Not run.**\n"
        return
    at = f"{run.date}, commit `{run.commit}`"
    seed = f", seed {run.seed}" if run.seed is not None else ""
    later = "" if of_this_code[run.commit] else ". **The code or the rules have changed since.**"
    yield f"{at}{seed}{later}\n" if later else f"{at}{seed}\n"
    yield "| | |\n|---|---|"
    yield from (f"| {name} | {_shown(value)} |" for name, value in run.figures.items())
    yield ""
    yield from _notes(run)


def _notes(run: Run) -> Iterator[str]:
    if run.notes:
        yield from (f"- {note}" for note in run.notes[:MOST_NOTES])
        if len(run.notes) > MOST_NOTES:
            yield f"- … and {len(run.notes) - MOST_NOTES} more"
        yield ""


def _seed(run: Run) -> str:
    return "" if run.seed is None else str(run.seed)


def _shown(value: int | float | str) -> str:
    return f"{value:,}" if isinstance(value, int) else str(value)
