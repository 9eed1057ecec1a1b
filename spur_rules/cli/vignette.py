"""`spur-rules vignette`: made-up cases near a boundary, for raters, and their answer key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from .exits import GRADED
from .options import Source, format_option, reading_options

if TYPE_CHECKING:
    from ..policy import Policy
    from ..rulebook import Rulebook
    from ..scaffolding.case_folders import CaseFolders
    from ..texts import Language
    from ..vignettes.boundary import Boundary
    from ..vignettes.making import CaseSet
    from ..vocabulary import Grade

_LETTERS = click.Choice(["A", "B", "C", "D"], case_sensitive=False)


class _Asked(NamedTuple):
    """Which boundaries, as the options say."""

    letters: tuple[str, ...]
    between: tuple[str, str] | None
    hangs_on: str | None
    phrases: tuple[str, ...]

    def domains(self) -> tuple[str, ...]:
        return tuple(letter.strip().upper() for letter in self.letters)

    def boundaries(self, rulebook: Rulebook, reading: Policy) -> tuple[Boundary, ...]:
        from ..api import vignettes

        about = (self.domains(), self.grades(), self.hangs_on, self.phrases)
        return vignettes.boundaries(rulebook, reading, *about)

    def grades(self) -> tuple[Grade, Grade] | None:
        from ..vocabulary import Grade

        if self.between is None:
            return None
        better, worse = sorted(Grade(letter.upper()) for letter in self.between)
        return better, worse


@click.command(
    epilog="Example: spur-rules vignette --domain E --between B C --hangs-on delvis -o fall"
)
@click.option("--domain", "letters", multiple=True, metavar="LETTER", help="Only in this domain.")
@click.option("--between", nargs=2, type=_LETTERS, metavar="A B", help="Between these two grades.")
@click.option("--hangs-on", metavar="NAME", help="On this status, parameter, rule or indicator.")
@click.option(
    "--number", type=click.IntRange(1, 200), default=1, metavar="N", help="How many cases."
)
@click.option("--set", "is_set", is_flag=True, help="The fewest cases that cover every boundary.")
@click.option("--list", "is_list", is_flag=True, help="Tell which boundaries there are.")
@click.option("--seed", type=int, metavar="N", help="The same cases again; drawn if left out.")
@click.option("-o", "--output", metavar="FOLDER", help="The folder to hand out; made anew.")
@click.option("--key", metavar="FOLDER", help="The answer key's folder; FOLDER-facit if left out.")
@click.option(
    "--form",
    type=click.Choice(["ticks", "description", "both"]),
    default="ticks",
    help="Filled checklists to grade, or descriptions to tick from.",
)
@click.option("--phrases", multiple=True, metavar="FILE", help="A phrase table of your own.")
@click.option("--force", is_flag=True, help="Write into folders that hold something.")
@format_option("text", "json", "yaml")
@reading_options
def vignette(
    letters: tuple[str, ...],
    between: tuple[str, str] | None,
    hangs_on: str | None,
    phrases: tuple[str, ...],
    number: int,
    is_set: bool,
    is_list: bool,
    seed: int | None,
    output: str | None,
    key: str | None,
    form: str,
    force: bool,
    format_: str,
    policy: str,
    source: Source,
    lang: Language,
) -> int:
    """Make cases near a boundary between two grades, for raters to grade, and the answer key.

    What is left out of --domain, --between and --hangs-on may be any. The answer key is written to
    a folder of its own, which is not handed out.
    """
    from .. import api

    rulebook = source.editions().rulebook()
    reading = api.read_policy(rulebook, policy)
    asked = _Asked(letters, between, hangs_on, phrases)
    if is_list:
        return _listed(rulebook, reading, asked, format_, lang)
    if output is None:
        raise click.UsageError("Name the folder to make with -o FOLDER, or use --list.")
    folders = _folders(output, key, force)
    made = _made(rulebook, reading, asked, None if is_set else number, _seed(seed))
    return _written(made, rulebook, folders, form, format_, lang)


def _listed(
    rulebook: Rulebook, reading: Policy, asked: _Asked, format_: str, lang: Language
) -> int:
    from ..documents.data import written
    from ..documents.vignette.answer_key_data import answer_key_data
    from ..documents.vignette.answer_key_words import KeyWords
    from ..documents.vignette.boundaries_text import boundaries_text

    found = asked.boundaries(rulebook, reading)
    if format_ == "text":
        click.echo(boundaries_text(found, KeyWords(rulebook, lang, reading)), nl=False)
    else:
        click.echo(written(answer_key_data(rulebook, reading, found, None), format_), nl=False)
    return GRADED


def _folders(output: str, key: str | None, force: bool) -> CaseFolders:
    from ..scaffolding.case_folders import case_folders

    folder = Path(output)
    return case_folders(folder, Path(key) if key else Path(f"{folder}-facit"), force)


def _seed(seed: int | None) -> int:
    """A seed that nobody can guess: whoever has it can make the answer key too."""
    import secrets

    return 10_000 + secrets.randbelow(90_000) if seed is None else seed


def _made(
    rulebook: Rulebook, reading: Policy, asked: _Asked, number: int | None, seed: int
) -> CaseSet:
    from ..api import vignettes

    about = (reading, asked.domains(), asked.grades(), asked.hangs_on, asked.phrases)
    if number is None:
        return vignettes.covering_cases(rulebook, seed, *about)
    return vignettes.make_cases(rulebook, seed, number, *about)


def _written(
    made: CaseSet,
    rulebook: Rulebook,
    folders: CaseFolders,
    form: str,
    format_: str,
    lang: Language,
) -> int:
    from ..documents.data import written
    from ..documents.vignette.answer_key_data import answer_key_data
    from ..documents.vignette.answer_key_text import answer_key_text
    from ..documents.vignette.answer_key_words import KeyWords
    from ..documents.vignette.boundaries_text import made_text
    from ..documents.vignette.case_files import Form, case_files

    forms = list(Form) if form == "both" else [Form(form)]
    words = KeyWords(rulebook, lang, made.policy)
    data = answer_key_data(rulebook, made.policy, made.boundaries, made)
    answers = {"facit.yaml": written(data, "yaml"), "facit.md": answer_key_text(made, words)}
    folders.write(case_files(made.cases, forms, rulebook, lang), answers)
    if format_ == "text":
        where = (str(folders.cases), str(folders.key))
        click.echo(made_text(made, words, *where), nl=False)
    else:
        click.echo(written(data, format_), nl=False)
    return GRADED
