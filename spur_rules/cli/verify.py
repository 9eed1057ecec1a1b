"""`spur-rules verify`: a rulebook proven by trying every combination of answers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import FINDINGS, GRADED
from .options import Source, format_option, joined_option, rulebook_options
from .screen import width

if TYPE_CHECKING:
    from ..errors import Problem
    from ..rulebook import Rulebook
    from ..texts import Language

#: What only grading must refuse: here it is what is looked for.
_LOOKED_FOR = {"SR307", "SR308"}


@click.command(epilog="Example: spur-rules verify --rules my-rules.yaml --write cases.yaml")
@joined_option(
    "--policy",
    metavar="READING",
    help="Only this reading: a profile, and single parameters as name=value.",
)
@click.option(
    "--engine",
    default="native",
    metavar="NAME",
    help="Which engine is held against the definition: native or durable.",
)
@click.option("--write", metavar="FILE", help="Write the counterexamples to a new cases file.")
@format_option("text", "json", "yaml")
@rulebook_options
def verify(
    policy: str | None,
    engine: str,
    write: str | None,
    format_: str,
    source: Source,
    lang: Language,
) -> int:
    """Prove the rules: try every combination of answers in every domain, under every profile.

    Every combination gives one printed grade; worse answers never give a better grade; every rule
    and every printed criterion has its answers; and where the printed scale has no criterion, the
    suggestion says so. What does not hold is shown with its smallest example, as a test case.

    Exit code 1: something does not hold. The time it took is told on standard error.
    """
    from time import perf_counter

    from .. import api
    from ..documents.data import written
    from ..documents.phrasing import Phrasing
    from ..documents.verify_cases import cases_text
    from ..documents.verify_data import verify_data
    from ..documents.verify_text import VerifyReport
    from ..engines.choice import ENGINES

    start = perf_counter()
    if engine not in ENGINES[1:]:
        raise click.UsageError(f"--engine is native or durable, found {engine!r}.")
    _check_target(write)
    rulebook, refused = _opened(source)
    proof = api.verify(rulebook, None if policy is None else [policy], engine)
    words = Phrasing(rulebook, lang)
    if format_ == "text":
        click.echo(VerifyReport(proof, words, width()).render(), nl=False)
    else:
        click.echo(written(verify_data(proof, words, refused), format_), nl=False)
    if write is not None:
        cases = cases_text(words, proof)
        _write(write, cases)
        count = sum(len(finding.examples) for finding in proof.violations)
        told = words.say("verify.wrote", count, file=write)
        click.echo(told if cases else words.say("verify.wrote-nothing", file=write), err=True)
    for problem in refused:
        click.echo(str(problem), err=True)
    seconds = f"{perf_counter() - start:.1f}"
    seconds = seconds if lang == "en" else seconds.replace(".", ",")
    click.echo(words.say("verify.time", seconds=seconds), err=True)
    return FINDINGS if proof.violations or refused else GRADED


def _opened(source: Source) -> tuple[Rulebook, tuple[Problem, ...]]:
    """The rulebook, also one that grading refuses, and why it does."""
    from ..errors import InputError

    try:
        return source.editions().rulebook(), ()
    except InputError as error:
        if not {problem.code for problem in error.problems} <= _LOOKED_FOR:
            raise
        return source.editions(proven=False).rulebook(), error.problems


def _check_target(target: str | None) -> None:
    """A person's cases are never overwritten."""
    from ..errors import InputError, Problem
    from ..provenance import Place

    if target is not None and (target == "-" or Path(target).exists()):
        wrong = "the cases are written to a file" if target == "-" else "this file is there already"
        message = f"{wrong}; name a new file"
        raise InputError([Problem("SR802", Place(f"--write {target}"), message)])


def _write(path: str, text: str) -> None:
    from ..errors import InputError, Problem
    from ..provenance import Place
    from ..replacing import replace

    try:
        if text:
            replace(Path(path), text.encode())
    except OSError as error:
        message = f"cannot be written: {error.strerror}; check the folder and the disk"
        raise InputError([Problem("SR603", Place(path), message)]) from None
